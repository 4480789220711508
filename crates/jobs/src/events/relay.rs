//! The loop that hands events to subscribers.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use atelier_base::Scope;
use atelier_tables::{Change, Position};
use futures_util::future::{BoxFuture, join_all};
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use super::EventRecord;
use super::seat::Seat;
use crate::sighting::Sightings;
use crate::tables::EVENTS;
use crate::{Error, Failure, State};

/// How a relay works.
#[derive(Clone, Debug)]
pub struct RelaySettings {
    /// A process that gave no sign for so long has lost its subscribers to another.
    pub lease: Duration,
    /// How often it looks for events that nobody told it of.
    pub poll: Duration,
}

impl Default for RelaySettings {
    fn default() -> Self {
        Self { lease: Duration::from_secs(20), poll: Duration::from_secs(1) }
    }
}

type Deliver = Arc<dyn Fn(EventRecord) -> BoxFuture<'static, Result<(), Failure>> + Send + Sync>;

/// Changes that are read at once.
const AT_ONCE: usize = 64;
/// After a failure an event is offered again after this, then twice as much, up to the longest.
const FIRST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(20);

/// The subscribers of a process.
pub struct Relay {
    state: State,
    settings: RelaySettings,
    subscribers: Vec<(String, Deliver)>,
}

/// Why a subscriber is served no longer.
enum Left {
    Stopping,
    /// Another process has the seat.
    Lost,
}

impl Relay {
    /// A relay without subscribers.
    pub fn new(state: State, settings: RelaySettings) -> Self {
        Self { state, settings, subscribers: Vec::new() }
    }

    /// Hands every event to this subscriber, in order. Its place is kept under the name; a new name begins
    /// with everything that is still kept. Until it takes an event it gets no later one: one that can't
    /// be handled is for the subscriber to lay aside.
    pub fn to<F>(mut self, name: &str, deliver: impl Fn(EventRecord) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<(), Failure>> + Send + 'static,
    {
        let deliver: Deliver = Arc::new(move |event| Box::pin(deliver(event)));
        self.subscribers.push((name.to_owned(), deliver));
        self
    }

    /// Works until `stop` is cancelled. A failure is logged and tried again.
    pub async fn run(self, stop: CancellationToken) {
        let line = |(name, deliver): &(String, Deliver)| Line {
            state: self.state.clone(),
            settings: self.settings.clone(),
            name: name.clone(),
            deliver: deliver.clone(),
            stop: stop.clone(),
        };
        let lines: Vec<_> = self.subscribers.iter().map(line).collect();
        join_all(lines.iter().map(Line::run)).await;
    }
}

/// One subscriber.
struct Line {
    state: State,
    settings: RelaySettings,
    name: String,
    deliver: Deliver,
    stop: CancellationToken,
}

impl Line {
    async fn run(&self) {
        let mut sightings = Sightings::new();
        while !self.stop.is_cancelled() {
            let taken = Seat::take(&self.state, &self.name, self.settings.lease, &mut sightings).await;
            match taken {
                Ok(Some(seat)) => match self.serve(seat).await {
                    Ok(Left::Stopping) => return,
                    Ok(Left::Lost) => tracing::info!(consumer = self.name, "another process serves it now"),
                    Err(error) => {
                        tracing::warn!(consumer = self.name, %error, "the relay failed; it goes on");
                    }
                },
                Ok(None) => {}
                Err(error) => {
                    tracing::warn!(consumer = self.name, %error, "the relay found no seat; it goes on");
                }
            }
            self.pause(self.settings.poll).await;
        }
    }

    /// Hands over what comes, for as long as the seat is held.
    async fn serve(&self, mut seat: Seat) -> Result<Left, Error> {
        let mut position = seat.position.clone();
        let mut kept_at = self.state.uptime.elapsed();
        loop {
            // Before the look, so that what is emitted meanwhile is not slept through.
            let emitted = self.state.shared.emitted.notified();
            let changes =
                self.state.tables.changes(Scope::directory(), &[&EVENTS], &position, AT_ONCE).await?;
            let full = changes.len() == AT_ONCE;
            let mut delivered = false;
            for change in changes {
                let reached = change.position.clone();
                if let Some(event) = event_of(change) {
                    match self.hand_over(&mut seat, &position, event).await? {
                        None => delivered = true,
                        Some(left) => return Ok(left),
                    }
                }
                position = reached;
            }
            let due = self.settings.lease / 4 <= self.state.uptime.elapsed().saturating_sub(kept_at);
            if delivered || due {
                let Some(kept) = seat.keep(&self.state, &position).await? else { return Ok(Left::Lost) };
                seat = kept;
                kept_at = self.state.uptime.elapsed();
            }
            if !full && !delivered {
                tokio::select! {
                    () = self.stop.cancelled() => {}
                    _ = timeout(self.settings.poll, emitted) => {}
                }
            }
            if self.stop.is_cancelled() {
                seat.leave(&self.state).await?;
                return Ok(Left::Stopping);
            }
        }
    }

    /// Offers the event until it is taken, and keeps the seat meanwhile; says so if it was not taken.
    async fn hand_over(
        &self,
        seat: &mut Seat,
        position: &Position,
        event: EventRecord,
    ) -> Result<Option<Left>, Error> {
        let id = event.id;
        let mut pause = FIRST_PAUSE;
        loop {
            let mut offer = (self.deliver)(event.clone());
            let answer = loop {
                match timeout(self.settings.lease / 4, &mut offer).await {
                    Ok(answer) => break answer,
                    Err(_) => match seat.keep(&self.state, position).await? {
                        Some(kept) => *seat = kept,
                        None => return Ok(Some(Left::Lost)),
                    },
                }
            };
            match answer {
                Ok(()) => {
                    self.state.metrics.event_delivered(&self.name);
                    return Ok(None);
                }
                Err(failure) => {
                    tracing::warn!(consumer = self.name, event = %id, ?failure, "not taken; it is offered again");
                }
            }
            self.pause(pause).await;
            pause = (pause * 2).min(LONGEST_PAUSE).min(self.settings.lease / 4);
            match seat.keep(&self.state, position).await? {
                Some(kept) => *seat = kept,
                None => return Ok(Some(Left::Lost)),
            }
            if self.stop.is_cancelled() {
                seat.leave(&self.state).await?;
                return Ok(Some(Left::Stopping));
            }
        }
    }

    /// Rests, unless it is to stop.
    async fn pause(&self, rest: Duration) {
        let _ = timeout(rest, self.stop.cancelled()).await;
    }
}

/// The event that was emitted by a change; none for any other change.
fn event_of(change: Change) -> Option<EventRecord> {
    let emitted = change.before.is_none();
    let event = EventRecord::of(change.after.filter(|_| emitted)?);
    event.inspect_err(|error| tracing::error!(%error, "an event can't be read and is passed over")).ok()
}
