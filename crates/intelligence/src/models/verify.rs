//! Comparing a file's hash with the pinned one, at most once for each state of the file.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use sha2::{Digest, Sha256};

use crate::error::Error;

/// Fails unless the file has the hash. A stamp beside the file spares the next start the work.
pub(super) fn verify(path: &Path, sha256: &str) -> Result<(), Error> {
    let unreadable = |source| Error::Unreadable { path: path.to_owned(), source };
    let expected = stamp(path, sha256).map_err(unreadable)?;
    let kept_in = stamp_path(path);
    if std::fs::read_to_string(&kept_in).is_ok_and(|kept| kept == expected) {
        return Ok(());
    }
    let found = hash(path).map_err(unreadable)?;
    if found != sha256 {
        return Err(Error::Damaged { path: path.to_owned(), found });
    }
    // A folder that can't be written to is fine: the next start hashes again.
    if let Err(error) = std::fs::write(&kept_in, expected) {
        tracing::debug!(%error, file = %kept_in.display(), "the stamp of a verified model was not kept");
    }
    Ok(())
}

fn stamp_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".verified");
    PathBuf::from(name)
}

/// What was verified, and of which state of the file.
fn stamp(path: &Path, sha256: &str) -> std::io::Result<String> {
    let metadata = std::fs::metadata(path)?;
    let modified = metadata.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
    Ok(format!("{sha256} {} {modified}\n", metadata.len()))
}

fn hash(path: &Path) -> std::io::Result<String> {
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

    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn stamp_spares_hashing_until_the_file_changes() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("model");
        std::fs::write(&path, "abc")?;
        assert!(verify(&path, ABC).is_ok());
        // Proof that the stamp is believed: it vouches for a hash that the file does not have.
        std::fs::write(stamp_path(&path), stamp(&path, "other")?)?;
        assert!(verify(&path, "other").is_ok());
        std::fs::write(&path, "abcd")?;
        assert!(matches!(verify(&path, "other"), Err(Error::Damaged { .. })));
        Ok(())
    }
}
