//! The factory's tables, from the file in the data directory into a PostgreSQL.

use std::path::PathBuf;

use atelier_base::{Clock, Scope};
use atelier_factory::TRANSFER;
use atelier_sql::{Db, PostgresOptions, Progress, Proof, SqliteOptions};

use crate::{Config, Error};

/// A move that may be tried. Whoever carries it out holds the data directory, so that no server writes to it.
#[derive(Clone)]
pub struct FactoryMove {
    file: PathBuf,
    to: String,
}

impl FactoryMove {
    /// Looks at the configuration and at the file, and opens nothing.
    ///
    /// # Errors
    /// [`Error::Config`] when the target is no address of a PostgreSQL; [`atelier_sql::Error::TransferSource`] when
    /// there is no file, or the tables are elsewhere already.
    pub fn plan(config: &Config, to: &str) -> Result<Self, Error> {
        if !["postgres://", "postgresql://"].iter().any(|scheme| to.starts_with(scheme)) {
            return Err(Error::Config("the address to move to must begin with postgres://".into()));
        }
        let file = config.embedded_sql_file();
        let reason = if config.sql_file().is_none() && config.sql.url != to {
            "sql.url names another PostgreSQL, where the tables are already".to_owned()
        } else if !file.exists() {
            format!("{} is not there", file.display())
        } else {
            return Ok(Self { file, to: to.to_owned() });
        };
        Err(atelier_sql::Error::TransferSource { reason }.into())
    }

    /// Copies every row, or goes on with a copy that was broken off; with `only_prove` copies nothing. Then reads
    /// both sides and returns what each has.
    ///
    /// # Errors
    /// Those of [`atelier_sql::Transfer::copy`] and [`atelier_sql::Transfer::prove`].
    pub async fn carry_out(
        &self,
        clock: &Clock,
        only_prove: bool,
        mut progress: impl FnMut(Progress),
    ) -> Result<Vec<Proof>, Error> {
        let everyone = Scope::directory();
        let source = Db::sqlite(&SqliteOptions::at(&self.file)).await?;
        // One connection holds a transaction while another looks at how far the copy is.
        let target =
            Db::postgres(&PostgresOptions { connections: 2, ..PostgresOptions::at(&self.to) }).await?;
        if !only_prove {
            TRANSFER.copy(everyone, (&source, &target), clock, &mut progress).await?;
        }
        let proofs = TRANSFER.prove(everyone, (&source, &target), progress).await?;
        target.close().await;
        source.close().await;
        Ok(proofs)
    }
}
