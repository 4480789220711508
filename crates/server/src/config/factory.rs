//! `[sql]` and `[factory]`.

use std::path::PathBuf;

use atelier_base::Clock;
use atelier_factory::SCHEMA;
use atelier_sql::{Db, Migrations, Options, PostgresOptions, SqliteOptions};
use serde::{Deserialize, Serialize};

use super::Config;
use crate::Error;

/// Everybody's relational tables.
const SCHEMAS: &[Migrations] = &[SCHEMA];
/// The file in the data directory. It is not the file of `tables`: an order of many thousand items would make
/// everybody else wait for the one writer.
const FILE: &str = "sql.db";

/// `[sql]`.
#[derive(Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the keys are described in atelier.default.toml")]
pub struct SqlConfig {
    pub url: String,
}

// The address may hold a password, which no log shall show.
impl std::fmt::Debug for SqlConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SqlConfig").finish_non_exhaustive()
    }
}

/// `[factory]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the keys are described in atelier.default.toml")]
pub struct FactoryConfig {
    pub workers: usize,
    pub private_providers: bool,
    pub webhooks: bool,
}

impl SqlConfig {
    pub(super) fn check(&self) -> Result<(), Error> {
        let is_known = ["postgres://", "postgresql://"].iter().any(|scheme| self.url.starts_with(scheme));
        if self.url.is_empty() || is_known {
            return Ok(());
        }
        Err(Error::Config("sql.url must begin with postgres://, or be empty for SQLite".into()))
    }
}

impl Config {
    /// The file of the relational tables; none when they are in PostgreSQL.
    pub fn sql_file(&self) -> Option<PathBuf> {
        self.sql.url.is_empty().then(|| self.embedded_sql_file())
    }

    /// Where that file is, or was before the tables moved to PostgreSQL.
    pub fn embedded_sql_file(&self) -> PathBuf {
        self.server.data.join(FILE)
    }

    /// The relational tables, opened when they are first needed.
    pub(crate) fn sql(&self, clock: &Clock) -> Db {
        let options = match self.sql_file() {
            Some(file) => Options::Sqlite(SqliteOptions::at(file)),
            None => Options::Postgres(PostgresOptions::at(&self.sql.url)),
        };
        Db::when_needed(options, SCHEMAS, clock.clone())
    }
}
