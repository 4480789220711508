//! Numbers for Prometheus.

use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use metrics_util::layers::FanoutBuilder;

use crate::{Counting, SERIES, Series, Telemetry};

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
    /// The metrics of this process, installed at the first call; they go to the collector as well.
    pub fn install(telemetry: Option<&Telemetry>) -> Result<Self, NoMetrics> {
        static INSTALLED: OnceLock<Result<Metrics, NoMetrics>> = OnceLock::new();
        INSTALLED.get_or_init(|| Self::start(telemetry)).clone()
    }

    fn start(telemetry: Option<&Telemetry>) -> Result<Self, NoMetrics> {
        let latency = |name: &str| Matcher::Full(name.into());
        let prometheus = PrometheusBuilder::new()
            .set_buckets_for_metric(latency("http_request_duration_seconds"), LATENCY_BUCKETS)
            .and_then(|builder| {
                builder.set_buckets_for_metric(latency("job_duration_seconds"), LATENCY_BUCKETS)
            })
            .map_err(|error| NoMetrics(error.to_string()))?
            .build_recorder();
        let handle = prometheus.handle();
        let mut all = FanoutBuilder::default().add_recorder(prometheus);
        if let Some(telemetry) = telemetry {
            all = all.add_recorder(telemetry.recorder());
        }
        metrics::set_global_recorder(all.build()).map_err(|error| NoMetrics(error.to_string()))?;
        for Series { name, counting, help } in SERIES {
            match counting {
                Counting::Counter => describe_counter!(*name, *help),
                Counting::Gauge => describe_gauge!(*name, *help),
                Counting::Histogram => describe_histogram!(*name, *help),
            }
        }
        Ok(Self(Arc::new(handle)))
    }

    /// Counts a request that was refused or failed, by the code of its error.
    pub fn problem(code: &'static str) {
        counter!("problems_total", "code" => code).increment(1);
    }

    /// Counts an answered request. `route` is the pattern, not the path, so that the number of
    /// series stays small.
    pub fn request(&self, method: &str, route: &str, status: u16, took: Duration) {
        let labels =
            [("method", method.to_owned()), ("route", route.to_owned()), ("status", status.to_string())];
        counter!("http_requests_total", &labels).increment(1);
        histogram!("http_request_duration_seconds", &labels[..2]).record(took);
    }

    /// Notes the state of the store: queued writes and bytes of log now, commits and writes since the start.
    #[expect(clippy::cast_precision_loss, reason = "gauges are floats")]
    pub fn store(&self, queued: usize, log_bytes: u64, commits: u64, writes: u64) {
        gauge!("store_queued_writes").set(queued as f64);
        gauge!("store_log_bytes").set(log_bytes as f64);
        counter!("store_commits_total").absolute(commits);
        counter!("store_writes_total").absolute(writes);
    }

    /// Notes how full the disk of a directory is. One that can't be asked leaves the last answer.
    #[expect(clippy::cast_precision_loss, reason = "gauges are floats")]
    pub fn disk(&self, directory: &Path) {
        if let Ok(disk) = rustix::fs::statvfs(directory) {
            gauge!("disk_free_bytes").set(disk.f_bavail.saturating_mul(disk.f_frsize) as f64);
            gauge!("disk_size_bytes").set(disk.f_blocks.saturating_mul(disk.f_frsize) as f64);
        }
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
