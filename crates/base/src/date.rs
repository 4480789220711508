//! Days of the calendar, without a time and without a zone.

use std::fmt;
use std::str::FromStr;

use jiff::civil;

use crate::Timestamp;

/// A day between 0000-01-01 and 9999-12-31. Its text is ISO 8601, `2026-11-21`, so that texts sort like days
/// and can be sort keys.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// The day that it is in UTC at that instant.
    pub fn of(instant: Timestamp) -> Self {
        let instant = jiff::Timestamp::from_millisecond(instant.as_millis()).unwrap_or_default();
        Self(instant.to_zoned(jiff::tz::TimeZone::UTC).date())
    }

    /// The day that many days later, or earlier for a negative number; the first or last one there is at most.
    pub fn plus_days(self, days: i32) -> Self {
        // A span holds no more days than the calendar has, and panics; a duration holds them all.
        let moved = self.0.saturating_add(jiff::SignedDuration::from_hours(24 * i64::from(days)));
        Self(moved.clamp(FIRST, civil::Date::MAX))
    }

    /// How many days later than `earlier` it is; negative when it lies before.
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0.since(earlier.0).map_or(0, |span| span.get_days())
    }

    /// The Monday of its week.
    pub fn week(self) -> Self {
        self.plus_days(-i32::from(self.0.weekday().to_monday_zero_offset()))
    }
}

/// Earlier years have no four digits.
const FIRST: civil::Date = civil::date(0, 1, 1);

impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        Self(date.max(FIRST))
    }
}

impl From<Date> for civil::Date {
    fn from(date: Date) -> Self {
        date.0
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Text that is not a day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a day such as 2026-11-21")]
pub struct DateError;

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        // The library also reads instants and other forms of ISO 8601; here is one form only.
        if text.len() != 10 {
            return Err(DateError);
        }
        let date: civil::Date = text.parse().map_err(|_| DateError)?;
        if FIRST <= date { Ok(Self(date)) } else { Err(DateError) }
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn text_reads_back_and_nothing_else_is_a_day() {
        assert_eq!(date("2026-11-21").to_string(), "2026-11-21");
        for odd in ["2026-02-30", "2026-11-21T09:00:00Z", "20261121", "21.11.2026", "-000001-01-01", ""] {
            assert_eq!(odd.parse::<Date>(), Err(DateError), "{odd}");
        }
    }

    #[test]
    fn calendar_ends_at_its_first_and_last_day() {
        for day in [date("0000-01-01"), date("2026-11-21"), date("9999-12-31")] {
            for days in [4_000_000, 7_304_485, i32::MAX] {
                assert_eq!(day.plus_days(days), date("9999-12-31"), "{day} + {days}");
                assert_eq!(day.plus_days(-days), date("0000-01-01"), "{day} - {days}");
            }
            assert_eq!(day.plus_days(i32::MIN), date("0000-01-01"));
        }
        assert_eq!(date("0000-01-01").plus_days(3_652_424), date("9999-12-31"));
        assert_eq!(date("9999-12-31").plus_days(-3_652_424), date("0000-01-01"));
    }

    #[test]
    fn days_are_counted() {
        assert_eq!(date("2024-02-28").plus_days(2), date("2024-03-01"));
        assert_eq!(date("2026-01-01").days_since(date("2025-11-21")), 41);
        assert_eq!(date("2025-11-21").days_since(date("2026-01-01")), -41);
        assert_eq!(date("2026-11-21").week(), date("2026-11-16"));
        assert_eq!(Date::of(Timestamp::from_millis(86_400_000 - 1)), date("1970-01-01"));
    }
}
