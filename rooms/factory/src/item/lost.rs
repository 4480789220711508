//! Leases: renewed by those who are alive, and what is left behind by those who are not.
//!
//! An item that has a ticket goes on where it was: it is asked after, never sent again. One that was only claimed was
//! never sent, or can be sent again without being paid for twice, and waits anew. One that was being sent when its
//! worker was lost may have been begun: it has failed, and a person decides.

use atelier_base::{OrderId, OrderItemId, Scope, TenantId};
use atelier_providers::{Category, Error as Refusal, Fate};
use atelier_sql::{Row, Sql, Value};
use uuid::Uuid;

use super::queue::{Claimed, HEAD, Head, LEASE, TAKEN, these};
use super::{Failure, fail};
use crate::{Error, State, order};

/// Items that one look brings back.
const AT_ONCE: usize = 200;

/// Renews the leases of a worker; returns which of its items it has lost, as when they were called off.
pub(crate) async fn hold_on(
    state: &State,
    worker: &str,
    items: &[OrderItemId],
) -> Result<Vec<OrderItemId>, Error> {
    let until = state.clock.now().after(LEASE);
    let mut lost = items.to_vec();
    for some in items.chunks(AT_ONCE) {
        // Of every tenant at once; whose they are was settled when they were claimed.
        let marks = vec!["?"; some.len()].join(", ");
        let sql = Sql::new(format!(
            "UPDATE order_items SET lease_until = ? WHERE worker_id = ? \
             AND status IN ('claimed', 'submitted', 'generating') AND id IN ({marks}) RETURNING id"
        ));
        let sql = some.iter().fold(sql.bind(until).bind(worker), |sql, id| sql.bind(id.uuid()));
        let mut transaction = state.db.begin().await?;
        let rows = transaction.fetch_all(Scope::directory(), sql).await?;
        transaction.commit().await?;
        for row in rows {
            let held = OrderItemId::from_uuid(row.get::<Uuid>("id")?);
            lost.retain(|id| *id != held);
        }
    }
    Ok(lost)
}

/// Takes over items that have a ticket and nobody who asks after them.
pub(crate) async fn resume(state: &State, worker: &str, want: usize) -> Result<Vec<Claimed>, Error> {
    let now = state.clock.now();
    if want == 0 || !any_expired(state).await? {
        return Ok(Vec::new());
    }
    let mut transaction = state.db.begin().await?;
    let sql = Sql::new(format!(
        "UPDATE order_items SET worker_id = ?, lease_until = ?, updated_at = ? WHERE id {} \
         RETURNING tenant_id, order_id, {TAKEN}",
        these(
            transaction.dialect(),
            &format!(
                "SELECT id FROM order_items WHERE lease_until IS NOT NULL AND lease_until < ? \
                 AND status IN ('submitted', 'generating') AND ticket IS NOT NULL LIMIT {want}"
            )
        )
    ));
    let sql = sql.bind(worker).bind(now.after(LEASE)).bind(now).bind(now);
    let rows = transaction.fetch_all(Scope::directory(), sql).await?;
    transaction.commit().await?;
    let mut taken = Vec::new();
    for row in rows {
        let Some(tenant) = tenant_of(&row)? else { continue };
        let scope = Scope::tenant(tenant);
        let sql = Sql::new(format!("SELECT {HEAD} FROM orders o WHERE o.tenant_id = :tenant AND o.id = ?"));
        let head = state.db.fetch_one(scope, sql.bind(row.get::<Uuid>("order_id")?)).await?;
        taken.push(Claimed::read(&row, scope, &Head::read(&head)?, worker)?);
    }
    Ok(taken)
}

async fn any_expired(state: &State) -> Result<bool, Error> {
    let sql = "SELECT id FROM order_items WHERE lease_until IS NOT NULL AND lease_until < ? LIMIT 1";
    let found = state.db.fetch_optional(Scope::directory(), Sql::new(sql).bind(state.clock.now())).await?;
    Ok(found.is_some())
}

fn tenant_of(row: &Row) -> Result<Option<TenantId>, Error> {
    Ok(row.get::<String>("tenant_id")?.parse().ok())
}

