//! What can go wrong with the index.

use std::path::PathBuf;

use atelier_base::{Code, Coded};
use tantivy::TantivyError;
use tantivy::directory::error::LockError;

/// Codes of search.
pub mod codes {
    atelier_base::codes! {
        SEARCH_IN_USE = "search_in_use", Unavailable, "Another server uses this search index",
            "Stop the other server, or choose another directory with --data.";
        SEARCH_REFUSED = "search_refused", Internal, "The call does not fit the search index",
            "A fault of the server: report it with the request id.";
        SEARCH_UNAVAILABLE = "search_unavailable", Unavailable, "The search index does not answer",
            "Try again; if it stays, look at the server's log. Everything in it can be built again from the records.";
    }
}

/// A failed call.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the catalogue of codes describes each")]
pub enum Error {
    #[error("another server uses {}", path.display())]
    InUse { path: PathBuf },
    /// A call that the program should not have made.
    #[error("{0}")]
    Refused(&'static str),
    #[error("the search index failed to {operation}: {reason}")]
    Unavailable { operation: &'static str, reason: String },
}

impl Error {
    pub(crate) fn of_index(operation: &'static str) -> impl FnOnce(TantivyError) -> Self {
        move |error| Self::Unavailable { operation, reason: error.to_string() }
    }

    pub(crate) fn of_file(operation: &'static str) -> impl FnOnce(std::io::Error) -> Self {
        move |error| Self::Unavailable { operation, reason: error.to_string() }
    }
}

/// Whether somebody else holds the folder, which no rebuilding would mend.
pub(crate) fn is_locked(error: &TantivyError) -> bool {
    matches!(error, TantivyError::LockFailure(LockError::LockBusy, _))
}

impl From<TantivyError> for Error {
    fn from(error: TantivyError) -> Self {
        Self::of_index("read")(error)
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::of_file("read")(error)
    }
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::InUse { .. } => codes::SEARCH_IN_USE,
            Self::Refused(_) => codes::SEARCH_REFUSED,
            Self::Unavailable { .. } => codes::SEARCH_UNAVAILABLE,
        }
    }
}
