//! What was heard.

use serde::{Deserialize, Serialize};

/// The words of a recording. It is derived: the recording is kept, and a better model may hear it again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Transcript {
    /// The text of all pieces, joined by spaces.
    pub text: String,
    /// In order of time.
    pub pieces: Vec<Piece>,
    /// Who heard it.
    pub model: ModelId,
    /// BCP 47. The local models know English only, and report it.
    pub language: String,
    /// Of the recording.
    pub duration_ms: u64,
    /// Of it, speech.
    pub speech_ms: u64,
    /// Whether the file was whole; if not, this is what could be heard of it.
    pub complete: bool,
}

/// A stretch of speech between two pauses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Piece {
    /// From the beginning of the recording.
    pub start_ms: u64,
    /// From the beginning of the recording.
    pub end_ms: u64,
    /// With punctuation.
    pub text: String,
    /// Their texts, joined by spaces, are `text`.
    pub words: Vec<Word>,
    /// From 0 to 1: how sure the model was, as it judges itself.
    pub confidence: f32,
}

/// A word with the punctuation that follows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Word {
    /// As it is spelled in the piece.
    pub text: String,
    /// From the beginning of the recording. Local models don't tell times within a piece, so there it is interpolated:
    /// the piece's voiced time, shared out by letters.
    pub start_ms: u64,
    /// As `start_ms`.
    pub end_ms: u64,
    /// From 0 to 1.
    pub confidence: f32,
}

/// A model, exactly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModelId {
    /// Such as `moonshine-base`, or the name that a service was asked for.
    pub name: String,
    /// Of the weights; empty for a service, which does not tell.
    pub sha256: String,
}
