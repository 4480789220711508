//! Names and values that expressions refer to.

use std::collections::{BTreeMap, BTreeSet};

use atelier_tables::{Item, Value};

use crate::attribute::Attributes;
use crate::fault::Fault;

/// `ExpressionAttributeNames` and `ExpressionAttributeValues`, and which of them were used.
#[derive(Debug, Default)]
pub(crate) struct Placeholders {
    names: BTreeMap<String, String>,
    values: Item,
    used: BTreeSet<String>,
}

impl Placeholders {
    /// Checks them; `expressions` says whether there is any, and which one there would have to be.
    pub(crate) fn new(
        names: Option<BTreeMap<String, String>>,
        values: Option<Attributes>,
        expressions: bool,
        wanted: &str,
    ) -> Result<Self, Fault> {
        if names.is_some() && !expressions {
            return refuse("ExpressionAttributeNames can only be specified when using expressions".into());
        }
        if values.is_some() && !expressions {
            let text = "ExpressionAttributeValues can only be specified when using expressions";
            return refuse(format!("{text}: {wanted} is null"));
        }
        let names = filled("ExpressionAttributeNames", '#', names, BTreeMap::is_empty, |names| {
            names.keys().map(String::as_str).collect()
        })?;
        let values = values.map(|Attributes(values)| values);
        let values = filled("ExpressionAttributeValues", ':', values, Item::is_empty, |values| {
            values.keys().map(String::as_str).collect()
        })?;
        Ok(Self { names, values, used: BTreeSet::new() })
    }

    /// The name behind `#name`.
    pub(super) fn name(&mut self, placeholder: &str) -> Option<String> {
        let name = self.names.get(placeholder)?.clone();
        self.used.insert(placeholder.to_owned());
        Some(name)
    }

    /// The value behind `:value`.
    pub(super) fn value(&mut self, placeholder: &str) -> Option<Value> {
        let value = self.values.get(placeholder)?.clone();
        self.used.insert(placeholder.to_owned());
        Some(value)
    }

    /// Refuses those that no expression used.
    pub(crate) fn end(self) -> Result<(), Fault> {
        let unused = |kind: &str, keys: Vec<&String>| {
            let keys: Vec<_> =
                keys.into_iter().filter(|key| !self.used.contains(*key)).map(String::as_str).collect();
            if keys.is_empty() {
                return Ok(());
            }
            refuse(format!("Value provided in {kind} unused in expressions: keys: {{{}}}", keys.join(", ")))
        };
        unused("ExpressionAttributeNames", self.names.keys().collect())?;
        unused("ExpressionAttributeValues", self.values.keys().collect())
    }
}

/// What was given, if its keys begin with the sigil.
fn filled<T: Default>(
    kind: &str,
    sigil: char,
    given: Option<T>,
    is_empty: impl Fn(&T) -> bool,
    keys: impl Fn(&T) -> Vec<&str>,
) -> Result<T, Fault> {
    let Some(given) = given else { return Ok(T::default()) };
    if is_empty(&given) {
        return refuse(format!("{kind} must not be empty"));
    }
    let plain = |key: &str| {
        key.strip_prefix(sigil).is_some_and(|rest| {
            (1..255).contains(&rest.len())
                && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        })
    };
    if let Some(key) = keys(&given).into_iter().find(|key| !plain(key)) {
        return refuse(format!("{kind} contains invalid key: Syntax error; key: \"{key}\""));
    }
    Ok(given)
}

fn refuse<T>(message: String) -> Result<T, Fault> {
    Err(Fault::validation(message))
}
