//! The workers: they take items from every lane in turn, have them made, and keep what was made.
//!
//! A process that dies leaves nothing undone: its leases end, and whoever looks next brings its items back
//! (`item/lost.rs`). One that is told to stop lets go of what waits at a provider and finishes what it is sending.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use atelier_base::{OrderItemId, Scope, TenantId, Timestamp};
use tokio::sync::{Notify, OnceCell};
use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use crate::item::{self, Claimed, LEASE, Lane};
use crate::{Error, State};

mod attempt;
mod desk;
mod orphans;
mod pace;
mod tally;
mod turns;

use attempt::Shop;
use desk::Desk;
pub use orphans::{Orphans, SETTLED, sweep_orphans};
use tally::Tally;
use turns::Turns;

/// How often it looks for work that nobody told it of.
const LOOK: Duration = Duration::from_secs(1);
/// What ends within so short a time is followed by one claim for all.
const GATHER: Duration = Duration::from_millis(2);

/// Items of a tenant for each worker, those included that only wait for their provider.
const PATIENT: usize = 8;

/// The workers of a process.
struct Floor {
    state: State,
    /// What its items are held under.
    name: String,
    stop: CancellationToken,
    under_way: JoinSet<()>,
    /// What each task has.
    held: HashMap<Id, Held>,
    /// The lane that was served last.
    served: Option<Lane>,
    /// When leases were renewed, and when what others left was looked for.
    renewed: Timestamp,
    looked: Option<Timestamp>,
    is_rung: bool,
    /// Attempts that only wait for their provider.
    waiting: Tally,
    /// Attempts that have something in hand and nowhere to put it. As long as there are any nothing else is begun: it
    /// would be paid for, and could not be kept either.
    jammed: Tally,
    /// Where what was made is handed in.
    desk: Desk,
}

/// What a task has.
struct Held {
    item: OrderItemId,
    tenant: TenantId,
    /// Cancelled when it was lost.
    lost: CancellationToken,
    /// Rung when its provider has something to say.
    news: Arc<Notify>,
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
            Some(done) = floor.under_way.join_next_with_id() => {
                floor.ended(done);
                floor.gather(workers).await;
            }
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
            waiting: Tally::default(),
            jammed: Tally::default(),
            desk: Desk::default(),
        }
    }

    /// Waits for a moment whether more ends, until half of the workers are free: a claim is a transaction.
    async fn gather(&mut self, workers: usize) {
        while workers / 2 < self.under_way.len() {
            match timeout(GATHER, self.under_way.join_next_with_id()).await {
                Ok(Some(done)) => self.ended(done),
                Ok(None) | Err(_) => return,
            }
        }
    }

    /// Renews leases, brings back what others lost, and begins what can be begun.
    async fn round(&mut self, workers: usize) -> Result<(), Error> {
        while let Some(done) = self.under_way.try_join_next_with_id() {
            self.ended(done);
        }
        self.pass_on().await?;
        let now = self.state.clock.now();
        if std::mem::take(&mut self.is_rung) || LEASE / 3 <= now.since(self.renewed) {
            self.renewed = now;
            self.renew().await?;
        }
        if self.looked.is_none_or(|looked| LOOK <= now.since(looked)) {
            self.looked = Some(now);
            item::reap(&self.state).await?;
            let free = self.free(workers);
            for item in item::resume(&self.state, &self.name, free).await? {
                self.begin(item, Arc::default());
            }
        }
        self.fill(workers).await
    }

    async fn renew(&mut self) -> Result<(), Error> {
        let mine: Vec<_> = self.held.values().map(|held| held.item).collect();
        let lost = item::hold_on(&self.state, &self.name, &mine).await?;
        for held in self.held.values().filter(|held| lost.contains(&held.item)) {
            held.lost.cancel();
        }
        Ok(())
    }

    /// Tells those who wait for a provider that it has something to say.
    async fn pass_on(&self) -> Result<(), Error> {
        if self.state.webhooks.is_none() || self.held.is_empty() {
            return Ok(());
        }
        let news = item::take_news(&self.state, &self.name).await?;
        for held in self.held.values().filter(|held| news.contains(&held.item)) {
            held.news.notify_one();
        }
        Ok(())
    }

    /// Workers with nothing to do but wait.
    fn free(&self, workers: usize) -> usize {
        let busy = self.under_way.len().saturating_sub(self.waiting.count());
        workers.saturating_sub(busy)
    }

    /// How many more the tenant may have.
    fn free_of(&self, workers: usize, tenant: TenantId) -> usize {
        let its = self.held.values().filter(|held| held.tenant == tenant).count();
        self.free(workers).min((workers * PATIENT).saturating_sub(its))
    }

    /// Takes for every tenant in turn, an even share of what is free each time, until nothing more is to be had.
    async fn fill(&mut self, workers: usize) -> Result<(), Error> {
        if self.free(workers) == 0 || self.stop.is_cancelled() || 0 < self.jammed.count() {
            return Ok(());
        }
        let mut turns = Turns::new(item::lanes(&self.state).await?, self.served.as_ref());
        while 0 < self.free(workers) && 0 < turns.tenants() {
            let mut share = (self.free(workers) / turns.tenants()).max(1);
            while let Some(lane) = turns.next() {
                let want = share.min(self.free_of(workers, lane.tenant));
                if want == 0 {
                    break;
                }
                let wanted = (self.name.as_str(), u32::try_from(want).unwrap_or(u32::MAX));
                let taken =
                    item::claim(&self.state, Scope::tenant(lane.tenant), &lane.provider, wanted).await?;
                share -= taken.len();
                if !taken.is_empty() {
                    self.served = Some(lane.clone());
                }
                let is_more = taken.len() == want;
                let shop = Arc::default();
                for item in taken {
                    self.begin(item, Arc::clone(&shop));
                }
                if is_more {
                    turns.again(lane);
                    break;
                }
            }
            turns.pass();
        }
        Ok(())
    }

    /// Those that were taken together share where their provider is.
    fn begin(&mut self, item: Claimed, shop: Arc<OnceCell<Shop>>) {
        // A claim is made in a tenant's scope.
        let Some(tenant) = item.scope.tenant_id() else { return };
        let held = Held { item: item.id, tenant, lost: CancellationToken::new(), news: Arc::default() };
        let bench = attempt::Bench {
            state: self.state.clone(),
            shop,
            desk: self.desk.clone(),
            stop: self.stop.clone(),
            lost: held.lost.clone(),
            news: held.news.clone(),
            waiting: self.waiting.clone(),
            jammed: self.jammed.clone(),
        };
        let id = item.id;
        let task = self.under_way.spawn(async move {
            if let Err(error) = Box::pin(attempt::carry_out(&bench, Arc::new(item))).await {
                tracing::warn!(item = %id, %error, "an attempt could not be carried through; its lease ends");
            }
        });
        self.held.insert(task.id(), held);
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
