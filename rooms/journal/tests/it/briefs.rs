//! Briefs and milestones.

use atelier_testkit::{Cast, Client, TestApp};
use serde_json::{Value, json};

use crate::records::record;

const SAVE: &str = "mutation($id: ProjectId!, $on: Int!, $input: BriefInput!) {
    saveBrief(projectId: $id, basedOn: $on, input: $input) { __typename
    ... on Brief { version current lock changelog { version changes } }
    ... on BriefConflict { current { version requirements } base { version requirements } } } }";

async fn save(client: &Client, id: &Value, based_on: u32, requirements: &[&str]) -> Value {
    let input = json!({"requirements": requirements, "deliverables": []});
    let variables = json!({"id": id, "on": based_on, "input": input});
    client.graphql(SAVE, variables).await.data()["saveBrief"].clone()
}

#[tokio::test]
async fn versions_stay_and_the_tenth_is_the_current_one() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let id = record(&user, "Harbor").await;
    for version in 0..11 {
        let saved = save(&user, &id, version, &["Blue", &format!("Panel {version}")]).await;
        assert_eq!((&saved["version"], &saved["current"]), (&json!(version + 1), &json!(true)), "{saved}");
    }
    let query = "query($id: ProjectId!, $version: Int) { brief(projectId: $id, version: $version) {
        version current requirements } }";
    let current = user.graphql(query, json!({"id": id})).await;
    let expected = json!({"version": 11, "current": true, "requirements": ["Blue", "Panel 10"]});
    assert_eq!(current.data()["brief"], expected);
    let old = user.graphql(query, json!({"id": id, "version": 2})).await;
    let expected = json!({"version": 2, "current": false, "requirements": ["Blue", "Panel 1"]});
    assert_eq!(old.data()["brief"], expected);
    let pages =
        "query($id: ProjectId!, $after: String) { briefVersions(projectId: $id, first: 6, after: $after) {
        nodes { version } pageInfo { hasNextPage endCursor } } }";
    let first = user.graphql(pages, json!({"id": id})).await.data()["briefVersions"].clone();
    let second = json!({"id": id, "after": first["pageInfo"]["endCursor"]});
    let second = user.graphql(pages, second).await.data()["briefVersions"].clone();
    let numbers = |page: &Value| {
        page["nodes"]
            .as_array()
            .map(|nodes| nodes.iter().filter_map(|node| node["version"].as_u64()).collect::<Vec<_>>())
    };
    assert_eq!(numbers(&first), Some((6..=11).rev().collect()));
    assert_eq!(numbers(&second), Some((1..=5).rev().collect()));
    assert_eq!(second["pageInfo"]["hasNextPage"], false);
    let diff =
        "query($id: ProjectId!) { briefDiff(projectId: $id, from: 1, to: 11) { lines { kind text } } }";
    let lines = user.graphql(diff, json!({"id": id})).await.data()["briefDiff"]["lines"].clone();
    let expected = json!([{"kind": "SAME", "text": "Blue"}, {"kind": "REMOVED", "text": "Panel 0"},
        {"kind": "ADDED", "text": "Panel 10"}]);
    assert_eq!(lines, expected);
    let restore = "mutation($id: ProjectId!) { restoreBrief(projectId: $id, version: 2, basedOn: 11) {
        ... on Brief { version restoredFrom requirements } } }";
    let restored = user.graphql(restore, json!({"id": id})).await;
    let expected = json!({"version": 12, "restoredFrom": 2, "requirements": ["Blue", "Panel 1"]});
    assert_eq!(restored.data()["restoreBrief"], expected);
}

#[tokio::test]
async fn two_people_who_edit_one_brief_get_what_a_merge_needs() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let id = record(&cast.owner, "Harbor").await;
    save(&cast.owner, &id, 0, &["Blue"]).await;
    save(&cast.owner, &id, 1, &["Blue", "Signed"]).await;
    let late = save(&cast.member, &id, 1, &["Blue", "Framed"]).await;
    let expected = json!({"__typename": "BriefConflict",
        "current": {"version": 2, "requirements": ["Blue", "Signed"]},
        "base": {"version": 1, "requirements": ["Blue"]}});
    assert_eq!(late, expected);
    let first_again = save(&cast.member, &id, 0, &["Red"]).await;
    assert_eq!((&first_again["base"], &first_again["current"]["version"]), (&Value::Null, &json!(2)));
    let refused = json!({"id": id, "on": 2, "input": {"requirements": [], "deliverables": []}});
    assert_eq!(cast.viewer.graphql(SAVE, refused.clone()).await.code(), "forbidden");
    assert_eq!(cast.stranger.graphql(SAVE, refused).await.code(), "project_not_found");
}

