//! What can be read.

use async_graphql::connection::Connection;
use async_graphql::{Context, Object};
use atelier_api::Problem;
use atelier_api::graphql::{caller, connection, page_request};
use atelier_base::{ProjectId, UserId};

use crate::permissions::ReadProject;
use crate::{Project, ProjectState, State, project};

/// Queries of projects.
#[derive(Default)]
pub struct Query;

#[Object(name = "ProjectsQuery")]
impl Query {
    /// A project of the current tenant.
    async fn project(&self, ctx: &Context<'_>, id: ProjectId) -> Result<Project, Problem> {
        let grant = caller(ctx)?.may(ReadProject)?;
        Ok(project::get(ctx.data_unchecked::<State>(), grant, id).await?)
    }

    /// Projects of the current tenant, the latest change first; with `owner`, the newest first.
    #[graphql(complexity = "usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn projects(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "ProjectState::Active")] state: ProjectState,
        owner: Option<UserId>,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<Connection<String, Project>, Problem> {
        let grant = caller(ctx)?.may(ReadProject)?;
        let page = page_request(first, after)?;
        let follows = page.after.is_some();
        let ports = ctx.data_unchecked::<State>();
        let projects = match owner {
            Some(owner) => project::list_of_owner(ports, grant, owner, state, page).await?,
            None => project::list(ports, grant, state, page).await?,
        };
        Ok(connection(projects, follows))
    }
}
