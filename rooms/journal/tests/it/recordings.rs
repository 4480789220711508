//! Recordings: pieces in any order, one log at the end, and every failure said.

use std::time::Duration;

use atelier_base::PageRequest;
use atelier_blobs::{ASSETS, ObjectKey, Put};
use atelier_intelligence::speech::{Limits, Remote, RemoteSettings, Transcriber};
use atelier_jobs::Uptime;
use atelier_server::workers;
use atelier_testkit::{Cast, Client, TestApp};
use axum::Router;
use axum::body::Bytes;
use axum::http::{Method, StatusCode};
use axum::routing::post;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::archive::scope_of;
use crate::project;

const SHOW: &str = "query($id: RecordingId!) { recording(id: $id) {
    id state bytes durationMs progress contentType error { code message } logId audioUrl version
    transcripts { model durationMs raw edits { from to } pieces { startMs endMs text } } } }";

async fn begin(client: &Client, input: Value) -> Value {
    let query = "mutation($input: NewRecording!) { beginRecording(input: $input) { id state version } }";
    client.graphql(query, json!({"input": input})).await.data()["beginRecording"].clone()
}

async fn send(client: &Client, recording: &Value, index: u32, bytes: usize) -> atelier_testkit::Answer {
    let path = format!("/api/v1/recordings/{}/chunks/{index}", recording["id"].as_str().expect("an id"));
    client.send(Method::PUT, &path, "application/octet-stream", "\u{1}".repeat(bytes)).await
}

/// Finishes, retranscribes or deletes a recording; the whole answer.
pub(crate) async fn act(client: &Client, name: &str, recording: &Value) -> atelier_testkit::Answer {
    let query = format!(
        "mutation($id: RecordingId!, $version: Int!) {{ {name}(id: $id, version: $version) {{ __typename
            ... on Recording {{ id state bytes durationMs version }} }} }}"
    );
    client.graphql(&query, json!({"id": recording["id"], "version": recording["version"]})).await
}

pub(crate) async fn show(client: &Client, recording: &Value) -> Value {
    client.graphql(SHOW, json!({"id": recording["id"]})).await.data()["recording"].clone()
}

pub(crate) async fn finished(client: &Client, seconds: usize) -> Value {
    let recording = begin(client, json!({"contentType": "audio/L16;rate=16000"})).await;
    for index in 0..seconds {
        let index = u32::try_from(index).expect("small");
        assert_eq!(send(client, &recording, index, 32_000).await.status, StatusCode::OK);
    }
    act(client, "finishRecording", &recording).await.data()["finishRecording"].clone()
}

/// A service that speaks `OpenAI`'s protocol, on this machine, and says always the same.
async fn service() -> Transcriber {
    hears("Glazed the harbor for an hour.").await
}

/// The same for any text.
pub(crate) async fn hears(text: &str) -> Transcriber {
    let answer = json!({"text": text, "language": "en", "duration": 2.0,
        "segments": [{"start": 0.0, "end": 2.0, "text": text, "avg_logprob": -0.1}]});
    // It takes the whole sound: one that answered before would break the connection under the sender.
    let answers = post(async move |_sound: Bytes| answer.to_string());
    serve(Router::new().route("/v1/audio/transcriptions", answers)).await
}

async fn serve(routes: Router) -> Transcriber {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let base = format!("http://{}", listener.local_addr().expect("an address"));
    let serving = axum::serve(listener, routes);
    TaskTracker::new().spawn(async move { serving.await });
    let timeout = Duration::from_secs(10);
    let settings = RemoteSettings { base, key: String::new(), model: "whisper-1".into(), timeout };
    let limits = Limits { longest: Duration::from_hours(1), ffmpeg: None };
    Transcriber::Remote(Remote::new(settings, limits).expect("a client"))
}

/// Runs the next job, with somebody who transcribes.
pub(crate) async fn work(test: &TestApp, transcriber: Option<Transcriber>) {
    let mut app = test.app.clone();
    if let Some(transcriber) = transcriber {
        app.journal = app.journal.with_transcriber(transcriber);
    }
    workers(&app).run_one().await.expect("run");
}

