//! One attempt of one item: sent, asked after, kept.

use std::sync::Arc;
use std::time::Duration;

use atelier_providers::{Category, Error as Refusal, Fate, Outcome, Progress, Provider, Request, Ticket};
use serde_json::{Map, Value, json};
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use crate::item::{self, Claimed, Failure, OrderItemStatus};
use crate::{Error, State, connection, ingest, model};

/// What an attempt works with.
pub(super) struct Bench {
    pub(super) state: State,
    /// Cancelled when the server stops.
    pub(super) stop: CancellationToken,
    /// Cancelled when the item was called off, or taken over.
    pub(super) lost: CancellationToken,
}

/// How often in a row asking after an item may go wrong before it counts as failed.
const MOST_SILENCES: u32 = 30;
/// How long to wait before what was made is kept once more, when that went wrong.
const KEEP_AGAIN: [Duration; 4] =
    [Duration::from_millis(200), Duration::from_secs(2), Duration::from_secs(10), Duration::from_secs(30)];
/// How long a provider gets to hear that something was called off.
const GOODBYE: Duration = Duration::from_secs(10);

/// An attempt with its provider.
struct Errand<'b> {
    bench: &'b Bench,
    item: Arc<Claimed>,
    provider: Provider,
    is_free_to_repeat: bool,
    request: Request,
}

/// Carries an attempt through, until it was made, failed, or somebody else has it.
///
/// # Errors
/// Those of the stores; the lease ends, and the item is brought back.
pub(super) async fn carry_out(bench: &Bench, item: Arc<Claimed>) -> Result<(), Error> {
    let state = &bench.state;
    let connected = match connection::connection(state, item.scope, &item.provider).await {
        Ok(connection) => {
            let is_free = connection::is_free_to_repeat(&connection);
            Provider::connect(connection, &state.http).map(|provider| (provider, is_free))
        }
        Err(error @ (Error::ProviderDisabled(_) | Error::Secrets(_) | Error::NotFound { .. })) => {
            Err(Refusal::new(Category::Authentication, error.to_string()))
        }
        Err(error) => return Err(error),
    };
    match connected {
        Ok((provider, is_free_to_repeat)) => {
            let request = request(state, &item).await?;
            Errand { bench, item, provider, is_free_to_repeat, request }.run().await
        }
        Err(error) => {
            let failure = Failure { error, is_free_to_repeat: true, request: None };
            item::fail(state, &item, failure).await.map(drop)
        }
    }
}

async fn request(state: &State, item: &Claimed) -> Result<Request, Error> {
    let mut parameters = item.parameters["parameters"].as_object().cloned().unwrap_or_default();
    let text = |name: &str| item.parameters[name].as_str().unwrap_or_default();
    parameters.insert("prompt".to_owned(), text("prompt").into());
    if !text("negative_prompt").is_empty()
        && let Some(name) = model::negative_name(state, item.scope, &item.provider, &item.model).await?
    {
        parameters.insert(name.to_owned(), text("negative_prompt").into());
    }
    Ok(Request {
        model: item.model.clone(),
        parameters,
        quantity: item.quantity,
        idempotency_key: item.idempotency_key.clone(),
        webhook: None,
    })
}

/// How long to wait before it is asked after again, when the asking and not the making went wrong.
fn patience(error: &Refusal, silences: u32) -> Option<Duration> {
    if error.fate == Fate::Ended || MOST_SILENCES <= silences {
        return None;
    }
    let delay = error.category.delay(silences.min(4), 0.5)?;
    let is_about_asking = matches!(
        error.category,
        Category::Network | Category::RateLimited | Category::ProviderOutage | Category::Transient
    );
    is_about_asking.then(|| error.retry_after.unwrap_or(delay))
}

