//! How providers call back: over the network, signed as each of them does it.

use std::time::Duration;

use atelier_factory::State;
use atelier_factory::webhook::Webhooks;
use atelier_providers::webhook::{Secret, sign};
use axum::Router;
use axum::middleware::from_fn;
use ring::digest::{SHA256, digest};
use ring::signature::Ed25519KeyPair;
use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use crate::contract::SECRET;
use crate::stage::Floor;

/// A factory that listens for news, until it is dropped.
pub(crate) struct Ear {
    pub(crate) state: State,
    pub(crate) address: String,
    _tasks: JoinSet<()>,
}

impl Ear {
    /// The factory of the floor. Without news, its workers ask once and then not for an hour.
    pub(crate) async fn open(floor: &Floor) -> Self {
        Self::over(floor.state.clone()).await
    }

    pub(crate) async fn over(state: State) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let hour = Duration::from_hours(1);
        let webhooks = Webhooks { address: address.clone(), shortest_wait: hour, longest_wait: hour };
        let state = state.with_webhooks(Some(webhooks));
        // Problems get their words there, as everywhere in the server.
        let router = atelier_factory::rest::webhooks(state.clone());
        let tasks = serve(listener, router.layer(from_fn(atelier_api::render_problems)));
        Self { state, address, _tasks: tasks }
    }
}

/// Serves until it is dropped.
pub(crate) fn serve(listener: TcpListener, router: Router) -> JoinSet<()> {
    let mut tasks = JoinSet::new();
    tasks.spawn(async move { axum::serve(listener, router).await.expect("served") });
    tasks
}

/// Posts a body, and returns the status and the body of the answer.
pub(crate) async fn post(url: &str, headers: &[(&str, String)], body: &[u8]) -> (u16, String) {
    let (host, path) = url.strip_prefix("http://").and_then(|rest| rest.split_once('/')).expect("an address");
    let mut request = format!(
        "POST /{path} HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\
         connection: close\r\n",
        body.len()
    );
    for (name, value) in headers {
        request.extend([name, ": ", value, "\r\n"]);
    }
    let mut stream = TcpStream::connect(host).await.expect("a connection");
    let request = [request.as_bytes(), b"\r\n", body].concat();
    // Who refuses a long body may not read all of it.
    let _ = stream.write_all(&request).await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    let text = String::from_utf8_lossy(&answer);
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
    (status, body.to_owned())
}

/// Headers of Standard Webhooks, as of the floor's time plus so many seconds.
pub(crate) fn signed(secret: &str, id: &str, body: &[u8], later: i64) -> Vec<(&'static str, String)> {
    let secret = Secret::parse(secret).expect("a secret");
    let now = atelier_sql::conformance::clock().now();
    let at = atelier_base::Timestamp::from_millis(now.as_millis() + later * 1_000);
    sign(&[secret], id, at, body).to_vec()
}

/// Tells what Replicate would, signed with its secret; returns the status.
pub(crate) async fn tell(url: &str, id: &str, body: &Value) -> u16 {
    let body = body.to_string();
    post(url, &signed(SECRET, id, body.as_bytes(), 0), body.as_bytes()).await.0
}

/// Headers as fal signs them.
pub(crate) fn signed_by_fal(
    pair: &Ed25519KeyPair,
    request: &str,
    body: &[u8],
) -> Vec<(&'static str, String)> {
    let seconds = atelier_sql::conformance::clock().now().as_seconds();
    let content = format!("{request}\nuser-1\n{seconds}\n{}", hex::encode(digest(&SHA256, body)));
    vec![
        ("x-fal-webhook-request-id", request.to_owned()),
        ("x-fal-webhook-user-id", "user-1".to_owned()),
        ("x-fal-webhook-timestamp", seconds.to_string()),
        ("x-fal-webhook-signature", hex::encode(pair.sign(content.as_bytes()))),
    ]
}
