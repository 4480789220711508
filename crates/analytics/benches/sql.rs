//! SQL over a million sessions in two years of months, as a member of a busy studio would ask.
//!
//! `cargo bench -p atelier-analytics --bench sql -- [--json]`. Each query runs five times after one that is not
//! counted; the store of files is a directory.

use std::error::Error;
use std::time::{Duration, Instant};

use atelier_analytics::{Column, ColumnKind, Dataset, Lake, Limits};
use atelier_base::{Clock, Randomness, Scope, TenantId, UserId};
use atelier_blobs::{ASSETS, Blobs, Options};
use serde_json::{Value, json};

const ROWS: usize = 1_000_000;
const MONTHS: usize = 24;
const ROUNDS: usize = 5;

static SESSIONS: Dataset = Dataset {
    name: "sessions",
    purpose: "A session of work",
    columns: &[
        Column { name: "project", kind: ColumnKind::Text, purpose: "The project" },
        Column { name: "technique", kind: ColumnKind::Text, purpose: "What was done" },
        Column { name: "minutes", kind: ColumnKind::Integer, purpose: "Minutes" },
        Column { name: "day", kind: ColumnKind::Date, purpose: "The local day" },
    ],
};

const QUERIES: &[(&str, &str)] = &[
    ("by_project", "SELECT project, sum(minutes), count(*) FROM sessions GROUP BY project ORDER BY 2 DESC"),
    (
        "by_week_and_technique",
        "SELECT date_trunc('week', day), technique, sum(minutes) FROM sessions GROUP BY 1, 2 ORDER BY 1, 2",
    ),
    (
        "one_month",
        "SELECT project, sum(minutes) FROM sessions WHERE month = '2026-03' GROUP BY project ORDER BY project",
    ),
];

#[tokio::main(flavor = "current_thread")]
#[expect(clippy::print_stdout, reason = "its result")]
async fn main() -> Result<(), Box<dyn Error>> {
    let compact = std::env::args().any(|argument| argument == "--json");
    let folder = tempfile::tempdir()?;
    let blobs = Blobs::open(Options::at(folder.path()), &[&ASSETS])?;
    let lake = Lake::open(blobs, &ASSETS, &[&SESSIONS], 1)?;
    let user = UserId::generate(Clock::system().now(), &Randomness::system());
    let scope = Scope::tenant(TenantId::Personal(user));
    let writing = timed();
    for number in 0..MONTHS {
        let month = format!("{}-{:02}", 2025 + number / 12, number % 12 + 1);
        let rows = rows(&month);
        lake.replace(scope, &SESSIONS, month.parse()?, rows).await?;
    }
    let written = writing();
    let mut report = json!({ "rows": ROWS / MONTHS * MONTHS, "write_ms": millis(written) });
    let limits = Limits { time: Duration::from_mins(2), rows: 100_000, ..Limits::default() };
    for (name, text) in QUERIES {
        let mut taken = Vec::new();
        let mut rows = 0;
        for round in 0..=ROUNDS {
            let running = timed();
            rows = lake.sql(scope, text, limits).await?.rows.len();
            if 0 < round {
                taken.push(millis(running()));
            }
        }
        taken.sort_by(f64::total_cmp);
        report[*name] =
            json!({ "median_ms": taken[ROUNDS / 2], "worst_ms": taken[ROUNDS - 1], "rows": rows });
    }
    println!("{}", if compact { report.to_string() } else { serde_json::to_string_pretty(&report)? });
    Ok(())
}

/// A month of sessions, of forty projects and twelve techniques in turn.
fn rows(month: &str) -> Vec<Value> {
    let row = |number: usize| {
        json!({
            "project": format!("project {}", number * 7 % 40),
            "technique": format!("technique {}", number * 5 % 12),
            "minutes": number % 180,
            "day": format!("{month}-{:02}", number % 28 + 1),
        })
    };
    (0..ROWS / MONTHS).map(row).collect()
}

/// Begins to measure; what it returns says how long it took.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures")]
fn timed() -> impl FnOnce() -> Duration {
    let start = Instant::now();
    move || start.elapsed()
}

fn millis(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 10_000.0).round() / 10.0
}
