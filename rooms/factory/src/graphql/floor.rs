//! The production floor: every provider's lane, and what waits in it.

use async_graphql::connection::Connection;
use async_graphql::{Context, Object};
use atelier_api::Problem;
use atelier_api::graphql::{caller, connection, page_request};

use super::state;
use crate::floor::{self, Lane};
use crate::item::{self, OrderItem};
use crate::order::{self, Order};
use crate::permissions::{PauseFloor, ReadFactory};

/// Queries of the production floor.
#[derive(Default)]
pub struct FloorQuery;

#[Object]
impl FloorQuery {
    /// The lanes of providers that are switched on, and of those with work.
    async fn lanes(&self, ctx: &Context<'_>) -> Result<Vec<Lane>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        Ok(floor::lanes(state(ctx), grant).await?)
    }

    /// Orders that are not done, in the order in which they are served. Paused ones stand where they will go on.
    #[graphql(complexity = "usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn line(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<Connection<String, Order>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        let page = page_request(first, after)?;
        let follows = page.after.is_some();
        Ok(connection(order::line(state(ctx), grant, page).await?, follows))
    }

    /// Items that are not done, in the order in which they are served.
    #[graphql(complexity = "usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn queue(
        &self,
        ctx: &Context<'_>,
        provider: Option<String>,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<Connection<String, OrderItem>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        let page = page_request(first, after)?;
        let follows = page.after.is_some();
        Ok(connection(item::queue(state(ctx), grant, provider, page).await?, follows))
    }
}

/// Mutations of the production floor.
#[derive(Default)]
pub struct FloorMutation;

#[Object]
impl FloorMutation {
    /// Begins nothing more at these providers, or at all of them, until their lanes are resumed. What is under way is
    /// finished. Returns all lanes.
    async fn pause_lanes(
        &self,
        ctx: &Context<'_>,
        providers: Option<Vec<String>>,
    ) -> Result<Vec<Lane>, Problem> {
        let (caller, state) = (caller(ctx)?, state(ctx));
        floor::pause(state, caller.may(PauseFloor)?, providers.as_deref()).await?;
        Ok(floor::lanes(state, caller.may(ReadFactory)?).await?)
    }

    /// Goes on at these providers, or at all of them. Orders that were paused one by one stay so. Returns all lanes.
    async fn resume_lanes(
        &self,
        ctx: &Context<'_>,
        providers: Option<Vec<String>>,
    ) -> Result<Vec<Lane>, Problem> {
        let (caller, state) = (caller(ctx)?, state(ctx));
        floor::resume(state, caller.may(PauseFloor)?, providers.as_deref()).await?;
        Ok(floor::lanes(state, caller.may(ReadFactory)?).await?)
    }
}
