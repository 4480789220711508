//! What a search answers.

use std::ops::Range;

use atelier_base::{ProjectId, Timestamp};

use crate::document::Part;

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// The page that was asked for, the best first.
    pub hits: Vec<Hit>,
    /// How many records fit.
    pub total: usize,
    /// Of all that fit, not only of the page.
    pub facets: Facets,
}

/// A record that fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Where it belongs.
    pub project: Option<ProjectId>,
    /// What it is called.
    pub title: String,
    /// When it happened.
    pub at: Timestamp,
    /// What leads back to the record, as it was given.
    pub anchor: serde_json::Value,
    /// Higher is better; only of use against other hits of the same answer.
    pub score: f32,
    /// Where the words stand in it, the weightiest part first.
    pub highlights: Vec<Snippet>,
    /// Why it was found; never empty but for a query without text.
    pub why: Vec<Reason>,
}

/// A piece of a record with the words that were looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Where it is from.
    pub part: Part,
    /// Plain text, cut at words. It may contain anything that the record does: escape it.
    pub text: String,
    /// The words in it, in UTF-16 code units as browsers count.
    pub ranges: Vec<Range<usize>>,
    /// Where the first of them stands in the whole part, in bytes.
    pub first: usize,
}

/// Why a record was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// Words of the query stand in it, in some form.
    Words {
        /// As they were typed.
        words: Vec<String>,
        /// The weightiest part that has them.
        part: Part,
    },
    /// A word like one of the query: it was mistyped, or only begun.
    Near {
        /// As it was typed.
        word: String,
        /// The weightiest part that has such a word.
        part: Part,
    },
    /// A narrower or broader term.
    Related {
        /// What stands in it.
        term: String,
        /// What the query says.
        via: String,
        /// The weightiest part that has it.
        part: Part,
    },
    /// Rare words of the best hit stand in it, too.
    Shared {
        /// As the best hit has them.
        words: Vec<String>,
    },
    /// It is about the same.
    Meaning {
        /// From 0 to 1.
        similarity: f32,
    },
}

/// How many of what fits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By kind, the most frequent first, as all of these.
    pub kinds: Vec<Count<String>>,
    /// By project.
    pub projects: Vec<Count<ProjectId>>,
    /// By material, in small letters; the first hundred.
    pub materials: Vec<Count<String>>,
    /// By month in UTC, such as `2026-05`, in order of time.
    pub months: Vec<Count<String>>,
}

/// A value, and how many records have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count<T> {
    /// The value.
    pub value: T,
    /// How many.
    pub count: usize,
}
