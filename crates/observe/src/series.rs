//! Every series that the server counts, with what it means. Rules and dashboards may name no other.

/// How a series is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// It only grows.
    Counter,
    /// It goes up and down.
    Gauge,
    /// How values are spread: in Prometheus `…_bucket`, `…_sum` and `…_count`.
    Histogram,
}

/// A series.
#[derive(Clone, Copy, Debug)]
pub struct Series {
    /// Its name.
    pub name: &'static str,
    /// How it is counted.
    pub counting: Counting,
    /// What it means.
    pub help: &'static str,
}

const fn counter(name: &'static str, help: &'static str) -> Series {
    Series { name, counting: Counting::Counter, help }
}

const fn gauge(name: &'static str, help: &'static str) -> Series {
    Series { name, counting: Counting::Gauge, help }
}

const fn histogram(name: &'static str, help: &'static str) -> Series {
    Series { name, counting: Counting::Histogram, help }
}

/// All of them, by name.
pub const SERIES: &[Series] = &[
    gauge("disk_free_bytes", "Bytes that are free on the disk of the data directory."),
    gauge("disk_size_bytes", "Bytes of that disk."),
    counter("events_delivered_total", "Events that a subscriber took, by subscriber."),
    histogram("http_request_duration_seconds", "Time to the head of the answer, by method and route."),
    counter("http_requests_total", "Answered HTTP requests by method, route and status."),
    counter("job_attempts_total", "Ended attempts of jobs by kind and outcome."),
    histogram("job_duration_seconds", "Time that an attempt took, by kind."),
    counter("jobs_enqueued_total", "Jobs that were put into the queue, by kind."),
    counter("jobs_lost_total", "Jobs that returned because their worker was lost, by kind."),
    gauge("jobs_running", "Jobs that run in this process, by kind."),
    counter("problems_total", "Refused or failed requests by the code of the error, GraphQL's included."),
    counter("store_commits_total", "Commits since the start."),
    gauge("store_log_bytes", "Bytes of the write-ahead log in use."),
    gauge("store_queued_writes", "Writes that wait for the writer."),
    counter("store_writes_total", "Committed writes since the start."),
];
