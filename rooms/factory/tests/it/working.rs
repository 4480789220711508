//! From an order to its products, by the studio that is built in.

use atelier_base::PageRequest;
use atelier_blobs::ASSETS;
use atelier_factory::item::{self, OrderItemStatus};
use atelier_factory::order::{self, OrderStatus};
use atelier_factory::permissions::{PlaceOrder, ReadFactory};
use atelier_factory::product::{self, ProductFilter};
use atelier_factory::work;
use atelier_sql::Sql;
use serde_json::json;

use crate::placing::new_order;
use crate::stage::{Floor, grant, on_both_floors, scope};

on_both_floors! {
    an_order_becomes_products
    equal_files_are_one_product
    equal_files_at_once_are_one_product
    files_without_a_row_are_found
}

async fn an_order_becomes_products(floor: &Floor) {
    let project = floor.project(1, "Foxes").await;
    let mut new = new_order("a [red,blue] fox in the snow");
    new.prompt.project_id = Some(project.id);
    let placed = order::place(&floor.state, grant(1, PlaceOrder), new).await.expect("placed");
    assert_eq!((placed.status, placed.expanded_count), (OrderStatus::Pending, 2));
    assert_eq!(work::run_dry(floor.state.clone(), 4).await.expect("worked"), 2);
    let order = order::get(&floor.state, grant(1, ReadFactory), placed.id).await.expect("there");
    assert_eq!((order.status, order.completed_count), (OrderStatus::Fulfilled, 2));
    let page = PageRequest::first(10);
    let items = item::list(&floor.state, grant(1, ReadFactory), (order.id, None), page.clone()).await;
    let items: Vec<_> = items.expect("items").into_nodes().collect();
    assert!(items.iter().all(|item| item.status == OrderItemStatus::Complete && item.attempt == 1));
    assert_eq!(items[0].axes, ["red"]);
    let filter = ProductFilter { project_id: Some(project.id), ..ProductFilter::default() };
    let products = product::list(&floor.state, grant(1, ReadFactory), &filter, page).await.expect("products");
    let products: Vec<_> = products.into_nodes().collect();
    assert_eq!(products.len(), 2);
    for product in &products {
        assert_eq!((product.width, product.height), (Some(64), Some(64)));
        assert_eq!((product.provider.as_deref(), product.model.as_deref()), (Some("studio"), Some("flow")));
        assert!(product.prompt.contains("fox in the snow") && product.thumbhash.is_some());
        assert!(product.parameters["seed"].is_u64(), "{}", product.parameters);
    }
    let files = floor.state.blobs.list(scope(1), &ASSETS, "products/", PageRequest::first(100)).await;
    let files: Vec<_> = files.expect("files").into_nodes().map(|entry| entry.key.to_string()).collect();
    // One copy each: a picture as small as this is its own thumbnail of every size.
    assert_eq!(files.len(), 4, "{files:?}");
    assert!(files.iter().all(|key| key.starts_with(&format!("products/{}/2026/11/prod_", project.id))));
    assert_eq!(floor.number("SELECT product_count AS n FROM projects WHERE tenant_id = :tenant").await, 2);
    let logs = item::logs(&floor.state, grant(1, ReadFactory), items[0].id).await.expect("logs");
    assert_eq!((logs.len(), logs[0].level.as_str(), logs[0].attempt), (1, "INFO", 1));
    let made = product::of_items(&floor.state, grant(1, ReadFactory), &[items[0].id]).await.expect("made");
    assert_eq!(made[&items[0].id].len(), 1);
}

/// The same seed makes the same file: one product with two provenances.
async fn equal_files_are_one_product(floor: &Floor) {
    for _ in 0..2 {
        place_equal(floor).await;
        assert_eq!(work::run_dry(floor.state.clone(), 1).await.expect("worked"), 1);
    }
    assert_one_product(floor, 2).await;
}

/// Those that were written at once, before any of them had its row, are one all the same; the others' files go.
async fn equal_files_at_once_are_one_product(floor: &Floor) {
    for _ in 0..4 {
        place_equal(floor).await;
    }
    assert_eq!(work::run_dry(floor.state.clone(), 4).await.expect("worked"), 4);
    assert_one_product(floor, 4).await;
}

async fn place_equal(floor: &Floor) {
    let mut new = new_order("a fox");
    new.prompt.parameters = json!({"seed": 7, "width": 64, "height": 64});
    order::place(&floor.state, grant(1, PlaceOrder), new).await.expect("placed");
}

async fn assert_one_product(floor: &Floor, times: i64) {
    assert_eq!(floor.number("SELECT count(*) AS n FROM products WHERE tenant_id = :tenant").await, 1);
    let provenance = "SELECT count(*) AS n FROM product_provenance WHERE tenant_id = :tenant";
    assert_eq!(floor.number(provenance).await, times);
    let files = floor.state.blobs.list(scope(1), &ASSETS, "products/", PageRequest::first(100)).await;
    assert_eq!(files.expect("files").edges.len(), 2);
}

async fn files_without_a_row_are_found(floor: &Floor) {
    order::place(&floor.state, grant(1, PlaceOrder), new_order("a fox")).await.expect("placed");
    work::run_dry(floor.state.clone(), 1).await.expect("worked");
    floor.advance(std::time::Duration::from_hours(2));
    let sweep = async |is_dry| {
        work::sweep_orphans(&floor.state, scope(1), work::SETTLED, is_dry).await.expect("swept").keys.len()
    };
    assert_eq!(sweep(false).await, 0);
    floor.run(Sql::new("DELETE FROM products WHERE tenant_id = :tenant")).await;
    assert_eq!((sweep(true).await, sweep(false).await, sweep(false).await), (2, 2, 0));
}
