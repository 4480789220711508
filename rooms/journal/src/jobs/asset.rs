//! Looks into an asset: what it shows, says and sounds like.
//!
//! Files are derived first and named afterwards, so that whoever reads the asset finds what it names; doing it twice
//! writes the same. A part that fails never stops the others, and the file that was uploaded is never touched. Only
//! what is derived is written, over whatever people changed meanwhile.

mod look;

use atelier_base::{AssetId, Scope, TenantId};
use atelier_blobs::{ASSETS, Put};
use atelier_extraction::{Known, draft_alt};
use atelier_jobs::{Context, Failure, Job};
use bytes::Bytes;
use serde::{Deserialize, Serialize};

use self::look::{Seen, Task, look};
use crate::asset::{AltStatus, Asset, AssetState, AssetType, store};
use crate::{Entity, Error, JournalChangeKind, State, log, record};

/// Looks into an asset.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct LookInto {
    pub(crate) asset: AssetId,
    /// Which time of the asset this is; a job of an earlier one does nothing.
    pub(crate) run: u32,
}

impl Job for LookInto {
    const KIND: &'static str = "journal.asset";
    const MAX_ATTEMPTS: u32 = 3;
}

/// Tries to write what was seen while people change the asset.
const TRIES: usize = 10;

/// Carries the job out.
pub(crate) async fn carry_out(state: State, job: LookInto, context: Context) -> Result<(), Failure> {
    let scope = context.scope();
    let tenant = scope.tenant_id().ok_or_else(|| Failure::final_because("an asset is of a tenant"))?;
    let Some(asset) = store::find(&state, scope, tenant, job.asset).await? else { return Ok(()) };
    if asset.run != job.run || asset.state == AssetState::Ready {
        return Ok(());
    }
    context.progress(0, 3, "reading the file");
    let bytes = state.blobs.get(scope, &ASSETS, &asset.s3_key.parse()?).await?.bytes().await?;
    context.check()?;
    context.progress(1, 3, "looking at it");
    let task = Task { bytes, kind: asset.r#type, reader: state.reader.clone(), heif: state.heif.clone() };
    let seen = context.compute(move || look(&task)).await?;
    context.check()?;
    let seen = Seen { alt: draft(&state, (scope, tenant), &asset, &seen).await?, ..seen };
    context.progress(2, 3, "keeping what was seen");
    keep_files(&state, scope, &asset, &seen).await?;
    write(&state, (scope, tenant), &job, &context, seen).await
}

/// What the picture shows as far as facts tell: a draft for a person to agree to.
async fn draft(
    state: &State,
    (scope, tenant): (Scope, TenantId),
    asset: &Asset,
    seen: &Seen,
) -> Result<String, Error> {
    if seen.copies.is_empty() || asset.r#type != AssetType::Image {
        return Ok(String::new());
    }
    let record = match asset.project_id {
        Some(project) => record::stored(state, scope, tenant, project).await?,
        None => None,
    };
    let title = record.as_ref().and_then(|record| record.get("title")?.as_str());
    let log = match asset.linked_log_id {
        Some(id) => log::find(state, scope, tenant, id).await?,
        None => None,
    };
    let materials: Vec<&str> = log.iter().flat_map(|log| log.materials.iter().map(String::as_str)).collect();
    let colours: Vec<&str> = seen.colours.iter().map(|colour| colour.name.as_str()).collect();
    let day = seen.exif.as_ref().and_then(|exif| exif.taken_at.as_ref()?.local.get(..10)?.parse().ok());
    let known = Known {
        stage: log.as_ref().map(|_| "work in progress"),
        project: title,
        materials: &materials,
        support: None,
        day,
        size: seen.size,
        colours: &colours,
        text: Some(seen.text.as_str()).filter(|text| !text.trim().is_empty()),
    };
    Ok(draft_alt(&known).unwrap_or_default())
}

async fn keep_files(state: &State, scope: Scope, asset: &Asset, seen: &Seen) -> Result<(), Error> {
    for copy in &seen.copies {
        let key = store::preview_key(asset.id, copy.edge).parse()?;
        let jpeg = Bytes::from(copy.jpeg.clone());
        state.blobs.put_bytes(scope, &ASSETS, &key, Put::of_type("image/jpeg"), jpeg).await?;
    }
    if !seen.words.is_empty() {
        let words = serde_json::to_vec(&seen.words).map_err(|error| Error::Unexpected(error.to_string()))?;
        let key = store::words_key(asset.id).parse()?;
        let put = Put::of_type("application/json");
        state.blobs.put_bytes(scope, &ASSETS, &key, put, Bytes::from(words)).await?;
    }
    Ok(())
}

/// Writes what was seen, and nothing else, over the asset as it is by now.
async fn write(
    state: &State,
    (scope, tenant): (Scope, TenantId),
    job: &LookInto,
    context: &Context,
    seen: Seen,
) -> Result<(), Failure> {
    for _ in 0..TRIES {
        let Some(before) = store::find(state, scope, tenant, job.asset).await? else { return Ok(()) };
        if before.run != job.run {
            return Ok(());
        }
        let mut after = with_seen(before.clone(), &seen);
        after.updated_at = state.clock.now();
        let mut writes = store::put(tenant, &before, &mut after)?;
        writes.push(context.fence());
        match state.tables.transact(scope, writes).await {
            Ok(_) => {
                state.tell(tenant, JournalChangeKind::Updated, Entity::Asset, after.id, after.project_id);
                return Ok(());
            }
            Err(atelier_tables::Error::ConditionFailed { position: 0, .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Failure::Retry("the asset was changed all the time".into()))
}

/// The asset with what was seen of it. What a person wrote about it stays.
fn with_seen(asset: Asset, seen: &Seen) -> Asset {
    let (alt, alt_status) = match asset.alt_status {
        AltStatus::Approved => (asset.alt, AltStatus::Approved),
        _ if seen.alt.is_empty() => (String::new(), AltStatus::None),
        _ => (seen.alt.clone(), AltStatus::Draft),
    };
    Asset {
        state: if seen.fault.as_ref().is_some_and(|fault| !fault.locked) {
            AssetState::Failed
        } else {
            AssetState::Ready
        },
        width: seen.size.map(|(width, _)| width),
        height: seen.size.map(|(_, height)| height),
        duration_ms: seen.duration_ms,
        pages: seen.pages,
        thumbhash: seen.thumbhash.clone(),
        previews: seen.copies.iter().map(|copy| copy.edge).collect(),
        has_location: seen.exif.as_ref().is_some_and(|exif| exif.gps.is_some()),
        taken_at: seen.exif.as_ref().and_then(|exif| exif.taken_at.as_ref()?.instant()),
        exif: seen.exif.as_ref().and_then(|exif| serde_json::to_value(exif).ok()),
        ocr: seen.text.clone(),
        ocr_by: seen.read_by.clone(),
        alt,
        alt_status,
        colours: seen.colours.clone(),
        perceptual_hash: seen.perceptual_hash.clone(),
        error: seen.fault.as_ref().map(|fault| fault.message.clone()),
        error_code: seen.fault.as_ref().and_then(|fault| fault.code).map(str::to_owned),
        ..asset
    }
}
