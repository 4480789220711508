//! What people want of an order that is placed: to pause, go on, call off, try again, come sooner.

use atelier_base::{Grant, OrderId, Scope, Timestamp};
use atelier_sql::{Sql, Transaction};
use uuid::Uuid;

use super::budget::{self, Spending};
use super::{Order, OrderStatus, derive, find, find_in};
use crate::permissions::{CancelOrder, PlaceOrder};
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, State};

/// Items that may still become something.
pub(crate) const OPEN: &str = "status IN ('pending', 'claimed', 'submitted', 'generating')";

/// Begins no further item until the order is resumed; what is under way goes on.
///
/// # Errors
/// [`Error::NotFound`], [`Error::OrderEnded`], and those of the stores.
pub async fn pause(state: &State, grant: Grant<CancelOrder>, id: OrderId) -> Result<Order, Error> {
    let now = state.clock.now();
    let sql = Sql::new("UPDATE orders SET paused_at = ? WHERE tenant_id = :tenant AND id = ?");
    let (mut transaction, order) = begin(state, grant.scope(), id).await?;
    refuse_ended(&order)?;
    transaction.execute(grant.scope(), sql.bind(now).bind(id.uuid())).await?;
    finish(state, grant, transaction, (&order, "order.pause")).await
}

/// Goes on with an order that was paused.
///
/// # Errors
/// [`Error::NotFound`], [`Error::OrderEnded`], [`Error::BudgetExceeded`] when it was paused because it came to cost
/// more than its budget, and those of the stores.
pub async fn resume(state: &State, grant: Grant<PlaceOrder>, id: OrderId) -> Result<Order, Error> {
    let (mut transaction, order) = begin(state, grant.scope(), id).await?;
    refuse_ended(&order)?;
    within_own(&order, 0)?;
    let sql = Sql::new("UPDATE orders SET paused_at = NULL WHERE tenant_id = :tenant AND id = ?");
    transaction.execute(grant.scope(), sql.bind(id.uuid())).await?;
    let order = finish(state, grant, transaction, (&order, "order.resume")).await?;
    state.bell.notify_one();
    Ok(order)
}

/// Calls an order off: nothing more of it is begun, and what is under way is given up. What was made stays.
///
/// # Errors
/// [`Error::NotFound`], [`Error::OrderEnded`], and those of the stores.
pub async fn cancel(state: &State, grant: Grant<CancelOrder>, id: OrderId) -> Result<Order, Error> {
    let (mut transaction, order) = begin(state, grant.scope(), id).await?;
    refuse_ended(&order)?;
    call_off(&mut transaction, grant.scope(), id, state.clock.now()).await?;
    let order = finish(state, grant, transaction, (&order, "order.cancel")).await?;
    state.bell.notify_one();
    Ok(order)
}

