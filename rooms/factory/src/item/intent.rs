//! What people want of one item: to call it off, or to try it again.

use atelier_base::{Grant, OrderId, OrderItemId, Scope};
use atelier_sql::Sql;

use super::list::find;
use super::{OrderItem, OrderItemStatus};
use crate::order::{self, Settlement};
use crate::permissions::{CancelOrder, PlaceOrder};
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, State};

/// Calls an item off. One that has ended stays as it is.
///
/// # Errors
/// [`Error::NotFound`], and those of the stores.
pub async fn cancel(state: &State, grant: Grant<CancelOrder>, id: OrderItemId) -> Result<OrderItem, Error> {
    let (scope, now) = (grant.scope(), state.clock.now());
    let order = find(state, scope, id).await?.order_id;
    let mut transaction = state.db.begin().await?;
    order::hold(&mut transaction, scope, order).await?;
    let sql = "SELECT status, reserved_cost_micros FROM order_items WHERE tenant_id = :tenant AND id = ?";
    let lock = transaction.dialect().choose("", " FOR UPDATE");
    let row = transaction.fetch_optional(scope, Sql::new(sql).bind(id.uuid()).push(lock)).await?;
    let row = row.ok_or_else(|| Error::missing("item", id))?;
    let reserved: i64 = row.get("reserved_cost_micros")?;
    let is_begun = row.get::<String>("status")? != OrderItemStatus::Pending.name();
    let this = Sql::new(" AND id = ?").bind(id.uuid());
    if order::call_off_items(&mut transaction, scope, this, now).await? > 0 {
        // What is under way may be charged, and counts as spent.
        let settled = if is_begun { reserved } else { 0 };
        order::settle(&mut transaction, scope, Settlement { order, reserved, settled }, now).await?;
        order::derive(&mut transaction, scope, order, now).await?;
        transaction.commit().await?;
        note(state, grant, "order.cancel_item", (order, id)).await?;
        state.bell.notify_one();
    }
    find(state, scope, id).await
}

/// Tries an item again that failed or was called off, with all its attempts. Another one stays as it is.
///
/// # Errors
/// [`Error::NotFound`], [`Error::BudgetExceeded`], and those of the stores.
pub async fn retry(state: &State, grant: Grant<PlaceOrder>, id: OrderItemId) -> Result<OrderItem, Error> {
    let (scope, now): (Scope, _) = (grant.scope(), state.clock.now());
    let order = find(state, scope, id).await?.order_id;
    let mut transaction = state.db.begin().await?;
    let held = order::find_in(&mut transaction, scope, order).await?;
    if held.deleted_at.is_some() {
        return Err(Error::missing("order", order));
    }
    let this = Sql::new(" AND id = ? AND status IN ('failed', 'cancelled')").bind(id.uuid());
    if order::try_again(&mut transaction, scope, (&held, this), now).await? > 0 {
        order::derive(&mut transaction, scope, order, now).await?;
        transaction.commit().await?;
        note(state, grant, "order.retry_item", (order, id)).await?;
        state.bell.notify_one();
    }
    find(state, scope, id).await
}

async fn note<A>(
    state: &State,
    grant: Grant<A>,
    action: &'static str,
    (order, item): (OrderId, OrderItemId),
) -> Result<(), Error> {
    state.record(grant, action, item).await?;
    let change = FactoryChange::of(FactoryChangeKind::Changed, FactoryEntity::OrderItem, item);
    state.tell(grant.tenant(), change.order(order));
    state.tell(
        grant.tenant(),
        FactoryChange::of(FactoryChangeKind::Changed, FactoryEntity::Order, order).order(order),
    );
    Ok(())
}
