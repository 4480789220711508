//! Art records, the field library and how a record follows its project.

use atelier_api::Signal;
use atelier_server::relay;
use atelier_testkit::{Cast, Client, TestApp};
use futures_util::StreamExt as _;
use serde_json::{Value, json};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::project;

const CREATE: &str = "mutation($input: NewArtProject!) { createArtProject(input: $input) {
    projectId title medium status client deadline budget { amount currency } customFields version
    project { name version } } }";
const UPDATE: &str = "mutation($id: ProjectId!, $version: Int!, $patch: ArtRecordPatch!) {
    updateArtRecord(projectId: $id, version: $version, patch: $patch) { __typename
    ... on ArtRecord { title status version customFields project { name version } }
    ... on ArtRecordConflict { current { title version } } } }";
const SHOW: &str = "query($id: ProjectId!) { artRecord(projectId: $id) { title version archivedAt status } }";

/// Makes a project with its record; the id.
pub(crate) async fn record(client: &Client, name: &str) -> Value {
    let made = client.graphql(CREATE, json!({"input": {"name": name}})).await;
    made.data()["createArtProject"]["projectId"].clone()
}

#[tokio::test]
async fn a_project_and_its_record_are_made_and_renamed_together() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let field = r#"mutation { addCustomField(input: {label: "Edition", type: NUMBER}) { key position } }"#;
    let field = user.graphql(field, json!({})).await;
    assert_eq!(field.data()["addCustomField"], json!({"key": "edition", "position": 0}));
    let input = json!({"name": "Harbor Triptych", "medium": "oil", "client": "Hafenamt",
        "deadline": "2026-12-01", "budget": {"amount": "1200.50", "currency": "EUR"},
        "customFields": {"edition": 3}});
    let made = user.graphql(CREATE, json!({"input": input})).await;
    let made = made.data()["createArtProject"].clone();
    assert_eq!(made["project"], json!({"name": "Harbor Triptych", "version": 1}));
    assert_eq!((&made["status"], &made["customFields"]), (&json!("PLANNING"), &json!({"edition": 3})));
    let id = &made["projectId"];
    let patch = json!({"title": "Harbor at dawn", "status": "PRODUCTION"});
    let edited = user.graphql(UPDATE, json!({"id": id, "version": 1, "patch": patch})).await;
    let expected = json!({"__typename": "ArtRecord", "title": "Harbor at dawn", "status": "PRODUCTION",
        "version": 2, "customFields": {"edition": 3}, "project": {"name": "Harbor at dawn", "version": 2}});
    assert_eq!(edited.data()["updateArtRecord"], expected);
    let stale = user.graphql(UPDATE, json!({"id": id, "version": 1, "patch": {"title": "x"}})).await;
    let conflict =
        json!({"__typename": "ArtRecordConflict", "current": {"title": "Harbor at dawn", "version": 2}});
    assert_eq!(stale.data()["updateArtRecord"], conflict);
    let wrong = json!({"id": id, "version": 2, "patch": {"customFields": {"edition": "many"}}});
    assert_eq!(user.graphql(UPDATE, wrong).await.code(), "invalid_input");
}

#[tokio::test]
async fn a_project_without_a_record_gets_it_on_first_use() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let id = project(&user, "Harbor").await;
    let shown = user.graphql(SHOW, json!({"id": id})).await;
    assert_eq!(shown.data()["artRecord"]["version"], 0);
    let edited = user.graphql(UPDATE, json!({"id": id, "version": 0, "patch": {"medium": "oil"}})).await;
    assert_eq!(edited.data()["updateArtRecord"]["version"], 1);
    let list = "{ artRecords { nodes { title medium } } }";
    let listed = user.graphql(list, json!({})).await;
    assert_eq!(listed.data()["artRecords"]["nodes"], json!([{"title": "Harbor", "medium": "oil"}]));
}

#[tokio::test]
async fn a_record_follows_what_happens_to_its_project() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let me = user.graphql("{ me { tenant { id } } }", json!({})).await;
    let tenant = me.data()["me"]["tenant"]["id"].as_str().expect("an id").parse().expect("a tenant");
    let mut news = Box::pin(test.app.journal.changes.subscribe(tenant));
    assert_eq!(news.next().await, Some(Signal::Missed));
    let stop = CancellationToken::new();
    let mut running = JoinSet::new();
    running.spawn(relay(&test.app).run(stop.clone()));
    let id = project(&user, "Harbor").await;
    news.next().await.expect("it was made");
    assert_eq!(user.graphql(SHOW, json!({"id": id})).await.data()["artRecord"]["version"], 1);
    let rename = r#"mutation($id: ProjectId!) { updateProject(id: $id, version: 1, patch: {name: "Quay"}) { __typename } }"#;
    user.graphql(rename, json!({"id": id})).await.data();
    news.next().await.expect("it was renamed");
    assert_eq!(user.graphql(SHOW, json!({"id": id})).await.data()["artRecord"]["title"], "Quay");
    let archive = "mutation($id: ProjectId!) { archiveProject(id: $id, version: 2) { __typename } }";
    user.graphql(archive, json!({"id": id})).await.data();
    news.next().await.expect("it was put away");
    let shown = user.graphql(SHOW, json!({"id": id})).await;
    assert!(!shown.data()["artRecord"]["archivedAt"].is_null(), "{shown:?}");
    let delete = "mutation($id: ProjectId!) { deleteProject(id: $id, version: 3) { __typename } }";
    user.graphql(delete, json!({"id": id})).await.data();
    stop.cancel();
    running.join_next().await.expect("it ran").expect("it ends");
}

#[tokio::test]
async fn each_role_does_what_the_matrix_says() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let id = record(&cast.owner, "Harbor").await;
    let update = |client: Client| {
        let id = id.clone();
        async move {
            let variables = json!({"id": id, "version": 9, "patch": {}});
            client.graphql(UPDATE, variables).await.code().to_owned()
        }
    };
    let people = [&cast.guest, &cast.viewer, &cast.member, &cast.owner, &cast.stranger];
    let expected = ["unauthenticated", "forbidden", "", "", "project_not_found"];
    for (client, expected) in people.into_iter().zip(expected) {
        assert_eq!(update(client.clone()).await, expected);
    }
    for client in [&cast.viewer, &cast.member] {
        assert_eq!(client.graphql(SHOW, json!({"id": id})).await.data()["artRecord"]["title"], "Harbor");
    }
    assert!(cast.stranger.graphql(SHOW, json!({"id": id})).await.data()["artRecord"].is_null());
    let listed = cast.stranger.graphql("{ artRecords { nodes { title } } }", json!({})).await;
    assert_eq!(listed.data()["artRecords"]["nodes"], json!([]));
}
