//! Looking at jobs, calling them off, trying them again.

use atelier_base::{JobId, Page, PageRequest, Scope, Timestamp};
use atelier_tables::{Cond, KeyRange, Query, Write};

use crate::tables::{JOBS, LANES, OF_STATE, OF_TENANT};
use crate::worker::Settings;
use crate::{Error, JobRecord, JobState, Owner, State, lane, lease};

/// The job of that id, if the scope may see it.
///
/// # Errors
/// The store's.
pub async fn find(state: &State, scope: Scope, id: JobId) -> Result<Option<JobRecord>, Error> {
    let item = state.tables.get(scope, &JOBS, &JobRecord::key_of(id)).await?;
    Ok(item.map(JobRecord::read).transpose()?)
}

/// The job of that id.
///
/// # Errors
/// [`Error::NotFound`], or the store's.
pub async fn fetch(state: &State, scope: Scope, id: JobId) -> Result<JobRecord, Error> {
    find(state, scope, id).await?.ok_or(Error::NotFound(id))
}

/// Jobs of the scope's owner, the newest first; only those in a state if one is named.
///
/// # Errors
/// The store's.
pub async fn list(
    state: &State,
    scope: Scope,
    which: Option<JobState>,
    page: PageRequest,
) -> Result<Page<JobRecord>, Error> {
    let owner = Owner::of(scope);
    let query = match which {
        Some(which) => Query::index(&JOBS, OF_STATE, lane::tenant_state(owner, which)),
        None => Query::index(&JOBS, OF_TENANT, owner.to_string()),
    };
    let page = state.tables.query(scope, query.descending().page(page)).await?;
    Ok(page.try_map(JobRecord::read)?)
}

/// Jobs of these kinds, of every owner, that ended since an instant without being done: those that failed for good, also
/// because all their workers were lost, and those that were called off. For whoever shows the work of a job, and must
/// say that it ended.
///
/// # Errors
/// The store's.
pub async fn given_up(
    state: &State,
    kinds: &[&'static str],
    since: Timestamp,
) -> Result<Vec<JobRecord>, Error> {
    let ended = [JobState::Failed.name(), JobState::Cancelled.name()];
    let mut query = Query::index(&JOBS, LANES, lane::FINISHED)
        .range(KeyRange::Above(since.to_string().into()))
        .filter(Cond::one_of("kind", kinds.iter().copied()).and(Cond::one_of("state", ended)));
    let mut jobs = Vec::new();
    loop {
        let page = state.tables.query(Scope::directory(), query.clone()).await?;
        query = query.after(page.end().cloned());
        let has_next = page.has_next;
        for item in page.into_nodes() {
            jobs.push(JobRecord::read(item)?);
        }
        if !has_next {
            return Ok(jobs);
        }
    }
}

/// How many jobs of the scope's owner are queued or running.
///
/// # Errors
/// The store's.
pub async fn active(state: &State, scope: Scope) -> Result<u64, Error> {
    let mut active = 0;
    for which in [JobState::Queued, JobState::Running] {
        let query = Query::index(&JOBS, OF_STATE, lane::tenant_state(Owner::of(scope), which));
        active += state.tables.count(scope, query).await?.count;
    }
    Ok(active)
}

/// Calls a job off. A queued one ends at once. A running one is asked to stop: at once when it runs in this
/// process, else at its worker's next heartbeat; it ends as cancelled when it does, or when its worker is lost.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Ended`], or the store's.
pub async fn cancel(state: &State, scope: Scope, id: JobId) -> Result<JobRecord, Error> {
    loop {
        let job = fetch(state, scope, id).await?;
        let now = state.clock.now();
        let update = match job.state {
            JobState::Queued => lease::finished(job.owner, JobState::Cancelled, now, Settings::KEPT),
            JobState::Running => {
                atelier_tables::Update::new().set("cancel_requested", true).set("updated_at", now)
            }
            _ => return Err(Error::Ended(id)),
        };
        if let Some(job) = change(state, scope, &job, update).await? {
            if let Some(token) = state.token_here(id) {
                token.cancel();
            }
            return Ok(job);
        }
    }
}

/// Tries a failed or cancelled job again, with all its attempts.
///
/// # Errors
/// [`Error::NotFound`], [`Error::NotFailed`], or the store's.
pub async fn retry(state: &State, scope: Scope, id: JobId) -> Result<JobRecord, Error> {
    loop {
        let job = fetch(state, scope, id).await?;
        if !matches!(job.state, JobState::Failed | JobState::Cancelled) {
            return Err(Error::NotFailed(id));
        }
        let now = state.clock.now();
        let update = lease::ready(&job, now)
            .set("attempts", 0)
            .set("run_at", now)
            .set("cancel_requested", false)
            .remove("expires_at")
            .remove("finished_at")
            .remove("progress")
            .remove("error");
        if let Some(job) = change(state, scope, &job, update).await? {
            state.metrics.job_enqueued(&job.kind);
            state.wake();
            return Ok(job);
        }
    }
}

/// The job after the update; none when it moved on meanwhile.
async fn change(
    state: &State,
    scope: Scope,
    job: &JobRecord,
    update: atelier_tables::Update,
) -> Result<Option<JobRecord>, Error> {
    let same = Cond::eq("state", job.state.name()).and(Cond::eq("token", job.token));
    let write = Write::update(&JOBS, JobRecord::key_of(job.id), update).when(same);
    match state.tables.write(scope, write).await {
        Ok(item) => {
            let job = item.map(JobRecord::read).transpose()?;
            if let Some(job) = &job {
                state.announce(job);
            }
            Ok(job)
        }
        Err(error) if Error::is_lost_race(&error) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
