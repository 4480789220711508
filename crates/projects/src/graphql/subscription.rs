//! What can be followed live.

use async_graphql::{Context, Subscription as Root};
use atelier_api::graphql::caller;
use atelier_api::{Problem, Signal};
use futures_util::{Stream, StreamExt as _};

use crate::permissions::ReadProject;
use crate::{ProjectChange, State};

/// Subscriptions of projects.
#[derive(Default)]
pub struct Subscription;

#[expect(clippy::unused_async, reason = "the macro takes async functions only")]
#[Root(name = "ProjectsSubscription")]
impl Subscription {
    /// Changes of the current tenant's projects, from now on. The first is `RESYNC`: what was read before may have changed
    /// since.
    async fn project_changed(
        &self,
        ctx: &Context<'_>,
    ) -> Result<impl Stream<Item = ProjectChange> + use<>, Problem> {
        let grant = caller(ctx)?.may(ReadProject)?;
        let changes = ctx.data_unchecked::<State>().changes.subscribe(grant.tenant());
        Ok(changes.map(|signal| match signal {
            Signal::News(change) => change,
            Signal::Missed => ProjectChange::resync(),
        }))
    }
}
