//! Reading and hearing again: the machine may change its mind, but never that of a person.

use std::time::Duration;

use atelier_blobs::{ASSETS, NewUpload, Put};
use atelier_server::workers;
use atelier_testkit::{Cast, Client, TestApp};
use bytes::Bytes;
use serde_json::{Value, json};

use crate::archive::scope_of;
use crate::logs::{change, write};
use crate::project;
use crate::recordings::{act, finished, hears, show, work};

const NOTE: &str =
    "Spent two hours on the harbor triptych yesterday, glazed with ultramarine and burnt sienna";

async fn reread(client: &Client, log: &Value) -> Value {
    change(client, "reextractLog", log, None).await
}

#[tokio::test]
async fn a_day_that_a_person_named_is_not_read_away() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    project(&user, "Harbor Triptych").await;
    let guessed = write(&user, json!({"rawText": NOTE})).await;
    assert_eq!(guessed["day"], "2026-11-20", "yesterday");
    let named = write(&user, json!({"rawText": NOTE, "day": "2026-11-03"})).await;
    assert_eq!((&named["day"], &reread(&user, &named).await["day"]), (&json!("2026-11-03"), &named["day"]));
    let moved = change(&user, "updateLog", &guessed, Some(json!({"day": "2026-11-05"}))).await;
    assert_eq!(reread(&user, &moved).await["day"], "2026-11-05");
}

#[tokio::test]
async fn what_a_person_took_out_does_not_come_back() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    project(&user, "Harbor Triptych").await;
    let made = write(&user, json!({"rawText": NOTE})).await;
    assert_eq!(made["materials"], json!(["ultramarine", "burnt sienna"]), "{made}");
    assert_eq!((&made["timeSpentMinutes"], &made["techniques"]), (&json!(120), &json!(["glazing"])));
    let nothing = json!({"timeSpentMinutes": null, "materials": [], "techniques": null, "projectId": null});
    let emptied = change(&user, "updateLog", &made, Some(nothing)).await;
    let read = reread(&user, &emptied).await;
    for (field, none) in [
        ("timeSpentMinutes", Value::Null),
        ("projectId", Value::Null),
        ("materials", json!([])),
        ("techniques", json!([])),
    ] {
        assert_eq!(read[field], none, "{field}: {read}");
    }
    // What the machine thought of it is in the history all the same.
    let query = "query($id: LogId!) { log(id: $id) { history { kind note guess {
        minutes { minutes } materials { canonical } } } } }";
    let answer = user.graphql(query, json!({"id": made["logId"]})).await;
    let last =
        answer.data()["log"]["history"].as_array().and_then(|all| all.last()).expect("an entry").clone();
    assert_eq!(
        (&last["kind"], &last["guess"]["minutes"]["minutes"]),
        (&json!("extracted"), &json!(120)),
        "{last}"
    );
    assert!(last["note"].as_str().is_some_and(|note| note.contains("materials")), "{last}");
    // Other words may add to the lists, but nothing that was taken out.
    let words = format!("{NOTE}, then titanium white");
    let reworded = change(&user, "updateLog", &read, Some(json!({"rawText": words}))).await;
    let read = reread(&user, &reworded).await;
    assert_eq!((&read["materials"], &read["timeSpentMinutes"]), (&json!(["titanium white"]), &Value::Null));
}

#[tokio::test]
async fn a_confirmed_log_is_still_confirmed_after_another_reading() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let harbor = project(&user, "Harbor Triptych").await;
    let made = write(&user, json!({"rawText": NOTE})).await;
    let confirmed = change(&user, "confirmLog", &made, None).await;
    // What it would be read as now: a word of it means something else by now.
    let teach = r#"mutation { teachTerm(term: "ultramarine", canonical: "lapis lazuli", kind: "material") { term } }"#;
    for _ in 0..3 {
        user.graphql(teach, json!({})).await.data();
    }
    let fresh = write(&user, json!({"rawText": NOTE})).await;
    assert_ne!(fresh["materials"], confirmed["materials"], "it is read differently");
    let read = reread(&user, &confirmed).await;
    for field in ["attributionStatus", "materials", "techniques", "timeSpentMinutes", "day", "projectId"] {
        assert_eq!(read[field], confirmed[field], "{field}");
    }
    assert_eq!((&read["attributionStatus"], &read["projectId"]), (&json!("CONFIRMED"), &harbor));
    // Taken back, the decision is as well.
    let undone = change(&user, "undoLog", &read, None).await;
    let undone = change(&user, "undoLog", &undone, None).await;
    assert_eq!(undone["attributionStatus"], made["attributionStatus"]);
    assert_eq!(reread(&user, &undone).await["materials"], fresh["materials"]);
}

#[tokio::test]
async fn a_project_that_was_named_and_rejected_does_not_come_back() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let harbor = project(&user, "Harbor Triptych").await;
    let made = write(&user, json!({"rawText": NOTE, "projectId": harbor})).await;
    let rejected = change(&user, "rejectLog", &made, None).await;
    let read = reread(&user, &rejected).await;
    assert_eq!((&read["projectId"], &read["attributionStatus"]), (&Value::Null, &json!("PENDING")), "{read}");
}

