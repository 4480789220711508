//! Where the hours went.

use std::collections::BTreeMap;

use atelier_base::Date;

use super::Session;

/// Work that belongs together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// Minutes.
    pub minutes: u64,
    /// How many sessions they took.
    pub sessions: u32,
}

impl Hours {
    fn add(&mut self, session: &Session) {
        self.minutes += u64::from(session.minutes);
        self.sessions += 1;
    }
}

/// Work by week, named by its Monday. Weeks between the first and the last without work are there, with nothing.
pub fn by_week(sessions: &[Session]) -> BTreeMap<Date, Hours> {
    let mut weeks: BTreeMap<Date, Hours> = BTreeMap::new();
    for session in sessions {
        weeks.entry(session.day().week()).or_default().add(session);
    }
    let ends = weeks.keys().next().copied().zip(weeks.keys().next_back().copied());
    if let Some((mut week, last)) = ends {
        while week < last {
            weeks.entry(week).or_default();
            week = week.plus_days(7);
        }
    }
    weeks
}

/// Work by project; none is what was for no project.
pub fn by_project(sessions: &[Session]) -> BTreeMap<Option<&str>, Hours> {
    let mut projects: BTreeMap<Option<&str>, Hours> = BTreeMap::new();
    for session in sessions {
        projects.entry(session.project.as_deref()).or_default().add(session);
    }
    projects
}

/// Sessions by technique. A session with several counts whole for each, for nobody said how it was divided: so these
/// minutes don't add up to those worked.
pub fn by_technique(sessions: &[Session]) -> BTreeMap<&str, Hours> {
    let mut techniques: BTreeMap<&str, Hours> = BTreeMap::new();
    for session in sessions {
        let mut named: Vec<&str> = session.techniques.iter().map(String::as_str).collect();
        named.sort_unstable();
        named.dedup();
        for technique in named {
            techniques.entry(technique).or_default().add(session);
        }
    }
    techniques
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(began: &str, minutes: u32, project: Option<&str>, techniques: &[&str]) -> Session {
        Session {
            began: began.parse().unwrap(),
            offset_minutes: 60,
            minutes,
            project: project.map(str::to_owned),
            techniques: techniques.iter().map(|&name| name.to_owned()).collect(),
        }
    }

    #[test]
    fn weeks_begin_on_monday_and_none_is_missing() {
        let sessions = [
            session("2026-03-08T23:30:00.000Z", 30, None, &[]), // Monday the 9th, local time
            session("2026-03-15T12:00:00.000Z", 60, None, &[]),
            session("2026-03-30T12:00:00.000Z", 15, None, &[]),
        ];
        let weeks: Vec<(String, u64, u32)> =
            by_week(&sessions).iter().map(|(week, h)| (week.to_string(), h.minutes, h.sessions)).collect();
        let expected =
            [("2026-03-09", 90, 2), ("2026-03-16", 0, 0), ("2026-03-23", 0, 0), ("2026-03-30", 15, 1)];
        assert_eq!(weeks, expected.map(|(week, minutes, sessions)| (week.to_owned(), minutes, sessions)));
        assert!(by_week(&[]).is_empty());
    }

    #[test]
    fn projects_add_up_and_techniques_do_not() {
        let began = "2026-03-09T12:00:00.000Z";
        let sessions = [
            session(began, 75, Some("a"), &["glazing", "scumbling", "glazing"]),
            session(began, 45, Some("a"), &["glazing"]),
            session(began, 20, None, &[]),
        ];
        let projects = by_project(&sessions);
        assert_eq!(projects[&Some("a")], Hours { minutes: 120, sessions: 2 });
        assert_eq!(projects[&None], Hours { minutes: 20, sessions: 1 });
        let techniques = by_technique(&sessions);
        assert_eq!(techniques["glazing"], Hours { minutes: 120, sessions: 2 });
        assert_eq!(techniques["scumbling"], Hours { minutes: 75, sessions: 1 });
    }
}
