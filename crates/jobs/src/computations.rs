//! Threads for what keeps a processor busy, a few at a time.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use crate::{Failure, Priority};

/// How much a thread of low priority gives way, as `nice` counts: beside a usual one it gets a thirtieth of a processor,
/// and all of one that is idle. At 19, or in Linux's idle class, it would stand still for as long as a machine is busy.
const NICENESS: i32 = 15;

/// The threads of one worker. Clones share them.
///
/// Those of low priority have permits of their own: one that gives way takes long, and nobody waits for it.
#[derive(Clone)]
pub(crate) struct Computations {
    usual: Arc<Semaphore>,
    low: Arc<Semaphore>,
}

impl Computations {
    /// So many at once of each.
    pub(crate) fn new(at_once: usize) -> Self {
        let permits = || Arc::new(Semaphore::new(at_once.max(1)));
        Self { usual: permits(), low: permits() }
    }

    /// Waits for its turn and computes. Fails when the computation panics.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        priority: Priority,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Failure> {
        let low = priority == Priority::Low;
        let permits = if low { &self.low } else { &self.usual };
        // Never closed, so there always is a permit in the end.
        let permit = Arc::clone(permits).acquire_owned().await.ok();
        if low {
            return give_way(work, permit).await;
        }
        let computed = tokio::task::spawn_blocking(move || {
            let computed = work();
            drop(permit);
            computed
        });
        computed.await.map_err(|error| ended_early(&error))
    }
}

/// A thread that gave way never gets its priority back, so it is not one of the runtime's.
async fn give_way<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
    permit: Option<OwnedSemaphorePermit>,
) -> Result<T, Failure> {
    let (tell, told) = oneshot::channel();
    let thread = std::thread::Builder::new().name("low priority".to_owned()).spawn(move || {
        // Elsewhere this is about the whole process.
        if cfg!(target_os = "linux")
            && let Err(error) = rustix::process::setpriority_process(None, NICENESS)
        {
            tracing::debug!(%error, "a thread could not give way");
        }
        let computed = work();
        drop(permit);
        // Nobody may wait any more.
        let _ = tell.send(computed);
    });
    thread.map_err(|error| ended_early(&error))?;
    told.await.map_err(|error| ended_early(&error))
}

fn ended_early(error: &dyn std::fmt::Display) -> Failure {
    Failure::Retry(format!("the computation ended early: {error}"))
}
