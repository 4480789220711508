//! The right to deletion.

use std::fmt::Write as _;
use std::time::Duration;

use atelier_base::{Origin, Scope, TenantId, UserId};
use atelier_server::{App, declared, erasure};
use atelier_tables::{Attribute, Item, Scan, Table, Tenancy, Value, Write};
use atelier_testkit::{Cast, Client, PASSWORD, TestApp};
use axum::http::{Method, StatusCode};
use serde_json::json;

#[test]
fn every_declared_table_says_what_is_a_users() {
    assert_eq!(erasure::unstated(), [""; 0], "add a row to crates/server/src/erasure/statements.rs");
}

async fn id_of(client: &Client) -> UserId {
    let me = client.graphql("{ me { user { id } } }", json!({})).await;
    me.data()["me"]["user"]["id"].as_str().expect("an id").parse().expect("an id")
}

fn attribute(attribute: Attribute, text: &str, number: u64) -> (String, Value) {
    let value = match attribute {
        Attribute::S(_) => text.into(),
        Attribute::N(_) => number.into(),
        Attribute::B(_) => Value::B(text.as_bytes().to_vec()),
    };
    (attribute.name().to_owned(), value)
}

/// An item of the user for the table, with their id in each attribute that could hold one.
fn planted(table: &Table, tenant: TenantId, user: UserId, number: u64) -> Item {
    let mut item: Item = ["user_id", "owner_id", "created_by", "updated_by", "userId", "createdBy"]
        .map(|name| (name.to_owned(), Value::from(user)))
        .into();
    for index in table.indexes {
        item.extend(
            [index.hash]
                .into_iter()
                .chain(index.range)
                .filter(|key| !item_has_user(*key))
                .map(|key| attribute(key, &format!("indexed-{number}"), number)),
        );
    }
    let keys = [table.hash].into_iter().chain(table.range);
    item.extend(keys.map(|key| attribute(key, &format!("planted-{tenant}-{number}"), number)));
    item.insert("tenant_id".into(), tenant.into());
    item
}

fn item_has_user(key: Attribute) -> bool {
    ["user_id", "owner_id", "created_by"].contains(&key.name())
}

/// Plants three items in each table of the tenants, and the same in the directory's that hold what has an owner.
async fn plant(app: &App, user: UserId, tenants: &[TenantId]) -> usize {
    let mut planted_in = 0;
    for table in declared().into_iter().filter(|table| table.tenancy == Tenancy::Tenant) {
        if table.name == "audit-records" {
            continue;
        }
        for tenant in tenants {
            for number in 0..3 {
                let item = planted(table, *tenant, user, number);
                let write = Write::put(table, item);
                app.tables.write(Scope::tenant(*tenant), write).await.unwrap_or_else(|error| {
                    panic!("{}: {error}", table.name);
                });
            }
        }
        planted_in += 1;
    }
    for name in ["sessions", "api-keys", "one-time-tokens", "identities", "sign-in-attempts", "jobs"] {
        let table = app.tables.find(name).expect("declared");
        for number in 0..3 {
            let mut item = planted(table, tenants[0], user, number);
            if name == "sign-in-attempts" {
                let subjects =
                    ["login#mia".to_owned(), format!("code#{user}"), "reset#mia@example.test".to_owned()];
                let subject = subjects[usize::try_from(number).expect("small")].as_str();
                item = [("subject".to_owned(), Value::from(subject))].into();
            }
            let write = Write::put(table, item);
            app.tables
                .write(Scope::directory(), write)
                .await
                .unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        planted_in += 1;
    }
    planted_in
}

/// Everything that any table holds for these tenants or for the directory, as text.
async fn everything(app: &App, tenants: &[TenantId]) -> String {
    let mut text = String::new();
    for table in declared() {
        let scopes: Vec<_> = match table.tenancy {
            Tenancy::Directory => vec![Scope::directory()],
            Tenancy::Tenant => tenants.iter().map(|tenant| Scope::tenant(*tenant)).collect(),
        };
        for scope in scopes {
            let mut after = None;
            loop {
                let page = app.tables.scan(scope, Scan::table(table).after(after)).await.expect("read");
                let Some(last) = page.edges.last() else { break };
                after = Some(last.cursor.clone());
                for edge in &page.edges {
                    let _ = writeln!(text, "{}: {:?}", table.name, edge.node);
                }
            }
        }
    }
    text
}

fn left(text: &str, user: UserId) -> Vec<&str> {
    let marks = [user.to_string(), "mia@example.test".to_owned(), "\"mia\"".to_owned(), "#mia".to_owned()];
    text.lines().filter(|line| marks.iter().any(|mark| line.contains(mark))).collect()
}

#[tokio::test]
async fn nothing_of_an_erased_user_is_left_in_any_table() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let user = id_of(&cast.member).await;
    let studio: TenantId = cast.tenant.parse().expect("a tenant");
    let tenants = [TenantId::Personal(user), studio];
    let count = plant(&test.app, user, &tenants).await;
    assert!(20 < count, "{count} tables");
    let before = everything(&test.app, &tenants).await;
    assert!(declared().iter().filter(|table| before.contains(&format!("{}: ", table.name))).count() > 20);
    let path = format!("/api/user/{user}/data");
    let body = json!({"password": PASSWORD}).to_string();
    let answer = cast.member.send(Method::DELETE, &path, "application/json", body).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert_eq!(left(&everything(&test.app, &tenants).await, user), [""; 0]);
    assert_eq!(answer.body["tables"]["projects"], json!({"deleted": 3, "anonymised": 3}));
    // The certificate is there for whoever knows its id.
    let id = answer.body["erasure_id"].as_str().expect("an id").to_owned();
    let again = test.guest().send(Method::GET, &format!("/api/v1/erasures/{id}"), "", String::new()).await;
    assert_eq!(again.body, answer.body);
    // The organisation's trail is whole, and says that somebody was erased.
    let trail =
        "{ auditVerification { intact } auditEntries { nodes { action userId origin { address } } } }";
    let answer = cast.owner.graphql(trail, json!({})).await;
    assert_eq!(answer.data()["auditVerification"]["intact"], json!(true));
    assert!(
        answer.data()["auditEntries"]["nodes"]
            .as_array()
            .expect("entries")
            .iter()
            .any(|entry| { entry["action"] == "user.erase" && entry["userId"].is_null() })
    );
    assert_eq!(cast.member.graphql("{ me { role } }", json!({})).await.code(), "unauthenticated");
    // Others kept theirs.
    assert_eq!(cast.owner.graphql("{ me { role } }", json!({})).await.code(), "");
}

