//! The terms that every studio shares, compiled in from `data/`.

use serde::{Deserialize, Serialize};

/// What a term names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Something that is used up or worked with: paint, paper, clay, a brush.
    Material,
    /// A way of working.
    Technique,
    /// A colour by its plain name; pigments are materials.
    Colour,
}

/// How freely a form may be taken for its term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// In every studio.
    Everyday,
    /// In many studios.
    Usual,
    /// In a dictionary, and hardly ever in a note.
    Rare,
    /// Also an everyday word of another meaning.
    Ambiguous,
}

/// One term of the gazetteer.
#[derive(Debug)]
pub struct Entry {
    /// The name that all its spellings share.
    pub canonical: &'static str,
    /// What it names.
    pub kind: Kind,
    /// The group that it belongs to, such as `pigment`.
    pub broader: &'static str,
    /// Its number in the Art & Architecture Thesaurus, or empty.
    pub aat: &'static str,
}

mod tables {
    use super::{Class, Entry, Kind};
    include!(concat!(env!("OUT_DIR"), "/gazetteer.rs"));
}

/// The longest form, in words.
pub(crate) const LONGEST: usize = 6;

/// A term by one of its forms, folded as `tokens::folded` does.
pub(crate) fn lookup(form: &str) -> Option<(&'static Entry, Class)> {
    let at = tables::FORMS.binary_search_by(|(known, _, _)| (*known).cmp(form)).ok()?;
    let (_, place, class) = tables::FORMS[at];
    tables::ENTRIES.get(usize::from(place)).map(|entry| (entry, class))
}

/// Whether some form begins with these words.
pub(crate) fn begins(words: &str) -> bool {
    let at = tables::FORMS.partition_point(|(known, _, _)| *known < words);
    tables::FORMS.get(at).is_some_and(|(known, _, _)| {
        known.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

/// All forms, with their entries.
pub(crate) fn forms() -> impl Iterator<Item = (&'static str, &'static Entry, Class)> {
    tables::FORMS.iter().map(|(form, place, class)| (*form, &tables::ENTRIES[usize::from(*place)], *class))
}

/// All terms.
pub(crate) fn entries() -> &'static [Entry] {
    &tables::ENTRIES
}
