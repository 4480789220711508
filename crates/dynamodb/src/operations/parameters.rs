//! What the operations have in common: keys, items, choices among words.

use atelier_tables::{Attribute, Error, Index, Item, Key, Table, Value, ValueType};

use crate::expression::Keys;
use crate::fault::Fault;

/// Refuses the parameters of the API before expressions.
pub(super) fn no_legacy(given: &[(&str, bool)]) -> Result<(), Fault> {
    match given.iter().find(|(_, given)| *given) {
        Some((name, _)) => Err(Fault::validation(format!(
            "The legacy parameter {name} is not supported: use an expression instead"
        ))),
        None => Ok(()),
    }
}

/// One of the words, the first when none is given.
pub(super) fn choice<'a>(
    parameter: &str,
    given: Option<&'a str>,
    words: &[&'a str],
) -> Result<&'a str, Fault> {
    let given = given.unwrap_or(words.first().copied().unwrap_or_default());
    if words.contains(&given) {
        return Ok(given);
    }
    Err(Fault::validation(format!(
        "1 validation error detected: Value '{given}' at '{parameter}' failed to satisfy constraint: Member must satisfy enum value set: [{}]",
        words.join(", ")
    )))
}

/// The keys of a table, or of its index.
pub(super) fn keys(table: &Table, index: Option<&Index>) -> Keys {
    match index {
        Some(index) => Keys { hash: index.hash, range: index.range },
        None => Keys { hash: table.hash, range: table.range },
    }
}

fn type_of(attribute: Attribute) -> ValueType {
    match attribute {
        Attribute::S(_) => ValueType::S,
        Attribute::N(_) => ValueType::N,
        Attribute::B(_) => ValueType::B,
    }
}

/// The primary key that a request gives.
pub(super) fn key(table: &Table, mut given: Item) -> Result<Key, Fault> {
    let mismatch = || Fault::validation("The provided key element does not match the schema");
    let mut take = |attribute: Attribute| {
        let value = given.remove(attribute.name()).ok_or_else(mismatch)?;
        if ValueType::of(&value) != type_of(attribute) {
            return Err(mismatch());
        }
        not_empty(attribute, &value)?;
        Ok(value)
    };
    let hash = take(table.hash)?;
    let range = table.range.map(take).transpose()?;
    if given.is_empty() { Ok(Key { hash, range }) } else { Err(mismatch()) }
}

fn not_empty(attribute: Attribute, value: &Value) -> Result<(), Fault> {
    let kind = match value {
        Value::S(text) if text.is_empty() => "string",
        Value::B(bytes) if bytes.is_empty() => "binary",
        _ => return Ok(()),
    };
    Err(Fault::validation(format!(
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty {kind} value. Key: {}",
        attribute.name()
    )))
}

/// Checks the keys of an item that is put.
pub(super) fn check_item(table: &Table, item: &Item) -> Result<(), Fault> {
    for attribute in [Some(table.hash), table.range].into_iter().flatten() {
        let name = attribute.name();
        let Some(value) = item.get(name) else {
            return Err(Fault::validation(format!(
                "One or more parameter values were invalid: Missing the key {name} in the item"
            )));
        };
        let (expected, actual) = (type_of(attribute), ValueType::of(value));
        if expected != actual {
            return Err(Fault::validation(format!(
                "One or more parameter values were invalid: Type mismatch for key {name} expected: {} actual: {}",
                expected.name(),
                actual.name()
            )));
        }
        not_empty(attribute, value)?;
    }
    for index in table.indexes {
        for attribute in [Some(index.hash), index.range].into_iter().flatten() {
            let Some(value) = item.get(attribute.name()) else { continue };
            let (expected, actual) = (type_of(attribute), ValueType::of(value));
            if expected != actual {
                return Err(Fault::validation(format!(
                    "One or more parameter values were invalid: Type mismatch for Index Key {} Expected: {} Actual: {} IndexName: {}",
                    attribute.name(),
                    expected.name(),
                    actual.name(),
                    index.name
                )));
            }
        }
    }
    Ok(())
}

/// A failed update in AWS's words.
pub(super) fn of_update(error: Error) -> Fault {
    let Error::InvalidWrite { reason, .. } = &error else {
        return match error {
            Error::ItemTooLarge { .. } => {
                Fault::validation("Item size to update has exceeded the maximum allowed size")
            }
            other => other.into(),
        };
    };
    let message = if reason.contains("has nothing at") {
        "The provided expression refers to an attribute that does not exist in the item"
    } else if reason.contains("leads nowhere") {
        "The document path provided in the update expression is invalid for update"
    } else if reason.starts_with("only ") {
        "An operand in the update expression has an incorrect data type"
    } else {
        return error.into();
    };
    Fault::validation(message)
}
