//! The loop that carries jobs out.

use std::collections::HashMap;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use crate::claim::{self, Turn};
use crate::computations::Computations;
use crate::lane::Side;
use crate::reap::Round;
use crate::{Context, Error, Failure, Job, JobRecord, State};

mod attempt;

/// How workers work.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The worker's name in the store and in logs: a replica's.
    pub name: String,
    /// Jobs at once, of which half may be of low priority.
    pub concurrency: usize,
    /// Computations at once, over all jobs, and as many of those of low priority: see [`Context::compute`].
    pub computations: usize,
    /// A worker that gave no sign for so long has lost its jobs.
    pub lease: Duration,
    /// How often it looks for work that nobody told it of.
    pub poll: Duration,
    /// Progress is written so often at most.
    pub progress_every: Duration,
    /// How long a job that should stop gets to do so.
    pub grace: Duration,
    /// How long a job is kept that succeeded or was cancelled.
    pub kept: Duration,
    /// How long a dead letter is kept.
    pub failures_kept: Duration,
}

impl Settings {
    pub(crate) const KEPT: Duration = Duration::from_hours(7 * 24);
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: "worker".into(),
            concurrency: 4,
            computations: 2,
            lease: Duration::from_secs(30),
            poll: Duration::from_secs(1),
            progress_every: Duration::from_millis(250),
            grace: Duration::from_secs(5),
            kept: Self::KEPT,
            failures_kept: Duration::from_hours(30 * 24),
        }
    }
}

type Attempt = BoxFuture<'static, Result<serde_json::Value, Failure>>;
type Handler = Arc<dyn Fn(serde_json::Value, Context) -> Attempt + Send + Sync>;

/// Workers of one process: which jobs they know, and the loop.
pub struct Workers {
    state: State,
    settings: Settings,
    handlers: HashMap<&'static str, Handler>,
}

/// What all attempts share.
pub(crate) struct Bench {
    state: State,
    settings: Settings,
    handlers: HashMap<&'static str, Handler>,
    computations: Computations,
    stop: CancellationToken,
}

impl Workers {
    /// Workers that know no job yet.
    pub fn new(state: State, settings: Settings) -> Self {
        Self { state, settings, handlers: HashMap::new() }
    }

    /// Carries out jobs of this type so. What it returns is kept as the job's result, as JSON.
    ///
    /// Jobs of a kind that no handler is known for stay queued: a newer replica may know it.
    pub fn on<J, R, F>(mut self, handler: impl Fn(J, Context) -> F + Send + Sync + 'static) -> Self
    where
        J: Job,
        R: serde::Serialize,
        F: Future<Output = Result<R, Failure>> + Send + 'static,
    {
        let handler = move |payload: serde_json::Value, context: Context| -> Attempt {
            match serde_json::from_value::<J>(payload) {
                Ok(job) => {
                    let attempt = handler(job, context);
                    Box::pin(
                        async move { serde_json::to_value(attempt.await?).map_err(Failure::final_because) },
                    )
                }
                Err(error) => Box::pin(std::future::ready(Err(Failure::final_because(error)))),
            }
        };
        self.handlers.insert(J::KIND, Arc::new(handler));
        self
    }

    /// Works until `stop` is cancelled; then takes no more jobs, asks those under way to stop, and gives
    /// back what does not end within the grace. A failure of the store is logged and tried again.
    pub async fn run(self, stop: CancellationToken) {
        let Self { state, settings, handlers } = self;
        let kinds: Vec<_> = handlers.keys().copied().collect();
        let computations = Computations::new(settings.computations);
        let bench = Arc::new(Bench { state, settings, handlers, computations, stop: stop.clone() });
        let (mut turn, mut round) = (Turn::default(), Round::new());
        // Those under way, by side.
        let (mut usual, mut low) = (JoinSet::new(), JoinSet::new());
        let most_low = (bench.settings.concurrency / 2).max(1);
        let mut looked: Option<Duration> = None;
        while !stop.is_cancelled() {
            let now = bench.state.uptime.elapsed();
            if looked.is_none_or(|looked| bench.settings.poll <= now.saturating_sub(looked)) {
                looked = Some(now);
                if let Err(error) = round.make(&bench.state, &bench.settings).await {
                    tracing::warn!(%error, "the round of the workers failed; it is tried again");
                }
            }
            while usual.len() + low.len() < bench.settings.concurrency && !stop.is_cancelled() {
                let also_low = low.len() < most_low;
                match claim::next(&bench.state, &mut turn, &kinds, &bench.settings.name, also_low).await {
                    Ok(Some(job)) => {
                        let side = match Side::of(job.priority) {
                            Side::Usual => &mut usual,
                            Side::Low => &mut low,
                        };
                        side.spawn(attempt::carry_out(bench.clone(), job));
                    }
                    Ok(None) => break,
                    Err(error) => {
                        tracing::warn!(%error, "no job could be taken; it is tried again");
                        break;
                    }
                }
            }
            tokio::select! {
                () = stop.cancelled() => {}
                Some(_) = usual.join_next() => {}
                Some(_) = low.join_next() => {}
                _ = timeout(bench.settings.poll, bench.state.shared.work.notified()) => {}
            }
        }
        while usual.join_next().await.is_some() || low.join_next().await.is_some() {}
    }

    /// One round and then one job, if there is one: for tests and for commands that do not serve.
    ///
    /// # Errors
    /// The store's.
    pub async fn run_one(&self) -> Result<Option<JobRecord>, Error> {
        let kinds: Vec<_> = self.handlers.keys().copied().collect();
        Round::new().make(&self.state, &self.settings).await?;
        let taken = claim::next(&self.state, &mut Turn::default(), &kinds, &self.settings.name, true).await?;
        let Some(job) = taken else { return Ok(None) };
        let id = job.id;
        let bench = Bench {
            state: self.state.clone(),
            settings: self.settings.clone(),
            handlers: self.handlers.clone(),
            computations: Computations::new(self.settings.computations),
            stop: CancellationToken::new(),
        };
        attempt::carry_out(Arc::new(bench), job).await;
        crate::find(&self.state, atelier_base::Scope::directory(), id).await
    }
}
