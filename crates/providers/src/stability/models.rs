//! The models that its documentation names, and what they take.

use serde_json::{Value, json};

use crate::port::Model;

/// By id, name and family.
const MODELS: [(&str, &str, &str); 5] = [
    ("core", "Stable Image Core", "stable-image"),
    ("ultra", "Stable Image Ultra", "stable-image"),
    ("sd3.5-large", "Stable Diffusion 3.5 Large", "sd3"),
    ("sd3.5-large-turbo", "Stable Diffusion 3.5 Large Turbo", "sd3"),
    ("sd3.5-medium", "Stable Diffusion 3.5 Medium", "sd3"),
];

const STYLES: [&str; 17] = [
    "3d-model",
    "analog-film",
    "anime",
    "cinematic",
    "comic-book",
    "digital-art",
    "enhance",
    "fantasy-art",
    "isometric",
    "line-art",
    "low-poly",
    "modeling-compound",
    "neon-punk",
    "origami",
    "photographic",
    "pixel-art",
    "tile-texture",
];

/// The last part of the path that makes pictures with the model.
pub(super) fn endpoint(model: &str) -> &str {
    match model {
        "core" | "ultra" => model,
        _ => "sd3",
    }
}

pub(super) fn all(pricing: impl Fn(&str) -> Option<Value>) -> Vec<Model> {
    let model = |(id, name, family): (&str, &str, &str)| Model {
        id: id.to_owned(),
        name: name.to_owned(),
        family: Some(family.to_owned()),
        parameter_schema: schema(id),
        pricing: pricing(id),
        is_available: true,
    };
    MODELS.into_iter().map(model).collect()
}

fn schema(id: &str) -> Value {
    let ratios = ["1:1", "16:9", "9:16", "21:9", "9:21", "2:3", "3:2", "4:5", "5:4"];
    let formats: &[&str] = if endpoint(id) == "sd3" { &["png", "jpeg"] } else { &["png", "jpeg", "webp"] };
    let mut schema = json!({
        "type": "object",
        "required": ["prompt"],
        "additionalProperties": false,
        "properties": {
            "prompt": {"type": "string", "minLength": 1, "maxLength": 10_000},
            "negative_prompt": {"type": "string", "maxLength": 10_000},
            "aspect_ratio": {"type": "string", "enum": ratios, "default": "1:1"},
            "seed": {"type": "integer", "minimum": 0, "maximum": 4_294_967_294_u32},
            "output_format": {"type": "string", "enum": formats, "default": "png"},
        },
    });
    if endpoint(id) == "sd3" {
        schema["properties"]["cfg_scale"] =
            json!({"type": "number", "minimum": 1, "maximum": 10, "x-advanced": true});
    } else {
        schema["properties"]["style_preset"] = json!({"type": "string", "enum": STYLES});
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_model_has_its_place_and_schema() {
        let models = all(|id| (id == "core").then(|| json!({"per_picture": 0.03})));
        assert_eq!(models.len(), MODELS.len());
        assert_eq!((endpoint("ultra"), endpoint("sd3.5-medium")), ("ultra", "sd3"));
        assert!(models[0].pricing.is_some() && models[1].pricing.is_none());
        assert!(models[0].parameter_schema["properties"]["style_preset"].is_object());
        assert!(models[2].parameter_schema["properties"]["cfg_scale"].is_object());
    }
}
