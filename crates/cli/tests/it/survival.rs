//! `kill -9` while clients write: what was acknowledged is there afterwards.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use atelier_testkit::{Connection, cookie_of};
use serde_json::{Value, json};

use crate::{run, serve, text};

const WRITERS: usize = 4;
const ROUNDS: usize = 3;
/// The server is killed once so many writes of a round were acknowledged.
const ENOUGH: usize = 40;

#[test]
fn acknowledged_projects_survive_kill_9() {
    let data = tempfile::tempdir().expect("a directory");
    let cookie = sign_up(data.path());
    let mut acknowledged = Vec::new();
    for _ in 0..ROUNDS {
        acknowledged.extend(write_until_killed(data.path(), &cookie));
    }
    assert!(acknowledged.len() >= ROUNDS * ENOUGH);
    let checked = run(data.path(), &["check"], "");
    assert!(text(&checked.stdout).contains("intact"), "{}", text(&checked.stderr));
    let server = serve(data.path());
    let mut connection = server.connect().expect("a connection");
    for id in &acknowledged {
        let query =
            json!({"query": "query($id: ProjectId!) { project(id: $id) { id } }", "variables": {"id": id}});
        let answer = graphql(&mut connection, &cookie, &query).expect("an answer");
        assert_eq!(answer["data"]["project"]["id"], *id, "{answer}");
    }
    assert!(listed(&mut connection, &cookie) >= acknowledged.len(), "the index knows them too");
}

fn write_until_killed(data: &Path, cookie: &str) -> Vec<Value> {
    let server = serve(data);
    let (acknowledged, count) = (Mutex::new(Vec::new()), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..WRITERS {
            scope.spawn(|| {
                let query = json!({"query": r#"mutation { createProject(input: {name: "Harbor"}) { id } }"#});
                let Ok(mut connection) = server.connect() else { return };
                while let Some(answer) = graphql(&mut connection, cookie, &query) {
                    let id = answer["data"]["createProject"]["id"].clone();
                    assert!(id.is_string(), "{answer}");
                    acknowledged.lock().unwrap_or_else(PoisonError::into_inner).push(id);
                    count.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        while count.load(Ordering::Relaxed) < ENOUGH {
            std::thread::yield_now();
        }
        server.signal("-KILL");
    });
    acknowledged.into_inner().unwrap_or_else(PoisonError::into_inner)
}

pub(crate) fn sign_up(data: &Path) -> String {
    let server = serve(data);
    let body = json!({"email": "ada@example.test", "username": "ada", "name": "Ada", "password": "burnt sienna glaze"});
    let mut connection = server.connect().expect("a connection");
    let (head, _) = connection.post("/api/v1/accounts/sign-up", "", &body.to_string()).expect("an answer");
    cookie_of(&head)
}

pub(crate) fn listed(connection: &mut Connection, cookie: &str) -> usize {
    let (mut count, mut after) = (0, Value::Null);
    loop {
        let query = "query($after: String) { projects(first: 200, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";
        let answer = graphql(connection, cookie, &json!({"query": query, "variables": {"after": after}}));
        let page = answer.expect("an answer")["data"]["projects"].clone();
        count += page["nodes"].as_array().expect("nodes").len();
        if page["pageInfo"]["hasNextPage"] == false {
            return count;
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
}

/// The answer, or none when the server is gone before it is whole.
pub(crate) fn graphql(connection: &mut Connection, cookie: &str, body: &Value) -> Option<Value> {
    let (_, body) = connection.post("/graphql", cookie, &body.to_string()).ok()?;
    serde_json::from_str(&body).ok()
}
