//! `cargo xtask test`: everything, on a machine that has only Rust and Node.

use anyhow::Result;

use crate::{chromium, ci, node, peers};

/// Sets up what the checks need, then runs them all.
pub(crate) fn run() -> Result<()> {
    node::require()?;
    chromium::install()?;
    peers::install();
    ci::run(&ci::Options::all())
}
