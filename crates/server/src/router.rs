//! Everything behind one address.

use std::time::Duration;

use atelier_accounts::{Authenticator, rest as accounts};
use atelier_api::{Path, Problem, codes, render_problems};
use atelier_dynamodb::Api;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::app::error_codes;
use crate::graphql::Endpoint;
use crate::middleware::{accompany, panicked, same_origin, security_headers};
use crate::web::WebFiles;
use crate::{App, Error, audit, blobs, erasure, generate, graphql, health, jobs, schema, web};

/// The router over an opened server. A request passes, from the outside in:
/// its id, log line and measurement; security headers; problems for failed answers; the catcher of
/// panics; the time limit; the size limit; the origin check; for the API, authentication.
pub fn router(app: &App) -> Result<Router, Error> {
    let authenticator = Authenticator::new(app.accounts.clone());
    let endpoint = Endpoint {
        schema: schema(app),
        authenticator: authenticator.clone(),
        stopping: app.stopping.clone(),
    };
    let pieces = atelier_journal::rest::routes(app.journal.clone())
        .layer(from_fn_with_state(authenticator.clone(), accounts::identify));
    let products = atelier_factory::rest::routes(app.factory.clone())
        .layer(from_fn_with_state(authenticator.clone(), accounts::identify));
    let files =
        blobs::routes(app, authenticator.clone()).merge(pieces).merge(products).layer(from_fn(same_origin));
    let rest = Router::new()
        .nest("/api/v1/accounts", accounts::routes(app.accounts.clone()))
        .merge(erasure::routes(app))
        .nest("/api/v1/audit", audit::routes(app.trail.clone()))
        .nest("/api/v1/jobs", jobs::routes(app.jobs.clone()))
        .layer(from_fn_with_state(authenticator, accounts::identify));
    let graphql =
        Router::new().route("/graphql", get(graphql::websocket).post(graphql::post)).with_state(endpoint);
    let operations = Router::new()
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .route("/metrics", get(health::metrics))
        .with_state(app.clone());
    let routes = rest
        .merge(graphql)
        .merge(operations)
        .merge(atelier_factory::rest::webhooks(app.factory.clone()))
        .merge(documents())
        // Below /api there are no pages.
        .route("/api/{*rest}", axum::routing::any(|| async { Problem::new(codes::NOT_FOUND) }))
        .merge(web_files(app)?);
    // Files have limits of their own, which count bytes as they stream.
    // Beside the others: each of its requests is signed, and none comes from a browser.
    Ok(guarded(routes, app).merge(watched(files, app)).merge(dynamodb(app)?))
}

/// DynamoDB's own API, if it is configured: only what protects the server is around it.
fn dynamodb(app: &App) -> Result<Router, Error> {
    let Some(settings) = app.config.dynamodb_settings()? else { return Ok(Router::new()) };
    let api = Api::new(app.tables.clone(), settings, app.clock.clone(), app.randomness.clone());
    let time = Duration::from_secs(app.config.server.request_timeout_seconds);
    Ok(atelier_dynamodb::routes(api)
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, time))
        .layer(CatchPanicLayer::custom(panicked)))
}

/// The routes behind everything that a request passes.
fn guarded(routes: Router, app: &App) -> Router {
    let limit = app.config.server.body_limit_bytes;
    let time = Duration::from_secs(app.config.server.request_timeout_seconds);
    let routes = routes
        .layer(from_fn(same_origin))
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(limit))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, time));
    watched(routes, app)
}

/// The routes behind all of that but the limits.
fn watched(routes: Router, app: &App) -> Router {
    routes
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(render_problems))
        .layer(from_fn(security_headers))
        .layer(from_fn_with_state(app.clone(), accompany))
}

/// The API's own description, and the page that the `type` of a problem points at.
fn documents() -> Router {
    let openapi = generate::openapi();
    let sdl = generate::schema();
    Router::new()
        .route("/docs/errors/{code}", get(explain))
        .route("/api/openapi.json", get(|| async { ([(header::CONTENT_TYPE, "application/json")], openapi) }))
        .route(
            "/api/schema.graphql",
            get(|| async { ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], sdl) }),
        )
}

/// What an error code means and what to do about it, as plain text.
async fn explain(Path(name): Path<String>) -> Result<String, Problem> {
    let code = error_codes().into_iter().find(|code| code.name == name);
    let code = code.ok_or_else(|| Problem::new(codes::NOT_FOUND))?;
    Ok(format!("{}\n\n{}.\n{}\n", code.name, code.title, code.remedy))
}

/// The pages, for every path that nothing else answers.
fn web_files(app: &App) -> Result<Router, Error> {
    let files = WebFiles::load(&app.config.server.web_dir, app.config.blobs.origin().as_deref())?;
    // Only pages are compressed: a live stream would wait in the compressor's buffer.
    Ok(Router::new().fallback(web::serve).with_state(files).layer(CompressionLayer::new()))
}

#[cfg(test)]
mod tests {
    use atelier_base::{Clock, Randomness};
    use axum::body::{Body, to_bytes};
    use axum::extract::Request;
    use tower::ServiceExt as _;

    use super::*;
    use crate::Config;

    #[tokio::test]
    async fn a_panic_and_a_lost_request_are_answered_with_problems() {
        let directory = tempfile::tempdir().expect("a directory");
        let mut config = Config::defaults().expect("the defaults are valid");
        directory.path().clone_into(&mut config.server.data);
        config.server.request_timeout_seconds = 0;
        let app = App::open(config, Clock::system(), Randomness::seeded(1)).expect("the stores open");
        let routes = Router::new()
            .route("/panic", get(async || -> &'static str { panic!("a secret of ours") }))
            .route("/lost", get(async || std::future::pending::<()>().await));
        let whole = guarded(routes, &app);
        for (path, status, code) in [("/panic", 500, "internal"), ("/lost", 504, "timeout")] {
            let request = Request::builder().uri(path).body(Body::empty()).expect("a request");
            let answer = whole.clone().oneshot(request).await.expect("an answer");
            assert_eq!(answer.status().as_u16(), status, "{path}");
            let body = to_bytes(answer.into_body(), 10_000).await.expect("a body");
            let body = String::from_utf8_lossy(&body);
            assert!(body.contains(&format!("\"code\":\"{code}\"")), "{body}");
            assert!(!body.contains("secret"), "{body}");
        }
    }
}
