//! A server that speaks as Replicate does, and lies: about files, about states, about its own answers.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use atelier_media::{Picture, encode};
use atelier_sql::Sql;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::stage::Floor;

/// What it does with a request.
#[derive(Clone, Debug)]
pub(crate) enum Lie {
    /// None: it takes the request and has the picture at once.
    None,
    /// It takes the request and never answers.
    Silent,
    /// It refuses to make anything with that status, and takes the key.
    RefusesThis(u16),
    /// It waits in its queue for ever.
    Waits,
    /// It works for ever.
    Works,
    /// The address of the file has expired, so many times.
    Expired(u32),
    /// The file is cut off, and said to be whole, so many times.
    Halved(u32),
    /// The answer breaks off in the middle, so many times.
    BreaksOff(u32),
    /// One of two files is none.
    HalfRubbish,
    /// It has texts that no store takes.
    Odd,
    /// It succeeded, and made nothing.
    Empty,
}

#[derive(Debug)]
struct Heard {
    lie: Lie,
    key: String,
    /// The prompts of what was ordered.
    created: Vec<String>,
    polled: u32,
    /// Of the same lie.
    told: u32,
    cancelled: u32,
}

/// The server, until it is dropped.
pub(crate) struct Liar {
    heard: Arc<Mutex<Heard>>,
    pub(crate) url: String,
    _tasks: JoinSet<()>,
}

impl Liar {
    /// Starts one and makes it the tenant's Replicate, with the key `r8_old`.
    pub(crate) async fn start(floor: &Floor, lie: Lie) -> Self {
        let key = "r8_old".to_owned();
        let heard = Heard { lie, key, created: Vec::new(), polled: 0, told: 0, cancelled: 0 };
        let heard = Arc::new(Mutex::new(heard));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let router = Router::new().fallback(answer).with_state((heard.clone(), url.clone()));
        let mut tasks = JoinSet::new();
        tasks.spawn(async move { axum::serve(listener, router).await.expect("served") });
        let liar = Self { heard, url, _tasks: tasks };
        liar.connect(floor, &liar.url).await;
        liar
    }

    /// Makes an address the tenant's Replicate.
    pub(crate) async fn connect(&self, floor: &Floor, url: &str) {
        let key = floor.sealed_key(1, "replicate", "r8_old");
        let sql = Sql::new(
            "UPDATE providers SET is_enabled = TRUE, api_base_url = ?, api_key_encrypted = ?, \
             rate_limit_requests = NULL WHERE tenant_id = :tenant AND id = 'replicate'",
        );
        floor.run(sql.bind(url).bind(key)).await;
    }

    pub(crate) fn tells(&self, lie: Lie) {
        let mut heard = self.heard.lock().expect("whole");
        (heard.lie, heard.told) = (lie, 0);
    }

    /// Takes that key only.
    pub(crate) fn takes(&self, key: &str) {
        key.clone_into(&mut self.heard.lock().expect("whole").key);
    }

    /// How often something was ordered, asked after and cancelled.
    pub(crate) fn counts(&self) -> (usize, u32, u32) {
        let heard = self.heard.lock().expect("whole");
        (heard.created.len(), heard.polled, heard.cancelled)
    }

    /// Prompts that were ordered more than once.
    pub(crate) fn repeated(&self) -> Vec<String> {
        let mut seen = std::collections::BTreeSet::new();
        let heard = self.heard.lock().expect("whole");
        heard.created.iter().filter(|prompt| !seen.insert(*prompt)).cloned().collect()
    }
}

type Shared = (Arc<Mutex<Heard>>, String);

async fn answer(
    State((heard, url)): State<Shared>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if let Some(name) = uri.path().strip_prefix("/files/") {
        return file(name);
    }
    let answer = {
        let mut heard = heard.lock().expect("whole");
        say(&mut heard, &url, (&method, uri.path()), (&headers, &body))
    };
    match answer {
        Some((status, body)) => (
            StatusCode::from_u16(status).expect("a status"),
            [(header::CONTENT_TYPE, "application/json")],
            body,
        )
            .into_response(),
        None => std::future::pending().await,
    }
}

