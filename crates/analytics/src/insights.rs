//! Figures of a studio's work, as pure functions over sessions: where the hours went, streaks, what a piece earned, and
//! whether it will be ready in time.
//!
//! A session counts on the local day on which it began: the offset from UTC that the person's clock had then is part of it.
//! So a late evening stays on its own day, and a night on which the clocks change is as long as it was.

mod burndown;
mod economics;
mod hours;
mod streak;

use atelier_base::{Date, Timestamp};

pub use burndown::{BurnDown, Outlook, Plan, Remaining, burn_down};
pub use economics::{Economics, Piece, economics};
pub use hours::{Hours, by_project, by_technique, by_week};
pub use streak::{Streak, streak};

/// A piece of work that somebody logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// When it began.
    pub began: Timestamp,
    /// Minutes that the clock was ahead of UTC there and then; negative to the west.
    pub offset_minutes: i16,
    /// How long it took, in minutes.
    pub minutes: u32,
    /// The project, by its id; none when it was for none.
    pub project: Option<String>,
    /// What was done, by name.
    pub techniques: Vec<String>,
}

impl Session {
    /// The local day on which it began.
    pub fn day(&self) -> Date {
        local_day(self.began, self.offset_minutes)
    }
}

/// The day that it is at that instant where the clock is so many minutes ahead of UTC.
pub fn local_day(instant: Timestamp, offset_minutes: i16) -> Date {
    Date::of(Timestamp::from_millis(instant.as_millis() + i64::from(offset_minutes) * 60_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(instant: &str, offset_minutes: i16) -> Date {
        local_day(instant.parse().unwrap(), offset_minutes)
    }

    #[test]
    fn a_session_counts_on_its_local_day() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(at("2026-03-14T23:30:00.000Z", 60), day("2026-03-15"));
        assert_eq!(at("2026-03-14T23:30:00.000Z", 0), day("2026-03-14"));
        assert_eq!(at("2026-03-14T03:00:00.000Z", -300), day("2026-03-13"));
        assert_eq!(at("2026-03-14T11:00:00.000Z", 14 * 60), day("2026-03-15"));
    }

    #[test]
    fn the_offset_of_each_session_decides_when_clocks_change() {
        // London, 29 March 2026: at 01:00 UTC the clocks go from 0 to 60 minutes ahead.
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(at("2026-03-28T23:30:00.000Z", 0), day("2026-03-28"));
        assert_eq!(at("2026-03-29T23:30:00.000Z", 60), day("2026-03-30"));
        // New York, 1 November 2026: half past one comes twice, once at each offset, on one day.
        assert_eq!(at("2026-11-01T05:30:00.000Z", -240), day("2026-11-01"));
        assert_eq!(at("2026-11-01T06:30:00.000Z", -300), day("2026-11-01"));
    }
}
