//! What goes wrong on the way to the database, what is tried again, and for how long.
//!
//! Tried again is what surely was not carried out: a throttled request, one that met another transaction, one
//! whose connection was refused. A request whose connection broke after it was sent is tried again only when
//! that can't do it twice. The waits grow, are drawn at random, and end after a number of attempts.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use atelier_base::Randomness;
use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};

use crate::Error;

/// The first wait is up to this long, each later one up to twice as long.
const FIRST_WAIT: Duration = Duration::from_millis(25);
const LONGEST_WAIT: Duration = Duration::from_secs(1);

/// An answer that is on its way.
pub(super) type Answer<T, E> = Pin<Box<dyn Future<Output = Result<T, SdkError<E>>> + Send>>;

/// Why there was no good answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// The database asks for patience.
    Throttled,
    /// Another transaction is at the same item.
    Conflict,
    /// Nobody took the request.
    NotSent,
    /// It may have been carried out or not.
    Unknown,
    /// It was understood and refused.
    Refused,
}

/// How often something is tried, and the waits between.
#[derive(Clone, Debug)]
pub(super) struct Patience {
    pub(super) attempts: u32,
    pub(super) randomness: Randomness,
}

impl Patience {
    /// Asks until there is an answer, a refusal, or no attempt left. `again` says whether doing it twice
    /// does it once.
    pub(super) async fn ask<T, E: ProvideErrorMetadata>(
        &self,
        again: bool,
        mut ask: impl FnMut() -> Answer<T, E>,
    ) -> Result<T, SdkError<E>> {
        let mut attempt = 0;
        loop {
            let error = match ask().await {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            attempt += 1;
            let worthwhile = match sort(&error) {
                Sort::Throttled | Sort::Conflict | Sort::NotSent => true,
                Sort::Unknown => again,
                Sort::Refused => false,
            };
            if !worthwhile || attempt >= self.attempts {
                return Err(error);
            }
            self.wait(attempt).await;
        }
    }

    /// Waits as long as is right after so many attempts.
    #[expect(clippy::disallowed_methods, reason = "the other side of a network is not ours to wake us")]
    pub(super) async fn wait(&self, attempt: u32) {
        let longest = FIRST_WAIT.saturating_mul(1 << attempt.saturating_sub(1).min(10)).min(LONGEST_WAIT);
        let drawn = u32::from(u16::from_be_bytes(self.randomness.bytes()));
        tokio::time::sleep(longest.saturating_mul(drawn) / u32::from(u16::MAX)).await;
    }
}

fn sort<E: ProvideErrorMetadata>(error: &SdkError<E>) -> Sort {
    match error {
        SdkError::ServiceError(service) => match service.err().code().unwrap_or_default() {
            "ProvisionedThroughputExceededException"
            | "ThrottlingException"
            | "RequestLimitExceeded"
            | "LimitExceededException" => Sort::Throttled,
            "TransactionConflictException" | "TransactionInProgressException" | "ResourceInUseException" => {
                Sort::Conflict
            }
            "InternalServerError" | "InternalFailure" | "ServiceUnavailable" => Sort::Unknown,
            _ if service.raw().status().is_server_error() => Sort::Unknown,
            _ => Sort::Refused,
        },
        SdkError::ConstructionFailure(_) => Sort::Refused,
        SdkError::DispatchFailure(failure) => {
            let refused = failure.as_connector_error().is_some_and(|error| was_refused(error));
            if refused { Sort::NotSent } else { Sort::Unknown }
        }
        _ => Sort::Unknown,
    }
}

/// Whether the connection was not even made.
fn was_refused(error: &dyn std::error::Error) -> bool {
    std::iter::successors(error.source(), |error| error.source())
        .filter_map(|error| error.downcast_ref::<std::io::Error>())
        .any(|error| error.kind() == std::io::ErrorKind::ConnectionRefused)
}

/// The store's error for an answer that is no answer.
pub(super) fn coded<E>(operation: &'static str, table: &'static str, error: &SdkError<E>) -> Error
where
    E: ProvideErrorMetadata + std::error::Error + 'static,
{
    let sort = sort(error);
    if let SdkError::ServiceError(service) = error {
        let (code, said) = (service.err().code(), service.err().message().unwrap_or("no reason given"));
        return match (sort, code) {
            (Sort::Throttled, _) => Error::Throttled { operation },
            (Sort::Refused, Some("ValidationException")) => invalid(operation, table, said),
            _ => Error::Unavailable { operation, reason: format!("{}: {said}", code.unwrap_or("unknown")) },
        };
    }
    let chain: Vec<_> = std::iter::successors(Some(error as &dyn std::error::Error), |error| error.source())
        .map(ToString::to_string)
        .collect();
    let doubt = if sort == Sort::Unknown && operation == "write" {
        "; whether it was carried out is not known"
    } else {
        ""
    };
    Error::Unavailable { operation, reason: format!("{}{doubt}", chain.join(": ")) }
}

/// What the database found wrong with a request.
pub(super) fn invalid(operation: &'static str, table: &'static str, said: &str) -> Error {
    let reason = said.to_owned();
    if said.contains("tem size") && said.contains("exceeded") {
        // By how much is not said.
        return Error::ItemTooLarge { table, size: 400 * 1_024 + 1 };
    }
    if operation == "write" {
        Error::InvalidWrite { table, reason }
    } else {
        Error::InvalidQuery { table, reason }
    }
}