fn say(
    heard: &mut Heard,
    url: &str,
    (method, path): (&Method, &str),
    (headers, body): (&HeaderMap, &Bytes),
) -> Option<(u16, Body)> {
    let shown = headers.get(header::AUTHORIZATION).and_then(|key| key.to_str().ok()).unwrap_or_default();
    let detail = |status: u16, words: &str| Some((status, Body::from(json!({"detail": words}).to_string())));
    if shown != format!("Bearer {}", heard.key) {
        return detail(401, "You did not pass a valid authentication token");
    }
    if path == "/account" {
        return Some((200, Body::from(json!({"type": "user"}).to_string())));
    }
    if method == Method::GET {
        heard.polled += 1;
        let number = path.rsplit('/').next().unwrap_or_default();
        return Some(told(heard, url, number));
    }
    let number = path.split('/').nth(2).unwrap_or_default().to_owned();
    if path.ends_with("/cancel") {
        heard.cancelled += 1;
        let started =
            if matches!(heard.lie, Lie::Works) { json!("2026-11-21T10:00:00Z") } else { json!(null) };
        let body = json!({"id": number, "status": "canceled", "started_at": started});
        return Some((200, Body::from(body.to_string())));
    }
    if let Lie::RefusesThis(status) = heard.lie {
        return detail(status, "You have to ask for this model");
    }
    let asked: Value = serde_json::from_slice(body).expect("JSON");
    heard.created.push(asked["input"]["prompt"].as_str().unwrap_or_default().to_owned());
    if matches!(heard.lie, Lie::Silent) {
        return None;
    }
    let number = heard.created.len().to_string();
    Some((201, Body::from(prediction(url, &number, "starting").to_string())))
}

fn prediction(url: &str, number: &str, status: &str) -> Value {
    let path = format!("{url}/predictions/{number}");
    json!({"id": number, "status": status, "urls": {"get": path, "cancel": format!("{path}/cancel")}})
}

fn told(heard: &mut Heard, url: &str, number: &str) -> (u16, Body) {
    heard.told += 1;
    let good = format!("{url}/files/good-{number}.jpg");
    let bad = |name: &str, times: u32| {
        if heard.told <= times { format!("{url}/files/{name}-{number}.jpg") } else { good.clone() }
    };
    let mut body = prediction(url, number, "succeeded");
    body["output"] = match &heard.lie {
        Lie::Expired(times) => json!([bad("expired", *times)]),
        Lie::Halved(times) => json!([bad("halved", *times)]),
        Lie::HalfRubbish => json!([good, format!("{url}/files/rubbish-{number}.jpg")]),
        Lie::Empty => Value::Null,
        _ => json!([good]),
    };
    match &heard.lie {
        Lie::Waits => body = prediction(url, number, "starting"),
        Lie::Works => body = prediction(url, number, "processing"),
        Lie::Odd => body["version"] = json!("a\0b"),
        Lie::BreaksOff(times) if heard.told <= *times => return (200, cut(body.to_string())),
        _ => {}
    }
    (200, Body::from(body.to_string()))
}

/// The half of it, after which the connection breaks off.
fn cut(text: String) -> Body {
    let half = Bytes::from(text).slice(..40);
    let pieces = futures_util::stream::unfold(Some(half), async |half| {
        if let Some(half) = half {
            return Some((Ok(half), None));
        }
        // Until what was begun has been sent.
        let _ = tokio::time::timeout(Duration::from_millis(100), std::future::pending::<()>()).await;
        Some((Err(std::io::Error::other("it breaks off")), None))
    });
    Body::from_stream(pieces)
}

fn file(name: &str) -> Response {
    let (what, rest) = name.split_once('-').unwrap_or_default();
    let number = rest.trim_end_matches(".jpg").parse().unwrap_or_default();
    let whole = picture(number);
    let typed = |bytes: Vec<u8>| ([(header::CONTENT_TYPE, "image/jpeg")], bytes).into_response();
    match what {
        "good" => typed(whole),
        "halved" => typed(whole[..whole.len() / 4].to_vec()),
        "rubbish" => typed(vec![7; 400]),
        _ => StatusCode::FORBIDDEN.into_response(),
    }
}

/// A picture of its own for each number.
fn picture(number: u32) -> Vec<u8> {
    let byte = |value: u32| u8::try_from(value % 256).expect("a byte");
    let pixel = |at: u32| [byte(at * 3), byte(at / 64 * 2), byte(number * 37)];
    let picture = Picture::new(64, 64, (0..64 * 64).flat_map(pixel).collect()).expect("a picture");
    encode(&picture)
}
