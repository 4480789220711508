//! The workshop: every chore of this repository, in Rust, behind `cargo xtask`.
//!
//! `run` serves a working studio and `test` checks everything; both set up what they need.
//! `ci` is what `test` runs, step by step; `gen` writes the checked-in reference files;
//! `models` fetches model files; `bench` measures; `tidy` holds the tree to the rules that no linter knows.
//!
//! It is not part of the product: nothing here is linked into the `atelier` binary.
//! Start at [`ci`] for the order of the checks and at [`tidy`] for the list of rules.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool speaks through both")]
#![expect(clippy::disallowed_methods, reason = "chores read the environment and time their steps")]

mod bench;
mod binary;
mod chromium;
mod ci;
mod generate;
mod models;
mod node;
mod peers;
mod process;
mod run;
mod stamp;
mod test;
mod tidy;
mod tree;
mod web;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Chores of the Atelier repository.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build what changed and serve a working studio with sample data.
    Run(run::Options),
    /// Set up all it needs, then run every check: all steps of `ci`.
    Test,
    /// Run the named steps, or all of them, cheapest first; stop at the first that fails.
    Ci(ci::Options),
    /// Check the rules that no linter knows.
    Tidy,
    /// Write the checked-in reference files and the generated TypeScript.
    Gen,
    /// Fetch the model files that speech, reading and search by meaning need.
    Models(models::Options),
    /// Run one benchmark suite.
    Bench(bench::Options),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Run(options) => run::run(&options),
        Command::Test => test::run(),
        Command::Ci(options) => ci::run(&options),
        Command::Tidy => tidy::run(),
        Command::Gen => generate::run(),
        Command::Models(options) => models::run(&options),
        Command::Bench(options) => bench::run(&options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
