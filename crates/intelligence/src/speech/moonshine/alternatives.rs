//! Which other words are weighed for a piece.

use std::ops::Range;

use super::engine::Exchange;
use super::words::Spelled;
use crate::speech::transcript::{Alternative, Piece};
use crate::speech::vocabulary::Vocabulary;

/// Alternatives of a piece; each costs the decoder a line.
const MOST: usize = 24;

/// What the vocabulary suggests for a piece, as exchanges of tokens, and as alternatives that are not weighed yet.
pub(super) fn of(
    piece: &Piece,
    words: &[Spelled],
    vocabulary: &Vocabulary,
) -> (Vec<Exchange>, Vec<Alternative>) {
    let suggested = vocabulary.suggestions(&piece.words).into_iter();
    let within = suggested
        .filter_map(|one| Some((words.get(one.words.clone()).filter(|words| !words.is_empty())?, one)));
    let pair = |(words, one): (&[Spelled], _)| (exchange(words, &one), one);
    let pairs = within.take(MOST).map(pair);
    let weighable = |suggestion: crate::speech::Suggestion| Alternative {
        words: suggestion.words,
        text: suggestion.text,
        gain: f32::NEG_INFINITY,
    };
    pairs.map(|(exchange, suggestion)| (exchange, weighable(suggestion))).unzip()
}

/// The suggested words as the recogniser would have written them there: with a capital where it wrote one, and with
/// the punctuation that followed.
fn exchange(words: &[Spelled], suggestion: &crate::speech::Suggestion) -> Exchange {
    let (first, last) = (words.first(), words.last());
    let capital = first.is_some_and(|word| word.text.starts_with(char::is_uppercase));
    let mut text = String::new();
    let mut letters = suggestion.text.chars();
    if let Some(letter) = letters.next() {
        if capital {
            text.extend(letter.to_uppercase());
        } else {
            text.push(letter);
        }
    }
    text.push_str(letters.as_str());
    if let Some(last) = last {
        let word = last.text.trim_end_matches(|c: char| !c.is_alphanumeric());
        text.push_str(&last.text[word.len()..]);
    }
    Exchange { tokens: span(first, last), text }
}

fn span(first: Option<&Spelled>, last: Option<&Spelled>) -> Range<usize> {
    first.map_or(0, |word| word.tokens.start)..last.map_or(0, |word| word.tokens.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speech::{Suggestion, Word};

    fn piece(text: &str) -> (Piece, Vec<Spelled>) {
        let spelled = |(at, text): (usize, &str)| Spelled {
            text: text.to_owned(),
            confidence: 0.5,
            tokens: 2 * at..2 * at + 2,
        };
        let words: Vec<_> = text.split(' ').enumerate().map(spelled).collect();
        let word = |word: &Spelled| Word { text: word.text.clone(), start_ms: 0, end_ms: 0, confidence: 0.5 };
        let piece = Piece {
            start_ms: 0,
            end_ms: 0,
            text: text.to_owned(),
            words: words.iter().map(word).collect(),
            confidence: 0.5,
            alternatives: Vec::new(),
        };
        (piece, words)
    }

    #[test]
    fn suggestions_are_written_as_the_recogniser_would() {
        let (piece, words) = piece("Alizar and Crimson, please");
        let vocabulary = Vocabulary::default().suggesting(|words| {
            assert_eq!(words.len(), 4);
            vec![Suggestion { words: 0..3, text: "alizarin crimson".into() }]
        });
        let (exchanges, alternatives) = of(&piece, &words, &vocabulary);
        assert_eq!((exchanges[0].text.as_str(), exchanges[0].tokens.clone()), ("Alizarin crimson,", 0..6));
        assert_eq!(
            (alternatives[0].text.as_str(), alternatives[0].words.clone()),
            ("alizarin crimson", 0..3)
        );
    }

    #[test]
    fn suggestions_beyond_the_piece_are_left_out() {
        let (piece, words) = piece("two coats");
        let wild = |words: Range<usize>| Suggestion { words, text: "gesso".into() };
        let vocabulary = Vocabulary::default().suggesting(move |_| vec![wild(1..5), wild(1..1), wild(1..2)]);
        assert_eq!(of(&piece, &words, &vocabulary).1.len(), 1);
    }
}
