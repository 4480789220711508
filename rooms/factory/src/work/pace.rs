//! How often an item is asked after.

use std::time::Duration;

/// The waits between two questions.
#[derive(Debug)]
pub(super) struct Pace {
    every: Duration,
    longest: Duration,
    next: Duration,
}

impl Pace {
    /// Always the same.
    pub(super) fn steady(every: Duration) -> Self {
        let every = every.max(Duration::from_millis(1));
        Self { every, longest: every, next: every }
    }

    /// From `shortest` on each twice as long as the one before: the provider tells when it is done.
    pub(super) fn easing(every: Duration, shortest: Duration, longest: Duration) -> Self {
        let Self { every, .. } = Self::steady(every);
        Self { every, longest: longest.max(every), next: shortest.max(every) }
    }

    /// How long to wait now.
    pub(super) fn wait(&mut self) -> Duration {
        let now = self.next;
        self.next = now.saturating_mul(2).min(self.longest);
        now
    }

    /// There were news: if it is not done all the same, it will be in a moment.
    pub(super) fn hurry(&mut self) {
        self.next = self.every;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(pace: &mut Pace) -> [u64; 5] {
        [(); 5].map(|()| pace.wait().as_secs())
    }

    #[test]
    fn who_is_told_asks_less_and_less() {
        let seconds = Duration::from_secs;
        assert_eq!(waits(&mut Pace::steady(seconds(2))), [2; 5]);
        let mut pace = Pace::easing(seconds(2), seconds(5), seconds(30));
        assert_eq!(waits(&mut pace), [5, 10, 20, 30, 30]);
        pace.hurry();
        assert_eq!(waits(&mut pace), [2, 4, 8, 16, 30]);
        // Never more often than the provider wants to be asked.
        assert_eq!(waits(&mut Pace::easing(seconds(40), seconds(5), seconds(30))), [40; 5]);
        assert!(Pace::steady(Duration::ZERO).wait() > Duration::ZERO);
    }
}
