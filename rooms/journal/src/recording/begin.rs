//! Beginning a recording, with a recorder or with a file that was uploaded.

use atelier_audit::Deed;
use atelier_base::{Grant, InvalidInput, RecordingId, Scope};
use atelier_blobs::{ASSETS, ObjectInfo};
use atelier_tables::Write;

use super::audio::Coding;
use super::{NewRecording, Recording, RecordingState, finish, store};
use crate::permissions::Record;
use crate::tables::ARTISSIST;
use crate::{Entity, Error, JournalChangeKind, State, quota, record};

/// Begins a recording. One of an upload is whole already, and its transcription is enqueued with it.
pub async fn begin(state: &State, grant: Grant<Record>, new: NewRecording) -> Result<Recording, Error> {
    let (scope, tenant, now) = (grant.scope(), grant.tenant(), state.clock.now());
    let mut faults = InvalidInput::default();
    let unknown = Coding::of(&new.content_type, new.sample_rate).is_none();
    faults.note(unknown, "contentType", "unknown", "is no type of audio that can be recorded");
    faults.note_length("contentType", &new.content_type, 1..=100);
    faults.finish()?;
    if let Some(project) = new.project_id {
        record::open(state, grant, project).await?;
    }
    quota::check(state, scope, tenant).await?;
    let uploaded = match &new.upload_id {
        Some(upload) => Some(finished(state, scope, upload).await?),
        None => None,
    };
    let mut recording = Recording {
        id: RecordingId::generate(now, &state.randomness),
        state: RecordingState::Recording,
        project_id: new.project_id,
        duration_ms: None,
        bytes: uploaded.as_ref().map_or(0, |object| object.size),
        content_type: new.content_type,
        error: None,
        log_id: None,
        audio_key: uploaded.as_ref().map(|object| object.key.to_string()),
        transcripts: Vec::new(),
        sample_rate: new.sample_rate,
        created_at: now,
        created_by: grant.user(),
        job_id: None,
        run: 0,
        version: 1,
    };
    let mut writes = vec![quota::take(state, tenant, recording.bytes)];
    if uploaded.is_some() {
        writes.push(finish::enqueue(state, scope, &mut recording)?);
    }
    let item = store::item(tenant, &recording)?;
    let deed = Deed::granted(grant, "recording.begin").target(recording.id).after(&ARTISSIST, &item);
    writes.push(Write::create(&ARTISSIST, item));
    writes.extend(new.project_id.map(|project| record::still_open(tenant, project)));
    let begun = state.trail.transact(scope, deed, writes).await;
    begun.map_err(|error| quota::refused(state, error, 0))?;
    if recording.job_id.is_some() {
        state.jobs.wake();
    }
    state.tell(tenant, JournalChangeKind::Created, Entity::Recording, recording.id, recording.project_id);
    Ok(recording)
}

/// The object that an upload became.
pub(crate) async fn finished(state: &State, scope: Scope, upload: &str) -> Result<ObjectInfo, Error> {
    let upload = state.blobs.upload(scope, upload).await?;
    let (offset, size) = (upload.offset, upload.size.unwrap_or(upload.offset + 1));
    let object = upload.object.ok_or(atelier_blobs::Error::UploadIncomplete { offset, size })?;
    if upload.bucket != ASSETS.name {
        return Err(atelier_blobs::Error::UploadNotFound.into());
    }
    Ok(object)
}
