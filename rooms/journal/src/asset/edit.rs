//! Changing an asset.

use atelier_audit::Deed;
use atelier_base::{AssetId, Grant, InvalidInput, Patch, Timestamp};
use atelier_tables::Write;

use super::register::{checked_name, enqueue, linkable};
use super::{AltStatus, Asset, AssetPatch, store};
use crate::lock::{self, Late};
use crate::permissions::EditAsset;
use crate::tables::ARTISSIST;
use crate::{Entity, Error, JournalChangeKind, Outcome, State, record};

/// Changes an asset that is at `version`; with a project, it moves there in one transaction.
pub async fn edit(
    state: &State,
    grant: Grant<EditAsset>,
    id: AssetId,
    version: u32,
    patch: AssetPatch,
) -> Result<Outcome<Asset>, Error> {
    let before = store::fetch(state, grant.scope(), grant.tenant(), id).await?;
    if before.version != version {
        return Ok(Outcome::Conflict(Box::new(before)));
    }
    let after = before.clone().patched(patch, state.clock.now())?;
    let mut also = Vec::new();
    if let Some(project) = after.project_id.filter(|project| before.project_id != Some(*project)) {
        record::open(state, grant, project).await?;
        also.push(record::still_open(grant.tenant(), project));
    }
    if let Some(id) = after.linked_log_id.filter(|id| before.linked_log_id != Some(*id)) {
        linkable(state, grant, id).await?;
    }
    write(state, grant, "asset.edit", &before, after, also).await
}

/// Has an asset looked into again, with the means of today.
pub async fn redo(
    state: &State,
    grant: Grant<EditAsset>,
    id: AssetId,
    version: u32,
) -> Result<Outcome<Asset>, Error> {
    let before = store::fetch(state, grant.scope(), grant.tenant(), id).await?;
    if before.version != version {
        return Ok(Outcome::Conflict(Box::new(before)));
    }
    let mut after = Asset { updated_at: state.clock.now(), ..before.clone() };
    let job = enqueue(state, grant.scope(), &mut after)?;
    let outcome = write(state, grant, "asset.redo", &before, after, vec![job]).await?;
    state.jobs.wake();
    Ok(outcome)
}

async fn write(
    state: &State,
    grant: Grant<EditAsset>,
    action: &'static str,
    before: &Asset,
    mut after: Asset,
    also: Vec<Write>,
) -> Result<Outcome<Asset>, Error> {
    let (scope, tenant) = (grant.scope(), grant.tenant());
    let mut writes = store::put(tenant, before, &mut after)?;
    writes.extend(also);
    let deed = Deed::granted(grant, action)
        .target(after.id)
        .before(&ARTISSIST, &store::item(tenant, before)?)
        .after(&ARTISSIST, &store::item(tenant, &after)?);
    match state.trail.transact(scope, deed, writes).await {
        Ok(_) => {
            state.tell(tenant, JournalChangeKind::Updated, Entity::Asset, after.id, after.project_id);
            Ok(Outcome::Done(after))
        }
        Err(error) => match lock::late(error, 0)? {
            Late::Changed(item) => Ok(Outcome::Conflict(Box::new(store::read(item)?))),
            // It may have moved to another project, so that it is not where it was.
            Late::Gone => {
                Ok(Outcome::Conflict(Box::new(store::fetch(state, scope, tenant, after.id).await?)))
            }
        },
    }
}

impl Asset {
    /// The asset after the patch, or what is wrong with it. Pure.
    fn patched(mut self, patch: AssetPatch, now: Timestamp) -> Result<Self, Error> {
        let mut faults = InvalidInput::default();
        match patch.alt {
            Patch::Absent if patch.approve_alt == Some(true) && !self.alt.is_empty() => {
                self.alt_status = AltStatus::Approved;
            }
            Patch::Absent => {}
            Patch::Null => (self.alt, self.alt_status) = (String::new(), AltStatus::None),
            Patch::Value(alt) => {
                faults.note_length("alt", &alt, 0..=2_000);
                let status = if alt.trim().is_empty() { AltStatus::None } else { AltStatus::Approved };
                (self.alt, self.alt_status) = (alt.trim().to_owned(), status);
            }
        }
        faults.finish()?;
        if let Patch::Value(name) = patch.file_name {
            self.file_name = checked_name(&name)?;
        }
        self.project_id = nullable(patch.project_id, self.project_id);
        self.linked_log_id = nullable(patch.linked_log_id, self.linked_log_id);
        self.updated_at = now;
        Ok(self)
    }
}

fn nullable<T>(patch: Patch<T>, kept: Option<T>) -> Option<T> {
    match patch {
        Patch::Absent => kept,
        Patch::Null => None,
        Patch::Value(value) => Some(value),
    }
}
