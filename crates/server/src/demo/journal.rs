//! What the journal has in the demo studio: records, briefs in several versions, milestones; then notes of eight
//! weeks, pictures and a board.

mod board;
mod canvas;
mod diary;
mod notes;
mod pictures;
mod samples;
mod sweep;

use std::time::Duration;

use atelier_base::{Caller, Clock, ProjectId, Timestamp};
use atelier_journal::brief::{self, ApprovalState, Brief, BriefOutcome, Decision, Request};
use atelier_journal::milestone::{self, Criterion, MilestoneStatus, NewMilestone};
use atelier_journal::permissions::{DecideApproval, EditBrief, EditMilestone, EditRecord};
use atelier_journal::{State, record};
use atelier_projects::Project;
use atelier_projects::permissions::EditProject;

use self::samples::{SAMPLES, Sample};
pub(super) use self::sweep::empty;
use super::failed;
use crate::{App, Error};

/// The journal as it was at that instant: what is made then says so.
fn past(app: &App, at: Timestamp) -> State {
    let clock = Clock::fixed(at);
    let projects = atelier_projects::State { clock: clock.clone(), ..app.projects.clone() };
    State { clock, projects, ..app.journal.clone() }
}

/// Fills in the record of a sample project, if there is something to say about it.
pub(super) async fn fill(app: &App, caller: &Caller, project: &Project) -> Result<(), Error> {
    let Some(sample) = SAMPLES.iter().find(|sample| sample.project == project.name) else { return Ok(()) };
    let past = past(app, project.created_at.after(Duration::from_hours(1)));
    let grants = (caller.may(EditProject).map_err(failed)?, caller.may(EditRecord).map_err(failed)?);
    record::edit(&past, grants, project.id, 0, sample.patch()).await.map_err(failed)?;
    let grant = caller.may(EditBrief).map_err(failed)?;
    let mut last = None;
    for count in 1..=sample.requirements.len() {
        let based_on = u32::try_from(count - 1).unwrap_or(0);
        let saved = brief::save(&past, grant, project.id, based_on, sample.brief(count)).await;
        last = Some(saved.map_err(failed)?);
    }
    if let (Some((who, agreed)), Some(BriefOutcome::Done(brief))) = (sample.approval, last) {
        approval(&past, caller, &brief, (who, agreed)).await?;
    }
    milestones(&past, caller, project.id, (sample, app.clock.now())).await
}

/// Asks somebody whether the brief is right, and notes it when they agreed.
async fn approval(
    past: &State,
    caller: &Caller,
    brief: &Brief,
    (who, agreed): (&str, bool),
) -> Result<(), Error> {
    let grant = caller.may(DecideApproval).map_err(failed)?;
    let from = |lock| Request { project: brief.project_id, version: brief.version, lock };
    brief::request(past, grant, from(brief.lock), who.to_owned(), None).await.map_err(failed)?;
    if agreed {
        let note = Some("By telephone.".to_owned());
        let decision = Decision { id: "1".into(), state: ApprovalState::Approved, note };
        brief::decide(past, grant, from(brief.lock + 1), decision).await.map_err(failed)?;
    }
    Ok(())
}

async fn milestones(
    past: &State,
    caller: &Caller,
    project: ProjectId,
    (sample, now): (&Sample, Timestamp),
) -> Result<(), Error> {
    let grant = caller.may(EditMilestone).map_err(failed)?;
    for (name, days, reached) in sample.milestones {
        let new = NewMilestone {
            name: (*name).to_owned(),
            due: Some(atelier_base::Date::of(now).plus_days(*days)),
            criteria: Some(vec![Criterion { text: "Looked at in daylight".into(), met: *reached }]),
            status: Some(if *reached { MilestoneStatus::Complete } else { MilestoneStatus::Pending }),
            position: None,
        };
        milestone::create(past, grant, project, new).await.map_err(failed)?;
    }
    Ok(())
}

/// Sows what people wrote, painted and gathered in these projects, the oldest first.
pub(super) async fn sow(app: &App, people: &[Caller], projects: &[Project]) -> Result<(), Error> {
    let mut pictures = pictures::painted().await?;
    diary::sow(app, people, projects, &mut pictures).await?;
    board::sow(app, &people[0], projects, pictures).await
}
