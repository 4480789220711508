//! News of providers.

use atelier_api::{Path, Problem, Query};
use axum::body::Bytes;
use axum::extract::State as Ports;
use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;

use crate::State;
use crate::webhook::{Message, hear};

/// Bytes of a message, at most. What is larger is not heard, and the item is asked after in its time.
pub(super) const MOST_BYTES: usize = 2 << 20;

/// What the addresses have that are of one item.
#[derive(Deserialize, utoipa::IntoParams)]
pub(crate) struct About {
    /// The item that the address was made for.
    #[serde(default)]
    item: String,
    /// What proves that.
    #[serde(default)]
    token: String,
}

/// Takes in that a provider has something to say of a request: Replicate as Standard Webhooks has it, fal with the keys
/// that it publishes, Civitai at an address of the item's own. The server gives each its address when it orders.
#[utoipa::path(post, path = "/api/v1/factory/webhooks/{tenant}/{provider}", tag = "factory",
    params(("tenant" = String, Path), ("provider" = String, Path), About),
    request_body(content_type = "application/json", content = serde_json::Value),
    responses((status = 204, description = "Heard, or heard before"),
        (status = 413, description = "A problem: `body_too_large`"),
        (status = 503, description = "A problem: `provider_unavailable`, when the keys to check it with can't be had"),
        (status = "4XX", description = "A problem: `webhook_refused`, `factory_not_found`")))]
pub(crate) async fn webhook(
    Ports(state): Ports<State>,
    Path((tenant, provider)): Path<(String, String)>,
    Query(About { item, token }): Query<About>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, Problem> {
    let message = Message {
        tenant: &tenant,
        provider: &provider,
        item: &item,
        token: &token,
        headers: &headers,
        body: &body,
    };
    hear(&state, message).await?;
    Ok(StatusCode::NO_CONTENT)
}
