//! Changes to the attributes of an item.

use std::collections::BTreeSet;

use crate::project::overlapping;
use crate::{Item, Number, Path, Select, Value};

/// What an update does. Every change reads the item as it was before, as in DynamoDB, so their order makes
/// no difference; no two may touch the same place. Keys, the tenant and the version can't be changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Update {
    pub(crate) changes: Vec<(Path, Change)>,
}

/// What happens at a path.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Change {
    Set(Source),
    Remove,
    Add(Value),
    Delete(Value),
}

/// What an attribute is set to.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// This value.
    Value(Value),
    /// What lies there.
    Path(Path),
    /// What lies there, or the other when nothing does.
    IfMissing(Path, Box<Source>),
    /// The entries of the first list and then those of the second.
    Append(Box<Source>, Box<Source>),
    /// The sum.
    Plus(Box<Source>, Box<Source>),
    /// The first less the second.
    Minus(Box<Source>, Box<Source>),
}

impl Update {
    /// No change yet.
    pub fn new() -> Self {
        Self::default()
    }

    fn with(mut self, path: impl Into<Path>, change: Change) -> Self {
        self.changes.push((path.into(), change));
        self
    }

    /// Sets what lies there to the value.
    pub fn set(self, path: impl Into<Path>, value: impl Into<Value>) -> Self {
        self.set_to(path, Source::Value(value.into()))
    }

    /// Sets what lies there to what the source comes to.
    pub fn set_to(self, path: impl Into<Path>, source: Source) -> Self {
        self.with(path, Change::Set(source))
    }

    /// Sets to the value, or removes for none.
    pub fn set_or_remove(self, path: impl Into<Path>, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.set(path, value),
            None => self.remove(path),
        }
    }

    /// Sets unless something is there.
    pub fn set_if_missing(self, path: impl Into<Path>, value: impl Into<Value>) -> Self {
        let path = path.into();
        let source = Source::IfMissing(path.clone(), Box::new(Source::Value(value.into())));
        self.set_to(path, source)
    }

    /// Appends to a list; a missing one counts as empty.
    pub fn append(self, path: impl Into<Path>, values: Vec<Value>) -> Self {
        let path = path.into();
        let empty = Source::IfMissing(path.clone(), Box::new(Source::Value(Value::L(Vec::new()))));
        self.set_to(path, Source::Append(Box::new(empty), Box::new(Source::Value(Value::L(values)))))
    }

    /// Removes what lies there.
    pub fn remove(self, path: impl Into<Path>) -> Self {
        self.with(path, Change::Remove)
    }

    /// Adds to a number, or entries to a set; what is missing counts as zero or as empty.
    pub fn add(self, path: impl Into<Path>, amount: impl Into<Value>) -> Self {
        self.with(path, Change::Add(amount.into()))
    }

    /// Takes entries out of a set; an empty one is removed.
    pub fn delete(self, path: impl Into<Path>, entries: impl Into<Value>) -> Self {
        self.with(path, Change::Delete(entries.into()))
    }

    /// The paths that the update touches, for returning only these.
    pub fn touched(&self) -> Select {
        Select::of_paths(self.changes.iter().map(|(path, _)| path.clone()).collect())
    }
}

impl Update {
    /// The attributes that the update touches.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = &str> {
        self.changes.iter().map(|(path, _)| path.attribute())
    }

    /// Says what is wrong with the update whatever the item is.
    pub(crate) fn check(&self) -> Result<(), String> {
        let paths: Vec<Path> = self.changes.iter().map(|(path, _)| path.clone()).collect();
        match overlapping(&paths) {
            Some((one, two)) => Err(format!("two changes of an update overlap: {one} and {two}")),
            None => Ok(()),
        }
    }

    /// Changes the item, or says what does not fit it. After a fault the item is half changed.
    pub(crate) fn apply(self, item: &mut Item) -> Result<(), String> {
        let mut sets = Vec::new();
        let mut removed = BTreeSet::new();
        for (path, change) in self.changes {
            match change {
                Change::Set(source) => sets.push((source.of(item)?, path)),
                Change::Add(amount) => sets.push((add(path.get(item), amount)?, path)),
                Change::Delete(entries) => match without(path.get(item), &entries)? {
                    Deleted::Nothing => {}
                    Deleted::All => {
                        removed.insert(path);
                    }
                    Deleted::Some(rest) => sets.push((rest, path)),
                },
                Change::Remove => {
                    removed.insert(path);
                }
            }
        }
        for (value, path) in sets {
            path.set(item, value)?;
        }
        // The last place of a list first, so that the others keep theirs.
        removed.iter().rev().try_for_each(|path| path.remove(item))
    }
}

