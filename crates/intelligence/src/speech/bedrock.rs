//! Transcription by a model of Amazon Bedrock's that hears: `POST {base}/model/{model}/converse` with a block of audio,
//! as Mistral's Voxtral takes it (`mistral.voxtral-mini-3b-2507`, `mistral.voxtral-small-24b-2507`).
//!
//! Such a model takes some seconds at a time and tells words alone: no times, no confidence. So a recording is cut at its
//! pauses as for the local recogniser, each piece is asked for by itself, a few at a time, and its time is that of the
//! cut. Within a piece words share its voiced time out by letters, and all of them count as sure. The
//! recording leaves this machine, so it is asked only where it was configured.

mod wire;

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use atelier_base::Clock;
use reqwest::Client;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use super::audio::{Audio, Limits, RATE, Source};
use super::error::Error;
use super::local::Progress;
use super::moonshine::told;
use super::pieces::{Cutter, Speech};
use super::remote::{broken, client, read, refused};
use super::transcript::{ModelId, Piece, Transcript};

/// Pieces that are asked for at the same time.
const ABREAST: usize = 4;
/// How often a piece is asked for while the service asks to wait.
const ATTEMPTS: u32 = 4;
/// The longest wait between two of them.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// Who asks.
#[derive(Clone)]
pub enum BedrockCredentials {
    /// An API key of Bedrock's, sent as a bearer.
    ApiKey(String),
    /// An access key of AWS, with which each request is signed (Signature Version 4).
    Signed {
        /// `AKIA…`
        access_key_id: String,
        /// Never sent.
        secret_access_key: String,
    },
}

/// Where the model is.
#[derive(Clone)]
pub struct BedrockSettings {
    /// Such as `https://bedrock-runtime.eu-west-1.amazonaws.com`.
    pub base: String,
    /// The region that requests are signed for.
    pub region: String,
    /// Its id, or the ARN of a profile.
    pub model: String,
    /// Who asks.
    pub credentials: BedrockCredentials,
    /// For one piece.
    pub timeout: Duration,
}

impl fmt::Debug for BedrockSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { base, region, model, timeout, .. } = self;
        f.debug_struct("BedrockSettings")
            .field("base", base)
            .field("region", region)
            .field("model", model)
            .field("timeout", timeout)
            .finish_non_exhaustive()
    }
}

/// A model of Bedrock's. Clones share its connections.
#[derive(Clone, Debug)]
pub struct Bedrock {
    settings: BedrockSettings,
    limits: Limits,
    clock: Clock,
    http: Client,
}

/// What is left to say when everything was cut.
struct Extent {
    samples: u64,
    speech: u64,
    complete: bool,
}

/// A piece on its way, and how long the recording is.
type Cut = (Speech, Option<u64>);

impl Bedrock {
    /// Calls nobody yet. Fails when this process can't speak TLS.
    pub fn new(settings: BedrockSettings, limits: Limits, clock: Clock) -> Result<Self, Error> {
        let http = client(settings.timeout)?;
        Ok(Self { settings, limits, clock, http })
    }

    pub(super) async fn transcribe(
        &self,
        source: Source,
        vocabulary: &[String],
        mut progress: impl FnMut(Progress) + Send + 'static,
    ) -> Result<Transcript, Error> {
        let (give, mut take) = mpsc::channel::<Cut>(1);
        let limits = self.limits.clone();
        // It ends by itself once nobody takes.
        let cutting = tokio::task::spawn_blocking(move || cut_up(&source, &limits, &give));
        let (mut asked, mut early, mut pieces) = (JoinSet::new(), BTreeMap::new(), Vec::new());
        let (mut count, mut total_ms) = (0, None);
        loop {
            tokio::select! {
                Some((speech, total)) = take.recv(), if asked.len() < ABREAST => {
                    let (asking, words, at) = (self.clone(), vocabulary.to_vec(), count);
                    asked.spawn(async move { asking.ask(&speech, &words).await.map(|piece| (at, piece)) });
                    (count, total_ms) = (count + 1, total);
                }
                Some(answered) = asked.join_next() => {
                    let (at, piece) = answered.map_err(|error| Error::Failed(error.to_string()))??;
                    early.insert(at, piece);
                    // Answers come in any order, and are told in that of the recording.
                    while let Some(piece) = early.remove(&pieces.len()) {
                        progress(Progress { heard_ms: piece.end_ms, total_ms, piece: piece.clone() });
                        pieces.push(piece);
                    }
                }
                else => break,
            }
        }
        let extent = cutting.await.unwrap_or_else(|error| Err(Error::Failed(error.to_string())))?;
        Ok(self.transcript(pieces, &extent))
    }

