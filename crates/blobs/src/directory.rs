//! The engine over a directory.
//!
//! An object is one file that is written once: the bytes, then what is known of them (`footer.rs`). It is
//! complete and on disk before it gets its name by a rename, and the rename is on disk before the call
//! returns. So a reader sees the old object or the new one, and a crash leaves one of the two.
//!
//! `objects/<bucket>/<tenant>/<key>~` is the current object, with capitals escaped, so that file systems
//! that ignore case keep keys apart. In a bucket with versions, every version has a second name under
//! `versions/<bucket>/<tenant>/<key>~/`.

mod folders;
mod footer;
mod layout;
mod lifecycle;
mod versions;
mod walk;

use std::collections::BTreeSet;
use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use futures_util::stream::{self, BoxStream, StreamExt as _};

use self::folders::Folders;
pub(crate) use self::footer::Footer;
pub(crate) use self::layout::Place;
use crate::disk::{absent, blocking, make_folder, remove_file, sync_folder};
use crate::staging::Staged;
use crate::{Error, ObjectInfo};

/// Bytes that are read from a file at once.
const READ: u64 = 256 << 10;
/// How often a folder that another call removes is made again.
const ATTEMPTS: usize = 17;

/// Objects in a directory. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Directory(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    root: PathBuf,
    /// Held while a name changes what it stands for; which one is by the hash of the name.
    locks: [Mutex<()>; 32],
    folders: Folders,
}

/// Complete bytes that become the object of a place.
pub(crate) struct Publication {
    pub(crate) place: Place,
    pub(crate) staged: Staged,
    pub(crate) footer: Footer,
}

/// An open object.
pub(crate) struct Opened {
    pub(crate) file: File,
    pub(crate) path: PathBuf,
    pub(crate) info: ObjectInfo,
}

impl Directory {
    pub(crate) fn open(root: &Path) -> Result<Self, Error> {
        for folder in ["objects", "versions"] {
            make_folder(&root.join(folder))?;
        }
        sync_folder(&root.join("objects"))?;
        sync_folder(root)?;
        let folders = Folders::below(root);
        Ok(Self(Arc::new(Inner { root: root.to_owned(), locks: [const { Mutex::new(()) }; 32], folders })))
    }

    /// Makes complete bytes the objects of their places, all of them on disk when this returns. If it fails, some may
    /// be there.
    pub(crate) async fn publish(
        &self,
        stage: impl FnOnce() -> Result<Vec<Publication>, Error> + Send + 'static,
    ) -> Result<Vec<ObjectInfo>, Error> {
        let this = self.clone();
        blocking(move || {
            let publications = stage()?;
            let mut infos = Vec::with_capacity(publications.len());
            let mut folders = BTreeSet::new();
            for publication in publications {
                infos.push(this.publish_now(publication, &mut folders)?);
            }
            // Objects that are written together mostly lie together: their folder is written once.
            folders.iter().try_for_each(|folder| this.0.folders.sync(folder))?;
            Ok(infos)
        })
        .await
    }

    /// The name is not on disk yet; its folder comes to the others that are to be written.
    fn publish_now(
        &self,
        publication: Publication,
        folders: &mut BTreeSet<PathBuf>,
    ) -> Result<ObjectInfo, Error> {
        let Publication { place, staged, mut footer } = publication;
        if !place.bucket.versioning {
            // Nobody else's name waits for the disk.
            footer.append_to(&staged.path, staged.size)?;
        }
        let _held = self.hold(&place);
        if place.bucket.versioning {
            let version = self.next_version(&place, footer.modified)?;
            footer.version = Some(version.clone());
            footer.append_to(&staged.path, staged.size)?;
            let path = self.versions_of(&place).join(version);
            folders.insert(self.name(&path, |to| std::fs::hard_link(&staged.path, to))?);
        }
        folders.insert(self.name(&self.path(&place), |to| std::fs::rename(&staged.path, to))?);
        Ok(footer.into_info(staged.size))
    }

    /// Gives a file a name in a folder that is made if need be; that folder.
    fn name(&self, path: &Path, give: impl Fn(&Path) -> std::io::Result<()>) -> Result<PathBuf, Error> {
        let folder = path.parent().unwrap_or(&self.0.root);
        for _ in 0..ATTEMPTS {
            // It mostly is there.
            match absent(give(path)) {
                Ok(Some(())) => return Ok(folder.to_owned()),
                // The folder is new, or was empty, and a call that deletes removed it.
                Ok(None) => make_folder(folder)?,
                Err(error) => return Err(Error::of_file("name an object", path)(error)),
            }
        }
        let reason = format!("{} vanishes again and again", folder.display());
        Err(Error::Unavailable { operation: "name an object", reason })
    }

