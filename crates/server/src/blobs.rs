//! Files over HTTP: signed addresses that give them out, and resumable uploads that take them in.
//!
//! Both stream, so the limits of size and time of other requests are not theirs: a file has the limit of
//! its store, and a body may take as long as something comes.

mod download;
pub(crate) mod lifecycle;
mod uploads;

use atelier_accounts::{Authenticator, rest as accounts};
use atelier_base::{Clock, Randomness};
use atelier_blobs::{Blobs, Options, S3Options};
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use std::time::Duration;

use crate::config::BlobsConfig;
use crate::{App, Config, Error};

/// The routes. They go beside those of `router.rs`, behind the same guards without its limits.
pub(crate) fn routes(app: &App, authenticator: Authenticator) -> Router {
    let one = get(uploads::show).head(uploads::head).patch(uploads::append).delete(uploads::abort);
    let uploads = Router::new()
        .route("/api/v1/uploads", post(uploads::begin).options(uploads::options))
        .route("/api/v1/uploads/{id}", one)
        .layer(from_fn_with_state(authenticator, accounts::identify));
    Router::new().route("/blobs/{bucket}/{*key}", get(download::read)).merge(uploads).with_state(app.clone())
}

/// The same as an OpenAPI document.
pub(crate) fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(utoipa::OpenApi)]
    #[openapi(paths(
        download::read,
        uploads::options,
        uploads::begin,
        uploads::show,
        uploads::head,
        uploads::append,
        uploads::abort
    ))]
    struct Document;
    <Document as utoipa::OpenApi>::openapi()
}

/// Opens the store of files as configured.
pub(crate) fn open(config: &Config, clock: Clock, randomness: Randomness) -> Result<Blobs, Error> {
    let BlobsConfig { environment, object_limit_bytes, upload_days, .. } = &config.blobs;
    let options = Options {
        directory: config.server.data.clone(),
        s3: s3(&config.blobs),
        environment: environment.clone(),
        public_url: config.server.public_url.clone(),
        object_limit: *object_limit_bytes,
        upload_lifetime: Duration::from_hours(24).saturating_mul(*upload_days),
        clock,
        randomness,
    };
    Ok(Blobs::open(options, atelier_blobs::BUCKETS)?)
}

fn s3(config: &BlobsConfig) -> Option<S3Options> {
    let prefix = config.url.strip_prefix("s3://")?;
    Some(S3Options {
        prefix: prefix.trim_end_matches('/').to_owned(),
        endpoint: config.endpoint.clone(),
        region: config.region.clone(),
        access_key_id: config.access_key_id.clone(),
        secret_access_key: config.secret_access_key.clone(),
        patience: Duration::from_secs(10),
    })
}
