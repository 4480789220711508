//! Cold storage: what goes there comes back as it was, wherever the process is killed.

use std::time::Duration;

use atelier_base::Scope;
use atelier_blobs::ASSETS;
use atelier_server::{tidy_up, workers};
use atelier_tables::{Item, KeyRange, Query};
use atelier_testkit::{Cast, Client, TestApp};
use serde_json::{Value, json};

use crate::records::record;

const MILESTONE: &str = "mutation($id: ProjectId!, $name: String!) {
    createMilestone(projectId: $id, input: {name: $name}) { id } }";
const ARCHIVE: &str = "mutation($id: ProjectId!, $version: Int!) {
    archiveArtRecord(projectId: $id, version: $version) { __typename ... on ArtRecord { archivedAt version } } }";
const RESTORE: &str =
    "mutation($id: ProjectId!) { restoreArtRecord(projectId: $id) { archivedAt version project { state } } }";
const LIST: &str =
    "query($title: String) { archive(title: $title) { nodes { key kind id title reason bytes } } }";

/// Every item of the tenant that lies below the project, as the store has it.
async fn below(test: &TestApp, scope: Scope, project: &Value) -> Vec<Item> {
    let table = test.app.tables.find("Artissist").expect("declared");
    let tenant = scope.tenant_id().expect("a tenant");
    let range = format!("PROJECT#{}#", project.as_str().expect("an id"));
    let query = Query::table(table, format!("TENANT#{tenant}")).range(KeyRange::BeginsWith(range.into()));
    test.app.tables.query(scope, query).await.expect("read").into_nodes().collect()
}

async fn objects(test: &TestApp, scope: Scope) -> usize {
    let page = atelier_base::PageRequest::first(200);
    test.app.blobs.list(scope, &ASSETS, "archive/", page).await.expect("a list").edges.len()
}

async fn work(test: &TestApp) {
    while workers(&test.app).run_one().await.expect("run").is_some() {}
}

pub(crate) async fn scope_of(client: &Client) -> Scope {
    let me = client.graphql("{ me { tenant { id } } }", json!({})).await;
    let tenant = me.data()["me"]["tenant"]["id"].as_str().expect("an id").parse().expect("a tenant");
    Scope::tenant(tenant)
}

/// A project with a brief of two versions and a few milestones.
async fn studio(client: &Client) -> Value {
    let id = record(client, "Harbor").await;
    for name in ["Ground", "Glaze", "Frame"] {
        client.graphql(MILESTONE, json!({"id": id, "name": name})).await.data();
    }
    let save = "mutation($id: ProjectId!, $on: Int!) { saveBrief(projectId: $id, basedOn: $on,
        input: {requirements: [\"Blue\"], deliverables: []}) { __typename } }";
    for on in 0..2 {
        client.graphql(save, json!({"id": id, "on": on})).await.data();
    }
    id
}

#[tokio::test]
async fn a_project_goes_to_cold_storage_and_comes_back_byte_for_byte() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let (id, scope) = (studio(&user).await, scope_of(&user).await);
    let before = below(&test, scope, &id).await;
    assert_eq!(before.len(), 5);
    let archived = user.graphql(ARCHIVE, json!({"id": id, "version": 1})).await;
    assert!(archived.data()["archiveArtRecord"]["archivedAt"].is_string(), "{archived:?}");
    let refused = user.graphql(MILESTONE, json!({"id": id, "name": "Late"})).await;
    assert_eq!(refused.code(), "record_archived");
    work(&test).await;
    assert_eq!(below(&test, scope, &id).await, [], "all of it is away");
    let listed = user.graphql(LIST, json!({"title": "HARB"})).await;
    let entry = listed.data()["archive"]["nodes"][0].clone();
    assert_eq!(
        (&entry["kind"], &entry["id"], &entry["reason"]),
        (&json!("project"), &id, &json!("archived"))
    );
    assert_eq!(objects(&test, scope).await, 1);
    let restored = user.graphql(RESTORE, json!({"id": id})).await;
    let expected = json!({"archivedAt": null, "version": 3, "project": {"state": "ACTIVE"}});
    assert_eq!(restored.data()["restoreArtRecord"], expected);
    assert_eq!(below(&test, scope, &id).await, before);
    work(&test).await;
    assert_eq!(objects(&test, scope).await, 0, "the bytes are discarded");
    let listed = user.graphql(LIST, json!({})).await;
    assert_eq!(listed.data()["archive"]["nodes"], json!([]));
}

#[tokio::test]
async fn what_was_killed_on_the_way_comes_back_once() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let (id, scope) = (studio(&user).await, scope_of(&user).await);
    let before = below(&test, scope, &id).await;
    let table = test.app.tables.find("Artissist").expect("declared");
    user.graphql(ARCHIVE, json!({"id": id, "version": 1})).await.data();
    work(&test).await;
    // Killed while it was deleting, or while things came back: some are there, and the entry names all of them.
    for item in &before[1..3] {
        let write = atelier_tables::Write::create(table, item.clone());
        test.app.tables.write(scope, write).await.expect("written");
    }
    user.graphql(RESTORE, json!({"id": id})).await.data();
    assert_eq!(below(&test, scope, &id).await, before, "nothing is lost and nothing is there twice");
    work(&test).await;
    assert_eq!(objects(&test, scope).await, 0);
}

