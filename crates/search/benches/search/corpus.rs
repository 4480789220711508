//! A large studio: how long it takes to write, to commit and to search.

use std::time::{Duration, Instant};

use atelier_base::{Clock, Timestamp};
use atelier_intelligence::embed::{Embedder, Vector};
use atelier_search::{Document, HybridQuery, SearchIndex};

use crate::judged::scope;

const RECORDS: u64 = 50_000;
const SEARCHES: u64 = 300;
const MEDIA: &[&str] = &[
    "oil paint",
    "cold wax",
    "burnt sienna",
    "ultramarine",
    "cobalt blue",
    "linen canvas",
    "gesso",
    "graphite",
    "watercolour",
    "rag paper",
    "etching ink",
    "copper plate",
    "walnut",
    "beeswax",
    "gold leaf",
    "gum arabic",
    "charcoal",
    "porcelain",
    "iron oxide",
    "linseed oil",
    "dammar varnish",
    "plaster",
    "silk",
    "indigo",
];
const DEEDS: &[&str] = &[
    "glazed the sky",
    "sanded the panel",
    "stretched a new canvas",
    "printed a second proof",
    "carved the frame",
    "mixed a warm grey",
    "fired the kiln overnight",
    "scraped the surface back",
    "photographed the work",
    "talked to the client about the deadline",
    "ordered more tubes",
    "varnished the triptych",
    "drew from life",
    "cleaned the brushes",
    "packed the pieces for the show",
    "repaired a tear",
];
const THINGS: &[&str] =
    &["harbor", "orchard", "portrait", "vessel", "quarry", "mural", "still life", "river"];

/// Milliseconds, but where said otherwise.
#[derive(Debug, serde::Serialize)]
pub(crate) struct Speed {
    records: u64,
    build_seconds: f64,
    open_again: f64,
    commit_of_one: f64,
    embedding_p50: f64,
    search_p50: f64,
    search_p95: f64,
    /// With the embedding of the query.
    whole_p50: f64,
    whole_p95: f64,
}

struct Seed(u64);

impl Seed {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 16
    }

    fn one<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[usize::try_from(self.next()).unwrap_or_default() % from.len()]
    }
}

pub(crate) fn measure(embedder: &Embedder) -> Speed {
    let folder = tempfile::tempdir().expect("a folder");
    let index = SearchIndex::open(folder.path(), Clock::system()).expect("opened");
    let scope = scope();
    let mut seed = Seed(42);
    let texts: Vec<&str> = MEDIA.iter().chain(DEEDS).chain(THINGS).copied().collect();
    let known = embedder.embed(&texts).expect("embedded");
    let documents: Vec<_> = (0..RECORDS).map(|number| document(number, &mut seed, &known)).collect();
    let begin = Instant::now();
    for batch in documents.chunks(500) {
        index.upsert(scope, batch).expect("written");
        index.commit_if_due().expect("committed");
    }
    index.commit().expect("committed");
    let build_seconds = begin.elapsed().as_secs_f64();
    let commit_of_one = median((0..10).map(|_| {
        let begin = Instant::now();
        index.upsert(scope, &documents[..1]).expect("written");
        index.commit().expect("committed");
        begin.elapsed()
    }));
    drop(index);
    let begin = Instant::now();
    let index = SearchIndex::open(folder.path(), Clock::system()).expect("opened");
    let open_again = millis(begin.elapsed());
    let (mut embeddings, mut searches, mut whole) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..SEARCHES {
        let text = format!("{} with {} on the {}", seed.one(DEEDS), seed.one(MEDIA), seed.one(THINGS));
        let begin = Instant::now();
        let vector = embedder.embed(&[&text]).expect("embedded")[0];
        let half = begin.elapsed();
        let results = index.search(scope, &HybridQuery::new(&text).vector(vector)).expect("searched");
        assert!(results.total > 0);
        embeddings.push(half);
        searches.push(begin.elapsed().saturating_sub(half));
        whole.push(begin.elapsed());
    }
    Speed {
        records: RECORDS,
        build_seconds,
        open_again,
        commit_of_one,
        embedding_p50: median(embeddings),
        search_p50: quantile(&mut searches.clone(), 50),
        search_p95: quantile(&mut searches, 95),
        whole_p50: quantile(&mut whole.clone(), 50),
        whole_p95: quantile(&mut whole, 95),
    }
}

fn document(number: u64, seed: &mut Seed, known: &[Vector]) -> Document {
    let (first, second) = (seed.one(MEDIA), seed.one(MEDIA));
    let sentences: Vec<_> =
        (0..4).map(|_| format!("{} with {}.", seed.one(DEEDS), seed.one(MEDIA))).collect();
    Document {
        title: format!("{} {}", seed.one(THINGS), seed.next() % 400),
        body: sentences.join(" "),
        materials: vec![first.to_owned(), second.to_owned()],
        vectors: vec![between(seed, known)],
        ..Document::new(
            format!("log{number}"),
            "log",
            Timestamp::from_millis(1_700_000_000_000 + i64::try_from(number).unwrap_or_default() * 60_000),
        )
    }
}

/// Near some of the known texts, and a little elsewhere.
fn between(seed: &mut Seed, known: &[Vector]) -> Vector {
    let mut pick = || known[usize::try_from(seed.next()).unwrap_or_default() % known.len()];
    let (a, b, c) = (pick(), pick(), pick());
    let sum: Vector = std::array::from_fn(|n| {
        let noise = (seed.next() % 1_000) as f32 / 1_000.0 - 0.5;
        a[n] + 0.7 * b[n] + 0.4 * c[n] + 0.06 * noise
    });
    let length = sum.iter().map(|number| number * number).sum::<f32>().sqrt();
    sum.map(|number| number / length)
}

fn median(times: impl IntoIterator<Item = Duration>) -> f64 {
    quantile(&mut times.into_iter().collect::<Vec<_>>(), 50)
}

fn quantile(times: &mut [Duration], percent: usize) -> f64 {
    times.sort();
    millis(times[(times.len() * percent / 100).min(times.len() - 1)])
}

fn millis(time: Duration) -> f64 {
    (time.as_secs_f64() * 100_000.0).round() / 100.0
}
