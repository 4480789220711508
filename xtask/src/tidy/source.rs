//! What the rules look at: the files that git knows or would take, and what cargo knows.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use cargo_metadata::{CargoOpt, Metadata, MetadataCommand};

use crate::process;

/// A text file.
pub(super) struct File {
    /// From the top of the repository, with `/`.
    pub(super) path: String,
    pub(super) text: String,
}

/// The tree.
pub(super) struct Sources {
    pub(super) files: Vec<File>,
    /// Of this machine's platform, with every feature.
    pub(super) metadata: Metadata,
}

impl Sources {
    pub(super) fn read(root: &Path) -> Result<Self> {
        let metadata = MetadataCommand::new()
            .manifest_path(root.join("Cargo.toml"))
            .features(CargoOpt::AllFeatures)
            .other_options(vec!["--filter-platform".to_owned(), host_platform()?])
            .exec()?;
        Ok(Self { files: read_files(root)?, metadata })
    }

    pub(super) fn find(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }
}

impl File {
    #[cfg(test)]
    pub(super) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    pub(super) fn is_rust(&self) -> bool {
        has_extension(&self.path, &["rs"])
    }

    pub(super) fn is_typescript(&self) -> bool {
        has_extension(&self.path, &["ts", "tsx", "mts"])
    }

    /// Whether no hand wrote it.
    pub(super) fn is_generated(&self) -> bool {
        let name = file_name(&self.path);
        ["Cargo.lock", "package-lock.json", "next-env.d.ts"].contains(&name)
            || self.path.starts_with("docs/reference/")
            || self.path.contains("/generated/")
    }

    /// Whether only tests and benchmarks read it.
    pub(super) fn is_test(&self) -> bool {
        let path = &self.path;
        let name = file_name(path);
        path.contains("/tests/")
            || path.contains("/benches/")
            || name == "tests.rs"
            || name.contains(".test.")
            || name.contains(".spec.")
    }
}

/// The last part of a path.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

pub(super) fn has_extension(path: &str, extensions: &[&str]) -> bool {
    file_name(path).rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension))
}

/// Binary files are left out: no rule reads them.
fn read_files(root: &Path) -> Result<Vec<File>> {
    let mut command = Command::new("git");
    command.current_dir(root).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let listed = String::from_utf8(process::read(&mut command)?).context("a file name is not UTF-8")?;
    let mut paths: Vec<&str> = listed.split('\0').filter(|path| !path.is_empty()).collect();
    paths.sort_unstable();
    paths.dedup();

    let mut files = Vec::new();
    for path in paths {
        // A file may be deleted and still listed until the next commit.
        let Ok(bytes) = std::fs::read(root.join(path)) else { continue };
        if let Ok(text) = String::from_utf8(bytes) {
            files.push(File { path: path.to_owned(), text });
        }
    }
    Ok(files)
}

fn host_platform() -> Result<String> {
    let told = process::ask("rustc", &["-vV"]).context("rustc is not installed")?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc names no host platform")?.to_owned())
}
