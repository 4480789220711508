//! Hears a recording and makes a log of it.
//!
//! Each step leaves something that the next attempt finds: one file of the pieces, a transcript, a log. The log
//! and the word that the recording is done are one transaction under the recording's version and the job's
//! fence, so however often a job is begun and killed, there is one log.

mod hear;
mod words;

use atelier_base::{LogId, RecordingId, Scope, TenantId};
use atelier_intelligence::speech::codes as speech;
use atelier_jobs::{Context, Failure, Job, Stop};
use atelier_tables::Write;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::log::{self, Log, Transcribed};
use crate::recording::{
    self, Document, Recording, RecordingError, RecordingState, TranscriptPiece, TranscriptRef, store,
};
use crate::{Entity, Error, JournalChangeKind, State, codes, settings};

/// Transcribes a recording that is whole.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Transcribe {
    pub(crate) recording: RecordingId,
    /// Which time of the recording this is; a job of an earlier one does nothing.
    pub(crate) run: u32,
}

impl Job for Transcribe {
    const KIND: &'static str = "journal.transcribe";
    const MAX_ATTEMPTS: u32 = 4;
}

/// One attempt, and the recording as this job last wrote it.
struct Attempt {
    state: State,
    context: Context,
    scope: Scope,
    tenant: TenantId,
    run: u32,
    recording: Recording,
}

/// Carries the job out.
pub(crate) async fn carry_out(state: State, job: Transcribe, context: Context) -> Result<(), Failure> {
    let scope = context.scope();
    let tenant = scope.tenant_id().ok_or_else(|| Failure::final_because("a recording is of a tenant"))?;
    let Some(recording) = store::find(&state, scope, tenant, job.recording).await? else {
        return Err(Failure::final_because("the recording was deleted"));
    };
    if recording.run != job.run || recording.state == RecordingState::Done {
        return Ok(());
    }
    let mut attempt = Attempt { state, context, scope, tenant, run: job.run, recording };
    match attempt.run().await {
        Ok(()) => Ok(()),
        Err(failure) => attempt.failed(failure).await,
    }
}

/// Why an attempt ended without a log.
enum Ended {
    /// For this reason the recording won't become a log, unless it is heard again.
    Failed(RecordingError),
    /// The models are missing: it waits for somebody to get them.
    Waiting(RecordingError),
    /// Another attempt may do better.
    Again(RecordingError, Failure),
    /// Somebody gave it to another job, deleted it, or this job is not ours any more.
    Superseded,
}

impl From<Error> for Ended {
    fn from(error: Error) -> Self {
        if let Error::Store(atelier_tables::Error::ConditionFailed { .. }) = &error {
            return Self::Superseded;
        }
        let code = atelier_base::Coded::code(&error);
        let known = RecordingError { code: code.name.to_owned(), message: code.title.to_owned() };
        Self::Again(known, error.into())
    }
}

impl Attempt {
    async fn run(&mut self) -> Result<(), Ended> {
        if self.recording.audio_key.is_none() {
            let audio = recording::join(&self.state, self.scope, &self.recording).await?;
            self.recording.audio_key = Some(audio);
            self.save().await?;
        }
        self.check_length()?;
        self.log_before().await?;
        hear::ready(self.state.transcriber.as_ref())?;
        self.enter(RecordingState::Transcribing).await?;
        let settings = settings::get(&self.state, self.scope, self.tenant).await?;
        let lexicon = self.lexicon().await?;
        let heard = self.hear(&lexicon).await?;
        self.enter(RecordingState::Extracting).await?;
        let repaired = words::repaired(&heard, self.fixes(&heard, &lexicon).await?);
        let pieces = heard.pieces.iter().map(piece).collect();
        let document = Document { raw: heard.text.clone(), edits: repaired.edits, pieces };
        let key = document.keep(&self.state, self.scope, self.recording.id, self.run).await?;
        let transcript = TranscriptRef {
            recording_id: self.recording.id,
            model: heard.model.name.clone(),
            model_sha256: heard.model.sha256.clone(),
            duration_ms: heard.duration_ms,
            sha256: hex::encode(Sha256::digest(heard.text.as_bytes())),
            key,
        };
        self.recording.duration_ms = Some(heard.duration_ms);
        if !self.recording.transcripts.contains(&transcript) {
            self.recording.transcripts.push(transcript.clone());
        }
        if repaired.text.trim().is_empty() {
            self.save().await?;
            let message = "Nobody speaks in it, as far as can be heard.".to_owned();
            return Err(Ended::Failed(RecordingError { code: "recording_silent".into(), message }));
        }
        let now = self.state.clock.now();
        let before = self.log_before().await?;
        let new = || LogId::generate(now, &self.state.randomness);
        let transcribed = Transcribed {
            log_id: before.as_ref().map_or_else(new, |log| log.log_id),
            before,
            now,
            text: repaired.text,
            heard: repaired.heard,
            transcript,
            project: self.recording.project_id,
            by: self.recording.created_by,
            made_at: self.recording.created_at,
        };
        self.finish(&settings, transcribed).await
    }

