//! Logs: made, corrected, confirmed, moved, taken back.

use std::time::Duration;

use atelier_testkit::{Cast, Client, TestApp};
use serde_json::{Value, json};

use crate::project;

pub(crate) const FIELDS: &str =
    "logId projectId rawText confidence attributionStatus materials toBuy techniques
    timeSpentMinutes tags day version";

pub(crate) async fn write(client: &Client, input: Value) -> Value {
    let query = format!("mutation($input: NewLog!) {{ createLog(input: $input) {{ {FIELDS} }} }}");
    client.graphql(&query, json!({"input": input})).await.data()["createLog"].clone()
}

/// Runs a mutation of one log; the outcome.
pub(crate) async fn change(client: &Client, name: &str, log: &Value, patch: Option<Value>) -> Value {
    let (declared, given) =
        if patch.is_some() { (", $patch: LogPatch!", ", patch: $patch") } else { ("", "") };
    let query = format!(
        "mutation($id: LogId!, $version: Int!{declared}) {{ {name}(id: $id, version: $version{given}) {{
            __typename ... on Log {{ {FIELDS} }} ... on LogConflict {{ current {{ {FIELDS} }} }} }} }}"
    );
    let variables = json!({"id": log["logId"], "version": log["version"], "patch": patch});
    client.graphql(&query, variables).await.data()[name].clone()
}

async fn kinds(client: &Client, log: &Value) -> Vec<String> {
    let query = "query($id: LogId!) { log(id: $id) { history { kind by note } } }";
    let answer = client.graphql(query, json!({"id": log["logId"]})).await;
    let history = answer.data()["log"]["history"].as_array().expect("a history").clone();
    history.iter().map(|entry| entry["kind"].as_str().expect("a kind").to_owned()).collect()
}

#[tokio::test]
async fn the_query_of_the_specification_works_to_the_letter() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let harbor = project(&user, "Harbor Triptych").await;
    let made = write(&user, json!({"rawText": "Nothing to see", "projectId": harbor})).await;
    let edit = json!({"materials": [{"term": "ultramarine", "use": "USED"}, {"term": "cold wax", "use": "TO_BUY"}],
        "timeSpentMinutes": 75});
    change(&user, "updateLog", &made, Some(edit)).await;
    let query = "query GetProjectLogs($projectId: ID!) {
  logs(projectId: $projectId) {
    logId
    materials
    timeSpentMinutes
  }
}";
    let answer = user.graphql(query, json!({"projectId": harbor})).await;
    let expected = json!([{"logId": made["logId"], "materials": ["ultramarine"], "timeSpentMinutes": 75}]);
    assert_eq!(answer.data()["logs"], expected);
}

const STORY: &str = "Spent an hour and a quarter on the harbor triptych, second glaze of ultramarine over the \
    burnt sienna, ran out of cold wax";

#[tokio::test]
async fn a_note_becomes_facts_that_point_at_their_words() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let harbor = project(&user, "Harbor Triptych").await;
    project(&user, "Portrait of Mira").await;
    let made = write(&user, json!({"rawText": STORY})).await;
    assert_eq!((&made["projectId"], &made["timeSpentMinutes"]), (&harbor, &json!(75)), "{made}");
    assert_eq!(made["materials"], json!(["ultramarine", "burnt sienna"]));
    assert_eq!((&made["toBuy"], &made["techniques"]), (&json!(["cold wax"]), &json!(["glazing"])));
    let read = "query($id: LogId!) { log(id: $id) { extracted { extractor project { title confidence spans { text } }
        minutes { spans { start end text } } materials { canonical use source spans { start end text } } } } }";
    let answer = user.graphql(read, json!({"id": made["logId"]})).await;
    let facts = &answer.data()["log"]["extracted"];
    assert_eq!(facts["project"]["title"], "Harbor Triptych");
    let units: Vec<u16> = STORY.encode_utf16().collect();
    let spans = facts["materials"]
        .as_array()
        .expect("materials")
        .iter()
        .flat_map(|fact| fact["spans"].as_array().expect("spans").iter());
    let mut seen = 0;
    for span in spans.chain(facts["minutes"]["spans"].as_array().expect("spans")) {
        let at = |name: &str| usize::try_from(span[name].as_u64().expect("a number")).expect("small");
        let words = String::from_utf16(units.get(at("start")..at("end")).expect("within the note"));
        assert_eq!(words.expect("whole characters"), span["text"].as_str().expect("text"));
        seen += 1;
    }
    assert!(4 <= seen, "{facts}");
}

