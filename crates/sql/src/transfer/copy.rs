//! Into PostgreSQL, a batch at a time.

use atelier_base::{Clock, Scope};
use sha2::{Digest as _, Sha256};

use super::ledger::Place;
use super::read::{Batch, batch, count};
use super::{Progress, Transfer, TransferStep, TransferTable, encode, ledger};
use crate::connection::Connection;
use crate::failure::failed;
use crate::{Db, Dialect, Error, Sql, Transaction};

impl Transfer {
    /// Copies every row of the tables from one database into another that holds nothing, or a part of this copy:
    /// then it goes on where that was broken off. Both schemas are brought up first. The source takes no writes
    /// meanwhile; nobody may use the target.
    ///
    /// `everyone` is the scope that reaches all tenants.
    ///
    /// # Errors
    /// [`Error::TransferTarget`] for a target that holds anything else, of which nothing is changed;
    /// [`Error::TransferRefused`] for a row that can't be read or stored, after what came before it was copied;
    /// those of [`Migrations::up`](crate::Migrations::up) and of a statement.
    pub async fn copy(
        &self,
        everyone: Scope,
        (source, target): (&Db, &Db),
        clock: &Clock,
        mut progress: impl FnMut(Progress),
    ) -> Result<(), Error> {
        if target.dialect() != Dialect::Postgres {
            return Err(Error::TransferTarget { reason: "it is no PostgreSQL".to_owned() });
        }
        self.schema.up(source, clock).await?;
        let name = self.name_of(source).await?;
        // Whoever writes to the source would write what is not copied. The transaction changes nothing.
        let held = match source.dialect() {
            Dialect::Sqlite => Some(source.begin().await?),
            Dialect::Postgres => None,
        };
        ledger::claim(everyone, target).await?;
        self.schema.up(target, clock).await?;
        ledger::begin(everyone, self, &name, target).await?;
        for table in self.tables {
            self.copy_table(everyone, (source, target), table, &mut progress).await?;
        }
        for table in self.tables {
            // The planner knows nothing yet of what came.
            target.execute(everyone, Sql::new(format!("ANALYZE {}", table.name))).await?;
        }
        if let Some(held) = held {
            held.roll_back().await?;
        }
        Ok(())
    }

    /// What tells a database from others: the moments at which its schema was made.
    async fn name_of(&self, source: &Db) -> Result<String, Error> {
        let standings = self.schema.status(source).await?;
        let made = standings.iter().map(|one| format!("{} {:?}\n", one.version, one.applied_at));
        Ok(hex::encode(Sha256::digest(made.collect::<String>())))
    }

    async fn copy_table(
        &self,
        everyone: Scope,
        (source, target): (&Db, &Db),
        table: &'static TransferTable,
        progress: &mut impl FnMut(Progress),
    ) -> Result<(), Error> {
        let mut place = ledger::place(everyone, target, table).await?;
        let of = count(source, everyone, table).await?;
        while !place.is_done {
            let after = place.after(table)?;
            let Batch { rows, last } = batch(source, everyone, table, after.as_deref(), self.at_once).await?;
            let mut text = String::new();
            for row in &rows {
                encode::add_row(&mut text, row).map_err(|reason| Error::TransferRefused {
                    table: table.name,
                    reason: format!("{reason}, in the row {}", table.name_of(row)),
                })?;
            }
            let mut transaction = target.begin().await?;
            if !rows.is_empty() {
                copy_in(everyone, &mut transaction, table, text).await?;
            }
            let last = last.filter(|_| rows.len() == self.at_once);
            place = ledger::advance(everyone, &mut transaction, table, &place, rows.len(), last.as_deref())
                .await?;
            transaction.commit().await?;
            let Place { rows, is_done, .. } = place;
            progress(Progress { step: TransferStep::Copying, table: table.name, rows, of, is_done });
        }
        Ok(())
    }
}

/// The triggers are off for this transaction alone: nobody else sees that, and a kill takes it back.
async fn copy_in(
    everyone: Scope,
    transaction: &mut Transaction,
    table: &TransferTable,
    rows: String,
) -> Result<(), Error> {
    let name = table.name;
    let switch = |word: &str| Sql::new(format!("ALTER TABLE {name} {word} TRIGGER USER"));
    transaction.execute(everyone, switch("DISABLE")).await?;
    let columns: Vec<String> = table.columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let statement = format!("COPY {name} ({}) FROM STDIN", columns.join(", "));
    send(transaction.connection(), &statement, rows).await.map_err(|error| refused(name, error))?;
    transaction.execute(everyone, switch("ENABLE")).await.map(drop)
}

async fn send(connection: Connection<'_>, statement: &str, rows: String) -> Result<(), sqlx::Error> {
    let Connection::Postgres(connection) = connection else {
        return Err(sqlx::Error::Protocol("only PostgreSQL copies rows".to_owned()));
    };
    let mut copying = connection.copy_in_raw(statement).await?;
    copying.send(rows.into_bytes()).await?;
    copying.finish().await.map(drop)
}

/// With the line and the column that PostgreSQL names.
fn refused(table: &'static str, error: sqlx::Error) -> Error {
    let database = error.as_database_error();
    let Some(database) =
        database.and_then(|error| error.try_downcast_ref::<sqlx::postgres::PgDatabaseError>())
    else {
        return failed("copy rows")(error);
    };
    let details = [database.detail(), database.r#where()].into_iter().flatten();
    let reason = details.fold(database.message().to_owned(), |text, more| format!("{text}; {more}"));
    Error::TransferRefused { table, reason }
}
