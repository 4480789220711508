//! Finding what the journal holds: the records as documents, the feeder, and questions.
//!
//! The index is derived from the table and follows its changes (`search/feed.rs`); it can be built anew at any
//! time (`search/rebuild.rs`). What a record is found by is data (`search/documents.rs`). Without the sentence
//! model a search knows words only, and says so.

mod ask;
mod documents;
mod feed;
mod rebuild;

use std::sync::{Arc, Mutex, PoisonError};

use atelier_intelligence::embed::{Embedder, pieces};
use atelier_search::{Document, SearchIndex, Thesaurus, Vector};
use atelier_tables::Position;

pub use self::ask::{Found, Question, ask};
pub use self::feed::follow;
pub use self::rebuild::rebuild;

use crate::Error;

/// Pieces of a text that are placed: of a longer one they are spread over the whole of it.
const MOST_PIECES: usize = 16;

/// What the gazetteer says of terms: cobalt blue is a pigment.
pub fn gazetteer() -> Arc<Thesaurus> {
    Arc::new(Thesaurus::from_pairs(atelier_extraction::thesaurus().pairs()))
}

/// The index of the journal and what it needs. Cheap to clone.
#[derive(Clone)]
pub struct Search {
    index: SearchIndex,
    embedder: Option<Embedder>,
    thesaurus: Arc<Thesaurus>,
    /// How far the changes were handed over; none where the index has to say so.
    fed: Arc<Mutex<Option<Position>>>,
}

impl Search {
    /// Over an opened index; without an embedder it knows words only.
    pub fn new(index: SearchIndex, embedder: Option<Embedder>, thesaurus: Arc<Thesaurus>) -> Self {
        Self { index, embedder, thesaurus, fed: Arc::default() }
    }

    /// How near each of these texts is to the note, 0 to 1; none where the model is missing. The places of the
    /// texts are remembered, for they are the same projects again and again.
    pub(crate) async fn similarities(&self, note: &str, texts: &[String]) -> Option<Vec<f32>> {
        let note = self.place_of(note).await?;
        let mut similarities = Vec::with_capacity(texts.len());
        for text in texts {
            let place = self.place_of(text).await;
            let product =
                place.map_or(0.0, |place| note.iter().zip(place).map(|(one, other)| one * other).sum());
            similarities.push(f32::clamp(product, 0.0, 1.0));
        }
        Some(similarities)
    }

    /// Gives the memory of a model back that nobody used for a while.
    pub fn cool(&self) {
        if let Some(embedder) = &self.embedder {
            embedder.cool();
        }
    }

    /// Whether nothing was ever fed, so that all records have to be read.
    pub fn is_new(&self) -> bool {
        self.index.checkpoint().is_none()
    }

    /// How far the changes were handed over. What was handed over but not committed is handed over again after a
    /// crash, and after the index was built anew.
    fn fed(&self) -> Position {
        let fed = self.fed.lock().unwrap_or_else(PoisonError::into_inner).clone();
        fed.unwrap_or_else(|| self.index.checkpoint().map_or(Position::START, Position::from))
    }

    fn set_fed(&self, position: Option<Position>) {
        *self.fed.lock().unwrap_or_else(PoisonError::into_inner) = position;
    }

    /// The documents with their places among other texts, as far as the model is there.
    async fn placed(&self, mut documents: Vec<Document>) -> Vec<Document> {
        let Some(embedder) = &self.embedder else { return documents };
        for document in &mut documents {
            let text = [document.title.as_str(), &document.body, &document.ocr].join("\n");
            let pieces = pieces(text.trim(), MOST_PIECES).into_iter().map(str::to_owned).collect();
            match embedder.embed_all(pieces).await {
                Ok(vectors) => document.vectors = vectors,
                // Found by its words all the same; a rebuild finds its meaning later.
                Err(error) => tracing::warn!(%error, id = document.id, "a text could not be placed"),
            }
        }
        documents
    }

    /// The place of a question.
    async fn place_of(&self, text: &str) -> Option<Vector> {
        let embedder = self.embedder.as_ref().filter(|_| !text.trim().is_empty())?;
        let placed = embedder.embed_query(text).await;
        placed.inspect_err(|error| tracing::warn!(%error, "a question could not be placed")).ok()
    }

    /// Runs a call of the index, which blocks.
    async fn blocking<T: Send + 'static>(
        &self,
        call: impl FnOnce(&SearchIndex) -> Result<T, atelier_search::Error> + Send + 'static,
    ) -> Result<T, Error> {
        let index = self.index.clone();
        match tokio::task::spawn_blocking(move || call(&index)).await {
            Ok(outcome) => Ok(outcome?),
            Err(panicked) => Err(Error::Unexpected(panicked.to_string())),
        }
    }
}
