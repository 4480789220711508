//! Taking the next job: round robin over the owners that have one.

use atelier_base::Scope;
use atelier_tables::{Cond, KeyRange, Query, Update, Write};

use crate::tables::{JOBS, LANES};
use crate::{Error, JobRecord, JobState, State, lane};

/// Jobs that others took first before it gives up until the next look.
const LOST_RACES: usize = 16;

/// Whose turn it is: the place in the order of owners behind the one that was served last.
#[derive(Clone, Debug, Default)]
pub(crate) struct Turn(String);

/// The next ready job of these kinds, held by `worker` from now on. An owner with ten thousand jobs gets
/// one, then the next owner gets one.
pub(crate) async fn next(
    state: &State,
    turn: &mut Turn,
    kinds: &[&'static str],
    worker: &str,
) -> Result<Option<JobRecord>, Error> {
    for _ in 0..LOST_RACES {
        let mut candidate = first_behind(state, &turn.0, kinds).await?;
        if candidate.is_none() && !turn.0.is_empty() {
            candidate = first_behind(state, "", kinds).await?;
        }
        let Some(candidate) = candidate else { return Ok(None) };
        turn.0 = lane::behind(candidate.owner);
        if let Some(held) = take(state, &candidate, worker).await? {
            return Ok(Some(held));
        }
    }
    Ok(None)
}

/// The first ready job of the first owner behind that place.
async fn first_behind(
    state: &State,
    place: &str,
    kinds: &[&'static str],
) -> Result<Option<JobRecord>, Error> {
    let mut first: Option<JobRecord> = None;
    for position in 0..lane::SHARDS {
        let range = if place.is_empty() { KeyRange::All } else { KeyRange::Above(place.into()) };
        let query = Query::index(&JOBS, LANES, lane::shard(position))
            .range(range)
            .filter(Cond::one_of("kind", kinds.iter().copied()))
            .limit(1);
        let page = state.tables.query(Scope::directory(), query).await?;
        if let Some(item) = page.into_nodes().next() {
            let job = JobRecord::read(item)?;
            if first.as_ref().is_none_or(|first| job.lane_order < first.lane_order) {
                first = Some(job);
            }
        }
    }
    Ok(first)
}

/// Takes the job unless somebody did since it was read.
async fn take(state: &State, job: &JobRecord, worker: &str) -> Result<Option<JobRecord>, Error> {
    let now = state.clock.now();
    let update: Update = lane::moved(job.owner, JobState::Running, lane::running(job.id), now)
        .add("token", 1)
        .add("attempts", 1)
        .set("beat", 0)
        .set("worker", worker)
        .set("started_at", now)
        .remove("progress")
        .remove("waiting_since");
    let write = Write::update(&JOBS, JobRecord::key_of(job.id), update)
        .when(Cond::eq("state", JobState::Queued.name()).and(Cond::eq("token", job.token)))
        .when(Cond::eq("lane", job.lane.as_str()));
    match state.tables.write(Scope::directory(), write).await {
        Ok(item) => Ok(item.map(JobRecord::read).transpose()?),
        Err(error) if Error::is_lost_race(&error) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
