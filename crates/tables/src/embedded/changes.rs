//! The record of changes: the change stream of tables that declare one, and with it the log from which a
//! backup is brought forward to a point in time.
//!
//! A change is a row of the same transaction as the write it tells of, so neither is ever without the
//! other. Sequence numbers grow; old rows are trimmed by age, the newest always stays.

use atelier_base::Timestamp;
use rusqlite::{Connection, params};

use super::apply::{Change as Deed, Staged};
use super::codec;
use super::failure::{Failure, File};
use super::keys::KeyBytes;
use super::layout::Layout;
use super::plan::Trim;
use crate::{Change, Error, Item, Key, Position, Table};

/// A record is never older than the one before, even when the clock jumped back.
const KEEP: &str = "INSERT INTO atelier_changes (at, name, hash, range, tenant, before, after) VALUES \
     (max(?1, coalesce((SELECT at FROM atelier_changes ORDER BY sequence DESC LIMIT 1), 0)), \
      ?2, ?3, ?4, ?5, ?6, ?7)";
const READ: &str = "SELECT sequence, at, name, tenant, before, after FROM atelier_changes \
     WHERE sequence > ?1 AND (?2 IS NULL OR tenant = ?2) ORDER BY sequence";
const TRIM: &str = "DELETE FROM atelier_changes WHERE sequence IN \
     (SELECT sequence FROM atelier_changes WHERE at < ?1 AND name <> '' \
      AND sequence < (SELECT max(sequence) FROM atelier_changes) ORDER BY sequence LIMIT ?2)";
const LEFT: &str = "SELECT EXISTS (SELECT 1 FROM atelier_changes WHERE at < ?1 AND name <> '' \
     AND sequence < (SELECT max(sequence) FROM atelier_changes))";

pub(super) const CREATE: &str = "CREATE TABLE IF NOT EXISTS atelier_changes (sequence INTEGER PRIMARY KEY, \
     at INTEGER NOT NULL, name TEXT NOT NULL, hash BLOB NOT NULL, range BLOB NOT NULL, tenant TEXT, \
     before BLOB, after BLOB) STRICT";

/// A change that is about to be recorded.
pub(super) struct Record {
    name: &'static str,
    key: KeyBytes,
    tenant: Option<String>,
    before: Option<Vec<u8>>,
    after: Option<Vec<u8>>,
}

impl Record {
    pub(super) fn of(staged: &Staged<'_>) -> Self {
        let stored = staged.stored.as_ref();
        let (tenant, after) = match &staged.change {
            Deed::Store { tenant, .. } => (tenant.clone(), Some(staged.body.clone())),
            Deed::Delete | Deed::Nothing => (stored.and_then(|stored| stored.tenant.clone()), None),
        };
        Self {
            name: staged.slot.table.name,
            key: staged.key.clone(),
            tenant,
            before: stored.map(|stored| codec::encode(&stored.item)),
            after,
        }
    }

    pub(super) fn keep(self, connection: &Connection, now: Timestamp) -> rusqlite::Result<()> {
        if self.before.is_none() && self.after.is_none() {
            return Ok(());
        }
        let Self { name, key, tenant, before, after } = self;
        connection.prepare_cached(KEEP)?.execute(params![
            now.as_millis(),
            name,
            key.hash,
            key.range,
            tenant,
            before,
            after
        ])?;
        Ok(())
    }
}

/// Which changes are read.
pub(super) struct Wanted<'a> {
    /// Of one tenant, or of all.
    pub(super) tenant: Option<&'a str>,
    /// Only those of these tables, not all that the log holds.
    pub(super) tables: Option<&'a [&'static Table]>,
    pub(super) after: u64,
    pub(super) limit: usize,
}

/// The wanted changes, in order. Those of tables that are no longer declared are left out.
pub(super) fn read(
    connection: &Connection,
    layout: &Layout,
    file: &File,
    wanted: &Wanted<'_>,
) -> Result<Vec<Change>, Error> {
    let failed = file.failed("read the changes");
    let mut statement = connection.prepare_cached(READ).map_err(&failed)?;
    let mut rows = statement.query(params![wanted.after.cast_signed(), wanted.tenant]).map_err(&failed)?;
    let mut changes = Vec::new();
    while changes.len() < wanted.limit {
        let Some(row) = rows.next().map_err(&failed)? else { break };
        let name = row.get_ref(2).and_then(|name| Ok(name.as_str()?)).map_err(&failed)?;
        let named = |table: &&'static Table| wanted.tables.is_none_or(|tables| tables.contains(table));
        let table = layout.named(name).filter(named);
        let Some(table) = table else { continue };
        let body = |column| -> Result<Option<Item>, Error> {
            let body = row.get_ref(column).and_then(|body| Ok(body.as_blob_or_null()?)).map_err(&failed)?;
            body.map(|body| codec::decode(body).map_err(|_| file.malformed_body())).transpose()
        };
        let (before, after) = (body(4)?, body(5)?);
        let tenant: Option<String> = row.get(3).map_err(&failed)?;
        let Some(key) = after.as_ref().or(before.as_ref()).and_then(|item| Key::of(table, item)) else {
            continue;
        };
        changes.push(Change {
            position: Position::of_number(row.get::<_, i64>(0).map_err(&failed)?.cast_unsigned()),
            table,
            tenant: tenant.and_then(|tenant| tenant.parse().ok()),
            at: Timestamp::from_millis(row.get(1).map_err(&failed)?),
            key,
            before,
            after,
        });
    }
    Ok(changes)
}

/// The number of the newest change.
pub(super) fn latest(connection: &Connection, file: &File) -> Result<Option<u64>, Error> {
    let read = || {
        connection
            .prepare_cached("SELECT max(sequence) FROM atelier_changes")?
            .query_row([], |row| row.get::<_, Option<i64>>(0))
    };
    read().map(|newest| newest.map(i64::cast_unsigned)).map_err(file.failed("read the changes"))
}

/// Whether there is still something to trim.
pub(super) fn is_left(connection: &Connection, trim: Trim, file: &File) -> Result<bool, Error> {
    let parameters = params![trim.older_than.as_millis()];
    let count = || connection.prepare_cached(LEFT)?.query_row(parameters, |row| row.get::<_, bool>(0));
    count().map_err(file.failed("read the changes"))
}

/// Forgets the oldest records.
pub(super) fn trim(connection: &Connection, trim: Trim) -> Result<(), Failure> {
    let limit = i64::try_from(trim.limit).unwrap_or(i64::MAX);
    let parameters = params![trim.older_than.as_millis(), limit];
    let run = || connection.prepare_cached(TRIM)?.execute(parameters);
    run().map(|_| ()).map_err(|error| Failure::new("trim the changes", &error))
}
