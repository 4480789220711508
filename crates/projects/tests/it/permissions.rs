//! Who may do what.

use atelier_testkit::{Cast, Client, TestApp};
use serde_json::{Value, json};

use crate::{archive, create};

/// The codes that guest, viewer, member, owner and stranger get; empty where it works.
type Expected = [&'static str; 5];

const SEE: Expected = ["unauthenticated", "", "", "", "project_not_found"];
const WORK: Expected = ["unauthenticated", "forbidden", "", "", "project_not_found"];
const DELETE: Expected = ["unauthenticated", "forbidden", "forbidden", "", "project_not_found"];

#[tokio::test]
async fn each_role_does_what_the_matrix_says() {
    for (operation, archived, expected) in [
        ("query($id: ProjectId!) { project(id: $id) { name } }", false, SEE),
        (
            r#"mutation($id: ProjectId!) { updateProject(id: $id, version: 1, patch: {name: "New"}) { ... on Project { name } } }"#,
            false,
            WORK,
        ),
        (
            "mutation($id: ProjectId!) { archiveProject(id: $id, version: 1) { ... on Project { state } } }",
            false,
            WORK,
        ),
        (
            "mutation($id: ProjectId!) { restoreProject(id: $id, version: 2) { ... on Project { state } } }",
            true,
            WORK,
        ),
        (
            "mutation($id: ProjectId!) { deleteProject(id: $id, version: 2) { ... on ProjectDeleted { id } } }",
            true,
            DELETE,
        ),
    ] {
        let test = TestApp::start();
        let cast = Cast::gather(&test).await;
        let people = [&cast.guest, &cast.viewer, &cast.member, &cast.owner, &cast.stranger];
        for (client, expected) in people.into_iter().zip(expected) {
            let id = create(&cast.owner, "Harbor Triptych").await["id"].clone();
            if archived {
                archive(&cast.owner, &id, 1).await;
            }
            assert_eq!(run(client, operation, &id).await, expected, "{operation}");
        }
    }
}

async fn run(client: &Client, operation: &str, id: &Value) -> String {
    let answer = client.graphql(operation, json!({"id": id})).await;
    if answer.code().is_empty() {
        // The fragment of the success matched: it was no conflict.
        let outcome = answer.data().as_object().and_then(|data| data.values().next()).expect("a field");
        assert!(outcome.as_object().is_some_and(|fields| !fields.is_empty()), "{}", answer.body);
    }
    answer.code().to_owned()
}

#[tokio::test]
async fn a_viewer_makes_nothing_and_a_key_does_no_more_than_its_role() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let query = r#"mutation { createProject(input: {name: "x"}) { id } }"#;
    assert_eq!(cast.viewer.graphql(query, json!({})).await.code(), "forbidden");
    let made = r#"mutation { createApiKey(input: {name: "reader", role: VIEWER}) { token } }"#;
    let token = cast.owner.graphql(made, json!({})).await.data()["createApiKey"]["token"].clone();
    let program = test.guest().with_api_key(token.as_str().expect("a token"));
    assert_eq!(program.graphql(query, json!({})).await.code(), "forbidden");
    program.graphql("{ projects { nodes { id } } }", json!({})).await.data();
}
