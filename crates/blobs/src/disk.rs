//! Files and folders that stay after the power went.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::Path;

use crate::Error;

/// Runs work that waits for the disk on a thread that may wait.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    match tokio::task::spawn_blocking(work).await {
        Ok(outcome) => outcome,
        Err(error) => Err(Error::Unavailable { operation: "finish its work", reason: error.to_string() }),
    }
}

/// Makes a folder and those above it, for the server's user alone.
pub(crate) fn make_folder(path: &Path) -> Result<(), Error> {
    DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(Error::of_file("make a folder", path))
}

/// Writes the entries of a folder to disk.
pub(crate) fn sync_folder(path: &Path) -> Result<(), Error> {
    let synced = File::open(path).and_then(|folder| folder.sync_all());
    synced.map_err(Error::of_file("write a folder to disk", path))
}

/// The same for a folder that may be gone.
pub(crate) fn sync_present(path: &Path) -> Result<(), Error> {
    let synced = File::open(path).and_then(|folder| folder.sync_all());
    absent(synced).map(drop).map_err(Error::of_file("write a folder to disk", path))
}

/// A new file for the server's user alone; it must not be there.
pub(crate) fn create_file(path: &Path) -> Result<File, Error> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true).mode(0o600);
    options.open(path).map_err(Error::of_file("make a file", path))
}

/// Replaces a file by these bytes, all or nothing, and writes it to disk.
pub(crate) fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let next = path.with_extension("next");
    let written = (|| {
        remove_file(&next)?;
        let mut file = create_file(&next)?;
        file.write_all(bytes).map_err(Error::of_file("write", &next))?;
        file.sync_all().map_err(Error::of_file("write to disk", &next))?;
        std::fs::rename(&next, path).map_err(Error::of_file("rename", path))
    })();
    if written.is_err() {
        // What is left is swept with its folder; the first error is the one to tell.
        let _ = std::fs::remove_file(&next);
    }
    written?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Removes a file; whether it was there.
pub(crate) fn remove_file(path: &Path) -> Result<bool, Error> {
    absent(std::fs::remove_file(path)).map(|gone| gone.is_some()).map_err(Error::of_file("remove", path))
}

/// None for what is not there.
pub(crate) fn absent<T>(outcome: std::io::Result<T>) -> std::io::Result<Option<T>> {
    match outcome {
        Ok(value) => Ok(Some(value)),
        // `a` may be a file where `a/b` is asked for.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error),
    }
}
