//! `SwarmUI`: JSON with `sui_image_params`, where the web UI has its infotext.

use serde_json::{Map, Value};

use super::json::{inner, object, renamed, text};
use super::{Generation, Tool, normal};

const NAMES: [(&str, &str); 11] = [
    ("seed", "seed"),
    ("steps", "steps"),
    ("cfgscale", "cfg_scale"),
    ("fluxguidancescale", "guidance"),
    ("sampler", "sampler"),
    ("scheduler", "scheduler"),
    ("width", "width"),
    ("height", "height"),
    ("model", "model"),
    ("vae", "vae"),
    ("initimagecreativity", "denoising_strength"),
];

pub(super) fn read(parameters: &str) -> Option<Generation> {
    let mut all = object(parameters)?;
    let Some(Value::Object(mut found)) = all.remove("sui_image_params") else { return None };
    let mut take = |name| match found.remove(name) {
        Some(Value::String(text)) => text,
        _ => String::new(),
    };
    let (prompt, negative_prompt) = (take("prompt"), take("negativeprompt"));
    let loras = loras(&mut found);
    let mut parameters = renamed(found, &NAMES);
    normal::set(&mut parameters, "loras", loras);
    normal::set(&mut parameters, "model_hash", model_hash(&all).unwrap_or_default());
    if let Some(extra) = inner(&all, "sui_extra_data") {
        extra.iter().for_each(|(name, value)| normal::set(&mut parameters, name, value.clone()));
    }
    Some(Generation { prompt, negative_prompt, parameters, ..Generation::new(Tool::SwarmUi) })
}

fn model_hash(all: &Map<String, Value>) -> Option<&str> {
    let models = all.get("sui_models")?.as_array()?;
    let mut models = models.iter().filter_map(Value::as_object);
    text(models.find(|model| text(model, "param") == Some("model"))?, "hash")
}

/// Two lists beside each other, or two texts with commas.
fn loras(found: &mut Map<String, Value>) -> Vec<Value> {
    let mut list = |name| -> Vec<String> {
        match found.remove(name) {
            Some(Value::Array(list)) => list
                .iter()
                .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned))
                .collect(),
            Some(Value::String(text)) => text.split(',').map(|item| item.trim().to_owned()).collect(),
            _ => Vec::new(),
        }
    };
    let (names, weights) = (list("loras"), list("loraweights"));
    let weights = weights.iter().map(String::as_str).chain(std::iter::repeat("1"));
    let pairs = names.iter().zip(weights).filter(|(name, _)| !name.is_empty());
    pairs.map(|(name, weight)| normal::lora(name, weight, None)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn settings_have_common_names() {
        let text = json!({
            "sui_image_params": {
                "prompt": "a fox", "negativeprompt": "blurry", "model": "sub/flux1-dev.safetensors",
                "seed": 1_234_567_890_123_456_789_u64, "steps": 20, "cfgscale": 1.0, "aspectratio": "1:1",
                "width": 1024, "height": 768, "sampler": "euler", "scheduler": "simple",
                "loras": ["style/ink.safetensors", "b"], "loraweights": ["0.8"], "swarm_version": "0.9.6.2",
            },
            "sui_extra_data": { "generation_time": "1.2 sec" },
            "sui_models": [{ "name": "flux1-dev", "param": "model", "hash": "0xab" }],
        });
        let read = read(&text.to_string()).unwrap();
        assert_eq!((read.prompt.as_str(), read.negative_prompt.as_str()), ("a fox", "blurry"));
        let wanted = json!({
            "model": "flux1-dev", "model_hash": "0xab", "seed": "1234567890123456789", "steps": 20, "cfg_scale": 1,
            "aspectratio": "1:1", "width": 1024, "height": 768, "sampler": "euler", "scheduler": "simple",
            "loras": [{ "name": "ink", "weight": 0.8 }, { "name": "b", "weight": 1 }],
            "swarm_version": "0.9.6.2", "generation_time": "1.2 sec",
        });
        assert_eq!(Value::Object(read.parameters), wanted);
        assert_eq!(super::read("{\"prompt\": {}}"), None);
    }
}
