//! The handle that everything above holds.

use std::path::Path;
use std::sync::Arc;

use atelier_base::{Page, Scope, Timestamp};

use crate::change::{CHECKPOINTS, TOKENS};
use crate::embedded::{self, Embedded, Options, Stats};
use crate::write::Action;
use crate::{Change, Count, Error, Expired, Get, Item, Key, Query, Scan, Table, Write, Written};

mod once;

/// The store of declared tables. Cheap to clone; clones share one engine.
#[derive(Clone)]
pub struct Tables {
    engine: Arc<Embedded>,
    declared: Arc<[&'static Table]>,
}

impl Tables {
    /// Opens the store of a data directory, and makes what is missing: the directory, the file,
    /// tables, indexes. An index that was added to a table is filled from its items.
    ///
    /// Takes as long as that filling takes, else milliseconds; it blocks the calling thread.
    ///
    /// # Errors
    /// [`Error::InUse`], [`Error::Corrupt`], [`Error::TooNew`], [`Error::Full`], [`Error::Unavailable`];
    /// [`Error::InvalidWrite`] when the declarations contradict themselves.
    pub fn open(options: &Options, tables: &[&'static Table]) -> Result<Self, Error> {
        let own = [&CHECKPOINTS, &TOKENS];
        let all: Vec<_> = tables.iter().copied().chain(own).collect();
        Ok(Self { engine: Arc::new(Embedded::open(options, &all)?), declared: tables.into() })
    }

    /// The tables that the store was opened with.
    pub fn declared(&self) -> &[&'static Table] {
        &self.declared
    }

    /// The declared table of that name, or of that other name.
    pub fn find(&self, name: &str) -> Option<&'static Table> {
        self.declared.iter().copied().find(|table| table.is_named(name))
    }

    /// The item of that key, if the scope may see it.
    ///
    /// # Errors
    /// [`Error::InvalidQuery`] for a key that isn't the table's, [`Error::ScopeRefused`], or the store's.
    // Async although the embedded engine answers at once: other engines go over a network.
    #[expect(clippy::unused_async, reason = "other engines wait here")]
    pub async fn get(&self, scope: Scope, table: &'static Table, key: &Key) -> Result<Option<Item>, Error> {
        self.engine.get(scope, table, key)
    }

    /// The items of up to [`Get::MAX`] keys, each as it is at some moment of the call.
    ///
    /// # Errors
    /// Those of [`Tables::get`].
    pub async fn batch_get(&self, scope: Scope, gets: Vec<Get>) -> Result<Vec<Option<Item>>, Error> {
        self.transact_get(scope, gets).await
    }

    /// The items of up to [`Get::MAX`] keys, all as they were at one moment.
    ///
    /// # Errors
    /// Those of [`Tables::get`].
    #[expect(clippy::unused_async, reason = "other engines wait here")]
    pub async fn transact_get(&self, scope: Scope, gets: Vec<Get>) -> Result<Vec<Option<Item>>, Error> {
        let first = gets.first().map_or("", |get| get.table.name);
        if gets.is_empty() || Get::MAX < gets.len() {
            let reason = format!("1 to {} keys are read at once, not {}", Get::MAX, gets.len());
            return Err(Error::InvalidQuery { table: first, reason });
        }
        self.engine.get_all(scope, gets)
    }

    /// One page of a partition. An empty page is the end of the list.
    ///
    /// # Errors
    /// [`Error::InvalidQuery`], [`Error::InvalidCursor`], [`Error::ScopeRefused`], or the store's.
    pub async fn query(&self, scope: Scope, query: Query) -> Result<Page<Item>, Error> {
        self.engine.query(scope, query).await
    }

    /// How many items a query has, on all of its pages; its limit makes no difference.
    ///
    /// # Errors
    /// Those of [`Tables::query`].
    pub async fn count(&self, scope: Scope, query: Query) -> Result<Count, Error> {
        self.engine.count(scope, query).await
    }

    /// One page of a whole table or index. An empty page is the end.
    ///
    /// # Errors
    /// Those of [`Tables::query`].
    pub async fn scan(&self, scope: Scope, scan: Scan) -> Result<Page<Item>, Error> {
        self.engine.scan(scope, scan).await
    }

    /// One write. Returns the item as it is now (put, update, check), or as it was (delete).
    ///
    /// It is on disk when this returns. A future that is dropped before that leaves the write carried
    /// out or not at all.
    ///
    /// # Errors
    /// [`Error::ConditionFailed`], [`Error::VersionConflict`], [`Error::InvalidWrite`],
    /// [`Error::ItemTooLarge`], [`Error::ScopeRefused`], or the store's.
    pub async fn write(&self, scope: Scope, write: Write) -> Result<Option<Item>, Error> {
        self.write_returning(scope, write).await.map(Written::latest)
    }

    /// One write. Returns the item before and after.
    ///
    /// # Errors
    /// Those of [`Tables::write`].
    pub async fn write_returning(&self, scope: Scope, write: Write) -> Result<Written, Error> {
        let mut written = self.engine.transact(scope, vec![write]).await?;
        Ok(written.pop().unwrap_or_default())
    }

