//! What is refused, and what is only remarked on. Codes are stable; clients branch on them.

use atelier_base::{Code, Coded};

use crate::expansion::Count;
use crate::position::Located;

/// Codes of expansion.
pub mod codes {
    atelier_base::codes! {
        BAD_COMMAND = "bad_command", Invalid, "A command in the prompt has no usable value",
            "Write a whole number after it, such as `batch:sample:5`.";
        BAD_PARAMETER = "bad_parameter", Invalid, "A parameter has an empty value",
            "Remove the comma or the bar that has nothing beside it.";
        BAD_RANGE = "bad_range", Invalid, "A range can't be counted",
            "Write `first..last` or `first..last..step` with a step that is not 0.";
        BAD_SAMPLE = "bad_sample", Invalid, "A sample of nothing was asked for",
            "Ask for 1 or more, or leave the number away for all.";
        BAD_WEIGHT = "bad_weight", Invalid, "A weight is out of range",
            "Weights are above 0, at most 1000000, with at most six decimals.";
        BAD_WRAP = "bad_wrap", Invalid, "A wrapper has no place for what it wraps",
            "Write `%{before ... after$$inner}`.";
        DUPLICATE_PARAMETER = "duplicate_parameter", Invalid, "A parameter is given twice",
            "Give it in the prompt or in its field, not in both.";
        EXPANSION_LIMIT_EXCEEDED = "limit_exceeded", TooLarge, "The order has more items than its limit",
            "Raise the limit, take options away, or ask for a sample.";
        LOOKUP_EXHAUSTED = "lookup_exhausted", Invalid, "A lookup is used more often than it has values",
            "A lookup never repeats a value: add values, or write `[color_1]` for an independent choice.";
        MIXED_SAMPLERS = "mixed_samplers", Invalid, "Random and cyclical choices meet in one value",
            "Take one of `~` and `@` away, or move one of the two out of the braces.";
        NEGATIVE_BATCH_MISMATCH = "negative_batch_mismatch", Invalid,
            "The negative prompt has another number of batches",
            "Write one negative batch for all, or as many as the prompt has.";
        NEGATIVE_SUBPROMPT_MISMATCH = "negative_subprompt_mismatch", Invalid,
            "The negative prompt has another number of sub-prompts",
            "Write one negative sub-prompt for all, or as many as the prompt has.";
        NESTED_TOKEN = "nested_token", Invalid, "A token stands inside a token",
            "Put the inner options into a lookup, or escape the bracket: `\\[`.";
        NESTED_TOO_DEEP = "nested_too_deep", Invalid, "Too many levels of nesting",
            "64 levels are the most: flatten some of them.";
        NESTED_VARIABLE = "nested_variable", Invalid, "An immediate variable is used inside a choice",
            "Use it outside of braces, or make it lazy: `${x=...}`.";
        NO_OPTIONS = "no_options", Invalid, "A token has nothing to choose from",
            "Its lookup is empty, or leads only back to itself: add values.";
        RANGE_TOO_LARGE = "range_too_large", Invalid, "A range has too many numbers",
            "A range may have 100000 numbers; take a larger step.";
        RECURSIVE_VARIABLE = "recursive_variable", Invalid, "A variable or wildcard leads back to itself",
            "Break the loop.";
        SPACE_TOO_LARGE = "space_too_large", TooLarge, "There are more combinations than can be counted",
            "More than 340282366920938463463374607431768211455: take options away.";
        TOO_MANY_OPTIONS = "too_many_options", TooLarge, "A token has too many options",
            "A token may have 100000; make several tokens of it.";
        TOO_MANY_TO_COMPARE = "too_many_to_compare", TooLarge,
            "Too many items to look for duplicates among them",
            "Keep duplicates, or ask for a sample.";
        TOO_TANGLED = "too_tangled", Invalid, "Too many different tokens share lookups",
            "Number some of them, `[color_1]`, so that they are independent.";
        UNCLOSED_TOKEN = "unclosed_token", Invalid, "A bracket is not closed",
            "Close it, or escape it: `\\[`.";
        UNKNOWN_BACKREF = "unknown_backref", Invalid, "A back reference names no token",
            "Name a lookup or a label that the order uses, as in `[size=small,large] ... [=size]`.";
        UNKNOWN_LOOKUP = "unknown_lookup", Invalid, "There is no such wildcard",
            "Make the lookup, or correct its name.";
        UNKNOWN_VARIABLE = "unknown_variable", Invalid, "There is no such variable",
            "Set it first, `${x=...}`, or give a default, `${x:...}`.";
        UNOPENED_TOKEN = "unopened_token", Invalid, "A bracket closes what was not opened",
            "Open it, or escape it: `\\]`.";
    }
}

