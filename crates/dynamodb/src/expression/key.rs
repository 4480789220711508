//! Key conditions: the partition, and the range of its sort keys.

use atelier_tables::{Attribute, Comparison, Cond, KeyRange, Operand, Path, Value, ValueType};

use super::Placeholders;
use super::parser::{Kind, Parser};
use crate::fault::Fault;

/// The key attributes of what is queried.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keys {
    pub(crate) hash: Attribute,
    pub(crate) range: Option<Attribute>,
}

impl Keys {
    /// Whether the attribute is one of them.
    pub(crate) fn contains(self, name: &str) -> bool {
        self.hash.name() == name || self.range.is_some_and(|range| range.name() == name)
    }
}

/// Which items of which partition.
#[derive(Debug, PartialEq)]
pub(crate) struct KeyCondition {
    pub(crate) hash: Value,
    pub(crate) range: KeyRange,
}

/// The partition and the range that the text describes.
pub(crate) fn key_condition(
    text: &str,
    keys: Keys,
    places: &mut Placeholders,
) -> Result<KeyCondition, Fault> {
    let mut parser = Parser::new(Kind::KeyCondition, text, places)?;
    let condition = parser.condition()?;
    parser.end()?;
    let parts = match condition {
        Cond::And(all) => all
            .into_iter()
            .flat_map(|part| match part {
                Cond::And(inner) => inner,
                other => vec![other],
            })
            .collect(),
        one => vec![one],
    };
    let mut hash = None;
    let mut range = None;
    for part in parts {
        let (name, part) = split(part)?;
        let place = if name == keys.hash.name() {
            &mut hash
        } else if keys.range.is_some_and(|range| range.name() == name) {
            &mut range
        } else {
            let missed = if hash.is_none() { keys.hash } else { keys.range.unwrap_or(keys.hash) };
            return refuse(format!("Query condition missed key schema element: {}", missed.name()));
        };
        if place.replace(part).is_some() {
            return refuse("KeyConditionExpressions must only contain one condition per key");
        }
    }
    let hash = match hash {
        Some(KeyRange::Equal(value)) => value,
        Some(_) => return refuse("Query key condition not supported"),
        None => return refuse(format!("Query condition missed key schema element: {}", keys.hash.name())),
    };
    check(keys.hash, &hash)?;
    let range = range.unwrap_or_default();
    if let Some(attribute) = keys.range {
        values(&range).into_iter().try_for_each(|value| check(attribute, value))?;
    }
    Ok(KeyCondition { hash, range })
}

/// The attribute of one part, and what it demands.
fn split(part: Cond) -> Result<(String, KeyRange), Fault> {
    match part {
        Cond::Compare(Operand::Path(path), comparison, Operand::Value(value)) => {
            let range = match comparison {
                Comparison::Eq => KeyRange::Equal(value),
                Comparison::Lt => KeyRange::Below(value),
                Comparison::Le => KeyRange::AtMost(value),
                Comparison::Gt => KeyRange::Above(value),
                Comparison::Ge => KeyRange::AtLeast(value),
                Comparison::Ne => return refuse("Unsupported operator on KeyCondition: operator: <>"),
            };
            Ok((whole(&path)?, range))
        }
        // The value may stand first.
        Cond::Compare(value @ Operand::Value(_), comparison, path @ Operand::Path(_)) => {
            let turned = match comparison {
                Comparison::Lt => Comparison::Gt,
                Comparison::Le => Comparison::Ge,
                Comparison::Gt => Comparison::Lt,
                Comparison::Ge => Comparison::Le,
                same => same,
            };
            split(Cond::Compare(path, turned, value))
        }
        Cond::Between(Operand::Path(path), Operand::Value(low), Operand::Value(high)) => {
            Ok((whole(&path)?, KeyRange::Between(low, high)))
        }
        Cond::BeginsWith(Operand::Path(path), Operand::Value(prefix)) => {
            Ok((whole(&path)?, KeyRange::BeginsWith(prefix)))
        }
        Cond::Or(_) => refuse("Invalid operator used in KeyConditionExpression: OR"),
        Cond::Not(_) => refuse("Invalid operator used in KeyConditionExpression: NOT"),
        Cond::In(..) => refuse("Invalid operator used in KeyConditionExpression: IN"),
        Cond::Exists(_) => refuse("Invalid operator used in KeyConditionExpression: attribute_exists"),
        Cond::Missing(_) => refuse("Invalid operator used in KeyConditionExpression: attribute_not_exists"),
        Cond::HasType(..) => refuse("Invalid operator used in KeyConditionExpression: attribute_type"),
        Cond::Contains(..) => refuse("Invalid operator used in KeyConditionExpression: contains"),
        _ => refuse("Invalid condition in KeyConditionExpression: a key must be compared with a value"),
    }
}

fn whole(path: &Path) -> Result<String, Fault> {
    if path.steps().is_empty() {
        return Ok(path.attribute().to_owned());
    }
    refuse(
        "Invalid KeyConditionExpression: KeyConditionExpressions cannot have conditions on nested attributes",
    )
}

fn values(range: &KeyRange) -> Vec<&Value> {
    match range {
        KeyRange::All => Vec::new(),
        KeyRange::Equal(value)
        | KeyRange::Below(value)
        | KeyRange::AtMost(value)
        | KeyRange::Above(value)
        | KeyRange::AtLeast(value)
        | KeyRange::BeginsWith(value) => vec![value],
        KeyRange::Between(low, high) => vec![low, high],
    }
}

fn check(attribute: Attribute, value: &Value) -> Result<(), Fault> {
    let wanted = match attribute {
        Attribute::S(_) => ValueType::S,
        Attribute::N(_) => ValueType::N,
        Attribute::B(_) => ValueType::B,
    };
    if ValueType::of(value) != wanted {
        return refuse(
            "One or more parameter values were invalid: Condition parameter type does not match schema type",
        );
    }
    let empty = value.as_str().is_some_and(str::is_empty) || value.as_bytes().is_some_and(<[u8]>::is_empty);
    if empty {
        return refuse(format!(
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty {} value. Key: {}",
            if wanted == ValueType::S { "string" } else { "binary" },
            attribute.name()
        ));
    }
    Ok(())
}

fn refuse<T>(message: impl Into<String>) -> Result<T, Fault> {
    Err(Fault::validation(message))
}
