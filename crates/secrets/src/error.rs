//! What can go wrong with sealed fields and their keys.

use std::path::PathBuf;

use atelier_base::{Code, Coded};

/// Codes of secrets.
pub mod codes {
    atelier_base::codes! {
        KEY_FILE_EXPOSED = "key_file_exposed", Unavailable, "Others may read the key file",
            "Run `chmod 600` on it; if somebody may have read it, run `atelier secrets rotate` after that.";
        KEY_FILE_MISSING = "key_file_missing", Unavailable, "The master key of the data keys is missing",
            "Bring back `master.json` from where you keep it. Without it, sealed fields can't be opened.";
        KEY_FILE_UNREADABLE = "key_file_unreadable", Unavailable, "A key file can't be read or written",
            "Check the directory that `secrets.directory` names, its owner and the disk.";
        KMS_UNAVAILABLE = "kms_unavailable", Unavailable, "AWS KMS does not answer, or refuses",
            "Check `secrets.kms_*` of the configuration, and that the key's policy allows GenerateDataKey, Decrypt and Encrypt.";
        SEALED_FIELD_UNREADABLE = "sealed_field_unreadable", Internal, "A sealed field can't be opened",
            "It was changed or moved, or its key is gone: bring back the key files of the same backup.";
    }
}

/// A failed operation on secrets. No variant carries a secret.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the catalogue of codes describes each")]
pub enum Error {
    #[error("others may read {} (mode {mode:o})", path.display())]
    KeyFileExposed { path: PathBuf, mode: u32 },
    #[error("{} is missing, and data keys are wrapped by the master key {master} that it held", path.display())]
    KeyFileMissing { path: PathBuf, master: String },
    #[error("{} can't be used: {reason}", path.display())]
    KeyFile { path: PathBuf, reason: String },
    #[error("AWS KMS: {0}")]
    Kms(String),
    #[error("a sealed field can't be opened: {0}")]
    Unreadable(&'static str),
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::KeyFileExposed { .. } => codes::KEY_FILE_EXPOSED,
            Self::KeyFileMissing { .. } => codes::KEY_FILE_MISSING,
            Self::KeyFile { .. } => codes::KEY_FILE_UNREADABLE,
            Self::Kms(_) => codes::KMS_UNAVAILABLE,
            Self::Unreadable(_) => codes::SEALED_FIELD_UNREADABLE,
        }
    }
}
