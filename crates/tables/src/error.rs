//! What can go wrong in a store call.

use std::path::PathBuf;

use atelier_base::{Code, Coded};

use crate::Item;

/// Codes of the store.
pub mod codes {
    atelier_base::codes! {
        CONDITION_FAILED = "condition_failed", Conflict, "The condition of the write does not hold",
            "Read the item again and decide anew.";
        VERSION_CONFLICT = "version_conflict", Conflict, "The item was changed by somebody else",
            "Read the item again, merge, and write with its new version.";
        INVALID_CURSOR = "invalid_cursor", Invalid, "The cursor does not belong to this list",
            "Begin again without a cursor; cursors only fit the list that gave them.";
        TOKEN_REUSED = "token_reused", Conflict, "The idempotency token was used for another write",
            "Use a new token for every write, and the same one only to repeat it.";
        INVALID_WRITE = "invalid_write", Internal, "The item does not fit its table",
            "A fault of the server: report it with the request id.";
        INVALID_QUERY = "invalid_query", Internal, "The query does not fit its table",
            "A fault of the server: report it with the request id.";
        SCOPE_REFUSED = "scope_refused", Internal, "The directory's scope does not reach this table",
            "A fault of the server: report it with the request id.";
        ITEM_UNREADABLE = "item_unreadable", Internal, "The stored item does not have the expected shape",
            "A fault of the server: report it with the request id.";
        ITEM_TOO_LARGE = "item_too_large", TooLarge, "The item is larger than 400 KB",
            "Store large content as an asset and keep its id here.";
        CHANGES_LOST = "changes_lost", Unavailable, "The changes are not kept that far back",
            "Whoever follows the changes was away too long: let it read everything anew.";
        STORE_FULL = "store_full", Unavailable, "The disk is full",
            "Nothing was written. Free some space on the disk of the data directory and try again.";
        STORE_CORRUPT = "store_corrupt", Unavailable, "The database file is damaged",
            "Stop the server, keep a copy of the data directory, and restore a backup.";
        STORE_IN_USE = "store_in_use", Unavailable, "Another server uses this data directory",
            "Stop the other server, or choose another directory with --data.";
        STORE_TOO_NEW = "store_too_new", Unavailable, "The data was written by a newer version",
            "Start the newer version of Atelier, or restore a backup that fits this one.";
        STORE_BUSY = "store_busy", Unavailable, "The database has more to do than it allows",
            "Nothing was written. Try again later; if it stays, allow the tables more capacity.";
        STORE_LACKING = "store_lacking", Unavailable, "The engine of the tables can't do this",
            "Choose another engine in [tables], or do without; docs/guides/growing-out.md says what each can do.";
        STORE_MISMATCH = "store_mismatch", Unavailable, "The tables in the database are not as declared",
            "Compare the plan that the message shows with the database; choose another prefix for new tables.";
        STORE_UNAVAILABLE = "store_unavailable", Unavailable, "The store does not answer",
            "Nothing was written. Try again; if it stays, look at the server's log.";
    }
}

