//! Events between replicas, over NATS.

use std::future::Future;
use std::time::Duration;

use async_nats::ConnectOptions;
use async_nats::jetstream::consumer::pull;
use async_nats::jetstream::message::PublishMessage;
use async_nats::jetstream::{self, Context as JetStream, consumer, stream};
use futures_util::StreamExt as _;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use super::{EventRecord, KEPT};
use crate::{Error, Failure};

/// Where the bus is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BusSettings {
    /// `nats://host:4222`; several with commas.
    pub url: String,
    /// The stream's name, and the first word of its subjects.
    pub stream: String,
    /// This replica's name: letters, digits, `-` and `_`. It keeps its place under it.
    pub replica: String,
}

/// A connection to NATS that comes back by itself.
#[derive(Clone)]
pub struct Bus {
    jetstream: JetStream,
    settings: BusSettings,
}

/// The header that says which replica sent an event.
const SENDER: &str = "Atelier-Replica";
/// NATS is waited for so long before an event is offered anew.
const PATIENCE: Duration = Duration::from_secs(5);
/// A listener asks anew so often, and notices within a third of it that NATS went away. A message that was
/// not answered for so long comes again.
const ASK_AGAIN: Duration = Duration::from_secs(9);
/// Before the next try when it is away.
const PAUSE: Duration = Duration::from_millis(500);

impl Bus {
    /// A bus. NATS need not be there yet.
    ///
    /// # Errors
    /// [`Error::Bus`] for an address that can't be read.
    pub async fn open(settings: BusSettings) -> Result<Self, Error> {
        let options = ConnectOptions::new().name(&settings.replica).retry_on_initial_connect();
        let client = async_nats::connect_with_options(&settings.url, options).await.map_err(failed)?;
        let mut jetstream = jetstream::new(client);
        jetstream.set_timeout(PATIENCE);
        Ok(Self { jetstream, settings })
    }

    /// Sends an event; it is stored by NATS when this returns. Sent twice it is stored once, if the second time
    /// is not much later.
    ///
    /// # Errors
    /// [`Error::Bus`] when NATS does not answer.
    pub async fn send(&self, event: &EventRecord) -> Result<(), Error> {
        let body = serde_json::to_vec(event)?;
        let subject = format!("{}.{}.{}", self.settings.stream, event.owner, event.kind);
        let message = || {
            PublishMessage::build()
                .payload(body.clone().into())
                .message_id(event.id.to_string())
                .header(SENDER, self.settings.replica.as_str())
        };
        let send = async {
            let acknowledged = async {
                let sent = self.jetstream.send_publish(subject.clone(), message()).await.map_err(failed)?;
                sent.await.map_err(failed)
            };
            if acknowledged.await.is_ok() {
                return Ok(());
            }
            // There may be no stream yet, or no longer.
            self.stream().await?;
            let sent = self.jetstream.send_publish(subject.clone(), message()).await.map_err(failed)?;
            sent.await.map_err(failed).map(|_| ())
        };
        timeout(PATIENCE * 3, send).await.map_err(failed)?
    }

    /// A subscriber for [`Relay::to`](super::Relay::to) that passes everything on.
    pub fn sender(
        &self,
    ) -> impl Fn(EventRecord) -> futures_util::future::BoxFuture<'static, Result<(), Failure>> + use<> {
        let bus = self.clone();
        move |event| {
            let bus = bus.clone();
            Box::pin(async move { Ok(bus.send(&event).await?) })
        }
    }

    /// Hands over what other replicas sent, in order, until `stop` is cancelled. The replica's place is kept by
    /// NATS: what is sent while it is away comes when it is back, for a week. An event that is not taken comes
    /// again.
    pub async fn listen<F>(&self, deliver: impl Fn(EventRecord) -> F + Send + Sync, stop: CancellationToken)
    where
        F: Future<Output = Result<(), Failure>> + Send,
    {
        while !stop.is_cancelled() {
            tokio::select! {
                () = stop.cancelled() => return,
                ended = self.follow(&deliver) => if let Err(error) = ended {
                    tracing::warn!(%error, "the event bus is away; it is tried again");
                },
            }
            let _ = timeout(PAUSE, stop.cancelled()).await;
        }
    }

    async fn follow<F>(&self, deliver: &(impl Fn(EventRecord) -> F + Send + Sync)) -> Result<(), Error>
    where
        F: Future<Output = Result<(), Failure>> + Send,
    {
        let place = pull::Config {
            durable_name: Some(self.settings.replica.clone()),
            deliver_policy: consumer::DeliverPolicy::New,
            ack_policy: consumer::AckPolicy::Explicit,
            // One at a time, or a second one would overtake the first when that comes again.
            max_ack_pending: 1,
            ack_wait: ASK_AGAIN,
            inactive_threshold: KEPT,
            ..pull::Config::default()
        };
        let stream = self.stream().await?;
        let consumer = stream.get_or_create_consumer(&self.settings.replica, place).await.map_err(failed)?;
        let messages = consumer.stream().expires(ASK_AGAIN).heartbeat(ASK_AGAIN / 3).messages();
        let mut messages = messages.await.map_err(failed)?;
        while let Some(message) = messages.next().await {
            let message = message.map_err(failed)?;
            let sender = message.headers.as_ref().and_then(|headers| headers.get(SENDER));
            let own = sender.is_some_and(|sender| sender.as_str() == self.settings.replica);
            if !own {
                match serde_json::from_slice::<EventRecord>(&message.payload) {
                    Ok(event) => {
                        if let Err(failure) = deliver(event).await {
                            tracing::warn!(
                                ?failure,
                                "an event of another replica was not taken; it comes again"
                            );
                            let again = jetstream::AckKind::Nak(Some(PAUSE));
                            message.ack_with(again).await.map_err(failed)?;
                            continue;
                        }
                    }
                    Err(error) => tracing::error!(%error, "an event of another replica can't be read"),
                }
            }
            message.ack().await.map_err(failed)?;
        }
        Ok(())
    }

    async fn stream(&self) -> Result<stream::Stream, Error> {
        let stream = stream::Config {
            name: self.settings.stream.clone(),
            subjects: vec![format!("{}.>", self.settings.stream)],
            max_age: KEPT,
            duplicate_window: Duration::from_mins(10),
            ..stream::Config::default()
        };
        self.jetstream.get_or_create_stream(stream).await.map_err(failed)
    }
}

fn failed(error: impl std::fmt::Display) -> Error {
    Error::Bus(error.to_string())
}
