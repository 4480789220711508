//! The real AWS CLI and boto3 against a real socket.
#![expect(clippy::disallowed_methods, reason = "the server ends with the test, without a tracker")]

use std::path::PathBuf;
use std::process::{Command, Output};

use atelier_base::Clock;
use atelier_peers::aws_program;
use tokio::net::TcpListener;

use crate::studio::{KEY, SECRET, Studio};

/// Serves and runs the script with the environment of a user of AWS.
async fn run(program: PathBuf, script: &str) -> Output {
    let studio = Studio::open_at(Clock::system());
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let router = studio.router.clone();
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/python").join(script);
    let output = tokio::task::spawn_blocking(move || {
        Command::new(program)
            .arg(script)
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("HOME", "/nonexistent")
            .env("AWS_ACCESS_KEY_ID", KEY)
            .env("AWS_SECRET_ACCESS_KEY", SECRET)
            .env("AWS_DEFAULT_REGION", "ca-central-1")
            .env("ENDPOINT", format!("http://{address}/dynamodb"))
            .output()
            .expect("it starts")
    });
    let output = output.await.expect("an end");
    server.abort();
    let said = [&output.stdout[..], b"\n", &output.stderr[..]].concat();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&said));
    output
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_snippets_of_the_specification_run_with_boto3() {
    let Some(python) = aws_program("python") else { return };
    let output = run(python, "snippets.py").await;
    assert!(String::from_utf8_lossy(&output.stdout).contains("all snippets ran"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_commands_of_the_specification_run_with_the_aws_cli() {
    let (Some(_), Some(python)) = (aws_program("aws"), aws_program("python")) else { return };
    let output = run(python, "commands.py").await;
    assert!(String::from_utf8_lossy(&output.stdout).contains("all commands ran"));
}
