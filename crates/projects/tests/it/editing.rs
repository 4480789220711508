//! Edits under optimistic locking, and the life of a project.

use atelier_testkit::{Cast, TestApp};
use serde_json::{Value, json};
use std::time::Duration;

use crate::{archive, create};

const EDIT: &str = "mutation($id: ProjectId!, $version: Int!, $patch: ProjectPatch!) {
    updateProject(id: $id, version: $version, patch: $patch) {
        __typename
        ... on Project { name description type settings version updatedAt }
        ... on ProjectConflict { current { name version } } } }";

#[tokio::test]
async fn an_edit_changes_what_it_names_and_counts_up() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let made = create(&user, "Harbor").await;
    test.clock.advance(Duration::from_secs(1));
    let patch =
        json!({"description": "Three panels", "type": "painting", "settings": {"unit": "cm", "panels": 3}});
    let edited = user.graphql(EDIT, json!({"id": made["id"], "version": 1, "patch": patch})).await;
    let expected = json!({"__typename": "Project", "name": "Harbor", "description": "Three panels",
        "type": "painting", "settings": {"unit": "cm", "panels": 3}, "version": 2,
        "updatedAt": "2026-11-21T09:00:01.000Z"});
    assert_eq!(edited.data()["updateProject"], expected);
    let reset = json!({"description": null});
    let edited = user.graphql(EDIT, json!({"id": made["id"], "version": 2, "patch": reset})).await;
    assert_eq!(edited.data()["updateProject"]["description"], "");
}

#[tokio::test]
async fn a_stale_version_is_a_conflict_with_the_stored_project() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let made = create(&cast.owner, "Harbor").await;
    let edit = |name: &'static str| json!({"id": made["id"], "version": 1, "patch": {"name": name}});
    let (first, second) = tokio::join!(
        cast.owner.graphql(EDIT, edit("Harbor at dawn")),
        cast.member.graphql(EDIT, edit("Harbor at dusk")),
    );
    let outcomes = [&first.data()["updateProject"], &second.data()["updateProject"]];
    let won: Vec<&&Value> = outcomes.iter().filter(|outcome| outcome["__typename"] == "Project").collect();
    let lost: Vec<_> = outcomes.iter().filter(|outcome| outcome["__typename"] == "ProjectConflict").collect();
    assert_eq!((won.len(), lost.len()), (1, 1), "{outcomes:?}");
    assert_eq!(lost[0]["current"], json!({"name": won[0]["name"], "version": 2}));
}

#[tokio::test]
async fn an_edit_with_faults_names_every_field() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let made = create(&user, "Harbor").await;
    let patch = json!({"name": "", "type": "x".repeat(41)});
    let refused = user.graphql(EDIT, json!({"id": made["id"], "version": 1, "patch": patch})).await;
    assert_eq!(refused.code(), "invalid_input");
    let fields = &refused.body["errors"][0]["extensions"]["fields"];
    assert_eq!((&fields[0]["path"], &fields[1]["path"]), (&json!("name"), &json!("type")), "{fields}");
    assert_eq!(fields[0]["code"], "required");
}

#[tokio::test]
async fn archive_restore_and_delete_keep_their_order() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let id = create(&user, "Harbor").await["id"].clone();
    let delete = "mutation($id: ProjectId!, $version: Int!) { deleteProject(id: $id, version: $version) {
        ... on ProjectDeleted { id } ... on ProjectConflict { current { version } } } }";
    let early = user.graphql(delete, json!({"id": id, "version": 1})).await;
    assert_eq!(early.code(), "project_not_archived");
    let archived = archive(&user, &id, 1).await;
    assert_eq!(archived["state"], "ARCHIVED");
    let edit = user.graphql(EDIT, json!({"id": id, "version": 2, "patch": {"name": "New"}})).await;
    assert_eq!(edit.code(), "project_archived");
    let restore = "mutation($id: ProjectId!) { restoreProject(id: $id, version: 2) { ... on Project { state version archivedAt } } }";
    let restored = user.graphql(restore, json!({"id": id})).await;
    let expected = json!({"state": "ACTIVE", "version": 3, "archivedAt": null});
    assert_eq!(restored.data()["restoreProject"], expected);
    archive(&user, &id, 3).await;
    let stale = user.graphql(delete, json!({"id": id, "version": 3})).await;
    assert_eq!(stale.data()["deleteProject"]["current"]["version"], 4);
    let gone = user.graphql(delete, json!({"id": id, "version": 4})).await;
    assert_eq!(gone.data()["deleteProject"]["id"], id);
    let read = user.graphql("query($id: ProjectId!) { project(id: $id) { id } }", json!({"id": id})).await;
    assert_eq!(read.code(), "project_not_found");
}
