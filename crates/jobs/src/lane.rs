//! Where a job stands: the keys of the index that workers read.

use atelier_base::{JobId, Timestamp};
use atelier_tables::Update;

use crate::{JobState, Owner, Priority};

/// Ready jobs lie in so many partitions, by owner, so that no single one takes all writes; those of low priority in
/// as many of their own, so that a worker that has no place for them does not read past them.
pub(crate) const SHARDS: usize = 4;
pub(crate) const WAITING: &str = "waiting";
pub(crate) const RUNNING: &str = "running";
pub(crate) const FINISHED: &str = "finished";

/// A lane and the place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) lane: String,
    pub(crate) order: String,
}

/// Whether a ready job lies with those that give way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Somebody may wait for it.
    Usual,
    /// Of [`Priority::Low`].
    Low,
}

impl Side {
    pub(crate) fn of(priority: Priority) -> Self {
        if priority == Priority::Low { Self::Low } else { Self::Usual }
    }

    /// Which partition has the ready jobs of that position.
    pub(crate) fn shard(self, position: usize) -> String {
        match self {
            Self::Usual => format!("ready#{position}"),
            Self::Low => format!("low#{position}"),
        }
    }
}

/// Ready: after the owner's more urgent ones and those that were ready earlier.
pub(crate) fn ready(owner: Owner, priority: Priority, since: Timestamp, id: JobId) -> Place {
    let name = owner.to_string();
    // FNV-1a: even, and the same in every process.
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let position = usize::try_from(hash % SHARDS as u64).unwrap_or(0);
    let urgency = match priority {
        Priority::High => 0,
        Priority::Normal => 1,
        Priority::Low => 2,
    };
    Place { lane: Side::of(priority).shard(position), order: format!("{name}#{urgency}#{since}#{id}") }
}

/// Behind everything of that owner, before the next owner: the round goes on there.
pub(crate) fn behind(owner: Owner) -> String {
    format!("{owner}$")
}

pub(crate) fn waiting(until: Timestamp, id: JobId) -> Place {
    Place { lane: WAITING.into(), order: format!("{until}#{id}") }
}

pub(crate) fn running(id: JobId) -> Place {
    Place { lane: RUNNING.into(), order: id.to_string() }
}

pub(crate) fn finished(at: Timestamp) -> Place {
    Place { lane: FINISHED.into(), order: at.to_string() }
}

/// The indexed word of owner and state.
pub(crate) fn tenant_state(owner: Owner, state: JobState) -> String {
    format!("{owner}#{state}")
}

/// The update that moves a job to a place and a state.
pub(crate) fn moved(owner: Owner, state: JobState, place: Place, now: Timestamp) -> Update {
    Update::new()
        .set("state", state.name())
        .set("tenant_state", tenant_state(owner, state))
        .set("lane", place.lane)
        .set("lane_order", place.order)
        .set("updated_at", now)
}

#[cfg(test)]
mod tests {
    use atelier_base::{Randomness, TenantId, UserId};

    use super::*;

    #[test]
    fn an_owners_jobs_lie_together_by_urgency_and_time() {
        let randomness = Randomness::seeded(1);
        let at = Timestamp::from_millis;
        let id = JobId::generate(at(0), &randomness);
        let tenants: Vec<_> = (0..50)
            .map(|n| Owner::Tenant(TenantId::Personal(UserId::generate(at(n), &randomness))))
            .collect();
        for owner in &tenants {
            let urgent = ready(*owner, Priority::High, at(9), id);
            let early = ready(*owner, Priority::Normal, at(1), id);
            let low = ready(*owner, Priority::Low, at(0), id);
            let late = ready(*owner, Priority::Normal, at(2), id);
            assert_eq!((&urgent.lane, &early.lane), (&early.lane, &late.lane));
            assert_ne!(low.lane, late.lane);
            assert!(urgent.order < early.order && early.order < late.order && late.order < behind(*owner));
        }
        for pair in tenants.windows(2) {
            assert!(behind(pair[0]) < ready(pair[1], Priority::High, at(0), id).order);
        }
        let lanes: std::collections::HashSet<_> =
            tenants.iter().map(|owner| ready(*owner, Priority::Low, at(0), id).lane).collect();
        assert_eq!(lanes.len(), SHARDS);
    }
}
