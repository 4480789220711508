//! An index in a folder of its own, with short ways to fill and ask it.

use std::path::Path;
use std::time::Duration;

use atelier_base::{Clock, OrganisationId, Randomness, Scope, TenantId, Timestamp};
use atelier_search::{DIMENSIONS, Document, HybridQuery, Results, SearchIndex, Vector};
use tempfile::TempDir;

pub(crate) const START: Timestamp = Timestamp::from_millis(1_778_000_000_000);

/// An open index.
pub(crate) struct Studio {
    pub(crate) folder: TempDir,
    pub(crate) clock: Clock,
    pub(crate) index: SearchIndex,
    pub(crate) scope: Scope,
}

impl Studio {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Clock::fixed(START);
        let index = SearchIndex::open(folder.path(), clock.clone()).expect("opened");
        Self { folder, clock, index, scope: tenant(1) }
    }

    /// With these records, found already.
    pub(crate) fn with(documents: &[Document]) -> Self {
        let studio = Self::new();
        studio.put(documents);
        studio
    }

    pub(crate) fn put(&self, documents: &[Document]) {
        self.index.upsert(self.scope, documents).expect("written");
        self.index.commit().expect("committed");
    }

    pub(crate) fn ask(&self, query: &HybridQuery) -> Results {
        self.index.search(self.scope, query).expect("searched")
    }

    /// The ids that a text finds.
    pub(crate) fn ids(&self, text: &str) -> Vec<String> {
        ids(self.ask(&HybridQuery::new(text)))
    }

    /// What opens after the process has gone without a word.
    pub(crate) fn crash(self) -> Self {
        let Self { folder, clock, index, scope } = self;
        drop(index);
        let index = SearchIndex::open(folder.path(), clock.clone()).expect("opened again");
        Self { folder, clock, index, scope }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }
}

pub(crate) fn ids(results: Results) -> Vec<String> {
    results.hits.into_iter().map(|hit| hit.id).collect()
}

pub(crate) fn tenant(number: u64) -> Scope {
    let at = START.after(Duration::from_millis(number));
    Scope::tenant(TenantId::Organisation(OrganisationId::generate(at, &Randomness::seeded(number))))
}

/// A log with that text, `id` minutes after the start if the id ends with a number.
pub(crate) fn log(id: &str, body: &str) -> Document {
    let minutes = id.trim_start_matches(|char: char| !char.is_ascii_digit()).parse().unwrap_or(0);
    let at = START.after(Duration::from_mins(minutes));
    Document { body: body.to_owned(), ..Document::new(id, "log", at) }
}

/// A vector of length 1 in a direction that the seed decides.
pub(crate) fn direction(seed: u64) -> Vector {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        #[expect(clippy::cast_precision_loss, reason = "any number will do")]
        let number = (state >> 40) as f32 / (1_u64 << 24) as f32 - 0.5;
        number
    };
    let numbers: [f32; DIMENSIONS] = std::array::from_fn(|_| next());
    let length = numbers.iter().map(|number| number * number).sum::<f32>().sqrt();
    numbers.map(|number| number / length)
}

/// A vector that is so similar to the direction of a seed.
pub(crate) fn similar(seed: u64, similarity: f32) -> Vector {
    let (a, other) = (direction(seed), direction(seed + 1_000));
    let along: f32 = a.iter().zip(&other).map(|(a, b)| a * b).sum();
    let mut across: Vector = std::array::from_fn(|n| other[n] - along * a[n]);
    let length = across.iter().map(|number| number * number).sum::<f32>().sqrt();
    across = across.map(|number| number / length);
    let rest = (1.0 - similarity * similarity).sqrt();
    std::array::from_fn(|n| similarity * a[n] + rest * across[n])
}
