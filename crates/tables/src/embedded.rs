//! The embedded engine: one SQLite file, one connection that writes, others that read.
//!
//! What it promises, each proved by a test:
//! - A write that returned is on disk (`synchronous=FULL`). One that failed left nothing behind.
//! - A read sees every write that returned before it began; index queries too, since index rows are
//!   written in the item's transaction.
//! - The writes of a transaction happen all or not at all, even across tables and through a kill.
//! - Writes that wait are committed together, so many callers share one wait for the disk; a
//!   condition that fails undoes nobody else's write.
//! - A tenant's scope neither sees nor changes another tenant's item, whatever key it asks for.
//! - A full disk refuses writes and nothing else; writing goes on when there is space again.
//!
//! Reads run on the calling thread: `cargo bench -p atelier-tables` shows some 10 µs for a get and 120 for a
//! page of 20 through an index, while a hop to another thread and back takes 50 to 80 alone. What may block a
//! runtime's thread for longer than 500 µs belongs elsewhere; a page ends at 1 MB of bodies, and a filter
//! that finds nothing lets other tasks run after every ten thousand rows.
//! Writes that wait for each other make that hop, because a commit waits for the disk for 0.2 to 4 ms. A lone
//! write under a runtime of several threads doesn't: it tells the runtime that it blocks.

mod apply;
mod changes;
mod checkpoint;
pub(crate) mod codec;
mod copy;
mod failure;
pub(crate) mod keys;
mod layout;
mod open;
pub(crate) mod plan;
mod queue;
mod read;
mod readers;
mod schema;
mod sweep;
mod walk;
mod writer;

use std::fs::File as LockFile;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use atelier_base::{Clock, Scope, Timestamp};
use tokio::sync::oneshot;

use self::checkpoint::Checkpointer;
pub(crate) use self::copy::{Reach, copy, follows, inspect, read_log};
use self::failure::File;
pub(crate) use self::layout::Layout;
#[cfg(feature = "dynamodb")]
pub(crate) use self::layout::expires_at;
pub use self::open::Options;
use self::plan::Plan;
use self::queue::{Queue, Request};
#[cfg(feature = "dynamodb")]
pub(crate) use self::read::projected;
use self::readers::Readers;
pub(crate) use self::walk::mark;
use self::writer::{Counts, Desk, Writer};
use crate::{Error, Table, Write, Written, check_declarations};

/// Counts since the store was opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Transactions that wait for the writer now.
    pub queued: usize,
    /// Commits, each of which waited once for the disk.
    pub commits: u64,
    /// Writes that these commits carried out.
    pub writes: u64,
    /// Transactions in the last batch.
    pub last_batch: usize,
    /// Bytes of write-ahead log in use after the last commit.
    pub log_bytes: u64,
}

pub(crate) struct Embedded {
    file: File,
    layout: Arc<Layout>,
    queue: Arc<Queue>,
    desk: Arc<Desk>,
    counts: Arc<Counts>,
    readers: Readers,
    clock: Clock,
    running: Mutex<Option<Running>>,
}

/// What ends when the store is closed.
struct Running {
    writer: JoinHandle<()>,
    finished: oneshot::Receiver<Result<(), Error>>,
    /// Held for as long as the store is open.
    lock: LockFile,
}

