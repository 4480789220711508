//! Items: what an order was expanded into, one image each. They are the queue that workers take from.

use atelier_base::{OrderId, OrderItemId, Randomness, Scope, Timestamp};
use atelier_sql::{Bulk, Error, Transaction, ValueKind};
use serde_json::Value;

/// What the items of an order have in common.
#[derive(Clone, Copy, Debug)]
pub struct Lot<'a> {
    /// The order.
    pub order: OrderId,
    /// The id of its provider: each has a lane of its own.
    pub provider: &'a str,
    /// Items of a higher one are served first.
    pub priority: i32,
    /// How often an item is tried, the first time included; 1 or more.
    pub max_attempts: u32,
    /// The number of the first item within the order; the others follow.
    pub first: u32,
}

const ITEMS: Bulk = Bulk {
    table: "order_items",
    columns: &[
        ("id", ValueKind::Uuid),
        ("order_id", ValueKind::Uuid),
        ("sequence_number", ValueKind::Int),
        ("generation_parameter_set", ValueKind::Json),
        ("provider", ValueKind::Text),
        ("priority", ValueKind::Int),
        ("max_attempts", ValueKind::Int),
        ("created_at", ValueKind::Int),
        ("updated_at", ValueKind::Int),
    ],
};

/// Lays down an item for each set of parameters, in their order; the order's counts follow. The sets may come
/// from an expansion that goes on: few of them are held at a time. Returns how many there were.
///
/// # Errors
/// [`Error::Referenced`] when there is no such order, [`Error::Exists`] when a number is taken, and those of a
/// statement.
pub async fn insert(
    transaction: &mut Transaction,
    scope: Scope,
    lot: Lot<'_>,
    (now, randomness): (Timestamp, &Randomness),
    parameters: impl IntoIterator<Item = Value>,
) -> Result<u64, Error> {
    let rows = (i64::from(lot.first)..).zip(parameters).map(|(number, parameters)| {
        vec![
            OrderItemId::generate(now, randomness).uuid().into(),
            lot.order.uuid().into(),
            number.into(),
            parameters.into(),
            lot.provider.into(),
            lot.priority.into(),
            lot.max_attempts.into(),
            now.into(),
            now.into(),
        ]
    });
    transaction.insert(scope, ITEMS, rows).await
}
