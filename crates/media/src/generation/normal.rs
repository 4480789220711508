//! The same thing under the same name, whatever the generator calls it.

use serde_json::{Map, Number, Value};

/// Beyond this, numbers of JSON lose digits in browsers.
const LARGEST_EXACT: u64 = 1 << 53;

/// A number where the text is the one way to write it, or else the text: `20` and `7.5` are numbers,
/// `1.10` and `007` are not.
pub(super) fn from_text(text: &str) -> Value {
    let number = text.parse::<u64>().ok().map(Number::from);
    let number = number.or_else(|| text.parse::<i64>().ok().map(Number::from));
    let number = number.or_else(|| decimal(text));
    match number {
        Some(number) if number.to_string() == text => exact(number),
        _ => Value::from(text),
    }
}

/// As [`from_text`], and `7.0` is 7: for names whose values are numbers.
pub(super) fn lenient(text: &str) -> Value {
    let text = text.trim();
    let number = match from_text(text) {
        Value::Number(number) => Some(number),
        _ => decimal(text).filter(|_| text.contains('.')),
    };
    let number = number.map(|number| whole(&number).unwrap_or(Value::Number(number)));
    number.unwrap_or_else(|| Value::from(text))
}

/// The value without what JSON can't say for sure: large whole numbers become text, 7.0 becomes 7.
pub(super) fn tidy(value: Value) -> Value {
    match value {
        Value::Number(number) => whole(&number).unwrap_or_else(|| exact(number)),
        Value::String(text) => lenient(&text),
        other => other,
    }
}

fn decimal(text: &str) -> Option<Number> {
    let is_decimal = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    text.parse().ok().filter(|_| is_decimal).and_then(Number::from_f64)
}

fn exact(number: Number) -> Value {
    let is_large = number.as_u64().or(number.as_i64().map(i64::unsigned_abs)) > Some(LARGEST_EXACT);
    if is_large { Value::from(number.to_string()) } else { Value::Number(number) }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "only whole and exact numbers"
)]
fn whole(number: &Number) -> Option<Value> {
    let float = number.as_f64().filter(|_| number.is_f64())?;
    (float.fract() == 0.0 && float.abs() < LARGEST_EXACT as f64).then(|| Value::from(float as i64))
}

/// Sets a value unless there is one, or the new one says nothing.
pub(super) fn set(parameters: &mut Map<String, Value>, name: &str, value: impl Into<Value>) {
    let value = value.into();
    let says_nothing = match &value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    };
    if !says_nothing && !parameters.contains_key(name) {
        parameters.insert(name.to_owned(), value);
    }
}

/// A model's name without its folder and the ending of its file.
pub(super) fn model(name: &str) -> &str {
    const ENDINGS: [&str; 7] = [".safetensors", ".ckpt", ".gguf", ".sft", ".pth", ".pt", ".bin"];
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name).trim();
    ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
}

/// One of the list `loras`.
pub(super) fn lora(name: &str, weight: impl Into<Value>, hash: Option<&str>) -> Value {
    let mut lora = Map::new();
    set(&mut lora, "name", model(name));
    set(&mut lora, "weight", tidy(weight.into()));
    set(&mut lora, "hash", hash.unwrap_or_default());
    Value::Object(lora)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_are_those_that_can_be_nothing_else() {
        let cases = [
            ("20", json!(20)),
            ("7.5", json!(7.5)),
            ("-2", json!(-2)),
            ("9007199254740992", json!(9_007_199_254_740_992_u64)),
            ("9007199254740993", json!("9007199254740993")),
            ("18446744073709551615", json!("18446744073709551615")),
            ("1.10", json!("1.10")),
            ("007", json!("007")),
            ("1e5", json!("1e5")),
            ("nan", json!("nan")),
            ("", json!("")),
        ];
        for (text, wanted) in cases {
            assert_eq!(from_text(text), wanted, "{text}");
        }
        assert_eq!(lenient("7.0"), json!(7));
        assert_eq!(lenient("1.10"), json!(1.1));
        assert_eq!(tidy(json!(8.0)), json!(8));
        assert_eq!(tidy(json!(u64::MAX)), json!("18446744073709551615"));
    }

    #[test]
    fn models_lose_folder_and_ending() {
        assert_eq!(model("SDXL\\sd_xl_base_1.0.safetensors"), "sd_xl_base_1.0");
        assert_eq!(model("flux/dev.gguf"), "dev");
        assert_eq!(model("plain v1.5"), "plain v1.5");
    }
}
