//! The factory's root fields.

use atelier_testkit::Cast;
use axum::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::Row;

const MISSING: &str = "factory_not_found";

pub(super) const ROWS: &[Row] = &[
    ("Query.expandPrompt", PREVIEW, ""),
    ("Query.order", "query($order: OrderId!) { order(id: $order) { id } }", ""),
    ("Query.orders", "{ orders { nodes { id } } }", ""),
    ("Query.orderItem", "query($item: OrderItemId!) { orderItem(id: $item) { id } }", ""),
    ("Query.lanes", "{ lanes { pending } }", ""),
    ("Query.line", "{ line { nodes { id } } }", ""),
    ("Query.queue", "{ queue { nodes { id } } }", ""),
    ("Query.providers", "{ providers { id } }", ""),
    ("Query.product", "query($product: ProductId!) { product(id: $product) { id } }", ""),
    ("Query.products", "{ products { nodes { id } } }", ""),
    ("Query.productCount", "{ productCount }", ""),
    ("Query.productDays", "{ productDays { day } }", ""),
    (
        "Query.similarProducts",
        "query($product: ProductId!) { similarProducts(id: $product) { id } }",
        MISSING,
    ),
    ("Query.collection", "query($collection: CollectionId!) { collection(id: $collection) { id } }", ""),
    ("Query.collections", "{ collections { nodes { id } } }", ""),
    ("Query.tags", "{ tags { id } }", ""),
    ("Query.orderTemplates", "{ orderTemplates { id } }", ""),
    ("Query.lookups", "{ lookups { id } }", ""),
    ("Query.factorySettings", "{ factorySettings { key } }", ""),
    (
        "Mutation.placeOrder",
        r#"mutation { placeOrder(input: {prompt: {provider: "studio", model: "shapes", prompt: "x"}}) { id } }"#,
        "",
    ),
    ("Mutation.pauseOrder", "mutation($order: OrderId!) { pauseOrder(id: $order) { id } }", MISSING),
    ("Mutation.resumeOrder", "mutation($order: OrderId!) { resumeOrder(id: $order) { id } }", MISSING),
    ("Mutation.cancelOrder", "mutation($order: OrderId!) { cancelOrder(id: $order) { id } }", MISSING),
    ("Mutation.retryOrder", "mutation($order: OrderId!) { retryOrder(id: $order) { id } }", MISSING),
    (
        "Mutation.setOrderPriority",
        "mutation($order: OrderId!) { setOrderPriority(id: $order, priority: 1) { id } }",
        MISSING,
    ),
    (
        "Mutation.moveOrder",
        "mutation($order: OrderId!) { moveOrder(id: $order, version: 1) { __typename } }",
        MISSING,
    ),
    ("Mutation.pauseLanes", "mutation { pauseLanes { paused } }", ""),
    ("Mutation.resumeLanes", r#"mutation { resumeLanes(providers: ["studio"]) { paused } }"#, ""),
    ("Mutation.deleteOrder", "mutation($order: OrderId!) { deleteOrder(id: $order) { id } }", MISSING),
    ("Mutation.restoreOrder", "mutation($order: OrderId!) { restoreOrder(id: $order) { id } }", MISSING),
    (
        "Mutation.cancelOrderItem",
        "mutation($item: OrderItemId!) { cancelOrderItem(id: $item) { id } }",
        MISSING,
    ),
    (
        "Mutation.retryOrderItem",
        "mutation($item: OrderItemId!) { retryOrderItem(id: $item) { id } }",
        MISSING,
    ),
    ("Mutation.cancelAllOrders", "mutation { cancelAllOrders }", ""),
    (
        "Mutation.updateProvider",
        r#"mutation { updateProvider(id: "studio", version: 1, patch: {}) { __typename } }"#,
        "",
    ),
    ("Mutation.setProviderKey", r#"mutation { setProviderKey(id: "openai", key: "sk-1") { id } }"#, ""),
    ("Mutation.removeProviderKey", r#"mutation { removeProviderKey(id: "openai") { id } }"#, ""),
    ("Mutation.checkProvider", r#"mutation { checkProvider(id: "studio") { isOk } }"#, ""),
    ("Mutation.syncProviderModels", r#"mutation { syncProviderModels(id: "studio") { id } }"#, ""),
    (
        "Mutation.updateProduct",
        "mutation($product: ProductId!) { updateProduct(id: $product, version: 1, patch: {}) { __typename } }",
        MISSING,
    ),
    // Ids of others are none: nothing is changed, and nothing is said.
    (
        "Mutation.changeProducts",
        "mutation($product: ProductId!) { changeProducts(ids: [$product], change: {liked: true}) { changedIds } }",
        "",
    ),
    ("Mutation.purgeProducts", "mutation($product: ProductId!) { purgeProducts(ids: [$product]) }", ""),
    (
        "Mutation.setFeaturedProducts",
        "mutation($project: ProjectId!) { setFeaturedProducts(projectId: $project, ids: []) }",
        MISSING,
    ),
    ("Mutation.createCollection", r#"mutation { createCollection(input: {name: "x"}) { id } }"#, ""),
    (
        "Mutation.updateCollection",
        "mutation($collection: CollectionId!) {
            updateCollection(id: $collection, version: 1, patch: {}) { __typename } }",
        MISSING,
    ),
    (
        "Mutation.deleteCollection",
        "mutation($collection: CollectionId!) { deleteCollection(id: $collection) { id } }",
        MISSING,
    ),
    (
        "Mutation.restoreCollection",
        "mutation($collection: CollectionId!) { restoreCollection(id: $collection) { id } }",
        MISSING,
    ),
    (
        "Mutation.moveInCollection",
        "mutation($collection: CollectionId!, $product: ProductId!) {
            moveInCollection(id: $collection, productId: $product) { id } }",
        MISSING,
    ),
    (
        "Mutation.updateTag",
        r#"mutation($tag: TagId!) { updateTag(id: $tag, version: 1, name: "x") { id } }"#,
        MISSING,
    ),
    ("Mutation.deleteTag", "mutation($tag: TagId!) { deleteTag(id: $tag) { id } }", MISSING),
    (
        "Mutation.createOrderTemplate",
        r#"mutation { createOrderTemplate(input:
            {name: "x", provider: "studio", model: "shapes", parameterSet: {prompt: "x"}}) { id } }"#,
        "",
    ),
    (
        "Mutation.updateOrderTemplate",
        "mutation($template: OrderTemplateId!) {
            updateOrderTemplate(id: $template, version: 1, patch: {}) { __typename } }",
        MISSING,
    ),
    (
        "Mutation.deleteOrderTemplate",
        "mutation($template: OrderTemplateId!) { deleteOrderTemplate(id: $template) { id } }",
        MISSING,
    ),
    (
        "Mutation.createLookup",
        r#"mutation { createLookup(input: {key: "glaze", values: ["x"]}) { id } }"#,
        "",
    ),
    (
        "Mutation.updateLookup",
        "mutation($lookup: LookupId!) { updateLookup(id: $lookup, version: 1, patch: {}) { __typename } }",
        MISSING,
    ),
    ("Mutation.deleteLookup", "mutation($lookup: LookupId!) { deleteLookup(id: $lookup) { id } }", MISSING),
    (
        "Mutation.updateFactorySetting",
        r#"mutation { updateFactorySetting(key: "orders.max_items", value: 10) { key } }"#,
        "",
    ),
    ("Subscription.factoryChanges", "subscription { factoryChanges { kind } }", ""),
];

const PREVIEW: &str =
    r#"{ expandPrompt(input: {provider: "studio", model: "shapes", prompt: "[a,b]"}) { count } }"#;

/// A PNG of one pixel.
const PIXEL: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/// Ids of the cast's organisation, to be added to the others.
pub(super) async fn ids(cast: &Cast) -> Value {
    let make = async |operation: &str, field: &str| {
        let answer = cast.owner.graphql(operation, json!({})).await;
        answer.data()[field].clone()
    };
    let order = make(
        r#"mutation { placeOrder(input: {prompt: {provider: "studio", model: "shapes", prompt: "a fox"}})
            { id items { nodes { id } } } }"#,
        "placeOrder",
    )
    .await;
    let png = STANDARD.decode(PIXEL).expect("base64");
    let product =
        cast.owner.send(Method::POST, "/api/v1/factory/import", "application/octet-stream", png).await;
    let product = product.body["id"].clone();
    assert!(product.is_string(), "a picture is a product");
    let tagging = format!(
        r#"mutation {{ changeProducts(ids: [{product}], change: {{addTag: "fox"}}) {{ changedIds }} }}"#
    );
    make(&tagging, "changeProducts").await;
    let tag = cast.owner.graphql("{ tags { id } }", json!({})).await.data()["tags"][0]["id"].clone();
    let collection =
        make(r#"mutation { createCollection(input: {name: "Foxes"}) { id } }"#, "createCollection").await;
    let template = make(
        r#"mutation { createOrderTemplate(input:
            {name: "x", provider: "studio", model: "shapes", parameterSet: {prompt: "x"}}) { id } }"#,
        "createOrderTemplate",
    )
    .await;
    let lookup = make(
        r#"mutation { createLookup(input: {key: "ground", values: ["gesso"]}) { id } }"#,
        "createLookup",
    )
    .await;
    json!({
        "order": order["id"], "item": order["items"]["nodes"][0]["id"], "product": product, "tag": tag,
        "collection": collection["id"], "template": template["id"], "lookup": lookup["id"],
    })
}
