//! Workflows in the form of the API: nodes by their ids, and `%name%` in their inputs where a parameter goes.

use serde_json::{Map, Value, json};

use crate::error::{Category, Error};

/// The workflow of a checkpoint: one picture or several from words.
pub(super) fn text_to_image() -> Value {
    json!({
        "1": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "%model%"}},
        "2": {"class_type": "CLIPTextEncode", "inputs": {"text": "%prompt%", "clip": ["1", 1]}},
        "3": {"class_type": "CLIPTextEncode", "inputs": {"text": "%negative_prompt%", "clip": ["1", 1]}},
        "4": {"class_type": "EmptyLatentImage",
            "inputs": {"width": "%width%", "height": "%height%", "batch_size": "%quantity%"}},
        "5": {"class_type": "KSampler", "inputs": {
            "seed": "%seed%", "steps": "%steps%", "cfg": "%cfg%", "sampler_name": "%sampler_name%",
            "scheduler": "%scheduler%", "denoise": "%denoise%",
            "model": ["1", 0], "positive": ["2", 0], "negative": ["3", 0], "latent_image": ["4", 0]}},
        "6": {"class_type": "VAEDecode", "inputs": {"samples": ["5", 0], "vae": ["1", 2]}},
        "7": {"class_type": "SaveImage", "inputs": {"images": ["6", 0], "filename_prefix": "atelier"}},
    })
}

/// Whether it is one: nodes by their ids, each with a class.
pub(super) fn is_workflow(value: &Value) -> bool {
    let is_node = |node: &Value| node["class_type"].is_string() && node["inputs"].is_object();
    value.as_object().is_some_and(|nodes| !nodes.is_empty() && nodes.values().all(is_node))
}

/// The workflow with values in the places of their names. A text that is nothing but a name becomes the value
/// with its type; within a longer text the value is written out, and what is no name there stays as it is.
///
/// # Errors
/// `Validation`, with the parameter, when a name stands alone and has no value.
pub(super) fn fill(workflow: &Value, values: &Map<String, Value>) -> Result<Value, Error> {
    Ok(match workflow {
        Value::String(text) => match whole(text) {
            Some(name) => values.get(name).cloned().ok_or_else(|| {
                let message = format!("The workflow asks for “{name}”, and the order does not say it");
                Error::new(Category::Validation, message).parameter(name)
            })?,
            None => Value::String(written(text, values)),
        },
        Value::Array(items) => {
            items.iter().map(|item| fill(item, values)).collect::<Result<Vec<Value>, Error>>()?.into()
        }
        Value::Object(fields) => {
            let filled = fields.iter().map(|(name, field)| Ok((name.clone(), fill(field, values)?)));
            Value::Object(filled.collect::<Result<_, Error>>()?)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => workflow.clone(),
    })
}

/// The names that stand somewhere in the workflow, each once.
pub(super) fn names(workflow: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(workflow, &mut found);
    found
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            let new = pieces(text).filter_map(|piece| match piece {
                Piece::Name(name) => Some(name.to_owned()),
                Piece::Text(_) => None,
            });
            for name in new {
                if !found.contains(&name) {
                    found.push(name);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The parameter that stands in that input of that node.
pub(super) fn name_at<'a>(workflow: &'a Value, node: &str, input: &str) -> Option<&'a str> {
    whole(workflow.get(node)?.get("inputs")?.get(input)?.as_str()?)
}

/// The name, if the text is nothing else.
fn whole(text: &str) -> Option<&str> {
    let mut pieces = pieces(text);
    match (pieces.next(), pieces.next()) {
        (Some(Piece::Name(name)), None) => Some(name),
        _ => None,
    }
}

fn written(text: &str, values: &Map<String, Value>) -> String {
    let piece = |piece| match piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Name(name) => match values.get(name) {
            Some(Value::String(value)) => value.clone(),
            Some(value) => value.to_string(),
            // ComfyUI has names of its own, such as `%day%` in the name of a file.
            None => format!("%{name}%"),
        },
    };
    pieces(text).map(piece).collect()
}

enum Piece<'a> {
    Text(&'a str),
    Name(&'a str),
}

/// The text cut at its names. Between two signs that hold no name, as in “100 % wool, 50 % silk”, is text.
fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (start, end) = first_name(rest).unwrap_or((rest.len(), rest.len()));
        if start == 0 {
            let name = rest.get(1..end)?;
            rest = rest.get(end + 1..)?;
            return Some(Piece::Name(name));
        }
        let (before, after) = rest.split_at(start);
        rest = after;
        Some(Piece::Text(before))
    })
}

/// Where the signs of the first name are.
fn first_name(text: &str) -> Option<(usize, usize)> {
    let is_name = |name: &str| {
        !name.is_empty() && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
    };
    let signs: Vec<usize> = text.match_indices('%').map(|(at, _)| at).collect();
    signs.windows(2).find_map(|pair| match pair {
        [start, end] if text.get(start + 1..*end).is_some_and(is_name) => Some((*start, *end)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values() -> Map<String, Value> {
        let values = json!({"prompt": "a %seed% of 5 % wool", "seed": 7, "cfg": 4.5});
        values.as_object().expect("an object").clone()
    }

    #[test]
    fn a_lone_name_keeps_the_type_of_its_value() {
        let workflow = json!({"5": {"class_type": "KSampler", "inputs": {"seed": "%seed%", "cfg": "%cfg%", "model": ["1", 0]}}});
        let filled = fill(&workflow, &values()).expect("filled");
        assert_eq!(filled["5"]["inputs"], json!({"seed": 7, "cfg": 4.5, "model": ["1", 0]}));
    }

    #[test]
    fn values_are_written_into_longer_texts_once() {
        let filled =
            fill(&json!("masterpiece, %prompt%, seed %seed%: 100% %day% ü%"), &values()).expect("filled");
        assert_eq!(filled, "masterpiece, a %seed% of 5 % wool, seed 7: 100% %day% ü%");
    }

    #[test]
    fn a_missing_value_names_its_parameter() {
        let error = fill(&json!({"a": ["%steps%"]}), &values()).expect_err("missing");
        assert_eq!((error.category, error.parameter.as_deref()), (Category::Validation, Some("steps")));
    }

    #[test]
    fn names_are_found_wherever_they_are() {
        let names = names(&text_to_image());
        for name in ["model", "prompt", "negative_prompt", "width", "height", "quantity", "seed", "steps"] {
            assert!(names.iter().any(|found| found == name), "{name}");
        }
        assert_eq!(name_at(&text_to_image(), "4", "batch_size"), Some("quantity"));
        assert_eq!(name_at(&text_to_image(), "4", "nothing"), None);
        assert!(is_workflow(&text_to_image()) && !is_workflow(&json!({"nodes": [], "links": []})));
    }
}
