//! Finding what the journal holds: the records as documents, the feeder, and questions.
//!
//! The index is derived from the table and follows its changes (`search/feed.rs`); it can be built anew at any
//! time (`search/rebuild.rs`). What a record is found by is data (`search/documents.rs`). Without the sentence
//! model a search knows words only, and says so.

mod ask;
mod documents;
mod feed;
mod heard;
mod rebuild;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use atelier_intelligence::embed::{Embedder, pieces};
use atelier_search::{Document, SearchIndex, Thesaurus, Vector};
use atelier_tables::Position;
use tokio::sync::watch;

pub use self::ask::{Found, Question, ask};
pub use self::feed::follow;
pub(crate) use self::heard::start_ms;
pub use self::rebuild::rebuild;

use crate::Error;

/// Pieces of a text that are placed: of a longer one they are spread over the whole of it.
const MOST_PIECES: usize = 16;
/// A question waits so long for an index that was opened just now.
const PATIENCE: Duration = Duration::from_secs(5);

/// What the gazetteer says of terms: cobalt blue is a pigment, and concertina is another word for an accordion fold.
pub fn gazetteer() -> Arc<Thesaurus> {
    let known = atelier_extraction::thesaurus();
    let spellings = known
        .pairs()
        .flat_map(|(term, _)| known.spellings(term).iter().map(move |spelling| (*spelling, term)));
    Arc::new(Thesaurus::from_pairs(known.pairs()).with_spellings(spellings))
}

/// The index of the journal and what it needs. Cheap to clone.
#[derive(Clone)]
pub struct Search {
    index: SearchIndex,
    embedder: Option<Embedder>,
    thesaurus: Arc<Thesaurus>,
    /// How far the changes were handed over; none where the index has to say so.
    fed: Arc<Mutex<Option<Position>>>,
    /// Whether what was deleted before the start is out of the index.
    clean: Arc<watch::Sender<bool>>,
}

impl Search {
    /// Over an opened index; without an embedder it knows words only.
    pub fn new(index: SearchIndex, embedder: Option<Embedder>, thesaurus: Arc<Thesaurus>) -> Self {
        // Of an index that is older than this process, deletions may have been lost in a crash.
        let clean = Arc::new(watch::Sender::new(index.checkpoint().is_none()));
        Self { index, embedder, thesaurus, fed: Arc::default(), clean }
    }

    /// Waits until nothing is found that was deleted before the start: milliseconds, on a server that feeds its index.
    async fn cleaned(&self) -> Result<(), Error> {
        let mut clean = self.clean.subscribe();
        match tokio::time::timeout(PATIENCE, clean.wait_for(|clean| *clean)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(atelier_search::Error::Unavailable {
                operation: "answer",
                reason: "what was deleted before the start is still being taken out of it".to_owned(),
            }
            .into()),
        }
    }

    fn set_clean(&self) {
        self.clean.send_replace(true);
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
            let passages = document.passages();
            let cut = |passage: &String| -> Vec<String> {
                pieces(passage.trim(), MOST_PIECES).into_iter().map(str::to_owned).collect()
            };
            // Of a text in several pieces only the first begins with the title: it need not be told apart.
            let mut all: Vec<_> = passages.first().map(cut).unwrap_or_default();
            if all.len() == 1 {
                all.extend(passages.iter().skip(1).flat_map(cut));
            }
            match embedder.embed_all(all).await {
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
