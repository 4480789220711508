//! Items that were made, with what was made of them. Those of an order go into the tables together: a transaction takes
//! hardly longer for many than for one.

use std::collections::BTreeSet;
use std::sync::Arc;

use atelier_base::{ProductId, Scope, Timestamp};
use atelier_providers::Outcome;
use atelier_sql::{Sql, Transaction};
use serde_json::{Value, json};
use uuid::Uuid;

use super::log::write;
use super::outcome::end_all;
use super::{Claimed, Level, NewLog};
use crate::order::{self, Settlement};
use crate::product::remove_files;
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, State, ingest};

/// An item that was made.
pub(crate) struct Made {
    pub(crate) item: Arc<Claimed>,
    pub(crate) outcome: Arc<Outcome>,
    /// Its files, which wait for their rows.
    pub(crate) batch: Arc<ingest::Batch>,
    /// What was asked for, as it is logged.
    pub(crate) request: Value,
}

impl Made {
    /// Millionths.
    fn cost(&self) -> i64 {
        self.outcome.cost_micros.unwrap_or(self.item.reserved_micros).max(0)
    }

    fn log(&self, products: &[ProductId]) -> NewLog {
        let Self { item, outcome, batch, request } = self;
        NewLog {
            level: if batch.damaged.is_empty() { Level::Info } else { Level::Warning },
            message: batch.said(),
            attempt: item.attempt,
            request: Some(request.clone()),
            response: Some(json!({
                "returned": outcome.returned, "cost_micros": outcome.cost_micros, "products": products,
            })),
        }
    }
}

/// Ends items of one order: their products and the items themselves, all or nothing. Says of each whether it was kept:
/// of one that was lost or called off meanwhile nothing is.
///
/// # Errors
/// Those of the stores; then nothing was kept of any. For more than one it says nothing of the others.
pub(crate) async fn complete(state: &State, made: &[&Made]) -> Result<Vec<bool>, Error> {
    let Some(first) = made.first().map(|made| &made.item) else { return Ok(Vec::new()) };
    let (scope, now) = (first.scope, state.clock.now());
    let mut transaction = state.db.begin().await?;
    order::hold(&mut transaction, scope, first.order).await?;
    let held = note(&mut transaction, scope, made, now).await?;
    let is_kept: Vec<bool> = made.iter().map(|made| held.contains(&made.item.id.uuid())).collect();
    let kept: Vec<&Made> = made.iter().zip(&is_kept).filter(|(_, is)| **is).map(|(made, _)| *made).collect();
    if kept.is_empty() {
        transaction.roll_back().await?;
        return Ok(is_kept);
    }
    let recorded = ingest::record(state, &mut transaction, &kept, now).await?;
    let logs = kept.iter().zip(&recorded.products).map(|(made, products)| (made.item.id, made.log(products)));
    write(state, &mut transaction, scope, logs.collect(), now).await?;
    let settlement = Settlement {
        order: first.order,
        reserved: kept.iter().map(|made| made.item.reserved_micros).sum(),
        settled: kept.iter().map(|made| made.cost()).sum(),
    };
    let items: Vec<&Claimed> = kept.iter().map(|made| &*made.item).collect();
    end_all(state, transaction, &items, (settlement, now)).await?;
    for product in recorded.products.iter().flatten() {
        if let Some(tenant) = scope.tenant_id() {
            let change = FactoryChange::of(FactoryChangeKind::Created, FactoryEntity::Product, *product);
            state.tell(tenant, change.order(first.order).project(first.project));
        }
    }
    for place in recorded.spare {
        if let Err(error) = remove_files(state, scope, &place.all()).await {
            tracing::warn!(%error, "a file that nobody needs is left behind; the sweep removes it");
        }
    }
    Ok(is_kept)
}

/// Marks those as complete that are still held; their ids.
async fn note(
    transaction: &mut Transaction,
    scope: Scope,
    made: &[&Made],
    now: Timestamp,
) -> Result<BTreeSet<Uuid>, Error> {
    let given: Vec<Value> = made
        .iter()
        .map(|made| {
            json!({
                "id": made.item.id.uuid(), "worker": made.item.worker, "cost": made.cost(),
                "actual": made.request["parameters"], "returned": made.outcome.returned,
            })
        })
        .collect();
    let given_as = transaction.dialect().choose(
        "SELECT value ->> '$.id' AS item, value ->> '$.worker' AS worker, value ->> '$.cost' AS cost, \
         value -> '$.actual' AS actual, value -> '$.returned' AS returned FROM json_each(?)",
        "SELECT (value ->> 'id')::uuid AS item, value ->> 'worker' AS worker, (value ->> 'cost')::bigint AS cost, \
         value -> 'actual' AS actual, value -> 'returned' AS returned FROM jsonb_array_elements(?) AS listed(value)",
    );
    let sql = Sql::new(
        "UPDATE order_items SET status = 'complete', actual_parameter_set = given.actual, \
         return_parameter_set = given.returned, lease_until = NULL, completed_at = ?, updated_at = ?, \
         error_message = NULL, error_category = NULL, reserved_cost_micros = 0, \
         settled_cost_micros = coalesce(settled_cost_micros, 0) + given.cost FROM (",
    );
    let sql = sql.bind(now).bind(now).push(given_as).push(Sql::new("").bind(Value::Array(given))).push(
        ") AS given WHERE tenant_id = :tenant AND id = given.item AND worker_id = given.worker \
         AND status IN ('claimed', 'submitted', 'generating') RETURNING id",
    );
    let rows = transaction.fetch_all(scope, sql).await?;
    rows.iter().map(|row| Ok(row.get::<Uuid>("id")?)).collect()
}
