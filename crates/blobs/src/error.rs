//! What can go wrong with objects.

use std::io::ErrorKind;
use std::path::PathBuf;

use atelier_base::{Code, Coded};

/// Codes of objects.
pub mod codes {
    atelier_base::codes! {
        BLOB_CHECKSUM_MISMATCH = "blob_checksum_mismatch", Invalid, "The bytes are not those that were announced",
            "Nothing was stored. Send the file again from the beginning.";
        BLOB_CORRUPT = "blob_corrupt", Unavailable, "The stored file is damaged",
            "Restore it from a backup or upload it again.";
        BLOB_INTERRUPTED = "blob_interrupted", Invalid, "The bytes stopped coming",
            "Nothing was stored, but what a resumable upload has acknowledged. Go on from its offset, or send it again.";
        BLOB_KEY_INVALID = "blob_key_invalid", Invalid, "This is not the name of a file",
            "Use letters, digits and -_.=+@,()! in parts of 120 characters at most, with single slashes between them.";
        BLOB_METADATA_INVALID = "blob_metadata_invalid", Invalid, "What is said about the file can't be stored",
            "Shorten it, and use small letters, digits and - for names.";
        BLOB_NOT_FOUND = "blob_not_found", NotFound, "There is no such file",
            "It may have been deleted, or it belongs to a tenant you are not in.";
        BLOB_REFUSED = "blob_refused", Internal, "The call does not fit the bucket",
            "A fault of the server: report it with the request id.";
        BLOB_TOO_LARGE = "blob_too_large", TooLarge, "The file is larger than allowed here",
            "Send a smaller one; the limit is `blobs.object_limit_bytes` of the configuration.";
        BLOBS_FULL = "blobs_full", Unavailable, "The disk for files is full",
            "Nothing was stored. Free some space on the disk of the data directory and try again.";
        BLOBS_IN_USE = "blobs_in_use", Unavailable, "Another server uses this directory of files",
            "Stop the other server, or choose another directory with --data.";
        BLOBS_KEY_EXPOSED = "blobs_key_exposed", Unavailable, "The key of signed addresses can't be trusted",
            "If only you can read blobs.key, give it mode 0600. Otherwise remove it: the server makes a new one, and addresses that were given out end.";
        BLOBS_MISCONFIGURED = "blobs_misconfigured", Unavailable, "The store of files is not configured rightly",
            "Correct the section [blobs] of the configuration.";
        BLOBS_READ_ONLY = "blobs_read_only", Unavailable, "The server may not write to the directory of files",
            "Nothing was stored. Let the server's user write to the data directory.";
        BLOBS_UNAVAILABLE = "blobs_unavailable", Unavailable, "The store of files does not answer",
            "Nothing was stored. Try again; if it stays, look at the server's log.";
        SIGNED_URL_EXPIRED = "signed_url_expired", Forbidden, "This address has expired",
            "Open the page again that gave you the address.";
        SIGNED_URL_INVALID = "signed_url_invalid", Forbidden, "This address was not given out by the server",
            "Use it unchanged, or open the page again that gave you the address.";
        UPLOAD_BUSY = "upload_busy", Conflict, "Another request is sending bytes to this upload",
            "Wait until it ended, ask for the offset, and go on from there.";
        UPLOAD_FINISHED = "upload_finished", Conflict, "The upload is finished",
            "Begin another one to send more.";
        UPLOAD_INCOMPLETE = "upload_incomplete", Conflict, "Some bytes are still missing",
            "Ask for the offset and send the rest.";
        UPLOAD_NOT_FOUND = "upload_not_found", NotFound, "There is no such upload",
            "It may have expired, or it belongs to a tenant you are not in. Begin another one.";
        UPLOAD_OFFSET = "upload_offset", Conflict, "The bytes do not follow those that are there",
            "Go on from the offset that the answer names.";
    }
}

