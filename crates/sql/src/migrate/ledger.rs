//! The table `migration_history`, which every schema of a database shares.

use atelier_base::{Scope, Timestamp};

use super::Migration;
use crate::{Error, Sql, Transaction};

/// A row of the ledger.
pub(super) struct Entry {
    pub(super) version: String,
    pub(super) applied_at: Timestamp,
    pub(super) description: String,
    pub(super) checksum: String,
}

const SQLITE: &str = "CREATE TABLE IF NOT EXISTS migration_history (
    version TEXT NOT NULL PRIMARY KEY CHECK (length(version) <= 50),
    applied_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    description TEXT,
    checksum TEXT NOT NULL
) STRICT";

/// The lock is held until the transaction ends, so that one server at a time makes a step. `CREATE … IF NOT
/// EXISTS` alone fails when two do it at once.
const POSTGRES: &str = "SELECT pg_advisory_xact_lock(hashtext('atelier migration_history'));
CREATE TABLE IF NOT EXISTS migration_history (
    version VARCHAR(50) PRIMARY KEY,
    applied_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    description TEXT,
    checksum TEXT NOT NULL
)";

/// The directory's, as it were: the ledger is of no tenant. Its statements never leave this file.
const NO_TENANT: Scope = Scope::directory();

/// Makes the ledger when it is missing, and waits for others that make a step.
pub(super) async fn prepare(transaction: &mut Transaction) -> Result<(), Error> {
    let script = transaction.dialect().choose(SQLITE, POSTGRES);
    let made = transaction.connection().execute_script(script).await;
    made.map_err(crate::failure::failed("prepare the ledger of migrations"))
}

pub(super) async fn entries(transaction: &mut Transaction, name: &str) -> Result<Vec<Entry>, Error> {
    let sql =
        Sql::new("SELECT version, applied_at, description, checksum FROM migration_history ORDER BY version");
    let mut entries = Vec::new();
    for row in transaction.fetch_all(NO_TENANT, sql).await? {
        let version: String = row.get("version")?;
        if version.split_once('-').is_some_and(|(schema, _)| schema == name) {
            entries.push(Entry {
                version,
                applied_at: row.get("applied_at")?,
                description: row.find("description")?.unwrap_or_default(),
                checksum: row.get("checksum")?,
            });
        }
    }
    Ok(entries)
}

pub(super) async fn record(
    transaction: &mut Transaction,
    step: &Migration,
    now: Timestamp,
) -> Result<(), Error> {
    let checksum = step.checksum(transaction.dialect());
    let sql = Sql::new(
        "INSERT INTO migration_history (version, applied_at, description, checksum) VALUES (?, ?, ?, ?)",
    );
    let sql = sql.bind(step.version).bind(now).bind(step.description).bind(checksum);
    transaction.execute(NO_TENANT, sql).await.map(drop)
}

pub(super) async fn forget(transaction: &mut Transaction, version: &str) -> Result<(), Error> {
    let sql = Sql::new("DELETE FROM migration_history WHERE version = ?").bind(version);
    transaction.execute(NO_TENANT, sql).await.map(drop)
}
