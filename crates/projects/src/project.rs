//! A project: a container with a name, that everything else refers to.

use async_graphql::{ComplexObject, Enum, InputObject, SimpleObject};
use atelier_audit::{Changes, Deed};
use atelier_base::{
    Grant, InvalidInput, Page, PageRequest, Patch, ProjectId, Scope, TenantId, Timestamp, UserId,
};
use atelier_jobs::events::emit;
use atelier_tables::{Cond, Item, Key, Query, Write, from_item, to_item, to_value};
use serde::{Deserialize, Serialize};

use crate::permissions::{ArchiveProject, CreateProject, DeleteProject, EditProject, ReadProject};
use crate::tables::PROJECTS;
use crate::{Error, ProjectChange, ProjectChangeKind, ProjectChanged, State};

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

/// A change of a project, ready to be carried out: alone, or in a transaction with what hangs on it.
pub struct Prepared {
    /// The project as it will be.
    pub project: Project,
    /// For the audit trail.
    pub deed: Deed,
    /// The first is the project's own, which fails when it moved on meanwhile.
    pub writes: Vec<Write>,
    kind: ProjectChangeKind,
}

impl Prepared {
    fn new<A>(
        state: &State,
        grant: Grant<A>,
        kind: ProjectChangeKind,
        (project, deed, write): (Project, Deed, Write),
    ) -> Result<Self, Error> {
        let event = ProjectChanged { project_id: project.id };
        let event = emit(&state.jobs, grant.scope(), &event).map_err(Error::Event)?;
        Ok(Self { project, deed, writes: vec![write, event], kind })
    }

    /// Tells live pages and followers, once it is carried out.
    pub fn announce(&self, state: &State) {
        let change = match self.kind {
            ProjectChangeKind::Deleted => ProjectChange::deleted(self.project.id),
            kind => ProjectChange::of(kind, &self.project),
        };
        state.changes.publish(self.project.tenant_id, change);
        state.jobs.wake();
    }

    /// Carries it out alone.
    async fn alone<A>(self, state: &State, grant: Grant<A>) -> Result<Outcome<Project>, Error> {
        let Self { deed, writes, .. } = &self;
        match state.trail.transact(grant.scope(), deed.clone(), writes.clone()).await {
            Ok(_) => {
                self.announce(state);
                Ok(Outcome::Done(self.project))
            }
            Err(error) => conflict(self.project.id, error),
        }
    }
}

/// Makes a project that the caller owns.
pub async fn create(state: &State, grant: Grant<CreateProject>, new: NewProject) -> Result<Project, Error> {
    let made = creation(state, grant, new)?;
    state.trail.transact(grant.scope(), made.deed.clone(), made.writes.clone()).await?;
    made.announce(state);
    Ok(made.project)
}

/// A new project that the caller owns, for a transaction.
pub fn creation(state: &State, grant: Grant<CreateProject>, new: NewProject) -> Result<Prepared, Error> {
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
    let write = Write::create(&PROJECTS, item);
    Prepared::new(state, grant, ProjectChangeKind::Created, (project, deed, write))
}

/// The project of that id.
pub async fn get(state: &State, grant: Grant<ReadProject>, id: ProjectId) -> Result<Project, Error> {
    find(state, grant.scope(), id).await?.ok_or(Error::NotFound(id))
}

/// The project of that id within a scope, if there is one: for what follows projects and has no caller.
pub async fn find(state: &State, scope: Scope, id: ProjectId) -> Result<Option<Project>, Error> {
    Ok(stored(state, scope, id).await?.map(Project::read).transpose()?)
}

