//! The workers: they take items from every lane in turn, have them made, and keep what was made.
//!
//! A process that dies leaves nothing undone: its leases end, and whoever looks next brings its items back
//! (`item/lost.rs`). One that is told to stop lets go of what waits at a provider and finishes what it is sending.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use atelier_base::{OrderItemId, Scope, Timestamp};
use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use crate::item::{self, Claimed, LEASE, Lane};
use crate::{Error, State};

mod attempt;
mod orphans;

pub use orphans::{Orphans, sweep_orphans};

/// How often it looks for work that nobody told it of.
const LOOK: Duration = Duration::from_secs(1);

/// The workers of a process.
struct Floor {
    state: State,
    /// What its items are held under.
    name: String,
    stop: CancellationToken,
    under_way: JoinSet<()>,
    /// What each task has, and what is cancelled when it was lost.
    held: HashMap<Id, (OrderItemId, CancellationToken)>,
    /// The lane that was served last.
    served: Option<Lane>,
    /// When leases were renewed, and when what others left was looked for.
    renewed: Timestamp,
    looked: Option<Timestamp>,
    is_rung: bool,
}

/// Works with so many items at a time until `stop` is cancelled. A failure of the store is logged and tried again.
pub async fn run(state: State, workers: usize, stop: CancellationToken) {
    let mut floor = Floor::new(state, stop);
    while !floor.stop.is_cancelled() {
        if let Err(error) = floor.round(workers.max(1)).await {
            tracing::warn!(%error, "a round of the factory's workers failed; it is tried again");
        }
        let state = floor.state.clone();
        tokio::select! {
            () = floor.stop.cancelled() => {}
            Some(done) = floor.under_way.join_next_with_id() => floor.ended(done),
            // Whoever rings may have called something off that is under way here.
            rung = timeout(LOOK, state.bell.notified()) => floor.is_rung = rung.is_ok(),
        }
    }
    while let Some(done) = floor.under_way.join_next_with_id().await {
        floor.ended(done);
    }
}

/// Works until nothing can be begun any more and nothing is under way; returns how many attempts were made. For tests
/// and for commands that do not serve.
///
/// # Errors
/// Those of the store.
pub async fn run_dry(state: State, workers: usize) -> Result<usize, Error> {
    let mut floor = Floor::new(state, CancellationToken::new());
    let mut attempts = 0;
    loop {
        floor.looked = None;
        floor.round(workers.max(1)).await?;
        let Some(done) = floor.under_way.join_next_with_id().await else { return Ok(attempts) };
        floor.ended(done);
        attempts += 1;
    }
}

impl Floor {
    fn new(state: State, stop: CancellationToken) -> Self {
        let name = hex::encode(state.randomness.bytes::<16>());
        let renewed = state.clock.now();
        Self {
            state,
            name,
            stop,
            under_way: JoinSet::new(),
            held: HashMap::new(),
            served: None,
            renewed,
            looked: None,
            is_rung: false,
        }
    }

    /// Renews leases, brings back what others lost, and begins what can be begun.
    async fn round(&mut self, workers: usize) -> Result<(), Error> {
        while let Some(done) = self.under_way.try_join_next_with_id() {
            self.ended(done);
        }
        let now = self.state.clock.now();
        if std::mem::take(&mut self.is_rung) || LEASE / 3 <= now.since(self.renewed) {
            self.renewed = now;
            self.renew().await?;
        }
        if self.looked.is_none_or(|looked| LOOK <= now.since(looked)) {
            self.looked = Some(now);
            item::reap(&self.state).await?;
            let free = workers.saturating_sub(self.under_way.len());
            for item in item::resume(&self.state, &self.name, free).await? {
                self.begin(item);
            }
        }
        self.fill(workers).await
    }

    async fn renew(&mut self) -> Result<(), Error> {
        let mine: Vec<_> = self.held.values().map(|(id, _)| *id).collect();
        let lost = item::hold_on(&self.state, &self.name, &mine).await?;
        for (_, token) in self.held.values().filter(|(id, _)| lost.contains(id)) {
            token.cancel();
        }
        Ok(())
    }

    /// Takes from every lane in turn, an even share of what is free each time, until nothing more is to be had.
    async fn fill(&mut self, workers: usize) -> Result<(), Error> {
        let free = |floor: &Self| workers.saturating_sub(floor.under_way.len());
        if free(self) == 0 || self.stop.is_cancelled() {
            return Ok(());
        }
        let mut lanes = item::lanes(&self.state).await?;
        lanes.sort();
        if let Some(served) = &self.served {
            let next = lanes.partition_point(|lane| lane <= served);
            lanes.rotate_left(next);
        }
        while !lanes.is_empty() && 0 < free(self) {
            let share = (free(self) / lanes.len()).max(1);
            let mut going_on = Vec::new();
            for lane in lanes {
                let want = share.min(free(self));
                if want == 0 {
                    break;
                }
                let wanted = (self.name.as_str(), u32::try_from(want).unwrap_or(u32::MAX));
                let taken =
                    item::claim(&self.state, Scope::tenant(lane.tenant), &lane.provider, wanted).await?;
                let is_more = taken.len() == want;
                for item in taken {
                    self.begin(item);
                }
                self.served = Some(lane.clone());
                going_on.extend(is_more.then_some(lane));
            }
            lanes = going_on;
        }
        Ok(())
    }

    fn begin(&mut self, item: Claimed) {
        let (state, stop, lost) = (self.state.clone(), self.stop.clone(), CancellationToken::new());
        let (id, token) = (item.id, lost.clone());
        let task = self.under_way.spawn(async move {
            let bench = attempt::Bench { state, stop, lost };
            if let Err(error) = Box::pin(attempt::carry_out(&bench, Arc::new(item))).await {
                tracing::warn!(item = %id, %error, "an attempt could not be carried through; its lease ends");
            }
        });
        self.held.insert(task.id(), (id, token));
    }

    fn ended(&mut self, done: Result<(Id, ()), JoinError>) {
        let task = match done {
            Ok((task, ())) => task,
            Err(error) => {
                tracing::error!(%error, "a worker panicked; the lease of its item ends");
                error.id()
            }
        };
        self.held.remove(&task);
    }
}