#[tokio::test]
async fn approvals_belong_to_the_current_version() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let id = record(&user, "Harbor").await;
    save(&user, &id, 0, &["Blue"]).await;
    let ask = r#"mutation($id: ProjectId!, $version: Int!, $lock: Int!) {
        requestApproval(projectId: $id, version: $version, lock: $lock, who: "Curator") { __typename
        ... on Brief { lock approvals { id who state } } ... on BriefConflict { current { version lock } } } }"#;
    let asked = user.graphql(ask, json!({"id": id, "version": 1, "lock": 1})).await;
    let expected = json!({"__typename": "Brief", "lock": 2,
        "approvals": [{"id": "1", "who": "Curator", "state": "REQUESTED"}]});
    assert_eq!(asked.data()["requestApproval"], expected);
    let stale = user.graphql(ask, json!({"id": id, "version": 1, "lock": 1})).await;
    assert_eq!(stale.data()["requestApproval"]["current"], json!({"version": 1, "lock": 2}));
    let decide = r#"mutation($id: ProjectId!, $lock: Int!, $state: ApprovalState!) {
        decideApproval(projectId: $id, version: 1, lock: $lock, approvalId: "1", state: $state) { __typename
        ... on Brief { lock approvals { state decidedBy } } } }"#;
    let decided = user.graphql(decide, json!({"id": id, "lock": 2, "state": "APPROVED"})).await;
    assert_eq!(decided.data()["decideApproval"]["approvals"][0]["state"], "APPROVED");
    let back = user.graphql(decide, json!({"id": id, "lock": 3, "state": "REQUESTED"})).await;
    assert_eq!(back.code(), "invalid_input");
    save(&user, &id, 1, &["Red"]).await;
    let late = user.graphql(ask, json!({"id": id, "version": 1, "lock": 3})).await;
    assert_eq!(late.data()["requestApproval"]["current"], json!({"version": 2, "lock": 1}));
}

#[tokio::test]
async fn milestones_are_in_the_order_of_their_days() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let id = record(&user, "Harbor").await;
    let create = "mutation($id: ProjectId!, $input: NewMilestone!) {
        createMilestone(projectId: $id, input: $input) { id version } }";
    let mut made = Vec::new();
    for input in [
        json!({"name": "Someday"}),
        json!({"name": "Frame", "due": "2026-12-02"}),
        json!({"name": "Glaze", "due": "2026-12-01"}),
    ] {
        let milestone = user.graphql(create, json!({"id": id, "input": input})).await;
        made.push(milestone.data()["createMilestone"]["id"].clone());
    }
    let list = "query($id: ProjectId!) { milestones(projectId: $id) { name status completedAt } }";
    let names = async || {
        let listed = user.graphql(list, json!({"id": id})).await;
        let listed = listed.data()["milestones"].as_array().expect("a list").clone();
        listed.iter().map(|one| one["name"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names().await, ["Glaze", "Frame", "Someday"]);
    let update = "mutation($ms: MilestoneId!, $id: ProjectId!, $version: Int!) {
        updateMilestone(id: $ms, projectId: $id, version: $version, patch: {status: COMPLETE}) { __typename
        ... on Milestone { completedAt version } ... on MilestoneConflict { current { version } } } }";
    let done = user.graphql(update, json!({"ms": made[2], "id": id, "version": 1})).await;
    let expected =
        json!({"__typename": "Milestone", "completedAt": "2026-11-21T09:00:00.000Z", "version": 2});
    assert_eq!(done.data()["updateMilestone"], expected);
    let progress = "query($id: ProjectId!) { artRecord(projectId: $id) {
        progress { milestones milestonesComplete logs } } }";
    let counted = user.graphql(progress, json!({"id": id})).await;
    let expected = json!({"milestones": 3, "milestonesComplete": 1, "logs": 0});
    assert_eq!(counted.data()["artRecord"]["progress"], expected);
    let delete = "mutation($ms: MilestoneId!, $id: ProjectId!, $version: Int!) {
        deleteMilestone(id: $ms, projectId: $id, version: $version) { __typename } }";
    let stale = user.graphql(delete, json!({"ms": made[2], "id": id, "version": 1})).await;
    assert_eq!(stale.data()["deleteMilestone"]["__typename"], "MilestoneConflict");
    user.graphql(delete, json!({"ms": made[2], "id": id, "version": 2})).await.data();
    assert_eq!(names().await, ["Frame", "Someday"]);
}
