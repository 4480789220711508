//! A model of Amazon Bedrock's, played by a server of our own that refuses what the documented one would.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use atelier_base::{Clock, Coded, Timestamp};
use atelier_intelligence::speech::{
    Bedrock, BedrockCredentials, BedrockSettings, Progress, Transcriber, Transcript, Vocabulary,
};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::routing::post;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::*;

const MODEL: &str = "mistral.voxtral-mini-3b-2507";
const REGION: &str = "eu-west-1";
const ACCESS_KEY: &str = "AKIAIOSFODNN7EXAMPLE";
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
/// 2026-11-21T09:00:00Z
const NOW: i64 = 1_795_251_600_000;
const STAMP: &str = "20261121T090000Z";

/// What the service was asked, and how it behaves.
#[derive(Clone, Default)]
struct Upstream {
    /// Milliseconds of sound of each question, and its words.
    asked: Arc<Mutex<Vec<(usize, String)>>>,
    calls: Arc<AtomicUsize>,
    /// So many calls are told to wait before any is answered.
    busy: usize,
    /// An API key instead of signatures.
    key: Option<&'static str>,
    /// Instead of the words.
    body: Option<&'static str>,
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("keys have any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// The signature that a request must have, worked out anew from what came.
fn signature(path: &str, headers: &HeaderMap, body: &[u8]) -> String {
    let text = |name: &str| headers[name].to_str().expect("text").to_owned();
    let claim = text("authorization");
    let signed = claim.split("SignedHeaders=").nth(1).and_then(|rest| rest.split(',').next());
    let signed = signed.expect("which headers are signed");
    assert!(["content-type", "host", "x-amz-date"].iter().all(|name| signed.contains(name)), "{signed}");
    let lines: String = signed.split(';').map(|name| format!("{name}:{}\n", text(name))).collect();
    // A path is escaped once more than it was sent, save for its slashes.
    let path = path.replace('%', "%25");
    let request = format!("POST\n{path}\n\n{lines}\n{signed}\n{}", hex::encode(Sha256::digest(body)));
    let scope = format!("{}/{REGION}/bedrock/aws4_request", &STAMP[..8]);
    let digest = hex::encode(Sha256::digest(request.as_bytes()));
    let to_sign = format!("AWS4-HMAC-SHA256\n{STAMP}\n{scope}\n{digest}");
    let mut key = format!("AWS4{SECRET}").into_bytes();
    for part in [&STAMP[..8], REGION, "bedrock", "aws4_request"] {
        key = mac(&key, part);
    }
    let signature = hex::encode(mac(&key, &to_sign));
    format!("AWS4-HMAC-SHA256 Credential={ACCESS_KEY}/{scope}, SignedHeaders={signed}, Signature={signature}")
}

/// Milliseconds of a wav of 16 bits, 16 kHz, one channel.
fn length(wav: &[u8]) -> Option<usize> {
    let head = wav.get(..44)?;
    let plain = head.starts_with(b"RIFF") && &head[20..28] == b"\x01\0\x01\0\x80\x3e\0\0" && head[34] == 16;
    plain.then(|| (wav.len() - 44) / 32)
}

async fn converse(
    State(service): State<Upstream>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> (StatusCode, [(&'static str, &'static str); 1], String) {
    let answer = |status, text: String| (status, [("retry-after", "0")], text);
    let expected = match service.key {
        Some(key) => format!("Bearer {key}"),
        None => signature(uri.path(), &headers, &body),
    };
    if headers["authorization"] != expected.as_str() {
        return answer(StatusCode::FORBIDDEN, r#"{"message":"The security token is invalid"}"#.into());
    }
    if service.calls.fetch_add(1, Ordering::Relaxed) < service.busy {
        return answer(StatusCode::TOO_MANY_REQUESTS, r#"{"message":"Too many requests"}"#.into());
    }
    let asked: Value = serde_json::from_slice(&body).expect("JSON");
    let content = &asked["messages"][0]["content"];
    let sound = content[0]["audio"]["source"]["bytes"].as_str().unwrap_or_default();
    let sound = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, sound).expect("base64");
    let sound = length(&sound).filter(|_| body.len() < 2_000_000);
    let whole = asked["messages"][0]["role"] == "user"
        && content[0]["audio"]["format"] == "wav"
        && asked["inferenceConfig"]["maxTokens"].is_u64()
        && asked["inferenceConfig"]["temperature"] == 0;
    let (Some(millis), Some(task), true) = (sound, content[1]["text"].as_str(), whole) else {
        return answer(StatusCode::BAD_REQUEST, r#"{"message":"Malformed input request"}"#.into());
    };
    let mut seen = service.asked.lock().unwrap_or_else(PoisonError::into_inner);
    seen.push((millis, task.to_owned()));
    let text = format!("I mixed {} pounds of clay", seen.len());
    let message = json!({"role": "assistant", "content": [{"text": text}]});
    let told = json!({"output": {"message": message}, "stopReason": "end_turn", "usage": {"totalTokens": 9}});
    answer(StatusCode::OK, service.body.map_or_else(|| told.to_string(), str::to_owned))
}

/// Asks a service that behaves so, with this secret.
async fn ask(service: Upstream, source: Source, secret: &str, terms: &[&str]) -> Result<Transcript, Error> {
    let credentials = match service.key {
        Some(_) => BedrockCredentials::ApiKey(secret.to_owned()),
        None => BedrockCredentials::Signed {
            access_key_id: ACCESS_KEY.to_owned(),
            secret_access_key: secret.to_owned(),
        },
    };
    let router = Router::new().route("/model/{model}/converse", post(converse)).with_state(service);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://{}/", listener.local_addr()?);
    let server = std::future::IntoFuture::into_future(axum::serve(listener, router));
    let settings = BedrockSettings {
        base,
        region: REGION.to_owned(),
        model: MODEL.to_owned(),
        credentials,
        timeout: Duration::from_secs(10),
    };
    let clock = Clock::fixed(Timestamp::from_millis(NOW));
    let transcriber = Transcriber::Bedrock(Bedrock::new(settings, limits(), clock)?);
    let vocabulary = Vocabulary::of(terms.iter().map(ToString::to_string).collect());
    let told = Arc::new(Mutex::new(Vec::new()));
    let tell = Arc::clone(&told);
    let progress = move |progress: Progress| {
        tell.lock().unwrap_or_else(PoisonError::into_inner).push(progress.heard_ms);
    };
    let outcome = tokio::select! {
        outcome = transcriber.transcribe(source, &vocabulary, progress) => outcome,
        ended = server => Err(Error::Failed(format!("the server ended: {ended:?}"))),
    };
    let told = told.lock().unwrap_or_else(PoisonError::into_inner).clone();
    assert!(told.is_sorted(), "progress goes forward: {told:?}");
    outcome
}

/// What is said in `note.wav`, so many times with pauses of three seconds.
fn notes(times: usize) -> Result<Source, Box<dyn std::error::Error>> {
    let (note, _) = decode(&Source::File(path("note.wav")), &limits())?;
    #[expect(clippy::cast_possible_truncation, reason = "within sixteen bits")]
    let mut note: Vec<i16> = note.iter().map(|sample| (sample * 32_000.0) as i16).collect();
    note.extend(std::iter::repeat_n(0, 48_000));
    let samples = note.repeat(times);
    Ok(Source::Bytes(wav(&samples, u32::try_from(2 * samples.len())?).into()))
}

#[tokio::test]
async fn each_piece_is_asked_for_signed_and_has_the_time_of_its_cut() -> Outcome {
    let service = Upstream::default();
    let asked = Arc::clone(&service.asked);
    let transcript = ask(service, notes(6)?, SECRET, &["gesso", "Harbor Triptych"]).await?;
    let asked = asked.lock().unwrap_or_else(PoisonError::into_inner);
    assert_eq!(asked.len(), 6);
    assert!(asked.iter().all(|(millis, _)| (1_500..4_500).contains(millis)), "{asked:?}");
    assert!(asked.iter().all(|(_, task)| task.ends_with("may occur: gesso, Harbor Triptych.")), "{asked:?}");
    assert_eq!((transcript.pieces.len(), transcript.model.name.as_str()), (6, MODEL));
    assert!(transcript.model.sha256.is_empty() && transcript.complete);
    for (at, piece) in transcript.pieces.iter().enumerate() {
        let begins = at as u64 * 5_790;
        assert!(piece.start_ms.abs_diff(begins) < 600, "{at}: {}..{}", piece.start_ms, piece.end_ms);
        let words: Vec<_> = piece.words.iter().map(|word| (word.start_ms, word.end_ms)).collect();
        assert!(words.is_sorted() && piece.start_ms <= words[0].0 && words[5].1 <= piece.end_ms, "{words:?}");
    }
    assert_eq!(transcript.text.matches("pounds of clay").count(), 6);
    Ok(())
}

#[tokio::test]
async fn an_api_key_needs_no_signature() -> Outcome {
    let service = Upstream { key: Some("bedrock-api-key-1"), ..Upstream::default() };
    let transcript = ask(service, notes(1)?, "bedrock-api-key-1", &[]).await?;
    assert_eq!(transcript.text, "I mixed 1 pounds of clay");
    Ok(())
}

#[tokio::test]
async fn refusals_are_told_apart_and_waiting_is_done() -> Outcome {
    let forged = ask(Upstream::default(), notes(1)?, "another secret", &[]).await.err();
    assert!(matches!(forged, Some(Error::KeyRefused)), "{forged:?}");
    let asks_to_wait = |busy| Upstream { busy, ..Upstream::default() };
    let patient = ask(asks_to_wait(3), notes(1)?, SECRET, &[]).await?;
    assert_eq!(patient.pieces.len(), 1);
    let busy = ask(asks_to_wait(usize::MAX), notes(2)?, SECRET, &[]).await.err();
    assert_eq!(busy.and_then(|error| error.retry_after()), Some(Duration::ZERO));
    let page =
        ask(Upstream { body: Some("<html>"), ..Upstream::default() }, notes(1)?, SECRET, &[]).await.err();
    assert!(matches!(page, Some(Error::Remote(_))), "{page:?}");
    Ok(())
}

#[tokio::test]
async fn silence_and_what_is_no_recording_are_not_sent() -> Outcome {
    let service = Upstream::default();
    let calls = Arc::clone(&service.calls);
    let silence = wav(&vec![0; 32_000], 64_000);
    let transcript = ask(service.clone(), Source::Bytes(silence.into()), SECRET, &[]).await?;
    assert_eq!((transcript.text.as_str(), transcript.duration_ms), ("", 2_000));
    let text = ask(service, Source::Bytes("words ".repeat(900).into()), SECRET, &[]).await.err();
    assert!(matches!(text, Some(Error::NotAudio(_))), "{text:?}");
    assert_eq!(calls.load(Ordering::Relaxed), 0);
    Ok(())
}

#[tokio::test]
async fn a_model_that_goes_round_in_circles_is_not_believed() -> Outcome {
    let body = r#"{"output":{"message":{"content":[{"text":"of clay of clay of clay of clay of clay"}]}}}"#;
    let transcript =
        ask(Upstream { body: Some(body), ..Upstream::default() }, notes(1)?, SECRET, &[]).await?;
    assert_eq!(transcript.text, "of clay");
    Ok(())
}
