//! What can be followed live.

use async_graphql::{Context, Subscription as Root};
use atelier_api::graphql::caller;
use atelier_api::{Problem, Signal};
use atelier_base::ProjectId;
use futures_util::{Stream, StreamExt as _};

use crate::permissions::ReadJournal;
use crate::{JournalChange, State};

/// Subscriptions of the journal.
#[derive(Default)]
pub struct Subscription;

#[expect(clippy::unused_async, reason = "the macro takes async functions only")]
#[Root(name = "JournalSubscription")]
impl Subscription {
    /// Changes in the current tenant's journal from now on; with a project, those of that project only. The first is
    /// `RESYNC`: what was read before may have changed since.
    async fn journal_changes(
        &self,
        ctx: &Context<'_>,
        project_id: Option<ProjectId>,
    ) -> Result<impl Stream<Item = JournalChange> + use<>, Problem> {
        let grant = caller(ctx)?.may(ReadJournal)?;
        let changes = ctx.data_unchecked::<State>().changes.subscribe(grant.tenant());
        Ok(changes.filter_map(move |signal| {
            std::future::ready(match signal {
                Signal::News(change) => {
                    let concerns = project_id.is_none() || change.project_id == project_id;
                    concerns.then_some(change)
                }
                Signal::Missed => Some(JournalChange::resync()),
            })
        }))
    }
}
