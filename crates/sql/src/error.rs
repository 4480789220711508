//! What can go wrong in a statement.

use atelier_base::{Code, Coded};

/// Codes of the database.
pub mod codes {
    atelier_base::codes! {
        ROW_EXISTS = "row_exists", Conflict, "There is such a thing already",
            "Choose another name, or change the one that is there.";
        ROW_REFERENCED = "row_referenced", Conflict, "Something else needs it, or what it names is not there",
            "Read both again; remove what refers to it first, or name one that is there.";
        ROW_REFUSED = "row_refused", Invalid, "A value is not one that the database takes",
            "Correct the value: its length, its range, or a character that no text may have.";
        ROW_UNREADABLE = "row_unreadable", Internal, "A stored row does not have the expected shape",
            "A fault of the server: report it with the request id.";
        STATEMENT_REFUSED = "statement_refused", Internal, "The database does not understand the statement",
            "A fault of the server: report it with the request id.";
        STATEMENT_UNSCOPED = "statement_unscoped", Internal, "The statement does not fit its scope",
            "A fault of the server: report it with the request id.";
        DATABASE_FULL = "database_full", Unavailable, "The disk of the database is full",
            "Nothing was written. Free some space and try again.";
        DATABASE_BUSY = "database_busy", Unavailable, "The database has more to do than it allows",
            "Nothing was written. Try again.";
        DATABASE_CORRUPT = "database_corrupt", Unavailable, "The database file is damaged",
            "Stop the server, keep a copy of the data directory, and restore a backup.";
        DATABASE_UNAVAILABLE = "database_unavailable", Unavailable, "The database does not answer",
            "Nothing was written. Try again; if it stays, look at the server's log.";
        MIGRATION_CHANGED = "migration_changed", Unavailable, "A migration is not the one that was applied",
            "Start the version that applied it, or restore the migration as it was.";
        MIGRATION_UNKNOWN = "migration_unknown", Unavailable, "The schema is of a newer version",
            "Start the newer version of Atelier, or restore a backup that fits this one.";
        MIGRATION_FAILED = "migration_failed", Unavailable, "A migration could not be carried out",
            "Nothing of it was kept. The message says what the database refused.";
        TRANSFER_DIFFERS = "transfer_differs", Conflict, "The copy is not equal to its original",
            "One of them was changed since. Copy into an empty database again, and let nobody write meanwhile.";
        TRANSFER_REFUSED = "transfer_refused", Invalid, "A row can't be read, or stored in the other database",
            "Nothing of its batch was written. Mend the row that the message names, and run it again: it goes on.";
        TRANSFER_SOURCE = "transfer_source", Invalid, "There is nothing to copy",
            "Name the data directory with --data, or its configuration with --config.";
        TRANSFER_TARGET = "transfer_target", Conflict, "The database to copy into holds something else",
            "Nothing was changed in it. Name an empty PostgreSQL database, such as `createdb` makes.";
    }
}

/// A failed statement. Nothing of a failed statement is stored.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A unique key is taken.
    #[error("there is such a row already: {constraint}")]
    Exists {
        /// The constraint's name, or its columns where the engine says no name.
        constraint: String,
    },
    /// A foreign key does not hold.
    #[error("a row is referred to, or refers to none: {constraint}")]
    Referenced {
        /// The constraint's name, or what the engine says.
        constraint: String,
    },
    /// A check, a length or a type does not hold.
    #[error("the database takes no such value: {reason}")]
    Refused {
        /// What the engine says.
        reason: String,
    },
    /// A column is missing, is null, or is of another type.
    #[error("the column {column} can't be read: {reason}")]
    Unreadable {
        /// The column's name.
        column: String,
        /// What does not fit.
        reason: String,
    },
    /// Not SQL, or not of this schema.
    #[error("the statement is refused: {reason}")]
    Statement {
        /// What the engine says.
        reason: String,
    },
    /// A tenant's statement that does not say `:tenant`, or the directory's that does.
    #[error("the statement does not fit its scope: {reason}")]
    Unscoped {
        /// What is wrong.
        reason: &'static str,
    },
    /// The disk is full.
    #[error("the disk of the database is full")]
    Full,
    /// Others hold what the statement needs, longer than it may wait.
    #[error("the database is busy: {reason}")]
    Busy {
        /// What the engine says.
        reason: String,
    },
    /// The file is not a database, or damaged.
    #[error("the database is damaged: {reason}")]
    Corrupt {
        /// What the engine says.
        reason: String,
    },
    /// Any other failure.
    #[error("the database failed to {operation}: {reason}")]
    Unavailable {
        /// What was tried.
        operation: &'static str,
        /// What the engine said.
        reason: String,
    },
    /// An applied migration has another text now.
    #[error("migration {version} is not the one that was applied")]
    MigrationChanged {
        /// Its version.
        version: String,
    },
    /// An applied migration that this program does not have.
    #[error("migration {version} was applied by another version of the program")]
    MigrationUnknown {
        /// Its version.
        version: String,
    },
    /// A migration that the engine refused. Nothing of it was kept.
    #[error("migration {version} failed: {reason}")]
    MigrationFailed {
        /// Its version.
        version: String,
        /// What the engine said.
        reason: String,
    },
    /// The rows of a copy are not those of its original.
    #[error("the copy differs from its original in {tables}")]
    TransferDiffers {
        /// The tables, with commas.
        tables: String,
    },
    /// A row that can't be read from one database, or stored in the other.
    #[error("the table {table} can't be copied: {reason}")]
    TransferRefused {
        /// The table.
        table: &'static str,
        /// What an engine says.
        reason: String,
    },
    /// There is nothing to copy.
    #[error("there is nothing to copy: {reason}")]
    TransferSource {
        /// What is missing.
        reason: String,
    },
    /// A database that a copy does not go into.
    #[error("the target can't take the copy: {reason}")]
    TransferTarget {
        /// What it holds.
        reason: String,
    },
}

impl Error {
    /// A failure to read a table, with its name where the table is at fault.
    pub(crate) fn of_table(self, table: &'static str) -> Self {
        match self {
            Self::Unreadable { .. } | Self::Statement { .. } => {
                Self::TransferRefused { table, reason: self.to_string() }
            }
            other => other,
        }
    }
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::Exists { .. } => codes::ROW_EXISTS,
            Self::Referenced { .. } => codes::ROW_REFERENCED,
            Self::Refused { .. } => codes::ROW_REFUSED,
            Self::Unreadable { .. } => codes::ROW_UNREADABLE,
            Self::Statement { .. } => codes::STATEMENT_REFUSED,
            Self::Unscoped { .. } => codes::STATEMENT_UNSCOPED,
            Self::Full => codes::DATABASE_FULL,
            Self::Busy { .. } => codes::DATABASE_BUSY,
            Self::Corrupt { .. } => codes::DATABASE_CORRUPT,
            Self::Unavailable { .. } => codes::DATABASE_UNAVAILABLE,
            Self::MigrationChanged { .. } => codes::MIGRATION_CHANGED,
            Self::MigrationUnknown { .. } => codes::MIGRATION_UNKNOWN,
            Self::MigrationFailed { .. } => codes::MIGRATION_FAILED,
            Self::TransferDiffers { .. } => codes::TRANSFER_DIFFERS,
            Self::TransferRefused { .. } => codes::TRANSFER_REFUSED,
            Self::TransferSource { .. } => codes::TRANSFER_SOURCE,
            Self::TransferTarget { .. } => codes::TRANSFER_TARGET,
        }
    }
}
