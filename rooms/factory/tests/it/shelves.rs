//! Collections, tags, templates, lookups, settings and providers, each tenant its own.

use std::time::Duration;

use atelier_base::{PageRequest, Patch, ProductId, Role};
use atelier_factory::collection::{self, CollectionPatch, NewCollection};
use atelier_factory::lookup::{self, LookupPatch, NewLookup};
use atelier_factory::permissions::{CurateProduct, EditFactory, EditLookup, EditProvider, ReadFactory};
use atelier_factory::product::{self, ProductFilter, ProductsChange};
use atelier_factory::provider::{self, ProviderPatch};
use atelier_factory::tag::{self, TagPatch};
use atelier_factory::template::{self, NewOrderTemplate, OrderTemplatePatch};
use atelier_factory::{Error, Outcome, setting};
use atelier_sql::Sql;
use serde_json::json;

use crate::products::row;
use crate::stage::{Floor, caller, grant, scope};

crate::stage::on_both_floors! {
    a_collection_keeps_its_order
    what_is_put_back_comes_where_it_was
    a_collection_is_binned_and_restored
    tags_are_renamed_and_deleted
    templates_are_global_or_a_projects
    lookups_are_the_tenants_or_a_projects
    settings_have_rules
    providers_are_changed_under_their_version
    a_key_is_sealed_and_never_shown
    the_studio_tells_of_its_models
}

async fn order(floor: &Floor, id: atelier_base::CollectionId) -> Vec<u128> {
    let filter = ProductFilter { collection_id: Some(id), ..ProductFilter::default() };
    let (mut page, mut all) = (PageRequest::first(2), Vec::new());
    loop {
        let found = product::list(&floor.state, grant(1, ReadFactory), &filter, page).await.expect("a page");
        let (after, has_next) = (found.end().cloned(), found.has_next);
        all.extend(found.into_nodes().map(|one| one.id.uuid().as_u128()));
        if !has_next {
            return all;
        }
        page = PageRequest { limit: 2, after };
    }
}

async fn filled(floor: &Floor, number: u32) -> (collection::Collection, Vec<ProductId>) {
    let mut ids = Vec::new();
    for number in 1..=number {
        ids.push(row(floor, number, json!({})).await);
    }
    let new = NewCollection { name: " Best ".into(), product_ids: ids.clone(), ..NewCollection::default() };
    let made = collection::create(&floor.state, grant(1, CurateProduct), new).await.expect("made");
    (made, ids)
}

async fn a_collection_keeps_its_order(floor: &Floor) {
    let (best, ids) = filled(floor, 4).await;
    assert_eq!((best.name.as_str(), best.product_count), ("Best", 4));
    let place = async |product, before| {
        collection::move_before(&floor.state, grant(1, CurateProduct), best.id, product, before).await
    };
    place(ids[3], Some(ids[0])).await.expect("moved");
    assert_eq!(order(floor, best.id).await, [4, 1, 2, 3]);
    place(ids[3], None).await.expect("moved");
    assert_eq!(order(floor, best.id).await, [1, 2, 3, 4]);
    // Each halves the same gap, until it is used up and all are numbered anew.
    for turn in 0..30 {
        place(ids[1 + turn % 2], Some(ids[2 - turn % 2])).await.expect("moved");
        place(ids[3], Some(ids[2 - turn % 2])).await.expect("moved");
    }
    let all = order(floor, best.id).await;
    assert_eq!((all[0], all.len()), (1, 4));
    let stranger = row(floor, 9, json!({})).await;
    assert!(matches!(place(stranger, None).await, Err(Error::NotFound { .. })));
    assert!(matches!(place(ids[0], Some(stranger)).await, Err(Error::NotFound { .. })));
    let theirs = collection::move_before(&floor.state, grant(2, CurateProduct), best.id, ids[0], None).await;
    assert!(matches!(theirs, Err(Error::NotFound { .. })));
    let read = collection::get(&floor.state, grant(1, ReadFactory), best.id).await.expect("there");
    let cover = collection::cover(&floor.state, grant(1, ReadFactory), &read).await.expect("read");
    assert_eq!(cover.map(|cover| cover.id), Some(ids[0]), "the first stands for it");
}

