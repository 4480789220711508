//! Judged queries: how good the order is, and that nonsense finds nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use atelier_base::{Clock, Scope};
use atelier_intelligence::embed::{Embedder, Vector};
use atelier_search::{Document, HybridQuery, SearchIndex, Thesaurus};

use crate::{gazetteer, places, scope};

const CUT: usize = 10;

/// Which of the judged queries: pairs of them belong to one half and the other in turn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Halves {
    First,
    Both,
}

#[derive(serde::Deserialize)]
struct Gold {
    documents: Vec<Record>,
    queries: Vec<Judged>,
    #[serde(default)]
    nonsense: Vec<String>,
    #[serde(default)]
    nonsense_dev: Vec<String>,
}

#[derive(serde::Deserialize)]
struct Record {
    id: String,
    kind: String,
    title: String,
    body: String,
    materials: Vec<String>,
}

#[derive(Clone, serde::Deserialize)]
struct Judged {
    /// What sort of query it is; only the typed ones say.
    #[serde(default)]
    kind: String,
    q: String,
    relevant: BTreeMap<String, u8>,
}

/// nDCG at ten, of the ways to search.
#[derive(Clone, Debug, Default, serde::Serialize)]
pub(crate) struct Way {
    hybrid: f64,
    text: f64,
    vectors: f64,
    /// With a floor under which the nonsense finds nothing.
    vectors_with_a_floor: f64,
}

#[derive(Debug, serde::Serialize)]
pub(crate) struct Quality {
    /// Of queries about a topic.
    #[serde(flatten)]
    topics: Scored,
    /// Of queries as people type them, among more records.
    typed: Scored,
    /// Nonsense that found something.
    found_nonsense: Vec<String>,
    /// The same of that which the floor was chosen with.
    found_nonsense_dev: Vec<String>,
}

/// What became of a set of judged queries.
#[derive(Debug, serde::Serialize)]
struct Scored {
    first_half: Way,
    second_half: Option<Way>,
    /// By the sort of query, in the mean of what was scored.
    kinds: BTreeMap<String, Way>,
    /// Queries of the first half with the worst order, and their nDCG.
    worst: Vec<(String, f64)>,
    /// How many judged queries found nothing.
    empty: usize,
}

struct Studio {
    index: SearchIndex,
    scope: Scope,
    documents: Vec<Document>,
    thesaurus: Arc<Thesaurus>,
    queries: Vec<Judged>,
    _folder: tempfile::TempDir,
}

/// What one query found, by each way.
struct Found {
    hybrid: Vec<String>,
    text: Vec<String>,
    vectors: Vec<String>,
    /// The similarity of the nearest.
    nearest: f64,
}

impl Studio {
    /// With the records of several sets, to be asked the queries of the last.
    fn open(embedder: &Embedder, sets: &[&Gold]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let index = SearchIndex::open(folder.path(), Clock::system()).expect("opened");
        let scope = scope();
        let document = |record: &Record| {
            let document = Document {
                title: record.title.clone(),
                body: record.body.clone(),
                materials: record.materials.clone(),
                ..Document::new(&record.id, &record.kind, Clock::system().now())
            };
            Document { vectors: places(embedder, &document), ..document }
        };
        let documents: Vec<_> = sets.iter().flat_map(|set| &set.documents).map(document).collect();
        index.upsert(scope, &documents).expect("written");
        index.commit().expect("committed");
        let queries = sets.last().map(|set| set.queries.clone()).unwrap_or_default();
        Self { index, scope, documents, thesaurus: gazetteer(), queries, _folder: folder }
    }

    fn find(&self, embedder: &Embedder, text: &str) -> Found {
        let query = HybridQuery::new(text).thesaurus(Arc::clone(&self.thesaurus));
        let vector = embedder.embed(&[text]).expect("embedded")[0];
        let nearest = nearest(&self.documents, &vector);
        Found {
            hybrid: self.ids(&query.clone().vector(vector)),
            text: self.ids(&query),
            nearest: nearest[0].0,
            vectors: nearest.into_iter().take(CUT).map(|(_, id)| id.clone()).collect(),
        }
    }

    fn ids(&self, query: &HybridQuery) -> Vec<String> {
        let results = self.index.search(self.scope, query).expect("searched");
        results.hits.into_iter().map(|hit| hit.id).take(CUT).collect()
    }

    /// With the half that they belong to.
    fn queries(&self, halves: Halves) -> impl Iterator<Item = (bool, &Judged)> {
        let queries = self.queries.iter().enumerate().map(|(at, judged)| (at / 2 % 2 == 0, judged));
        queries.filter(move |(first, _)| *first || halves == Halves::Both)
    }
}

impl Gold {
    fn read(name: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rooms/journal/gold").join(name);
        serde_json::from_slice(&std::fs::read(path).expect("the gold set")).expect("readable")
    }

    /// The queries about topics, and those as people type them, which are asked of the records of both.
    fn both() -> [Self; 2] {
        ["search.json", "search-typed.json"].map(Self::read)
    }
}

