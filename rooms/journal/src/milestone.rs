//! A milestone: something that is to be reached by a day, and what it takes to say that it is.

use async_graphql::{Enum, InputObject, SimpleObject};
use atelier_audit::Deed;
use atelier_base::{Date, Grant, InvalidInput, MilestoneId, Patch, ProjectId, TenantId, Timestamp};
use atelier_tables::{Error as StoreError, Item, KeyRange, Query, Write, from_item};
use serde::{Deserialize, Serialize};

use crate::lock::{self, Late};
use crate::permissions::{DeleteMilestone, EditMilestone, ReadJournal};
use crate::tables::{ARTISSIST, Place, key, partition, project_sort};
use crate::{Entity, Error, JournalChangeKind, Outcome, State, record};

/// How far a milestone is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
pub enum MilestoneStatus {
    /// Nothing was done for it yet.
    #[default]
    Pending,
    /// It is worked at.
    InProgress,
    /// It is reached.
    Complete,
}

/// Something that must be so for a milestone to be reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "CriterionInput")]
pub struct Criterion {
    /// 1 to 400 characters.
    pub text: String,
    /// Whether it is so.
    #[graphql(default)]
    pub met: bool,
}

/// A milestone of a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct Milestone {
    /// Unique, `ms_…`.
    #[serde(rename = "milestoneId")]
    pub id: MilestoneId,
    /// Whose milestone it is.
    pub project_id: ProjectId,
    /// 1 to 200 characters.
    pub name: String,
    /// When it is to be reached.
    pub due: Option<Date>,
    /// What it takes: up to 50.
    pub criteria: Vec<Criterion>,
    /// How far it is.
    pub status: MilestoneStatus,
    /// When it was reached.
    pub completed_at: Option<Timestamp>,
    /// Its place among those of the same day.
    pub position: i32,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Counts the changes, from 1.
    pub version: u32,
}

/// What it takes to make a milestone.
#[derive(Clone, Debug, Default, InputObject)]
pub struct NewMilestone {
    /// 1 to 200 characters.
    pub name: String,
    /// When it is to be reached.
    pub due: Option<Date>,
    /// What it takes: up to 50.
    pub criteria: Option<Vec<Criterion>>,
    /// Pending unless something else is said.
    pub status: Option<MilestoneStatus>,
    /// Behind the others unless it is said.
    pub position: Option<i32>,
}

/// A change to a milestone: absent keeps a value, null resets it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct MilestonePatch {
    /// 1 to 200 characters.
    pub name: Patch<String>,
    /// When it is to be reached.
    pub due: Patch<Date>,
    /// All of them anew.
    pub criteria: Patch<Vec<Criterion>>,
    /// How far it is.
    pub status: Patch<MilestoneStatus>,
    /// Its place among those of the same day.
    pub position: Patch<i32>,
}

/// A project has at most so many, so that all of them are one page.
const MOST: usize = 500;

impl Milestone {
    fn patched(self, patch: MilestonePatch, now: Timestamp) -> Result<Self, Error> {
        let status = patch.status.or_keep(self.status);
        Self {
            name: patch.name.or_keep(self.name).trim().to_owned(),
            due: patch.due.apply(self.due),
            criteria: patch.criteria.or_keep(self.criteria),
            status,
            completed_at: (status == MilestoneStatus::Complete).then(|| self.completed_at.unwrap_or(now)),
            position: patch.position.or_keep(self.position),
            updated_at: now,
            version: self.version + 1,
            ..self
        }
        .checked()
    }

    fn checked(self) -> Result<Self, Error> {
        let mut faults = InvalidInput::default();
        faults.note_length("name", &self.name, 1..=200);
        faults.note(self.criteria.len() > 50, "criteria", "too_many", "may have 50 entries at most");
        for (place, criterion) in self.criteria.iter().enumerate() {
            faults.note_length(&format!("criteria.{place}.text"), &criterion.text, 1..=400);
        }
        faults.finish()?;
        Ok(self)
    }

    fn item(&self, tenant: TenantId) -> Result<Item, StoreError> {
        Place {
            tenant,
            entity: Entity::Milestone,
            sort: sort(self.project_id, self.id),
            created_at: self.created_at,
            text: self.name.clone(),
        }
        .item(self)
    }
}

fn sort(project: ProjectId, id: MilestoneId) -> String {
    format!("{}#MILESTONE#{id}", project_sort(project))
}

/// The milestones of a project, by day and then by position; those without a day come last. One query.
pub async fn list(
    state: &State,
    grant: Grant<ReadJournal>,
    project: ProjectId,
) -> Result<Vec<Milestone>, Error> {
    of_project(state, grant, project).await
}

async fn of_project<A>(state: &State, grant: Grant<A>, project: ProjectId) -> Result<Vec<Milestone>, Error> {
    let range = KeyRange::BeginsWith(format!("{}#MILESTONE#", project_sort(project)).into());
    let query = Query::table(&ARTISSIST, partition(grant.tenant())).range(range);
    let found = state.tables.query(grant.scope(), query).await?;
    let mut milestones = found.into_nodes().map(from_item).collect::<Result<Vec<Milestone>, _>>()?;
    milestones.sort_by_key(|one| (one.due.is_none(), one.due, one.position, one.id));
    Ok(milestones)
}

