//! `atelier`: the program.
//!
//! Each command is a file in `commands/`. Data goes to stdout, words go to stderr. A failure prints its
//! catalogued code and what to do about it, and ends with status 1; a wrong command line with 2.
//! Start with `arguments.rs`.

mod arguments;
mod commands;
mod failure;

use std::process::ExitCode;

use clap::Parser as _;
use mimalloc::MiMalloc;

/// A page of the gallery is thousands of small values: the system's allocator takes a fifth of its time for them.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let arguments = arguments::Arguments::parse();
    match commands::run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
