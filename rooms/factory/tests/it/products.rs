//! Products are listed, counted, changed and purged, each tenant its own.

use std::time::Duration;

use atelier_base::{CollectionId, OrderId, PageRequest, Patch, ProductId, ProjectId, Timestamp};
use atelier_factory::collection::{self, CollectionPatch, NewCollection};
use atelier_factory::permissions::{CurateProduct, ImportProduct, PurgeProduct, ReadFactory};
use atelier_factory::product::{
    self, Kept, NewProduct, Product, ProductFilter, ProductPatch, ProductType, ProductsChange,
};
use atelier_factory::{Error, Outcome, project};
use atelier_media::{Picture, encode};
use atelier_sql::Sql;
use serde_json::json;
use uuid::Uuid;

use crate::stage::{Floor, grant, scope};

crate::stage::on_both_floors! {
    a_file_is_one_product_of_a_project
    pages_go_through_all_of_them_once
    filters_hold_together
    counts_and_days_follow_the_bin
    a_change_names_its_version
    many_are_changed_and_changed_back
    what_moves_stays_one_product_a_file
    only_the_bin_is_purged_with_its_files
    another_tenant_sees_and_changes_nothing
    what_belongs_to_a_page_is_read_once
    the_alike_are_found
    featured_products_are_the_projects_own
}

/// A picture that no other number has.
fn picture(number: u32) -> Vec<u8> {
    let shade = |at: u32| u8::try_from((at * (number + 3) / 7 + number * 31) % 251).expect("small");
    let rgb = (0..64 * 48).flat_map(|at| [shade(at), shade(at / 64), shade(number)]).collect();
    encode(&Picture::new(64, 48, rgb).expect("a picture"))
}

pub(crate) async fn bring(floor: &Floor, tenant: u128, number: u32, project_id: Option<ProjectId>) -> Kept {
    let new =
        NewProduct { bytes: picture(number).into(), file_name: Some(format!("{number}.jpg")), project_id };
    product::keep(&floor.state, grant(tenant, ImportProduct), new).await.expect("kept")
}

/// A row alone, as an order would have made it, minutes after 1970.
pub(crate) async fn row(floor: &Floor, number: u32, metadata: serde_json::Value) -> ProductId {
    let id = ProductId::from_uuid(Uuid::from_u128(number.into()));
    let sql = Sql::new(
        "INSERT INTO products (tenant_id, id, type, file_path, file_hash, metadata, search_text, created_at, \
         updated_at) VALUES (:tenant, ?, 'image', 'a.png', ?, ?, ?, ?, ?)",
    );
    let text = atelier_factory::search::product_text(&metadata);
    let at = i64::from(number) * 60_000;
    let sql = sql.bind(id.uuid()).bind(format!("{number:064x}")).bind(metadata).bind(text).bind(at).bind(at);
    floor.run(sql).await;
    id
}

async fn ids(floor: &Floor, filter: ProductFilter) -> Vec<u128> {
    let page = PageRequest::first(200);
    let found = product::list(&floor.state, grant(1, ReadFactory), &filter, page).await.expect("a page");
    let ids: Vec<u128> = found.into_nodes().map(|one| one.id.uuid().as_u128()).collect();
    let counted = product::count(&floor.state, grant(1, ReadFactory), &filter).await.expect("a count");
    assert_eq!(usize::try_from(counted).expect("a number"), ids.len(), "{filter:?}");
    ids
}

async fn change(floor: &Floor, ids: &[ProductId], change: ProductsChange) -> product::Changed {
    product::change(&floor.state, grant(1, CurateProduct), ids.to_vec(), change).await.expect("changed")
}

fn binned() -> ProductsChange {
    ProductsChange { delete: Some(true), ..ProductsChange::default() }
}

fn tagged(name: &str) -> ProductsChange {
    ProductsChange { add_tag: Some(name.to_owned()), ..ProductsChange::default() }
}

async fn get(floor: &Floor, id: ProductId) -> Product {
    product::get(&floor.state, grant(1, ReadFactory), id).await.expect("a product")
}

