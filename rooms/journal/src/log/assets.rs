//! The assets that belong to a log.

use atelier_base::{AssetId, InvalidInput, Scope, TenantId};

use crate::{Error, State, asset};

/// The ids without repetitions. One of nothing, or of what belongs to another tenant, is a fault at its place.
pub(super) async fn checked(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    ids: &[AssetId],
) -> Result<Vec<AssetId>, Error> {
    let (mut known, mut faults) = (Vec::with_capacity(ids.len()), InvalidInput::default());
    for (position, id) in ids.iter().enumerate() {
        if known.contains(id) {
            continue;
        }
        let there = asset::store::find(state, scope, tenant, *id).await?.is_some();
        faults.note(!there, &format!("assetIds.{position}"), "unknown", "is no asset of this tenant");
        known.push(*id);
    }
    faults.finish()?;
    Ok(known)
}
