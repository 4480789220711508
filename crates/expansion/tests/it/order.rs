//! Short ways to expand a text.

use atelier_expansion::{Expansion, Lookups, Refused, Request, Syntax, expand};

pub(crate) fn lookups(entries: &[(&str, &[&str])]) -> Lookups {
    let owned = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
    entries.iter().map(|(name, values)| ((*name).to_owned(), owned(values))).collect()
}

pub(crate) fn studio() -> Lookups {
    lookups(&[
        ("color", &["white", "black", "reds"]),
        ("reds", &["pink", "maroon"]),
        ("two", &["x", "y"]),
        ("empty", &[]),
        ("animals/cat", &["lynx", "puma"]),
        ("animals/dog", &["husky"]),
        ("age", &["child", "\\child"]),
        ("child", &["baby"]),
        ("A", &["B", "a1"]),
        ("B", &["A", "b1"]),
        ("dashed", &["a||b", "has [two]"]),
    ])
}

/// The prompts of all items.
pub(crate) fn prompts(prompt: &str) -> Vec<String> {
    let lookups = studio();
    all(&expand(&Request::new(prompt, &lookups)).unwrap_or_else(|refused| panic!("{prompt}: {refused}")))
}

pub(crate) fn dynamic(prompt: &str) -> Vec<String> {
    let lookups = studio();
    let request = Request { syntax: Syntax::DynamicPrompts, ..Request::new(prompt, &lookups) };
    all(&expand(&request).unwrap_or_else(|refused| panic!("{prompt}: {refused}")))
}

pub(crate) fn all(expansion: &Expansion) -> Vec<String> {
    expansion.items().map(|item| item.prompt).collect()
}

/// The codes of the warnings, with the first character that each is about.
pub(crate) fn warnings(request: &Request<'_>) -> Vec<(&'static str, Option<usize>)> {
    let expansion = expand(request).expect("remarks only");
    let place = |at: &atelier_expansion::At| at.start;
    expansion.warnings().iter().map(|found| (found.what.code(), found.at.as_ref().map(place))).collect()
}

/// The codes of the errors, each with its first character and one past its last.
pub(crate) fn faults(request: &Request<'_>) -> Vec<(&'static str, Option<(usize, usize)>)> {
    let refused: Refused = expand(request).expect_err("a fault");
    let place = |at: &atelier_expansion::At| (at.start, at.end);
    refused.errors.iter().map(|found| (found.what.code().name, found.at.as_ref().map(place))).collect()
}
