//! Jobs that are enqueued again and again.

use std::time::Duration;

use atelier_base::{Scope, Timestamp};
use atelier_tables::{Cond, Key, KeyRange, Query, Update, Write, from_item, to_item};
use jiff::civil;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::enqueue::New;
use crate::tables::{DUE, SCHEDULES};
use crate::{Error, Job, Options, State};

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the days are known")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// When something recurs, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rule {
    /// Every so many seconds.
    Every(u64),
    /// Every day at that hour and minute.
    Daily(i8, i8),
    /// Every week on that day at that hour and minute.
    Weekly(Weekday, i8, i8),
}

impl Rule {
    /// The first instant of the rule after this one.
    pub fn next_after(self, now: Timestamp) -> Timestamp {
        match self {
            Self::Every(seconds) => now.after(Duration::from_secs(seconds.max(1))),
            Self::Daily(hour, minute) => at_time(now, hour, minute, |_| true),
            Self::Weekly(day, hour, minute) => {
                at_time(now, hour, minute, |date| date.weekday() == day.civil())
            }
        }
    }
}

impl Weekday {
    const fn civil(self) -> civil::Weekday {
        match self {
            Self::Monday => civil::Weekday::Monday,
            Self::Tuesday => civil::Weekday::Tuesday,
            Self::Wednesday => civil::Weekday::Wednesday,
            Self::Thursday => civil::Weekday::Thursday,
            Self::Friday => civil::Weekday::Friday,
            Self::Saturday => civil::Weekday::Saturday,
            Self::Sunday => civil::Weekday::Sunday,
        }
    }
}

/// The next such time of day on a date that fits; a day later when a value is out of its range.
fn at_time(now: Timestamp, hour: i8, minute: i8, fits: impl Fn(civil::Date) -> bool) -> Timestamp {
    let later = now.after(Duration::from_hours(24));
    let Ok(instant) = jiff::Timestamp::from_millisecond(now.as_millis()) else { return later };
    let today = instant.to_zoned(TimeZone::UTC).date();
    let time = civil::time(hour.clamp(0, 23), minute.clamp(0, 59), 0, 0);
    let mut date = today;
    for _ in 0..9 {
        let at =
            date.to_datetime(time).to_zoned(TimeZone::UTC).map(|zoned| zoned.timestamp().as_millisecond());
        if let Ok(millis) = at
            && now < Timestamp::from_millis(millis)
            && fits(date)
        {
            return Timestamp::from_millis(millis);
        }
        let Ok(tomorrow) = date.tomorrow() else { return later };
        date = tomorrow;
    }
    later
}

/// A job that recurs, as it is stored. It is the server's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Schedule {
    /// Its name.
    #[serde(rename = "schedule")]
    pub name: String,
    /// Which job.
    pub kind: String,
    /// The job itself, as JSON.
    #[serde(default)]
    pub payload: serde_json::Value,
    /// When.
    pub rule: Rule,
    /// When next.
    pub next_at: Timestamp,
    /// When it was enqueued last.
    pub last_at: Option<Timestamp>,
    /// How often each is begun at most.
    pub max_attempts: u32,
    /// The one partition of the index.
    agenda: String,
    tenant_id: String,
}

const AGENDA: &str = "all";
/// Schedules that are looked at in one round.
const AT_ONCE: usize = 100;

