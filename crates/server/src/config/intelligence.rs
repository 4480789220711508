//! `[intelligence]` and `[journal]`.

use std::path::{Path, PathBuf};

use atelier_extraction::Wire;
use serde::{Deserialize, Serialize};

/// `[intelligence]`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the keys are described in atelier.default.toml")]
pub struct IntelligenceConfig {
    pub models: PathBuf,
    pub transcribe_api: TranscribeApi,
    pub transcribe_url: String,
    pub transcribe_key: String,
    pub transcribe_model: String,
    pub transcribe_region: String,
    pub transcribe_access_key_id: String,
    pub transcribe_secret_access_key: String,
    pub extract_api: Wire,
    pub extract_url: String,
    pub extract_key: String,
    pub extract_model: String,
    pub ffmpeg: String,
    pub tesseract: String,
    pub heif: String,
}

/// How a service that transcribes is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TranscribeApi {
    /// `POST /v1/audio/transcriptions`, as `OpenAI` has it.
    OpenAi,
    /// Amazon Bedrock's Converse, with a model that hears.
    Bedrock,
}

impl IntelligenceConfig {
    /// The folder of the model files: its own one in the data directory unless another is named.
    pub(crate) fn models_in(&self, data: &Path) -> PathBuf {
        if self.models.as_os_str().is_empty() { data.join("models") } else { self.models.clone() }
    }
}

/// `[journal]`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the keys are described in atelier.default.toml")]
pub struct JournalConfig {
    pub recording_hours: u64,
    pub quota_bytes: u64,
}
