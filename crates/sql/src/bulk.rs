//! Many rows at once.

use atelier_base::{Scope, TenantId};
use sqlx::postgres::PgArguments;
use sqlx::{Arguments as _, AssertSqlSafe};
use uuid::Uuid;

use crate::connection::Connection;
use crate::failure::failed;
use crate::statement::Prepared;
use crate::{Dialect, Error, Transaction, Value, ValueKind};

/// Rows of a statement on SQLite, at most: it takes 32 766 values, and longer statements are not faster.
const SQLITE_ROWS: usize = 100;
/// Rows of a statement on PostgreSQL, at most: its statement triggers run once for all of them.
const POSTGRES_ROWS: usize = 5_000;

/// A table and those of its columns that rows are given for. The tenant's column is stamped and not given.
#[derive(Clone, Copy, Debug)]
pub struct Bulk {
    /// The table, which has a column `tenant_id`.
    pub table: &'static str,
    /// The columns in the order of the rows' values.
    pub columns: &'static [(&'static str, ValueKind)],
}

impl Bulk {
    /// `INSERT INTO t (tenant_id, a, b)`.
    fn head(&self) -> String {
        let names: String = self.columns.iter().map(|(name, _)| format!(", {name}")).collect();
        format!("INSERT INTO {} (tenant_id{names})", self.table)
    }

    fn rows_at_once(&self, dialect: Dialect) -> usize {
        dialect.choose((32_000 / (self.columns.len() + 1)).clamp(1, SQLITE_ROWS), POSTGRES_ROWS)
    }
}

impl Transaction {
    /// Inserts rows, a few hundred or thousand a statement; returns how many. The rows may come from a
    /// computation: no more of them are held than one statement takes.
    ///
    /// # Errors
    /// Those of a statement; [`Error::Statement`] when a row has not a value for each column.
    #[tracing::instrument(level = "debug", skip_all, fields(table = bulk.table))]
    pub async fn insert(
        &mut self,
        scope: Scope,
        bulk: Bulk,
        rows: impl IntoIterator<Item = Vec<Value>>,
    ) -> Result<u64, Error> {
        let at_once = bulk.rows_at_once(self.dialect());
        let tenant = scope.tenant_id().ok_or(Error::Unscoped { reason: "the directory is no tenant" })?;
        let mut rows = rows.into_iter();
        let (mut inserted, mut text) = (0, String::new());
        loop {
            let chunk: Vec<Vec<Value>> = rows.by_ref().take(at_once).collect();
            if chunk.is_empty() {
                return Ok(inserted);
            }
            check(&bulk, &chunk)?;
            inserted += match self.dialect() {
                Dialect::Sqlite => {
                    // All statements but the last one are the same: it is written once.
                    if text.is_empty() || chunk.len() < at_once {
                        text = statement(&bulk, chunk.len());
                    }
                    let tenant = Value::Text(tenant.to_string());
                    let rows = chunk.into_iter().map(|row| std::iter::once(tenant.clone()).chain(row));
                    let values = rows.flatten().collect();
                    self.connection().execute(Prepared { text: text.clone(), values }).await?
                }
                Dialect::Postgres => self.unnest(tenant, &bulk, &chunk).await?,
            };
        }
    }

    /// One array a column, so that the statement is the same for any number of rows.
    async fn unnest(&mut self, tenant: TenantId, bulk: &Bulk, rows: &[Vec<Value>]) -> Result<u64, Error> {
        let refused = |error: sqlx::error::BoxDynError| Error::Refused { reason: error.to_string() };
        let mut arguments = PgArguments::default();
        let (mut arrays, mut names) = (Vec::new(), Vec::new());
        for (at, (_, kind)) in bulk.columns.iter().enumerate() {
            add_array(&mut arguments, *kind, rows, at).map_err(refused)?;
            arrays.push(format!("${}::{}[]", at + 1, array_type(*kind)));
            names.push(format!("c{at}"));
        }
        arguments.add(tenant.to_string()).map_err(refused)?;
        let (arrays, names) = (arrays.join(", "), names.join(", "));
        let tenant = bulk.columns.len() + 1;
        let text =
            format!("{} SELECT ${tenant}, {names} FROM UNNEST({arrays}) AS given({names})", bulk.head());
        let Connection::Postgres(connection) = self.connection() else {
            return Err(Error::Statement { reason: "only PostgreSQL has arrays".to_owned() });
        };
        let query = sqlx::query_with(AssertSqlSafe(text), arguments);
        Ok(query.execute(connection).await.map_err(failed("insert rows"))?.rows_affected())
    }
}

fn check(bulk: &Bulk, rows: &[Vec<Value>]) -> Result<(), Error> {
    for row in rows {
        if let Some(reason) = row.iter().find_map(Value::fault) {
            return Err(Error::Refused { reason: reason.to_owned() });
        }
        let fits = row.len() == bulk.columns.len()
            && row.iter().zip(bulk.columns).all(|(value, (_, kind))| value.kind() == *kind);
        if !fits {
            let reason = format!("a row for {} has other columns", bulk.table);
            return Err(Error::Statement { reason });
        }
    }
    Ok(())
}

/// `INSERT … VALUES (?, ?, ?), (?, ?, ?)` for two rows of two columns and the tenant's. Marks with numbers would have
/// names for SQLite, and each name is looked for among all before it.
fn statement(bulk: &Bulk, rows: usize) -> String {
    let row = format!("(?{})", ", ?".repeat(bulk.columns.len()));
    format!("{} VALUES {}", bulk.head(), vec![row; rows].join(", "))
}

fn array_type(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Bool => "boolean",
        ValueKind::Int => "bigint",
        ValueKind::Float => "double precision",
        ValueKind::Text => "text",
        ValueKind::Uuid => "uuid",
        ValueKind::Json => "jsonb",
        ValueKind::Bytes => "bytea",
    }
}

/// The values of one column; a value of another kind was refused before.
fn add_array(
    arguments: &mut PgArguments,
    kind: ValueKind,
    rows: &[Vec<Value>],
    at: usize,
) -> Result<(), sqlx::error::BoxDynError> {
    macro_rules! column {
        ($kind:ident as $type:ty, $value:ident => $make:expr) => {
            arguments.add(
                rows.iter()
                    .map(|row| if let Value::$kind($value) = &row[at] { Some($make) } else { None })
                    .collect::<Vec<Option<$type>>>(),
            )
        };
    }
    match kind {
        ValueKind::Bool => column!(Bool as bool, value => *value),
        ValueKind::Int => column!(Int as i64, value => *value),
        ValueKind::Float => column!(Float as f64, value => *value),
        ValueKind::Text => column!(Text as &str, value => value.as_str()),
        ValueKind::Uuid => column!(Uuid as Uuid, value => *value),
        ValueKind::Json => {
            column!(Json as sqlx::types::Json<&serde_json::Value>, value => sqlx::types::Json(value))
        }
        ValueKind::Bytes => column!(Bytes as &[u8], value => value.as_slice()),
    }
}