    fn transcript(&self, pieces: Vec<Piece>, extent: &Extent) -> Transcript {
        let texts = pieces.iter().map(|piece| piece.text.as_str()).filter(|text| !text.is_empty());
        Transcript {
            text: texts.collect::<Vec<_>>().join(" "),
            pieces,
            model: ModelId { name: self.settings.model.clone(), sha256: String::new() },
            // It answers in whatever was spoken, and does not say what that was.
            language: "und".to_owned(),
            duration_ms: millis(extent.samples),
            speech_ms: millis(extent.speech),
            complete: extent.complete,
        }
    }

    /// The words of a piece. Waits and asks again as long as the service only asks to wait.
    async fn ask(&self, speech: &Speech, vocabulary: &[String]) -> Result<Piece, Error> {
        let body = wire::body(speech, vocabulary);
        let mut attempt = 1;
        loop {
            match self.call(body.clone()).await {
                Err(Error::Busy { retry_after }) if attempt < ATTEMPTS => {
                    let wait = retry_after.unwrap_or(Duration::from_secs(1 << attempt)).min(LONGEST_WAIT);
                    let _ = tokio::time::timeout(wait, std::future::pending::<()>()).await;
                    attempt += 1;
                }
                answer => return Ok(told(speech, &answer?)),
            }
        }
    }

    async fn call(&self, body: String) -> Result<String, Error> {
        let address = wire::address(&self.settings);
        let mut request = self.http.post(&address).header("content-type", wire::JSON);
        match &self.settings.credentials {
            BedrockCredentials::ApiKey(key) => request = request.bearer_auth(key),
            BedrockCredentials::Signed { .. } => {
                for (name, value) in wire::signature(&self.settings, self.clock.now(), &address, &body)? {
                    request = request.header(name, value);
                }
            }
        }
        let response = request.body(body).send().await.map_err(|error| broken(&error))?;
        wire::words(&read(refused(response).await?).await?)
    }
}

/// Cuts a recording at its pauses and gives each piece away, as fast as they are taken.
fn cut_up(source: &Source, limits: &Limits, give: &mpsc::Sender<Cut>) -> Result<Extent, Error> {
    let mut audio = Audio::open(source, limits)?;
    let total = audio.duration().map(|total| u64::try_from(total.as_millis()).unwrap_or(u64::MAX));
    let (mut cutter, mut extent) = (Cutter::default(), Extent { samples: 0, speech: 0, complete: true });
    loop {
        let block = audio.next_block()?;
        let ended = block.is_none();
        let block = block.unwrap_or_default();
        extent.samples += block.len() as u64;
        cutter.push(&block);
        while let Some(speech) = cutter.next_piece(ended) {
            extent.speech += speech.voiced.iter().map(|run| run.len() as u64).sum::<u64>();
            let gone = |_| Error::Failed("nobody waits for it any more".to_owned());
            give.blocking_send((speech, total)).map_err(gone)?;
        }
        if ended {
            extent.complete = audio.is_complete();
            return Ok(extent);
        }
    }
}

fn millis(samples: u64) -> u64 {
    samples * 1_000 / u64::from(RATE)
}
