//! What the extractor makes of the gold notes, and how long it takes.
//!
//! `cargo xtask bench extraction`; after `--`: names of sets (`dev b`; without any, all of them), `--json` for
//! machines, `--failures` to list what went wrong with the notes that may be tuned with (never with the others), `--fit` for
//! how often each confidence was right.

mod gold;
mod score;

use std::time::Instant;

use atelier_extraction::extract;
use serde_json::{Map, Value, json};

use gold::Note;
use score::Scores;

/// The rules were tuned on these; what went wrong with them may be looked at.
const TUNED: [&str; 12] = ["dev", "b", "c", "d", "e", "g", "h", "i", "j", "k", "l", "m"];
/// Scored only.
const SCORED: [&str; 2] = ["f", "unseen"];

fn main() -> anyhow::Result<()> {
    let asked = |flag: &str| std::env::args().any(|argument| argument == flag);
    let studio = gold::Studios::read()?;
    let mut report = Map::new();
    for set in sets() {
        let tuned = TUNED.contains(&set.as_str());
        let notes: Vec<Note> = gold::read(&format!("notes-{set}.json"))?;
        let mut scores = Scores::default();
        for note in &notes {
            scores.add(note, &extract(&note.note, &gold::context(note, &studio, true)));
            scores.add_words_alone(note, &extract(&note.note, &gold::context(note, &studio, false)));
        }
        let mut totals = serde_json::to_value(scores.totals())?;
        totals["microseconds_a_note"] = json!(microseconds(&notes, &studio));
        if tuned && asked("--failures") {
            totals["failures"] = Value::Array(scores.failures.clone());
        }
        if tuned && asked("--fit") {
            totals["reliability"] = reliability(&scores);
        }
        report.insert(set, totals);
    }
    print(&Value::Object(report), asked("--json"))
}

/// The sets that the arguments name.
fn sets() -> Vec<String> {
    let known = |name: &String| TUNED.contains(&name.as_str()) || SCORED.contains(&name.as_str());
    let named: Vec<String> = std::env::args().skip(1).filter(known).collect();
    if named.is_empty() { TUNED.iter().chain(&SCORED).map(|set| (*set).to_owned()).collect() } else { named }
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures")]
fn microseconds(notes: &[Note], studio: &gold::Studios) -> f64 {
    const ROUNDS: u32 = 5;
    let contexts: Vec<_> = notes.iter().map(|note| (note, gold::context(note, studio, true))).collect();
    let start = Instant::now();
    for _ in 0..ROUNDS {
        for (note, context) in &contexts {
            std::hint::black_box(extract(std::hint::black_box(&note.note), context));
        }
    }
    let runs = f64::from(ROUNDS) * f64::from(u32::try_from(notes.len()).unwrap_or(u32::MAX));
    start.elapsed().as_secs_f64() * 1e6 / runs
}

/// By kind and tenth: how many, the mean confidence, the share that was right.
fn reliability(scores: &Scores) -> Value {
    let mut kinds = Map::new();
    for (kind, judged) in &scores.judged {
        let mut sorted = judged.clone();
        sorted.sort_by(|one, other| one.0.total_cmp(&other.0));
        let rows = sorted.chunks(sorted.len().div_ceil(6).max(1)).map(|rows| {
            let count = f64::from(u32::try_from(rows.len()).unwrap_or(u32::MAX));
            let mean = rows.iter().map(|(confidence, _)| f64::from(*confidence)).sum::<f64>() / count;
            let right = rows.iter().map(|(_, right)| f64::from(u8::from(*right))).sum::<f64>() / count;
            json!([rows.len(), mean, right])
        });
        kinds.insert((*kind).to_owned(), rows.collect());
    }
    Value::Object(kinds)
}

#[expect(clippy::print_stdout, reason = "a benchmark reports")]
fn print(report: &Value, json: bool) -> anyhow::Result<()> {
    if json {
        println!("{}", serde_json::to_string_pretty(report)?);
        return Ok(());
    }
    for (set, totals) in report.as_object().into_iter().flatten() {
        println!("{set}");
        for (name, value) in totals.as_object().into_iter().flatten() {
            match value {
                Value::Array(rows) => rows.iter().for_each(|row| println!("  {row}")),
                value => println!("  {name:<24} {value}"),
            }
        }
    }
    Ok(())
}
