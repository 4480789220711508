//! The checkpoints of the machine, and what each takes.

use serde_json::{Value, json};

use crate::port::Model;

/// From the lists of checkpoints, samplers and schedulers.
pub(super) fn all(checkpoints: &Value, samplers: &Value, schedulers: &Value) -> Vec<Model> {
    let (samplers, schedulers) = (texts(samplers, "name"), texts(schedulers, "name"));
    let model = |id: String| Model {
        name: id.clone(),
        family: family(&id).map(str::to_owned),
        parameter_schema: schema(&id, &samplers, &schedulers),
        pricing: None,
        is_available: true,
        id,
    };
    // The title has a hash in it that the machine computes when it pleases; the name stays.
    texts(checkpoints, "model_name").into_iter().map(model).collect()
}

fn texts(list: &Value, name: &str) -> Vec<String> {
    let texts = list.as_array().into_iter().flatten().filter_map(|item| item[name].as_str());
    texts.map(str::to_owned).collect()
}

/// Read from the name: the machine says nothing else of a checkpoint.
fn family(id: &str) -> Option<&'static str> {
    let id = id.to_lowercase();
    let families = [("flux", "flux"), ("sd3", "sd3"), ("xl", "sdxl"), ("pony", "sdxl"), ("v1-5", "sd1")];
    families.iter().find(|(part, _)| id.contains(part)).map(|(_, family)| *family)
}

fn schema(id: &str, samplers: &[String], schedulers: &[String]) -> Value {
    let side = if matches!(family(id), Some("flux" | "sd3" | "sdxl")) { 1024 } else { 512 };
    let side = json!({"type": "integer", "minimum": 64, "maximum": 2048, "multipleOf": 8, "default": side});
    let mut schema = json!({
        "type": "object",
        "required": ["prompt"],
        "additionalProperties": false,
        "properties": {
            "prompt": {"type": "string", "minLength": 1},
            "negative_prompt": {"type": "string"},
            "seed": {"type": "integer", "minimum": -1, "maximum": 4_294_967_295_u32},
            "width": side,
            "height": side,
            "steps": {"type": "integer", "minimum": 1, "maximum": 150, "default": 20},
            "cfg_scale": {"type": "number", "minimum": 1, "maximum": 30, "default": 7},
            "batch_size": {"type": "integer", "minimum": 1, "maximum": 8, "default": 1, "x-advanced": true},
            "enable_hr": {"type": "boolean", "default": false, "x-advanced": true},
            "hr_scale": {"type": "number", "minimum": 1, "maximum": 4, "default": 2, "x-advanced": true},
            "denoising_strength":
                {"type": "number", "minimum": 0, "maximum": 1, "default": 0.7, "x-advanced": true},
            "restore_faces": {"type": "boolean", "default": false, "x-advanced": true},
            "tiling": {"type": "boolean", "default": false, "x-advanced": true},
            "styles": {"type": "array", "items": {"type": "string"}, "x-advanced": true},
        },
    });
    for (name, choices) in [("sampler_name", samplers), ("scheduler", schedulers)] {
        if !choices.is_empty() {
            schema["properties"][name] = json!({"type": "string", "enum": choices});
        }
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemas_hold_what_the_machine_has() {
        let checkpoints =
            json!([{"title": "a.safetensors [6ce0]", "model_name": "a", "filename": "/srv/a"}, {}]);
        let models = all(&checkpoints, &json!([{"name": "Euler a"}, {"name": "UniPC"}]), &json!([]));
        assert_eq!(models.len(), 1);
        let properties = &models[0].parameter_schema["properties"];
        assert_eq!(properties["sampler_name"]["enum"], json!(["Euler a", "UniPC"]));
        assert_eq!((models[0].id.as_str(), properties.get("scheduler")), ("a", None));
    }
}
