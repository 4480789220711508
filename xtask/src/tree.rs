//! Where things are in the repository.

use std::path::{Path, PathBuf};

/// The top of the repository: our manifest is one folder below.
/// Cargo says where that is when it runs us; the path we were compiled at may be another checkout's,
/// since checkouts can share a target directory.
pub(crate) fn root() -> PathBuf {
    let manifest =
        std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let manifest = Path::new(&manifest);
    manifest.parent().unwrap_or(manifest).to_path_buf()
}

/// Every file below `folder`, sorted, without the folders named in `skip`.
/// A folder that is not there has no files.
pub(crate) fn walk(folder: &Path, skip: &[&str]) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        if !folder.is_dir() {
            continue;
        }
        for entry in std::fs::read_dir(&folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            if kind.is_dir() {
                let skipped = skip.iter().any(|name| entry.file_name() == *name);
                if !skipped {
                    open.push(entry.path());
                }
            } else if kind.is_file() {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}
