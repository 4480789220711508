//! Small files. Small functions are clippy's: `too-many-lines-threshold` in clippy.toml.

use super::Violation;
use super::source::{File, Sources, file_name, has_extension};

const RULE: &str = "sizes";

const RUST_LIMIT: usize = 500;
const RUST_TEST_LIMIT: usize = 800;
const TYPESCRIPT_LIMIT: usize = 500;
const COMPONENT_LIMIT: usize = 200;
const RUST_MEDIAN: usize = 120;
const RUST_NINETIETH: usize = 350;
/// Fewer files than this say nothing about the whole.
const ENOUGH_FILES: usize = 20;

pub(super) fn check(sources: &Sources) -> Vec<Violation> {
    let mut violations: Vec<Violation> = sources.files.iter().filter_map(check_file).collect();
    let rust = sources.files.iter().filter(|file| file.is_rust() && !file.is_generated());
    violations.extend(check_spread(rust.map(|file| file.text.lines().count()).collect()));
    violations
}

fn check_file(file: &File) -> Option<Violation> {
    if file_name(&file.path) == "mod.rs" {
        let advice = "name it after its folder, beside it: `noun.rs` and `noun/`";
        return Some(Violation::new(&file.path, 1, RULE, advice));
    }
    let limit = limit(file)?;
    let lines = file.text.lines().count();
    let advice = || format!("{lines} lines are more than {limit}: split it by what changes together");
    (lines > limit).then(|| Violation::new(&file.path, limit + 1, RULE, advice()))
}

fn limit(file: &File) -> Option<usize> {
    let in_web = file.path.starts_with("web/src/") || file.path.starts_with("web/app/");
    if file.is_generated() {
        None
    } else if file.is_rust() {
        Some(if file.is_test() { RUST_TEST_LIMIT } else { RUST_LIMIT })
    } else if in_web && has_extension(&file.path, &["tsx"]) && !file.is_test() {
        Some(COMPONENT_LIMIT)
    } else if in_web && file.is_typescript() {
        Some(TYPESCRIPT_LIMIT)
    } else {
        None
    }
}

/// A few long files are life; many of them are a habit.
fn check_spread(mut lines: Vec<usize>) -> Vec<Violation> {
    lines.sort_unstable();
    if lines.len() <= ENOUGH_FILES {
        return Vec::new();
    }
    let marks =
        [("median", lines.len() / 2, RUST_MEDIAN), ("90th percentile", lines.len() * 9 / 10, RUST_NINETIETH)];
    let too_long = marks.into_iter().filter(|(_, at, limit)| lines[*at] > *limit);
    too_long
        .map(|(name, at, limit)| {
            let advice = format!(
                "the {name} of Rust files is {} lines, more than {limit}: split the longest",
                lines[at]
            );
            Violation::new("Cargo.toml", 1, RULE, advice)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, lines: usize) -> bool {
        check_file(&File::new(path, &"x\n".repeat(lines))).is_some()
    }

    #[test]
    fn limits_follow_the_kind_of_file() {
        assert!(!found("crates/a/src/b.rs", 500));
        assert!(found("crates/a/src/b.rs", 501));
        assert!(!found("crates/a/tests/it/b.rs", 800));
        assert!(found("crates/a/src/b/tests.rs", 801));
        assert!(found("web/src/ui/button.tsx", 201));
        assert!(!found("web/src/rest/client.ts", 201));
        assert!(!found("web/src/graphql/generated/graphql.ts", 9000));
        assert!(!found("docs/guide.md", 9000));
    }

    #[test]
    fn modules_are_named_after_their_folder() {
        assert!(found("crates/a/src/b/mod.rs", 1));
    }

    #[test]
    fn spread_counts_only_with_enough_files() {
        assert!(check_spread(vec![400; 20]).is_empty());
        assert_eq!(check_spread(vec![400; 21]).len(), 2);
        assert!(check_spread(vec![100; 21]).is_empty());
    }
}
