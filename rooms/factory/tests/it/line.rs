//! The line by hand, and lanes that stand still.

use std::time::Duration;

use atelier_base::{OrderId, PageRequest};
use atelier_factory::floor::{self, Lane};
use atelier_factory::order::{self, Goal, Order, OrderStatus};
use atelier_factory::permissions::{CancelOrder, PauseFloor, PlaceOrder, ReadFactory};
use atelier_factory::{Error, Outcome, item};
use atelier_sql::Sql;

use crate::queue::{get, place};
use crate::stage::{Floor, grant, on_both_floors, scope};

on_both_floors! {
    orders_stand_where_they_are_put
    what_changed_meanwhile_is_said
    workers_serve_the_line
    a_lane_stands_still
}

/// Orders of the same priority, one a second.
async fn orders(floor: &Floor, prompts: &[&str]) -> Vec<Order> {
    let mut orders = Vec::new();
    for prompt in prompts {
        floor.advance(Duration::from_secs(1));
        orders.push(place(floor, prompt, 0).await);
    }
    orders
}

/// The prompts of the line, read by pages of two.
async fn line(floor: &Floor) -> Vec<String> {
    let (mut prompts, mut request) = (Vec::new(), PageRequest::first(2));
    loop {
        let page = order::line(&floor.state, grant(1, ReadFactory), request).await.expect("a page");
        let (after, has_next) = (page.end().cloned(), page.has_next);
        prompts.extend(page.into_nodes().map(|order| order.prompt));
        if !has_next {
            return prompts;
        }
        request = PageRequest { limit: 2, after };
    }
}

async fn put(floor: &Floor, order: &Order, before: Option<OrderId>) -> Outcome<Order> {
    let version = get(floor, order.id).await.version;
    let goal = Goal { before, ..Goal::default() };
    order::move_to(&floor.state, grant(1, PlaceOrder), (order.id, version), goal).await.expect("an answer")
}

async fn orders_stand_where_they_are_put(floor: &Floor) {
    let line_of = orders(floor, &["a", "b", "c"]).await;
    let [a, b, c] = &line_of[..] else { panic!("three") };
    assert_eq!(line(floor).await, ["a", "b", "c"]);
    put(floor, c, Some(a.id)).await;
    assert_eq!(line(floor).await, ["c", "a", "b"]);
    put(floor, c, Some(b.id)).await;
    assert_eq!(line(floor).await, ["a", "c", "b"]);
    let Outcome::Done(moved) = put(floor, a, None).await else { panic!("moved") };
    assert_eq!((line(floor).await, moved.priority), (["c", "b", "a"].map(str::to_owned).to_vec(), 0));
    // Whoever orders later comes behind those that were moved.
    orders(floor, &["d"]).await;
    assert_eq!(line(floor).await, ["c", "b", "a", "d"]);
    order::set_priority(&floor.state, grant(1, PlaceOrder), b.id, 5).await.expect("changed");
    let Outcome::Done(moved) = put(floor, a, Some(b.id)).await else { panic!("moved") };
    assert_eq!((line(floor).await[0].as_str(), moved.priority), ("a", 5));
    // A move is taken back with the priority that was there before.
    let goal = Goal { before: None, priority: Some(0) };
    let back = order::move_to(&floor.state, grant(1, PlaceOrder), (a.id, moved.version), goal).await;
    assert!(matches!(back, Ok(Outcome::Done(order)) if order.priority == 0));
    assert_eq!(line(floor).await, ["b", "c", "d", "a"]);
}

