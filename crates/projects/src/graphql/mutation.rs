//! What can be changed.

use async_graphql::{Context, Object, SimpleObject, Union};
use atelier_api::Problem;
use atelier_api::graphql::caller;
use atelier_base::ProjectId;

use crate::permissions::{ArchiveProject, CreateProject, DeleteProject, EditProject};
use crate::{NewProject, Outcome, Project, ProjectPatch, State, project};

/// The changed project, or what is stored instead.
#[derive(Union)]
pub(crate) enum ProjectOutcome {
    Project(Project),
    Conflict(ProjectConflict),
}

/// The id of what was deleted, or what is stored instead.
#[derive(Union)]
pub(crate) enum DeleteProjectOutcome {
    Deleted(ProjectDeleted),
    Conflict(ProjectConflict),
}

/// Somebody else wrote first. Nothing was changed; `current` is what is stored now.
#[derive(SimpleObject)]
pub(crate) struct ProjectConflict {
    current: Project,
}

/// The project is gone.
#[derive(SimpleObject)]
pub(crate) struct ProjectDeleted {
    id: ProjectId,
}

impl From<Outcome<Project>> for ProjectOutcome {
    fn from(outcome: Outcome<Project>) -> Self {
        match outcome {
            Outcome::Done(project) => Self::Project(project),
            Outcome::Conflict(current) => Self::Conflict(ProjectConflict { current: *current }),
        }
    }
}

/// Mutations of projects.
#[derive(Default)]
pub struct Mutation;

#[Object(name = "ProjectsMutation")]
impl Mutation {
    /// Makes a project that the caller owns.
    async fn create_project(&self, ctx: &Context<'_>, input: NewProject) -> Result<Project, Problem> {
        let grant = caller(ctx)?.may(CreateProject)?;
        Ok(project::create(state(ctx), grant, input).await?)
    }

    /// Changes fields of a project that is at `version`.
    async fn update_project(
        &self,
        ctx: &Context<'_>,
        id: ProjectId,
        version: u32,
        patch: ProjectPatch,
    ) -> Result<ProjectOutcome, Problem> {
        let grant = caller(ctx)?.may(EditProject)?;
        Ok(project::edit(state(ctx), grant, id, version, patch).await?.into())
    }

    /// Puts a project away.
    async fn archive_project(
        &self,
        ctx: &Context<'_>,
        id: ProjectId,
        version: u32,
    ) -> Result<ProjectOutcome, Problem> {
        let grant = caller(ctx)?.may(ArchiveProject)?;
        Ok(project::archive(state(ctx), grant, id, version).await?.into())
    }

    /// Brings a project back.
    async fn restore_project(
        &self,
        ctx: &Context<'_>,
        id: ProjectId,
        version: u32,
    ) -> Result<ProjectOutcome, Problem> {
        let grant = caller(ctx)?.may(ArchiveProject)?;
        Ok(project::restore(state(ctx), grant, id, version).await?.into())
    }

    /// Deletes an archived project. Nothing brings it back.
    async fn delete_project(
        &self,
        ctx: &Context<'_>,
        id: ProjectId,
        version: u32,
    ) -> Result<DeleteProjectOutcome, Problem> {
        let grant = caller(ctx)?.may(DeleteProject)?;
        Ok(match project::delete(state(ctx), grant, id, version).await? {
            Outcome::Done(id) => DeleteProjectOutcome::Deleted(ProjectDeleted { id }),
            Outcome::Conflict(current) => {
                DeleteProjectOutcome::Conflict(ProjectConflict { current: *current })
            }
        })
    }
}

fn state<'a>(ctx: &Context<'a>) -> &'a State {
    ctx.data_unchecked::<State>()
}
