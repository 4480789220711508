//! From text to the terms that are looked up: the same way for records, queries and highlights.

mod words;

use tantivy::tokenizer::{Language, Stemmer, TextAnalyzer, Token, TokenStream as _};

pub(crate) use words::{Words, fold};

/// The analyzer's name in the schema.
pub(crate) const ANALYZER: &str = "studio";

/// Words, folded, then cut to their stem: "Glazed" and "glazing" are one term.
pub(crate) fn analyzer() -> TextAnalyzer {
    TextAnalyzer::builder(Words).filter(Stemmer::new(Language::English)).build()
}

/// The tokens of a text: terms with the bytes that they come from.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut analyzer = analyzer();
    let mut stream = analyzer.token_stream(text);
    let mut tokens = Vec::new();
    while stream.advance() {
        tokens.push(stream.token().clone());
    }
    tokens
}

/// The terms of a text.
pub(crate) fn terms(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.text).collect()
}

/// Words that carry no meaning by themselves. In a phrase they count.
const STOP_WORDS: &[&str] = &[
    "a", "about", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by",
    "can", "could", "did", "do", "does", "doing", "done", "for", "from", "had", "has", "have", "how", "i",
    "if", "in", "into", "is", "it", "its", "just", "ll", "m", "me", "my", "no", "not", "of", "on", "or",
    "our", "out", "re", "s", "so", "some", "t", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "thing", "things", "this", "those", "to", "too", "up", "us", "ve", "was", "we", "were",
    "what", "when", "where", "which", "who", "why", "will", "with", "would", "you", "your",
];

/// Whether a folded word carries no meaning by itself.
pub(crate) fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stop_words_are_in_order() {
        assert!(STOP_WORDS.is_sorted());
        assert!(is_stop_word("the"));
        assert!(!is_stop_word("glaze"));
    }

    #[test]
    fn forms_of_a_word_are_one_term() {
        assert_eq!(terms("Glazed glazing GLAZES"), ["glaze", "glaze", "glaze"]);
    }
}
