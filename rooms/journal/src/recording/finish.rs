//! The end of recording, hearing it anew, and deleting it.

use atelier_audit::Deed;
use atelier_base::{Grant, RecordingId, Scope, TenantId};
use atelier_blobs::ASSETS;
use atelier_jobs::{Options, Priority};
use atelier_tables::{Error as StoreError, Write};

use super::audio::{Coding, missing};
use super::chunks::{pieces, summary};
use super::{Recording, RecordingState, store};
use crate::jobs::Transcribe;
use crate::lock::{self, Late};
use crate::permissions::{DeleteRecording, Record};
use crate::tables::{ARTISSIST, key};
use crate::{Entity, Error, JournalChangeKind, Outcome, State, files, log, quota};

/// Ends a recording, whose transcription is enqueued in the same transaction. `chunks` is how many pieces the
/// recorder sent, so that the last one can be missed too.
pub async fn finish(
    state: &State,
    grant: Grant<Record>,
    id: RecordingId,
    version: u32,
    chunks: Option<u32>,
) -> Result<Outcome<Recording>, Error> {
    let (scope, tenant) = (grant.scope(), grant.tenant());
    let before = store::fetch(state, scope, tenant, id).await?;
    if before.version != version {
        return Ok(Outcome::Conflict(Box::new(before)));
    }
    if before.state != RecordingState::Recording {
        return Err(Error::RecordingFinished(id));
    }
    let there = summary(&pieces(state, scope, id).await?);
    let gaps = missing(&there.received, chunks);
    if !gaps.is_empty() {
        return Err(Error::ChunksMissing { id, gaps });
    }
    let mut after = before.clone();
    after.bytes = there.bytes;
    after.duration_ms = Coding::of(&before.content_type, before.sample_rate)
        .and_then(|coding| coding.duration_ms(there.bytes));
    transcribe(state, grant, "recording.finish", &before, after).await
}

/// Has a recording heard again. What was heard before is kept.
pub async fn retranscribe(
    state: &State,
    grant: Grant<Record>,
    id: RecordingId,
    version: u32,
) -> Result<Outcome<Recording>, Error> {
    let before = store::fetch(state, grant.scope(), grant.tenant(), id).await?;
    if before.version != version {
        return Ok(Outcome::Conflict(Box::new(before)));
    }
    if before.state == RecordingState::Recording {
        return Err(Error::RecordingUnfinished(id));
    }
    // What is heard would become a second log.
    if let Some(log) = before.log_id
        && log::is_away(state, grant.scope(), grant.tenant(), log).await?
    {
        return Err(Error::LogArchived(log));
    }
    let after = before.clone();
    transcribe(state, grant, "recording.transcribe", &before, after).await
}

async fn transcribe(
    state: &State,
    grant: Grant<Record>,
    action: &'static str,
    before: &Recording,
    mut after: Recording,
) -> Result<Outcome<Recording>, Error> {
    let (scope, tenant) = (grant.scope(), grant.tenant());
    let job = enqueue(state, scope, &mut after)?;
    let own = store::put(tenant, &mut after)?;
    let deed = Deed::granted(grant, action)
        .target(after.id)
        .before(&ARTISSIST, &store::item(tenant, before)?)
        .after(&ARTISSIST, &store::item(tenant, &after)?);
    let more = quota::take(state, tenant, after.bytes.saturating_sub(before.bytes));
    match state.trail.transact(scope, deed, vec![own, job, more]).await {
        Ok(_) => {}
        Err(StoreError::ConditionFailed { position: 2, .. }) => {
            return Err(Error::QuotaReached { quota: state.limits.quota_bytes });
        }
        Err(error) => return conflict(after.id, error),
    }
    state.jobs.wake();
    state.tell(tenant, JournalChangeKind::Updated, Entity::Recording, after.id, after.project_id);
    Ok(Outcome::Done(after))
}

/// The write that enqueues the next transcription; the recording knows of it.
pub(super) fn enqueue(state: &State, scope: Scope, recording: &mut Recording) -> Result<Write, Error> {
    recording.run += 1;
    recording.state = RecordingState::Uploaded;
    recording.error = None;
    let job = Transcribe { recording: recording.id, run: recording.run };
    let key = Some(format!("{}#{}", recording.id, recording.run));
    // Somebody waits for the words.
    let options =
        Options { by: Some(recording.created_by), priority: Priority::High, key, ..Options::default() };
    let (id, write) = atelier_jobs::enqueue(&state.jobs, scope, &job, options)?;
    recording.job_id = Some(id);
    Ok(write)
}

/// Deletes a recording with its sound and all that was heard. The log that it became stays.
pub async fn delete(
    state: &State,
    grant: Grant<DeleteRecording>,
    id: RecordingId,
    version: u32,
) -> Result<Outcome<RecordingId, Recording>, Error> {
    let (scope, tenant) = (grant.scope(), grant.tenant());
    let recording = store::fetch(state, scope, tenant, id).await?;
    if recording.version != version {
        return Ok(Outcome::Conflict(Box::new(recording)));
    }
    let before = store::item(tenant, &recording)?;
    let deed = Deed::granted(grant, "recording.delete").target(id).before(&ARTISSIST, &before);
    let write = Write::delete(&ARTISSIST, key(tenant, store::sort_key(id))).when(lock::at(version));
    let writes = vec![write, quota::give_back(tenant, recording.bytes)];
    if let Err(error) = state.trail.transact(scope, deed, writes).await {
        return conflict(id, error);
    }
    forget(state, scope, tenant, &recording).await?;
    Ok(Outcome::Done(id))
}

/// Removes the objects of a recording that is gone. Transcripts of a log that it became are the log's.
async fn forget(state: &State, scope: Scope, tenant: TenantId, recording: &Recording) -> Result<(), Error> {
    if let Some(audio) = &recording.audio_key {
        state.blobs.delete(scope, &ASSETS, &audio.parse()?).await?;
    }
    let folder = store::folder(recording.id);
    let rest = if recording.log_id.is_some() { format!("{folder}chunks/") } else { folder };
    files::remove(&state.blobs, scope, &ASSETS, &rest).await?;
    state.tell(tenant, JournalChangeKind::Deleted, Entity::Recording, recording.id, recording.project_id);
    Ok(())
}

/// A version that moved on is an outcome, not an error, unless the recording is gone.
fn conflict<T>(id: RecordingId, error: atelier_tables::Error) -> Result<Outcome<T, Recording>, Error> {
    match lock::late(error, 0)? {
        Late::Changed(item) => Ok(Outcome::Conflict(Box::new(store::read(item)?))),
        Late::Gone => Err(Error::missing("recording", id)),
    }
}
