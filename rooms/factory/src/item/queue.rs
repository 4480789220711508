//! Taking items: by lane, as a tenant's provider is called here, within its limits, the more urgent orders first.
//!
//! Limits are counted from rows while the provider's row is held, so that they hold for all processes together and
//! across restarts. What a worker takes is its own until the lease ends, which it renews while it is alive.

use std::time::Duration;

use atelier_base::{OrderId, OrderItemId, ProjectId, Scope, TenantId, Timestamp};
use atelier_providers::Ticket;
use atelier_sql::{Dialect, Row, Sql, Transaction};
use serde_json::Value;
use uuid::Uuid;

use crate::order::{self, PLACE};
use crate::{Error, State};

/// A worker that gave no sign for so long has lost its items. Until then they count against their provider's limits,
/// so a lane of a few at once stands still for that long when a process is killed.
pub const LEASE: Duration = Duration::from_secs(20);

/// The time that requests are counted over.
const WINDOW: Duration = Duration::from_mins(1);

/// Items of one provider of one tenant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Lane {
    pub(crate) tenant: TenantId,
    pub(crate) provider: String,
}

/// An item that a worker holds.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// The tenant's scope, in which everything about it happens.
    pub scope: Scope,
    /// The item.
    pub id: OrderItemId,
    /// Its order.
    pub order: OrderId,
    /// The project of the order.
    pub project: Option<ProjectId>,
    /// The id of its provider.
    pub provider: String,
    /// The provider's id of its model.
    pub model: String,
    /// Its number within the order.
    pub sequence_number: i64,
    /// Its prompts, parameters and axes, as they are stored.
    pub parameters: Value,
    /// Images that it is for.
    pub quantity: u32,
    /// The number of this attempt, from 1.
    pub attempt: u32,
    /// When it was begun.
    pub attempted_at: Timestamp,
    /// How many there may be.
    pub max_attempts: u32,
    /// The same for every attempt whose fate is unknown.
    pub idempotency_key: String,
    /// What the provider gave for it, when it was sent before.
    pub ticket: Option<Ticket>,
    /// Millionths that are held for it.
    pub reserved_micros: i64,
    /// Who holds it.
    pub worker: String,
}

/// What a claim needs of an order.
pub(super) struct Head {
    pub(super) id: OrderId,
    pub(super) project: Option<ProjectId>,
    pub(super) provider: String,
    pub(super) model: String,
    pub(super) quantity: u32,
    is_pending: bool,
}

/// The columns of [`Head::read`].
pub(super) const HEAD: &str = "o.id, o.project_id, o.provider, o.model, o.status, o.base_parameter_set";

impl Head {
    pub(super) fn read(row: &Row) -> Result<Self, Error> {
        let asked: Value = row.get("base_parameter_set")?;
        let quantity = asked["quantity"].as_u64().unwrap_or(1).max(1);
        Ok(Self {
            id: OrderId::from_uuid(row.get::<Uuid>("id")?),
            project: row.find::<Uuid>("project_id")?.map(ProjectId::from_uuid),
            provider: row.get("provider")?,
            model: row.get("model")?,
            quantity: u32::try_from(quantity).unwrap_or(1),
            is_pending: row.get::<String>("status")? == "pending",
        })
    }
}

/// The columns of [`Claimed::read`].
pub(super) const TAKEN: &str = "id, sequence_number, generation_parameter_set, attempt, max_attempts, \
    idempotency_key, ticket, reserved_cost_micros, attempted_at";