/// A failed call. Nothing of a failed write is stored.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the catalogue of codes describes each")]
pub enum Error {
    #[error("the bytes have the SHA-256 {found}, not {expected}")]
    ChecksumMismatch { expected: String, found: String },
    #[error("the stored object {name} is damaged: {reason}")]
    Corrupt { name: String, reason: String },
    #[error("the bytes stopped coming: {reason}")]
    Interrupted { reason: String },
    #[error("this is no key: {reason}")]
    InvalidKey { reason: &'static str },
    #[error("this can't be stored with an object: {reason}")]
    InvalidMetadata { reason: &'static str },
    #[error("there is no such object")]
    NotFound,
    /// The range begins behind the end of an object of that size.
    #[error("the object has {size} bytes")]
    RangeUnsatisfiable { size: u64 },
    /// A call that the program should not have made.
    #[error("bucket {bucket}: {reason}")]
    Refused { bucket: &'static str, reason: &'static str },
    #[error("more than {limit} bytes")]
    TooLarge { limit: u64 },
    #[error("the disk is full")]
    Full,
    #[error("another server uses {}", path.display())]
    InUse { path: PathBuf },
    #[error("{}: {reason}", path.display())]
    KeyExposed { path: PathBuf, reason: &'static str },
    #[error("{0}")]
    Misconfigured(String),
    #[error("{} can't be written to", path.display())]
    ReadOnly { path: PathBuf },
    #[error("the store failed to {operation}: {reason}")]
    Unavailable { operation: &'static str, reason: String },
    #[error("the address has expired")]
    SignatureExpired,
    #[error("the address was not given out by this server")]
    SignatureInvalid,
    #[error("another request is sending bytes to this upload")]
    UploadBusy,
    #[error("the upload is finished")]
    UploadFinished,
    /// This many bytes are there, and that many were announced.
    #[error("{offset} of {size} bytes are there")]
    UploadIncomplete { offset: u64, size: u64 },
    #[error("there is no such upload")]
    UploadNotFound,
    /// The bytes must begin at that offset.
    #[error("the next bytes must begin at {expected}")]
    UploadOffset { expected: u64 },
}

impl Error {
    /// What the operating system said about a file, in the words of the store.
    pub(crate) fn of_file(
        operation: &'static str,
        path: &std::path::Path,
    ) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |error| match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Self::ReadOnly { path },
            _ => Self::Unavailable { operation, reason: format!("{}: {error}", path.display()) },
        }
    }
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::ChecksumMismatch { .. } => codes::BLOB_CHECKSUM_MISMATCH,
            Self::Corrupt { .. } => codes::BLOB_CORRUPT,
            Self::Interrupted { .. } => codes::BLOB_INTERRUPTED,
            Self::InvalidKey { .. } => codes::BLOB_KEY_INVALID,
            Self::InvalidMetadata { .. } => codes::BLOB_METADATA_INVALID,
            Self::NotFound => codes::BLOB_NOT_FOUND,
            Self::RangeUnsatisfiable { .. } => atelier_base::codes::INVALID_INPUT,
            Self::Refused { .. } => codes::BLOB_REFUSED,
            Self::TooLarge { .. } => codes::BLOB_TOO_LARGE,
            Self::Full => codes::BLOBS_FULL,
            Self::InUse { .. } => codes::BLOBS_IN_USE,
            Self::KeyExposed { .. } => codes::BLOBS_KEY_EXPOSED,
            Self::Misconfigured(_) => codes::BLOBS_MISCONFIGURED,
            Self::ReadOnly { .. } => codes::BLOBS_READ_ONLY,
            Self::Unavailable { .. } => codes::BLOBS_UNAVAILABLE,
            Self::SignatureExpired => codes::SIGNED_URL_EXPIRED,
            Self::SignatureInvalid => codes::SIGNED_URL_INVALID,
            Self::UploadBusy => codes::UPLOAD_BUSY,
            Self::UploadFinished => codes::UPLOAD_FINISHED,
            Self::UploadIncomplete { .. } => codes::UPLOAD_INCOMPLETE,
            Self::UploadNotFound => codes::UPLOAD_NOT_FOUND,
            Self::UploadOffset { .. } => codes::UPLOAD_OFFSET,
        }
    }
}
