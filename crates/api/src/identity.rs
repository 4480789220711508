//! Who a request comes from.

use std::convert::Infallible;
use std::fmt;
use std::sync::Arc;

use atelier_base::Caller;
use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;

use crate::Problem;
use crate::problem::codes;

/// The outcome of authentication, left with every request to the API.
#[derive(Clone, Debug)]
pub enum Identity {
    /// No credential was sent.
    Nobody,
    /// A credential was sent and accepted.
    Known(Arc<Caller>),
    /// A credential was sent and refused, for this reason.
    Refused(Problem),
}

impl Identity {
    /// The caller, or why there is none.
    pub fn caller(&self) -> Result<&Caller, Problem> {
        match self {
            Self::Known(caller) => Ok(caller),
            Self::Nobody => Err(Problem::new(codes::UNAUTHENTICATED)),
            Self::Refused(problem) => Err(problem.clone()),
        }
    }
}

/// The caller of a request that only makes sense for one: the handler is not reached without.
#[derive(Clone, Debug)]
pub struct SignedIn(pub Arc<Caller>);

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        match parts.extensions.get::<Identity>() {
            Some(Identity::Known(caller)) => Ok(Self(caller.clone())),
            Some(Identity::Refused(problem)) => Err(problem.clone()),
            Some(Identity::Nobody) | None => Err(Problem::new(codes::UNAUTHENTICATED)),
        }
    }
}

impl<S: Sync> OptionalFromRequestParts<S> for SignedIn {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Option<Self>, Infallible> {
        Ok(match parts.extensions.get::<Identity>() {
            Some(Identity::Known(caller)) => Some(Self(caller.clone())),
            _ => None,
        })
    }
}

/// The id of a request, in logs, in problems and in the `x-request-id` header of the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestId(pub Arc<str>);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where a request comes from, as far as the server can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientAddress(pub std::net::IpAddr);
