//! What it costs to lay down an order with its items: one transaction, durable, counts kept by triggers.
//!
//! `cargo xtask bench orders`, with `-- 10000` for another number of items than 100 000 and `--json` for machines. Each engine is measured
//! with its triggers and, in turns, on the same tables without them. PostgreSQL is left out where there is none.
#![expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::path::PathBuf;
use std::time::Instant;

use atelier_base::{OrderId, Randomness, Scope};
use atelier_factory::SCHEMA;
use atelier_factory::item::{self, Lot};
use atelier_factory::order::{self, OrderRow};
use atelier_sql::conformance::{Stage, clock, tenant};
use atelier_sql::{Db, Sql};
use serde_json::{Value, json};

const ROUNDS: usize = 5;

fn main() {
    // Cargo hands over `--bench` as well.
    let asked = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let items: u32 = asked.unwrap_or(100_000);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let report = runtime.block_on(compare(items));
    if std::env::args().any(|argument| argument == "--json") {
        println!("{report}");
        return;
    }
    println!("an order of {items} items in one transaction, best of {ROUNDS}");
    println!("| engine | items/s with triggers | items/s without |");
    println!("|---|---|---|");
    for engine in ["sqlite", "postgres"] {
        if let Some(found) = report.get(engine) {
            println!("| {engine} | {} | {} |", found["per_second"], found["per_second_without_triggers"]);
        }
    }
}

async fn compare(items: u32) -> Value {
    // In the target folder: /tmp may be memory.
    let executable = std::env::current_exe().expect("a path");
    let beside: PathBuf = executable.parent().expect("a folder").into();
    let folders = [(); 2].map(|()| tempfile::tempdir_in(&beside).expect("a directory"));
    let with = Stage::sqlite(folders[0].path()).await;
    let without = Stage::sqlite(folders[1].path()).await;
    let mut report = json!({ "items": items, "sqlite": measure(with, without, items).await });
    if let (Some(with), Some(without)) = (Stage::postgres().await, Stage::postgres().await) {
        report["postgres"] = measure(with, without, items).await;
    }
    report
}

async fn measure(with: Stage, without: Stage, items: u32) -> Value {
    SCHEMA.up(&with.db, &clock()).await.expect("migrated");
    SCHEMA.up(&without.db, &clock()).await.expect("migrated");
    SCHEMA.down_to(&without.db, Some("factory-0001")).await.expect("the tables alone");
    let randomness = Randomness::seeded(5);
    let (mut kept, mut bare) = (0.0_f64, 0.0_f64);
    for _ in 0..ROUNDS {
        kept = kept.max(lay_down(&with.db, items, &randomness).await);
        bare = bare.max(lay_down(&without.db, items, &randomness).await);
    }
    let sql = Sql::new("SELECT min(expanded_count) AS n FROM orders WHERE tenant_id = :tenant");
    let counted: i64 = with.db.fetch_one(tenant(1), sql).await.expect("a row").get("n").expect("a count");
    assert_eq!(counted, i64::from(items), "the triggers counted");
    with.end().await;
    without.end().await;
    json!({ "per_second": kept.round(), "per_second_without_triggers": bare.round() })
}

/// Parameters as an expansion gives them, about 200 bytes.
fn parameters(n: u32) -> Value {
    let prompt =
        format!("a red fox in the snow at dawn, linocut in the manner of the old masters, number {n}");
    json!({"prompt": prompt, "negative_prompt": "blurry", "seed": n, "steps": 20, "width": 1024, "height": 768})
}

/// Items a second.
async fn lay_down(db: &Db, items: u32, randomness: &Randomness) -> f64 {
    let (scope, now): (Scope, _) = (tenant(1), clock().now());
    let id = OrderId::generate(now, randomness);
    let new = OrderRow::new(id, "studio", "flow", json!({"prompt": "a [red,blue] fox in the snow"}));
    let lot = Lot { order: new.id, provider: &new.provider, max_attempts: 4, first: 0, reserved_micros: 0 };
    let begin = Instant::now();
    let mut transaction = db.begin().await.expect("begun");
    order::insert(&mut transaction, scope, &new, now).await.expect("an order");
    let laid =
        item::insert(&mut transaction, scope, lot, (now, randomness), (0..items).map(parameters)).await;
    assert_eq!(laid.expect("items"), u64::from(items));
    transaction.commit().await.expect("committed");
    f64::from(items) / begin.elapsed().as_secs_f64()
}