/// A project whose brief the client approved, with a log that they confirmed; its id.
async fn briefed(client: &Client, name: &str) -> serde_json::Value {
    let made = client
        .graphql(
            "mutation($name: String!) { createArtProject(input: {name: $name}) { projectId } }",
            json!({"name": name}),
        )
        .await;
    let id = made.data()["createArtProject"]["projectId"].clone();
    let save = "mutation($id: ProjectId!) { saveBrief(projectId: $id, basedOn: 0,
        input: {requirements: [\"Blue\"], deliverables: []}) { __typename } }";
    client.graphql(save, json!({"id": id})).await.data();
    let ask =
        "mutation($id: ProjectId!) { requestApproval(projectId: $id, version: 1, lock: 1, who: \"Ines\") {
        __typename } }";
    client.graphql(ask, json!({"id": id})).await.data();
    let decide =
        "mutation($id: ProjectId!) { decideApproval(projectId: $id, version: 1, lock: 2, approvalId: \"1\",
        state: APPROVED) { __typename } }";
    client.graphql(decide, json!({"id": id})).await.data();
    let note = "mutation($id: ProjectId!) { createLog(input: {rawText: \"Varnished\", projectId: $id}) {
        logId version } }";
    let log = client.graphql(note, json!({"id": id})).await.data()["createLog"].clone();
    let confirm =
        "mutation($id: LogId!, $version: Int!) { confirmLog(id: $id, version: $version) { __typename } }";
    client.graphql(confirm, json!({"id": log["logId"], "version": log["version"]})).await.data();
    id
}

