//! What is to be expanded, and how.

use std::collections::BTreeMap;

use crate::scalar::Scalar;

/// The lookups that a caller has, by name. Values keep their order.
pub type Lookups = BTreeMap<String, Vec<String>>;

/// The items that an order may have when its author says nothing.
pub const DEFAULT_LIMIT: u64 = 1000;

/// How a prompt is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Syntax {
    /// `[red,blue] dog || [color] cat`
    #[default]
    Expando,
    /// `{red|blue} dog in __place__`
    DynamicPrompts,
    /// Nothing has a meaning.
    Plain,
}

/// A parameter of the model, as it was given.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// Text with lists, ranges and draws: `8,10,20` or `10..20..5` or `8|10`.
    Text(String),
    /// A value that is what it is.
    Fixed(Scalar),
}

/// An order's texts, and how to expand them. [`Request::new`] has the usual settings.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The prompt.
    pub prompt: &'a str,
    /// The negative prompt; it may be empty.
    pub negative_prompt: &'a str,
    /// In the order in which they vary: the last the fastest.
    pub parameters: &'a [(String, Given)],
    /// What names stand for.
    pub lookups: &'a Lookups,
    /// How both prompts are read.
    pub syntax: Syntax,
    /// Where all chance of this order comes from.
    pub seed: u64,
    /// More items than this are refused. A command in the prompt may lower it.
    pub limit: u64,
    /// So many items, uniformly and each at most once, instead of all.
    pub sample: Option<u64>,
    /// Whether an item that equals an earlier one is removed.
    pub dedupe: bool,
}

impl<'a> Request<'a> {
    /// A prompt in `expando` with seed 0, the default limit, and duplicates removed.
    pub const fn new(prompt: &'a str, lookups: &'a Lookups) -> Self {
        Self {
            prompt,
            negative_prompt: "",
            parameters: &[],
            lookups,
            syntax: Syntax::Expando,
            seed: 0,
            limit: DEFAULT_LIMIT,
            sample: None,
            dedupe: true,
        }
    }
}
