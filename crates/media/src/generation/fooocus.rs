//! Fooocus' own scheme: JSON, where the web UI has its infotext. Its other scheme is that infotext.

use serde_json::{Map, Value};

use super::json::{object, renamed};
use super::{Generation, Tool, normal};

const NAMES: [(&str, &str); 9] = [
    ("seed", "seed"),
    ("steps", "steps"),
    ("guidance_scale", "cfg_scale"),
    ("sampler", "sampler"),
    ("scheduler", "scheduler"),
    ("base_model", "model"),
    ("base_model_hash", "model_hash"),
    ("vae", "vae"),
    ("clip_skip", "clip_skip"),
];

pub(super) fn read(parameters: &str) -> Option<Generation> {
    let mut found = object(parameters)?;
    if !["base_model", "performance", "metadata_scheme"].iter().any(|name| found.contains_key(*name)) {
        return None;
    }
    let mut take = |name| match found.remove(name) {
        Some(Value::String(text)) => text,
        _ => String::new(),
    };
    let (prompt, negative_prompt) = (take("prompt"), take("negative_prompt"));
    let size = take("resolution");
    let loras = loras(found.remove("loras").as_ref());
    let mut parameters = renamed(found, &NAMES);
    normal::set(&mut parameters, "loras", loras);
    set_size(&mut parameters, &size);
    Some(Generation { prompt, negative_prompt, parameters, ..Generation::new(Tool::Fooocus) })
}

/// `(1152, 896)`
fn set_size(parameters: &mut Map<String, Value>, size: &str) {
    let edges: Vec<u32> =
        size.trim_matches(['(', ')']).split(',').flat_map(|edge| edge.trim().parse()).collect();
    if let [width, height] = edges[..] {
        normal::set(parameters, "width", width);
        normal::set(parameters, "height", height);
    }
}

/// `[["name.safetensors", 0.5, "hash"]]`
fn loras(list: Option<&Value>) -> Vec<Value> {
    let rows = list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_array);
    let lora = |row: &Vec<Value>| {
        let name = row.first()?.as_str()?;
        let weight = row.get(1).cloned().unwrap_or(Value::from(1));
        Some(normal::lora(name, weight, row.get(2).and_then(Value::as_str)))
    };
    rows.filter_map(lora).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn settings_have_common_names() {
        let text = json!({
            "adm_guidance": "(1.5, 0.8, 0.3)", "base_model": "juggernautXL_v8.safetensors", "base_model_hash": "aeb7",
            "full_prompt": ["a fox, cinematic"], "guidance_scale": 4, "loras": [["offset.safetensors", 0.1, "cd"]],
            "metadata_scheme": "fooocus", "negative_prompt": "", "performance": "Speed", "prompt": "a fox",
            "resolution": "(1152, 896)", "sampler": "dpmpp_2m_sde_gpu", "scheduler": "karras", "seed": "42",
            "sharpness": 2, "steps": 30, "vae": "Default (model)", "version": "Fooocus v2.5.5",
        });
        let read = read(&text.to_string()).unwrap();
        assert_eq!((read.prompt.as_str(), read.negative_prompt.as_str()), ("a fox", ""));
        let wanted = json!({
            "adm_guidance": "(1.5, 0.8, 0.3)", "model": "juggernautXL_v8", "model_hash": "aeb7", "cfg_scale": 4,
            "full_prompt": ["a fox, cinematic"], "loras": [{ "name": "offset", "weight": 0.1, "hash": "cd" }],
            "metadata_scheme": "fooocus", "performance": "Speed", "width": 1152, "height": 896,
            "sampler": "dpmpp_2m_sde_gpu", "scheduler": "karras", "seed": 42, "sharpness": 2, "steps": 30,
            "vae": "Default (model)", "version": "Fooocus v2.5.5",
        });
        assert_eq!(Value::Object(read.parameters), wanted);
        assert_eq!(super::read("{\"prompt\": \"a\"}"), None);
    }
}
