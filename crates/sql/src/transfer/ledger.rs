//! The table `transfer_progress` of the target: how far each table is.

use atelier_base::Scope;

use super::{Transfer, TransferTable};
use crate::{Db, Error, Sql, Transaction, Value, ValueKind};

const LEDGER: &str = "transfer_progress";

const CREATE: &str = "CREATE TABLE transfer_progress (
    table_name VARCHAR(63) PRIMARY KEY,
    source TEXT NOT NULL,
    last_key TEXT,
    row_count BIGINT NOT NULL DEFAULT 0,
    is_done BOOLEAN NOT NULL DEFAULT FALSE
)";

/// How far a table is.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) rows: u64,
    pub(super) is_done: bool,
    last: Option<String>,
}

impl Place {
    /// The key of the row that was copied last.
    pub(super) fn after(&self, table: &TransferTable) -> Result<Option<Vec<Value>>, Error> {
        let Some(text) = &self.last else { return Ok(None) };
        let unreadable =
            |reason: &str| Error::Unreadable { column: "last_key".into(), reason: reason.into() };
        let parts: Vec<serde_json::Value> =
            serde_json::from_str(text).map_err(|error| unreadable(&error.to_string()))?;
        if parts.len() != table.key.len() {
            return Err(unreadable("it is a key of another table"));
        }
        let value = |part: serde_json::Value| match part {
            serde_json::Value::String(text) => Ok(Value::Text(text)),
            part => part.as_i64().map(Value::Int).ok_or_else(|| unreadable("it is no key")),
        };
        parts.into_iter().map(value).collect::<Result<_, _>>().map(Some)
    }
}

/// A target of nobody's gets the ledger. One that has tables and no ledger is refused.
pub(super) async fn claim(everyone: Scope, target: &Db) -> Result<(), Error> {
    let mut transaction = target.begin().await?;
    lock(everyone, &mut transaction).await?;
    let sql = Sql::new(
        // What came with an extension is nobody's data.
        "SELECT CAST(c.relname AS text) AS name FROM pg_class AS c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') \
         AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) \
         AND NOT EXISTS (SELECT 1 FROM pg_depend AS d WHERE d.objid = c.oid AND d.deptype = 'e') \
         ORDER BY c.relname",
    );
    let rows = transaction.fetch_all(everyone, sql).await?;
    let names: Vec<String> = rows.iter().map(|row| row.get("name")).collect::<Result<_, _>>()?;
    if names.iter().any(|name| name == LEDGER) {
        return transaction.commit().await;
    }
    if !names.is_empty() {
        let some = names.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = if names.len() > 3 { format!(" and {} more", names.len() - 3) } else { String::new() };
        let reason = format!("it has tables that no transfer made: {some}{more}");
        return Err(Error::TransferTarget { reason });
    }
    transaction.execute(everyone, Sql::new(CREATE)).await?;
    transaction.commit().await
}

/// The tables are emptied of what their migrations put there, once, before the first row comes. A target that holds
/// a part of another database is refused.
pub(super) async fn begin(
    everyone: Scope,
    transfer: &Transfer,
    source: &str,
    target: &Db,
) -> Result<(), Error> {
    let mut transaction = target.begin().await?;
    lock(everyone, &mut transaction).await?;
    let sql = Sql::new("SELECT table_name, source FROM transfer_progress");
    let rows = transaction.fetch_all(everyone, sql).await?;
    if rows.is_empty() {
        let names: Vec<&str> = transfer.tables.iter().map(|table| table.name).collect();
        transaction.execute(everyone, Sql::new(format!("TRUNCATE {}", names.join(", ")))).await?;
        for name in names {
            let sql = Sql::new("INSERT INTO transfer_progress (table_name, source) VALUES (?, ?)");
            transaction.execute(everyone, sql.bind(name).bind(source)).await?;
        }
    }
    for row in rows {
        if row.get::<String>("source")? != source {
            let reason = "it holds a copy of another database, or of this one before it was upgraded";
            return Err(Error::TransferTarget { reason: reason.to_owned() });
        }
    }
    transaction.commit().await
}

/// One transfer at a time makes up its mind about a target.
async fn lock(everyone: Scope, transaction: &mut Transaction) -> Result<(), Error> {
    let lock = Sql::new("SELECT 1 AS n FROM pg_advisory_xact_lock(hashtext('atelier transfer_progress'))");
    transaction.fetch_all(everyone, lock).await.map(drop)
}

pub(super) async fn place(everyone: Scope, target: &Db, table: &TransferTable) -> Result<Place, Error> {
    let sql = Sql::new("SELECT last_key, row_count, is_done FROM transfer_progress WHERE table_name = ?");
    let row = target.fetch_optional(everyone, sql.bind(table.name)).await?;
    let missing =
        || Error::TransferTarget { reason: format!("it was made without the table {}", table.name) };
    let row = row.ok_or_else(missing)?;
    Ok(Place {
        rows: u64::try_from(row.get::<i64>("row_count")?).unwrap_or_default(),
        is_done: row.get("is_done")?,
        last: row.find("last_key")?,
    })
}

/// Moves on from one place to the next, in the transaction that copied what lies between. Somebody else who copies
/// the same rows is told that they came second.
pub(super) async fn advance(
    everyone: Scope,
    transaction: &mut Transaction,
    table: &TransferTable,
    from: &Place,
    rows: usize,
    last: Option<&[Value]>,
) -> Result<Place, Error> {
    let place = Place {
        rows: from.rows + rows as u64,
        is_done: last.is_none(),
        last: last.map_or_else(|| from.last.clone(), |key| Some(written(key))),
    };
    let sql = Sql::new(
        "UPDATE transfer_progress SET last_key = ?, row_count = ?, is_done = ? \
         WHERE table_name = ? AND NOT is_done AND last_key IS NOT DISTINCT FROM ?",
    );
    let text = |text: &Option<String>| text.clone().map_or(Value::Null(ValueKind::Text), Value::Text);
    let sql = sql.bind(text(&place.last)).bind(i64::try_from(place.rows).unwrap_or(i64::MAX));
    let sql = sql.bind(place.is_done).bind(table.name).bind(text(&from.last));
    if transaction.execute(everyone, sql).await? == 1 {
        return Ok(place);
    }
    Err(Error::Busy { reason: "another program copies into it".to_owned() })
}

fn written(key: &[Value]) -> String {
    let part = |value: &Value| match value {
        Value::Int(number) => (*number).into(),
        Value::Uuid(id) => id.to_string().into(),
        Value::Text(text) => text.as_str().into(),
        _ => serde_json::Value::Null,
    };
    serde_json::Value::Array(key.iter().map(part).collect()).to_string()
}
