//! The words of a segment, so that a term that is nowhere is not looked up in each part of each segment.
//!
//! A thesaurus brings hundreds of terms to a word such as *paint*, of which a studio uses a few. It says only
//! that a word may be there, in a record of whichever tenant: the postings decide.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

use tantivy::SegmentReader;

use crate::document::Part;
use crate::schema::Fields;

/// The hashes of all words, each with the parts that have it, a bit each.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary(HashMap<u64, u8>);

impl Vocabulary {
    pub(super) fn of(reader: &SegmentReader, fields: &Fields) -> tantivy::Result<Self> {
        let mut words: HashMap<u64, u8> = HashMap::new();
        for part in Part::ALL {
            let index = reader.inverted_index(fields.part(part))?;
            let mut terms = index.terms().stream()?;
            while terms.advance() {
                *words.entry(hash(terms.key())).or_default() |= 1 << part as u8;
            }
        }
        Ok(Self(words))
    }

    /// Whether a record may have the word.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.0.contains_key(&hash(word.as_bytes()))
    }

    /// Which parts may have all the words, a bit each.
    pub(crate) fn parts(&self, words: &[String]) -> u8 {
        let of = |word: &String| self.0.get(&hash(word.as_bytes())).copied().unwrap_or_default();
        words.iter().fold(u8::MAX, |parts, word| parts & of(word))
    }
}

/// The same in every run, so that a search is.
fn hash(word: &[u8]) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(word)
}
