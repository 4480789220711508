//! Transcription by a service that speaks the protocol of `OpenAI`: `POST {base}/v1/audio/transcriptions`.
//!
//! Many do: servers around Whisper on one's own network, and services that charge. The recording leaves this machine,
//! so there is a remote only where one was configured.

mod answer;

use std::fmt;
use std::time::Duration;

use reqwest::multipart::{Form, Part};
use reqwest::{Client, Response, StatusCode};

use super::audio::{Audio, Limits, Source};
use super::error::Error;
use super::local::Progress;
use super::transcript::{ModelId, Transcript};
use answer::Answer;

/// Services read no more than the end of what they are prompted with.
const PROMPT: usize = 800;
/// Bytes of an answer that are read; an hour of words with times takes about one.
const LARGEST_ANSWER: usize = 16 * 1024 * 1024;

/// Where the service is and how to speak to it.
#[derive(Clone)]
pub struct RemoteSettings {
    /// Without `/v1`.
    pub base: String,
    /// Sent as a bearer; empty for a service that asks for none.
    pub key: String,
    /// As the service calls it.
    pub model: String,
    /// For the whole exchange.
    pub timeout: Duration,
}

impl fmt::Debug for RemoteSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { base, model, timeout, .. } = self;
        f.debug_struct("RemoteSettings")
            .field("base", base)
            .field("model", model)
            .field("timeout", timeout)
            .finish_non_exhaustive()
    }
}

/// A service. Clones share its connections.
#[derive(Clone, Debug)]
pub struct Remote {
    settings: RemoteSettings,
    limits: Limits,
    http: Client,
}

/// For one service. A redirect is not followed: it would take the recording elsewhere.
pub(super) fn client(timeout: Duration) -> Result<Client, Error> {
    // Whoever was first in this process has chosen; it is the only provider that is built in.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder()
        .timeout(timeout)
        .connect_timeout(Duration::from_secs(5))
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .map_err(|error| Error::Remote(error.to_string()))
}

impl Remote {
    /// Calls nobody yet. Fails when this process can't speak TLS.
    pub fn new(settings: RemoteSettings, limits: Limits) -> Result<Self, Error> {
        let http = client(settings.timeout)?;
        Ok(Self { settings, limits, http })
    }

    pub(super) async fn transcribe(
        &self,
        source: Source,
        vocabulary: &[String],
        mut progress: impl FnMut(Progress) + Send + 'static,
    ) -> Result<Transcript, Error> {
        let limits = self.limits.clone();
        let checked = tokio::task::spawn_blocking(move || Recording::check(&source, &limits)).await;
        let recording = checked.unwrap_or_else(|error| Err(Error::Failed(error.to_string())))?;
        let (duration, complete) = (recording.duration, recording.complete);
        let address = format!("{}/v1/audio/transcriptions", self.settings.base.trim_end_matches('/'));
        let mut request = self.http.post(address).multipart(self.form(recording, vocabulary));
        if !self.settings.key.is_empty() {
            request = request.bearer_auth(&self.settings.key);
        }
        let response = request.send().await.map_err(|error| broken(&error))?;
        let answer: Answer = serde_json::from_slice(&read(refused(response).await?).await?)
            .map_err(|error| Error::Remote(format!("its answer is no transcript: {error}")))?;
        let model = ModelId { name: self.settings.model.clone(), sha256: String::new() };
        let transcript = answer.transcript(model, duration, complete);
        for piece in &transcript.pieces {
            let total_ms = Some(transcript.duration_ms);
            progress(Progress { heard_ms: piece.end_ms, total_ms, piece: piece.clone() });
        }
        Ok(transcript)
    }

    fn form(&self, recording: Recording, vocabulary: &[String]) -> Form {
        let file = Part::stream(recording.bytes).file_name(recording.name);
        let mut form = Form::new()
            .part("file", file)
            .text("model", self.settings.model.clone())
            .text("response_format", "verbose_json")
            .text("timestamp_granularities[]", "segment")
            .text("timestamp_granularities[]", "word");
        let mut prompt = String::new();
        for term in vocabulary.iter().take_while(|_| prompt.len() < PROMPT).collect::<Vec<_>>() {
            if !prompt.is_empty() {
                prompt.push_str(", ");
            }
            prompt.push_str(term);
        }
        if !prompt.is_empty() {
            form = form.text("prompt", prompt);
        }
        form
    }
}

/// A recording that is fit to be sent.
struct Recording {
    bytes: bytes::Bytes,
    name: &'static str,
    duration: Option<Duration>,
    complete: bool,
}

impl Recording {
    /// What is not known here may be known there, but nothing is sent that is empty, no audio or too long.
    fn check(source: &Source, limits: &Limits) -> Result<Self, Error> {
        let limits = Limits { ffmpeg: None, ..limits.clone() };
        let (duration, complete) = match Audio::open(source, &limits) {
            Ok(audio) => (audio.duration(), audio.is_complete()),
            Err(Error::Unsupported(_)) => (None, true),
            Err(error) => return Err(error),
        };
        Ok(Self { bytes: source.read()?, name: file_name(&source.head()?), duration, complete })
    }
}

/// Services go by the ending.
fn file_name(head: &[u8; 12]) -> &'static str {
    match head {
        [b'R', b'I', b'F', b'F', ..] => "recording.wav",
        [b'O', b'g', b'g', b'S', ..] => "recording.ogg",
        [b'f', b'L', b'a', b'C', ..] => "recording.flac",
        [0x1A, 0x45, 0xDF, 0xA3, ..] => "recording.webm",
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => "recording.m4a",
        _ => "recording.mp3",
    }
}

pub(super) fn broken(error: &reqwest::Error) -> Error {
    match error {
        error if error.is_timeout() => Error::Timeout,
        error if error.is_connect() => Error::Remote("it can't be reached".to_owned()),
        error => Error::Remote(error.to_string()),
    }
}

/// Turns an answer that is a refusal into an error.
pub(super) async fn refused(response: Response) -> Result<Response, Error> {
    let status = response.status();
    if status.is_success() {
        return Ok(response);
    }
    let header = response.headers().get("retry-after");
    let seconds = header.and_then(|value| value.to_str().ok()?.parse().ok());
    let retry_after = seconds.map(Duration::from_secs);
    Err(match status {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Error::KeyRefused,
        StatusCode::TOO_MANY_REQUESTS => Error::Busy { retry_after },
        StatusCode::SERVICE_UNAVAILABLE if retry_after.is_some() => Error::Busy { retry_after },
        StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => Error::Timeout,
        _ => {
            let body = read(response).await.unwrap_or_default();
            let said: String = String::from_utf8_lossy(&body).chars().take(200).collect();
            Error::Remote(format!("{status} {said}"))
        }
    })
}

pub(super) async fn read(mut response: Response) -> Result<Vec<u8>, Error> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| broken(&error))? {
        body.extend_from_slice(&chunk);
        if LARGEST_ANSWER < body.len() {
            return Err(Error::Remote("its answer is too long".to_owned()));
        }
    }
    Ok(body)
}
