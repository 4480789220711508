//! Items as a queue: who takes which, how many, and what becomes of those that were taken.

use std::collections::BTreeSet;
use std::time::Duration;

use atelier_base::{OrderId, PageRequest};
use atelier_factory::item::{self, Claimed, OrderItem, OrderItemStatus};
use atelier_factory::order::{self, NewOrder, Order, OrderStatus};
use atelier_factory::permissions::{CancelOrder, PlaceOrder, ReadFactory};
use atelier_factory::{Error, work};
use atelier_sql::Sql;

use crate::placing::new_order;
use crate::stage::{Floor, grant, on_both_floors, scope};

on_both_floors! {
    two_workers_take_different_items
    limits_are_counted_from_rows
    the_urgent_come_first_and_the_paused_wait
    a_lost_worker_leaves_nothing_undone
    intents_and_statuses
    the_bin_calls_off
}

pub(crate) async fn place(floor: &Floor, prompt: &str, priority: i32) -> Order {
    let new = NewOrder { priority, ..new_order(prompt) };
    order::place(&floor.state, grant(1, PlaceOrder), new).await.expect("placed")
}

pub(crate) async fn get(floor: &Floor, id: OrderId) -> Order {
    order::get(&floor.state, grant(1, ReadFactory), id).await.expect("there")
}

pub(crate) async fn items(floor: &Floor, id: OrderId) -> Vec<OrderItem> {
    let page = item::list(&floor.state, grant(1, ReadFactory), (id, None), PageRequest::first(200)).await;
    page.expect("items").into_nodes().collect()
}

/// Takes up to so many items of the studio.
async fn claim(floor: &Floor, want: u32) -> Vec<Claimed> {
    item::claim(&floor.state, scope(1), "studio", ("one", want)).await.expect("claimed")
}

async fn limit(floor: &Floor, at_once: Option<i64>, a_minute: Option<i64>) {
    let sql = "UPDATE providers SET concurrent_limit = ?, rate_limit_requests = ? WHERE tenant_id = :tenant";
    floor.run(Sql::new(sql).bind(at_once).bind(a_minute)).await;
}

async fn two_workers_take_different_items(floor: &Floor) {
    place(floor, "[1..60]", 0).await;
    limit(floor, None, None).await;
    let neighbour = floor.neighbour().await;
    let mut seen = BTreeSet::new();
    for _ in 0..20 {
        let both = [(&floor.state, "one"), (&neighbour, "two")]
            .map(|(state, name)| item::claim(state, scope(1), "studio", (name, 2)));
        for taken in futures_util::future::join_all(both).await {
            for item in taken.expect("claimed") {
                assert!(seen.insert(item.id), "{} was taken twice", item.id);
            }
        }
    }
    while seen.len() < 60 {
        let more = claim(floor, 7).await;
        assert!(!more.is_empty());
        seen.extend(more.into_iter().map(|item| item.id));
    }
    assert_eq!((seen.len(), claim(floor, 7).await.len()), (60, 0));
    neighbour.db.close().await;
}

async fn limits_are_counted_from_rows(floor: &Floor) {
    place(floor, "[1..20]", 0).await;
    limit(floor, Some(3), None).await;
    assert_eq!((claim(floor, 10).await.len(), claim(floor, 10).await.len()), (3, 0));
    limit(floor, Some(5), None).await;
    assert_eq!(claim(floor, 10).await.len(), 2);
    limit(floor, None, Some(7)).await;
    assert_eq!((claim(floor, 10).await.len(), claim(floor, 10).await.len()), (2, 0));
    floor.advance(Duration::from_secs(61));
    assert_eq!(claim(floor, 10).await.len(), 7);
    // Another tenant has limits of its own.
    let theirs = order::place(&floor.state, grant(2, PlaceOrder), new_order("[1..4]")).await.expect("placed");
    let taken = item::claim(&floor.state, scope(2), "studio", ("one", 9)).await.expect("claimed");
    assert_eq!(taken.len(), 2);
    assert!(taken.iter().all(|item| item.order == theirs.id));
    floor.run(Sql::new("UPDATE providers SET is_enabled = FALSE WHERE tenant_id = :tenant")).await;
    floor.advance(Duration::from_secs(61));
    assert!(claim(floor, 10).await.is_empty());
}

async fn the_urgent_come_first_and_the_paused_wait(floor: &Floor) {
    limit(floor, None, None).await;
    let slow = place(floor, "slow [1..3]", 0).await;
    floor.advance(Duration::from_secs(1));
    let fast = place(floor, "fast [1..3]", 5).await;
    let orders = |taken: &[Claimed]| taken.iter().map(|item| item.order).collect::<Vec<_>>();
    assert_eq!(orders(&claim(floor, 2).await), [fast.id; 2]);
    order::set_priority(&floor.state, grant(1, PlaceOrder), slow.id, 9).await.expect("changed");
    let taken = claim(floor, 2).await;
    assert_eq!(orders(&taken), [slow.id; 2]);
    assert_eq!([taken[0].sequence_number, taken[1].sequence_number], [0, 1]);
    let page =
        item::queue(&floor.state, grant(1, ReadFactory), None, PageRequest::first(4)).await.expect("a page");
    assert!(page.has_next);
    let rest = PageRequest { limit: 9, after: page.end().cloned() };
    let rest = item::queue(&floor.state, grant(1, ReadFactory), Some("studio".to_owned()), rest).await;
    let rest: Vec<_> = rest.expect("a page").into_nodes().map(|item| item.order_id).collect();
    assert_eq!(rest, [slow.id, fast.id]);
    let paused = order::pause(&floor.state, grant(1, CancelOrder), slow.id).await.expect("paused");
    assert_eq!(paused.status, OrderStatus::Paused);
    assert_eq!(orders(&claim(floor, 9).await), [fast.id]);
    let resumed = order::resume(&floor.state, grant(1, PlaceOrder), slow.id).await.expect("resumed");
    assert_eq!(resumed.status, OrderStatus::Processing);
    assert_eq!(orders(&claim(floor, 9).await), [slow.id]);
}

