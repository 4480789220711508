//! The queue before the writer.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread::{self, Thread};
use std::time::Duration;

use tokio::sync::oneshot;

use super::plan::Plan;
use crate::{Error, Written};

/// What a transaction's caller is told.
pub(super) type Answer = Result<Vec<Written>, Error>;

/// A transaction that waits for its commit.
pub(super) struct Request {
    pub(super) plan: Plan,
    pub(super) reply: oneshot::Sender<Answer>,
}

/// Requests in order of arrival. Many put in, one takes out.
#[derive(Default)]
pub(super) struct Queue {
    state: Mutex<State>,
    /// As many as wait, to look at without the lock.
    waiting: AtomicUsize,
    writer: OnceLock<Thread>,
}

#[derive(Default)]
struct State {
    requests: Vec<Request>,
    closed: bool,
    /// The writer's thread has something to do besides requests.
    called: bool,
}

/// A batch of so many is worth a pause to gather the next one, because its commit takes several times as long.
/// Eight callers were measured with 4, 8 and 16: 11 600, 9 500 and 7 700 durable puts a second.
const MANY: usize = 4;
/// The pause, and how many of them at most. The system adds its own 50 µs to each.
const PAUSE: Duration = Duration::from_micros(10);
const PAUSES: u32 = 5;

impl Queue {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a request in; gives it back when the store is closed.
    pub(super) fn push(&self, request: Request) -> Result<(), Request> {
        let mut state = self.state();
        if state.closed {
            return Err(request);
        }
        state.requests.push(request);
        self.waiting.store(state.requests.len(), Ordering::Release);
        drop(state);
        self.wake();
        Ok(())
    }

    /// No more requests; those that wait are still carried out.
    pub(super) fn close(&self) {
        self.state().closed = true;
        self.wake();
    }

    /// Lets [`Queue::wait`] return although nothing may wait.
    pub(super) fn call(&self) {
        self.state().called = true;
        self.wake();
    }

    fn wake(&self) {
        if let Some(writer) = self.writer.get() {
            writer.unpark();
        }
    }

    /// Whether a request may be carried out beside the queue: it would overtake nobody.
    pub(super) fn idle(&self) -> bool {
        let state = self.state();
        state.requests.is_empty() && !state.closed
    }

    pub(super) fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Acquire)
    }

    /// The calling thread is the writer.
    pub(super) fn attach(&self) {
        let _ = self.writer.set(thread::current());
    }

    /// Waits for something to do; false when the queue is closed and empty.
    ///
    /// `last` is the size of the batch before: so many callers are about to come again, and a
    /// batch that begins with the first of them makes all others wait for a commit of its own.
    pub(super) fn wait(&self, last: usize) -> bool {
        self.gather(last);
        // No look-out before it sleeps: spinning for 15 to 90 µs was measured, and gained nothing.
        loop {
            let mut state = self.state();
            if std::mem::take(&mut state.called) || !state.requests.is_empty() {
                return true;
            }
            if state.closed {
                return false;
            }
            drop(state);
            thread::park();
        }
    }

    /// All that waits. Whoever takes it holds the writer already, so that nobody overtakes it.
    pub(super) fn take(&self) -> Vec<Request> {
        let mut state = self.state();
        self.waiting.store(0, Ordering::Release);
        std::mem::take(&mut state.requests)
    }

    /// Sleeps instead of yielding: a yield gives a whole time slice away on a busy machine.
    fn gather(&self, last: usize) {
        if last < MANY {
            return;
        }
        let mut before = self.waiting();
        for _ in 0..PAUSES {
            if before >= last {
                return;
            }
            thread::sleep(PAUSE);
            let now = self.waiting();
            // Only while callers keep coming.
            if now == before && now > 0 {
                return;
            }
            before = now;
        }
    }
}
