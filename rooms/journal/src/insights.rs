//! Where the hours and the materials went, and what a piece costs.
//!
//! Figures are sums over logs that nobody rejected; how much of them still waits for somebody to confirm it is said
//! beside them. The arithmetic is `atelier-analytics`'; here are the rows.

mod money;
mod rows;

use std::collections::BTreeMap;

use async_graphql::SimpleObject;
use atelier_analytics::insights::{Session, by_project, by_technique, by_week, streak};
use atelier_base::{Date, Grant, PageRequest, ProjectId, Timestamp};

use self::rows::Row;
pub(crate) use self::rows::rows_of;
use crate::permissions::ReadJournal;
use crate::record::{self, ArtRecord, Budget, RecordFilter};
use crate::{Error, State, settings};

/// Which logs count.
#[derive(Clone, Copy, Debug, Default)]
pub struct Period {
    /// Only of this project.
    pub project: Option<ProjectId>,
    /// Only of this day or later.
    pub from: Option<Date>,
    /// Only of this day or earlier.
    pub to: Option<Date>,
}

/// Where the hours and the materials went.
#[derive(Clone, Debug, PartialEq, SimpleObject)]
pub struct Insights {
    /// Minutes worked.
    pub minutes: u64,
    /// How many of them are of logs that wait to be confirmed.
    pub pending_minutes: u64,
    /// Days with work.
    pub days: usize,
    /// Logs.
    pub logs: usize,
    /// Days in a row.
    pub streak: WorkStreak,
    /// By week, every week between the first and the last.
    pub by_week: Vec<WeekMinutes>,
    /// By project, the most first.
    pub by_project: Vec<ProjectMinutes>,
    /// By technique, the most first. A log with several counts whole for each.
    pub by_technique: Vec<NamedMinutes>,
    /// By material, the most used first.
    pub materials: Vec<MaterialCount>,
    /// What each piece takes and costs: those with most work first, at most 100.
    pub projects: Vec<ProjectInsight>,
}

/// Days in a row on which something was logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, SimpleObject)]
pub struct WorkStreak {
    /// The row that reaches today, or yesterday.
    pub current: u32,
    /// The longest.
    pub longest: u32,
    /// The last day of work.
    pub last_day: Option<Date>,
}

/// Minutes of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, SimpleObject)]
pub struct WeekMinutes {
    /// Its Monday.
    pub week: Date,
    /// Minutes worked.
    pub minutes: u64,
}

/// Minutes of a project.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct ProjectMinutes {
    /// The project; null for what was for none.
    pub project_id: Option<ProjectId>,
    /// Its title; empty for what was for none.
    pub title: String,
    /// Minutes worked.
    pub minutes: u64,
}

/// Minutes of something with a name.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct NamedMinutes {
    /// The name.
    pub name: String,
    /// Minutes worked.
    pub minutes: u64,
}

/// How a material was used.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct MaterialCount {
    /// The material.
    pub material: String,
    /// In how many logs.
    pub uses: usize,
    /// Minutes of these logs.
    pub minutes: u64,
    /// The last day.
    pub last_used: Option<Date>,
}

/// What a piece takes and costs.
#[derive(Clone, Debug, PartialEq, SimpleObject)]
pub struct ProjectInsight {
    /// The project.
    pub project_id: ProjectId,
    /// Its title.
    pub title: String,
    /// Minutes worked.
    pub minutes: u64,
    /// What an hour of work costs, as its record says.
    pub hourly_rate: Option<Budget>,
    /// What the work cost: minutes at the rate.
    pub cost: Option<Budget>,
    /// What it may cost.
    pub budget: Option<Budget>,
    /// The part of the budget that the work cost, 1 for all of it. Null when the currencies differ.
    pub budget_used: Option<f64>,
    /// When it is to be done.
    pub deadline: Option<Date>,
    /// Days until then; negative when it is over.
    pub days_left: Option<i32>,
    /// Milestones.
    pub milestones: u32,
    /// Milestones that are complete.
    pub milestones_complete: u32,
}

/// Pieces that are looked at one by one.
const MOST_PIECES: usize = 100;