/// Brings back what has no ticket and whose worker was lost; returns how many.
///
/// # Errors
/// Those of the store; what was brought back before stays so.
pub async fn reap(state: &State) -> Result<usize, Error> {
    let sql = Sql::new(format!(
        "SELECT i.tenant_id, i.order_id, i.id, i.status, i.sequence_number, i.generation_parameter_set, i.attempt, \
         i.max_attempts, i.idempotency_key, i.ticket, i.reserved_cost_micros, i.attempted_at, i.worker_id FROM order_items i \
         WHERE i.lease_until IS NOT NULL AND i.lease_until < ? AND i.ticket IS NULL \
         AND i.status IN ('claimed', 'submitted', 'generating') LIMIT {AT_ONCE}"
    ));
    let rows = state.db.fetch_all(Scope::directory(), sql.bind(state.clock.now())).await?;
    let mut back = 0;
    for row in rows {
        let Some(tenant) = tenant_of(&row)? else { continue };
        back += usize::from(bring_back(state, Scope::tenant(tenant), &row).await?);
    }
    Ok(back)
}

async fn bring_back(state: &State, scope: Scope, row: &Row) -> Result<bool, Error> {
    let sql = Sql::new(format!("SELECT {HEAD} FROM orders o WHERE o.tenant_id = :tenant AND o.id = ?"));
    let head = state.db.fetch_one(scope, sql.bind(row.get::<Uuid>("order_id")?)).await?;
    let worker = row.find::<String>("worker_id")?.unwrap_or_default();
    let item = Claimed::read(row, scope, &Head::read(&head)?, &worker)?;
    let was_sent = row.get::<String>("status")? != "claimed";
    if was_sent {
        let lost = "The server stopped while the request was on its way";
        let error = Refusal::new(Category::Unknown, lost).fate(Fate::Unknown);
        return fail(state, &item, Failure { error, is_free_to_repeat: false, request: None }).await;
    }
    if item.max_attempts <= item.attempt {
        let error = Refusal::new(Category::Transient, "The server stopped at each attempt");
        return fail(state, &item, Failure { error, is_free_to_repeat: true, request: None }).await;
    }
    give_back(state, scope, item.order, item.id).await
}

/// Lets an item wait again that nobody began. Whoever renewed its lease in the meantime keeps it.
async fn give_back(state: &State, scope: Scope, order: OrderId, item: OrderItemId) -> Result<bool, Error> {
    let now = state.clock.now();
    let mut transaction = state.db.begin().await?;
    order::hold(&mut transaction, scope, order).await?;
    let sql = Sql::new(
        "UPDATE order_items SET status = 'pending', lease_until = NULL, worker_id = NULL, next_attempt_at = ?, \
         updated_at = ? WHERE tenant_id = :tenant AND id = ? AND status = 'claimed' AND lease_until < ?",
    );
    let sql = sql.bind(now).bind(now).bind(Value::from(item.uuid())).bind(now);
    let given = transaction.execute(scope, sql).await? > 0;
    order::derive(&mut transaction, scope, order, now).await?;
    transaction.commit().await?;
    Ok(given)
}

/// Lets go of an item that waits at its provider, so that whoever looks next can take it over at once.
pub(crate) async fn let_go(state: &State, item: &Claimed) -> Result<(), Error> {
    let sql = Sql::new(
        "UPDATE order_items SET lease_until = 0 WHERE tenant_id = :tenant AND id = ? AND worker_id = ? \
         AND status IN ('claimed', 'submitted', 'generating')",
    );
    state.db.execute(item.scope, sql.bind(item.id.uuid()).bind(item.worker.as_str())).await?;
    Ok(())
}

/// Whether it was called off.
pub(crate) async fn is_cancelled(state: &State, item: &Claimed) -> Result<bool, Error> {
    let sql = Sql::new("SELECT status FROM order_items WHERE tenant_id = :tenant AND id = ?");
    let row = state.db.fetch_optional(item.scope, sql.bind(item.id.uuid())).await?;
    Ok(row.map(|row| row.get::<String>("status")).transpose()?.as_deref() == Some("cancelled"))
}
