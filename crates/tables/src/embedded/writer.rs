//! The one connection that writes, and its group commit.
//!
//! The writer's thread carries out what waits in the queue. A lone caller would pay for two wake-ups of a
//! thread that way, so it carries its write out itself when it finds the writer idle: see [`Desk::alone`].
//! Whoever holds the writer's lock writes, and both do it with [`Writer::carry_out`].

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, TryLockError};

use rusqlite::Connection;
use rusqlite::hooks::Wal;
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::sync::oneshot;

use super::apply::{Place, Refusal, apply};
use super::checkpoint::{Checkpointer, PAGE, empty};
use super::failure::{Failure, File};
use super::layout::Layout;
use super::queue::{Answer, Queue, Request};
use crate::Error;

thread_local! {
    /// Pages in the write-ahead log after the last commit of this thread: SQLite's hook has no other place.
    static LOG_PAGES: Cell<u64> = const { Cell::new(0) };
}

/// What the writer counts.
#[derive(Default)]
pub(super) struct Counts {
    pub(super) commits: AtomicU64,
    pub(super) writes: AtomicU64,
    pub(super) last_batch: AtomicUsize,
    pub(super) log_bytes: AtomicU64,
}

/// Everything that whoever writes needs.
pub(super) struct Writer {
    pub(super) connection: Connection,
    pub(super) layout: Arc<Layout>,
    pub(super) counts: Arc<Counts>,
    pub(super) checkpointer: Checkpointer,
    pub(super) file: File,
    pub(super) log_limit: u64,
    /// Whether changes of every table are recorded.
    pub(super) record_all: bool,
    /// Pages in the write-ahead log.
    pub(super) log_pages: u64,
}

/// A transaction of the batch with what its caller will be told.
type Settled = (oneshot::Sender<Answer>, Answer);

/// Where the writer is: its thread and its callers share it.
pub(super) struct Desk {
    /// None once the store is closed.
    writer: Mutex<Option<Writer>>,
    queue: Arc<Queue>,
    counts: Arc<Counts>,
}

impl Desk {
    pub(super) fn new(writer: Writer, queue: Arc<Queue>) -> Self {
        writer.connection.wal_hook(Some(note_log));
        let counts = Arc::clone(&writer.counts);
        Self { writer: Mutex::new(Some(writer)), queue, counts }
    }

    /// What the writer's thread does, until the queue is closed and empty.
    pub(super) fn run(&self, finished: oneshot::Sender<Result<(), Error>>) {
        self.queue.attach();
        let mut last = 0;
        while self.queue.wait(last) {
            let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
            let Some(writer) = writer.as_mut() else { break };
            let batch = self.queue.take();
            // Nothing waits when a lone caller left only the log to this thread.
            if !batch.is_empty() {
                last = batch.len();
                writer.carry_out(batch);
            }
            writer.bound_log();
        }
        // Waits for a lone caller that is at it.
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        let moved = writer.map_or(Ok(()), Writer::finish);
        // Nobody waits when the last handle was dropped.
        let _ = finished.send(moved);
    }

    /// Carries a lone write out on the calling thread; gives it back when it belongs into the queue.
    ///
    /// Never when the batch before had several: each of many callers would make a commit of its own.
    /// It is done when this returns, so a future that is dropped leaves nothing half done. Writes that one
    /// task joins don't meet here: each is done at its first poll, with a commit of its own.
    pub(super) fn alone(&self, request: Request) -> Option<Request> {
        if self.counts.last_batch.load(Ordering::Relaxed) > 1 || self.queue.waiting() > 0 || !may_block() {
            return Some(request);
        }
        let mut writer = match self.writer.try_lock() {
            Ok(writer) => writer,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return Some(request),
        };
        let Some(writer) = writer.as_mut() else { return Some(request) };
        // A look with the writer in hand: what was taken from the queue before is carried out.
        if !self.queue.idle() || writer.log_is_full() {
            return Some(request);
        }
        // Costs some 15 µs, for which the other tasks of this thread need not wait for the disk.
        tokio::task::block_in_place(|| writer.carry_out(vec![request]));
        if writer.log_is_full() {
            // Takes longer than a write may block its runtime.
            self.queue.call();
        }
        None
    }
}

/// Whether the calling thread may wait for the disk: its runtime has others for its other tasks.
/// A `LocalSet` would be told apart by nothing, and may not block: nothing here runs in one.
fn may_block() -> bool {
    Handle::try_current().is_ok_and(|runtime| runtime.runtime_flavor() == RuntimeFlavor::MultiThread)
}

