//! What still says that somebody is at work on it when nobody is.
//!
//! A job says itself on its recording or asset how it ended. One whose workers were all killed can't, nor can one that
//! was called off before it began: the queue knows that it is over, and the thing would wait for ever. So what the
//! queue gave up is held against its thing now and then, which then says what happened and what to do.

use atelier_base::{Scope, TenantId, Timestamp};
use atelier_jobs::{Job as _, JobRecord, JobState, given_up};
use atelier_tables::{Error as StoreError, Write};

use crate::asset::{self, AssetState};
use crate::jobs::{LookInto, Transcribe};
use crate::recording::{self, RecordingError, RecordingState};
use crate::{Entity, Error, JournalChangeKind, State, codes};

/// Lets go of every recording and asset whose job was given up since an instant. Says how many there were.
///
/// # Errors
/// The store's; what was let go of by then stays so.
pub async fn release(state: &State, since: Timestamp) -> Result<u64, Error> {
    let mut released = 0;
    for job in given_up(&state.jobs, &[Transcribe::KIND, LookInto::KIND], since).await? {
        let Some(tenant) = job.owner.tenant() else { continue };
        released += u64::from(if job.kind == Transcribe::KIND {
            release_recording(state, tenant, &job).await?
        } else {
            release_asset(state, tenant, &job).await?
        });
    }
    Ok(released)
}

async fn release_recording(state: &State, tenant: TenantId, job: &JobRecord) -> Result<bool, Error> {
    let Ok(Transcribe { recording: id, run }) = serde_json::from_value(job.payload.clone()) else {
        return Ok(false);
    };
    let Some(mut recording) = recording::store::find(state, Scope::tenant(tenant), tenant, id).await? else {
        return Ok(false);
    };
    let waits = match recording.state {
        RecordingState::Transcribing | RecordingState::Extracting => true,
        // With an error it waits for somebody to get the models.
        RecordingState::Uploaded => recording.error.is_none(),
        RecordingState::Recording | RecordingState::Done | RecordingState::Failed => false,
    };
    if !waits || recording.run != run {
        return Ok(false);
    }
    recording.state = RecordingState::Failed;
    recording.error = Some(RecordingError::of(match job.state {
        JobState::Cancelled => codes::TRANSCRIPTION_CANCELLED,
        _ => codes::TRANSCRIPTION_INTERRUPTED,
    }));
    let writes = vec![recording::store::put(tenant, &mut recording)?];
    if !written(state, tenant, writes).await? {
        return Ok(false);
    }
    state.tell(tenant, JournalChangeKind::Updated, Entity::Recording, id, recording.project_id);
    Ok(true)
}

async fn release_asset(state: &State, tenant: TenantId, job: &JobRecord) -> Result<bool, Error> {
    let Ok(LookInto { asset: id, run }) = serde_json::from_value(job.payload.clone()) else {
        return Ok(false);
    };
    let Some(before) = asset::store::find(state, Scope::tenant(tenant), tenant, id).await? else {
        return Ok(false);
    };
    if before.state != AssetState::Processing || before.run != run {
        return Ok(false);
    }
    let code = codes::ASSET_INTERRUPTED;
    let mut after = before.clone();
    after.state = AssetState::Failed;
    after.error = Some(format!("{}. {}", code.title, code.remedy));
    after.error_code = Some(code.name.to_owned());
    after.updated_at = state.clock.now();
    let writes = asset::store::put(tenant, &before, &mut after)?;
    if !written(state, tenant, writes).await? {
        return Ok(false);
    }
    state.tell(tenant, JournalChangeKind::Updated, Entity::Asset, id, after.project_id);
    Ok(true)
}

/// Whether the thing was still as it was read: somebody may have asked for it anew in this moment.
async fn written(state: &State, tenant: TenantId, writes: Vec<Write>) -> Result<bool, Error> {
    match state.tables.transact(Scope::tenant(tenant), writes).await {
        Ok(_) => Ok(true),
        Err(StoreError::ConditionFailed { .. }) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
