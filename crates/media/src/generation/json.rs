//! Objects that programs write into texts, and their members.

use serde_json::{Map, Value};

use super::normal;

/// The object that a text is. Python writes `NaN`, which JSON does not know; it is read as null.
pub(super) fn object(text: &str) -> Option<Map<String, Value>> {
    // Texts come with zeros after their end.
    let text = text.trim_end_matches('\0').trim();
    if !text.starts_with('{') {
        return None;
    }
    serde_json::from_str(text).or_else(|_| serde_json::from_str(&without_python(text))).ok()
}

/// The text with `null` for `NaN` and `Infinity` outside of its strings.
fn without_python(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // A quote that a backslash precedes stays inside of its string.
    let mut is_string = false;
    let mut rest = text;
    while let Some(end) = rest.find(['"', '\\']) {
        let (part, after) = rest.split_at(end);
        push(&mut out, part, is_string);
        let length = if after.starts_with('"') {
            is_string = !is_string;
            1
        } else {
            1 + after[1..].chars().next().map_or(0, char::len_utf8)
        };
        out.push_str(&after[..length]);
        rest = &after[length..];
    }
    push(&mut out, rest, is_string);
    out
}

fn push(out: &mut String, part: &str, is_string: bool) {
    if is_string {
        out.push_str(part);
    } else {
        out.push_str(&part.replace("-Infinity", "null").replace("Infinity", "null").replace("NaN", "null"));
    }
}

/// A text, trimmed of nothing; numbers and lists are none.
pub(super) fn text<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    object.get(name)?.as_str().filter(|text| !text.is_empty())
}

/// A member that is an object.
pub(super) fn inner<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a Map<String, Value>> {
    object.get(name)?.as_object()
}

/// Moves members under their new names, and all others that say something as they are.
pub(super) fn renamed(object: Map<String, Value>, names: &[(&str, &str)]) -> Map<String, Value> {
    let mut renamed = Map::new();
    let (known, rest): (Vec<_>, Vec<_>) =
        object.into_iter().partition(|(name, _)| names.iter().any(|(theirs, _)| theirs == name));
    for (name, value) in known {
        let ours = names.iter().find(|(theirs, _)| *theirs == name).map_or("", |(_, ours)| ours);
        let value = match (ours, value) {
            ("model", Value::String(name)) => Value::from(normal::model(&name)),
            // Names and hashes may look like numbers.
            ("sampler" | "scheduler" | "model_hash" | "vae", value) => value,
            (_, value) => normal::tidy(value),
        };
        normal::set(&mut renamed, ours, value);
    }
    for (name, value) in rest {
        normal::set(&mut renamed, &name, value);
    }
    renamed
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_that_python_writes_are_null() {
        let found = object(r#"{"a": [NaN, -Infinity], "b": "NaN \" NaN", "c\\": Infinity}"#).unwrap();
        assert_eq!(Value::Object(found), json!({ "a": [null, null], "b": "NaN \" NaN", "c\\": null }));
        assert_eq!(object("{\"a\": \\"), None);
        assert_eq!(object("[1]"), None);
    }
}