/// Makes a milestone.
pub async fn create(
    state: &State,
    grant: Grant<EditMilestone>,
    project: ProjectId,
    new: NewMilestone,
) -> Result<Milestone, Error> {
    record::ensure(state, grant, project).await?;
    let others = of_project(state, grant, project).await?;
    let mut faults = InvalidInput::default();
    faults.note(others.len() >= MOST, "name", "too_many", format!("a project has {MOST} milestones at most"));
    faults.finish()?;
    let (now, last) = (state.clock.now(), others.iter().map(|one| one.position).max().unwrap_or(-1));
    let status = new.status.unwrap_or_default();
    let milestone = Milestone {
        id: MilestoneId::generate(now, &state.randomness),
        project_id: project,
        name: new.name.trim().to_owned(),
        due: new.due,
        criteria: new.criteria.unwrap_or_default(),
        status,
        completed_at: (status == MilestoneStatus::Complete).then_some(now),
        position: new.position.unwrap_or(last.saturating_add(1)),
        created_at: now,
        updated_at: now,
        version: 1,
    }
    .checked()?;
    let item = milestone.item(grant.tenant())?;
    let deed = Deed::granted(grant, "milestone.create").target(milestone.id).after(&ARTISSIST, &item);
    let writes = vec![Write::create(&ARTISSIST, item), record::still_open(grant.tenant(), project)];
    match state.trail.transact(grant.scope(), deed, writes).await {
        Ok(_) => {}
        Err(StoreError::ConditionFailed { position: 1, .. }) => return Err(Error::Archived(project)),
        Err(error) => return Err(error.into()),
    }
    tell(state, grant, JournalChangeKind::Created, (project, milestone.id));
    Ok(milestone)
}

/// Changes a milestone that is at `version`.
pub async fn edit(
    state: &State,
    grant: Grant<EditMilestone>,
    (project, id): (ProjectId, MilestoneId),
    version: u32,
    patch: MilestonePatch,
) -> Result<Outcome<Milestone>, Error> {
    let before = stored(state, grant, (project, id)).await?;
    if before.version != version {
        return Ok(Outcome::Conflict(Box::new(before)));
    }
    let before_item = before.item(grant.tenant())?;
    let next = before.patched(patch, state.clock.now())?;
    let item = next.item(grant.tenant())?;
    let deed = Deed::granted(grant, "milestone.edit")
        .target(id)
        .before(&ARTISSIST, &before_item)
        .after(&ARTISSIST, &item);
    let write = Write::put(&ARTISSIST, item).when(lock::at(version));
    Ok(match change(state, grant, (project, id), deed, write).await? {
        None => {
            tell(state, grant, JournalChangeKind::Updated, (project, id));
            Outcome::Done(next)
        }
        Some(current) => Outcome::Conflict(current),
    })
}

/// Deletes a milestone that is at `version`.
pub async fn delete(
    state: &State,
    grant: Grant<DeleteMilestone>,
    (project, id): (ProjectId, MilestoneId),
    version: u32,
) -> Result<Outcome<MilestoneId, Milestone>, Error> {
    let before = stored(state, grant, (project, id)).await?;
    let item = before.item(grant.tenant())?;
    let deed = Deed::granted(grant, "milestone.delete").target(id).before(&ARTISSIST, &item);
    let write = Write::delete(&ARTISSIST, key(grant.tenant(), sort(project, id))).when(lock::at(version));
    Ok(match change(state, grant, (project, id), deed, write).await? {
        None => {
            tell(state, grant, JournalChangeKind::Deleted, (project, id));
            Outcome::Done(id)
        }
        Some(current) => Outcome::Conflict(current),
    })
}

/// Carries a write out while the record is open; none if it was done, else what is stored instead.
async fn change<A>(
    state: &State,
    grant: Grant<A>,
    (project, id): (ProjectId, MilestoneId),
    deed: Deed,
    write: Write,
) -> Result<Option<Box<Milestone>>, Error> {
    let writes = vec![write, record::still_open(grant.tenant(), project)];
    match state.trail.transact(grant.scope(), deed, writes).await {
        Ok(_) => Ok(None),
        Err(StoreError::ConditionFailed { position: 1, .. }) => Err(Error::Archived(project)),
        Err(error) => match lock::late(error, 0)? {
            Late::Changed(item) => Ok(Some(Box::new(from_item(item)?))),
            Late::Gone => Err(Error::missing("milestone", id)),
        },
    }
}

async fn stored<A>(
    state: &State,
    grant: Grant<A>,
    (project, id): (ProjectId, MilestoneId),
) -> Result<Milestone, Error> {
    let found = state.tables.get(grant.scope(), &ARTISSIST, &key(grant.tenant(), sort(project, id))).await?;
    Ok(from_item(found.ok_or_else(|| Error::missing("milestone", id))?)?)
}

fn tell<A>(state: &State, grant: Grant<A>, kind: JournalChangeKind, (project, id): (ProjectId, MilestoneId)) {
    state.tell(grant.tenant(), kind, Entity::Milestone, id, Some(project));
}

#[cfg(test)]
mod tests;
