//! The end of an object's file: what is known of the bytes before it.
//!
//! JSON, the first eight bytes of its SHA-256, its length in four bytes, and a mark. Being in the
//! same file as the bytes, it is there exactly when they are.

use std::collections::BTreeMap;
use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use atelier_base::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::{Error, ObjectInfo, ObjectKey, Put};

const MARK: &[u8; 4] = b"ATB1";
/// Checksum, length and mark.
const TAIL: u64 = 16;
/// More is not a footer: a key and its metadata are far smaller.
const LONGEST: u64 = 64 << 10;

/// What is stored after the bytes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Footer {
    pub(crate) key: ObjectKey,
    pub(crate) sha256: String,
    pub(crate) content_type: String,
    pub(crate) metadata: BTreeMap<String, String>,
    pub(crate) modified: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) version: Option<String>,
    /// The resumable upload that it was made of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) upload: Option<String>,
}

impl Footer {
    pub(crate) fn new(key: ObjectKey, put: Put, sha256: String, modified: Timestamp) -> Self {
        let Put { content_type, metadata, .. } = put;
        Self { key, sha256, content_type, metadata, modified, version: None, upload: None }
    }

    /// Writes it behind `size` bytes, and all of the file to disk.
    pub(super) fn append_to(&self, path: &Path, size: u64) -> Result<(), Error> {
        let json = serde_json::to_vec(self).map_err(|error| Error::Unavailable {
            operation: "describe an object",
            reason: error.to_string(),
        })?;
        let mut end = json.clone();
        end.extend_from_slice(&checksum(&json));
        end.extend_from_slice(&u32::try_from(json.len()).unwrap_or(u32::MAX).to_le_bytes());
        end.extend_from_slice(MARK);
        let file = File::options().write(true).open(path).map_err(Error::of_file("open", path))?;
        // An attempt that failed before may have left more.
        file.set_len(size).map_err(Error::of_file("write", path))?;
        file.write_all_at(&end, size).map_err(Error::of_file("write", path))?;
        file.sync_all().map_err(Error::of_file("write to disk", path))
    }

    /// What the end of a file says about it.
    pub(super) fn read(file: &File, path: &Path) -> Result<ObjectInfo, Error> {
        Self::read_whole(file, path).map(|(footer, size)| footer.into_info(size))
    }

    pub(super) fn read_whole(file: &File, path: &Path) -> Result<(Self, u64), Error> {
        let damaged =
            |reason: &str| Error::Corrupt { name: path.display().to_string(), reason: reason.to_owned() };
        let length = file.metadata().map_err(Error::of_file("read", path))?.len();
        let mut tail = [0; 16];
        let start = length.checked_sub(TAIL).ok_or_else(|| damaged("it is too short"))?;
        file.read_exact_at(&mut tail, start).map_err(Error::of_file("read", path))?;
        let (sum, rest) = tail.split_at(8);
        let (count, mark) = rest.split_at(4);
        if mark != MARK {
            return Err(damaged("its end is not that of an object"));
        }
        let count = u64::from(u32::from_le_bytes([count[0], count[1], count[2], count[3]]));
        let size = start.checked_sub(count).filter(|_| count <= LONGEST);
        let size = size.ok_or_else(|| damaged("its end has an impossible length"))?;
        let mut json = vec![0; usize::try_from(count).unwrap_or(0)];
        file.read_exact_at(&mut json, size).map_err(Error::of_file("read", path))?;
        if checksum(&json) != sum {
            return Err(damaged("its end does not have its checksum"));
        }
        let footer = serde_json::from_slice(&json).map_err(|error| damaged(&error.to_string()))?;
        Ok((footer, size))
    }

    pub(crate) fn into_info(self, size: u64) -> ObjectInfo {
        ObjectInfo {
            etag: format!("\"{}\"", self.sha256),
            key: self.key,
            size,
            sha256: Some(self.sha256),
            content_type: self.content_type,
            metadata: self.metadata,
            modified: self.modified,
            version: self.version,
        }
    }
}

fn checksum(json: &[u8]) -> [u8; 8] {
    let mut first = [0; 8];
    first.copy_from_slice(&Sha256::digest(json)[..8]);
    first
}
