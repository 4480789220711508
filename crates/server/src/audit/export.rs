//! The audit trail as a file, streamed page by page.

use atelier_api::{Problem, Query, SignedIn};
use atelier_audit::permissions::ReadAudit;
use atelier_audit::{Entry, Filter, Trail};
use atelier_base::{Grant, PageRequest, Timestamp, UserId};
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// How entries are written.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Format {
    /// A line of JSON each.
    Jsonl,
    /// A row each, below a row of names.
    Csv,
}

/// What to export.
#[derive(Deserialize, IntoParams)]
pub(super) struct Export {
    format: Format,
    /// Who did it.
    actor: Option<UserId>,
    /// `project.edit`, or `project` for all that was done to projects.
    action: Option<String>,
    /// The id of what it was done to.
    target: Option<String>,
    /// Not before this instant.
    from: Option<Timestamp>,
    /// Before this instant.
    to: Option<Timestamp>,
}

/// Exports the audit trail of the tenant, the newest first. For owners.
#[utoipa::path(get, path = "/api/v1/audit/export", tag = "audit", params(Export),
    responses((status = 200, content_type = "application/x-ndjson", body = String), (status = "4XX", description = "A problem: `unauthenticated`, `forbidden`, `invalid_input`")))]
pub(super) async fn export(
    State(trail): State<Trail>,
    SignedIn(caller): SignedIn,
    Query(query): Query<Export>,
) -> Result<Response, Problem> {
    let grant = caller.may(ReadAudit)?;
    let Export { format, actor, action, target, from, to } = query;
    let filter = Filter { actor, action, target, from, to };
    // The first page is read before the answer begins, so that a failure is a problem and not a torn file.
    let first = next(&trail, grant, &filter, None).await?;
    let (media_type, name, head) = match format {
        Format::Jsonl => ("application/x-ndjson", "audit.jsonl", String::new()),
        Format::Csv => ("text/csv; charset=utf-8", "audit.csv", row(COLUMNS.map(str::to_owned))),
    };
    let rest = stream::try_unfold(Some(first), move |open| {
        let (trail, filter) = (trail.clone(), filter.clone());
        async move {
            let Some(page) = open else { return Ok::<_, Problem>(None) };
            let Some(last) = page.edges.last() else { return Ok(None) };
            let after = last.cursor.clone();
            let has_next = page.has_next;
            let text: String = page.into_nodes().map(|entry| format.line(&entry)).collect();
            let following =
                if has_next { Some(next(&trail, grant, &filter, Some(after)).await?) } else { None };
            Ok(Some((Bytes::from(text), following)))
        }
    });
    let head = stream::once(std::future::ready(Ok(Bytes::from(head))));
    let body = futures_util::StreamExt::chain(head, rest);
    let body =
        futures_util::TryStreamExt::map_err(body, |problem| std::io::Error::other(problem.to_string()));
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [(header::CONTENT_TYPE, media_type), (header::CONTENT_DISPOSITION, disposition.as_str())];
    Ok((headers, Body::from_stream(body)).into_response())
}

async fn next(
    trail: &Trail,
    grant: Grant<ReadAudit>,
    filter: &Filter,
    after: Option<atelier_base::Cursor>,
) -> Result<atelier_base::Page<Entry>, Problem> {
    Ok(trail.list(grant, filter, PageRequest { limit: PageRequest::MAX, after }).await?)
}

const COLUMNS: [&str; 16] = [
    "seq",
    "entry_id",
    "at",
    "actor",
    "user_id",
    "credential",
    "action",
    "target",
    "target_user_id",
    "outcome",
    "before",
    "after",
    "address",
    "request_id",
    "user_agent",
    "hash",
];

impl Format {
    fn line(self, entry: &Entry) -> String {
        match self {
            Self::Jsonl => {
                let mut line = serde_json::to_string(entry).unwrap_or_default();
                line.push('\n');
                line
            }
            Self::Csv => row(cells(entry)),
        }
    }
}

fn cells(entry: &Entry) -> [String; 16] {
    fn text<T: ToString>(value: Option<&T>) -> String {
        value.map(ToString::to_string).unwrap_or_default()
    }
    let origin = entry.origin.as_ref();
    [
        entry.seq.to_string(),
        entry.id.to_string(),
        entry.at.to_string(),
        text(entry.actor.as_ref()),
        text(entry.user_id.as_ref()),
        text(entry.credential.as_ref()),
        entry.action.clone(),
        text(entry.target.as_ref()),
        text(entry.target_user_id.as_ref()),
        entry.outcome.to_string(),
        text(entry.before.as_ref()),
        text(entry.after.as_ref()),
        text(origin.map(|origin| &origin.address)),
        text(origin.map(|origin| &origin.request_id)),
        text(origin.map(|origin| &origin.user_agent)),
        entry.hash.clone(),
    ]
}

/// A row as RFC 4180 has it.
fn row(cells: [String; 16]) -> String {
    let mut row = cells.map(|text| cell(&text)).join(",");
    row.push_str("\r\n");
    row
}

/// A cell, quoted when it must be. One that a spreadsheet would carry out begins with an apostrophe: clients
/// choose what they call themselves.
fn cell(text: &str) -> String {
    let text =
        if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_harmless() {
        for (text, written) in
            [("curl/8", "curl/8"), ("a,\"b\"", "\"a,\"\"b\"\"\""), ("=1+1", "'=1+1"), ("", "")]
        {
            assert_eq!(cell(text), written);
        }
    }
}
