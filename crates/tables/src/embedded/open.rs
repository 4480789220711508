//! Opening: the directory, its lock, the connections.

use std::fs::{File as LockFile, TryLockError};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use atelier_base::Clock;
use rusqlite::{Connection, OpenFlags};

use super::failure::File;
use super::schema;
use crate::Error;

/// How to open the embedded store.
#[derive(Clone, Debug)]
pub struct Options {
    /// The data directory; it is made when it is missing. The file in it is `atelier.sqlite3`.
    pub directory: PathBuf,
    /// Connections for reading, 1 to 64. They are opened when they are first needed.
    pub readers: usize,
    /// Bytes of write-ahead log at which writes wait until it is moved into the database file.
    pub wal_limit: u64,
    /// The time, for items that expire and for the change stream.
    pub clock: Clock,
    /// Whether every change of every table is kept for a restore to a point in time.
    pub change_log: bool,
    /// The most 4 KiB pages of the database file, for tests of a full disk.
    #[doc(hidden)]
    pub max_pages: Option<u32>,
}

impl Options {
    /// The name of the database file.
    pub const FILE: &'static str = "atelier.sqlite3";
    /// The name of the lock file.
    pub const LOCK: &'static str = "atelier.lock";

    /// The usual options for a data directory.
    pub fn at(directory: impl Into<PathBuf>) -> Self {
        let readers = std::thread::available_parallelism().map_or(4, |cores| cores.get() * 2).clamp(4, 16);
        Self {
            directory: directory.into(),
            readers,
            wal_limit: 64 << 20,
            clock: Clock::system(),
            change_log: false,
            max_pages: None,
        }
    }
}

/// The writer's page cache, in KiB, filled only as far as it is needed: a large transaction that fits
/// writes each of its pages to the log once.
const WRITER_CACHE: i32 = 16_384;
/// A reader's page cache, in KiB. Several readers must fit beside the rest of the server in 60 MB.
const READER_CACHE: i32 = 2_048;
/// Other connections write too: `sql` shares the file.
pub(super) const BUSY: Duration = Duration::from_secs(10);
/// The log file is cut to this size when it begins anew after a burst, in bytes.
const KEPT_LOG: i32 = 40 << 20;

/// Makes the directory and takes its lock, which lasts as long as the returned file is open.
pub(super) fn lock(directory: &Path) -> Result<LockFile, Error> {
    let failed = |operation| {
        move |error: std::io::Error| Error::Unavailable {
            operation,
            reason: format!("{}: {error}", directory.display()),
        }
    };
    // Password hashes lie in it: a new one is its owner's alone.
    let mut private = std::fs::DirBuilder::new();
    private.recursive(true).mode(0o700).create(directory).map_err(failed("make the data directory"))?;
    let mut options = LockFile::options();
    options.create(true).truncate(false).write(true);
    let lock = options.open(directory.join(Options::LOCK)).map_err(failed("write to the data directory"))?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(Error::InUse { path: directory.into() }),
        Err(TryLockError::Error(error)) => Err(failed("lock the data directory")(error)),
    }
}

/// The one connection that writes. It never checkpoints by itself: see `checkpoint.rs`.
pub(super) fn writer(options: &Options, file: &File) -> Result<Connection, Error> {
    let failed = file.failed("open the database file");
    let connection = Connection::open_with_flags(
        &file.0,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
    .map_err(&failed)?;
    connection.busy_timeout(BUSY).map_err(&failed)?;
    schema::check_format(&connection, file)?;
    let mode = set_writer(&connection, options).map_err(&failed)?;
    if mode != "wal" {
        let reason =
            "the file system of the data directory has no shared memory for a write-ahead log".into();
        return Err(Error::Unavailable { operation: "open the database file", reason });
    }
    Ok(connection)
}

/// Returns the journal mode, which SQLite leaves as it was where it can't have another.
fn set_writer(connection: &Connection, options: &Options) -> rusqlite::Result<String> {
    // A page is what the file system and the disk write at once; larger ones make the log of a
    // lone small write larger. Only a new file takes it.
    connection.pragma_update(None, "page_size", 4_096)?;
    let mode: String = connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    // FULL waits for the disk at every commit: an acknowledged write is on disk.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "cache_size", -WRITER_CACHE)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update_and_check(None, "journal_size_limit", KEPT_LOG, |_| Ok(()))?;
    connection.pragma_update_and_check(None, "wal_autocheckpoint", 0, |_| Ok(()))?;
    connection.set_prepared_statement_cache_capacity(1_024);
    if let Some(pages) = options.max_pages {
        connection.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))?;
    }
    Ok(mode)
}

/// A connection that only reads.
pub(super) fn reader(file: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(
        file,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "cache_size", -READER_CACHE)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(connection)
}

/// A connection that moves the log into the database file.
pub(super) fn checkpointer(file: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(
        file,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "cache_size", -256)?;
    connection.pragma_update_and_check(None, "wal_autocheckpoint", 0, |_| Ok(()))?;
    Ok(connection)
}
