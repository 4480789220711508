//! The endpoint: who calls, which operation, and the answer.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use atelier_base::{Clock, Randomness, Scope, TenantId};
use atelier_tables::{Table, Tables, Tenancy};
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;

use crate::fault::Fault;
use crate::operations;
use crate::signature::Verifier;

/// The largest body of a request, in bytes: a batch of 25 items, as AWS has it.
pub const BODY_LIMIT: usize = 16 * 1_024 * 1_024;
/// Failed signatures that an address has in a minute before it is told to slow down.
const FAILURES: u32 = 30;
/// So many addresses are remembered.
const ADDRESSES: usize = 1_024;
const TARGET: &str = "x-amz-target";
const VERSION: &str = "DynamoDB_20120810.";
const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");

/// What the operator configured.
pub struct Settings {
    /// The key that signs requests.
    pub access_key_id: String,
    /// Its secret.
    pub secret_access_key: String,
    /// The tenant whose items are reached.
    pub tenant: TenantId,
    /// What follows the name of each table, such as `-dev`; may be empty.
    pub suffix: String,
}

/// The API over opened tables. Cheap to clone.
#[derive(Clone)]
pub struct Api(Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) tables: Tables,
    pub(crate) scope: Scope,
    pub(crate) suffix: String,
    pub(crate) clock: Clock,
    randomness: Randomness,
    verifier: Verifier,
    failures: Mutex<HashMap<Option<IpAddr>, (i64, u32)>>,
    pub(crate) counts: operations::Counts,
}

impl Api {
    /// The API over those tables.
    pub fn new(tables: Tables, settings: Settings, clock: Clock, randomness: Randomness) -> Self {
        Self(Arc::new(Inner {
            tables,
            scope: Scope::tenant(settings.tenant),
            suffix: settings.suffix,
            clock,
            randomness,
            verifier: Verifier::new(settings.access_key_id, settings.secret_access_key),
            failures: Mutex::default(),
            counts: operations::Counts::default(),
        }))
    }
}

/// The routes, with and without a slash at the end.
pub fn routes(api: Api) -> Router {
    Router::new()
        .route("/dynamodb", post(answer))
        .route("/dynamodb/", post(answer))
        .layer(DefaultBodyLimit::disable())
        .with_state(api)
}

async fn answer(State(Api(api)): State<Api>, request: Request) -> Response {
    let mut response = match api.answer(request).await {
        Ok(body) => ([(header::CONTENT_TYPE, "application/x-amz-json-1.0")], body).into_response(),
        Err(fault) => fault.into_response(),
    };
    let id = u128::from_be_bytes(api.randomness.bytes());
    if let Ok(id) = HeaderValue::from_str(&format!("{id:032X}")) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

impl Inner {
    async fn answer(&self, request: Request) -> Result<Vec<u8>, Fault> {
        let (parts, body) = request.into_parts();
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
        let refused = |fault| self.refused(peer, fault);
        let claim = self.verifier.claim(&parts.headers, self.clock.now()).map_err(refused)?;
        let body = to_bytes(body, BODY_LIMIT)
            .await
            .map_err(|_| Fault::front("RequestEntityTooLarge", "The request is larger than 16 MB"))?;
        self.verifier.verify(&claim, &parts, &body).map_err(refused)?;
        let operation = operation(&parts.headers)?;
        let call = operations::Call { api: self, body: &body, region: claim.region };
        let answer = call.carry_out(operation).await;
        if let Err(fault) = &answer {
            tracing::debug!(operation, error = fault.name(), reason = fault.message, "refused");
        }
        answer
    }

    /// Counts a request that could not be authenticated, and slows down who makes many.
    fn refused(&self, peer: Option<IpAddr>, fault: Fault) -> Fault {
        let minute = self.clock.now().as_seconds().div_euclid(60);
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        failures.retain(|_, (at, _)| *at == minute);
        if failures.len() >= ADDRESSES && !failures.contains_key(&peer) {
            return Fault::service("ThrottlingException", "Rate of requests exceeds the allowed throughput.");
        }
        let (_, count) = failures.entry(peer).or_insert((minute, 0));
        *count = count.saturating_add(1);
        if *count > FAILURES {
            return Fault::service("ThrottlingException", "Rate of requests exceeds the allowed throughput.");
        }
        tracing::warn!(?peer, error = fault.name(), "a request to the DynamoDB API was not authenticated");
        fault
    }

    /// The declared table behind a name, with or without the suffix of this environment.
    pub(crate) fn table(&self, name: &str) -> Option<&'static Table> {
        self.tables.find(name).or_else(|| {
            let name = name.strip_suffix(self.suffix.as_str()).filter(|_| !self.suffix.is_empty())?;
            self.tables.find(name)
        })
    }

    /// The same, for reading and writing items.
    pub(crate) fn open_table(&self, name: &str) -> Result<&'static Table, Fault> {
        let table = self.table(name).ok_or_else(Fault::no_table)?;
        match table.tenancy {
            Tenancy::Tenant => Ok(table),
            // It holds passwords, sessions and keys.
            Tenancy::Directory => Err(Fault::service(
                "AccessDeniedException",
                format!("The items of {name} are reached through the server's own API only"),
            )),
        }
    }
}

fn operation(headers: &HeaderMap) -> Result<&str, Fault> {
    let target = headers.get(TARGET).and_then(|value| value.to_str().ok()).unwrap_or_default();
    target.strip_prefix(VERSION).ok_or_else(|| Fault::front("UnknownOperationException", ""))
}
