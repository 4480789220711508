//! Lists by tenant and by owner, page by page.

use std::time::Duration;

use atelier_testkit::{Cast, Client, TestApp};
use serde_json::{Value, json};

use crate::{archive, create};

const LIST: &str = "query($state: ProjectState!, $owner: UserId, $after: String) {
    projects(state: $state, owner: $owner, first: 2, after: $after) {
        nodes { name } pageInfo { hasNextPage hasPreviousPage endCursor } } }";

/// The names of all pages.
async fn names(client: &Client, state: &str, owner: Option<&Value>) -> Vec<String> {
    let (mut names, mut after) = (Vec::new(), Value::Null);
    loop {
        let variables = json!({"state": state, "owner": owner, "after": after});
        let answer = client.graphql(LIST, variables).await;
        let page = &answer.data()["projects"];
        assert_eq!(page["pageInfo"]["hasPreviousPage"], !after.is_null());
        let nodes = page["nodes"].as_array().expect("nodes");
        names.extend(nodes.iter().filter_map(|node| node["name"].as_str()).map(str::to_owned));
        if page["pageInfo"]["hasNextPage"] == false {
            return names;
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
}

#[tokio::test]
async fn the_latest_change_comes_first_and_archived_ones_are_apart() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let mut ids = Vec::new();
    for name in ["A", "B", "C", "D", "E"] {
        test.clock.advance(Duration::from_secs(1));
        ids.push(create(&cast.member, name).await["id"].clone());
    }
    create(&cast.stranger, "Elsewhere").await;
    test.clock.advance(Duration::from_secs(1));
    let edit = r#"mutation($id: ProjectId!) { updateProject(id: $id, version: 1, patch: {name: "B2"}) { __typename } }"#;
    cast.member.graphql(edit, json!({"id": ids[1]})).await.data();
    archive(&cast.member, &ids[3], 1).await;
    assert_eq!(names(&cast.viewer, "ACTIVE", None).await, ["B2", "E", "C", "A"]);
    assert_eq!(names(&cast.viewer, "ARCHIVED", None).await, ["D"]);
    assert_eq!(names(&cast.stranger, "ACTIVE", None).await, ["Elsewhere"]);
}

#[tokio::test]
async fn the_list_of_an_owner_holds_only_this_tenants_projects() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let me = cast.member.graphql("{ me { user { id } } }", json!({})).await;
    let member = me.data()["me"]["user"]["id"].clone();
    for (client, name) in [(&cast.owner, "Theirs"), (&cast.member, "One"), (&cast.member, "Two")] {
        test.clock.advance(Duration::from_secs(1));
        create(client, name).await;
    }
    // The same user's project in their personal tenant.
    let personal = cast.member.in_tenant(member.as_str().expect("an id"));
    create(&personal, "Private").await;
    assert_eq!(names(&cast.viewer, "ACTIVE", Some(&member)).await, ["Two", "One"]);
    assert_eq!(names(&personal, "ACTIVE", Some(&member)).await, ["Private"]);
}

#[tokio::test]
async fn an_empty_tenant_has_an_empty_page() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    assert!(names(&user, "ACTIVE", None).await.is_empty());
}
