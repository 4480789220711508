//! `cargo xtask ci`: the checks in order, each timed, stopping at the first that fails.
//!
//! Cheap refusals come first. The web checks are mostly npm and run beside clippy and doc.

mod steps;
mod timing;

use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::thread::JoinHandle;
use std::time::Instant;

use anyhow::{Result, anyhow, bail};
use clap::{Args, ValueEnum};

use crate::process::Output;
use crate::tree;
use timing::Timings;

/// Which steps to run.
#[derive(Args)]
pub(crate) struct Options {
    /// The steps; all when none is named. They always run in the order listed here.
    steps: Vec<Step>,
}

/// One check, in the order of cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Step {
    /// Rust is formatted.
    Fmt,
    /// The rules that no linter knows hold.
    Tidy,
    /// The lock files are complete; packages are fetched and installed.
    Lock,
    /// The web client is generated, linted, typed, tested, built and small enough.
    Web,
    /// Clippy has nothing to say.
    Clippy,
    /// The documentation builds without a warning.
    Doc,
    /// The Rust tests pass.
    Test,
    /// What works on the artist's own words passes where no network is.
    Offline,
    /// The generated reference files are up to date.
    Gen,
    /// The browser journeys pass against the real binary.
    E2e,
}

impl Options {
    /// Every step.
    pub(crate) fn all() -> Self {
        Self { steps: Vec::new() }
    }

    fn wants(&self, step: Step) -> bool {
        self.steps.is_empty() || self.steps.contains(&step)
    }
}

/// Runs the steps that are wanted and prints the table of their times, also after a failure.
pub(crate) fn run(options: &Options) -> Result<()> {
    let root = tree::root();
    let mut timings = Timings::new();
    let outcome = run_steps(&root, options, &mut timings);
    println!("\n{timings}");
    outcome
}

fn run_steps(root: &Path, options: &Options, timings: &mut Timings) -> Result<()> {
    let mut web = None;
    for step in Step::value_variants().iter().copied().filter(|step| options.wants(*step)) {
        if step == Step::Web && options.wants(Step::Clippy) {
            announce(step, " (beside the next steps)");
            web = Some(Beside::start(root));
            continue;
        }
        // The steps from `test` on want both cores, or the files that the web step writes.
        let ended = web.as_ref().is_some_and(Beside::has_ended);
        if ended || !matches!(step, Step::Clippy | Step::Doc) {
            finish(&mut web, timings)?;
        }
        announce(step, "");
        let started = Instant::now();
        let outcome = steps::run(step, root, &mut Output::Shown);
        timings.record(step_name(step), started.elapsed(), outcome.is_ok());
        if let Err(error) = outcome {
            // Both failures are worth seeing, and a thread left behind would write after we ended.
            if let Err(beside) = finish(&mut web, timings) {
                eprintln!("error: {beside:#}");
            }
            return Err(error.context(format!("step `{}` failed", step_name(step))));
        }
    }
    finish(&mut web, timings)
}

/// The web step in a thread of its own, with its output kept.
struct Beside {
    thread: JoinHandle<(Result<()>, String)>,
    started: Instant,
    /// Filled by the thread, so that waiting for it is not counted.
    ended: Arc<OnceLock<Instant>>,
}

impl Beside {
    fn start(root: &Path) -> Self {
        let root = root.to_path_buf();
        let ended = Arc::new(OnceLock::new());
        let end = ended.clone();
        let thread = std::thread::spawn(move || {
            let mut output = Output::Kept(String::new());
            let outcome = steps::run(Step::Web, &root, &mut output);
            let text = if let Output::Kept(text) = output { text } else { String::new() };
            end.get_or_init(Instant::now);
            (outcome, text)
        });
        Self { thread, started: Instant::now(), ended }
    }

    fn has_ended(&self) -> bool {
        self.thread.is_finished()
    }
}

/// Waits for the web step, if it runs, and prints all it said.
fn finish(web: &mut Option<Beside>, timings: &mut Timings) -> Result<()> {
    let Some(beside) = web.take() else { return Ok(()) };
    let (outcome, text) = beside.thread.join().map_err(|_| anyhow!("step `web` panicked"))?;
    let ended = beside.ended.get().copied().unwrap_or(beside.started);
    timings.record(step_name(Step::Web), ended - beside.started, outcome.is_ok());
    announce(Step::Web, " (ran beside)");
    eprint!("{text}");
    if let Err(error) = outcome {
        bail!("step `web` failed: {error:#}");
    }
    Ok(())
}

fn announce(step: Step, note: &str) {
    eprintln!("\n=== {}{note}", step_name(step));
}

fn step_name(step: Step) -> String {
    step.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_step_named_means_all() {
        assert!(Step::value_variants().iter().all(|step| Options::all().wants(*step)));
        let only = Options { steps: vec![Step::Doc] };
        assert!(only.wants(Step::Doc));
        assert!(!only.wants(Step::Fmt));
    }

    #[test]
    fn steps_are_named_in_small_letters() {
        let names: Vec<String> = Step::value_variants().iter().copied().map(step_name).collect();
        assert_eq!(names, ["fmt", "tidy", "lock", "web", "clippy", "doc", "test", "offline", "gen", "e2e"]);
    }
}