/// A text of the client's tenant, as an asset; its id.
async fn asset(test: &TestApp, client: &Client, written: &str) -> Value {
    let scope = scope_of(client).await;
    let put = Put::of_type("text/plain").with("filename", "note.txt");
    let new = NewUpload { bucket: &ASSETS, key: None, size: Some(written.len() as u64), put };
    let upload = test.app.blobs.begin_upload(scope, new).await.expect("begun");
    let stream = futures_util::stream::iter([Ok::<_, String>(Bytes::from(written.to_owned()))]);
    test.app.blobs.append(scope, &upload.id, 0, stream).await.expect("appended");
    test.app.blobs.finish_upload(scope, &upload.id).await.expect("finished");
    let query = "mutation($id: String!) { registerAsset(input: {uploadId: $id}) { id } }";
    let made = client.graphql(query, json!({"id": upload.id})).await;
    made.data()["registerAsset"]["id"].clone()
}

#[tokio::test]
async fn only_assets_of_the_tenant_belong_to_a_log() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let query = "mutation($input: NewLog!) { createLog(input: $input) { logId assets { id } } }";
    let theirs = asset(&test, &cast.stranger, "lead white").await;
    let ours = asset(&test, &cast.member, "bone black").await;
    let nothing = json!("asset_01h455vb4pex5vsknk084sn02q");
    for (wrong, place) in [(&theirs, "assetIds.0"), (&nothing, "assetIds.0")] {
        let input = json!({"rawText": "Varnished", "assetIds": [wrong]});
        let refused = cast.member.graphql(query, json!({"input": input})).await;
        assert_eq!(refused.code(), "invalid_input");
        let fields = &refused.body["errors"][0]["extensions"]["fields"];
        assert_eq!((&fields[0]["path"], &fields[0]["code"]), (&json!(place), &json!("unknown")), "{fields}");
    }
    let input = json!({"rawText": "Varnished", "assetIds": [ours, ours]});
    let made = cast.member.graphql(query, json!({"input": input})).await.data()["createLog"].clone();
    assert_eq!(made["assets"], json!([{"id": ours}]), "once");
    let mixed = json!({"rawText": "Varnished", "assetIds": [ours, theirs]});
    let refused = cast.member.graphql(query, json!({"input": mixed})).await;
    assert_eq!(refused.body["errors"][0]["extensions"]["fields"][0]["path"], "assetIds.1");
    // The links of an asset are held to the same.
    let theirs = write(&cast.stranger, json!({"rawText": "Theirs"})).await;
    let link = "mutation($id: AssetId!, $version: Int!, $log: LogId!) {
        updateAsset(id: $id, version: $version, patch: {linkedLogId: $log}) { __typename } }";
    let version = "query($id: AssetId!) { asset(id: $id) { version } }";
    let version = cast.member.graphql(version, json!({"id": ours})).await.data()["asset"]["version"].clone();
    let linked = |log: &Value| json!({"id": ours, "version": version, "log": log});
    assert_eq!(cast.member.graphql(link, linked(&theirs["logId"])).await.code(), "journal_not_found");
    let done = cast.member.graphql(link, linked(&made["logId"])).await;
    assert_eq!(done.data()["updateAsset"]["__typename"], "Asset");
}

async fn log_of(client: &Client, recording: &Value) -> Value {
    let id = show(client, recording).await["logId"].clone();
    let query = "query($id: LogId!) { log(id: $id) {
        logId rawText materials timeSpentMinutes day attributionStatus version transcriptMeta { raw } } }";
    client.graphql(query, json!({"id": id})).await.data()["log"].clone()
}

async fn hear_again(test: &TestApp, client: &Client, recording: &Value, heard: &str) -> Value {
    act(client, "retranscribe", &show(client, recording).await).await.data();
    work(test, Some(hears(heard).await)).await;
    let done = show(client, recording).await;
    assert_eq!(done["state"], "DONE", "{done}");
    log_of(client, recording).await
}

const MISHEARD: &str = "Spent an hour on it with burned piano";
const HEARD: &str = "Spent two hours on it with burnt sienna and gesso";

#[tokio::test]
async fn better_hearing_changes_the_words_and_not_what_a_person_set() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let recording = finished(&user, 2).await;
    work(&test, Some(hears(MISHEARD).await)).await;
    let first = log_of(&user, &recording).await;
    assert_eq!((&first["rawText"], &first["timeSpentMinutes"]), (&json!(MISHEARD), &json!(60)));
    let better = hear_again(&test, &user, &recording, HEARD).await;
    assert_eq!(
        (&better["rawText"], &better["timeSpentMinutes"]),
        (&json!(HEARD), &json!(120)),
        "a better guess"
    );
    assert_eq!(better["logId"], first["logId"]);
    let set =
        json!({"timeSpentMinutes": 45, "day": "2026-11-02", "materials": [{"term": "gesso", "use": "USED"}]});
    change(&user, "updateLog", &better, Some(set)).await;
    test.clock.advance(Duration::from_mins(1));
    let again = hear_again(&test, &user, &recording, &format!("{HEARD} and lead white")).await;
    assert_eq!((&again["timeSpentMinutes"], &again["day"]), (&json!(45), &json!("2026-11-02")));
    assert_eq!(again["materials"], json!(["gesso", "lead white"]), "the burnt sienna was taken out");
    assert!(again["rawText"].as_str().is_some_and(|text| text.ends_with("lead white")));
}

