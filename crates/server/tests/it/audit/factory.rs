//! What the factory's mutations leave in the trail. They build on each other.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    (
        "placeOrder",
        r#"mutation { placeOrder(input: {prompt: {provider: "studio", model: "shapes", prompt: "x"}}) { id } }"#,
        "order.place",
    ),
    (
        "moveOrder",
        "mutation($order: OrderId!) { moveOrder(id: $order, version: 1) { __typename } }",
        "order.move",
    ),
    ("pauseOrder", "mutation($order: OrderId!) { pauseOrder(id: $order) { id } }", "order.pause"),
    ("resumeOrder", "mutation($order: OrderId!) { resumeOrder(id: $order) { id } }", "order.resume"),
    (
        "setOrderPriority",
        "mutation($order: OrderId!) { setOrderPriority(id: $order, priority: 1) { id } }",
        "order.prioritise",
    ),
    ("pauseLanes", r#"mutation { pauseLanes(providers: ["studio"]) { paused } }"#, "lane.pause"),
    ("resumeLanes", r#"mutation { resumeLanes(providers: ["studio"]) { paused } }"#, "lane.resume"),
    (
        "cancelOrderItem",
        "mutation($item: OrderItemId!) { cancelOrderItem(id: $item) { id } }",
        "order.cancel_item",
    ),
    (
        "retryOrderItem",
        "mutation($item: OrderItemId!) { retryOrderItem(id: $item) { id } }",
        "order.retry_item",
    ),
    ("cancelOrder", "mutation($order: OrderId!) { cancelOrder(id: $order) { id } }", "order.cancel"),
    ("retryOrder", "mutation($order: OrderId!) { retryOrder(id: $order) { id } }", "order.retry"),
    ("deleteOrder", "mutation($order: OrderId!) { deleteOrder(id: $order) { id } }", "order.delete"),
    ("restoreOrder", "mutation($order: OrderId!) { restoreOrder(id: $order) { id } }", "order.restore"),
    // The one that was placed first.
    ("cancelAllOrders", "mutation { cancelAllOrders }", "order.cancel"),
    (
        "updateProvider",
        r#"mutation { updateProvider(id: "studio", version: 1, patch: {name: "Easel"}) { __typename } }"#,
        "provider.edit",
    ),
    (
        "setProviderKey",
        r#"mutation { setProviderKey(id: "openai", key: "sk-1") { id } }"#,
        "provider.set_key",
    ),
    ("removeProviderKey", r#"mutation { removeProviderKey(id: "openai") { id } }"#, "provider.remove_key"),
    // It asks, and changes nothing.
    ("checkProvider", r#"mutation { checkProvider(id: "studio") { isOk } }"#, ""),
    ("syncProviderModels", r#"mutation { syncProviderModels(id: "studio") { id } }"#, "provider.sync"),
    (
        "updateProduct",
        "mutation($product: ProductId!) {
            updateProduct(id: $product, version: 1, patch: {liked: true}) { __typename } }",
        "product.edit",
    ),
    (
        "changeProducts",
        "mutation($product: ProductId!, $collection: CollectionId!) {
            changeProducts(ids: [$product], change: {addToCollection: $collection}) { changedIds } }",
        "product.collect",
    ),
    (
        "moveInCollection",
        "mutation($collection: CollectionId!, $product: ProductId!) {
            moveInCollection(id: $collection, productId: $product) { id } }",
        "collection.arrange",
    ),
    (
        "setFeaturedProducts",
        "mutation($project: ProjectId!) { setFeaturedProducts(projectId: $project, ids: []) }",
        "project.feature",
    ),
    ("createCollection", r#"mutation { createCollection(input: {name: "x"}) { id } }"#, "collection.create"),
    (
        "updateCollection",
        r#"mutation($collection: CollectionId!) {
            updateCollection(id: $collection, version: 1, patch: {name: "y"}) { __typename } }"#,
        "collection.edit",
    ),
    (
        "deleteCollection",
        "mutation($collection: CollectionId!) { deleteCollection(id: $collection) { id } }",
        "collection.delete",
    ),
    (
        "restoreCollection",
        "mutation($collection: CollectionId!) { restoreCollection(id: $collection) { id } }",
        "collection.restore",
    ),
    (
        "updateTag",
        r#"mutation($tag: TagId!) { updateTag(id: $tag, version: 1, name: "x") { id } }"#,
        "tag.edit",
    ),
    ("deleteTag", "mutation($tag: TagId!) { deleteTag(id: $tag) { id } }", "tag.delete"),
    (
        "createOrderTemplate",
        r#"mutation { createOrderTemplate(input:
            {name: "y", provider: "studio", model: "shapes", parameterSet: {prompt: "x"}}) { id } }"#,
        "template.create",
    ),
    (
        "updateOrderTemplate",
        r#"mutation($template: OrderTemplateId!) {
            updateOrderTemplate(id: $template, version: 1, patch: {name: "z"}) { __typename } }"#,
        "template.edit",
    ),
    (
        "deleteOrderTemplate",
        "mutation($template: OrderTemplateId!) { deleteOrderTemplate(id: $template) { id } }",
        "template.delete",
    ),
    (
        "createLookup",
        r#"mutation { createLookup(input: {key: "glaze", values: ["x"]}) { id } }"#,
        "lookup.create",
    ),
    (
        "updateLookup",
        r#"mutation($lookup: LookupId!) {
            updateLookup(id: $lookup, version: 1, patch: {values: ["y"]}) { __typename } }"#,
        "lookup.edit",
    ),
    ("deleteLookup", "mutation($lookup: LookupId!) { deleteLookup(id: $lookup) { id } }", "lookup.delete"),
    (
        "updateFactorySetting",
        r#"mutation { updateFactorySetting(key: "orders.max_items", value: 10) { key } }"#,
        "setting.edit",
    ),
    (
        "changeProducts",
        "mutation($product: ProductId!) {
            changeProducts(ids: [$product], change: {delete: true}) { changedIds } }",
        "product.delete",
    ),
    ("purgeProducts", "mutation($product: ProductId!) { purgeProducts(ids: [$product]) }", "product.purge"),
];
