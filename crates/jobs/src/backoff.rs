//! How long a failed job waits for its next attempt.

use std::time::Duration;

use atelier_base::Randomness;

const FIRST: Duration = Duration::from_secs(5);
const LONGEST: Duration = Duration::from_mins(15);

/// Twice as long after each attempt, up to a quarter of an hour; between half of that and all of it, so
/// that what failed together does not come back together.
pub(crate) fn wait(attempts: u32, randomness: &Randomness) -> Duration {
    let doubled = FIRST.saturating_mul(1 << attempts.saturating_sub(1).min(16)).min(LONGEST);
    let share = u32::from(u16::from_be_bytes(randomness.bytes()));
    doubled / 2 + (doubled / 2).saturating_mul(share) / u32::from(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_and_differ() {
        let randomness = Randomness::seeded(1);
        for (attempts, most) in [(1, 5), (2, 10), (3, 20), (9, 900), (u32::MAX, 900)] {
            let most = Duration::from_secs(most);
            let waits: Vec<_> = (0..20).map(|_| wait(attempts, &randomness)).collect();
            assert!(waits.iter().all(|wait| (most / 2..=most).contains(wait)), "{waits:?}");
            assert!(waits.iter().any(|wait| *wait != waits[0]));
        }
    }
}
