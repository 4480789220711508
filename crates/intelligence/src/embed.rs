//! A sentence's place among others: texts about the same lie near each other.
//!
//! The model is `all-MiniLM-L6-v2` (English, weights of eight bits): 384 numbers a text, made of
//! the mean over its tokens and brought to length 1, so that the product of two of them is their similarity. It reads
//! 256 tokens; longer texts are cut into [`pieces()`], which are embedded one by one.

mod minilm;
mod normal;
mod pieces;
mod recent;
mod wordpiece;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use atelier_base::Clock;
use tokio::sync::Semaphore;

use crate::error::Error;
use crate::models::{Feature, Models};
use crate::runtime::Warm;
use minilm::MiniLm;
use recent::Recent;

pub use pieces::pieces;

/// How many numbers a vector has.
pub const DIMENSIONS: usize = 384;

/// The place of a text among others, of length 1.
pub type Vector = [f32; DIMENSIONS];

/// Models that nobody used for so long are dropped by [`Embedder::cool`].
const KEEP: Duration = Duration::from_mins(15);
/// So many queries are remembered, a kilobyte and a half each.
const REMEMBERED: usize = 256;

/// The embedder. Clones share its models, its workers and what it remembers.
#[derive(Clone)]
pub struct Embedder(Arc<Shared>);

struct Shared {
    models: Models,
    warm: Warm<MiniLm>,
    workers: Arc<Semaphore>,
    recent: Mutex<Recent>,
}

impl Embedder {
    /// Loads nothing yet. So many texts are embedded at once, best one for each core; each worker holds
    /// a model, of which the memory is fifty megabytes.
    pub fn new(models: Models, clock: &Clock, workers: usize) -> Self {
        let warm = Warm::new(clock.clone(), KEEP);
        let workers = Arc::new(Semaphore::new(workers.max(1)));
        Self(Arc::new(Shared { models, warm, workers, recent: Mutex::new(Recent::new(REMEMBERED)) }))
    }

    /// Fails with the names of the model files that are missing.
    pub fn require(&self) -> Result<(), Error> {
        self.0.models.require(Feature::Embed)
    }

    /// Gives the memory of idle models back. To be called every minute or so.
    pub fn cool(&self) {
        self.0.warm.cool();
    }

    /// The vectors of the texts, in their order. Blocks: some milliseconds a text.
    pub fn embed(&self, texts: &[&str]) -> Result<Vec<Vector>, Error> {
        self.require()?;
        let load = || MiniLm::load(&self.0.models);
        self.0.warm.with(load, |model| texts.iter().map(|text| model.embed(text)).collect())
    }

    /// The same on a thread for such work, when one of the workers is free.
    pub async fn embed_all(&self, texts: Vec<String>) -> Result<Vec<Vector>, Error> {
        let worker = Arc::clone(&self.0.workers).acquire_owned().await;
        let _worker = worker.map_err(|error| Error::Runtime(error.to_string()))?;
        let embedder = self.clone();
        let work = move || embedder.embed(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| Err(Error::Runtime(error.to_string())))
    }

    /// The vector of a query. The last ones are remembered: a query is asked again for its next page.
    pub async fn embed_query(&self, text: &str) -> Result<Vector, Error> {
        let remembered = self.recent().get(text);
        if let Some(vector) = remembered {
            return Ok(vector);
        }
        let vectors = self.embed_all(vec![text.to_owned()]).await?;
        let vector = vectors.first().ok_or_else(|| Error::Runtime("no vector for a text".to_owned()))?;
        self.recent().put(text, vector);
        Ok(*vector)
    }

    fn recent(&self) -> std::sync::MutexGuard<'_, Recent> {
        self.0.recent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
