//! A schema in steps: up and down, each recorded with the checksum of its text.
//!
//! A step and its record are one transaction on either engine: a step that was interrupted did not happen.
//! Several servers may begin at once; each waits for the others at the ledger.

mod ledger;

use atelier_base::{Clock, Timestamp};
use sha2::{Digest as _, Sha256};

use crate::{Db, Dialect, Error, Transaction};
use ledger::Entry;

/// The two directions of a step, in one dialect.
#[derive(Clone, Copy, Debug)]
pub struct Script {
    /// Statements that make it.
    pub up: &'static str,
    /// Statements that take it back.
    pub down: &'static str,
}

/// A step of a schema.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Unique, sorts after every earlier one, 50 characters at most: `factory-0001`.
    pub version: &'static str,
    /// A few words for people.
    pub description: &'static str,
    /// For SQLite.
    pub sqlite: Script,
    /// For PostgreSQL.
    pub postgres: Script,
}

impl Migration {
    /// Its text on an engine.
    pub fn script(&self, dialect: Dialect) -> Script {
        dialect.choose(self.sqlite, self.postgres)
    }

    /// SHA-256 of both directions on an engine, 64 digits.
    pub fn checksum(&self, dialect: Dialect) -> String {
        let Script { up, down } = self.script(dialect);
        // The length keeps a statement from wandering from one direction to the other unnoticed.
        let length = (up.len() as u64).to_be_bytes();
        hex::encode(Sha256::new().chain_update(length).chain_update(up).chain_update(down).finalize())
    }
}

/// The steps of a schema, the oldest first.
#[derive(Clone, Copy, Debug)]
pub struct Migrations {
    /// What all their versions begin with, before a `-`. Other names in the ledger are of other schemas.
    pub name: &'static str,
    /// The steps.
    pub steps: &'static [Migration],
}

/// How a step stands in a database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its version.
    pub version: String,
    /// A few words for people.
    pub description: String,
    /// When it was applied.
    pub applied_at: Option<Timestamp>,
    /// What is to be said of it.
    pub state: MigrationState,
}

/// What is to be said of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MigrationState {
    /// Not applied yet.
    Pending,
    /// Applied as it is.
    Applied,
    /// Applied, and has another text now.
    Changed,
    /// Applied by another version of the program; this one does not have it.
    Unknown,
}

impl Migrations {
    /// How every step stands, the oldest first.
    ///
    /// # Errors
    /// Those of a statement.
    pub async fn status(&self, db: &Db) -> Result<Vec<Standing>, Error> {
        let mut transaction = db.begin().await?;
        ledger::prepare(&mut transaction).await?;
        let standings = self.standings(&mut transaction).await?;
        transaction.commit().await?;
        Ok(standings)
    }

    /// Applies every step that is pending; returns their versions.
    ///
    /// # Errors
    /// [`Error::MigrationChanged`], [`Error::MigrationUnknown`] before anything is done;
    /// [`Error::MigrationFailed`] at a step of which nothing is kept, while earlier ones are.
    pub async fn up(&self, db: &Db, clock: &Clock) -> Result<Vec<&'static str>, Error> {
        let mut done = Vec::new();
        loop {
            let mut transaction = db.begin().await?;
            ledger::prepare(&mut transaction).await?;
            let standings = self.standings(&mut transaction).await?;
            refuse(&standings)?;
            let is_pending = |step: &&Migration| {
                standings
                    .iter()
                    .any(|one| one.version == step.version && one.state == MigrationState::Pending)
            };
            let Some(step) = self.steps.iter().find(is_pending) else {
                transaction.commit().await?;
                return Ok(done);
            };
            let dialect = transaction.dialect();
            run(&mut transaction, step, step.script(dialect).up).await?;
            ledger::record(&mut transaction, step, clock.now()).await?;
            transaction.commit().await?;
            done.push(step.version);
        }
    }

    /// Takes back every step after that one, the newest first; none takes back all. Returns their versions.
    ///
    /// # Errors
    /// As for [`Migrations::up`]; [`Error::MigrationUnknown`] also for a target that is no step.
    pub async fn down_to(&self, db: &Db, target: Option<&str>) -> Result<Vec<&'static str>, Error> {
        let kept = match target {
            None => 0,
            Some(target) => {
                let at = self.steps.iter().position(|step| step.version == target);
                1 + at.ok_or_else(|| Error::MigrationUnknown { version: target.to_owned() })?
            }
        };
        let mut done = Vec::new();
        for step in self.steps[kept..].iter().rev() {
            let mut transaction = db.begin().await?;
            ledger::prepare(&mut transaction).await?;
            let standings = self.standings(&mut transaction).await?;
            refuse(&standings)?;
            let is_applied =
                standings.iter().any(|one| one.version == step.version && one.applied_at.is_some());
            if is_applied {
                let dialect = transaction.dialect();
                run(&mut transaction, step, step.script(dialect).down).await?;
                ledger::forget(&mut transaction, step.version).await?;
                done.push(step.version);
            }
            transaction.commit().await?;
        }
        Ok(done)
    }

    async fn standings(&self, transaction: &mut Transaction) -> Result<Vec<Standing>, Error> {
        let dialect = transaction.dialect();
        let applied = ledger::entries(transaction, self.name).await?;
        let mut standings: Vec<Standing> =
            self.steps.iter().map(|step| stand(step, dialect, &applied)).collect();
        let is_ours = |entry: &Entry| self.steps.iter().any(|step| step.version == entry.version);
        standings.extend(applied.iter().filter(|entry| !is_ours(entry)).map(|entry| Standing {
            version: entry.version.clone(),
            description: entry.description.clone(),
            applied_at: Some(entry.applied_at),
            state: MigrationState::Unknown,
        }));
        Ok(standings)
    }
}

fn stand(step: &Migration, dialect: Dialect, applied: &[Entry]) -> Standing {
    let entry = applied.iter().find(|entry| entry.version == step.version);
    let state = match entry {
        None => MigrationState::Pending,
        Some(entry) if entry.checksum == step.checksum(dialect) => MigrationState::Applied,
        Some(_) => MigrationState::Changed,
    };
    Standing {
        version: step.version.to_owned(),
        description: step.description.to_owned(),
        applied_at: entry.map(|entry| entry.applied_at),
        state,
    }
}

/// What is there must be what this program knows, or it would build on sand.
fn refuse(standings: &[Standing]) -> Result<(), Error> {
    for standing in standings {
        let version = standing.version.clone();
        match standing.state {
            MigrationState::Changed => return Err(Error::MigrationChanged { version }),
            MigrationState::Unknown => return Err(Error::MigrationUnknown { version }),
            MigrationState::Pending | MigrationState::Applied => {}
        }
    }
    Ok(())
}

async fn run(transaction: &mut Transaction, step: &Migration, script: &'static str) -> Result<(), Error> {
    let ran = transaction.connection().execute_script(script).await;
    ran.map_err(|error| Error::MigrationFailed {
        version: step.version.to_owned(),
        reason: error.to_string(),
    })
}