impl Writer {
    /// One batch, whatever comes of it; its callers know when this returns.
    fn carry_out(&mut self, batch: Vec<Request>) {
        let size = batch.len();
        self.counts.last_batch.store(size, Ordering::Relaxed);
        // This thread may have written to another store, or not at all.
        LOG_PAGES.set(self.log_pages);
        // The senders of a batch that panics are dropped with it, which tells its callers.
        if catch_unwind(AssertUnwindSafe(|| self.serve(batch))).is_err() {
            tracing::error!("a write panicked; its batch is undone");
            self.undo();
        }
        self.log_pages = LOG_PAGES.get();
        let bytes = self.log_bytes();
        self.counts.log_bytes.store(bytes, Ordering::Relaxed);
        if self.checkpointer.wants(bytes, size) {
            self.checkpointer.wake();
        }
    }

    /// Moves the log into the database file and closes it.
    fn finish(self) -> Result<(), Error> {
        let Self { connection, checkpointer, file, .. } = self;
        checkpointer.stop();
        empty(&connection).map_err(file.failed("move the log into the database file"))
    }

    fn serve(&self, batch: Vec<Request>) {
        let mut settled = Vec::with_capacity(batch.len());
        let outcome = self.commit(batch, &mut settled);
        match outcome {
            Ok(()) => {
                for (reply, answer) in settled {
                    // A caller that no longer waits has its write all the same.
                    let _ = reply.send(answer);
                }
            }
            Err(failure) => {
                self.undo();
                tracing::error!(?failure, "a commit failed; nothing of it is stored");
                for (reply, answer) in settled {
                    // Its own fault stays its own; all others share the file's.
                    let answer = answer.and_then(|_| Err(failure.clone().into_error(&self.file.0)));
                    let _ = reply.send(answer);
                }
            }
        }
    }

    /// One commit for all. Every request is in `settled` afterwards, whatever happens.
    fn commit(&self, batch: Vec<Request>, settled: &mut Vec<Settled>) -> Result<(), Failure> {
        let mut outcome = self.execute("BEGIN IMMEDIATE");
        let place = Place { connection: &self.connection, layout: &self.layout, record_all: self.record_all };
        let mut writes = 0;
        for request in batch {
            if outcome.is_err() {
                settled.push((request.reply, Ok(Vec::new())));
                continue;
            }
            let answer = match apply(place, request.plan) {
                Ok(items) => {
                    writes += items.len() as u64;
                    Ok(items)
                }
                Err(Refusal::Own(error)) => Err(error),
                Err(Refusal::File(failure)) => {
                    outcome = Err(failure);
                    Ok(Vec::new())
                }
            };
            settled.push((request.reply, answer));
        }
        outcome?;
        self.execute("COMMIT")?;
        self.counts.commits.fetch_add(1, Ordering::Relaxed);
        self.counts.writes.fetch_add(writes, Ordering::Relaxed);
        Ok(())
    }

    fn execute(&self, statement: &str) -> Result<(), Failure> {
        let run = || self.connection.prepare_cached(statement)?.execute([]);
        run().map(|_| ()).map_err(|error| Failure::new("write", &error))
    }

    /// Ends the transaction, which SQLite has already done after some failures.
    fn undo(&self) {
        if !self.connection.is_autocommit()
            && let Err(failure) = self.execute("ROLLBACK")
        {
            tracing::error!(?failure, "a transaction could not be undone");
        }
    }

    fn log_bytes(&self) -> u64 {
        self.log_pages * PAGE
    }

    fn log_is_full(&self) -> bool {
        self.log_bytes() >= self.log_limit
    }

    /// Writes come faster than the checkpointer moves them when the log is full: now they wait for it.
    fn bound_log(&mut self) {
        if !self.log_is_full() {
            return;
        }
        match self.checkpointer.move_all(&self.connection) {
            Ok(true) => self.log_pages = 0,
            Ok(false) => {
                tracing::warn!(bytes = self.log_bytes(), "a reader keeps the log from beginning anew");
            }
            Err(error) => tracing::warn!(%error, "the log could not be moved into the database file"),
        }
    }
}

#[expect(clippy::unnecessary_wraps, reason = "the signature is SQLite's hook")]
fn note_log(_: &Wal, pages: std::ffi::c_int) -> rusqlite::Result<()> {
    LOG_PAGES.set(u64::try_from(pages).unwrap_or(0));
    Ok(())
}
