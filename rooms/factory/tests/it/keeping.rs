//! What is kept for a while only, and what is given to others.

use std::time::Duration;

use atelier_base::Scope;
use atelier_factory::housekeeping::{Report, housekeeping};
use atelier_factory::permissions::{CurateProduct, EditFactory, ReadFactory};
use atelier_factory::product::{self, ProductsChange};
use atelier_factory::{collection, export, setting};
use atelier_sql::Sql;
use futures_util::StreamExt as _;
use serde_json::json;

use crate::products::bring;
use crate::stage::{Floor, grant, scope};

crate::stage::on_both_floors! {
    what_lay_long_enough_goes_for_good
    products_are_given_as_files
}

const DAY: u64 = 24;

async fn clean(floor: &Floor, is_rehearsal: bool) -> Report {
    let now = floor.state.clock.now();
    housekeeping(&floor.state, Scope::directory(), now, is_rehearsal).await.expect("done")
}

async fn what_lay_long_enough_goes_for_good(floor: &Floor) {
    let one = bring(floor, 1, 1, None).await.product;
    let two = bring(floor, 1, 2, None).await.product;
    let log = Sql::new(
        "INSERT INTO generation_logs (tenant_id, level, message, timestamp) VALUES (:tenant, 'INFO', 'x', ?)",
    );
    floor.run(log.bind(floor.state.clock.now())).await;
    let order = Sql::new(
        "INSERT INTO orders (tenant_id, provider, model, base_parameter_set, deleted_at) \
         VALUES (:tenant, 'studio', 'flow', ?, ?)",
    );
    floor.run(order.bind(json!({})).bind(floor.state.clock.now())).await;
    let new = collection::NewCollection { name: "Old".into(), ..Default::default() };
    let old = collection::create(&floor.state, grant(1, CurateProduct), new).await.expect("made");
    collection::delete(&floor.state, grant(1, CurateProduct), old.id).await.expect("binned");
    let bin = ProductsChange { delete: Some(true), ..ProductsChange::default() };
    product::change(&floor.state, grant(1, CurateProduct), vec![one.id], bin).await.expect("binned");
    floor.advance(Duration::from_hours(31 * DAY));
    assert_eq!(clean(floor, true).await, Report { tenants: 2, logs: 1, ..Report::default() });
    setting::update(&floor.state, grant(1, EditFactory), "retention.deleted_days", json!(20))
        .await
        .expect("set");
    let rehearsed = clean(floor, true).await;
    let done = clean(floor, false).await;
    assert_eq!(rehearsed, Report { files: 0, ..done });
    assert_eq!(done, Report { tenants: 2, logs: 1, products: 1, files: 2, orders: 1, collections: 1 });
    assert_eq!(clean(floor, false).await, Report { tenants: 2, ..Report::default() });
    let key = one.file_path.parse().expect("a key");
    assert!(floor.state.blobs.head(scope(1), &atelier_blobs::ASSETS, &key).await.is_err());
    let key = two.file_path.parse().expect("a key");
    assert!(floor.state.blobs.head(scope(1), &atelier_blobs::ASSETS, &key).await.is_ok());
}

async fn products_are_given_as_files(floor: &Floor) {
    let one = bring(floor, 1, 1, None).await.product;
    let two = bring(floor, 1, 2, None).await.product;
    let (read, ids) = (grant(1, ReadFactory), [two.id, one.id]);
    let asked = export::asked_for(&floor.state, read, &ids).await.expect("products");
    assert_eq!(asked.iter().map(|one| one.id).collect::<Vec<_>>(), ids);
    assert!(export::asked_for(&floor.state, grant(2, ReadFactory), &ids).await.expect("none").is_empty());
    let table =
        export::table(asked.iter().map(|one| (one, format!("{}.jpg", one.id), vec!["night".to_owned()])));
    assert_eq!(table.lines().count(), 3);
    assert!(table.contains(&one.file_hash) && table.contains("night"), "{table}");
    let sheet = export::sheet(&floor.state, scope(1), &asked).await.expect("a sheet");
    let sheet = atelier_media::decode(&sheet, &atelier_media::Limits::DEFAULT).expect("a picture");
    assert!(sheet.width() > 400);
    assert!(export::sheet(&floor.state, scope(1), &[]).await.is_err());
    let gone = two.file_path.parse().expect("a key");
    floor.state.blobs.delete(scope(1), &atelier_blobs::ASSETS, &gone).await.expect("deleted");
    let stream = export::archive(floor.state.clone(), scope(1), asked, table.clone(), false);
    let parts: Vec<_> = Box::pin(stream).collect().await;
    let bytes: Vec<u8> = parts.into_iter().flat_map(|part| part.expect("a part")).collect();
    let has = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(has(&format!("{}.jpg", one.id)) && has("products.csv") && has(&table), "the files and the table");
    let size = usize::try_from(one.file_size).expect("small");
    assert!(bytes.len() > size + table.len());
}