impl Claimed {
    pub(super) fn read(row: &Row, scope: Scope, head: &Head, worker: &str) -> Result<Self, Error> {
        let small = |column: &str| -> Result<u32, Error> {
            Ok(u32::try_from(row.get::<i64>(column)?).unwrap_or_default())
        };
        let id = OrderItemId::from_uuid(row.get::<Uuid>("id")?);
        let ticket = row.find::<Value>("ticket")?;
        let ticket = ticket.map(serde_json::from_value).transpose();
        Ok(Self {
            scope,
            id,
            order: head.id,
            project: head.project,
            provider: head.provider.clone(),
            model: head.model.clone(),
            sequence_number: row.get("sequence_number")?,
            parameters: row.find("generation_parameter_set")?.unwrap_or_default(),
            quantity: head.quantity,
            attempt: small("attempt")?,
            attempted_at: row.find("attempted_at")?.unwrap_or(Timestamp::from_millis(0)),
            max_attempts: small("max_attempts")?,
            idempotency_key: row.find("idempotency_key")?.unwrap_or_else(|| id.to_string()),
            ticket: ticket.map_err(|error| Error::Unexpected(format!("a ticket can't be read: {error}")))?,
            reserved_micros: row.get("reserved_cost_micros")?,
            worker: worker.to_owned(),
        })
    }
}

/// The lanes in which something is to be done, of every tenant.
pub(crate) async fn lanes(state: &State) -> Result<Vec<Lane>, Error> {
    // Workers serve every tenant: they ask which have orders, and everything else happens in a tenant's scope.
    let sql = "SELECT DISTINCT tenant_id, provider FROM orders WHERE status IN ('pending', 'processing')";
    let rows = state.db.fetch_all(Scope::directory(), Sql::new(sql)).await?;
    let lane = |row: &Row| -> Result<Option<Lane>, Error> {
        let tenant = row.get::<String>("tenant_id")?.parse().ok();
        let provider = row.get("provider")?;
        Ok(tenant.map(|tenant| Lane { tenant, provider }))
    };
    rows.iter().filter_map(|row| lane(row).transpose()).collect()
}

/// Takes up to `want` items of a provider of the tenant, as its limits allow.
///
/// # Errors
/// Those of the store; then nothing was taken.
pub async fn claim(
    state: &State,
    scope: Scope,
    provider: &str,
    (worker, want): (&str, u32),
) -> Result<Vec<Claimed>, Error> {
    let now = state.clock.now();
    let mut transaction = state.db.begin().await?;
    let mut room = room(&mut transaction, scope, (provider, want), now).await?;
    let mut taken = Vec::new();
    if room == 0 {
        // A transaction that is only dropped ends some time later, and whoever claims meanwhile passes the provider over.
        transaction.commit().await?;
        return Ok(taken);
    }
    for head in ready(&mut transaction, scope, (provider, room), now).await? {
        let items = take(&mut transaction, scope, &head, (worker, room), now).await?;
        room = room.saturating_sub(u32::try_from(items.len()).unwrap_or(u32::MAX));
        if head.is_pending && !items.is_empty() {
            order::derive(&mut transaction, scope, head.id, now).await?;
        }
        taken.extend(items);
        if room == 0 {
            break;
        }
    }
    transaction.commit().await?;
    Ok(taken)
}

/// How many items may be taken. Another process that is counting, too, is not waited for.
async fn room(
    transaction: &mut Transaction,
    scope: Scope,
    (provider, want): (&str, u32),
    now: Timestamp,
) -> Result<u32, Error> {
    let sql = Sql::new(
        "SELECT is_enabled, paused_at, concurrent_limit, rate_limit_requests, waits_until FROM providers \
         WHERE tenant_id = :tenant AND id = ?",
    );
    let sql = sql.bind(provider).push(transaction.dialect().skip_locked());
    let Some(row) = transaction.fetch_optional(scope, sql).await? else { return Ok(0) };
    let waits = row.find::<i64>("waits_until")?.is_some_and(|until| now.as_millis() < until);
    if waits || row.find::<i64>("paused_at")?.is_some() || !row.get::<bool>("is_enabled")? {
        return Ok(0);
    }
    let mut room = i64::from(want);
    if let Some(limit) = row.find::<i64>("concurrent_limit")? {
        let sql = Sql::new(
            "SELECT count(*) AS n FROM order_items WHERE tenant_id = :tenant AND provider = ? \
             AND status IN ('claimed', 'submitted', 'generating')",
        );
        room = room.min(limit - count(transaction, scope, sql.bind(provider)).await?);
    }
    if let Some(limit) = row.find::<i64>("rate_limit_requests")?.filter(|_| 0 < room) {
        let sql = Sql::new(
            "SELECT count(*) AS n FROM order_items WHERE tenant_id = :tenant AND provider = ? \
             AND attempted_at IS NOT NULL AND attempted_at > ?",
        );
        let sql = sql.bind(provider).bind(now.before(WINDOW));
        room = room.min(limit - count(transaction, scope, sql).await?);
    }
    Ok(u32::try_from(room).unwrap_or(0))
}

