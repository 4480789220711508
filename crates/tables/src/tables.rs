//! The handle that everything above holds.

use std::sync::Arc;

use atelier_base::{Page, Scope};

use crate::embedded::{Embedded, Options, Stats};
use crate::{Error, Item, Key, Query, Table, Write};

/// The store of declared tables. Cheap to clone; clones share one engine.
#[derive(Clone)]
pub struct Tables {
    engine: Arc<Embedded>,
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
        Ok(Self { engine: Arc::new(Embedded::open(options, tables)?) })
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

    /// One page of a partition. An empty page is the end of the list.
    ///
    /// # Errors
    /// [`Error::InvalidQuery`], [`Error::InvalidCursor`], [`Error::ScopeRefused`], or the store's.
    pub async fn query(&self, scope: Scope, query: Query) -> Result<Page<Item>, Error> {
        self.engine.query(scope, query).await
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
        let mut items = self.engine.transact(scope, vec![write]).await?;
        Ok(items.pop().flatten())
    }

    /// All of the writes, or none. 1 to 100, on different items. Returns what [`Tables::write`] would for each.
    ///
    /// # Errors
    /// Those of [`Tables::write`]; the first write that fails is named by its position.
    pub async fn transact(&self, scope: Scope, writes: Vec<Write>) -> Result<Vec<Option<Item>>, Error> {
        self.engine.transact(scope, writes).await
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
