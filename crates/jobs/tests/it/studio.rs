//! What the scenarios share: a store, states over it as of several processes, and a job.

use std::sync::Arc;
use std::time::Duration;

use atelier_base::{Clock, Randomness, Scope, TenantId, Timestamp, UserId};
use atelier_jobs::{Job, JobRecord, JobState, Settings, State, Uptime, Workers};
use atelier_observe::Metrics;
use atelier_tables::{Attribute, Table, Tables};
use serde::{Deserialize, Serialize};
use tempfile::TempDir;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// A table of the caller's own, to write to in one transaction with a job.
pub(crate) const NOTES: &Table = &Table::new("notes", Attribute::S("id"));

/// A picture to varnish, with what is to come of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Varnish {
    pub(crate) picture: String,
}

impl Job for Varnish {
    const KIND: &'static str = "picture.varnish";
    const MAX_ATTEMPTS: u32 = 3;
}

pub(crate) fn varnish(picture: impl Into<String>) -> Varnish {
    Varnish { picture: picture.into() }
}

pub(crate) struct Studio {
    pub(crate) state: State,
    pub(crate) clock: Clock,
    _directory: TempDir,
}

impl Studio {
    pub(crate) fn open() -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let clock = Clock::fixed(Timestamp::from_millis(1_795_251_600_000));
        let options =
            atelier_tables::Options { clock: clock.clone(), ..atelier_tables::Options::at(directory.path()) };
        let declared: Vec<_> = atelier_jobs::TABLES.iter().copied().chain([NOTES]).collect();
        let tables = Tables::open(&options, &declared).expect("opened");
        let state = process(tables, clock.clone(), 1);
        Self { state, clock, _directory: directory }
    }

    /// The state of another process over the same store, with an uptime of its own.
    pub(crate) fn neighbour(&self) -> State {
        process(self.state.tables.clone(), self.clock.clone(), 2)
    }

    /// Such a process, on a machine with another clock.
    pub(crate) fn neighbour_at(&self, clock: &Clock) -> State {
        process(self.state.tables.clone(), clock.clone(), 3)
    }

    pub(crate) async fn job(&self, job: &JobRecord) -> JobRecord {
        atelier_jobs::fetch(&self.state, Scope::directory(), job.id).await.expect("there")
    }

    /// The job once it is in that state.
    pub(crate) async fn until(&self, job: &JobRecord, state: JobState) -> JobRecord {
        loop {
            let now = self.job(job).await;
            if now.state == state {
                return now;
            }
            tokio::task::yield_now().await;
        }
    }
}

fn process(tables: Tables, clock: Clock, seed: u64) -> State {
    let metrics = Metrics::install(None).expect("metrics");
    let mut state = State::new(tables, clock, Randomness::seeded(seed), metrics);
    state.uptime = Uptime::told();
    state
}

pub(crate) fn tenant(seed: u64) -> Scope {
    let user = UserId::generate(Timestamp::from_millis(0), &Randomness::seeded(seed));
    Scope::tenant(TenantId::Personal(user))
}

/// Looks often, because a test waits for it.
pub(crate) fn settings(name: &str) -> Settings {
    let quick = Duration::from_millis(2);
    Settings { name: name.into(), poll: quick, progress_every: quick, ..Settings::default() }
}

/// Workers in the background until the test ends.
pub(crate) struct Shift {
    tasks: JoinSet<()>,
    stop: CancellationToken,
}

impl Shift {
    pub(crate) fn of(workers: Vec<Workers>) -> Self {
        let (mut tasks, stop) = (JoinSet::new(), CancellationToken::new());
        for workers in workers {
            tasks.spawn(workers.run(stop.clone()));
        }
        Self { tasks, stop }
    }

    pub(crate) async fn end(mut self) {
        self.stop.cancel();
        while let Some(ended) = self.tasks.join_next().await {
            ended.expect("no panic");
        }
    }
}

/// Pictures in the order in which they were varnished.
#[derive(Clone, Default)]
pub(crate) struct Done(Arc<std::sync::Mutex<Vec<String>>>);

impl Done {
    pub(crate) fn note(&self, picture: impl Into<String>) {
        self.0.lock().expect("whole").push(picture.into());
    }

    pub(crate) fn list(&self) -> Vec<String> {
        self.0.lock().expect("whole").clone()
    }

    /// Workers that note each picture.
    pub(crate) fn workers(&self, state: State, settings: Settings) -> Workers {
        let done = self.clone();
        Workers::new(state, settings).on(move |job: Varnish, _| {
            let done = done.clone();
            async move {
                done.note(job.picture.as_str());
                Ok(job.picture)
            }
        })
    }
}
