//! Ten thousand concurrent edits over HTTP: people count up in a brief and in a milestone, at the same time.

use std::time::Instant;

use serde_json::{Value, json};

use crate::figures::rounded;
use crate::studio::{Client, Studio};

const PEOPLE: u64 = 4;
/// Of each in the brief, and again in the milestone.
const EDITS: u64 = 1_250;

const SAVE: &str = "mutation($id: ProjectId!, $on: Int!, $text: String!) {
    outcome: saveBrief(projectId: $id, basedOn: $on, input: {requirements: [], deliverables: [], notes: $text}) {
    __typename ... on Brief { version text: notes } ... on BriefConflict { current { version text: notes } } } }";
const RENAME: &str = "mutation($ms: MilestoneId!, $id: ProjectId!, $on: Int!, $text: String!) {
    outcome: updateMilestone(id: $ms, projectId: $id, version: $on, patch: {name: $text}) {
    __typename ... on Milestone { version text: name } ... on MilestoneConflict { current { version text: name } } } }";
const BOTH: &str = "query($id: ProjectId!) { brief(projectId: $id) { version text: notes }
    milestones(projectId: $id) { version text: name } }";

pub(crate) fn measure() -> Value {
    let studio = Studio::open(false);
    let mut client = studio.client();
    let project = "mutation { createArtProject(input: {name: \"Harbor\"}) { projectId } }";
    let id = client.graphql(project, &json!({}))["createArtProject"]["projectId"].clone();
    let create = "mutation($id: ProjectId!) { createMilestone(projectId: $id, input: {name: \"0\"}) { id } }";
    let milestone = client.graphql(create, &json!({"id": id}))["createMilestone"]["id"].clone();
    let ids = json!({"id": id, "ms": milestone});
    let start = Instant::now();
    let conflicts: u64 = std::thread::scope(|scope| {
        let (studio, ids) = (&studio, &ids);
        let person =
            move |mutation, version| scope.spawn(move || count(&mut studio.client(), mutation, ids, version));
        let people: Vec<_> = (0..PEOPLE).flat_map(|_| [person(SAVE, 0), person(RENAME, 1)]).collect();
        people.into_iter().map(|person| person.join().expect("a person")).sum()
    });
    let took = start.elapsed().as_secs_f64();
    let (edits, both) = (2 * PEOPLE * EDITS, client.graphql(BOTH, &ids));
    let counted = seen(&both["brief"]).1 + seen(&both["milestones"][0]).1;
    json!({
        "edits": edits, "kept": counted, "lost": edits.abs_diff(counted), "conflicts": conflicts,
        "per_second": rounded(edits as f64 / took),
    })
}

/// Counts up so many times, each time as often as it takes; the number of conflicts.
fn count(client: &mut Client, mutation: &str, ids: &Value, version: u64) -> u64 {
    let (mut at, mut conflicts) = ((version, 0), 0);
    for _ in 0..EDITS {
        loop {
            let mut variables = ids.clone();
            variables["on"] = at.0.into();
            variables["text"] = (at.1 + 1).to_string().into();
            let saved = client.graphql(mutation, &variables)["outcome"].clone();
            if saved["current"].is_null() {
                at = seen(&saved);
                break;
            }
            at = seen(&saved["current"]);
            conflicts += 1;
        }
    }
    conflicts
}

/// The version, and the number that is written in it.
fn seen(node: &Value) -> (u64, u64) {
    let written = node["text"].as_str().and_then(|text| text.parse().ok()).unwrap_or(0);
    (node["version"].as_u64().unwrap_or(0), written)
}
