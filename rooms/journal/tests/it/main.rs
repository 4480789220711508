//! The journal over HTTP, as guest, viewer, member, owner and stranger.

mod archive;
mod assets;
mod briefs;
mod concurrency;
mod finding;
mod inspiration;
mod kill;
mod logs;
mod patterns;
mod recordings;
mod records;
mod rereading;
mod stranded;

use atelier_testkit::Client;
use serde_json::{Value, json};

/// Makes a project; its id.
async fn project(client: &Client, name: &str) -> Value {
    let query = "mutation($name: String!) { createProject(input: {name: $name}) { id } }";
    client.graphql(query, json!({"name": name})).await.data()["createProject"]["id"].clone()
}