async fn what_is_put_back_comes_where_it_was(floor: &Floor) {
    let (best, ids) = filled(floor, 6).await;
    let remove = ProductsChange { remove_from_collection: Some(best.id), ..ProductsChange::default() };
    // The last first, so that their order is not that of their places.
    let some = vec![ids[4], ids[1], ids[2]];
    let changed = product::change(&floor.state, grant(1, CurateProduct), some, remove).await.expect("out");
    assert_eq!(order(floor, best.id).await, [1, 4, 6]);
    crate::products::undo(floor, changed).await;
    assert_eq!(order(floor, best.id).await, [1, 2, 3, 4, 5, 6]);
    let odd = ProductsChange {
        add_to_collection: Some(best.id),
        positions: Some(vec![1]),
        ..ProductsChange::default()
    };
    let refused = product::change(&floor.state, grant(1, CurateProduct), ids[..2].to_vec(), odd).await;
    assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
}

async fn a_collection_is_binned_and_restored(floor: &Floor) {
    let (best, ids) = filled(floor, 2).await;
    let patch = CollectionPatch {
        cover_product_id: Patch::Value(ids[1]),
        is_public: Patch::Value(true),
        ..Default::default()
    };
    let update = async |tenant, version, patch| {
        collection::update(&floor.state, grant(tenant, CurateProduct), best.id, version, patch).await
    };
    let Ok(Outcome::Done(after)) = update(1, 1, patch).await else { panic!("it was at that version") };
    assert_eq!((after.cover_product_id, after.is_public, after.version), (Some(ids[1]), true, 2));
    let named =
        |name: &str| CollectionPatch { name: Patch::Value(name.into()), ..CollectionPatch::default() };
    assert!(matches!(update(1, 1, named("Late")).await, Ok(Outcome::Conflict(_))));
    assert!(matches!(update(1, 2, named(" ")).await, Err(Error::Invalid(_))));
    assert!(matches!(update(2, 2, named("Theirs")).await, Err(Error::NotFound { .. })));
    for theirs in [
        collection::delete(&floor.state, grant(2, CurateProduct), best.id).await,
        collection::restore(&floor.state, grant(2, CurateProduct), best.id).await,
        collection::get(&floor.state, grant(2, ReadFactory), best.id).await,
    ] {
        assert!(matches!(theirs, Err(Error::NotFound { .. })));
    }
    let list = async |in_bin| {
        let page = PageRequest::first(9);
        let found =
            collection::list(&floor.state, grant(1, ReadFactory), in_bin, page).await.expect("a page");
        found.into_nodes().count()
    };
    let gone = collection::delete(&floor.state, grant(1, CurateProduct), best.id).await.expect("binned");
    assert!(gone.deleted_at.is_some());
    assert_eq!((list(false).await, list(true).await), (0, 1));
    let add = ProductsChange { add_to_collection: Some(best.id), ..ProductsChange::default() };
    let refused = product::change(&floor.state, grant(1, CurateProduct), ids.clone(), add).await;
    assert!(matches!(refused, Err(Error::NotFound { .. })), "{refused:?}");
    collection::restore(&floor.state, grant(1, CurateProduct), best.id).await.expect("restored");
    assert_eq!((list(false).await, list(true).await), (1, 0));
}

