//! What a workflow says about itself.

use serde_json::{Map, Value};

use crate::cloud::{Cloud, ended};
use crate::error::{Category, Error, Fate};
use crate::http::Reach;
use crate::port::{Outcome, Progress, Ticket};

/// How far it is; fetches what was made.
pub(super) async fn progress(cloud: &Cloud, ticket: &Ticket, found: &Value) -> Result<Progress, Error> {
    match found.get("status").and_then(Value::as_str).unwrap_or_default() {
        "unassigned" | "preparing" | "scheduled" => Ok(Progress::Queued(ticket.clone())),
        "processing" => Ok(Progress::Running(ticket.clone(), share(found))),
        "succeeded" => outcome(cloud, found).await.map(Progress::Done),
        "failed" => Err(ended(Category::Transient, said(found).unwrap_or("The workflow failed"))),
        "expired" => Err(ended(Category::Transient, "Nobody at Civitai took up the workflow in time")),
        "canceled" => Err(ended(Category::Unknown, "The workflow was cancelled at Civitai")),
        _ => {
            Err(Error::new(Category::Transient, "Civitai gave a status that is not known")
                .fate(Fate::Unknown))
        }
    }
}

/// What it costs, in millionths of a Buzz.
#[expect(clippy::cast_possible_truncation, reason = "an amount of Buzz fits by far")]
pub(super) fn cost_micros(found: &Value) -> Option<i64> {
    let total = found.pointer("/cost/total")?.as_f64()?;
    (total.is_finite() && (0.0..1e12).contains(&total)).then(|| (total * 1e6).round() as i64)
}

fn share(found: &Value) -> Option<f64> {
    let share = found.pointer("/steps/0/estimatedProgressRate")?.as_f64()?;
    (0.0..=1.0).contains(&share).then_some(share)
}

fn said(found: &Value) -> Option<&str> {
    ["/steps/0/output/errors/0", "/steps/0/jobs/0/reason"]
        .iter()
        .find_map(|place| found.pointer(place)?.as_str())
}

async fn outcome(cloud: &Cloud, found: &Value) -> Result<Outcome, Error> {
    let steps = found.get("steps").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let images = steps.iter().filter_map(|step| step.pointer("/output/images")?.as_array());
    let images: Vec<_> = images.flatten().collect();
    let mut outputs = Vec::new();
    let mut blocked = Vec::new();
    for image in images {
        let reason = image.get("blockedReason").and_then(Value::as_str).filter(|reason| !reason.is_empty());
        let is_available = image.get("available").and_then(Value::as_bool) == Some(true);
        let address = image.get("url").and_then(Value::as_str);
        match (address, reason) {
            (Some(address), None) if is_available => {
                outputs.push(cloud.http.fetch(address, &Reach::Public).await?);
            }
            _ => blocked.push(reason.unwrap_or("it is not available").to_owned()),
        }
    }
    match (outputs.is_empty(), blocked.first()) {
        (true, Some(reason)) => {
            let message = format!("Civitai does not give the picture out: {reason}");
            Err(ended(Category::ContentPolicy, message).charged())
        }
        (true, None) => {
            Err(ended(Category::Unknown, "The workflow succeeded, but made no picture").charged())
        }
        (false, _) => {
            Ok(Outcome { outputs, returned: returned(found, blocked), cost_micros: cost_micros(found) })
        }
    }
}

fn returned(found: &Value, blocked: Vec<String>) -> Map<String, Value> {
    let mut returned = Map::new();
    for (name, place) in [("seed", "/steps/0/output/seed"), ("cost", "/cost")] {
        if let Some(value) = found.pointer(place).filter(|value| !value.is_null()) {
            returned.insert(name.to_owned(), value.clone());
        }
    }
    if !blocked.is_empty() {
        returned.insert("blocked".to_owned(), blocked.into());
    }
    returned
}