async fn a_file_is_one_product_of_a_project(floor: &Floor) {
    let project = floor.project(1, "Foxes").await.id;
    let first = bring(floor, 1, 1, Some(project)).await;
    assert!(first.is_new);
    let seen = &first.product;
    assert_eq!((seen.r#type, seen.mime_type.as_str()), (ProductType::Image, "image/jpeg"));
    assert_eq!(
        (seen.width, seen.height, seen.metadata["file_name"].as_str()),
        (Some(64), Some(48), Some("1.jpg"))
    );
    assert!(seen.thumbhash.is_some() && seen.thumbnail_paths["small"].is_string());
    let again = bring(floor, 1, 1, Some(project)).await;
    assert_eq!((again.is_new, again.product.id), (false, seen.id));
    assert!(bring(floor, 1, 1, None).await.is_new, "another project has its own");
    assert!(bring(floor, 2, 1, None).await.is_new, "another tenant has its own");
    change(floor, &[seen.id], binned()).await;
    let back = bring(floor, 1, 1, Some(project)).await;
    assert_eq!((back.is_new, back.product.id, back.product.deleted_at), (false, seen.id, None));
    let refused = NewProduct { bytes: b"a text".to_vec().into(), file_name: None, project_id: None };
    let refused = product::keep(&floor.state, grant(1, ImportProduct), refused).await;
    assert!(matches!(refused, Err(Error::Media(_))), "{refused:?}");
    let foreign = floor.project(2, "Owls").await.id;
    let new = NewProduct { bytes: picture(9).into(), file_name: None, project_id: Some(foreign) };
    let refused = product::keep(&floor.state, grant(1, ImportProduct), new).await;
    assert!(matches!(refused, Err(Error::NotFound { .. })), "{refused:?}");
    let url = product::file_address(&floor.state, scope(1), &back.product).await.expect("an address");
    assert!(url.contains("signature="), "{url}");
}

async fn pages_go_through_all_of_them_once(floor: &Floor) {
    let mut made = Vec::new();
    for number in 1..=7 {
        made.push(row(floor, number, json!({"prompt": "a fox", "model": "flow"})).await);
    }
    change(floor, &made, tagged("night")).await;
    change(floor, &made, ProductsChange { liked: Some(true), ..ProductsChange::default() }).await;
    change(floor, &made, ProductsChange { rating: Patch::Value(3), ..ProductsChange::default() }).await;
    let (order, project) = (made_for_an_order(floor, &made).await, floor.project(1, "Foxes").await.id);
    change(
        floor,
        &made,
        ProductsChange { move_to_project: Patch::Value(project), ..ProductsChange::default() },
    )
    .await;
    // Of the same instant as another one: the id decides.
    floor
        .run(
            Sql::new("UPDATE products SET created_at = 60000 WHERE tenant_id = :tenant AND id < ?")
                .bind(Uuid::from_u128(4)),
        )
        .await;
    let all = ProductFilter::default;
    let (of_order, of_project) = (
        ProductFilter { order_id: Some(order), ..all() },
        ProductFilter { project_id: Some(project), ..all() },
    );
    // Each is read in another way.
    for filter in [
        all(),
        ProductFilter { search: Some("fox".into()), ..all() },
        ProductFilter { search: Some("fox".into()), liked: Some(true), ..all() },
        ProductFilter { tags: Some(vec!["night".into()]), ..all() },
        ProductFilter { tags: Some(vec!["night".into()]), search: Some("fox".into()), ..all() },
        ProductFilter { liked: Some(true), min_rating: Some(3), ..all() },
        ProductFilter { min_rating: Some(3), ..all() },
        ProductFilter { model: Some("flow".into()), ..all() },
        of_order.clone(),
        ProductFilter { search: Some("fox".into()), ..of_order.clone() },
        ProductFilter { liked: Some(true), ..of_order.clone() },
        of_project.clone(),
        ProductFilter { search: Some("fox".into()), ..of_project.clone() },
        ProductFilter { search: Some("fo* -owl".into()), liked: Some(true), ..of_project },
        ProductFilter { project_id: Some(project), ..of_order },
    ] {
        assert_eq!(in_pages_of_three(floor, &filter).await, [7, 6, 5, 4, 3, 2, 1], "{filter:?}");
    }
    // An id of a project is looked for beside the words, and is none of them.
    let elsewhere = floor.project(1, "Owls").await.id;
    for (search, project_id) in [("fox", Some(elsewhere)), ("0*", None), ("0*", Some(project))] {
        assert_eq!(
            ids(floor, ProductFilter { search: Some(search.into()), project_id, ..all() }).await,
            [0; 0]
        );
    }
    let after = Some(atelier_base::Cursor::from_bytes(vec![1, 2]));
    let odd = PageRequest { limit: 3, after };
    let refused = product::list(&floor.state, grant(1, ReadFactory), &ProductFilter::default(), odd).await;
    assert!(matches!(refused, Err(Error::Trail(atelier_tables::Error::InvalidCursor))), "{refused:?}");
}

/// Says that each of them was made by two items of an order, as when a seed comes twice.
async fn made_for_an_order(floor: &Floor, products: &[ProductId]) -> OrderId {
    let order = Uuid::from_u128(99);
    for (at, product) in products.iter().enumerate() {
        for item in [at, at + 100] {
            let sql = Sql::new(
                "INSERT INTO product_provenance (tenant_id, product_id, order_item_id, order_id, provider, model) \
                 VALUES (:tenant, ?, ?, ?, 'studio', 'flow')",
            );
            let item = Uuid::from_u128(item as u128);
            floor.run(sql.bind(product.uuid()).bind(item).bind(order)).await;
        }
    }
    OrderId::from_uuid(order)
}

async fn in_pages_of_three(floor: &Floor, filter: &ProductFilter) -> Vec<u128> {
    let (mut page, mut seen) = (PageRequest::first(3), Vec::new());
    loop {
        let found = product::list(&floor.state, grant(1, ReadFactory), filter, page).await.expect("a page");
        let (end, has_next) = (found.end().cloned(), found.has_next);
        seen.extend(found.into_nodes().map(|one| one.id.uuid().as_u128()));
        if !has_next {
            return seen;
        }
        page = PageRequest { limit: 3, after: end };
    }
}

async fn filters_hold_together(floor: &Floor) {
    for number in 1..=6 {
        let made = json!({"prompt": if number % 2 == 0 { "a red fox" } else { "a grey owl" }, "steps": number,
            "provider": "studio", "model": "flow", "hires": number == 3, "sampler": "euler"});
        row(floor, number, made).await;
    }
    let id = |number: u128| ProductId::from_uuid(Uuid::from_u128(number));
    change(floor, &[id(2), id(3), id(4)], tagged("night")).await;
    change(floor, &[id(3), id(4)], tagged("moon")).await;
    change(floor, &[id(4)], ProductsChange { rating: Patch::Value(4), ..ProductsChange::default() }).await;
    change(floor, &[id(5)], ProductsChange { liked: Some(true), ..ProductsChange::default() }).await;
    let all = ProductFilter::default;
    let search = |text: &str| ProductFilter { search: Some(text.into()), ..all() };
    let tags = |names: &[&str]| {
        let tags = Some(names.iter().map(ToString::to_string).collect());
        ProductFilter { tags, ..all() }
    };
    let parameters = |parameters| ProductFilter { parameters: Some(parameters), ..all() };
    for (filter, found) in [
        (all(), vec![6, 5, 4, 3, 2, 1]),
        (search("fox"), vec![6, 4, 2]),
        (search("-fox"), vec![5, 3, 1]),
        (search("gre*"), vec![5, 3, 1]),
        (search("\"red owl\""), vec![]),
        (tags(&["night"]), vec![4, 3, 2]),
        (tags(&["night", "moon"]), vec![4, 3]),
        (tags(&["night", "sun"]), vec![]),
        (parameters(json!({"steps": 3})), vec![3]),
        (parameters(json!({"steps": "3"})), vec![]),
        (parameters(json!({"hires": true, "sampler": "euler"})), vec![3]),
        (ProductFilter { min_rating: Some(4), ..all() }, vec![4]),
        (ProductFilter { liked: Some(true), ..all() }, vec![5]),
        (ProductFilter { liked: Some(false), search: Some("owl".into()), ..all() }, vec![3, 1]),
        (ProductFilter { r#type: Some(ProductType::Video), ..all() }, vec![]),
        (
            ProductFilter { provider: Some("studio".into()), model: Some("flow".into()), ..tags(&["moon"]) },
            vec![4, 3],
        ),
        (ProductFilter { model: Some("noise".into()), ..all() }, vec![]),
        (ProductFilter { created_after: Some(Timestamp::from_millis(240_000)), ..all() }, vec![6, 5, 4]),
        (ProductFilter { created_before: Some(Timestamp::from_millis(240_000)), ..all() }, vec![3, 2, 1]),
    ] {
        assert_eq!(ids(floor, filter.clone()).await, found, "{filter:?}");
    }
    let odd = parameters(json!({"a'b": 1}));
    let refused = product::count(&floor.state, grant(1, ReadFactory), &odd).await;
    assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
}

async fn counts_and_days_follow_the_bin(floor: &Floor) {
    let day = async |filter: ProductFilter| {
        let days = product::days(&floor.state, grant(1, ReadFactory), &filter).await.expect("days");
        days.into_iter().map(|day| (day.day, day.count)).collect::<Vec<_>>()
    };
    let mut made = Vec::new();
    for number in [1, 2, 2_000] {
        made.push(row(floor, number, json!({"prompt": "a fox"})).await);
    }
    let both = vec![("1970-01-02".to_owned(), 1), ("1970-01-01".to_owned(), 2)];
    let searched = || ProductFilter { search: Some("fox".into()), ..ProductFilter::default() };
    assert_eq!((day(ProductFilter::default()).await, day(searched()).await), (both.clone(), both.clone()));
    let bin = change(floor, &made[1..], binned()).await;
    assert_eq!(bin.ids, made[1..]);
    assert_eq!(day(ProductFilter::default()).await, [("1970-01-01".to_owned(), 1)]);
    assert_eq!(ids(floor, ProductFilter { in_bin: true, ..ProductFilter::default() }).await, [2_000, 2]);
    assert_eq!(
        change(floor, &made, binned()).await.ids,
        made[..1],
        "what is in the bin already is passed over"
    );
    assert_eq!(ids(floor, ProductFilter::default()).await, [0; 0]);
    let back = ProductsChange { restore: Some(true), ..ProductsChange::default() };
    assert_eq!(change(floor, &made, back).await.ids, made);
    assert_eq!(day(ProductFilter::default()).await, both);
    assert_eq!(ids(floor, ProductFilter::default()).await, [2_000, 2, 1]);
}

async fn a_change_names_its_version(floor: &Floor) {
    let id = row(floor, 1, json!({})).await;
    let update = async |version, patch| {
        product::update(&floor.state, grant(1, CurateProduct), id, version, patch).await
    };
    let patch =
        ProductPatch { rating: Patch::Value(5), notes: Patch::Value("fine".into()), ..Default::default() };
    let Ok(Outcome::Done(after)) = update(1, patch.clone()).await else { panic!("it was at that version") };
    assert_eq!((after.version, after.rating, after.notes.as_str()), (2, Some(5), "fine"));
    let late = update(1, ProductPatch { rating: Patch::Null, ..ProductPatch::default() }).await;
    assert!(matches!(late, Ok(Outcome::Conflict(current)) if current.rating == Some(5)));
    let none = update(2, ProductPatch { rating: Patch::Null, ..ProductPatch::default() }).await;
    assert!(matches!(none, Ok(Outcome::Done(after)) if after.rating.is_none() && after.notes == "fine"));
    let refused = update(3, ProductPatch { rating: Patch::Value(6), ..ProductPatch::default() }).await;
    assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
}

pub(crate) async fn undo(floor: &Floor, changed: product::Changed) {
    for step in changed.undo.into_iter().rev() {
        let text = |name: &str| step.change[name].as_str().map(str::to_owned);
        let back = ProductsChange {
            liked: step.change["liked"].as_bool(),
            rating: match step.change.get("rating") {
                None => Patch::Absent,
                Some(value) => {
                    value.as_i64().map_or(Patch::Null, |n| Patch::Value(i32::try_from(n).expect("small")))
                }
            },
            add_tag: text("addTag"),
            remove_tag: text("removeTag"),
            add_to_collection: text("addToCollection").map(|id| id.parse().expect("an id")),
            positions: serde_json::from_value(step.change["positions"].clone()).expect("places, or none"),
            remove_from_collection: text("removeFromCollection").map(|id| id.parse().expect("an id")),
            move_to_project: match step.change.get("moveToProject") {
                None => Patch::Absent,
                Some(value) => {
                    value.as_str().map_or(Patch::Null, |id| Patch::Value(id.parse().expect("an id")))
                }
            },
            delete: step.change["delete"].as_bool(),
            restore: step.change["restore"].as_bool(),
        };
        assert_eq!(change(floor, &step.ids, back).await.ids, step.ids);
    }
}

/// Everything that a change can change, of all.
async fn state_of(floor: &Floor, ids: &[ProductId]) -> Vec<String> {
    let products = product::of_ids(&floor.state, grant(1, ReadFactory), ids).await.expect("products");
    let mut all = Vec::new();
    for one in products {
        let tags = one.siblings.tags(&floor.state, scope(1), one.id).await.expect("tags");
        let filed = one.siblings.collections(&floor.state, scope(1), one.id).await.expect("collections");
        let names: Vec<_> =
            tags.into_iter().map(|tag| tag.name).chain(filed.into_iter().map(|one| one.name)).collect();
        all.push(format!(
            "{} {:?} {:?} {:?} {names:?}",
            one.liked,
            one.rating,
            one.project_id,
            one.deleted_at.is_some()
        ));
    }
    all
}

async fn many_are_changed_and_changed_back(floor: &Floor) {
    let project = floor.project(1, "Foxes").await.id;
    let mut made = Vec::new();
    for number in 1..=5 {
        made.push(row(floor, number, json!({})).await);
    }
    let rate = |rating| ProductsChange { rating, ..ProductsChange::default() };
    change(floor, &made[..2], rate(Patch::Value(3))).await;
    change(floor, &made[..1], ProductsChange { liked: Some(true), ..ProductsChange::default() }).await;
    change(floor, &made[..1], tagged("night")).await;
    let new =
        NewCollection { name: "Best".into(), product_ids: made[..1].to_vec(), ..NewCollection::default() };
    let best = collection::create(&floor.state, grant(1, CurateProduct), new).await.expect("made").id;
    let before = state_of(floor, &made).await;
    for (to, differs) in [
        (ProductsChange { liked: Some(true), ..ProductsChange::default() }, &made[1..]),
        (rate(Patch::Value(3)), &made[2..]),
        (rate(Patch::Null), &made[..2]),
        (tagged(" night "), &made[1..]),
        (ProductsChange { remove_tag: Some("night".into()), ..ProductsChange::default() }, &made[..1]),
        (ProductsChange { add_to_collection: Some(best), ..ProductsChange::default() }, &made[1..]),
        (ProductsChange { remove_from_collection: Some(best), ..ProductsChange::default() }, &made[..1]),
        (ProductsChange { move_to_project: Patch::Value(project), ..ProductsChange::default() }, &made[..]),
        (binned(), &made[..]),
    ] {
        let changed = change(floor, &made, to.clone()).await;
        assert_eq!(changed.ids, differs, "{to:?}");
        assert_eq!(change(floor, &made, to.clone()).await, product::Changed::default(), "{to:?} twice");
        assert_ne!(state_of(floor, &made).await, before, "{to:?}");
        undo(floor, changed).await;
        assert_eq!(state_of(floor, &made).await, before, "{to:?} taken back");
    }
    let many = vec![made[0]; 1_001];
    let same = product::change(&floor.state, grant(1, CurateProduct), many, binned()).await;
    assert_eq!(same.expect("one, named often").ids, made[..1]);
    let many = (0..1_001).map(|n| ProductId::from_uuid(Uuid::from_u128(n))).collect();
    let refused = product::change(&floor.state, grant(1, CurateProduct), many, binned()).await;
    assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
}

async fn what_moves_stays_one_product_a_file(floor: &Floor) {
    let (here, there) = (floor.project(1, "Here").await.id, floor.project(1, "There").await.id);
    let one = bring(floor, 1, 1, Some(here)).await.product.id;
    let two = bring(floor, 1, 2, Some(here)).await.product.id;
    let twin = bring(floor, 1, 1, Some(there)).await.product.id;
    let unfiled = bring(floor, 1, 2, None).await.product.id;
    let to = |project| ProductsChange { move_to_project: project, ..ProductsChange::default() };
    assert_eq!(
        change(floor, &[one, two], to(Patch::Value(there))).await.ids,
        [two],
        "the other is there already"
    );
    assert_eq!(get(floor, one).await.project_id, Some(here));
    assert_eq!(
        change(floor, &[one, twin], to(Patch::Null)).await.ids.len(),
        1,
        "only one of them can be unfiled"
    );
    assert_eq!(change(floor, &[unfiled], to(Patch::Value(here))).await.ids, [unfiled]);
    let counts = "SELECT sum(product_count) AS n FROM projects WHERE tenant_id = :tenant";
    assert_eq!(floor.number(counts).await, 3);
    let foreign = floor.project(2, "Owls").await.id;
    let refused =
        product::change(&floor.state, grant(1, CurateProduct), vec![one], to(Patch::Value(foreign))).await;
    assert!(matches!(refused, Err(Error::NotFound { .. })), "{refused:?}");
}

async fn only_the_bin_is_purged_with_its_files(floor: &Floor) {
    let one = bring(floor, 1, 1, None).await.product;
    let two = bring(floor, 1, 2, None).await.product;
    change(floor, &[one.id], binned()).await;
    let purge = async |tenant, ids| {
        product::purge(&floor.state, grant(tenant, PurgeProduct), ids).await.expect("purged")
    };
    assert_eq!(purge(2, vec![one.id, two.id]).await, 0);
    assert_eq!(purge(1, vec![one.id, two.id]).await, 1);
    let gone = product::get(&floor.state, grant(1, ReadFactory), one.id).await;
    assert!(matches!(gone, Err(Error::NotFound { .. })));
    for (product, is_there) in [(&one, false), (&two, true)] {
        for path in [product.file_path.as_str(), product.thumbnail_paths["large"].as_str().expect("a path")] {
            let key = path.parse().expect("a key");
            let found = floor.state.blobs.head(scope(1), &atelier_blobs::ASSETS, &key).await;
            assert_eq!(found.is_ok(), is_there, "{path}");
        }
    }
    assert_eq!(purge(1, vec![one.id]).await, 0);
}

async fn another_tenant_sees_and_changes_nothing(floor: &Floor) {
    let id = bring(floor, 1, 1, None).await.product.id;
    change(floor, &[id], tagged("night")).await;
    let before = state_of(floor, &[id]).await;
    let (read, curate) = (grant(2, ReadFactory), grant(2, CurateProduct));
    let state = &floor.state;
    let missing = product::get(state, read, id).await;
    assert!(matches!(missing, Err(Error::NotFound { .. })));
    assert!(product::of_ids(state, read, &[id]).await.expect("none").is_empty());
    assert_eq!(product::count(state, read, &ProductFilter::default()).await.expect("a count"), 0);
    assert!(product::days(state, read, &ProductFilter::default()).await.expect("days").is_empty());
    let tagged_too = ProductFilter { tags: Some(vec!["night".into()]), ..ProductFilter::default() };
    assert_eq!(product::count(state, read, &tagged_too).await.expect("a count"), 0);
    let of = ProductFilter { order_id: Some(OrderId::from_uuid(Uuid::nil())), ..ProductFilter::default() };
    assert_eq!(product::count(state, read, &of).await.expect("a count"), 0);
    assert!(matches!(product::similar(state, read, id, 9).await, Err(Error::NotFound { .. })));
    let late = product::update(state, curate, id, 1, ProductPatch::default()).await;
    assert!(matches!(late, Err(Error::NotFound { .. })));
    let none = CollectionId::from_uuid(Uuid::nil());
    for to in [
        ProductsChange { liked: Some(true), ..ProductsChange::default() },
        ProductsChange { rating: Patch::Value(1), ..ProductsChange::default() },
        ProductsChange { remove_tag: Some("night".into()), ..ProductsChange::default() },
        tagged("theirs"),
        binned(),
        ProductsChange { move_to_project: Patch::Null, ..ProductsChange::default() },
    ] {
        let changed = product::change(state, curate, vec![id], to.clone()).await.expect("nothing");
        assert_eq!(changed, product::Changed::default(), "{to:?}");
    }
    let to = ProductsChange { add_to_collection: Some(none), ..ProductsChange::default() };
    assert!(matches!(product::change(state, curate, vec![id], to).await, Err(Error::NotFound { .. })));
    assert_eq!(state_of(floor, &[id]).await, before);
}

async fn what_belongs_to_a_page_is_read_once(floor: &Floor) {
    for number in 1..=3 {
        let id = row(floor, number, json!({})).await;
        change(floor, &[id], tagged(&format!("t{number}"))).await;
    }
    let page = PageRequest::first(10);
    let found = product::list(&floor.state, grant(1, ReadFactory), &ProductFilter::default(), page).await;
    let found: Vec<Product> = found.expect("a page").into_nodes().collect();
    let tags = async |one: &Product| one.siblings.tags(&floor.state, scope(1), one.id).await.expect("tags");
    assert_eq!(tags(&found[0]).await[0].name, "t3");
    floor.run(Sql::new("DELETE FROM tags WHERE tenant_id = :tenant")).await;
    // It was read together with that of the first.
    assert_eq!((tags(&found[1]).await[0].name.as_str(), tags(&found[2]).await.len()), ("t2", 1));
}

async fn the_alike_are_found(floor: &Floor) {
    let one = bring(floor, 1, 1, None).await.product.id;
    let other = bring(floor, 1, 2, None).await.product.id;
    let far = bring(floor, 1, 3, None).await.product.id;
    let set = async |id: ProductId, hash: i64| {
        let sql = Sql::new("UPDATE products SET perceptual_hash = ? WHERE tenant_id = :tenant AND id = ?");
        floor.run(sql.bind(hash).bind(id.uuid())).await;
    };
    set(one, -1).await;
    set(other, -4).await;
    set(far, 0).await;
    let near = product::similar(&floor.state, grant(1, ReadFactory), one, 9).await.expect("some");
    assert_eq!(near.iter().map(|one| one.id).collect::<Vec<_>>(), [other]);
    floor.run(Sql::new("UPDATE products SET perceptual_hash = NULL WHERE tenant_id = :tenant")).await;
    assert!(product::similar(&floor.state, grant(1, ReadFactory), one, 9).await.expect("none").is_empty());
}

async fn featured_products_are_the_projects_own(floor: &Floor) {
    let project = floor.project(1, "Foxes").await.id;
    let one = bring(floor, 1, 1, Some(project)).await.product.id;
    let two = bring(floor, 1, 2, Some(project)).await.product.id;
    let unfiled = bring(floor, 1, 3, None).await.product.id;
    let feature = async |ids| project::feature(&floor.state, grant(1, CurateProduct), project, ids).await;
    assert_eq!(feature(vec![two, one, two]).await.expect("featured"), 2);
    assert!(matches!(feature(vec![unfiled]).await, Err(Error::NotFound { .. })));
    let featured = async || project::featured(&floor.state, scope(1), project).await.expect("some");
    assert_eq!(featured().await, [two, one]);
    change(floor, &[two], binned()).await;
    assert_eq!(featured().await, [one]);
    let theirs = project::feature(&floor.state, grant(2, CurateProduct), project, vec![]).await;
    assert!(matches!(theirs, Err(Error::NotFound { .. })), "{theirs:?}");
    floor.advance(Duration::from_secs(1));
    let cover = CollectionPatch { cover_product_id: Patch::Value(unfiled), ..CollectionPatch::default() };
    let new = NewCollection { name: "Best".into(), product_ids: vec![one], ..NewCollection::default() };
    let best = collection::create(&floor.state, grant(1, CurateProduct), new).await.expect("made");
    let refused = collection::update(&floor.state, grant(1, CurateProduct), best.id, 1, cover).await;
    assert!(matches!(refused, Err(Error::NotFound { .. })), "{refused:?}");
}
