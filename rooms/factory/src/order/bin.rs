//! Into the bin and out of it.

use atelier_base::{Grant, OrderId};
use atelier_sql::Sql;

use super::{Order, derive, find, find_in, intent};
use crate::permissions::CancelOrder;
use crate::{Error, FactoryChangeKind, State};

/// Puts an order into the bin; what of it was not made is called off. One that is there stays as it is.
///
/// # Errors
/// [`Error::NotFound`], and those of the stores.
pub async fn delete(state: &State, grant: Grant<CancelOrder>, id: OrderId) -> Result<Order, Error> {
    let (scope, now) = (grant.scope(), state.clock.now());
    let mut transaction = state.db.begin().await?;
    let order = find_in(&mut transaction, scope, id).await?;
    if order.deleted_at.is_some() {
        return Ok(order);
    }
    intent::call_off(&mut transaction, scope, id, now).await?;
    let sql = Sql::new(
        "UPDATE orders SET deleted_at = ?, updated_at = ?, version = version + 1 \
         WHERE tenant_id = :tenant AND id = ?",
    );
    transaction.execute(scope, sql.bind(now).bind(now).bind(id.uuid())).await?;
    derive(&mut transaction, scope, id, now).await?;
    transaction.commit().await?;
    intent::note(state, grant, "order.delete", &order, FactoryChangeKind::Deleted).await?;
    find(state, scope, id).await
}

/// Takes an order out of the bin. What was called off stays so until it is retried.
///
/// # Errors
/// [`Error::NotFound`], also when its project is in the bin, and those of the stores.
pub async fn restore(state: &State, grant: Grant<CancelOrder>, id: OrderId) -> Result<Order, Error> {
    let (scope, now) = (grant.scope(), state.clock.now());
    let mut transaction = state.db.begin().await?;
    let order = find_in(&mut transaction, scope, id).await?;
    if order.deleted_at.is_none() {
        return Ok(order);
    }
    let sql = Sql::new(
        "UPDATE orders SET deleted_at = NULL, updated_at = ?, version = version + 1 \
         WHERE tenant_id = :tenant AND id = ?",
    );
    transaction.execute(scope, sql.bind(now).bind(id.uuid())).await?;
    transaction.commit().await?;
    intent::note(state, grant, "order.restore", &order, FactoryChangeKind::Created).await?;
    find(state, scope, id).await
}