#[tokio::test]
async fn pieces_come_in_any_order_and_missing_ones_are_named() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let recording = begin(&user, json!({"contentType": "audio/L16;rate=16000"})).await;
    assert_eq!(recording["state"], "RECORDING");
    for index in [2, 0, 2] {
        assert_eq!(send(&user, &recording, index, 32_000).await.status, StatusCode::OK);
    }
    let path = format!("/api/v1/recordings/{}/chunks", recording["id"].as_str().expect("an id"));
    assert_eq!(user.get(&path).await.body, json!({"received": [0, 2], "bytes": 64_000}));
    let early = act(&user, "finishRecording", &recording).await;
    assert_eq!(early.code(), "chunks_missing");
    assert!(early.body["errors"][0]["message"].as_str().expect("a message").ends_with("are missing: 1"));
    assert_eq!(send(&user, &recording, 3, (4 << 20) + 1).await.code(), "blob_too_large");
    assert_eq!(send(&user, &recording, 1, 32_000).await.body["received"], json!([0, 1, 2]));
    let done = act(&user, "finishRecording", &recording).await.data()["finishRecording"].clone();
    let expected = json!({"__typename": "Recording", "id": recording["id"], "state": "UPLOADED", "bytes": 96_000,
        "durationMs": 3_000, "version": 2});
    assert_eq!(done, expected);
    assert_eq!(send(&user, &recording, 4, 10).await.code(), "recording_finished");
}

#[tokio::test]
async fn without_a_model_the_sound_is_kept_and_can_be_heard_later() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let recording = finished(&user, 2).await;
    work(&test, None).await;
    let waiting = show(&user, &recording).await;
    assert_eq!(
        (&waiting["state"], &waiting["error"]["code"]),
        (&json!("UPLOADED"), &json!("speech_model_missing"))
    );
    let url = waiting["audioUrl"].as_str().expect("an address");
    let path = url.split_once("8080").expect("a path").1;
    let sound = user.open(Method::GET, path, "", "*/*", String::new()).await;
    let bytes = axum::body::to_bytes(sound.into_body(), 1_000_000).await.expect("a body");
    assert_eq!((&bytes[..4], bytes.len()), (&b"RIFF"[..], 64_044));
    let speech =
        user.graphql("{ speech { available missing howToGet } }", json!({})).await.data()["speech"].clone();
    assert_eq!(speech["available"], false);
    assert!(speech["howToGet"].as_str().expect("text").contains("cargo xtask models"));

    act(&user, "retranscribe", &waiting).await.data();
    work(&test, Some(service().await)).await;
    let done = show(&user, &recording).await;
    assert_eq!(
        (&done["state"], &done["error"], &done["progress"]),
        (&json!("DONE"), &Value::Null, &json!(1.0))
    );
}

#[tokio::test]
async fn an_interrupted_clearing_away_of_pieces_cuts_nothing_off() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let recording = finished(&user, 2).await;
    let scope = scope_of(&user).await;
    let folder = format!("recordings/{}/", recording["id"].as_str().expect("an id"));
    let pieces = test.app.blobs.list(scope, &ASSETS, &folder, PageRequest::first(9)).await.expect("a list");
    let keys: Vec<_> = pieces.into_nodes().map(|piece| piece.key).collect();
    assert_eq!(keys.len(), 2, "{keys:?}");
    // As a job leaves it that was killed after the file was whole and the first of its pieces gone.
    let whole = Bytes::from(vec![1; 64_044]);
    let audio: ObjectKey = format!("{folder}audio").parse().expect("a key");
    test.app.blobs.put_bytes(scope, &ASSETS, &audio, Put::default(), whole.clone()).await.expect("stored");
    test.app.blobs.delete(scope, &ASSETS, &keys[0]).await.expect("deleted");
    work(&test, None).await;
    assert!(show(&user, &recording).await["audioUrl"].is_string());
    let sound = test.app.blobs.get(scope, &ASSETS, &audio).await.expect("there").bytes().await.expect("read");
    assert!(sound == whole, "{} bytes", sound.len());
    let left = test.app.blobs.list(scope, &ASSETS, &folder, PageRequest::first(9)).await.expect("a list");
    assert_eq!(left.into_nodes().map(|left| left.key).collect::<Vec<_>>(), [audio]);
}

