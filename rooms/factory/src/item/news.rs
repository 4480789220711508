//! What was heard of an item, until the worker that has it was told.

use atelier_base::{OrderItemId, Scope};
use atelier_providers::webhook::Verified;
use atelier_sql::Sql;
use uuid::Uuid;

use super::outcome::MOST_REQUEST_ID;
use crate::{Error, State};

/// Notes that a provider has something to say of a request. False when that is nothing new: it was heard before, the
/// item has ended, or there is none. An item whose request is still on its way is asked after as soon as it is known.
pub(crate) async fn note_news(
    state: &State,
    scope: Scope,
    provider: &str,
    news: &Verified,
) -> Result<bool, Error> {
    let cut = |text: &str| text.chars().take(MOST_REQUEST_ID).collect::<String>();
    let (request, delivery) = (cut(&news.request_id), cut(&news.delivery_id));
    let sql = Sql::new(
        "UPDATE order_items SET heard_of = ?, heard_at = ? WHERE tenant_id = :tenant AND provider = ? \
         AND provider_request_id = ? AND status IN ('submitted', 'generating') \
         AND heard_of IS DISTINCT FROM ?",
    );
    let sql = sql.bind(delivery.as_str()).bind(state.clock.now()).bind(provider).bind(request);
    Ok(state.db.execute(scope, sql.bind(delivery)).await? > 0)
}

/// The items of a worker of which there are news that it was not told. Each is given once.
pub(crate) async fn take_news(state: &State, worker: &str) -> Result<Vec<OrderItemId>, Error> {
    // Of every tenant at once; whose they are was settled when they were claimed.
    let scope = Scope::directory();
    let sql = "SELECT id FROM order_items WHERE worker_id = ? AND heard_at IS NOT NULL LIMIT 1";
    if state.db.fetch_optional(scope, Sql::new(sql).bind(worker)).await?.is_none() {
        return Ok(Vec::new());
    }
    let sql =
        "UPDATE order_items SET heard_at = NULL WHERE worker_id = ? AND heard_at IS NOT NULL RETURNING id";
    let mut transaction = state.db.begin().await?;
    let rows = transaction.fetch_all(scope, Sql::new(sql).bind(worker)).await?;
    transaction.commit().await?;
    rows.iter().map(|row| Ok(OrderItemId::from_uuid(row.get::<Uuid>("id")?))).collect()
}
