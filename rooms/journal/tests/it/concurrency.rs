//! Many edits at once.

use std::sync::Arc;

use atelier_testkit::{Client, TestApp};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::records::record;

/// People at once, and what each of them does.
const PEOPLE: usize = 4;
const EDITS: usize = 1_250;

const BRIEF: &str = "query($id: ProjectId!) { brief(projectId: $id) { version notes } }";
const SAVE: &str = "mutation($id: ProjectId!, $on: Int!, $notes: String!) {
    saveBrief(projectId: $id, basedOn: $on, input: {requirements: [], deliverables: [], notes: $notes}) {
    __typename ... on Brief { version notes } ... on BriefConflict { current { version notes } } } }";
const MILESTONE: &str = "mutation($ms: MilestoneId!, $id: ProjectId!, $version: Int!, $name: String!) {
    updateMilestone(id: $ms, projectId: $id, version: $version, patch: {name: $name}) {
    __typename ... on Milestone { version name } ... on MilestoneConflict { current { version name } } } }";

/// A number and what it was read at.
type Seen = (u64, u64);

fn seen(node: &Value, text: &str) -> Seen {
    let count = node[text].as_str().and_then(|text| text.parse().ok()).unwrap_or(0);
    (node["version"].as_u64().unwrap_or(0), count)
}

/// Counts one up in the brief's notes, as often as it takes.
async fn count_brief(client: Client, id: Value, mut at: Seen) -> Seen {
    loop {
        let variables = json!({"id": id, "on": at.0, "notes": (at.1 + 1).to_string()});
        let saved = client.graphql(SAVE, variables).await.data()["saveBrief"].clone();
        if saved["__typename"] == "Brief" {
            return seen(&saved, "notes");
        }
        at = seen(&saved["current"], "notes");
    }
}

/// The same in a milestone's name.
async fn count_milestone(client: Client, ids: Arc<(Value, Value)>, mut at: Seen) -> Seen {
    loop {
        let name = (at.1 + 1).to_string();
        let variables = json!({"ms": ids.1, "id": ids.0, "version": at.0, "name": name});
        let saved = client.graphql(MILESTONE, variables).await.data()["updateMilestone"].clone();
        if saved["__typename"] == "Milestone" {
            return seen(&saved, "name");
        }
        at = seen(&saved["current"], "name");
    }
}

/// Lets everybody count at the same time until all of them are done.
async fn everybody<F: Future<Output = ()> + Send + 'static>(counting: impl Fn() -> F) {
    let mut people = JoinSet::new();
    for _ in 0..PEOPLE {
        people.spawn(counting());
    }
    while let Some(ended) = people.join_next().await {
        ended.expect("nobody gave up");
    }
}

const ALL: u64 = (PEOPLE * EDITS) as u64;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn five_thousand_concurrent_versions_of_a_brief_lose_no_edit() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let id = record(&user, "Harbor").await;
    everybody(|| {
        let (client, id) = (user.clone(), id.clone());
        async move {
            let mut at = (0, 0);
            for _ in 0..EDITS {
                at = count_brief(client.clone(), id.clone(), at).await;
            }
        }
    })
    .await;
    let brief = user.graphql(BRIEF, json!({"id": id})).await.data()["brief"].clone();
    assert_eq!(seen(&brief, "notes"), (ALL, ALL));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn five_thousand_concurrent_edits_of_a_milestone_lose_none() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let id = record(&user, "Harbor").await;
    let create =
        r#"mutation($id: ProjectId!) { createMilestone(projectId: $id, input: {name: "0"}) { id } }"#;
    let made = user.graphql(create, json!({"id": id})).await;
    let ids = Arc::new((id.clone(), made.data()["createMilestone"]["id"].clone()));
    everybody(|| {
        let (client, ids) = (user.clone(), ids.clone());
        async move {
            let mut at = (1, 0);
            for _ in 0..EDITS {
                at = count_milestone(client.clone(), ids.clone(), at).await;
            }
        }
    })
    .await;
    let list = "query($id: ProjectId!) { milestones(projectId: $id) { version name } }";
    let listed = user.graphql(list, json!({"id": id})).await.data()["milestones"][0].clone();
    assert_eq!(seen(&listed, "name"), (ALL + 1, ALL));
}
