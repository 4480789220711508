//! What the machine answers: pictures, what they were made with, or why there are none.

use serde_json::{Map, Value};

use crate::error::{Category, Error, Fate};
use crate::http::Answer;
use crate::message::plain;

/// The pictures that were asked for: a sheet of all may go before them, and what helpers drew may follow.
pub(super) fn pictures<'a>(said: &'a Value, info: &Value, quantity: u32) -> impl Iterator<Item = &'a str> {
    let size = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let first = info["index_of_first_image"].as_u64().map_or(0, size);
    let pictures = said["images"].as_array().into_iter().flatten().filter_map(Value::as_str);
    pictures.skip(first).take(size(u64::from(quantity.max(1))))
}

/// What is worth keeping of the description.
pub(super) fn returned(info: &Value) -> Map<String, Value> {
    let names = [
        ("seed", "seed"),
        ("all_seeds", "seeds"),
        ("sampler_name", "sampler_name"),
        ("steps", "steps"),
        ("cfg_scale", "cfg_scale"),
        ("sd_model_name", "model_name"),
        ("sd_model_hash", "model_hash"),
        ("infotexts", "infotexts"),
    ];
    let told = names.into_iter().filter_map(|(name, kept)| Some((kept.to_owned(), info.get(name)?.clone())));
    told.filter(|(_, value)| !value.is_null()).collect()
}

/// What a refusal means. Faults in the work have status 500 and the class of the fault.
pub(super) fn refusal(answer: &Answer) -> Error {
    let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    let text = |name: &str| body[name].as_str().unwrap_or_default();
    let error = answer.refusal();
    if text("detail") == "Sampler not found" {
        return Error::new(Category::Validation, "The machine has no such sampler").parameter("sampler_name");
    }
    if text("errors").starts_with("Unknown checkpoint") {
        return Error::new(Category::Validation, "The machine has no such checkpoint").parameter("model");
    }
    if text("error").contains("OutOfMemory") {
        let message = "The machine had not enough memory for it";
        return Error::new(Category::Transient, message).fate(Fate::Ended);
    }
    if answer.status != 500 || !body["error"].is_string() {
        return Error { message: plain(&error.message), ..error };
    }
    let said = ["detail", "errors", "error"].map(|name| plain(text(name)));
    let said = said.into_iter().find(|said| !said.is_empty());
    let message = said.unwrap_or_else(|| "The machine failed, and did not say why".to_owned());
    Error { message: answer.fit_to_show(&message), fate: Fate::Ended, ..error }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_was_asked_for_is_taken() {
        let said = json!({"images": ["sheet", "a", "b", "depth"]});
        let taken = |info: Value, quantity| pictures(&said, &info, quantity).collect::<Vec<_>>().join(" ");
        assert_eq!(taken(json!({"index_of_first_image": 1}), 2), "a b");
        assert_eq!(taken(json!(null), 1), "sheet");
    }

    #[test]
    fn seeds_are_kept() {
        let kept = returned(&json!({"seed": 5, "all_seeds": [5, 6], "sd_vae_name": null, "styles": []}));
        assert_eq!(Value::from(kept), json!({"seed": 5, "seeds": [5, 6]}));
    }
}
