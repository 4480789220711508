//! Statements that all take effect, or none.

use atelier_base::Scope;
use sqlx::{Postgres, Sqlite};

use crate::connection::Connection;
use crate::failure::failed;
use crate::{Dialect, Error, Row, Sql};

/// A transaction. Dropped before [`Transaction::commit`], nothing of it stays.
///
/// After a failed statement PostgreSQL takes no other one: drop it and begin anew.
#[derive(Debug)]
pub struct Transaction(Engine);

#[derive(Debug)]
enum Engine {
    Sqlite(sqlx::Transaction<'static, Sqlite>),
    Postgres(sqlx::Transaction<'static, Postgres>),
}

impl Transaction {
    pub(crate) fn of_sqlite(begun: sqlx::Transaction<'static, Sqlite>) -> Self {
        Self(Engine::Sqlite(begun))
    }

    pub(crate) fn of_postgres(begun: sqlx::Transaction<'static, Postgres>) -> Self {
        Self(Engine::Postgres(begun))
    }

    /// Which SQL it speaks.
    pub fn dialect(&self) -> Dialect {
        match &self.0 {
            Engine::Sqlite(_) => Dialect::Sqlite,
            Engine::Postgres(_) => Dialect::Postgres,
        }
    }

    pub(crate) fn connection(&mut self) -> Connection<'_> {
        match &mut self.0 {
            Engine::Sqlite(begun) => Connection::Sqlite(begun),
            Engine::Postgres(begun) => Connection::Postgres(begun),
        }
    }

    /// Carries out a statement; returns how many rows it changed.
    ///
    /// # Errors
    /// Those of a statement.
    pub async fn execute(&mut self, scope: Scope, sql: Sql) -> Result<u64, Error> {
        let prepared = sql.prepare(self.dialect(), scope)?;
        self.connection().execute(prepared).await
    }

    /// Every row of a statement, which may write: `UPDATE … RETURNING`.
    ///
    /// # Errors
    /// Those of a statement.
    pub async fn fetch_all(&mut self, scope: Scope, sql: Sql) -> Result<Vec<Row>, Error> {
        let prepared = sql.prepare(self.dialect(), scope)?;
        self.connection().fetch_all(prepared).await
    }

    /// The first row of a statement, if there is one.
    ///
    /// # Errors
    /// Those of a statement.
    pub async fn fetch_optional(&mut self, scope: Scope, sql: Sql) -> Result<Option<Row>, Error> {
        Ok(self.fetch_all(scope, sql).await?.into_iter().next())
    }

    /// Makes everything durable that was written.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Busy`], [`Error::Unavailable`]; whether it was kept is unknown only when the
    /// connection broke while the answer was on its way.
    pub async fn commit(self) -> Result<(), Error> {
        let failed = failed("commit a transaction");
        match self.0 {
            Engine::Sqlite(begun) => begun.commit().await.map_err(failed),
            Engine::Postgres(begun) => begun.commit().await.map_err(failed),
        }
    }

    /// Takes back everything that was written.
    ///
    /// # Errors
    /// [`Error::Unavailable`]; nothing stays all the same.
    pub async fn roll_back(self) -> Result<(), Error> {
        let failed = failed("roll back a transaction");
        match self.0 {
            Engine::Sqlite(begun) => begun.rollback().await.map_err(failed),
            Engine::Postgres(begun) => begun.rollback().await.map_err(failed),
        }
    }
}
