//! Objects: bytes with a name, in a directory or in S3.
//!
//! A bucket is declared once, as a constant [`Bucket`]: its name as the specifications give it, its
//! lifecycle, whether it keeps versions. Every call takes a [`Scope`](atelier_base::Scope): the tenant is
//! part of the path, and no [`ObjectKey`] leads out of it. Bytes stream in and out; their SHA-256 is
//! computed on the way and stored with them. An object is there whole or not at all, and when a call
//! that writes has returned, it is on disk.
//!
//! It decodes nothing and knows no image: that is `media`. Who may call is for the caller to check.
//! Start with [`Blobs`]; `directory.rs` says how the embedded engine keeps its promises, `upload.rs` how
//! an upload survives a broken line, and `conformance` proves both on every engine.

mod blobs;
mod bucket;
#[cfg(feature = "conformance")]
pub mod conformance;
mod directory;
mod disk;
mod error;
mod key;
mod object;
pub mod permissions;
mod s3;
mod signature;
mod staging;
mod upload;

pub use blobs::{Blobs, Options, Swept};
pub use bucket::{
    ASSETS, Access, BUCKETS, Bucket, FRONTEND, Fate, IMAGES_PROCESSED, IMAGES_RAW, KNOWLEDGE_BASE, Rule,
    StorageClass, check_declarations,
};
pub use error::{Error, codes};
pub use key::ObjectKey;
pub use object::{Entry, Object, ObjectInfo, Put, Version};
pub use s3::S3Options;
pub use signature::{Disposition, Method, SignedQuery, Signing};
pub use upload::{NewUpload, Upload};
