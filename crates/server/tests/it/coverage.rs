//! Every endpoint and every GraphQL root field, called as nobody and as a member of another tenant.
//! An endpoint that is not listed here fails the test: who adds one, adds its row.

mod factory;

use std::collections::BTreeSet;

use atelier_blobs::{ASSETS, NewUpload, Put};
use atelier_server::generate;
use atelier_testkit::{Cast, Client, TestApp};
use axum::body::Bytes;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

/// A REST endpoint: method, path, body, and the code that nobody gets. Empty: open to everybody.
const REST: &[(&str, &str, &str, &str)] = &[
    ("delete", "/api/user/{user_id}/data", "", "not_found"),
    ("get", "/api/v1/erasures/{erasure_id}", "", "not_found"),
    ("get", "/api/v1/audit/export", "", "unauthenticated"),
    ("get", "/api/v1/accounts/session", "", "unauthenticated"),
    (
        "post",
        "/api/v1/accounts/password",
        r#"{"current_password":"a","new_password":"b"}"#,
        "unauthenticated",
    ),
    ("post", "/api/v1/accounts/password-reset", r#"{"email":"nobody@example.test"}"#, "mail_off"),
    (
        "post",
        "/api/v1/accounts/password-reset/complete",
        r#"{"token":"x","new_password":"burnt sienna glaze"}"#,
        "link_expired",
    ),
    ("get", "/api/v1/accounts/sign-in-options", "", ""),
    ("post", "/api/v1/accounts/sign-in/second-step", r#"{"token":"x","code":"000000"}"#, "link_expired"),
    ("get", "/api/v1/accounts/two-step", "", "unauthenticated"),
    ("post", "/api/v1/accounts/two-step/enrol", r#"{"password":"x"}"#, "unauthenticated"),
    ("post", "/api/v1/accounts/two-step/confirm", r#"{"code":"000000"}"#, "unauthenticated"),
    ("post", "/api/v1/accounts/two-step/disable", r#"{"password":"x","code":"000000"}"#, "unauthenticated"),
    (
        "post",
        "/api/v1/accounts/two-step/recovery-codes",
        r#"{"password":"x","code":"000000"}"#,
        "unauthenticated",
    ),
    // Both send the browser on, to the sign-in page with the code.
    ("get", "/api/v1/accounts/oidc/{issuer}/start", "", ""),
    ("get", "/api/v1/accounts/oidc/{issuer}/callback", "", ""),
    ("post", "/api/v1/accounts/oidc/link", r#"{"token":"x","password":"x"}"#, "link_expired"),
    ("post", "/api/v1/accounts/sign-in", r#"{"login":"nobody","password":"x"}"#, "wrong_credentials"),
    ("post", "/api/v1/accounts/sign-out", "", ""),
    (
        "post",
        "/api/v1/accounts/sign-up",
        r#"{"email":"n@example.test","username":"newcomer","name":"N","password":"burnt sienna glaze"}"#,
        "",
    ),
    ("options", "/api/v1/uploads", "", ""),
    ("post", "/api/v1/uploads", "", "unauthenticated"),
    ("get", "/api/v1/uploads/{id}", "", "unauthenticated"),
    ("head", "/api/v1/uploads/{id}", "", "unauthenticated"),
    ("patch", "/api/v1/uploads/{id}", "", "unauthenticated"),
    ("delete", "/api/v1/uploads/{id}", "", "unauthenticated"),
    // Open to whoever has an address that the server signed.
    ("get", "/blobs/{bucket}/{key}", "", "signed_url_invalid"),
    ("get", "/api/v1/jobs/{job}/file", "", "unauthenticated"),
    ("put", "/api/v1/recordings/{id}/chunks/{index}", "", "unauthenticated"),
    ("get", "/api/v1/recordings/{id}/chunks", "", "unauthenticated"),
    ("get", "/api/v1/journal/assets/{id}/export", "", "unauthenticated"),
    ("get", "/api/v1/journal/lake", "", "unauthenticated"),
    ("post", "/api/v1/factory/import", "", "unauthenticated"),
    ("get", "/api/v1/factory/export", "", "unauthenticated"),
    ("get", "/api/v1/factory/products/{id}/file", "", "unauthenticated"),
    // Open to providers, who prove that it is they; nobody has a tenant of that name.
    ("post", "/api/v1/factory/webhooks/{tenant}/{provider}", "", "factory_not_found"),
    ("get", "/health/live", "", ""),
    ("get", "/health/ready", "", ""),
    ("get", "/metrics", "", "not_found"),
];

/// A row of the tables below.
type Row = (&'static str, &'static str, &'static str);

/// Every root field.
fn graphql() -> impl Iterator<Item = &'static Row> {
    GRAPHQL.iter().chain(factory::ROWS)
}

/// A root field: its name, an operation, and the code that a stranger in their own tenant gets who
/// knows the ids of the cast's tenant. Empty: it works, on the stranger's own data.
const GRAPHQL: &[Row] = &[
    ("Query.me", "{ me { role } }", ""),
    ("Query.auditEntries", "{ auditEntries { nodes { action } } }", ""),
    ("Query.auditVerification", "{ auditVerification { intact } }", ""),
    ("Query.members", "{ members { nodes { role } } }", ""),
    ("Query.apiKeys", "{ apiKeys { id } }", ""),
    ("Query.job", "query($job: JobId!) { job(id: $job) { state } }", "job_not_found"),
    ("Query.jobs", "{ jobs { nodes { kind } } }", ""),
    ("Mutation.cancelJob", "mutation($job: JobId!) { cancelJob(id: $job) { state } }", "job_not_found"),
    ("Mutation.retryJob", "mutation($job: JobId!) { retryJob(id: $job) { state } }", "job_not_found"),
    ("Mutation.exportTenant", "mutation { exportTenant { state } }", ""),
    ("Query.logs", "query($project: ID!) { logs(projectId: $project) { logId } }", ""),
    ("Query.log", "query($log: LogId!) { log(id: $log) { logId } }", ""),
    ("Query.journal", "{ journal { nodes { logId } } }", ""),
    ("Query.reviewCount", "{ reviewCount }", ""),
    ("Query.recording", "query($recording: RecordingId!) { recording(id: $recording) { state } }", ""),
    ("Query.recordings", "{ recordings { nodes { state } } }", ""),
    ("Query.speech", "{ speech { available } }", ""),
    ("Query.asset", "query($asset: AssetId!) { asset(id: $asset) { state } }", ""),
    ("Query.assets", "{ assets { nodes { state } } }", ""),
    ("Query.assetCount", "{ assetCount }", ""),
    ("Query.insights", "{ insights { minutes } }", ""),
    ("Query.search", r#"{ search(query: "harbor") { total } }"#, ""),
    ("Query.sql", r#"{ sql(query: "select count(*) from logs") { truncated } }"#, ""),
    ("Query.sqlTables", "{ sqlTables { name } }", ""),
    (
        "Mutation.registerAsset",
        "mutation($upload: String!) { registerAsset(input: {uploadId: $upload}) { id } }",
        "upload_not_found",
    ),
    (
        "Mutation.updateAsset",
        "mutation($asset: AssetId!) { updateAsset(id: $asset, version: 1, patch: {}) { __typename } }",
        "journal_not_found",
    ),
    (
        "Mutation.redoAsset",
        "mutation($asset: AssetId!) { redoAsset(id: $asset, version: 1) { __typename } }",
        "journal_not_found",
    ),
    (
        "Mutation.deleteAsset",
        "mutation($asset: AssetId!) { deleteAsset(id: $asset, version: 1) { __typename } }",
        "journal_not_found",
    ),
    ("Query.journalSettings", "{ journalSettings { timeZone } }", ""),
    ("Query.terms", "{ terms { term } }", ""),
    ("Mutation.createLog", r#"mutation { createLog(input: {rawText: "x"}) { logId } }"#, ""),
    (
        "Mutation.updateLog",
        "mutation($log: LogId!) { updateLog(id: $log, version: 1, patch: {}) { __typename } }",
        "journal_not_found",
    ),
    (
        "Mutation.confirmLog",
        "mutation($log: LogId!) { confirmLog(id: $log, version: 1) { __typename } }",
        "journal_not_found",
    ),
    (
        "Mutation.rejectLog",
        "mutation($log: LogId!) { rejectLog(id: $log, version: 1) { __typename } }",
        "journal_not_found",
    ),
    (
        "Mutation.undoLog",
        "mutation($log: LogId!) { undoLog(id: $log, version: 1) { __typename } }",
        "journal_not_found",
    ),
    (
        "Mutation.reextractLog",
        "mutation($log: LogId!) { reextractLog(id: $log, version: 1) { __typename } }",
        "journal_not_found",
    ),
    (
        "Mutation.deleteLog",
        "mutation($log: LogId!) { deleteLog(id: $log, version: 1) { __typename } }",
        "journal_not_found",
    ),
    (
        "Mutation.beginRecording",
        r#"mutation { beginRecording(input: {contentType: "audio/L16"}) { id } }"#,
        "",
    ),
    (
        "Mutation.finishRecording",
        "mutation($recording: RecordingId!) { finishRecording(id: $recording, version: 1) { __typename } }",
        "journal_not_found",
    ),
    (
        "Mutation.retranscribe",
        "mutation($recording: RecordingId!) { retranscribe(id: $recording, version: 1) { __typename } }",
        "journal_not_found",
    ),
    (
        "Mutation.deleteRecording",
        "mutation($recording: RecordingId!) { deleteRecording(id: $recording, version: 1) { __typename } }",
        "journal_not_found",
    ),
    (
        "Mutation.updateJournalSettings",
        "mutation { updateJournalSettings(version: 0, patch: {showLocation: true}) { __typename } }",
        "",
    ),
    ("Mutation.teachTerm", r#"mutation { teachTerm(term: "gesso", kind: "material") { term } }"#, ""),
    ("Mutation.forgetTerm", r#"mutation { forgetTerm(term: "gesso") }"#, ""),
    ("Query.project", "query($project: ProjectId!) { project(id: $project) { name } }", "project_not_found"),
    ("Query.projects", "{ projects { nodes { name } } }", ""),
    ("Mutation.createProject", r#"mutation { createProject(input: {name: "x"}) { id } }"#, ""),
    (
        "Mutation.updateProject",
        "mutation($project: ProjectId!) { updateProject(id: $project, version: 1, patch: {}) { __typename } }",
        "project_not_found",
    ),
    (
        "Mutation.archiveProject",
        "mutation($project: ProjectId!) { archiveProject(id: $project, version: 1) { __typename } }",
        "project_not_found",
    ),
    (
        "Mutation.restoreProject",
        "mutation($project: ProjectId!) { restoreProject(id: $project, version: 1) { __typename } }",
        "project_not_found",
    ),
    (
        "Mutation.deleteProject",
        "mutation($project: ProjectId!) { deleteProject(id: $project, version: 1) { __typename } }",
        "project_not_found",
    ),
    ("Mutation.createOrganisation", r#"mutation { createOrganisation(input: {name: "x"}) { id } }"#, ""),
    ("Mutation.addMember", r#"mutation { addMember(input: {login: "vera", role: VIEWER}) { role } }"#, ""),
    (
        "Mutation.setMemberRole",
        "mutation($user: UserId!) { setMemberRole(user: $user, role: VIEWER) { role } }",
        "member_not_found",
    ),
    ("Mutation.removeMember", "mutation($user: UserId!) { removeMember(user: $user) }", "member_not_found"),
    ("Mutation.createApiKey", r#"mutation { createApiKey(input: {name: "x", role: VIEWER}) { token } }"#, ""),
    ("Mutation.revokeApiKey", "mutation($key: ApiKeyId!) { revokeApiKey(id: $key) }", "api_key_not_found"),
    ("Mutation.updateProfile", r#"mutation { updateProfile(patch: {name: "x"}) { name } }"#, ""),
    ("Subscription.jobChanges", "subscription { jobChanges { job { id } } }", ""),
    ("Subscription.projectChanged", "subscription { projectChanged { kind } }", ""),
    // The journal: art records, briefs, milestones, inspiration, archive.
    ("Query.artRecords", "{ artRecords { nodes { title } } }", ""),
    ("Query.artRecord", "query($project: ProjectId!) { artRecord(projectId: $project) { title } }", ""),
    ("Query.fieldLibrary", "{ fieldLibrary { key } }", ""),
    ("Query.brief", "query($project: ProjectId!) { brief(projectId: $project) { version } }", ""),
    (
        "Query.briefVersions",
        "query($project: ProjectId!) { briefVersions(projectId: $project) { nodes { version } } }",
        "",
    ),
    (
        "Query.briefDiff",
        "query($project: ProjectId!) { briefDiff(projectId: $project, from: 1, to: 1) { from } }",
        "journal_not_found",
    ),
    ("Query.milestones", "query($project: ProjectId!) { milestones(projectId: $project) { name } }", ""),
    ("Query.inspirations", "{ inspirations { nodes { title } } }", ""),
    ("Query.archive", "{ archive { nodes { title } } }", ""),
    ("Mutation.createArtProject", r#"mutation { createArtProject(input: {name: "x"}) { projectId } }"#, ""),
    (
        "Mutation.updateArtRecord",
        "mutation($project: ProjectId!) { updateArtRecord(projectId: $project, version: 1, patch: {}) { __typename } }",
        "project_not_found",
    ),
    (
        "Mutation.archiveArtRecord",
        "mutation($project: ProjectId!) { archiveArtRecord(projectId: $project, version: 1) { __typename } }",
        "project_not_found",
    ),
    (
        "Mutation.restoreArtRecord",
        "mutation($project: ProjectId!) { restoreArtRecord(projectId: $project) { version } }",
        "project_not_found",
    ),
    (
        "Mutation.addCustomField",
        r#"mutation { addCustomField(input: {label: "Size", type: TEXT}) { key } }"#,
        "",
    ),
    (
        "Mutation.updateCustomField",
        r#"mutation { updateCustomField(key: "edition", version: 1, patch: {}) { __typename } }"#,
        "journal_not_found",
    ),
    (
        "Mutation.saveBrief",
        "mutation($project: ProjectId!) { saveBrief(projectId: $project, basedOn: 1, input: {requirements: [], deliverables: []}) { __typename } }",
        "project_not_found",
    ),
    (
        "Mutation.restoreBrief",
        "mutation($project: ProjectId!) { restoreBrief(projectId: $project, version: 1, basedOn: 1) { __typename } }",
        "journal_not_found",
    ),
    (
        "Mutation.requestApproval",
        r#"mutation($project: ProjectId!) { requestApproval(projectId: $project, version: 1, lock: 1, who: "x") { __typename } }"#,
        "project_not_found",
    ),
    (
        "Mutation.decideApproval",
        r#"mutation($project: ProjectId!) { decideApproval(projectId: $project, version: 1, lock: 1, approvalId: "1", state: APPROVED) { __typename } }"#,
        "project_not_found",
    ),
    (
        "Mutation.createMilestone",
        r#"mutation($project: ProjectId!) { createMilestone(projectId: $project, input: {name: "x"}) { id } }"#,
        "project_not_found",
    ),
    (
        "Mutation.updateMilestone",
        "mutation($project: ProjectId!, $milestone: MilestoneId!) { updateMilestone(id: $milestone, projectId: $project, version: 1, patch: {}) { __typename } }",
        "journal_not_found",
    ),
    (
        "Mutation.deleteMilestone",
        "mutation($project: ProjectId!, $milestone: MilestoneId!) { deleteMilestone(id: $milestone, projectId: $project, version: 1) { __typename } }",
        "journal_not_found",
    ),
    (
        "Mutation.createInspiration",
        r#"mutation { createInspiration(input: {type: TEXT, text: "x"}) { id } }"#,
        "",
    ),
    (
        "Mutation.updateInspiration",
        "mutation($inspiration: InspirationId!) { updateInspiration(id: $inspiration, version: 1, patch: {}) { __typename } }",
        "journal_not_found",
    ),
    (
        "Mutation.deleteInspiration",
        "mutation($inspiration: InspirationId!) { deleteInspiration(id: $inspiration, version: 1) { __typename } }",
        "journal_not_found",
    ),
    (
        "Mutation.convertInspiration",
        "mutation($inspiration: InspirationId!) { convertInspiration(id: $inspiration, version: 1, to: PROJECT) { __typename } }",
        "journal_not_found",
    ),
    (
        "Mutation.archiveLog",
        "mutation($spare: LogId!) { archiveLog(id: $spare, version: 1) { __typename } }",
        "journal_not_found",
    ),
    (
        "Mutation.restoreArchived",
        "mutation($cold: String!) { restoreArchived(key: $cold) { key } }",
        "journal_not_found",
    ),
    (
        "Mutation.deleteArchived",
        "mutation($cold: String!) { deleteArchived(key: $cold) { key } }",
        "journal_not_found",
    ),
    ("Subscription.journalChanges", "subscription { journalChanges { kind } }", ""),
];

#[tokio::test]
async fn every_rest_endpoint_is_listed_and_refuses_nobody() {
    let document: Value = serde_json::from_str(&generate::openapi()).expect("JSON");
    let documented: BTreeSet<_> = document["paths"]
        .as_object()
        .expect("paths")
        .iter()
        .flat_map(|(path, item)| {
            item.as_object()
                .into_iter()
                .flat_map(move |item| item.keys().map(move |method| (method.clone(), path.clone())))
        })
        .collect();
    let listed: BTreeSet<_> =
        REST.iter().map(|(method, path, ..)| ((*method).to_owned(), (*path).to_owned())).collect();
    assert_eq!(documented, listed, "add a row to REST for every documented endpoint");

    let test = TestApp::start();
    for (method, path, body, code) in REST {
        let method: Method = method.to_uppercase().parse().expect("a method");
        let media_type = if body.is_empty() { "" } else { "application/json" };
        let answer = test.guest().send(method.clone(), path, media_type, (*body).to_owned()).await;
        // An answer to HEAD has no body to read a code from.
        let refused = method == Method::HEAD && answer.status == StatusCode::UNAUTHORIZED;
        let found = if refused { "unauthenticated" } else { answer.code() };
        assert_eq!(found, *code, "{path}: {}", answer.body);
    }
}

#[tokio::test]
async fn every_root_field_is_listed() {
    let listed: BTreeSet<_> = graphql().map(|(name, ..)| (*name).to_owned()).collect();
    assert_eq!(root_fields(&generate::schema()), listed, "add a row to GRAPHQL for every root field");
}

#[tokio::test]
async fn every_root_field_refuses_nobody_and_a_trespasser() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let ids = ids(&test, &cast).await;
    for (name, operation, _) in graphql() {
        assert_eq!(code(&cast.guest, operation, &ids).await, "unauthenticated", "{name} as nobody");
        let code = code(&cast.trespasser(), operation, &ids).await;
        assert_eq!(code, "tenant_not_found", "{name} in a tenant that is not theirs");
    }
}

#[tokio::test]
async fn a_stranger_who_knows_ids_learns_and_changes_nothing() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let ids = ids(&test, &cast).await;
    let before = studio(&cast).await;
    for (name, operation, expected) in graphql().filter(|(name, ..)| !name.starts_with("Sub")) {
        assert_eq!(code(&cast.stranger, operation, &ids).await, *expected, "{name} with ids of others");
    }
    assert_eq!(studio(&cast).await, before);
}

/// The code of the first answer; streams are read up to it.
async fn code(client: &Client, operation: &str, ids: &Value) -> String {
    let body = json!({"query": operation, "variables": ids}).to_string();
    if !operation.starts_with("subscription") {
        let answer = client.send(Method::POST, "/graphql", "application/json", body).await;
        return answer.code().to_owned();
    }
    let accept = r#"multipart/mixed;boundary="graphql";subscriptionSpec="1.0""#;
    let response = client.open(Method::POST, "/graphql", "application/json", accept, body).await;
    let bytes = axum::body::to_bytes(response.into_body(), 1_000_000).await.expect("an end");
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let part = text.lines().find(|line| line.starts_with('{')).expect("a part");
    let part: Value = serde_json::from_str(part).expect("JSON");
    part["errors"][0]["extensions"]["code"].as_str().unwrap_or_default().to_owned()
}

/// Ids of the cast's organisation.
pub(super) async fn ids(test: &TestApp, cast: &Cast) -> Value {
    let made = r#"mutation { createProject(input: {name: "Harbor Triptych"}) { id } }"#;
    let project = cast.owner.graphql(made, json!({})).await.data()["createProject"]["id"].clone();
    let job = cast.owner.graphql("mutation { exportTenant { id } }", json!({})).await.data()["exportTenant"]
        ["id"]
        .clone();
    let made = r#"mutation { createApiKey(input: {name: "press", role: MEMBER}) { apiKey { id } } }"#;
    let key = cast.owner.graphql(made, json!({})).await.data()["createApiKey"]["apiKey"]["id"].clone();
    let user =
        cast.member.graphql("{ me { user { id } } }", json!({})).await.data()["me"]["user"]["id"].clone();
    let made = r#"mutation { createLog(input: {rawText: "Sized the panel"}) { logId } }"#;
    let log = cast.owner.graphql(made, json!({})).await.data()["createLog"]["logId"].clone();
    let made = r#"mutation { beginRecording(input: {contentType: "audio/L16"}) { id } }"#;
    let recording = cast.owner.graphql(made, json!({})).await.data()["beginRecording"]["id"].clone();
    let made = r#"mutation($project: ProjectId!) {
        createMilestone(projectId: $project, input: {name: "Glaze"}) { id } }"#;
    let made = cast.owner.graphql(made, json!({"project": project})).await;
    let milestone = made.data()["createMilestone"]["id"].clone();
    let made = r#"mutation { createInspiration(input: {type: TEXT, text: "Fog"}) { id } }"#;
    let inspiration = cast.owner.graphql(made, json!({})).await.data()["createInspiration"]["id"].clone();
    let asset = register(test, cast, "Two tubes of cobalt blue").await;
    let upload = upload(test, cast, "A roll of linen").await;
    let spare = spare_log(cast).await;
    let mut archived = Vec::new();
    for _ in 0..2 {
        let log = spare_log(cast).await;
        let archive = "mutation($log: LogId!) { archiveLog(id: $log, version: 1) { __typename } }";
        cast.owner.graphql(archive, json!({"log": log})).await.data();
        let entries = cast.owner.graphql("{ archive { nodes { id key } } }", json!({})).await;
        let entries = entries.data()["archive"]["nodes"].as_array().expect("entries").clone();
        let entry = entries.into_iter().find(|entry| entry["id"] == log).expect("its entry");
        archived.push(entry["key"].clone());
    }
    let mut ids = json!({"asset": asset, "upload": upload, "milestone": milestone, "inspiration": inspiration, "spare": spare, "cold": archived[0],
        "colder": archived[1], "log": log, "recording": recording, "project": project, "job": job, "key": key, "user": user});
    let made = factory::ids(cast).await;
    ids.as_object_mut().expect("an object").extend(made.as_object().expect("an object").clone());
    ids
}

/// An asset of a text file.
async fn register(test: &TestApp, cast: &Cast, words: &str) -> Value {
    let id = upload(test, cast, words).await;
    let made = "mutation($id: String!) { registerAsset(input: {uploadId: $id}) { id } }";
    cast.owner.graphql(made, json!({"id": id})).await.data()["registerAsset"]["id"].clone()
}

/// A finished upload of a text file.
async fn upload(test: &TestApp, cast: &Cast, words: &str) -> String {
    let (blobs, scope) = (&test.app.blobs, crate::blobs::tenant(cast));
    let size = Some(words.len() as u64);
    let new = NewUpload { bucket: &ASSETS, key: None, size, put: Put::of_type("text/plain") };
    let upload = blobs.begin_upload(scope, new).await.expect("begun");
    let bytes = futures_util::stream::iter([Ok::<_, std::io::Error>(Bytes::from(words.to_owned()))]);
    blobs.append(scope, &upload.id, 0, bytes).await.expect("appended");
    blobs.finish_upload(scope, &upload.id).await.expect("finished");
    upload.id
}

/// A log that no other row uses.
async fn spare_log(cast: &Cast) -> Value {
    let made = r#"mutation { createLog(input: {rawText: "Stretched a canvas"}) { logId } }"#;
    cast.owner.graphql(made, json!({})).await.data()["createLog"]["logId"].clone()
}

/// All that a stranger could have changed.
async fn studio(cast: &Cast) -> Value {
    let query = "{ projects { nodes { id name version } } members { nodes { role user { id name } } }
        apiKeys { id name } jobs { nodes { id state } } }";
    cast.owner.graphql(query, json!({})).await.data().clone()
}

/// `Type.field` of the three roots, read from the schema definition.
pub(super) fn root_fields(sdl: &str) -> BTreeSet<String> {
    let mut fields = BTreeSet::new();
    let mut root = None;
    let mut in_text = false;
    for line in sdl.lines() {
        if line.trim() == "\"\"\"" {
            in_text = !in_text;
        } else if let Some(name) = line.strip_prefix("type ") {
            let name = name.trim_end_matches(" {");
            root = ["Query", "Mutation", "Subscription"].into_iter().find(|root| *root == name);
        } else if line == "}" {
            root = None;
        } else if let Some(root) = root.filter(|_| !in_text) {
            let name: String = line.trim().chars().take_while(|letter| letter.is_alphanumeric()).collect();
            if !name.is_empty() {
                fields.insert(format!("{root}.{name}"));
            }
        }
    }
    fields
}
