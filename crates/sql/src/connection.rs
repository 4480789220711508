//! One statement on one connection, of either engine.

use sqlx::postgres::PgArguments;
use sqlx::sqlite::SqliteArguments;
use sqlx::{Arguments as _, AssertSqlSafe, PgConnection, SqliteConnection};

use crate::failure::failed;
use crate::statement::Prepared;
use crate::{Error, Row, Value, ValueKind};

/// A connection, borrowed for a statement.
pub(crate) enum Connection<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

impl Connection<'_> {
    /// Returns how many rows it changed.
    pub(crate) async fn execute(self, prepared: Prepared) -> Result<u64, Error> {
        let failed = failed("execute a statement");
        match self {
            Self::Sqlite(connection) => {
                let arguments = sqlite_arguments(prepared.values)?;
                let query = sqlx::query_with(AssertSqlSafe(prepared.text), arguments);
                Ok(query.execute(connection).await.map_err(failed)?.rows_affected())
            }
            Self::Postgres(connection) => {
                let arguments = postgres_arguments(prepared.values)?;
                let query = sqlx::query_with(AssertSqlSafe(prepared.text), arguments);
                Ok(query.execute(connection).await.map_err(failed)?.rows_affected())
            }
        }
    }

    pub(crate) async fn fetch_all(self, prepared: Prepared) -> Result<Vec<Row>, Error> {
        let failed = failed("read rows");
        match self {
            Self::Sqlite(connection) => {
                let arguments = sqlite_arguments(prepared.values)?;
                let query = sqlx::query_with(AssertSqlSafe(prepared.text), arguments);
                let rows = query.fetch_all(connection).await.map_err(failed)?;
                Ok(rows.into_iter().map(Row::from).collect())
            }
            Self::Postgres(connection) => {
                let arguments = postgres_arguments(prepared.values)?;
                let query = sqlx::query_with(AssertSqlSafe(prepared.text), arguments);
                let rows = query.fetch_all(connection).await.map_err(failed)?;
                Ok(rows.into_iter().map(Row::from).collect())
            }
        }
    }

    /// Several statements without values, such as a migration's.
    pub(crate) async fn execute_script(self, script: &'static str) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(connection) => sqlx::raw_sql(script).execute(connection).await.map(drop),
            Self::Postgres(connection) => sqlx::raw_sql(script).execute(connection).await.map(drop),
        }
    }
}

fn sqlite_arguments(values: Vec<Value>) -> Result<SqliteArguments, Error> {
    let mut arguments = SqliteArguments::default();
    for value in values {
        let added = match value {
            Value::Null(_) => arguments.add(None::<i64>),
            Value::Bool(value) => arguments.add(i64::from(value)),
            Value::Int(value) => arguments.add(value),
            Value::Float(value) => arguments.add(value),
            Value::Text(value) => arguments.add(value),
            Value::Uuid(value) => arguments.add(value.to_string()),
            Value::Json(value) => arguments.add(value.to_string()),
            Value::Bytes(value) => arguments.add(value),
        };
        added.map_err(|error| Error::Refused { reason: error.to_string() })?;
    }
    Ok(arguments)
}

fn postgres_arguments(values: Vec<Value>) -> Result<PgArguments, Error> {
    let mut arguments = PgArguments::default();
    for value in values {
        let added = match value {
            Value::Null(kind) => add_null(&mut arguments, kind),
            Value::Bool(value) => arguments.add(value),
            Value::Int(value) => arguments.add(value),
            Value::Float(value) => arguments.add(value),
            Value::Text(value) => arguments.add(value),
            Value::Uuid(value) => arguments.add(value),
            Value::Json(value) => arguments.add(value),
            Value::Bytes(value) => arguments.add(value),
        };
        added.map_err(|error| Error::Refused { reason: error.to_string() })?;
    }
    Ok(arguments)
}

/// PostgreSQL wants to know the type even of nothing.
fn add_null(arguments: &mut PgArguments, kind: ValueKind) -> Result<(), sqlx::error::BoxDynError> {
    match kind {
        ValueKind::Bool => arguments.add(None::<bool>),
        ValueKind::Int => arguments.add(None::<i64>),
        ValueKind::Float => arguments.add(None::<f64>),
        ValueKind::Text => arguments.add(None::<String>),
        ValueKind::Uuid => arguments.add(None::<uuid::Uuid>),
        ValueKind::Json => arguments.add(None::<serde_json::Value>),
        ValueKind::Bytes => arguments.add(None::<Vec<u8>>),
    }
}
