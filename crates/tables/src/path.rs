//! Where a value lies within an item.

use std::fmt;

use crate::{Item, Value};

/// A document path: an attribute, and steps into its maps and lists.
///
/// From a text it is the attribute of exactly that name, dots included.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path {
    name: String,
    steps: Vec<Step>,
}

/// A step into a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Into a map, by name.
    Name(String),
    /// Into a list, by position from 0.
    At(usize),
}

impl Path {
    /// The deepest path, as DynamoDB has it.
    pub const MAX_DEPTH: usize = 32;

    /// One step deeper, into a map.
    pub fn name(mut self, name: &str) -> Self {
        self.steps.push(Step::Name(name.into()));
        self
    }

    /// One step deeper, into a list.
    pub fn at(mut self, position: usize) -> Self {
        self.steps.push(Step::At(position));
        self
    }

    /// The attribute of the item that the path begins at.
    pub fn attribute(&self) -> &str {
        &self.name
    }

    /// The steps from there.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The value there, if there is one.
    pub fn get<'a>(&self, item: &'a Item) -> Option<&'a Value> {
        self.steps.iter().try_fold(item.get(&self.name)?, |value, step| match (value, step) {
            (Value::M(map), Step::Name(name)) => map.get(name),
            (Value::L(list), Step::At(position)) => list.get(*position),
            _ => None,
        })
    }

    /// Puts a value there; beyond the end of a list it is appended. Says so when nothing can be there.
    pub(crate) fn set(&self, item: &mut Item, value: Value) -> Result<(), String> {
        let Some((last, before)) = self.steps.split_last() else {
            item.insert(self.name.clone(), value);
            return Ok(());
        };
        match (self.parent(item, before), last) {
            (Some(Value::M(map)), Step::Name(name)) => {
                map.insert(name.clone(), value);
            }
            (Some(Value::L(entries)), Step::At(position)) => match entries.get_mut(*position) {
                Some(place) => *place = value,
                None => entries.push(value),
            },
            _ => return Err(self.leads_nowhere()),
        }
        Ok(())
    }

    /// Takes the value away. One that isn't there is no fault; a path that leads nowhere is.
    pub(crate) fn remove(&self, item: &mut Item) -> Result<(), String> {
        let Some((last, before)) = self.steps.split_last() else {
            item.remove(&self.name);
            return Ok(());
        };
        match (self.parent(item, before), last) {
            (Some(Value::M(map)), Step::Name(name)) => {
                map.remove(name);
            }
            (Some(Value::L(entries)), Step::At(position)) => {
                if *position < entries.len() {
                    entries.remove(*position);
                }
            }
            _ => return Err(self.leads_nowhere()),
        }
        Ok(())
    }

    fn parent<'a>(&self, item: &'a mut Item, steps: &[Step]) -> Option<&'a mut Value> {
        steps.iter().try_fold(item.get_mut(&self.name)?, |value, step| match (value, step) {
            (Value::M(map), Step::Name(name)) => map.get_mut(name),
            (Value::L(list), Step::At(position)) => list.get_mut(*position),
            _ => None,
        })
    }

    fn leads_nowhere(&self) -> String {
        format!("the path {self} leads nowhere in the item")
    }

    /// Whether one of the paths lies within the other, or is the other.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.name == other.name && self.steps.iter().zip(&other.steps).all(|(one, two)| one == two)
    }
}

impl From<&str> for Path {
    fn from(name: &str) -> Self {
        Self { name: name.into(), steps: Vec::new() }
    }
}

impl From<String> for Path {
    fn from(name: String) -> Self {
        Self { name, steps: Vec::new() }
    }
}

impl From<&String> for Path {
    fn from(name: &String) -> Self {
        Self::from(name.as_str())
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        self.steps.iter().try_for_each(|step| match step {
            Step::Name(name) => write!(f, ".{name}"),
            Step::At(position) => write!(f, "[{position}]"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item() -> Item {
        let inner = Item::from([("b".into(), Value::L(vec![1.into(), 2.into()]))]);
        Item::from([("a".into(), Value::M(inner)), ("a.b".into(), "flat".into())])
    }

    #[test]
    fn a_path_reads_and_changes_what_lies_there() {
        let mut item = item();
        let list = Path::from("a").name("b");
        assert_eq!(list.clone().at(1).get(&item), Some(&Value::from(2)));
        assert_eq!(Path::from("a.b").get(&item), Some(&Value::from("flat")));
        assert_eq!(list.clone().at(2).get(&item), None);
        assert_eq!(list.clone().at(9).set(&mut item, 3.into()), Ok(()));
        assert_eq!(list.clone().at(0).remove(&mut item), Ok(()));
        assert_eq!(list.get(&item), Some(&Value::L(vec![2.into(), 3.into()])));
        let fault = Path::from("gone").name("b").set(&mut item, 1.into());
        assert_eq!(fault, Err("the path gone.b leads nowhere in the item".into()));
        assert!(list.at(0).name("x").remove(&mut item).is_err());
    }

    #[test]
    fn paths_overlap_when_one_lies_within_the_other() {
        let path = Path::from("a").name("b");
        assert!(path.overlaps(&Path::from("a")));
        assert!(Path::from("a").overlaps(&path.clone().at(1)));
        assert!(!path.overlaps(&Path::from("a").name("c")));
        assert!(!path.overlaps(&Path::from("b")));
    }
}
