//! What becomes of an item when its provider takes its time, refuses, or is not heard of again.

use std::time::Duration;

use atelier_factory::item::{self, ErrorCategory, OrderItem, OrderItemStatus};
use atelier_factory::order::{self, NewOrder, Order, OrderStatus};
use atelier_factory::permissions::{CancelOrder, PlaceOrder, ReadFactory};
use atelier_factory::{floor as production, work};
use atelier_sql::Sql;
use serde_json::json;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::contract::{Contract, Mood};
use crate::placing::new_order;
use crate::queue::{get, items};
use crate::stage::{Floor, grant, on_both_floors};

on_both_floors! {
    what_is_queued_is_asked_after_and_settled
    patience_is_what_the_provider_asks_for
    refusals_are_final
    nothing_is_paid_for_twice
    a_restart_asks_and_does_not_order_again
    what_is_called_off_is_cancelled_there
}

pub(crate) const PRICE: i64 = 40_000;

pub(crate) async fn place(floor: &Floor, prompt: &str) -> Order {
    let sql = "UPDATE models SET pricing = ? WHERE tenant_id = :tenant AND provider_id = 'replicate'";
    let pricing = json!({"per_image_micros": PRICE, "currency": "USD", "as_of": "2026-11-01"});
    floor.run(Sql::new(sql).bind(pricing)).await;
    let mut new: NewOrder = new_order(prompt);
    new.prompt.provider = "replicate".into();
    new.prompt.model = "black-forest-labs/flux-schnell".into();
    new.prompt.parameters = json!({});
    new.budget = Some(10.0);
    order::place(&floor.state, grant(1, PlaceOrder), new).await.expect("placed")
}

pub(crate) async fn only(floor: &Floor, order: &Order) -> OrderItem {
    items(floor, order.id).await.remove(0)
}

/// Millionths that are reserved and settled.
pub(crate) async fn money(floor: &Floor) -> (i64, i64) {
    let sum = |column: &str| {
        format!(
            "SELECT CAST(coalesce(sum({column}), 0) AS BIGINT) AS n FROM orders WHERE tenant_id = :tenant"
        )
    };
    (floor.number(&sum("reserved_cost_micros")).await, floor.number(&sum("settled_cost_micros")).await)
}

async fn what_is_queued_is_asked_after_and_settled(floor: &Floor) {
    let contract = Contract::start(floor, Mood::Works(1)).await;
    let order = place(floor, "a fox").await;
    assert_eq!(money(floor).await, (PRICE, 0));
    assert_eq!(work::run_dry(floor.state.clone(), 1).await.expect("worked"), 1);
    let item = only(floor, &order).await;
    assert_eq!((item.status, item.provider_request_id.as_deref()), (OrderItemStatus::Complete, Some("p1")));
    assert_eq!((contract.counts(), money(floor).await), ((1, 2, 0), (0, PRICE)));
    let logs = item::logs(&floor.state, grant(1, ReadFactory), item.id).await.expect("logs");
    let request = logs[0].request.as_ref().expect("a request");
    assert_eq!(request["parameters"]["prompt"], "a fox");
    assert!(!format!("{logs:?}").contains("r8_secret"));
}

async fn patience_is_what_the_provider_asks_for(floor: &Floor) {
    let contract = Contract::start(floor, Mood::Refuses(429, Some(17))).await;
    let order = place(floor, "a fox [1..3]").await;
    assert_eq!(work::run_dry(floor.state.clone(), 1).await.expect("worked"), 1);
    let first = only(floor, &order).await;
    let until = floor.clock.now().after(Duration::from_secs(17));
    assert_eq!((first.status, first.next_attempt_at), (OrderItemStatus::Pending, Some(until)));
    assert_eq!(first.error_category, Some(ErrorCategory::RateLimited));
    // The whole lane waits.
    let lanes = production::lanes(&floor.state, grant(1, ReadFactory)).await.expect("lanes");
    let lane = lanes.iter().find(|lane| lane.provider.id == "replicate").expect("a lane");
    assert_eq!((lane.pending, lane.running, lane.waits_until), (3, 0, Some(until)));
    assert_eq!((work::run_dry(floor.state.clone(), 1).await.expect("nothing"), contract.counts().0), (0, 1));
    floor.advance(Duration::from_secs(18));
    contract.mood(Mood::Works(0));
    assert_eq!(work::run_dry(floor.state.clone(), 1).await.expect("worked"), 3);
    assert_eq!(
        (only(floor, &order).await.attempt, get(floor, order.id).await.status),
        (2, OrderStatus::Fulfilled)
    );
    // Attempts are used up.
    contract.mood(Mood::Refuses(503, None));
    let order = place(floor, "an owl").await;
    for _ in 0..4 {
        work::run_dry(floor.state.clone(), 1).await.expect("worked");
        floor.advance(Duration::from_hours(1));
    }
    let item = only(floor, &order).await;
    assert_eq!((item.status, item.attempt, item.is_exhausted), (OrderItemStatus::Failed, 4, true));
    assert_eq!(item::logs(&floor.state, grant(1, ReadFactory), item.id).await.expect("logs").len(), 4);
    assert_eq!(money(floor).await, (0, 3 * PRICE));
}

