//! The status that follows from the items.

use atelier_base::{OrderId, Scope, Timestamp};
use atelier_sql::{Dialect, Sql, Transaction};

use super::{COLUMNS, Order};
use crate::{Error, State};

/// What the status is, by what is stored. Items that are not done are found in two small indexes.
const DERIVED: &str = "CASE
    WHEN EXISTS (SELECT 1 FROM order_items AS running WHERE running.tenant_id = orders.tenant_id
        AND running.provider = orders.provider AND running.order_id = orders.id
        AND running.status IN ('claimed', 'submitted', 'generating'))
    THEN CASE WHEN paused_at IS NOT NULL THEN 'paused' ELSE 'processing' END
    WHEN EXISTS (SELECT 1 FROM order_items AS waiting WHERE waiting.order_id = orders.id AND waiting.status = 'pending')
    THEN CASE WHEN paused_at IS NOT NULL THEN 'paused'
        WHEN completed_count > 0 OR failed_count > 0 THEN 'processing' ELSE 'pending' END
    WHEN expanded_count = completed_count AND expanded_count > 0 THEN 'fulfilled'
    WHEN cancelled_at IS NOT NULL THEN 'cancelled'
    WHEN completed_count > 0 THEN 'partially_fulfilled'
    WHEN failed_count > 0 THEN 'failed'
    ELSE 'cancelled' END";

/// Brings the status of an order up to date with its items, in the transaction that changed them. Returns whether
/// it changed.
pub(crate) async fn derive(
    transaction: &mut Transaction,
    scope: Scope,
    id: OrderId,
    now: Timestamp,
) -> Result<bool, Error> {
    let sql = Sql::new(format!(
        "UPDATE orders SET status = {DERIVED}, version = version + 1, updated_at = ? \
         WHERE tenant_id = :tenant AND id = ? AND status <> 'draft' AND status <> {DERIVED}"
    ));
    Ok(transaction.execute(scope, sql.bind(now).bind(id.uuid())).await? > 0)
}

/// The order of that id, in the bin or not.
///
/// # Errors
/// [`Error::NotFound`], and those of the store.
pub(crate) async fn find(state: &State, scope: Scope, id: OrderId) -> Result<Order, Error> {
    let row = state.db.fetch_optional(scope, one(id)).await?;
    Order::read(&row.ok_or_else(|| Error::missing("order", id))?)
}

/// Holds an order until the transaction ends. Whoever changes items holds their order first, so that no two wait for
/// each other. SQLite has one writer anyway.
pub(crate) async fn hold(transaction: &mut Transaction, scope: Scope, id: OrderId) -> Result<(), Error> {
    if transaction.dialect() == Dialect::Postgres {
        let sql = Sql::new("SELECT id FROM orders WHERE tenant_id = :tenant AND id = ? FOR UPDATE");
        transaction.fetch_all(scope, sql.bind(id.uuid())).await?;
    }
    Ok(())
}

/// The order of that id within a transaction, which holds it until it ends.
pub(crate) async fn find_in(
    transaction: &mut Transaction,
    scope: Scope,
    id: OrderId,
) -> Result<Order, Error> {
    let lock = transaction.dialect().choose("", " FOR UPDATE");
    let row = transaction.fetch_optional(scope, one(id).push(lock)).await?;
    Order::read(&row.ok_or_else(|| Error::missing("order", id))?)
}

fn one(id: OrderId) -> Sql {
    Sql::new(format!("SELECT {COLUMNS} FROM orders WHERE tenant_id = :tenant AND id = ?")).bind(id.uuid())
}
