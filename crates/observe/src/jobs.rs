//! Counts of jobs and events.

use std::time::Duration;

use metrics::{counter, gauge, histogram};

use crate::Metrics;

impl Metrics {
    /// A job was put into the queue.
    pub fn job_enqueued(&self, kind: &str) {
        counter!("jobs_enqueued_total", "kind" => kind.to_owned()).increment(1);
    }

    /// A worker of this process began a job.
    pub fn job_started(&self, kind: &str) {
        gauge!("jobs_running", "kind" => kind.to_owned()).increment(1.0);
    }

    /// An attempt ended: `succeeded`, `failed`, `cancelled`, `queued` for one that is tried again, or `lost`.
    pub fn job_ended(&self, kind: &str, outcome: &'static str, took: Duration) {
        gauge!("jobs_running", "kind" => kind.to_owned()).decrement(1.0);
        counter!("job_attempts_total", "kind" => kind.to_owned(), "outcome" => outcome).increment(1);
        histogram!("job_duration_seconds", "kind" => kind.to_owned()).record(took);
    }

    /// A lost worker's job returned.
    pub fn job_lost(&self, kind: &str) {
        counter!("jobs_lost_total", "kind" => kind.to_owned()).increment(1);
    }

    /// An event was taken by a subscriber.
    pub fn event_delivered(&self, consumer: &str) {
        counter!("events_delivered_total", "consumer" => consumer.to_owned()).increment(1);
    }
}
