//! Transcription on this machine, on a bounded number of threads: one for each recording, and more that
//! are free for a short one.

mod hearing;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use atelier_base::Clock;
use tokio::sync::Semaphore;

use super::audio::{Limits, Source};
use super::error::Error;
use super::moonshine::{Moonshine, Size};
use super::transcript::{Piece, Transcript};
use super::vocabulary::Vocabulary;
use crate::models::Models;
use hearing::Hearing;

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
    /// Loads nothing yet. `workers` threads hear at once, best one for each core; each holds a model. A recording has
    /// one of them, and a short one also some that are free.
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
        let hearing = Hearing {
            moonshine: self.moonshine.clone(),
            vocabulary: vocabulary.clone(),
            limits: self.limits.clone(),
            workers: Arc::clone(&self.workers),
            cancelled: Arc::clone(&cancelled.0),
        };
        let work = tokio::task::spawn_blocking(move || hearing.run(&source, progress));
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
