//! Lists of records.

use atelier_base::{Grant, Page, PageRequest};
use atelier_tables::{Cond, Query, from_item};

use super::{ArtRecord, ArtStatus};
use crate::permissions::ReadJournal;
use crate::tables::{ARTISSIST, listed};
use crate::{Entity, Error, State};

/// Which records a list has.
#[derive(Clone, Copy, Debug, Default)]
pub struct RecordFilter {
    /// Only those.
    pub status: Option<ArtStatus>,
    /// Those in the archive, or those in use.
    pub archived: bool,
}

/// Records of the tenant, the newest first: one query. It reads an index that holds nothing else, because what
/// begins with `PROJECT#` in the table is also everything that belongs to the projects.
pub async fn list(
    state: &State,
    grant: Grant<ReadJournal>,
    which: RecordFilter,
    page: PageRequest,
) -> Result<Page<ArtRecord>, Error> {
    let away = if which.archived { Cond::exists("archivedAt") } else { Cond::missing("archivedAt") };
    let filter = match which.status {
        Some(status) => away.and(Cond::eq("status", status.name())),
        None => away,
    };
    let query = Query::index(&ARTISSIST, "GSI3", listed(grant.tenant(), Entity::ArtRecord));
    let found = state.tables.query(grant.scope(), query.filter(filter).descending().page(page)).await?;
    Ok(found.try_map(from_item)?)
}
