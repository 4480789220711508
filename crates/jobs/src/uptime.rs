//! Time that only goes forward.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use atelier_observe::Stopwatch;

/// How long this process has been running. Leases are measured with it and not with the clock, which may
/// jump: back would freeze them, ahead would end them under a living worker.
#[derive(Clone, Debug)]
pub enum Uptime {
    /// As measured.
    Measured(Stopwatch),
    /// As a test says, in milliseconds.
    Told(Arc<AtomicU64>),
}

impl Uptime {
    /// Measured from now on.
    pub fn measured() -> Self {
        Self::Measured(Stopwatch::start())
    }

    /// Zero until it is [advanced](Self::advance).
    pub fn told() -> Self {
        Self::Told(Arc::default())
    }

    /// The time since the start.
    pub fn elapsed(&self) -> Duration {
        match self {
            Self::Measured(since) => since.elapsed(),
            Self::Told(millis) => Duration::from_millis(millis.load(Ordering::Acquire)),
        }
    }

    /// Moves a told one ahead; a measured one can't be moved.
    pub fn advance(&self, by: Duration) {
        if let Self::Told(millis) = self {
            millis.fetch_add(u64::try_from(by.as_millis()).unwrap_or(0), Ordering::AcqRel);
        }
    }
}
