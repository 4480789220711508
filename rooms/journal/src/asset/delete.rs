//! Deleting an asset with its files.

use atelier_audit::Deed;
use atelier_base::{AssetId, Grant};
use atelier_blobs::ASSETS;
use atelier_tables::Write;

use super::{Asset, store};
use crate::lock::{self, Late};
use crate::permissions::DeleteAsset;
use crate::tables::{ARTISSIST, key};
use crate::{Entity, Error, JournalChangeKind, Outcome, State, files, quota};

/// Deletes an asset that is at `version`. Its files go after its item: what a crash leaves of them nobody sees,
/// and the bytes are free for another asset.
pub async fn delete(
    state: &State,
    grant: Grant<DeleteAsset>,
    id: AssetId,
    version: u32,
) -> Result<Outcome<AssetId, Asset>, Error> {
    let (scope, tenant) = (grant.scope(), grant.tenant());
    let asset = store::fetch(state, scope, tenant, id).await?;
    if asset.version != version {
        return Ok(Outcome::Conflict(Box::new(asset)));
    }
    let gone = Write::delete(&ARTISSIST, key(tenant, store::sort_key(&asset))).when(lock::at(version));
    let mut writes = vec![gone, quota::give_back(tenant, asset.bytes)];
    writes.extend(store::free_hash(state, scope, tenant, &asset).await?);
    let deed =
        Deed::granted(grant, "asset.delete").target(id).before(&ARTISSIST, &store::item(tenant, &asset)?);
    if let Err(error) = state.trail.transact(scope, deed, writes).await {
        return match lock::late(error, 0)? {
            Late::Changed(item) => Ok(Outcome::Conflict(Box::new(store::read(item)?))),
            Late::Gone => Ok(Outcome::Conflict(Box::new(store::fetch(state, scope, tenant, id).await?))),
        };
    }
    state.tell(tenant, JournalChangeKind::Deleted, Entity::Asset, id, asset.project_id);
    files::remove(&state.blobs, scope, &ASSETS, &store::folder(id)).await?;
    state.blobs.delete(scope, &ASSETS, &asset.s3_key.parse()?).await?;
    Ok(Outcome::Done(id))
}
