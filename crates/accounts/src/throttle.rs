//! How failed sign-ins slow down the next ones.

use std::time::Duration;

use atelier_base::{Scope, Timestamp};
use atelier_tables::{Key, Update, Write, from_item, to_item};
use serde::{Deserialize, Serialize};

use crate::tables::SIGN_IN_ATTEMPTS;
use crate::{Error, State};

/// How many failures are free: some for a login, more for an address that a whole studio may share.
#[derive(Clone, Copy)]
pub(crate) enum Subject {
    Login,
    Address,
}

impl Subject {
    const fn free(self) -> u32 {
        match self {
            Self::Login => 5,
            Self::Address => 50,
        }
    }
}

/// Attempts of one subject that were not followed by a success.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Attempts {
    subject: String,
    failures: u32,
    last_at: Timestamp,
    blocked_until: Timestamp,
}

impl Attempts {
    const FIRST_WAIT: Duration = Duration::from_secs(30);
    const LONGEST_WAIT: Duration = Duration::from_mins(15);
    /// After so long without an attempt all is forgotten.
    const MEMORY: Duration = Duration::from_hours(1);

    /// The state when the attempt at `now` fails, or how long to wait before trying.
    fn attempt(self, now: Timestamp, free: u32) -> Result<Self, Duration> {
        if self.blocked_until > now {
            return Err(self.blocked_until.since(now));
        }
        let forgotten = now.since(self.last_at) >= Self::MEMORY;
        let failures = if forgotten { 1 } else { self.failures.saturating_add(1) };
        let blocked_until = match failures.checked_sub(free) {
            Some(excess) => {
                let wait = Self::FIRST_WAIT.saturating_mul(1 << excess.min(10));
                now.after(wait.min(Self::LONGEST_WAIT))
            }
            None => now,
        };
        Ok(Self { failures, last_at: now, blocked_until, ..self })
    }
}

/// Counts an attempt as failed before it is made, so that many at once can't slip through together.
pub(crate) async fn admit(state: &State, kind: Subject, name: &str) -> Result<(), Error> {
    // Each round that loses to a neighbour counts that neighbour; so many rounds mean a flood.
    for _ in 0..16 {
        let now = state.clock.now();
        let key = Key::hash(name);
        let stored = state.tables.get(Scope::directory(), &SIGN_IN_ATTEMPTS, &key).await?;
        let version = stored.as_ref().and_then(|item| item.get("version")?.as_u64());
        let attempts = match stored {
            Some(item) => from_item(item)?,
            None => Attempts { subject: name.to_owned(), failures: 0, last_at: now, blocked_until: now },
        };
        let next = attempts.attempt(now, kind.free()).map_err(|wait| Error::TooManyAttempts { wait })?;
        let put = Write::put(&SIGN_IN_ATTEMPTS, to_item(&next)?);
        let write = match version {
            Some(version) => put.expect_version(version),
            None => Write::create(&SIGN_IN_ATTEMPTS, to_item(&next)?),
        };
        match state.tables.write(Scope::directory(), write).await {
            Ok(_) => return Ok(()),
            Err(
                atelier_tables::Error::VersionConflict { .. } | atelier_tables::Error::ConditionFailed { .. },
            ) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Error::TooManyAttempts { wait: Attempts::FIRST_WAIT })
}

/// Takes back what [`admit`] counted, because the attempt succeeded: all of it for a login; for an
/// address only this attempt, or a guesser could wipe the slate with an account of their own.
pub(crate) async fn forgive(state: &State, kind: Subject, name: &str) -> Result<(), Error> {
    let key = Key::hash(name);
    let write = match kind {
        Subject::Login => Write::delete(&SIGN_IN_ATTEMPTS, key),
        Subject::Address => Write::update(&SIGN_IN_ATTEMPTS, key, Update::new().add("failures", -1)),
    };
    match state.tables.write(Scope::directory(), write).await {
        Ok(_) | Err(atelier_tables::Error::ConditionFailed { .. }) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fresh(now: Timestamp) -> Attempts {
        Attempts { subject: "login#ada".into(), failures: 0, last_at: now, blocked_until: now }
    }

    #[test]
    fn the_wait_doubles_up_to_a_quarter_of_an_hour() {
        let mut now = Timestamp::from_millis(0);
        let mut attempts = fresh(now);
        let mut waits = Vec::new();
        for _ in 0..12 {
            attempts = attempts.attempt(now, 5).expect("not blocked any more");
            let wait = attempts.blocked_until.since(now);
            waits.push(wait.as_secs());
            now = now.after(wait);
        }
        assert_eq!(waits, [0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
    }

    #[test]
    fn who_is_blocked_waits() {
        let now = Timestamp::from_millis(0);
        let mut attempts = fresh(now);
        for _ in 0..5 {
            attempts = attempts.attempt(now, 5).expect("free");
        }
        let later = now.after(Duration::from_secs(10));
        assert_eq!(attempts.clone().attempt(later, 5), Err(Duration::from_secs(20)));
        assert!(attempts.attempt(now.after(Duration::from_secs(30)), 5).is_ok());
    }

    #[test]
    fn an_hour_without_attempts_forgets() {
        let now = Timestamp::from_millis(0);
        let attempts = Attempts { failures: 9, ..fresh(now) };
        let later = attempts.attempt(now.after(Duration::from_hours(1)), 5).expect("not blocked");
        assert_eq!(later.failures, 1);
    }
}
