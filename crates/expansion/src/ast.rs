//! What every syntax is read into: one tree, so that there is one meaning.

use crate::decimal::Range;
use crate::position::At;

/// A weight in millionths, so that `0.5` is exact.
pub(crate) type Weight = u64;

pub(crate) const ONE: Weight = 1_000_000;

/// A prompt or a negative prompt.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) batches: Vec<Batch>,
}

/// Between `(&)` and `(&)`: expanded by itself.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    pub(crate) subprompts: Vec<Sequence>,
    pub(crate) commands: Vec<Command>,
}

pub(crate) type Sequence = Vec<Node>;

#[derive(Clone, Debug)]
pub(crate) enum Node {
    Text(String),
    /// Where something stood that leaves no text; blanks on both sides become one.
    Gap,
    /// A lookup when there is one of this name, otherwise its own text.
    Word(String),
    Range(Range, At),
    /// A lookup that must be there.
    Wildcard(Wildcard),
    Choice(Choice),
    /// What the nearest token of that name has.
    Back {
        name: String,
        at: At,
    },
    Set(Set),
    Get(Get),
}

/// One of several.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub(crate) at: At,
    pub(crate) label: Option<String>,
    pub(crate) options: Vec<Opt>,
    pub(crate) take: Take,
    pub(crate) sampler: Sampler,
}

#[derive(Clone, Debug)]
pub(crate) struct Opt {
    pub(crate) weight: Weight,
    /// One of them is drawn for each item when there are several.
    pub(crate) alternatives: Vec<(Weight, Sequence)>,
}

/// How much of a choice becomes an axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Take {
    All,
    /// So many, drawn once for the order.
    Sample(u64),
    /// Every arrangement of `least` to `most` options, joined.
    Pick {
        least: usize,
        most: usize,
        separator: String,
    },
}

/// When a choice is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sampler {
    /// Never: every option is an item of its own.
    Every,
    /// By chance, for each item.
    Random,
    /// In turn, item after item.
    Cycle,
}

#[derive(Clone, Debug)]
pub(crate) struct Wildcard {
    pub(crate) at: At,
    pub(crate) glob: String,
    pub(crate) sampler: Sampler,
    /// Variables that hold while the values of the lookup are read.
    pub(crate) bindings: Vec<(String, Sequence)>,
}

#[derive(Clone, Debug)]
pub(crate) struct Set {
    pub(crate) at: At,
    pub(crate) name: String,
    pub(crate) value: Sequence,
    /// Chosen here, and the same at every use. Otherwise every use chooses anew.
    pub(crate) immediate: bool,
    /// Only when the variable is not set yet.
    pub(crate) keep: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Get {
    pub(crate) at: At,
    pub(crate) name: String,
    pub(crate) default: Option<Sequence>,
}

/// `batch:sample:5` in a prompt.
#[derive(Clone, Debug)]
pub(crate) struct Command {
    pub(crate) at: At,
    pub(crate) scope: Scope,
    pub(crate) key: String,
    pub(crate) value: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    Batch,
    /// `meta` and `pipeline`.
    Order,
}
