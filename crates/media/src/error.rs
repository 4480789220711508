//! Why a file could not be looked into.

use atelier_base::{Code, Coded};

use crate::sniff::FileKind;

/// Codes of files that could not be looked into.
pub mod codes {
    atelier_base::codes! {
        FILE_KIND_UNKNOWN = "file_kind_unknown", Invalid, "The file is of no kind that Atelier knows",
            "Save it as JPEG, PNG, WebP, GIF, TIFF, PDF, plain text, or a common audio format.";
        FILE_KIND_UNSUPPORTED = "file_kind_unsupported", Invalid, "Atelier can keep this kind of file but not open it",
            "Save a copy as JPEG or PNG to get a preview.";
        FILE_OVER_LIMITS = "file_over_limits", TooLarge, "Opening the file would take too much memory",
            "Save a smaller copy: fewer pixels, pages or megabytes.";
        FILE_DAMAGED = "file_damaged", Invalid, "The file is cut short or damaged",
            "Send it again from the original; if that fails too, save a fresh copy in the program it came from.";
        FILE_ENCRYPTED = "file_encrypted", Invalid, "The document is locked, so that its text can't be read",
            "It is kept as it is. Save a copy without protection to have its text read.";
        FILE_PROGRAM_FAILED = "file_program_failed", Unavailable, "The program that opens such files could not be run",
            "Look at `intelligence.heif` and at the server's log.";
    }
}

/// A file that could not be looked into. The file itself stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The first bytes match no known kind.
    #[error("the file is of no known kind")]
    Unknown,
    /// Recognised, and not opened here: no decoder, or one that is not worth its risk (SVG).
    #[error("a file of the kind {0} cannot be opened")]
    Unsupported(FileKind),
    /// Refused before memory was taken.
    #[error("the file has {found} {what}, and {limit} is the limit")]
    TooLarge {
        /// In the plural: `pixels`.
        what: &'static str,
        /// What the file has, or claims to have.
        found: u64,
        /// What is allowed.
        limit: u64,
    },
    /// Cut short, broken or made to break decoders.
    #[error("the {kind} file is damaged: {reason}")]
    Damaged {
        /// What the first bytes promised.
        kind: FileKind,
        /// The decoder's words, for logs.
        reason: String,
    },
    /// Encrypted: with a password, or so that some things are not allowed.
    #[error("the document is locked")]
    Encrypted,
    /// A program of others could not be run.
    #[error("{program} could not be run: {reason}")]
    Program {
        /// Its name.
        program: String,
        /// What the system says, for logs.
        reason: String,
    },
}

impl Error {
    pub(crate) fn damaged(kind: FileKind, reason: impl std::fmt::Display) -> Self {
        Self::Damaged { kind, reason: reason.to_string() }
    }
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::Unknown => codes::FILE_KIND_UNKNOWN,
            Self::Unsupported(_) => codes::FILE_KIND_UNSUPPORTED,
            Self::TooLarge { .. } => codes::FILE_OVER_LIMITS,
            Self::Damaged { .. } => codes::FILE_DAMAGED,
            Self::Encrypted => codes::FILE_ENCRYPTED,
            Self::Program { .. } => codes::FILE_PROGRAM_FAILED,
        }
    }
}