impl Errand<'_> {
    fn state(&self) -> &State {
        &self.bench.state
    }

    async fn run(&self) -> Result<(), Error> {
        if let Some(ticket) = &self.item.ticket {
            return self.wait(OrderItemStatus::Submitted, ticket.clone()).await;
        }
        // From here on it may be paid for: whoever finds it without a ticket does not send it again.
        let is_noted = self.is_free_to_repeat
            || item::mark(self.state(), &self.item, (OrderItemStatus::Submitted, None)).await?;
        if !is_noted {
            return Ok(());
        }
        match self.provider.submit(&self.request).await {
            Ok(Progress::Done(outcome)) => self.keep(outcome, None).await,
            Ok(Progress::Queued(ticket)) => self.wait(OrderItemStatus::Submitted, ticket).await,
            Ok(Progress::Running(ticket, _)) => self.wait(OrderItemStatus::Generating, ticket).await,
            Err(error) => self.fail(error).await,
        }
    }

    /// Asks after it until it has ended.
    async fn wait(&self, mut status: OrderItemStatus, mut ticket: Ticket) -> Result<(), Error> {
        let mut noted = self.item.ticket.clone().map(|ticket| (OrderItemStatus::Submitted, ticket));
        let (mut silences, mut pause) = (0, Duration::ZERO);
        loop {
            let now = (status, ticket.clone());
            if noted.as_ref() != Some(&now) {
                if !item::mark(self.state(), &self.item, (status, Some(&ticket))).await? {
                    return self.give_up(&ticket).await;
                }
                noted = Some(now);
            }
            if !pause.is_zero() {
                tokio::select! {
                    () = self.bench.stop.cancelled() => return item::let_go(self.state(), &self.item).await,
                    () = self.bench.lost.cancelled() => return self.give_up(&ticket).await,
                    _ = timeout(pause, std::future::pending::<()>()) => {}
                }
            }
            pause = self.provider.poll_every().max(Duration::from_millis(1));
            match self.provider.poll(&ticket).await {
                Ok(Progress::Done(outcome)) => return self.keep(outcome, Some(&ticket)).await,
                Ok(Progress::Queued(next)) => {
                    (status, ticket, silences) = (OrderItemStatus::Submitted, next, 0);
                }
                Ok(Progress::Running(next, _)) => {
                    (status, ticket, silences) = (OrderItemStatus::Generating, next, 0);
                }
                Err(error) => match patience(&error, silences) {
                    Some(longer) => (pause, silences) = (longer, silences + 1),
                    // It was begun: unless its provider says that it ended, nobody knows that it did.
                    None if error.fate == Fate::Ended => return self.fail(error).await,
                    None => return self.fail(error.fate(Fate::Unknown)).await,
                },
            }
        }
    }

    /// It was called off, or somebody else asks after it now: then nobody tells the provider.
    async fn give_up(&self, ticket: &Ticket) -> Result<(), Error> {
        if item::is_cancelled(self.state(), &self.item).await? {
            match timeout(GOODBYE, self.provider.cancel(ticket)).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => tracing::warn!(item = %self.item.id, %error, "the provider did not cancel"),
                Err(_) => tracing::warn!(item = %self.item.id, "the provider did not hear of the cancelling"),
            }
        }
        Ok(())
    }

    /// Keeps what was made. That was paid for, so that it is tried again when it goes wrong, and never made anew.
    async fn keep(&self, outcome: Outcome, ticket: Option<&Ticket>) -> Result<(), Error> {
        let mut pauses = KEEP_AGAIN.into_iter();
        loop {
            let Err(error) = self.keep_once(&outcome).await else { return Ok(()) };
            let broken = matches!(error, Error::Media(_));
            tracing::warn!(item = %self.item.id, %error, "what was made could not be kept");
            let pause = if broken { None } else { pauses.next() };
            match pause {
                Some(pause) => {
                    let _ = timeout(pause, self.bench.lost.cancelled()).await;
                }
                // It is still there to be fetched: whoever takes the item over does.
                None if ticket.is_some() && !broken => return Err(error),
                None => {
                    let what = if broken { "The provider sent something" } else { "It made something" };
                    let message = format!("{what} that can't be kept: {error}");
                    let category = if broken { Category::Unknown } else { Category::FileSystem };
                    return self.fail(Refusal::new(category, message).fate(Fate::Unknown)).await;
                }
            }
        }
    }

    async fn keep_once(&self, outcome: &Outcome) -> Result<bool, Error> {
        let files = ingest::keep(self.state(), &self.item, outcome).await?;
        item::complete(self.state(), &self.item, (outcome, files, self.told())).await
    }

    async fn fail(&self, error: Refusal) -> Result<(), Error> {
        let request = Some(self.told());
        let failure = Failure { error, is_free_to_repeat: self.is_free_to_repeat, request };
        item::fail(self.state(), &self.item, failure).await.map(drop)
    }

    /// The request as it is logged.
    fn told(&self) -> Value {
        let Request { model, parameters, quantity, idempotency_key, webhook: _ } = &self.request;
        let parameters: &Map<String, Value> = parameters;
        json!({"model": model, "parameters": parameters, "quantity": quantity, "idempotency_key": idempotency_key})
    }
}
