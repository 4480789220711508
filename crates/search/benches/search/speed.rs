//! How long it takes to write, to commit, to open and to search a large studio.

use std::sync::Arc;
use std::time::{Duration, Instant};

use atelier_base::{Clock, Scope};
use atelier_intelligence::embed::{Embedder, Vector};
use atelier_search::{Document, HybridQuery, SearchIndex, Thesaurus};

use crate::corpus::{Seed, Words};
use crate::{gazetteer, places, scope};

const RECORDS: u64 = 50_000;
const SEARCHES: usize = 600;
/// Records whose vectors are computed; those of the others lie between them.
const PLACED: u64 = 400;

/// Milliseconds, but where said otherwise.
#[derive(Debug, serde::Serialize)]
pub(crate) struct Speed {
    records: u64,
    vectors: usize,
    segments: usize,
    build_seconds: f64,
    commit_of_one: f64,
    /// Opening the index again, with all vectors and words.
    cold_start: f64,
    /// And the first answer, with loading the model.
    first_answer: f64,
    embedding: Quantiles,
    text_only: Quantiles,
    /// Words and vectors, without the embedding of the query.
    hybrid: Quantiles,
    /// With it.
    whole: Quantiles,
    /// The last word still being typed, with the embedding.
    typing: Quantiles,
}

#[derive(Debug, serde::Serialize)]
struct Quantiles {
    p50: f64,
    p95: f64,
    p99: f64,
}

pub(crate) fn measure(embedder: &Embedder, fresh: impl FnOnce() -> Embedder) -> Speed {
    let folder = tempfile::tempdir().expect("a folder");
    let index = SearchIndex::open(folder.path(), Clock::system()).expect("opened");
    let (scope, mut seed) = (scope(), Seed(42));
    let words = Words::new(&mut seed);
    let known: Vec<Vector> =
        (0..PLACED).flat_map(|number| places(embedder, &words.record(number, &mut seed))).collect();
    let documents: Vec<_> =
        (0..RECORDS).map(|number| placed(words.record(number, &mut seed), &known, &mut seed)).collect();
    let begin = Instant::now();
    for batch in documents.chunks(500) {
        index.upsert(scope, batch).expect("written");
        index.commit_if_due().expect("committed");
    }
    index.commit().expect("committed");
    let build_seconds = begin.elapsed().as_secs_f64();
    let commit = |_| {
        let begin = Instant::now();
        index.upsert(scope, &documents[..1]).expect("written");
        index.commit().expect("committed");
        begin.elapsed()
    };
    let commit_of_one = quantiles((0..10).map(commit).collect()).p50;
    drop(index);
    let begin = Instant::now();
    let index = SearchIndex::open(folder.path(), Clock::system()).expect("opened");
    let cold_start = millis(begin.elapsed());
    let first = HybridQuery::new("ultramarine").vector(fresh().embed(&["ultramarine"]).expect("embedded")[0]);
    index.search(scope, &first).expect("searched");
    let first_answer = millis(begin.elapsed());
    let [embedding, text_only, hybrid, whole, typing] = searches(&index, scope, embedder, &words, &mut seed);
    let extent = index.extent();
    let (records, vectors, segments) = (extent.documents, extent.vectors, extent.segments);
    Speed {
        records,
        vectors,
        segments,
        build_seconds,
        commit_of_one,
        cold_start,
        first_answer,
        embedding,
        text_only,
        hybrid,
        whole,
        typing,
    }
}

fn searches(
    index: &SearchIndex,
    scope: Scope,
    embedder: &Embedder,
    words: &Words,
    seed: &mut Seed,
) -> [Quantiles; 5] {
    let thesaurus: Arc<Thesaurus> = gazetteer();
    let mut times: [Vec<Duration>; 5] = Default::default();
    let mut found = 0;
    for number in 0..SEARCHES {
        let text = words.question(number, seed);
        let query = HybridQuery::new(&text).thesaurus(Arc::clone(&thesaurus));
        let begin = Instant::now();
        let vector = embedder.embed(&[&text]).expect("embedded")[0];
        let embedding = begin.elapsed();
        let results = index.search(scope, &query.clone().vector(vector)).expect("searched");
        let whole = begin.elapsed();
        found += usize::from(results.total > 0);
        let begin = Instant::now();
        index.search(scope, &query).expect("searched");
        let text_only = begin.elapsed();
        let begin = Instant::now();
        let vector = embedder.embed(&[&text]).expect("embedded")[0];
        index.search(scope, &query.vector(vector).typing()).expect("searched");
        let typing = begin.elapsed();
        let of_one = [embedding, text_only, whole.saturating_sub(embedding), whole, typing];
        times.iter_mut().zip(of_one).for_each(|(times, time)| times.push(time));
    }
    assert!(2 * found > SEARCHES, "most questions find something");
    times.map(quantiles)
}

/// As many places as it would have, near some of the known ones and a little elsewhere.
fn placed(record: Document, known: &[Vector], seed: &mut Seed) -> Document {
    let vectors = record.passages().iter().map(|_| between(known, seed)).collect();
    Document { vectors, ..record }
}

fn between(known: &[Vector], seed: &mut Seed) -> Vector {
    let mut pick = || known[seed.below(known.len())];
    let (a, b) = (pick(), pick());
    let sum: Vector = std::array::from_fn(|n| {
        let noise = seed.below(1_000) as f32 / 1_000.0 - 0.5;
        a[n] + 0.5 * b[n] + 0.06 * noise
    });
    let length = sum.iter().map(|number| number * number).sum::<f32>().sqrt();
    sum.map(|number| number / length)
}

fn quantiles(mut times: Vec<Duration>) -> Quantiles {
    times.sort();
    let at = |percent: usize| millis(times[(times.len() * percent / 100).min(times.len() - 1)]);
    Quantiles { p50: at(50), p95: at(95), p99: at(99) }
}

fn millis(time: Duration) -> f64 {
    (time.as_secs_f64() * 100_000.0).round() / 100.0
}
