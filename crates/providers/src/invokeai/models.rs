//! The models of the machine that there is a graph for, and what they take.

use serde_json::{Map, Value, json};

use crate::port::Model;

const SCHEDULERS: [&str; 22] = [
    "ddim",
    "ddpm",
    "deis",
    "dpmpp_2m",
    "dpmpp_2m_k",
    "dpmpp_2m_sde",
    "dpmpp_2m_sde_k",
    "dpmpp_2s",
    "dpmpp_2s_k",
    "dpmpp_sde",
    "dpmpp_sde_k",
    "euler",
    "euler_a",
    "euler_k",
    "heun",
    "heun_k",
    "kdpm_2",
    "lcm",
    "lms",
    "pndm",
    "unipc",
    "unipc_k",
];

/// Those that make pictures and that there is a graph for.
pub(super) fn all(list: &Value) -> Vec<Model> {
    let makers = each(list).filter(|model| model["type"] == "main");
    let known = makers.filter(|model| matches!(base(model), "sd-1" | "sd-2" | "sdxl" | "flux"));
    known.filter_map(model).collect()
}

/// The one with that key, or with that name.
pub(super) fn find<'a>(list: &'a Value, id: &str) -> Option<&'a Value> {
    let mut makers = each(list).filter(|model| model["type"] == "main");
    let by_key = makers.clone().find(|model| model["key"] == id);
    by_key.or_else(|| makers.find(|model| model["name"] == id))
}

/// The first model of a kind that FLUX can do with.
pub(super) fn part<'a>(list: &'a Value, kind: &str) -> Option<&'a Value> {
    each(list).find(|model| model["type"] == kind && matches!(base(model), "any" | "flux"))
}

/// What stands for a parameter that the order does not say.
pub(super) fn default(model: &Value, name: &str) -> Value {
    if let Some(preferred) = model["default_settings"].get(name).filter(|value| !value.is_null()) {
        return preferred.clone();
    }
    match (name, base(model)) {
        ("prompt" | "negative_prompt", _) => json!(""),
        ("width" | "height", "sdxl" | "flux") => json!(1024),
        ("width" | "height", _) => json!(512),
        ("steps", _) => json!(30),
        ("cfg_scale", _) => json!(7.0),
        ("guidance", _) => json!(4.0),
        ("scheduler", _) => json!("euler_a"),
        _ => Value::Null,
    }
}

fn each(list: &Value) -> impl Iterator<Item = &Value> + Clone {
    list["models"].as_array().into_iter().flatten()
}

fn base(model: &Value) -> &str {
    model["base"].as_str().unwrap_or_default()
}

fn model(model: &Value) -> Option<Model> {
    Some(Model {
        id: model["key"].as_str()?.to_owned(),
        name: model["name"].as_str()?.to_owned(),
        family: Some(base(model).to_owned()),
        parameter_schema: schema(model),
        pricing: None,
        is_available: true,
    })
}

fn schema(model: &Value) -> Value {
    let is_flux = base(model) == "flux";
    let step = if is_flux { 16 } else { 8 };
    let side = |name: &str| json!({"type": "integer", "minimum": 64, "maximum": 4096, "multipleOf": step, "default": default(model, name)});
    let mut schedulers = SCHEDULERS.map(Value::from).to_vec();
    let scheduler = default(model, "scheduler");
    if !schedulers.contains(&scheduler) {
        schedulers.push(scheduler.clone());
    }
    let mut properties = json!({
        "prompt": {"type": "string", "minLength": 1},
        "seed": {"type": "integer", "minimum": 0, "maximum": 4_294_967_295_u32},
        "width": side("width"),
        "height": side("height"),
        "steps": {"type": "integer", "minimum": 1, "maximum": 500, "default": default(model, "steps")},
    });
    let more = if is_flux {
        json!({
            "guidance": {"type": "number", "minimum": 0, "maximum": 20, "default": default(model, "guidance")},
        })
    } else {
        json!({
            "negative_prompt": {"type": "string"},
            "cfg_scale": {"type": "number", "minimum": 1, "maximum": 50, "default": default(model, "cfg_scale")},
            "scheduler": {"type": "string", "enum": schedulers, "default": scheduler},
        })
    };
    for (name, property) in more.as_object().into_iter().flat_map(Map::iter) {
        properties[name] = property.clone();
    }
    json!({"type": "object", "required": ["prompt"], "additionalProperties": false, "properties": properties})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_models_with_a_graph_are_offered() {
        let model =
            |key: &str, base: &str, kind: &str| json!({"key": key, "name": key, "base": base, "type": kind});
        let list = json!({"models": [model("a", "sd-1", "main"), model("b", "sdxl", "lora"),
            model("c", "z-image", "main"), model("d", "flux", "main"), {"type": "main", "base": "sdxl"}]});
        let models = all(&list);
        let ids: Vec<&str> = models.iter().map(|model| model.id.as_str()).collect();
        assert_eq!(ids, ["a", "d"]);
        assert!(models[0].parameter_schema["properties"]["negative_prompt"].is_object());
        assert_eq!(models[1].parameter_schema["properties"]["width"]["multipleOf"], 16);
        assert_eq!(find(&list, "d").map(|model| &model["base"]), Some(&json!("flux")));
    }
}
