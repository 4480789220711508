//! Uploads that survive a broken line, and the server's end.
//!
//! An upload is a folder: what it is to become (`about.json`), its bytes (`data`), and how many of them
//! are on disk for good (`acked`, a record for each piece). Bytes behind the last record are as if they
//! had never come. At the end the bytes are checked and become an object; until then nobody sees one.
//! On S3 they wait in the data directory too, and go there in parts when all of them are here and right.

mod bytes;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ::bytes::Bytes;
use atelier_base::{Scope, TenantId, Timestamp};
use futures_util::Stream;
use serde::{Deserialize, Serialize};

use crate::blobs::Engine;
use crate::directory::Place;
use crate::disk::{absent, blocking, make_folder, remove_file, replace_file, sync_folder};
use crate::staging::{Staged, check};
use crate::{Blobs, Bucket, Error, ObjectInfo, ObjectKey, Put};

/// What an upload is to become.
#[derive(Clone, Debug)]
pub struct NewUpload {
    /// Where.
    pub bucket: &'static Bucket,
    /// Under which name. None: `<prefix of the bucket's uploads><id>`.
    pub key: Option<ObjectKey>,
    /// All its bytes, if that is known.
    pub size: Option<u64>,
    /// What else is known of it.
    pub put: Put,
}

/// An upload on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    /// Its name, 32 hexadecimal digits.
    pub id: String,
    /// Where it goes: a declared name, with `{env}`.
    pub bucket: String,
    /// Under which name.
    pub key: ObjectKey,
    /// Bytes that are on disk. The next ones begin here.
    #[serde(skip)]
    pub offset: u64,
    /// All its bytes, if that is known.
    pub size: Option<u64>,
    /// The SHA-256 that it must have.
    pub sha256: Option<String>,
    /// When it is swept, finished or not.
    pub expires_at: Timestamp,
    /// The object that it became.
    pub object: Option<ObjectInfo>,
    tenant: TenantId,
    content_type: String,
    metadata: std::collections::BTreeMap<String, String>,
}

/// The folder of uploads, and those that a call works on.
#[derive(Clone, Debug)]
pub(crate) struct Uploads {
    folder: PathBuf,
    busy: Arc<Mutex<HashSet<String>>>,
}

/// While this is held, no other call works on the upload.
struct Busy {
    uploads: Uploads,
    id: String,
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.uploads.busy.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.id);
    }
}

impl Uploads {
    pub(crate) fn open(root: &Path) -> Result<Self, Error> {
        let folder = root.join("uploads");
        make_folder(&folder)?;
        sync_folder(root)?;
        Ok(Self { folder, busy: Arc::default() })
    }

    fn hold(&self, id: &str) -> Result<Busy, Error> {
        let mut busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        if !busy.insert(id.to_owned()) {
            return Err(Error::UploadBusy);
        }
        Ok(Busy { uploads: self.clone(), id: id.to_owned() })
    }

    fn folder_of(&self, id: &str) -> Result<PathBuf, Error> {
        let plain =
            id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        if plain { Ok(self.folder.join(id)) } else { Err(Error::UploadNotFound) }
    }
}

fn load(folder: &Path) -> Result<Option<Upload>, Error> {
    let path = folder.join("about.json");
    let Some(text) = absent(std::fs::read(&path)).map_err(Error::of_file("read", &path))? else {
        return Ok(None);
    };
    let damaged = |error: serde_json::Error| Error::Corrupt {
        name: path.display().to_string(),
        reason: error.to_string(),
    };
    let mut upload: Upload = serde_json::from_slice(&text).map_err(damaged)?;
    upload.offset = match &upload.object {
        Some(object) => object.size,
        None => bytes::acknowledged(folder)?,
    };
    Ok(Some(upload))
}

fn save(folder: &Path, upload: &Upload) -> Result<(), Error> {
    let text = serde_json::to_vec(upload)
        .map_err(|error| Error::Unavailable { operation: "describe an upload", reason: error.to_string() })?;
    replace_file(&folder.join("about.json"), &text)
}