/// The figures of a period.
///
/// # Errors
/// The store's.
pub async fn insights(state: &State, grant: Grant<ReadJournal>, period: Period) -> Result<Insights, Error> {
    let rows = rows_of(state, grant.scope(), grant.tenant()).await?;
    let rows: Vec<Row> = rows.into_iter().filter(|row| row.counts(&period)).collect();
    let today = settings::get(state, grant.scope(), grant.tenant()).await?.day_of(state.clock.now());
    let records = records(state, grant).await?;
    let sessions: Vec<Session> = rows.iter().map(Row::session).collect();
    let mut figures = summed(&rows, &sessions, today, &records);
    figures.projects = pieces(state, grant, &figures.by_project, &records, today).await?;
    Ok(figures)
}

/// The sums. Pure.
fn summed(
    rows: &[Row],
    sessions: &[Session],
    today: Date,
    records: &BTreeMap<ProjectId, ArtRecord>,
) -> Insights {
    let row = streak(sessions, today);
    let minutes = |rows: &mut dyn Iterator<Item = &Row>| rows.map(|row| u64::from(row.minutes)).sum();
    let title = |id: &Option<ProjectId>| {
        id.and_then(|id| records.get(&id)).map(|record| record.title.clone()).unwrap_or_default()
    };
    let mut projects: Vec<_> = by_project(sessions)
        .into_iter()
        .map(|(id, hours)| {
            let project_id = id.and_then(|id| id.parse().ok());
            ProjectMinutes { project_id, title: title(&project_id), minutes: hours.minutes }
        })
        .collect();
    projects.sort_by_key(|project| std::cmp::Reverse(project.minutes));
    let named = by_technique(sessions).into_iter();
    let mut techniques: Vec<_> =
        named.map(|(name, hours)| NamedMinutes { name: name.to_owned(), minutes: hours.minutes }).collect();
    techniques.sort_by_key(|technique| std::cmp::Reverse(technique.minutes));
    let days: std::collections::BTreeSet<Date> =
        rows.iter().filter(|row| 0 < row.minutes).map(|row| row.day).collect();
    let weeks = by_week(sessions).into_iter();
    Insights {
        minutes: minutes(&mut rows.iter()),
        pending_minutes: minutes(&mut rows.iter().filter(|row| row.is_pending())),
        days: days.len(),
        logs: rows.len(),
        streak: WorkStreak { current: row.current, longest: row.longest, last_day: row.last },
        by_week: weeks.map(|(week, hours)| WeekMinutes { week, minutes: hours.minutes }).collect(),
        by_project: projects,
        by_technique: techniques,
        materials: rows::materials(rows),
        projects: Vec::new(),
    }
}

async fn records(state: &State, grant: Grant<ReadJournal>) -> Result<BTreeMap<ProjectId, ArtRecord>, Error> {
    let (mut records, mut page) = (BTreeMap::new(), PageRequest::first(PageRequest::MAX));
    loop {
        let found = record::list(state, grant, RecordFilter::default(), page).await?;
        let next = found.end().filter(|_| found.has_next).cloned();
        records.extend(found.into_nodes().map(|record| (record.project_id, record)));
        let Some(after) = next else { return Ok(records) };
        page = PageRequest { after: Some(after), ..PageRequest::first(PageRequest::MAX) };
    }
}

async fn pieces(
    state: &State,
    grant: Grant<ReadJournal>,
    worked: &[ProjectMinutes],
    records: &BTreeMap<ProjectId, ArtRecord>,
    today: Date,
) -> Result<Vec<ProjectInsight>, Error> {
    let mut pieces = Vec::new();
    let known =
        worked.iter().filter_map(|project| Some((records.get(&project.project_id?)?, project.minutes)));
    for (record, minutes) in known.take(MOST_PIECES) {
        let progress = record::progress(state, grant, record.project_id).await?;
        let cost = record.hourly_rate.as_ref().and_then(|rate| money::of_time(rate, minutes));
        let used = record.budget.as_ref().zip(cost.as_ref());
        pieces.push(ProjectInsight {
            project_id: record.project_id,
            title: record.title.clone(),
            minutes,
            hourly_rate: record.hourly_rate.clone(),
            budget_used: used.and_then(|(budget, cost)| money::part(cost, budget)),
            cost,
            budget: record.budget.clone(),
            deadline: record.deadline,
            days_left: record.deadline.map(|deadline| deadline.days_since(today)),
            milestones: progress.milestones,
            milestones_complete: progress.milestones_complete,
        });
    }
    Ok(pieces)
}

/// Noon of a day in UTC: what stands for a session of that day.
fn noon(day: Date) -> Timestamp {
    format!("{day}T12:00:00.000Z").parse().unwrap_or(Timestamp::from_millis(0))
}
