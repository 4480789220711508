//! What the catalogue's part of GraphQL answers, by role and tenant.

use std::sync::Arc;

use async_graphql::{Request, Schema, Variables};
use atelier_api::Identity;
use atelier_base::Role;
use atelier_factory::State;
use atelier_factory::graphql::{Mutation, Query, Subscription};
use atelier_factory::webhook::Webhooks;
use serde_json::{Value, json};

use crate::products::bring;
use crate::stage::{Floor, caller};

crate::stage::on_both_floors! {
    a_page_of_products_has_what_a_gallery_shows
    roles_and_tenants_are_kept_apart
    providers_tell_whether_they_send_news
}

/// The data, or the errors as `{"errors": […]}`.
async fn ask(floor: &Floor, caller: (u128, Role), text: &str, variables: Value) -> Value {
    ask_of(floor.state.clone(), caller, text, variables).await
}

async fn ask_of(state: State, (tenant, role): (u128, Role), text: &str, variables: Value) -> Value {
    let schema = Schema::build(Query::default(), Mutation::default(), Subscription).data(state).finish();
    let request = Request::new(text)
        .variables(Variables::from_json(variables))
        .data(Identity::Known(Arc::new(caller(tenant, role))));
    let response = schema.execute(request).await;
    if response.errors.is_empty() {
        response.data.into_json().expect("data")
    } else {
        json!({"errors": response.errors.iter().map(|error| error.message.clone()).collect::<Vec<_>>()})
    }
}

const PAGE: &str = "query($filter: ProductFilter!) { products(filter: $filter, first: 2) {
    nodes { id projectId orderId orderItemId type mimeType fileSize fileHash width height duration url downloadUrl
        thumbnails { small medium large } thumbhash prompt negativePrompt provider model parameters metadata
        hasContentCredentials liked rating notes tags { id name color usageCount version }
        collections { id name productCount } provenance { orderId orderItemId provider model parameters createdAt }
        version createdAt updatedAt deletedAt }
    edges { cursor } pageInfo { hasNextPage endCursor } }
    productCount(filter: $filter) productDays(filter: $filter) { day count } }";

async fn a_page_of_products_has_what_a_gallery_shows(floor: &Floor) {
    let viewer = (1, Role::Viewer);
    for number in 1..=3 {
        bring(floor, 1, number, None).await;
    }
    let page = ask(floor, viewer, PAGE, json!({"filter": {}})).await;
    let nodes = page["products"]["nodes"].as_array().unwrap_or_else(|| panic!("{page}"));
    assert_eq!(
        (nodes.len(), &page["productCount"], &page["products"]["pageInfo"]["hasNextPage"]),
        (2, &json!(3), &json!(true))
    );
    assert_eq!(page["productDays"][0]["count"], 3);
    let (first, second) = (&nodes[0], &nodes[1]);
    assert_eq!(
        (&first["type"], &first["mimeType"], &first["tags"]),
        (&json!("IMAGE"), &json!("image/jpeg"), &json!([]))
    );
    for address in [&first["url"], &first["downloadUrl"], &first["thumbnails"]["small"]] {
        assert!(address.as_str().is_some_and(|url| url.contains("signature=")), "{address}");
    }
    let both = json!({"ids": [first["id"], second["id"]], "change": {"addTag": "night"}});
    let change = "mutation($ids: [ProductId!]!, $change: ProductsChange!) {
        changeProducts(ids: $ids, change: $change) { changedIds undo { ids change } } }";
    let changed = ask(floor, (1, Role::Member), change, both).await;
    assert_eq!(changed["changeProducts"]["undo"][0]["change"], json!({"removeTag": "night"}), "{changed}");
    let tagged = ask(floor, viewer, PAGE, json!({"filter": {"tags": ["night"]}})).await;
    assert_eq!(
        (&tagged["productCount"], &tagged["products"]["nodes"][1]["tags"][0]["usageCount"]),
        (&json!(2), &json!(2))
    );
    let update = "mutation($id: ProductId!) { updateProduct(id: $id, version: 1, patch: {rating: 5}) {
        ... on Product { rating version } ... on ProductConflict { current { rating } } } }";
    let id = json!({"id": first["id"]});
    let updated = ask(floor, (1, Role::Member), update, id.clone()).await;
    assert_eq!(updated["updateProduct"], json!({"rating": 5, "version": 2}));
    let late = ask(floor, (1, Role::Member), update, id).await;
    assert_eq!(late["updateProduct"], json!({"current": {"rating": 5}}));
}

async fn roles_and_tenants_are_kept_apart(floor: &Floor) {
    let id = bring(floor, 1, 1, None).await.product.id;
    let one = "query($id: ProductId!) { product(id: $id) { id } productCount }";
    let (owner, stranger) = ((1, Role::Owner), (2, Role::Owner));
    assert_eq!(
        ask(floor, owner, one, json!({"id": id})).await,
        json!({"product": {"id": id}, "productCount": 1})
    );
    assert_eq!(
        ask(floor, stranger, one, json!({"id": id})).await,
        json!({"product": null, "productCount": 0})
    );
    let key = r#"mutation { setProviderKey(id: "fal", key: "secret") { hasKey } }"#;
    let shown = ask(floor, owner, key, json!({})).await;
    assert_eq!(shown["setProviderKey"]["hasKey"], true);
    for (role, text) in [
        (Role::Member, key),
        (Role::Member, r#"mutation { updateFactorySetting(key: "orders.max_items", value: 5) { value } }"#),
        (Role::Member, "mutation($id: ProductId!) { purgeProducts(ids: [$id]) }"),
        (
            Role::Viewer,
            "mutation($id: ProductId!) { changeProducts(ids: [$id], change: {delete: true}) { changedIds } }",
        ),
        (Role::Viewer, r#"mutation { createCollection(input: {name: "x"}) { id } }"#),
        (Role::Viewer, r#"mutation { createLookup(input: {key: "x", values: ["y"]}) { id } }"#),
    ] {
        let refused = ask(floor, (1, role), text, json!({"id": id})).await;
        assert!(
            refused["errors"][0].as_str().is_some_and(|text| text.contains("may not")),
            "{text}: {refused}"
        );
    }
    let lists = "{ providers { id hasKey needsKey isLocal models { id modelId parameterSchema } } tags { id } lookups { key values }
        orderTemplates { id } factorySettings { key value } collections { nodes { id cover { id } } } }";
    let lists = ask(floor, (1, Role::Viewer), lists, json!({})).await;
    assert!(lists["providers"].as_array().is_some_and(|all| all.len() > 3), "{lists}");
}

/// Of those that can, whether they are told where to.
async fn providers_tell_whether_they_send_news(floor: &Floor) {
    let silent = ask(floor, (1, Role::Viewer), NEWS, json!({})).await;
    let webhooks = Webhooks::at("https://studio.example.com");
    assert!(webhooks.is_some());
    let told = floor.state.clone().with_webhooks(webhooks);
    let told = ask_of(told, (1, Role::Viewer), NEWS, json!({})).await;
    for (answer, sends) in [(silent, false), (told, true)] {
        let of = |id: &str| {
            let providers = answer["providers"].as_array().unwrap_or_else(|| panic!("{answer}"));
            providers.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("{answer}"))["sendsNews"]
                .clone()
        };
        assert_eq!((of("replicate"), of("studio")), (json!(sends), json!(null)));
    }
}

const NEWS: &str = "{ providers { id sendsNews } }";
