//! A DynamoDB that others wrote: `dynoxide`, or one that the environment names.

use std::path::Path;

use atelier_peers::{Peer as Program, Server};
use atelier_tables::{DynamoDbOptions, Table, Tables};

/// Names a running server to test against instead, such as DynamoDB Local at `http://127.0.0.1:8000`.
const OTHER: &str = "ATELIER_TEST_DYNAMODB";

/// The address of another server, when one was named.
pub(crate) fn other() -> Option<String> {
    std::env::var_os(OTHER).and_then(|value| value.into_string().ok())
}

/// Why tests against a server can't run here.
pub(crate) fn missing() -> Option<String> {
    if other().is_some() { None } else { Program::Dynoxide.missing() }
}

/// A running server, which ends with the test.
pub(crate) struct Peer {
    /// None when another server was named.
    server: Option<Server>,
    directory: tempfile::TempDir,
}

impl Peer {
    pub(crate) fn start() -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let ours = |data: &Path| Program::Dynoxide.start(data).expect("installed");
        let server = other().is_none().then(|| ours(directory.path()));
        Self { server, directory }
    }

    pub(crate) fn kill(&mut self) {
        self.server.as_mut().expect("our own").kill();
    }

    pub(crate) fn start_again(&mut self) {
        self.server.as_mut().expect("our own").start_again();
    }

    pub(crate) fn options(&self) -> DynamoDbOptions {
        let prefix = self.directory.path().file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let prefix = format!("{}-", prefix.trim_start_matches('.'));
        DynamoDbOptions {
            endpoint: self.server.as_ref().map(Server::address).or_else(other),
            prefix,
            suffix: "-test".into(),
            ..DynamoDbOptions::new("eu-central-1", "atelier", "secret")
        }
    }

    pub(crate) async fn connect(&self, tables: &[&'static Table]) -> Tables {
        Tables::connect(&self.options(), tables).await.expect("connected")
    }
}