async fn count(transaction: &mut Transaction, scope: Scope, sql: Sql) -> Result<i64, Error> {
    let row = transaction.fetch_optional(scope, sql).await?;
    Ok(row.map(|row| row.get("n")).transpose()?.unwrap_or_default())
}

/// Orders with items that can be begun, in the order in which they are served. They are held, as whoever ends an
/// item holds its order first.
async fn ready(
    transaction: &mut Transaction,
    scope: Scope,
    (provider, room): (&str, u32),
    now: Timestamp,
) -> Result<Vec<Head>, Error> {
    let sql = Sql::new(format!(
        "SELECT {HEAD} FROM orders o WHERE o.tenant_id = :tenant AND o.provider = ? \
         AND o.status IN ('pending', 'processing') AND o.paused_at IS NULL AND o.deleted_at IS NULL \
         AND EXISTS (SELECT 1 FROM order_items i WHERE i.order_id = o.id AND i.status = 'pending' \
         AND i.next_attempt_at <= ?) ORDER BY o.priority DESC, {PLACE}, o.created_at, o.id LIMIT {room}"
    ));
    let lock = transaction.dialect().choose("", " FOR UPDATE OF o");
    let rows = transaction.fetch_all(scope, sql.bind(provider).bind(now).push(lock)).await?;
    rows.iter().map(Head::read).collect()
}

/// The condition that an id is among those of a selection, which is made once. PostgreSQL may carry a selection after
/// `IN` out again for every row, passing over those that it has just locked, and so take more than the limit.
pub(super) fn these(dialect: Dialect, selection: &str) -> String {
    let skip_locked = dialect.skip_locked();
    match dialect {
        Dialect::Sqlite => format!("IN ({selection})"),
        Dialect::Postgres => format!("= ANY (ARRAY({selection}{skip_locked}))"),
    }
}

async fn take(
    transaction: &mut Transaction,
    scope: Scope,
    head: &Head,
    (worker, room): (&str, u32),
    now: Timestamp,
) -> Result<Vec<Claimed>, Error> {
    let sql = Sql::new(format!(
        "UPDATE order_items SET status = 'claimed', worker_id = ?, lease_until = ?, attempt = attempt + 1, \
         attempted_at = ?, started_at = coalesce(started_at, ?), updated_at = ?, idempotency_key = \
         coalesce(idempotency_key, CAST(id AS TEXT) || '.' || CAST(retry_count AS TEXT) || '.' || CAST(attempt AS TEXT)) \
         WHERE tenant_id = :tenant AND id {} RETURNING {TAKEN}",
        these(
            transaction.dialect(),
            &format!(
                "SELECT id FROM order_items WHERE order_id = ? AND status = 'pending' AND next_attempt_at <= ? \
                 ORDER BY next_attempt_at, sequence_number LIMIT {room}"
            )
        )
    ));
    let sql = sql.bind(worker).bind(now.after(LEASE)).bind(now).bind(now).bind(now);
    let rows = transaction.fetch_all(scope, sql.bind(head.id.uuid()).bind(now)).await?;
    let mut taken =
        rows.iter().map(|row| Claimed::read(row, scope, head, worker)).collect::<Result<Vec<_>, _>>()?;
    taken.sort_by_key(|item| item.sequence_number);
    Ok(taken)
}
