//! Every change leaves an entry in the audit trail. A mutation or endpoint that is not listed here fails the
//! test: who adds one, says what it leaves.

mod factory;

use std::collections::BTreeSet;

use atelier_server::generate;
use atelier_testkit::{Cast, Client, PASSWORD, TestApp};
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::coverage::root_fields;

/// A row of the tables below.
type Row = (&'static str, &'static str, &'static str);

/// Every mutation. The factory's come first: the others delete the project in the end.
fn mutations() -> impl Iterator<Item = &'static Row> {
    factory::ROWS.iter().chain(MUTATIONS)
}

/// A mutation of the owner, with the action that it leaves, in the order in which they work.
const MUTATIONS: &[Row] = &[
    (
        "createArtProject",
        r#"mutation { createArtProject(input: {name: "x"}) { projectId } }"#,
        "record.create project.create",
    ),
    (
        "updateArtRecord",
        r#"mutation($project: ProjectId!) { updateArtRecord(projectId: $project, version: 1, patch: {medium: "oil"}) { __typename } }"#,
        "record.edit",
    ),
    (
        "addCustomField",
        r#"mutation { addCustomField(input: {label: "Size", type: TEXT}) { key } }"#,
        "field.add",
    ),
    (
        "updateCustomField",
        r#"mutation { updateCustomField(key: "size", version: 1, patch: {label: "Sizes"}) { __typename } }"#,
        "field.edit",
    ),
    (
        "saveBrief",
        "mutation($project: ProjectId!) { saveBrief(projectId: $project, basedOn: 0, input: {requirements: [], deliverables: []}) { __typename } }",
        "brief.save",
    ),
    (
        "restoreBrief",
        "mutation($project: ProjectId!) { restoreBrief(projectId: $project, version: 1, basedOn: 1) { __typename } }",
        "brief.restore",
    ),
    (
        "requestApproval",
        r#"mutation($project: ProjectId!) { requestApproval(projectId: $project, version: 2, lock: 1, who: "x") { __typename } }"#,
        "approval.request",
    ),
    (
        "decideApproval",
        r#"mutation($project: ProjectId!) { decideApproval(projectId: $project, version: 2, lock: 2, approvalId: "1", state: APPROVED) { __typename } }"#,
        "approval.decide",
    ),
    (
        "createMilestone",
        r#"mutation($project: ProjectId!) { createMilestone(projectId: $project, input: {name: "x"}) { id } }"#,
        "milestone.create",
    ),
    (
        "updateMilestone",
        "mutation($project: ProjectId!, $milestone: MilestoneId!) { updateMilestone(id: $milestone, projectId: $project, version: 1, patch: {}) { __typename } }",
        "milestone.edit",
    ),
    (
        "deleteMilestone",
        "mutation($project: ProjectId!, $milestone: MilestoneId!) { deleteMilestone(id: $milestone, projectId: $project, version: 2) { __typename } }",
        "milestone.delete",
    ),
    (
        "createInspiration",
        r#"mutation { createInspiration(input: {type: TEXT, text: "x"}) { id } }"#,
        "inspiration.create",
    ),
    (
        "updateInspiration",
        r#"mutation($inspiration: InspirationId!) { updateInspiration(id: $inspiration, version: 1, patch: {title: "x"}) { __typename } }"#,
        "inspiration.edit",
    ),
    (
        "convertInspiration",
        "mutation($inspiration: InspirationId!) { convertInspiration(id: $inspiration, version: 2, to: PROJECT) { __typename } }",
        "record.create project.create inspiration.convert",
    ),
    (
        "deleteInspiration",
        "mutation($inspiration: InspirationId!) { deleteInspiration(id: $inspiration, version: 3) { __typename } }",
        "inspiration.delete",
    ),
    (
        "archiveLog",
        "mutation($spare: LogId!) { archiveLog(id: $spare, version: 1) { __typename } }",
        "log.archive",
    ),
    (
        "restoreArchived",
        "mutation($cold: String!) { restoreArchived(key: $cold) { key } }",
        "archive.restore",
    ),
    (
        "deleteArchived",
        "mutation($colder: String!) { deleteArchived(key: $colder) { key } }",
        "archive.delete",
    ),
    (
        "archiveArtRecord",
        "mutation($project: ProjectId!) { archiveArtRecord(projectId: $project, version: 2) { __typename } }",
        "project.archive record.archive",
    ),
    (
        "restoreArtRecord",
        "mutation($project: ProjectId!) { restoreArtRecord(projectId: $project) { version } }",
        "project.restore record.restore",
    ),
    ("createProject", r#"mutation { createProject(input: {name: "x"}) { id } }"#, "project.create"),
    (
        "updateProject",
        r#"mutation($project: ProjectId!) { updateProject(id: $project, version: 3, patch: {name: "y"}) { __typename } }"#,
        "project.edit",
    ),
    (
        "archiveProject",
        "mutation($project: ProjectId!) { archiveProject(id: $project, version: 4) { __typename } }",
        "project.archive",
    ),
    (
        "restoreProject",
        "mutation($project: ProjectId!) { restoreProject(id: $project, version: 5) { __typename } }",
        "project.restore",
    ),
    (
        "archiveProject",
        "mutation($project: ProjectId!) { archiveProject(id: $project, version: 6) { __typename } }",
        "project.archive",
    ),
    (
        "deleteProject",
        "mutation($project: ProjectId!) { deleteProject(id: $project, version: 7) { __typename } }",
        "project.delete",
    ),
    ("createLog", r#"mutation { createLog(input: {rawText: "x"}) { logId } }"#, "log.create"),
    (
        "updateLog",
        r#"mutation($log: LogId!) { updateLog(id: $log, version: 1, patch: {tags: ["x"]}) { __typename } }"#,
        "log.edit",
    ),
    (
        "confirmLog",
        "mutation($log: LogId!) { confirmLog(id: $log, version: 2) { __typename } }",
        "log.confirm",
    ),
    ("undoLog", "mutation($log: LogId!) { undoLog(id: $log, version: 3) { __typename } }", "log.undo"),
    (
        "reextractLog",
        "mutation($log: LogId!) { reextractLog(id: $log, version: 4) { __typename } }",
        "log.extract",
    ),
    ("rejectLog", "mutation($log: LogId!) { rejectLog(id: $log, version: 5) { __typename } }", "log.reject"),
    ("deleteLog", "mutation($log: LogId!) { deleteLog(id: $log, version: 6) { __typename } }", "log.delete"),
    (
        "beginRecording",
        r#"mutation { beginRecording(input: {contentType: "audio/L16"}) { id } }"#,
        "recording.begin",
    ),
    (
        "finishRecording",
        "mutation($recording: RecordingId!) { finishRecording(id: $recording, version: 1) { __typename } }",
        "recording.finish",
    ),
    (
        "retranscribe",
        "mutation($recording: RecordingId!) { retranscribe(id: $recording, version: 2) { __typename } }",
        "recording.transcribe",
    ),
    (
        "deleteRecording",
        "mutation($recording: RecordingId!) { deleteRecording(id: $recording, version: 3) { __typename } }",
        "recording.delete",
    ),
    (
        "registerAsset",
        "mutation($upload: String!) { registerAsset(input: {uploadId: $upload}) { id } }",
        "asset.register",
    ),
    (
        "updateAsset",
        r#"mutation($asset: AssetId!) { updateAsset(id: $asset, version: 1, patch: {alt: "x"}) { __typename } }"#,
        "asset.edit",
    ),
    (
        "redoAsset",
        "mutation($asset: AssetId!) { redoAsset(id: $asset, version: 2) { __typename } }",
        "asset.redo",
    ),
    (
        "deleteAsset",
        "mutation($asset: AssetId!) { deleteAsset(id: $asset, version: 3) { __typename } }",
        "asset.delete",
    ),
    (
        "updateJournalSettings",
        "mutation { updateJournalSettings(version: 0, patch: {showLocation: true}) { __typename } }",
        "journal.settings",
    ),
    ("teachTerm", r#"mutation { teachTerm(term: "gesso", kind: "material") { term } }"#, "term.teach"),
    ("forgetTerm", r#"mutation { forgetTerm(term: "gesso") }"#, "term.forget"),
    ("addMember", r#"mutation { addMember(input: {login: "sam", role: VIEWER}) { role } }"#, "member.add"),
    (
        "setMemberRole",
        "mutation($user: UserId!) { setMemberRole(user: $user, role: VIEWER) { role } }",
        "member.role",
    ),
    ("removeMember", "mutation($user: UserId!) { removeMember(user: $user) }", "member.remove"),
    (
        "createApiKey",
        r#"mutation { createApiKey(input: {name: "x", role: VIEWER}) { token } }"#,
        "api_key.create",
    ),
    ("revokeApiKey", "mutation($key: ApiKeyId!) { revokeApiKey(id: $key) }", "api_key.revoke"),
    ("exportTenant", "mutation { exportTenant { state } }", "job.export_tenant"),
    ("cancelJob", "mutation($job: JobId!) { cancelJob(id: $job) { state } }", "job.cancel"),
    ("retryJob", "mutation($job: JobId!) { retryJob(id: $job) { state } }", "job.retry"),
    // Into the trail of another tenant: the new one's, and the user's own.
    ("createOrganisation", r#"mutation { createOrganisation(input: {name: "x"}) { id } }"#, "tenant.create"),
    ("updateProfile", r#"mutation { updateProfile(patch: {name: "x"}) { name } }"#, "profile.edit"),
];

/// A REST endpoint that changes something: what it leaves, or in brackets why it leaves nothing.
const ENDPOINTS: &[(&str, &str, &str)] = &[
    ("delete", "/api/user/{user_id}/data", "user.erase"),
    ("post", "/api/v1/accounts/oidc/link", "identity.link"),
    ("post", "/api/v1/accounts/password", "user.password"),
    ("post", "/api/v1/accounts/password-reset", "user.reset_link"),
    ("post", "/api/v1/accounts/password-reset/complete", "user.password"),
    ("post", "/api/v1/accounts/sign-in", "session.start"),
    ("post", "/api/v1/accounts/sign-in/second-step", "session.start"),
    ("post", "/api/v1/accounts/sign-out", "session.end"),
    ("post", "/api/v1/accounts/sign-up", "user.create"),
    ("post", "/api/v1/accounts/two-step/confirm", "two_step.confirm"),
    ("post", "/api/v1/accounts/two-step/disable", "two_step.disable"),
    ("post", "/api/v1/accounts/two-step/enrol", "two_step.enrol"),
    ("post", "/api/v1/accounts/two-step/recovery-codes", "two_step.renew_codes"),
    (
        "put",
        "/api/v1/recordings/{id}/chunks/{index}",
        "(bytes are no item; the end of the recording is recorded)",
    ),
    ("delete", "/api/v1/uploads/{id}", "(unfinished bytes are no item)"),
    ("patch", "/api/v1/uploads/{id}", "(bytes are no item; the noun that takes the file records it)"),
    ("post", "/api/v1/factory/import", "product.import"),
    (
        "post",
        "/api/v1/factory/webhooks/{tenant}/{provider}",
        "(only wakes the worker, who asks the provider; nobody acts)",
    ),
    ("post", "/api/v1/uploads", "(bytes are no item; the noun that takes the file records it)"),
];

const ENTRIES: &str = "{ auditEntries(first: 200) { nodes {
    seq action noun target outcome userId credential before after origin { address requestId userAgent } } } }";

async fn entries(client: &Client) -> Vec<Value> {
    let answer = client.graphql(ENTRIES, json!({})).await;
    answer.data()["auditEntries"]["nodes"].as_array().expect("entries").clone()
}

async fn actions(client: &Client) -> Vec<String> {
    let entries = entries(client).await;
    entries.iter().map(|entry| entry["action"].as_str().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn every_mutation_leaves_an_entry() {
    let known: BTreeSet<_> = root_fields(&generate::schema())
        .into_iter()
        .filter_map(|field| field.strip_prefix("Mutation.").map(str::to_owned))
        .collect();
    let listed: BTreeSet<_> = mutations().map(|(name, ..)| (*name).to_owned()).collect();
    assert_eq!(known, listed, "add a row to MUTATIONS for every mutation");

    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let ids = crate::coverage::ids(&test, &cast).await;
    for (name, operation, action) in mutations() {
        let elsewhere = ["createOrganisation", "updateProfile"].contains(name);
        let before = entries(&cast.owner).await.len();
        let answer = cast.owner.graphql(operation, ids.clone()).await;
        assert_eq!(answer.code(), "", "{name}: {}", answer.body);
        if elsewhere {
            let tenant = answer.body["data"]["createOrganisation"]["id"].as_str().map(str::to_owned);
            let me = cast.owner.graphql("{ me { user { id } } }", json!({})).await;
            let me = me.data()["me"]["user"]["id"].as_str().expect("an id").to_owned();
            let trail = cast.owner.in_tenant(&tenant.unwrap_or(me));
            assert_eq!(actions(&trail).await[0], *action, "{name}");
            continue;
        }
        let after = entries(&cast.owner).await;
        // Several, the last one first, where related things change together.
        let left: Vec<_> = action.split_whitespace().collect();
        assert_eq!(after.len(), before + left.len(), "{name} leaves an entry for each thing that it changes");
        if left.is_empty() {
            continue;
        }
        for (entry, action) in after.iter().zip(left) {
            assert_eq!((&entry["action"], &entry["outcome"]), (&json!(action), &json!("DONE")), "{name}");
        }
        assert!(after[0]["userId"].as_str().is_some_and(|id| id.starts_with("usr_")), "{name}: {after:?}");
        assert!(after[0]["credential"].as_str().is_some_and(|id| id.starts_with("sess_")), "{name}");
        assert!(!after[0]["origin"]["requestId"].as_str().unwrap_or_default().is_empty(), "{name}");
    }
    let answer =
        cast.owner.graphql("{ auditVerification { intact entries head brokenAt } }", json!({})).await;
    assert_eq!(answer.data()["auditVerification"]["intact"], json!(true));
}

#[tokio::test]
async fn every_endpoint_that_changes_something_says_what_it_leaves() {
    let document: Value = serde_json::from_str(&generate::openapi()).expect("JSON");
    let mut known = BTreeSet::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for method in item.as_object().expect("methods").keys() {
            if ["post", "put", "patch", "delete"].contains(&method.as_str()) {
                known.insert((method.clone(), path.clone()));
            }
        }
    }
    let listed: BTreeSet<_> =
        ENDPOINTS.iter().map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned())).collect();
    assert_eq!(known, listed, "add a row to ENDPOINTS");
}

#[tokio::test]
async fn signing_in_and_out_is_recorded_with_its_failures() {
    let test = TestApp::start();
    let client = test.user("ada").await;
    let wrong = json!({"login": "ada", "password": "not it at all"}).to_string();
    let answer = client.send(Method::POST, "/api/v1/accounts/sign-in", "application/json", wrong).await;
    assert_eq!(answer.code(), "wrong_credentials");
    test.app.accounts.tasks.close();
    test.app.accounts.tasks.wait().await;
    let change = json!({"current_password": PASSWORD, "new_password": "burnt sienna over green"}).to_string();
    let answer = client.send(Method::POST, "/api/v1/accounts/password", "application/json", change).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT);
    let other = client.clone();
    client.send(Method::POST, "/api/v1/accounts/sign-out", "", String::new()).await;
    assert_eq!(other.graphql("{ me { role } }", json!({})).await.code(), "unauthenticated");
    let mut again = test.guest();
    again.sign_in("ada", "burnt sienna over green").await;
    let found: Vec<_> = entries(&again)
        .await
        .iter()
        .map(|entry| format!("{} {}", entry["action"], entry["outcome"]).replace('"', ""))
        .collect();
    let expected = [
        "session.start DONE",
        "session.end DONE",
        "user.password DONE",
        "session.start REFUSED",
        "session.start DONE",
        "user.create DONE",
    ];
    assert_eq!(found, expected);
}

#[tokio::test]
async fn only_owners_read_and_only_their_own_tenant() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    for (client, code) in
        [(&cast.guest, "unauthenticated"), (&cast.viewer, "forbidden"), (&cast.member, "forbidden")]
    {
        assert_eq!(client.graphql(ENTRIES, json!({})).await.code(), code);
        let answer = client.graphql("{ auditVerification { intact } }", json!({})).await;
        assert_eq!(answer.code(), code);
        let answer = client.send(Method::GET, "/api/v1/audit/export?format=csv", "", String::new()).await;
        assert_eq!(answer.code(), code);
    }
    let trespass = cast.trespasser();
    assert_eq!(trespass.graphql(ENTRIES, json!({})).await.code(), "tenant_not_found");
    let (mine, theirs) = (entries(&cast.owner).await, entries(&cast.stranger).await);
    assert_eq!((mine.len(), theirs.len()), (3, 1), "{mine:?} {theirs:?}");
}

#[tokio::test]
async fn the_export_is_the_whole_trail() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    for _ in 0..205 {
        let made = r#"mutation { createProject(input: {name: "x"}) { id } }"#;
        assert_eq!(cast.owner.graphql(made, json!({})).await.code(), "");
    }
    let exported = async |path: &str| {
        let response = cast.owner.open(Method::GET, path, "", "*/*", String::new()).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        let body = axum::body::to_bytes(response.into_body(), 10_000_000).await.expect("a body");
        String::from_utf8(body.to_vec()).expect("text")
    };
    let lines = exported("/api/v1/audit/export?format=jsonl").await;
    let seqs: Vec<_> = lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON")["seq"].as_u64().expect("a number"))
        .collect();
    assert_eq!(seqs, (1..=208).rev().collect::<Vec<_>>());
    let csv = exported("/api/v1/audit/export?format=csv&action=member").await;
    assert_eq!(csv.lines().count(), 3, "{csv}");
    assert!(csv.starts_with("seq,entry_id,at,"), "{csv}");
    let odd = cast.owner.send(Method::GET, "/api/v1/audit/export?format=pdf", "", String::new()).await;
    assert_eq!(odd.code(), "invalid_input");
}
