//! The change stream: what happened to the items of tables that declare it, in order.

use atelier_base::{TenantId, Timestamp};

use crate::{Attribute, Item, Key, Table, Tenancy};

/// One change of one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Its place in the stream: higher is later. Numbers are not without gaps.
    pub sequence: u64,
    /// The item's table.
    pub table: &'static Table,
    /// Whose item it is; none for an item of the directory that is nobody's.
    pub tenant: Option<TenantId>,
    /// When it was written. Never earlier than the change before, even when the clock jumped back.
    pub at: Timestamp,
    /// The item's key.
    pub key: Key,
    /// The item before; none when it is new.
    pub before: Option<Item>,
    /// The item after; none when it was deleted or has expired.
    pub after: Option<Item>,
}

/// An item whose time has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Expired {
    /// The item's table.
    pub table: &'static Table,
    /// Its key.
    pub key: Key,
    /// The item, which no other read sees any more.
    pub item: Item,
}

/// How far each consumer of a change stream has come. Every store has it.
pub(crate) const CHECKPOINTS: Table =
    Table { tenancy: Tenancy::Directory, ..Table::new("atelier-checkpoints", Attribute::S("consumer")) };

/// Idempotency tokens of transactions. Every store has it.
pub(crate) const TOKENS: Table = Table {
    tenancy: Tenancy::Directory,
    ttl: Some("expires_at"),
    ..Table::new("atelier-tokens", Attribute::S("token"))
};
