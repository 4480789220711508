//! Taking the next job: round robin over the owners that have one, and those of low priority after all others.

use atelier_base::Scope;
use atelier_tables::{Cond, KeyRange, Query, Update, Write};

use crate::lane::Side;
use crate::tables::{JOBS, LANES};
use crate::{Error, JobRecord, JobState, State, lane};

/// Jobs that others took first before it gives up until the next look.
const LOST_RACES: usize = 16;

/// Whose turn it is: the place in the order of owners behind the one that was served last, on each side.
#[derive(Clone, Debug, Default)]
pub(crate) struct Turn {
    usual: String,
    low: String,
}

impl Turn {
    fn of(&mut self, side: Side) -> &mut String {
        match side {
            Side::Usual => &mut self.usual,
            Side::Low => &mut self.low,
        }
    }
}

/// The next ready job of these kinds, held by `worker` from now on. An owner with ten thousand jobs gets
/// one, then the next owner gets one. One of low priority is taken when `low` says so and there is no other.
pub(crate) async fn next(
    state: &State,
    turn: &mut Turn,
    kinds: &[&'static str],
    worker: &str,
    low: bool,
) -> Result<Option<JobRecord>, Error> {
    let sides: &[Side] = if low { &[Side::Usual, Side::Low] } else { &[Side::Usual] };
    for side in sides {
        let turn = turn.of(*side);
        for _ in 0..LOST_RACES {
            let mut candidate = first_behind(state, *side, turn, kinds).await?;
            if candidate.is_none() && !turn.is_empty() {
                candidate = first_behind(state, *side, "", kinds).await?;
            }
            let Some(candidate) = candidate else { break };
            *turn = lane::behind(candidate.owner);
            if let Some(held) = take(state, &candidate, worker).await? {
                return Ok(Some(held));
            }
        }
    }
    Ok(None)
}

/// The first ready job of the first owner behind that place.
async fn first_behind(
    state: &State,
    side: Side,
    place: &str,
    kinds: &[&'static str],
) -> Result<Option<JobRecord>, Error> {
    let mut first: Option<JobRecord> = None;
    for position in 0..lane::SHARDS {
        let range = if place.is_empty() { KeyRange::All } else { KeyRange::Above(place.into()) };
        let query = Query::index(&JOBS, LANES, side.shard(position))
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
