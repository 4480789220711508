//! The words that differ between the engines.

use crate::{Sql, Value};

/// Which SQL an engine speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite, 3.45 or newer.
    Sqlite,
    /// PostgreSQL, 14 or newer.
    Postgres,
}

impl Dialect {
    /// The first on SQLite, the second on PostgreSQL.
    pub fn choose<T>(self, sqlite: T, postgres: T) -> T {
        match self {
            Self::Sqlite => sqlite,
            Self::Postgres => postgres,
        }
    }

    /// What follows a `SELECT` whose rows the transaction is about to change: workers pass over rows that
    /// another one holds. SQLite has one writer, so that there is nothing to pass over.
    pub fn skip_locked(self) -> &'static str {
        self.choose("", " FOR UPDATE SKIP LOCKED")
    }

    /// The text of a member of a JSON column: `prompt` of `{"prompt": "fox"}` is `fox`.
    ///
    /// `key` is of letters, digits and `_`; it goes into the statement as it is.
    pub fn json_text(self, column: &str, key: &str) -> String {
        // With `->>` the expression is the one that an expression index has.
        match self {
            Self::Sqlite => format!("{column} ->> '$.{key}'"),
            Self::Postgres => format!("{column} ->> '{key}'"),
        }
    }

    /// That a member of a JSON column is that truth, number or text, such as `steps` 20, so that an index can
    /// answer it: SQLite's on the member, PostgreSQL's on the whole column. No member is any other value.
    ///
    /// `key` is of letters, digits and `_`; it goes into the statement as it is.
    pub fn json_is(self, column: &str, key: &str, value: impl Into<Value>) -> Sql {
        let wanted = match value.into() {
            Value::Bool(value) => serde_json::Value::from(value),
            Value::Int(value) => value.into(),
            Value::Float(value) => value.into(),
            Value::Text(value) => value.into(),
            _ => return Sql::new("1 = 0"),
        };
        if self == Self::Postgres {
            let wanted = [(key.to_owned(), wanted)].into_iter().collect::<serde_json::Map<_, _>>();
            return Sql::new(format!("{column} @> ?")).bind(serde_json::Value::Object(wanted));
        }
        // `->>` makes numbers of truths, and texts of lists: the type is asked for as well.
        let (member, kind) = (format!("{column} ->> '$.{key}'"), format!("json_type({column}, '$.{key}')"));
        match wanted {
            serde_json::Value::Bool(value) => {
                Sql::new(format!("{kind} = ?")).bind(if value { "true" } else { "false" })
            }
            serde_json::Value::String(text) => {
                Sql::new(format!("({member} = ? AND {kind} = 'text')")).bind(text)
            }
            number => Sql::new(format!("({member} = ? AND {kind} IN ('integer', 'real'))"))
                .bind(number.as_i64().map_or_else(|| number.as_f64().into(), Value::Int)),
        }
    }
}
