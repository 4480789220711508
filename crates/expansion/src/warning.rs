//! What an order may do, but its author may not have meant.

/// A remark on an order that is expanded all the same.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Warning {
    /// A token ends with `:3`, which samples, while another option holds `:4`, which does not.
    #[error("`:{0}` at the end takes a sample; write `\\:` where a colon is meant")]
    AmbiguousSample(u64),
    /// A back reference stands before what it refers to, and takes the first value.
    #[error("`[={0}]` stands before its token, so it is always the first value")]
    BackrefBeforeDefinition(String),
    /// An option occurs more than once in a token; the first stays.
    #[error("{0} options were there already")]
    DuplicateOption(usize),
    /// Items that equal an earlier one were removed.
    #[error("{0} items equal an earlier one and were removed")]
    DuplicatesRemoved(u128),
    /// No lookup's name fits; the text stays as it is.
    #[error("no lookup fits `{0}`, so it stays as it is")]
    GlobWithoutMatch(String),
    /// `\(` became `(`.
    #[error("the backslash before `(` was taken away; write `\\\\(` to keep it")]
    ParenthesisUnescaped,
    /// A lookup leads back to itself; that entry was dropped.
    #[error("`{0}` leads back to itself, so that entry was dropped")]
    RecursiveLookup(String),
    /// As many as there are, or more, were asked for; all are taken.
    #[error("a sample of {asked} from {there} options takes all of them")]
    SampleExceedsOptions {
        /// What was asked for.
        asked: u64,
        /// What there is.
        there: usize,
    },
    /// As many items as there are, or more, were asked for; all are taken.
    #[error("a sample of {asked} from {there} items takes all of them")]
    SampleExceedsSpace {
        /// What was asked for.
        asked: u64,
        /// What there is.
        there: u128,
    },
    /// A value of a lookup holds a bracket, which is not expanded there.
    #[error("a bracket in a value of `{0}` is plain text")]
    TokenInLookup(String),
    /// Weights count where something is drawn, and nothing is.
    #[error("nothing is drawn here, so the weight has no effect")]
    WeightUnused,
}

impl Warning {
    /// The stable name that clients branch on.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AmbiguousSample(_) => "ambiguous_sample",
            Self::BackrefBeforeDefinition(_) => "backref_before_definition",
            Self::DuplicateOption(_) => "duplicate_option",
            Self::DuplicatesRemoved(_) => "duplicates_removed",
            Self::GlobWithoutMatch(_) => "glob_without_match",
            Self::ParenthesisUnescaped => "parenthesis_unescaped",
            Self::RecursiveLookup(_) => "recursive_lookup",
            Self::SampleExceedsOptions { .. } => "sample_exceeds_options",
            Self::SampleExceedsSpace { .. } => "sample_exceeds_space",
            Self::TokenInLookup(_) => "token_in_lookup",
            Self::WeightUnused => "weight_unused",
        }
    }
}
