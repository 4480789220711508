//! Reading assets: one, those of a project, and all of them.

use atelier_base::{AssetId, Grant, Page, PageRequest, ProjectId};
use atelier_tables::{Cond, KeyRange, Query};

use super::store::{find, prefix, read};
use super::{Asset, AssetType};
use crate::permissions::ReadJournal;
use crate::tables::{ARTISSIST, listed, partition};
use crate::{Entity, Error, State};

/// The asset of that id, if there is one.
pub async fn get(state: &State, grant: Grant<ReadJournal>, id: AssetId) -> Result<Option<Asset>, Error> {
    find(state, grant.scope(), grant.tenant(), id).await
}

/// Assets of a project, or of the tenant, the newest first: one query.
pub async fn list(
    state: &State,
    grant: Grant<ReadJournal>,
    project: Option<ProjectId>,
    kind: Option<AssetType>,
    page: PageRequest,
) -> Result<Page<Asset>, Error> {
    let query = wanted(grant, project, kind).descending().page(page);
    Ok(state.tables.query(grant.scope(), query).await?.try_map(read)?)
}

/// How many there are, for a scrollbar that tells the truth.
pub async fn count(
    state: &State,
    grant: Grant<ReadJournal>,
    project: Option<ProjectId>,
    kind: Option<AssetType>,
) -> Result<u64, Error> {
    Ok(state.tables.count(grant.scope(), wanted(grant, project, kind)).await?.count)
}

/// Assets of these ids, in their order; those that are gone are left out.
pub async fn of_ids(
    state: &State,
    grant: Grant<ReadJournal>,
    ids: Vec<AssetId>,
) -> Result<Vec<Asset>, Error> {
    let mut assets = Vec::new();
    for id in ids {
        assets.extend(find(state, grant.scope(), grant.tenant(), id).await?);
    }
    Ok(assets)
}

fn wanted(grant: Grant<ReadJournal>, project: Option<ProjectId>, kind: Option<AssetType>) -> Query {
    let query = match project {
        Some(project) => {
            let range = KeyRange::BeginsWith(prefix(project).into());
            Query::table(&ARTISSIST, partition(grant.tenant())).range(range)
        }
        None => Query::index(&ARTISSIST, "GSI3", listed(grant.tenant(), Entity::Asset)),
    };
    match kind {
        Some(kind) => query.filter(Cond::eq("type", kind.name())),
        None => query,
    }
}