/// Makes a schedule, or gives the one of that name this job and rule. One that is unchanged goes on as it was.
///
/// # Errors
/// [`Error::Payload`], or the store's.
pub async fn declare_schedule<J: Job>(state: &State, name: &str, rule: Rule, job: &J) -> Result<(), Error> {
    let key = Key::hash(name);
    let stored = state.tables.get(Scope::directory(), &SCHEDULES, &key).await?;
    let stored: Option<Schedule> = stored.map(from_item).transpose()?;
    let payload = serde_json::to_value(job)?;
    if let Some(stored) = &stored
        && (&stored.payload, stored.rule, stored.kind.as_str()) == (&payload, rule, J::KIND)
    {
        return Ok(());
    }
    let schedule = Schedule {
        name: name.to_owned(),
        kind: J::KIND.to_owned(),
        payload,
        rule,
        next_at: rule.next_after(state.clock.now()),
        last_at: stored.and_then(|stored| stored.last_at),
        max_attempts: J::MAX_ATTEMPTS,
        agenda: AGENDA.to_owned(),
        tenant_id: crate::Owner::Server.to_string(),
    };
    state.tables.write(Scope::directory(), Write::put(&SCHEDULES, to_item(&schedule)?)).await?;
    Ok(())
}

/// The schedules, the next one first.
///
/// # Errors
/// The store's.
pub async fn schedules(state: &State) -> Result<Vec<Schedule>, Error> {
    read(state, KeyRange::All).await
}

async fn read(state: &State, range: KeyRange) -> Result<Vec<Schedule>, Error> {
    let query = Query::index(&SCHEDULES, DUE, AGENDA).range(range).limit(AT_ONCE);
    let page = state.tables.query(Scope::directory(), query).await?;
    Ok(page.into_nodes().map(from_item::<Schedule>).collect::<Result<_, _>>()?)
}

/// Enqueues what is due. Of all the replicas that see it only one moves the schedule on, and the job is part
/// of that transaction. Times that were missed, because nothing ran, are made up for once.
pub(crate) async fn enqueue_due(state: &State, now: Timestamp) -> Result<(), Error> {
    for schedule in read(state, KeyRange::All).await? {
        if schedule.next_at <= now {
            enqueue(state, &schedule, now).await?;
        } else if let Rule::Every(_) = schedule.rule
            && schedule.rule.next_after(now) < schedule.next_at
        {
            // The clock jumped back: an interval is not to last as much longer.
            let update = Update::new().set("next_at", schedule.rule.next_after(now));
            moved(state, vec![write(&schedule, update)]).await?;
        }
    }
    Ok(())
}

async fn enqueue(state: &State, schedule: &Schedule, now: Timestamp) -> Result<(), Error> {
    let update = Update::new().set("next_at", schedule.rule.next_after(now)).set("last_at", schedule.next_at);
    let new =
        New { kind: &schedule.kind, payload: schedule.payload.clone(), max_attempts: schedule.max_attempts };
    let (_, job) = new.write(state, Scope::directory(), Options::default())?;
    if moved(state, vec![write(schedule, update), job]).await? {
        state.metrics.job_enqueued(&schedule.kind);
        state.wake();
    }
    Ok(())
}

fn write(schedule: &Schedule, update: Update) -> Write {
    let key = Key::hash(schedule.name.as_str());
    Write::update(&SCHEDULES, key, update).when(Cond::eq("next_at", schedule.next_at))
}

async fn moved(state: &State, writes: Vec<Write>) -> Result<bool, Error> {
    match state.tables.transact(Scope::directory(), writes).await {
        Ok(_) => Ok(true),
        Err(error) if Error::is_lost_race(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    #[test]
    fn rules_give_the_next_instant() {
        let saturday = at("2026-11-21T09:30:00.000Z");
        for (rule, next) in [
            (Rule::Every(90), "2026-11-21T09:31:30.000Z"),
            (Rule::Daily(9, 30), "2026-11-22T09:30:00.000Z"),
            (Rule::Daily(9, 31), "2026-11-21T09:31:00.000Z"),
            (Rule::Weekly(Weekday::Saturday, 9, 30), "2026-11-28T09:30:00.000Z"),
            (Rule::Weekly(Weekday::Saturday, 23, 59), "2026-11-21T23:59:00.000Z"),
            (Rule::Weekly(Weekday::Monday, 0, 0), "2026-11-23T00:00:00.000Z"),
        ] {
            assert_eq!(rule.next_after(saturday), at(next), "{rule:?}");
        }
    }
}
