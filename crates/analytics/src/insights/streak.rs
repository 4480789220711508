//! Days of work in a row.

use std::collections::BTreeSet;

use atelier_base::Date;

use super::Session;

/// Days in a row on which something was logged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Streak {
    /// The row that reaches today, or yesterday: today is not over.
    pub current: u32,
    /// The longest row there was.
    pub longest: u32,
    /// The last day of work.
    pub last: Option<Date>,
}

/// The rows of days in `sessions`, as seen on that day. Sessions of later days don't count.
pub fn streak(sessions: &[Session], today: Date) -> Streak {
    let worked = sessions.iter().filter(|session| 0 < session.minutes).map(Session::day);
    let days: BTreeSet<Date> = worked.filter(|day| *day <= today).collect();
    let (mut run, mut longest, mut last) = (0, 0, None);
    for day in days {
        let follows = last.is_some_and(|last| day.days_since(last) == 1);
        run = if follows { run + 1 } else { 1 };
        longest = longest.max(run);
        last = Some(day);
    }
    let reaches = last.is_some_and(|last| today.days_since(last) <= 1);
    Streak { current: if reaches { run } else { 0 }, longest, last }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(days: &[&str], today: &str) -> (u32, u32) {
        let session = |day: &&str| Session {
            began: format!("{day}T12:00:00.000Z").parse().unwrap(),
            offset_minutes: 0,
            minutes: 10,
            project: None,
            techniques: Vec::new(),
        };
        let sessions: Vec<Session> = days.iter().map(session).collect();
        let streak = streak(&sessions, today.parse().unwrap());
        (streak.current, streak.longest)
    }

    #[test]
    fn a_row_lives_until_a_whole_day_is_missed() {
        let days = ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-01", "2026-03-04"];
        assert_eq!(seen(&days, "2026-03-04"), (1, 3));
        assert_eq!(seen(&days, "2026-03-05"), (1, 3));
        assert_eq!(seen(&days, "2026-03-06"), (0, 3));
        assert_eq!(seen(&days, "2026-03-02"), (3, 3), "what lies ahead does not count");
        assert_eq!(seen(&[], "2026-03-02"), (0, 0));
    }
}
