//! What became of an item that a worker holds. Each is one transaction, and does nothing once the item is lost.

use atelier_base::{Scope, Timestamp};
use atelier_providers::{Category, Error as Refusal, Fate, Outcome, Ticket};
use atelier_sql::{Sql, Transaction};
use serde_json::{Value, json};
use uuid::Uuid;

use super::log::write;
use super::verdict::{Attempt, Verdict, judge};
use super::{Claimed, Level, NewLog, OrderItemStatus};
use crate::order::{self, Settlement};
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, State, ingest};

/// The longest id of a provider that is kept, in characters.
const MOST_REQUEST_ID: usize = 255;

/// That the worker still holds it.
const HELD: &str = "tenant_id = :tenant AND id = ? AND worker_id = ? \
    AND status IN ('claimed', 'submitted', 'generating')";

fn held(sql: &str, item: &Claimed) -> (Sql, Sql) {
    let held = Sql::new(format!(" WHERE {HELD}")).bind(item.id.uuid()).bind(item.worker.as_str());
    (Sql::new(sql), held)
}

/// Tells live pages of an item.
fn tell(state: &State, item: &Claimed) {
    if let Some(tenant) = item.scope.tenant_id() {
        let change = FactoryChange::of(FactoryChangeKind::Changed, FactoryEntity::OrderItem, item.id);
        state.tell(tenant, change.order(item.order).project(item.project));
    }
}

/// Notes how far it is, and the ticket that it is asked after with. False when it was lost.
pub(crate) async fn mark(
    state: &State,
    item: &Claimed,
    (status, ticket): (OrderItemStatus, Option<&Ticket>),
) -> Result<bool, Error> {
    let (sql, held) =
        held("UPDATE order_items SET status = ?, ticket = ?, provider_request_id = ?, updated_at = ?", item);
    let id = ticket.map(|ticket| ticket.id.chars().take(MOST_REQUEST_ID).collect::<String>());
    let sql = sql.bind(status.name()).bind(ticket.map(|ticket| json!(ticket))).bind(id);
    let sql = sql.bind(state.clock.now()).push(held);
    let is_held = state.db.execute(item.scope, sql).await? > 0;
    if is_held {
        tell(state, item);
    }
    Ok(is_held)
}

/// Ends an item with what was made of it: its products and the item itself, all or nothing. False when it was lost
/// or called off meanwhile; then nothing is kept but what it cost.
pub(crate) async fn complete(
    state: &State,
    item: &Claimed,
    (outcome, files, request): (&Outcome, Vec<ingest::File>, Value),
) -> Result<bool, Error> {
    let (scope, now) = (item.scope, state.clock.now());
    let cost = outcome.cost_micros.unwrap_or(item.reserved_micros).max(0);
    let mut transaction = state.db.begin().await?;
    order::hold(&mut transaction, scope, item.order).await?;
    let (sql, held) = held(
        "UPDATE order_items SET status = 'complete', actual_parameter_set = ?, return_parameter_set = ?, \
         lease_until = NULL, completed_at = ?, updated_at = ?, error_message = NULL, error_category = NULL, \
         settled_cost_micros = coalesce(settled_cost_micros, 0) + ?, reserved_cost_micros = 0",
        item,
    );
    let returned = Value::Object(outcome.returned.clone());
    let sql = sql.bind(request["parameters"].clone()).bind(returned.clone()).bind(now).bind(now).bind(cost);
    if transaction.execute(scope, sql.push(held)).await? == 0 {
        return Ok(false);
    }
    let count = files.len();
    let products = ingest::record(state, &mut transaction, item, files).await?;
    let response = json!({"returned": returned, "cost_micros": outcome.cost_micros, "products": products});
    let message = if count == 1 { "1 file was made".to_owned() } else { format!("{count} files were made") };
    let log = NewLog {
        level: Level::Info,
        message,
        attempt: item.attempt,
        request: Some(request),
        response: Some(response),
    };
    write(&mut transaction, scope, (item.id, log_id(state, now)), log, now).await?;
    let settlement = Settlement { order: item.order, reserved: item.reserved_micros, settled: cost };
    end(state, transaction, item, (settlement, now)).await?;
    for product in products {
        if let Some(tenant) = scope.tenant_id() {
            let change = FactoryChange::of(FactoryChangeKind::Created, FactoryEntity::Product, product);
            state.tell(tenant, change.order(item.order).project(item.project));
        }
    }
    Ok(true)
}

/// An attempt that went wrong.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    /// What the provider said.
    pub(crate) error: Refusal,
    /// Whether sending the request again can't be paid for twice.
    pub(crate) is_free_to_repeat: bool,
    /// What was asked for, if it came so far.
    pub(crate) request: Option<Value>,
}