/// Why an order can't be expanded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the catalogue of codes describes each")]
pub enum Fault {
    #[error("`{0}` needs a whole number")]
    BadCommand(String),
    #[error("a value of `{0}` is empty")]
    BadParameter(String),
    #[error("`{0}` is no range")]
    BadRange(String),
    #[error("a sample needs 1 or more")]
    BadSample,
    #[error("`{0}` is no weight")]
    BadWeight(String),
    #[error("the wrapper has no `...`")]
    BadWrap,
    #[error("the parameter `{0}` is given twice")]
    DuplicateParameter(String),
    #[error("{count} items are more than the limit of {limit}")]
    LimitExceeded { count: Count, limit: u64 },
    #[error("`{name}` is used {uses} times without repeating, and has too few values for that")]
    LookupExhausted { name: String, uses: usize },
    #[error("random and cyclical choices in one value")]
    MixedSamplers,
    #[error("{prompt} batches, but {negative} negative ones")]
    NegativeBatchMismatch { prompt: usize, negative: usize },
    #[error("{prompt} sub-prompts, but {negative} negative ones")]
    NegativeSubpromptMismatch { prompt: usize, negative: usize },
    #[error("a token inside a token")]
    NestedToken,
    #[error("more than 64 levels of nesting")]
    NestedTooDeep,
    #[error("the immediate variable `{0}` inside a choice")]
    NestedVariable(String),
    #[error("nothing to choose from")]
    NoOptions,
    #[error("`{0}` has more than 100000 numbers")]
    RangeTooLarge(String),
    #[error("`{0}` leads back to itself")]
    RecursiveVariable(String),
    #[error("more combinations than can be counted")]
    SpaceTooLarge,
    #[error("more than 100000 options")]
    TooManyOptions,
    #[error("{0} items are too many to look for duplicates among them")]
    TooManyToCompare(u128),
    #[error("{0} tokens share lookups but not their options")]
    TooTangled(usize),
    #[error("this bracket is not closed")]
    UnclosedToken,
    #[error("no token before or after is called `{0}`")]
    UnknownBackref(String),
    #[error("no lookup is called `{0}`")]
    UnknownLookup(String),
    #[error("no variable is called `{0}`")]
    UnknownVariable(String),
    #[error("this bracket was not opened")]
    UnopenedToken,
}

impl Fault {
    /// The catalogued code.
    pub fn code(&self) -> Code {
        match self {
            Self::BadCommand(_) => codes::BAD_COMMAND,
            Self::BadParameter(_) => codes::BAD_PARAMETER,
            Self::BadRange(_) => codes::BAD_RANGE,
            Self::BadSample => codes::BAD_SAMPLE,
            Self::BadWeight(_) => codes::BAD_WEIGHT,
            Self::BadWrap => codes::BAD_WRAP,
            Self::DuplicateParameter(_) => codes::DUPLICATE_PARAMETER,
            Self::LimitExceeded { .. } => codes::EXPANSION_LIMIT_EXCEEDED,
            Self::LookupExhausted { .. } => codes::LOOKUP_EXHAUSTED,
            Self::MixedSamplers => codes::MIXED_SAMPLERS,
            Self::NegativeBatchMismatch { .. } => codes::NEGATIVE_BATCH_MISMATCH,
            Self::NegativeSubpromptMismatch { .. } => codes::NEGATIVE_SUBPROMPT_MISMATCH,
            Self::NestedToken => codes::NESTED_TOKEN,
            Self::NestedTooDeep => codes::NESTED_TOO_DEEP,
            Self::NestedVariable(_) => codes::NESTED_VARIABLE,
            Self::NoOptions => codes::NO_OPTIONS,
            Self::RangeTooLarge(_) => codes::RANGE_TOO_LARGE,
            Self::RecursiveVariable(_) => codes::RECURSIVE_VARIABLE,
            Self::SpaceTooLarge => codes::SPACE_TOO_LARGE,
            Self::TooManyOptions => codes::TOO_MANY_OPTIONS,
            Self::TooManyToCompare(_) => codes::TOO_MANY_TO_COMPARE,
            Self::TooTangled(_) => codes::TOO_TANGLED,
            Self::UnclosedToken => codes::UNCLOSED_TOKEN,
            Self::UnknownBackref(_) => codes::UNKNOWN_BACKREF,
            Self::UnknownLookup(_) => codes::UNKNOWN_LOOKUP,
            Self::UnknownVariable(_) => codes::UNKNOWN_VARIABLE,
            Self::UnopenedToken => codes::UNOPENED_TOKEN,
        }
    }
}

/// An order that is not expanded, with everything that was found wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentence())]
pub struct Refused {
    /// At least one: what can't be read first, then what can't be understood.
    pub errors: Vec<Located<Fault>>,
    /// What would have been remarked on.
    pub warnings: Vec<Located<crate::Warning>>,
}

impl Refused {
    fn sentence(&self) -> String {
        let faults: Vec<String> = self.errors.iter().map(|error| error.what.to_string()).collect();
        faults.join("; ")
    }
}

impl Coded for Refused {
    /// The code of the first error.
    fn code(&self) -> Code {
        self.errors.first().map_or(codes::NO_OPTIONS, |error| error.what.code())
    }
}
