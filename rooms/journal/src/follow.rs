//! What happens to a project without the journal: its record follows.
//!
//! The event says only which project; what is done about it follows from the project as it is by then, so that
//! hearing of it twice, or of two changes at once, does no harm.

use atelier_base::{ProjectId, Scope, TenantId};
use atelier_jobs::events::{EventRecord, Relay};
use atelier_jobs::{Failure, Options, send};
use atelier_projects::{self as projects, Project, ProjectChanged};
use atelier_tables::{Cond, Error as StoreError, Update, Write, from_item};

use crate::archive::{PutAway, Remove, bring_back};
use crate::record::{self, ArtRecord};
use crate::tables::{ARTISSIST, key, project_sort, searchable};
use crate::{Entity, Error, JournalChangeKind, State, lock};

/// The relay with the journal as a subscriber.
pub fn followers(relay: Relay, state: &State) -> Relay {
    let ports = state.clone();
    relay.to("journal", move |event| {
        let ports = ports.clone();
        async move { hear(&ports, &event).await }
    })
}

async fn hear(state: &State, event: &EventRecord) -> Result<(), Failure> {
    let (Some(tenant), Ok(Some(changed))) = (event.owner.tenant(), event.read::<ProjectChanged>()) else {
        return Ok(());
    };
    Ok(follow(state, tenant, changed.project_id).await?)
}

/// Makes the record what the project says.
async fn follow(state: &State, tenant: TenantId, id: ProjectId) -> Result<(), Error> {
    let scope = Scope::tenant(tenant);
    let Some(project) = projects::find(&state.projects, scope, id).await? else {
        let options = Options { key: Some(id.to_string()), ..Options::default() };
        send(&state.jobs, scope, &Remove { project: id }, options).await?;
        return Ok(());
    };
    let record: Option<ArtRecord> =
        record::stored(state, scope, tenant, id).await?.map(from_item).transpose()?;
    match record {
        None => make(state, tenant, &project).await,
        Some(record) if record.archived_at.is_some() && project.archived_at.is_none() => {
            bring_back(state, scope, tenant, id, (Vec::new(), Vec::new())).await?;
            Ok(())
        }
        Some(record) => adjust(state, tenant, &record, &project).await,
    }
}

/// A project that was made without a record gets one.
async fn make(state: &State, tenant: TenantId, project: &Project) -> Result<(), Error> {
    let made = ArtRecord { version: 1, ..record::new_record(project) };
    let write = Write::create(&ARTISSIST, record::item_of(tenant, &made)?);
    match state.tables.write(Scope::tenant(tenant), write).await {
        Ok(_) => {}
        Err(StoreError::ConditionFailed { .. }) => return Ok(()),
        Err(error) => return Err(error.into()),
    }
    state.tell(tenant, JournalChangeKind::Created, Entity::ArtRecord, project.id, Some(project.id));
    Ok(())
}

/// Title, and whether it is away. The deed is in the trail already: it was the project's.
async fn adjust(state: &State, tenant: TenantId, record: &ArtRecord, project: &Project) -> Result<(), Error> {
    let leaves = record.archived_at.is_none() && project.archived_at.is_some();
    if record.title == project.name && !leaves {
        return Ok(());
    }
    let (scope, id) = (Scope::tenant(tenant), project.id);
    let update = Update::new()
        .set("title", project.name.as_str())
        .set_or_remove("searchableText", searchable(&project.name))
        .set_or_remove("archivedAt", record.archived_at.or(project.archived_at))
        .set("updatedAt", state.clock.now())
        .set(lock::VERSION, record.version + 1);
    let place = key(tenant, project_sort(id));
    // One that changes at the same time is offered again, and then read anew.
    let mut writes =
        vec![Write::update(&ARTISSIST, place, update).when(Cond::eq(lock::VERSION, record.version))];
    if leaves {
        writes.push(PutAway { project: id, expired: false }.enqueued(state, scope)?.1);
    }
    state.tables.transact(scope, writes).await?;
    state.jobs.wake();
    let kind = if leaves { JournalChangeKind::Archived } else { JournalChangeKind::Updated };
    state.tell(tenant, kind, Entity::ArtRecord, id, Some(id));
    Ok(())
}
