//! `cargo xtask tidy`: the rules of this tree that no linter knows.
//!
//! Each rule is a file below, most of it a table to read and to tune. A rule is a function from the
//! tree to its violations, so that its tests are strings. Function length is clippy's to check.

mod capabilities;
mod crate_docs;
mod duplicates;
mod glossary;
mod hygiene;
mod layers;
mod licences;
mod modules;
mod names;
mod rust_text;
mod sizes;
mod source;
mod spdx;
mod web_imports;

use std::fmt;

use anyhow::{Result, bail};

use crate::tree;
use source::Sources;

/// A place that breaks a rule, and what to do about it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Violation {
    path: String,
    line: usize,
    rule: &'static str,
    advice: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.path, self.line, self.rule, self.advice)
    }
}

impl Violation {
    /// `line` counts from 1.
    fn new(path: &str, line: usize, rule: &'static str, advice: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, rule, advice: advice.into() }
    }
}

/// A rule, from the tree to its violations.
type Check = fn(&Sources) -> Vec<Violation>;

const CHECKS: &[Check] = &[
    layers::check,
    modules::check,
    capabilities::check,
    sizes::check,
    names::check,
    crate_docs::check,
    duplicates::check,
    licences::check,
    hygiene::check,
    glossary::check,
    web_imports::check,
];

/// Prints every violation; any is an error.
pub(crate) fn run() -> Result<()> {
    let sources = Sources::read(&tree::root())?;
    let mut violations: Vec<Violation> = CHECKS.iter().flat_map(|check| check(&sources)).collect();
    violations.sort();
    for violation in &violations {
        println!("{violation}");
    }
    match violations.len() {
        0 => {
            println!("tidy: {} files hold to {} rules", sources.files.len(), CHECKS.len());
            Ok(())
        }
        1 => bail!("tidy found 1 violation"),
        count => bail!("tidy found {count} violations"),
    }
}
