//! The Projects table, as the specification has it.

use atelier_tables::{Attribute, Index, Table};

/// Every table of this crate.
pub const TABLES: &[&Table] = &[&PROJECTS];

/// Projects, by tenant and by owner.
pub(crate) const PROJECTS: Table = Table {
    indexes: &[
        Index::new("tenant-projects-index", Attribute::S("tenant_id"), Attribute::S("updated_at")),
        Index::new("owner-projects-index", Attribute::S("owner_id"), Attribute::S("created_at")),
    ],
    version: Some("version"),
    ..Table::new("projects", Attribute::S("project_id"))
};
