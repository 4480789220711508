//! How many attempts of a process stand somewhere.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Counts those that stand there. Clones share it.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally(Arc<AtomicUsize>);

/// One that stands there, until it is dropped.
#[derive(Debug)]
pub(super) struct Standing(Tally);

impl Tally {
    pub(super) fn enter(&self) -> Standing {
        self.0.fetch_add(1, Ordering::Relaxed);
        Standing(self.clone())
    }

    pub(super) fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

impl Drop for Standing {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_goes_is_counted_no_more() {
        let tally = Tally::default();
        let (one, two) = (tally.enter(), tally.clone().enter());
        drop(one);
        assert_eq!(tally.count(), 1);
        drop(two);
        assert_eq!(tally.count(), 0);
    }
}
