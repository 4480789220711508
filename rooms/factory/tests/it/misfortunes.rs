//! Providers that are down, slow or lie, and keys that end: nothing is paid for twice, nothing that was paid for is lost
//! without need, and whoever looks is told what to do.

use std::time::Duration;

use atelier_base::PageRequest;
use atelier_factory::item::{self, ErrorCategory, OrderItem, OrderItemStatus};
use atelier_factory::order::{self, Order, OrderStatus};
use atelier_factory::permissions::{CancelOrder, EditProvider, ReadFactory};
use atelier_factory::product::{self, Product, ProductFilter};
use atelier_factory::{floor as production, provider, work};
use atelier_secrets::Secret;
use atelier_sql::Sql;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::liar::{Liar, Lie};
use crate::providing::{PRICE, money, only, place};
use crate::queue::{get, items};
use crate::stage::{Floor, grant, on_both_floors};

on_both_floors! {
    a_refused_key_stops_the_lane
    a_key_that_ends_meanwhile_loses_nothing
    one_refusal_is_not_the_keys
    what_was_begun_is_fetched_from_one_that_is_switched_off
    where_nobody_answers_the_lane_waits
    who_never_answers_is_not_asked_twice
    an_expired_address_is_asked_for_anew
    what_expired_for_good_says_what_to_do
    what_came_damaged_is_fetched_again
    the_good_is_kept_beside_the_damaged
    an_answer_that_breaks_off_is_asked_for_again
    odd_texts_lose_no_picture
    success_without_a_picture_is_a_failure
    what_never_ends_is_told_to_stop
    what_had_not_started_costs_nothing_when_it_is_called_off
}

async fn products(floor: &Floor) -> Vec<Product> {
    let (filter, page) = (ProductFilter::default(), PageRequest::first(50));
    let page = product::list(&floor.state, grant(1, ReadFactory), &filter, page).await;
    page.expect("products").into_nodes().collect()
}

async fn dry(floor: &Floor) -> usize {
    work::run_dry(floor.state.clone(), 1).await.expect("worked")
}

async fn set_key(floor: &Floor, key: &str) {
    let key = Secret::from(key.to_owned());
    provider::set_key(&floor.state, grant(1, EditProvider), "replicate", key).await.expect("a key");
}

/// Workers, until they are stopped.
struct Crew {
    stop: CancellationToken,
    workers: JoinSet<()>,
}

impl Crew {
    fn begin(floor: &Floor) -> Self {
        let (stop, mut workers) = (CancellationToken::new(), JoinSet::new());
        workers.spawn(work::run(floor.state.clone(), 2, stop.clone()));
        Self { stop, workers }
    }

    async fn end(self) {
        self.stop.cancel();
        self.workers.join_all().await;
    }
}

/// Looks until it is so.
async fn until(mut is_so: impl AsyncFnMut() -> bool) {
    while !is_so().await {
        tokio::task::yield_now().await;
    }
}

/// The only item, once it has ended.
async fn ended(floor: &Floor, order: &Order) -> OrderItem {
    let open = [
        OrderItemStatus::Pending,
        OrderItemStatus::Claimed,
        OrderItemStatus::Submitted,
        OrderItemStatus::Generating,
    ];
    until(async || !open.contains(&only(floor, order).await.status)).await;
    only(floor, order).await
}

fn said(item: &OrderItem) -> &str {
    item.error_message.as_deref().unwrap_or_default()
}

