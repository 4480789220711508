//! The whole program on a DynamoDB that others wrote.

use std::process::Stdio;

use atelier_peers::Peer;
use atelier_testkit::{Program, cookie_of};
use serde_json::json;

use crate::survival::{graphql, listed};

#[test]
fn a_project_is_made_and_found_again_on_dynamodb() {
    let place = tempfile::tempdir().expect("a directory");
    let Some(database) = Peer::Dynoxide.start(place.path()) else { return };
    let endpoint = database.address();
    let settings = [
        ("ATELIER_TABLES__ENGINE", "dynamodb"),
        ("ATELIER_TABLES__DYNAMODB__ENDPOINT", endpoint.as_str()),
        ("ATELIER_TABLES__DYNAMODB__ACCESS_KEY_ID", "atelier"),
        ("ATELIER_TABLES__DYNAMODB__SECRET_ACCESS_KEY", "a secret of the test"),
        ("ATELIER_TABLES__DYNAMODB__SUFFIX", "-test"),
    ];
    let data = place.path().join("data");
    let start = || Program::serve_with(env!("CARGO_BIN_EXE_atelier"), &data, &settings, Stdio::inherit());
    let server = start();
    let mut connection = server.connect().expect("a connection");
    let body = json!({"email": "ada@example.test", "username": "ada", "name": "Ada", "password": "burnt sienna glaze"});
    let (head, _) = connection.post("/api/v1/accounts/sign-up", "", &body.to_string()).expect("an answer");
    let cookie = cookie_of(&head);
    let create =
        json!({"query": r#"mutation { createProject(input: {name: "Harbor Triptych"}) { id version } }"#});
    let made = graphql(&mut connection, &cookie, &create).expect("an answer");
    assert_eq!(made["data"]["createProject"]["version"], 1, "{made}");
    let id = &made["data"]["createProject"]["id"];
    let rename = |version: u64| {
        let query = "mutation($id: ProjectId!, $version: Int!) { updateProject(id: $id, version: $version, \
            patch: {name: \"Harbor\"}) { __typename ... on Project { version } } }";
        json!({"query": query, "variables": {"id": id, "version": version}})
    };
    let renamed = graphql(&mut connection, &cookie, &rename(1)).expect("an answer");
    assert_eq!(renamed["data"]["updateProject"]["version"], 2, "{renamed}");
    let stale = graphql(&mut connection, &cookie, &rename(1)).expect("an answer");
    assert_eq!(stale["data"]["updateProject"]["__typename"], "ProjectConflict", "{stale}");
    drop(connection);
    assert!(server.stop().success());
    // Another process finds it: nothing was kept in the first.
    let server = start();
    let mut connection = server.connect().expect("a connection");
    assert_eq!(listed(&mut connection, &cookie), 1);
}
