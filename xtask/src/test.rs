//! `cargo xtask test`: everything, on a machine that has only Rust and Node.

use anyhow::Result;

use crate::{chromium, ci, models, node, peers};

/// Sets up what the checks need, then runs them all.
pub(crate) fn run() -> Result<()> {
    node::require()?;
    chromium::install()?;
    peers::install();
    models::install_or_say();
    ci::run(&ci::Options::all())
}
