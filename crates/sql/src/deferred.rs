//! A database that is opened when it is first needed.

use std::pin::Pin;

use atelier_base::Clock;
use tokio::sync::OnceCell;

use crate::db::Engine;
use crate::{Db, Dialect, Error, Migrations, PostgresOptions, SqliteOptions, postgres, sqlite};

/// Which engine to open, and how.
#[derive(Clone, Debug)]
pub enum Options {
    /// A file.
    Sqlite(SqliteOptions),
    /// A server.
    Postgres(PostgresOptions),
}

/// What it takes to open a database, and then the database.
#[derive(Debug)]
pub(crate) struct Deferred {
    options: Options,
    schemas: &'static [Migrations],
    clock: Clock,
    engine: OnceCell<Engine>,
}

impl Deferred {
    pub(crate) fn new(options: Options, schemas: &'static [Migrations], clock: Clock) -> Self {
        Self { options, schemas, clock, engine: OnceCell::new() }
    }

    pub(crate) fn dialect(&self) -> Dialect {
        match self.options {
            Options::Sqlite(_) => Dialect::Sqlite,
            Options::Postgres(_) => Dialect::Postgres,
        }
    }

    pub(crate) fn opened(&self) -> Option<&Engine> {
        self.engine.get()
    }

    pub(crate) async fn engine(&self) -> Result<&Engine, Error> {
        self.engine.get_or_try_init(|| self.open()).await
    }

    /// Boxed, because migrations go through the very handle that this opens.
    fn open(&self) -> Pin<Box<dyn Future<Output = Result<Engine, Error>> + Send + '_>> {
        Box::pin(async move {
            let engine = match &self.options {
                Options::Sqlite(options) => Engine::Sqlite(sqlite::open(options).await?),
                Options::Postgres(options) => Engine::Postgres(postgres::connect(options).await?),
            };
            let db = Db::of(engine.clone());
            for schema in self.schemas {
                schema.up(&db, &self.clock).await?;
            }
            Ok(engine)
        })
    }
}