async fn what_changed_meanwhile_is_said(floor: &Floor) {
    let line_of = orders(floor, &["a", "b", "c"]).await;
    let [a, b, c] = &line_of[..] else { panic!("three") };
    put(floor, c, Some(a.id)).await;
    let goal = Goal::default();
    let stale = order::move_to(&floor.state, grant(1, PlaceOrder), (c.id, c.version), goal).await;
    assert!(matches!(stale, Ok(Outcome::Conflict(current)) if current.version == c.version + 1));
    order::cancel(&floor.state, grant(1, CancelOrder), b.id).await.expect("cancelled");
    assert!(matches!(put(floor, c, Some(b.id)).await, Outcome::Conflict(_)));
    assert_eq!(line(floor).await, ["c", "a"]);
    let ended = get(floor, b.id).await;
    let ended = order::move_to(&floor.state, grant(1, PlaceOrder), (b.id, ended.version), goal).await;
    assert!(matches!(ended, Err(Error::OrderEnded)));
    let stranger = order::move_to(&floor.state, grant(2, PlaceOrder), (a.id, a.version), goal).await;
    assert!(matches!(stranger, Err(Error::NotFound { .. })));
}

async fn workers_serve_the_line(floor: &Floor) {
    let line_of = orders(floor, &["a", "b", "c"]).await;
    let [a, b, c] = &line_of[..] else { panic!("three") };
    put(floor, c, Some(a.id)).await;
    put(floor, a, None).await;
    let waiting =
        item::queue(&floor.state, grant(1, ReadFactory), None, PageRequest::first(2)).await.expect("two");
    let rest = PageRequest { limit: 9, after: waiting.end().cloned() };
    let rest = item::queue(&floor.state, grant(1, ReadFactory), None, rest).await.expect("one");
    let queued: Vec<_> = waiting.into_nodes().chain(rest.into_nodes()).map(|item| item.order_id).collect();
    assert_eq!(queued, [c.id, b.id, a.id]);
    let unlimited = "UPDATE providers SET concurrent_limit = NULL WHERE tenant_id = :tenant";
    floor.run(Sql::new(unlimited)).await;
    for expected in [c, b, a] {
        let taken = item::claim(&floor.state, scope(1), "studio", ("one", 1)).await.expect("claimed");
        assert_eq!(taken.first().map(|item| item.order), Some(expected.id));
    }
}

async fn lane(floor: &Floor) -> Lane {
    let lanes = floor::lanes(&floor.state, grant(1, ReadFactory)).await.expect("lanes");
    lanes.into_iter().find(|lane| lane.provider.id == "studio").expect("the studio's")
}

async fn a_lane_stands_still(floor: &Floor) {
    let order = place(floor, "[1..4]", 0).await;
    let claim = || item::claim(&floor.state, scope(1), "studio", ("one", 1));
    assert_eq!(claim().await.expect("claimed").len(), 1);
    floor::pause(&floor.state, grant(1, PauseFloor), None).await.expect("paused");
    let since = lane(floor).await.paused_at.expect("an instant");
    assert!(claim().await.expect("an answer").is_empty());
    // What comes meanwhile waits, too; and a second time changes nothing.
    place(floor, "late", 9).await;
    floor.advance(Duration::from_secs(5));
    floor::pause(&floor.state, grant(1, PauseFloor), Some(&["studio".to_owned()])).await.expect("paused");
    assert!(claim().await.expect("an answer").is_empty());
    assert_eq!(lane(floor).await.paused_at, Some(since));
    assert_eq!(get(floor, order.id).await.status, OrderStatus::Processing);
    // Another tenant's studio goes on.
    order::place(&floor.state, grant(2, PlaceOrder), crate::placing::new_order("theirs"))
        .await
        .expect("placed");
    assert_eq!(item::claim(&floor.state, scope(2), "studio", ("one", 1)).await.expect("claimed").len(), 1);
    floor::resume(&floor.state, grant(1, PauseFloor), Some(&["studio".to_owned()])).await.expect("resumed");
    assert_eq!((lane(floor).await.paused_at, claim().await.expect("claimed").len()), (None, 1));
    let others = "SELECT count(*) AS n FROM providers WHERE tenant_id = :tenant AND paused_at IS NOT NULL";
    assert!(0 < floor.number(others).await, "the others stand still as they did");
    let unknown = floor::pause(&floor.state, grant(1, PauseFloor), Some(&["nobody".to_owned()])).await;
    assert!(matches!(unknown, Err(Error::NotFound { .. })));
}
