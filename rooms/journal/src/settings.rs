//! What a tenant wants of its journal: when a guess counts as right, when a day begins, what is shown.

use std::time::Duration;

use async_graphql::{InputObject, SimpleObject};
use atelier_audit::Deed;
use atelier_base::{Date, Grant, InvalidInput, Patch, ProjectId, Scope, TenantId, Timestamp};
use atelier_tables::{Cond, Item, Write, from_item};
use jiff::ToSpan as _;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::lock::{self, Late};
use crate::permissions::EditSettings;
use crate::tables::{ARTISSIST, Place, key};
use crate::{Entity, Error, JournalChangeKind, Outcome, State};

/// The settings of a tenant's journal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase", default)]
pub struct JournalSettings {
    /// A note is confirmed by itself when all its facts are at least so sure, 0.5 to 1.
    pub auto_confirm_threshold: f64,
    /// Logs go to the archive after so many days, 1 to 36 500; null: never.
    pub expire_after_days: Option<u32>,
    /// Whether places in photographs are shown.
    pub show_location: bool,
    /// Work before this hour, 0 to 23, counts as the day before.
    pub day_starts_at_hour: u32,
    /// A name of the time zone database, such as `Europe/Berlin`.
    pub time_zone: String,
    /// Projects that are never guessed, 200 at most.
    pub never_guess_projects: Vec<ProjectId>,
    /// Counts the changes; 0 before the first. A change names the version it was made from.
    pub version: u32,
}

/// A change to the settings: absent keeps a value, null resets it to its default.
#[derive(Clone, Debug, Default, InputObject)]
pub struct JournalSettingsPatch {
    /// 0.5 to 1.
    pub auto_confirm_threshold: Patch<f64>,
    /// 1 to 36 500; null: never.
    pub expire_after_days: Patch<u32>,
    /// Whether places in photographs are shown.
    pub show_location: Patch<bool>,
    /// 0 to 23.
    pub day_starts_at_hour: Patch<u32>,
    /// A name of the time zone database, such as `Europe/Berlin`.
    pub time_zone: Patch<String>,
    /// 200 at most.
    pub never_guess_projects: Patch<Vec<ProjectId>>,
}

impl Default for JournalSettings {
    fn default() -> Self {
        Self {
            auto_confirm_threshold: 0.9,
            expire_after_days: None,
            show_location: false,
            day_starts_at_hour: 4,
            time_zone: "UTC".into(),
            never_guess_projects: Vec::new(),
            version: 0,
        }
    }
}

impl JournalSettings {
    /// The day to which work at that instant counts; in UTC if the zone was abolished since it was set.
    pub(crate) fn day_of(&self, now: Timestamp) -> Date {
        let zone = TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC);
        let instant = jiff::Timestamp::from_millisecond(now.as_millis()).unwrap_or_default();
        let local = instant.to_zoned(zone).datetime();
        local.saturating_sub(i64::from(self.day_starts_at_hour).hours()).date().into()
    }

    /// The second at which what is made now goes to the archive.
    pub(crate) fn expiry_of(&self, now: Timestamp) -> Option<i64> {
        let days = self.expire_after_days?;
        Some(now.after(Duration::from_hours(24).saturating_mul(days)).as_seconds())
    }

    fn patched(self, patch: JournalSettingsPatch) -> Result<Self, Error> {
        let usual = Self::default();
        let changed = Self {
            auto_confirm_threshold: reset(
                patch.auto_confirm_threshold,
                self.auto_confirm_threshold,
                usual.auto_confirm_threshold,
            ),
            expire_after_days: patch.expire_after_days.apply(self.expire_after_days),
            show_location: patch.show_location.or_keep(self.show_location),
            day_starts_at_hour: reset(
                patch.day_starts_at_hour,
                self.day_starts_at_hour,
                usual.day_starts_at_hour,
            ),
            time_zone: reset(patch.time_zone, self.time_zone, usual.time_zone),
            never_guess_projects: patch.never_guess_projects.or_keep(self.never_guess_projects),
            version: self.version + 1,
        };
        changed.checked()
    }

    fn checked(self) -> Result<Self, Error> {
        let mut faults = InvalidInput::default();
        let mut wrong = |wrong, path, message| faults.note(wrong, path, "out_of_range", message);
        wrong(
            !(0.5..=1.0).contains(&self.auto_confirm_threshold),
            "autoConfirmThreshold",
            "must lie between 0.5 and 1",
        );
        let days = self.expire_after_days.is_some_and(|days| !(1..=36_500).contains(&days));
        wrong(days, "expireAfterDays", "must lie between 1 and 36500");
        wrong(23 < self.day_starts_at_hour, "dayStartsAtHour", "must lie between 0 and 23");
        wrong(200 < self.never_guess_projects.len(), "neverGuessProjects", "may have 200 entries at most");
        let unknown = TimeZone::get(&self.time_zone).is_err();
        faults.note(unknown, "timeZone", "unknown", "must be a name of the time zone database");
        faults.finish()?;
        Ok(self)
    }
}

