//! What can go wrong between a recording and its words.

use std::time::Duration;

use atelier_base::{Code, Coded};

/// Codes of speech.
pub mod codes {
    atelier_base::codes! {
        AUDIO_EMPTY = "audio_empty", Invalid, "The recording has no bytes",
            "Record it again, or choose another file.";
        AUDIO_NOT_AUDIO = "audio_not_audio", Invalid, "The file is not a recording that can be read",
            "Send wav, flac, mp3, ogg, opus, m4a or webm.";
        AUDIO_TOO_LONG = "audio_too_long", TooLarge, "The recording is longer than allowed",
            "Cut it into shorter ones.";
        AUDIO_TRUNCATED = "audio_truncated", Invalid, "The recording ends before its sound begins",
            "Send the file again from the beginning.";
        AUDIO_UNREADABLE = "audio_unreadable", Unavailable, "The recording could not be read from the disk",
            "Try again; if it stays, look at the server's log.";
        AUDIO_UNSUPPORTED = "audio_unsupported", Invalid, "The recording has a coding that is not known here",
            "Send wav, flac, mp3, ogg, opus, m4a or webm, or install ffmpeg on the server.";
        TRANSCRIBER_BUSY = "transcriber_busy", Limited, "The transcription service has had enough for now",
            "Try again later.";
        TRANSCRIBER_FAILED = "transcriber_failed", Unavailable, "The transcription service failed",
            "Try again; if it stays, look at the server's log.";
        TRANSCRIBER_KEY_REFUSED = "transcriber_key_refused", Unavailable, "The transcription service refused the key",
            "Correct the key in the configuration.";
        TRANSCRIBER_TIMEOUT = "transcriber_timeout", Timeout, "The transcription service took too long",
            "Try again, or send a shorter recording.";
        TRANSCRIPTION_FAILED = "transcription_failed", Internal, "The recording could not be transcribed",
            "The recording is kept. Report it with the request id.";
    }
}

/// A recording without a transcript.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the catalogue of codes describes each")]
pub enum Error {
    #[error("the recording has no bytes")]
    Empty,
    #[error("the file is not a recording: {0}")]
    NotAudio(String),
    #[error("the recording lasts {} minutes, and {} are allowed", minutes(*.lasts), minutes(*.limit))]
    TooLong { lasts: Duration, limit: Duration },
    #[error("the recording ends before its sound begins")]
    Truncated,
    #[error("the recording could not be read")]
    Unreadable(#[from] std::io::Error),
    #[error("the recording has a coding that is not known: {0}")]
    Unsupported(String),
    /// 429 or 503 with a time to wait.
    #[error("the transcription service asks to wait")]
    Busy { retry_after: Option<Duration> },
    /// An answer that is no transcript, or none at all.
    #[error("the transcription service failed: {0}")]
    Remote(String),
    #[error("the transcription service refused the key")]
    KeyRefused,
    #[error("the transcription service took too long")]
    Timeout,
    /// The worker died of the recording.
    #[error("transcription failed: {0}")]
    Failed(String),
    #[error(transparent)]
    Model(#[from] crate::Error),
}

/// Rounded up, so that a recording over the limit never reads as being within it.
fn minutes(duration: Duration) -> u64 {
    duration.as_secs().div_ceil(60)
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::Empty => codes::AUDIO_EMPTY,
            Self::NotAudio(_) => codes::AUDIO_NOT_AUDIO,
            Self::TooLong { .. } => codes::AUDIO_TOO_LONG,
            Self::Truncated => codes::AUDIO_TRUNCATED,
            Self::Unreadable(_) => codes::AUDIO_UNREADABLE,
            Self::Unsupported(_) => codes::AUDIO_UNSUPPORTED,
            Self::Busy { .. } => codes::TRANSCRIBER_BUSY,
            Self::Remote(_) => codes::TRANSCRIBER_FAILED,
            Self::KeyRefused => codes::TRANSCRIBER_KEY_REFUSED,
            Self::Timeout => codes::TRANSCRIBER_TIMEOUT,
            Self::Failed(_) => codes::TRANSCRIPTION_FAILED,
            Self::Model(error) => error.code(),
        }
    }

    fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Busy { retry_after } => *retry_after,
            _ => None,
        }
    }
}