/// A failed store call. Nothing of a failed write is stored.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The condition of a write does not hold; the position of the write within its transaction.
    #[error("the condition of write {position} on {table} does not hold")]
    ConditionFailed {
        /// The table's name.
        table: &'static str,
        /// Position in the transaction, from 0.
        position: usize,
        /// The item as it is, if the scope may see it.
        current: Option<Box<Item>>,
    },
    /// The item is not at the expected version.
    #[error("the item of write {position} on {table} is not at version {expected}")]
    VersionConflict {
        /// The table's name.
        table: &'static str,
        /// Position in the transaction, from 0.
        position: usize,
        /// The version that was expected.
        expected: u64,
        /// The item as it is; none when it isn't there.
        current: Option<Box<Item>>,
    },
    /// The cursor is of another list, or of none.
    #[error("the cursor does not belong to this list")]
    InvalidCursor,
    /// The idempotency token belongs to other writes of the last ten minutes.
    #[error("the idempotency token was used for other writes")]
    TokenReused,
    /// The item lacks a key, has one of the wrong type, or carries what the engine stamps.
    #[error("invalid write to {table}: {reason}")]
    InvalidWrite {
        /// The table's name.
        table: &'static str,
        /// What is wrong.
        reason: String,
    },
    /// A key or a range of the wrong type, an unknown index, a limit outside its range.
    #[error("invalid query of {table}: {reason}")]
    InvalidQuery {
        /// The table's name.
        table: &'static str,
        /// What is wrong.
        reason: String,
    },
    /// The directory's scope was used on a table of tenants.
    #[error("the directory's scope does not reach {table}")]
    ScopeRefused {
        /// The table's name.
        table: &'static str,
    },
    /// A struct that is no item, or an item that is not that struct.
    #[error("an item does not have the expected shape: {reason}")]
    Unreadable {
        /// What does not fit.
        reason: String,
    },
    /// An item of more than 400 KB.
    #[error("an item of {table} would have {size} bytes")]
    ItemTooLarge {
        /// The table's name.
        table: &'static str,
        /// Its size in bytes.
        size: usize,
    },
    /// The changes after a position are not kept any more.
    #[error("the changes of {table} are not kept that far back")]
    ChangesLost {
        /// The table's name.
        table: &'static str,
    },
    /// The disk is full. Nothing of the write is stored.
    #[error("the disk of the store is full")]
    Full,
    /// The file is not a database, or damaged.
    #[error("the database file {} is damaged: {reason}", path.display())]
    Corrupt {
        /// The file.
        path: PathBuf,
        /// What was found.
        reason: String,
    },
    /// Another process holds the directory.
    #[error("another server uses the data directory {}", path.display())]
    InUse {
        /// The directory.
        path: PathBuf,
    },
    /// The file's format, or the key of a table, is not this version's.
    #[error("the database file {} does not fit this version: {reason}", path.display())]
    TooNew {
        /// The file.
        path: PathBuf,
        /// What does not fit.
        reason: String,
    },
    /// The database kept asking for patience until the attempts were used up. Nothing was carried out.
    #[error("the database has no capacity to {operation}")]
    Throttled {
        /// What was tried.
        operation: &'static str,
    },
    /// The engine can't do that.
    #[error("{who} needs {what}, which this engine of the tables has not")]
    Lacking {
        /// Who asked for it.
        who: String,
        /// What the engine lacks.
        what: &'static str,
    },
    /// The tables in the database are not as declared.
    #[error("the tables in the database are not as declared: {reason}")]
    Mismatch {
        /// What differs.
        reason: String,
    },
    /// Any other failure of the engine.
    #[error("the store failed to {operation}: {reason}")]
    Unavailable {
        /// What was tried.
        operation: &'static str,
        /// What the engine said.
        reason: String,
    },
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::ConditionFailed { .. } => codes::CONDITION_FAILED,
            Self::VersionConflict { .. } => codes::VERSION_CONFLICT,
            Self::InvalidCursor => codes::INVALID_CURSOR,
            Self::TokenReused => codes::TOKEN_REUSED,
            Self::InvalidWrite { .. } => codes::INVALID_WRITE,
            Self::InvalidQuery { .. } => codes::INVALID_QUERY,
            Self::ScopeRefused { .. } => codes::SCOPE_REFUSED,
            Self::Unreadable { .. } => codes::ITEM_UNREADABLE,
            Self::ItemTooLarge { .. } => codes::ITEM_TOO_LARGE,
            Self::ChangesLost { .. } => codes::CHANGES_LOST,
            Self::Full => codes::STORE_FULL,
            Self::Corrupt { .. } => codes::STORE_CORRUPT,
            Self::InUse { .. } => codes::STORE_IN_USE,
            Self::TooNew { .. } => codes::STORE_TOO_NEW,
            Self::Throttled { .. } => codes::STORE_BUSY,
            Self::Lacking { .. } => codes::STORE_LACKING,
            Self::Mismatch { .. } => codes::STORE_MISMATCH,
            Self::Unavailable { .. } => codes::STORE_UNAVAILABLE,
        }
    }
}
