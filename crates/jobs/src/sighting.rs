//! Whether somebody else still lives, seen from outside.

use std::collections::HashMap;
use std::hash::Hash;
use std::time::Duration;

/// When each counter of heartbeats was last seen to change.
///
/// A lease is over when its counter stood still for so long by the watcher's own uptime. No clock of another
/// machine is believed, and none of this one: a watcher that just started waits a whole lease.
#[derive(Debug)]
pub(crate) struct Sightings<K> {
    seen: HashMap<K, Sighting>,
}

#[derive(Clone, Copy, Debug)]
struct Sighting {
    mark: (u64, u64),
    at: Duration,
}

impl<K: Hash + Eq> Sightings<K> {
    pub(crate) fn new() -> Self {
        Self { seen: HashMap::new() }
    }

    /// For how long the holder with this token has not moved its counter.
    pub(crate) fn still_for(&mut self, key: K, token: u64, beat: u64, now: Duration) -> Duration {
        let mark = (token, beat);
        let sighting = self.seen.entry(key).or_insert(Sighting { mark, at: now });
        if sighting.mark != mark {
            *sighting = Sighting { mark, at: now };
        }
        now.saturating_sub(sighting.at)
    }

    /// Forgets all but these.
    pub(crate) fn retain(&mut self, there: impl Fn(&K) -> bool) {
        self.seen.retain(|key, _| there(key));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_counter_that_stands_still_grows_old() {
        let mut seen = Sightings::new();
        let at = Duration::from_secs;
        assert_eq!(seen.still_for("a", 1, 0, at(100)), at(0), "the first sight says nothing");
        assert_eq!(seen.still_for("a", 1, 0, at(120)), at(20));
        assert_eq!(seen.still_for("a", 1, 1, at(125)), at(0), "it lives");
        assert_eq!(seen.still_for("a", 2, 1, at(130)), at(0), "another holds it now");
        assert_eq!(seen.still_for("a", 2, 1, at(131)), at(1));
        seen.retain(|_| false);
        assert_eq!(seen.still_for("a", 2, 1, at(200)), at(0));
    }
}
