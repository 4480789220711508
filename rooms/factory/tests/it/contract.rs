//! A server that keeps Replicate's contract as far as orders need it, and misbehaves when it is told to.

use std::sync::{Arc, Mutex};

use atelier_media::{Picture, encode};
use atelier_sql::Sql;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use base64::Engine as _;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::callbacks;
use crate::stage::Floor;

/// What the server does with a request.
#[derive(Clone, Debug)]
pub(crate) enum Mood {
    /// Takes it, says so often that it works on it, and then has it.
    Works(u32),
    /// Takes it and never ends.
    Stalls,
    /// Answers with that status, and maybe asks for so many seconds of patience.
    Refuses(u16, Option<u32>),
    /// Hears all of it and hangs up without a word.
    HangsUp,
    /// Says that it succeeded, with a file that is none.
    SendsRubbish,
    /// Says that the prediction failed, in these words.
    Fails(&'static str),
    /// Has it at once, and says so before it answers.
    TellsFirst,
}

#[derive(Debug)]
struct Heard {
    mood: Mood,
    created: u32,
    polled: u32,
    cancelled: u32,
    keys: Vec<String>,
    /// Where news are wanted, for each that was created.
    webhooks: Vec<Option<String>>,
    /// How often the secret of news was asked for.
    asked: u32,
    keeps_its_secret: bool,
}

/// The secret that news are signed with.
pub(crate) const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/// The server, until it is dropped.
pub(crate) struct Contract {
    heard: Arc<Mutex<Heard>>,
    url: String,
    _tasks: JoinSet<()>,
}

impl Contract {
    /// Starts one and makes it the tenant's Replicate, with a key.
    pub(crate) async fn start(floor: &Floor, mood: Mood) -> Self {
        let heard = Heard {
            mood,
            created: 0,
            polled: 0,
            cancelled: 0,
            keys: Vec::new(),
            webhooks: Vec::new(),
            asked: 0,
            keeps_its_secret: false,
        };
        let heard = Arc::new(Mutex::new(heard));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let router = Router::new().fallback(answer).with_state((heard.clone(), url.clone()));
        let mut tasks = JoinSet::new();
        tasks.spawn(async move { axum::serve(listener, router).await.expect("served") });
        let key = floor.sealed_key(1, "replicate", "r8_secret");
        let sql = Sql::new(
            "UPDATE providers SET is_enabled = TRUE, api_base_url = ?, api_key_encrypted = ?, \
             rate_limit_requests = NULL WHERE tenant_id = :tenant AND id = 'replicate'",
        );
        floor.run(sql.bind(url.as_str()).bind(key)).await;
        Self { heard, url, _tasks: tasks }
    }

    pub(crate) fn mood(&self, mood: Mood) {
        self.heard.lock().expect("whole").mood = mood;
    }

    /// How often something was ordered, asked after and cancelled.
    pub(crate) fn counts(&self) -> (u32, u32, u32) {
        let heard = self.heard.lock().expect("whole");
        assert!(heard.keys.iter().all(|key| key == "Bearer r8_secret"), "{:?} at {}", heard.keys, self.url);
        (heard.created, heard.polled, heard.cancelled)
    }
}

impl Contract {
    /// Where it was last asked to send news to.
    pub(crate) fn webhook(&self) -> Option<String> {
        self.heard.lock().expect("whole").webhooks.last().cloned().flatten()
    }

    /// From now on it does not tell its secret.
    pub(crate) fn keeps_its_secret(&self) {
        self.heard.lock().expect("whole").keeps_its_secret = true;
    }

    /// How often the secret was asked for.
    pub(crate) fn secrets(&self) -> u32 {
        self.heard.lock().expect("whole").asked
    }
}

type Shared = (Arc<Mutex<Heard>>, String);

async fn answer(
    State((heard, url)): State<Shared>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> (StatusCode, HeaderMap, String) {
    let webhook =
        serde_json::from_slice::<Value>(&body).unwrap_or_default()["webhook"].as_str().map(str::to_owned);
    let early =
        matches!(heard.lock().expect("whole").mood, Mood::TellsFirst).then(|| webhook.clone()).flatten();
    if let Some(early) = early {
        let status = callbacks::tell(&early, "msg_early", &json!({"id": "p1", "status": "succeeded"})).await;
        assert_eq!(status, 204, "it is heard, of what nobody knows yet");
    }
    let mut heard = heard.lock().expect("whole");
    let key = headers.get(header::AUTHORIZATION).and_then(|key| key.to_str().ok()).unwrap_or_default();
    heard.keys.push(key.to_owned());
    let mut told = HeaderMap::new();
    told.insert(header::CONTENT_TYPE, "application/json".parse().expect("a type"));
    let is_cancel = uri.path().ends_with("/cancel");
    if uri.path() == "/webhooks/default/secret" {
        heard.asked += 1;
        if heard.keeps_its_secret {
            return (StatusCode::FORBIDDEN, told, json!({"detail": "no"}).to_string());
        }
        return (StatusCode::OK, told, json!({"key": SECRET}).to_string());
    }
    let is_created = method == Method::POST && !is_cancel;
    heard.created += u32::from(is_created);
    heard.webhooks.extend(is_created.then_some(webhook));
    heard.polled += u32::from(method == Method::GET);
    heard.cancelled += u32::from(is_cancel);
    let number = heard.created;
    let status = |status: &str| {
        let path = format!("{url}/predictions/{number}");
        json!({"id": format!("p{number}"), "status": status, "urls": {"get": path, "cancel": format!("{path}/cancel")}})
    };
    let (code, body) = match (heard.mood.clone(), is_created) {
        (Mood::Refuses(code, patience), _) => {
            if let Some(seconds) = patience {
                told.insert(header::RETRY_AFTER, seconds.into());
            }
            (StatusCode::from_u16(code).expect("a status"), json!({"detail": "no"}))
        }
        // Nothing sends less than a panic, which closes the connection.
        (Mood::HangsUp, true) => {
            drop(heard);
            panic!("hangs up, as it was told to");
        }
        (_, true) => (StatusCode::CREATED, status("starting")),
        (Mood::Works(times), false) if heard.polled <= times => (StatusCode::OK, status("processing")),
        (Mood::Works(_) | Mood::TellsFirst, false) => {
            (StatusCode::OK, with(status("succeeded"), "output", json!([picture(number)])))
        }
        (Mood::SendsRubbish, false) => {
            let rubbish = json!(["data:application/octet-stream;base64,AAECAwQ="]);
            (StatusCode::OK, with(status("succeeded"), "output", rubbish))
        }
        (Mood::Fails(words), false) => (StatusCode::OK, with(status("failed"), "error", json!(words))),
        (Mood::Stalls | Mood::HangsUp, false) => (StatusCode::OK, status("processing")),
    };
    (code, told, body.to_string())
}

fn with(mut body: Value, name: &str, value: Value) -> Value {
    body[name] = value;
    body
}

/// A picture of its own for each number, as an address with the data in it.
fn picture(number: u32) -> String {
    let byte = |value: u32| u8::try_from(value % 256).expect("a byte");
    let pixel = |at: u32| [byte(at * 3), byte(at / 64 * 2), byte(number * 37)];
    let picture = Picture::new(64, 64, (0..64 * 64).flat_map(pixel).collect()).expect("a picture");
    let text = base64::engine::general_purpose::STANDARD.encode(encode(&picture));
    format!("data:image/jpeg;base64,{text}")
}
