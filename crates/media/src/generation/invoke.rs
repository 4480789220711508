//! `InvokeAI`: JSON under `invokeai_metadata`, and under `sd-metadata` before its third version.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::json::{inner, object, renamed, text};
use super::{Generation, Tool, normal};

/// What is called a scheduler there is a sampler elsewhere.
const NAMES: [(&str, &str); 8] = [
    ("seed", "seed"),
    ("steps", "steps"),
    ("cfg_scale", "cfg_scale"),
    ("guidance", "guidance"),
    ("scheduler", "sampler"),
    ("width", "width"),
    ("height", "height"),
    ("strength", "denoising_strength"),
];

pub(super) fn read(texts: &BTreeMap<String, String>) -> Option<Generation> {
    let current = texts.get("invokeai_metadata").and_then(|text| object(text)).map(current);
    current.or_else(|| texts.get("sd-metadata").and_then(|text| object(text)).and_then(old))
}

fn current(mut found: Map<String, Value>) -> Generation {
    let mut take = |name| match found.remove(name) {
        Some(Value::String(text)) => text,
        _ => String::new(),
    };
    let (prompt, negative_prompt) = (take("positive_prompt"), take("negative_prompt"));
    let mut parameters = Map::new();
    if let Some(Value::Object(model)) = found.remove("model") {
        let name = text(&model, "name").or_else(|| text(&model, "model_name"));
        normal::set(&mut parameters, "model", normal::model(name.unwrap_or_default()));
        normal::set(&mut parameters, "model_hash", text(&model, "hash").unwrap_or_default());
    }
    if let Some(vae) =
        inner(&found, "vae").and_then(|vae| text(vae, "name").or_else(|| text(vae, "model_name")))
    {
        normal::set(&mut parameters, "vae", vae);
        found.remove("vae");
    }
    // Zero is none.
    let skip = found.remove("clip_skip").filter(|skip| skip.as_u64() != Some(0));
    normal::set(&mut parameters, "clip_skip", skip.unwrap_or_default());
    normal::set(&mut parameters, "loras", loras(found.remove("loras").as_ref()));
    let rest = renamed(found, &NAMES);
    rest.into_iter().for_each(|(name, value)| normal::set(&mut parameters, &name, value));
    Generation { prompt, negative_prompt, parameters, ..Generation::new(Tool::InvokeAi) }
}

fn loras(list: Option<&Value>) -> Vec<Value> {
    let rows = list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object);
    let lora = |row: &Map<String, Value>| {
        let model = inner(row, "model").or_else(|| inner(row, "lora"))?;
        let name = text(model, "name").or_else(|| text(model, "model_name"))?;
        let weight = row.get("weight").cloned().unwrap_or(Value::from(1));
        Some(normal::lora(name, weight, text(model, "hash")))
    };
    rows.filter_map(lora).collect()
}

/// The prompt is a list of parts there, with the negative one in brackets.
fn old(mut found: Map<String, Value>) -> Option<Generation> {
    let Some(Value::Object(mut image)) = found.remove("image") else { return None };
    let whole = match image.remove("prompt") {
        Some(Value::String(prompt)) => prompt,
        Some(Value::Array(parts)) => {
            let parts = parts.iter().filter_map(|part| text(part.as_object()?, "prompt"));
            parts.collect::<Vec<_>>().join(" ")
        }
        _ => return None,
    };
    let (mut prompt, mut negative_prompt) = (String::new(), String::new());
    let mut rest = whole.as_str();
    while let Some((before, (inside, after))) =
        rest.split_once('[').and_then(|(before, after)| Some((before, after.split_once(']')?)))
    {
        prompt.push_str(before);
        negative_prompt.push_str(inside);
        rest = after;
    }
    prompt.push_str(rest);
    let mut parameters = renamed(image, &NAMES);
    normal::set(&mut parameters, "model", normal::model(text(&found, "model_weights").unwrap_or_default()));
    normal::set(&mut parameters, "model_hash", text(&found, "model_hash").unwrap_or_default());
    let (prompt, negative_prompt) = (prompt.trim().to_owned(), negative_prompt.trim().to_owned());
    Some(Generation { prompt, negative_prompt, parameters, ..Generation::new(Tool::InvokeAi) })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read_as(keyword: &str, text: &Value) -> Option<Generation> {
        read(&BTreeMap::from([(keyword.to_owned(), text.to_string())]))
    }

    #[test]
    fn settings_have_common_names() {
        let text = json!({
            "generation_mode": "sdxl_txt2img", "positive_prompt": "a fox", "negative_prompt": "blurry", "width": 1024,
            "height": 1024, "seed": 7, "rand_device": "cpu", "cfg_scale": 7.5, "steps": 30, "scheduler": "euler",
            "clip_skip": 0, "model": { "key": "k", "hash": "blake3:ab", "name": "Juggernaut XL v9", "base": "sdxl" },
            "loras": [{ "model": { "name": "ink", "hash": "blake3:cd" }, "weight": 0.75 }], "strength": null,
            "app_version": "6.14.2",
        });
        let read = read_as("invokeai_metadata", &text).unwrap();
        assert_eq!((read.prompt.as_str(), read.negative_prompt.as_str()), ("a fox", "blurry"));
        let wanted = json!({
            "generation_mode": "sdxl_txt2img", "width": 1024, "height": 1024, "seed": 7, "rand_device": "cpu",
            "cfg_scale": 7.5, "steps": 30, "sampler": "euler", "model": "Juggernaut XL v9", "model_hash": "blake3:ab",
            "loras": [{ "name": "ink", "weight": 0.75, "hash": "blake3:cd" }], "app_version": "6.14.2",
        });
        assert_eq!(Value::Object(read.parameters), wanted);
    }

    #[test]
    fn old_prompts_have_the_negative_in_brackets() {
        let text = json!({
            "model_weights": "stable-diffusion-1.5", "model_hash": "cc66",
            "image": { "prompt": [{ "prompt": "a fox [blurry] in snow [dark", "weight": 1.0 }], "steps": 30,
                "cfg_scale": 7.0, "sampler": "k_euler", "seed": 5, "width": 512, "height": 512 },
        });
        let read = read_as("sd-metadata", &text).unwrap();
        assert_eq!((read.prompt.as_str(), read.negative_prompt.as_str()), ("a fox  in snow [dark", "blurry"));
        assert_eq!(
            (&read.parameters["sampler"], &read.parameters["cfg_scale"]),
            (&json!("k_euler"), &json!(7))
        );
        assert_eq!(read.parameters["model"], json!("stable-diffusion-1.5"));
    }
}