async fn a_lost_worker_leaves_nothing_undone(floor: &Floor) {
    let order = place(floor, "a fox", 0).await;
    for attempt in 1..=4 {
        let taken = claim(floor, 1).await;
        assert_eq!((taken[0].attempt, claim(floor, 1).await.len()), (attempt, 0));
        assert_eq!(item::reap(&floor.state).await.expect("looked"), 0);
        floor.advance(item::LEASE + Duration::from_secs(1));
        assert_eq!(item::reap(&floor.state).await.expect("looked"), 1);
    }
    let (order, item) = (get(floor, order.id).await, items(floor, order.id).await.remove(0));
    assert_eq!((order.status, order.failed_count), (OrderStatus::Failed, 1));
    assert!(item.is_exhausted && claim(floor, 1).await.is_empty());
    item::retry(&floor.state, grant(1, PlaceOrder), item.id).await.expect("again");
    assert_eq!(work::run_dry(floor.state.clone(), 1).await.expect("worked"), 1);
    assert_eq!(get(floor, order.id).await.status, OrderStatus::Fulfilled);
}

async fn intents_and_statuses(floor: &Floor) {
    let status = async |id| get(floor, id).await.status;
    let order = place(floor, "a fox [1..4]", 0).await;
    limit(floor, None, None).await;
    let ids: Vec<_> = items(floor, order.id).await.into_iter().map(|item| item.id).collect();
    item::cancel(&floor.state, grant(1, CancelOrder), ids[3]).await.expect("called off");
    assert_eq!(status(order.id).await, OrderStatus::Pending);
    claim(floor, 1).await;
    assert_eq!(status(order.id).await, OrderStatus::Processing);
    floor.advance(Duration::from_mins(5));
    assert_eq!(work::run_dry(floor.state.clone(), 2).await.expect("worked"), 3);
    assert_eq!(status(order.id).await, OrderStatus::PartiallyFulfilled);
    let ended = order::pause(&floor.state, grant(1, CancelOrder), order.id).await;
    assert!(matches!(ended, Err(Error::OrderEnded)), "{ended:?}");
    assert!(matches!(
        order::cancel(&floor.state, grant(1, CancelOrder), order.id).await,
        Err(Error::OrderEnded)
    ));
    let again = order::retry(&floor.state, grant(1, PlaceOrder), order.id).await.expect("again");
    assert_eq!(again.status, OrderStatus::Processing);
    work::run_dry(floor.state.clone(), 2).await.expect("worked");
    assert_eq!(status(order.id).await, OrderStatus::Fulfilled);
    // Called off while one is under way: what the worker then brings is not kept.
    let order = place(floor, "an owl [1..3]", 0).await;
    claim(floor, 1).await;
    let cancelled = order::cancel(&floor.state, grant(1, CancelOrder), order.id).await.expect("called off");
    assert_eq!((cancelled.status, cancelled.completed_count), (OrderStatus::Cancelled, 0));
    assert!(items(floor, order.id).await.iter().all(|item| item.status == OrderItemStatus::Cancelled));
    assert!(claim(floor, 9).await.is_empty());
    place(floor, "a hare", 0).await;
    place(floor, "a heron", 0).await;
    assert_eq!(order::cancel_all(&floor.state, grant(1, CancelOrder)).await.expect("all"), 2);
    assert_eq!(work::run_dry(floor.state.clone(), 2).await.expect("nothing"), 0);
}

async fn the_bin_calls_off(floor: &Floor) {
    let order = place(floor, "a fox [1..2]", 0).await;
    let gone = order::delete(&floor.state, grant(1, CancelOrder), order.id).await.expect("deleted");
    assert!(gone.deleted_at.is_some() && gone.status == OrderStatus::Cancelled);
    assert!(claim(floor, 9).await.is_empty());
    let retried = order::retry(&floor.state, grant(1, PlaceOrder), order.id).await;
    assert!(matches!(retried, Err(Error::NotFound { .. })), "{retried:?}");
    let back = order::restore(&floor.state, grant(1, CancelOrder), order.id).await.expect("back");
    assert_eq!((back.deleted_at, back.status), (None, OrderStatus::Cancelled));
    order::retry(&floor.state, grant(1, PlaceOrder), order.id).await.expect("again");
    assert_eq!(claim(floor, 9).await.len(), 2);
}
