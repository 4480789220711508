//! Runs the suites of a page one after the other, keeps what each printed, and makes the page of it.
//!
//! What a suite printed is a file of its own beside the page, with when it was and how busy the machine was. A run may
//! be of some suites only; the page then shows the last figures of the others with their own time.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use cargo_metadata::MetadataCommand;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::figures::Figure;
use super::{Suite, page};
use crate::{models, process, tree};

/// Suites whose figures are shown together, and the goals that these are held against.
pub(super) struct Page {
    /// As it is called on the command line.
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    /// What is run, cheapest first; the name is that of the file too. The arguments go to the benchmark.
    pub(super) suites: &'static [(&'static str, Suite, &'static [&'static str])],
    /// The figures by part, in the order of the page.
    pub(super) parts: &'static [&'static [Figure]],
    /// Whether the models are needed.
    pub(super) has_models: bool,
    /// Whether everything that it needs is its own, so that it can run with the loopback alone.
    pub(super) is_alone: bool,
}

impl Page {
    /// All figures, in their order.
    pub(super) fn figures(&self) -> impl Iterator<Item = &'static Figure> {
        self.parts.iter().copied().flatten()
    }
}

/// What a suite printed, and when.
#[derive(Serialize, Deserialize)]
pub(super) struct Measured {
    /// As `date --utc` writes it.
    pub(super) at: String,
    /// The commit, with `+` when files differ from it.
    pub(super) commit: String,
    /// Processes that wanted a processor, in the mean of the minute before it began and before it ended.
    pub(super) load: (f64, f64),
    /// Whether it ran in a network namespace with the loopback alone.
    pub(super) without_network: bool,
    pub(super) output: Value,
}

/// All suites by name; none for one that never ran.
pub(super) type Report = Vec<(&'static str, Option<Measured>)>;

/// Runs all suites of a page, or those that are named.
pub(super) fn run(page: &Page, named: &[String]) -> Result<()> {
    let known = |name: &String| page.suites.iter().any(|(suite, ..)| suite == name);
    if let Some(unknown) = named.iter().find(|name| !known(name)) {
        let all: Vec<_> = page.suites.iter().map(|(name, ..)| *name).collect();
        bail!("no suite is called {unknown}; there are {}", all.join(", "));
    }
    let folder = folder(page)?;
    fs::create_dir_all(&folder)?;
    let models = if page.has_models { models::install_or_say() } else { None };
    let mut failed = Vec::new();
    for (name, suite, arguments) in page.suites {
        if !named.is_empty() && !named.iter().any(|one| one == name) {
            continue;
        }
        // One that fails leaves the others their turn.
        match measure(*suite, arguments, (models.as_deref(), page.is_alone)) {
            Ok(measured) => fs::write(file(&folder, name), serde_json::to_vec_pretty(&measured)?)?,
            Err(error) => failed.push(format!("{name}: {error:#}")),
        }
    }
    let report: Report = page.suites.iter().map(|(name, ..)| (*name, stored(&folder, name))).collect();
    let (summary, html) = page::write(page, &report)?;
    let (index, json) = (folder.join("index.html"), folder.join("report.json"));
    fs::write(&index, html)?;
    fs::write(&json, serde_json::to_vec_pretty(&summary)?)?;
    println!("{}\n{}", index.display(), json.display());
    if failed.is_empty() { Ok(()) } else { bail!("left out: {}", failed.join("; ")) }
}

/// Below the target directory, whichever that is.
fn folder(page: &Page) -> Result<PathBuf> {
    let metadata = MetadataCommand::new().current_dir(tree::root()).no_deps().exec()?;
    Ok(metadata.target_directory.into_std_path_buf().join(format!("bench-{}", page.name)))
}

fn file(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.json"))
}

fn stored(folder: &Path, name: &str) -> Option<Measured> {
    serde_json::from_slice(&fs::read(file(folder, name)).ok()?).ok()
}

/// Builds a suite, and runs it where nothing can be reached if that is possible here.
fn measure(suite: Suite, arguments: &[&str], (models, is_alone): (Option<&Path>, bool)) -> Result<Measured> {
    let prepared = suite.prepare();
    process::run(suite.command().arg("--no-run"))?;
    let without_network =
        is_alone && process::ask("unshare", &["--net", "ip", "link", "set", "lo", "up"]).is_some();
    let mut bench = suite.command();
    bench.args(["--offline", "--quiet", "--"]).args(arguments).args(prepared);
    let mut command = if without_network { alone(&bench) } else { bench };
    if let Some(models) = models {
        command.env("ATELIER_MODELS_DIR", models);
    }
    let before = load();
    let printed = process::read(&mut command)?;
    let text = String::from_utf8(printed).context("it printed something else than text")?;
    let output = serde_json::from_str(text.trim()).with_context(|| format!("it printed no JSON: {text}"))?;
    let at = process::ask("date", &["--utc", "+%Y-%m-%d %H:%M"]).unwrap_or_default();
    Ok(Measured { at, commit: commit(), load: (before, load()), without_network, output })
}

/// The same command with the loopback and no route.
fn alone(bench: &Command) -> Command {
    let mut command = Command::new("unshare");
    command.args(["--net", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh"]);
    command.arg(bench.get_program()).args(bench.get_args()).current_dir(tree::root());
    command
}

fn commit() -> String {
    let commit = process::ask("git", &["rev-parse", "--short", "HEAD"]).unwrap_or_default();
    let changed = process::ask("git", &["status", "--porcelain"]).is_some_and(|files| !files.is_empty());
    if changed { format!("{commit}+") } else { commit }
}

fn load() -> f64 {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split_whitespace().next().and_then(|text| text.parse().ok()).unwrap_or_default()
}
