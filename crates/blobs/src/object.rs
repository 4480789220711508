//! What is known of an object.

use std::collections::BTreeMap;
use std::fmt;

use atelier_base::Timestamp;
use bytes::Bytes;
use futures_util::stream::BoxStream;
use serde::{Deserialize, Serialize};

use crate::{Error, ObjectKey};

/// An object without its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectInfo {
    /// Its name.
    pub key: ObjectKey,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of the bytes, 64 hexadecimal digits. None for what others put into an S3 bucket.
    pub sha256: Option<String>,
    /// What the bytes are, as the writer said: `image/png`.
    pub content_type: String,
    /// What else the writer said.
    pub metadata: BTreeMap<String, String>,
    /// When it was written.
    pub modified: Timestamp,
    /// Which version this is, in a bucket that has them.
    pub version: Option<String>,
    /// Quoted, as in the `ETag` header: changes with the bytes.
    pub etag: String,
}

/// An object and its bytes, which come as they are read.
pub struct Object {
    /// What is known of it.
    pub info: ObjectInfo,
    /// Which of its bytes follow.
    pub range: std::ops::Range<u64>,
    /// The bytes. When all of them are read, they are compared with the SHA-256 on the way; an error
    /// at the end says that the stored bytes are damaged.
    pub body: BoxStream<'static, Result<Bytes, Error>>,
}

impl Object {
    /// All bytes of the range at once, for small objects.
    pub async fn bytes(self) -> Result<Bytes, Error> {
        use futures_util::TryStreamExt as _;
        let start = bytes::BytesMut::new();
        let all = self.body.try_fold(start, async |mut all, chunk| {
            all.extend_from_slice(&chunk);
            Ok(all)
        });
        Ok(all.await?.freeze())
    }
}

impl fmt::Debug for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Object").field("info", &self.info).field("range", &self.range).finish_non_exhaustive()
    }
}

/// How to write an object.
#[derive(Clone, Debug, Default)]
pub struct Put {
    /// What the bytes are; `application/octet-stream` when it is empty.
    pub content_type: String,
    /// What else is to be known. Names of 1 to 64 small letters, digits and `-`; 1200 bytes in all.
    pub metadata: BTreeMap<String, String>,
    /// More bytes than this are refused. None: the limit of the store.
    pub limit: Option<u64>,
    /// The SHA-256 that the bytes must have, 64 hexadecimal digits.
    pub sha256: Option<String>,
}

impl Put {
    /// Bytes of that type.
    pub fn of_type(content_type: &str) -> Self {
        Self { content_type: content_type.to_owned(), ..Self::default() }
    }

    /// With another word about it.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.metadata.insert(name.to_owned(), value.to_owned());
        self
    }

    /// With the SHA-256 that the bytes must have.
    pub fn expect(mut self, sha256: &str) -> Self {
        self.sha256 = Some(sha256.to_owned());
        self
    }

    /// The same within its limits.
    pub(crate) fn checked(mut self) -> Result<Self, Error> {
        if self.content_type.is_empty() {
            "application/octet-stream".clone_into(&mut self.content_type);
        }
        let visible = |text: &str| text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        if 200 < self.content_type.len() || !visible(&self.content_type) {
            return Err(Error::InvalidMetadata {
                reason: "the content type is not 1 to 200 ASCII characters",
            });
        }
        let plain = |name: &String| {
            (1..=64).contains(&name.len())
                && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        };
        if !self.metadata.keys().all(plain) {
            return Err(Error::InvalidMetadata { reason: "a name is not 1 to 64 of a-z 0-9 -" });
        }
        if self.metadata.values().any(|value| value.chars().any(char::is_control)) {
            return Err(Error::InvalidMetadata { reason: "a value has control characters" });
        }
        let size: usize = self.metadata.iter().map(|(name, value)| name.len() + value.len()).sum();
        if 1_200 < size {
            return Err(Error::InvalidMetadata { reason: "names and values may have 1200 bytes in all" });
        }
        if let Some(expected) = &mut self.sha256 {
            expected.make_ascii_lowercase();
            if expected.len() != 64 || !expected.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return Err(Error::InvalidMetadata { reason: "the SHA-256 is not 64 hexadecimal digits" });
            }
        }
        Ok(self)
    }
}

/// An object in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub key: ObjectKey,
    /// Bytes.
    pub size: u64,
    /// When it was written.
    pub modified: Timestamp,
}

/// A version of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its name among the versions of the object.
    pub id: String,
    /// Bytes.
    pub size: u64,
    /// When it was written.
    pub modified: Timestamp,
    /// Whether it is the one that is read without naming a version.
    pub current: bool,
}
