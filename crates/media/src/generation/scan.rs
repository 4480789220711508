//! The last line of an infotext: `Steps: 20, Sampler: Euler a, Size: 512x768, Note: "a, \"b\""`.
//!
//! The web UI reads it with the pattern `\s*(\w[\w \-/]+):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)`. This is the same
//! by hand, with one thing more: a value that is unquoted JSON (Civitai's resources) is taken whole.

/// A name with its value, unquoted.
pub(super) type Pair = (String, String);

/// Every pair of a line. What fits no pair is skipped.
pub(super) fn pairs(line: &str) -> Vec<Pair> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some((name, after)) = next_name(rest) {
        let after = after.trim_start();
        let (value, end) = value(after);
        found.push((name.to_owned(), value));
        rest = after.get(end..).unwrap_or_default();
    }
    found
}

/// The next name that a colon follows, and what is behind the colon.
fn next_name(text: &str) -> Option<(&str, &str)> {
    let mut start = None;
    for (at, c) in text.char_indices() {
        if let Some(first) = start {
            let name: &str = &text[first..at];
            // A name has two characters at least.
            if c == ':' && name.chars().nth(1).is_some() {
                return Some((name, &text[at + 1..]));
            }
        }
        if is_word(c) {
            start = start.or(Some(at));
        } else if !matches!(c, ' ' | '-' | '/') {
            start = None;
        }
    }
    None
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The value at the start of a text, and where it ends, past the comma.
fn value(text: &str) -> (String, usize) {
    if text.starts_with('"')
        && let Some((value, end)) = json::<String>(text)
    {
        return (value, end);
    }
    if text.starts_with(['{', '['])
        && let Some((value, end)) = json::<serde_json::Value>(text)
    {
        return (value.to_string(), end);
    }
    let end = text.find(',').unwrap_or(text.len());
    (text[..end].trim_end().to_owned(), end + 1)
}

/// A JSON value that a comma or the end follows.
fn json<T: serde::de::DeserializeOwned>(text: &str) -> Option<(T, usize)> {
    let mut stream = serde_json::Deserializer::from_str(text).into_iter::<T>();
    let value = stream.next()?.ok()?;
    let end = stream.byte_offset();
    let rest = text[end..].trim_start();
    let comma = rest.starts_with(',');
    (comma || rest.is_empty()).then(|| (value, text.len() - rest.len() + usize::from(comma)))
}

/// How the web UI writes a value: as it is, or as a JSON string where it would be misread.
pub(super) fn quoted(value: &str) -> String {
    let is_plain = !value.contains([',', '\n', ':']) && !value.starts_with(['"', '{', '[']);
    let is_trimmed = value.trim() == value;
    if is_plain && is_trimmed { value.to_owned() } else { serde_json::Value::from(value).to_string() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(line: &str) -> Vec<String> {
        pairs(line).into_iter().map(|(name, value)| format!("{name}={value}")).collect()
    }

    #[test]
    fn line_of_the_web_ui_has_its_pairs() {
        let line = r#"Steps: 20, Sampler: DPM++ 2M Karras, CFG scale: 7, Size: 512x768, Lora hashes: "a: 1f, b: 2e", Note: "say \"hi\", ü\n", Version: v1.6.0"#;
        let wanted = [
            "Steps=20",
            "Sampler=DPM++ 2M Karras",
            "CFG scale=7",
            "Size=512x768",
            "Lora hashes=a: 1f, b: 2e",
            "Note=say \"hi\", ü\n",
            "Version=v1.6.0",
        ];
        assert_eq!(shown(line), wanted);
    }

    #[test]
    fn json_without_quotes_is_one_value() {
        let line = r#"Hashes: {"model": "ab", "lora:x": "cd"}, Civitai resources: [{"type":"checkpoint","modelVersionId":9}], Civitai metadata: {}"#;
        let wanted = [
            r#"Hashes={"lora:x":"cd","model":"ab"}"#,
            r#"Civitai resources=[{"modelVersionId":9,"type":"checkpoint"}]"#,
            "Civitai metadata={}",
        ];
        assert_eq!(shown(line), wanted);
    }

    #[test]
    fn broken_values_end_at_the_comma() {
        assert_eq!(shown("Note: \"open, Steps: 2"), ["Note=\"open", "Steps=2"]);
        assert_eq!(shown("Hashes: {\"a\": 1, Steps: 2"), ["Hashes={\"a\": 1", "Steps=2"]);
        assert_eq!(shown("a: 1, bb:, :, (cc-d/e:1.2)"), ["bb=", "cc-d/e=1.2)"]);
        assert_eq!(shown(""), [""; 0]);
    }

    proptest! {
        #[test]
        fn quoted_values_come_back(value in "\\PC*|[ ,:\"\\\\\n{}a-c]{1,20}") {
            prop_assume!(!value.is_empty());
            let line = format!("First: 1, Value: {}, Last: 2", quoted(&value));
            let found = pairs(&line);
            prop_assert_eq!(found.get(1), Some(&("Value".to_owned(), value)));
            prop_assert_eq!(found.len(), 3);
        }

        #[test]
        fn any_line_is_survived(line in "\\PC*|[ ,:\"\\\\\n{}a-c]*") {
            pairs(&line);
        }
    }
}
