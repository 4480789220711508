//! What it costs to have an item made, beside the making: a machine that answers at once, and thousands of items.
//!
//! The machine speaks as AUTOMATIC1111 does and lives in this process, so that the server's processor time is the
//! server's alone: claiming, asking, looking at the picture, its files, its rows, its news. What looking and files
//! take by themselves is measured beside it, as the floor. On both engines, like the gallery. After `--`: `--sqlite` or
//! `--postgres` for one engine.

mod floor;
mod machine;

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::figures::rounded;
use crate::gallery::place::{self, Place};
use crate::studio::{Client, Studio, wait};
use crate::{is_asked, process};
use machine::Machine;

const ITEMS: u32 = 4_000;
/// Items of the order before, for which caches and connections are cold.
const WARM_UP: u32 = 400;
/// Items at once.
const AT_ONCE: u32 = 32;

const SWITCH_ON: &str = "mutation($version: Int!, $patch: ProviderPatch!) {
    updateProvider(id: \"automatic1111\", version: $version, patch: $patch) { __typename } }";
const ORDER: &str = "mutation($input: NewOrder!) { placeOrder(input: $input) { id } }";
const DONE: &str = "query($id: OrderId!) { order(id: $id) { status completedCount failedCount } }";

pub(crate) fn measure() -> Value {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (floor, _files) = runtime.block_on(floor::cpu_ms());
    let mut report = json!({ "items": ITEMS, "at_once": AT_ONCE, "floor": {"cpu_ms": rounded(floor)} });
    if !is_asked("--postgres") {
        report["sqlite"] = engine(&Place::file(), floor);
    }
    if !is_asked("--sqlite") {
        match runtime.block_on(Place::database()) {
            Some(place) => {
                report["postgres"] = engine(&place, floor);
                runtime.block_on(place.end());
            }
            None => eprintln!("left out: there is no PostgreSQL at {}", place::SHARED),
        }
    }
    report
}

fn engine(place: &Place, floor: f64) -> Value {
    let machine = Machine::start();
    let mut settings = place.settings();
    settings.push(("ATELIER_FACTORY__WORKERS", AT_ONCE.to_string()));
    let studio = Studio::with(&settings);
    let mut client = studio.client();
    let listed = client.graphql("{ providers { id version } }", &json!({}));
    let listed = listed["providers"].as_array().cloned().unwrap_or_default();
    let ours = listed.into_iter().find(|one| one["id"] == "automatic1111").expect("the provider");
    let patch = json!({"apiBaseUrl": machine.address(), "isEnabled": true, "concurrentLimit": AT_ONCE});
    client.graphql(SWITCH_ON, &json!({"version": ours["version"], "patch": patch}));
    client.graphql("mutation { syncProviderModels(id: \"automatic1111\") { id } }", &json!({}));
    order(&mut client, WARM_UP);
    let (served, cpu, begin) = (machine.served(), process::cpu(studio.process()), Instant::now());
    order(&mut client, ITEMS);
    let took = begin.elapsed().as_secs_f64();
    let cpu = process::cpu(studio.process()).saturating_sub(cpu);
    assert_eq!(machine.served() - served, ITEMS, "each item is asked for once");
    let cpu = cpu.as_secs_f64() * 1e3 / f64::from(ITEMS);
    json!({
        "per_second": rounded(f64::from(ITEMS) / took),
        "cpu_ms": rounded(cpu),
        "beside_floor_cpu_ms": rounded(cpu - floor),
    })
}

/// Places an order and waits until all of it was made.
fn order(client: &mut Client, items: u32) {
    let prompt = json!({
        "provider": "automatic1111", "model": "instant", "prompt": format!("a fox in the snow, number [1..{items}]"),
        "limit": items,
    });
    let placed = client.graphql(ORDER, &json!({"input": {"prompt": prompt}}));
    let id = &placed["placeOrder"]["id"];
    wait(Duration::from_millis(20), || {
        let order = client.graphql(DONE, &json!({"id": id}))["order"].clone();
        assert_eq!(order["failedCount"], 0, "{order}");
        (order["completedCount"] == items).then_some(())
    });
}
