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