impl Blobs {
    /// Begins an upload. It is known when this returns.
    pub async fn begin_upload(&self, scope: Scope, new: NewUpload) -> Result<Upload, Error> {
        let NewUpload { bucket, key, size, put } = new;
        let (id, put) = (self.0.staging.name(), put.checked()?);
        let key = match key {
            Some(key) => key,
            None => format!("{}{id}", bucket.uploads.unwrap_or_default()).parse()?,
        };
        let place = self.place(scope, bucket, &key)?;
        let limit = put.limit.unwrap_or(u64::MAX).min(self.0.options.object_limit);
        if size.is_some_and(|size| limit < size) {
            return Err(Error::TooLarge { limit });
        }
        let upload = Upload {
            id,
            bucket: bucket.name.to_owned(),
            key,
            offset: 0,
            size,
            sha256: put.sha256,
            expires_at: self.0.options.clock.now().after(self.0.options.upload_lifetime),
            object: None,
            tenant: place.tenant,
            content_type: put.content_type,
            metadata: put.metadata,
        };
        let (made, pending) = (upload.clone(), self.0.staging.fresh());
        let uploads = self.0.uploads.clone();
        blocking(move || {
            make_folder(&pending)?;
            bytes::make(&pending)?;
            save(&pending, &made)?;
            let folder = uploads.folder_of(&made.id)?;
            std::fs::rename(&pending, &folder).map_err(Error::of_file("rename", &folder))?;
            sync_folder(&uploads.folder)
        })
        .await?;
        Ok(upload)
    }

    /// An upload as it is now.
    pub async fn upload(&self, scope: Scope, id: &str) -> Result<Upload, Error> {
        let folder = self.0.uploads.folder_of(id)?;
        let upload = blocking(move || load(&folder)).await?.ok_or(Error::UploadNotFound)?;
        // Another tenant's upload is not there, and neither is one that is to be swept.
        let here = scope.tenant_id() == Some(upload.tenant) && self.0.options.clock.now() < upload.expires_at;
        if here { Ok(upload) } else { Err(Error::UploadNotFound) }
    }

    /// Says how many bytes there will be, if nobody has said so yet.
    pub async fn declare_upload(&self, scope: Scope, id: &str, size: u64) -> Result<Upload, Error> {
        let _busy = self.0.uploads.hold(id)?;
        let mut upload = self.upload(scope, id).await?;
        let limit = self.0.options.object_limit;
        if limit < size {
            return Err(Error::TooLarge { limit });
        }
        if upload.size.is_some_and(|declared| declared != size) || size < upload.offset {
            return Err(Error::InvalidMetadata { reason: "the size of an upload does not change" });
        }
        if upload.size.replace(size).is_none() {
            let (folder, saved) = (self.0.uploads.folder_of(id)?, upload.clone());
            blocking(move || save(&folder, &saved)).await?;
        }
        Ok(upload)
    }

    /// Adds bytes that begin at `offset`; the upload's new offset. What came before is compared and not
    /// written again. When the stream breaks, what came is kept, and the error says that it broke.
    pub async fn append<E: std::fmt::Display>(
        &self,
        scope: Scope,
        id: &str,
        offset: u64,
        body: impl Stream<Item = Result<Bytes, E>> + Send,
    ) -> Result<u64, Error> {
        let _busy = self.0.uploads.hold(id)?;
        let upload = self.upload(scope, id).await?;
        if upload.object.is_some() {
            return Err(Error::UploadFinished);
        }
        if upload.offset < offset {
            return Err(Error::UploadOffset { expected: upload.offset });
        }
        let limit = upload.size.unwrap_or(self.0.options.object_limit);
        bytes::append(self.0.uploads.folder_of(id)?, upload.offset, offset, limit, body).await
    }

