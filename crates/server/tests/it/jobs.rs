//! Jobs as callers see them: asked for, watched, called off, downloaded.

use std::time::Duration;

use atelier_server::workers;
use atelier_testkit::{Cast, TestApp};
use axum::http::StatusCode;
use serde_json::{Value, json};

const ASK: &str = "mutation { exportTenant { id state } }";
const SHOW: &str = "query($id: JobId!) { job(id: $id) {
    state attempts error progress { done total message } file { name size path } } }";

async fn ask(cast: &Cast) -> Value {
    cast.owner.graphql(ASK, json!({})).await.data()["exportTenant"]["id"].clone()
}

#[tokio::test]
async fn an_owner_exports_what_their_tenant_has_and_nothing_else() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let create = "mutation($name: String!) { createProject(input: {name: $name}) { id } }";
    for (client, name) in [(&cast.owner, "Harbor Triptych"), (&cast.stranger, "Secret Nude")] {
        client.graphql(create, json!({"name": name})).await.data();
    }
    for refused in [&cast.viewer, &cast.member] {
        assert_eq!(refused.graphql(ASK, json!({})).await.code(), "forbidden");
    }
    let id = ask(&cast).await;
    let path = format!("/api/v1/jobs/{}/file", id.as_str().expect("an id"));
    assert_eq!(cast.owner.get(&path).await.code(), "not_found", "it is not made yet");
    workers(&test.app).run_one().await.expect("run").expect("a job");

    let shown = cast.viewer.graphql(SHOW, json!({"id": id})).await;
    let job = &shown.data()["job"];
    assert_eq!(job["state"], "SUCCEEDED", "{job}");
    assert_eq!(job["progress"]["done"], job["progress"]["total"]);
    assert_eq!(job["file"]["path"], path);
    assert_eq!(cast.member.get(&path).await.code(), "forbidden");
    assert_eq!(cast.stranger.get(&path).await.code(), "job_not_found");
    let file = cast.owner.get(&path).await;
    assert_eq!(file.status, StatusCode::OK);
    let disposition = file.headers["content-disposition"].to_str().expect("text");
    assert!(disposition.starts_with("attachment; filename=\"atelier-"), "{disposition}");
    assert_eq!(file.body["tables"]["projects"][0]["name"], "Harbor Triptych");
    assert_eq!(file.body["tenant"], cast.tenant);
    let whole = file.body.to_string();
    assert!(!whole.contains("Secret Nude") && !whole.contains("password"), "{whole}");
}

#[tokio::test]
async fn jobs_are_called_off_and_tried_again_by_those_who_may() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let id = ask(&cast).await;
    let cancel = "mutation($id: JobId!) { cancelJob(id: $id) { state } }";
    let retry = "mutation($id: JobId!) { retryJob(id: $id) { state } }";
    let variables = || json!({"id": id});
    for mutation in [cancel, retry] {
        assert_eq!(cast.viewer.graphql(mutation, variables()).await.code(), "forbidden");
        assert_eq!(cast.stranger.graphql(mutation, variables()).await.code(), "job_not_found");
    }
    assert_eq!(cast.member.graphql(retry, variables()).await.code(), "job_not_failed");
    let cancelled = cast.member.graphql(cancel, variables()).await;
    assert_eq!(cancelled.data()["cancelJob"]["state"], "CANCELLED");
    assert_eq!(cast.member.graphql(cancel, variables()).await.code(), "job_ended");
    assert_eq!(workers(&test.app).run_one().await.expect("run"), None);
    let list = "query($state: JobState) { jobs(state: $state) { nodes { kind state } } }";
    let listed = cast.viewer.graphql(list, json!({"state": "CANCELLED"})).await;
    assert_eq!(listed.data()["jobs"]["nodes"], json!([{"kind": "tenant.export", "state": "CANCELLED"}]));
    let listed = cast.viewer.graphql(list, json!({"state": "QUEUED"})).await;
    assert_eq!(listed.data()["jobs"]["nodes"], json!([]));
    assert_eq!(cast.stranger.graphql(list, json!({})).await.data()["jobs"]["nodes"], json!([]));
    assert_eq!(cast.member.graphql(retry, variables()).await.data()["retryJob"]["state"], "QUEUED");
    let job = workers(&test.app).run_one().await.expect("run").expect("a job");
    assert_eq!(job.state, atelier_jobs::JobState::Succeeded);
}

#[tokio::test]
async fn the_sweep_deletes_ended_sessions_and_old_attempts_only() {
    let test = TestApp::start();
    let mut client = test.user("ada").await;
    let wrong = json!({"login": "ada", "password": "not this one"});
    client.post("/api/v1/accounts/sign-in", &wrong).await;
    let count = async |table: &str| {
        let table = test.app.tables.find(table).expect("declared");
        let scan = atelier_tables::Scan::table(table);
        // Test code may look at everything.
        test.app.tables.scan(atelier_base::Scope::directory(), scan).await.expect("read").edges.len()
    };
    let sweep = async || {
        test.clock.advance(Duration::from_hours(1));
        let mut swept = None;
        // The server has other work as well, such as the files that expire.
        while let Some(job) = workers(&test.app).run_one().await.expect("run") {
            swept = if job.kind == "server.sweep" { Some(job) } else { swept };
        }
        swept.expect("the hour is over")
    };
    atelier_server::schedule_upkeep(&test.app).await.expect("scheduled");
    let swept = sweep().await;
    assert_eq!(swept.state, atelier_jobs::JobState::Succeeded, "{swept:?}");
    assert!(count("sessions").await > 0 && count("sign-in-attempts").await > 0);
    test.clock.advance(Duration::from_hours(24 * 40));
    let swept = sweep().await;
    assert_eq!(swept.state, atelier_jobs::JobState::Succeeded, "{swept:?}");
    assert_eq!((count("sessions").await, count("sign-in-attempts").await), (0, 0));
    client.sign_in("ada", atelier_testkit::PASSWORD).await;
}
