//! A PostgreSQL database of a test's own.

use std::thread::sleep;
use std::time::Duration;

use atelier_base::{Randomness, Scope};
use atelier_sql::conformance::SHARED;
use atelier_sql::{Db, Error, PostgresOptions, Sql, Transaction};

/// A new database. Dropping it removes it.
pub(crate) struct Database {
    name: String,
    pub(crate) url: String,
}

impl Database {
    /// Says so and is none when there is no PostgreSQL.
    #[expect(clippy::print_stdout, reason = "whoever runs the tests is told what they left out")]
    pub(crate) fn create() -> Option<Self> {
        let number = u64::from_be_bytes(Randomness::system().bytes::<8>());
        let name = format!("atelier_test_{number:016x}");
        match run(SHARED, &[&format!("CREATE DATABASE {name}")]) {
            Err(Error::Unavailable { .. }) => {
                println!("left out: there is no PostgreSQL at {SHARED}");
                return None;
            }
            made => made.expect("a database"),
        }
        let (server, _) = SHARED.rsplit_once('/').expect("an address");
        Some(Self { url: format!("{server}/{name}"), name })
    }

    pub(crate) fn run(&self, text: &str) {
        run(&self.url, &[text]).expect("done");
    }

    /// A number; none while the table is not there.
    pub(crate) fn number(&self, text: &str) -> Option<i64> {
        let sql = Sql::new(format!("SELECT (SELECT {text}) AS n"));
        let row = with(&self.url, async |db| db.fetch_one(Scope::directory(), sql).await);
        row.ok().map(|row| row.get("n").expect("a number"))
    }

    /// Holds a table that a move fills, while something is done; none when it has rows already. The move has begun to
    /// copy by then.
    pub(crate) fn hold_empty<T>(&self, table: &str, work: impl FnOnce() -> T) -> Option<T> {
        with(&self.url, async |db| {
            let mut held = loop {
                let mut held = db.begin().await?;
                if is_begun(&mut held, table).await.unwrap_or_default() {
                    break held;
                }
                held.roll_back().await?;
                sleep(Duration::from_millis(1));
            };
            let rows = Sql::new(format!("SELECT 1 FROM {table} LIMIT 1"));
            let rows = held.fetch_all(Scope::directory(), rows).await?;
            let done = rows.is_empty().then(work);
            held.roll_back().await?;
            Ok(done)
        })
        .expect("held")
    }
}

/// Locks the table; whether something is copied by then. It fails as long as there are no tables.
async fn is_begun(transaction: &mut Transaction, table: &str) -> Result<bool, Error> {
    let directory = Scope::directory();
    transaction.execute(directory, Sql::new(format!("LOCK TABLE {table}"))).await?;
    let copied =
        transaction.fetch_all(directory, Sql::new("SELECT 1 FROM transfer_progress LIMIT 1")).await?;
    Ok(!copied.is_empty())
}

impl Drop for Database {
    fn drop(&mut self) {
        // One that stays takes a little room.
        let _ = run(SHARED, &[&format!("DROP DATABASE {} WITH (FORCE)", self.name)]);
    }
}

fn run(url: &str, statements: &[&str]) -> Result<(), Error> {
    with(url, async |db| {
        for text in statements {
            db.execute(Scope::directory(), Sql::new(*text)).await?;
        }
        Ok(())
    })
}

fn with<T>(url: &str, work: impl AsyncFnOnce(Db) -> Result<T, Error>) -> Result<T, Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let db = Db::postgres(&PostgresOptions { connections: 1, ..PostgresOptions::at(url) }).await?;
        let done = work(db.clone()).await;
        db.close().await;
        done
    })
}
