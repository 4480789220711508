//! The folder of model files: which of the pinned ones are there, and that they are the pinned ones.

mod manifest;
mod verify;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

pub use manifest::{Feature, ModelFile, model_files};

use crate::error::Error;

/// A folder of model files. Making one reads nothing; clones share what was verified.
#[derive(Clone, Debug)]
pub struct Models {
    folder: PathBuf,
    verified: Arc<Mutex<BTreeSet<&'static str>>>,
}

impl Models {
    /// The folder need not exist: then everything is missing.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), verified: Arc::default() }
    }

    /// Where the files are looked for.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The files that the feature needs on this machine and that are not there in full, runtime included.
    /// Looks at sizes only, so it is cheap enough for a status page.
    pub fn missing(&self, feature: Feature) -> Vec<&'static ModelFile> {
        let wanted = model_files().iter().filter(|file| file.is_for(feature));
        wanted.filter(|file| !self.is_there(file)).collect()
    }

    /// Fails with the names of what is missing.
    pub fn require(&self, feature: Feature) -> Result<(), Error> {
        let files: Vec<_> = self.missing(feature).iter().map(|file| file.path.clone()).collect();
        if files.is_empty() {
            return Ok(());
        }
        Err(Error::Missing { feature, folder: self.folder.clone(), files })
    }

    /// Where a file is, by its `path` in the list, after its hash was compared with the pinned one.
    ///
    /// Hashing happens once: the outcome is kept beside the file and holds while its size and time stay.
    /// Blocks while it hashes (tens of milliseconds for tens of megabytes).
    pub fn file(&self, path: &str) -> Result<PathBuf, Error> {
        let place = self.folder.join(path);
        let file = model_files().iter().find(|file| file.path == path && file.fits_here());
        let Some(file) = file else {
            return Err(Error::Damaged { path: place, found: "a file that is not in the list".to_owned() });
        };
        if !self.is_there(file) {
            let feature = file.features.first().copied().unwrap_or(Feature::Samples);
            return Err(Error::Missing {
                feature,
                folder: self.folder.clone(),
                files: vec![path.to_owned()],
            });
        }
        // Held while hashing, so that two callers don't hash the same file.
        let mut verified = self.verified.lock().unwrap_or_else(PoisonError::into_inner);
        if !verified.contains(file.path.as_str()) {
            verify::verify(&place, &file.sha256)?;
            verified.insert(&file.path);
        }
        Ok(place)
    }

    fn is_there(&self, file: &ModelFile) -> bool {
        std::fs::metadata(self.folder.join(&file.path)).is_ok_and(|found| found.len() == file.size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Outcome = Result<(), Box<dyn std::error::Error>>;

    #[test]
    fn empty_folder_names_all_that_a_feature_needs() {
        let models = Models::at("/nowhere");
        let missing: Vec<_> = models.missing(Feature::Speech).iter().map(|file| file.path.as_str()).collect();
        assert_eq!(missing.len(), 4, "{missing:?}");
        assert!(missing[0].ends_with("libonnxruntime.so"), "{missing:?}");
        assert!(missing.contains(&"moonshine-base/encoder.ort"));
        let refusal = models.require(Feature::Embed).map_err(|error| error.to_string());
        assert!(refusal.is_err_and(|text| text.contains("minilm/model.onnx") && text.contains("/nowhere")));
    }

    #[test]
    fn file_of_the_right_size_and_wrong_content_is_refused() -> Outcome {
        let folder = tempfile::tempdir()?;
        let models = Models::at(folder.path());
        let tokenizer =
            model_files().iter().find(|file| file.path == "minilm/tokenizer.json").ok_or("listed")?;
        std::fs::create_dir_all(folder.path().join("minilm"))?;
        let place = folder.path().join(&tokenizer.path);
        std::fs::File::create(&place)?.set_len(tokenizer.size)?;
        let verdict = models.file(&tokenizer.path);
        assert!(matches!(verdict, Err(Error::Damaged { .. })), "{verdict:?}");
        std::fs::File::create(&place)?.set_len(3)?;
        assert!(matches!(models.file(&tokenizer.path), Err(Error::Missing { .. })));
        assert!(matches!(models.file("minilm/other.json"), Err(Error::Damaged { .. })));
        Ok(())
    }
}
