//! What SQLite reports, in the words of the store.

use std::path::{Path, PathBuf};

use rusqlite::{ErrorCode, ffi};

use crate::Error;

/// A failure of the file, which can be told to several callers.
#[derive(Clone, Debug)]
pub(super) enum Failure {
    Full,
    Corrupt(String),
    Other { operation: &'static str, reason: String },
}

impl Failure {
    pub(super) fn new(operation: &'static str, error: &rusqlite::Error) -> Self {
        let reason = error.to_string();
        // The shared memory of the log could not grow: SQLite has no other word for that full disk.
        if error.sqlite_error().is_some_and(|error| error.extended_code == ffi::SQLITE_IOERR_SHMSIZE) {
            return Self::Full;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Corrupt(reason),
            _ => Self::Other { operation, reason },
        }
    }

    /// A body that can't be decoded.
    pub(super) fn malformed_body() -> Self {
        Self::Corrupt("an item's body is malformed".into())
    }

    pub(super) fn into_error(self, file: &Path) -> Error {
        match self {
            Self::Full => Error::Full,
            Self::Corrupt(reason) => Error::Corrupt { path: file.into(), reason },
            Self::Other { operation, reason } => Error::Unavailable { operation, reason },
        }
    }
}

/// The database file, to name it in errors.
#[derive(Clone, Debug)]
pub(super) struct File(pub(super) PathBuf);

impl File {
    /// For `map_err`.
    pub(super) fn failed(&self, operation: &'static str) -> impl Fn(rusqlite::Error) -> Error + '_ {
        move |error| Failure::new(operation, &error).into_error(&self.0)
    }

    pub(super) fn malformed_body(&self) -> Error {
        Failure::malformed_body().into_error(&self.0)
    }
}
