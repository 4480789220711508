//! Structured logs.

use std::io::IsTerminal as _;

use serde::{Deserialize, Serialize};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// For people.
    Text,
    /// One JSON object a line, for machines.
    Json,
}

/// A log filter that can't be read.
#[derive(Debug, thiserror::Error)]
#[error("the log filter {filter:?} can't be read: {reason}")]
pub struct BadFilter {
    filter: String,
    reason: String,
}

/// Logs to stderr from now on, what `filter` lets through (`info`, `atelier=debug,warn`).
/// A second call changes nothing.
pub fn start_logging(filter: &str, format: Format) -> Result<(), BadFilter> {
    let filter = EnvFilter::builder()
        .parse(filter)
        .map_err(|error| BadFilter { filter: filter.into(), reason: error.to_string() })?;
    let registry = tracing_subscriber::registry().with(filter);
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let started = match format {
        Format::Json => registry.with(lines.json().flatten_event(true)).try_init(),
        Format::Text => registry.with(lines.with_ansi(std::io::stderr().is_terminal())).try_init(),
    };
    // Tests start several servers in one process; the first one's settings hold.
    drop(started);
    Ok(())
}
