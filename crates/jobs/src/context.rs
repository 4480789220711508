//! What a running job has at hand.

use std::sync::{Arc, Mutex, PoisonError};

use atelier_base::Scope;
use atelier_tables::Write;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::computations::Computations;
use crate::tables::JOBS;
use crate::{JobRecord, Progress, lease};

/// Why an attempt failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It may work later: it is tried again, up to the job's attempts.
    Retry(String),
    /// It can't work: the job is a dead letter at once.
    Final(String),
}

impl Failure {
    /// One that no retry mends.
    pub fn final_because(reason: impl std::fmt::Display) -> Self {
        Self::Final(reason.to_string())
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        let mut text = error.to_string();
        let mut cause = error.source();
        while let Some(error) = cause {
            text = format!("{text}: {error}");
            cause = error.source();
        }
        Self::Retry(text)
    }
}

/// Why a job should stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Somebody called it off.
    Cancelled,
    /// Somebody else holds it by now: whatever it still does is in vain.
    Lost,
    /// The process ends; the job is carried out elsewhere or later.
    Shutdown,
}

/// The surroundings of one attempt. Cheap to clone.
#[derive(Clone)]
pub struct Context(Arc<Inner>);

pub(crate) struct Inner {
    job: JobRecord,
    stop: CancellationToken,
    reason: Mutex<Option<Stop>>,
    progress: Mutex<Reported>,
    reported: Notify,
    computations: Computations,
}

#[derive(Default)]
struct Reported {
    latest: Option<Progress>,
    written: bool,
}

impl Context {
    pub(crate) fn new(job: JobRecord, stop: CancellationToken, computations: Computations) -> Self {
        let (reason, progress) = (Mutex::default(), Mutex::default());
        Self(Arc::new(Inner { job, stop, reason, progress, reported: Notify::new(), computations }))
    }

    /// The job as it was when the attempt began.
    pub fn job(&self) -> &JobRecord {
        &self.0.job
    }

    /// The reach of the job: its tenant's data.
    pub fn scope(&self) -> Scope {
        self.0.job.owner.scope()
    }

    /// Says how far it is. The latest word is written a few times a second at most, so call it freely.
    pub fn progress(&self, done: u64, total: u64, message: impl Into<String>) {
        let latest = Some(Progress { done, total, message: message.into() });
        *self.0.progress.lock().unwrap_or_else(PoisonError::into_inner) = Reported { latest, written: false };
        self.0.reported.notify_one();
    }

    /// Ready once the job should stop; [`Context::stop`] says why.
    pub async fn stopped(&self) -> Stop {
        self.0.stop.cancelled().await;
        self.stop().unwrap_or(Stop::Cancelled)
    }

    /// Why the job should stop; none while it should go on. Ask between steps.
    pub fn stop(&self) -> Option<Stop> {
        let reason = *self.0.reason.lock().unwrap_or_else(PoisonError::into_inner);
        reason.or_else(|| self.0.stop.is_cancelled().then_some(Stop::Cancelled))
    }

    /// An error if the job should stop, for `?` between steps.
    ///
    /// # Errors
    /// [`Failure::Retry`] that says why.
    pub fn check(&self) -> Result<(), Failure> {
        self.stop().map_or(Ok(()), |stop| Err(Failure::Retry(format!("stopped: {stop:?}"))))
    }

    /// A write that changes nothing and fails once the job is lost: put it into a transaction with the job's
    /// own writes, and none of them happens after somebody else took over.
    pub fn fence(&self) -> Write {
        Write::check(&JOBS, JobRecord::key_of(self.0.job.id), lease::still_held(self.0.job.token))
    }

    /// Computes on a thread of its own, a few at a time over all jobs. For what takes the processor longer than a
    /// millisecond. Of a job of low priority the thread gives way to those that answer requests.
    ///
    /// # Errors
    /// [`Failure::Retry`] when it panics.
    pub async fn compute<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Failure> {
        self.0.computations.run(self.0.job.priority, work).await
    }

    /// Tells the job to stop. The first reason stays.
    pub(crate) fn tell(&self, stop: Stop) {
        self.0.reason.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(stop);
        self.0.stop.cancel();
    }

    /// Ready when progress was said that is not written.
    pub(crate) async fn reported(&self) {
        self.0.reported.notified().await;
    }

    /// What is not written yet.
    pub(crate) fn unwritten(&self) -> Option<Progress> {
        let mut reported = self.0.progress.lock().unwrap_or_else(PoisonError::into_inner);
        if reported.written {
            return None;
        }
        reported.written = true;
        reported.latest.clone()
    }
}
