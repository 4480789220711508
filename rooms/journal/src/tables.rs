//! The one table of the journal. Its keys say what an item is:
//!
//! | `PK` | `SK` | item |
//! |---|---|---|
//! | `TENANT#<tenant>` | `PROJECT#<project>` | a project's art record |
//! | | `PROJECT#<project>#BRIEF#v<number>` | a version of its brief |
//! | | `PROJECT#<project>#MILESTONE#<milestone>` | a milestone |
//! | | `PROJECT#<project>#LOG#<log>` | a log entry |
//! | | `PROJECT#<project>#ASSET#<asset>` | an asset |
//! | | `INSPIRATION#<inspiration>` | an inspiration |
//! | | `FIELD#<key>` | a field of the library |
//! | | `ARCHIVE#<key>` | where something lies in cold storage |
//!
//! What belongs to no project, such as a log in the inbox, has a key of its own that begins with its sort.

use atelier_base::{ProjectId, TenantId, Timestamp};
use atelier_tables::{Attribute, Error, Index, Item, Key, Table, Value, to_item};
use serde::Serialize;

/// Every table of this room.
pub const TABLES: &[&Table] = &[&ARTISSIST];

/// Everything of the journal, by tenant.
pub(crate) const ARTISSIST: Table = Table {
    range: Some(Attribute::S("SK")),
    indexes: &[
        Index::new("GSI1", Attribute::S("status"), Attribute::S("createdAt")),
        Index::new("GSI2", Attribute::S("entityType"), Attribute::S("searchableText")),
        // The specification asks for these two without a name. A partition of GSI3 is one sort of thing of one
        // tenant, so that a page of a list reads that page and no more.
        Index::new("GSI3", Attribute::S("listed"), Attribute::S("createdAt")),
        Index::new("GSI4", Attribute::S("material"), Attribute::S("createdAt")),
    ],
    ttl: Some("expiresAt"),
    stream: true,
    ..Table::new("Artissist", Attribute::S("PK"))
};

/// What sorts of things there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entity {
    /// A project's art record.
    ArtRecord,
    /// A version of a brief.
    Brief,
    /// A milestone.
    Milestone,
    /// A log.
    Log,
    /// A recording.
    Recording,
    /// An asset.
    Asset,
    /// An inspiration.
    Inspiration,
    /// A field of the library.
    CustomField,
    /// The settings of a tenant.
    Settings,
    /// Something in cold storage.
    Archive,
}

impl Entity {
    /// The word in the store and on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ArtRecord => "artRecord",
            Self::Brief => "brief",
            Self::Milestone => "milestone",
            Self::Log => "log",
            Self::Recording => "recording",
            Self::Asset => "asset",
            Self::Inspiration => "inspiration",
            Self::CustomField => "customField",
            Self::Settings => "settings",
            Self::Archive => "archive",
        }
    }
}

/// The partition of a tenant.
pub(crate) fn partition(tenant: TenantId) -> String {
    format!("TENANT#{tenant}")
}

/// The sort key of a project's art record; with a `#` behind, what those of its things begin with.
pub(crate) fn project_sort(project: ProjectId) -> String {
    format!("PROJECT#{project}")
}

/// The key of an item of a tenant.
pub(crate) fn key(tenant: TenantId, sort: impl Into<String>) -> Key {
    Key::new(partition(tenant), sort.into())
}

/// The partition of GSI3 that lists a tenant's things of one sort, by time.
pub(crate) fn listed(tenant: TenantId, entity: Entity) -> String {
    format!("{}#{}", partition(tenant), entity.name())
}

/// The attributes of the keys and indexes, beside the noun's own.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) tenant: TenantId,
    pub(crate) entity: Entity,
    pub(crate) sort: String,
    pub(crate) created_at: Timestamp,
    /// What people find it by: a title or the words.
    pub(crate) text: String,
}

/// A sort key has at most 1024 bytes.
const SEARCHABLE: usize = 1_000;

/// The text as the index has it: lower case, single spaces, cut to what a key may have. None of nothing, which
/// no key may be.
pub(crate) fn searchable(text: &str) -> Option<String> {
    let mut found = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    found.truncate(found.floor_char_boundary(SEARCHABLE));
    (!found.is_empty()).then_some(found)
}

impl Place {
    /// The noun as an item at this place.
    ///
    /// # Errors
    /// [`Error::Unreadable`] for a noun that is no map.
    pub(crate) fn item<T: Serialize>(&self, noun: &T) -> Result<Item, Error> {
        let mut item = to_item(noun)?;
        let mut set = |name: &str, value: Value| item.insert(name.to_owned(), value);
        set(Table::TENANT, self.tenant.into());
        set("PK", partition(self.tenant).into());
        set("SK", self.sort.clone().into());
        set("entityType", self.entity.name().into());
        set("listed", listed(self.tenant, self.entity).into());
        set("createdAt", self.created_at.into());
        if let Some(text) = searchable(&self.text) {
            set("searchableText", text.into());
        }
        Ok(item)
    }
}
