//! The tables of the audit trail on one page.

use atelier_tables::{Attribute, Index, Table, Tenancy};

/// Every table of this crate.
pub const TABLES: &[&Table] = &[&PENDING, &RECORDS, &HEADS, &ACTORS];

/// Deeds that wait for the sealer. Changes of the directory note them as well, so the table is the directory's;
/// each item carries its tenant.
pub(crate) const PENDING: Table = Table {
    range: Some(Attribute::S("place")),
    tenancy: Tenancy::Directory,
    ..Table::new("audit-pending", Attribute::S("tenant_id"))
};

/// The chains: one a tenant, numbered from 1.
pub(crate) const RECORDS: Table = Table {
    range: Some(Attribute::N("seq")),
    indexes: &[Index::new(OF_ACTOR, Attribute::S("actor"), Attribute::N("seq"))],
    ..Table::new("audit-records", Attribute::S("tenant_id"))
};

pub(crate) const OF_ACTOR: &str = "actor-records-index";

/// The number and the hash of each chain's last record.
pub(crate) const HEADS: Table =
    Table { tenancy: Tenancy::Directory, ..Table::new("audit-heads", Attribute::S("tenant_id")) };

/// Which user an actor stands for, in one tenant. Forgetting a user deletes it.
pub(crate) const ACTORS: Table = Table {
    range: Some(Attribute::S("actor")),
    indexes: &[Index::new(OF_USER, Attribute::S("user_id"), Attribute::S("tenant_id"))],
    tenancy: Tenancy::Directory,
    ..Table::new("audit-actors", Attribute::S("tenant_id"))
};

pub(crate) const OF_USER: &str = "user-actors-index";
