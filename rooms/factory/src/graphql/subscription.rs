//! What can be followed live.

use async_graphql::{Context, Subscription as Root};
use atelier_api::graphql::caller;
use atelier_api::{Problem, Signal};
use atelier_base::OrderId;
use futures_util::{Stream, StreamExt as _};

use crate::permissions::ReadFactory;
use crate::{FactoryChange, State};

/// Subscriptions of the factory.
#[derive(Default)]
pub struct Subscription;

#[expect(clippy::unused_async, reason = "the macro takes async functions only")]
#[Root(name = "FactorySubscription")]
impl Subscription {
    /// Changes in the current tenant's factory from now on; with an order, those of that order only. The first is
    /// `RESYNC`: what was read before may have changed since.
    async fn factory_changes(
        &self,
        ctx: &Context<'_>,
        order_id: Option<OrderId>,
    ) -> Result<impl Stream<Item = FactoryChange> + use<>, Problem> {
        let grant = caller(ctx)?.may(ReadFactory)?;
        let changes = ctx.data_unchecked::<State>().changes.subscribe(grant.tenant());
        Ok(changes.filter_map(move |signal| {
            std::future::ready(match signal {
                Signal::News(change) => {
                    let concerns = order_id.is_none() || change.order_id == order_id;
                    concerns.then_some(change)
                }
                Signal::Missed => Some(FactoryChange::resync()),
            })
        }))
    }
}
