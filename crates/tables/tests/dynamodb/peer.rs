//! A DynamoDB that others wrote, as a process: `dynoxide`, or DynamoDB Local when it is asked for.

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use atelier_tables::{DynamoDbOptions, Table, Tables};

/// Where `cargo xtask test` installs it, below the home directory.
const PROGRAM: &str = ".cache/atelier/peers/bin/dynoxide";
/// Names a running server to test against instead, such as DynamoDB Local at `http://127.0.0.1:8000`.
const OTHER: &str = "ATELIER_TEST_DYNAMODB";

/// The address of another server, when one was named.
pub(crate) fn other() -> Option<String> {
    std::env::var_os(OTHER).and_then(|value| value.into_string().ok())
}

/// Why tests against a server can't run here.
pub(crate) fn missing() -> Option<String> {
    (other().is_none() && !program().exists())
        .then(|| format!("{} is missing; `cargo xtask test` installs it", program().display()))
}

fn program() -> PathBuf {
    std::env::home_dir().unwrap_or_default().join(PROGRAM)
}

/// A running server, which ends with the test.
pub(crate) struct Peer {
    pub(crate) address: String,
    port: u16,
    process: Option<Child>,
    directory: tempfile::TempDir,
}

impl Peer {
    pub(crate) fn start() -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        if let Some(address) = other() {
            return Self { address, port: 0, process: None, directory };
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        drop(listener);
        let process = Some(launch(directory.path(), port));
        Self { address: format!("http://127.0.0.1:{port}"), port, process, directory }
    }

    pub(crate) fn kill(&mut self) {
        if let Some(mut process) = self.process.take() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }

    pub(crate) fn start_again(&mut self) {
        self.process = Some(launch(self.directory.path(), self.port));
    }

    pub(crate) fn options(&self) -> DynamoDbOptions {
        let prefix = self.directory.path().file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let prefix = format!("{}-", prefix.trim_start_matches('.'));
        DynamoDbOptions {
            endpoint: Some(self.address.clone()),
            prefix,
            suffix: "-test".into(),
            ..DynamoDbOptions::new("eu-central-1", "atelier", "secret")
        }
    }

    /// The server may take a moment until it listens: connections that are refused are tried again.
    pub(crate) async fn connect(&self, tables: &[&'static Table]) -> Tables {
        Tables::connect(&self.options(), tables).await.expect("connected")
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        self.kill();
    }
}

fn launch(directory: &Path, port: u16) -> Child {
    Command::new(program())
        .args(["serve", "--log", "quiet", "--port", &port.to_string()])
        .arg("--db-path")
        .arg(directory.join("dynamo.sqlite3"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the server starts")
}