async fn a_refused_key_stops_the_lane(floor: &Floor) {
    let liar = Liar::start(floor, Lie::None).await;
    liar.takes("r8_new");
    let order = place(floor, "a fox [1..5]").await;
    assert_eq!((dry(floor).await, dry(floor).await), (1, 0), "one was tried, and then none");
    let all = items(floor, order.id).await;
    assert!(all.iter().all(|item| item.status == OrderItemStatus::Pending && item.attempt == 0), "{all:?}");
    assert_eq!(all[0].error_category, Some(ErrorCategory::Authentication));
    assert!(said(&all[0]).contains("valid authentication token"), "{}", said(&all[0]));
    assert!(said(&all[0]).contains("until its key is changed"), "{}", said(&all[0]));
    let lanes = production::lanes(&floor.state, grant(1, ReadFactory)).await.expect("lanes");
    let lane = lanes.iter().find(|lane| lane.provider.id == "replicate").expect("a lane");
    assert_eq!(lane.waits_until, Some(floor.clock.now().after(Duration::from_mins(10))));
    assert_eq!(lane.waits_because, all[0].error_message);
    // It looks by itself whether it is better now, with one item.
    floor.advance(Duration::from_mins(11));
    assert_eq!(dry(floor).await, 1);
    set_key(floor, "r8_new").await;
    assert_eq!(dry(floor).await, 5);
    assert_eq!(get(floor, order.id).await.status, OrderStatus::Fulfilled);
    assert_eq!((liar.counts().0, money(floor).await), (5, (0, 5 * PRICE)));
    assert!(items(floor, order.id).await.iter().all(|item| item.error_message.is_none()));
}

async fn a_key_that_ends_meanwhile_loses_nothing(floor: &Floor) {
    let liar = Liar::start(floor, Lie::Works).await;
    let order = place(floor, "a fox").await;
    let crew = Crew::begin(floor);
    until(async || liar.counts().1 > 0).await;
    liar.takes("r8_new");
    until(async || only(floor, &order).await.error_category.is_some()).await;
    crew.end().await;
    let item = only(floor, &order).await;
    assert_eq!((item.status, item.attempt), (OrderItemStatus::Generating, 1));
    assert_eq!(item.provider_request_id.as_deref(), Some("1"), "its ticket is kept");
    floor.advance(Duration::from_mins(11));
    assert_eq!(dry(floor).await, 1, "it is asked after");
    assert_eq!(only(floor, &order).await.status, OrderItemStatus::Generating);
    liar.tells(Lie::None);
    set_key(floor, "r8_new").await;
    assert_eq!(dry(floor).await, 1);
    assert_eq!(only(floor, &order).await.status, OrderItemStatus::Complete);
    assert_eq!((liar.counts().0, money(floor).await), (1, (0, PRICE)));
}

async fn one_refusal_is_not_the_keys(floor: &Floor) {
    let liar = Liar::start(floor, Lie::RefusesThis(403)).await;
    let order = place(floor, "a fox [1..2]").await;
    assert_eq!(dry(floor).await, 2);
    let all = items(floor, order.id).await;
    assert!(all.iter().all(|item| item.status == OrderItemStatus::Failed), "{all:?}");
    assert_eq!(all[0].error_category, Some(ErrorCategory::Authentication));
    assert_eq!((said(&all[0]), liar.counts().0), ("You have to ask for this model", 0));
    assert_eq!(money(floor).await, (0, 0));
    // Without credit no other would be made either.
    liar.tells(Lie::RefusesThis(402));
    let order = place(floor, "an owl [1..2]").await;
    assert_eq!(dry(floor).await, 1);
    assert_eq!(get(floor, order.id).await.status, OrderStatus::Pending);
}

async fn what_was_begun_is_fetched_from_one_that_is_switched_off(floor: &Floor) {
    let liar = Liar::start(floor, Lie::Works).await;
    let order = place(floor, "a fox").await;
    let crew = Crew::begin(floor);
    until(async || liar.counts().1 > 0).await;
    crew.end().await;
    let waiting = place(floor, "an owl").await;
    floor.run(Sql::new("UPDATE providers SET is_enabled = FALSE WHERE tenant_id = :tenant")).await;
    liar.tells(Lie::None);
    assert_eq!(dry(floor).await, 1);
    assert_eq!(only(floor, &order).await.status, OrderItemStatus::Complete);
    assert_eq!((only(floor, &waiting).await.status, liar.counts().0), (OrderItemStatus::Pending, 1));
}