async fn stored(state: &State, scope: Scope, id: ProjectId) -> Result<Option<Item>, Error> {
    Ok(state.tables.get(scope, &PROJECTS, &key(id)).await?)
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

/// Active projects of a tenant, the latest change first, at most so many: for what works on its own and has no
/// caller.
pub async fn active(
    state: &State,
    scope: Scope,
    tenant: TenantId,
    limit: usize,
) -> Result<Vec<Project>, Error> {
    let query = Query::index(&PROJECTS, "tenant-projects-index", tenant);
    let query = query.filter(Cond::missing("archived_at")).descending().limit(limit);
    let page = state.tables.query(scope, query).await?;
    page.into_nodes().map(|item| Ok(Project::read(item)?)).collect()
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
    let current = find(state, grant.scope(), id).await?.ok_or(Error::NotFound(id))?;
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
    change(state, grant, id, Some(version), changes, ProjectChangeKind::Updated)
        .await?
        .alone(state, grant)
        .await
}

/// A new name for a project, whatever its version is now: for a transaction with a record that has its own.
pub async fn renaming(
    state: &State,
    grant: Grant<EditProject>,
    id: ProjectId,
    name: String,
) -> Result<Prepared, Error> {
    let current = find(state, grant.scope(), id).await?.ok_or(Error::NotFound(id))?;
    let patch = ProjectPatch { name: Patch::Value(name), ..ProjectPatch::default() };
    let version = current.version;
    let next = current.patched(patch, state.clock.now())?;
    let changes = Changes::new().set("name", next.name).set("updated_at", next.updated_at);
    change(state, grant, id, Some(version), changes, ProjectChangeKind::Updated).await
}

/// Puts a project away. One that is away already stays as it is.
pub async fn archive(
    state: &State,
    grant: Grant<ArchiveProject>,
    id: ProjectId,
    version: u32,
) -> Result<Outcome<Project>, Error> {
    archiving(state, grant, id, Some(version)).await?.alone(state, grant).await
}

/// The same for a transaction; without a version, whatever it is now.
pub async fn archiving(
    state: &State,
    grant: Grant<ArchiveProject>,
    id: ProjectId,
    version: Option<u32>,
) -> Result<Prepared, Error> {
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
    restoring(state, grant, id, Some(version)).await?.alone(state, grant).await
}

/// The same for a transaction; without a version, whatever it is now.
pub async fn restoring(
    state: &State,
    grant: Grant<ArchiveProject>,
    id: ProjectId,
    version: Option<u32>,
) -> Result<Prepared, Error> {
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
    let item = stored(state, grant.scope(), id).await?.ok_or(Error::NotFound(id))?;
    let deed = Deed::granted(grant, "project.delete").target(id).before(&PROJECTS, &item);
    let project = Project::read(item)?;
    if project.archived_at.is_none() {
        return Err(Error::NotArchived(id));
    }
    let write = Write::delete(&PROJECTS, key(id)).expect_version(version.into());
    let gone = Prepared::new(state, grant, ProjectChangeKind::Deleted, (project, deed, write))?;
    Ok(match gone.alone(state, grant).await? {
        Outcome::Done(_) => Outcome::Done(id),
        Outcome::Conflict(current) => Outcome::Conflict(current),
    })
}

async fn change<A>(
    state: &State,
    grant: Grant<A>,
    id: ProjectId,
    version: Option<u32>,
    changes: Changes,
    kind: ProjectChangeKind,
) -> Result<Prepared, Error> {
    // The deed's digests hold for this version, and the store carries the write out on no other.
    let before = stored(state, grant.scope(), id).await?.ok_or(Error::NotFound(id))?;
    let after = changes.applied(before.clone());
    let deed =
        Deed::granted(grant, kind.action()).target(id).before(&PROJECTS, &before).after(&PROJECTS, &after);
    let project = Project::read(after)?;
    let version = version.unwrap_or(project.version);
    let write = Write::update(&PROJECTS, key(id), changes.update()).expect_version(version.into());
    let project = Project { version: version.saturating_add(1), ..project };
    Prepared::new(state, grant, kind, (project, deed, write))
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

#[cfg(test)]
mod tests;
