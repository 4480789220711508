//! Things by their id, wherever they lie.
//!
//! A log or an asset lies below its project and moves with it, so its key does not follow from its id. But an
//! id is a UUIDv7: it begins with the millisecond in which it was made, which is the thing's `createdAt`.
//! So the list by creation time (`GSI3`) finds it, and neither a fifth index nor a pointer that moves along
//! has to be written. Where indexes lag behind, as in DynamoDB, so does this, for a blink.

use atelier_base::{AssetId, LogId, Scope, TenantId, Timestamp};
use atelier_tables::{Cond, Error, Item, KeyRange, Query, Value};

use crate::State;
use crate::tables::{ARTISSIST, Entity, listed};

/// An id whose thing has a place that moves.
pub(crate) trait Wandering: ToString + Copy {
    /// The sort of thing.
    const ENTITY: Entity;
    /// The attribute that holds the id.
    const ATTRIBUTE: &'static str;
    /// The 128 bits of the id.
    fn bits(self) -> u128;
}

impl Wandering for LogId {
    const ENTITY: Entity = Entity::Log;
    const ATTRIBUTE: &'static str = "logId";

    fn bits(self) -> u128 {
        self.uuid().as_u128()
    }
}

impl Wandering for AssetId {
    const ENTITY: Entity = Entity::Asset;
    const ATTRIBUTE: &'static str = "assetId";

    fn bits(self) -> u128 {
        self.uuid().as_u128()
    }
}

/// The instant at which an id was made: its first 48 bits.
fn made_at(bits: u128) -> Timestamp {
    Timestamp::from_millis(i64::try_from(bits >> 80).unwrap_or(0))
}

/// The thing of that id, if the tenant has it.
pub(crate) async fn by_id<I: Wandering>(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    id: I,
) -> Result<Option<Item>, Error> {
    let query = Query::index(&ARTISSIST, "GSI3", listed(tenant, I::ENTITY))
        .range(KeyRange::Equal(Value::text(made_at(id.bits()))))
        .filter(Cond::eq(I::ATTRIBUTE, id.to_string()))
        .limit(1);
    Ok(state.tables.query(scope, query).await?.into_nodes().next())
}

#[cfg(test)]
mod tests {
    use atelier_base::Randomness;

    use super::*;

    #[test]
    fn an_id_knows_when_it_was_made() {
        let now = Timestamp::from_millis(1_795_251_600_123);
        let id = LogId::generate(now, &Randomness::seeded(1));
        assert_eq!(made_at(id.bits()), now);
    }
}
