//! What a prediction says about itself.

use serde_json::{Map, Value};

use crate::cloud::{Cloud, ended};
use crate::error::{Category, Error, Fate};
use crate::http::{Reach, is_data_uri};
use crate::port::{Charge, Outcome, Progress, Ticket};

/// How far it is; fetches what was made.
pub(super) async fn progress(cloud: &Cloud, ticket: &Ticket, found: &Value) -> Result<Progress, Error> {
    let status = found.get("status").and_then(Value::as_str).unwrap_or_default();
    match status {
        "starting" => Ok(Progress::Queued(ticket.clone())),
        "processing" => Ok(Progress::Running(ticket.clone(), None)),
        "succeeded" => outcome(cloud, found).await.map(Progress::Done),
        "failed" => Err(failure(found)),
        "canceled" => Err(ended(Category::Unknown, "The prediction was cancelled at Replicate")),
        // It never started and costs nothing.
        "aborted" => Err(ended(Category::Transient, "Replicate did not begin the prediction in time")),
        _ => {
            Err(Error::new(Category::Transient, "Replicate gave a status that is not known")
                .fate(Fate::Unknown))
        }
    }
}

/// Whether one that was cancelled is charged for: only when it had started.
pub(super) fn charge(found: &Value) -> Charge {
    let has_started = found.get("started_at").is_some_and(|started| !started.is_null());
    match found.get("status").and_then(Value::as_str) {
        Some("aborted") => Charge::Nothing,
        Some("canceled") if !has_started => Charge::Nothing,
        _ => Charge::Possible,
    }
}

async fn outcome(cloud: &Cloud, found: &Value) -> Result<Outcome, Error> {
    if found.get("data_removed").and_then(Value::as_bool) == Some(true) {
        return Err(ended(Category::Unknown, "Replicate has deleted what it made").charged());
    }
    let mut addresses = Vec::new();
    collect(found.get("output").unwrap_or(&Value::Null), &mut addresses);
    if addresses.is_empty() {
        return Err(ended(Category::Unknown, "The prediction succeeded, but made no file").charged());
    }
    let mut outputs = Vec::with_capacity(addresses.len());
    for address in addresses {
        outputs.push(cloud.http.fetch(address, &Reach::Public).await?);
    }
    Ok(Outcome { outputs, returned: returned(found), cost_micros: None })
}

/// Every address in an output of any shape, in its order.
fn collect<'a>(output: &'a Value, addresses: &mut Vec<&'a str>) {
    match output {
        Value::String(text)
            if is_data_uri(text) || text.starts_with("https://") || text.starts_with("http://") =>
        {
            addresses.push(text);
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, addresses)),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, addresses)),
        _ => {}
    }
}

fn returned(found: &Value) -> Map<String, Value> {
    let mut returned = Map::new();
    for (name, place) in [
        ("version", "/version"),
        ("predict_time", "/metrics/predict_time"),
        ("total_time", "/metrics/total_time"),
    ] {
        if let Some(value) = found.pointer(place).filter(|value| !value.is_null()) {
            returned.insert(name.to_owned(), value.clone());
        }
    }
    if let Some(seed) = found.get("logs").and_then(Value::as_str).and_then(seed) {
        returned.insert("seed".to_owned(), seed.into());
    }
    returned
}

/// Models print the seed that they draw, and return it nowhere else.
fn seed(logs: &str) -> Option<u64> {
    let (_, after) = logs.split_once("Using seed: ")?;
    after.split(|char: char| !char.is_ascii_digit()).next()?.parse().ok()
}

/// Replicate gives words, in which its own codes stand in brackets.
fn failure(found: &Value) -> Error {
    let said = found.get("error").and_then(Value::as_str).unwrap_or_default();
    let category = match said {
        said if said.contains("(E005)") || said.starts_with("NSFW content detected") => {
            Category::ContentPolicy
        }
        said if said.contains("(E003)") => Category::ProviderOutage,
        said if said.contains("(code: PA)") || said.starts_with("CUDA out of memory") => Category::Transient,
        _ => Category::Unknown,
    };
    let message = match said.lines().find(|line| !line.trim().is_empty()) {
        Some(line) => line.trim().chars().take(300).collect(),
        None => "The prediction failed".to_owned(),
    };
    ended(category, message)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn addresses_are_found_in_every_shape() {
        for (output, count) in [
            (json!("https://a.example/1.png"), 1),
            (json!(["https://a.example/1.png", "data:image/png;base64,AA=="]), 2),
            (json!({"images": ["https://a.example/1.png"], "text": "words"}), 1),
            (json!("only words"), 0),
            (json!(null), 0),
        ] {
            let mut addresses = Vec::new();
            collect(&output, &mut addresses);
            assert_eq!(addresses.len(), count, "{output}");
        }
    }

    #[test]
    fn codes_in_brackets_decide() {
        let category = |said: &str| failure(&json!({"error": said})).category;
        assert_eq!(
            category("The input or output was flagged as sensitive. (E005) (x1)"),
            Category::ContentPolicy
        );
        assert_eq!(category("Prediction interrupted; please retry (code: PA)"), Category::Transient);
        assert_eq!(category("width 1500 is 503 too many"), Category::Unknown);
        assert_eq!(failure(&json!({})).fate, Fate::Ended);
    }

    #[test]
    fn what_had_not_started_is_not_charged() {
        for (found, charged) in [
            (json!({"status": "aborted", "started_at": null}), Charge::Nothing),
            (json!({"status": "canceled", "started_at": null}), Charge::Nothing),
            (json!({"status": "canceled", "started_at": "2026-11-21T10:00:00Z"}), Charge::Possible),
            (json!({"status": "processing"}), Charge::Possible),
            (json!({}), Charge::Possible),
        ] {
            assert_eq!(charge(&found), charged, "{found}");
        }
    }

    #[test]
    fn seeds_are_read_from_logs() {
        assert_eq!(seed("boot\nUsing seed: 12345\n100%"), Some(12_345));
        assert_eq!(seed("no seed"), None);
    }
}
