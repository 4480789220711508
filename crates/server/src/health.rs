//! For operators and their machines: health and metrics.

use std::net::IpAddr;

use atelier_api::{ClientAddress, Json, Problem};
use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::App;

/// Health, as load balancers ask for it.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct Health {
    /// `ok`.
    #[schema(example = "ok")]
    status: &'static str,
}

/// The process runs.
#[utoipa::path(get, path = "/health/live", tag = "operations", responses((status = 200, body = Health)))]
pub(crate) async fn live() -> Json<Health> {
    Json(Health { status: "ok" })
}

/// The store answers.
#[utoipa::path(get, path = "/health/ready", tag = "operations",
    responses((status = 200, body = Health), (status = 503, description = "A problem: `store_unavailable`")))]
pub(crate) async fn ready(State(app): State<App>) -> Result<Json<Health>, Problem> {
    app.tables.ping().await?;
    Ok(Json(Health { status: "ok" }))
}

/// Metrics in the Prometheus text format, for this machine or the holder of the token.
#[utoipa::path(get, path = "/metrics", tag = "operations",
    responses((status = 200, content_type = "text/plain", body = String), (status = 404, description = "Not for this client")))]
pub(crate) async fn metrics(
    State(app): State<App>,
    peer: Option<Extension<ClientAddress>>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let peer = peer.map(|Extension(ClientAddress(address))| address);
    if !may_read_metrics(&app.config.metrics.token, peer, &headers) {
        return Err(Problem::new(atelier_api::codes::NOT_FOUND));
    }
    let stats = app.tables.stats();
    app.metrics.store(stats.queued, stats.log_bytes, stats.commits, stats.writes);
    app.metrics.disk(&app.config.server.data);
    let text = app.metrics.render();
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response())
}

fn may_read_metrics(token: &str, peer: Option<IpAddr>, headers: &HeaderMap) -> bool {
    if token.is_empty() {
        return peer.is_some_and(|address| address.is_loopback());
    }
    let sent = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    sent.and_then(|value| value.strip_prefix("Bearer ")) == Some(token)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn metrics_are_for_this_machine_or_for_the_token() {
        let (none, mut right) = (HeaderMap::new(), HeaderMap::new());
        right.insert(header::AUTHORIZATION, HeaderValue::from_static("Bearer t0ken"));
        let (here, there) = ("127.0.0.1".parse().ok(), "192.0.2.1".parse().ok());
        assert!(may_read_metrics("", here, &none));
        assert!(!may_read_metrics("", there, &none));
        assert!(!may_read_metrics("", None, &none));
        assert!(may_read_metrics("t0ken", there, &right));
        assert!(!may_read_metrics("t0ken", here, &none));
        assert!(!may_read_metrics("other", here, &right));
    }
}
