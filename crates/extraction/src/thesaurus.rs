//! How terms relate: what a search may widen to.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::gazetteer::{self, Entry};
use crate::tokens::folded;

/// The gazetteer as a thesaurus.
pub struct Thesaurus {
    groups: HashMap<&'static str, Vec<&'static Entry>>,
    spellings: HashMap<&'static str, Vec<&'static str>>,
}

/// The thesaurus of the compiled gazetteer.
pub fn thesaurus() -> &'static Thesaurus {
    static THESAURUS: LazyLock<Thesaurus> = LazyLock::new(|| {
        let mut groups: HashMap<&str, Vec<&Entry>> = HashMap::new();
        let mut spellings: HashMap<&str, Vec<&str>> = HashMap::new();
        for entry in gazetteer::entries() {
            groups.entry(entry.broader).or_default().push(entry);
        }
        for (form, entry, _) in gazetteer::forms() {
            spellings.entry(entry.canonical).or_default().push(form);
        }
        Thesaurus { groups, spellings }
    });
    &THESAURUS
}

impl Thesaurus {
    /// The term that a word or phrase is a form of.
    pub fn term(&self, text: &str) -> Option<&'static Entry> {
        gazetteer::lookup(&folded(text)).map(|(entry, _)| entry)
    }

    /// The group that a term belongs to, such as `pigment` for `ultramarine`.
    pub fn broader(&self, text: &str) -> Option<&'static str> {
        self.term(text).map(|entry| entry.broader)
    }

    /// Every term with the group that it belongs to.
    pub fn pairs(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        gazetteer::entries().iter().map(|entry| (entry.canonical, entry.broader))
    }

    /// The terms of a group.
    pub fn narrower(&self, group: &str) -> &[&'static Entry] {
        self.groups.get(group).map(Vec::as_slice).unwrap_or_default()
    }

    /// All spellings of a canonical term, folded: lower case, without accents, hyphens as spaces.
    pub fn spellings(&self, canonical: &str) -> &[&'static str] {
        self.spellings.get(canonical).map(Vec::as_slice).unwrap_or_default()
    }
}
