//! An upload becomes an asset.

use atelier_audit::Deed;
use atelier_base::{AssetId, Grant, InvalidInput, LogId, Scope};
use atelier_blobs::{ASSETS, ObjectInfo};
use atelier_jobs::{Options, Priority};
use atelier_media::sniff;
use atelier_tables::{Error as StoreError, Write};

use super::store::{self, Holder};
use super::{AltStatus, Asset, AssetState, AssetType, NewAsset};
use crate::jobs::LookInto;
use crate::permissions::EditAsset;
use crate::recording::finished;
use crate::tables::ARTISSIST;
use crate::{Entity, Error, JournalChangeKind, State, log, quota, record};

/// Makes an asset of a finished upload; what is in it is found by a job of the same transaction. The same bytes
/// again are the asset that has them, with `duplicate_of` set, and the upload's own copy goes.
pub async fn register(state: &State, grant: Grant<EditAsset>, new: NewAsset) -> Result<Asset, Error> {
    let (scope, tenant) = (grant.scope(), grant.tenant());
    let object = finished(state, scope, &new.upload_id).await?;
    let name = new.file_name.clone().or_else(|| object.metadata.get("filename").cloned());
    let name = checked_name(name.as_deref().unwrap_or("untitled"))?;
    if let Some(project) = new.project_id {
        record::open(state, grant, project).await?;
    }
    if let Some(id) = new.log_id {
        linkable(state, grant, id).await?;
    }
    let sha256 = object.sha256.clone().unwrap_or_default();
    let gone = match store::holder(state, scope, tenant, &sha256).await? {
        Holder::Asset(same) => return known(state, scope, &object, *same).await,
        Holder::Gone(id) => Some(id),
        Holder::Nobody => None,
    };
    let mut asset = described(state, grant, &new, name, &object).await?;
    let mut writes = vec![quota::take(state, tenant, asset.bytes), store::hash_row(tenant, &asset, gone)];
    writes.push(enqueue(state, scope, &mut asset)?);
    let item = store::item(tenant, &asset)?;
    let deed = Deed::granted(grant, "asset.register").target(asset.id).after(&ARTISSIST, &item);
    writes.push(Write::create(&ARTISSIST, item));
    writes.extend(new.project_id.map(|project| record::still_open(tenant, project)));
    match state.trail.transact(scope, deed, writes).await {
        Ok(_) => {}
        // Somebody brought the same bytes at the same time.
        Err(StoreError::ConditionFailed { position: 1, .. }) => {
            return match store::holder(state, scope, tenant, &sha256).await? {
                Holder::Asset(same) => known(state, scope, &object, *same).await,
                Holder::Gone(_) | Holder::Nobody => Err(Error::Busy),
            };
        }
        Err(error) => return Err(quota::refused(state, error, 0)),
    }
    state.jobs.wake();
    state.tell(tenant, JournalChangeKind::Created, Entity::Asset, asset.id, asset.project_id);
    Ok(asset)
}

/// Fails unless the tenant has the log.
pub(super) async fn linkable(state: &State, grant: Grant<EditAsset>, id: LogId) -> Result<(), Error> {
    let found = log::find(state, grant.scope(), grant.tenant(), id).await?;
    found.map(|_| ()).ok_or_else(|| Error::missing("log", id))
}

/// The asset as it is before anybody looked into it.
async fn described(
    state: &State,
    grant: Grant<EditAsset>,
    new: &NewAsset,
    file_name: String,
    object: &ObjectInfo,
) -> Result<Asset, Error> {
    let kind = sniff(&head(state, grant.scope(), object).await?);
    let now = state.clock.now();
    Ok(Asset {
        id: AssetId::generate(now, &state.randomness),
        project_id: new.project_id,
        linked_log_id: new.log_id,
        r#type: AssetType::of(kind),
        state: AssetState::Processing,
        file_name,
        content_type: kind.map_or("application/octet-stream", atelier_media::FileKind::media_type).to_owned(),
        bytes: object.size,
        sha256: object.sha256.clone().unwrap_or_default(),
        s3_key: object.key.to_string(),
        width: None,
        height: None,
        duration_ms: None,
        pages: None,
        thumbhash: None,
        previews: Vec::new(),
        exif: None,
        has_location: false,
        taken_at: None,
        ocr: String::new(),
        ocr_by: None,
        alt: String::new(),
        alt_status: AltStatus::None,
        colours: Vec::new(),
        perceptual_hash: None,
        error: None,
        error_code: None,
        duplicate_of: None,
        created_at: now,
        updated_at: now,
        created_by: grant.user(),
        job_id: None,
        run: 0,
        archived_at: None,
        version: 1,
    })
}

/// The first bytes of the file.
async fn head(state: &State, scope: Scope, object: &ObjectInfo) -> Result<bytes::Bytes, Error> {
    if object.size == 0 {
        return Ok(bytes::Bytes::new());
    }
    let end = object.size.min(atelier_media::HEAD as u64);
    let object = state.blobs.get_range(scope, &ASSETS, &object.key, 0..end).await?;
    Ok(object.bytes().await?)
}

/// The asset that has the bytes already; those of the upload go.
async fn known(state: &State, scope: Scope, object: &ObjectInfo, same: Asset) -> Result<Asset, Error> {
    if same.s3_key != object.key.as_str() {
        state.blobs.delete(scope, &ASSETS, &object.key).await?;
    }
    Ok(Asset { duplicate_of: Some(same.id), ..same })
}

/// The write that has the asset looked into; the asset knows of it.
pub(super) fn enqueue(state: &State, scope: Scope, asset: &mut Asset) -> Result<Write, Error> {
    asset.run += 1;
    asset.state = AssetState::Processing;
    asset.error = None;
    asset.error_code = None;
    let job = LookInto { asset: asset.id, run: asset.run };
    let key = Some(format!("{}#{}", asset.id, asset.run));
    // After everything that somebody waits for: a folder of photos may take a while.
    let options = Options { by: Some(asset.created_by), priority: Priority::Low, key, ..Options::default() };
    let (id, write) = atelier_jobs::enqueue(&state.jobs, scope, &job, options)?;
    asset.job_id = Some(id);
    Ok(write)
}

/// The last part of a path, without what no name may have.
pub(super) fn checked_name(name: &str) -> Result<String, Error> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last.chars().filter(|letter| !letter.is_control()).collect();
    let mut faults = InvalidInput::default();
    faults.note_length("fileName", name.trim(), 1..=255);
    faults.finish()?;
    Ok(name.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_never_paths() {
        assert_eq!(checked_name("C:\\Users\\ada\\harbor\n.jpg").expect("a name"), "harbor.jpg");
        assert_eq!(checked_name("../../etc/passwd").expect("a name"), "passwd");
        assert!(checked_name("folder/").is_err());
        assert!(checked_name(&"x".repeat(256)).is_err());
    }
}