/// Ends an attempt that went wrong: the item waits for another, or has failed. False when it was lost meanwhile.
pub(crate) async fn fail(state: &State, item: &Claimed, failure: Failure) -> Result<bool, Error> {
    let (scope, now) = (item.scope, state.clock.now());
    let Failure { error, is_free_to_repeat, request } = failure;
    let attempt = Attempt { number: item.attempt, most: item.max_attempts, is_free_to_repeat };
    let chance = f64::from(u32::from_le_bytes(state.randomness.bytes())) / f64::from(u32::MAX);
    let verdict = judge(&error, attempt, chance, now);
    let mut transaction = state.db.begin().await?;
    // Before the order, as whoever claims holds the provider first.
    if let (Category::RateLimited, Verdict::Again(until)) = (error.category, verdict) {
        let sql = "UPDATE providers SET waits_until = ? WHERE tenant_id = :tenant AND id = ?";
        transaction.execute(scope, Sql::new(sql).bind(until).bind(item.provider.as_str())).await?;
    }
    order::hold(&mut transaction, scope, item.order).await?;
    let (sql, settled) = ending(item, &error, verdict, now);
    if transaction.execute(scope, sql).await? == 0 {
        return Ok(false);
    }
    let level = if matches!(verdict, Verdict::Again(_)) { Level::Warning } else { Level::Error };
    let response = json!({
        "category": error.category.name(), "parameter": error.parameter, "fate": fate_name(error.fate),
        "retry_after_ms": error.retry_after.map(|wait| u64::try_from(wait.as_millis()).unwrap_or(u64::MAX)),
    });
    let log =
        NewLog { level, message: error.message, attempt: item.attempt, request, response: Some(response) };
    write(&mut transaction, scope, (item.id, log_id(state, now)), log, now).await?;
    let reserved = if level == Level::Error { item.reserved_micros } else { 0 };
    let settlement = Settlement { order: item.order, reserved, settled };
    end(state, transaction, item, (settlement, now)).await?;
    Ok(true)
}

/// The statement, and what it settles: a request that may have been begun counts as paid for.
fn ending(item: &Claimed, error: &Refusal, verdict: Verdict, now: Timestamp) -> (Sql, i64) {
    let message = error.message.replace('\0', "");
    if let Verdict::Again(at) = verdict {
        // Only with the same key does a provider know that it is the same request.
        let key = if error.fate == Fate::Unknown { "idempotency_key" } else { "NULL" };
        let (sql, held) = held(
            &format!(
                "UPDATE order_items SET status = 'pending', next_attempt_at = ?, lease_until = NULL, worker_id = NULL, \
                 ticket = NULL, provider_request_id = NULL, idempotency_key = {key}, retry_count = retry_count + 1, \
                 error_message = ?, error_category = ?, updated_at = ?"
            ),
            item,
        );
        let sql = sql.bind(at).bind(message).bind(error.category.name()).bind(now);
        return (sql.push(held), 0);
    }
    let category = if let Verdict::Final(category) = verdict { category } else { error.category };
    let settled =
        if error.fate == Fate::Unknown && category == Category::Unknown { item.reserved_micros } else { 0 };
    let (sql, held) = held(
        "UPDATE order_items SET status = 'failed', is_exhausted = ?, lease_until = NULL, completed_at = ?, \
         error_message = ?, error_category = ?, updated_at = ?, reserved_cost_micros = 0, \
         settled_cost_micros = coalesce(settled_cost_micros, 0) + ?",
        item,
    );
    let sql = sql.bind(verdict == Verdict::Exhausted).bind(now).bind(message).bind(category.name()).bind(now);
    (sql.bind(settled).push(held), settled)
}

const fn fate_name(fate: Fate) -> &'static str {
    match fate {
        Fate::NotBegun => "not_begun",
        Fate::Unknown => "unknown",
        Fate::Ended => "ended",
    }
}

fn log_id(state: &State, now: Timestamp) -> Uuid {
    // A UUIDv7, so that logs of a millisecond keep to one another.
    atelier_base::EventId::generate(now, &state.randomness).uuid()
}

/// Settles, derives the order's status, commits and tells.
async fn end(
    state: &State,
    mut transaction: Transaction,
    item: &Claimed,
    (settlement, now): (Settlement, Timestamp),
) -> Result<(), Error> {
    let scope: Scope = item.scope;
    order::settle(&mut transaction, scope, settlement, now).await?;
    let is_new = order::derive(&mut transaction, scope, item.order, now).await?;
    transaction.commit().await?;
    tell(state, item);
    if let (true, Some(tenant)) = (is_new, scope.tenant_id()) {
        let change = FactoryChange::of(FactoryChangeKind::Changed, FactoryEntity::Order, item.order);
        state.tell(tenant, change.order(item.order).project(item.project));
    }
    Ok(())
}
