//! Holding a job, and giving it back.
//!
//! What a lease promises, each proved by a test:
//! - Who takes a job gets a higher fencing token than anybody before. Every write of a holder names its
//!   token; who lost the job can neither report nor finish, and is told at the next heartbeat.
//! - A holder moves the job's counter with each heartbeat. Only when a watcher saw it stand still for
//!   a whole lease, by the watcher's own uptime, does the job return. Clocks play no part.
//! - A holder that could not write a heartbeat for two thirds of a lease, by its own uptime, stops by itself
//!   before anybody else may begin.

use std::time::Duration;

use atelier_base::{Scope, Timestamp};
use atelier_tables::{Cond, Update, Write, to_value};

use crate::tables::JOBS;
use crate::worker::Settings;
use crate::{Error, JobRecord, JobState, Owner, Progress, State, backoff, lane};

/// Whether a write of a holder was taken.
#[derive(Debug)]
pub(crate) enum Held<T> {
    /// The job is still theirs.
    Yes(T),
    /// It isn't: somebody else has it, or it ended.
    Lost,
}

/// What came of an attempt.
#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    Succeeded(serde_json::Value),
    /// Failed, and whether it may be tried again.
    Failed {
        message: String,
        retry: bool,
    },
    Cancelled,
    /// The process stops: the attempt doesn't count.
    GivenBack,
}

/// The condition that the job is still held with that token.
pub(crate) fn still_held(token: u64) -> Cond {
    Cond::eq("token", token).and(Cond::eq("state", JobState::Running.name()))
}

/// A heartbeat, with how far the job has come if that changed.
pub(crate) async fn beat(
    state: &State,
    job: &JobRecord,
    progress: Option<Progress>,
) -> Result<Held<JobRecord>, Error> {
    let mut update = Update::new().add("beat", 1).set("updated_at", state.clock.now());
    if let Some(progress) = progress {
        update = update.set("progress", to_value(&progress)?);
    }
    write(state, job, update).await
}

/// Ends the attempt.
pub(crate) async fn end(
    state: &State,
    job: &JobRecord,
    outcome: Outcome,
    progress: Option<Progress>,
    settings: &Settings,
) -> Result<Held<JobRecord>, Error> {
    let now = state.clock.now();
    let mut update = match outcome {
        Outcome::Succeeded(result) => {
            let update = finished(job.owner, JobState::Succeeded, now, settings.kept).remove("error");
            if result.is_null() { update } else { update.set("result", to_value(&result)?) }
        }
        Outcome::Failed { message, retry } if retry && job.attempts < job.max_attempts => {
            let wait = backoff::wait(job.attempts, &state.randomness);
            waiting(job, now, wait).set("error", message)
        }
        Outcome::Failed { message, .. } => {
            finished(job.owner, JobState::Failed, now, settings.failures_kept).set("error", message)
        }
        Outcome::Cancelled => finished(job.owner, JobState::Cancelled, now, settings.kept),
        Outcome::GivenBack => ready(job, now).add("attempts", -1),
    };
    if let Some(progress) = progress {
        update = update.set("progress", to_value(&progress)?);
    }
    write(state, job, update).await
}

/// Takes the job from a holder that was seen to be dead. Nothing happens if it moved after all.
pub(crate) async fn take_back(state: &State, job: &JobRecord, settings: &Settings) -> Result<(), Error> {
    let now = state.clock.now();
    let update = if job.cancel_requested {
        finished(job.owner, JobState::Cancelled, now, settings.kept)
    } else if job.attempts < job.max_attempts {
        ready(job, now).set("error", "The worker was lost; the job begins again")
    } else {
        finished(job.owner, JobState::Failed, now, settings.failures_kept)
            .set("error", "The worker was lost, and this was the last attempt")
    };
    let write = Write::update(&JOBS, JobRecord::key_of(job.id), update.add("token", 1))
        .when(still_held(job.token).and(Cond::eq("beat", job.beat)));
    match state.tables.write(Scope::directory(), write).await {
        Ok(item) => {
            if let Some(item) = item {
                let job = JobRecord::read(item)?;
                tracing::warn!(job = %job.id, kind = job.kind, worker = job.worker, "a lost worker's job returned");
                state.metrics.job_lost(&job.kind);
                state.announce(&job);
            }
            Ok(())
        }
        Err(error) if Error::is_lost_race(&error) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// The update of a job that has ended and is kept for so long.
pub(crate) fn finished(owner: Owner, state: JobState, now: Timestamp, kept: Duration) -> Update {
    lane::moved(owner, state, lane::finished(now), now)
        .set("finished_at", now)
        .set("expires_at", now.after(kept).as_seconds())
        .set("cancel_requested", false)
}

/// The update of a job that may begin.
pub(crate) fn ready(job: &JobRecord, now: Timestamp) -> Update {
    let place = lane::ready(job.owner, job.priority, now, job.id);
    lane::moved(job.owner, JobState::Queued, place, now).remove("waiting_since")
}

/// The update of a job that waits for so long.
pub(crate) fn waiting(job: &JobRecord, now: Timestamp, wait: Duration) -> Update {
    let until = now.after(wait);
    lane::moved(job.owner, JobState::Queued, lane::waiting(until, job.id), now)
        .set("run_at", until)
        .set("waiting_since", now)
}

async fn write(state: &State, job: &JobRecord, update: Update) -> Result<Held<JobRecord>, Error> {
    let write = Write::update(&JOBS, JobRecord::key_of(job.id), update).when(still_held(job.token));
    match state.tables.write(Scope::directory(), write).await {
        Ok(Some(item)) => Ok(Held::Yes(JobRecord::read(item)?)),
        Ok(None) => Ok(Held::Lost),
        Err(error) if Error::is_lost_race(&error) => Ok(Held::Lost),
        Err(error) => Err(error.into()),
    }
}
