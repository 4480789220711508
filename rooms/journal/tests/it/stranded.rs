//! What was being worked on says so when nobody will work on it any more.

use std::time::Duration;

use atelier_server::{tidy_up, workers};
use atelier_testkit::{Cast, Client, TestApp};
use serde_json::{Value, json};

use crate::archive::scope_of;
use crate::assets;
use crate::kill::take_back;
use crate::recordings::{act, finished, hears, show, silent_service, work};

/// Attempts that a transcription has.
const ATTEMPTS: usize = 4;

async fn job_state(client: &Client, id: &Value) -> Value {
    let query = "query($id: JobId!) { job(id: $id) { state } }";
    client.graphql(query, json!({"id": id})).await.data()["job"]["state"].clone()
}

async fn cancel(client: &Client, id: &Value) {
    client.graphql("mutation($id: JobId!) { cancelJob(id: $id) { state } }", json!({"id": id})).await.data();
}

async fn job_of(client: &Client, recording: &Value) -> Value {
    let query = "query($id: RecordingId!) { recording(id: $id) { jobId } }";
    client.graphql(query, json!({"id": recording["id"]})).await.data()["recording"]["jobId"].clone()
}

#[tokio::test]
async fn a_recording_whose_workers_were_all_killed_says_so_and_can_be_heard_again() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let (recording, scope) = (finished(&user, 2).await, scope_of(&user).await);
    let job = job_of(&user, &recording).await;
    let (silent, asked) = silent_service().await;
    let mut dying = test.app.clone();
    dying.journal = dying.journal.with_transcriber(silent);
    for _ in 0..ATTEMPTS {
        let killed = workers(&dying);
        tokio::select! {
            _ = killed.run_one() => panic!("nobody answers"),
            () = asked.notified() => {}
        }
        drop(killed);
        // Somebody may still bring it to its end.
        tidy_up(&test.app).await.expect("tidied");
        assert_eq!(show(&user, &recording).await["state"], "TRANSCRIBING");
        take_back(&test.app, scope).await;
    }
    assert_eq!(job_state(&user, &job).await, "FAILED");
    test.clock.advance(Duration::from_mins(1));
    tidy_up(&test.app).await.expect("tidied");
    let failed = show(&user, &recording).await;
    assert_eq!(
        (&failed["state"], &failed["error"]["code"]),
        (&json!("FAILED"), &json!("transcription_interrupted")),
        "{failed}"
    );
    assert!(failed["error"]["message"].as_str().is_some_and(|text| text.contains("Hear again")), "{failed}");

    act(&user, "retranscribe", &failed).await.data();
    tidy_up(&test.app).await.expect("tidied");
    assert_eq!(show(&user, &recording).await["state"], "UPLOADED", "the new job is to come");
    work(&test, Some(hears("Glazed for an hour.").await)).await;
    assert_eq!(show(&user, &recording).await["state"], "DONE");
}

#[tokio::test]
async fn a_transcription_that_was_called_off_before_it_began_says_so() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let recording = finished(&user, 1).await;
    cancel(&user, &job_of(&user, &recording).await).await;
    tidy_up(&test.app).await.expect("tidied");
    let failed = show(&user, &recording).await;
    assert_eq!(failed["error"]["code"], "transcription_cancelled", "{failed}");
    // One that waits for the models waits on.
    let waiting = finished(&user, 1).await;
    work(&test, None).await;
    test.clock.advance(Duration::from_hours(24 * 9));
    tidy_up(&test.app).await.expect("tidied");
    let waiting = show(&user, &waiting).await;
    assert_eq!(
        (&waiting["state"], &waiting["error"]["code"]),
        (&json!("UPLOADED"), &json!("speech_model_missing"))
    );
}

#[tokio::test]
async fn a_file_whose_job_is_gone_says_so_and_can_be_looked_into_again() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let upload = assets::upload(&test, &cast, "harbor.jpg", assets::blue()).await;
    let asset = assets::register(&cast.member, &upload).await;
    test.clock.advance(Duration::from_hours(24));
    tidy_up(&test.app).await.expect("tidied");
    assert_eq!(assets::show(&cast.member, &asset).await["state"], "PROCESSING", "its job is to come");
    cancel(&cast.member, &asset["jobId"]).await;
    test.clock.advance(Duration::from_mins(59));
    assert_eq!(assets::show(&cast.member, &asset).await["state"], "PROCESSING");
    tidy_up(&test.app).await.expect("tidied");
    let failed = assets::show(&cast.member, &asset).await;
    assert_eq!(
        (&failed["state"], &failed["errorCode"]),
        (&json!("FAILED"), &json!("asset_interrupted")),
        "{failed}"
    );
    let redo = "mutation($id: AssetId!, $version: Int!) {
        redoAsset(id: $id, version: $version) { ... on Asset { state error errorCode } } }";
    let again = cast.member.graphql(redo, json!({"id": failed["id"], "version": failed["version"]})).await;
    assert_eq!(
        again.data()["redoAsset"],
        json!({"state": "PROCESSING", "error": null, "errorCode": null}),
        "the old reason is gone"
    );
    workers(&test.app).run_one().await.expect("looked into");
    assert_eq!(assets::show(&cast.member, &asset).await["state"], "READY");
}
