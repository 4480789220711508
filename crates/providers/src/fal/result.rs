//! What came of a request to fal.

use serde_json::{Map, Value};

use crate::cloud::{Cloud, ended};
use crate::error::{Category, Error, Fate};
use crate::http::{Answer, Reach};
use crate::port::{Outcome, Output, Ticket};

/// What fal's own words for failures mean.
fn meaning(kind: &str) -> Option<Category> {
    match kind {
        "content_policy_violation" => Some(Category::ContentPolicy),
        "bad_request" => Some(Category::Validation),
        "startup_timeout" | "runner_scheduling_failure" | "downstream_service_unavailable" => {
            Some(Category::ProviderOutage)
        }
        "internal_error" | "internal_server_error" | "generation_timeout" | "downstream_service_error" => {
            Some(Category::Transient)
        }
        // The time that was asked for has run out; asking again would end in the same way.
        "request_timeout" | "client_cancelled" | "client_disconnected" => Some(Category::Unknown),
        kind if kind.starts_with("runner_") => Some(Category::Transient),
        _ => None,
    }
}

/// What a status of `COMPLETED` says went wrong, where it says enough; else the result tells.
pub(super) fn failure(status: &Value) -> Option<Error> {
    let text = |name: &str| status.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let kind = text("error_type")?;
    let said = text("error").unwrap_or("The request failed");
    Some(ended(meaning(kind).unwrap_or(Category::Unknown), said.chars().take(300).collect::<String>()))
}

/// What a refusal means.
pub(super) fn classified(answer: &Answer) -> Error {
    let mut error = answer.refusal();
    let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    let in_body = body.get("error_type").or_else(|| body.pointer("/detail/0/type")).and_then(Value::as_str);
    let kind = answer.header("x-fal-error-type").or(in_body);
    if let Some(category) = kind.and_then(meaning) {
        error.category = category;
    }
    if answer.header("x-fal-request-timeout-type").is_some() {
        error.category = Category::Unknown;
    }
    match answer.header("x-fal-retryable") {
        Some("true") if !error.category.is_retryable() => error.category = Category::Transient,
        Some("false") if error.category.is_retryable() => error.category = Category::Unknown,
        _ => {}
    }
    error
}

/// What a refusal means in place of a result: the request has failed, unless it is only the question that was
/// refused, or a gateway that answered for fal.
pub(super) fn refusal(answer: &Answer) -> Error {
    let error = classified(answer);
    let is_gateway = matches!(answer.status, 502..=504) && answer.header("x-fal-request-id").is_none();
    match answer.status {
        401 | 403 | 408 | 429 => error.fate(Fate::Unknown),
        404 | 410 => ended(Category::Unknown, "fal keeps the result no longer"),
        _ if is_gateway && answer.header("x-fal-error-type").is_none() => error.fate(Fate::Unknown),
        _ => error.fate(Fate::Ended),
    }
}

/// Fetches what was made.
pub(super) async fn outcome(
    cloud: &Cloud,
    ticket: &Ticket,
    status: &Value,
    result: &Value,
) -> Result<Outcome, Error> {
    let files = files(result);
    if files.is_empty() {
        let said =
            status.get("error").and_then(Value::as_str).unwrap_or("The request has ended without a file");
        return Err(ended(Category::Unknown, said.chars().take(300).collect::<String>()));
    }
    let is_checked = ticket.details.get("checked").and_then(Value::as_bool) == Some(true);
    let mut outputs = Vec::with_capacity(files.len());
    for (index, file) in files.iter().enumerate() {
        if is_checked && is_black(result, index) {
            continue;
        }
        outputs.push(fetch(cloud, file).await?);
    }
    if outputs.is_empty() {
        return Err(ended(Category::ContentPolicy, "The check of fal did not let the pictures through"));
    }
    Ok(Outcome { outputs, returned: returned(status, result), cost_micros: None })
}

async fn fetch(cloud: &Cloud, file: &Value) -> Result<Output, Error> {
    let address = file.get("url").and_then(Value::as_str).unwrap_or_default();
    let output = cloud.http.fetch(address, &Reach::Public).await?;
    let claimed = file.get("content_type").and_then(Value::as_str).map(str::to_owned);
    Ok(Output { claimed_type: output.claimed_type.or(claimed), ..output })
}

/// The files of a result: those in a list, or the one of a model that makes one.
fn files(result: &Value) -> Vec<&Value> {
    let is_file = |value: &&Value| value.get("url").is_some_and(Value::is_string);
    if let Some(images) = result.get("images").and_then(Value::as_array) {
        return images.iter().filter(is_file).collect();
    }
    ["image", "video", "audio", "audio_file", "model_mesh"]
        .iter()
        .filter_map(|name| result.get(name))
        .filter(is_file)
        .collect()
}

/// Whether the check of fal has put black in the place of that picture.
fn is_black(result: &Value, index: usize) -> bool {
    result.get("has_nsfw_concepts").and_then(|list| list.get(index)?.as_bool()) == Some(true)
}

fn returned(status: &Value, result: &Value) -> Map<String, Value> {
    let mut returned = Map::new();
    for name in ["seed", "prompt", "revised_prompt", "timings", "has_nsfw_concepts"] {
        if let Some(value) = result.get(name).filter(|value| !value.is_null()) {
            returned.insert(name.to_owned(), value.clone());
        }
    }
    if let Some(time) = status.pointer("/metrics/inference_time") {
        returned.insert("inference_time".to_owned(), time.clone());
    }
    returned
}