async fn where_nobody_answers_the_lane_waits(floor: &Floor) {
    let liar = Liar::start(floor, Lie::None).await;
    // A port that nobody listens at.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let nowhere = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    liar.connect(floor, &nowhere).await;
    let order = place(floor, "a fox [1..5]").await;
    assert_eq!((dry(floor).await, dry(floor).await), (1, 0), "the others do not meet the same");
    let first = only(floor, &order).await;
    assert_eq!(
        (first.status, first.error_category),
        (OrderItemStatus::Pending, Some(ErrorCategory::Network))
    );
    assert_eq!(said(&first), "The provider can't be reached");
    liar.connect(floor, &liar.url).await;
    floor.advance(Duration::from_mins(1));
    assert_eq!(dry(floor).await, 5);
    assert_eq!(get(floor, order.id).await.status, OrderStatus::Fulfilled);
    assert_eq!((liar.counts().0, money(floor).await), (5, (0, 5 * PRICE)));
}

async fn who_never_answers_is_not_asked_twice(floor: &Floor) {
    let liar = Liar::start(floor, Lie::Silent).await;
    let order = place(floor, "a fox").await;
    assert_eq!(dry(floor).await, 1);
    let item = only(floor, &order).await;
    assert_eq!((item.status, item.error_category), (OrderItemStatus::Failed, Some(ErrorCategory::Unknown)));
    assert_eq!(said(&item), "The provider did not answer in time");
    floor.advance(Duration::from_hours(1));
    assert_eq!(dry(floor).await, 0);
    assert_eq!((liar.counts().0, money(floor).await), (1, (0, PRICE)));
}

async fn an_expired_address_is_asked_for_anew(floor: &Floor) {
    let liar = Liar::start(floor, Lie::Expired(1)).await;
    let order = place(floor, "a fox").await;
    assert_eq!(dry(floor).await, 1);
    assert_eq!(only(floor, &order).await.status, OrderItemStatus::Complete);
    assert_eq!((liar.counts(), money(floor).await), ((1, 2, 0), (0, PRICE)));
}

async fn what_expired_for_good_says_what_to_do(floor: &Floor) {
    let liar = Liar::start(floor, Lie::Expired(u32::MAX)).await;
    let order = place(floor, "a fox").await;
    let crew = Crew::begin(floor);
    until(async || liar.counts().1 > 1).await;
    floor.advance(Duration::from_mins(61));
    let item = ended(floor, &order).await;
    crew.end().await;
    assert_eq!((item.status, item.error_category), (OrderItemStatus::Failed, Some(ErrorCategory::Unknown)));
    assert!(said(&item).starts_with("The address of a file has expired. "), "{}", said(&item));
    assert!(said(&item).contains("counts as paid; Retry orders it anew"), "{}", said(&item));
    assert_eq!((liar.counts().0, money(floor).await), (1, (0, PRICE)));
}

async fn what_came_damaged_is_fetched_again(floor: &Floor) {
    let liar = Liar::start(floor, Lie::Halved(1)).await;
    let order = place(floor, "a fox").await;
    assert_eq!(dry(floor).await, 1);
    assert_eq!(only(floor, &order).await.status, OrderItemStatus::Complete);
    assert_eq!((liar.counts().0, money(floor).await), (1, (0, PRICE)));
    liar.tells(Lie::Halved(u32::MAX));
    let order = place(floor, "an owl").await;
    assert_eq!(dry(floor).await, 1);
    let item = only(floor, &order).await;
    assert_eq!((item.status, item.error_category), (OrderItemStatus::Failed, Some(ErrorCategory::Unknown)));
    assert!(said(&item).starts_with("The provider sent something that can't be kept"), "{}", said(&item));
    assert_eq!((liar.counts().0, money(floor).await), (2, (0, 2 * PRICE)));
    assert_eq!(products(floor).await.len(), 1);
}