async fn tags_are_renamed_and_deleted(floor: &Floor) {
    let id = row(floor, 1, json!({})).await;
    for name in ["night", "moon"] {
        let change = ProductsChange { add_tag: Some(name.into()), ..ProductsChange::default() };
        product::change(&floor.state, grant(1, CurateProduct), vec![id], change).await.expect("tagged");
    }
    let list = async |tenant| tag::list(&floor.state, grant(tenant, ReadFactory)).await.expect("tags");
    let tags = list(1).await;
    assert_eq!(
        tags.iter().map(|tag| (tag.name.as_str(), tag.usage_count)).collect::<Vec<_>>(),
        [("moon", 1), ("night", 1)]
    );
    assert!(list(2).await.is_empty());
    let update = async |tenant, version, name: &str, color: &str| {
        let patch = TagPatch { name: Some(name.into()), color: Some(color.into()) };
        tag::update(&floor.state, grant(tenant, CurateProduct), tags[0].id, version, patch).await
    };
    let after = update(1, 1, "luna", "#C0FFEE").await.expect("renamed");
    assert_eq!((after.name.as_str(), after.color.as_deref(), after.version), ("luna", Some("#c0ffee"), 2));
    assert!(matches!(update(1, 1, "late", "").await, Err(Error::Stale { .. })));
    assert!(matches!(update(1, 2, "night", "").await, Err(Error::NameTaken { .. })));
    assert!(matches!(update(1, 2, "luna", "red").await, Err(Error::Invalid(_))));
    assert!(matches!(update(2, 2, "theirs", "").await, Err(Error::NotFound { .. })));
    let theirs = tag::delete(&floor.state, grant(2, CurateProduct), after.id).await;
    assert!(matches!(theirs, Err(Error::NotFound { .. })));
    tag::delete(&floor.state, grant(1, CurateProduct), after.id).await.expect("deleted");
    let counted = "SELECT count(*) AS n FROM tag_associations WHERE tenant_id = :tenant";
    assert_eq!((list(1).await.len(), floor.number(counted).await), (1, 1));
}

async fn templates_are_global_or_a_projects(floor: &Floor) {
    let project = floor.project(1, "Foxes").await.id;
    let new = |name: &str, project_id| NewOrderTemplate {
        name: name.into(),
        provider: "studio".into(),
        model: "flow".into(),
        parameter_set: json!({"prompt": "a [color] fox"}),
        project_id,
        ..NewOrderTemplate::default()
    };
    let create = async |tenant, new| template::create(&floor.state, grant(tenant, EditLookup), new).await;
    let global = create(1, new("A", None)).await.expect("made");
    let own = create(1, new("B", Some(project))).await.expect("made");
    assert_eq!((global.is_global, own.is_global), (true, false));
    assert!(matches!(create(2, new("C", Some(project))).await, Err(Error::NotFound { .. })));
    assert!(matches!(create(1, new("", None)).await, Err(Error::Invalid(_))));
    let other = floor.project(1, "Owls").await.id;
    let list = async |tenant, project| {
        let all = template::list(&floor.state, grant(tenant, ReadFactory), project).await.expect("templates");
        all.into_iter().map(|one| one.name).collect::<Vec<_>>()
    };
    assert_eq!(
        (list(1, None).await, list(1, Some(project)).await),
        (vec!["A".into(), "B".into()], vec!["A".into(), "B".into()])
    );
    assert_eq!((list(1, Some(other)).await, list(2, None).await), (vec!["A".to_owned()], vec![]));
    let patch = || OrderTemplatePatch { name: Patch::Value("Z".into()), ..OrderTemplatePatch::default() };
    let update = async |tenant, version| {
        template::update(&floor.state, grant(tenant, EditLookup), global.id, version, patch()).await
    };
    assert!(
        matches!(update(1, 1).await, Ok(Outcome::Done(after)) if after.name == "Z" && after.version == 2)
    );
    assert!(matches!(update(1, 1).await, Ok(Outcome::Conflict(_))));
    assert!(matches!(update(2, 2).await, Err(Error::NotFound { .. })));
    let sql = Sql::new(
        "INSERT INTO orders (tenant_id, provider, model, base_parameter_set, template_id) \
         VALUES (:tenant, 'studio', 'flow', ?, ?)",
    );
    floor.run(sql.bind(json!({})).bind(global.id.uuid())).await;
    let delete = async |tenant| template::delete(&floor.state, grant(tenant, EditLookup), global.id).await;
    assert!(matches!(delete(2).await, Err(Error::NotFound { .. })));
    assert_eq!(delete(1).await.expect("deleted").usage_count, 1);
    assert_eq!(floor.number("SELECT count(*) AS n FROM orders WHERE tenant_id = :tenant").await, 1);
}