    /// Makes the object. Finishing again gives the same object.
    pub async fn finish_upload(&self, scope: Scope, id: &str) -> Result<ObjectInfo, Error> {
        let _busy = self.0.uploads.hold(id)?;
        let mut upload = self.upload(scope, id).await?;
        if let Some(object) = upload.object {
            return Ok(object);
        }
        let folder = self.0.uploads.folder_of(id)?;
        let place = self.place_of(&upload)?;
        let object = match self.published(&folder, &place, id).await? {
            Some(object) => object,
            None => self.publish_upload(&folder, place, &upload).await?,
        };
        upload.object = Some(object.clone());
        blocking(move || {
            save(&folder, &upload)?;
            remove_file(&folder.join("data"))?;
            remove_file(&folder.join("acked")).map(drop)
        })
        .await?;
        Ok(object)
    }

    async fn publish_upload(
        &self,
        folder: &Path,
        place: Place,
        upload: &Upload,
    ) -> Result<ObjectInfo, Error> {
        if let Some(size) = upload.size.filter(|size| *size != upload.offset) {
            return Err(Error::UploadIncomplete { offset: upload.offset, size });
        }
        let (path, size) = (folder.join("data"), upload.offset);
        let data = path.clone();
        let sha256 = blocking(move || bytes::seal(&data, size)).await?;
        check(upload.sha256.as_deref(), &sha256)?;
        let put = Put {
            content_type: upload.content_type.clone(),
            metadata: upload.metadata.clone(),
            ..Put::default()
        };
        let staged = Staged { path, size, sha256, kept: true };
        self.publish(place, put, staged, Some(upload.id.clone())).await
    }

    /// The object that the server made of the upload before it was stopped and could say so: the bytes
    /// moved away to become it.
    async fn published(&self, folder: &Path, place: &Place, id: &str) -> Result<Option<ObjectInfo>, Error> {
        let Engine::Directory(directory, _) = &self.0.engine else { return Ok(None) };
        let data = folder.join("data");
        if absent(std::fs::metadata(&data)).map_err(Error::of_file("read", &data))?.is_some() {
            return Ok(None);
        }
        let made = directory.made_of(place.clone(), id.to_owned()).await?;
        made.map(Some).ok_or(Error::UploadNotFound)
    }

    /// Forgets an upload and its bytes. An object that it became stays.
    pub async fn abort_upload(&self, scope: Scope, id: &str) -> Result<(), Error> {
        let _busy = self.0.uploads.hold(id)?;
        self.upload(scope, id).await?;
        self.forget(id).await
    }

    async fn forget(&self, id: &str) -> Result<(), Error> {
        let (folder, gone) = (self.0.uploads.folder_of(id)?, self.0.staging.fresh());
        blocking(move || {
            // In one step; a crash leaves the rest to the sweep at the next start.
            let moved = absent(std::fs::rename(&folder, &gone)).map_err(Error::of_file("remove", &folder))?;
            if moved.is_some() {
                std::fs::remove_dir_all(&gone).map_err(Error::of_file("remove", &gone))?;
            }
            folder.parent().map_or(Ok(()), sync_folder)
        })
        .await
    }

    /// Forgets uploads whose time is over; how many those were.
    pub async fn sweep_uploads(&self, now: Timestamp) -> Result<u64, Error> {
        let folder = self.0.uploads.folder.clone();
        let over = blocking(move || {
            let failed = || Error::of_file("list", &folder);
            let mut over = Vec::new();
            for entry in std::fs::read_dir(&folder).map_err(failed())? {
                let entry = entry.map_err(failed())?;
                if load(&entry.path())?.is_none_or(|upload| upload.expires_at <= now) {
                    over.extend(entry.file_name().into_string());
                }
            }
            Ok(over)
        });
        let mut swept = 0;
        for id in over.await? {
            // One that a call works on goes in the next round.
            if let Ok(_busy) = self.0.uploads.hold(&id) {
                self.forget(&id).await?;
                swept += 1;
            }
        }
        Ok(swept)
    }

    fn place_of(&self, upload: &Upload) -> Result<Place, Error> {
        let bucket = self.0.buckets.iter().copied().find(|bucket| bucket.name == upload.bucket);
        let bucket = bucket.ok_or(Error::UploadNotFound)?;
        self.place(Scope::tenant(upload.tenant), bucket, &upload.key)
    }
}
