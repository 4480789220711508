//! One attempt of one job, from the moment it is held to the moment it is given back.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use atelier_observe::Stopwatch;
use futures_util::FutureExt as _;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use super::Bench;
use crate::lease::{self, Held, Outcome};
use crate::{Context, Error, Failure, JobRecord, Stop};

/// How often a result is offered to a store that fails. After that the lease ends and the job returns.
const OFFERS: u32 = 5;

pub(super) async fn carry_out(bench: Arc<Bench>, job: JobRecord) {
    let cancel = CancellationToken::new();
    bench.state.runs_here(job.id, cancel.clone());
    bench.state.announce(&job);
    bench.state.metrics.job_started(&job.kind);
    let context = Context::new(job.clone(), cancel, bench.computations.clone());
    let watch = Stopwatch::start();
    let outcome = attempt(&bench, &context).await;
    let ended = match outcome {
        Some(outcome) => hand_in(&bench, &context, outcome).await,
        None => None,
    };
    bench.state.ended_here(job.id);
    let word = ended.as_ref().map_or("lost", |job| job.state.name());
    bench.state.metrics.job_ended(&job.kind, word, watch.elapsed());
    if let Some(job) = ended {
        bench.state.announce(&job);
        if !job.state.is_final() {
            bench.state.shared.work.notify_one();
        }
    } else {
        tracing::warn!(job = %job.id, kind = job.kind, token = job.token, "the job was lost to another worker");
    }
}

/// Runs the handler under heartbeats; none when the job was lost.
async fn attempt(bench: &Bench, context: &Context) -> Option<Outcome> {
    let Some(handler) = bench.handlers.get(context.job().kind.as_str()) else {
        return Some(Outcome::GivenBack);
    };
    let work = handler(context.job().payload.clone(), context.clone());
    // A panic of one job is its own failure; what it shares with others are atomics and channels.
    let mut work = std::pin::pin!(AssertUnwindSafe(work).catch_unwind());
    let finished = tokio::select! {
        finished = &mut work => Some(finished),
        stop = keep(bench, context) => {
            context.tell(stop);
            let finished = timeout(bench.settings.grace, &mut work).await.ok();
            if stop == Stop::Lost {
                return None;
            }
            finished
        }
    };
    let result = match finished {
        Some(Ok(result)) => result,
        Some(Err(panic)) => Err(Failure::Retry(format!("it panicked: {}", words(&*panic)))),
        None => Err(Failure::Retry("it did not stop in time".into())),
    };
    Some(match (result, context.stop()) {
        (Ok(result), _) => Outcome::Succeeded(result),
        (Err(_), Some(Stop::Cancelled)) => Outcome::Cancelled,
        (Err(_), Some(Stop::Shutdown)) => Outcome::GivenBack,
        (Err(Failure::Retry(message)), _) => Outcome::Failed { message, retry: true },
        (Err(Failure::Final(message)), _) => Outcome::Failed { message, retry: false },
    })
}

/// Heartbeats and progress, until the job should stop.
async fn keep(bench: &Bench, context: &Context) -> Stop {
    let every = bench.settings.lease / 4;
    let uptime = &bench.state.uptime;
    let mut sure_until = uptime.elapsed() + bench.settings.lease * 2 / 3;
    let mut since_write = Stopwatch::start();
    loop {
        let wait = every.saturating_sub(since_write.elapsed());
        tokio::select! {
            () = bench.stop.cancelled() => return Stop::Shutdown,
            _ = context.stopped() => return Stop::Cancelled,
            () = context.reported() => {
                let rest = bench.settings.progress_every.saturating_sub(since_write.elapsed());
                // Rest a little; being told to stop ends it.
                if timeout(rest, context.stopped()).await.is_ok() {
                    return Stop::Cancelled;
                }
            }
            _ = timeout(wait, std::future::pending::<()>()) => {}
        }
        let asked_at = uptime.elapsed();
        let beat = lease::beat(&bench.state, context.job(), context.unwritten());
        // A store that hangs is no lease.
        let Ok(beat) = timeout(sure_until.saturating_sub(asked_at), beat).await else { return Stop::Lost };
        match beat {
            Ok(Held::Yes(job)) => {
                sure_until = asked_at + bench.settings.lease * 2 / 3;
                bench.state.announce(&job);
                if job.cancel_requested {
                    return Stop::Cancelled;
                }
            }
            Ok(Held::Lost) => return Stop::Lost,
            Err(error) => tracing::warn!(job = %context.job().id, %error, "a heartbeat failed"),
        }
        since_write = Stopwatch::start();
        // Somebody may soon take it for dead: it must not go on by then.
        if sure_until <= uptime.elapsed() {
            return Stop::Lost;
        }
    }
}

/// Writes the outcome; none when the job was lost, or the store did not take it.
async fn hand_in(bench: &Bench, context: &Context, outcome: Outcome) -> Option<JobRecord> {
    let progress = context.unwritten();
    for offer in 1..=OFFERS {
        let (outcome, progress) = (outcome.clone(), progress.clone());
        match lease::end(&bench.state, context.job(), outcome, progress, &bench.settings).await {
            Ok(Held::Yes(job)) => return Some(job),
            Ok(Held::Lost) => return None,
            Err(Error::Store(atelier_tables::Error::ItemTooLarge { .. })) => {
                let message = "its result is too large to keep".to_owned();
                let outcome = Outcome::Failed { message, retry: false };
                return match lease::end(&bench.state, context.job(), outcome, None, &bench.settings).await {
                    Ok(Held::Yes(job)) => Some(job),
                    _ => None,
                };
            }
            Err(error) => {
                tracing::warn!(job = %context.job().id, offer, %error, "an outcome could not be stored");
                let pause = Duration::from_millis(100 << offer);
                let _ = timeout(pause, std::future::pending::<()>()).await;
            }
        }
    }
    None
}

fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "without a word".into())
}