pub(crate) fn measure(embedder: &Embedder, halves: Halves) -> Quality {
    let [topics, typed] = Gold::both();
    let all = Studio::open(embedder, &[&topics, &typed]);
    let fewer = Studio::open(embedder, &[&topics]);
    // What finds something among the fewer may find nothing among all, and the other way round.
    let finds =
        |text: &&String| [&fewer, &all].iter().any(|studio| !studio.find(embedder, text).hybrid.is_empty());
    Quality {
        topics: fewer.score(embedder, halves, &topics.nonsense),
        typed: all.score(embedder, halves, &topics.nonsense),
        found_nonsense: topics.nonsense.iter().filter(finds).cloned().collect(),
        found_nonsense_dev: topics.nonsense_dev.iter().filter(finds).cloned().collect(),
    }
}

impl Studio {
    fn score(&self, embedder: &Embedder, halves: Halves, nonsense: &[String]) -> Scored {
        let floor = nonsense.iter().map(|text| self.find(embedder, text).nearest).fold(0.0, f64::max);
        let mut ways = [Way::default(), Way::default()];
        let (mut worst, mut empty) = (Vec::new(), 0);
        let half = (self.queries.len() / 2) as f64;
        let mut kinds: BTreeMap<String, (f64, Way)> = BTreeMap::new();
        for (first, judged) in self.queries(halves) {
            let found = self.find(embedder, &judged.q);
            let score = |ids: &[String]| ndcg(ids, &judged.relevant);
            let mut way = Way {
                hybrid: score(&found.hybrid),
                text: score(&found.text),
                vectors: score(&found.vectors),
                vectors_with_a_floor: 0.0,
            };
            if found.nearest > floor {
                way.vectors_with_a_floor = way.vectors;
            }
            ways[usize::from(!first)].add(&way, 1.0 / half);
            if !judged.kind.is_empty() {
                let (count, sum) = kinds.entry(judged.kind.clone()).or_default();
                *count += 1.0;
                sum.add(&way, 1.0);
            }
            if first {
                worst.push((judged.q.clone(), way.hybrid));
            }
            empty += usize::from(found.hybrid.is_empty());
        }
        worst.sort_by(|a, b| a.1.total_cmp(&b.1));
        worst.truncate(8);
        let mean = |(kind, (count, sum)): (String, (f64, Way))| {
            let mut mean = Way::default();
            mean.add(&sum, 1.0 / count);
            (kind, mean)
        };
        let kinds = kinds.into_iter().map(mean).collect();
        let [first_half, second_half] = ways;
        let second_half = (halves == Halves::Both).then_some(second_half);
        Scored { first_half, second_half, kinds, worst, empty }
    }
}

impl Way {
    fn add(&mut self, other: &Self, weight: f64) {
        self.hybrid += weight * other.hybrid;
        self.text += weight * other.text;
        self.vectors += weight * other.vectors;
        self.vectors_with_a_floor += weight * other.vectors_with_a_floor;
    }
}

/// Lists what is among the first ten of any way and not judged.
pub(crate) fn pool(embedder: &Embedder, halves: Halves) {
    let [topics, typed] = Gold::both();
    for sets in [&[&topics][..], &[&topics, &typed]] {
        let studio = Studio::open(embedder, sets);
        for (first, judged) in studio.queries(halves) {
            let found = studio.find(embedder, &judged.q);
            let ways = [found.hybrid, found.text, found.vectors];
            let all: BTreeSet<String> = ways.into_iter().flatten().collect();
            let left: Vec<_> = all.into_iter().filter(|id| !judged.relevant.contains_key(id)).collect();
            println!("{} | {} | {}", if first { "first" } else { "second" }, judged.q, left.join(" "));
        }
    }
}

/// In full precision and without a floor, the nearest first.
fn nearest<'a>(documents: &'a [Document], query: &Vector) -> Vec<(f64, &'a String)> {
    let product = |vector: &Vector| -> f64 {
        vector.iter().zip(query).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum()
    };
    let similarity = |document: &Document| document.vectors.iter().map(product).fold(-1.0, f64::max);
    let mut order: Vec<_> = documents.iter().map(|document| (similarity(document), &document.id)).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0));
    order
}

fn ndcg(found: &[String], relevant: &BTreeMap<String, u8>) -> f64 {
    let gain = |grades: &mut dyn Iterator<Item = u8>| -> f64 {
        let ranked = grades.take(CUT).enumerate();
        ranked.map(|(rank, grade)| (2_f64.powi(grade.into()) - 1.0) / (rank as f64 + 2.0).log2()).sum()
    };
    let mut ideal: Vec<u8> = relevant.values().copied().collect();
    ideal.sort_unstable_by(|a, b| b.cmp(a));
    let got = gain(&mut found.iter().map(|id| relevant.get(id).copied().unwrap_or_default()));
    got / gain(&mut ideal.into_iter()).max(f64::MIN_POSITIVE)
}
