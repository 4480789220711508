//! The directory: its tables on one page.

use atelier_tables::{Attribute, Index, Table, Tenancy};

/// Every table of this crate.
pub const TABLES: &[&Table] =
    &[&USERS, &LOGINS, &TENANTS, &MEMBERSHIPS, &SESSIONS, &API_KEYS, &SIGN_IN_ATTEMPTS];

/// What all tables here share: the directory's reach, no sort key, no index, no version.
const DIRECTORY: Table = Table {
    name: "",
    hash: Attribute::S(""),
    range: None,
    indexes: &[],
    tenancy: Tenancy::Directory,
    version: None,
};

/// Users, with their profile and the hash of their password (`password`), which `User` leaves out.
pub(crate) const USERS: Table = Table {
    name: "users",
    hash: Attribute::S("user_id"),
    indexes: &[
        Index {
            name: "tenant-users-index",
            hash: Attribute::S("tenant_id"),
            range: Some(Attribute::S("created_at")),
        },
        Index { name: "email-lookup-index", hash: Attribute::S("email"), range: None },
    ],
    version: Some("version"),
    ..DIRECTORY
};

/// Claims of emails (`email#…`) and usernames (`username#…`): what makes them unique.
/// An index can't: two sign-ups at once would both find it empty.
pub(crate) const LOGINS: Table = Table { name: "logins", hash: Attribute::S("login"), ..DIRECTORY };

/// Tenants. `owners` counts the members who are owners.
pub(crate) const TENANTS: Table = Table { name: "tenants", hash: Attribute::S("tenant_id"), ..DIRECTORY };

/// Who belongs to which tenant, with which role.
pub(crate) const MEMBERSHIPS: Table = Table {
    name: "memberships",
    hash: Attribute::S("tenant_id"),
    range: Some(Attribute::S("user_id")),
    indexes: &[
        Index {
            name: "tenant-memberships-index",
            hash: Attribute::S("tenant_id"),
            range: Some(Attribute::S("joined_at")),
        },
        Index {
            name: "user-memberships-index",
            hash: Attribute::S("user_id"),
            range: Some(Attribute::S("joined_at")),
        },
    ],
    version: Some("version"),
    ..DIRECTORY
};

/// Sessions by the hash of their token.
pub(crate) const SESSIONS: Table = Table {
    name: "sessions",
    hash: Attribute::S("token_hash"),
    indexes: &[Index {
        name: "user-sessions-index",
        hash: Attribute::S("user_id"),
        range: Some(Attribute::S("created_at")),
    }],
    ..DIRECTORY
};

/// API keys by the hash of their token.
pub(crate) const API_KEYS: Table = Table {
    name: "api-keys",
    hash: Attribute::S("token_hash"),
    indexes: &[Index {
        name: "user-keys-index",
        hash: Attribute::S("user_id"),
        range: Some(Attribute::S("created_at")),
    }],
    ..DIRECTORY
};

/// Failed sign-ins, counted by login (`login#…`) and by address (`address#…`).
pub(crate) const SIGN_IN_ATTEMPTS: Table =
    Table { name: "sign-in-attempts", hash: Attribute::S("subject"), version: Some("version"), ..DIRECTORY };
