//! The round that every worker makes: what waited long enough becomes ready, what a lost worker held returns.

use std::time::Duration;

use atelier_base::{JobId, Scope, Timestamp};
use atelier_tables::{Cond, KeyRange, Query, Write};

use crate::sighting::Sightings;
use crate::tables::{JOBS, LANES};
use crate::worker::Settings;
use crate::{Error, JobRecord, State, lane, lease, schedule};

/// Jobs that are moved at once, so that other work comes between.
const AT_ONCE: usize = 100;

/// What the round remembers of earlier ones.
pub(crate) struct Round {
    sightings: Sightings<JobId>,
    /// The clock at the last round; none at the first.
    clock: Option<Timestamp>,
}

impl Round {
    pub(crate) fn new() -> Self {
        Self { sightings: Sightings::new(), clock: None }
    }

    pub(crate) async fn make(&mut self, state: &State, settings: &Settings) -> Result<(), Error> {
        let now = state.clock.now();
        // At the start nobody knows what the clock did before.
        let jumped_back = self.clock.is_none_or(|before| now < before);
        self.clock = Some(now);
        if jumped_back {
            count_anew(state, now).await?;
        }
        promote(state, now).await?;
        self.reap(state, settings).await?;
        schedule::enqueue_due(state, now).await
    }

    /// Jobs whose holder stood still for a lease return.
    async fn reap(&mut self, state: &State, settings: &Settings) -> Result<(), Error> {
        let mut there = std::collections::HashSet::new();
        let mut query = Query::index(&JOBS, LANES, lane::RUNNING).limit(AT_ONCE);
        loop {
            let page = state.tables.query(Scope::directory(), query.clone()).await?;
            query = query.after(page.end().cloned());
            let has_next = page.has_next;
            for item in page.into_nodes() {
                let job = JobRecord::read(item)?;
                there.insert(job.id);
                let still = self.sightings.still_for(job.id, job.token, job.beat, state.uptime.elapsed());
                if settings.lease <= still {
                    lease::take_back(state, &job, settings).await?;
                }
            }
            if !has_next {
                break;
            }
        }
        self.sightings.retain(|id| there.contains(id));
        Ok(())
    }
}

/// Jobs whose time has come become ready.
async fn promote(state: &State, now: Timestamp) -> Result<(), Error> {
    loop {
        // '~' lies behind the '#' that follows the instant.
        let due = KeyRange::Below(format!("{now}~").into());
        let query = Query::index(&JOBS, LANES, lane::WAITING).range(due).limit(AT_ONCE);
        let page = state.tables.query(Scope::directory(), query).await?;
        let mut moved = 0;
        for item in page.into_nodes() {
            let job = JobRecord::read(item)?;
            moved += usize::from(move_waiting(state, &job, lease::ready(&job, job.run_at)).await?);
        }
        // None moved: there is none, or others are at it.
        if moved == 0 {
            return Ok(());
        }
    }
}

/// After the clock jumped back, a wait would last as much longer. Those that were counted from an
/// instant ahead of now begin anew; an instant that somebody asked for stays.
async fn count_anew(state: &State, now: Timestamp) -> Result<(), Error> {
    let mut query = Query::index(&JOBS, LANES, lane::WAITING).limit(AT_ONCE);
    let mut late = Vec::new();
    loop {
        let ahead = Cond::gt("waiting_since", now);
        let page = state.tables.query(Scope::directory(), query.clone().filter(ahead)).await?;
        query = query.after(page.end().cloned());
        let has_next = page.has_next;
        for item in page.into_nodes() {
            late.push(JobRecord::read(item)?);
        }
        if !has_next {
            break;
        }
    }
    for job in late {
        let wait = job.waiting_since.map_or(Duration::ZERO, |since| job.run_at.since(since));
        move_waiting(state, &job, lease::waiting(&job, now, wait)).await?;
    }
    Ok(())
}

/// Whether the job still waited where it was read.
async fn move_waiting(state: &State, job: &JobRecord, update: atelier_tables::Update) -> Result<bool, Error> {
    let same = Cond::eq("lane", lane::WAITING).and(Cond::eq("lane_order", job.lane_order.as_str()));
    let write = Write::update(&JOBS, JobRecord::key_of(job.id), update).when(same);
    match state.tables.write(Scope::directory(), write).await {
        Ok(_) => Ok(true),
        Err(error) if Error::is_lost_race(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
