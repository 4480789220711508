//! Rules between the modules of one crate: nouns know nothing of the web, handlers nothing of tables.

use super::Violation;
use super::rust_text::{has_word, shipped_code};
use super::source::Sources;

const RULE: &str = "modules";

/// Crates that are cut into nouns and handlers; every room is, too.
const HOMES: &[&str] = &["crates/accounts/src/", "crates/projects/src/", "rooms/"];

/// Folders, and files of the same name, that hold handlers.
const EDGES: &[&str] = &["graphql", "rest"];

/// Words that a noun must not say, and what to do instead.
const NOT_IN_NOUNS: &[(&str, &str)] = &[
    ("axum", "a noun knows nothing of the web: move this under rest/ or graphql/"),
    ("async_graphql_axum", "a noun knows nothing of the web: move this under graphql/"),
];

/// Words that a handler must not say.
const NOT_IN_EDGES: &[(&str, &str)] =
    &[("atelier_tables", "a handler asks the noun: move the store function into the noun's file")];

pub(super) fn check(sources: &Sources) -> Vec<Violation> {
    let rust = sources.files.iter().filter(|file| file.is_rust() && !file.is_test());
    rust.flat_map(|file| check_file(&file.path, &file.text)).collect()
}

fn check_file(path: &str, text: &str) -> Vec<Violation> {
    if !HOMES.iter().any(|home| path.starts_with(home)) {
        return Vec::new();
    }
    let banned = if is_edge(path) { NOT_IN_EDGES } else { NOT_IN_NOUNS };
    let mut violations = Vec::new();
    for (at, line) in shipped_code(text).lines().enumerate() {
        for (word, advice) in banned {
            if has_word(line, word) {
                violations.push(Violation::new(path, at + 1, RULE, *advice));
            }
        }
    }
    violations
}

fn is_edge(path: &str) -> bool {
    path.split('/').any(|part| EDGES.contains(&part.trim_end_matches(".rs")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noun_must_not_name_the_web() {
        let found = check_file("crates/projects/src/project.rs", "//! Not axum.\nuse axum::Router;\n");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].line, 2);
        assert!(check_file("crates/server/src/router.rs", "use axum::Router;\n").is_empty());
    }

    #[test]
    fn handler_may_name_the_web_but_not_tables() {
        for path in ["crates/accounts/src/rest/session.rs", "rooms/lab/src/graphql.rs"] {
            assert!(check_file(path, "use axum::Router;\n").is_empty());
            assert_eq!(check_file(path, "use atelier_tables::Tables;\n").len(), 1);
        }
    }

    #[test]
    fn unit_tests_are_free() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n    use atelier_tables::Tables;\n}\n";
        assert!(check_file("crates/accounts/src/rest/session.rs", text).is_empty());
    }
}
