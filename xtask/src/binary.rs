//! Building the product's binary.

use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use cargo_metadata::Message;

use crate::process;

/// Which build of the binary.
#[derive(Clone, Copy)]
pub(crate) enum Build {
    /// For work at the desk.
    Dev,
    /// For measuring, or for showing to someone.
    Release,
    /// The one that the tests build.
    Ci,
}

impl Build {
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Dev => &["--package", "atelier"],
            Self::Release => &["--package", "atelier", "--release"],
            // Cargo unites features over what one command builds. Asking for what `cargo nextest run`
            // asked for finds every dependency built; `--package atelier` would build some again.
            Self::Ci => &["--workspace", "--bin", "atelier", "--tests", "--profile", "ci", "--locked"],
        }
    }
}

/// Builds the binary and says where it is, as cargo reports it.
pub(crate) fn build(root: &Path, build: Build) -> Result<PathBuf> {
    let mut command = process::cargo(root);
    command.args(["build", "--message-format", "json-render-diagnostics"]).args(build.arguments());
    eprintln!("$ cargo build {}", build.arguments().join(" "));
    let mut child = command.stdout(Stdio::piped()).spawn().context("cannot start cargo")?;
    let stdout = child.stdout.take().context("cargo has no output")?;

    let mut executable = None;
    for message in Message::parse_stream(BufReader::new(stdout)) {
        if let Message::CompilerArtifact(artifact) = message? {
            let is_ours = artifact.target.is_bin() && artifact.target.name == "atelier";
            if is_ours && !artifact.profile.test {
                executable = artifact.executable;
            }
        }
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("`cargo build {}` failed ({status})", build.arguments().join(" "));
    }
    let path = executable.context("cargo built no binary named `atelier`")?;
    Ok(path.into_std_path_buf())
}
