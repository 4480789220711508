//! The factory through the program: what an order comes to, whatever happens to the processes.

mod kills;
mod shop;
mod two;

use std::collections::BTreeSet;
use std::thread::sleep;
use std::time::Duration;

use atelier_testkit::Connection;
use serde_json::{Value, json};

use crate::survival::graphql;

/// Each item has another prompt, and so another picture.
pub(crate) fn painted(items: u64) -> Value {
    json!({"provider": "studio", "model": "noise", "prompt": format!("cloud [1..{items}]"), "limit": items.max(1_000),
        "parameters": {"width": 64, "height": 64}})
}

fn ask(connection: &mut Connection, cookie: &str, query: &str, variables: &Value) -> Value {
    let answer = graphql(connection, cookie, &json!({"query": query, "variables": variables}));
    let answer = answer.expect("an answer");
    assert!(answer["errors"].is_null(), "{answer}");
    answer["data"].clone()
}

pub(crate) fn place(connection: &mut Connection, cookie: &str, prompt: &Value) -> Value {
    let query = "mutation($input: NewOrder!) { placeOrder(input: $input) { id } }";
    let placed = ask(connection, cookie, query, &json!({"input": {"prompt": prompt}}));
    placed["placeOrder"]["id"].clone()
}

pub(crate) fn made(connection: &mut Connection, cookie: &str, order: &Value) -> Value {
    let query = "query($id: OrderId!) { order(id: $id) { status completedCount failedCount } }";
    ask(connection, cookie, query, &json!({"id": order}))["order"].clone()
}

/// Waits until an order has ended; what became of it.
pub(crate) fn ended(connection: &mut Connection, cookie: &str, order: &Value) -> Value {
    loop {
        let now = made(connection, cookie, order);
        if now["status"] != "PROCESSING" && now["status"] != "PENDING" {
            return now;
        }
        sleep(Duration::from_millis(200));
    }
}

pub(crate) fn products(connection: &mut Connection, cookie: &str) -> Vec<Value> {
    let query = "query($after: String) { products(first: 200, after: $after) {
        nodes { orderItemId provenance { orderItemId } } pageInfo { hasNextPage endCursor } } }";
    let (mut all, mut after) = (Vec::new(), Value::Null);
    loop {
        let page = ask(connection, cookie, query, &json!({"after": after}))["products"].clone();
        all.extend(page["nodes"].as_array().expect("nodes").iter().cloned());
        if page["pageInfo"]["hasNextPage"] == false {
            return all;
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
}

fn one_product_an_item(products: &[Value], items: u64) {
    let makers: BTreeSet<String> =
        products.iter().map(|product| product["orderItemId"].to_string()).collect();
    assert_eq!((products.len() as u64, makers.len() as u64), (items, items), "one product an item");
    for product in products {
        assert_eq!(product["provenance"].as_array().map(Vec::len), Some(1), "{product}");
    }
}
