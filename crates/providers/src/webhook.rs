//! News that providers send, and news that Atelier sends.
//!
//! What arrives is believed only so far: that the provider has something to say about a request. A [`Verified`]
//! names it, and whoever receives one asks the provider again before it acts. News come twice and out of order;
//! asking again makes that harmless.
//!
//! Replicate signs by the rules of Standard Webhooks, and so does Atelier ([`verify`], [`sign`]); fal signs with keys
//! that it publishes ([`FalKeys`]). Civitai does not sign: only an address that nobody can guess keeps others from
//! sending in its name ([`Secret::token`], [`verify_token`]).

mod fal;
mod standard;
mod token;

use std::time::Duration;

use atelier_base::{Code, Coded, FieldError, Timestamp};
use serde_json::Value;

pub use fal::FalKeys;
/// The `HeaderMap` of the crate `http`, which every server and client shares.
pub use reqwest::header::HeaderMap;
pub use standard::{Secret, sign, verify};
pub use token::verify_token;
use url::{Host, Url};

use crate::error::codes;
use crate::http::is_public;

/// How far the instant of a signature may be from now, on either side, where nobody says otherwise.
pub const TOLERANCE: Duration = Duration::from_mins(5);

/// How the news of a provider are known to be its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// A secret that both sides know signs them: [`verify`].
    Standard,
    /// Keys that the provider publishes: [`FalKeys`].
    Published,
    /// The address that they were asked for at: [`verify_token`].
    Token,
}

impl Scheme {
    /// That of a kind of provider; none where it sends no news.
    pub fn of(kind: &str) -> Option<Self> {
        match kind {
            "replicate" => Some(Self::Standard),
            "fal" => Some(Self::Published),
            "civitai" => Some(Self::Token),
            _ => None,
        }
    }
}

/// Whether a provider on the internet can send news to this address, as far as its text tells: it is https, and
/// neither a number of the inner network nor a name that is known within it alone.
pub fn is_reachable(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else { return false };
    let is_public = match url.host() {
        Some(Host::Ipv4(address)) => is_public(address.into()),
        Some(Host::Ipv6(address)) => is_public(address.into()),
        Some(Host::Domain(name)) => {
            let last = name.trim_end_matches('.').rsplit_once('.').map(|(_, last)| last);
            last.is_some_and(|last| !INNER.contains(&last))
        }
        None => false,
    };
    url.scheme() == "https" && is_public
}

/// Ends of names that the internet does not know.
const INNER: [&str; 7] = ["arpa", "home", "internal", "lan", "local", "localhost", "test"];

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
    #[error("The signature is too old, or of the future")]
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
fn check_instant(
    name: &'static str,
    seconds: &str,
    now: Timestamp,
    tolerance: Duration,
) -> Result<(), Refused> {
    let at: i64 = seconds.parse().map_err(|_| Refused::Header(name))?;
    let apart = at.checked_sub(now.as_seconds()).map(i64::unsigned_abs);
    if apart.is_some_and(|apart| apart <= tolerance.as_secs()) { Ok(()) } else { Err(Refused::Stale) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_internet_are_reachable() {
        for address in
            ["https://studio.example.org", "https://studio.example.org:8443/a", "https://93.184.216.34"]
        {
            assert!(is_reachable(address), "{address}");
        }
        for address in [
            "http://studio.example.org",
            "https://localhost",
            "https://studio",
            "https://studio.lan",
            "https://nas.home.arpa.",
            "https://192.168.1.4",
            "https://[::1]",
            "studio.example.org",
            "",
        ] {
            assert!(!is_reachable(address), "{address}");
        }
    }
}
