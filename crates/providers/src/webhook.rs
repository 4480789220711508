//! News that providers send, and news that Atelier sends.
//!
//! What arrives is believed only so far: that the provider has something to say about a request. A [`Verified`]
//! names it, and whoever receives one asks the provider again before it acts. News come twice and out of order;
//! asking again makes that harmless.
//!
//! Replicate signs by the rules of Standard Webhooks, and so does Atelier ([`verify`], [`sign`]); fal signs with keys
//! that it publishes ([`FalKeys`]). Civitai does not sign: only an address that nobody can guess keeps others from
//! sending in its name ([`civitai_request`]).

mod fal;
mod standard;

use atelier_base::{Code, Coded, FieldError, Timestamp};
use reqwest::header::HeaderMap;
use serde_json::Value;

pub use fal::FalKeys;
pub use standard::{Secret, sign, verify};

use crate::error::codes;

/// How far the instant of a signature may be from now, in seconds, on either side.
const TOLERANCE: i64 = 300;

/// News that came from the provider, and were sent just now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The provider's id of the request that they are about: that of a [`Ticket`](crate::Ticket).
    pub request_id: String,
    /// The same for every repetition of the same news.
    pub delivery_id: String,
}

/// Why news are not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// A header that every such message has.
    #[error("The header {0} is missing or can't be read")]
    Header(&'static str),
    /// Signed too long ago, or in the future.
    #[error("The signature is not of the last five minutes")]
    Stale,
    /// None of the signatures is right.
    #[error("The signature is not right")]
    Wrong,
    /// Signed, but without the id of a request.
    #[error("The message names no request")]
    Nameless,
    /// The secret is not one of Standard Webhooks.
    #[error("The secret is not of the form whsec_…")]
    Secret,
    /// The keys to check it with could not be had.
    #[error("The provider's keys could not be fetched")]
    NoKeys,
}

impl Coded for Refused {
    fn code(&self) -> Code {
        match self {
            Self::NoKeys => codes::PROVIDER_UNAVAILABLE,
            _ => codes::WEBHOOK_REFUSED,
        }
    }

    fn fields(&self) -> Vec<FieldError> {
        Vec::new()
    }
}

/// The request that news of Civitai are about. They are not signed.
pub fn civitai_request(body: &[u8]) -> Result<String, Refused> {
    named(body, "/workflowId")
}

/// The text at a place of a message.
fn named(body: &[u8], place: &str) -> Result<String, Refused> {
    let body: Value = serde_json::from_slice(body).map_err(|_| Refused::Nameless)?;
    let id = body.pointer(place).and_then(Value::as_str).filter(|id| !id.is_empty());
    id.map(str::to_owned).ok_or(Refused::Nameless)
}

fn header<'a>(headers: &'a HeaderMap, name: &'static str) -> Result<&'a str, Refused> {
    let value = headers.get(name).and_then(|value| value.to_str().ok()).filter(|value| !value.is_empty());
    value.ok_or(Refused::Header(name))
}

/// Refuses what was not signed just now; `seconds` are those since 1970.
fn check_instant(name: &'static str, seconds: &str, now: Timestamp) -> Result<(), Refused> {
    let at: i64 = seconds.parse().map_err(|_| Refused::Header(name))?;
    let apart = at.checked_sub(now.as_seconds()).and_then(i64::checked_abs);
    if apart.is_some_and(|apart| apart <= TOLERANCE) { Ok(()) } else { Err(Refused::Stale) }
}
