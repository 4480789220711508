//! What can go wrong in the journal.

use atelier_base::{Code, Coded, FieldError, InvalidInput, LogId, ProjectId, RecordingId};

/// Codes of the journal.
pub mod codes {
    atelier_base::codes! {
        ASSET_INTERRUPTED = "asset_interrupted", Unavailable, "Looking into the file was cut short, and nobody goes on with it",
            "Choose \"Read it again\".";
        FIELD_TAKEN = "field_taken", Conflict, "The field library has a field of that key",
            "Choose another key, or bring the retired field back.";
        JOURNAL_BUSY = "journal_busy", Unavailable, "Too many changes came at the same time",
            "Nothing was written. Try again.";
        CHUNKS_MISSING = "chunks_missing", Conflict, "Some pieces of the recording are missing",
            "Send the pieces that the message names, then finish the recording again.";
        CHUNKS_TOO_MANY = "chunks_too_many", Invalid, "The recording has too many pieces",
            "Finish it, and begin another one.";
        EXTRACTION_FAILED = "extraction_failed", Internal, "The note could not be read",
            "A fault of the server: report it with the request id.";
        JOURNAL_FAILED = "journal_failed", Internal, "Something went wrong in the journal",
            "A fault of the server: report it with the request id.";
        JOURNAL_NOT_FOUND = "journal_not_found", NotFound, "There is no such thing in the journal",
            "It may have been deleted or archived, or it belongs to a tenant you are not in.";
        LOG_ARCHIVED = "log_archived", Conflict, "The log that the recording became lies in the archive",
            "Restore it, then have the recording heard again.";
        NOTE_TOO_LARGE = "note_too_large", TooLarge, "The note is too long",
            "Cut it into several notes, or upload it as a document.";
        NOTHING_TO_UNDO = "nothing_to_undo", Conflict, "There is nothing to take back",
            "The log is as it was made.";
        QUOTA_REACHED = "quota_reached", TooLarge, "There is no room left for files",
            "Delete or archive some, or ask the operator to raise `journal.quota_bytes`. What is there stays.";
        RECORD_ARCHIVED = "record_archived", Conflict, "The art record is archived",
            "Restore it before you change what belongs to it.";
        RECORDING_FINISHED = "recording_finished", Conflict, "The recording is finished",
            "Begin another one to record more.";
        RECORDING_UNFINISHED = "recording_unfinished", Conflict, "The recording is not finished",
            "Finish it first.";
        TRANSCRIPTION_CANCELLED = "transcription_cancelled", Conflict, "Somebody called the transcription off",
            "Choose \"Hear again\".";
        TRANSCRIPTION_INTERRUPTED = "transcription_interrupted", Unavailable, "Listening to the recording was cut short, and nobody goes on with it",
            "Choose \"Hear again\".";
    }
}

/// A failed operation on the journal.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the catalogue of codes describes each")]
pub enum Error {
    #[error("there is no {noun} {id}")]
    NotFound { noun: &'static str, id: String },
    #[error("the art record of {0} is archived")]
    Archived(ProjectId),
    #[error("the field library has a field {0}")]
    FieldTaken(String),
    #[error("too many changes at the same time")]
    Busy,
    #[error("pieces of {id} are missing: {}", list(gaps))]
    ChunksMissing { id: RecordingId, gaps: Vec<u32> },
    #[error("a recording has {most} pieces at most")]
    TooManyChunks { most: u32 },
    #[error("the note could not be read")]
    ExtractionFailed,
    #[error("{0} lies in the archive")]
    LogArchived(LogId),
    #[error("the note has {size} bytes, and {limit} are the most")]
    NoteTooLarge { size: usize, limit: usize },
    #[error("there is nothing to take back")]
    NothingToUndo,
    #[error("the files of the journal may have {quota} bytes in all")]
    QuotaReached { quota: u64 },
    #[error("{0} is finished")]
    RecordingFinished(RecordingId),
    #[error("{0} is not finished")]
    RecordingUnfinished(RecordingId),
    #[error("{0}")]
    Invalid(#[from] InvalidInput),
    #[error("{0}")]
    Project(#[from] atelier_projects::Error),
    #[error("the journal's store failed")]
    Store(#[from] atelier_tables::Error),
    #[error("the journal's files failed")]
    Blobs(#[from] atelier_blobs::Error),
    #[error("the journal's jobs failed")]
    Jobs(#[from] atelier_jobs::Error),
    #[error("{0}")]
    Media(#[from] atelier_media::Error),
    #[error("{0}")]
    Lake(#[from] atelier_analytics::Error),
    #[error("the journal's search failed")]
    Search(#[from] atelier_search::Error),
    #[error("something went wrong: {0}")]
    Unexpected(String),
}

impl Error {
    /// There is no such thing.
    #[expect(clippy::needless_pass_by_value, reason = "ids are copied")]
    pub(crate) fn missing(noun: &'static str, id: impl ToString) -> Self {
        Self::NotFound { noun, id: id.to_string() }
    }
}

fn list(numbers: &[u32]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::NotFound { .. } => codes::JOURNAL_NOT_FOUND,
            Self::Archived(_) => codes::RECORD_ARCHIVED,
            Self::FieldTaken(_) => codes::FIELD_TAKEN,
            Self::Busy => codes::JOURNAL_BUSY,
            Self::ChunksMissing { .. } => codes::CHUNKS_MISSING,
            Self::TooManyChunks { .. } => codes::CHUNKS_TOO_MANY,
            Self::ExtractionFailed => codes::EXTRACTION_FAILED,
            Self::LogArchived(_) => codes::LOG_ARCHIVED,
            Self::NoteTooLarge { .. } => codes::NOTE_TOO_LARGE,
            Self::NothingToUndo => codes::NOTHING_TO_UNDO,
            Self::QuotaReached { .. } => codes::QUOTA_REACHED,
            Self::RecordingFinished(_) => codes::RECORDING_FINISHED,
            Self::RecordingUnfinished(_) => codes::RECORDING_UNFINISHED,
            Self::Invalid(faults) => faults.code(),
            Self::Project(error) => error.code(),
            Self::Store(error) => error.code(),
            Self::Blobs(error) => error.code(),
            Self::Jobs(error) => error.code(),
            Self::Media(error) => error.code(),
            Self::Lake(error) => error.code(),
            Self::Search(error) => error.code(),
            Self::Unexpected(_) => codes::JOURNAL_FAILED,
        }
    }

    fn fields(&self) -> Vec<FieldError> {
        match self {
            Self::Invalid(faults) => faults.fields(),
            Self::Project(error) => error.fields(),
            _ => Vec::new(),
        }
    }
}