async fn refusals_are_final(floor: &Floor) {
    let contract = Contract::start(floor, Mood::Refuses(422, None)).await;
    for (mood, category, is_paid) in [
        (Mood::Refuses(422, None), ErrorCategory::Validation, false),
        (Mood::Fails("NSFW content detected. Try running it again"), ErrorCategory::ContentPolicy, false),
        (Mood::SendsRubbish, ErrorCategory::Unknown, true),
    ] {
        contract.mood(mood.clone());
        let before = money(floor).await.1;
        let order = place(floor, "a fox").await;
        work::run_dry(floor.state.clone(), 1).await.expect("worked");
        let item = only(floor, &order).await;
        assert_eq!((item.status, item.error_category), (OrderItemStatus::Failed, Some(category)), "{mood:?}");
        assert_eq!((item.attempt, get(floor, order.id).await.status), (1, OrderStatus::Failed));
        let paid = if is_paid { PRICE } else { 0 };
        assert_eq!(money(floor).await, (0, before + paid), "{mood:?}");
    }
}

async fn nothing_is_paid_for_twice(floor: &Floor) {
    let contract = Contract::start(floor, Mood::HangsUp).await;
    let order = place(floor, "a fox").await;
    work::run_dry(floor.state.clone(), 1).await.expect("worked");
    floor.advance(Duration::from_hours(1));
    work::run_dry(floor.state.clone(), 1).await.expect("nothing");
    let item = only(floor, &order).await;
    assert_eq!((item.status, item.error_category), (OrderItemStatus::Failed, Some(ErrorCategory::Unknown)));
    assert_eq!((contract.counts().0, money(floor).await), (1, (0, PRICE)));
    // A worker that is lost between sending and hearing is the same.
    let order = place(floor, "an owl").await;
    let taken =
        item::claim(&floor.state, crate::stage::scope(1), "replicate", ("lost", 1)).await.expect("claimed");
    assert_eq!(taken[0].order, order.id);
    floor
        .run(Sql::new(
            "UPDATE order_items SET status = 'submitted' WHERE tenant_id = :tenant AND worker_id = 'lost'",
        ))
        .await;
    floor.advance(Duration::from_mins(2));
    work::run_dry(floor.state.clone(), 1).await.expect("nothing");
    assert_eq!(only(floor, &order).await.error_category, Some(ErrorCategory::Unknown));
    assert_eq!(contract.counts().0, 1);
}

pub(crate) async fn until(contract: &Contract, polled: u32) {
    while contract.counts().1 < polled {
        tokio::task::yield_now().await;
    }
}

async fn a_restart_asks_and_does_not_order_again(floor: &Floor) {
    let contract = Contract::start(floor, Mood::Stalls).await;
    let order = place(floor, "a fox").await;
    let (stop, mut workers) = (CancellationToken::new(), JoinSet::new());
    workers.spawn(work::run(floor.state.clone(), 2, stop.clone()));
    until(&contract, 1).await;
    stop.cancel();
    workers.join_all().await;
    assert_eq!(only(floor, &order).await.status, OrderItemStatus::Generating);
    contract.mood(Mood::Works(0));
    let neighbour = floor.neighbour().await;
    assert_eq!(work::run_dry(neighbour.clone(), 1).await.expect("worked"), 1);
    let item = only(floor, &order).await;
    assert_eq!((item.status, item.attempt, contract.counts().0), (OrderItemStatus::Complete, 1, 1));
    neighbour.db.close().await;
}

async fn what_is_called_off_is_cancelled_there(floor: &Floor) {
    let contract = Contract::start(floor, Mood::Stalls).await;
    let order = place(floor, "a fox").await;
    let (stop, mut workers) = (CancellationToken::new(), JoinSet::new());
    workers.spawn(work::run(floor.state.clone(), 2, stop.clone()));
    until(&contract, 1).await;
    order::cancel(&floor.state, grant(1, CancelOrder), order.id).await.expect("called off");
    floor.advance(Duration::from_secs(30));
    while contract.counts().2 == 0 {
        tokio::task::yield_now().await;
    }
    stop.cancel();
    workers.join_all().await;
    assert_eq!(only(floor, &order).await.status, OrderItemStatus::Cancelled);
    // It may be charged for.
    assert_eq!((get(floor, order.id).await.status, money(floor).await), (OrderStatus::Cancelled, (0, PRICE)));
}
