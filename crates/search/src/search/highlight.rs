//! Pieces of a record with the words that were looked for.

use std::collections::HashSet;
use std::ops::Range;

use tantivy::tokenizer::Token;

use crate::document::{Document, Part};
use crate::results::Snippet;
use crate::text::tokens;

/// A piece has so many words at most.
const WINDOW: usize = 28;
/// So many of them stand before the first that was looked for.
const LEAD: usize = 6;
/// A part is looked at up to here, in bytes: enough for an hour of speech.
const LOOKED_AT: usize = 128 << 10;

/// One piece of each part that has any of the words, the weightiest part first.
pub(super) fn snippets(document: &Document, looked_for: &[&[String]]) -> Vec<Snippet> {
    let words: HashSet<&str> = looked_for.iter().copied().flatten().map(String::as_str).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let snippet = |part| {
        let text = document.text(part);
        snippet(part, &text[..text.floor_char_boundary(LOOKED_AT)], &words)
    };
    Part::ALL.into_iter().filter_map(snippet).collect()
}

fn snippet(part: Part, text: &str, words: &HashSet<&str>) -> Option<Snippet> {
    let tokens = tokens(text);
    let marked: Vec<usize> =
        (0..tokens.len()).filter(|at| words.contains(tokens[*at].text.as_str())).collect();
    let first = best_window(&tokens, &marked)?;
    let begin = first.saturating_sub(LEAD);
    let end = (begin + WINDOW).min(tokens.len());
    let from = if begin == 0 { 0 } else { tokens[begin].offset_from };
    let to = if end == tokens.len() { text.len() } else { tokens[end - 1].offset_to };
    let piece = &text[from..to];
    let inside = marked.iter().filter(|at| (begin..end).contains(*at));
    let first = tokens[first].offset_from;
    let range = |at: &usize| utf16(piece, tokens[*at].offset_from - from..tokens[*at].offset_to - from);
    Some(Snippet { part, text: piece.to_owned(), ranges: inside.map(range).collect(), first })
}

/// The marked word from which the most different ones can be seen; the earliest of equals.
fn best_window(tokens: &[Token], marked: &[usize]) -> Option<usize> {
    let seen = |from: usize| {
        let until = marked[from] + WINDOW - LEAD;
        let inside = marked[from..].iter().take_while(|at| **at < until);
        inside.map(|at| tokens[*at].text.as_str()).collect::<HashSet<_>>().len()
    };
    let best = (0..marked.len()).max_by_key(|from| (seen(*from), std::cmp::Reverse(*from)))?;
    Some(marked[best])
}

fn utf16(text: &str, bytes: Range<usize>) -> Range<usize> {
    let units = |text: &str| text.encode_utf16().count();
    let begin = units(&text[..bytes.start]);
    begin..begin + units(&text[bytes])
}

#[cfg(test)]
mod tests {
    use atelier_base::Timestamp;

    use super::*;

    fn marked(text: &str, words: &[&str]) -> Vec<String> {
        let document =
            Document { body: text.to_owned(), ..Document::new("id", "log", Timestamp::from_millis(0)) };
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let snippets = snippets(&document, &[&words]);
        let cut = |snippet: Snippet| {
            let units: Vec<u16> = snippet.text.encode_utf16().collect();
            snippet
                .ranges
                .into_iter()
                .map(move |range| String::from_utf16_lossy(&units[range]))
                .collect::<Vec<_>>()
        };
        snippets.into_iter().flat_map(cut).collect()
    }

    #[test]
    fn forms_of_the_word_are_marked_where_they_stand() {
        assert_eq!(marked("🎨 Glazed, then glazing again.", &["glaze"]), ["Glazed", "glazing"]);
        assert_eq!(marked("Nothing of the kind", &["glaze"]), [""; 0]);
        assert_eq!(marked("ציירתי ים 🌊 כחול", &["🌊"]), ["🌊"]);
    }

    #[test]
    fn window_with_the_most_different_words_is_shown() {
        let text = format!("wax {} cold wax medium {}", "paint ".repeat(60), "sky ".repeat(60));
        assert_eq!(marked(&text, &["cold", "wax"]), ["cold", "wax"]);
    }
}
