//! Copies of the database file, and their logs of changes.

use std::path::Path;

use atelier_base::Timestamp;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _, params};

use super::changes;
use super::failure::File;
use super::layout::Layout;
use super::schema;
use crate::{Change, Error};

/// How far the log of a file reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reach {
    /// The last change; 0 when there is none.
    pub(crate) sequence: u64,
    /// When it was made; the beginning of time when there is none.
    pub(crate) at: Timestamp,
    /// Until when nothing more happened: for a copy, when it was made.
    pub(crate) until: Timestamp,
}

fn open(path: &Path) -> Result<(Connection, File), Error> {
    let file = File(path.into());
    // Read-write, because a log that a killed server left must be taken into account.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(file.failed("open the file"))?;
    connection.busy_timeout(super::open::BUSY).map_err(file.failed("open the file"))?;
    schema::check_format(&connection, &file)?;
    Ok((connection, file))
}

/// Copies the source to an empty file, and notes in the copy when it was made. Writers go on meanwhile.
pub(crate) fn copy(source: &Path, target: &Path, now: Timestamp) -> Result<(), Error> {
    let (connection, file) = open(source)?;
    let path = target.to_str().ok_or_else(|| Error::Unavailable {
        operation: "back up",
        reason: "the name of the copy is not UTF-8".into(),
    })?;
    connection.execute("VACUUM INTO ?1", [path]).map_err(file.failed("back up"))?;
    drop(connection);
    let (connection, file) = open(target)?;
    connection
        .execute_batch(
            "CREATE TABLE IF NOT EXISTS atelier_copy (made_at INTEGER NOT NULL) STRICT; DELETE FROM atelier_copy",
        )
        .and_then(|()| connection.execute("INSERT INTO atelier_copy VALUES (?1)", [now.as_millis()]))
        .map_err(file.failed("back up"))?;
    Ok(())
}

/// How far a file reaches, after a look at whether it holds together.
pub(crate) fn inspect(path: &Path) -> Result<Reach, Error> {
    let (connection, file) = open(path)?;
    let found: String = connection
        .query_row("PRAGMA quick_check(5)", [], |row| row.get(0))
        .map_err(file.failed("check the file"))?;
    if found != "ok" {
        return Err(Error::Corrupt { path: path.into(), reason: found });
    }
    reach(&connection, &file)
}

fn reach(connection: &Connection, file: &File) -> Result<Reach, Error> {
    let failed = file.failed("read the log of changes");
    let last = connection
        .query_row("SELECT sequence, at FROM atelier_changes ORDER BY sequence DESC LIMIT 1", [], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
        })
        .optional()
        .map_err(&failed)?;
    let (sequence, at) = last.unwrap_or((0, 0));
    let has_note: bool = connection
        .query_row("SELECT count(*) FROM sqlite_schema WHERE name = 'atelier_copy'", [], |row| {
            row.get::<_, i64>(0).map(|count| count > 0)
        })
        .map_err(&failed)?;
    let made = if has_note {
        connection
            .query_row("SELECT max(made_at) FROM atelier_copy", [], |row| row.get(0))
            .map_err(&failed)?
    } else {
        at
    };
    Ok(Reach {
        sequence: sequence.cast_unsigned(),
        at: Timestamp::from_millis(at),
        until: Timestamp::from_millis(made.max(at)),
    })
}

/// Whether the log of the file tells all that happened after the base, or why it doesn't.
pub(crate) fn follows(log: &Path, base: Reach) -> Result<Result<Reach, &'static str>, Error> {
    let (connection, file) = open(log)?;
    let failed = file.failed("read the log of changes");
    let reach = reach(&connection, &file)?;
    let sequence = base.sequence.cast_signed();
    let same: Option<i64> = connection
        .query_row("SELECT at FROM atelier_changes WHERE sequence = ?1", [sequence], |row| row.get(0))
        .optional()
        .map_err(&failed)?;
    if sequence > 0 && same != Some(base.at.as_millis()) {
        return Ok(Err("its log does not go back to the copy"));
    }
    let broken: i64 = connection
        .query_row(
            "SELECT count(*) FROM atelier_changes WHERE sequence > ?1 AND name = ''",
            [sequence],
            |row| row.get(0),
        )
        .map_err(&failed)?;
    if broken > 0 || (sequence == 0 && reach.sequence > 0) {
        return Ok(Err("the change log was switched off in between"));
    }
    Ok(Ok(reach))
}

/// The changes of a file's log after that one, the first so many.
pub(crate) fn read_log(path: &Path, layout: &Layout, after: u64, limit: usize) -> Result<Vec<Change>, Error> {
    let (connection, file) = open(path)?;
    let wanted = changes::Wanted { tenant: None, tables: None, after, limit };
    changes::read(&connection, layout, &file, &wanted)
}

/// Notes a time in which not every change is recorded: its beginning, and its end.
pub(super) fn mark_log(connection: &Connection, record_all: bool, now: Timestamp) -> rusqlite::Result<()> {
    // Markers come in turn: an odd number of them means that the log is off.
    let markers: i64 =
        connection.query_row("SELECT count(*) FROM atelier_changes WHERE name = ''", [], |row| row.get(0))?;
    let is_off = markers % 2 == 1;
    if is_off == record_all {
        connection.execute(
            "INSERT INTO atelier_changes (at, name, hash, range) VALUES \
             (max(?1, coalesce((SELECT max(at) FROM atelier_changes), 0)), '', x'', x'')",
            params![now.as_millis()],
        )?;
    }
    Ok(())
}
