//! What the journal has in the demo studio: records, a brief in two versions, milestones.

use std::time::Duration;

use atelier_base::{Caller, Clock, Patch, ProjectId, Timestamp};
use atelier_journal::brief::{self, BriefInput, Deliverable};
use atelier_journal::milestone::{self, Criterion, MilestoneStatus, NewMilestone};
use atelier_journal::permissions::{EditBrief, EditMilestone, EditRecord};
use atelier_journal::record::{self, ArtRecordPatch, ArtStatus, Budget};
use atelier_projects::Project;
use atelier_projects::permissions::EditProject;

use super::failed;
use crate::{App, Error};

/// What is known of a sample project.
struct Sample {
    project: &'static str,
    medium: &'static str,
    status: ArtStatus,
    client: Option<&'static str>,
    budget: Option<&'static str>,
    requirements: &'static [&'static str],
    /// Name, days from now, whether it is reached.
    milestones: &'static [(&'static str, i32, bool)],
}

const SAMPLES: &[Sample] = &[
    Sample {
        project: "Harbor Triptych",
        medium: "oil on linen",
        status: ArtStatus::Production,
        client: Some("Hafenamt"),
        budget: Some("4800.00"),
        requirements: &[
            "Three panels that hang as one",
            "The cranes as they stood in spring",
            "No varnish before delivery",
        ],
        milestones: &[("Underpainting dry", -12, true), ("Second glaze", 5, false), ("Framing", 21, false)],
    },
    Sample {
        project: "Portrait of the Harbour Master",
        medium: "oil on panel",
        status: ArtStatus::Planning,
        client: None,
        budget: None,
        requirements: &["Half length, in uniform"],
        milestones: &[("Second sitting", 40, false)],
    },
];

/// Fills in the record of a sample project, if there is something to say about it.
pub(super) async fn fill(app: &App, caller: &Caller, project: &Project) -> Result<(), Error> {
    let Some(sample) = SAMPLES.iter().find(|sample| sample.project == project.name) else { return Ok(()) };
    let clock = Clock::fixed(project.created_at.after(Duration::from_hours(2)));
    let projects = atelier_projects::State { clock: clock.clone(), ..app.projects.clone() };
    let past = atelier_journal::State { clock, projects, ..app.journal.clone() };
    let grants = (caller.may(EditProject).map_err(failed)?, caller.may(EditRecord).map_err(failed)?);
    record::edit(&past, grants, project.id, 0, sample.patch()).await.map_err(failed)?;
    let grant = caller.may(EditBrief).map_err(failed)?;
    for count in 1..=sample.requirements.len() {
        let based_on = u32::try_from(count - 1).unwrap_or(0);
        let input = sample.brief(count);
        brief::save(&past, grant, project.id, based_on, input).await.map_err(failed)?;
    }
    milestones(&past, caller, project.id, (sample, app.clock.now())).await
}

async fn milestones(
    past: &atelier_journal::State,
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

impl Sample {
    fn patch(&self) -> ArtRecordPatch {
        let money = |amount: &str| Patch::Value(Budget { amount: amount.into(), currency: "EUR".into() });
        ArtRecordPatch {
            medium: Patch::Value(self.medium.to_owned()),
            status: Patch::Value(self.status),
            client: self.client.map_or(Patch::Absent, |client| Patch::Value(client.to_owned())),
            budget: self.budget.map_or(Patch::Absent, money),
            hourly_rate: money("45.00"),
            ..ArtRecordPatch::default()
        }
    }

    /// The brief after so many talks.
    fn brief(&self, talks: usize) -> BriefInput {
        BriefInput {
            requirements: self.requirements.iter().take(talks).map(|line| (*line).to_owned()).collect(),
            deliverables: vec![Deliverable {
                name: "The work".into(),
                quantity: 1,
                format: "framed".into(),
                due: None,
            }],
            notes: Some("Light from the left, as in the stairwell.".into()),
            message: Some(format!("After talk {talks}")),
        }
    }
}
