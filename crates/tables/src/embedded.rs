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
mod checkpoint;
mod codec;
mod failure;
mod keys;
mod layout;
mod open;
mod plan;
mod queue;
mod readers;
mod schema;
mod walk;
mod writer;

use std::fs::File as LockFile;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use atelier_base::{Page, Scope};
use tokio::sync::oneshot;

use self::checkpoint::Checkpointer;
use self::failure::File;
use self::keys::Bounds;
use self::layout::Layout;
pub use self::open::Options;
use self::queue::{Queue, Request};
use self::readers::Readers;
use self::walk::{Found, Look, Pause};
use self::writer::{Counts, Desk, Writer};
use crate::{Error, Item, Key, Query, Table, Write, check_declarations};

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
        schema::migrate(&mut connection, &layout, &file)?;
        let (queue, counts) = (Arc::new(Queue::default()), Arc::new(Counts::default()));
        let checkpointing = open::checkpointer(&file.0).map_err(file.failed("open a connection"))?;
        let writer = Writer {
            connection,
            layout: Arc::clone(&layout),
            counts: Arc::clone(&counts),
            checkpointer: Checkpointer::start(checkpointing).map_err(no_thread)?,
            file: file.clone(),
            log_limit: options.wal_limit,
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
        Ok(Self { file, layout, queue, desk, counts, readers, running })
    }

    pub(crate) fn get(&self, scope: Scope, table: &'static Table, key: &Key) -> Result<Option<Item>, Error> {
        plan::check_scope(scope, table)?;
        let slot = self.layout.find(table)?;
        let key = keys::of_key(table, key).map_err(invalid_query(table))?;
        let tenant = scope.tenant_id().map(|tenant| tenant.to_string());
        let failed = self.file.failed("read");
        self.readers.with(|connection| {
            let mut statement = connection.prepare_cached(&slot.get).map_err(&failed)?;
            let mut rows = statement.query((&key.hash, &key.range)).map_err(&failed)?;
            let Some(row) = rows.next().map_err(&failed)? else { return Ok(None) };
            let owner = row.get_ref(1).and_then(|owner| Ok(owner.as_str_or_null()?)).map_err(&failed)?;
            if tenant.is_some() && owner != tenant.as_deref() {
                return Ok(None);
            }
            let body = row.get_ref(2).and_then(|body| Ok(body.as_blob()?)).map_err(&failed)?;
            codec::decode(body).map(Some).map_err(|_| self.file.malformed_body())
        })
    }

    pub(crate) async fn query(&self, scope: Scope, query: Query) -> Result<Page<Item>, Error> {
        let tenant = scope.tenant_id().map(|tenant| tenant.to_string());
        let after = query.after.clone();
        let look = self.look(scope, query, tenant.as_deref())?;
        let mut after = after.map(|cursor| look.place(&cursor)).transpose()?;
        loop {
            let found = self.readers.with(|connection| look.read(connection, after.as_ref(), &self.file))?;
            match found {
                Found::Page(page) => return Ok(page),
                Found::NothingUntil(place) => after = Some(place),
            }
            Pause(false).await;
        }
    }

    fn look<'a>(&'a self, scope: Scope, query: Query, tenant: Option<&'a str>) -> Result<Look<'a>, Error> {
        let table = query.table;
        plan::check_scope(scope, table)?;
        let invalid = invalid_query(table);
        if !(1..=Query::MAX_LIMIT).contains(&query.limit) {
            return Err(invalid(format!("the limit is 1 to {}, not {}", Query::MAX_LIMIT, query.limit)));
        }
        let slot = self.layout.find(table)?;
        let index = query.index.map(|name| slot.index(name)).transpose()?;
        let (hash, range) = match index {
            Some(index) => (index.index.hash, index.index.range),
            None => (table.hash, table.range),
        };
        let hash = keys::hash_bytes(hash, &query.hash).map_err(&invalid)?;
        let bounds: Bounds = keys::bounds(range, &query.range).map_err(&invalid)?;
        let parts = [table.name, query.index.unwrap_or(""), tenant.unwrap_or("")].map(str::as_bytes);
        Ok(Look {
            walk: index.map_or(&slot.walk, |index| &index.walk),
            prefix: index.map(|_| slot.prefix(tenant)),
            mark: walk::mark(&[parts[0], parts[1], parts[2], &hash]),
            hash,
            bounds,
            filter: query.filter,
            descending: query.descending,
            limit: query.limit,
            tenant,
        })
    }

    pub(crate) async fn transact(
        &self,
        scope: Scope,
        writes: Vec<Write>,
    ) -> Result<Vec<Option<Item>>, Error> {
        let plan = plan::plan(&self.layout, scope, writes)?;
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
pub fn encode_body(item: &Item) -> Vec<u8> {
    codec::encode(item)
}

/// The item of such bytes, if it is one.
#[cfg(feature = "conformance")]
pub fn decode_body(body: &[u8]) -> Option<Item> {
    codec::decode(body).ok()
}
