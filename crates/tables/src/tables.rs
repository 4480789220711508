//! The handle that everything above holds.

use std::path::Path;
use std::sync::Arc;

use atelier_base::{Page, Scope, Timestamp};

use crate::change::{CHECKPOINTS, TOKENS};
#[cfg(feature = "dynamodb")]
use crate::dynamodb::{DynamoDb, DynamoDbOptions, SchemaStep};
use crate::embedded::{self, Embedded, Options, Stats};
use crate::write::Action;
use crate::{Change, Count, Error, Expired, Get, Item, Key, Position, Query, Scan, Table, Write, Written};

mod capabilities;
mod once;

pub use self::capabilities::Capabilities;

/// The store of declared tables. Cheap to clone; clones share one engine.
#[derive(Clone)]
pub struct Tables {
    engine: Engine,
    declared: Arc<[&'static Table]>,
}

/// Who keeps the tables.
#[derive(Clone)]
enum Engine {
    Embedded(Arc<Embedded>),
    #[cfg(feature = "dynamodb")]
    DynamoDb(Arc<DynamoDb>),
}

/// Calls the engine, whichever it is.
macro_rules! each {
    ($self:ident, $engine:ident => $call:expr) => {
        match &$self.engine {
            Engine::Embedded($engine) => $call,
            #[cfg(feature = "dynamodb")]
            Engine::DynamoDb($engine) => $call,
        }
    };
    ($self:ident, $engine:ident => $call:expr, $other:ident => $other_call:expr) => {
        match &$self.engine {
            Engine::Embedded($engine) => $call,
            #[cfg(feature = "dynamodb")]
            Engine::DynamoDb($other) => $other_call,
        }
    };
}

#[cfg_attr(
    not(feature = "dynamodb"),
    expect(clippy::unused_async, reason = "engines wait where the embedded one answers at once")
)]
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
        let all = with_own(tables);
        Ok(Self {
            engine: Engine::Embedded(Arc::new(Embedded::open(options, &all)?)),
            declared: tables.into(),
        })
    }

    /// Connects to DynamoDB, and makes what is missing there if the options say so.
    ///
    /// # Errors
    /// [`Error::Mismatch`] when a table there is of another shape, or something is missing and may not be
    /// made; [`Error::Throttled`], [`Error::Unavailable`].
    #[cfg(feature = "dynamodb")]
    pub async fn connect(options: &DynamoDbOptions, tables: &[&'static Table]) -> Result<Self, Error> {
        let engine = Box::pin(DynamoDb::connect(options, &with_own(tables))).await?;
        Ok(Self { engine: Engine::DynamoDb(Arc::new(engine)), declared: tables.into() })
    }

    /// What [`Tables::connect`] would do to the database.
    ///
    /// # Errors
    /// Those of [`Tables::connect`].
    #[cfg(feature = "dynamodb")]
    pub async fn plan(
        options: &DynamoDbOptions,
        tables: &[&'static Table],
    ) -> Result<Vec<SchemaStep>, Error> {
        Box::pin(DynamoDb::plan(options, &with_own(tables))).await
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
    #[tracing::instrument(level = "debug", skip_all, fields(table = table.name))]
    pub async fn get(&self, scope: Scope, table: &'static Table, key: &Key) -> Result<Option<Item>, Error> {
        each!(self, engine => engine.get(scope, table, key), other => other.get(scope, table, key).await)
    }

    /// The items of up to [`Get::MAX`] keys, each as it is at some moment of the call.
    ///
    /// # Errors
    /// Those of [`Tables::get`].
    pub async fn batch_get(&self, scope: Scope, gets: Vec<Get>) -> Result<Vec<Option<Item>>, Error> {
        check_gets(&gets)?;
        each!(self, engine => engine.get_all(scope, gets), other => other.batch_get(scope, gets).await)
    }

    /// The items of up to [`Get::MAX`] keys, all as they were at one moment.
    ///
    /// # Errors
    /// Those of [`Tables::get`].
    #[tracing::instrument(level = "debug", skip_all, fields(keys = gets.len()))]
    pub async fn transact_get(&self, scope: Scope, gets: Vec<Get>) -> Result<Vec<Option<Item>>, Error> {
        check_gets(&gets)?;
        each!(self, engine => engine.get_all(scope, gets), other => other.transact_get(scope, gets).await)
    }

    /// One page of a partition. An empty page is the end of the list.
    ///
    /// # Errors
    /// [`Error::InvalidQuery`], [`Error::InvalidCursor`], [`Error::ScopeRefused`], or the store's.
    #[tracing::instrument(level = "debug", skip_all, fields(table = query.table.name, index = query.index))]
    pub async fn query(&self, scope: Scope, query: Query) -> Result<Page<Item>, Error> {
        each!(self, engine => engine.query(scope, query).await)
    }

    /// How many items a query has, on all of its pages; its limit makes no difference.
    ///
    /// # Errors
    /// Those of [`Tables::query`].
    #[tracing::instrument(level = "debug", skip_all, fields(table = query.table.name, index = query.index))]
    pub async fn count(&self, scope: Scope, query: Query) -> Result<Count, Error> {
        each!(self, engine => engine.count(scope, query).await)
    }

    /// One page of a whole table or index. An empty page is the end.
    ///
    /// # Errors
    /// Those of [`Tables::query`].
    #[tracing::instrument(level = "debug", skip_all, fields(table = scan.table.name, index = scan.index))]
    pub async fn scan(&self, scope: Scope, scan: Scan) -> Result<Page<Item>, Error> {
        each!(self, engine => engine.scan(scope, scan).await)
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
    #[tracing::instrument(level = "debug", skip_all, fields(table = write.table.name))]
    pub async fn write_returning(&self, scope: Scope, write: Write) -> Result<Written, Error> {
        let mut written = each!(self, engine => engine.transact(scope, vec![write]).await)?;
        Ok(written.pop().unwrap_or_default())
    }

    /// All of the writes, or none. 1 to [`Write::MAX`], on different items. Returns what
    /// [`Tables::write`] would for each.
    ///
    /// # Errors
    /// Those of [`Tables::write`]; the first write that fails is named by its position.
    #[tracing::instrument(level = "debug", skip_all, fields(writes = writes.len()))]
    pub async fn transact(&self, scope: Scope, writes: Vec<Write>) -> Result<Vec<Option<Item>>, Error> {
        check_count(&writes, Write::MAX)?;
        let written = each!(self, engine => engine.transact(scope, writes).await)?;
        Ok(written.into_iter().map(Written::latest).collect())
    }

    /// Up to [`Write::MAX_BATCH`] puts and deletes without a condition, on different items. Each is carried
    /// out or not; this engine does all or none, in one commit.
    ///
    /// # Errors
    /// Those of [`Tables::write`].
    #[tracing::instrument(level = "debug", skip_all, fields(writes = writes.len()))]
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
        each!(self, engine => engine.transact(scope, writes).await.map(|_| ()),
            other => other.batch_write(scope, writes).await)
    }

    /// The first so many items whose time has come and that are not yet deleted: for the archive.
    /// The directory's scope sees all tenants'.
    ///
    /// # Errors
    /// The store's.
    pub async fn expired(&self, scope: Scope, limit: usize) -> Result<Vec<Expired>, Error> {
        each!(self, engine => engine.expired(scope, limit), other => other.expired(scope, limit).await)
    }

    /// Deletes expired items; one that was written anew since stays. Says how many went.
    ///
    /// # Errors
    /// The store's.
    pub async fn bury(&self, expired: &[Expired]) -> Result<usize, Error> {
        each!(self, engine => engine.bury(expired).await)
    }

    /// The changes of these tables after that place, the first so many; tables without a stream have none.
    /// The embedded engine gives them in the order of the commits; every engine gives those of one item in
    /// order. The directory's scope sees all tenants'.
    ///
    /// # Errors
    /// [`Error::InvalidCursor`] for a position of another store, [`Error::ChangesLost`] for one that is older
    /// than what is kept, or the store's.
    pub async fn changes(
        &self,
        scope: Scope,
        tables: &[&'static Table],
        after: &Position,
        limit: usize,
    ) -> Result<Vec<Change>, Error> {
        each!(
            self,
            engine => engine.changes(scope, tables, after.number()?, limit),
            other => other.changes(scope, tables, after, limit).await
        )
    }

    /// A place in the changes from which nothing is missed that is written from now on. The embedded engine
    /// gives the end; one that does not number its changes gives the beginning of what it keeps.
    ///
    /// # Errors
    /// The store's.
    pub fn latest_position(&self) -> Result<Position, Error> {
        each!(self, engine => engine.latest_position(), _other => Ok(Position::START))
    }

    /// How far a consumer of the changes has come.
    ///
    /// # Errors
    /// The store's.
    pub async fn checkpoint(&self, scope: Scope, consumer: &str) -> Result<Position, Error> {
        let item = self.get(scope, &CHECKPOINTS, &Key::hash(consumer)).await?;
        let text = item.as_ref().and_then(|item| item.get("position")?.as_str());
        Ok(text.map_or(Position::START, |text| Position::from(text.to_owned())))
    }

    /// Notes durably that a consumer has done with everything up to that place.
    ///
    /// # Errors
    /// Those of [`Tables::write`].
    pub async fn set_checkpoint(
        &self,
        scope: Scope,
        consumer: &str,
        position: &Position,
    ) -> Result<(), Error> {
        let update = crate::Update::new().set("position", position.text());
        self.write(scope, Write::upsert(&CHECKPOINTS, Key::hash(consumer), update)).await.map(|_| ())
    }

    /// Forgets records of changes that are older than the instant, up to so many. Says whether there are
    /// more. `DynamoDB` forgets by itself, after 24 hours.
    ///
    /// # Errors
    /// The store's.
    pub async fn trim_changes(&self, older_than: Timestamp, limit: usize) -> Result<bool, Error> {
        each!(self, engine => engine.trim_changes(older_than, limit).await, _other => Ok(false))
    }

    /// The embedded engine, for what only it can do.
    #[cfg_attr(
        not(feature = "dynamodb"),
        expect(clippy::unnecessary_wraps, reason = "other engines lack things")
    )]
    fn embedded(&self, who: &str, what: &'static str) -> Result<&Embedded, Error> {
        #[cfg(not(feature = "dynamodb"))]
        let _ = (who, what);
        match &self.engine {
            Engine::Embedded(engine) => Ok(engine),
            #[cfg(feature = "dynamodb")]
            Engine::DynamoDb(_) => Err(Error::Lacking { who: who.into(), what }),
        }
    }

    /// All of the writes, however many.
    async fn carry_out(&self, scope: Scope, writes: Vec<Write>) -> Result<Vec<Written>, Error> {
        each!(self, engine => engine.transact(scope, writes).await)
    }

    /// The time as the engine has it.
    fn now(&self) -> Timestamp {
        each!(self, engine => engine.now(), other => other.clock().now())
    }

    pub(crate) fn read_log(&self, log: &Path, after: u64, limit: usize) -> Result<Vec<Change>, Error> {
        embedded::read_log(log, self.embedded("a restore", "point_in_time")?.layout(), after, limit)
    }

    pub(crate) async fn replay(&self, changes: Vec<Change>) -> Result<(), Error> {
        self.embedded("a restore", "point_in_time")?.replay(changes).await
    }

    /// Carries out what is queued, moves everything into the database file and closes it.
    /// Later calls are answered with [`Error::Unavailable`]. Dropping the last handle does the same,
    /// without a word about a failure.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the write-ahead log could not be moved; nothing is lost by that.
    pub async fn close(&self) -> Result<(), Error> {
        each!(self, engine => engine.close().await, other => {
            other.close();
            Ok(())
        })
    }

    /// Whether the store answers: for health checks.
    ///
    /// # Errors
    /// [`Error::Unavailable`] or [`Error::Corrupt`] when it doesn't.
    pub async fn ping(&self) -> Result<(), Error> {
        each!(self, engine => engine.ping(), other => Box::pin(other.ping()).await)
    }

    /// Reads the whole file and looks for damage; seconds for a gigabyte. It blocks the calling thread.
    /// An engine without a file has none.
    ///
    /// # Errors
    /// [`Error::Corrupt`] with the first faults that were found.
    pub fn integrity_check(&self) -> Result<(), Error> {
        each!(self, engine => engine.integrity_check(), _other => Ok(()))
    }

    /// Counts for metrics.
    pub fn stats(&self) -> Stats {
        each!(self, engine => engine.stats())
    }
}

fn with_own(tables: &[&'static Table]) -> Vec<&'static Table> {
    tables.iter().copied().chain([&CHECKPOINTS, &TOKENS]).collect()
}

fn check_gets(gets: &[Get]) -> Result<(), Error> {
    let first = gets.first().map_or("", |get| get.table.name);
    if gets.is_empty() || Get::MAX < gets.len() {
        let reason = format!("1 to {} keys are read at once, not {}", Get::MAX, gets.len());
        return Err(Error::InvalidQuery { table: first, reason });
    }
    Ok(())
}

fn check_count(writes: &[Write], most: usize) -> Result<(), Error> {
    if (1..=most).contains(&writes.len()) {
        return Ok(());
    }
    let table = writes.first().map_or("", |write| write.table.name);
    let reason = format!("a transaction has 1 to {most} writes, not {}", writes.len());
    Err(Error::InvalidWrite { table, reason })
}
