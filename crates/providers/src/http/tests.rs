use std::future::IntoFuture;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use super::*;

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A local provider, and another service beside it that nobody may be sent to.
struct Neighbours {
    local: String,
    other: String,
    /// How often the other one was called.
    called: Arc<AtomicUsize>,
    _tasks: JoinSet<std::io::Result<()>>,
}

impl Neighbours {
    async fn new() -> Self {
        let (local, other) = (listener().await, listener().await);
        let (local_base, other_base) = (base(&local), base(&other));
        let called = Arc::new(AtomicUsize::new(0));
        let (target, count) = (other_base.clone(), Arc::clone(&called));
        let answers = Router::new().fallback(async move |uri: Uri, headers: HeaderMap| match uri.path() {
            "/picture" if headers.contains_key("authorization") => StatusCode::BAD_REQUEST.into_response(),
            "/picture" => PICTURE.into_response(),
            "/moved" => sent_on("/picture"),
            path => sent_on(&format!("{target}{path}")),
        });
        let counts = Router::new().fallback(async move || {
            count.fetch_add(1, Ordering::Relaxed);
            PICTURE
        });
        let mut tasks = JoinSet::new();
        tasks.spawn(axum::serve(local, answers).into_future());
        tasks.spawn(axum::serve(other, counts).into_future());
        Self { local: local_base, other: other_base, called, _tasks: tasks }
    }
}

async fn listener() -> TcpListener {
    TcpListener::bind("127.0.0.1:0").await.expect("a port")
}

fn base(listener: &TcpListener) -> String {
    format!("http://{}", listener.local_addr().expect("an address"))
}

fn sent_on(to: &str) -> Response {
    let location = HeaderValue::from_str(to).expect("an address");
    (StatusCode::TEMPORARY_REDIRECT, [("location", location)]).into_response()
}

fn guarded() -> Http {
    Http::new(Settings::new(Clock::system())).expect("a network")
}

#[tokio::test]
async fn local_provider_is_reached_and_nothing_beside_it() {
    let neighbours = Neighbours::new().await;
    let (http, reach) = (guarded(), Reach::same(&neighbours.local).expect("an address"));
    for path in ["picture", "moved"] {
        let output = http.fetch(&format!("{}/{path}", neighbours.local), &reach).await.expect(path);
        assert_eq!(output.bytes, PICTURE);
    }
    let by_name = neighbours.other.replace("127.0.0.1", "localhost");
    for address in [&format!("{}/secrets", neighbours.local), &neighbours.other, &by_name] {
        let error = http.fetch(address, &reach).await.expect_err("it is beside it");
        assert_eq!((error.category, error.fate), (Category::Validation, Fate::Ended), "{address}");
        let error = http.send(Call::get(address.as_str())).await.expect_err("it is not public");
        assert_eq!((error.category, error.fate), (Category::Validation, Fate::NotBegun), "{address}");
    }
    assert_eq!(neighbours.called.load(Ordering::Relaxed), 0);
}

#[tokio::test]
async fn redirections_of_calls_are_not_followed() {
    let neighbours = Neighbours::new().await;
    let reach = Reach::same(&neighbours.local).expect("an address");
    let call =
        Call::get(format!("{}/secrets", neighbours.local)).reach(&reach).key("Bearer", "key").expect("a key");
    let answer = guarded().send(call).await.expect("an answer");
    assert_eq!(answer.status, 307);
    assert_eq!(neighbours.called.load(Ordering::Relaxed), 0);
}

#[test]
fn keys_are_kept_out_of_sight() {
    let call = Call::post("https://example.org").key("Bearer", "key-of-the-test").expect("a key");
    assert!(!format!("{call:?}").contains("key-of-the-test"));
    assert!(!format!("{:?}", call.headers).contains("key-of-the-test"));
    let error =
        Call::post("https://example.org").key("Bearer", "key\nof the test").expect_err("no header holds it");
    assert_eq!(error.category, Category::Authentication);
    assert!(!error.message.contains("of the test"));
}
