//! The program as a process: its commands, how it fails, and what survives a kill.

mod backup;
mod commands;
mod dynamodb;
mod factory;
mod factory_move;
mod factory_sweep;
mod failures;
mod postgres;
mod survival;
mod telemetry;

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use atelier_testkit::Program;

/// The program.
fn atelier() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_atelier"));
    // A configuration of the developer's own must not change what is tested.
    command.env_clear().current_dir(std::env::temp_dir());
    command
}

/// Runs a command over a data directory with a line on stdin.
fn run(data: &Path, arguments: &[&str], stdin: &str) -> Output {
    let mut child = atelier()
        .args(arguments)
        .arg("--data")
        .arg(data)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A command that fails early does not read it.
    let _ = child.stdin.take().expect("a pipe").write_all(stdin.as_bytes());
    child.wait_with_output().expect("an end")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A server on a free port.
fn serve(data: &Path) -> Program {
    Program::serve(env!("CARGO_BIN_EXE_atelier"), data)
}
