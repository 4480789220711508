//! What became of an item that a worker holds. Each is one transaction, and does nothing once the item is lost.

use std::time::Duration;

use atelier_base::{Scope, Timestamp};
use atelier_providers::{Category, Error as Refusal, Fate, Ticket};
use atelier_sql::{Sql, Transaction};
use serde_json::{Value, json};

use super::log::write;
use super::verdict::{Attempt, Verdict, judge};
use super::{Claimed, Level, NewLog, OrderItemStatus};
use crate::order::{self, Settlement};
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, State};

/// How long nothing is sent to a provider that took nobody's request, unless somebody changes something before.
const HELD_BACK: Duration = Duration::from_mins(10);

/// Of why a lane waits so many characters are kept.
const MOST_REASON: usize = 500;

/// The longest id of a provider that is kept, in characters.
pub(super) const MOST_REQUEST_ID: usize = 255;

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
    // Before the order, as whoever claims holds the provider first. Where nobody answers, others would meet the same.
    let is_of_the_lane = match error.category {
        Category::RateLimited => true,
        Category::Network => error.fate == Fate::NotBegun,
        _ => false,
    };
    if let (true, Verdict::Again(until)) = (is_of_the_lane, verdict) {
        lane_waits(&mut transaction, item, (until, &error.message)).await?;
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
    write(state, &mut transaction, scope, vec![(item.id, log)], now).await?;
    let reserved = if level == Level::Error { item.reserved_micros } else { 0 };
    let settlement = Settlement { order: item.order, reserved, settled };
    end(state, transaction, item, (settlement, now)).await?;
    Ok(true)
}

/// Begins nothing of the provider before that instant.
async fn lane_waits(
    transaction: &mut Transaction,
    item: &Claimed,
    (until, because): (Timestamp, &str),
) -> Result<(), Error> {
    let sql = Sql::new(
        "UPDATE providers SET waits_until = ?, waits_because = ? WHERE tenant_id = :tenant AND id = ? \
         AND (waits_until IS NULL OR waits_until < ?)",
    );
    let because: String = because.replace('\0', "").chars().take(MOST_REASON).collect();
    let sql = sql.bind(until).bind(because).bind(item.provider.as_str()).bind(until);
    transaction.execute(item.scope, sql).await?;
    Ok(())
}

/// Lets an item wait with its whole lane, since its provider would refuse any other, too: the key or the credit is at
/// fault, and not the item, so that no attempt is used up. One that was begun there is asked after later. What was
/// changed at the provider lets them go on at once (`provider/go_on.rs`). False when the item was lost meanwhile.
pub(crate) async fn hold_back(
    state: &State,
    item: &Claimed,
    error: Refusal,
    is_begun: bool,
) -> Result<bool, Error> {
    let (scope, now) = (item.scope, state.clock.now());
    let until = now.after(error.retry_after.unwrap_or(HELD_BACK).max(HELD_BACK));
    let said = error.message.replace('\0', "");
    let message = format!(
        "{}. Nothing more is sent to this provider until its key is changed or checked, or it is tried again in ten \
         minutes; no attempt is used up",
        said.trim_end_matches('.')
    );
    let mut transaction = state.db.begin().await?;
    lane_waits(&mut transaction, item, (until, &message)).await?;
    order::hold(&mut transaction, scope, item.order).await?;
    let (sql, held) = if is_begun {
        let text = "UPDATE order_items SET lease_until = ?, worker_id = NULL";
        let (sql, held) = held(text, item);
        (sql.bind(until), held)
    } else {
        let text = "UPDATE order_items SET status = 'pending', attempt = attempt - 1, next_attempt_at = ?, \
            lease_until = NULL, worker_id = NULL, idempotency_key = NULL";
        let (sql, held) = held(text, item);
        (sql.bind(now), held)
    };
    let sql = sql.push(", error_message = ?, error_category = ?, updated_at = ?");
    let sql = sql.bind(message.as_str()).bind(Category::Authentication.name()).bind(now);
    if transaction.execute(scope, sql.push(held)).await? == 0 {
        return Ok(false);
    }
    let log = NewLog { level: Level::Warning, message, attempt: item.attempt, request: None, response: None };
    write(state, &mut transaction, scope, vec![(item.id, log)], now).await?;
    let nothing = Settlement { order: item.order, reserved: 0, settled: 0 };
    end(state, transaction, item, (nothing, now)).await?;
    Ok(true)
}

/// Settles an item that was called off with what it did cost, in place of what was counted then. Nothing happens to
/// one that was not called off, or that somebody else has.
pub(crate) async fn settle_cancelled(state: &State, item: &Claimed, cost: i64) -> Result<(), Error> {
    let (scope, now, cost) = (item.scope, state.clock.now(), cost.max(0));
    let mut transaction = state.db.begin().await?;
    order::hold(&mut transaction, scope, item.order).await?;
    let sql = Sql::new(
        "UPDATE order_items SET settled_cost_micros = settled_cost_micros + ?, worker_id = NULL, updated_at = ? \
         WHERE tenant_id = :tenant AND id = ? AND worker_id = ? AND status = 'cancelled' \
         AND settled_cost_micros >= ?",
    );
    let differs = cost - item.reserved_micros;
    let sql = sql.bind(differs).bind(now).bind(item.id.uuid()).bind(item.worker.as_str());
    if transaction.execute(scope, sql.bind(item.reserved_micros)).await? == 0 {
        return Ok(());
    }
    let settlement = Settlement { order: item.order, reserved: 0, settled: differs };
    end(state, transaction, item, (settlement, now)).await
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
    let is_open = error.fate == Fate::Unknown && category == Category::Unknown;
    let settled = if is_open || error.is_charged { item.reserved_micros } else { 0 };
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

/// Settles, derives the order's status, commits and tells.
async fn end(
    state: &State,
    transaction: Transaction,
    item: &Claimed,
    (settlement, now): (Settlement, Timestamp),
) -> Result<(), Error> {
    end_all(state, transaction, &[item], (settlement, now)).await
}

/// The same for items of one order, with what they settle together.
pub(super) async fn end_all(
    state: &State,
    mut transaction: Transaction,
    items: &[&Claimed],
    (settlement, now): (Settlement, Timestamp),
) -> Result<(), Error> {
    let Some(item) = items.first() else { return Ok(()) };
    let scope: Scope = item.scope;
    order::settle(&mut transaction, scope, settlement, now).await?;
    let is_new = order::derive(&mut transaction, scope, item.order, now).await?;
    transaction.commit().await?;
    for item in items {
        tell(state, item);
    }
    if let (true, Some(tenant)) = (is_new, scope.tenant_id()) {
        let change = FactoryChange::of(FactoryChangeKind::Changed, FactoryEntity::Order, item.order);
        state.tell(tenant, change.order(item.order).project(item.project));
    }
    Ok(())
}