async fn lookups_are_the_tenants_or_a_projects(floor: &Floor) {
    let project = floor.project(1, "Foxes").await.id;
    let new = |key: &str, project_id| NewLookup {
        key: key.into(),
        values: vec!["russet".into()],
        project_id,
        ..NewLookup::default()
    };
    let create = async |tenant, new| lookup::create(&floor.state, grant(tenant, EditLookup), new).await;
    let list = async |tenant, project| {
        lookup::list(&floor.state, grant(tenant, ReadFactory), project).await.expect("lookups")
    };
    let house = list(1, None).await;
    assert!(house.len() > 10 && house.iter().all(|one| one.is_system && one.project_id.is_none()));
    assert!(matches!(create(1, new("color", None)).await, Err(Error::NameTaken { .. })));
    let own = create(1, new("color", Some(project))).await.expect("a project has words of its own");
    assert!(matches!(create(1, new("color", Some(project))).await, Err(Error::NameTaken { .. })));
    assert!(matches!(create(2, new("mine", Some(project))).await, Err(Error::NotFound { .. })));
    let fur = create(1, new("fur", None)).await.expect("made");
    assert_eq!(list(1, Some(project)).await.len(), house.len() + 2);
    let other = floor.project(1, "Owls").await.id;
    assert_eq!(list(1, Some(other)).await.len(), house.len() + 1);
    assert_eq!(list(2, None).await.len(), house.len());
    let patch =
        || LookupPatch { values: Patch::Value(vec!["a".into(), "b".into()]), ..LookupPatch::default() };
    let update = async |tenant, id, version| {
        lookup::update(&floor.state, grant(tenant, EditLookup), id, version, patch()).await
    };
    assert!(
        matches!(update(1, house[0].id, 1).await, Ok(Outcome::Done(after)) if after.values == ["a", "b"])
    );
    assert!(matches!(update(1, house[0].id, 1).await, Ok(Outcome::Conflict(_))));
    assert!(matches!(update(2, fur.id, 1).await, Err(Error::NotFound { .. })));
    let delete = async |tenant, id| lookup::delete(&floor.state, grant(tenant, EditLookup), id).await;
    assert!(matches!(delete(1, house[0].id).await, Err(Error::OfTheHouse(_))));
    assert!(matches!(delete(2, fur.id).await, Err(Error::NotFound { .. })));
    delete(1, fur.id).await.expect("deleted");
    delete(1, own.id).await.expect("deleted");
    assert_eq!(list(1, Some(project)).await.len(), house.len());
}

async fn settings_have_rules(floor: &Floor) {
    let list =
        async |tenant| setting::list(&floor.state, grant(tenant, ReadFactory)).await.expect("settings");
    assert!(list(1).await.iter().any(|one| one.key == "retention.log_days" && one.value == Some(json!(30))));
    let update =
        async |key: &str, value| setting::update(&floor.state, grant(1, EditFactory), key, value).await;
    assert_eq!(update("retention.log_days", json!(7)).await.expect("set").value, Some(json!(7)));
    assert!(matches!(update("retention.log_days", json!(0)).await, Err(Error::Invalid(_))));
    let unlimited = update("orders.month_budget_micros", json!(null)).await.expect("set");
    assert_eq!(unlimited.value, None, "no limit");
    assert!(matches!(update("other", json!(0)).await, Err(Error::NotFound { .. })));
    assert!(list(2).await.iter().any(|one| one.key == "retention.log_days" && one.value == Some(json!(30))));
    assert!(caller(1, Role::Member).may(EditFactory).is_err());
    // Of a tenant whom nobody furnished yet.
    assert_eq!(list(3).await.len(), list(1).await.len());
}

