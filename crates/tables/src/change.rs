//! The change stream: what happened to the items of tables that declare it, in order.

use atelier_base::{TenantId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{Attribute, Error, Item, Key, Table, Tenancy};

/// One change of one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Its place in the stream: a reader that goes on after it sees neither this change again nor misses one.
    pub position: Position,
    /// The item's table.
    pub table: &'static Table,
    /// Whose item it is; none for an item of the directory that is nobody's.
    pub tenant: Option<TenantId>,
    /// When it was written. On the embedded engine never earlier than the change before, even when the
    /// clock jumped back.
    pub at: Timestamp,
    /// The item's key.
    pub key: Key,
    /// The item before; none when it is new.
    pub before: Option<Item>,
    /// The item after; none when it was deleted or has expired.
    pub after: Option<Item>,
}

/// A place in a change stream. What the text says is the engine's own affair: one engine counts its commits,
/// another has to remember a place in each of many shards. It fits the store that it came from and no other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Position(String);

impl Position {
    /// Before everything that is still kept.
    pub const START: Self = Self(String::new());

    pub(crate) fn of_number(sequence: u64) -> Self {
        Self(sequence.to_string())
    }

    /// To keep it elsewhere; [`From`] makes it of the text again.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The number of a commit of the embedded engine: 0 at the start.
    pub(crate) fn number(&self) -> Result<u64, Error> {
        if self.0.is_empty() {
            return Ok(0);
        }
        self.0.parse().map_err(|_| Error::InvalidCursor)
    }
}

impl From<String> for Position {
    fn from(text: String) -> Self {
        Self(text)
    }
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
