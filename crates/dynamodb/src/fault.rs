//! Errors, in AWS's shapes and words.

use atelier_tables::{Error, Item};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::attribute::{put_item, put_text};

/// The namespace of the service's own errors.
const SERVICE: &str = "com.amazonaws.dynamodb.v20120810#";
/// The namespace of errors before the service.
const FRONT: &str = "com.amazon.coral.service#";

/// A refused request.
#[derive(Debug)]
pub(crate) struct Fault {
    status: StatusCode,
    namespace: &'static str,
    name: &'static str,
    pub(crate) message: String,
    item: Option<Box<Item>>,
    reasons: Vec<Reason>,
}

/// Why one write of a transaction was not carried out.
#[derive(Debug, Default)]
pub(crate) struct Reason {
    /// None for a write that was not at fault.
    pub(crate) fault: Option<(&'static str, String)>,
    /// The item as it is, if that was asked for.
    pub(crate) item: Option<Box<Item>>,
}

impl Fault {
    fn new(namespace: &'static str, name: &'static str, message: impl Into<String>) -> Self {
        let (status, message) = (StatusCode::BAD_REQUEST, message.into());
        Self { status, namespace, name, message, item: None, reasons: Vec::new() }
    }

    /// The request itself is wrong.
    pub(crate) fn validation(message: impl Into<String>) -> Self {
        Self::new("com.amazon.coral.validate#", "ValidationException", message)
    }

    /// An error of the service, by name.
    pub(crate) fn service(name: &'static str, message: impl Into<String>) -> Self {
        Self::new(SERVICE, name, message)
    }

    /// An error before the service, by name.
    pub(crate) fn front(name: &'static str, message: impl Into<String>) -> Self {
        Self::new(FRONT, name, message)
    }

    pub(crate) fn no_table() -> Self {
        Self::service("ResourceNotFoundException", "Requested resource not found")
    }

    /// The condition does not hold, with the item as it is.
    pub(crate) fn condition(item: Option<Box<Item>>) -> Self {
        let fault = Self::service("ConditionalCheckFailedException", "The conditional request failed");
        Self { item, ..fault }
    }

    /// A transaction that was not carried out.
    pub(crate) fn cancelled(reasons: Vec<Reason>) -> Self {
        let codes: Vec<_> = reasons.iter().map(Reason::code).collect();
        let message = format!(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [{}]",
            codes.join(", ")
        );
        Self { reasons, ..Self::service("TransactionCanceledException", message) }
    }

    fn internal(error: &Error) -> Self {
        tracing::error!(%error, "the store failed");
        let fault = Self::service("InternalServerError", "Internal server error");
        Self { status: StatusCode::INTERNAL_SERVER_ERROR, ..fault }
    }

    /// The name of the error, for logs.
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    fn body(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(256);
        out.extend_from_slice(b"{\"__type\":");
        put_text(&mut out, &format!("{}{}", self.namespace, self.name));
        // The service says `message`, its front and its validation too; older clients read `Message`.
        out.extend_from_slice(b",\"message\":");
        put_text(&mut out, &self.message);
        if let Some(item) = &self.item {
            out.extend_from_slice(b",\"Item\":");
            put_item(&mut out, item);
        }
        if !self.reasons.is_empty() {
            out.extend_from_slice(b",\"CancellationReasons\":[");
            for (position, reason) in self.reasons.iter().enumerate() {
                if position > 0 {
                    out.push(b',');
                }
                reason.put(&mut out);
            }
            out.push(b']');
        }
        out.push(b'}');
        out
    }
}

impl Reason {
    fn code(&self) -> &'static str {
        self.fault.as_ref().map_or("None", |(code, _)| code)
    }

    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"{\"Code\":");
        put_text(out, self.code());
        if let Some((_, message)) = &self.fault {
            out.extend_from_slice(b",\"Message\":");
            put_text(out, message);
        }
        if let Some(item) = &self.item {
            out.extend_from_slice(b",\"Item\":");
            put_item(out, item);
        }
        out.push(b'}');
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match error {
            Error::ConditionFailed { .. } | Error::VersionConflict { .. } => Self::condition(None),
            Error::TokenReused => Self::service(
                "IdempotentParameterMismatchException",
                "The request uses the same client token as a previous, but non-identical request. Do not \
                 reuse a client token with different requests, unless the requests are identical",
            ),
            Error::InvalidWrite { reason, .. } | Error::InvalidQuery { reason, .. } => {
                Self::validation(format!("One or more parameter values were invalid: {reason}"))
            }
            Error::InvalidCursor => Self::validation("The provided starting key is invalid"),
            Error::ItemTooLarge { .. } => Self::validation("Item size has exceeded the maximum allowed size"),
            Error::ScopeRefused { .. } => Self::service("AccessDeniedException", "Access denied"),
            error => Self::internal(&error),
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let headers = [(header::CONTENT_TYPE, "application/x-amz-json-1.0")];
        (self.status, headers, self.body()).into_response()
    }
}
