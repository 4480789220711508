//! `cargo xtask gen`: the reference files that the binary knows best, and the TypeScript from them.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::binary::{self, Build};
use crate::process::{self, Output};
use crate::{node, tree, web};

/// What `atelier gen` prints, and the file under `docs/reference/` that keeps it.
const REFERENCES: &[(&str, &str)] = &[
    ("schema", "schema.graphql"),
    ("openapi", "openapi.json"),
    ("errors", "errors.md"),
    ("permissions", "permissions.md"),
    ("config", "configuration.md"),
    ("tables", "tables.md"),
];

/// Writes every generated file and lists those that changed.
pub(crate) fn run() -> Result<()> {
    let changed = write_all(&tree::root(), Build::Dev)?;
    if changed.is_empty() {
        println!("gen: everything was up to date");
    }
    for path in changed {
        println!("gen: wrote {path}");
    }
    Ok(())
}

/// Writes every generated file that is out of date; returns their paths.
pub(crate) fn write_all(root: &Path, build: Build) -> Result<Vec<String>> {
    node::require()?;
    let program = binary::build(root, build)?;
    let mut changed = Vec::new();
    for (topic, file) in REFERENCES {
        let path = format!("docs/reference/{file}");
        let text = process::read(Command::new(&program).args(["gen", topic]))?;
        if write_if_different(&root.join(&path), &text)? {
            changed.push(path);
        }
    }
    let terraform = process::read(Command::new(&program).args(["gen", "terraform"]))?;
    let files: BTreeMap<String, String> = serde_json::from_slice(&terraform).context("terraform's files")?;
    for (path, text) in files {
        let path = format!("terraform/{path}");
        if write_if_different(&root.join(&path), text.as_bytes())? {
            changed.push(path);
        }
    }
    changed.extend(web::codegen(root, &mut Output::Shown)?);
    Ok(changed)
}

/// An unchanged file keeps its time, so that what is built from it stays built.
fn write_if_different(path: &Path, content: &[u8]) -> Result<bool> {
    if std::fs::read(path).is_ok_and(|found| found == content) {
        return Ok(false);
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    std::fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_is_written_only_when_it_differs() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("atelier-gen-{}", std::process::id()));
        let path = folder.join("reference/errors.md");
        assert!(write_if_different(&path, b"one")?);
        assert!(!write_if_different(&path, b"one")?);
        assert!(write_if_different(&path, b"two")?);
        std::fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
