//! A row of an answer.

use atelier_base::Timestamp;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{ColumnIndex, Decode, Row as _, Type, TypeInfo as _, ValueRef as _};
use uuid::Uuid;

use crate::Error;

/// A row, read by the names of its columns.
pub struct Row(Inner);

enum Inner {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl From<SqliteRow> for Row {
    fn from(row: SqliteRow) -> Self {
        Self(Inner::Sqlite(row))
    }
}

impl From<PgRow> for Row {
    fn from(row: PgRow) -> Self {
        Self(Inner::Postgres(row))
    }
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Row")
    }
}

impl Row {
    /// The value of a column that is never null.
    ///
    /// # Errors
    /// [`Error::Unreadable`] when the column is missing, null or of another type.
    pub fn get<T: FromColumn>(&self, column: &str) -> Result<T, Error> {
        self.find(column)?.ok_or_else(|| unreadable(column, "it is null"))
    }

    /// The value of a column, none when it is null.
    ///
    /// # Errors
    /// [`Error::Unreadable`] when the column is missing or of another type.
    pub fn find<T: FromColumn>(&self, column: &str) -> Result<Option<T>, Error> {
        T::read(self, column)
    }

    fn text(&self, column: &str) -> Result<Option<String>, Error> {
        match &self.0 {
            Inner::Sqlite(row) => checked(row.try_get(column), column),
            Inner::Postgres(row) => checked(row.try_get(column), column),
        }
    }
}

/// A type that a column can be read as.
pub trait FromColumn: Sized {
    /// The value of a column, none when it is null.
    ///
    /// # Errors
    /// [`Error::Unreadable`] when the column is missing or of another type.
    fn read(row: &Row, column: &str) -> Result<Option<Self>, Error>;
}

fn unreadable(column: &str, reason: impl Into<String>) -> Error {
    Error::Unreadable { column: column.to_owned(), reason: reason.into() }
}

fn checked<T>(read: Result<Option<T>, sqlx::Error>, column: &str) -> Result<Option<T>, Error> {
    read.map_err(|error| unreadable(column, error.to_string()))
}

/// Reads a number of any width of its family: PostgreSQL has several, and the driver insists on one.
fn wide<T>(row: &PgRow, column: &str, family: &[&str]) -> Result<Option<T>, Error>
where
    T: for<'r> Decode<'r, sqlx::Postgres> + Type<sqlx::Postgres>,
    for<'c> &'c str: ColumnIndex<PgRow>,
{
    let raw = row.try_get_raw(column).map_err(|error| unreadable(column, error.to_string()))?;
    let name = raw.type_info().name().to_owned();
    if !family.contains(&name.as_str()) {
        return Err(unreadable(column, format!("it is of type {name}")));
    }
    checked(row.try_get_unchecked(column), column)
}

impl FromColumn for i64 {
    fn read(row: &Row, column: &str) -> Result<Option<Self>, Error> {
        match &row.0 {
            Inner::Sqlite(row) => checked(row.try_get(column), column),
            Inner::Postgres(row) => wide(row, column, &["INT2", "INT4", "INT8"]),
        }
    }
}

impl FromColumn for f64 {
    fn read(row: &Row, column: &str) -> Result<Option<Self>, Error> {
        match &row.0 {
            Inner::Sqlite(row) => checked(row.try_get(column), column),
            Inner::Postgres(row) => checked(row.try_get(column), column),
        }
    }
}

impl FromColumn for bool {
    fn read(row: &Row, column: &str) -> Result<Option<Self>, Error> {
        match &row.0 {
            Inner::Sqlite(row) => checked(row.try_get(column), column),
            Inner::Postgres(row) => checked(row.try_get(column), column),
        }
    }
}

impl FromColumn for Vec<u8> {
    fn read(row: &Row, column: &str) -> Result<Option<Self>, Error> {
        match &row.0 {
            Inner::Sqlite(row) => checked(row.try_get(column), column),
            Inner::Postgres(row) => checked(row.try_get(column), column),
        }
    }
}

impl FromColumn for String {
    fn read(row: &Row, column: &str) -> Result<Option<Self>, Error> {
        row.text(column)
    }
}

impl FromColumn for Timestamp {
    fn read(row: &Row, column: &str) -> Result<Option<Self>, Error> {
        Ok(i64::read(row, column)?.map(Self::from_millis))
    }
}

impl FromColumn for Uuid {
    fn read(row: &Row, column: &str) -> Result<Option<Self>, Error> {
        match &row.0 {
            Inner::Sqlite(_) => {
                let text = row.text(column)?;
                text.map(|text| Uuid::parse_str(&text).map_err(|error| unreadable(column, error.to_string())))
                    .transpose()
            }
            Inner::Postgres(row) => checked(row.try_get(column), column),
        }
    }
}

impl FromColumn for serde_json::Value {
    fn read(row: &Row, column: &str) -> Result<Option<Self>, Error> {
        match &row.0 {
            Inner::Sqlite(_) => {
                let text = row.text(column)?;
                let read = |text: String| {
                    serde_json::from_str(&text).map_err(|error| unreadable(column, error.to_string()))
                };
                text.map(read).transpose()
            }
            Inner::Postgres(row) => checked(row.try_get(column), column),
        }
    }
}
