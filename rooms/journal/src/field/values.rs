//! The values of fields on a record.

use atelier_base::{Date, InvalidInput, Patch};
use atelier_tables::to_value;
use serde_json::{Map, Value};

use super::{CustomField, FieldType};
use crate::Error;

/// The values after a change: only the keys that it names change, and only to what their field allows. A null
/// removes a value; null instead of an object removes all.
pub(crate) fn merged(current: Value, patch: Patch<Value>, library: &[CustomField]) -> Result<Value, Error> {
    let mut values = match current {
        Value::Object(values) => values,
        _ => Map::new(),
    };
    let named = match patch {
        Patch::Absent => return Ok(values.into()),
        Patch::Null => return Ok(Map::new().into()),
        Patch::Value(named) => named,
    };
    let mut faults = InvalidInput::default();
    let Value::Object(named) = named else {
        faults.note(true, "customFields", "wrong_type", "must be an object");
        return Err(faults.into());
    };
    for (key, value) in named {
        if value.is_null() {
            values.remove(&key);
            continue;
        }
        // A form sends back what it was given, so a value that stays is no change.
        if values.get(&key) == Some(&value) {
            continue;
        }
        let place = format!("customFields.{key}");
        match library.iter().find(|field| field.key == key) {
            None => faults.note(true, &place, "unknown", "is not in the field library"),
            Some(field) if field.retired_at.is_some() => {
                faults.note(true, &place, "retired", "is retired");
            }
            Some(field) => match fault(field, &value) {
                Some(what) => faults.note(true, &place, "wrong_type", what),
                None => {
                    values.insert(key, value);
                }
            },
        }
    }
    faults.finish()?;
    Ok(values.into())
}

/// What is wrong with a value of a field.
fn fault(field: &CustomField, value: &Value) -> Option<String> {
    let text = value.as_str().unwrap_or_default();
    let (good, wanted) = match field.r#type {
        FieldType::Text => {
            (value.is_string() && text.chars().count() <= 2_000, "a text of 2000 characters at most")
        }
        // A store number has 38 digits; JSON's may be larger.
        FieldType::Number => (value.is_number() && to_value(value).is_ok(), "a number"),
        FieldType::Date => (text.parse::<Date>().is_ok(), "a day such as 2026-11-21"),
        FieldType::Boolean => (value.is_boolean(), "true or false"),
        FieldType::Choice => {
            (field.choices.iter().any(|choice| choice == text), "one of the field's choices")
        }
        FieldType::Link => {
            let scheme = text.starts_with("https://") || text.starts_with("http://");
            let plain = text.len() <= 2_000
                && !text.contains(|letter: char| letter.is_whitespace() || letter.is_control());
            (scheme && plain, "an address that begins with https:// or http://")
        }
    };
    (!good).then(|| format!("must be {wanted}"))
}
