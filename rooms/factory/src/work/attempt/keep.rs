//! What was made is kept. It was paid for, so that it is tried again for as long as it takes, and never made anew.

use std::sync::Arc;

use atelier_providers::{Category, Error as Refusal, Fate, Outcome};

use super::{AGAIN, Errand};
use crate::Error;
use crate::ingest::{self, Batch};
use crate::item::{self, Made};

/// How often a store may refuse something before it is given up.
const MOST_REFUSALS: u32 = 4;

impl Errand<'_> {
    /// Keeps what was made; with a ticket it can be fetched again. Gives the failure when nothing of it can be kept
    /// because it is damaged, or no picture at all.
    ///
    /// A store that is full or away is waited for, with what was made in hand, while no worker of this process begins
    /// anything else.
    pub(super) async fn keep(&self, outcome: Outcome, has_ticket: bool) -> Result<Option<Refusal>, Error> {
        let outcome = Arc::new(outcome);
        let (mut pauses, mut batch, mut jammed, mut refusals) = (AGAIN.into_iter(), None, None, 0);
        loop {
            let error = match self.keep_once(&outcome, &mut batch).await {
                Ok(()) => return Ok(None),
                Err(Error::Media(error)) => return Ok(Some(damaged(&error))),
                Err(error) => error,
            };
            tracing::warn!(item = %self.item.id, %error, "what was made could not be kept; it is tried again");
            if error.is_of_a_moment() {
                jammed.get_or_insert_with(|| self.bench.jammed.enter());
            } else {
                refusals += 1;
            }
            if self.bench.lost.is_cancelled() {
                return Ok(None);
            }
            let is_over = self.bench.stop.is_cancelled();
            if is_over && (has_ticket || self.shop.is_free_to_repeat) {
                return item::let_go(self.state(), &self.item).await.map(|()| None);
            }
            if is_over || MOST_REFUSALS <= refusals {
                return self.fail(lost(&error)).await.map(|()| None);
            }
            self.rest(pauses.next()).await;
        }
    }

    /// Writes the files, once, and then the rows.
    async fn keep_once(&self, outcome: &Arc<Outcome>, batch: &mut Option<Arc<Batch>>) -> Result<(), Error> {
        let kept = if let Some(batch) = &*batch {
            batch.clone()
        } else {
            let kept = ingest::keep(self.state(), &self.item, (outcome, self.shop.sizes)).await?;
            batch.insert(Arc::new(kept)).clone()
        };
        let (item, outcome) = (self.item.clone(), outcome.clone());
        let made = Arc::new(Made { item, outcome, batch: kept, request: self.told() });
        match self.bench.desk.hand_in(self.state(), made.clone()).await {
            Ok(true) => Ok(()),
            // Called off, or taken over: nobody names these files.
            Ok(false) => {
                ingest::take_back(self.state(), self.item.scope, &made.batch).await?;
                match made.outcome.cost_micros {
                    Some(cost) => item::settle_cancelled(self.state(), &self.item, cost).await,
                    None => Ok(()),
                }
            }
            Err(error) => {
                // They waited for so long that they were swept: they are written anew.
                if matches!(error, Error::Unexpected(_)) {
                    *batch = None;
                }
                Err(error)
            }
        }
    }
}

fn damaged(error: &atelier_media::Error) -> Refusal {
    let message = format!("The provider sent something that can't be kept: {error}");
    Refusal::new(Category::Unknown, message).fate(Fate::Unknown)
}

/// What was made is gone: it was only ever here, and could not be written.
fn lost(error: &Error) -> Refusal {
    let message = format!("It made something that could not be kept here: {error}");
    Refusal::new(Category::FileSystem, message).fate(Fate::Unknown)
}
