//! What has expired: no read sees it any more, and before its row goes it goes to the archive.

use atelier_base::{Scope, TenantId};
use atelier_tables::{Cond, Error as StoreError, Expired, Item, Table, Value, Write, from_item};

use super::single::{Leaving, kept};
use super::{PutAway, Reason, things};
use crate::record::ArtRecord;
use crate::tables::ARTISSIST;
use crate::{Entity, Error, JournalChangeKind, State, record};

/// Puts what expired into the archive, of those that are the journal's; the others are left alone. Afterwards all of
/// them may be buried: what could not be put away is not among those that are returned.
///
/// An entry is written before the expired row goes, and written once however often this is done: its name follows
/// from what the row holds. A row that was revived meanwhile is not buried.
pub async fn put_away_expired(state: &State, expired: Vec<Expired>) -> Vec<Expired> {
    let mut done = Vec::new();
    for one in expired {
        if one.table != &ARTISSIST {
            done.push(one);
            continue;
        }
        match put_away(state, &one.item).await {
            Ok(()) => done.push(one),
            Err(error) => {
                tracing::warn!(%error, "something expired could not be archived; it is tried again");
            }
        }
    }
    done
}

async fn put_away(state: &State, item: &Item) -> Result<(), Error> {
    let tenant = item.get(Table::TENANT).and_then(Value::as_str).and_then(|text| text.parse().ok());
    // Without a tenant it is nobody's, and without a sort it is no thing but a note about one.
    let Some(tenant) = tenant.filter(|_| !things::kind(item).is_empty()) else { return Ok(()) };
    if things::kind(item) == Entity::ArtRecord.name() {
        return expired_record(state, tenant, item.clone()).await;
    }
    let with = if things::kind(item) == Entity::Log.name() {
        crate::log::rows_of(tenant, item)?
    } else {
        Vec::new()
    };
    let scope = Scope::tenant(tenant);
    let rows: Vec<_> = with.iter().filter_map(super::single::place_of).collect();
    let leaving = Leaving { item: item.clone(), with, reason: Reason::Expired };
    let (archived, _) = kept(state, scope, leaving).await?;
    let mut writes = vec![Write::create(&ARTISSIST, archived.item(tenant)?)];
    writes.extend(rows.into_iter().map(|place| Write::delete(&ARTISSIST, place)));
    match state.tables.transact(scope, writes).await {
        Ok(_) => {}
        // It has its entry already, from a try that was killed before the row was buried.
        Err(StoreError::ConditionFailed { .. }) => return Ok(()),
        Err(error) => return Err(error.into()),
    }
    state.tell(tenant, JournalChangeKind::Archived, Entity::Archive, &archived.key, archived.project_id);
    Ok(())
}

/// A record that expired stays, as one that somebody put away: what belongs to it goes to the archive as a whole.
async fn expired_record(state: &State, tenant: TenantId, item: Item) -> Result<(), Error> {
    let record: ArtRecord = from_item(item)?;
    let (now, scope, id) = (state.clock.now(), Scope::tenant(tenant), record.project_id);
    let away = ArtRecord {
        archived_at: record.archived_at.or(Some(now)),
        expires_at: None,
        updated_at: now,
        version: record.version + 1,
        ..record
    };
    let (_, job) = PutAway { project: id, expired: true }.enqueued(state, scope)?;
    // Nobody sees the expired one, so this makes it anew, once.
    let made = Write::put(&ARTISSIST, record::item_of(tenant, &away)?).when(Cond::missing("PK"));
    match state.tables.transact(scope, vec![made, job]).await {
        Ok(_) => {}
        Err(StoreError::ConditionFailed { .. }) => return Ok(()),
        Err(error) => return Err(error.into()),
    }
    state.jobs.wake();
    state.tell(tenant, JournalChangeKind::Archived, Entity::ArtRecord, id, Some(id));
    Ok(())
}
