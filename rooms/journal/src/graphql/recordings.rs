//! Recordings, and who hears them.

use std::time::Duration;

use async_graphql::connection::Connection;
use async_graphql::{ComplexObject, Context, Object, SimpleObject, Union};
use atelier_api::Problem;
use atelier_api::graphql::{caller, connection, page_request};
use atelier_base::RecordingId;
use atelier_blobs::{ASSETS, Disposition, Signing};

use super::state;
use crate::Outcome;
use crate::permissions::{DeleteRecording, ReadJournal, Record};
use crate::recording::{self, NewRecording, Recording, RecordingState, TranscriptMeta};
use crate::speech::{self, SpeechStatus};

/// How long an address of the sound works.
const LISTENING: Duration = Duration::from_hours(1);

#[ComplexObject]
impl Recording {
    /// How far it has come, 0 to 1.
    async fn progress(&self, ctx: &Context<'_>) -> Result<f64, Problem> {
        let heard = match self.state {
            RecordingState::Recording | RecordingState::Uploaded | RecordingState::Failed => return Ok(0.0),
            RecordingState::Extracting => return Ok(0.95),
            RecordingState::Done => return Ok(1.0),
            RecordingState::Transcribing => {
                speech::heard(state(ctx), caller(ctx)?.scope(), self.job_id).await?
            }
        };
        Ok(heard * 0.95)
    }

    /// Where to listen to it for the next hour.
    async fn audio_url(&self, ctx: &Context<'_>) -> Result<Option<String>, Problem> {
        let Some(key) = &self.audio_key else { return Ok(None) };
        let signing = Signing { disposition: Some(Disposition::Inline), ..Signing::reading(LISTENING) };
        let (blobs, scope) = (&state(ctx).blobs, caller(ctx)?.scope());
        Ok(Some(blobs.signed_url(scope, &ASSETS, &key.parse()?, &signing).await?))
    }

    /// What was heard, the first time first.
    #[graphql(complexity = "5 * child_complexity")]
    async fn transcripts(&self, ctx: &Context<'_>) -> Result<Vec<TranscriptMeta>, Problem> {
        let (ports, scope) = (state(ctx), caller(ctx)?.scope());
        let mut transcripts = Vec::with_capacity(self.transcripts.len());
        for transcript in &self.transcripts {
            transcripts.push(recording::load(ports, scope, transcript).await?);
        }
        Ok(transcripts)
    }
}

/// The changed recording, or what is stored instead.
#[derive(Union)]
pub(crate) enum RecordingOutcome {
    Recording(Box<Recording>),
    Conflict(RecordingConflict),
}

/// The id of what was deleted, or what is stored instead.
#[derive(Union)]
pub(crate) enum DeleteRecordingOutcome {
    Deleted(RecordingDeleted),
    Conflict(RecordingConflict),
}

/// Somebody else wrote first. Nothing was changed; `current` is what is stored now.
#[derive(SimpleObject)]
pub(crate) struct RecordingConflict {
    current: Box<Recording>,
}

/// The recording is gone.
#[derive(SimpleObject)]
pub(crate) struct RecordingDeleted {
    id: RecordingId,
}

impl From<Outcome<Recording>> for RecordingOutcome {
    fn from(outcome: Outcome<Recording>) -> Self {
        match outcome {
            Outcome::Done(recording) => Self::Recording(Box::new(recording)),
            Outcome::Conflict(current) => Self::Conflict(RecordingConflict { current }),
        }
    }
}

/// Queries of recordings.
#[derive(Default)]
pub struct RecordingQuery;

#[Object]
impl RecordingQuery {
    /// A recording; null when there is none of that id.
    async fn recording(&self, ctx: &Context<'_>, id: RecordingId) -> Result<Option<Recording>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        Ok(recording::get(state(ctx), grant, id).await?)
    }

    /// Recordings of the tenant, the newest first.
    #[graphql(complexity = "usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn recordings(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<Connection<String, Recording>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        let page = page_request(first, after)?;
        let follows = page.after.is_some();
        Ok(connection(recording::list(state(ctx), grant, page).await?, follows))
    }

    /// Whether speech becomes words here, and what it takes if not.
    #[expect(clippy::unused_async, reason = "a resolver is asynchronous, whatever it does")]
    async fn speech(&self, ctx: &Context<'_>) -> Result<SpeechStatus, Problem> {
        caller(ctx)?.may(ReadJournal)?;
        Ok(speech::status(state(ctx)))
    }
}

/// Mutations of recordings.
#[derive(Default)]
pub struct RecordingMutation;

#[Object]
impl RecordingMutation {
    /// Begins a recording; its pieces go to `/api/v1/recordings/{id}/chunks/{index}`. One of a finished upload
    /// is transcribed at once.
    async fn begin_recording(&self, ctx: &Context<'_>, input: NewRecording) -> Result<Recording, Problem> {
        let grant = caller(ctx)?.may(Record)?;
        Ok(recording::begin(state(ctx), grant, input).await?)
    }

    /// Ends a recording, which is then transcribed. `chunks` is how many pieces were sent, so that the last
    /// one can be missed too.
    async fn finish_recording(
        &self,
        ctx: &Context<'_>,
        id: RecordingId,
        version: u32,
        chunks: Option<u32>,
    ) -> Result<RecordingOutcome, Problem> {
        let grant = caller(ctx)?.may(Record)?;
        Ok(recording::finish(state(ctx), grant, id, version, chunks).await?.into())
    }

    /// Has a recording heard again. What was heard before is kept.
    async fn retranscribe(
        &self,
        ctx: &Context<'_>,
        id: RecordingId,
        version: u32,
    ) -> Result<RecordingOutcome, Problem> {
        let grant = caller(ctx)?.may(Record)?;
        Ok(recording::retranscribe(state(ctx), grant, id, version).await?.into())
    }

    /// Deletes a recording with its sound. The log that it became stays.
    async fn delete_recording(
        &self,
        ctx: &Context<'_>,
        id: RecordingId,
        version: u32,
    ) -> Result<DeleteRecordingOutcome, Problem> {
        let grant = caller(ctx)?.may(DeleteRecording)?;
        Ok(match recording::delete(state(ctx), grant, id, version).await? {
            Outcome::Done(id) => DeleteRecordingOutcome::Deleted(RecordingDeleted { id }),
            Outcome::Conflict(current) => DeleteRecordingOutcome::Conflict(RecordingConflict { current }),
        })
    }
}