/// The value after a patch whose null means the usual one.
fn reset<T>(patch: Patch<T>, current: T, usual: T) -> T {
    match patch {
        Patch::Absent => current,
        Patch::Null => usual,
        Patch::Value(value) => value,
    }
}

/// The sort key of the settings.
const SORT: &str = "SETTINGS#journal";

/// The settings of the scope's tenant; the usual ones before anybody changed them.
pub async fn get(state: &State, scope: Scope, tenant: TenantId) -> Result<JournalSettings, Error> {
    let item = state.tables.get(scope, &ARTISSIST, &key(tenant, SORT)).await?;
    Ok(item.map(from_item).transpose()?.unwrap_or_default())
}

/// Changes settings that are at `version`.
pub async fn edit(
    state: &State,
    grant: Grant<EditSettings>,
    version: u32,
    patch: JournalSettingsPatch,
) -> Result<Outcome<JournalSettings>, Error> {
    let (scope, tenant) = (grant.scope(), grant.tenant());
    let current = get(state, scope, tenant).await?;
    if current.version != version {
        return Ok(Outcome::Conflict(Box::new(current)));
    }
    let now = state.clock.now();
    let before = item(tenant, &current, now)?;
    let next = current.patched(patch)?;
    let after = item(tenant, &next, now)?;
    let unchanged = if version == 0 { Cond::missing("PK") } else { lock::at(version) };
    let deed = Deed::granted(grant, "journal.settings").before(&ARTISSIST, &before).after(&ARTISSIST, &after);
    let write = Write::put(&ARTISSIST, after).when(unchanged);
    match state.trail.write(scope, deed, write).await {
        Ok(_) => {
            state.tell(tenant, JournalChangeKind::Updated, Entity::Settings, "journal", None);
            Ok(Outcome::Done(next))
        }
        Err(error) => match lock::late(error, 0)? {
            Late::Changed(item) => Ok(Outcome::Conflict(Box::new(from_item(item)?))),
            Late::Gone => Ok(Outcome::Conflict(Box::default())),
        },
    }
}

fn item(tenant: TenantId, settings: &JournalSettings, now: Timestamp) -> Result<Item, Error> {
    let (entity, sort, text) = (Entity::Settings, SORT.to_owned(), String::new());
    Ok(Place { tenant, entity, sort, created_at: now, text }.item(settings)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(zone: &str, hour: u32, instant: &str) -> String {
        let settings = JournalSettings {
            time_zone: zone.into(),
            day_starts_at_hour: hour,
            ..JournalSettings::default()
        };
        settings.day_of(instant.parse().expect("an instant")).to_string()
    }

    #[test]
    fn a_night_in_the_studio_counts_as_the_day_before() {
        assert_eq!(at("UTC", 4, "2026-11-21T03:59:00.000Z"), "2026-11-20");
        assert_eq!(at("UTC", 4, "2026-11-21T04:00:00.000Z"), "2026-11-21");
        assert_eq!(at("UTC", 0, "2026-11-21T00:00:00.000Z"), "2026-11-21");
        assert_eq!(at("Pacific/Auckland", 4, "2026-11-20T15:30:00.000Z"), "2026-11-21");
        assert_eq!(at("America/New_York", 4, "2026-11-21T08:30:00.000Z"), "2026-11-20");
    }

    #[test]
    fn a_patch_is_held_to_its_ranges() {
        let patch = |patch| JournalSettings::default().patched(patch);
        let odd = JournalSettingsPatch {
            auto_confirm_threshold: Patch::Value(0.2),
            expire_after_days: Patch::Value(0),
            day_starts_at_hour: Patch::Value(24),
            time_zone: Patch::Value("Europe/Atlantis".into()),
            ..JournalSettingsPatch::default()
        };
        let Err(Error::Invalid(faults)) = patch(odd) else { panic!("refused") };
        let paths: Vec<_> = faults.fields.iter().map(|field| field.path.as_str()).collect();
        assert_eq!(paths, ["autoConfirmThreshold", "expireAfterDays", "dayStartsAtHour", "timeZone"]);
        let fine = JournalSettingsPatch {
            time_zone: Patch::Value("Europe/Berlin".into()),
            auto_confirm_threshold: Patch::Null,
            ..JournalSettingsPatch::default()
        };
        let fine = patch(fine).expect("valid");
        assert!((fine.auto_confirm_threshold - 0.9).abs() < 1e-9 && fine.version == 1, "{fine:?}");
    }

    #[test]
    fn a_log_expires_after_the_days_that_were_set() {
        let settings = JournalSettings { expire_after_days: Some(2), ..JournalSettings::default() };
        assert_eq!(settings.expiry_of(Timestamp::from_millis(0)), Some(172_800));
        assert_eq!(JournalSettings::default().expiry_of(Timestamp::from_millis(0)), None);
    }
}
