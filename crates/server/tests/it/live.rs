//! Subscriptions over multipart HTTP.

use std::time::Duration;

use atelier_server::generate;
use atelier_testkit::{Cast, Client, TestApp};
use axum::body::BodyDataStream;
use axum::http::Method;
use futures_util::StreamExt as _;
use serde_json::{Value, json};

use crate::coverage::root_fields;

const FOLLOW: &str = "subscription { projectChanged { kind id project { name version } } }";

/// An open multipart stream.
struct Stream {
    chunks: BodyDataStream,
    text: String,
}

/// Every subscription, and what it begins with.
const BEGINNINGS: [(&str, &str, &str); 4] = [
    ("factoryChanges", "kind entity id", r#"{"kind": "RESYNC", "entity": null, "id": null}"#),
    ("jobChanges", "job { id }", r#"{"job": null}"#),
    ("journalChanges", "kind entity id", r#"{"kind": "RESYNC", "entity": "", "id": ""}"#),
    ("projectChanged", "kind id", r#"{"kind": "RESYNC", "id": null}"#),
];

impl Stream {
    /// Of the projects, after its beginning.
    async fn open(client: &Client) -> Self {
        let mut stream = Self::of(client, FOLLOW).await;
        let first = stream.next().await.expect("a beginning");
        assert_eq!(first["data"]["projectChanged"]["kind"], "RESYNC");
        stream
    }

    async fn of(client: &Client, subscription: &str) -> Self {
        let body = json!({"query": subscription}).to_string();
        let accept = r#"multipart/mixed;boundary="graphql";subscriptionSpec="1.0""#;
        let response = client.open(Method::POST, "/graphql", "application/json", accept, body).await;
        Self { chunks: response.into_body().into_data_stream(), text: String::new() }
    }

    /// The next part that is not a heartbeat; none at the end of the stream.
    async fn next(&mut self) -> Option<Value> {
        loop {
            while let Some((line, rest)) = self.text.split_once('\n') {
                let rest = rest.to_owned();
                let part = serde_json::from_str::<Value>(line.trim()).ok().filter(|part| *part != json!({}));
                self.text = rest;
                if part.is_some() {
                    return part;
                }
            }
            let chunk = tokio::time::timeout(Duration::from_secs(20), self.chunks.next());
            let bytes = chunk.await.expect("news in time")?.expect("a chunk");
            self.text.push_str(&String::from_utf8_lossy(&bytes));
        }
    }
}

async fn create(client: &Client, name: &str) -> Value {
    let query = "mutation($name: String!) { createProject(input: {name: $name}) { id version } }";
    client.graphql(query, json!({"name": name})).await.data()["createProject"].clone()
}

#[tokio::test]
async fn every_subscription_begins_with_what_may_have_been_missed() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let roots = root_fields(&generate::schema());
    let known: Vec<_> = roots.iter().filter_map(|root| root.strip_prefix("Subscription.")).collect();
    assert_eq!(known, BEGINNINGS.map(|(name, ..)| name), "add a row for every subscription");
    for (name, fields, begins) in BEGINNINGS {
        let follow = format!("subscription {{ {name} {{ {fields} }} }}");
        let mut stream = Stream::of(&cast.owner, &follow).await;
        let first = stream.next().await.expect("a beginning");
        let begins: Value = serde_json::from_str(begins).expect("JSON");
        assert_eq!(first["data"][name], begins, "{name}");
    }
}

#[tokio::test]
async fn nothing_is_missed_between_the_beginning_and_the_first_change() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    // A page has read its list; this comes before it listens.
    create(&cast.owner, "Early").await;
    let mut stream = Stream::open(&cast.viewer).await;
    let list = "{ projects { nodes { name } } }";
    let listed = cast.viewer.graphql(list, json!({})).await;
    assert_eq!(listed.data()["projects"]["nodes"], json!([{"name": "Early"}]));
    create(&cast.owner, "Late").await;
    let news = stream.next().await.expect("news");
    assert_eq!(news["data"]["projectChanged"]["project"]["name"], "Late");
}

#[tokio::test]
async fn changes_reach_another_browser_of_the_tenant_and_no_other_tenant() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let mut stream = Stream::open(&cast.viewer).await;
    create(&cast.owner, "First").await;
    let news = stream.next().await.expect("news");
    assert_eq!(news["data"]["projectChanged"]["kind"], "CREATED");
    create(&cast.stranger, "Elsewhere").await;
    let made = create(&cast.member, "Second").await;
    let news = stream.next().await.expect("news");
    assert_eq!(news["data"]["projectChanged"]["project"]["name"], "Second");
    let archive = "mutation($id: ProjectId!) { archiveProject(id: $id, version: 1) { __typename } }";
    cast.member.graphql(archive, json!({"id": made["id"]})).await.data();
    let news = stream.next().await.expect("news");
    assert_eq!(news["data"]["projectChanged"]["kind"], "ARCHIVED");
    assert_eq!(news["data"]["projectChanged"]["project"]["version"], 2);
}

#[tokio::test]
async fn who_is_removed_hears_nothing_more() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let mut stream = Stream::open(&cast.viewer).await;
    let me = cast.viewer.graphql("{ me { user { id } } }", json!({})).await;
    let remove = "mutation($user: UserId!) { removeMember(user: $user) }";
    cast.owner.graphql(remove, json!({"user": me.data()["me"]["user"]["id"]})).await.data();
    create(&cast.owner, "Secret").await;
    let last = stream.next().await.expect("a last part");
    assert_eq!(last["errors"][0]["extensions"]["code"], "tenant_not_found");
    assert!(!last.to_string().contains("Secret"));
    assert_eq!(stream.next().await, None);
}

#[tokio::test]
async fn a_stopping_server_ends_its_streams() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let mut stream = Stream::open(&cast.viewer).await;
    test.app.stopping.cancel();
    assert_eq!(stream.next().await, None);
}
