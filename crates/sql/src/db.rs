//! The handle that everything above holds.

use std::sync::Arc;

use atelier_base::{Clock, Scope};
use sqlx::PgPool;

use crate::connection::Connection;
use crate::deferred::Deferred;
use crate::failure::failed;
use crate::sqlite::Pools;
use crate::{
    Dialect, Error, Migrations, Options, PostgresOptions, Row, Sql, SqliteOptions, Transaction, postgres,
    sqlite,
};

/// A database: one of two pools. Cheap to clone; clones share it.
#[derive(Clone, Debug)]
pub struct Db(Handle);

#[derive(Clone, Debug)]
enum Handle {
    Opened(Engine),
    Deferred(Arc<Deferred>),
}

#[derive(Clone, Debug)]
pub(crate) enum Engine {
    Sqlite(Pools),
    Postgres(PgPool),
}

impl Db {
    /// Opens a database file, and makes it when it is missing.
    ///
    /// # Errors
    /// [`Error::Corrupt`], [`Error::Full`], [`Error::Busy`], [`Error::Unavailable`].
    pub async fn sqlite(options: &SqliteOptions) -> Result<Self, Error> {
        sqlite::open(options).await.map(|pools| Self::of(Engine::Sqlite(pools)))
    }

    /// Connects to a PostgreSQL.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it is not there, too old, or not of UTF-8.
    pub async fn postgres(options: &PostgresOptions) -> Result<Self, Error> {
        postgres::connect(options).await.map(|pool| Self::of(Engine::Postgres(pool)))
    }

    /// A database that is opened, and its schemas brought up, when it is first needed.
    pub fn when_needed(options: Options, schemas: &'static [Migrations], clock: Clock) -> Self {
        Self(Handle::Deferred(Arc::new(Deferred::new(options, schemas, clock))))
    }

    pub(crate) fn of(engine: Engine) -> Self {
        Self(Handle::Opened(engine))
    }

    /// Opens it now, if it was not needed yet.
    ///
    /// # Errors
    /// Those of [`Db::sqlite`], of [`Db::postgres`] and of [`Migrations::up`].
    pub async fn open(&self) -> Result<(), Error> {
        self.engine().await.map(drop)
    }

    async fn engine(&self) -> Result<&Engine, Error> {
        match &self.0 {
            Handle::Opened(engine) => Ok(engine),
            Handle::Deferred(deferred) => deferred.engine().await,
        }
    }

    /// Which SQL it speaks.
    pub fn dialect(&self) -> Dialect {
        match &self.0 {
            Handle::Opened(Engine::Sqlite(_)) => Dialect::Sqlite,
            Handle::Opened(Engine::Postgres(_)) => Dialect::Postgres,
            Handle::Deferred(deferred) => deferred.dialect(),
        }
    }

    /// Every row of a statement that only reads.
    ///
    /// # Errors
    /// Those of a statement; on SQLite [`Error::Unavailable`] when it writes.
    #[tracing::instrument(level = "debug", skip_all)]
    pub async fn fetch_all(&self, scope: Scope, sql: Sql) -> Result<Vec<Row>, Error> {
        let prepared = sql.prepare(self.dialect(), scope)?;
        let failed = failed("get a connection");
        match self.engine().await? {
            Engine::Sqlite(pools) => {
                let mut connection = pools.readers.acquire().await.map_err(failed)?;
                Connection::Sqlite(&mut connection).fetch_all(prepared).await
            }
            Engine::Postgres(pool) => {
                let mut connection = pool.acquire().await.map_err(failed)?;
                Connection::Postgres(&mut connection).fetch_all(prepared).await
            }
        }
    }

    /// The first row of a statement that only reads, if there is one.
    ///
    /// # Errors
    /// Those of [`Db::fetch_all`].
    pub async fn fetch_optional(&self, scope: Scope, sql: Sql) -> Result<Option<Row>, Error> {
        Ok(self.fetch_all(scope, sql).await?.into_iter().next())
    }

    /// The first row of a statement that only reads and always has one, such as a count.
    ///
    /// # Errors
    /// Those of [`Db::fetch_all`]; [`Error::Unreadable`] when there is none.
    pub async fn fetch_one(&self, scope: Scope, sql: Sql) -> Result<Row, Error> {
        let row = self.fetch_optional(scope, sql).await?;
        row.ok_or_else(|| Error::Unreadable { column: "*".to_owned(), reason: "there is no row".to_owned() })
    }

    /// Carries out one statement in a transaction of its own; returns how many rows it changed.
    ///
    /// # Errors
    /// Those of a statement.
    #[tracing::instrument(level = "debug", skip_all)]
    pub async fn execute(&self, scope: Scope, sql: Sql) -> Result<u64, Error> {
        let prepared = sql.prepare(self.dialect(), scope)?;
        let failed = failed("get a connection");
        match self.engine().await? {
            Engine::Sqlite(pools) => {
                let mut connection = pools.writer.acquire().await.map_err(failed)?;
                Connection::Sqlite(&mut connection).execute(prepared).await
            }
            Engine::Postgres(pool) => {
                let mut connection = pool.acquire().await.map_err(failed)?;
                Connection::Postgres(&mut connection).execute(prepared).await
            }
        }
    }

    /// Begins a transaction that may write. On SQLite it is the only one until it ends.
    ///
    /// # Errors
    /// [`Error::Busy`] when others write for too long, [`Error::Unavailable`].
    #[tracing::instrument(level = "debug", skip_all)]
    pub async fn begin(&self) -> Result<Transaction, Error> {
        let failed = failed("begin a transaction");
        match self.engine().await? {
            // A transaction that begins as a reader may find that it can't become a writer.
            Engine::Sqlite(pools) => {
                let begun = pools.writer.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
                Ok(Transaction::of_sqlite(begun))
            }
            Engine::Postgres(pool) => Ok(Transaction::of_postgres(pool.begin().await.map_err(failed)?)),
        }
    }

    /// Waits until statements have ended and closes every connection; on SQLite the log is moved into the file.
    pub async fn close(&self) {
        let engine = match &self.0 {
            Handle::Opened(engine) => Some(engine),
            Handle::Deferred(deferred) => deferred.opened(),
        };
        match engine {
            None => {}
            Some(Engine::Sqlite(pools)) => {
                pools.readers.close().await;
                pools.writer.close().await;
            }
            Some(Engine::Postgres(pool)) => pool.close().await,
        }
    }
}
