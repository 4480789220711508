//! What happened at each attempt. Keys are in no request that is kept here: adapters add them on their way out.

use async_graphql::{ID, SimpleObject};
use atelier_base::{EventId, Grant, OrderItemId, Scope, Timestamp};
use atelier_sql::{Bulk, Row, Sql, Transaction, ValueKind};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::permissions::ReadFactory;
use crate::{Error, State};

/// Logs of an item that are shown.
const SHOWN: usize = 200;

/// What happened at an attempt of an item.
#[derive(Clone, Debug, PartialEq, SimpleObject)]
pub struct GenerationLog {
    /// Unique.
    pub id: ID,
    /// The number of the attempt, from 1; 0 for what concerns none.
    pub attempt: i64,
    /// `INFO`, `WARNING` or `ERROR`.
    pub level: String,
    /// For people.
    pub message: String,
    /// What was asked for.
    pub request: Option<Value>,
    /// What came of it.
    pub response: Option<Value>,
    /// When.
    pub created_at: Timestamp,
}

/// How grave it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    Info,
    Warning,
    Error,
}

impl Level {
    const fn name(self) -> &'static str {
        match self {
            Self::Info => "INFO",
            Self::Warning => "WARNING",
            Self::Error => "ERROR",
        }
    }
}

/// A log that is to be written with the change that it tells of.
#[derive(Clone, Debug)]
pub(crate) struct NewLog {
    pub(crate) level: Level,
    pub(crate) message: String,
    pub(crate) attempt: u32,
    pub(crate) request: Option<Value>,
    pub(crate) response: Option<Value>,
}

const LOGS: Bulk = Bulk {
    table: "generation_logs",
    columns: &[
        ("id", ValueKind::Uuid),
        ("order_item_id", ValueKind::Uuid),
        ("timestamp", ValueKind::Int),
        ("level", ValueKind::Text),
        ("message", ValueKind::Text),
        ("details", ValueKind::Json),
        ("attempt", ValueKind::Int),
    ],
};

/// Writes logs of items.
pub(super) async fn write(
    state: &State,
    transaction: &mut Transaction,
    scope: Scope,
    logs: Vec<(OrderItemId, NewLog)>,
    now: Timestamp,
) -> Result<(), Error> {
    let rows = logs.into_iter().map(|(item, log)| {
        vec![
            // A UUIDv7, so that logs of a millisecond keep to one another.
            EventId::generate(now, &state.randomness).uuid().into(),
            item.uuid().into(),
            now.into(),
            log.level.name().into(),
            log.message.replace('\0', "").into(),
            json!({"request": log.request, "response": log.response}).into(),
            log.attempt.into(),
        ]
    });
    transaction.insert(scope, LOGS, rows).await?;
    Ok(())
}

/// The logs of an item, the first one first.
///
/// # Errors
/// Those of the store.
pub async fn logs(
    state: &State,
    grant: Grant<ReadFactory>,
    item: OrderItemId,
) -> Result<Vec<GenerationLog>, Error> {
    let sql = Sql::new(format!(
        "SELECT id, timestamp, level, message, details, attempt FROM generation_logs \
         WHERE tenant_id = :tenant AND order_item_id = ? ORDER BY timestamp, id LIMIT {SHOWN}"
    ));
    let rows = state.db.fetch_all(grant.scope(), sql.bind(item.uuid())).await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<GenerationLog, Error> {
    let details = row.find::<Value>("details")?.unwrap_or_default();
    let part = |name: &str| details.get(name).filter(|part| !part.is_null()).cloned();
    Ok(GenerationLog {
        id: ID(row.get::<Uuid>("id")?.to_string()),
        attempt: row.find("attempt")?.unwrap_or_default(),
        level: row.find("level")?.unwrap_or_default(),
        message: row.find("message")?.unwrap_or_default(),
        request: part("request"),
        response: part("response"),
        created_at: row.get("timestamp")?,
    })
}