#[tokio::test]
async fn a_project_that_was_rejected_is_not_guessed_again() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let harbor = project(&user, "Harbor Triptych").await;
    let made = write(&user, json!({"rawText": STORY})).await;
    assert_eq!(made["projectId"], harbor);
    let rejected = change(&user, "rejectLog", &made, None).await;
    let again = change(&user, "reextractLog", &rejected, None).await;
    assert_eq!(
        (&again["projectId"], &again["attributionStatus"]),
        (&Value::Null, &json!("PENDING")),
        "{again}"
    );
    let corrected = change(
        &user,
        "updateLog",
        &again,
        Some(json!({"projectId": harbor, "materials": [
        {"term": "ultramarine", "use": "USED"}]})),
    )
    .await;
    let read = change(&user, "reextractLog", &corrected, None).await;
    assert_eq!(
        (&read["projectId"], &read["materials"]),
        (&harbor, &json!(["ultramarine"])),
        "a person said so"
    );
    assert_eq!(read["timeSpentMinutes"], 75);
}

#[tokio::test]
async fn a_log_is_confirmed_rejected_and_each_is_taken_back() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let harbor = project(&user, "Harbor Triptych").await;
    let made = write(&user, json!({"rawText": "Sat and looked at it", "projectId": harbor})).await;
    let start = if made["attributionStatus"] == "CONFIRMED" {
        change(&user, "undoLog", &made, None).await
    } else {
        made.clone()
    };
    assert_eq!(start["attributionStatus"], "PENDING");
    let confirmed = change(&user, "confirmLog", &start, None).await;
    assert_eq!((&confirmed["attributionStatus"], &confirmed["projectId"]), (&json!("CONFIRMED"), &harbor));
    let rejected = change(&user, "rejectLog", &confirmed, None).await;
    assert_eq!((&rejected["attributionStatus"], &rejected["projectId"]), (&json!("REJECTED"), &Value::Null));
    let back = change(&user, "undoLog", &rejected, None).await;
    assert_eq!((&back["attributionStatus"], &back["projectId"]), (&json!("CONFIRMED"), &harbor));
    let further = change(&user, "undoLog", &back, None).await;
    assert_eq!(further["attributionStatus"], "PENDING", "the one before");
    assert_eq!(further["rawText"], "Sat and looked at it");
    let kinds = kinds(&user, &made).await;
    assert!(
        kinds.ends_with(&["confirmed".into(), "rejected".into(), "undone".into(), "undone".into()]),
        "{kinds:?}"
    );
    let again =
        "mutation($id: LogId!, $version: Int!) { undoLog(id: $id, version: $version) { __typename } }";
    let none = user.graphql(again, json!({"id": made["logId"], "version": further["version"]})).await;
    assert_eq!(none.code(), "nothing_to_undo");
}

#[tokio::test]
async fn a_move_keeps_the_log_one_and_a_late_change_is_a_conflict() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let (one, two) = (project(&cast.owner, "One").await, project(&cast.owner, "Two").await);
    let made = write(&cast.member, json!({"rawText": "Stretched linen", "projectId": one})).await;
    let edit =
        |title: &Value| Some(json!({"projectId": title, "materials": [{"term": "Linen", "use": "USED"}]}));
    let (first, second) = tokio::join!(
        change(&cast.owner, "updateLog", &made, edit(&two)),
        change(&cast.member, "updateLog", &made, Some(json!({"timeSpentMinutes": 20}))),
    );
    let mut names = [first["__typename"].as_str(), second["__typename"].as_str()];
    names.sort_unstable();
    assert_eq!(names, [Some("Log"), Some("LogConflict")], "{first} {second}");
    let read = "query($id: LogId!) { log(id: $id) { projectId version materials } }";
    let stored = cast.viewer.graphql(read, json!({"id": made["logId"]})).await.data()["log"].clone();
    let current = if first["__typename"] == "Log" { first } else { second["current"].clone() };
    assert_eq!(stored["version"].as_u64(), made["version"].as_u64().map(|version| version + 1));
    let logs = "query($id: ID!) { logs(projectId: $id) { logId } }";
    let mut found = 0;
    for id in [&one, &two] {
        let answer = cast.viewer.graphql(logs, json!({"id": id})).await;
        found += answer.data()["logs"].as_array().map_or(0, Vec::len);
    }
    assert_eq!(found, 1, "it is in one project: {current}");
}

