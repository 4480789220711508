//! What can go wrong before a model has said anything.

use std::path::PathBuf;

use atelier_base::{Code, Coded};

use crate::models::Feature;

/// Codes of models and of the runtime.
pub mod codes {
    atelier_base::codes! {
        MODELS_MISSING = "models_missing", Unavailable, "Model files are missing",
            "Fetch them with `cargo xtask models`, or name the folder that has them in the configuration.";
        MODEL_DAMAGED = "model_damaged", Unavailable, "A model file is not the one it should be",
            "Remove it and run `cargo xtask models` again.";
        MODEL_FAILED = "model_failed", Internal, "A model could not be run",
            "A fault of the server: report it with the request id.";
    }
}

/// A model that can't be used.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the catalogue of codes describes each")]
pub enum Error {
    #[error("{feature} needs files that are not in {}: {}", folder.display(), files.join(", "))]
    Missing { feature: Feature, folder: PathBuf, files: Vec<String> },
    #[error("{} is not the pinned file: {found}", path.display())]
    Damaged { path: PathBuf, found: String },
    #[error("{} cannot be read", path.display())]
    Unreadable { path: PathBuf, source: std::io::Error },
    /// The runtime or a graph refused; the text is the runtime's own.
    #[error("the model runtime failed: {0}")]
    Runtime(String),
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::Missing { .. } => codes::MODELS_MISSING,
            Self::Damaged { .. } | Self::Unreadable { .. } => codes::MODEL_DAMAGED,
            Self::Runtime(_) => codes::MODEL_FAILED,
        }
    }
}

impl<R> From<ort::Error<R>> for Error {
    fn from(error: ort::Error<R>) -> Self {
        Self::Runtime(error.to_string())
    }
}
