//! The seat of a subscriber: one process has it, and it holds the place in the stream.

use std::time::Duration;

use atelier_base::Scope;
use atelier_tables::{Cond, Key, Position, Update, Write, from_item, to_value};
use serde::{Deserialize, Serialize};

use crate::sighting::Sightings;
use crate::tables::CONSUMERS;
use crate::{Error, Owner, State};

/// A seat that is held. Like a job's lease: a token fences, a counter of heartbeats shows life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seat {
    consumer: String,
    token: u64,
    beat: u64,
    /// Everything up to here was taken.
    #[serde(default)]
    pub(super) position: Position,
    /// Whether the last holder left it.
    #[serde(default)]
    free: bool,
}

impl Seat {
    /// Takes the seat if nobody has it, its holder left, or stood still for a lease.
    pub(super) async fn take(
        state: &State,
        consumer: &str,
        lease: Duration,
        sightings: &mut Sightings<String>,
    ) -> Result<Option<Self>, Error> {
        let stored = state.tables.get(Scope::directory(), &CONSUMERS, &Key::hash(consumer)).await?;
        let Some(stored) = stored else {
            let item = [("consumer", consumer.into()), ("tenant_id", Owner::Server.to_string().into())]
                .into_iter()
                .chain(["token", "beat"].map(|name| (name, 0.into())))
                .chain([("free", true.into())]);
            let item = item.map(|(name, value)| (name.to_owned(), value)).collect();
            let made = state.tables.write(Scope::directory(), Write::create(&CONSUMERS, item)).await;
            return match made {
                Err(error) if !Error::is_lost_race(&error) => Err(error.into()),
                // The next look takes it.
                _ => Ok(None),
            };
        };
        let seat: Self = from_item(stored)?;
        let now = state.uptime.elapsed();
        let still = sightings.still_for(consumer.to_owned(), seat.token, seat.beat, now);
        if !seat.free && still < lease {
            return Ok(None);
        }
        let same = Cond::eq("token", seat.token).and(Cond::eq("beat", seat.beat));
        seat.write(state, Update::new().add("token", 1).set("free", false), same).await
    }

    /// Notes that everything up to there was taken; none when somebody else has the seat.
    pub(super) async fn keep(&self, state: &State, position: &Position) -> Result<Option<Self>, Error> {
        let update = Update::new().add("beat", 1).set("position", to_value(position)?);
        self.write(state, update, Cond::eq("token", self.token)).await
    }

    /// Leaves it, so that the next one need not wait for the lease.
    pub(super) async fn leave(&self, state: &State) -> Result<(), Error> {
        let update = Update::new().set("free", true).add("beat", 1);
        self.write(state, update, Cond::eq("token", self.token)).await.map(|_| ())
    }

    async fn write(&self, state: &State, update: Update, condition: Cond) -> Result<Option<Self>, Error> {
        let key = Key::hash(self.consumer.as_str());
        let write = Write::update(&CONSUMERS, key, update).when(condition);
        match state.tables.write(Scope::directory(), write).await {
            Ok(item) => Ok(item.map(from_item).transpose()?),
            Err(error) if Error::is_lost_race(&error) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}
