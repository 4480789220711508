//! What can go wrong with the lake and with queries.

use atelier_base::{Code, Coded};
use datafusion::error::DataFusionError;

/// Codes of analytics.
pub mod codes {
    atelier_base::codes! {
        LAKE_REFUSED = "lake_refused", Internal, "The call does not fit the lake",
            "A fault of the server: report it with the request id.";
        LAKE_UNAVAILABLE = "lake_unavailable", Unavailable, "The lake can't be read",
            "Try again; if it stays, look at the server's log. The lake can be written again from the records.";
        SQL_INVALID = "sql_invalid", Invalid, "The query can't be understood",
            "Correct it where `position` points to; the message says what was expected.";
        SQL_READ_ONLY = "sql_read_only", Invalid, "Only queries are taken",
            "Write one SELECT; nothing is changed, set or copied here.";
        SQL_TOO_LARGE = "sql_too_large", TooLarge, "The query needs more memory than allowed",
            "Group or filter more, or ask for fewer columns and months.";
        SQL_TOO_SLOW = "sql_too_slow", TooLarge, "The query takes longer than allowed",
            "Filter by month, or group more.";
    }
}

/// Where in the text of a query, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Position {
    /// The line.
    pub line: u64,
    /// The character in the line.
    pub column: u64,
}

/// A failed call.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the catalogue of codes describes each")]
pub enum Error {
    #[error(transparent)]
    Blobs(#[from] atelier_blobs::Error),
    /// A call that the program should not have made.
    #[error("{0}")]
    Refused(String),
    #[error("the lake failed: {0}")]
    Unavailable(String),
    #[error("{message}")]
    Invalid { message: String, position: Option<Position> },
    #[error("this is not a query: only SELECT is taken")]
    ReadOnly,
    #[error("the query needs more memory than allowed")]
    TooLarge,
    #[error("the query takes longer than allowed")]
    TooSlow,
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::Blobs(error) => error.code(),
            Self::Refused(_) => codes::LAKE_REFUSED,
            Self::Unavailable(_) => codes::LAKE_UNAVAILABLE,
            Self::Invalid { .. } => codes::SQL_INVALID,
            Self::ReadOnly => codes::SQL_READ_ONLY,
            Self::TooLarge => codes::SQL_TOO_LARGE,
            Self::TooSlow => codes::SQL_TOO_SLOW,
        }
    }
}

impl Error {
    /// What the engine said about a query, in our words where there are some.
    pub(crate) fn of_query(error: DataFusionError) -> Self {
        let spanned = error.diagnostic().and_then(|found| found.span);
        let position = spanned.map(|span| Position { line: span.start.line, column: span.start.column });
        match error {
            DataFusionError::Diagnostic(_, inner) | DataFusionError::Context(_, inner) => {
                Self::of_query(*inner).at(position)
            }
            DataFusionError::Shared(inner) => Self::of_root(&inner),
            DataFusionError::External(inner) => match inner.downcast::<atelier_blobs::Error>() {
                Ok(error) => Self::Blobs(*error),
                Err(other) => Self::Unavailable(other.to_string()),
            },
            other => Self::of_root(&other).at(position),
        }
    }

    fn of_root(error: &DataFusionError) -> Self {
        match error.find_root() {
            DataFusionError::ResourcesExhausted(_) => Self::TooLarge,
            DataFusionError::ParquetError(error) => Self::Unavailable(error.to_string()),
            DataFusionError::IoError(error) => Self::Unavailable(error.to_string()),
            DataFusionError::External(error) => Self::Unavailable(error.to_string()),
            DataFusionError::SQL(error, _) => {
                let text = error.to_string();
                let message = text.trim_start_matches("sql parser error: ").to_owned();
                Self::Invalid { position: position_in(&message), message }
            }
            root => Self::Invalid { message: root.strip_backtrace(), position: None },
        }
    }

    fn at(self, found: Option<Position>) -> Self {
        match self {
            Self::Invalid { message, position } => Self::Invalid { message, position: position.or(found) },
            other => other,
        }
    }
}

/// The parser tells the position only in its message: `… at Line: 1, Column: 8`.
fn position_in(message: &str) -> Option<Position> {
    let (_, place) = message.rsplit_once("at Line: ")?;
    let (line, column) = place.split_once(", Column: ")?;
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok();
    Some(Position { line: digits(line)?, column: digits(column)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_position_is_read_from_the_parsers_words() {
        let found = position_in("Expected: an expression, found: FROM at Line: 2, Column: 8");
        assert_eq!(found, Some(Position { line: 2, column: 8 }));
        assert_eq!(position_in("Expected: an expression"), None);
        assert_eq!(position_in("at Line: x, Column: 8"), None);
    }
}
