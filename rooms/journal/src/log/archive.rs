//! A log into cold storage.

use atelier_audit::Deed;
use atelier_base::{Grant, LogId};

use super::Log;
use super::store::{conflict, fetch, item, rows_of};
use crate::archive::{Leaving, Reason, leave};
use crate::permissions::ArchiveJournal;
use crate::tables::ARTISSIST;
use crate::{Entity, Error, JournalChangeKind, Outcome, State};

/// Puts a log that is at `version` into cold storage, with its rows by material; its history stays where it is.
pub async fn archive(
    state: &State,
    grant: Grant<ArchiveJournal>,
    id: LogId,
    version: u32,
) -> Result<Outcome<Log>, Error> {
    let (scope, tenant) = (grant.scope(), grant.tenant());
    let log = fetch(state, scope, tenant, id).await?;
    if log.version != version {
        return Ok(Outcome::Conflict(Box::new(log)));
    }
    let own = item(tenant, &log)?;
    let deed = Deed::granted(grant, "log.archive").target(id).before(&ARTISSIST, &own);
    let leaving = Leaving { with: rows_of(tenant, &own)?, item: own, reason: Reason::Archived };
    let (archived, writes) = leave(state, tenant, leaving).await?;
    if let Err(error) = state.trail.transact(scope, deed, writes).await {
        return conflict(state, scope, tenant, id, error).await;
    }
    state.tell(tenant, JournalChangeKind::Archived, Entity::Log, id, log.project_id);
    Ok(Outcome::Done(Log { archived_at: Some(archived.archived_at), ..log }))
}
