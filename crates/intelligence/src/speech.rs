//! From a recording to timed words.
//!
//! A recording is decoded to 16 kHz ([`Audio`]), cut at its pauses into pieces of a few seconds, and each
//! piece is transcribed by itself: short pieces keep the recogniser from inventing, and bound its
//! memory. Silence is never shown to it. [`Transcriber`] is the one door: the same call for the
//! local recogniser and for a service of others. English only, as far as the local models go.

mod audio;
mod bedrock;
mod error;
mod local;
mod moonshine;
mod pieces;
mod remote;
mod transcriber;
mod transcript;
mod vocabulary;

pub use audio::{Audio, Limits, Source};
pub use bedrock::{Bedrock, BedrockCredentials, BedrockSettings};
pub use error::{Error, codes};
pub use local::{Local, Progress};
pub use moonshine::Size;
pub use remote::{Remote, RemoteSettings};
pub use transcriber::Transcriber;
pub use transcript::{Alternative, ModelId, Piece, Transcript, Word};
pub use vocabulary::{Suggestion, Vocabulary};
