//! The schema of a model's parameters, out of the description of an API.

use serde_json::{Map, Value, json};

/// References are followed so deep; those that go round in circles end there.
const DEEPEST: usize = 12;

/// The schema at the place, with all that it refers to in it.
pub(crate) fn at(document: &Value, place: &str) -> Option<Value> {
    let schema = document.pointer(place)?;
    schema.is_object().then(|| inlined(document, schema, DEEPEST))
}

/// The schema of the body of the first request that begins something.
pub(crate) fn of_first_post(document: &Value) -> Option<Value> {
    let paths = document.get("paths")?.as_object()?;
    let place = "/post/requestBody/content/application~1json/schema";
    let schema = paths.values().find_map(|path| path.pointer(place))?;
    Some(inlined(document, schema, DEEPEST))
}

/// Of what is not described: anything is taken.
pub(crate) fn any() -> Value {
    json!({"type": "object", "properties": {"prompt": {"type": "string"}}})
}

fn inlined(document: &Value, schema: &Value, depth: usize) -> Value {
    let Some(depth) = depth.checked_sub(1) else { return json!({}) };
    match schema {
        Value::Object(fields) => {
            let mut result = Map::new();
            if let Some(target) = fields.get("$ref").and_then(|place| target(document, place)) {
                merge(&mut result, inlined(document, target, depth));
            }
            for (name, value) in fields.iter().filter(|(name, _)| *name != "$ref" && *name != "allOf") {
                result.insert(name.clone(), inlined(document, value, depth));
            }
            // One that adds to another, as generators write a choice with a default.
            for part in fields.get("allOf").and_then(Value::as_array).into_iter().flatten() {
                merge(&mut result, inlined(document, part, depth));
            }
            Value::Object(result)
        }
        Value::Array(items) => items.iter().map(|item| inlined(document, item, depth)).collect(),
        other => other.clone(),
    }
}

/// What a reference such as `#/components/schemas/Input` leads to, within the document.
fn target<'a>(document: &'a Value, reference: &Value) -> Option<&'a Value> {
    document.pointer(reference.as_str()?.strip_prefix('#')?)
}

/// Adds what is not there yet; what stands nearer has the last word.
fn merge(result: &mut Map<String, Value>, more: Value) {
    if let Value::Object(more) = more {
        for (name, value) in more {
            result.entry(name).or_insert(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_put_in_their_place() {
        let document = json!({"components": {"schemas": {
            "Input": {"type": "object", "properties": {
                "ratio": {"allOf": [{"$ref": "#/components/schemas/ratio"}], "default": "1:1"},
                "size": {"anyOf": [{"$ref": "#/components/schemas/Size"}, {"type": "string"}]},
            }},
            "ratio": {"enum": ["1:1", "16:9"], "default": "16:9"},
            "Size": {"type": "object", "properties": {"width": {"type": "integer"}}},
        }}});
        assert_eq!(
            at(&document, "/components/schemas/Input"),
            Some(json!({"type": "object", "properties": {
                "ratio": {"enum": ["1:1", "16:9"], "default": "1:1"},
                "size": {"anyOf": [
                    {"type": "object", "properties": {"width": {"type": "integer"}}},
                    {"type": "string"},
                ]},
            }}))
        );
        assert_eq!(at(&document, "/components/schemas/Output"), None);
    }

    #[test]
    fn circles_end() {
        let document = json!({"a": {"properties": {"again": {"$ref": "#/a"}}}, "b": {"$ref": "#/b"}});
        assert!(at(&document, "/a").is_some());
        assert_eq!(at(&document, "/b"), Some(json!({})));
    }

    #[test]
    fn bodies_of_requests_are_found() {
        let document = json!({
            "paths": {
                "/requests/{id}/status": {"get": {}},
                "/fal-ai/flux": {"post": {"requestBody": {"content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/FluxInput"}}}}}},
            },
            "components": {"schemas": {"FluxInput": {"type": "object"}}},
        });
        assert_eq!(of_first_post(&document), Some(json!({"type": "object"})));
    }
}
