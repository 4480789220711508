//! `NovelAI`: settings as JSON under `Comment`, and the prompt once more under `Description`.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::json::{inner, object, renamed, text};
use super::{Generation, Tool, normal};

const NAMES: [(&str, &str); 8] = [
    ("seed", "seed"),
    ("steps", "steps"),
    ("scale", "cfg_scale"),
    ("sampler", "sampler"),
    ("noise_schedule", "scheduler"),
    ("width", "width"),
    ("height", "height"),
    ("strength", "denoising_strength"),
];

pub(super) fn read(texts: &BTreeMap<String, String>) -> Option<Generation> {
    let mut texts = texts.clone();
    // WebP has all of it in one comment.
    if let Some(all) = texts.get("UserComment").and_then(|text| object(text)) {
        let inner = all.into_iter().filter_map(|(name, value)| Some((name, value.as_str()?.to_owned())));
        texts.extend(inner);
    }
    let is_ours = texts.get("Software").is_some_and(|software| software.starts_with("NovelAI"));
    let comment = texts.get("Comment").filter(|_| is_ours);
    let mut found = object(comment?)?;
    let mut take = |name| match found.remove(name) {
        Some(Value::String(text)) => text,
        _ => String::new(),
    };
    let (own, negative) = (take("prompt"), take("uc"));
    let described = texts.get("Description").cloned().unwrap_or_default();
    let prompt = [caption(&found, "v4_prompt"), Some(own), Some(described)];
    let negative_prompt = [caption(&found, "v4_negative_prompt"), Some(negative)];
    let first = |texts: &[Option<String>]| texts.iter().flatten().find(|text| !text.is_empty()).cloned();
    let mut parameters = renamed(found, &NAMES);
    if let Some(source) = texts.get("Source") {
        let (model, hash) = model(source);
        normal::set(&mut parameters, "model", model);
        normal::set(&mut parameters, "model_hash", hash);
    }
    Some(Generation {
        prompt: first(&prompt).unwrap_or_default(),
        negative_prompt: first(&negative_prompt).unwrap_or_default(),
        parameters,
        ..Generation::new(Tool::NovelAi)
    })
}

/// The fourth version has a caption for the picture and one for each character in it.
fn caption(found: &Map<String, Value>, name: &str) -> Option<String> {
    let caption = inner(inner(found, name)?, "caption")?;
    let characters = caption.get("char_captions").and_then(Value::as_array);
    let characters =
        characters.into_iter().flatten().filter_map(|one| text(one.as_object()?, "char_caption"));
    let captions: Vec<&str> = text(caption, "base_caption").into_iter().chain(characters).collect();
    Some(captions.join("\n"))
}

/// `NovelAI Diffusion V4 37442FCA` is a model and its hash.
fn model(source: &str) -> (&str, &str) {
    let is_hash = |word: &str| word.len() == 8 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    source.rsplit_once(' ').filter(|(_, hash)| is_hash(hash)).unwrap_or((source, ""))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn texts(comment: &Value) -> BTreeMap<String, String> {
        let texts = [
            ("Title", "NovelAI generated image"),
            ("Software", "NovelAI"),
            ("Source", "NovelAI Diffusion V4 37442FCA"),
            ("Description", "a fox, best quality"),
            ("Comment", &comment.to_string()),
        ];
        texts.map(|(name, text)| (name.to_owned(), text.to_owned())).into()
    }

    fn settings() -> Value {
        json!({
            "steps": 28, "height": 1216, "width": 832, "scale": 5.0, "uncond_scale": 0.0, "seed": 3_210_987_654_u32,
            "noise_schedule": "karras", "sampler": "k_euler_ancestral", "uc": "blurry",
        })
    }

    #[test]
    fn settings_have_common_names() {
        let read = read(&texts(&settings())).unwrap();
        assert_eq!((read.prompt.as_str(), read.negative_prompt.as_str()), ("a fox, best quality", "blurry"));
        let wanted = json!({
            "steps": 28, "height": 1216, "width": 832, "cfg_scale": 5, "uncond_scale": 0.0, "seed": 3_210_987_654_u32,
            "scheduler": "karras", "sampler": "k_euler_ancestral", "model": "NovelAI Diffusion V4",
            "model_hash": "37442FCA",
        });
        assert_eq!(Value::Object(read.parameters), wanted);
    }

    #[test]
    fn characters_have_captions_of_their_own() {
        let mut comment = settings();
        comment["v4_prompt"] = json!({ "caption": {
            "base_caption": "a forest", "char_captions": [{ "char_caption": "a fox" }, { "char_caption": "a dog" }],
        } });
        let all = json!({ "Comment": comment.to_string(), "Software": "NovelAI", "Source": "V4" });
        let webp = BTreeMap::from([("UserComment".to_owned(), all.to_string())]);
        for texts in [texts(&comment), webp] {
            assert_eq!(read(&texts).unwrap().prompt, "a forest\na fox\na dog");
        }
    }

    #[test]
    fn comment_of_another_program_is_none() {
        let mut texts = texts(&settings());
        texts.remove("Software");
        assert_eq!(read(&texts), None);
    }
}
