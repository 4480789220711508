//! One attempt of one item: sent, asked after, kept.

use std::sync::Arc;
use std::time::Duration;

use atelier_base::Timestamp;
use atelier_providers::{Category, Charge, Error as Refusal, Fate, Progress, Provider, Request, Ticket};
use serde_json::{Map, Value, json};
use tokio::sync::{Notify, OnceCell};
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use super::desk::Desk;
use super::pace::Pace;
use super::tally::Tally;
use crate::item::{self, Claimed, Failure, OrderItemStatus};
use crate::product::{self, Sizes};
use crate::{Error, State, connection, model, webhook};

mod keep;

/// What an attempt works with.
pub(super) struct Bench {
    pub(super) state: State,
    /// Where its provider is; once for all that were taken together.
    pub(super) shop: Arc<OnceCell<Shop>>,
    pub(super) desk: Desk,
    /// Cancelled when the server stops.
    pub(super) stop: CancellationToken,
    /// Cancelled when the item was called off, or taken over.
    pub(super) lost: CancellationToken,
    /// Rung when the provider has something to say of the item.
    pub(super) news: Arc<Notify>,
    /// Where attempts stand that only wait for their provider.
    pub(super) waiting: Tally,
    /// Where attempts stand that have something and no room for it.
    pub(super) jammed: Tally,
}

/// How long a provider is asked in vain after what it has, before that counts as failed: an hour when it answers
/// without giving it out, and six when it does not answer.
const MOST_SILENCE: Duration = Duration::from_hours(6);
const MOST_EXCUSES: Duration = Duration::from_hours(1);
/// A provider that has not ended after that long does not end.
const LONGEST: Duration = Duration::from_hours(24);
/// How often something that was made is fetched anew when it came damaged.
const MOST_DAMAGED: usize = 2;
/// How long to wait before something is written once more; after the last of them it is the last.
const AGAIN: [Duration; 4] =
    [Duration::from_millis(200), Duration::from_secs(2), Duration::from_secs(10), Duration::from_secs(30)];
/// How long a provider gets to hear that something was called off.
const GOODBYE: Duration = Duration::from_secs(10);

/// A provider of a tenant, and what the tenant wants of what it makes.
pub(super) struct Shop {
    provider: Provider,
    kind: String,
    is_free_to_repeat: bool,
    sizes: Sizes,
}

/// Why there is no [`Shop`].
enum Closed {
    /// It can't be asked, for now or at all.
    Refused(Refusal),
    Failed(Error),
}

impl Shop {
    async fn find(state: &State, item: &Claimed) -> Result<Self, Closed> {
        let connection =
            match connection::connection(state, item.scope, &item.provider, item.ticket.is_some()).await {
                Ok(connection) => connection,
                Err(error @ (Error::ProviderDisabled(_) | Error::Secrets(_) | Error::NotFound { .. })) => {
                    let refusal = Refusal::new(Category::Authentication, error.to_string());
                    return Err(Closed::Refused(refusal.concerning_all()));
                }
                Err(error) => return Err(Closed::Failed(error)),
            };
        let sizes = product::sizes(state, item.scope).await.map_err(Closed::Failed)?;
        let (kind, is_free_to_repeat) = (connection.kind.clone(), connection::is_free_to_repeat(&connection));
        let provider = Provider::connect(connection, &state.http).map_err(Closed::Refused)?;
        Ok(Self { provider, kind, is_free_to_repeat, sizes })
    }
}

/// An attempt with its provider.
struct Errand<'b> {
    bench: &'b Bench,
    item: Arc<Claimed>,
    shop: &'b Shop,
    request: Request,
}