impl Source {
    fn of(self, item: &Item) -> Result<Value, String> {
        let number = |source: Source| match source.of(item)? {
            Value::N(number) => Ok(number),
            _ => Err("only numbers can be added and subtracted".to_owned()),
        };
        let sum = |sum: Result<Number, crate::number::NumberError>| {
            sum.map(Value::N).map_err(|error| error.to_string())
        };
        match self {
            Self::Value(value) => Ok(value),
            Self::Path(path) => {
                path.get(item).cloned().ok_or_else(|| format!("the item has nothing at {path}"))
            }
            Self::IfMissing(path, other) => match path.get(item) {
                Some(value) => Ok(value.clone()),
                None => other.of(item),
            },
            Self::Append(first, second) => match (first.of(item)?, second.of(item)?) {
                (Value::L(mut first), Value::L(second)) => {
                    first.extend(second);
                    Ok(Value::L(first))
                }
                _ => Err("only a list can be appended to, and only a list appended".into()),
            },
            Self::Plus(left, right) => sum(number(*left)?.checked_add(number(*right)?)),
            Self::Minus(left, right) => sum(number(*left)?.checked_add(number(*right)?.negated())),
        }
    }
}

fn add(old: Option<&Value>, amount: Value) -> Result<Value, String> {
    match (old, amount) {
        (None, amount @ (Value::N(_) | Value::Ss(_) | Value::Ns(_) | Value::Bs(_))) => Ok(amount),
        (Some(Value::N(old)), Value::N(amount)) => {
            old.checked_add(amount).map(Value::N).map_err(|error| error.to_string())
        }
        (Some(Value::Ss(old)), Value::Ss(more)) => Ok(Value::Ss(old.union(&more).cloned().collect())),
        (Some(Value::Ns(old)), Value::Ns(more)) => Ok(Value::Ns(old.union(&more).copied().collect())),
        (Some(Value::Bs(old)), Value::Bs(more)) => Ok(Value::Bs(old.union(&more).cloned().collect())),
        _ => Err("only a number can be added to, or a set by a set of its type".into()),
    }
}

/// What is left of a set.
enum Deleted {
    Nothing,
    All,
    Some(Value),
}

fn without(old: Option<&Value>, entries: &Value) -> Result<Deleted, String> {
    let rest = match (old, entries) {
        (None, Value::Ss(_) | Value::Ns(_) | Value::Bs(_)) => return Ok(Deleted::Nothing),
        (Some(Value::Ss(old)), Value::Ss(gone)) => Value::Ss(old.difference(gone).cloned().collect()),
        (Some(Value::Ns(old)), Value::Ns(gone)) => Value::Ns(old.difference(gone).copied().collect()),
        (Some(Value::Bs(old)), Value::Bs(gone)) => Value::Bs(old.difference(gone).cloned().collect()),
        _ => return Err("only entries of a set can be deleted, by a set of its type".into()),
    };
    let empty = match &rest {
        Value::Ss(set) => set.is_empty(),
        Value::Ns(set) => set.is_empty(),
        Value::Bs(set) => set.is_empty(),
        _ => false,
    };
    Ok(if empty { Deleted::All } else { Deleted::Some(rest) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item() -> Item {
        let list = Value::L(vec![1.into(), 2.into(), 3.into()]);
        let inner = Item::from([("list".into(), list)]);
        Item::from([
            ("n".into(), 5.into()),
            ("set".into(), Value::Ss(["a".into(), "b".into()].into())),
            ("m".into(), Value::M(inner)),
        ])
    }

    #[test]
    fn changes_read_the_item_as_it_was() {
        let list = || Path::from("m").name("list");
        let n = || Box::new(Source::Path("n".into()));
        let update = Update::new()
            .set_to("n", Source::Plus(n(), n()))
            .set_to("old", Source::Path("n".into()))
            .set_to("less", Source::Minus(n(), Box::new(Source::Value(7.into()))))
            .remove(list().at(0))
            .remove(list().at(2))
            .add("set", Value::Ss(["c".into()].into()))
            .add("fresh", 1);
        let mut changed = item();
        update.apply(&mut changed).expect("it fits");
        assert_eq!(changed["n"], 10.into());
        assert_eq!(changed["old"], 5.into());
        assert_eq!(changed["less"], (-2).into());
        assert_eq!(list().get(&changed), Some(&Value::L(vec![2.into()])));
        assert_eq!(changed["set"], Value::Ss(["a".into(), "b".into(), "c".into()].into()));
        assert_eq!(changed["fresh"], 1.into());
    }

    #[test]
    fn an_emptied_set_goes() {
        let mut changed = item();
        let both = Value::Ss(["a".into(), "b".into()].into());
        Update::new().delete("set", both.clone()).delete("gone", both).apply(&mut changed).expect("it fits");
        assert!(!changed.contains_key("set"));
    }

    #[test]
    fn what_does_not_fit_is_said() {
        for update in [
            Update::new().add("set", 1),
            Update::new().delete("n", 5),
            Update::new().set_to("x", Source::Path("gone".into())),
            Update::new().set(Path::from("n").name("x"), 1),
            Update::new().append("n", vec![]),
        ] {
            assert!(update.clone().apply(&mut item()).is_err(), "{update:?}");
        }
        assert!(Update::new().set("a", 1).remove(Path::from("a").name("b")).check().is_err());
    }
}
