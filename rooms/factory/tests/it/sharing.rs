//! Workers are shared between tenants: a large order, many providers or a slow one hold nobody else up.

use atelier_base::OrderId;
use atelier_factory::order::{self, OrderStatus};
use atelier_factory::permissions::{PlaceOrder, ReadFactory};
use atelier_factory::work;
use atelier_sql::Sql;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::liar::{Liar, Lie};
use crate::placing::new_order;
use crate::providing::place as place_there;
use crate::stage::{Floor, grant, on_both_floors};

on_both_floors! {
    a_large_order_holds_nobody_up
    a_slow_provider_holds_nobody_up
}

async fn place(floor: &Floor, tenant: u128, prompt: &str) -> OrderId {
    let placed = order::place(&floor.state, grant(tenant, PlaceOrder), new_order(prompt)).await;
    placed.expect("placed").id
}

/// Works with two workers until an order of the second tenant is made.
async fn until_made(floor: &Floor, theirs: OrderId) {
    let (stop, mut workers) = (CancellationToken::new(), JoinSet::new());
    workers.spawn(work::run(floor.state.clone(), 2, stop.clone()));
    loop {
        let order = order::get(&floor.state, grant(2, ReadFactory), theirs).await.expect("there");
        if order.status == OrderStatus::Fulfilled {
            break;
        }
        tokio::task::yield_now().await;
    }
    stop.cancel();
    workers.join_all().await;
}

async fn a_large_order_holds_nobody_up(floor: &Floor) {
    floor.run(Sql::new("UPDATE providers SET concurrent_limit = NULL WHERE tenant_id = :tenant")).await;
    let ours = place(floor, 1, "a fox [1..60]").await;
    let theirs = place(floor, 2, "an owl [1..4]").await;
    until_made(floor, theirs).await;
    let order = order::get(&floor.state, grant(1, ReadFactory), ours).await.expect("there");
    assert!(order.completed_count < 20, "{} of ours were made meanwhile", order.completed_count);
}

async fn a_slow_provider_holds_nobody_up(floor: &Floor) {
    let liar = Liar::start(floor, Lie::Works).await;
    place_there(floor, "a fox [1..20]").await;
    let theirs = place(floor, 2, "an owl [1..4]").await;
    until_made(floor, theirs).await;
    assert!((1..=10).contains(&liar.counts().0), "no more than its limit are under way");
}
