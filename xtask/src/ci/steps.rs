//! What each step runs.
//!
//! Clippy, doc, test, gen and e2e share one profile and one choice of packages: build scripts and
//! macros are built once for all, doc finds the metadata of dependencies that clippy left, and gen and
//! e2e find the binary that the tests were built with.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use super::Step;
use crate::binary::{self, Build};
use crate::process::{self, Output};
use crate::{chromium, generate, node, tidy, web};

pub(super) fn run(step: Step, root: &Path, output: &mut Output) -> Result<()> {
    match step {
        Step::Fmt => output.run(process::cargo(root).args(["fmt", "--all", "--check"])),
        Step::Tidy => tidy::run(),
        Step::Lock => lock(root, output),
        Step::Web => {
            node::require()?;
            web::check(root, output)
        }
        Step::Clippy => clippy(root, output),
        Step::Doc => doc(root, output),
        Step::Test => test(root, output),
        Step::Offline => offline(root, output),
        Step::Gen => gen_is_clean(root),
        Step::E2e => e2e(root, output),
    }
}

fn lock(root: &Path, output: &mut Output) -> Result<()> {
    output.run(process::cargo(root).args(["fetch", "--locked"]))?;
    node::require()?;
    for folder in ["web", "web/codegen", "e2e"].map(|folder| root.join(folder)) {
        if folder.join("package.json").is_file() {
            node::install(&folder, output)?;
        }
    }
    Ok(())
}

fn clippy(root: &Path, output: &mut Output) -> Result<()> {
    let mut command = process::cargo(root);
    command.args(["clippy", "--workspace", "--all-targets", "--profile", "ci", "--locked"]);
    output.run(command.args(["--", "-D", "warnings"]))
}

fn doc(root: &Path, output: &mut Output) -> Result<()> {
    let mut command = process::cargo(root);
    command.args(["doc", "--no-deps", "--workspace", "--document-private-items"]);
    command.args(["--profile", "ci", "--locked"]);
    output.run(command.env("RUSTDOCFLAGS", "-Dwarnings"))
}

fn test(root: &Path, output: &mut Output) -> Result<()> {
    let mut command = process::cargo(root);
    command.env("INSTA_UPDATE", "no");
    if process::has_nextest() {
        command.args([
            "nextest",
            "run",
            "--workspace",
            "--locked",
            "--cargo-profile",
            "ci",
            "--profile",
            "ci",
        ]);
    } else {
        output.say("cargo-nextest is not installed: falling back to `cargo test`");
        command.args(["test", "--workspace", "--locked", "--profile", "ci", "--no-fail-fast"]);
    }
    output.run(&mut command)
}

/// The crates that see recordings, notes and pictures.
const PRIVATE: &[&str] = &["extraction", "intelligence", "journal", "media", "search"];

/// Runs the tests of the crates that see what an artist says and makes in a network namespace that has the
/// loopback and no route: a test that needed anything from outside would fail.
fn offline(root: &Path, output: &mut Output) -> Result<()> {
    let allowed = process::ask("unshare", &["--net", "ip", "link", "set", "lo", "up"]).is_some();
    if !allowed || !process::has_nextest() {
        output.say("left out: it takes `unshare --net`, `ip` and cargo-nextest");
        return Ok(());
    }
    let packages = PRIVATE.iter().map(|name| format!("package(atelier-{name})")).collect::<Vec<_>>();
    // The whole workspace is named, and what runs is chosen by the filter: cargo unites features over what one
    // command builds, and would build everything again for a part. What kills a server proves nothing here.
    let which = format!("({}) - test(kill::)", packages.join(" | "));
    let run = "ip link set lo up && exec cargo nextest run --workspace --locked --offline \
               --cargo-profile ci --profile ci -E \"$1\"";
    let mut command = Command::new("unshare");
    command.current_dir(root).env("INSTA_UPDATE", "no");
    command.args(["--net", "sh", "-c", run, "offline", &which]);
    output.run(&mut command)
}

fn gen_is_clean(root: &Path) -> Result<()> {
    let stale = generate::write_all(root, Build::Ci)?;
    if !stale.is_empty() {
        bail!("generated files were out of date, commit what was written: {}", stale.join(", "));
    }
    Ok(())
}

fn e2e(root: &Path, output: &mut Output) -> Result<()> {
    let folder = web::present(root.join("e2e"))?;
    node::require()?;
    chromium::require()?;
    node::install(&folder, output)?;
    web::build_when_changed(root, output)?;
    let program = binary::build(root, Build::Ci)?;
    let mut command = node::npx(&folder);
    command.args(["playwright", "test"]);
    command.env("ATELIER_BIN", program).env("ATELIER_WEB_DIR", web::export(root));
    output.run(&mut command)
}
