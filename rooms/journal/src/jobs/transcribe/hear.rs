//! From the sound to the words.

use std::path::Path;
use std::sync::Arc;

use atelier_base::Coded as _;
use atelier_blobs::ASSETS;
use atelier_extraction::{Edit, HeardWord, Lexicon, Weighed, repair, repair_weighed};
use atelier_intelligence::speech::{
    Error as SpeechError, Source, Suggestion, Transcriber, Transcript, Vocabulary, Word,
};
use atelier_jobs::Failure;
use futures_util::TryStreamExt as _;
use tokio::io::AsyncWriteExt as _;

use super::words::Fix;
use super::{Attempt, Ended};
use crate::recording::RecordingError;
use crate::{Entity, Error, JournalChangeKind, codes, log, terms};

/// Words that the recogniser is told to expect.
const VOCABULARY: usize = 300;

/// Whether there is somebody who transcribes, and what they lack.
pub(super) fn ready(transcriber: Option<&Transcriber>) -> Result<(), Ended> {
    let lacking = match transcriber {
        None => Some("No speech model is configured.".to_owned()),
        Some(Transcriber::Local(local)) => local.require().err().map(|error| error.to_string()),
        Some(Transcriber::Remote(_) | Transcriber::Bedrock(_)) => None,
    };
    match lacking {
        None => Ok(()),
        Some(message) => Err(Ended::Waiting(RecordingError { code: "speech_model_missing".into(), message })),
    }
}

impl Attempt {
    /// Transcribes the sound. Being told to stop ends it at the next piece.
    pub(super) async fn hear(&self, lexicon: &Arc<Lexicon>) -> Result<Transcript, Ended> {
        let Some(transcriber) = self.state.transcriber.clone() else { return Err(Ended::Superseded) };
        let file = tempfile::NamedTempFile::new().map_err(|error| unreadable(&error))?;
        self.fetch(file.path()).await?;
        let known = Arc::clone(lexicon);
        let vocabulary =
            Vocabulary::of(self.vocabulary().await?).suggesting(move |words| suggest(&known, words));
        let (context, state, tenant) = (self.context.clone(), self.state.clone(), self.tenant);
        let (id, project) = (self.recording.id, self.recording.project_id);
        let told = move |progress: atelier_intelligence::speech::Progress| {
            state.tell(tenant, JournalChangeKind::Updated, Entity::Recording, id, project);
            context.progress(progress.heard_ms, progress.total_ms.unwrap_or(0), "listening");
        };
        let source = Source::File(file.path().to_owned());
        tokio::select! {
            heard = transcriber.transcribe(source, &vocabulary, told) => heard.map_err(ended),
            stop = self.context.stopped() => {
                let error = RecordingError::of(codes::TRANSCRIPTION_CANCELLED);
                Err(Ended::Again(error, Failure::Retry(format!("stopped: {stop:?}"))))
            }
        }
    }

    /// The gazetteer, the tenant's words and the titles of their projects.
    pub(super) async fn lexicon(&self) -> Result<Arc<Lexicon>, Ended> {
        let (own, names) = log::known_words(&self.state, self.scope, self.tenant).await?;
        Ok(Arc::new(Lexicon::new(&own, &names)))
    }

    /// What the recogniser heard wrong, as far as the lexicon tells. A recogniser of ours has listened again to what may
    /// be wrong; of a service there are only the words.
    pub(super) async fn fixes(&self, heard: &Transcript, lexicon: &Arc<Lexicon>) -> Result<Vec<Fix>, Ended> {
        let (heard, lexicon) = (heard.clone(), Arc::clone(lexicon));
        let ours = matches!(self.state.transcriber, Some(Transcriber::Local(_)));
        let mend = move || {
            if ours {
                repair_weighed(&heard.text, &lexicon, &weighed(&heard))
            } else {
                repair(&heard.text, &lexicon)
            }
        };
        let mended = self.context.compute(mend).await;
        let mended = mended.map_err(|failure| {
            let message = "The words could not be compared with the vocabulary.".to_owned();
            Ended::Again(RecordingError { code: "transcription_failed".into(), message }, failure)
        })?;
        let fix =
            |edit: Edit| Fix { start: edit.raw.start, end: edit.raw.end, to: edit.to, reason: edit.reason };
        Ok(mended.edits.into_iter().map(fix).collect())
    }

    /// Writes the sound to a file, which decoders read more than once.
    async fn fetch(&self, path: &Path) -> Result<(), Ended> {
        let Some(key) = &self.recording.audio_key else { return Err(Ended::Superseded) };
        let key = key.parse().map_err(Error::from)?;
        let object = self.state.blobs.get(self.scope, &ASSETS, &key).await.map_err(Error::from)?;
        let mut body = object.body;
        let mut file = tokio::fs::File::create(path).await.map_err(|error| unreadable(&error))?;
        while let Some(bytes) = body.try_next().await.map_err(Error::from)? {
            file.write_all(&bytes).await.map_err(|error| unreadable(&error))?;
        }
        file.flush().await.map_err(|error| unreadable(&error))
    }

    /// The tenant's own words: titles and what was taught, those that were confirmed most first.
    async fn vocabulary(&self) -> Result<Vec<String>, Ended> {
        let (state, scope, tenant) = (&self.state, self.scope, self.tenant);
        let projects =
            atelier_projects::active(&state.projects, scope, tenant, 100).await.map_err(Error::from)?;
        let mut terms = terms::list(state, scope, tenant).await?;
        terms.retain(|term| term.rejections <= term.confirmations);
        terms.sort_by_key(|term| std::cmp::Reverse(term.confirmations));
        let titles = projects.into_iter().map(|project| project.name);
        Ok(titles.chain(terms.into_iter().map(|term| term.term)).take(VOCABULARY).collect())
    }
}

/// Terms that may have been said instead of some words of a piece.
fn suggest(lexicon: &Lexicon, words: &[Word]) -> Vec<Suggestion> {
    let heard = words.iter().map(|word| HeardWord { text: &word.text, confidence: word.confidence });
    let heard: Vec<_> = heard.collect();
    let suggested = lexicon.suggest(&heard).into_iter();
    suggested.map(|one| Suggestion { words: one.words, text: one.text }).collect()
}

/// What the recogniser said of them.
fn weighed(heard: &Transcript) -> Vec<Weighed> {
    let alternatives = heard.alternatives().into_iter();
    let weighed = alternatives.map(|(bytes, confidence, alternative)| Weighed {
        bytes,
        text: alternative.text.clone(),
        gain: alternative.gain,
        confidence,
    });
    weighed.collect()
}

fn unreadable(error: &std::io::Error) -> Ended {
    let message = "The sound could not be read.".to_owned();
    let known = RecordingError { code: "audio_unreadable".into(), message };
    Ended::Again(known, Failure::Retry(error.to_string()))
}

/// What a failed transcription means for the recording.
fn ended(error: SpeechError) -> Ended {
    let known = RecordingError { code: error.code().name.to_owned(), message: error.to_string() };
    match &error {
        SpeechError::Busy { .. }
        | SpeechError::Remote(_)
        | SpeechError::Timeout
        | SpeechError::Failed(_)
        | SpeechError::Unreadable(_) => Ended::Again(known, error.into()),
        SpeechError::Model(_) => {
            Ended::Waiting(RecordingError { code: "speech_model_missing".into(), ..known })
        }
        _ => Ended::Failed(known),
    }
}
