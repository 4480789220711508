//! Every crate opens by saying what it is, what it isn't, and where to start.

use std::ops::RangeInclusive;

use super::Violation;
use super::source::{File, Sources};

const RULE: &str = "crate-docs";
const LINES: RangeInclusive<usize> = 5..=20;

pub(super) fn check(sources: &Sources) -> Vec<Violation> {
    sources.files.iter().filter(|file| is_crate_root(&file.path)).filter_map(check_file).collect()
}

/// `crates/base/src/lib.rs`, and `xtask/src/main.rs`.
fn is_crate_root(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    matches!(
        parts.as_slice(),
        ["crates" | "rooms", _, "src", "lib.rs" | "main.rs"] | ["xtask", "src", "main.rs"]
    )
}

fn check_file(file: &File) -> Option<Violation> {
    let lines = file.text.lines().take_while(|line| line.starts_with("//!")).count();
    let (least, most) = (LINES.start(), LINES.end());
    let advice = || {
        format!(
            "opens with {lines} lines of `//!`: say in {least} to {most} what it is, what it isn't, where to start"
        )
    };
    (!LINES.contains(&lines)).then(|| Violation::new(&file.path, 1, RULE, advice()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crate_says_what_it_is() {
        let file = |lines: usize| {
            File::new("crates/a/src/lib.rs", &format!("{}\nmod b;\n", "//! It is.\n".repeat(lines)))
        };
        assert!(check_file(&file(5)).is_none());
        assert!(check_file(&file(20)).is_none());
        assert!(check_file(&file(4)).is_some());
        assert!(check_file(&file(21)).is_some());
    }

    #[test]
    fn only_crate_roots_are_asked() {
        assert!(is_crate_root("crates/a/src/lib.rs"));
        assert!(is_crate_root("xtask/src/main.rs"));
        assert!(!is_crate_root("crates/a/src/b.rs"));
        assert!(!is_crate_root("crates/a/tests/it/main.rs"));
    }
}
