//! A project: a container with a name, that everything else refers to.

use async_graphql::{ComplexObject, Enum, InputObject, SimpleObject};
use atelier_audit::{Changes, Deed};
use atelier_base::{Grant, InvalidInput, Patch, ProjectId, TenantId, Timestamp, UserId};
use atelier_base::{Page, PageRequest};
use atelier_tables::{Cond, Item, Key, Query, Write, from_item, to_item, to_value};
use serde::{Deserialize, Serialize};

use crate::permissions::{ArchiveProject, CreateProject, DeleteProject, EditProject, ReadProject};
use crate::tables::PROJECTS;
use crate::{Error, ProjectChange, ProjectChangeKind, State};

/// A project of a tenant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(complex)]
pub struct Project {
    /// Unique, `proj_…`.
    #[serde(rename = "project_id")]
    pub id: ProjectId,
    /// 1 to 200 characters.
    pub name: String,
    /// Up to 20 000 characters, Markdown.
    pub description: String,
    /// A word for what it is: painting, series, dataset, agent. Up to 40 characters.
    pub r#type: String,
    /// The user who made it.
    pub owner_id: UserId,
    /// The tenant it belongs to.
    pub tenant_id: TenantId,
    /// A JSON object of 64 KB at most.
    pub settings: serde_json::Value,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed, archived or restored.
    pub updated_at: Timestamp,
    /// When it was put away; null while it is active.
    pub archived_at: Option<Timestamp>,
    /// Counts the changes, from 1. A change names the version it was made from.
    #[serde(default)]
    pub version: u32,
}

/// Whether a project is in use or put away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ProjectState {
    /// In use.
    Active,
    /// Put away: it can't be changed, only restored or deleted.
    Archived,
}

/// What it takes to make a project.
#[derive(Clone, Debug, Default, InputObject)]
pub struct NewProject {
    /// 1 to 200 characters.
    pub name: String,
    /// Up to 20 000 characters, Markdown.
    pub description: Option<String>,
    /// A word for what it is: painting, series, dataset, agent. Up to 40 characters.
    pub r#type: Option<String>,
    /// A JSON object of 64 KB at most.
    pub settings: Option<serde_json::Value>,
}

/// A change to a project: absent keeps a value, null resets it to its default.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ProjectPatch {
    /// 1 to 200 characters.
    pub name: Patch<String>,
    /// Up to 20 000 characters, Markdown.
    pub description: Patch<String>,
    /// A word for what it is. Up to 40 characters.
    pub r#type: Patch<String>,
    /// A JSON object of 64 KB at most; it replaces the old one.
    pub settings: Patch<serde_json::Value>,
}

/// What came of a change that named a version.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome<T> {
    /// It was made.
    Done(T),
    /// Somebody else wrote first. Nothing was changed; this is what is stored now.
    Conflict(Box<Project>),
}

#[ComplexObject]
impl Project {
    /// Whether it is in use or put away.
    async fn state(&self) -> ProjectState {
        if self.archived_at.is_some() { ProjectState::Archived } else { ProjectState::Active }
    }
}

impl Project {
    /// The project after the patch, or what is wrong with it. Pure; the version is the store's business.
    fn patched(self, patch: ProjectPatch, now: Timestamp) -> Result<Self, Error> {
        if self.archived_at.is_some() {
            return Err(Error::Archived(self.id));
        }
        let settings = match patch.settings {
            Patch::Absent => self.settings,
            Patch::Null => empty_settings(),
            Patch::Value(value) => value,
        };
        Self {
            name: patch.name.or_keep(self.name).trim().to_owned(),
            description: patch.description.or_keep(self.description),
            r#type: patch.r#type.or_keep(self.r#type).trim().to_owned(),
            settings,
            updated_at: now,
            ..self
        }
        .checked()
    }

