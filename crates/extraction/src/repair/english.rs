//! The everyday English that must not be taken for a misheard term.

use std::collections::HashSet;
use std::sync::LazyLock;

static WORDS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../../data/english.txt").lines().collect());

/// Whether a word, folded, is everyday English.
pub(crate) fn is_everyday(word: &str) -> bool {
    WORDS.contains(word) || word.bytes().any(|byte| byte.is_ascii_digit())
}

/// Small words that hold sentences together; no term hides in them.
pub(super) fn is_glue(word: &str) -> bool {
    const GLUE: &[&str] = &[
        "a", "an", "the", "and", "or", "but", "of", "on", "in", "at", "to", "for", "with", "by", "from",
        "as", "is", "was", "are", "were", "be", "it", "its", "i", "we", "you", "he", "she", "they", "this",
        "that", "these", "those", "my", "your", "his", "her", "our", "their", "me", "him", "them", "us",
        "not", "no", "so", "if", "then", "than", "had", "has", "have", "do", "did", "will", "would", "can",
        "could", "up", "out", "over", "into", "some", "any", "all", "more", "very", "just", "there", "here",
        "when", "where", "what", "who", "which", "how", "one", "two", "been", "about", "after", "before",
        "also", "still", "again", "im", "ive", "dont",
    ];
    GLUE.contains(&word)
}
