//! News of fal, which signs with keys that it publishes, and of Civitai, which does not sign.

use std::sync::{Arc, Mutex};

use atelier_factory::item::OrderItemStatus;
use atelier_factory::order::{self, Order};
use atelier_factory::permissions::PlaceOrder;
use atelier_factory::work;
use atelier_media::{Picture, encode};
use atelier_sql::Sql;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{Method, StatusCode, Uri};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::signature::{Ed25519KeyPair, KeyPair as _};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::callbacks::{Ear, post, serve, signed_by_fal};
use crate::placing::new_order;
use crate::providing::only;
use crate::stage::{Floor, grant, on_both_floors};

on_both_floors! {
    news_of_fal_bring_an_item_forward
    news_of_civitai_bring_an_item_forward
}

#[derive(Default)]
struct World {
    base: String,
    /// Where news are wanted.
    webhook: Option<String>,
    polled: u32,
    is_done: bool,
}

type Shared = Arc<Mutex<World>>;

fn pair(seed: u8) -> Ed25519KeyPair {
    Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).expect("a key")
}

fn picture() -> String {
    let byte = |value: usize| u8::try_from(value % 251).expect("a byte");
    let pixels = (0..64 * 64).flat_map(|at| [byte(at * 3), byte(at / 64), 90]).collect();
    let jpeg = encode(&Picture::new(64, 64, pixels).expect("a picture"));
    format!("data:image/jpeg;base64,{}", STANDARD.encode(jpeg))
}

async fn answer(State(world): State<Shared>, method: Method, uri: Uri, body: Bytes) -> (StatusCode, String) {
    let mut world = world.lock().expect("whole");
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    let at = |path: &str| format!("{}{path}", world.base);
    let (status, answer) = match (method, uri.path()) {
        (_, "/jwks.json") => {
            let x = URL_SAFE_NO_PAD.encode(pair(1).public_key());
            (200, json!({"keys": [{"kty": "OKP", "crv": "Ed25519", "x": x}]}))
        }
        (Method::POST, "/fal-ai/flux/schnell") => {
            let told = uri.query().and_then(|query| query.strip_prefix("fal_webhook="));
            let told = told.map(|told| told.replace("%3A", ":").replace("%2F", "/"));
            let answer = json!({"status": "IN_QUEUE", "request_id": "r1", "status_url": at("/r1/status"),
                "response_url": at("/r1"), "cancel_url": at("/r1/cancel"), "queue_position": 0});
            world.webhook = told;
            (200, answer)
        }
        (Method::GET, "/r1/status") => {
            world.polled += 1;
            let status = if world.is_done { "COMPLETED" } else { "IN_PROGRESS" };
            (if world.is_done { 200 } else { 202 }, json!({"status": status}))
        }
        (Method::GET, "/r1") => (200, json!({"images": [{"url": picture(), "content_type": "image/jpeg"}]})),
        (Method::POST, "/v2/consumer/workflows") => {
            world.webhook = body["callbacks"][0]["url"].as_str().map(str::to_owned);
            (202, json!({"id": "wf-1", "status": "scheduled", "steps": []}))
        }
        (Method::GET, "/v2/consumer/workflows/wf-1") => {
            world.polled += 1;
            let status = if world.is_done { "succeeded" } else { "processing" };
            let image = json!({"available": true, "url": picture()});
            (200, json!({"id": "wf-1", "status": status, "steps": [{"output": {"images": [image]}}]}))
        }
        _ => (404, json!({"detail": "no"})),
    };
    (StatusCode::from_u16(status).expect("a status"), answer.to_string())
}

/// A provider at work on one order, and the workers who wait for it.
struct Scene {
    ear: Ear,
    world: Shared,
    order: Order,
    url: String,
    stop: CancellationToken,
    tasks: JoinSet<()>,
    _provider: JoinSet<()>,
}

impl Scene {
    async fn open(floor: &Floor, provider: &str, model: &str) -> Self {
        let ear = Ear::open(floor).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let world = Shared::new(Mutex::new(World { base: base.clone(), ..World::default() }));
        let server = serve(listener, Router::new().fallback(answer).with_state(world.clone()));
        let settings = json!({"kind": provider, "needs_key": true, "jwks_url": format!("{base}/jwks.json")});
        let sql = "UPDATE providers SET is_enabled = TRUE, api_base_url = ?, api_key_encrypted = ?, settings = ? \
            WHERE tenant_id = :tenant AND id = ?";
        let key = floor.sealed_key(1, provider, "the_key");
        floor.run(Sql::new(sql).bind(base).bind(key).bind(settings).bind(provider)).await;
        let mut new = new_order("a fox");
        (new.prompt.provider, new.prompt.model) = (provider.to_owned(), model.to_owned());
        new.prompt.parameters = json!({});
        let order = order::place(&floor.state, grant(1, PlaceOrder), new).await.expect("placed");
        let (stop, mut tasks) = (CancellationToken::new(), JoinSet::new());
        tasks.spawn(work::run(ear.state.clone(), 1, stop.clone()));
        let asked_after = || {
            let world = world.lock().expect("whole");
            world.webhook.clone().filter(|_| 0 < world.polled)
        };
        let url = loop {
            if let Some(url) = asked_after() {
                break url;
            }
            tokio::task::yield_now().await;
        };
        Self { ear, world, order, url, stop, tasks, _provider: server }
    }

    /// It is done, and nobody knows but the provider.
    fn finish(&self) {
        self.world.lock().expect("whole").is_done = true;
    }

    async fn end(self, floor: &Floor) {
        while only(floor, &self.order).await.status != OrderItemStatus::Complete {
            tokio::task::yield_now().await;
        }
        assert_eq!(self.world.lock().expect("whole").polled, 2);
        self.stop.cancel();
        self.tasks.join_all().await;
    }
}

async fn news_of_fal_bring_an_item_forward(floor: &Floor) {
    let scene = Scene::open(floor, "fal", "fal-ai/flux/schnell").await;
    assert!(scene.url.starts_with(&scene.ear.address) && scene.url.ends_with("/fal"), "{}", scene.url);
    scene.finish();
    let body = br#"{"request_id": "r1", "gateway_request_id": "r1", "status": "OK", "payload": {}}"#;
    let (status, answer) = post(&scene.url, &signed_by_fal(&pair(2), "r1", body), body).await;
    assert_eq!(status, 401, "another key: {answer}");
    assert_eq!(post(&scene.url, &signed_by_fal(&pair(1), "r2", body), body).await.0, 401, "another request");
    assert_eq!(post(&scene.url, &signed_by_fal(&pair(1), "r1", body), body).await.0, 204);
    scene.end(floor).await;
}

async fn news_of_civitai_bring_an_item_forward(floor: &Floor) {
    let model = "urn:air:sdxl:checkpoint:civitai:101055@128078";
    let scene = Scene::open(floor, "civitai", model).await;
    let item = only(floor, &scene.order).await.id.to_string();
    assert!(scene.url.contains(&format!("/civitai?item={item}&token=")), "{}", scene.url);
    scene.finish();
    let body = br#"{"$type": "workflow", "workflowId": "wf-1", "status": "succeeded"}"#;
    let (address, _) = scene.url.split_once('?').expect("a query");
    for query in ["", "?token=", &format!("?item={item}&token=AAAA")] {
        let (status, answer) = post(&format!("{address}{query}"), &[], body).await;
        assert_eq!(status, 401, "{query}: {answer}");
    }
    assert_eq!(post(&scene.url, &[], body).await.0, 204);
    scene.end(floor).await;
}