#[tokio::test]
async fn what_expires_is_archived_once_before_it_goes() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let scope = scope_of(&user).await;
    let create = r#"mutation { createInspiration(input: {type: TEXT, title: "Fog", text: "over the pier"}) { id version } }"#;
    let made = user.graphql(create, json!({})).await.data()["createInspiration"].clone();
    let expire = "mutation($id: InspirationId!) { updateInspiration(id: $id, version: 1,
        patch: {expiresAt: \"2026-11-21T10:00:00Z\"}) { __typename } }";
    user.graphql(expire, json!({"id": made["id"]})).await.data();
    test.clock.advance(Duration::from_hours(2));
    let gone = user.graphql("{ inspirations { nodes { id } } }", json!({})).await;
    assert_eq!(gone.data()["inspirations"]["nodes"], json!([]));
    // Killed between the entry and the burial: the first half, and then all of it.
    let expired = test.app.tables.expired(Scope::directory(), 100).await.expect("read");
    atelier_journal::archive::put_away_expired(&test.app.journal, expired).await;
    tidy_up(&test.app).await.expect("tidied");
    let listed = user.graphql(LIST, json!({})).await;
    let entries = listed.data()["archive"]["nodes"].as_array().expect("a list").clone();
    assert_eq!(entries.len(), 1, "{entries:?}");
    assert_eq!((&entries[0]["title"], &entries[0]["reason"]), (&json!("Fog"), &json!("expired")));
    let left = test.app.tables.expired(Scope::directory(), 100).await.expect("read");
    assert!(left.iter().all(|one| one.table.name != "Artissist"), "{left:?}");
    let back = "mutation($key: String!) { restoreArchived(key: $key) { id } }";
    user.graphql(back, json!({"key": entries[0]["key"]})).await.data();
    let list = "{ inspirations { nodes { id title text version } } }";
    let expected = json!([{"id": made["id"], "title": "Fog", "text": "over the pier", "version": 2}]);
    assert_eq!(user.graphql(list, json!({})).await.data()["inspirations"]["nodes"], expected);
    work(&test).await;
    assert_eq!(objects(&test, scope).await, 0);
    let twice = user.graphql(back, json!({"key": entries[0]["key"]})).await;
    assert_eq!(twice.code(), "journal_not_found");
}

#[tokio::test]
async fn only_an_owner_deletes_from_the_archive() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let id = studio(&cast.owner).await;
    cast.member.graphql(ARCHIVE, json!({"id": id, "version": 1})).await.data();
    work(&test).await;
    let delete = "mutation($key: String!) { deleteArchived(key: $key) { id } }";
    for (client, code) in [
        (&cast.guest, "unauthenticated"),
        (&cast.viewer, "forbidden"),
        (&cast.member, "forbidden"),
        (&cast.stranger, "journal_not_found"),
        (&cast.owner, ""),
    ] {
        assert_eq!(client.graphql(delete, json!({"key": id})).await.code(), code);
    }
    work(&test).await;
    assert_eq!(objects(&test, scope_of(&cast.owner).await).await, 0);
}