impl Embedded {
    pub(crate) fn open(options: &Options, tables: &[&'static Table]) -> Result<Self, Error> {
        if let Some(fault) = check_declarations(tables).into_iter().next() {
            return Err(Error::InvalidWrite {
                table: tables.first().map_or("", |table| table.name),
                reason: fault,
            });
        }
        let lock = open::lock(&options.directory)?;
        let file = File(options.directory.join(Options::FILE));
        let mut connection = open::writer(options, &file)?;
        let layout = Arc::new(Layout::new(tables));
        schema::migrate(&mut connection, &layout, &file, (options.change_log, options.clock.now()))?;
        let (queue, counts) = (Arc::new(Queue::default()), Arc::new(Counts::default()));
        let checkpointing = open::checkpointer(&file.0).map_err(file.failed("open a connection"))?;
        let writer = Writer {
            connection,
            layout: Arc::clone(&layout),
            counts: Arc::clone(&counts),
            checkpointer: Checkpointer::start(checkpointing).map_err(no_thread)?,
            file: file.clone(),
            log_limit: options.wal_limit,
            record_all: options.change_log,
            log_pages: 0,
        };
        let desk = Arc::new(Desk::new(writer, Arc::clone(&queue)));
        let at_desk = Arc::clone(&desk);
        let (finish, finished) = oneshot::channel();
        let writer = std::thread::Builder::new()
            .name("tables-writer".into())
            .spawn(move || at_desk.run(finish))
            .map_err(no_thread)?;
        let readers = Readers::new(file.0.clone(), options.readers);
        let running = Mutex::new(Some(Running { writer, finished, lock }));
        let clock = options.clock.clone();
        Ok(Self { file, layout, queue, desk, counts, readers, clock, running })
    }

    pub(crate) async fn transact(&self, scope: Scope, writes: Vec<Write>) -> Result<Vec<Written>, Error> {
        self.carry_out(plan::plan(&self.layout, scope, self.clock.now(), writes)?).await
    }

    async fn carry_out(&self, plan: Plan) -> Result<Vec<Written>, Error> {
        let (reply, answer) = oneshot::channel();
        if let Some(request) = self.desk.alone(Request { plan, reply }) {
            self.queue.push(request).map_err(|_| closed())?;
        }
        // The writer drops a reply only when it panicked, which undoes the batch.
        let stopped = |_| Error::Unavailable { operation: "write", reason: "the writer failed".into() };
        answer.await.map_err(stopped)?
    }

    pub(crate) async fn close(&self) -> Result<(), Error> {
        self.queue.close();
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(Running { writer, finished, lock }) = running else { return Ok(()) };
        self.readers.close();
        let moved = finished.await.unwrap_or(Ok(()));
        // It has sent its last word and is about to end.
        let _ = writer.join();
        drop(lock);
        moved
    }

    pub(crate) fn layout(&self) -> &Layout {
        &self.layout
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) fn ping(&self) -> Result<(), Error> {
        let failed = self.file.failed("read");
        self.readers.with(|connection| {
            connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).map_err(&failed)
        })
    }

    pub(crate) fn integrity_check(&self) -> Result<(), Error> {
        let failed = self.file.failed("check the file");
        self.readers.with(|connection| {
            let found: String =
                connection.query_row("PRAGMA quick_check(5)", [], |row| row.get(0)).map_err(&failed)?;
            if found == "ok" {
                return Ok(());
            }
            Err(Error::Corrupt { path: self.file.0.clone(), reason: found })
        })
    }

    pub(crate) fn stats(&self) -> Stats {
        Stats {
            queued: self.queue.waiting(),
            commits: self.counts.commits.load(Ordering::Relaxed),
            writes: self.counts.writes.load(Ordering::Relaxed),
            last_batch: self.counts.last_batch.load(Ordering::Relaxed),
            log_bytes: self.counts.log_bytes.load(Ordering::Relaxed),
        }
    }
}

impl Drop for Embedded {
    fn drop(&mut self) {
        self.queue.close();
        let running = self.running.get_mut().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(Running { writer, lock, .. }) = running {
            self.readers.close();
            let _ = writer.join();
            drop(lock);
        }
    }
}

fn invalid_query(table: &'static Table) -> impl Fn(String) -> Error {
    |reason| Error::InvalidQuery { table: table.name, reason }
}

fn closed() -> Error {
    Error::Unavailable { operation: "write", reason: "the store is closed".into() }
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn no_thread(error: std::io::Error) -> Error {
    Error::Unavailable { operation: "start a thread", reason: error.to_string() }
}

/// The bytes that the engine stores for an item.
#[cfg(feature = "conformance")]
pub fn encode_body(item: &crate::Item) -> Vec<u8> {
    codec::encode(item)
}

/// The item of such bytes, if it is one.
#[cfg(feature = "conformance")]
pub fn decode_body(body: &[u8]) -> Option<crate::Item> {
    codec::decode(body).ok()
}
