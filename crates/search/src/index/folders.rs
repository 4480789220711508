//! The folders of the index: one that is in use, named in a small file, and those that come and go.

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::schema::FORMAT;
use crate::store::{Store, Unopened};

/// Says which folder is in use. Replaced in one step.
const CURRENT: &str = "current.json";
const PREFIX: &str = "index-";

/// The directory of the index.
#[derive(Debug)]
pub(super) struct Folders(PathBuf);

#[derive(serde::Serialize, serde::Deserialize)]
struct Current {
    format: u32,
    folder: String,
}

impl Folders {
    /// Opens the folder in use. What can't be used is set aside for an empty one, and what is left of
    /// former ones is removed.
    pub(super) fn open(directory: &Path) -> Result<(Self, Store), Error> {
        std::fs::create_dir_all(directory).map_err(Error::of_file("open"))?;
        let folders = Self(directory.to_owned());
        let store = match folders.current().map(|folder| Store::open(&folder)) {
            Some(Ok(store)) => store,
            Some(Err(Unopened::Failed(error))) => return Err(error),
            Some(Err(Unopened::Damaged(reason))) => {
                tracing::warn!(reason, "the search index is damaged and is built anew");
                folders.begin()?
            }
            None => folders.begin()?,
        };
        folders.sweep(&store);
        Ok((folders, store))
    }

    /// An empty folder that is not in use yet.
    pub(super) fn fresh(&self) -> Result<Store, Error> {
        let taken = self.folders().filter_map(|folder| number(&folder)).max();
        let folder = self.0.join(format!("{PREFIX}{}", taken.map_or(1, |taken| taken + 1)));
        Store::open(&folder).map_err(|unopened| match unopened {
            Unopened::Failed(error) => error,
            Unopened::Damaged(reason) => Error::Unavailable { operation: "open", reason },
        })
    }

    /// Puts a folder in use, durably.
    pub(super) fn choose(&self, store: &Store) -> Result<(), Error> {
        let folder = store.folder().file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = serde_json::to_vec(&Current { format: FORMAT, folder }).unwrap_or_default();
        let (draft, place) = (self.0.join("current.draft"), self.0.join(CURRENT));
        let write = || {
            std::fs::write(&draft, text)?;
            std::fs::File::open(&draft)?.sync_all()?;
            std::fs::rename(&draft, &place)?;
            std::fs::File::open(&self.0)?.sync_all()
        };
        write().map_err(Error::of_file("open"))
    }

    /// Removes a folder, or leaves it for the next start.
    pub(super) fn remove(folder: &Path) {
        if let Err(error) = std::fs::remove_dir_all(folder) {
            tracing::debug!(%error, folder = %folder.display(), "a former search index is still there");
        }
    }

    fn begin(&self) -> Result<Store, Error> {
        let store = self.fresh()?;
        self.choose(&store)?;
        Ok(store)
    }

    /// None if there is none, or if it is of another version.
    fn current(&self) -> Option<PathBuf> {
        let text = std::fs::read(self.0.join(CURRENT)).ok()?;
        let current: Current = serde_json::from_slice(&text).ok()?;
        let folder = self.0.join(&current.folder);
        (current.format == FORMAT && number(&folder).is_some() && folder.is_dir()).then_some(folder)
    }

    fn sweep(&self, store: &Store) {
        for folder in self.folders().filter(|folder| folder != store.folder()) {
            Self::remove(&folder);
        }
    }

    fn folders(&self) -> impl Iterator<Item = PathBuf> {
        let entries = std::fs::read_dir(&self.0).into_iter().flatten();
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| number(path).is_some())
    }
}

/// Of a folder of the index.
fn number(folder: &Path) -> Option<u32> {
    folder.file_name()?.to_str()?.strip_prefix(PREFIX)?.parse().ok()
}
