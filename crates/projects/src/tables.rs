//! The Projects table, as the specification has it.

use atelier_tables::{Attribute, Index, Table, Tenancy};

/// Every table of this crate.
pub const TABLES: &[&Table] = &[&PROJECTS];

/// Projects, by tenant and by owner.
pub(crate) const PROJECTS: Table = Table {
    name: "projects",
    hash: Attribute::S("project_id"),
    range: None,
    indexes: &[
        Index {
            name: "tenant-projects-index",
            hash: Attribute::S("tenant_id"),
            range: Some(Attribute::S("updated_at")),
        },
        Index {
            name: "owner-projects-index",
            hash: Attribute::S("owner_id"),
            range: Some(Attribute::S("created_at")),
        },
    ],
    tenancy: Tenancy::Tenant,
    version: Some("version"),
};
