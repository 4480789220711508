//! Which of the provider's models make pictures, and what they take. The provider itself lists names only.

use serde_json::{Value, json};

use crate::port::Model;

/// Shut down; some lists name them still.
const GONE: [&str; 4] = ["dall-e-2", "dall-e-3", "gpt-image-1", "image-alpha-001"];
/// The first generation, which makes pictures of three sizes.
const OLDER: [&str; 4] = ["gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5", "chatgpt-image-latest"];

/// Whether a model of that name makes pictures.
pub(super) fn makes_pictures(id: &str) -> bool {
    id.contains("image") || id.starts_with("dall-e")
}

pub(super) fn model(id: &str, pricing: Option<Value>) -> Model {
    Model {
        id: id.to_owned(),
        name: name(id),
        family: Some(if id.starts_with("dall-e") { "dall-e" } else { "gpt-image" }.to_owned()),
        parameter_schema: schema(id),
        pricing,
        is_available: !GONE.contains(&id),
    }
}

/// `gpt-image-2.5-flare` as `GPT Image 2.5 Flare`.
fn name(id: &str) -> String {
    let word = |word: &str| match word {
        "gpt" => "GPT".to_owned(),
        "chatgpt" => "ChatGPT".to_owned(),
        _ => {
            let mut chars = word.chars();
            let first = chars.next().map(|first| first.to_ascii_uppercase());
            first.into_iter().chain(chars).collect()
        }
    };
    id.split('-').map(word).collect::<Vec<String>>().join(" ")
}

fn schema(id: &str) -> Value {
    let is_older = OLDER.contains(&id);
    let size = if is_older {
        json!({"type": "string", "enum": ["auto", "1024x1024", "1536x1024", "1024x1536"], "default": "auto"})
    } else {
        json!({"type": "string", "pattern": "^(auto|[1-9][0-9]{1,4}x[1-9][0-9]{1,4})$", "default": "auto"})
    };
    let quality: &[&str] = if is_older {
        &["auto", "low", "medium", "high"]
    } else {
        &["auto", "low", "medium", "high", "xhigh", "max"]
    };
    let format: &[&str] =
        if is_older { &["png", "jpeg", "webp"] } else { &["png", "jpeg", "webp", "gif", "svg"] };
    json!({
        "type": "object",
        "required": ["prompt"],
        "additionalProperties": false,
        "properties": {
            "prompt": {"type": "string", "minLength": 1, "maxLength": 32_000},
            "size": size,
            "quality": {"type": "string", "enum": quality, "default": "auto"},
            "background": {"type": "string", "enum": ["auto", "transparent", "opaque"], "default": "auto"},
            "output_format": {"type": "string", "enum": format, "default": "png"},
            "output_compression":
                {"type": "integer", "minimum": 0, "maximum": 100, "x-advanced": true, "x-unit": "%"},
            "moderation": {"type": "string", "enum": ["auto", "low"], "default": "auto", "x-advanced": true},
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_models_that_make_pictures_are_taken() {
        assert!(makes_pictures("gpt-image-2.5-flare") && makes_pictures("chatgpt-image-latest"));
        assert!(!makes_pictures("gpt-5") && !makes_pictures("text-embedding-3-small"));
    }

    #[test]
    fn models_that_are_gone_can_not_be_ordered() {
        assert!(!model("dall-e-3", None).is_available && model("gpt-image-1.5", None).is_available);
    }

    #[test]
    fn what_a_model_takes_depends_on_its_generation() {
        let size = |id: &str| model(id, None).parameter_schema["properties"]["size"].clone();
        assert!(size("gpt-image-1-mini")["enum"].is_array() && size("gpt-image-2")["pattern"].is_string());
        assert_eq!(model("gpt-image-2.5-flare", None).name, "GPT Image 2.5 Flare");
    }
}
