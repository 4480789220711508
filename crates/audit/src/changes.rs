//! Changes of single attributes, for the store and for the digest of what comes of them.

use atelier_tables::{Item, Update, Value};

/// Attributes that are set and removed. The same value gives the [`Update`] that the store carries out and
/// the item that it will leave, whose digest the deed names.
#[derive(Clone, Debug, Default)]
pub struct Changes(Vec<(&'static str, Option<Value>)>);

impl Changes {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets an attribute.
    pub fn set(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.0.push((name, Some(value.into())));
        self
    }

    /// Removes an attribute.
    pub fn remove(mut self, name: &'static str) -> Self {
        self.0.push((name, None));
        self
    }

    /// The same for the store.
    pub fn update(&self) -> Update {
        self.0.iter().fold(Update::new(), |update, (name, value)| match value {
            Some(value) => update.set(*name, value.clone()),
            None => update.remove(*name),
        })
    }

    /// The item with these changes.
    pub fn applied(&self, mut item: Item) -> Item {
        for (name, value) in &self.0 {
            match value {
                Some(value) => item.insert((*name).to_owned(), value.clone()),
                None => item.remove(*name),
            };
        }
        item
    }
}
