//! Inspiration over HTTP.

use atelier_testkit::{Cast, TestApp};
use serde_json::json;

const CREATE: &str = "mutation($input: NewInspiration!) { createInspiration(input: $input) {
    id title position version tags } }";
const CONVERT: &str = "mutation($id: InspirationId!, $version: Int!, $to: Conversion!) {
    convertInspiration(id: $id, version: $version, to: $to) { __typename
    ... on InspirationConverted { inspiration { convertedTo linkedProjectId version } record { projectId title }
    log { logId rawText tags } } ... on InspirationConflict { current { version } } } }";

#[tokio::test]
async fn it_is_gathered_moved_and_found_by_its_tags() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let input = json!({"type": "TEXT", "title": "Fog", "tags": ["pier"]});
    let made = cast.member.graphql(CREATE, json!({"input": input})).await.data()["createInspiration"].clone();
    assert_eq!((&made["position"], &made["version"]), (&json!(0.0), &json!(1)));
    let other = json!({"type": "TEXT", "text": "Rust on the hull"});
    let other = cast.member.graphql(CREATE, json!({"input": other})).await;
    assert_eq!(other.data()["createInspiration"]["position"], json!(-1.0));
    let moved =
        "mutation($id: InspirationId!) { updateInspiration(id: $id, version: 1, patch: {position: -0.5}) {
        ... on Inspiration { position } } }";
    let moved = cast.member.graphql(moved, json!({"id": made["id"]})).await;
    assert_eq!(moved.data()["updateInspiration"]["position"], json!(-0.5));
    let found = cast.viewer.graphql(r#"{ inspirations(tag: "pier") { nodes { title } } }"#, json!({})).await;
    assert_eq!(found.data()["inspirations"]["nodes"], json!([{"title": "Fog"}]));
    let refused = json!({"input": {"type": "IMAGE"}});
    assert_eq!(cast.member.graphql(CREATE, refused.clone()).await.code(), "invalid_input");
    assert_eq!(cast.viewer.graphql(CREATE, refused).await.code(), "forbidden");
    let delete = "mutation($id: InspirationId!) { deleteInspiration(id: $id, version: 2) { __typename } }";
    let variables = json!({"id": made["id"]});
    assert_eq!(cast.stranger.graphql(delete, variables.clone()).await.code(), "journal_not_found");
    let gone = cast.member.graphql(delete, variables).await;
    assert_eq!(gone.data()["deleteInspiration"]["__typename"], "InspirationDeleted");
}

#[tokio::test]
async fn it_becomes_a_project_or_a_log_once() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    for to in ["PROJECT", "LOG"] {
        let input = json!({"type": "TEXT", "title": "Fog", "text": "over the pier", "tags": ["pier"]});
        let made = user.graphql(CREATE, json!({"input": input})).await.data()["createInspiration"].clone();
        let variables = json!({"id": made["id"], "version": 1, "to": to});
        let converted = user.graphql(CONVERT, variables.clone()).await.data()["convertInspiration"].clone();
        let became =
            if to == "PROJECT" { &converted["record"]["projectId"] } else { &converted["log"]["logId"] };
        assert!(became.is_string(), "{converted}");
        assert_eq!(&converted["inspiration"]["convertedTo"], became);
        let stale = user.graphql(CONVERT, variables).await;
        assert_eq!(stale.data()["convertInspiration"]["current"]["version"], 2);
        let again = user.graphql(CONVERT, json!({"id": made["id"], "version": 2, "to": to})).await;
        assert_eq!(again.code(), "invalid_input");
    }
    let logs = user.graphql("{ journal { nodes { rawText } } }", json!({})).await;
    assert_eq!(logs.data()["journal"]["nodes"][0]["rawText"], "Fog\nover the pier");
    let records = user.graphql("{ artRecords { nodes { title } } }", json!({})).await;
    assert_eq!(records.data()["artRecords"]["nodes"], json!([{"title": "Fog"}]));
}
