//! What goes wrong at a provider: whether trying again can help, when, and what a person can do.

use std::time::Duration;

use atelier_base::{Code, Coded, FieldError};
use serde::{Deserialize, Serialize};

/// Codes of providers.
pub mod codes {
    atelier_base::codes! {
        PROVIDER_KEY_REFUSED = "provider_key_refused", Conflict, "The provider did not accept the key",
            "Store a valid key for this provider: what waits for it goes on by itself. Retry what failed.";
        PROVIDER_LIMITED = "provider_limited", Unavailable, "The provider asks for patience",
            "It is tried again by itself. Lower the requests a minute if it happens often.";
        PROVIDER_REFUSED = "provider_refused", Invalid, "The provider refused the request",
            "Correct the parameters that the message names, and order again.";
        PROVIDER_REFUSED_CONTENT = "provider_refused_content", Invalid, "The provider did not allow the content",
            "Change the prompt, or order from another provider.";
        PROVIDER_UNAVAILABLE = "provider_unavailable", Unavailable, "The provider could not be reached",
            "It is tried again by itself. Look at its address and at its status page if it lasts.";
        PROVIDER_FAILED = "provider_failed", Unavailable, "The provider failed",
            "It is tried again by itself; retry the item if the attempts were used up.";
        WEBHOOK_REFUSED = "webhook_refused", Unauthenticated, "The message is not from the provider",
            "Compare the secret that is stored for the provider with the one that it shows.";
    }
}

/// What sort of failure it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// It may go well the next time.
    Transient,
    /// Too much was asked for in too short a time.
    RateLimited,
    /// No answer came through.
    Network,
    /// A file could not be written or read here.
    FileSystem,
    /// The provider is down.
    ProviderOutage,
    /// The key is missing, wrong or without credit.
    Authentication,
    /// The request is not what the provider takes.
    Validation,
    /// The provider does not make such a picture.
    ContentPolicy,
    /// Nobody knows.
    Unknown,
}

impl Category {
    /// As it is stored: `rate_limited`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Transient => "transient",
            Self::RateLimited => "rate_limited",
            Self::Network => "network",
            Self::FileSystem => "file_system",
            Self::ProviderOutage => "provider_outage",
            Self::Authentication => "authentication",
            Self::Validation => "validation",
            Self::ContentPolicy => "content_policy",
            Self::Unknown => "unknown",
        }
    }

    /// How long to wait after the first failure, and the longest wait, in seconds; none when trying again is
    /// of no use.
    const fn delays(self) -> Option<(f64, f64)> {
        match self {
            Self::Transient => Some((5.0, 300.0)),
            Self::RateLimited => Some((60.0, 600.0)),
            Self::Network => Some((10.0, 300.0)),
            Self::FileSystem => Some((30.0, 300.0)),
            Self::ProviderOutage => Some((120.0, 1800.0)),
            Self::Authentication | Self::Validation | Self::ContentPolicy | Self::Unknown => None,
        }
    }

    /// Whether trying again can help.
    pub const fn is_retryable(self) -> bool {
        self.delays().is_some()
    }

    /// How long to wait after the failure of that attempt, counted from 0: it doubles each time, scattered by
    /// `chance` of 0 to 1 between the half and one and a half of it. None when trying again is of no use.
    pub fn delay(self, attempt: u32, chance: f64) -> Option<Duration> {
        let (base, cap) = self.delays()?;
        let doubled = base * f64::from(2_u32.saturating_pow(attempt.min(20)));
        Some(Duration::from_secs_f64((doubled * (0.5 + chance.clamp(0.0, 1.0))).min(cap)))
    }
}

/// Whether the provider may have begun to work, and so to charge. What it means when asking with a ticket is told
/// in `port.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It did not: the request never left, or was refused.
    NotBegun,
    /// It may have: no answer came. Only the same idempotency key makes it safe to ask again.
    Unknown,
    /// It did, and this is the end of it.
    Ended,
}

/// A failure at a provider.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Error {
    /// What sort it is.
    pub category: Category,
    /// In a few words, of the provider where it said something fit for people. Never a key.
    pub message: String,
    /// Whether it may have begun to work.
    pub fate: Fate,
    /// What the provider asked for.
    pub retry_after: Option<Duration>,
    /// The parameter that was refused, where the provider named one.
    pub parameter: Option<String>,
    /// Whether any other request would be refused in the same way: the key or the credit is at fault, or nobody
    /// can be asked at all.
    pub concerns_all: bool,
    /// Whether it was made all the same, and so charged for: what came of it can't be had.
    pub is_charged: bool,
}

impl Error {
    /// A failure before anything was begun.
    pub fn new(category: Category, message: impl Into<String>) -> Self {
        let message = message.into();
        Self {
            category,
            message,
            fate: Fate::NotBegun,
            retry_after: None,
            parameter: None,
            concerns_all: false,
            is_charged: false,
        }
    }

    /// The same, which any other request would meet, too.
    #[must_use]
    pub fn concerning_all(self) -> Self {
        Self { concerns_all: true, ..self }
    }

    /// The same of work that was done, and is charged for.
    #[must_use]
    pub fn charged(self) -> Self {
        Self { is_charged: true, ..self }
    }

    /// The same with another fate.
    #[must_use]
    pub fn fate(self, fate: Fate) -> Self {
        Self { fate, ..self }
    }

    /// The same with the patience that the provider asked for.
    #[must_use]
    pub fn retry_after(self, retry_after: Option<Duration>) -> Self {
        Self { retry_after, ..self }
    }

    /// The same with the parameter at fault.
    #[must_use]
    pub fn parameter(self, parameter: impl Into<String>) -> Self {
        Self { parameter: Some(parameter.into()), ..self }
    }
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self.category {
            Category::Authentication => codes::PROVIDER_KEY_REFUSED,
            Category::RateLimited => codes::PROVIDER_LIMITED,
            Category::Validation => codes::PROVIDER_REFUSED,
            Category::ContentPolicy => codes::PROVIDER_REFUSED_CONTENT,
            Category::Network | Category::ProviderOutage => codes::PROVIDER_UNAVAILABLE,
            Category::Transient | Category::FileSystem | Category::Unknown => codes::PROVIDER_FAILED,
        }
    }

    fn fields(&self) -> Vec<FieldError> {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_their_cap() {
        let seconds = |category: Category, attempt| category.delay(attempt, 0.5).map(|wait| wait.as_secs());
        assert_eq!(seconds(Category::Transient, 0), Some(5));
        assert_eq!(seconds(Category::Transient, 3), Some(40));
        assert_eq!(seconds(Category::RateLimited, 9), Some(600));
        assert_eq!(seconds(Category::Validation, 0), None);
    }

    #[test]
    fn chance_scatters_by_half() {
        let wait = |chance| Category::Network.delay(0, chance).expect("it is retried").as_secs();
        assert_eq!((wait(0.0), wait(1.0)), (5, 15));
    }
}
