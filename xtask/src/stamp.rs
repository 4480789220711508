//! Remembering what an expensive step last saw, so that it runs again only when that changed.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The fingerprint of some files, and the place where the last good one is kept.
pub(crate) struct Stamp {
    kept_in: PathBuf,
    fingerprint: String,
}

impl Stamp {
    /// Fingerprints names and contents. Times are left out: a checkout touches them all.
    pub(crate) fn of(files: &[PathBuf], kept_in: PathBuf) -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        for file in files {
            let content = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
            file.hash(&mut hasher);
            content.hash(&mut hasher);
        }
        Ok(Self { kept_in, fingerprint: format!("{:016x}\n", hasher.finish()) })
    }

    /// Whether the files are those of the last [`Stamp::keep`].
    pub(crate) fn is_fresh(&self) -> bool {
        std::fs::read_to_string(&self.kept_in).is_ok_and(|kept| kept == self.fingerprint)
    }

    /// To be called when the step succeeded.
    pub(crate) fn keep(&self) -> Result<()> {
        let folder = self.kept_in.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
        std::fs::write(&self.kept_in, &self.fingerprint)
            .with_context(|| format!("cannot write {}", self.kept_in.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamp_is_fresh_until_a_content_changes() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("atelier-stamp-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let file = folder.join("input");
        std::fs::write(&file, "one")?;
        let stamp = |file: &Path| Stamp::of(&[file.to_path_buf()], folder.join("kept/stamp"));

        assert!(!stamp(&file)?.is_fresh());
        stamp(&file)?.keep()?;
        assert!(stamp(&file)?.is_fresh());
        std::fs::write(&file, "two")?;
        assert!(!stamp(&file)?.is_fresh());

        std::fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
