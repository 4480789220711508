//! What follows from a failure: another try and when, or the end.

use std::time::Duration;

use atelier_base::Timestamp;
use atelier_providers::{Category, Error, Fate};

/// What follows from a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is tried again, not before that instant.
    Again(Timestamp),
    /// It has failed: trying again is of no use, or not safe.
    Final(Category),
    /// It has failed: the attempts are used up.
    Exhausted,
}

/// What is known of an attempt.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attempt {
    /// Its number, from 1.
    pub(super) number: u32,
    /// How many there may be.
    pub(super) most: u32,
    /// Whether sending the request again can't be paid for twice.
    pub(super) is_free_to_repeat: bool,
}

/// Judges a failure. `chance` of 0 to 1 scatters the wait.
pub(super) fn judge(error: &Error, attempt: Attempt, chance: f64, now: Timestamp) -> Verdict {
    if error.fate == Fate::Unknown && !attempt.is_free_to_repeat {
        return Verdict::Final(Category::Unknown);
    }
    let Some(delay) = error.category.delay(attempt.number.saturating_sub(1), chance) else {
        return Verdict::Final(error.category);
    };
    if attempt.most <= attempt.number {
        return Verdict::Exhausted;
    }
    Verdict::Again(now.after(error.retry_after.unwrap_or(delay).max(Duration::from_millis(1))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(error: &Error, number: u32, is_free_to_repeat: bool) -> Verdict {
        let attempt = Attempt { number, most: 3, is_free_to_repeat };
        judge(error, attempt, 0.5, Timestamp::from_millis(0))
    }

    fn after(seconds: i64) -> Verdict {
        Verdict::Again(Timestamp::from_millis(seconds * 1_000))
    }

    #[test]
    fn waits_grow_with_the_attempts_until_they_are_used_up() {
        let error = Error::new(Category::Transient, "no");
        assert_eq!([1, 2].map(|number| judged(&error, number, false)), [after(5), after(10)]);
        assert_eq!(judged(&error, 3, false), Verdict::Exhausted);
    }

    #[test]
    fn what_the_provider_asks_for_wins() {
        let error = Error::new(Category::RateLimited, "no").retry_after(Some(Duration::from_secs(7)));
        assert_eq!(judged(&error, 1, false), after(7));
    }

    #[test]
    fn nothing_is_paid_for_twice() {
        let error = Error::new(Category::Network, "no answer").fate(Fate::Unknown);
        assert_eq!(judged(&error, 1, false), Verdict::Final(Category::Unknown));
        assert_eq!(judged(&error, 1, true), after(10));
    }

    #[test]
    fn some_failures_are_final() {
        for category in [Category::Authentication, Category::Validation, Category::ContentPolicy] {
            assert_eq!(judged(&Error::new(category, "no"), 1, true), Verdict::Final(category));
        }
    }
}
