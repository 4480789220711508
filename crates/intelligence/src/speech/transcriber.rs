//! The one door to transcription, whoever does it.

use super::audio::Source;
use super::bedrock::Bedrock;
use super::error::Error;
use super::local::{Local, Progress};
use super::remote::Remote;
use super::transcript::Transcript;
use super::vocabulary::Vocabulary;

/// Who transcribes. Cheap to clone.
#[derive(Clone)]
pub enum Transcriber {
    /// This machine.
    Local(Local),
    /// A service that speaks the protocol of `OpenAI`.
    Remote(Remote),
    /// A model of Amazon Bedrock's that hears.
    Bedrock(Bedrock),
}

impl Transcriber {
    /// Transcribes a recording.
    ///
    /// `vocabulary` tells of words that are likely and rare: titles, names, materials. `progress` is told of each
    /// piece as it is heard, from another thread; a service may tell all at once. Dropping the future
    /// stops the work at the next piece.
    pub async fn transcribe(
        &self,
        source: Source,
        vocabulary: &Vocabulary,
        progress: impl FnMut(Progress) + Send + 'static,
    ) -> Result<Transcript, Error> {
        match self {
            Self::Local(local) => local.transcribe(source, vocabulary, progress).await,
            Self::Remote(remote) => remote.transcribe(source, &vocabulary.terms, progress).await,
            Self::Bedrock(bedrock) => bedrock.transcribe(source, &vocabulary.terms, progress).await,
        }
    }
}
