//! What is searched for in orders and products, and where.

use atelier_sql::words::{Indexed, fold, fold_json};
use serde_json::Value;

/// The words of orders.
pub const ORDERS: Indexed = Indexed {
    fts: "idx_orders_search",
    text: "search_text",
    row: "orders.search_row",
    vector: "orders.search_vector",
};

/// The words of products.
pub const PRODUCTS: Indexed = Indexed {
    fts: "idx_products_search",
    text: "search_text",
    row: "products.search_row",
    vector: "products.search_vector",
};

/// What an order is found by, for its column `search_text`: its prompt and its negative prompt.
pub fn order_text(parameters: &Value) -> String {
    let texts = ["prompt", "negative_prompt"].map(|name| parameters[name].as_str().unwrap_or_default());
    fold(&texts.join("\n"))
}

/// What a product is found by, for its column `search_text`: every text in its metadata.
pub fn product_text(metadata: &Value) -> String {
    fold_json(metadata)
}
