//! A disk that is full.

use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use atelier_base::PageRequest;
use atelier_blobs::ASSETS;
use atelier_factory::item::OrderItemStatus;
use atelier_factory::order::{self, Order, OrderStatus};
use atelier_factory::permissions::PlaceOrder;
use atelier_factory::work;
use atelier_peers::disk::{SmallDisk, run_with_a_disk};
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use crate::liar::{Liar, Lie};
use crate::placing::new_order;
use crate::providing::{PRICE, money, place};
use crate::queue::{get, items};
use crate::stage::{Floor, grant, scope};

#[test]
fn a_full_disk_loses_nothing_and_buys_nothing() {
    run_with_a_disk("full::child_on_a_small_disk", "a full disk");
}

/// Fills what is left of the disk.
fn fill(directory: &Path) {
    let mut file = std::fs::File::create(directory.join("filler")).expect("a file");
    for size in [1 << 20, 4_096, 1] {
        let zeros = vec![0; size];
        while file.write_all(&zeros).is_ok() {}
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn child_on_a_small_disk() {
    let Some(disk) = SmallDisk::mounted("48m") else { return };
    let directory = disk.path();
    let stage = crate::sqlite().await.expect("a stage");
    let floor = Floor::open_in(stage, directory).await;
    let liar = Liar::start(&floor, Lie::None).await;
    let bought = place(&floor, "a fox [1..8]").await;
    let painted = order::place(&floor.state, grant(1, PlaceOrder), new_order("an owl [1..8]")).await;
    let painted = painted.expect("placed");
    fill(directory);
    let (stop, mut workers) = (CancellationToken::new(), JoinSet::new());
    workers.spawn(work::run(floor.state.clone(), 4, stop.clone()));
    while liar.counts().1 == 0 {
        tokio::task::yield_now().await;
    }
    // Long enough to try again, and to begin others.
    let _ = timeout(Duration::from_secs(4), std::future::pending::<()>()).await;
    assert!(liar.counts().0 <= 4, "{:?}: what can't be kept is not bought", liar.counts());
    for order in [&bought, &painted] {
        let all = items(&floor, order.id).await;
        let odd = all.iter().find(|item| item.status == OrderItemStatus::Failed || 1 < item.attempt);
        assert!(odd.is_none(), "{odd:?}");
    }
    assert_eq!(files(&floor).await, 0, "no half of a product is left");
    // With some space it goes on where it was.
    std::fs::remove_file(directory.join("filler")).expect("removed");
    for order in [&bought, &painted] {
        made(&floor, order).await;
    }
    stop.cancel();
    workers.join_all().await;
    assert_eq!((liar.counts().0, liar.repeated(), money(&floor).await), (8, Vec::new(), (0, 8 * PRICE)));
    let products = floor.number("SELECT count(*) AS n FROM products WHERE tenant_id = :tenant").await;
    assert_eq!((products, files(&floor).await), (16, 32), "a file and its copy of each");
    floor.end().await;
}

async fn made(floor: &Floor, order: &Order) {
    while get(floor, order.id).await.status != OrderStatus::Fulfilled {
        tokio::task::yield_now().await;
    }
}

async fn files(floor: &Floor) -> usize {
    let files = floor.state.blobs.list(scope(1), &ASSETS, "products/", PageRequest::first(200)).await;
    files.expect("files").edges.len()
}