#[tokio::test]
async fn a_recording_becomes_one_log_however_often_it_is_heard() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    project(&user, "Harbor").await;
    let recording = finished(&user, 2).await;
    let service = service().await;
    work(&test, Some(service.clone())).await;
    let done = show(&user, &recording).await;
    assert_eq!(done["state"], "DONE", "{done}");
    assert_eq!(done["transcripts"][0]["raw"], "Glazed the harbor for an hour.");
    assert_eq!(done["transcripts"][0]["model"], "whisper-1");
    let read = "query($id: LogId!) { log(id: $id) { rawText version transcriptMeta { recordingId raw }
        history { kind } } journal { nodes { logId } } }";
    let shown = user.graphql(read, json!({"id": done["logId"]})).await.data().clone();
    assert_eq!(shown["log"]["rawText"], "Glazed the harbor for an hour.");
    assert_eq!(shown["log"]["transcriptMeta"]["recordingId"], recording["id"]);
    assert_eq!(shown["log"]["history"][0]["kind"], "transcribed");

    act(&user, "retranscribe", &done).await.data();
    work(&test, Some(service)).await;
    let again = show(&user, &recording).await;
    assert_eq!((&again["state"], &again["logId"]), (&json!("DONE"), &done["logId"]));
    assert_eq!(again["transcripts"].as_array().map(Vec::len), Some(2), "what was heard first is kept");
    let shown = user.graphql(read, json!({"id": done["logId"]})).await.data().clone();
    assert_eq!(shown["journal"]["nodes"].as_array().map(Vec::len), Some(1), "one log");
}

/// A service that hears and never answers.
pub(crate) async fn silent_service() -> (Transcriber, std::sync::Arc<tokio::sync::Notify>) {
    let asked = std::sync::Arc::new(tokio::sync::Notify::new());
    let told = asked.clone();
    let routes = Router::new().route(
        "/v1/audio/transcriptions",
        post(async move || {
            told.notify_one();
            std::future::pending::<String>().await
        }),
    );
    (serve(routes).await, asked)
}

#[tokio::test]
async fn a_transcription_that_was_killed_is_done_once_by_the_next_worker() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let recording = finished(&user, 2).await;
    let (silent, asked) = silent_service().await;
    let mut dying = test.app.clone();
    dying.journal = dying.journal.with_transcriber(silent);
    let dying = workers(&dying);
    tokio::select! {
        _ = dying.run_one() => panic!("nobody answers"),
        // Dropped in the middle of it, as by a kill.
        () = asked.notified() => {}
    }
    assert_eq!(show(&user, &recording).await["state"], "TRANSCRIBING");

    let mut neighbour = test.app.clone();
    neighbour.journal = neighbour.journal.with_transcriber(service().await);
    neighbour.jobs.uptime = Uptime::told();
    let job = "query($id: RecordingId!) { recording(id: $id) { state jobId } jobs { nodes { attempts } } }";
    let watch = async {
        loop {
            let answer = user.graphql(job, json!({"id": recording["id"]})).await.data().clone();
            if answer["recording"]["state"] == "DONE" {
                return;
            }
            // Its own lease is measured with the same time: it stands still once the job is taken over.
            if answer["jobs"]["nodes"][0]["attempts"] == 1 {
                neighbour.jobs.uptime.advance(Duration::from_secs(5));
            }
            for _ in 0..50 {
                tokio::task::yield_now().await;
            }
        }
    };
    tokio::select! {
        () = workers(&neighbour).run(CancellationToken::new()) => {}
        () = watch => {}
    }
    let logs = user.graphql("{ journal { nodes { rawText } } }", json!({})).await;
    assert_eq!(logs.data()["journal"]["nodes"].as_array().map(Vec::len), Some(1), "one log");
}

