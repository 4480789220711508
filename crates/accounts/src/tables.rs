//! The directory: its tables on one page.

use atelier_tables::{Attribute, Index, Table, Tenancy};

/// Every table of this crate.
pub const TABLES: &[&Table] = &[
    &USERS,
    &LOGINS,
    &TENANTS,
    &MEMBERSHIPS,
    &SESSIONS,
    &API_KEYS,
    &SIGN_IN_ATTEMPTS,
    &TWO_STEP,
    &ONE_TIME_TOKENS,
    &IDENTITIES,
];

/// A table of the directory.
const fn directory(name: &'static str, hash: Attribute) -> Table {
    Table { tenancy: Tenancy::Directory, ..Table::new(name, hash) }
}

/// Users, with their profile and the hash of their password (`password`), which `User` leaves out.
pub(crate) const USERS: Table = Table {
    indexes: &[
        Index::new("tenant-users-index", Attribute::S("tenant_id"), Attribute::S("created_at")),
        Index::of_hash("email-lookup-index", Attribute::S("email")),
    ],
    version: Some("version"),
    aliases: &["artguard-users"],
    ..directory("users", Attribute::S("user_id"))
};

/// Claims of emails (`email#…`) and usernames (`username#…`): what makes them unique.
/// An index can't: two sign-ups at once would both find it empty.
pub(crate) const LOGINS: Table = directory("logins", Attribute::S("login"));

/// Tenants. `owners` counts the members who are owners.
pub(crate) const TENANTS: Table = directory("tenants", Attribute::S("tenant_id"));

/// Who belongs to which tenant, with which role.
pub(crate) const MEMBERSHIPS: Table = Table {
    range: Some(Attribute::S("user_id")),
    indexes: &[
        Index::new("tenant-memberships-index", Attribute::S("tenant_id"), Attribute::S("joined_at")),
        Index::new("user-memberships-index", Attribute::S("user_id"), Attribute::S("joined_at")),
    ],
    version: Some("version"),
    ..directory("memberships", Attribute::S("tenant_id"))
};

/// Sessions by the hash of their token.
pub(crate) const SESSIONS: Table = Table {
    indexes: &[Index::new("user-sessions-index", Attribute::S("user_id"), Attribute::S("created_at"))],
    ..directory("sessions", Attribute::S("token_hash"))
};

/// API keys by the hash of their token.
pub(crate) const API_KEYS: Table = Table {
    indexes: &[Index::new("user-keys-index", Attribute::S("user_id"), Attribute::S("created_at"))],
    ..directory("api-keys", Attribute::S("token_hash"))
};

/// Failed sign-ins, counted by login (`login#…`) and by address (`address#…`).
pub(crate) const SIGN_IN_ATTEMPTS: Table =
    Table { version: Some("version"), ..directory("sign-in-attempts", Attribute::S("subject")) };

/// Who signs in in two steps: the sealed secret of their app and the hashes of their recovery codes.
pub(crate) const TWO_STEP: Table =
    Table { version: Some("version"), ..directory("two-step", Attribute::S("user_id")) };

/// Tokens that work once, by their hash: links of mails, second steps, sign-ins at an issuer.
pub(crate) const ONE_TIME_TOKENS: Table = Table {
    indexes: &[Index::new("user-tokens-index", Attribute::S("user_id"), Attribute::S("created_at"))],
    ttl: Some("expires_second"),
    ..directory("one-time-tokens", Attribute::S("token_hash"))
};

/// What issuers call our users: `<issuer> <subject>`.
pub(crate) const IDENTITIES: Table = Table {
    indexes: &[Index::new("user-identities-index", Attribute::S("user_id"), Attribute::S("created_at"))],
    ..directory("identities", Attribute::S("identity"))
};
