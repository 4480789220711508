//! `kill -9` while the factory works: each item ends once, and no product is lost or doubled.

use std::collections::BTreeSet;
use std::thread::sleep;
use std::time::Duration;

use atelier_testkit::Connection;
use serde_json::{Value, json};

use crate::serve;
use crate::survival::{graphql, sign_up};

const ITEMS: u64 = 120;
/// How often it is killed; `ATELIER_KILL_ROUNDS` asks for more.
const ROUNDS: u64 = 3;

#[test]
fn an_order_is_made_whole_through_kills() {
    #[expect(clippy::disallowed_methods, reason = "how the person who runs the test asks for more")]
    let rounds = std::env::var("ATELIER_KILL_ROUNDS").map_or(Ok(ROUNDS), |text| text.parse());
    let rounds: u64 = rounds.expect("ATELIER_KILL_ROUNDS is a number");
    // As many again are made after the last kill.
    let items = ITEMS.max(rounds * 20);
    let data = tempfile::tempdir().expect("a directory");
    let cookie = sign_up(data.path());
    let mut order = Value::Null;
    for round in 0..rounds {
        let server = serve(data.path());
        let mut connection = server.connect().expect("a connection");
        if order.is_null() {
            order = place(&mut connection, &cookie, items);
        }
        let enough = (round + 1) * 10;
        while made(&mut connection, &cookie, &order)["completedCount"].as_u64() < Some(enough) {
            sleep(Duration::from_millis(20));
        }
        server.signal("-KILL");
    }
    let server = serve(data.path());
    let mut connection = server.connect().expect("a connection");
    // What the killed ones had comes back when their leases end.
    let end = loop {
        let now = made(&mut connection, &cookie, &order);
        if now["status"] != "PROCESSING" && now["status"] != "PENDING" {
            break now;
        }
        sleep(Duration::from_millis(200));
    };
    assert_eq!(end["status"], "FULFILLED", "{end}");
    assert_eq!(end["completedCount"], items);
    let products = products(&mut connection, &cookie);
    let makers: BTreeSet<String> =
        products.iter().map(|product| product["orderItemId"].to_string()).collect();
    assert_eq!((products.len() as u64, makers.len() as u64), (items, items), "one product an item");
    for product in &products {
        assert_eq!(product["provenance"].as_array().map(Vec::len), Some(1), "{product}");
    }
}

/// Each item has another prompt, and so another picture.
fn place(connection: &mut Connection, cookie: &str, items: u64) -> Value {
    let query = "mutation($input: NewOrder!) { placeOrder(input: $input) { id } }";
    let prompt = json!({
        "provider": "studio", "model": "noise", "prompt": format!("cloud [1..{items}]"),
        "parameters": {"width": 64, "height": 64},
    });
    let body = json!({"query": query, "variables": {"input": {"prompt": prompt}}});
    let answer = graphql(connection, cookie, &body).expect("an answer");
    assert!(answer["data"]["placeOrder"]["id"].is_string(), "{answer}");
    answer["data"]["placeOrder"]["id"].clone()
}

fn made(connection: &mut Connection, cookie: &str, order: &Value) -> Value {
    let query = "query($id: OrderId!) { order(id: $id) { status completedCount failedCount } }";
    let body = json!({"query": query, "variables": {"id": order}});
    graphql(connection, cookie, &body).expect("an answer")["data"]["order"].clone()
}

fn products(connection: &mut Connection, cookie: &str) -> Vec<Value> {
    let query = "query($after: String) { products(first: 200, after: $after) {
        nodes { orderItemId provenance { orderItemId } } pageInfo { hasNextPage endCursor } } }";
    let (mut all, mut after) = (Vec::new(), Value::Null);
    loop {
        let body = json!({"query": query, "variables": {"after": after}});
        let page = graphql(connection, cookie, &body).expect("an answer")["data"]["products"].clone();
        all.extend(page["nodes"].as_array().expect("nodes").iter().cloned());
        if page["pageInfo"]["hasNextPage"] == false {
            return all;
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
}