    /// The object, or one of its versions.
    pub(crate) async fn read(&self, place: Place, version: Option<String>) -> Result<Opened, Error> {
        let this = self.clone();
        blocking(move || {
            let path = match version {
                Some(version) => this.path_of_version(&place, &version)?,
                None => this.path(&place),
            };
            open(&path)?.ok_or(Error::NotFound)
        })
        .await
    }

    /// The object, if it was made of that upload.
    pub(crate) async fn made_of(&self, place: Place, upload: String) -> Result<Option<ObjectInfo>, Error> {
        let this = self.clone();
        blocking(move || {
            let path = this.path(&place);
            let Some(file) = absent(File::open(&path)).map_err(Error::of_file("open", &path))? else {
                return Ok(None);
            };
            let (footer, size) = Footer::read_whole(&file, &path)?;
            Ok((footer.upload.as_ref() == Some(&upload)).then(|| footer.into_info(size)))
        })
        .await
    }

    /// Removes the object. Its versions stay.
    pub(crate) async fn delete(&self, place: Place) -> Result<(), Error> {
        let this = self.clone();
        blocking(move || this.delete_now(&place, |_| true).map(drop)).await
    }

    /// Removes the object if it is one that should go, damaged ones included; whether it did.
    fn delete_now(&self, place: &Place, should: impl Fn(Option<&ObjectInfo>) -> bool) -> Result<bool, Error> {
        let _held = self.hold(place);
        let path = self.path(place);
        let goes = match open(&path) {
            Ok(Some(opened)) => should(Some(&opened.info)),
            Ok(None) => false,
            Err(Error::Corrupt { .. }) => should(None),
            Err(error) => return Err(error),
        };
        if !goes {
            return Ok(false);
        }
        remove_file(&path)?;
        self.tidy(&path)?;
        Ok(true)
    }

    /// Removes the folders that a removal left empty, and writes what changed to disk.
    fn tidy(&self, path: &Path) -> Result<(), Error> {
        // Below the root: `objects` or `versions`, the bucket, the tenant; they stay.
        let depth = self.0.root.components().count() + 3;
        for folder in path.ancestors().skip(1) {
            self.0.folders.forget(folder);
            // One that is not empty is not removed; one that another call removed is gone.
            let goes_on = depth < folder.components().count() && std::fs::remove_dir(folder).is_ok();
            if !goes_on && folder.exists() {
                return sync_folder(folder);
            }
        }
        Ok(())
    }

    fn hold(&self, place: &Place) -> MutexGuard<'_, ()> {
        use std::hash::{DefaultHasher, Hash as _, Hasher as _};
        let mut hasher = DefaultHasher::new();
        (place.tenant, place.key.as_str()).hash(&mut hasher);
        let position = usize::try_from(hasher.finish() % self.0.locks.len() as u64).unwrap_or(0);
        // It guards no value, so one that panicked left nothing behind.
        self.0.locks[position].lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Opened {
    /// The bytes of a range, as they are read.
    pub(crate) fn stream(self, range: std::ops::Range<u64>) -> BoxStream<'static, Result<Bytes, Error>> {
        let source = Arc::new((self.file, self.path));
        stream::try_unfold(range, move |range| {
            let source = source.clone();
            async move {
                if range.end <= range.start {
                    return Ok(None);
                }
                let next = range.end.min(range.start + READ);
                let bytes = blocking(move || {
                    let mut bytes = vec![0; usize::try_from(next - range.start).unwrap_or(0)];
                    let read = source.0.read_exact_at(&mut bytes, range.start);
                    read.map_err(Error::of_file("read", &source.1)).map(|()| Bytes::from(bytes))
                });
                Ok(Some((bytes.await?, next..range.end)))
            }
        })
        .boxed()
    }
}

/// Opens a file as an object; none when it is not there.
fn open(path: &Path) -> Result<Option<Opened>, Error> {
    let file = absent(File::open(path)).map_err(Error::of_file("open", path))?;
    let Some(file) = file else { return Ok(None) };
    let info = Footer::read(&file, path)?;
    Ok(Some(Opened { file, path: path.to_owned(), info }))
}
