//! Words that give power, and the few places that may say them.

use super::Violation;
use super::rust_text::{has_word, shipped_code};
use super::source::Sources;

const RULE: &str = "capabilities";

struct Capability {
    word: &'static str,
    allowed_under: &'static [&'static str],
    advice: &'static str,
}

const CAPABILITIES: &[Capability] = &[
    Capability {
        word: "Scope::directory",
        allowed_under: &[
            "crates/accounts/",
            // The sealer looks for tenants with something to seal.
            "crates/audit/",
            "crates/base/",
            // What is a user's is erased wherever it is.
            "crates/server/src/erasure",
            // Workers serve every tenant: they read the queue, and each job runs in its own tenant's scope.
            "crates/jobs/",
            // Ended sessions are of no tenant.
            "crates/server/src/jobs/sweep.rs",
            // The search index follows everybody's changes.
            "crates/server/src/journal.rs",
            // The factory moves as a whole, and is swept for everybody.
            "crates/server/src/factory/",
            // Expired items are every tenant's.
            "crates/server/src/housekeeping.rs",
            "crates/blobs/src/conformance/",
            "crates/sql/src/conformance/",
            // The ledger of migrations is of no tenant.
            "crates/sql/src/migrate/ledger.rs",
            "crates/tables/src/conformance/",
            "crates/testkit/",
            // Files that no row names are every tenant's.
            "crates/server/src/blobs/lifecycle.rs",
            // Workers serve every tenant: the queue of items is one for all.
            "rooms/factory/src/item/",
        ],
        advice: "this scope sees every tenant: only accounts and housekeeping may make one",
    },
    Capability {
        word: "Caller::verified",
        allowed_under: &["crates/accounts/", "crates/base/", "crates/testkit/"],
        advice: "a caller comes from authentication: take one as an argument",
    },
    Capability {
        word: "std::env",
        allowed_under: &[
            "crates/cli/",
            "crates/server/",
            "xtask/",
            // For tests: where the workshop keeps the programs of others.
            "crates/peers/",
            // Cargo tells a build script by the environment where it may write.
            "crates/extraction/build.rs",
            // The architecture that it was built for, which is a constant.
            "crates/intelligence/src/models/manifest.rs",
            "crates/intelligence/src/runtime.rs",
        ],
        advice: "only server and cli read the environment: take the value as an argument",
    },
    Capability {
        word: "TcpListener",
        allowed_under: &["crates/cli/", "crates/peers/", "crates/server/", "crates/testkit/"],
        advice: "only server and cli bind sockets",
    },
];

pub(super) fn check(sources: &Sources) -> Vec<Violation> {
    let rust = sources.files.iter().filter(|file| file.is_rust() && !file.is_test());
    rust.flat_map(|file| check_file(&file.path, &file.text)).collect()
}

fn check_file(path: &str, text: &str) -> Vec<Violation> {
    let code = shipped_code(text);
    let mut violations = Vec::new();
    for capability in CAPABILITIES {
        if capability.allowed_under.iter().any(|folder| path.starts_with(folder)) {
            continue;
        }
        for (at, line) in code.lines().enumerate() {
            if says(line, capability.word) {
                violations.push(Violation::new(path, at + 1, RULE, capability.advice));
            }
        }
    }
    violations
}

/// `std::env` is also said by `use std::{env, fs}`.
fn says(line: &str, word: &str) -> bool {
    let grouped = word.split_once("::").is_some_and(|(parent, child)| {
        line.split_once(&format!("use {parent}::{{")).is_some_and(|(_, group)| has_word(group, child))
    });
    grouped || has_word(line, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn power_is_refused_outside_its_places() {
        assert_eq!(check_file("crates/projects/src/a.rs", "let s = Scope::directory();\n").len(), 1);
        assert!(check_file("crates/accounts/src/a.rs", "let s = Scope::directory();\n").is_empty());
        assert_eq!(check_file("crates/api/src/a.rs", "use tokio::net::TcpListener;\n").len(), 1);
    }

    #[test]
    fn environment_is_found_in_a_group() {
        assert_eq!(check_file("crates/tables/src/a.rs", "use std::{env, fs};\n").len(), 1);
        assert!(
            check_file("crates/tables/src/a.rs", "use std::{fs, path};\nlet x = env!(\"A\");\n").is_empty()
        );
    }

    #[test]
    fn comments_and_unit_tests_are_free() {
        let text = "// never std::env\n#[cfg(test)]\nmod tests {\n    use std::env;\n}\n";
        assert!(check_file("crates/tables/src/a.rs", text).is_empty());
    }
}
