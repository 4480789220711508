//! A place for servers that keep the contracts of providers, and what all of them share.

use std::future::IntoFuture;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use atelier_base::Clock;
use atelier_providers::{Connection, Error, Http, Outcome, Progress, Provider, Request, Settings, Ticket};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};
use tokio::task::JoinSet;

/// Enough of a picture to be taken for one.
pub(crate) const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\nthe rest of a picture";

/// A server on a port of its own, for as long as it is held.
pub(crate) struct Server {
    pub(crate) base: String,
    _task: JoinSet<std::io::Result<()>>,
}

impl Server {
    /// Serves what a function makes of the address that it will have.
    pub(crate) async fn new(router: impl FnOnce(&str) -> Router) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let mut task = JoinSet::new();
        task.spawn(axum::serve(listener, router(&base)).into_future());
        Self { base, _task: task }
    }
}

/// What a server remembers, shared with the test.
#[derive(Default)]
pub(crate) struct Shared<T>(Arc<Mutex<T>>);

impl<T> Shared<T> {
    pub(crate) fn new(value: T) -> Self {
        Self(Arc::new(Mutex::new(value)))
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

/// A request as a server sees it.
pub(crate) struct Asked {
    pub(crate) method: Method,
    pub(crate) uri: Uri,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Asked {
    pub(crate) fn path(&self) -> Vec<&str> {
        self.uri.path().trim_start_matches('/').split('/').collect()
    }

    pub(crate) fn json(&self) -> Map<String, Value> {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub(crate) fn query(&self) -> Vec<(String, String)> {
        url::form_urlencoded::parse(self.uri.query().unwrap_or_default().as_bytes()).into_owned().collect()
    }
}

/// An answer of JSON.
pub(crate) fn says(status: u16, body: &Value) -> Response {
    let mut response = (code(status), body.to_string()).into_response();
    response.headers_mut().insert("content-type", HeaderValue::from_static("application/json"));
    response
}

/// An answer that is given with one more header.
pub(crate) fn with(mut response: Response, name: &'static str, value: &'static str) -> Response {
    response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    response
}

pub(crate) fn code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).expect("a status")
}

/// The first field that is not among those that are known.
pub(crate) fn stranger<'a>(fields: &'a Map<String, Value>, known: &[&str]) -> Option<&'a str> {
    fields.keys().map(String::as_str).find(|name| !known.contains(name))
}

/// The files that servers give out, by what is wrong with them. No key may be shown to ask for one.
pub(crate) fn file(name: &str, asked: &Asked) -> Response {
    if !asked.header("authorization").is_empty() {
        return (StatusCode::BAD_REQUEST, "a key was shown where none is asked for").into_response();
    }
    let typed = |kind: &'static str, body: &'static [u8]| with(body.into_response(), "content-type", kind);
    let sent_on = |to: &'static str| with(StatusCode::FOUND.into_response(), "location", to);
    match name {
        "picture.png" => typed("image/png", PICTURE),
        "mistyped.png" => typed("text/plain", PICTURE),
        "page.png" => typed("text/html", b"<html>gateway</html>"),
        "empty.png" => typed("image/png", b""),
        "expired.png" => StatusCode::FORBIDDEN.into_response(),
        "gone.png" => StatusCode::GONE.into_response(),
        "limited.png" => with(StatusCode::TOO_MANY_REQUESTS.into_response(), "retry-after", "9"),
        "moved.png" => sent_on("/files/moved-again.png"),
        "moved-again.png" => sent_on("picture.png"),
        "round.png" => sent_on("/files/round.png"),
        "elsewhere.png" => sent_on("ftp://example.org/picture.png"),
        "cut.png" => typed_cut(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The beginning of a picture, after which the connection breaks off.
fn typed_cut() -> Response {
    let pieces = futures_util::stream::unfold(true, async |is_first| {
        if is_first {
            return Some((Ok(Bytes::from_static(PICTURE)), false));
        }
        // Until the beginning has been sent.
        let _ = tokio::time::timeout(Duration::from_millis(100), std::future::pending::<()>()).await;
        Some((Err(std::io::Error::other("cut off")), false))
    });
    with(
        with(Response::new(Body::from_stream(pieces)), "content-type", "image/png"),
        "content-length",
        "1000",
    )
}

/// Connections that may reach this machine.
pub(crate) fn http() -> Http {
    limited_http(|_| {})
}

/// The same with other limits.
pub(crate) fn limited_http(change: impl FnOnce(&mut Settings)) -> Http {
    let mut settings = Settings::new(Clock::system());
    settings.allow_private = true;
    settings.timeout = Duration::from_secs(20);
    change(&mut settings);
    Http::new(settings).expect("a network")
}

/// A provider at this address.
pub(crate) fn provider(kind: &str, base: &str, key: &str, settings: Value) -> Provider {
    Provider::connect(connection(kind, base, key, settings), &http()).expect("a provider")
}

pub(crate) fn connection(kind: &str, base: &str, key: &str, settings: Value) -> Connection {
    Connection {
        kind: kind.to_owned(),
        base_url: base.to_owned(),
        key: (!key.is_empty()).then(|| key.to_owned()),
        settings,
    }
}

/// A request for one picture; `parameters` is an object.
pub(crate) fn request(model: &str, parameters: &Value) -> Request {
    Request {
        model: model.to_owned(),
        parameters: parameters.as_object().cloned().unwrap_or_default(),
        quantity: 1,
        idempotency_key: "item_1-0".to_owned(),
        webhook: None,
    }
}

/// The ticket of a request that is not done at once.
pub(crate) async fn ticket(provider: &Provider, request: &Request) -> Result<Ticket, Error> {
    match provider.submit(request).await? {
        Progress::Queued(ticket) | Progress::Running(ticket, _) => Ok(ticket),
        Progress::Done(outcome) => panic!("it was done at once: {outcome:?}"),
    }
}

/// Asks until it is done, and tells the names of the states on the way.
pub(crate) async fn followed(
    provider: &Provider,
    ticket: &Ticket,
) -> Result<(Outcome, Vec<&'static str>), Error> {
    let mut states = Vec::new();
    for _ in 0..10 {
        match provider.poll(ticket).await? {
            Progress::Queued(_) => states.push("queued"),
            Progress::Running(..) => states.push("running"),
            Progress::Done(outcome) => return Ok((outcome, states)),
        }
    }
    panic!("it never ends: {states:?}");
}

/// Orders and follows to the end.
pub(crate) async fn made(provider: &Provider, request: &Request) -> Result<Outcome, Error> {
    let ticket = ticket(provider, request).await?;
    Ok(followed(provider, &ticket).await?.0)
}
