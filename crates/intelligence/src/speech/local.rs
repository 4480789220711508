//! Transcription on this machine: a bounded number of recordings at once, each on a thread of its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use atelier_base::Clock;
use tokio::sync::Semaphore;

use super::audio::{Audio, Limits, RATE, Source};
use super::error::Error;
use super::moonshine::{Bias, Moonshine, Size};
use super::pieces::{Cutter, Speech};
use super::transcript::{Piece, Transcript};
use super::vocabulary::Vocabulary;
use crate::models::Models;

/// Models that nobody used for so long are dropped by [`Local::cool`].
const KEEP: Duration = Duration::from_mins(5);

/// The local recogniser. Clones share its models and its workers.
#[derive(Clone)]
pub struct Local {
    moonshine: Moonshine,
    limits: Limits,
    workers: Arc<Semaphore>,
}

/// How far a transcription is, told after each piece.
#[derive(Clone, Debug)]
pub struct Progress {
    /// Of the recording, done.
    pub heard_ms: u64,
    /// The whole, where it is known.
    pub total_ms: Option<u64>,
    /// What was just heard.
    pub piece: Piece,
}

impl Local {
    /// Loads nothing yet. `workers` recordings are transcribed at once, best one for each core; each holds a model.
    pub fn new(models: Models, size: Size, limits: Limits, clock: &Clock, workers: usize) -> Self {
        let moonshine = Moonshine::new(models, size, clock, KEEP);
        Self { moonshine, limits, workers: Arc::new(Semaphore::new(workers.max(1))) }
    }

    /// Fails with the names of the model files that are missing.
    pub fn require(&self) -> Result<(), crate::Error> {
        self.moonshine.require()
    }

    /// Gives the memory of idle models back. To be called every minute or so.
    pub fn cool(&self) {
        self.moonshine.cool();
    }

    pub(super) async fn transcribe(
        &self,
        source: Source,
        vocabulary: &Vocabulary,
        progress: impl FnMut(Progress) + Send + 'static,
    ) -> Result<Transcript, Error> {
        self.require()?;
        let worker = Arc::clone(&self.workers).acquire_owned().await;
        let _worker = worker.map_err(|_| Error::Failed("the workers are gone".to_owned()))?;
        let cancelled = CancelOnDrop::default();
        let mut hearing = Hearing {
            moonshine: self.moonshine.clone(),
            bias: Bias::new(&vocabulary.terms),
            vocabulary: vocabulary.clone(),
            cancelled: Arc::clone(&cancelled.0),
            progress,
            pieces: Vec::new(),
            speech: 0,
        };
        let limits = self.limits.clone();
        let work = tokio::task::spawn_blocking(move || hearing.run(&source, &limits));
        // A decoder that panics over hostile bytes takes only its own thread with it.
        work.await.unwrap_or_else(|error| Err(Error::Failed(error.to_string())))
    }
}

/// Tells the worker to stop when the caller has gone.
#[derive(Default)]
struct CancelOnDrop(Arc<AtomicBool>);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// One recording on its way.
struct Hearing<P> {
    moonshine: Moonshine,
    bias: Bias,
    vocabulary: Vocabulary,
    cancelled: Arc<AtomicBool>,
    progress: P,
    pieces: Vec<Piece>,
    /// Samples with speech in them.
    speech: u64,
}

impl<P: FnMut(Progress)> Hearing<P> {
    fn run(&mut self, source: &Source, limits: &Limits) -> Result<Transcript, Error> {
        let mut audio = Audio::open(source, limits)?;
        let total_ms = audio.duration().map(|total| u64::try_from(total.as_millis()).unwrap_or(u64::MAX));
        let mut cutter = Cutter::default();
        let mut samples = 0;
        while let Some(block) = audio.next_block()? {
            samples += block.len() as u64;
            cutter.push(&block);
            while let Some(speech) = cutter.next_piece(false) {
                self.hear(&speech, total_ms)?;
            }
        }
        while let Some(speech) = cutter.next_piece(true) {
            self.hear(&speech, total_ms)?;
        }
        let texts: Vec<_> =
            self.pieces.iter().map(|piece| piece.text.as_str()).filter(|text| !text.is_empty()).collect();
        Ok(Transcript {
            text: texts.join(" "),
            pieces: std::mem::take(&mut self.pieces),
            model: self.moonshine.model(),
            language: "en".to_owned(),
            duration_ms: millis(samples),
            speech_ms: millis(self.speech),
            complete: audio.is_complete(),
        })
    }

    fn hear(&mut self, speech: &Speech, total_ms: Option<u64>) -> Result<(), Error> {
        if self.cancelled.load(Ordering::Relaxed) {
            return Err(Error::Failed("nobody waits for it any more".to_owned()));
        }
        self.speech += speech.voiced.iter().map(|run| run.len() as u64).sum::<u64>();
        let piece = self.moonshine.hear(speech, &self.bias, &self.vocabulary)?;
        (self.progress)(Progress { heard_ms: piece.end_ms, total_ms, piece: piece.clone() });
        self.pieces.push(piece);
        Ok(())
    }
}

fn millis(samples: u64) -> u64 {
    samples * 1_000 / u64::from(RATE)
}