async fn the_good_is_kept_beside_the_damaged(floor: &Floor) {
    let liar = Liar::start(floor, Lie::HalfRubbish).await;
    let order = place(floor, "a fox").await;
    assert_eq!(dry(floor).await, 1);
    let item = only(floor, &order).await;
    assert_eq!((item.status, products(floor).await.len()), (OrderItemStatus::Complete, 1));
    let logs = item::logs(&floor.state, grant(1, ReadFactory), item.id).await.expect("logs");
    assert_eq!(logs[0].level, "WARNING");
    assert!(logs[0].message.starts_with("1 file was made; 1 came damaged: "), "{}", logs[0].message);
    assert_eq!((liar.counts().0, money(floor).await), (1, (0, PRICE)));
}

async fn an_answer_that_breaks_off_is_asked_for_again(floor: &Floor) {
    let liar = Liar::start(floor, Lie::BreaksOff(1)).await;
    let order = place(floor, "a fox").await;
    assert_eq!(dry(floor).await, 1);
    assert_eq!(only(floor, &order).await.status, OrderItemStatus::Complete);
    assert_eq!((liar.counts(), money(floor).await), ((1, 2, 0), (0, PRICE)));
}

async fn odd_texts_lose_no_picture(floor: &Floor) {
    let liar = Liar::start(floor, Lie::Odd).await;
    let order = place(floor, "a fox").await;
    assert_eq!(dry(floor).await, 1);
    assert_eq!(only(floor, &order).await.status, OrderItemStatus::Complete);
    assert_eq!((liar.counts().0, products(floor).await.len()), (1, 1));
}

async fn success_without_a_picture_is_a_failure(floor: &Floor) {
    let liar = Liar::start(floor, Lie::Empty).await;
    let order = place(floor, "a fox").await;
    assert_eq!(dry(floor).await, 1);
    let item = only(floor, &order).await;
    assert_eq!((item.status, item.error_category), (OrderItemStatus::Failed, Some(ErrorCategory::Unknown)));
    assert_eq!(said(&item), "The prediction succeeded, but made no file");
    assert_eq!((liar.counts().0, money(floor).await), (1, (0, PRICE)), "it is charged for all the same");
}

async fn what_never_ends_is_told_to_stop(floor: &Floor) {
    let liar = Liar::start(floor, Lie::Works).await;
    let order = place(floor, "a fox").await;
    let crew = Crew::begin(floor);
    until(async || liar.counts().1 > 0).await;
    floor.advance(Duration::from_hours(25));
    let item = ended(floor, &order).await;
    crew.end().await;
    assert_eq!((item.status, item.error_category), (OrderItemStatus::Failed, Some(ErrorCategory::Unknown)));
    assert!(said(&item).starts_with("The provider did not end it within 24 hours"), "{}", said(&item));
    assert_eq!((liar.counts().0, liar.counts().2, money(floor).await), (1, 1, (0, PRICE)));
}

async fn what_had_not_started_costs_nothing_when_it_is_called_off(floor: &Floor) {
    let liar = Liar::start(floor, Lie::Waits).await;
    for (lie, cost) in [(Lie::Waits, 0), (Lie::Works, PRICE)] {
        liar.tells(lie);
        let (order, polled, cancelled) = (place(floor, "a fox").await, liar.counts().1, liar.counts().2);
        let crew = Crew::begin(floor);
        until(async || liar.counts().1 > polled).await;
        let before = order::cancel(&floor.state, grant(1, CancelOrder), order.id).await.expect("called off");
        floor.advance(Duration::from_secs(30));
        until(async || liar.counts().2 > cancelled).await;
        crew.end().await;
        assert_eq!(only(floor, &order).await.status, OrderItemStatus::Cancelled);
        assert_eq!((before.status, money(floor).await), (OrderStatus::Cancelled, (0, cost)));
    }
    assert_eq!(liar.repeated(), ["a fox"], "each order is one request");
}
