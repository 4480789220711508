//! Cuts text into words, in any script.
//!
//! A word is a run of letters, digits and the marks on them. An emoji, and a character of a script that
//! writes without spaces, is a word by itself. Words are folded: without marks, small.

use std::ops::Range;

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Longer words are noise (a key, an encoded file) and are left out.
const LONGEST: usize = 60;

/// The tokenizer. Positions count words, so that phrases can be found.
#[derive(Clone, Default)]
pub(crate) struct Words;

/// The words of one text.
pub(crate) struct Stream {
    words: std::vec::IntoIter<Token>,
    token: Token,
}

impl Tokenizer for Words {
    type TokenStream<'a> = Stream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream {
        let words = cut(text).into_iter().enumerate().filter_map(|(position, range)| {
            let folded = fold(&text[range.clone()]);
            let fits = !folded.is_empty() && folded.len() <= LONGEST;
            let (offset_from, offset_to) = (range.start, range.end);
            fits.then_some(Token { offset_from, offset_to, position, text: folded, position_length: 1 })
        });
        Stream { words: words.collect::<Vec<_>>().into_iter(), token: Token::default() }
    }
}

impl TokenStream for Stream {
    fn advance(&mut self) -> bool {
        let Some(token) = self.words.next() else { return false };
        self.token = token;
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

/// Small, without marks, and with the letters that Unicode does not take apart written out.
pub(crate) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    for char in word.nfkd().filter(|char| !is_combining_mark(*char)).flat_map(char::to_lowercase) {
        match char {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            'ı' => folded.push('i'),
            char => folded.push(char),
        }
    }
    folded
}

/// Where the words are, in bytes.
fn cut(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut begin = None;
    for (at, char) in text.char_indices() {
        let alone = stands_alone(char);
        let joins = !alone && (char.is_alphanumeric() || (begin.is_some() && is_combining_mark(char)));
        if joins {
            begin.get_or_insert(at);
            continue;
        }
        if let Some(begin) = begin.take() {
            words.push(begin..at);
        }
        if alone {
            words.push(at..at + char.len_utf8());
        }
    }
    words.extend(begin.map(|begin| begin..text.len()));
    words
}

/// Emoji and symbols, Han, Hiragana and Katakana. Skin tones and joiners are not words.
fn stands_alone(char: char) -> bool {
    matches!(u32::from(char),
        0x2600..=0x27BF | 0x2B00..=0x2BFF | 0x1F1E6..=0x1F3FA | 0x1F400..=0x1FAFF
        | 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut tokenizer = Words;
        let mut stream = tokenizer.token_stream(text);
        let mut words = Vec::new();
        while stream.advance() {
            words.push(stream.token().text.clone());
        }
        words
    }

    #[test]
    fn marks_and_case_are_folded() {
        assert_eq!(words("Café, cafe\u{301} & Ærø-Straße"), ["cafe", "cafe", "aero", "strasse"]);
    }

    #[test]
    fn scripts_without_spaces_and_emoji_are_cut_to_characters() {
        assert_eq!(words("blue🎨paint 👍🏽"), ["blue", "🎨", "paint", "👍"]);
        assert_eq!(words("油絵の具"), ["油", "絵", "の", "具"]);
    }

    #[test]
    fn right_to_left_words_are_found_with_and_without_points() {
        assert_eq!(words("שָׁלוֹם"), words("שלום"));
        assert_eq!(words("لَوْحَة زيتية").len(), 2);
    }

    #[test]
    fn endless_words_are_left_out() {
        assert_eq!(words(&format!("a {} b", "x".repeat(100))), ["a", "b"]);
    }

    proptest! {
        #[test]
        fn words_are_slices_in_order(text in ".*") {
            let mut last = 0;
            for range in cut(&text) {
                prop_assert!(range.start >= last && text.get(range.clone()).is_some());
                last = range.end;
            }
        }
    }
}
