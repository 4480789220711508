//! Where what was made is handed in. Whoever comes while others are being served waits, and the next one takes all that
//! wait along: their items end in one transaction an order.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::oneshot;

use crate::item::{self, Made};
use crate::{Error, State};

/// Clones share it.
#[derive(Clone, Default)]
pub(super) struct Desk(Arc<Inner>);

#[derive(Default)]
struct Inner {
    waiting: Mutex<Vec<Handed>>,
    turn: tokio::sync::Mutex<()>,
}

struct Handed {
    made: Arc<Made>,
    answer: oneshot::Sender<Result<bool, Error>>,
}

impl Desk {
    /// Ends an item with what was made of it; false when it was lost or called off meanwhile.
    ///
    /// # Errors
    /// Those of the stores; then nothing of it was kept.
    pub(super) async fn hand_in(&self, state: &State, made: Arc<Made>) -> Result<bool, Error> {
        let (answer, mut heard) = oneshot::channel();
        self.waiting().push(Handed { made, answer });
        let _turn = self.0.turn.lock().await;
        // Somebody before may have taken it along.
        if let Ok(outcome) = heard.try_recv() {
            return outcome;
        }
        let mut orders = BTreeMap::<_, Vec<Handed>>::new();
        for handed in std::mem::take(&mut *self.waiting()) {
            orders.entry(handed.made.item.order).or_default().push(handed);
        }
        for handed in orders.into_values() {
            serve(state, handed).await;
        }
        let lost = || Error::Unexpected("what was made was handed in and not served".to_owned());
        heard.try_recv().unwrap_or_else(|_| Err(lost()))
    }

    fn waiting(&self) -> std::sync::MutexGuard<'_, Vec<Handed>> {
        // Each change is a single step: one that panicked left nothing half done.
        self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// All of them, which are of one order; where that fails each by itself, so that nobody suffers from another's.
async fn serve(state: &State, handed: Vec<Handed>) {
    let made: Vec<&Made> = handed.iter().map(|handed| &*handed.made).collect();
    match item::complete(state, &made).await {
        Ok(kept) => answer(handed, kept.into_iter().map(Ok)),
        Err(error) if handed.len() == 1 => answer(handed, [Err(error)]),
        Err(_) => {
            for one in handed {
                let kept = item::complete(state, &[&one.made]).await;
                answer(vec![one], [kept.map(|kept| kept == [true])]);
            }
        }
    }
}

fn answer(handed: Vec<Handed>, outcomes: impl IntoIterator<Item = Result<bool, Error>>) {
    for (handed, outcome) in handed.into_iter().zip(outcomes) {
        // Whoever does not wait any more was told to stop: its item's lease ends.
        let _ = handed.answer.send(outcome);
    }
}
