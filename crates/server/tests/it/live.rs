//! Subscriptions over multipart HTTP.

use std::time::Duration;

use atelier_testkit::{Cast, Client, TestApp};
use axum::body::BodyDataStream;
use axum::http::Method;
use futures_util::StreamExt as _;
use serde_json::{Value, json};

const FOLLOW: &str = "subscription { projectChanged { kind id project { name version } } }";

/// An open multipart stream.
struct Stream {
    chunks: BodyDataStream,
    text: String,
}

impl Stream {
    async fn open(client: &Client) -> Self {
        let body = json!({"query": FOLLOW}).to_string();
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

/// Reads until the subscription is in place: its first poll subscribes, so the first news may come late.
async fn first_news(stream: &mut Stream, client: &Client) -> Value {
    let (news, _) = tokio::join!(stream.next(), async {
        tokio::task::yield_now().await;
        create(client, "First").await
    });
    news.expect("news")
}

#[tokio::test]
async fn changes_reach_another_browser_of_the_tenant_and_no_other_tenant() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let mut stream = Stream::open(&cast.viewer).await;
    let news = first_news(&mut stream, &cast.owner).await;
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
    first_news(&mut stream, &cast.owner).await;
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
    first_news(&mut stream, &cast.owner).await;
    test.app.stopping.cancel();
    assert_eq!(stream.next().await, None);
}
