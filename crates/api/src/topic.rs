//! Live news of one tenant, within this process.

use std::sync::Arc;

use atelier_base::TenantId;
use futures_util::{Stream, StreamExt as _, stream};
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

/// What a subscriber of a [`Topic`] hears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signal<T> {
    /// Something happened.
    News(T),
    /// There may have been news that the subscriber did not hear, as it was too slow or has only begun to listen: it
    /// must read anew what it shows.
    Missed,
}

/// A broadcast of news, each of one tenant. Cheap to clone; clones share one topic.
///
/// News is a hint to read again, not a record: it is not kept, and it does not leave the process.
#[derive(Clone, Debug)]
pub struct Topic<T> {
    sender: broadcast::Sender<Arc<(TenantId, T)>>,
}

impl<T: Clone + Send + Sync + 'static> Topic<T> {
    /// A slow subscriber may lie this many news behind before it misses some.
    const BACKLOG: usize = 256;

    /// A topic without subscribers.
    pub fn new() -> Self {
        Self { sender: broadcast::channel(Self::BACKLOG).0 }
    }

    /// Tells every subscriber of the tenant.
    pub fn publish(&self, tenant: TenantId, news: T) {
        // An error means that nobody listens.
        let _ = self.sender.send(Arc::new((tenant, news)));
    }

    /// The news of one tenant from now on, after a first [`Signal::Missed`]: what a page shows was read before it
    /// subscribed, and nobody would tell it what changed in between.
    pub fn subscribe(&self, tenant: TenantId) -> impl Stream<Item = Signal<T>> + Send + use<T> {
        // Listens already, so that nothing falls between the first signal and the news.
        let receiver = self.sender.subscribe();
        let news = stream::unfold(receiver, move |mut receiver| async move {
            loop {
                match receiver.recv().await {
                    Ok(sent) if sent.0 == tenant => {
                        return Some((Signal::News(sent.1.clone()), receiver));
                    }
                    Ok(_) => {}
                    Err(RecvError::Lagged(_)) => return Some((Signal::Missed, receiver)),
                    Err(RecvError::Closed) => return None,
                }
            }
        });
        stream::once(std::future::ready(Signal::Missed)).chain(news)
    }
}

impl<T: Clone + Send + Sync + 'static> Default for Topic<T> {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use atelier_base::{Randomness, Timestamp, UserId};

    use super::*;

    fn tenant(seed: u64) -> TenantId {
        TenantId::Personal(UserId::generate(Timestamp::from_millis(0), &Randomness::seeded(seed)))
    }

    #[tokio::test]
    async fn a_tenant_hears_only_its_own_news() {
        let topic = Topic::new();
        let mut mine = Box::pin(topic.subscribe(tenant(1)));
        topic.publish(tenant(2), "theirs");
        topic.publish(tenant(1), "mine");
        assert_eq!(mine.next().await, Some(Signal::Missed));
        assert_eq!(mine.next().await, Some(Signal::News("mine")));
    }

    #[tokio::test]
    async fn who_begins_to_listen_is_told_to_read_anew_and_hears_all_that_follows() {
        let topic = Topic::new();
        topic.publish(tenant(1), "before");
        let mut mine = Box::pin(topic.subscribe(tenant(1)));
        // Before the stream is polled for the first time.
        topic.publish(tenant(1), "after");
        assert_eq!(mine.next().await, Some(Signal::Missed));
        assert_eq!(mine.next().await, Some(Signal::News("after")));
    }

    #[tokio::test]
    async fn a_slow_subscriber_learns_that_it_missed_news() {
        let topic = Topic::new();
        let mut mine = Box::pin(topic.subscribe(tenant(1)));
        for count in 0..=Topic::<usize>::BACKLOG {
            topic.publish(tenant(1), count);
        }
        assert_eq!(mine.next().await, Some(Signal::Missed));
        assert_eq!(mine.next().await, Some(Signal::Missed));
        assert_eq!(mine.next().await, Some(Signal::News(1)));
    }
}