    /// The project if its fields keep to their limits, else every fault at once.
    fn checked(self) -> Result<Self, Error> {
        let mut faults = InvalidInput::default();
        faults.note_length("name", &self.name, 1..=200);
        faults.note_length("description", &self.description, 0..=20_000);
        faults.note_length("type", &self.r#type, 0..=40);
        faults.note(!self.settings.is_object(), "settings", "wrong_type", "must be an object");
        let size = self.settings.to_string().len();
        faults.note(size > 65_536, "settings", "too_large", "may have 64 KB at most");
        // A store number has 38 digits; JSON's may be larger.
        let unstorable = to_value(&self.settings).is_err();
        faults.note(unstorable, "settings", "out_of_range", "has a number that is too large");
        faults.finish()?;
        Ok(self)
    }

    fn read(item: Item) -> Result<Self, atelier_tables::Error> {
        from_item(item)
    }
}

fn empty_settings() -> serde_json::Value {
    serde_json::json!({})
}

fn key(id: ProjectId) -> Key {
    Key::hash(id)
}

/// Makes a project that the caller owns.
pub async fn create(state: &State, grant: Grant<CreateProject>, new: NewProject) -> Result<Project, Error> {
    let now = state.clock.now();
    let project = Project {
        id: ProjectId::generate(now, &state.randomness),
        name: new.name.trim().to_owned(),
        description: new.description.unwrap_or_default(),
        r#type: new.r#type.unwrap_or_default().trim().to_owned(),
        owner_id: grant.user(),
        tenant_id: grant.tenant(),
        settings: new.settings.unwrap_or_else(empty_settings),
        created_at: now,
        updated_at: now,
        archived_at: None,
        version: 1,
    }
    .checked()?;
    let item = to_item(&project)?;
    let deed = Deed::granted(grant, "project.create").target(project.id).after(&PROJECTS, &item);
    state.trail.write(grant.scope(), deed, Write::create(&PROJECTS, item)).await?;
    publish(state, ProjectChangeKind::Created, &project);
    Ok(project)
}

/// The project of that id.
pub async fn get(state: &State, grant: Grant<ReadProject>, id: ProjectId) -> Result<Project, Error> {
    find(state, grant, id).await?.ok_or(Error::NotFound(id))
}

async fn find<A>(state: &State, grant: Grant<A>, id: ProjectId) -> Result<Option<Project>, Error> {
    Ok(stored(state, grant, id).await?.map(Project::read).transpose()?)
}

async fn stored<A>(state: &State, grant: Grant<A>, id: ProjectId) -> Result<Option<Item>, Error> {
    Ok(state.tables.get(grant.scope(), &PROJECTS, &key(id)).await?)
}

/// Projects of the tenant, the latest change first.
pub async fn list(
    state: &State,
    grant: Grant<ReadProject>,
    which: ProjectState,
    page: PageRequest,
) -> Result<Page<Project>, Error> {
    let query = Query::index(&PROJECTS, "tenant-projects-index", grant.tenant());
    read_page(state, grant, query, which, page).await
}

/// Projects that a user owns in the tenant, the newest first.
pub async fn list_of_owner(
    state: &State,
    grant: Grant<ReadProject>,
    owner: UserId,
    which: ProjectState,
    page: PageRequest,
) -> Result<Page<Project>, Error> {
    let query = Query::index(&PROJECTS, "owner-projects-index", owner);
    read_page(state, grant, query, which, page).await
}

async fn read_page(
    state: &State,
    grant: Grant<ReadProject>,
    query: Query,
    which: ProjectState,
    page: PageRequest,
) -> Result<Page<Project>, Error> {
    let filter = match which {
        ProjectState::Active => Cond::missing("archived_at"),
        ProjectState::Archived => Cond::exists("archived_at"),
    };
    let page = state.tables.query(grant.scope(), query.filter(filter).descending().page(page)).await?;
    Ok(page.try_map(Project::read)?)
}

/// Changes fields of a project that is at `version`.
pub async fn edit(
    state: &State,
    grant: Grant<EditProject>,
    id: ProjectId,
    version: u32,
    patch: ProjectPatch,
) -> Result<Outcome<Project>, Error> {
    let current = find(state, grant, id).await?.ok_or(Error::NotFound(id))?;
    if current.version != version {
        return Ok(Outcome::Conflict(Box::new(current)));
    }
    let next = current.patched(patch, state.clock.now())?;
    let changes = Changes::new()
        .set("name", next.name)
        .set("description", next.description)
        .set("type", next.r#type)
        .set("settings", to_value(&next.settings)?)
        .set("updated_at", next.updated_at);
    change(state, grant, id, version, changes, ProjectChangeKind::Updated).await
}

/// Puts a project away. One that is away already stays as it is.
pub async fn archive(
    state: &State,
    grant: Grant<ArchiveProject>,
    id: ProjectId,
    version: u32,
) -> Result<Outcome<Project>, Error> {
    let now = state.clock.now();
    let changes = Changes::new().set("archived_at", now).set("updated_at", now);
    change(state, grant, id, version, changes, ProjectChangeKind::Archived).await
}

/// Brings a project back.
pub async fn restore(
    state: &State,
    grant: Grant<ArchiveProject>,
    id: ProjectId,
    version: u32,
) -> Result<Outcome<Project>, Error> {
    let changes = Changes::new().remove("archived_at").set("updated_at", state.clock.now());
    change(state, grant, id, version, changes, ProjectChangeKind::Restored).await
}

/// Deletes an archived project for good.
pub async fn delete(
    state: &State,
    grant: Grant<DeleteProject>,
    id: ProjectId,
    version: u32,
) -> Result<Outcome<ProjectId>, Error> {
    let item = stored(state, grant, id).await?.ok_or(Error::NotFound(id))?;
    let deed = Deed::granted(grant, "project.delete").target(id).before(&PROJECTS, &item);
    if Project::read(item)?.archived_at.is_none() {
        return Err(Error::NotArchived(id));
    }
    let write = Write::delete(&PROJECTS, key(id)).expect_version(version.into());
    match state.trail.write(grant.scope(), deed, write).await {
        Ok(_) => {
            state.changes.publish(grant.tenant(), ProjectChange::deleted(id));
            Ok(Outcome::Done(id))
        }
        Err(error) => conflict(id, error),
    }
}

async fn change<A>(
    state: &State,
    grant: Grant<A>,
    id: ProjectId,
    version: u32,
    changes: Changes,
    kind: ProjectChangeKind,
) -> Result<Outcome<Project>, Error> {
    // The deed's digests hold for this version, and the store carries the write out on no other.
    let before = stored(state, grant, id).await?.ok_or(Error::NotFound(id))?;
    let deed = Deed::granted(grant, kind.action())
        .target(id)
        .before(&PROJECTS, &before)
        .after(&PROJECTS, &changes.applied(before.clone()));
    let write = Write::update(&PROJECTS, key(id), changes.update()).expect_version(version.into());
    match state.trail.write(grant.scope(), deed, write).await {
        Ok(item) => {
            let project = Project::read(item.ok_or(Error::NotFound(id))?)?;
            publish(state, kind, &project);
            Ok(Outcome::Done(project))
        }
        Err(error) => conflict(id, error),
    }
}

/// A version that moved on is an outcome, not an error, unless the project is gone.
fn conflict<T>(id: ProjectId, error: atelier_tables::Error) -> Result<Outcome<T>, Error> {
    match error {
        atelier_tables::Error::VersionConflict { current: Some(item), .. } => {
            Ok(Outcome::Conflict(Box::new(Project::read(*item)?)))
        }
        atelier_tables::Error::VersionConflict { current: None, .. }
        | atelier_tables::Error::ConditionFailed { .. } => Err(Error::NotFound(id)),
        other => Err(other.into()),
    }
}

fn publish(state: &State, kind: ProjectChangeKind, project: &Project) {
    state.changes.publish(project.tenant_id, ProjectChange::of(kind, project));
}

#[cfg(test)]
mod tests;
