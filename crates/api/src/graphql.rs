//! What every GraphQL resolver shares: the caller, pages, and coded errors.

use async_graphql::connection::{Connection, Edge};
use async_graphql::{Context, ErrorExtensionValues, OutputType, Response, ServerError, Value};
use atelier_base::codes::INVALID_INPUT;
use atelier_base::{Caller, Page, PageRequest};

use crate::problem::codes;
use crate::{Identity, Problem};

/// The caller of the operation, or the problem that there is none.
pub fn caller<'a>(ctx: &Context<'a>) -> Result<&'a Caller, Problem> {
    match ctx.data_opt::<Identity>() {
        Some(identity) => identity.caller(),
        None => Err(Problem::new(codes::UNAUTHENTICATED)),
    }
}

/// The page that `first` and `after` ask for.
pub fn page_request(first: i32, after: Option<String>) -> Result<PageRequest, Problem> {
    let limit = usize::try_from(first).ok().filter(|limit| (1..=PageRequest::MAX).contains(limit));
    let limit = limit.ok_or_else(|| {
        Problem::new(INVALID_INPUT).with_detail(format!("`first` lies between 1 and {}", PageRequest::MAX))
    })?;
    let after =
        after.map(|text| text.parse()).transpose().map_err(|_| atelier_tables::Error::InvalidCursor)?;
    Ok(PageRequest { limit, after })
}

/// The page as a Relay connection.
pub fn connection<T: OutputType>(page: Page<T>, after: bool) -> Connection<String, T> {
    let mut connection = Connection::new(after, page.has_next);
    connection.edges.extend(page.edges.into_iter().map(|edge| Edge::new(edge.cursor.to_string(), edge.node)));
    connection
}

/// Gives every error of a response its code, kind, request id and fields, and logs it.
pub fn catalogue_errors(response: &mut Response, request_id: &str) {
    for error in &mut response.errors {
        let problem = problem_of(error);
        problem.log(request_id);
        let mut extensions = ErrorExtensionValues::default();
        extensions.set("code", problem.code().name);
        extensions.set("kind", problem.code().kind.name());
        extensions.set("requestId", request_id);
        if !problem.fields().is_empty()
            && let Ok(fields) = Value::from_json(serde_json::json!(problem.fields()))
        {
            extensions.set("fields", fields);
        }
        error.message = problem.to_string();
        error.extensions = Some(extensions);
    }
}

/// The problem that a resolver returned, or one for what the library itself refused.
fn problem_of(error: &ServerError) -> Problem {
    if let Some(problem) = error.source::<Problem>() {
        return problem.clone();
    }
    let code = match error.message.as_str() {
        "Query is too complex." => codes::TOO_COMPLEX,
        "Query is nested too deep." => codes::TOO_DEEP,
        message if message.contains("recursion depth") => codes::TOO_DEEP,
        _ => codes::GRAPHQL_INVALID,
    };
    Problem::new(code).with_detail(error.message.clone())
}
