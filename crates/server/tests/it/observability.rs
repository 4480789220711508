//! Rules and dashboards name only series that are counted, and every counted series is described.

use std::collections::BTreeSet;

use atelier_observe::{Counting, SERIES};
use atelier_testkit::TestApp;

const RULES: &str = include_str!("../../../../deploy/prometheus/rules.yml");
const DASHBOARD: &str = include_str!("../../../../deploy/grafana/atelier.json");

/// Names as Prometheus has them.
fn exposed() -> BTreeSet<String> {
    SERIES
        .iter()
        .flat_map(|series| match series.counting {
            Counting::Histogram => {
                ["_bucket", "_sum", "_count"].map(|end| format!("{}{end}", series.name)).to_vec()
            }
            Counting::Counter | Counting::Gauge => vec![series.name.to_owned()],
        })
        .collect()
}

/// The metrics of a query: names before a selector or a range, or ending like one of ours.
fn named(query: &str) -> BTreeSet<String> {
    let word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let mut names = BTreeSet::new();
    let mut rest = query;
    while let Some(at) = rest.find(|letter: char| letter.is_ascii_alphabetic()) {
        rest = &rest[at..];
        let end = rest.find(|letter| !word(letter)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let selects = after.starts_with('{') || after.starts_with('[');
        if selects || ["_total", "_bytes", "_bucket", "_writes"].iter().any(|ending| name.ends_with(ending)) {
            names.insert(name.to_owned());
        }
        // What stands within quotes or braces is a label.
        rest =
            if after.starts_with('{') { after.split_once('}').map_or("", |(_, rest)| rest) } else { after };
    }
    names
}

fn check(queries: &[String]) -> usize {
    let (exposed, mut found) = (exposed(), BTreeSet::new());
    for query in queries {
        let names = named(query);
        assert!(!names.is_empty(), "no series in {query}");
        for name in names.iter().filter(|name| *name != "up") {
            assert!(exposed.contains(name), "{name} of {query} is not counted");
        }
        found.extend(names);
    }
    found.len()
}

#[test]
fn every_alert_asks_for_a_series_that_is_counted() {
    let mut queries: Vec<String> = Vec::new();
    let mut lines = RULES.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(expr) = line.trim().strip_prefix("expr:") else { continue };
        let mut query = expr.trim().trim_start_matches('|').to_owned();
        while let Some(more) = lines.next_if(|line| line.starts_with("          ")) {
            query.push_str(more);
        }
        queries.push(query);
    }
    assert_eq!(queries.len(), RULES.matches("- alert:").count());
    assert!(check(&queries) >= 8);
}

#[test]
fn every_panel_asks_for_a_series_that_is_counted() {
    let dashboard: serde_json::Value = serde_json::from_str(DASHBOARD).expect("JSON");
    let panels = dashboard["panels"].as_array().expect("panels");
    let targets = panels.iter().flat_map(|panel| panel["targets"].as_array().expect("targets"));
    let queries: Vec<String> =
        targets.map(|target| target["expr"].as_str().expect("a query").to_owned()).collect();
    assert!(check(&queries) >= 10);
}

#[tokio::test]
async fn what_is_counted_is_described() {
    let app = TestApp::start();
    app.guest().get("/api/v1/nothing").await;
    let text = app.app.metrics.render();
    assert!(text.contains("problems_total{code=\"not_found\"}"), "{text}");
    let types = text.lines().filter_map(|line| line.strip_prefix("# TYPE ")?.split(' ').next());
    for name in types {
        assert!(SERIES.iter().any(|series| series.name == name), "{name} is not described");
    }
}