async fn providers_are_changed_under_their_version(floor: &Floor) {
    let list =
        async |tenant| provider::list(&floor.state, grant(tenant, ReadFactory)).await.expect("providers");
    let find = async |tenant, id: &str| list(tenant).await.into_iter().find(|one| one.id == id).expect("one");
    let studio = find(1, "studio").await;
    assert!(studio.is_local && studio.is_enabled && !studio.needs_key && !studio.models.is_empty());
    let fal = find(1, "fal").await;
    assert!(!fal.is_local && fal.needs_key && !fal.has_key);
    assert_eq!(fal.models[0].parameter_schema["type"], "object");
    let patch = || ProviderPatch {
        is_enabled: Patch::Value(true),
        concurrent_limit: Patch::Null,
        rate_limit_requests: Patch::Value(30),
        ..ProviderPatch::default()
    };
    let update =
        async |version| provider::update(&floor.state, grant(1, EditProvider), "fal", version, patch()).await;
    let Ok(Outcome::Done(after)) = update(1).await else { panic!("it was at that version") };
    assert_eq!(
        (after.is_enabled, after.concurrent_limit, after.rate_limit_requests, after.version),
        (true, None, Some(30), 2)
    );
    assert!(matches!(update(1).await, Ok(Outcome::Conflict(current)) if current.version == 2));
    assert!(!find(2, "fal").await.is_enabled);
    let none = provider::update(&floor.state, grant(1, EditProvider), "nobody", 1, patch()).await;
    assert!(matches!(none, Err(Error::NotFound { .. })), "{none:?}");
}

async fn a_key_is_sealed_and_never_shown(floor: &Floor) {
    let set = async |key: &str| {
        provider::set_key(&floor.state, grant(1, EditProvider), "fal", key.to_owned().into()).await
    };
    let after = set(" key-secret ").await.expect("stored");
    assert!(after.has_key && !format!("{after:?}").contains("secret"));
    let sql = "SELECT api_key_encrypted AS sealed FROM providers WHERE tenant_id = :tenant AND id = 'fal'";
    let stored = floor.state.db.fetch_one(scope(1), Sql::new(sql)).await.expect("a row");
    let stored: String = stored.get("sealed").expect("a text");
    assert!(stored.starts_with("enc:v1:") && !stored.contains("secret"), "{stored}");
    for odd in ["", "  ", "two words", &"x".repeat(4_001)] {
        assert!(matches!(set(odd).await, Err(Error::Invalid(_))), "{odd}");
    }
    let theirs = provider::list(&floor.state, grant(2, ReadFactory)).await.expect("providers");
    assert!(theirs.iter().all(|one| !one.has_key));
    // Sealed for one tenant, it opens in no other.
    let moved =
        Sql::new("UPDATE providers SET api_key_encrypted = ? WHERE tenant_id = :tenant AND id = 'fal'");
    floor.state.db.execute(scope(2), moved.bind(stored)).await.expect("written");
    let refused = provider::check(&floor.state, grant(2, EditProvider), "fal").await;
    assert!(matches!(refused, Err(Error::Secrets(_))), "{refused:?}");
    let gone = provider::remove_key(&floor.state, grant(1, EditProvider), "fal").await.expect("removed");
    assert!(!gone.has_key);
}

async fn the_studio_tells_of_its_models(floor: &Floor) {
    floor.advance(Duration::from_secs(1));
    let check = provider::check(&floor.state, grant(1, EditProvider), "studio").await.expect("an answer");
    assert!(check.is_ok, "{check:?}");
    let gone = Sql::new("DELETE FROM models WHERE tenant_id = :tenant AND provider_id = 'studio'");
    floor.run(gone).await;
    let studio = provider::sync(&floor.state, grant(1, EditProvider), "studio").await.expect("synced");
    assert!(!studio.models.is_empty() && studio.models.iter().all(|model| model.is_available));
    let old = Sql::new(
        "INSERT INTO models (tenant_id, provider_id, model_id, name, modality) \
         VALUES (:tenant, 'studio', 'old', 'Old', 'text-to-image')",
    );
    floor.run(old).await;
    let again = provider::sync(&floor.state, grant(1, EditProvider), "studio").await.expect("synced");
    assert_eq!(again.models.len(), studio.models.len() + 1);
    assert!(again.models.iter().all(|model| model.is_available == (model.model_id != "old")));
    let none = provider::check(&floor.state, grant(1, EditProvider), "nobody").await;
    assert!(matches!(none, Err(Error::NotFound { .. })), "{none:?}");
}