#[tokio::test]
async fn a_material_leads_to_its_logs() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let harbor = project(&user, "Harbor").await;
    let made = write(&user, json!({"rawText": "Varnished", "projectId": harbor})).await;
    let edit = |names: &[&str]| {
        let materials: Vec<_> = names.iter().map(|name| json!({"term": name, "use": "USED"})).collect();
        Some(json!({"materials": materials}))
    };
    let edited = change(&user, "updateLog", &made, edit(&["dammar varnish", "turpentine"])).await;
    let edited = change(&user, "updateLog", &edited, edit(&["dammar varnish"])).await;
    let table = test.app.tables.find("Artissist").expect("declared");
    let me = user.graphql("{ me { user { id } } }", json!({})).await.data()["me"]["user"]["id"].clone();
    let tenant = me.as_str().and_then(|id| id.parse().ok()).expect("a tenant");
    let scope = atelier_base::Scope::tenant(tenant);
    for (material, expected) in [("dammar varnish", 1), ("turpentine", 0)] {
        let query = atelier_tables::Query::index(table, "GSI4", material);
        assert_eq!(
            test.app.tables.query(scope, query).await.expect("a page").edges.len(),
            expected,
            "{material}"
        );
    }
    change(&user, "undoLog", &edited, None).await;
    let query = atelier_tables::Query::index(table, "GSI4", "turpentine");
    assert_eq!(
        test.app.tables.query(scope, query).await.expect("a page").edges.len(),
        1,
        "the row came back"
    );
}

#[tokio::test]
async fn odd_notes_lose_nothing() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let long = "Glazed the sky. ".repeat(65_536);
    for text in ["🎨🖌️ glazed twice 👩‍🎨", "שקיעה מעל הנמל — ultramarine שעתיים", long.as_str()]
    {
        let made = write(&user, json!({"rawText": text})).await;
        let read = "query($id: LogId!) { log(id: $id) { rawText } }";
        let stored = user.graphql(read, json!({"id": made["logId"]})).await;
        assert!(stored.data()["log"]["rawText"] == text, "{} bytes", text.len());
    }
    let query = "mutation($input: NewLog!) { createLog(input: $input) { logId } }";
    let refused = user.graphql(query, json!({"input": {"rawText": "x".repeat(1_600_000)}})).await;
    assert_eq!(refused.code(), "note_too_large");
    let empty = user.graphql(query, json!({"input": {"rawText": "  "}})).await;
    assert_eq!(empty.code(), "invalid_input");
    let unknown = json!({"input": {"rawText": "x", "projectId": "proj_01h455vb4pex5vsknk084sn02q"}});
    assert_eq!(user.graphql(query, unknown).await.code(), "project_not_found");
}

#[tokio::test]
async fn the_stream_holds_all_logs_and_the_queue_those_that_wait() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let harbor = project(&user, "Harbor").await;
    for (text, project) in [("First", Some(&harbor)), ("Second", None), ("Third", Some(&harbor))] {
        test.clock.advance(Duration::from_secs(1));
        write(&user, json!({"rawText": text, "projectId": project})).await;
    }
    let list = "query($project: ProjectId, $status: AttributionStatus) {
        journal(projectId: $project, status: $status) { nodes { rawText attributionStatus } } reviewCount }";
    let all = user.graphql(list, json!({})).await.data().clone();
    let texts: Vec<_> =
        all["journal"]["nodes"].as_array().expect("nodes").iter().map(|log| log["rawText"].clone()).collect();
    assert_eq!(texts, ["Third", "Second", "First"]);
    let own = user.graphql(list, json!({"project": harbor})).await.data().clone();
    assert_eq!(own["journal"]["nodes"].as_array().map(Vec::len), Some(2));
    let waiting = user.graphql(list, json!({"status": "PENDING"})).await.data().clone();
    let count = waiting["journal"]["nodes"].as_array().map_or(0, Vec::len);
    assert_eq!(waiting["reviewCount"].as_u64(), Some(count as u64));
    assert!(waiting["journal"]["nodes"].to_string().contains("Second"), "what has no project waits");
}

