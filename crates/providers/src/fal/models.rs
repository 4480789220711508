//! The models that fal offers, with what each takes.

use serde_json::Value;

use crate::cloud::Cloud;
use crate::error::Error;
use crate::http::Call;
use crate::port::Model;
use crate::schema;

/// A page holds the description of every model on it.
const LARGEST_PAGE: usize = 64 * 1024 * 1024;
/// Models a page, and pages that are read.
const PAGE: u32 = 50;
const MOST_PAGES: u32 = 20;

pub(super) async fn list(cloud: &Cloud, url: &str) -> Result<Vec<Model>, Error> {
    let url = format!("{url}?expand=openapi-3.0&limit={PAGE}");
    let encoded = |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let named = cloud.named_models();
    let first = if named.is_empty() {
        format!("{url}&category=text-to-image&status=active")
    } else {
        named.iter().fold(url, |url, name| format!("{url}&endpoint_id={}", encoded(name)))
    };
    let mut models = Vec::new();
    let mut next = Some(first.clone());
    for _ in 0..MOST_PAGES {
        let Some(url) = next.take() else { break };
        let page = cloud.send(Call::get(url).largest(LARGEST_PAGE)).await?.accepted()?.json()?;
        models.extend(page.get("models").and_then(Value::as_array).into_iter().flatten().filter_map(model));
        let cursor = page.get("next_cursor").and_then(Value::as_str);
        if page.get("has_more").and_then(Value::as_bool) == Some(true) {
            next = cursor.map(|cursor| format!("{first}&cursor={}", encoded(cursor)));
        }
    }
    Ok(models)
}

fn model(found: &Value) -> Option<Model> {
    let id = found.get("endpoint_id")?.as_str()?;
    let text = |place: &str| found.pointer(place).and_then(Value::as_str);
    Some(Model {
        id: id.to_owned(),
        name: text("/metadata/display_name").unwrap_or(id).to_owned(),
        family: text("/metadata/group/key").map(str::to_owned),
        parameter_schema: found.get("openapi").and_then(schema::of_first_post).unwrap_or_else(schema::any),
        pricing: None,
        is_available: text("/metadata/status").is_none_or(|status| status == "active"),
    })
}
