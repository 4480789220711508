//! What was heard in a recording: the words as the model gave them, and how they were repaired.
//!
//! A transcript of an hour is too large for an item, so each is an object of its own beside the sound; items
//! hold what a list shows of it.

use async_graphql::SimpleObject;
use atelier_base::{RecordingId, Scope};
use atelier_blobs::{ASSETS, Put};
use serde::{Deserialize, Serialize};

use super::store;
use crate::{Error, State};

/// What an item knows of a transcript.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TranscriptRef {
    /// The recording that was heard.
    pub recording_id: RecordingId,
    /// Who heard it.
    pub model: String,
    /// SHA-256 of the model; empty for a service, which does not tell.
    pub model_sha256: String,
    /// How long the recording is.
    pub duration_ms: u64,
    /// SHA-256 of the words.
    pub sha256: String,
    /// The object with the rest.
    pub key: String,
}

/// What was heard in a recording.
#[derive(Clone, Debug, PartialEq, SimpleObject)]
pub struct TranscriptMeta {
    /// The recording that was heard.
    pub recording_id: Option<RecordingId>,
    /// Who heard it.
    pub model: String,
    /// SHA-256 of the model; empty for a service, which does not tell.
    pub model_sha256: String,
    /// How long the recording is.
    pub duration_ms: u64,
    /// The words as they were heard.
    pub raw: String,
    /// What was changed in them, in their order.
    pub edits: Vec<TranscriptEdit>,
    /// When what was said.
    pub pieces: Vec<TranscriptPiece>,
}

/// A change to the words that were heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
pub struct TranscriptEdit {
    /// What was heard.
    pub from: String,
    /// What it was taken for.
    pub to: String,
    /// Where, in UTF-16 units of `raw`.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Why, for people.
    pub reason: String,
}

/// A stretch of speech between two pauses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct TranscriptPiece {
    /// When it begins.
    pub start_ms: u32,
    /// When it ends.
    pub end_ms: u32,
    /// What was heard.
    pub text: String,
    /// How sure the model was, 0 to 1.
    pub confidence: f64,
}

/// The object of a transcript.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Document {
    pub(crate) raw: String,
    pub(crate) edits: Vec<TranscriptEdit>,
    pub(crate) pieces: Vec<TranscriptPiece>,
}

impl Document {
    /// Stores the transcript of that run of a recording; the key of its object. The same run again replaces it.
    pub(crate) async fn keep(
        &self,
        state: &State,
        scope: Scope,
        recording: RecordingId,
        run: u32,
    ) -> Result<String, Error> {
        let key = format!("{}transcripts/{run:04}.json", store::folder(recording));
        let bytes = serde_json::to_vec(self)
            .map_err(|error| atelier_tables::Error::Unreadable { reason: error.to_string() })?;
        let put = Put::of_type("application/json");
        state.blobs.put_bytes(scope, &ASSETS, &key.parse()?, put, bytes).await?;
        Ok(key)
    }
}

/// A transcript with its words.
pub(crate) async fn load(
    state: &State,
    scope: Scope,
    transcript: &TranscriptRef,
) -> Result<TranscriptMeta, Error> {
    let bytes = state.blobs.get(scope, &ASSETS, &transcript.key.parse()?).await?.bytes().await?;
    let unreadable = |error: serde_json::Error| atelier_blobs::Error::Corrupt {
        name: transcript.key.clone(),
        reason: error.to_string(),
    };
    let Document { raw, edits, pieces } = serde_json::from_slice(&bytes).map_err(unreadable)?;
    let TranscriptRef { recording_id, model, model_sha256, duration_ms, .. } = transcript.clone();
    Ok(TranscriptMeta {
        recording_id: Some(recording_id),
        model,
        model_sha256,
        duration_ms,
        raw,
        edits,
        pieces,
    })
}
