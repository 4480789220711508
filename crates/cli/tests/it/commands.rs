//! Commands that succeed.

use serde_json::Value;

use crate::{atelier, run, serve, text};

#[test]
fn users_and_tenants_are_made_by_the_operator() {
    let data = tempfile::tempdir().expect("a directory");
    let add = |email, username| {
        let added =
            run(data.path(), &["user", "add", email, username, "Somebody"], "ultramarine over sienna\n");
        assert!(added.status.success(), "{}", text(&added.stderr));
    };
    add("ada@example.test", "ada");
    add("mia@example.test", "mia");
    let made = run(data.path(), &["tenant", "add", "Harbor Studio", "--owner", "ada"], "");
    let tenant: Value = serde_json::from_slice(&made.stdout).expect("JSON");
    let id = tenant["tenant_id"].as_str().expect("an id");
    let added =
        run(data.path(), &["tenant", "add-member", id, "mia", "--role", "viewer", "--owner", "ada"], "");
    assert!(added.status.success(), "{}", text(&added.stderr));
    let shown = run(data.path(), &["user", "show", "mia@example.test"], "");
    let shown: Value = serde_json::from_slice(&shown.stdout).expect("JSON");
    assert_eq!(shown["tenants"][1]["tenant"]["name"], "Harbor Studio");
    assert_eq!(shown["tenants"][1]["role"], "viewer");
    assert!(!shown.to_string().contains("argon2"), "{shown}");
    let changed = run(data.path(), &["user", "password", "ada"], "burnt sienna glaze\n");
    assert!(changed.status.success(), "{}", text(&changed.stderr));
}

#[test]
fn check_lists_settings_with_their_source_and_looks_at_the_store() {
    let data = tempfile::tempdir().expect("a directory");
    let fresh = run(&data.path().join("none"), &["check"], "");
    assert!(fresh.status.success());
    assert!(text(&fresh.stdout).contains("not made yet"), "{}", text(&fresh.stdout));
    assert!(!data.path().join("none").exists(), "checking must make nothing");
    drop(serve(data.path()));
    let checked = run(data.path(), &["check", "--json"], "");
    let report: Value = serde_json::from_slice(&checked.stdout).expect("JSON");
    let settings = report["settings"].as_array().expect("a list");
    let source =
        |key: &str| settings.iter().find(|setting| setting["key"] == key).expect("listed")["source"].clone();
    assert_eq!((source("server.data"), source("log.filter")), ("flag".into(), "default".into()));
    assert_eq!(report["store"], "opened, every page and index is intact");
}

#[test]
fn generated_documents_go_to_stdout() {
    let schema = atelier().args(["gen", "schema"]).output().expect("an end");
    assert!(schema.status.success());
    assert!(text(&schema.stdout).contains("type Project {"));
}

#[test]
fn a_terminated_server_ends_well() {
    let data = tempfile::tempdir().expect("a directory");
    assert!(serve(data.path()).stop().success());
    // All of it is in the one file.
    let wal = std::fs::metadata(data.path().join("atelier.sqlite3-wal")).map_or(0, |file| file.len());
    assert_eq!(wal, 0);
}

#[test]
fn a_new_data_directory_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let parent = tempfile::tempdir().expect("a directory");
    let data = parent.path().join("studio");
    assert!(serve(&data).stop().success());
    let mode = std::fs::metadata(&data).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[test]
fn keys_are_shown_and_rotated_while_the_server_is_stopped() {
    let data = tempfile::tempdir().expect("a directory");
    let keys = |command: &str| -> Value {
        let output = run(data.path(), &["secrets", command], "");
        assert!(output.status.success(), "{}", text(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("JSON")
    };
    let before = keys("status");
    assert_eq!((&before["master"], &before["data_keys"]), (&"local-1".into(), &1.into()));
    let after = keys("rotate");
    assert_eq!((&after["master"], &after["data_keys"]), (&"local-2".into(), &2.into()));
    assert_ne!(before["sealing"], after["sealing"]);
    assert_eq!(keys("status"), after);
    let running = serve(data.path());
    assert!(!run(data.path(), &["secrets", "rotate"], "").status.success(), "the server runs");
    drop(running);
    assert_eq!(keys("status"), after);
}

#[test]
fn the_operator_makes_a_link_for_a_new_password() {
    let data = tempfile::tempdir().expect("a directory");
    run(data.path(), &["user", "add", "ada@example.test", "ada", "Ada"], "ultramarine over sienna\n");
    let made = run(data.path(), &["user", "reset-link", "ada@example.test"], "");
    let link = text(&made.stdout);
    let token =
        link.trim().strip_prefix("http://127.0.0.1:8080/reset-password#token=").expect("a link").to_owned();
    let off = run(data.path(), &["user", "two-step-off", "ada"], "");
    assert!(text(&off.stderr).starts_with("error[two_step_off]"), "{}", text(&off.stderr));
    let server = serve(data.path());
    let body = serde_json::json!({"token": token, "new_password": "burnt sienna glaze"}).to_string();
    let mut connection = server.connect().expect("a connection");
    let path = "/api/v1/accounts/password-reset/complete";
    let (head, _) = connection.post(path, "", &body).expect("an answer");
    assert!(head.starts_with("HTTP/1.1 204"), "{head}");
    let (head, _) = connection.post(path, "", &body).expect("an answer");
    assert!(head.starts_with("HTTP/1.1 400"), "{head}");
}
