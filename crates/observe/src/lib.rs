//! What operators look at: logs, metrics for Prometheus, and both as OpenTelemetry has them.
//!
//! The server starts logging with [`start_logging`] and installs [`Metrics`] once; the rest of the
//! tree logs through `tracing` and counts through the functions of [`Metrics`].
//! This is the only crate that names the libraries behind it, and, with the benchmarks, the only one
//! that measures elapsed time ([`Stopwatch`]).

mod jobs;
mod logging;
mod metrics;
mod series;
mod telemetry;

pub use logging::{Format, start_logging};
pub use metrics::{Metrics, Stopwatch};
pub use series::{Counting, SERIES, Series};
pub use telemetry::{BadCollector, Telemetry, join_trace};
