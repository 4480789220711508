//! What is likely to be said here.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::transcript::Word;

/// Words that are likely and rare, and who knows what else might have been meant.
#[derive(Clone, Default)]
pub struct Vocabulary {
    /// Titles, names, materials: heard a little more willingly.
    pub terms: Vec<String>,
    suggest: Option<Arc<Suggest>>,
}

type Suggest = dyn Fn(&[Word]) -> Vec<Suggestion> + Send + Sync;

/// Words that might have been said instead of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The words that were heard, by their places in the piece.
    pub words: Range<usize>,
    /// What may have been said.
    pub text: String,
}

impl Vocabulary {
    /// Words to expect, and no more.
    pub fn of(terms: Vec<String>) -> Self {
        Self { terms, suggest: None }
    }

    /// Has the recogniser ask, of the words of each piece, what else might have been said, and weigh it. The likeliest
    /// suggestions come first; only so many are weighed.
    #[must_use]
    pub fn suggesting(self, suggest: impl Fn(&[Word]) -> Vec<Suggestion> + Send + Sync + 'static) -> Self {
        Self { suggest: Some(Arc::new(suggest)), ..self }
    }

    pub(super) fn suggestions(&self, words: &[Word]) -> Vec<Suggestion> {
        self.suggest.as_ref().map(|suggest| suggest(words)).unwrap_or_default()
    }
}

impl fmt::Debug for Vocabulary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { terms, suggest } = self;
        f.debug_struct("Vocabulary").field("terms", terms).field("suggests", &suggest.is_some()).finish()
    }
}
