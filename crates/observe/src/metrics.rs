//! Numbers for Prometheus.

use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

/// The process's metrics. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct Metrics(Arc<PrometheusHandle>);

/// Seconds: from what a point read takes to what a person gives up on.
const LATENCY_BUCKETS: &[f64] = &[0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0];

/// Metrics can't be collected.
#[derive(Debug, Clone, thiserror::Error)]
#[error("metrics can't be collected: {0}")]
pub struct NoMetrics(String);

impl Metrics {
    /// The metrics of this process, installed at the first call.
    pub fn install() -> Result<Self, NoMetrics> {
        static INSTALLED: OnceLock<Result<Metrics, NoMetrics>> = OnceLock::new();
        INSTALLED.get_or_init(|| Self::start().map_err(|error| NoMetrics(error.to_string()))).clone()
    }

    fn start() -> Result<Self, metrics_exporter_prometheus::BuildError> {
        let handle = PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Full("http_request_duration_seconds".into()), LATENCY_BUCKETS)?
            .install_recorder()?;
        describe_counter!("http_requests_total", "Answered HTTP requests by method, route and status.");
        describe_histogram!("http_request_duration_seconds", "Time to the head of the answer.");
        describe_gauge!("store_queued_writes", "Writes that wait for the writer.");
        describe_gauge!("store_commits", "Commits since the start.");
        describe_gauge!("store_writes", "Committed writes since the start.");
        Ok(Self(Arc::new(handle)))
    }

    /// Counts an answered request. `route` is the pattern, not the path, so that the number of
    /// series stays small.
    pub fn request(&self, method: &str, route: &str, status: u16, took: Duration) {
        let labels =
            [("method", method.to_owned()), ("route", route.to_owned()), ("status", status.to_string())];
        counter!("http_requests_total", &labels).increment(1);
        histogram!("http_request_duration_seconds", &labels[..2]).record(took);
    }

    /// Notes the state of the store: queued writes now, commits and writes since the start.
    #[expect(clippy::cast_precision_loss, reason = "gauges are floats")]
    pub fn store(&self, queued: usize, commits: u64, writes: u64) {
        gauge!("store_queued_writes").set(queued as f64);
        gauge!("store_commits").set(commits as f64);
        gauge!("store_writes").set(writes as f64);
    }

    /// Everything in the Prometheus text format.
    pub fn render(&self) -> String {
        self.0.run_upkeep();
        self.0.render()
    }
}

/// Measures how long something takes.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts now.
    #[expect(clippy::disallowed_methods, reason = "measuring is what it is for")]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// The time since the start.
    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}