#[tokio::test]
async fn what_people_decided_and_what_lies_in_cold_storage_loses_the_name() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let user = id_of(&cast.member).await;
    let studio: TenantId = cast.tenant.parse().expect("a tenant");
    let (_, away) = (briefed(&cast.member, "Here").await, briefed(&cast.member, "Away").await);
    let archive = "mutation($id: ProjectId!) { archiveArtRecord(projectId: $id, version: 1) { __typename } }";
    cast.member.graphql(archive, json!({"id": away})).await.data();
    while atelier_server::workers(&test.app).run_one().await.expect("run").is_some() {}
    let objects = async || {
        let page = atelier_base::PageRequest::first(200);
        let assets = &atelier_blobs::ASSETS;
        let found = test.app.blobs.list(Scope::tenant(studio), assets, "archive/", page).await;
        found.expect("a list").into_nodes().map(|entry| entry.key.to_string()).collect::<Vec<_>>()
    };
    let before = objects().await;
    assert_eq!(before.len(), 1);
    let stored = everything(&test.app, &[studio]).await;
    assert!(stored.contains("decidedBy") && stored.contains(&user.to_string()), "something to be erased");

    let id = erasure::begin(&test.app, user, None, Origin::local()).await.expect("begun");
    let certificate = erasure::erase(&test.app, id).await.expect("erased");
    let left_here = everything(&test.app, &[studio]).await;
    assert_eq!(left(&left_here, user), [""; 0]);
    assert!(left_here.contains("decidedBy"), "the approval is the organisation's, and stays");
    // The project, its brief and its log: everything that named them.
    assert_eq!(certificate.tables["cold-storage"].anonymised, 2, "{:?}", certificate.tables);
    assert!(certificate.tables["Artissist"].anonymised > 3, "{:?}", certificate.tables);
    let after = objects().await;
    assert!(after.len() == 1 && after != before, "the old bytes are gone: {after:?}");

    // What comes back from there names nobody either, and is whole.
    let restore = "mutation($id: ProjectId!) { restoreArtRecord(projectId: $id) { version } }";
    cast.owner.graphql(restore, json!({"id": away})).await.data();
    assert_eq!(left(&everything(&test.app, &[studio]).await, user), [""; 0]);
    let read =
        "query($id: ProjectId!) { brief(projectId: $id) { requirements approvals { who state decidedBy } } }";
    let brief = cast.owner.graphql(read, json!({"id": away})).await.data()["brief"].clone();
    assert_eq!(
        (&brief["approvals"][0]["state"], &brief["requirements"]),
        (&json!("APPROVED"), &json!(["Blue"]))
    );
    assert!(brief["approvals"][0]["decidedBy"].is_string(), "somebody did, and nobody knows who: {brief}");
}

#[tokio::test]
async fn an_erasure_goes_on_where_it_was_killed() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let user = id_of(&cast.member).await;
    let tenants = [TenantId::Personal(user), cast.tenant.parse().expect("a tenant")];
    plant(&test.app, user, &tenants).await;
    let id = erasure::begin(&test.app, user, None, Origin::local()).await.expect("begun");
    assert_eq!(erasure::begin(&test.app, user, None, Origin::local()).await.expect("again"), id);
    // Dropped after more and more of its waits, until it comes to its end.
    let mut kills = 0;
    let certificate = loop {
        let mut erasing = Box::pin(erasure::erase(&test.app, id));
        let mut outcome = None;
        for _ in 0..=kills {
            if let Ok(done) = tokio::time::timeout(Duration::from_micros(200), &mut erasing).await {
                outcome = Some(done.expect("erased"));
                break;
            }
        }
        if let Some(certificate) = outcome {
            break certificate;
        }
        drop(erasing);
        kills += 1;
    };
    assert!(0 < kills, "it was never killed");
    assert_eq!(left(&everything(&test.app, &tenants).await, user), [""; 0], "after {kills} kills");
    assert_eq!(certificate.tables["projects"].deleted, 3, "counts are exact, {kills} kills or none");
    assert_eq!(certificate.tables["projects"].anonymised, 3);
    assert_eq!(erasure::erase(&test.app, id).await.expect("again"), certificate);
}

#[tokio::test]
async fn only_the_user_with_proof_may() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let user = id_of(&cast.member).await;
    let path = format!("/api/user/{user}/data");
    let erase = async |client: &Client, body: &str| {
        let media_type = if body.is_empty() { "" } else { "application/json" };
        client.send(Method::DELETE, &path, media_type, body.to_owned()).await.code().to_owned()
    };
    assert_eq!(erase(&cast.guest, "").await, "unauthenticated");
    assert_eq!(erase(&cast.owner, "").await, "user_not_found");
    assert_eq!(erase(&cast.member, r#"{"password":"wrong"}"#).await, "wrong_credentials");
    test.clock.advance(Duration::from_mins(11));
    assert_eq!(erase(&cast.member, "").await, "proof_needed");
    let sole = id_of(&cast.owner).await;
    let body = json!({"password": PASSWORD}).to_string();
    let answer =
        cast.owner.send(Method::DELETE, &format!("/api/user/{sole}/data"), "application/json", body).await;
    assert_eq!(answer.code(), "sole_owner");
    assert!(answer.body["detail"].as_str().expect("text").contains("olive's"), "{}", answer.body);
    // Nobody else is in the stranger's organisation: it goes with them.
    let stranger = id_of(&cast.stranger).await;
    let body = json!({"password": PASSWORD}).to_string();
    let path = format!("/api/user/{stranger}/data");
    let answer = cast.stranger.send(Method::DELETE, &path, "application/json", body).await;
    assert_eq!(answer.body["tables"]["tenants"]["deleted"], json!(2), "{}", answer.body);
}