#[tokio::test]
async fn words_that_a_person_wrote_are_not_heard_away() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let recording = finished(&user, 2).await;
    work(&test, Some(hears(MISHEARD).await)).await;
    let first = log_of(&user, &recording).await;
    let words = "Spent an hour on it with burnt umber";
    change(&user, "updateLog", &first, Some(json!({"rawText": words}))).await;
    let again = hear_again(&test, &user, &recording, HEARD).await;
    assert_eq!(again["rawText"], words);
    let transcripts = show(&user, &recording).await["transcripts"].as_array().map(Vec::len);
    assert_eq!(transcripts, Some(2), "what was heard is kept beside it");
    let confirmed = change(&user, "confirmLog", &again, None).await;
    assert_eq!(confirmed["attributionStatus"], "CONFIRMED");
    let last = hear_again(&test, &user, &recording, "Nothing at all was done").await;
    assert_eq!((&last["rawText"], &last["version"]), (&json!(words), &confirmed["version"]));
}

#[tokio::test]
async fn a_recording_is_not_heard_again_while_its_log_is_in_the_archive() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let recording = finished(&user, 2).await;
    work(&test, Some(hears("Glazed for an hour.").await)).await;
    let done = show(&user, &recording).await;
    let log = done["logId"].clone();
    let hidden = put_away(&user, &log).await;
    let refused = act(&user, "retranscribe", &done).await;
    assert_eq!(refused.code(), "log_archived");
    assert_eq!(logs(&user).await, 0, "no second log");

    let restore = "mutation($key: String!) { restoreArchived(key: $key) { id } }";
    user.graphql(restore, json!({"key": hidden})).await.data();
    // Asked for while the log was there, and carried out when it was not.
    act(&user, "retranscribe", &done).await.data();
    let hidden = put_away(&user, &log).await;
    while workers(&test.app).run_one().await.expect("run").is_some() {}
    work(&test, Some(hears("Glazed for two hours.").await)).await;
    let failed = show(&user, &recording).await;
    assert_eq!((&failed["state"], &failed["logId"]), (&json!("FAILED"), &log), "{failed}");
    assert_eq!(failed["error"]["code"], "log_archived");
    user.graphql(restore, json!({"key": hidden})).await.data();
    assert_eq!(logs(&user).await, 1);

    // Once it is deleted for good, hearing makes another.
    let hidden = put_away(&user, &log).await;
    let delete = "mutation($key: String!) { deleteArchived(key: $key) { id } }";
    user.graphql(delete, json!({"key": hidden})).await.data();
    while workers(&test.app).run_one().await.expect("run").is_some() {}
    act(&user, "retranscribe", &show(&user, &recording).await).await.data();
    work(&test, Some(hears("Glazed for two hours.").await)).await;
    let anew = show(&user, &recording).await;
    assert_eq!(anew["state"], "DONE", "{anew}");
    assert_ne!(anew["logId"], log);
}

/// Archives the log; the key of its entry.
async fn put_away(client: &Client, log: &Value) -> Value {
    let version = "query($id: LogId!) { log(id: $id) { version } }";
    let version = client.graphql(version, json!({"id": log})).await.data()["log"]["version"].clone();
    let archive =
        "mutation($id: LogId!, $version: Int!) { archiveLog(id: $id, version: $version) { __typename } }";
    client.graphql(archive, json!({"id": log, "version": version})).await.data();
    let listed = client.graphql("{ archive { nodes { key id } } }", json!({})).await;
    listed.data()["archive"]["nodes"][0]["key"].clone()
}

async fn logs(client: &Client) -> usize {
    let listed = client.graphql("{ journal { nodes { logId } } }", json!({})).await;
    listed.data()["journal"]["nodes"].as_array().map_or(0, Vec::len)
}

#[tokio::test]
async fn a_note_that_is_read_again_looks_back_from_where_it_stands() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let harbor = project(&user, "Harbor Triptych").await;
    let kiln = project(&user, "Kiln Shelf Vessels").await;
    write(&user, json!({"rawText": NOTE})).await;
    test.clock.advance(Duration::from_mins(1));
    let again = write(&user, json!({"rawText": "Same one again, another forty minutes of glazing"})).await;
    assert_eq!(again["projectId"], harbor);
    test.clock.advance(Duration::from_mins(1));
    let later = write(&user, json!({"rawText": "Two hours on the kiln shelf vessels, threw six jars"})).await;
    assert_eq!(later["projectId"], kiln);
    assert_eq!(reread(&user, &again).await["projectId"], harbor, "what came later was not the one before");
}
