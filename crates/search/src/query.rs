//! What is looked for.

mod parse;

use std::sync::Arc;

use atelier_base::{ProjectId, Timestamp};

use crate::document::Vector;
use crate::thesaurus::Thesaurus;
pub(crate) use parse::{Alternative, Group, How, Wanted, parse};

/// A search: text, if there is one the place of that text among others, and what to leave out.
///
/// Words are looked for in any order, better more of them; `"a phrase"` must stand as it is; what has
/// `-word` is left out. Nothing else in the text means anything. Without text, everything fits, the
/// newest first.
#[derive(Clone, Debug, Default)]
pub struct HybridQuery {
    pub(crate) text: String,
    pub(crate) vector: Option<Box<Vector>>,
    pub(crate) filters: Filters,
    pub(crate) thesaurus: Option<Arc<Thesaurus>>,
    pub(crate) typing: bool,
    pub(crate) page: Page,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Page {
    pub(crate) size: usize,
    pub(crate) offset: usize,
}

impl Default for Page {
    fn default() -> Self {
        Self { size: 20, offset: 0 }
    }
}

/// What may be found. An empty list allows all; of a list, any one is enough.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filters {
    /// Of these projects.
    pub projects: Vec<ProjectId>,
    /// Of these kinds.
    pub kinds: Vec<String>,
    /// With one of these materials, in any case.
    pub materials: Vec<String>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Before this instant.
    pub to: Option<Timestamp>,
}

impl HybridQuery {
    /// Larger pages are cut to this.
    pub const LARGEST_PAGE: usize = 200;

    /// A query of words.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Finds what is about the same, too.
    pub fn vector(mut self, vector: Vector) -> Self {
        self.vector = Some(Box::new(vector));
        self
    }

    /// Finds only what these allow.
    pub fn filters(mut self, filters: Filters) -> Self {
        self.filters = filters;
        self
    }

    /// Finds narrower and broader terms, too.
    pub fn thesaurus(mut self, thesaurus: Arc<Thesaurus>) -> Self {
        self.thesaurus = Some(thesaurus);
        self
    }

    /// The last word is still being typed: words that begin with it fit.
    pub fn typing(mut self) -> Self {
        self.typing = true;
        self
    }

    /// So many hits, after so many. Only the best thousand can be reached.
    pub fn page(mut self, size: usize, offset: usize) -> Self {
        self.page = Page { size: size.min(Self::LARGEST_PAGE), offset };
        self
    }
}
