//! `kill -9` while the factory works: each item ends once, no product is lost or doubled, nothing is paid for twice, and
//! no file is left over.

use std::path::Path;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

use atelier_base::{Clock, Randomness};
use atelier_peers::victim::{asked, rounds};
use atelier_server::{App, Config, schedule_upkeep, workers};
use atelier_testkit::{Connection, Program};
use serde_json::{Value, json};

use super::shop::Shop;
use super::{ask, ended, made, one_product_an_item, painted, place, products};
use crate::survival::sign_up;

/// How often it is killed, and how many items are painted meanwhile; a quarter as many are bought. Whoever runs the test
/// asks for more with `ATELIER_KILL_ROUNDS` and `ATELIER_KILL_ITEMS`.
const ROUNDS: u64 = 3;
const ITEMS: u64 = 120;
/// Requests at once that the house allows at the provider that is paid: so many may be on their way at a kill.
const AT_ONCE: u64 = 10;

#[test]
fn orders_are_made_whole_through_kills() {
    let rounds = rounds(ROUNDS);
    let items = asked("ATELIER_KILL_ITEMS", ITEMS.max(rounds * 20));
    let bought = items / 4;
    let (data, shop) = (tempfile::tempdir().expect("a directory"), Shop::open());
    let cookie = sign_up(data.path());
    let mut orders = Vec::new();
    for round in 0..rounds {
        let server = serve(data.path());
        let mut connection = server.connect().expect("a connection");
        if orders.is_empty() {
            orders.push(place(&mut connection, &cookie, &painted(items)));
            connect(&mut connection, &cookie, &shop.url);
            orders.push(place(&mut connection, &cookie, &paid(bought)));
        }
        // As many again are made after the last kill.
        let enough = (round + 1) * items / (2 * rounds);
        while made(&mut connection, &cookie, &orders[0])["completedCount"].as_u64() < Some(enough) {
            sleep(Duration::from_millis(20));
        }
        server.signal("-KILL");
    }
    let server = serve(data.path());
    let mut connection = server.connect().expect("a connection");
    // What the killed ones had comes back when their leases end.
    let ends: Vec<Value> = orders.iter().map(|order| ended(&mut connection, &cookie, order)).collect();
    assert_eq!((&ends[0]["status"], ends[0]["completedCount"].as_u64()), (&json!("FULFILLED"), Some(items)));
    let [came, lost] =
        ["completedCount", "failedCount"].map(|count| ends[1][count].as_u64().expect("a number"));
    assert_unknown(&mut connection, &cookie, &orders[1]);
    assert_eq!(came + lost, bought, "what was paid for came, or it is said that nobody knows: {}", ends[1]);
    assert!(lost <= rounds * AT_ONCE, "{lost} of {bought}");
    let (sold, twice) = shop.sold();
    assert!(twice.is_empty(), "paid for twice: {twice:?}");
    assert!(came <= sold as u64 && sold as u64 <= bought, "{came} of {sold} of {bought}");
    let all = items + came;
    one_product_an_item(&products(&mut connection, &cookie), all);
    drop(connection);
    assert!(server.stop().success());
    let before = files(&data.path().join("blobs/objects"));
    sweep(data.path());
    let after = files(&data.path().join("blobs/objects"));
    assert_eq!(after as u64, all * 2, "a file and the copy of each product, of {before} before the sweep");
    println!(
        "{rounds} kills: {items} painted, {sold} of {bought} bought, of which {came} came and {lost} are unknown; {} files swept",
        before - after
    );
}

/// A server on a free port that may call this machine.
fn serve(data: &Path) -> Program {
    let settings = [("ATELIER_FACTORY__PRIVATE_PROVIDERS", "true")];
    Program::serve_with(env!("CARGO_BIN_EXE_atelier"), data, &settings, Stdio::inherit())
}

fn paid(items: u64) -> Value {
    json!({"provider": "replicate", "model": "black-forest-labs/flux-schnell", "prompt": format!("harbour [1..{items}]"),
        "limit": items.max(1_000), "parameters": {}})
}

/// Makes the shop the tenant's Replicate. What a killed server had counts against the limits of the studio until its
/// leases end, so that these are raised.
fn connect(connection: &mut Connection, cookie: &str, url: &str) {
    let query = "mutation($id: String!, $patch: ProviderPatch!) {
        updateProvider(id: $id, version: 1, patch: $patch) { __typename } }";
    for (id, patch) in [
        ("replicate", json!({"apiBaseUrl": url, "isEnabled": true})),
        ("studio", json!({"concurrentLimit": 24})),
    ] {
        let changed = ask(connection, cookie, query, &json!({"id": id, "patch": patch}));
        assert_eq!(changed["updateProvider"]["__typename"], "Provider");
    }
    let query = "mutation { setProviderKey(id: \"replicate\", key: \"r8_key\") { hasKey } }";
    ask(connection, cookie, query, &json!({}));
}

/// Of those that failed, nobody knows what became of them.
fn assert_unknown(connection: &mut Connection, cookie: &str, order: &Value) {
    let query = "query($id: OrderId!) { order(id: $id) { items(status: FAILED, first: 200) { nodes { errorCategory } } } }";
    let found = ask(connection, cookie, query, &json!({"id": order}));
    let nodes = found["order"]["items"]["nodes"].as_array().expect("items");
    assert!(nodes.iter().all(|item| item["errorCategory"] == "UNKNOWN"), "{nodes:?}");
}

/// Files of products, the smaller copies included.
fn files(directory: &Path) -> usize {
    let entries = std::fs::read_dir(directory).into_iter().flatten().flatten();
    let count = |entry: std::fs::DirEntry| {
        if entry.path().is_dir() {
            return files(&entry.path());
        }
        usize::from(entry.file_name().to_string_lossy().starts_with("prod_"))
    };
    entries.map(count).sum()
}

/// The daily round, two days later.
fn sweep(data: &Path) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(daily(data));
}

async fn daily(data: &Path) {
    let mut config = Config::defaults().expect("the defaults are valid");
    config.server.data = data.to_owned();
    let clock = Clock::fixed(Clock::system().now().after(Duration::from_hours(48)));
    let app = App::open(config, clock.clone(), Randomness::seeded(1)).expect("the stores open");
    schedule_upkeep(&app).await.expect("declared");
    clock.advance(Duration::from_hours(24));
    while workers(&app).run_one().await.expect("run").is_some() {}
    app.factory.db.close().await;
    app.tables.close().await.expect("the store closes");
}
