//! A service that speaks the protocol of `OpenAI`, played by a server of our own.

use std::sync::{Arc, Mutex, PoisonError};

use atelier_base::Coded;
use atelier_intelligence::speech::{Remote, RemoteSettings, Transcriber, Transcript, Vocabulary};
use axum::Router;
use axum::extract::{Multipart, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;

use super::*;

/// What the service was sent: its fields, its key.
type Seen = Arc<Mutex<Vec<(String, String)>>>;

/// How the service behaves.
#[derive(Clone)]
struct Listener {
    seen: Seen,
    status: StatusCode,
    headers: Vec<(&'static str, &'static str)>,
    body: &'static str,
    hangs: bool,
}

impl Listener {
    fn new(status: StatusCode, body: &'static str) -> Self {
        Self { seen: Seen::default(), status, headers: Vec::new(), body, hangs: false }
    }
}

async fn transcriptions(
    State(service): State<Listener>,
    headers: HeaderMap,
    mut form: Multipart,
) -> Response {
    let mut seen = Vec::new();
    let key = headers.get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    seen.push(("authorization".to_owned(), key.to_owned()));
    while let Ok(Some(field)) = form.next_field().await {
        let name = field.name().unwrap_or_default().to_owned();
        let file = field.file_name().map(str::to_owned);
        let bytes = field.bytes().await.unwrap_or_default();
        let text = file.map_or_else(
            || String::from_utf8_lossy(&bytes).into_owned(),
            |file| format!("{file}, {} bytes", bytes.len()),
        );
        seen.push((name, text));
    }
    service.seen.lock().unwrap_or_else(PoisonError::into_inner).extend(seen);
    if service.hangs {
        std::future::pending::<()>().await;
    }
    let mut response = (service.status, service.body).into_response();
    for (name, value) in service.headers {
        response.headers_mut().insert(name, axum::http::HeaderValue::from_static(value));
    }
    response
}

/// Sends a recording to a service that behaves so.
async fn ask(service: Listener, vocabulary: &[String]) -> Result<Transcript, Error> {
    let router = Router::new().route("/v1/audio/transcriptions", post(transcriptions)).with_state(service);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://{}/", listener.local_addr()?);
    let server = std::future::IntoFuture::into_future(axum::serve(listener, router));
    let settings = RemoteSettings {
        base,
        key: "sk-test".to_owned(),
        model: "whisper-1".to_owned(),
        timeout: Duration::from_millis(1_500),
    };
    let transcriber = Transcriber::Remote(Remote::new(settings, limits())?);
    let vocabulary = Vocabulary::of(vocabulary.to_vec());
    tokio::select! {
        outcome = transcriber.transcribe(Source::File(path("note.webm")), &vocabulary, |_| {}) => outcome,
        ended = server => Err(Error::Failed(format!("the server ended: {ended:?}"))),
    }
}

async fn refusal(service: Listener) -> Option<Error> {
    ask(service, &[]).await.err()
}

#[tokio::test]
async fn recording_key_and_vocabulary_arrive() -> Outcome {
    let body = r#"{"text": "Two coats.", "language": "english", "duration": 2.8,
        "segments": [{"start": 0.2, "end": 2.6, "text": " Two coats.", "avg_logprob": -0.2}],
        "words": [{"word": "Two", "start": 0.2, "end": 0.9}, {"word": "coats", "start": 1.0, "end": 2.6}]}"#;
    let service = Listener::new(StatusCode::OK, body);
    let seen = Arc::clone(&service.seen);
    let transcript = ask(service, &["gesso".to_owned(), "Harbor Triptych".to_owned()]).await?;
    assert_eq!(transcript.text, "Two coats.");
    assert_eq!(transcript.pieces[0].words[1].start_ms, 1_000);
    assert_eq!(transcript.model.name, "whisper-1");
    let seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
    let sent = |name: &str| seen.iter().find(|(field, _)| field == name).map(|(_, text)| text.as_str());
    assert_eq!(sent("authorization"), Some("Bearer sk-test"));
    assert_eq!(sent("model"), Some("whisper-1"));
    assert_eq!(sent("response_format"), Some("verbose_json"));
    assert_eq!(sent("prompt"), Some("gesso, Harbor Triptych"));
    assert_eq!(sent("file"), Some(format!("recording.webm, {} bytes", bytes("note.webm")?.len()).as_str()));
    Ok(())
}

#[tokio::test]
async fn refusals_are_told_apart() {
    let unauthorized = refusal(Listener::new(StatusCode::UNAUTHORIZED, "no")).await;
    assert!(matches!(unauthorized, Some(Error::KeyRefused)), "{unauthorized:?}");
    let mut service = Listener::new(StatusCode::TOO_MANY_REQUESTS, "");
    service.headers.push(("retry-after", "7"));
    let busy = refusal(service).await;
    assert_eq!(busy.and_then(|error| error.retry_after()), Some(Duration::from_secs(7)));
    let broken = refusal(Listener::new(StatusCode::INTERNAL_SERVER_ERROR, "out of memory")).await;
    let said = broken.map(|error| error.to_string()).unwrap_or_default();
    assert!(said.contains("500") && said.contains("out of memory"), "{said}");
    let page = refusal(Listener::new(StatusCode::OK, "<html>")).await;
    assert!(matches!(page, Some(Error::Remote(_))), "{page:?}");
    let mut service = Listener::new(StatusCode::OK, "{}");
    service.hangs = true;
    let late = refusal(service).await;
    assert!(matches!(late, Some(Error::Timeout)), "{late:?}");
}

#[tokio::test]
async fn nothing_is_sent_that_is_no_recording() -> Outcome {
    // Nobody listens there, so that a call would fail otherwise.
    let settings = RemoteSettings {
        base: "http://127.0.0.1:9".to_owned(),
        key: String::new(),
        model: "whisper-1".to_owned(),
        timeout: Duration::from_secs(2),
    };
    let transcriber = Transcriber::Remote(Remote::new(settings, limits())?);
    let empty = transcriber
        .transcribe(Source::Bytes(bytes::Bytes::new()), &Vocabulary::default(), |_| {})
        .await
        .err();
    assert!(matches!(empty, Some(Error::Empty)), "{empty:?}");
    let text = transcriber
        .transcribe(Source::Bytes("words ".repeat(900).into()), &Vocabulary::default(), |_| {})
        .await
        .err();
    assert!(matches!(text, Some(Error::NotAudio(_))), "{text:?}");
    let nobody =
        transcriber.transcribe(Source::File(path("note.wav")), &Vocabulary::default(), |_| {}).await.err();
    assert!(matches!(nobody, Some(Error::Remote(_))), "{nobody:?}");
    Ok(())
}
