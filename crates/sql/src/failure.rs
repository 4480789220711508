//! What the engines report, in the words of the port.

use sqlx::error::{DatabaseError, ErrorKind};

use crate::Error;

/// For `map_err`.
pub(crate) fn failed(operation: &'static str) -> impl Fn(sqlx::Error) -> Error {
    move |error| match error {
        sqlx::Error::Database(error) => reported(operation, error.as_ref()),
        sqlx::Error::PoolTimedOut => Error::Busy { reason: "no connection became free in time".to_owned() },
        sqlx::Error::Encode(reason) => Error::Refused { reason: reason.to_string() },
        error => Error::Unavailable { operation, reason: error.to_string() },
    }
}

fn reported(operation: &'static str, error: &dyn DatabaseError) -> Error {
    let reason = error.message().to_owned();
    match error.kind() {
        ErrorKind::UniqueViolation => return Error::Exists { constraint: constraint(error) },
        ErrorKind::ForeignKeyViolation => return Error::Referenced { constraint: constraint(error) },
        ErrorKind::NotNullViolation | ErrorKind::CheckViolation => return Error::Refused { reason },
        _ => {}
    }
    let code = error.code().unwrap_or_default();
    // SQLSTATE has five characters; SQLite's extended codes are numbers whose low byte is the primary code.
    match (code.len(), code.parse::<u32>()) {
        (5, _) => of_state(operation, &code, reason),
        (_, Ok(number)) => of_result(operation, number, reason),
        _ => Error::Unavailable { operation, reason },
    }
}

fn constraint(error: &dyn DatabaseError) -> String {
    error.constraint().map_or_else(
        || {
            let message = error.message();
            message.rsplit_once("failed: ").map_or(message, |(_, columns)| columns).to_owned()
        },
        str::to_owned,
    )
}

/// <https://www.postgresql.org/docs/current/errcodes-appendix.html>
fn of_state(operation: &'static str, code: &str, reason: String) -> Error {
    match (&code[..2], code) {
        (_, "53100") => Error::Full,
        ("40" | "53" | "55", _) => Error::Busy { reason },
        ("22" | "23", _) => Error::Refused { reason },
        ("42", _) => Error::Statement { reason },
        (_, "XX001" | "XX002") => Error::Corrupt { reason },
        _ => Error::Unavailable { operation, reason },
    }
}

/// <https://www.sqlite.org/rescode.html>
fn of_result(operation: &'static str, code: u32, reason: String) -> Error {
    match code & 0xff {
        // A trigger says so of what no foreign key can name.
        19 if code == 1811 => Error::Referenced { constraint: reason },
        1 => Error::Statement { reason },
        5 | 6 => Error::Busy { reason },
        11 | 26 => Error::Corrupt { reason },
        13 => Error::Full,
        // Too large, a constraint (a trigger's `RAISE` and the types of strict tables, too), a mismatch.
        18..=20 => Error::Refused { reason },
        // The shared memory of the log could not grow: SQLite has no other word for that full disk.
        10 if code == 4874 => Error::Full,
        _ => Error::Unavailable { operation, reason },
    }
}
