//! Reading logs: one, those of a project, and all of them as a stream.

use atelier_base::{Grant, LogId, Page, PageRequest, ProjectId};
use atelier_tables::{Cond, KeyRange, Query};

use super::store::{self, prefix, read};
use super::{AttributionStatus, Log};
use crate::permissions::ReadJournal;
use crate::tables::{ARTISSIST, listed, partition};
use crate::{Entity, Error, State};

/// The log of that id, if there is one.
pub async fn get(state: &State, grant: Grant<ReadJournal>, id: LogId) -> Result<Option<Log>, Error> {
    store::find(state, grant.scope(), grant.tenant(), id).await
}

/// Logs of a project, the newest first: one query of a range of sort keys, which ids order by time.
pub async fn of_project(
    state: &State,
    grant: Grant<ReadJournal>,
    project: ProjectId,
    limit: usize,
) -> Result<Vec<Log>, Error> {
    let query = below(grant, project).limit(limit);
    let page = state.tables.query(grant.scope(), query).await?;
    page.into_nodes().map(|item| Ok(read(item)?)).collect()
}

/// Logs of the tenant, the newest first, those in the inbox too.
pub async fn stream(
    state: &State,
    grant: Grant<ReadJournal>,
    project: Option<ProjectId>,
    status: Option<AttributionStatus>,
    page: PageRequest,
) -> Result<Page<Log>, Error> {
    let mut query = match (project, status) {
        (Some(project), _) => below(grant, project),
        (None, Some(status)) => of_status(status).descending(),
        (None, None) => Query::index(&ARTISSIST, "GSI3", listed(grant.tenant(), Entity::Log)).descending(),
    };
    if let (Some(_), Some(status)) = (project, status) {
        query = query.filter(Cond::eq("status", status.name()));
    }
    Ok(state.tables.query(grant.scope(), query.page(page)).await?.try_map(read)?)
}

/// How many logs wait for somebody to say whether they are right.
pub async fn count_pending(state: &State, grant: Grant<ReadJournal>) -> Result<u64, Error> {
    Ok(state.tables.count(grant.scope(), of_status(AttributionStatus::Pending)).await?.count)
}

fn below(grant: Grant<ReadJournal>, project: ProjectId) -> Query {
    let range = KeyRange::BeginsWith(prefix(project).into());
    Query::table(&ARTISSIST, partition(grant.tenant())).range(range).descending()
}

/// Milestones have a status `pending` as well.
fn of_status(status: AttributionStatus) -> Query {
    Query::index(&ARTISSIST, "GSI1", status.name()).filter(Cond::eq("entityType", Entity::Log.name()))
}
