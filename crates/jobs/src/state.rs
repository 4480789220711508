//! What the functions of this crate need.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use atelier_base::{Clock, JobId, Randomness};
use atelier_observe::Metrics;
use atelier_tables::Tables;
use tokio::sync::{Notify, broadcast};
use tokio_util::sync::CancellationToken;

use crate::{JobRecord, Uptime};

/// The ports of jobs and events. Cheap to clone; clones share one queue.
#[derive(Clone)]
pub struct State {
    /// The store.
    pub tables: Tables,
    /// The time.
    pub clock: Clock,
    /// Ids, and the jitter of waits.
    pub randomness: Randomness,
    /// Counters.
    pub metrics: Metrics,
    /// What leases are measured with.
    pub uptime: Uptime,
    pub(crate) shared: Arc<Shared>,
}

/// What the clones share within the process.
pub(crate) struct Shared {
    /// Something may be ready.
    pub(crate) work: Notify,
    /// Something may have been emitted.
    pub(crate) emitted: Notify,
    /// News of jobs, for live pages.
    news: broadcast::Sender<Arc<JobRecord>>,
    /// The jobs that run here, so that calling one off needs no heartbeat.
    running: Mutex<HashMap<JobId, CancellationToken>>,
}

/// A slow listener may lie this many news behind before it misses some.
const BACKLOG: usize = 1_024;

impl State {
    /// The state over a store.
    pub fn new(tables: Tables, clock: Clock, randomness: Randomness, metrics: Metrics) -> Self {
        let shared = Shared {
            work: Notify::new(),
            emitted: Notify::new(),
            news: broadcast::channel(BACKLOG).0,
            running: Mutex::default(),
        };
        let uptime = Uptime::measured();
        Self { tables, clock, randomness, metrics, uptime, shared: Arc::new(shared) }
    }

    /// Tells workers and relays of this process to look at once. Whoever puts a job or an event into a
    /// transaction of their own calls it afterwards; who forgets waits for the next look, a second at most.
    pub fn wake(&self) {
        self.shared.work.notify_one();
        self.shared.emitted.notify_waiters();
    }

    /// News of jobs of this process from now on, of every tenant. Each is the job as it is then.
    pub fn follow(&self) -> broadcast::Receiver<Arc<JobRecord>> {
        self.shared.news.subscribe()
    }

    pub(crate) fn announce(&self, job: &JobRecord) {
        // An error means that nobody listens.
        let _ = self.shared.news.send(Arc::new(job.clone()));
    }

    pub(crate) fn runs_here(&self, id: JobId, stop: CancellationToken) {
        self.shared.running.lock().unwrap_or_else(PoisonError::into_inner).insert(id, stop);
    }

    pub(crate) fn ended_here(&self, id: JobId) {
        self.shared.running.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
    }

    pub(crate) fn token_here(&self, id: JobId) -> Option<CancellationToken> {
        self.shared.running.lock().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()
    }
}
