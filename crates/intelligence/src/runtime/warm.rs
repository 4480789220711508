//! Loaded models: made when first needed, kept while they are in use, dropped when idle.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use atelier_base::{Clock, Timestamp};

/// Loaded values of one kind, each used by one thread at a time. A caller that finds none free loads
/// another, so the number of concurrent callers bounds the number of values.
#[derive(Debug)]
pub(crate) struct Warm<T> {
    free: Mutex<Vec<(T, Timestamp)>>,
    keep: Duration,
    clock: Clock,
}

impl<T> Warm<T> {
    /// Values that nobody used for `keep` go at the next [`cool`](Self::cool).
    pub(crate) fn new(clock: Clock, keep: Duration) -> Self {
        Self { free: Mutex::default(), keep, clock }
    }

    /// Does some work with a value, which is loaded if none is free. If the work panics the value is lost, not reused.
    pub(crate) fn with<R, E>(
        &self,
        load: impl FnOnce() -> Result<T, E>,
        work: impl FnOnce(&mut T) -> Result<R, E>,
    ) -> Result<R, E> {
        let free = self.lock().pop();
        let mut value = match free {
            Some((value, _)) => value,
            None => load()?,
        };
        let outcome = work(&mut value);
        self.lock().push((value, self.clock.now()));
        outcome
    }

    /// Drops what was idle for too long. To be called every now and then.
    pub(crate) fn cool(&self) {
        let now = self.clock.now();
        self.lock().retain(|(_, used)| now.since(*used) < self.keep);
    }

    fn lock(&self) -> MutexGuard<'_, Vec<(T, Timestamp)>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    #[test]
    fn value_is_loaded_once_and_again_after_it_went_cold() -> Result<(), Infallible> {
        let clock = Clock::fixed(Timestamp::from_millis(0));
        let warm = Warm::new(clock.clone(), Duration::from_mins(5));
        let mut loads = 0;
        let mut touch = || {
            let load = || {
                loads += 1;
                Ok(loads)
            };
            warm.with(load, |value| Ok::<_, Infallible>(*value))
        };
        assert_eq!(touch()?, 1);
        clock.advance(Duration::from_mins(4));
        warm.cool();
        assert_eq!(touch()?, 1);
        clock.advance(Duration::from_mins(5));
        warm.cool();
        assert_eq!(touch()?, 2);
        Ok(())
    }

    #[test]
    fn concurrent_callers_have_values_of_their_own() -> Result<(), Infallible> {
        let warm = Warm::new(Clock::fixed(Timestamp::from_millis(0)), Duration::from_mins(5));
        let both = warm.with(
            || Ok("outer"),
            |outer| {
                let inner = warm.with(|| Ok::<_, Infallible>("inner"), |inner| Ok(*inner))?;
                Ok::<_, Infallible>((*outer, inner))
            },
        )?;
        assert_eq!(both, ("outer", "inner"));
        Ok(())
    }
}
