//! An entry as owners read it.

use atelier_base::{ActorId, AuditEntryId, Timestamp, UserId};
use atelier_tables::{Item, from_item};
use serde::{Deserialize, Serialize};

use crate::Outcome;

/// A sealed entry, with the user that its actor stands for if they are known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its number in the chain, from 1.
    pub seq: u64,
    /// Unique, `aud_…`.
    #[serde(rename = "entry_id")]
    pub id: AuditEntryId,
    /// When it was done.
    pub at: Timestamp,
    /// Who did it, as the chain has it; none when nobody was known.
    pub actor: Option<ActorId>,
    /// The user that the actor stands for; none when they were erased.
    pub user_id: Option<UserId>,
    /// The session or API key, `operator` for the operator at the machine.
    pub credential: Option<String>,
    /// `noun.verb`.
    pub action: String,
    /// The id of what it was done to. A user is named by the actor that stands for them.
    pub target: Option<String>,
    /// The user that the target stands for, if it is one and known.
    pub target_user_id: Option<UserId>,
    /// Whether it was done or refused.
    pub outcome: Outcome,
    /// SHA-256 of the item before.
    pub before: Option<String>,
    /// SHA-256 of the item after.
    pub after: Option<String>,
    /// Where it came from; none when that was erased.
    pub origin: Option<EntryOrigin>,
    /// The hash of the entry before.
    pub prev: String,
    /// Its own hash.
    pub hash: String,
}

/// Where an entry came from. Each is empty where it is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryOrigin {
    /// The client's address.
    pub address: String,
    /// The id of the request.
    pub request_id: String,
    /// Browser and system, or the name of a program.
    pub user_agent: String,
}

impl Entry {
    pub(crate) fn read(item: Item) -> Result<Self, atelier_tables::Error> {
        from_item(item)
    }

    /// What it was done to, as a noun.
    pub fn noun(&self) -> &str {
        self.action.rsplit_once('.').map_or(self.action.as_str(), |(noun, _)| noun)
    }
}
