//! Events: what happened, told to whoever wants to know.
//!
//! [`emit`] gives a write for the transaction in which it happens, so there is no event without its cause and no
//! cause without its event. The change stream of the table is the order in which they were committed; a
//! [`Relay`] hands them to each subscriber in that order, until it took them. A subscriber's place is durable, one
//! process at a time serves it, and after a crash it may hear an event twice: it looks at the id.
//!
//! [`Bus`] is a subscriber that passes them on to NATS, for other replicas.

mod bus;
mod relay;
mod seat;

use std::time::Duration;

use atelier_base::{EventId, Scope, Timestamp};
use atelier_tables::{Item, Write, from_item, to_item};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub use self::bus::{Bus, BusSettings};
pub use self::relay::{Relay, RelaySettings};
use crate::tables::EVENTS;
use crate::{Error, Owner, State};

/// Something that happened: a serde struct.
pub trait Event: Serialize + DeserializeOwned {
    /// `noun.happened`. It is stored and sent: it never changes its meaning.
    const KIND: &'static str;
}

/// An event as it is stored and handed over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EventRecord {
    /// Unique, `evt_…`: who heard it before hears it again under the same.
    #[serde(rename = "event_id")]
    pub id: EventId,
    /// Whose it is.
    #[serde(rename = "tenant_id")]
    pub owner: Owner,
    /// What sort: `noun.happened`.
    pub kind: String,
    /// When it was emitted, by the clock of the one who did.
    pub emitted_at: Timestamp,
    /// The event itself, as JSON.
    #[serde(default)]
    pub payload: serde_json::Value,
    /// The second at which the store forgets it.
    pub(crate) expires_at: i64,
}

/// An event is kept for so long. The change stream must be as well, or who was away for longer misses some.
const KEPT: Duration = Duration::from_hours(7 * 24);

impl EventRecord {
    /// The event, if it is one of that type.
    ///
    /// # Errors
    /// [`Error::Payload`] when it does not have the type's shape.
    pub fn read<E: Event>(&self) -> Result<Option<E>, Error> {
        if self.kind != E::KIND {
            return Ok(None);
        }
        Ok(Some(serde_json::from_value(self.payload.clone())?))
    }

    pub(crate) fn of(item: Item) -> Result<Self, Error> {
        Ok(from_item(item)?)
    }
}

/// The write that emits an event of the scope's tenant: for the transaction in which it happens. Call
/// [`State::wake`] when that is done.
///
/// # Errors
/// [`Error::Payload`] for a struct that is no JSON.
pub fn emit<E: Event>(state: &State, scope: Scope, event: &E) -> Result<Write, Error> {
    let now = state.clock.now();
    let record = EventRecord {
        id: EventId::generate(now, &state.randomness),
        owner: Owner::of(scope),
        kind: E::KIND.to_owned(),
        emitted_at: now,
        payload: serde_json::to_value(event)?,
        expires_at: now.after(KEPT).as_seconds(),
    };
    Ok(Write::create(&EVENTS, to_item(&record)?))
}
