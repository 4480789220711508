//! `cargo xtask run`: a working studio with sample data, from nothing.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use clap::Args;

use crate::binary::{self, Build};
use crate::process::Output;
use crate::{models, node, tree, web};

/// What to serve, and where.
#[derive(Args)]
pub(crate) struct Options {
    /// Optimise the server; slow to build.
    #[arg(long)]
    release: bool,
    /// The port to listen on, on this machine only.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The data directory [default: `.atelier/demo` in the repository].
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Throw the demo studio away and make it anew.
    #[arg(long)]
    reset: bool,
}

/// Builds what changed, then becomes the server.
pub(crate) fn run(options: &Options) -> Result<()> {
    let root = tree::root();
    node::require()?;
    web::build_when_changed(&root, &mut Output::Shown)?;
    let build = if options.release { Build::Release } else { Build::Dev };
    let program = binary::build(&root, build)?;

    let models = models::install_or_say();
    let data = options.data.clone().unwrap_or_else(|| root.join(".atelier/demo"));
    let mut command = Command::new(program);
    command.arg("serve");
    command.arg("--data").arg(data);
    command.args(["--listen", &format!("127.0.0.1:{}", options.port)]);
    command.arg("--web-dir").arg(web::export(&root));
    command.args(["--seed", "demo"]);
    if let Some(models) = models {
        command.env("ATELIER_INTELLIGENCE__MODELS", models);
    }
    if options.reset {
        command.arg("--reset");
    }
    become_program(&mut command)
}

/// The server takes our place: Ctrl-C reaches it alone, and the shell sees its exit code.
#[cfg(unix)]
fn become_program(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).context("cannot start the server")
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> Result<()> {
    let status = command.status().context("cannot start the server")?;
    anyhow::ensure!(status.success(), "the server ended ({status})");
    Ok(())
}
