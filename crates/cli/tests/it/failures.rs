//! Commands that fail: a coded message, a status that is not zero, and nothing lost.

use std::net::TcpListener;
use std::process::Output;

use crate::{atelier, run, serve, text};

fn assert_refused(output: &Output, code: &str) {
    let message = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{message}");
    assert!(message.starts_with(&format!("error[{code}]: ")), "{message}");
    assert!(message.lines().count() >= 2, "it says what to do: {message}");
}

#[test]
fn two_servers_on_one_data_directory() {
    let data = tempfile::tempdir().expect("a directory");
    let _first = serve(data.path());
    let second = run(data.path(), &["serve", "--listen", "127.0.0.1:0"], "");
    assert_refused(&second, "store_in_use");
    assert_refused(&run(data.path(), &["user", "show", "ada"], ""), "store_in_use");
}

#[test]
fn a_port_in_use() {
    let data = tempfile::tempdir().expect("a directory");
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    assert_refused(&run(data.path(), &["serve", "--listen", &address], ""), "address_in_use");
}

#[test]
fn a_damaged_or_foreign_database_file() {
    for content in [&b"this is not a database, it is a letter"[..], &[0; 8_192], b"SQLite format 3\0garbage"]
    {
        let data = tempfile::tempdir().expect("a directory");
        let file = data.path().join("atelier.sqlite3");
        std::fs::write(&file, content).expect("a file");
        assert_refused(&run(data.path(), &["serve", "--listen", "127.0.0.1:0"], ""), "store_corrupt");
        assert_eq!(std::fs::read(&file).expect("the file"), content, "the file must stay as it is");
    }
}

#[test]
fn a_data_directory_that_is_a_file() {
    let data = tempfile::NamedTempFile::new().expect("a file");
    assert_refused(&run(data.path(), &["serve", "--listen", "127.0.0.1:0"], ""), "store_unavailable");
}

#[test]
fn a_wrong_configuration() {
    let data = tempfile::tempdir().expect("a directory");
    let file = data.path().join("wrong.toml");
    std::fs::write(&file, "[server]\nport = 80\n").expect("a file");
    let output = atelier().args(["check", "--config"]).arg(&file).output().expect("an end");
    assert_refused(&output, "config_invalid");
    assert!(text(&output.stderr).contains("port"), "{}", text(&output.stderr));
    let output = atelier().env("ATELIER_SERVER__LISTEN", "nowhere").arg("check").output().expect("an end");
    assert_refused(&output, "config_invalid");
}

#[test]
fn the_demo_is_not_served_to_others() {
    let data = tempfile::tempdir().expect("a directory");
    let output = run(data.path(), &["serve", "--listen", "0.0.0.0:0", "--seed", "demo"], "");
    assert_refused(&output, "demo_not_local");
}

#[test]
fn bad_input_of_user_commands() {
    let data = tempfile::tempdir().expect("a directory");
    let add = ["user", "add", "ada@example.test", "ada", "Ada"];
    assert_refused(&run(data.path(), &add, "short\n"), "weak_password");
    assert!(run(data.path(), &add, "ultramarine over sienna\n").status.success());
    assert_refused(&run(data.path(), &add, "ultramarine over sienna\n"), "email_taken");
    assert_refused(&run(data.path(), &["user", "show", "nobody"], ""), "user_not_found");
}

#[test]
fn a_wrong_command_line_ends_with_two() {
    let output = atelier().args(["serve", "--nonsense"]).output().expect("an end");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_key_file_that_others_may_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let data = tempfile::tempdir().expect("a directory");
    assert!(run(data.path(), &["secrets", "status"], "").status.success());
    let file = data.path().join("secrets/master.json");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).expect("a mode");
    assert_refused(&run(data.path(), &["serve", "--listen", "127.0.0.1:0"], ""), "key_file_exposed");
    std::fs::remove_file(&file).expect("removed");
    assert_refused(&run(data.path(), &["serve", "--listen", "127.0.0.1:0"], ""), "key_file_missing");
}
