//! Whether a piece will be ready in time and within its budget of hours.

use std::collections::BTreeMap;

use atelier_base::Date;

use super::Session;

/// What was planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The first day of work.
    pub start: Date,
    /// The day on which it is due.
    pub deadline: Date,
    /// The minutes that it may take.
    pub budget: u32,
}

/// What was left of the budget when a day ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remaining {
    /// The day.
    pub day: Date,
    /// Minutes left; negative when more was spent.
    pub left: i64,
    /// Minutes that would be left if the same were worked each day until the deadline.
    pub ideal: i64,
}

/// How it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// Nothing was worked yet.
    NotStarted,
    /// At the pace so far the budget is used by the deadline or before.
    OnTime,
    /// At the pace so far work remains after the deadline.
    Late,
    /// More was spent than planned.
    OverBudget,
}

/// The course so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BurnDown {
    /// A point for each day from the start to today, or to the deadline when that is earlier.
    pub days: Vec<Remaining>,
    /// Minutes spent from the beginning until today; work before the start counts too.
    pub spent: u64,
    /// The day on which the budget will be used at the pace so far; none when nothing was worked.
    pub projected: Option<Date>,
    /// How it looks.
    pub outlook: Outlook,
}

/// The longest course that is drawn, in days: ten years.
const LONGEST: i32 = 3_660;

/// The longest way to a projected day: more than there are days in the calendar.
const FARTHEST: i32 = 3_660_000;

/// The course of a piece, from the sessions of its project.
pub fn burn_down(plan: &Plan, sessions: &[Session], today: Date) -> BurnDown {
    let mut worked: BTreeMap<Date, i64> = BTreeMap::new();
    for session in sessions {
        *worked.entry(session.day()).or_default() += i64::from(session.minutes);
    }
    let spent: i64 = worked.range(..=today).map(|(_, minutes)| minutes).sum();
    let budget = i64::from(plan.budget);
    let projected = projected(plan, spent, today);
    let outlook = match projected {
        _ if spent == 0 => Outlook::NotStarted,
        _ if budget < spent => Outlook::OverBudget,
        Some(day) if day <= plan.deadline => Outlook::OnTime,
        _ => Outlook::Late,
    };
    let days = course(plan, &worked, today);
    BurnDown { days, spent: spent.unsigned_abs(), projected, outlook }
}

fn course(plan: &Plan, worked: &BTreeMap<Date, i64>, today: Date) -> Vec<Remaining> {
    let whole = i64::from(plan.deadline.days_since(plan.start)).max(0) + 1;
    let last = today.min(plan.deadline).days_since(plan.start).min(LONGEST);
    let budget = i64::from(plan.budget);
    let mut left = budget - worked.range(..plan.start).map(|(_, minutes)| minutes).sum::<i64>();
    let point = |number: i32| {
        let day = plan.start.plus_days(number);
        left -= worked.get(&day).copied().unwrap_or_default();
        Remaining { day, left, ideal: budget - budget * (i64::from(number) + 1) / whole }
    };
    (0..=last).map(point).collect()
}

/// Today when nothing is left; otherwise so many days on as the rest takes at the mean of the days so far.
fn projected(plan: &Plan, spent: i64, today: Date) -> Option<Date> {
    if spent <= 0 {
        return None;
    }
    let left = (i64::from(plan.budget) - spent).max(0);
    let days = i64::from(today.days_since(plan.start)).max(0) + 1;
    let more = (left * days + spent - 1) / spent;
    Some(today.plus_days(i32::try_from(more).unwrap_or(FARTHEST).min(FARTHEST)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn session(day: &str, minutes: u32) -> Session {
        let began = format!("{day}T12:00:00.000Z").parse().unwrap();
        Session { began, offset_minutes: 0, minutes, project: None, techniques: Vec::new() }
    }

    fn plan() -> Plan {
        Plan { start: day("2026-03-01"), deadline: day("2026-03-10"), budget: 600 }
    }

    #[test]
    fn the_course_goes_day_by_day() {
        let sessions = [session("2026-02-27", 30), session("2026-03-02", 90)];
        let found = burn_down(&plan(), &sessions, day("2026-03-03"));
        let points: Vec<(i64, i64)> = found.days.iter().map(|point| (point.left, point.ideal)).collect();
        assert_eq!(points, [(570, 540), (480, 480), (480, 420)]);
        // 120 minutes in three days: the other 480 take twelve more.
        assert_eq!((found.spent, found.projected), (120, Some(day("2026-03-15"))));
        assert_eq!(found.outlook, Outlook::Late);
    }

    #[test]
    fn the_outlook_follows_the_pace() {
        let outlook =
            |minutes| burn_down(&plan(), &[session("2026-03-01", minutes)], day("2026-03-02")).outlook;
        assert_eq!(outlook(0), Outlook::NotStarted);
        assert_eq!(outlook(20), Outlook::Late);
        assert_eq!(outlook(200), Outlook::OnTime);
        assert_eq!(outlook(600), Outlook::OnTime);
        assert_eq!(outlook(601), Outlook::OverBudget);
    }

    #[test]
    fn odd_plans_are_answered_too() {
        let backwards = Plan { deadline: day("2026-02-01"), ..plan() };
        assert!(burn_down(&backwards, &[], day("2026-03-05")).days.is_empty());
        let endless = Plan { deadline: day("9999-12-31"), ..plan() };
        let found = burn_down(&endless, &[session("2026-03-01", 1)], day("9999-12-31"));
        assert_eq!(found.days.len(), 3_661);
        assert!(burn_down(&plan(), &[], day("2026-02-01")).days.is_empty(), "it has not begun");
    }
}
