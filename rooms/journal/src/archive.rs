//! Cold storage: what was put away or has expired lies compressed in the bucket of assets, and a small item
//! `ARCHIVE#<key>` says where. It comes back byte for byte, save for a time of expiry that has passed.
//!
//! Nothing is lost and nothing is there twice, wherever the process is killed: first the bytes are on disk
//! (`bundle.rs`; of a job their name follows from what they are, so that a second try writes the same object), then the
//! item in `ARCHIVE#…` names them, then the items go, each only as it was packed. Coming back goes the other
//! way: items first, each only where none is; then the entry goes, and with it in one transaction a job that
//! discards the bytes. A project's things go as a whole, under its record, which stays where it is.

use async_graphql::SimpleObject;
use atelier_base::{Grant, Page, PageRequest, ProjectId, Scope, TenantId, Timestamp};
use atelier_tables::{Cond, Item, KeyRange, Query, from_item};
use serde::{Deserialize, Serialize};

use crate::permissions::ReadJournal;
use crate::tables::{ARTISSIST, Place, key, listed, searchable};
use crate::{Entity, Error, State};

mod bundle;
mod discard;
mod expiry;
mod forget;
mod project;
mod single;
mod things;

pub(crate) use self::discard::{Discard, Remove, discard, remove};
pub use self::expiry::put_away_expired;
pub use self::forget::{forget, renamed};
pub(crate) use self::project::{PutAway, bring_back, put_away};
pub use self::project::{archive_record, restore_record};
pub(crate) use self::single::{Leaving, leave};
pub use self::single::{delete, restore};

/// Something in cold storage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct ArchivedItem {
    /// Unique in the archive.
    pub key: String,
    /// What it is: log, milestone, inspiration; `project` for everything of a project.
    pub kind: String,
    /// Its id; of a version of a brief the project's, with the number.
    pub id: String,
    /// What people called it.
    pub title: String,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// When it went there.
    pub archived_at: Timestamp,
    /// `archived` by somebody, or `expired`.
    pub reason: String,
    /// Bytes that it takes, compressed.
    pub bytes: u64,
    /// Where they are, the oldest first.
    #[graphql(skip)]
    pub parts: Vec<Part>,
    /// Counts the changes, from 1.
    #[graphql(skip)]
    pub version: u32,
}

/// An object of the archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its key.
    pub object: String,
    /// Its bytes.
    pub bytes: u64,
    /// How many items it holds.
    pub items: u32,
}

/// Why something went to the archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    Archived,
    Expired,
}

impl Reason {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Archived => "archived",
            Self::Expired => "expired",
        }
    }
}

impl ArchivedItem {
    fn item(&self, tenant: TenantId) -> Result<Item, atelier_tables::Error> {
        Place {
            tenant,
            entity: Entity::Archive,
            sort: sort(&self.key),
            created_at: self.archived_at,
            text: self.title.clone(),
        }
        .item(self)
    }
}

fn sort(key: &str) -> String {
    format!("ARCHIVE#{key}")
}

/// Which archived things a list has.
#[derive(Clone, Debug, Default)]
pub struct ArchiveFilter {
    /// Those whose title begins so, whatever the case.
    pub title: Option<String>,
    /// Those of that kind.
    pub kind: Option<String>,
}

/// What lies in the archive: the latest first, or by title when one is searched. One query.
pub async fn list(
    state: &State,
    grant: Grant<ReadJournal>,
    which: ArchiveFilter,
    page: PageRequest,
) -> Result<Page<ArchivedItem>, Error> {
    let query = match which.title.as_deref().and_then(searchable) {
        Some(title) => {
            Query::index(&ARTISSIST, "GSI2", Entity::Archive.name()).range(KeyRange::BeginsWith(title.into()))
        }
        None => Query::index(&ARTISSIST, "GSI3", listed(grant.tenant(), Entity::Archive)).descending(),
    };
    let query = match which.kind {
        Some(kind) => query.filter(Cond::eq("kind", kind)),
        None => query,
    };
    Ok(state.tables.query(grant.scope(), query.page(page)).await?.try_map(from_item)?)
}

/// The entry of that key.
async fn entry(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    name: &str,
) -> Result<Option<ArchivedItem>, Error> {
    let found = state.tables.get(scope, &ARTISSIST, &key(tenant, sort(name))).await?;
    Ok(found.map(from_item).transpose()?)
}
