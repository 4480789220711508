//! Changes to the attributes of an item.

use crate::{Item, Number, Value};

/// What an update does, in order. Keys, the tenant and the version can't be changed by it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Update {
    pub(crate) steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    Set(String, Value),
    SetIfMissing(String, Value),
    Remove(String),
    Add(String, Number),
    Append(String, Vec<Value>),
}

impl Update {
    /// No change yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the attribute.
    pub fn set(mut self, attribute: &str, value: impl Into<Value>) -> Self {
        self.steps.push(Step::Set(attribute.into(), value.into()));
        self
    }

    /// Sets the attribute to the value, or removes it for none.
    pub fn set_or_remove(self, attribute: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.set(attribute, value),
            None => self.remove(attribute),
        }
    }

    /// Sets the attribute unless it is there.
    pub fn set_if_missing(mut self, attribute: &str, value: impl Into<Value>) -> Self {
        self.steps.push(Step::SetIfMissing(attribute.into(), value.into()));
        self
    }

    /// Removes the attribute.
    pub fn remove(mut self, attribute: &str) -> Self {
        self.steps.push(Step::Remove(attribute.into()));
        self
    }

    /// Adds to a number; a missing one counts as zero.
    pub fn add(mut self, attribute: &str, amount: impl Into<Number>) -> Self {
        self.steps.push(Step::Add(attribute.into(), amount.into()));
        self
    }

    /// Appends to a list; a missing one counts as empty.
    pub fn append(mut self, attribute: &str, values: Vec<Value>) -> Self {
        self.steps.push(Step::Append(attribute.into(), values));
        self
    }
}

impl Update {
    /// The attributes that the update touches.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().map(|step| match step {
            Step::Set(name, _)
            | Step::SetIfMissing(name, _)
            | Step::Remove(name)
            | Step::Add(name, _)
            | Step::Append(name, _) => name.as_str(),
        })
    }

    /// Changes the item, or says which attribute has another type than the step needs.
    pub(crate) fn apply(self, item: &mut Item) -> Result<(), String> {
        for step in self.steps {
            match step {
                Step::Set(name, value) => {
                    item.insert(name, value);
                }
                Step::SetIfMissing(name, value) => {
                    item.entry(name).or_insert(value);
                }
                Step::Remove(name) => {
                    item.remove(&name);
                }
                Step::Add(name, amount) => add(item, name, amount)?,
                Step::Append(name, values) => {
                    match item.entry(name).or_insert_with(|| Value::L(Vec::new())) {
                        Value::L(list) => list.extend(values),
                        _ => return Err("only a list can be appended to".into()),
                    }
                }
            }
        }
        Ok(())
    }
}

fn add(item: &mut Item, name: String, amount: Number) -> Result<(), String> {
    match item.entry(name).or_insert(Value::N(Number::ZERO)) {
        Value::N(number) => {
            *number = number.checked_add(amount).map_err(|error| error.to_string())?;
            Ok(())
        }
        _ => Err("only a number can be added to".into()),
    }
}
