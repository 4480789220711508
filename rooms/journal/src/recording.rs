//! A recording: sound on its way to becoming a log.
//!
//! A recorder sends pieces of a few seconds, and each is on disk before it is acknowledged, so that a crash of
//! the page or of the server loses at most the last one. When all pieces are there they become one file, which
//! is kept; what is heard in it is derived and can be heard anew by a better model (`jobs/transcribe.rs`).

use async_graphql::{Enum, InputObject, SimpleObject};
use atelier_base::{Code, JobId, LogId, ProjectId, RecordingId, Timestamp, UserId};
use serde::{Deserialize, Serialize};

pub(crate) mod audio;
mod begin;
mod chunks;
mod finish;
pub(crate) mod store;
mod transcript;

pub use self::begin::begin;
pub(crate) use self::begin::finished;
pub(crate) use self::chunks::join;
pub use self::chunks::{Received, put_chunk, received};
pub use self::finish::{delete, finish, retranscribe};
pub use self::store::{get, list};
pub(crate) use self::transcript::{Document, load};
pub use self::transcript::{TranscriptEdit, TranscriptMeta, TranscriptPiece, TranscriptRef};

/// A recording of a tenant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
#[graphql(complex)]
pub struct Recording {
    /// Unique, `rec_…`.
    #[serde(rename = "recordingId")]
    pub id: RecordingId,
    /// How far it has come.
    pub state: RecordingState,
    /// The project that it was made in, if it was made in one.
    pub project_id: Option<ProjectId>,
    /// How long it is, once that is known.
    pub duration_ms: Option<u64>,
    /// Bytes that the server has; while it is recorded, 0.
    pub bytes: u64,
    /// The media type that the recorder sends, or of the file.
    pub content_type: String,
    /// Why it did not become a log.
    pub error: Option<RecordingError>,
    /// The log that it became.
    pub log_id: Option<LogId>,
    /// The object with its sound, once there is one.
    #[serde(default)]
    #[graphql(skip)]
    pub audio_key: Option<String>,
    /// What was heard, the first time first.
    #[serde(default)]
    #[graphql(skip)]
    pub transcripts: Vec<TranscriptRef>,
    /// Samples a second, if the recorder said so.
    #[serde(default)]
    #[graphql(skip)]
    pub sample_rate: Option<u32>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// Who made it.
    #[graphql(skip)]
    pub created_by: UserId,
    /// The job that transcribes it, or did last.
    pub job_id: Option<JobId>,
    /// Counts how often it was given to be transcribed; a job of an earlier time does nothing.
    #[graphql(skip)]
    pub run: u32,
    /// Counts the changes, from 1. A change names the version it was made from.
    #[serde(default)]
    pub version: u32,
}

/// How far a recording has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "lowercase")]
pub enum RecordingState {
    /// Pieces are coming in.
    Recording,
    /// All of it is there.
    Uploaded,
    /// It is being listened to.
    Transcribing,
    /// What was heard is being understood.
    Extracting,
    /// It is a log.
    Done,
    /// It could not be made a log; the sound is kept.
    Failed,
}

impl RecordingState {
    /// The word in the store.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Recording => "recording",
            Self::Uploaded => "uploaded",
            Self::Transcribing => "transcribing",
            Self::Extracting => "extracting",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }
}

/// Why a recording did not become a log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
pub struct RecordingError {
    /// A catalogued code.
    pub code: String,
    /// A sentence for people.
    pub message: String,
}

impl RecordingError {
    /// With the words of the catalogue.
    pub(crate) fn of(code: Code) -> Self {
        Self { code: code.name.to_owned(), message: format!("{}. {}", code.title, code.remedy) }
    }
}

/// What it takes to begin a recording.
#[derive(Clone, Debug, Default, InputObject)]
pub struct NewRecording {
    /// What the recorder sends: `audio/L16;rate=16000` for samples of 16 bits, the lower byte first, of one
    /// channel; or a stream such as `audio/webm;codecs=opus`. With an upload, what the file is.
    pub content_type: String,
    /// The project that it is made in; without one it is guessed from the words.
    pub project_id: Option<ProjectId>,
    /// Samples a second, 8000 to 192000, for samples whose media type does not say.
    pub sample_rate: Option<u32>,
    /// A finished upload instead of a recorder: it is transcribed at once.
    pub upload_id: Option<String>,
}

/// A piece of speech, as far as other parts of the journal know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HeardWord {
    /// The byte of the words at which it begins.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) start_ms: u32,
    pub(crate) end_ms: u32,
}
