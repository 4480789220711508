//! Why a picture could not be read.

use std::path::PathBuf;

use atelier_base::{Code, Coded};

/// Codes of reading text in pictures.
pub mod codes {
    atelier_base::codes! {
        READER_FAILED = "reader_failed", Unavailable, "The text in the picture could not be read",
            "Try again; if it stays so, check the program that the configuration names for reading text.";
        READER_INPUT = "reader_input", Internal, "The pixels do not have the size that was stated",
            "A fault of the server: report it with the request id.";
    }
}

/// A picture that could not be read. A picture without text is no failure.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The models are missing or could not be run.
    #[error(transparent)]
    Model(#[from] crate::Error),
    /// The number of bytes is not three times width times height, or is zero.
    #[error("{bytes} bytes are no picture of {width} by {height}")]
    Pixels {
        /// Stated.
        width: u32,
        /// Stated.
        height: u32,
        /// Found.
        bytes: usize,
    },
    /// The external program did not do its work.
    #[error("{} failed: {reason}", path.display())]
    Program {
        /// As it was configured.
        path: PathBuf,
        /// For logs.
        reason: String,
    },
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::Model(error) => error.code(),
            Self::Pixels { .. } => codes::READER_INPUT,
            Self::Program { .. } => codes::READER_FAILED,
        }
    }
}
