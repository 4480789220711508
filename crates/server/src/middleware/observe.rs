//! The id of a request, its log line and its measurements.

use std::any::Any;
use std::net::{IpAddr, SocketAddr};

use atelier_api::{ClientAddress, Problem, RequestId, codes};
use atelier_base::Origin;
use atelier_observe::Stopwatch;
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tracing::Instrument as _;

use crate::App;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Middleware that names a request, finds out where it comes from, logs and measures it.
pub(crate) async fn accompany(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let stopwatch = Stopwatch::start();
    let id = request_id(&app, request.headers());
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
    let address = client_address(app.config.server.trust_forwarded_for, peer, request.headers());
    if let Some(address) = address {
        request.extensions_mut().insert(ClientAddress(address));
    }
    let agent = request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let origin = Origin::new(address, &id.0, agent.unwrap_or_default());
    request.extensions_mut().insert(origin);
    request.extensions_mut().insert(id.clone());
    let method = request.method().clone();
    // The pattern, never the path: paths carry ids, and would make a series each.
    let route = request.extensions().get::<MatchedPath>().map_or("web", MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", id = %id, %method, route, status = tracing::field::Empty);
    if let Some(parent) = request.headers().get(TRACEPARENT).and_then(|value| value.to_str().ok()) {
        atelier_observe::join_trace(&span, parent);
    }
    let mut response = next.run(request).instrument(span.clone()).await;
    let (status, took) = (response.status().as_u16(), stopwatch.elapsed());
    span.record("status", status);
    span.in_scope(|| tracing::debug!(status, took_ms = took.as_secs_f64() * 1_000.0, "answered"));
    app.metrics.request(method.as_str(), &route, status, took);
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

/// The id that the client or a proxy gave, if it is harmless in a log line, else a new one.
fn request_id(app: &App, headers: &HeaderMap) -> RequestId {
    let given = headers.get(REQUEST_ID).and_then(|value| value.to_str().ok()).filter(|text| {
        (8..=64).contains(&text.len())
            && text.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_.".contains(letter))
    });
    let id = given.map_or_else(|| hex::encode(app.randomness.bytes::<12>()), str::to_owned);
    RequestId(id.into())
}

/// The peer; behind a trusted proxy, the last address that the proxy appended.
fn client_address(trust: bool, peer: Option<IpAddr>, headers: &HeaderMap) -> Option<IpAddr> {
    if !trust {
        return peer;
    }
    let forwarded = headers.get_all(FORWARDED_FOR).iter().next_back()?.to_str().ok()?;
    forwarded.rsplit(',').next()?.trim().parse().ok().or(peer)
}

/// The answer to a request whose handler panicked.
#[expect(clippy::needless_pass_by_value, reason = "the signature is the layer's")]
pub(crate) fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let message = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("no message");
    tracing::error!(message, "a handler panicked");
    Problem::new(codes::INTERNAL).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forwarded_address_counts_only_when_trusted() {
        let mut headers = HeaderMap::new();
        headers.insert(FORWARDED_FOR, HeaderValue::from_static("198.51.100.7, 192.0.2.9"));
        let peer = "127.0.0.1".parse().ok();
        assert_eq!(client_address(false, peer, &headers), peer);
        assert_eq!(client_address(true, peer, &headers), "192.0.2.9".parse().ok());
    }
}