/// Carries an attempt through, until it was made, failed, or somebody else has it.
///
/// # Errors
/// Those of the stores; the lease ends, and the item is brought back.
pub(super) async fn carry_out(bench: &Bench, item: Arc<Claimed>) -> Result<(), Error> {
    let (state, is_begun) = (&bench.state, item.ticket.is_some());
    match bench.shop.get_or_try_init(|| Shop::find(state, &item)).await {
        Ok(shop) => {
            let mut request = request(state, &item).await?;
            if !is_begun {
                request.webhook = webhook::address(state, &item, &shop.kind, &shop.provider).await;
            }
            Errand { bench, item, shop, request }.run().await
        }
        Err(Closed::Failed(error)) => Err(error),
        // What the provider has already is paid for: it is fetched once the provider can be asked again.
        Err(Closed::Refused(error)) if is_begun || error.concerns_all => {
            item::hold_back(state, &item, error, is_begun).await.map(drop)
        }
        Err(Closed::Refused(error)) => {
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

/// How often and since when something was asked for in vain.
#[derive(Clone, Copy, Default)]
struct Silence {
    times: u32,
    since: Option<Timestamp>,
}

impl Silence {
    /// How long to wait before it is asked after again, when the asking and not the making went wrong.
    fn patience(&mut self, error: &Refusal, now: Timestamp) -> Option<Duration> {
        let most = match error.category {
            Category::Network | Category::RateLimited | Category::ProviderOutage => MOST_SILENCE,
            Category::Transient => MOST_EXCUSES,
            _ => return None,
        };
        if error.fate == Fate::Ended || most <= now.since(*self.since.get_or_insert(now)) {
            return None;
        }
        let delay = error.category.delay(self.times.min(4), 0.5)?;
        self.times += 1;
        Some(error.retry_after.unwrap_or(delay))
    }
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
        let is_noted = self.shop.is_free_to_repeat
            || item::mark(self.state(), &self.item, (OrderItemStatus::Submitted, None)).await?;
        if !is_noted {
            // Called off before it was sent.
            return item::settle_cancelled(self.state(), &self.item, 0).await;
        }
        match self.shop.provider.submit(&self.request).await {
            Ok(Progress::Done(outcome)) => match self.keep(outcome, false).await? {
                None => Ok(()),
                Some(damaged) => self.fail(damaged).await,
            },
            Ok(Progress::Queued(ticket)) => self.wait(OrderItemStatus::Submitted, ticket).await,
            Ok(Progress::Running(ticket, _)) => self.wait(OrderItemStatus::Generating, ticket).await,
            Err(error) if error.fate == Fate::NotBegun && self.concerns_all(&error).await => {
                self.hold_back(error, false).await
            }
            Err(error) => self.fail(error).await,
        }
    }

    /// Slower where the provider was told where to send news.
    fn pace(&self) -> Pace {
        let every = self.shop.provider.poll_every();
        match &self.state().webhooks {
            Some(webhooks) if self.request.webhook.is_some() => {
                Pace::easing(every, webhooks.shortest_wait, webhooks.longest_wait)
            }
            _ => Pace::steady(every),
        }
    }

    /// Asks after it until it has ended.
    async fn wait(&self, mut status: OrderItemStatus, mut ticket: Ticket) -> Result<(), Error> {
        let mut noted = self.item.ticket.clone().map(|ticket| (OrderItemStatus::Submitted, ticket));
        let mut pace = self.pace();
        let (mut silence, mut damaged, mut pause) = (Silence::default(), 0, Duration::ZERO);
        loop {
            let now = (status, ticket.clone());
            if noted.as_ref() != Some(&now) {
                if !self.note(status, &ticket).await? {
                    return self.give_up(&ticket).await;
                }
                noted = Some(now);
            }
            if !pause.is_zero() {
                let _waiting = self.bench.waiting.enter();
                tokio::select! {
                    () = self.bench.stop.cancelled() => return item::let_go(self.state(), &self.item).await,
                    () = self.bench.lost.cancelled() => return self.give_up(&ticket).await,
                    () = self.bench.news.notified() => pace.hurry(),
                    _ = timeout(pause, std::future::pending::<()>()) => {}
                }
            }
            pause = pace.wait();
            match self.shop.provider.poll(&ticket).await {
                Ok(Progress::Done(outcome)) => match self.keep(outcome, true).await? {
                    None => return Ok(()),
                    // It may have been damaged on its way.
                    Some(_) if damaged < MOST_DAMAGED => (pause, damaged) = (AGAIN[damaged], damaged + 1),
                    Some(error) => return self.fail(error).await,
                },
                Ok(Progress::Queued(next)) => {
                    (status, ticket, silence) = (OrderItemStatus::Submitted, next, Silence::default());
                }
                Ok(Progress::Running(next, _)) => {
                    (status, ticket, silence) = (OrderItemStatus::Generating, next, Silence::default());
                }
                // It was begun: unless its provider says that it ended, nobody knows that it did.
                Err(error) if error.fate == Fate::Ended => return self.fail(error).await,
                Err(error) if self.concerns_all(&error).await => return self.hold_back(error, true).await,
                Err(error) => match silence.patience(&error, self.state().clock.now()) {
                    Some(longer) => pause = longer,
                    None => return self.fail(in_vain(error)).await,
                },
            }
            if LONGEST <= self.state().clock.now().since(self.item.attempted_at) {
                self.call_off(&ticket).await;
                let message = "The provider did not end it within 24 hours, and was told to stop";
                return self.fail(in_vain(Refusal::new(Category::Unknown, message))).await;
            }
        }
    }

    /// Notes how far it is. A ticket is not lost to a store that is busy or full for a while: what it stands for
    /// would be paid for and never fetched.
    async fn note(&self, status: OrderItemStatus, ticket: &Ticket) -> Result<bool, Error> {
        let mut pauses = AGAIN.into_iter();
        let mut jammed = None;
        loop {
            match item::mark(self.state(), &self.item, (status, Some(ticket))).await {
                Err(error) if error.is_of_a_moment() && !self.bench.stop.is_cancelled() => {
                    tracing::warn!(item = %self.item.id, %error, "a ticket could not be noted; it is tried again");
                    jammed.get_or_insert_with(|| self.bench.jammed.enter());
                    self.rest(pauses.next()).await;
                }
                noted => return noted,
            }
        }
    }

    /// Waits, or until the item is lost or the server stops.
    async fn rest(&self, pause: Option<Duration>) {
        tokio::select! {
            () = self.bench.stop.cancelled() => {}
            () = self.bench.lost.cancelled() => {}
            _ = timeout(pause.unwrap_or(AGAIN[3]), std::future::pending::<()>()) => {}
        }
    }

    /// Whether whatever is sent there next would be refused in the same way. A provider that refuses one thing to
    /// somebody whose key it takes does not.
    async fn concerns_all(&self, error: &Refusal) -> bool {
        let refused = |error: &Refusal| error.category == Category::Authentication;
        let asked = async || self.shop.provider.check().await.is_err_and(|error| refused(&error));
        error.concerns_all || refused(error) && asked().await
    }

    /// Neither this item nor another is sent to the provider for a while.
    async fn hold_back(&self, error: Refusal, is_begun: bool) -> Result<(), Error> {
        if !item::hold_back(self.state(), &self.item, error, is_begun).await? && !is_begun {
            return item::settle_cancelled(self.state(), &self.item, 0).await;
        }
        Ok(())
    }

    /// It was called off, or somebody else asks after it now: then nobody tells the provider.
    async fn give_up(&self, ticket: &Ticket) -> Result<(), Error> {
        if item::is_cancelled(self.state(), &self.item).await?
            && self.call_off(ticket).await == Some(Charge::Nothing)
        {
            return item::settle_cancelled(self.state(), &self.item, 0).await;
        }
        Ok(())
    }

    /// Tells the provider that it is not wanted any more; what it says of the costs.
    async fn call_off(&self, ticket: &Ticket) -> Option<Charge> {
        match timeout(GOODBYE, self.shop.provider.cancel(ticket)).await {
            Ok(Ok(charge)) => return Some(charge),
            Ok(Err(error)) => tracing::warn!(item = %self.item.id, %error, "the provider did not cancel"),
            Err(_) => tracing::warn!(item = %self.item.id, "the provider did not hear of the cancelling"),
        }
        None
    }

    async fn fail(&self, error: Refusal) -> Result<(), Error> {
        let (request, is_unpaid) = (Some(self.told()), error.fate == Fate::NotBegun);
        let failure = Failure { error, is_free_to_repeat: self.shop.is_free_to_repeat, request };
        if !item::fail(self.state(), &self.item, failure).await? && is_unpaid {
            return item::settle_cancelled(self.state(), &self.item, 0).await;
        }
        Ok(())
    }

    /// The request as it is logged.
    fn told(&self) -> Value {
        let Request { model, parameters, quantity, idempotency_key, webhook: _ } = &self.request;
        let parameters: &Map<String, Value> = parameters;
        json!({"model": model, "parameters": parameters, "quantity": quantity, "idempotency_key": idempotency_key})
    }
}

/// The end of something that the provider has, or had, and that nobody could get.
fn in_vain(error: Refusal) -> Refusal {
    let said = error.message.trim_end_matches('.');
    let message =
        format!("{said}. The provider took the request, so it counts as paid; Retry orders it anew.");
    Refusal { message, category: Category::Unknown, ..error }.fate(Fate::Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patience_ends_by_the_clock() {
        let at = |minutes: i64| Timestamp::from_millis(minutes * 60_000);
        let mut silence = Silence::default();
        let gone = Refusal::new(Category::Transient, "expired").fate(Fate::Unknown);
        assert_eq!(silence.patience(&gone, at(0)), Some(Duration::from_secs(5)));
        assert_eq!(silence.patience(&gone, at(30)), Some(Duration::from_secs(10)));
        assert_eq!(silence.patience(&gone, at(60)), None);
        let down = Refusal::new(Category::Network, "down").fate(Fate::Unknown);
        assert!(silence.patience(&down, at(300)).is_some());
        assert_eq!(silence.patience(&down, at(360)), None);
        let ended = Refusal::new(Category::Network, "down").fate(Fate::Ended);
        assert_eq!(Silence::default().patience(&ended, at(0)), None);
    }

    #[test]
    fn what_is_given_up_says_what_to_do() {
        let error = in_vain(Refusal::new(Category::Transient, "The address of a file has expired"));
        assert_eq!((error.category, error.fate), (Category::Unknown, Fate::Unknown));
        assert!(error.message.starts_with("The address of a file has expired. "), "{error}");
        assert!(error.message.contains("counts as paid") && error.message.contains("Retry"), "{error}");
    }
}
