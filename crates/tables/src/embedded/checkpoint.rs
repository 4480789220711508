//! Moving the write-ahead log into the database file, beside the writer.
//!
//! A commit appends to the log and waits for the disk; moving the log is left to a thread with a
//! connection of its own, so that no commit waits for it. A passive checkpoint never blocks: it moves
//! what no reader needs, makes it durable in the database file, and only then lets the log begin anew.
//! Nothing is lost by that at any moment, because the log holds a page until the file does.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle, Thread};

use rusqlite::Connection;

/// Bytes of a page of the log.
pub(super) const PAGE: u64 = 4_096;
/// Bytes of log that are worth a checkpoint while little is written. A log that begins anew is overwritten,
/// which the disk makes durable in half the time that a growing file takes: so it is kept short.
const WORTHWHILE: u64 = 4 << 20;
/// The same under load, where the disk is busy with the log itself and pages are written again and again.
const WORTHWHILE_BUSY: u64 = 32 << 20;
/// Transactions in a batch that make it load.
const BUSY: usize = 8;

/// The thread that checkpoints.
pub(super) struct Checkpointer {
    shared: Arc<Shared>,
    thread: Thread,
    handle: JoinHandle<()>,
}

#[derive(Default)]
struct Shared {
    due: AtomicBool,
    stop: AtomicBool,
    /// Held during a checkpoint: SQLite refuses a second one at once instead of waiting for the first.
    at_work: Mutex<()>,
}

impl Checkpointer {
    pub(super) fn start(connection: Connection) -> std::io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let theirs = Arc::clone(&shared);
        let handle = thread::Builder::new()
            .name("tables-checkpoint".into())
            .spawn(move || run(&connection, &theirs))?;
        Ok(Self { shared, thread: handle.thread().clone(), handle })
    }

    /// Whether a log of that size should be moved, after a batch of that size, and nobody is at it.
    pub(super) fn wants(&self, log_bytes: u64, batch: usize) -> bool {
        let worthwhile = if batch >= BUSY { WORTHWHILE_BUSY } else { WORTHWHILE };
        log_bytes >= worthwhile && !self.shared.due.load(Ordering::Acquire)
    }

    pub(super) fn wake(&self) {
        self.shared.due.store(true, Ordering::Release);
        self.thread.unpark();
    }

    /// Moves all of the log on the writer's connection and lets it begin anew; waits for the
    /// checkpoint that is under way, and for readers. Whether it succeeded.
    pub(super) fn move_all(&self, connection: &Connection) -> rusqlite::Result<bool> {
        let _at_work = self.shared.at_work.lock().unwrap_or_else(PoisonError::into_inner);
        checkpoint(connection, "RESTART")
    }

    /// Waits for a checkpoint that is under way.
    pub(super) fn stop(self) {
        self.shared.stop.store(true, Ordering::Release);
        self.thread.unpark();
        if self.handle.join().is_err() {
            tracing::error!("the checkpointer panicked");
        }
    }
}

fn run(connection: &Connection, shared: &Shared) {
    while !shared.stop.load(Ordering::Acquire) {
        if shared.due.load(Ordering::Acquire) {
            let at_work = shared.at_work.lock().unwrap_or_else(PoisonError::into_inner);
            if let Err(error) = checkpoint(connection, "PASSIVE") {
                tracing::warn!(%error, "the log could not be moved into the database file");
            }
            drop(at_work);
            shared.due.store(false, Ordering::Release);
        } else {
            thread::park();
        }
    }
}

/// Moves all of the log, waiting for readers, and empties its file.
pub(super) fn empty(connection: &Connection) -> rusqlite::Result<()> {
    // Somebody else who reads the file, such as a backup, leaves a rest in the log: it is not lost.
    checkpoint(connection, "TRUNCATE").map(|_| ())
}

/// Whether all that the mode asks for was done: nobody was in the way.
fn checkpoint(connection: &Connection, mode: &str) -> rusqlite::Result<bool> {
    let mut statement = connection.prepare_cached(&format!("PRAGMA wal_checkpoint({mode})"))?;
    statement.query_row([], |row| row.get::<_, i64>(0).map(|busy| busy == 0))
}
