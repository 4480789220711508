//! Projects over HTTP, as guest, viewer, member, owner and stranger.

mod editing;
mod lists;
mod permissions;

use atelier_testkit::Client;
use serde_json::{Value, json};

/// Makes a project; `id` and `version` of it.
async fn create(client: &Client, name: &str) -> Value {
    let query = "mutation($name: String!) { createProject(input: {name: $name}) { id version } }";
    client.graphql(query, json!({"name": name})).await.data()["createProject"].clone()
}

/// Archives a project at a version; the outcome.
async fn archive(client: &Client, id: &Value, version: u64) -> Value {
    let query = "mutation($id: ProjectId!, $version: Int!) { archiveProject(id: $id, version: $version) {
        ... on Project { state version archivedAt } ... on ProjectConflict { current { version } } } }";
    client.graphql(query, json!({"id": id, "version": version})).await.data()["archiveProject"].clone()
}