/// Calls off every order of the tenant that has not ended; returns how many.
///
/// # Errors
/// Those of the stores; orders before the failed one are called off.
pub async fn cancel_all(state: &State, grant: Grant<CancelOrder>) -> Result<usize, Error> {
    let sql = Sql::new(
        "SELECT id FROM orders WHERE tenant_id = :tenant AND status IN ('pending', 'processing', 'paused')",
    );
    let rows = state.db.fetch_all(grant.scope(), sql).await?;
    let mut cancelled = 0;
    for row in rows {
        match cancel(state, grant, OrderId::from_uuid(row.get::<Uuid>("id")?)).await {
            Ok(_) => cancelled += 1,
            Err(Error::OrderEnded | Error::NotFound { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(cancelled)
}

/// Tries the failed and the cancelled items of an order again, with all their attempts.
///
/// # Errors
/// [`Error::NotFound`], [`Error::BudgetExceeded`], and those of the stores.
pub async fn retry(state: &State, grant: Grant<PlaceOrder>, id: OrderId) -> Result<Order, Error> {
    let (mut transaction, order) = begin(state, grant.scope(), id).await?;
    let again = Sql::new(" AND order_id = ? AND status IN ('failed', 'cancelled')").bind(id.uuid());
    try_again(&mut transaction, grant.scope(), (&order, again), state.clock.now()).await?;
    let order = finish(state, grant, transaction, (&order, "order.retry")).await?;
    state.bell.notify_one();
    Ok(order)
}

/// Makes items wait again, reserves their cost, and takes a cancelling of their order back. Returns how many.
pub(crate) async fn try_again(
    transaction: &mut Transaction,
    scope: Scope,
    (order, which): (&Order, Sql),
    now: Timestamp,
) -> Result<u64, Error> {
    let each = order.money.estimated.unwrap_or_default() / order.expanded_count.max(1);
    let sql = Sql::new(
        "UPDATE order_items SET status = 'pending', attempt = 0, retry_count = retry_count + 1, \
         is_exhausted = FALSE, next_attempt_at = 0, lease_until = NULL, worker_id = NULL, ticket = NULL, \
         provider_request_id = NULL, idempotency_key = NULL, error_message = NULL, error_category = NULL, \
         completed_at = NULL, started_at = NULL, reserved_cost_micros = ?, updated_at = ? WHERE tenant_id = :tenant",
    );
    let count = transaction.execute(scope, sql.bind(each).bind(now).push(which)).await?;
    let more = each.saturating_mul(i64::try_from(count).unwrap_or(i64::MAX));
    within_own(order, more)?;
    let spending = Spending { project: order.project_id, more, currency: &order.currency };
    budget::check(transaction, scope, spending, now).await?;
    let sql = Sql::new(
        "UPDATE orders SET cancelled_at = NULL, reserved_cost_micros = reserved_cost_micros + ? \
         WHERE tenant_id = :tenant AND id = ?",
    );
    transaction.execute(scope, sql.bind(more).bind(order.id.uuid())).await?;
    Ok(count)
}

/// Orders of a higher priority are served first; what is under way goes on.
///
/// # Errors
/// [`Error::NotFound`], and those of the stores.
pub async fn set_priority(
    state: &State,
    grant: Grant<PlaceOrder>,
    id: OrderId,
    priority: i32,
) -> Result<Order, Error> {
    let (mut transaction, order) = begin(state, grant.scope(), id).await?;
    let sql = Sql::new(
        "UPDATE orders SET priority = ?, version = version + 1, updated_at = ? \
         WHERE tenant_id = :tenant AND id = ?",
    );
    let sql = sql.bind(priority).bind(state.clock.now()).bind(id.uuid());
    transaction.execute(grant.scope(), sql).await?;
    finish(state, grant, transaction, (&order, "order.prioritise")).await
}

/// Cancels what of an order was not made. What is under way may be charged, and counts as spent.
pub(super) async fn call_off(
    transaction: &mut Transaction,
    scope: Scope,
    id: OrderId,
    now: Timestamp,
) -> Result<(), Error> {
    call_off_items(transaction, scope, Sql::new(" AND order_id = ?").bind(id.uuid()), now).await?;
    let sql = Sql::new(
        "UPDATE orders SET cancelled_at = ?, reserved_cost_micros = (SELECT coalesce(sum(i.reserved_cost_micros), 0) \
         FROM order_items i WHERE i.order_id = orders.id), settled_cost_micros = (SELECT \
         coalesce(sum(i.settled_cost_micros), 0) FROM order_items i WHERE i.order_id = orders.id) \
         WHERE tenant_id = :tenant AND id = ?",
    );
    transaction.execute(scope, sql.bind(now).bind(id.uuid())).await?;
    Ok(())
}

/// Cancels open items; returns how many.
pub(crate) async fn call_off_items(
    transaction: &mut Transaction,
    scope: Scope,
    which: Sql,
    now: Timestamp,
) -> Result<u64, Error> {
    let sql = Sql::new(format!(
        "UPDATE order_items SET settled_cost_micros = CASE WHEN status = 'pending' THEN settled_cost_micros \
         ELSE coalesce(settled_cost_micros, 0) + reserved_cost_micros END, reserved_cost_micros = 0, \
         status = 'cancelled', lease_until = NULL, completed_at = ?, updated_at = ? \
         WHERE tenant_id = :tenant AND {OPEN}"
    ));
    Ok(transaction.execute(scope, sql.bind(now).bind(now).push(which)).await?)
}

async fn begin(state: &State, scope: Scope, id: OrderId) -> Result<(Transaction, Order), Error> {
    let mut transaction = state.db.begin().await?;
    let order = find_in(&mut transaction, scope, id).await?;
    if order.deleted_at.is_some() {
        return Err(Error::missing("order", id));
    }
    Ok((transaction, order))
}

async fn finish<A>(
    state: &State,
    grant: Grant<A>,
    mut transaction: Transaction,
    (order, action): (&Order, &'static str),
) -> Result<Order, Error> {
    derive(&mut transaction, grant.scope(), order.id, state.clock.now()).await?;
    transaction.commit().await?;
    note(state, grant, action, order, FactoryChangeKind::Changed).await?;
    find(state, grant.scope(), order.id).await
}

/// Records what was done to an order and tells live pages.
pub(super) async fn note<A>(
    state: &State,
    grant: Grant<A>,
    action: &'static str,
    order: &Order,
    kind: FactoryChangeKind,
) -> Result<(), Error> {
    state.record(grant, action, order.id).await?;
    let change = FactoryChange::of(kind, FactoryEntity::Order, order.id);
    state.tell(grant.tenant(), change.order(order.id).project(order.project_id));
    Ok(())
}

fn refuse_ended(order: &Order) -> Result<(), Error> {
    match order.status {
        OrderStatus::Draft | OrderStatus::Pending | OrderStatus::Processing | OrderStatus::Paused => Ok(()),
        OrderStatus::Fulfilled
        | OrderStatus::PartiallyFulfilled
        | OrderStatus::Failed
        | OrderStatus::Cancelled => Err(Error::OrderEnded),
    }
}

/// Whether the order's own budget allows more.
fn within_own(order: &Order, more: i64) -> Result<(), Error> {
    let money = order.money;
    let total = money.settled.saturating_add(money.reserved).saturating_add(more);
    match money.budget {
        Some(budget) if budget < total => {
            let [total, budget] = [total, budget].map(|micros| crate::prompt::money(micros, &order.currency));
            Err(Error::BudgetExceeded(format!("it would come to {total}, and its budget is {budget}")))
        }
        _ => Ok(()),
    }
}
