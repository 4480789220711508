//! A provider's side of its contract, on this machine: it answers as it is told to, and remembers what it was asked.

use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use atelier_base::Clock;
use atelier_providers::{
    Connection, Error, Http, Outcome, Output, Progress, Provider, Request, Settings, Ticket,
};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest, Multipart};
use axum::http::HeaderMap;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use serde_json::{Map, Value, json};

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) query: Map<String, Value>,
    pub(crate) headers: HeaderMap,
    /// JSON, or the fields of a form; null when there was neither.
    pub(crate) body: Value,
    pub(crate) is_form: bool,
}

impl Asked {
    /// `GET /path`.
    pub(crate) fn line(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

/// What is answered.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Bytes,
    end: End,
}

#[derive(Clone, Copy, Debug)]
enum End {
    Whole,
    /// The connection breaks off in the middle of the body.
    Cut,
    /// No answer comes.
    Never,
}

impl Reply {
    pub(crate) fn json(status: u16, body: &Value) -> Self {
        Self::bytes(status, "application/json", body.to_string().into_bytes())
    }

    pub(crate) fn bytes(status: u16, kind: &str, body: Vec<u8>) -> Self {
        let headers = vec![("content-type", kind.to_owned())];
        Self { status, headers, body: body.into(), end: End::Whole }
    }

    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    pub(crate) fn cut(self) -> Self {
        Self { end: End::Cut, ..self }
    }

    pub(crate) fn never() -> Self {
        Self { end: End::Never, ..Self::json(200, &Value::Null) }
    }

    /// A page of something that stands before the provider.
    pub(crate) fn page() -> Self {
        Self::bytes(200, "text/html", b"<html><body>Sign in</body></html>".to_vec())
    }
}

/// A running server.
pub(crate) struct Contract {
    pub(crate) base_url: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Contract {
    /// All that was asked so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// `GET /path` of all that was asked so far.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.asked().iter().map(Asked::line).collect()
    }

    /// An adapter that speaks to it.
    pub(crate) fn provider(&self, kind: &str, key: Option<&str>, settings: Value) -> Provider {
        provider(kind, &self.base_url, key, settings, Duration::from_secs(20))
    }

    /// One that waits so many milliseconds only, and a multiple of them for the work itself.
    pub(crate) fn hasty(&self, kind: &str, key: Option<&str>, millis: u64) -> Provider {
        provider(kind, &self.base_url, key, json!({}), Duration::from_millis(millis))
    }
}

fn provider(kind: &str, base_url: &str, key: Option<&str>, settings: Value, timeout: Duration) -> Provider {
    let (kind, base_url, key) = (kind.to_owned(), base_url.to_owned(), key.map(str::to_owned));
    let connection = Connection { kind, base_url, key, settings };
    let limits = Settings { allow_private: true, timeout, ..Settings::new(Clock::system()) };
    Provider::connect(connection, &Http::new(limits).expect("a client")).expect("an adapter")
}

/// An adapter to an address at which nobody is.
pub(crate) fn nobody(kind: &str, key: Option<&str>) -> Provider {
    provider(kind, "http://127.0.0.1:9", key, json!({}), Duration::from_secs(20))
}

/// Serves until the test ends.
#[expect(clippy::disallowed_methods, reason = "a test's server ends with the test")]
pub(crate) async fn serve(answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Contract {
    let asked: Arc<Mutex<Vec<Asked>>> = Arc::default();
    let (memory, answer) = (Arc::clone(&asked), Arc::new(answer));
    let router = Router::new().fallback(move |request: axum::extract::Request| {
        let (memory, answer) = (Arc::clone(&memory), Arc::clone(&answer));
        async move {
            let asked = read(request).await;
            memory.lock().unwrap_or_else(PoisonError::into_inner).push(asked.clone());
            Ok::<_, Infallible>(respond(answer(&asked)).await)
        }
    });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let base_url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Contract { base_url, asked }
}

async fn read(request: axum::extract::Request) -> Asked {
    let (method, headers) = (request.method().to_string(), request.headers().clone());
    let path = request.uri().path().to_owned();
    let query = url::form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes());
    let query = query.map(|(name, value)| (name.into_owned(), value.into_owned().into())).collect();
    let kind = headers.get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let is_form = kind.starts_with("multipart/form-data");
    let body = if is_form {
        let mut fields = Map::new();
        let mut form = Multipart::from_request(request, &()).await.expect("a form");
        while let Some(field) = form.next_field().await.expect("a field") {
            let name = field.name().expect("a name").to_owned();
            fields.insert(name, field.text().await.expect("a text").into());
        }
        fields.into()
    } else {
        let bytes = to_bytes(request.into_body(), 1 << 20).await.expect("a body");
        serde_json::from_slice(&bytes).unwrap_or_default()
    };
    Asked { method, path, query, headers, body, is_form }
}

async fn respond(reply: Reply) -> Response {
    if matches!(reply.end, End::Never) {
        std::future::pending::<()>().await;
    }
    let mut response = Response::builder().status(reply.status);
    for (name, value) in &reply.headers {
        response = response.header(*name, value);
    }
    let body = match reply.end {
        End::Cut => {
            let half = reply.body.slice(..reply.body.len() / 2);
            let begin = stream::once(async move { Ok(half) });
            // What was begun is sent before the connection breaks off.
            let end = stream::once(async {
                tokio::task::yield_now().await;
                Err(std::io::Error::other("the connection breaks off"))
            });
            Body::from_stream(begin.chain(end))
        }
        End::Whole | End::Never => Body::from(reply.body),
    };
    response.body(body).expect("a response")
}

/// The bytes of a real picture.
pub(crate) fn png(shade: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 2, 2);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&[shade; 4]).expect("written");
    writer.finish().expect("ended");
    bytes
}

pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

pub(crate) fn request(model: &str, quantity: u32, parameters: &Value) -> Request {
    Request {
        model: model.to_owned(),
        parameters: parameters.as_object().expect("an object").clone(),
        quantity,
        idempotency_key: "item-1-attempt-1".to_owned(),
        webhook: None,
    }
}

pub(crate) fn done(progress: Result<Progress, Error>) -> Outcome {
    match progress.expect("progress") {
        Progress::Done(outcome) => outcome,
        open => panic!("it is not done: {open:?}"),
    }
}

pub(crate) fn queued(progress: Result<Progress, Error>) -> Ticket {
    match progress.expect("progress") {
        Progress::Queued(ticket) => ticket,
        other => panic!("it does not wait: {other:?}"),
    }
}

/// The bytes of each output.
pub(crate) fn bytes(outputs: &[Output]) -> Vec<Vec<u8>> {
    outputs.iter().map(|output| output.bytes.to_vec()).collect()
}
