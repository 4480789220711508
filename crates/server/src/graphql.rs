//! GraphQL over HTTP and WebSocket.
//!
//! `POST /graphql` answers one operation; with `Accept: multipart/mixed` it streams a subscription.
//! `GET /graphql` upgrades to a WebSocket that speaks graphql-ws.

mod executor;
mod multipart;

use std::convert::Infallible;

use async_graphql::http::is_accept_multipart_mixed;
use async_graphql::{Data, Executor as _};
use async_graphql_axum::{GraphQLProtocol, GraphQLWebSocket};
use atelier_accounts::rest::credentials;
use atelier_accounts::{Authenticator, Credentials};
use atelier_api::{Identity, Json, Problem, RequestId, codes};
use atelier_base::Origin;
use axum::Extension;
use axum::body::Body;
use axum::extract::{State, WebSocketUpgrade};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt as _;
use tokio_util::sync::CancellationToken;

use self::executor::Executor;
use crate::Schema;

/// What the GraphQL endpoints need.
#[derive(Clone)]
pub(crate) struct Endpoint {
    pub schema: Schema,
    pub authenticator: Authenticator,
    pub stopping: CancellationToken,
}

impl Endpoint {
    fn executor(&self, headers: &HeaderMap, origin: Origin, request_id: &RequestId) -> Executor {
        Executor {
            schema: self.schema.clone(),
            authenticator: self.authenticator.clone(),
            credentials: Credentials { origin, ..credentials(headers) },
            request_id: request_id.clone(),
            stopping: self.stopping.clone(),
        }
    }
}

/// `POST /graphql`.
pub(crate) async fn post(
    State(endpoint): State<Endpoint>,
    Extension(request_id): Extension<RequestId>,
    Extension(origin): Extension<Origin>,
    headers: HeaderMap,
    Json(request): Json<async_graphql::Request>,
) -> Response {
    let executor = endpoint.executor(&headers, origin, &request_id);
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if is_accept_multipart_mixed(accept) {
        let parts = multipart::parts(executor.execute_stream(request, None));
        let body = Body::from_stream(parts.map(Ok::<_, Infallible>));
        return ([(header::CONTENT_TYPE, multipart::MEDIA_TYPE)], body).into_response();
    }
    Json(executor.execute(request).await).into_response()
}

/// `GET /graphql`: the upgrade to a WebSocket.
pub(crate) async fn websocket(
    State(endpoint): State<Endpoint>,
    Extension(request_id): Extension<RequestId>,
    Extension(origin): Extension<Origin>,
    protocol: Result<GraphQLProtocol, axum::http::StatusCode>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, axum::extract::ws::rejection::WebSocketUpgradeRejection>,
) -> Result<Response, Problem> {
    let plain = || {
        Problem::new(codes::METHOD_NOT_ALLOWED)
            .with_detail("POST operations here; GET only upgrades to a WebSocket with graphql-transport-ws")
    };
    let (protocol, upgrade) = (protocol.map_err(|_| plain())?, upgrade.map_err(|_| plain())?);
    let executor = endpoint.executor(&headers, origin, &request_id);
    let response =
        upgrade.protocols(async_graphql::http::ALL_WEBSOCKET_PROTOCOLS).on_upgrade(move |socket| {
            let init = executor.clone();
            GraphQLWebSocket::new(socket, executor, protocol)
                .on_connection_init(move |payload| connection_init(init, payload))
                .serve()
        });
    Ok(response)
}

/// Who the connection belongs to, in the tenant that its first message names.
async fn connection_init(executor: Executor, payload: serde_json::Value) -> async_graphql::Result<Data> {
    let mut credentials = executor.credentials;
    if let Some(tenant) = payload.get("tenant").and_then(|tenant| tenant.as_str()) {
        credentials.tenant = Some(tenant.to_owned());
    }
    // Refused here rather than at each operation: a client without rights has nothing to stay for.
    if let Identity::Refused(problem) = executor.authenticator.identify(&credentials).await {
        return Err(async_graphql::Error::new(problem.code().name));
    }
    let mut data = Data::default();
    data.insert(credentials);
    Ok(data)
}