    /// The log that an earlier transcript became, if there is one; one that lies in the archive is not made anew.
    async fn log_before(&self) -> Result<Option<Log>, Ended> {
        let Some(id) = self.recording.log_id else { return Ok(None) };
        let found = log::find(&self.state, self.scope, self.tenant, id).await?;
        if found.is_none() && log::is_away(&self.state, self.scope, self.tenant, id).await? {
            return Err(Ended::Failed(RecordingError::of(codes::LOG_ARCHIVED)));
        }
        Ok(found)
    }

    /// The log, and the word that the recording is done: both or neither.
    async fn finish(
        &mut self,
        settings: &settings::JournalSettings,
        heard: Transcribed,
    ) -> Result<(), Ended> {
        let mut done = Recording { state: RecordingState::Done, error: None, ..self.recording.clone() };
        done.log_id = Some(heard.log_id);
        let own = store::put(self.tenant, &mut done).map_err(Error::from)?;
        let also = vec![own, self.context.fence()];
        log::write_transcribed(&self.state, (self.scope, self.tenant), settings, heard, also).await?;
        self.recording = done;
        self.tell();
        Ok(())
    }

    /// Refuses what is too long before anybody listens, if its length is known by then.
    fn check_length(&self) -> Result<(), Ended> {
        let hours = self.state.limits.recording_hours;
        let limit = hours.saturating_mul(3_600_000);
        if self.recording.duration_ms.is_none_or(|lasts| lasts <= limit) {
            return Ok(());
        }
        let message = format!("The recording is longer than {hours} hours. It is kept; send it in parts.");
        Err(Ended::Failed(RecordingError { code: speech::AUDIO_TOO_LONG.name.into(), message }))
    }

    async fn enter(&mut self, state: RecordingState) -> Result<(), Ended> {
        self.recording.state = state;
        self.recording.error = None;
        self.save().await
    }

    /// Writes the recording as it is now, if it and the job are still ours.
    async fn save(&mut self) -> Result<(), Ended> {
        let own: Write = store::put(self.tenant, &mut self.recording).map_err(Error::from)?;
        let writes = vec![own, self.context.fence()];
        self.state.tables.transact(self.scope, writes).await.map_err(Error::from)?;
        self.tell();
        Ok(())
    }

    fn tell(&self) {
        let Recording { id, project_id, .. } = self.recording;
        self.state.tell(self.tenant, JournalChangeKind::Updated, Entity::Recording, id, project_id);
    }

    /// Says on the recording what became of it.
    async fn failed(&mut self, ended: Ended) -> Result<(), Failure> {
        let job = self.context.job();
        let last = job.max_attempts <= job.attempts;
        let stop = self.context.stop();
        let (state, error, failure) = match ended {
            Ended::Superseded => return Ok(()),
            Ended::Waiting(error) => (RecordingState::Uploaded, error, None),
            Ended::Failed(error) => {
                let failure = Failure::Final(error.message.clone());
                (RecordingState::Failed, error, Some(failure))
            }
            Ended::Again(_, failure) if stop == Some(Stop::Cancelled) => {
                let error = RecordingError::of(codes::TRANSCRIPTION_CANCELLED);
                (RecordingState::Failed, error, Some(failure))
            }
            Ended::Again(_, failure) if stop.is_some() || !last => return Err(failure),
            Ended::Again(error, failure) => (RecordingState::Failed, error, Some(failure)),
        };
        self.recording.state = state;
        self.recording.error = Some(error);
        match self.save().await {
            Ok(()) | Err(Ended::Superseded) => failure.map_or(Ok(()), Err),
            Err(_) => Err(Failure::Retry("the end of the transcription could not be written".into())),
        }
    }
}

fn piece(piece: &atelier_intelligence::speech::Piece) -> TranscriptPiece {
    TranscriptPiece {
        start_ms: u32::try_from(piece.start_ms).unwrap_or(u32::MAX),
        end_ms: u32::try_from(piece.end_ms).unwrap_or(u32::MAX),
        text: piece.text.clone(),
        confidence: f64::from(piece.confidence),
    }
}
