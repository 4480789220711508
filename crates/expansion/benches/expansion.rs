//! Prompts a second, exact counts and samples of huge spaces, beside `dynamicprompts` on the same templates.
//!
//! `cargo xtask bench expansion`; after `--`: `--json` for machines, `--python PATH` for a Python that has
//! `dynamicprompts`, whose figures then come from the same run. The machine may be busy, so there are two times:
//! the fewest seconds of a round by the clock, and the mean of all rounds in seconds of the processor.

use std::error::Error;
use std::hint::black_box;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use atelier_expansion::{Lookups, Request, Syntax, expand};
use serde_json::{Map, Value, json};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const ROUNDS: u32 = 20;

/// For what takes less than the kernel's account can tell.
const MANY_ROUNDS: u32 = 2000;

/// What has 10^12 combinations: twelve tokens of ten.
const HUGE: &[usize] = &[10; 12];

/// The name, and how many options each token has.
const CASES: &[(&str, &[usize])] = &[
    ("10^5", &[10; 5]),
    ("316x317", &[316, 317]),
    ("2^17", &[2; 17]),
    ("lookups 100x100x10", &[100, 100, 10]),
];

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().collect();
    let python = arguments.iter().position(|argument| argument == "--python");
    let python = python.and_then(|at| arguments.get(at + 1));
    let json = arguments.iter().any(|argument| argument == "--json");
    let mut rows = Vec::new();
    for (name, sizes) in CASES {
        rows.push(enumerate(name, sizes, python)?);
        print(&rows, json, false);
    }
    rows.push(huge()?);
    print(&rows, json, true);
    Ok(())
}

/// A template of ours, of the peer's, and the lookups of both.
fn template(name: &str, sizes: &[usize]) -> (String, String, Lookups) {
    let mut lookups = Lookups::new();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for (at, size) in sizes.iter().enumerate() {
        let letter = char::from(b'a' + u8::try_from(at).unwrap_or(25));
        let options: Vec<String> = (0..*size).map(|option| format!("{letter}{option}")).collect();
        if name.starts_with("lookups") {
            let lookup = format!("axis{letter}");
            ours.push(format!("[{lookup}]"));
            theirs.push(format!("__{lookup}__"));
            lookups.insert(lookup, options);
        } else {
            ours.push(format!("[{}]", options.join(",")));
            theirs.push(format!("{{{}}}", options.join("|")));
        }
    }
    (format!("photo of {}, 8k", ours.join(" ")), format!("photo of {}, 8k", theirs.join(" ")), lookups)
}

fn enumerate(name: &str, sizes: &[usize], python: Option<&String>) -> Outcome<Map<String, Value>> {
    let (ours, theirs, lookups) = template(name, sizes);
    let prompts: usize = sizes.iter().product();
    let run = |text: &str, syntax: Syntax| {
        measure(ROUNDS, || {
            let request = Request { syntax, limit: u64::MAX, ..Request::new(text, &lookups) };
            let mut made = 0;
            for item in expand(&request)?.items() {
                black_box(&item);
                made += 1;
            }
            Ok(made)
        })
    };
    let (made, wall, processor) = run(&ours, Syntax::Expando)?;
    let (translated, ..) = run(&theirs, Syntax::DynamicPrompts)?;
    if made != prompts || translated != prompts {
        return Err(format!("{name}: {made} and {translated} prompts instead of {prompts}").into());
    }
    let mut row = Map::new();
    row.insert("case".into(), name.into());
    row.insert("prompts".into(), prompts.into());
    row.insert("per_second".into(), rate(prompts, wall));
    row.insert("per_processor_second".into(), rate(prompts, processor));
    if let Some(python) = python {
        let (wall_there, processor_there) = peer(python, &theirs, &lookups, prompts)?;
        row.insert("dynamicprompts_per_second".into(), rate(prompts, wall_there));
        row.insert("times_dynamicprompts".into(), ratio(wall_there, wall));
        row.insert("times_dynamicprompts_processor".into(), ratio(processor_there, processor));
    }
    Ok(row)
}

/// Counting 10^12 combinations and taking a hundred of them, reading the text included.
fn huge() -> Outcome<Map<String, Value>> {
    let (text, _, lookups) = template("huge", HUGE);
    let request = Request { limit: u64::MAX, seed: 7, ..Request::new(&text, &lookups) };
    let (_, count, count_processor) = measure(MANY_ROUNDS, || {
        let counted = expand(&request)?.count();
        if counted == 1_000_000_000_000 { Ok(1) } else { Err(format!("counted {counted}").into()) }
    })?;
    let (sampled, sample, sample_processor) = measure(MANY_ROUNDS, || {
        let expansion = expand(&Request { sample: Some(100), ..request.clone() })?;
        Ok(expansion.items().map(black_box).count())
    })?;
    if sampled != 100 {
        return Err(format!("{sampled} instead of 100").into());
    }
    let milliseconds = |seconds: f64| json!((seconds * 1e6).round() / 1e3);
    let mut row = Map::new();
    row.insert("case".into(), "10^12".into());
    row.insert("count_ms".into(), milliseconds(count));
    row.insert("count_processor_ms".into(), milliseconds(count_processor));
    row.insert("sample_100_ms".into(), milliseconds(sample));
    row.insert("sample_100_processor_ms".into(), milliseconds(sample_processor));
    Ok(row)
}

/// What the work gives, the fewest seconds of a round by the clock, and the mean seconds of the processor.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures")]
fn measure(rounds: u32, work: impl Fn() -> Outcome<usize>) -> Outcome<(usize, f64, f64)> {
    let (mut made, mut fewest) = (0, f64::MAX);
    let before = processor_time()?;
    for _ in 0..rounds {
        let clock = Instant::now();
        made = work()?;
        fewest = fewest.min(clock.elapsed().as_secs_f64());
    }
    Ok((made, fewest, (processor_time()? - before) / f64::from(rounds)))
}

/// Seconds that this thread has run on a processor, by the kernel's own account.
fn processor_time() -> Outcome<f64> {
    let account = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanoseconds: f64 = account.split_whitespace().next().ok_or("an empty account")?.parse()?;
    Ok(nanoseconds / 1e9)
}

fn peer(python: &str, template: &str, lookups: &Lookups, prompts: usize) -> Outcome<(f64, f64)> {
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benches/expansion.py");
    let order = json!({ "template": template, "wildcards": lookups, "prompts": prompts });
    let output = Command::new(python).arg(script).arg(order.to_string()).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52")]
fn rate(prompts: usize, seconds: f64) -> Value {
    json!((prompts as f64 / seconds).round())
}

fn ratio(theirs: f64, ours: f64) -> Value {
    json!((theirs / ours * 10.0).round() / 10.0)
}

#[expect(clippy::print_stdout, reason = "a benchmark reports")]
fn print(rows: &[Map<String, Value>], json: bool, whole: bool) {
    if json && whole {
        println!("{}", json!({ "bench": "expansion", "rows": rows }));
    } else if let Some(row) = rows.last().filter(|_| !json) {
        let cells: Vec<String> = row.iter().map(|(name, value)| format!("{name} {value}")).collect();
        println!("{}", cells.join("  "));
    }
}
