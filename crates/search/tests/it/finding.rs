//! What is found, why, and how it is counted.

use std::sync::Arc;
use std::time::Duration;

use atelier_base::{ProjectId, Randomness};
use atelier_search::{Count, Document, Filters, HybridQuery, Part, Reason, Snippet, Thesaurus, Vector};

use crate::studio::{START, Studio, direction, ids, log, similar};

#[test]
fn every_hit_says_why() {
    let studio = Studio::with(&[
        Document {
            title: "Harbor triptych".to_owned(),
            vectors: vec![similar(1, 0.8)],
            ..log("both1", "Glazing the harbor in ultramarine, then glazed again.")
        },
        Document { vectors: vec![direction(7), similar(1, 0.7)], ..log("near2", "The sea at the quay.") },
        Document { vectors: vec![similar(1, 0.1)], ..log("far3", "Tax papers.") },
    ]);
    let results = studio.ask(&HybridQuery::new("glazed harbor").vector(direction(1)));
    let found: Vec<_> = results.hits.iter().map(|hit| hit.id.as_str()).collect();
    assert_eq!(found, ["both1", "near2"]);
    let why = &results.hits[0].why;
    assert_eq!(why[0], Reason::Words { words: vec!["glazed".to_owned()], part: Part::Body });
    assert_eq!(why[1], Reason::Words { words: vec!["harbor".to_owned()], part: Part::Title });
    assert!(matches!(why[2], Reason::Meaning { similarity } if (similarity - 0.8).abs() < 1e-5), "{why:?}");
    assert!(matches!(results.hits[1].why[..], [Reason::Meaning { .. }]));
    let harbor = 0..6;
    let text = "Harbor triptych".to_owned();
    let title = Snippet { part: Part::Title, text, ranges: vec![harbor], first: 0 };
    assert_eq!(results.hits[0].highlights[0], title);
    assert_eq!(results.hits[0].highlights[1].ranges.len(), 3);
}

#[test]
fn narrower_and_broader_terms_are_found() {
    let studio = Studio::with(&[
        Document {
            materials: vec!["Cobalt Blue".to_owned()],
            ..log("blue1", "ran out and must order two tubes")
        },
        log("red2", "vermilion only"),
    ]);
    let pairs = [("cobalt blue", "blue pigment"), ("blue pigment", "paint"), ("vermilion", "red pigment")];
    let thesaurus = Arc::new(Thesaurus::from_pairs(pairs));
    let query = HybridQuery::new("paint").thesaurus(Arc::clone(&thesaurus));
    let results = studio.ask(&query);
    let (term, via) = ("cobalt blue".to_owned(), "paint".to_owned());
    assert_eq!(results.hits[0].why, [Reason::Related { term, via, part: Part::Materials }]);
    assert_eq!(ids(results), ["blue1"]);
    assert_eq!(ids(studio.ask(&HybridQuery::new("paint"))), [""; 0]);
}

#[test]
fn filters_narrow_hits_and_counts() {
    let project = ProjectId::generate(START, &Randomness::seeded(1));
    let record = |n: u64, kind: &str, material: &str, project| Document {
        kind: kind.to_owned(),
        project,
        materials: vec![material.to_owned(), "Linen".to_owned()],
        at: START.after(Duration::from_hours(24 * 20 * n)),
        vectors: vec![similar(1, 0.9)],
        ..log(&format!("log{n}"), "primed the canvas")
    };
    let studio = Studio::with(&[
        record(0, "log", "Gesso", Some(project)),
        record(1, "brief", "gesso", None),
        record(2, "log", "size", Some(project)),
    ]);
    let query = HybridQuery::new("canvas").vector(direction(1));
    let ask = |filters| {
        let results = studio.ask(&query.clone().filters(filters));
        assert_eq!(results.total, results.hits.len());
        let mut ids = ids(results);
        ids.sort();
        ids.join(" ")
    };
    assert_eq!(ask(Filters::default()), "log0 log1 log2");
    assert_eq!(ask(Filters { projects: vec![project], ..Filters::default() }), "log0 log2");
    assert_eq!(ask(Filters { materials: vec!["GESSO".to_owned()], ..Filters::default() }), "log0 log1");
    let kinds = vec!["brief".to_owned(), "none".to_owned()];
    assert_eq!(ask(Filters { kinds, ..Filters::default() }), "log1");
    let day = |n: u64| Some(START.after(Duration::from_hours(24 * 20 * n)));
    assert_eq!(ask(Filters { from: day(1), to: day(2), ..Filters::default() }), "log1");
    let facets = studio.ask(&query).facets;
    let count = |value: &str, count| Count { value: value.to_owned(), count };
    assert_eq!(facets.kinds, [count("log", 2), count("brief", 1)]);
    assert_eq!(facets.materials, [count("linen", 3), count("gesso", 2), count("size", 1)]);
    assert_eq!(facets.projects, [Count { value: project, count: 2 }]);
    assert_eq!(facets.months, [count("2026-05", 2), count("2026-06", 1)]);
}

#[test]
fn nearest_are_those_of_a_comparison_in_full_precision() {
    let vectors: Vec<Vector> = (0..1_500_u16).map(|n| similar(5, f32::from(n) / 1_600.0)).collect();
    let record =
        |(n, vector): (usize, &Vector)| Document { vectors: vec![*vector], ..log(&format!("log{n}"), "") };
    let studio = Studio::with(&vectors.iter().enumerate().map(record).collect::<Vec<_>>());
    for query in [direction(5), similar(5, 0.97)] {
        let product = |vector: &Vector| -> f64 {
            vector.iter().zip(&query).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum()
        };
        let mut exact: Vec<(f64, usize)> = vectors.iter().map(product).zip(0..).collect();
        exact.sort_by(|a, b| b.0.total_cmp(&a.0));
        let exact: Vec<_> = exact.iter().take(50).map(|(_, n)| format!("log{n}")).collect();
        let found = ids(studio.ask(&HybridQuery::new("").vector(query).page(50, 0)));
        assert_eq!(found, exact);
    }
}

#[test]
fn what_is_far_is_not_found() {
    let far = Document { vectors: vec![similar(1, 0.2)], ..log("far1", "tax papers") };
    let studio = Studio::with(&[far]);
    assert_eq!(studio.ask(&HybridQuery::new("glazing").vector(direction(1))).total, 0);
    assert_eq!(studio.ids("quarterly rocket papers engine schedule"), [""; 0]);
}

#[test]
fn anchor_comes_back_as_it_was() {
    let anchor = serde_json::json!({ "startMs": 4_200, "url": "/journal/logs/1" });
    let studio = Studio::with(&[Document { anchor: anchor.clone(), ..log("log1", "gesso") }]);
    assert_eq!(studio.ask(&HybridQuery::new("gesso")).hits[0].anchor, anchor);
}