#[tokio::test]
async fn what_is_no_sound_says_so_and_is_kept() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let query = "mutation($input: NewRecording!) { beginRecording(input: $input) { id } }";
    let odd = user.graphql(query, json!({"input": {"contentType": "image/png"}})).await;
    assert_eq!(odd.code(), "invalid_input");
    let unknown = json!({"input": {"contentType": "audio/ogg", "uploadId": "0".repeat(32)}});
    assert_eq!(user.graphql(query, unknown).await.code(), "upload_not_found");
    // Letters in place of a sound, and nothing at all.
    for (bytes, code) in [(500, "audio_not_audio"), (0, "audio_empty")] {
        let recording = begin(&user, json!({"contentType": "audio/ogg"})).await;
        send(&user, &recording, 0, bytes).await;
        let recording = act(&user, "finishRecording", &recording).await.data()["finishRecording"].clone();
        work(&test, Some(service().await)).await;
        let failed = show(&user, &recording).await;
        assert_eq!(
            (&failed["state"], &failed["error"]["code"]),
            (&json!("FAILED"), &json!(code)),
            "{failed}"
        );
        assert!(failed["audioUrl"].is_string(), "the bytes are kept");
    }
}

#[tokio::test]
async fn a_full_quota_refuses_and_keeps_what_is_there() {
    let test = TestApp::start();
    let mut app = test.app.clone();
    let limits = atelier_journal::Limits { quota_bytes: 50_000, ..atelier_journal::Limits::default() };
    app.journal = app.journal.with_limits(limits);
    let user = test.user("ada").await;
    let me = user.graphql("{ me { user { id } } }", json!({})).await.data()["me"]["user"]["id"].clone();
    let recording = begin(&user, json!({"contentType": "audio/L16"})).await;
    send(&user, &recording, 0, 60_000).await;
    let small = begin(&user, json!({"contentType": "audio/L16"})).await;
    send(&user, &small, 0, 40_000).await;
    let caller = caller(me.as_str().expect("an id"));
    let finish = async |recording: &Value| {
        let id = recording["id"].as_str().and_then(|id| id.parse().ok()).expect("an id");
        let grant = caller.may(atelier_journal::permissions::Record).expect("a member");
        atelier_journal::recording::finish(&app.journal, grant, id, 1, None).await
    };
    let refused = finish(&recording).await.expect_err("there is no room");
    assert!(matches!(refused, atelier_journal::Error::QuotaReached { quota: 50_000 }), "{refused}");
    assert_eq!(show(&user, &recording).await["state"], "RECORDING", "nothing is lost");
    finish(&small).await.expect("there is room for that");
}

fn caller(user: &str) -> atelier_base::Caller {
    let user: atelier_base::UserId = user.parse().expect("an id");
    let session = "sess_01h455vb4pex5vsknk084sn02q".parse().expect("an id");
    let credential = atelier_base::Credential::Session(session);
    let tenant = atelier_base::TenantId::Personal(user);
    atelier_base::Caller::verified(user, tenant, atelier_base::Role::Owner, credential)
}

#[tokio::test]
async fn viewers_see_members_record_and_strangers_find_nothing() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let begun = "mutation { beginRecording(input: {contentType: \"audio/L16\"}) { id } }";
    assert_eq!(cast.viewer.graphql(begun, json!({})).await.code(), "forbidden");
    let recording = begin(&cast.member, json!({"contentType": "audio/L16"})).await;
    for (client, code) in [
        (&cast.guest, "unauthenticated"),
        (&cast.viewer, "forbidden"),
        (&cast.stranger, "journal_not_found"),
        (&cast.owner, ""),
    ] {
        assert_eq!(send(client, &recording, 0, 10).await.code(), code);
    }
    assert_eq!(show(&cast.viewer, &recording).await["state"], "RECORDING");
    assert_eq!(show(&cast.stranger, &recording).await, Value::Null);
    let delete = "mutation($id: RecordingId!, $version: Int!) {
        deleteRecording(id: $id, version: $version) { __typename } }";
    let variables = json!({"id": recording["id"], "version": recording["version"]});
    let gone = cast.member.graphql(delete, variables).await;
    assert_eq!(gone.data()["deleteRecording"]["__typename"], "RecordingDeleted");
}
