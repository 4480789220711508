//! Judged queries: how good the order is, and that nonsense finds nothing.

use std::collections::HashMap;
use std::path::Path;

use atelier_base::{Clock, OrganisationId, Randomness, Scope, TenantId};
use atelier_intelligence::embed::{Embedder, Vector, pieces};
use atelier_search::{Document, HybridQuery, SearchIndex};

const CUT: usize = 10;

#[derive(serde::Deserialize)]
struct Gold {
    documents: Vec<Record>,
    queries: Vec<Judged>,
    nonsense: Vec<String>,
}

#[derive(serde::Deserialize)]
struct Record {
    id: String,
    kind: String,
    title: String,
    body: String,
    materials: Vec<String>,
}

#[derive(serde::Deserialize)]
struct Judged {
    q: String,
    relevant: HashMap<String, u8>,
}

/// nDCG at ten, of three ways to search.
#[derive(Debug, Default, serde::Serialize)]
pub(crate) struct Way {
    hybrid: f64,
    text: f64,
    vectors: f64,
}

#[derive(Debug, serde::Serialize)]
pub(crate) struct Quality {
    first_half: Way,
    second_half: Way,
    /// Queries with the worst order, and their nDCG.
    worst: Vec<(String, f64)>,
    /// Nonsense that found something.
    found_nonsense: Vec<String>,
    /// Judged queries that found nothing.
    empty: Vec<String>,
}

pub(crate) fn measure(embedder: &Embedder) -> Quality {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rooms/journal/gold/search.json");
    let gold: Gold = serde_json::from_slice(&std::fs::read(path).expect("the gold set")).expect("readable");
    let folder = tempfile::tempdir().expect("a folder");
    let index = SearchIndex::open(folder.path(), Clock::system()).expect("opened");
    let scope = scope();
    let documents: Vec<_> = gold.documents.iter().map(|record| document(embedder, record)).collect();
    index.upsert(scope, &documents).expect("written");
    index.commit().expect("committed");
    let find = |query: &HybridQuery| -> Vec<String> {
        let results = index.search(scope, query).expect("searched");
        results.hits.into_iter().map(|hit| hit.id).collect()
    };
    let embed = |text: &str| embedder.embed(&[text]).expect("embedded")[0];
    let mut quality = Quality {
        first_half: Way::default(),
        second_half: Way::default(),
        worst: Vec::new(),
        found_nonsense: Vec::new(),
        empty: Vec::new(),
    };
    let half = (gold.queries.len() / 2) as f64;
    for (number, judged) in gold.queries.iter().enumerate() {
        let vector = embed(&judged.q);
        let found = find(&HybridQuery::new(&judged.q).vector(vector));
        let hybrid = ndcg(&found, &judged.relevant);
        let way = if number / 2 % 2 == 0 { &mut quality.first_half } else { &mut quality.second_half };
        way.hybrid += hybrid / half;
        way.text += ndcg(&find(&HybridQuery::new(&judged.q)), &judged.relevant) / half;
        way.vectors += ndcg(&nearest(&documents, &vector), &judged.relevant) / half;
        quality.worst.push((judged.q.clone(), hybrid));
        if found.is_empty() {
            quality.empty.push(judged.q.clone());
        }
    }
    quality.worst.sort_by(|a, b| a.1.total_cmp(&b.1));
    quality.worst.truncate(8);
    let finds = |text: &&String| !find(&HybridQuery::new(text.as_str()).vector(embed(text))).is_empty();
    quality.found_nonsense = gold.nonsense.iter().filter(finds).cloned().collect();
    quality
}

pub(crate) fn scope() -> Scope {
    let organisation = OrganisationId::generate(Clock::system().now(), &Randomness::system());
    Scope::tenant(TenantId::Organisation(organisation))
}

fn document(embedder: &Embedder, record: &Record) -> Document {
    let text = format!("{}. {} {}", record.title, record.body, record.materials.join(", "));
    Document {
        title: record.title.clone(),
        body: record.body.clone(),
        materials: record.materials.clone(),
        vectors: embedder.embed(&pieces(&text, 64)).expect("embedded"),
        ..Document::new(&record.id, &record.kind, Clock::system().now())
    }
}

/// In full precision and without a floor.
fn nearest(documents: &[Document], query: &Vector) -> Vec<String> {
    let product = |vector: &Vector| -> f64 {
        vector.iter().zip(query).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum()
    };
    let similarity = |document: &Document| document.vectors.iter().map(product).fold(-1.0, f64::max);
    let mut order: Vec<_> = documents.iter().map(|document| (similarity(document), &document.id)).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0));
    order.into_iter().take(CUT).map(|(_, id)| id.clone()).collect()
}

fn ndcg(found: &[String], relevant: &HashMap<String, u8>) -> f64 {
    let gain = |grades: &mut dyn Iterator<Item = u8>| -> f64 {
        let ranked = grades.take(CUT).enumerate();
        ranked.map(|(rank, grade)| (2_f64.powi(grade.into()) - 1.0) / (rank as f64 + 2.0).log2()).sum()
    };
    let mut ideal: Vec<u8> = relevant.values().copied().collect();
    ideal.sort_unstable_by(|a, b| b.cmp(a));
    let got = gain(&mut found.iter().map(|id| relevant.get(id).copied().unwrap_or_default()));
    got / gain(&mut ideal.into_iter()).max(f64::MIN_POSITIVE)
}
