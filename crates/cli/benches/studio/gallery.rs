//! The factory's gallery over HTTP, asked as its page asks, over a hundred thousand and over a million products.
//!
//! On both engines; PostgreSQL is left out where there is none. After `--`: `--sqlite` or `--postgres` for one engine,
//! `--quick` for a hundred thousand alone. A case is asked two hundred times, or for three seconds.

mod cases;
mod fill;
pub(crate) mod place;
mod words;

use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};

use crate::figures::{at, median, rounded, seconds};
use crate::is_asked;
use crate::studio::{Client, Studio};
use cases::Case;
use fill::World;
use place::Place;

const SIZES: [(&str, u32); 2] = [("100k", 100_000), ("1m", 1_000_000)];
const ROUNDS: usize = 200;
/// No case is asked for longer.
const PATIENCE: Duration = Duration::from_secs(3);
/// These many answers at first count for nothing: caches and plans are cold.
const WARM_UP: usize = 10;

pub(crate) fn measure() -> Value {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut report = json!({});
    if !is_asked("--postgres") {
        report["sqlite"] = engine(&runtime, Place::file());
    }
    if !is_asked("--sqlite") {
        match runtime.block_on(Place::database()) {
            Some(place) => report["postgres"] = engine(&runtime, place),
            None => eprintln!("left out: there is no PostgreSQL at {}", place::SHARED),
        }
    }
    report
}

fn engine(runtime: &tokio::runtime::Runtime, place: Place) -> Value {
    let mut studio = Studio::with(&place.settings());
    // The first question makes the tables and gives the tenant its own of what the house has.
    studio.client().graphql("{ providers { id } }", &json!({}));
    let (mut world, mut report) = (World::default(), json!({}));
    for (name, size) in SIZES {
        if is_asked("--quick") && size > SIZES[0].1 {
            continue;
        }
        let begin = Instant::now();
        studio = studio.meanwhile(|folder| {
            runtime.block_on(async {
                let db = place.open(folder).await;
                fill::up_to(&db, &mut world, size).await;
                place.tidy(&db).await;
                db.close().await;
            });
        });
        let filled = seconds(begin.elapsed());
        eprintln!("{size} products after {filled} s");
        let mut client = studio.client();
        let measured: Map<String, Value> = cases::all()
            .map(|case| (case.name.clone(), ask(&mut client, &case, &world)))
            .inspect(|(name, found)| eprintln!("{name} {found}"))
            .collect();
        report[name] = json!({ "products": size, "fill_seconds": filled, "cases": measured });
    }
    drop(studio);
    runtime.block_on(place.end());
    report
}

/// Milliseconds of a case, from the request to the last byte of the answer.
fn ask(client: &mut Client, case: &Case, world: &World) -> Value {
    let mut times = Vec::new();
    let (mut bytes, mut found) = (0, 0);
    let begin = Instant::now();
    for round in 0..ROUNDS + WARM_UP {
        let variables = case.variables(world, round);
        let (took, answer) = client.timed(case.query(), &variables);
        (bytes, found) = (answer.len(), case.found(&answer));
        if WARM_UP <= round || PATIENCE < begin.elapsed() {
            times.push(took.as_secs_f64() * 1e3);
        }
        if PATIENCE < begin.elapsed() {
            break;
        }
    }
    json!({
        "p50": rounded(median(&times)), "p95": rounded(at(95, &times)), "worst": rounded(at(100, &times)),
        "least": rounded(at(1, &times)), "asked": times.len(), "bytes": bytes, "found": found,
    })
}
