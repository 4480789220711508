//! The web client: its packages, its static export, and everything CI asks of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::node;
use crate::process::Output;
use crate::stamp::Stamp;
use crate::tree;

/// Folders of `web/` that no build reads.
const NOT_INPUTS: &[&str] = &["node_modules", ".next", "out", "codegen", "coverage"];

/// The folder of the client; it is an error when it is not there.
pub(crate) fn folder(root: &Path) -> Result<PathBuf> {
    present(root.join("web"))
}

/// Where the static export lands.
pub(crate) fn export(root: &Path) -> PathBuf {
    root.join("web/out")
}

/// A folder with npm packages, or an error that names it.
pub(crate) fn present(folder: PathBuf) -> Result<PathBuf> {
    if !folder.join("package.json").is_file() {
        bail!("{} is not there: this step needs its package.json", folder.display());
    }
    Ok(folder)
}

/// Installs the packages and exports the site, each only when its inputs changed.
pub(crate) fn build_when_changed(root: &Path, output: &mut Output) -> Result<()> {
    let web = folder(root)?;
    node::install(&web, output)?;
    if build_stamp(&web)?.is_fresh() && export(root).join("index.html").is_file() {
        output.say("web: unchanged since the last build");
        return Ok(());
    }
    build(root, output)
}

/// Exports the site.
fn build(root: &Path, output: &mut Output) -> Result<()> {
    let web = folder(root)?;
    output.run(node::npm(&web).args(["run", "build"]))?;
    build_stamp(&web)?.keep()
}

/// `next build` empties `.next`, so a build that failed or was made by hand leaves no stamp.
fn build_stamp(web: &Path) -> Result<Stamp> {
    let mut inputs = tree::walk(web, NOT_INPUTS)?;
    inputs.retain(|file| !is_written_by_tools(file));
    Stamp::of(&inputs, web.join(".next/atelier-built"))
}

/// Next.js and TypeScript leave these beside the sources.
fn is_written_by_tools(file: &Path) -> bool {
    file.ends_with("next-env.d.ts") || file.extension().is_some_and(|extension| extension == "tsbuildinfo")
}

/// Everything CI asks of the web client.
pub(crate) fn check(root: &Path, output: &mut Output) -> Result<()> {
    let web = folder(root)?;
    node::install(&web, output)?;
    let stale = codegen(root, output)?;
    if !stale.is_empty() {
        bail!(
            "generated TypeScript was out of date, commit what `cargo xtask gen` wrote: {}",
            stale.join(", ")
        );
    }
    for script in ["lint", "typecheck", "knip", "test"] {
        output.run(node::npm(&web).args(["run", script]))?;
    }
    build(root, output)?;
    output.run(node::npm(&web).args(["run", "budget"]))
}

/// Writes the TypeScript that follows from the reference files; returns the files that changed.
pub(crate) fn codegen(root: &Path, output: &mut Output) -> Result<Vec<String>> {
    let web = folder(root)?;
    // The generators have packages of their own: they need an older TypeScript than the client.
    let generators = web.join("codegen");
    if generators.join("package.json").is_file() {
        node::install(&generators, output)?;
    }
    let before = generated(&web)?;
    output.run(node::npm(&web).args(["run", "codegen"]))?;
    Ok(changed(&before, &generated(&web)?, root))
}

/// Contents of the generated files. Compared with themselves and not with the last commit,
/// so that a tree with other work in it can be checked too.
fn generated(web: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut contents = BTreeMap::new();
    for file in tree::walk(&web.join("src"), &[])? {
        if file.components().any(|part| part.as_os_str() == "generated") {
            let content = std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            contents.insert(file, content);
        }
    }
    Ok(contents)
}

fn changed(
    before: &BTreeMap<PathBuf, Vec<u8>>,
    after: &BTreeMap<PathBuf, Vec<u8>>,
    root: &Path,
) -> Vec<String> {
    let mut paths: Vec<&PathBuf> = before.keys().chain(after.keys()).collect();
    paths.sort();
    paths.dedup();
    paths
        .into_iter()
        .filter(|path| before.get(*path) != after.get(*path))
        .map(|path| path.strip_prefix(root).unwrap_or(path).display().to_string())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_files_are_those_added_removed_or_rewritten() {
        let files = |list: &[(&str, &str)]| {
            list.iter().map(|(path, text)| (PathBuf::from(path), text.as_bytes().to_vec())).collect()
        };
        let before = files(&[("/r/a", "1"), ("/r/b", "1"), ("/r/c", "1")]);
        let after = files(&[("/r/a", "1"), ("/r/b", "2"), ("/r/d", "1")]);
        assert_eq!(changed(&before, &after, Path::new("/r")), ["b", "c", "d"]);
    }

    #[test]
    fn what_tools_write_is_no_input() {
        assert!(is_written_by_tools(Path::new("web/next-env.d.ts")));
        assert!(is_written_by_tools(Path::new("web/tsconfig.tsbuildinfo")));
        assert!(!is_written_by_tools(Path::new("web/tsconfig.json")));
    }

    #[test]
    fn folder_without_packages_is_an_error_not_a_skip() {
        let error = present(PathBuf::from("nowhere")).map_err(|error| error.to_string());
        assert_eq!(error, Err("nowhere is not there: this step needs its package.json".to_owned()));
    }
}
