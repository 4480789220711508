//! fal: requests that wait in a queue, and are asked after at the addresses that it gave.
//!
//! Its queue retries by itself, so nothing here does. `COMPLETED` says that the work has ended, not that it went
//! well: errors are in the status, or in the result.

mod models;
mod result;

use std::time::Duration;

use serde_json::{Value, json};

use crate::cloud::{Cloud, asked, is_path};
use crate::error::{Category, Error, Fate};
use crate::http::{Answer, Call, Http};
use crate::port::{Charge, Connection, Estimate, Model, Progress, Request, Ticket};

/// Pictures that one request may ask for.
const MOST: u32 = 4;
/// Where models and prices are told.
const PLATFORM: &str = "https://api.fal.ai/v1";

/// A connection to it.
#[derive(Debug)]
pub(crate) struct Fal(Cloud);

impl Fal {
    pub(crate) fn new(connection: Connection, http: Http) -> Result<Self, Error> {
        Ok(Self(Cloud::new(connection, http, "Key")?))
    }

    pub(crate) async fn submit(&self, request: &Request) -> Result<Progress, Error> {
        check_model(&request.model)?;
        let mut url = self.0.url(&format!("/{}", request.model));
        if let Some(webhook) = &request.webhook {
            let webhook: String = url::form_urlencoded::byte_serialize(webhook.as_bytes()).collect();
            url = format!("{url}?fal_webhook={webhook}");
        }
        let mut input = request.parameters.clone();
        match request.quantity {
            0 | 1 => {}
            2..=MOST => drop(input.insert("num_images".to_owned(), request.quantity.into())),
            _ => {
                let message = format!("fal makes at most {MOST} pictures for one request");
                return Err(Error::new(Category::Validation, message).parameter("num_images"));
            }
        }
        // A checked picture that was refused comes back black.
        let is_checked = input.get("enable_safety_checker").and_then(Value::as_bool) != Some(false);
        let mut call = Call::post(url).json(input.into());
        if let Some(priority) = self.0.text("priority") {
            call = call.header("x-fal-queue-priority", priority)?;
        }
        let answer = accepted(self.0.send(call).await?)?.json()?;
        let id = answer.get("request_id").and_then(Value::as_str);
        let id = id.ok_or_else(|| Error::new(Category::Unknown, "fal gave no id").fate(Fate::Unknown))?;
        let details = json!({
            "status": self.0.given(&answer, "/status_url")?,
            "response": self.0.given(&answer, "/response_url")?,
            "cancel": self.0.given(&answer, "/cancel_url")?,
            "checked": is_checked,
        });
        Ok(Progress::Queued(Ticket { id: id.to_owned(), details }))
    }

    pub(crate) async fn poll(&self, ticket: &Ticket) -> Result<Progress, Error> {
        let answer = self.0.send(Call::get(self.0.given(&ticket.details, "/status")?)).await?;
        let status = asked(answer)?.json()?;
        match status.get("status").and_then(Value::as_str).unwrap_or_default() {
            "IN_QUEUE" => Ok(Progress::Queued(ticket.clone())),
            "IN_PROGRESS" => Ok(Progress::Running(ticket.clone(), None)),
            "COMPLETED" => self.completed(ticket, &status).await,
            _ => {
                let message = "fal gave a status that is not known";
                Err(Error::new(Category::Transient, message).fate(Fate::Unknown))
            }
        }
    }

    pub(crate) async fn cancel(&self, ticket: &Ticket) -> Result<Charge, Error> {
        let answer = self.0.send(Call::put(self.0.given(&ticket.details, "/cancel")?)).await?;
        match answer.status {
            // It has ended already, is gone, or had begun and was asked to stop.
            400 | 404 | 202 => Ok(Charge::Possible),
            // Out of the queue.
            _ => accepted(answer).map(|_| Charge::Nothing),
        }
    }

    /// By what such calls have cost lately.
    pub(crate) async fn estimate(&self, request: &Request) -> Result<Option<Estimate>, Error> {
        check_model(&request.model)?;
        let body = json!({
            "estimate_type": "historical_api_price",
            "endpoints": {&request.model: {"call_quantity": request.quantity.max(1)}},
        });
        let answer = self.0.send(Call::post(self.platform("/models/pricing/estimate")).json(body)).await?;
        if answer.status == 404 {
            return Ok(None);
        }
        let answer = accepted(answer)?.json()?;
        let currency = answer.get("currency").and_then(Value::as_str).unwrap_or("USD").to_owned();
        let cost = answer.get("total_cost").and_then(Value::as_f64).and_then(micros);
        Ok(cost.map(|cost_micros| Estimate { cost_micros, currency }))
    }

    /// Those that the settings name as `models`, else all that make pictures of words.
    pub(crate) async fn models(&self) -> Result<Vec<Model>, Error> {
        models::list(&self.0, &self.platform("/models")).await
    }

    /// Prices are told to those who have a key.
    pub(crate) async fn check(&self) -> Result<(), Error> {
        let url = self.platform("/models/pricing?endpoint_id=fal-ai/flux/schnell");
        let answer = self.0.send(Call::get(url)).await?;
        if answer.status == 404 { Ok(()) } else { accepted(answer).map(drop) }
    }

    #[expect(clippy::unused_self, reason = "as all adapters")]
    pub(crate) fn poll_every(&self) -> Duration {
        Duration::from_secs(1)
    }

    /// The address of a path of the platform, which another host serves; the setting `platform_url` replaces it.
    fn platform(&self, path: &str) -> String {
        format!("{}{path}", self.0.text("platform_url").unwrap_or(PLATFORM).trim_end_matches('/'))
    }

    async fn completed(&self, ticket: &Ticket, status: &Value) -> Result<Progress, Error> {
        if let Some(failure) = result::failure(status) {
            return Err(failure);
        }
        let call = Call::get(self.0.given(&ticket.details, "/response")?)
            .largest(self.0.http.settings().largest_output / 3 * 4);
        let answer = self.0.send(call).await?;
        match answer.status {
            200 => result::outcome(&self.0, ticket, status, &answer.json()?).await.map(Progress::Done),
            // It said so too early.
            202 => Ok(Progress::Running(ticket.clone(), None)),
            _ => Err(result::refusal(&answer)),
        }
    }
}

/// As [`Answer::accepted`], but fal says by a header whether the same may go well later.
fn accepted(answer: Answer) -> Result<Answer, Error> {
    if (200..300).contains(&answer.status) { Ok(answer) } else { Err(result::classified(&answer)) }
}

fn check_model(model: &str) -> Result<(), Error> {
    if is_path(model) {
        return Ok(());
    }
    Err(Error::new(Category::Validation, "A model of fal is called owner/name").parameter("model"))
}

/// Millionths of an amount.
#[expect(clippy::cast_possible_truncation, reason = "an amount of money fits by far")]
fn micros(amount: f64) -> Option<i64> {
    (amount.is_finite() && (0.0..1e12).contains(&amount)).then(|| (amount * 1e6).round() as i64)
}
