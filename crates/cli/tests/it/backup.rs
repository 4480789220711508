//! `backup` beside a running server, and `restore` to a moment.

use atelier_base::Clock;
use serde_json::{Value, json};

use crate::survival::{graphql, listed, sign_up};
use crate::{run, serve, text};

#[test]
fn any_moment_since_a_backup_comes_back() {
    let place = tempfile::tempdir().expect("a directory");
    let (data, copy, back) =
        (place.path().join("data"), place.path().join("copy"), place.path().join("back"));
    let name = |path: &std::path::Path| path.to_str().expect("UTF-8").to_owned();
    let cookie = sign_up(&data);
    let server = serve(&data);
    let mut connection = server.connect().expect("a connection");
    let mut create = |name: &str| {
        let query = "mutation($name: String!) { createProject(input: {name: $name}) { id } }";
        let body = json!({"query": query, "variables": {"name": name}});
        let answer = graphql(&mut connection, &cookie, &body).expect("an answer");
        assert!(answer["data"]["createProject"]["id"].is_string(), "{answer}");
    };
    create("before the backup");
    let made = run(&data, &["backup", &name(&copy)], "");
    assert!(made.status.success(), "{}", text(&made.stderr));
    let made: Value = serde_json::from_slice(&made.stdout).expect("JSON");
    assert!(made["last_change"].as_u64().expect("a number") > 0, "the change log is on: {made}");
    create("after the backup");
    let moment = Clock::system().now();
    while Clock::system().now() <= moment {
        std::thread::yield_now();
    }
    create("after the moment");
    let again = run(&data, &["backup", &name(&copy)], "");
    assert!(!again.status.success() && text(&again.stderr).contains("is there already"));
    let log = name(&data.join("atelier.sqlite3"));
    let restore = ["restore", &name(&copy), "--at", &moment.to_string(), "--log", &log];
    let over = run(&data, &restore, "");
    assert!(text(&over.stderr).contains("empty directory"), "{}", text(&over.stderr));
    let restored = run(&back, &restore, "");
    assert!(restored.status.success(), "{}", text(&restored.stderr));
    let server = serve(&back);
    let mut connection = server.connect().expect("a connection");
    assert_eq!(listed(&mut connection, &cookie), 2);
    assert!(
        copy.with_extension("sql").exists() && back.join("sql.db").exists(),
        "the relational tables, too"
    );
    let wrong = run(&place.path().join("other"), &["restore", &name(&copy), "--at", "yesterday"], "");
    assert!(text(&wrong.stderr).contains("error[invalid_input]"), "{}", text(&wrong.stderr));
}
