//! What can go wrong with jobs and events.

use atelier_base::{Code, Coded, JobId};

/// Codes of jobs.
pub mod codes {
    atelier_base::codes! {
        EVENT_BUS_DOWN = "event_bus_down", Unavailable, "The event bus does not answer",
            "Nothing is lost: events are sent when NATS is back. Look at its log and at `events.nats_url`.";
        JOB_ENDED = "job_ended", Conflict, "The job has ended already",
            "Only a queued or running job can be cancelled.";
        JOB_NOT_FAILED = "job_not_failed", Conflict, "The job did not fail",
            "Only a failed or cancelled job can be retried.";
        JOB_NOT_FOUND = "job_not_found", NotFound, "There is no such job",
            "Finished jobs are forgotten after some days, and a job of another tenant is not shown.";
        JOB_UNREADABLE = "job_unreadable", Internal, "The job does not have the expected shape",
            "A fault of the server: report it with the request id.";
    }
}

/// A failed operation on jobs or events.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the catalogue of codes describes each")]
pub enum Error {
    #[error("the event bus failed: {0}")]
    Bus(String),
    #[error("the job {0} has ended")]
    Ended(JobId),
    #[error("the job {0} did not fail")]
    NotFailed(JobId),
    #[error("there is no job {0}")]
    NotFound(JobId),
    #[error("a payload can't be written or read: {0}")]
    Payload(#[from] serde_json::Error),
    #[error("the job store failed")]
    Store(#[from] atelier_tables::Error),
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::Bus(_) => codes::EVENT_BUS_DOWN,
            Self::Ended(_) => codes::JOB_ENDED,
            Self::NotFailed(_) => codes::JOB_NOT_FAILED,
            Self::NotFound(_) => codes::JOB_NOT_FOUND,
            Self::Payload(_) => codes::JOB_UNREADABLE,
            Self::Store(error) => error.code(),
        }
    }
}

impl Error {
    /// Whether a condition of a write did not hold: somebody else was first.
    pub(crate) fn is_lost_race(error: &atelier_tables::Error) -> bool {
        use atelier_tables::Error::{ConditionFailed, VersionConflict};
        matches!(error, ConditionFailed { .. } | VersionConflict { .. })
    }
}
