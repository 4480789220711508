//! The answer to a question in SQL, as a file.

use atelier_analytics::{Format, Limits};
use atelier_api::{Problem, Query, SignedIn};
use axum::extract::State as Ports;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::permissions::ReadJournal;
use crate::{Error, State};

/// Rows of a file; a page shows fewer.
const ROWS: usize = 1_000_000;

/// What is asked.
#[derive(Deserialize, utoipa::IntoParams)]
pub(crate) struct Asked {
    /// SQL over the tables of the lake: `select * from logs`.
    query: String,
    /// `csv`, or `parquet`.
    #[serde(default)]
    format: FileFormat,
}

/// The form of the file.
#[derive(Clone, Copy, Default, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum FileFormat {
    /// Comma-separated values with a line of names.
    #[default]
    Csv,
    /// A Parquet file.
    Parquet,
}

/// The answer to a question in SQL over the tenant's lake, as a file.
#[utoipa::path(get, path = "/api/v1/journal/lake", tag = "journal", params(Asked),
    responses((status = 200, description = "The file; `atelier-truncated: true` when rows were cut off", body = Vec<u8>),
        (status = "4XX", description = "A problem: `unauthenticated`, `forbidden`, or what is wrong with the question")))]
pub(crate) async fn export(
    Ports(state): Ports<State>,
    SignedIn(caller): SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let grant = caller.may(ReadJournal)?;
    let (format, media_type, name) = match asked.format {
        FileFormat::Csv => (Format::Csv, "text/csv; charset=utf-8", "journal.csv"),
        FileFormat::Parquet => (Format::Parquet, "application/vnd.apache.parquet", "journal.parquet"),
    };
    let limits = Limits { rows: ROWS, ..Limits::default() };
    let exported = state.lake.export(grant.scope(), &asked.query, limits, format).await;
    let (bytes, truncated) = exported.map_err(Error::from)?;
    let headers = [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::HeaderName::from_static("atelier-truncated"), truncated.to_string()),
    ];
    Ok((headers, bytes).into_response())
}
