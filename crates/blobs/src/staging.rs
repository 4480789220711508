//! Where bytes wait until they are complete: a folder beside the objects, in the same file system.
//!
//! Both engines stage: size and SHA-256 are known before an object is made of the bytes, so a stream
//! that ends early, is too long or differs from what was announced never becomes one.

use std::fs::{File, TryLockError};
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use atelier_base::Randomness;
use bytes::{Bytes, BytesMut};
use futures_util::{Stream, StreamExt as _};
use sha2::{Digest as _, Sha256};

use crate::Error;
use crate::disk::{absent, blocking, create_file, make_folder};

/// Bytes that are gathered before a thread is asked to write them.
const GATHERED: usize = 1 << 20;

/// The folder and the lock of the store.
#[derive(Clone, Debug)]
pub(crate) struct Staging(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    root: PathBuf,
    randomness: Randomness,
    // Held for its lock.
    _lock: File,
}

/// Complete bytes in a file of their own. The file goes with this value, unless it became an object.
#[derive(Debug)]
pub(crate) struct Staged {
    pub(crate) path: PathBuf,
    pub(crate) size: u64,
    /// Lower-case hexadecimal digits.
    pub(crate) sha256: String,
    /// Whether the file belongs to somebody else, who removes it.
    pub(crate) kept: bool,
}

impl Drop for Staged {
    fn drop(&mut self) {
        if !self.kept {
            // A file that became an object is not there any more.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

impl Staging {
    /// Locks the folder and sweeps what a crash left in it.
    pub(crate) fn open(root: PathBuf, randomness: Randomness) -> Result<Self, Error> {
        let pending = root.join("tmp");
        make_folder(&pending)?;
        let path = root.join("lock");
        if !path.exists() {
            let made = File::options().create(true).truncate(false).write(true).open(&path);
            made.map_err(Error::of_file("make a file", &path))?;
        }
        // Only read, so that a disk that allows no more than that can be served from.
        let lock = File::open(&path).map_err(Error::of_file("open", &path))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Error::InUse { path: root }),
            Err(TryLockError::Error(error)) => return Err(Error::of_file("lock", &path)(error)),
        }
        sweep(&pending)?;
        Ok(Self(Arc::new(Inner { root, randomness, _lock: lock })))
    }

    /// Random hexadecimal digits.
    pub(crate) fn name(&self) -> String {
        hex::encode(self.0.randomness.bytes::<16>())
    }

    /// A path that nothing has yet.
    pub(crate) fn fresh(&self) -> PathBuf {
        self.0.root.join("tmp").join(self.name())
    }

    /// Takes bytes at hand. It waits for the disk.
    pub(crate) fn take(&self, bytes: &[u8], limit: u64, expected: Option<&str>) -> Result<Staged, Error> {
        let size = bytes.len() as u64;
        if limit < size {
            return Err(Error::TooLarge { limit });
        }
        let sha256 = hex::encode(Sha256::digest(bytes));
        check(expected, &sha256)?;
        let staged = Staged { path: self.fresh(), size, sha256, kept: false };
        let file = create_file(&staged.path)?;
        file.write_all_at(bytes, 0).map_err(Error::of_file("write", &staged.path))?;
        Ok(staged)
    }

    /// Takes a stream to its end. At most `limit` bytes, with the SHA-256 that was announced.
    pub(crate) async fn receive<E>(
        &self,
        stream: impl Stream<Item = Result<Bytes, E>> + Send,
        limit: u64,
        expected: Option<&str>,
    ) -> Result<Staged, Error>
    where
        E: std::fmt::Display,
    {
        let path = self.fresh();
        // From here on, the file goes when this call ends early, also when it is dropped.
        let mut staged = Staged { path: path.clone(), size: 0, sha256: String::new(), kept: false };
        let file = Arc::new(blocking(move || create_file(&path)).await?);
        let (mut hasher, mut gathered) = (Sha256::new(), BytesMut::new());
        let mut stream = std::pin::pin!(stream);
        loop {
            let chunk = stream.next().await.transpose();
            let chunk = chunk.map_err(|error| Error::Interrupted { reason: error.to_string() })?;
            let ended = chunk.is_none();
            gathered.extend_from_slice(&chunk.unwrap_or_default());
            if limit < staged.size + gathered.len() as u64 {
                return Err(Error::TooLarge { limit });
            }
            if ended || GATHERED <= gathered.len() {
                let (bytes, offset) = (gathered.split().freeze(), staged.size);
                staged.size += bytes.len() as u64;
                let (file, path) = (file.clone(), staged.path.clone());
                hasher = blocking(move || {
                    hasher.update(&bytes);
                    file.write_all_at(&bytes, offset).map_err(Error::of_file("write", &path))?;
                    Ok(hasher)
                })
                .await?;
            }
            if ended {
                break;
            }
        }
        staged.sha256 = hex::encode(hasher.finalize());
        check(expected, &staged.sha256)?;
        Ok(staged)
    }
}

/// Compares with what was announced.
pub(crate) fn check(expected: Option<&str>, found: &str) -> Result<(), Error> {
    match expected {
        Some(expected) if expected != found => {
            Err(Error::ChecksumMismatch { expected: expected.to_owned(), found: found.to_owned() })
        }
        _ => Ok(()),
    }
}

/// Removes all that is in a folder.
fn sweep(folder: &Path) -> Result<(), Error> {
    let failed = || Error::of_file("sweep", folder);
    for entry in std::fs::read_dir(folder).map_err(failed())? {
        let entry = entry.map_err(failed())?;
        let kind = entry.file_type().map_err(failed())?;
        let path = entry.path();
        let gone = if kind.is_dir() { std::fs::remove_dir_all(&path) } else { std::fs::remove_file(&path) };
        absent(gone).map_err(failed())?;
    }
    Ok(())
}
