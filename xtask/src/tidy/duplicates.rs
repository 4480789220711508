//! One version of each dependency, as in `cargo tree --duplicates`.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::Metadata;

use super::Violation;
use super::source::Sources;

const RULE: &str = "duplicates";

/// Packages that we can't have in one version, and who stands in the way.
const SKIPPED: &[(&str, &str)] = &[
    ("base64", "serde_dynamo 4 keeps 0.21"),
    ("block-buffer", "digest 0.10 keeps 0.10"),
    ("cpufeatures", "sha1 0.10 keeps 0.2"),
    ("crypto-common", "digest 0.10 keeps 0.1"),
    ("darling", "async-graphql-derive keeps 0.23; bon under tantivy has 0.24"),
    ("darling_core", "async-graphql-derive keeps darling 0.23"),
    ("darling_macro", "async-graphql-derive keeps darling 0.23"),
    ("digest", "sha1 0.10, which axum and tungstenite use for WebSockets, keeps 0.10"),
    ("fearless_simd", "vello_common under hayro keeps 0.7; hayro has 1"),
    ("foldhash", "hashbrown 0.15 under DataFusion's petgraph keeps 0.1"),
    ("getrandom", "rand_core 0.9 keeps 0.3"),
    ("hashbrown", "hashlink under rusqlite, and metrics-util, keep 0.16"),
    ("itertools", "prost under OTLP keeps 0.14; object_store has 0.15"),
    ("miniz_oxide", "png keeps 0.8; flate2 has 0.9"),
    ("nom", "tantivy's query grammar keeps 7; lettre has 8"),
    ("num-bigint", "bigdecimal under DataFusion's SQL keeps 0.4; arrow has 0.5"),
    ("object_store", "DataFusion 55 keeps 0.13; the blobs have 0.14"),
    ("phf", "chrono-tz under arrow keeps 0.12; hayro-font has 0.13"),
    ("phf_shared", "chrono-tz under arrow keeps phf 0.12; hayro-font has 0.13"),
    ("rand", "type-safe-id, tungstenite and metrics-util keep 0.9, and we with them; proptest uses 0.10"),
    ("rand_chacha", "rand 0.9 keeps 0.9; nuid under async-nats keeps rand 0.8"),
    ("rand_core", "rand 0.9 keeps 0.9"),
    ("read-fonts", "skrifa 0.44 under vello keeps 0.41"),
    ("sha1", "axum and tungstenite keep 0.10 for WebSockets; totp-rs has 0.11"),
    ("sha2", "sqlx-core keeps 0.10; we have 0.11"),
    ("sketches-ddsketch", "metrics-util keeps 0.3; tantivy has 0.4"),
    ("skrifa", "glifo under vello_cpu keeps 0.44; hayro-font has 0.49"),
    ("spin", "multer under async-graphql keeps 0.9; crc-fast under object_store has 0.10"),
    ("syn", "async-graphql, figment and utoipa derive with 2"),
    ("toml_datetime", "toml 0.8 under figment keeps 0.6"),
    ("toml_edit", "toml 0.8 under figment keeps 0.22; async-graphql-derive's proc-macro-crate uses 0.25"),
    ("tower-http", "reqwest keeps 0.6"),
    ("winnow", "toml_edit 0.22 keeps 0.7"),
];

pub(super) fn check(sources: &Sources) -> Vec<Violation> {
    check_versions(&versions(&sources.metadata), SKIPPED)
}

/// The versions of each package that this platform builds.
fn versions(metadata: &Metadata) -> BTreeMap<String, BTreeSet<String>> {
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let built = metadata.resolve.iter().flat_map(|resolve| &resolve.nodes);
    for package in built.map(|node| &metadata[&node.id]) {
        versions.entry(package.name.to_string()).or_default().insert(package.version.to_string());
    }
    versions
}

fn check_versions(versions: &BTreeMap<String, BTreeSet<String>>, skipped: &[(&str, &str)]) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (name, found) in versions.iter().filter(|(_, found)| found.len() > 1) {
        if !skipped.iter().any(|(skipped, _)| skipped == name) {
            let list = found.iter().map(String::as_str).collect::<Vec<_>>().join(" and ");
            let advice =
                format!("`{name}` is built as {list}: agree on one, or give the reason in duplicates.rs");
            violations.push(Violation::new("Cargo.lock", 1, RULE, advice));
        }
    }
    for (name, _) in skipped {
        if versions.get(*name).is_none_or(|found| found.len() < 2) {
            let advice = format!("`{name}` is no longer built twice: remove its line");
            violations.push(Violation::new("xtask/src/tidy/duplicates.rs", 1, RULE, advice));
        }
    }
    violations
}

#[cfg(test)]
mod tests {
    use super::*;

    fn versions(list: &[(&str, &[&str])]) -> BTreeMap<String, BTreeSet<String>> {
        let set = |versions: &&[&str]| versions.iter().map(|version| (*version).to_owned()).collect();
        list.iter().map(|(name, versions)| ((*name).to_owned(), set(versions))).collect()
    }

    #[test]
    fn two_versions_need_a_reason() {
        let found = versions(&[("one", &["1.0.0"]), ("two", &["1.0.0", "2.0.0"])]);
        assert_eq!(check_versions(&found, &[]).len(), 1);
        assert!(check_versions(&found, &[("two", "because")]).is_empty());
    }

    #[test]
    fn reason_goes_when_the_duplicate_goes() {
        let found = versions(&[("one", &["1.0.0"])]);
        let stale = check_versions(&found, &[("one", "because")]);
        assert_eq!(stale[0].advice, "`one` is no longer built twice: remove its line");
    }

    #[test]
    fn every_reason_says_something() {
        assert!(SKIPPED.iter().all(|(_, reason)| reason.len() > 10));
    }
}
