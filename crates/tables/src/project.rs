//! Which parts of an item are returned.

use std::collections::BTreeMap;

use crate::path::Step;
use crate::{Item, Path, Value};

/// The paths of an item that a read returns. What isn't there is left out; the chosen entries of a list
/// come in their order, without gaps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Select(Vec<Path>);

/// What of a value is wanted.
#[derive(Default)]
struct Wanted<'a> {
    whole: bool,
    names: BTreeMap<&'a str, Wanted<'a>>,
    places: BTreeMap<usize, Wanted<'a>>,
}

impl Select {
    /// These paths, of which none may lie within another.
    ///
    /// # Errors
    /// The two paths that overlap.
    pub fn new(paths: Vec<Path>) -> Result<Self, (Path, Path)> {
        match overlapping(&paths) {
            Some((one, two)) => Err((one.clone(), two.clone())),
            None => Ok(Self(paths)),
        }
    }

    /// These attributes.
    pub fn attributes<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut paths: Vec<_> = names.into_iter().map(Path::from).collect();
        paths.sort();
        paths.dedup();
        Self(paths)
    }

    /// Paths that are known not to overlap.
    pub(crate) fn of_paths(paths: Vec<Path>) -> Self {
        Self(paths)
    }

    /// The paths.
    pub fn paths(&self) -> &[Path] {
        &self.0
    }

    /// The part of the item that is wanted.
    pub fn of(&self, item: &Item) -> Item {
        let mut root = Wanted::default();
        for path in &self.0 {
            let mut wanted = root.names.entry(path.attribute()).or_default();
            for step in path.steps() {
                wanted = match step {
                    Step::Name(name) => wanted.names.entry(name).or_default(),
                    Step::At(position) => wanted.places.entry(*position).or_default(),
                };
            }
            wanted.whole = true;
        }
        root.map(item)
    }
}

impl Wanted<'_> {
    fn map(&self, map: &Item) -> Item {
        self.names
            .iter()
            .filter_map(|(name, wanted)| Some(((*name).to_owned(), wanted.value(map.get(*name)?)?)))
            .collect()
    }

    fn value(&self, value: &Value) -> Option<Value> {
        if self.whole {
            return Some(value.clone());
        }
        match value {
            Value::M(map) => Some(self.map(map)).filter(|map| !map.is_empty()).map(Value::M),
            Value::L(list) => {
                let chosen = self.places.iter().filter_map(|(at, wanted)| wanted.value(list.get(*at)?));
                Some(chosen.collect::<Vec<_>>()).filter(|list| !list.is_empty()).map(Value::L)
            }
            _ => None,
        }
    }
}

/// Two of the paths that overlap, if any do.
pub(crate) fn overlapping(paths: &[Path]) -> Option<(&Path, &Path)> {
    paths.iter().enumerate().find_map(|(position, one)| {
        paths[position + 1..].iter().find(|two| one.overlaps(two)).map(|two| (one, two))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_maps_and_lists_are_chosen() {
        let inner = Item::from([("x".into(), 1.into()), ("y".into(), 2.into())]);
        let list = vec!["a".into(), Value::M(inner.clone()), "c".into()];
        let item =
            Item::from([("l".into(), Value::L(list)), ("m".into(), Value::M(inner)), ("n".into(), 5.into())]);
        let paths = vec![
            Path::from("l").at(2),
            Path::from("l").at(1).name("y"),
            "n".into(),
            Path::from("m").name("z"),
        ];
        let chosen = Select::new(paths).expect("they don't overlap").of(&item);
        let y = Item::from([("y".into(), Value::from(2))]);
        let wanted =
            Item::from([("l".into(), Value::L(vec![Value::M(y), "c".into()])), ("n".into(), 5.into())]);
        assert_eq!(chosen, wanted);
        assert!(Select::new(vec![Path::from("m"), Path::from("m").name("x")]).is_err());
    }
}
