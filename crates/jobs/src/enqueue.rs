//! Asking for a job.

use std::time::Duration;

use atelier_base::{JobId, Scope, Timestamp, UserId};
use atelier_tables::{Cond, Update, Write, to_item};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use crate::tables::JOBS;
use crate::{Error, JobRecord, JobState, Owner, Priority, State, lane};

/// A job: a serde struct that holds all it needs to know. It may be carried out more than once, so it is
/// written such that the second time does no harm.
pub trait Job: Serialize + DeserializeOwned + Send + 'static {
    /// `noun.verb`. It is stored: a job that was ever enqueued keeps its name.
    const KIND: &'static str;
    /// How often it is begun at most before it is a dead letter.
    const MAX_ATTEMPTS: u32 = 5;
}

/// How a job is enqueued.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Which of the owner's ready jobs goes first.
    pub priority: Priority,
    /// Not before this instant.
    pub run_at: Option<Timestamp>,
    /// Not before so long from now; counts from `run_at` when there is one.
    pub delay: Duration,
    /// Other than the job's own.
    pub max_attempts: Option<u32>,
    /// Of the owner's jobs of this kind only one with this key is made, as long as it is remembered.
    /// A second one changes nothing.
    pub key: Option<String>,
    /// The user who asks.
    pub by: Option<UserId>,
}

/// The write that enqueues a job for the scope's tenant, and the job's id: for a transaction of the
/// caller's own. Call [`State::wake`] when it is done.
///
/// # Errors
/// [`Error::Payload`] for a struct that is no JSON.
pub fn enqueue<J: Job>(
    state: &State,
    scope: Scope,
    job: &J,
    options: Options,
) -> Result<(JobId, Write), Error> {
    let max_attempts = options.max_attempts.unwrap_or(J::MAX_ATTEMPTS);
    let new = New { kind: J::KIND, payload: serde_json::to_value(job)?, max_attempts };
    new.write(state, scope, options)
}

/// Enqueues a job and tells the workers. With a key, the job may be an earlier one.
///
/// # Errors
/// [`Error::Payload`], or the store's.
pub async fn send<J: Job>(
    state: &State,
    scope: Scope,
    job: &J,
    options: Options,
) -> Result<JobRecord, Error> {
    let (id, write) = enqueue(state, scope, job, options)?;
    let item = match state.tables.write(scope, write).await {
        // The server's own with a key, a second time.
        Err(atelier_tables::Error::ConditionFailed { current: Some(item), .. }) => Some(*item),
        other => other?,
    };
    let record = JobRecord::read(item.ok_or(Error::NotFound(id))?)?;
    if record.state == JobState::Queued && record.attempts == 0 {
        state.metrics.job_enqueued(&record.kind);
        state.announce(&record);
    }
    state.wake();
    Ok(record)
}

/// A job whose type is not known any more, such as a schedule's.
pub(crate) struct New<'a> {
    pub(crate) kind: &'a str,
    pub(crate) payload: serde_json::Value,
    pub(crate) max_attempts: u32,
}

impl New<'_> {
    pub(crate) fn write(
        self,
        state: &State,
        scope: Scope,
        options: Options,
    ) -> Result<(JobId, Write), Error> {
        let record = self.record(state, Owner::of(scope), options);
        let id = record.id;
        let keyed = record.key.is_some();
        let item = to_item(&record)?;
        if !keyed || record.owner == Owner::Server {
            return Ok((id, Write::put(&JOBS, item).when(Cond::missing("job_id"))));
        }
        // Each attribute only where none is: to enqueue again changes nothing, and fails nobody's transaction.
        let update = item
            .into_iter()
            .filter(|(name, _)| name != "job_id" && name != "tenant_id")
            .fold(Update::new(), |update, (name, value)| update.set_if_missing(name.as_str(), value));
        Ok((id, Write::upsert(&JOBS, JobRecord::key_of(id), update)))
    }

    fn record(self, state: &State, owner: Owner, options: Options) -> JobRecord {
        let now = state.clock.now();
        let id = match &options.key {
            Some(key) => named(owner, self.kind, key),
            None => JobId::generate(now, &state.randomness),
        };
        let run_at = options.run_at.unwrap_or(now).after(options.delay);
        let place = if now < run_at {
            lane::waiting(run_at, id)
        } else {
            lane::ready(owner, options.priority, run_at, id)
        };
        JobRecord {
            id,
            owner,
            kind: self.kind.to_owned(),
            payload: self.payload,
            state: JobState::Queued,
            priority: options.priority,
            attempts: 0,
            max_attempts: self.max_attempts.max(1),
            token: 0,
            beat: 0,
            worker: None,
            progress: None,
            error: None,
            result: None,
            cancel_requested: false,
            created_by: options.by,
            created_at: now,
            run_at,
            // Only a wait is counted anew when the clock jumps; an instant that was asked for stays.
            waiting_since: (options.run_at.is_none() && now < run_at).then_some(now),
            started_at: None,
            finished_at: None,
            updated_at: now,
            key: options.key,
            expires_at: None,
            tenant_state: lane::tenant_state(owner, JobState::Queued),
            lane: place.lane,
            lane_order: place.order,
        }
    }
}

/// The id of a job with a key: the same for the same owner, kind and key.
fn named(owner: Owner, kind: &str, key: &str) -> JobId {
    let digest = Sha256::digest(format!("{owner}\n{kind}\n{key}"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    JobId::from_uuid(uuid::Builder::from_custom_bytes(bytes).into_uuid())
}
