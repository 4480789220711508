//! The rows of a table, a batch at a time, in the order of its key.

use atelier_base::Scope;

use super::TransferTable;
use crate::{Db, Dialect, Error, Row, Sql, Value, ValueKind};

/// One value a column, in the order of the columns; a document is the text that the engine gives.
pub(super) type Cells = Vec<Value>;

/// A batch, and the key of its last row in the words of its engine.
pub(super) struct Batch {
    pub(super) rows: Vec<Cells>,
    pub(super) last: Option<Vec<Value>>,
}

/// At most `limit` rows after a key.
pub(super) async fn batch(
    db: &Db,
    everyone: Scope,
    table: &TransferTable,
    after: Option<&[Value]>,
    limit: usize,
) -> Result<Batch, Error> {
    let rows = db.fetch_all(everyone, select(db.dialect(), table, after, limit)).await;
    let rows = rows.map_err(|error| error.of_table(table.name))?;
    let cells = |row: &Row| table.columns.iter().map(|(name, kind)| cell(row, name, *kind)).collect();
    let read: Result<Vec<Cells>, Error> = rows.iter().map(cells).collect();
    let last = rows.last().map(|row| key(db.dialect(), table, row)).transpose();
    Ok(Batch {
        rows: read.map_err(|error| error.of_table(table.name))?,
        last: last.map_err(|error| error.of_table(table.name))?,
    })
}

/// How many rows a table has.
pub(super) async fn count(db: &Db, everyone: Scope, table: &TransferTable) -> Result<u64, Error> {
    let sql = Sql::new(format!("SELECT count(*) AS n FROM {}", table.name));
    let row = db.fetch_one(everyone, sql).await;
    let counted = row.and_then(|row| row.get::<i64>("n"));
    let counted = counted.map_err(|error| error.of_table(table.name))?;
    Ok(u64::try_from(counted).unwrap_or_default())
}

/// `SELECT t."a" AS "a" FROM t AS t WHERE (t."k", t."l") > (?, ?) ORDER BY t."k", t."l" LIMIT n`. Names say their
/// table, because SQLite takes a quoted name that is no column for a text.
fn select(dialect: Dialect, table: &TransferTable, after: Option<&[Value]>, limit: usize) -> Sql {
    let column = |(name, kind): &(&str, ValueKind)| match (dialect, kind) {
        // The driver would read a number of a document as one that it can hold.
        (Dialect::Postgres, ValueKind::Json) => format!("CAST(t.\"{name}\" AS text) AS \"{name}\""),
        _ => format!("t.\"{name}\" AS \"{name}\""),
    };
    let columns: Vec<String> = table.columns.iter().map(column).collect();
    let key: Vec<String> = table.key.iter().map(|name| format!("t.\"{name}\"")).collect();
    let key = key.join(", ");
    let mut sql = Sql::new(format!("SELECT {} FROM {} AS t", columns.join(", "), table.name));
    if let Some(after) = after {
        let marks = vec!["?"; after.len()].join(", ");
        sql = sql.push(format!(" WHERE ({key}) > ({marks})"));
        sql = after.iter().fold(sql, |sql, value| sql.bind(value.clone()));
    }
    sql.push(format!(" ORDER BY {key} LIMIT {limit}"))
}

fn cell(row: &Row, name: &str, kind: ValueKind) -> Result<Value, Error> {
    Ok(match kind {
        ValueKind::Bool => row.find::<bool>(name)?.into(),
        ValueKind::Int => row.find::<i64>(name)?.into(),
        ValueKind::Float => row.find::<f64>(name)?.into(),
        ValueKind::Text => row.find::<String>(name)?.into(),
        ValueKind::Uuid => row.find::<uuid::Uuid>(name)?.into(),
        ValueKind::Json => row.find::<String>(name)?.map_or(Value::Null(kind), Value::Text),
        ValueKind::Bytes => row.find::<Vec<u8>>(name)?.into(),
    })
}

/// On SQLite an id is a text, and is compared as it was written.
fn key(dialect: Dialect, table: &TransferTable, row: &Row) -> Result<Vec<Value>, Error> {
    let kind = |name: &str| match (dialect, table.kind(name)) {
        (Dialect::Sqlite, ValueKind::Uuid) => ValueKind::Text,
        (_, kind) => kind,
    };
    table.key.iter().map(|name| cell(row, name, kind(name))).collect()
}