    /// All of the writes, or none. 1 to [`Write::MAX`], on different items. Returns what
    /// [`Tables::write`] would for each.
    ///
    /// # Errors
    /// Those of [`Tables::write`]; the first write that fails is named by its position.
    pub async fn transact(&self, scope: Scope, writes: Vec<Write>) -> Result<Vec<Option<Item>>, Error> {
        check_count(&writes, Write::MAX)?;
        let written = self.engine.transact(scope, writes).await?;
        Ok(written.into_iter().map(Written::latest).collect())
    }

    /// Up to [`Write::MAX_BATCH`] puts and deletes without a condition, on different items. Each is carried
    /// out or not; this engine does all or none, in one commit.
    ///
    /// # Errors
    /// Those of [`Tables::write`].
    pub async fn batch_write(&self, scope: Scope, writes: Vec<Write>) -> Result<(), Error> {
        check_count(&writes, Write::MAX_BATCH)?;
        let plain = |write: &Write| {
            matches!(write.action, Action::Put(_) | Action::Delete(_))
                && write.condition.is_none()
                && write.expected.is_none()
        };
        if let Some(write) = writes.iter().find(|write| !plain(write)) {
            let reason = "a batch has puts and deletes without conditions only".into();
            return Err(Error::InvalidWrite { table: write.table.name, reason });
        }
        self.engine.transact(scope, writes).await.map(|_| ())
    }

    /// The first so many items whose time has come and that are not yet deleted: for the archive.
    /// The directory's scope sees all tenants'.
    ///
    /// # Errors
    /// The store's.
    #[expect(clippy::unused_async, reason = "other engines wait here")]
    pub async fn expired(&self, scope: Scope, limit: usize) -> Result<Vec<Expired>, Error> {
        self.engine.expired(scope, limit)
    }

    /// Deletes expired items; one that was written anew since stays. Says how many went.
    ///
    /// # Errors
    /// The store's.
    pub async fn bury(&self, expired: &[Expired]) -> Result<usize, Error> {
        self.engine.bury(expired).await
    }

    /// The changes of tables with a stream after that sequence number, the first so many, in order.
    /// The directory's scope sees all tenants'.
    ///
    /// # Errors
    /// The store's.
    #[expect(clippy::unused_async, reason = "other engines wait here")]
    pub async fn changes(&self, scope: Scope, after: u64, limit: usize) -> Result<Vec<Change>, Error> {
        self.engine.changes(scope, after, limit)
    }

    /// How far a consumer of the changes has come: 0 at the beginning.
    ///
    /// # Errors
    /// The store's.
    pub async fn checkpoint(&self, scope: Scope, consumer: &str) -> Result<u64, Error> {
        let item = self.get(scope, &CHECKPOINTS, &Key::hash(consumer)).await?;
        Ok(item.and_then(|item| item.get("sequence")?.as_u64()).unwrap_or(0))
    }

    /// Notes durably that a consumer has done with everything up to that number.
    ///
    /// # Errors
    /// Those of [`Tables::write`].
    pub async fn set_checkpoint(&self, scope: Scope, consumer: &str, sequence: u64) -> Result<(), Error> {
        let update = crate::Update::new().set("sequence", sequence);
        self.write(scope, Write::upsert(&CHECKPOINTS, Key::hash(consumer), update)).await.map(|_| ())
    }

    /// Forgets records of changes up to that number that are older than the instant, up to so many. Says
    /// whether there are more.
    ///
    /// # Errors
    /// The store's.
    pub async fn trim_changes(&self, up_to: u64, older_than: Timestamp, limit: usize) -> Result<bool, Error> {
        self.engine.trim_changes(up_to, older_than, limit).await
    }

    pub(crate) fn read_log(&self, log: &Path, after: u64, limit: usize) -> Result<Vec<Change>, Error> {
        embedded::read_log(log, self.engine.layout(), after, limit)
    }

    pub(crate) async fn replay(&self, changes: Vec<Change>) -> Result<(), Error> {
        self.engine.replay(changes).await
    }

    /// Carries out what is queued, moves everything into the database file and closes it.
    /// Later calls are answered with [`Error::Unavailable`]. Dropping the last handle does the same,
    /// without a word about a failure.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the write-ahead log could not be moved; nothing is lost by that.
    pub async fn close(&self) -> Result<(), Error> {
        self.engine.close().await
    }

    /// Whether the store answers: for health checks.
    ///
    /// # Errors
    /// [`Error::Unavailable`] or [`Error::Corrupt`] when it doesn't.
    pub fn ping(&self) -> Result<(), Error> {
        self.engine.ping()
    }

    /// Reads the whole file and looks for damage; seconds for a gigabyte. It blocks the calling thread.
    ///
    /// # Errors
    /// [`Error::Corrupt`] with the first faults that were found.
    pub fn integrity_check(&self) -> Result<(), Error> {
        self.engine.integrity_check()
    }

    /// Counts for metrics.
    pub fn stats(&self) -> Stats {
        self.engine.stats()
    }
}

fn check_count(writes: &[Write], most: usize) -> Result<(), Error> {
    if (1..=most).contains(&writes.len()) {
        return Ok(());
    }
    let table = writes.first().map_or("", |write| write.table.name);
    let reason = format!("a transaction has 1 to {most} writes, not {}", writes.len());
    Err(Error::InvalidWrite { table, reason })
}
