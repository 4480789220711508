//! Structured logs.

use std::io::IsTerminal as _;

use serde::{Deserialize, Serialize};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer as _};

use crate::Telemetry;

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

/// Spans of ours go to the collector whatever the log's filter is; other crates' do not.
const TRACED: &str = "off,atelier_server=debug,atelier_tables=debug,atelier_jobs=debug,atelier_blobs=debug";

/// Logs to stderr from now on, what `filter` lets through (`info`, `atelier=debug,warn`), and traces to
/// the collector. A second call changes nothing.
pub fn start_logging(filter: &str, format: Format, telemetry: Option<&Telemetry>) -> Result<(), BadFilter> {
    let parse = |filter: &str| {
        EnvFilter::builder()
            .parse(filter)
            .map_err(|error| BadFilter { filter: filter.into(), reason: error.to_string() })
    };
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let lines = match format {
        Format::Json => lines.json().flatten_event(true).boxed(),
        Format::Text => lines.with_ansi(std::io::stderr().is_terminal()).boxed(),
    };
    let traced = parse(TRACED)?;
    let spans = telemetry
        .map(|telemetry| tracing_opentelemetry::layer().with_tracer(telemetry.tracer()).with_filter(traced));
    let started =
        tracing_subscriber::registry().with(lines.with_filter(parse(filter)?)).with(spans).try_init();
    // Tests start several servers in one process; the first one's settings hold.
    drop(started);
    Ok(())
}
