//! The production floor: every provider's lane, and what waits in it.

use async_graphql::connection::Connection;
use async_graphql::{Context, Object};
use atelier_api::Problem;
use atelier_api::graphql::{caller, connection, page_request};

use super::state;
use crate::floor::{self, Lane};
use crate::item::{self, OrderItem};
use crate::permissions::ReadFactory;

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
