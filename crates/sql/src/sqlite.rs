//! SQLite: one connection that writes, several that read.

use std::path::PathBuf;
use std::time::Duration;

use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use crate::Error;
use crate::failure::failed;

/// How to open a database file.
#[derive(Clone, Debug)]
pub struct SqliteOptions {
    /// The file; it is made when it is missing, its directory is not. The tables of `atelier-tables` may be in it, too.
    pub file: PathBuf,
    /// Connections for reading, 1 or more. They are opened when they are first needed.
    pub readers: u32,
    /// How long a statement waits for a writer of another process, or for a free connection.
    pub patience: Duration,
}

impl SqliteOptions {
    /// The usual options for a file.
    pub fn at(file: impl Into<PathBuf>) -> Self {
        Self { file: file.into(), readers: 4, patience: Duration::from_secs(10) }
    }
}

/// The two pools of one file. In WAL mode readers never wait for the writer.
#[derive(Clone, Debug)]
pub(crate) struct Pools {
    pub(crate) writer: SqlitePool,
    pub(crate) readers: SqlitePool,
}

/// The writer's page cache, in KiB: a large order's pages and index pages fit.
const WRITER_CACHE: i32 = 32_768;
/// A reader's page cache, in KiB.
const READER_CACHE: i32 = 4_096;
/// The log file is cut to this size when it begins anew after a burst, in bytes.
const KEPT_LOG: i32 = 40 << 20;

pub(crate) async fn open(options: &SqliteOptions) -> Result<Pools, Error> {
    let base = SqliteConnectOptions::new()
        .filename(&options.file)
        .foreign_keys(true)
        .busy_timeout(options.patience)
        .pragma("temp_store", "MEMORY");
    let writer = base
        .clone()
        .create_if_missing(true)
        .page_size(4_096)
        .journal_mode(SqliteJournalMode::Wal)
        // FULL waits for the disk at every commit: an acknowledged write is on disk.
        .synchronous(SqliteSynchronous::Full)
        .pragma("cache_size", (-WRITER_CACHE).to_string())
        .pragma("journal_size_limit", KEPT_LOG.to_string());
    let reader = base.read_only(true).pragma("cache_size", (-READER_CACHE).to_string());
    // The file is made by the first connection that writes, so that readers find it.
    let writer = pool(1, options).connect_with(writer).await.map_err(failed("open the database file"))?;
    let mode: String = sqlx::query_scalar("PRAGMA journal_mode")
        .fetch_one(&writer)
        .await
        .map_err(failed("open the database file"))?;
    if mode != "wal" {
        let reason = "the file system has no shared memory for a write-ahead log".to_owned();
        return Err(Error::Unavailable { operation: "open the database file", reason });
    }
    Ok(Pools { writer, readers: pool(options.readers, options).connect_lazy_with(reader) })
}

/// A connection to a file does not go stale: it is kept and not asked whether it is there.
fn pool(connections: u32, options: &SqliteOptions) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections.max(1))
        .acquire_timeout(options.patience)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
}
