//! Folders whose entries are written to disk.
//!
//! A new name is on disk when its folder is, and a new folder when the one above it is. Which folders are is remembered,
//! so that only the last one is written again, and once for all who named something in it before.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::Error;
use crate::disk::sync_present;

/// More folders are not remembered at a time.
const MOST: usize = 10_000;

#[derive(Debug)]
pub(super) struct Folders {
    root: PathBuf,
    known: Mutex<Known>,
}

#[derive(Debug, Default)]
struct Known {
    /// Folders that are on disk, with all that are above them.
    durable: HashMap<PathBuf, Arc<Turns>>,
    /// How often one was forgotten.
    forgotten: u64,
}

/// Who wants a folder written.
#[derive(Debug, Default)]
struct Turns {
    asked: AtomicU64,
    /// Those up to here were served.
    served: Mutex<u64>,
}

impl Folders {
    pub(super) fn below(root: &Path) -> Self {
        Self { root: root.to_owned(), known: Mutex::default() }
    }

    /// Writes what was named in a folder to disk. One that another call removed since had nothing in it any more.
    pub(super) fn sync(&self, folder: &Path) -> Result<(), Error> {
        let forgotten = {
            let known = self.known();
            match known.durable.get(folder).cloned() {
                Some(turns) => {
                    drop(known);
                    return turns.sync(folder);
                }
                None => known.forgotten,
            }
        };
        for above in folder.ancestors().take_while(|above| above.starts_with(&self.root)) {
            sync_present(above)?;
        }
        let mut known = self.known();
        // One that was removed meanwhile may be there anew, and not be on disk.
        if known.forgotten == forgotten {
            if MOST <= known.durable.len() {
                known.durable.clear();
            }
            known.durable.entry(folder.to_owned()).or_default();
        }
        Ok(())
    }

    /// A folder is about to be removed.
    pub(super) fn forget(&self, folder: &Path) {
        let mut known = self.known();
        known.durable.remove(folder);
        known.forgotten += 1;
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        // Each change is a single step: one that panicked left nothing half done.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turns {
    /// Once for all who asked before it begins.
    fn sync(&self, folder: &Path) -> Result<(), Error> {
        let turn = self.asked.fetch_add(1, Ordering::SeqCst) + 1;
        let mut served = self.served.lock().unwrap_or_else(PoisonError::into_inner);
        if turn <= *served {
            return Ok(());
        }
        let asked = self.asked.load(Ordering::SeqCst);
        sync_present(folder)?;
        *served = asked;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_was_removed_is_not_taken_for_durable() {
        let root = tempfile::tempdir().expect("a directory");
        let folders = Folders::below(root.path());
        let folder = root.path().join("a/b");
        let is_known = || folders.known().durable.contains_key(&folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        folders.sync(&folder).expect("on disk");
        assert!(is_known());
        folders.sync(&folder).expect("on disk again");
        folders.forget(&folder);
        assert!(!is_known());
        std::fs::remove_dir(&folder).expect("removed");
        folders.sync(&folder).expect("nothing was in it");
    }

    #[test]
    fn whoever_waited_is_served_by_whoever_began_later() {
        let root = tempfile::tempdir().expect("a directory");
        let turns = Turns { asked: AtomicU64::new(0), served: Mutex::new(5) };
        // Its turn was served before, so that the folder need not even be there.
        turns.sync(Path::new("\0")).expect("served");
        turns.asked.store(7, Ordering::SeqCst);
        turns.sync(root.path()).expect("on disk");
        assert_eq!(*turns.served.lock().expect("no panic"), 8);
    }
}
