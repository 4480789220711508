//! What can go wrong when a model is asked. Rules never fail.

use atelier_base::{Code, Coded};

/// Codes of extraction.
pub mod codes {
    atelier_base::codes! {
        MODEL_ANSWER_UNREADABLE = "model_answer_unreadable", Unavailable, "The language model's answer can't be read",
            "It did not follow the form that it was asked for. The rules' facts stand; try a larger model.";
        MODEL_BUSY = "model_busy", Limited, "The language model's service asks to wait",
            "Try again later, or raise the quota of the key that is configured.";
        MODEL_UNREACHABLE = "model_unreachable", Unavailable, "The language model does not answer, or refuses",
            "Check its address, its name and its key in the configuration.";
    }
}

/// A failed question to a model. No variant carries the key or the note.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the catalogue of codes describes each")]
pub enum Error {
    #[error("the model's answer can't be read: {0}")]
    Unreadable(String),
    #[error("the model's service asks to wait")]
    Busy,
    #[error("the model can't be reached: {0}")]
    Unreachable(String),
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::Unreadable(_) => codes::MODEL_ANSWER_UNREADABLE,
            Self::Busy => codes::MODEL_BUSY,
            Self::Unreachable(_) => codes::MODEL_UNREACHABLE,
        }
    }
}