#[tokio::test]
async fn a_night_in_the_studio_is_the_day_before_and_deleting_leaves_nothing() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let edit = r"mutation($version: Int!, $patch: JournalSettingsPatch!) {
        updateJournalSettings(version: $version, patch: $patch) {
            ... on JournalSettings { timeZone version } ... on JournalSettingsConflict { current { version } } } }";
    // It is nine in the morning in London, and one at night in Los Angeles.
    let patch = json!({"timeZone": "America/Los_Angeles"});
    let done = user.graphql(edit, json!({"version": 0, "patch": patch})).await;
    assert_eq!(done.data()["updateJournalSettings"]["version"], 1);
    let late = user.graphql(edit, json!({"version": 0, "patch": patch})).await;
    assert_eq!(late.data()["updateJournalSettings"]["current"]["version"], 1);
    let made = write(&user, json!({"rawText": "Sanded the panel"})).await;
    assert_eq!(made["day"], "2026-11-20");
    let delete = "mutation($id: LogId!, $version: Int!) { deleteLog(id: $id, version: $version) { ... on LogDeleted { id } } }";
    let gone = user.graphql(delete, json!({"id": made["logId"], "version": made["version"]})).await;
    assert_eq!(gone.data()["deleteLog"]["id"], made["logId"]);
    let read = "query($id: LogId!) { log(id: $id) { logId } }";
    assert_eq!(user.graphql(read, json!({"id": made["logId"]})).await.data()["log"], Value::Null);
}

#[tokio::test]
async fn words_are_taught_and_forgotten() {
    let test = TestApp::start();
    let user = test.user("ada").await;
    let teach = r#"mutation { teachTerm(term: "Gamsol", canonical: "odorless mineral spirits", kind: "material") {
        term canonical confirmations } }"#;
    let taught = user.graphql(teach, json!({})).await.data()["teachTerm"].clone();
    let expected = json!({"term": "gamsol", "canonical": "odorless mineral spirits", "confirmations": 1});
    assert_eq!(taught, expected);
    let terms = user.graphql("{ terms { term kind } }", json!({})).await.data()["terms"].clone();
    assert_eq!(terms, json!([{"term": "gamsol", "kind": "material"}]));
    let forget = r#"mutation { forgetTerm(term: "GAMSOL") }"#;
    assert_eq!(user.graphql(forget, json!({})).await.data()["forgetTerm"], true);
    assert_eq!(user.graphql(forget, json!({})).await.data()["forgetTerm"], false);
    let odd = r#"mutation { teachTerm(term: " ", kind: "feeling") { term } }"#;
    assert_eq!(user.graphql(odd, json!({})).await.code(), "invalid_input");
}

#[tokio::test]
async fn viewers_read_members_write_and_strangers_find_nothing() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let made = write(&cast.owner, json!({"rawText": "Sized the panel"})).await;
    let read = "query($id: LogId!) { log(id: $id) { rawText } }";
    let confirm = "mutation($id: LogId!) { confirmLog(id: $id, version: 1) { __typename } }";
    let id = json!({"id": made["logId"]});
    assert_eq!(cast.guest.graphql(read, id.clone()).await.code(), "unauthenticated");
    assert_eq!(cast.viewer.graphql(read, id.clone()).await.data()["log"]["rawText"], "Sized the panel");
    assert_eq!(cast.viewer.graphql(confirm, id.clone()).await.code(), "forbidden");
    assert_eq!(cast.stranger.graphql(read, id.clone()).await.data()["log"], Value::Null);
    assert_eq!(cast.stranger.graphql(confirm, id.clone()).await.code(), "journal_not_found");
    assert_eq!(cast.member.graphql(confirm, id).await.data()["confirmLog"]["__typename"], "Log");
}
