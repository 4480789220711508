//! What operators look at: logs, and metrics for Prometheus.
//!
//! The server starts logging with [`start_logging`] and installs [`Metrics`] once; the rest of the
//! tree logs through `tracing` and counts through the functions of [`Metrics`].
//! This is the only crate that names the libraries behind it, and, with the benchmarks, the only one
//! that measures elapsed time ([`Stopwatch`]).

mod logging;
mod metrics;

pub use logging::{Format, start_logging};
pub use metrics::{Metrics, Stopwatch};
