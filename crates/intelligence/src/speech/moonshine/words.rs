//! From tokens to words with times.

use std::ops::Range;

use super::engine::HeardToken;
use crate::speech::transcript::Word;

/// As often in a row as this, words are a loop of the decoder and not something that was said.
const LOOP: usize = 3;
/// Words of the longest phrase that loops are looked for in.
const PHRASE: usize = 8;

/// A word before it has a time.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Spelled {
    pub(super) text: String,
    pub(super) confidence: f32,
    /// The places of its tokens among those of the piece.
    pub(super) tokens: Range<usize>,
}

/// Joins tokens to words. A word is as sure as its tokens on (geometric) average.
pub(super) fn spell(tokens: &[HeardToken]) -> Vec<Spelled> {
    let mut words: Vec<(Vec<u8>, f32, Range<usize>)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let begins = token.bytes.starts_with(b" ");
        let logarithm = token.probability.max(1e-6).ln();
        match words.last_mut() {
            Some((bytes, sum, range)) if !begins => {
                bytes.extend_from_slice(&token.bytes);
                *sum += logarithm;
                range.end = at + 1;
            }
            _ => words.push((token.bytes.clone(), logarithm, at..at + 1)),
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a word has few tokens")]
    let spelled = words.into_iter().map(|(bytes, sum, tokens)| Spelled {
        text: String::from_utf8_lossy(&bytes).trim().to_owned(),
        confidence: (sum / tokens.len() as f32).exp(),
        tokens,
    });
    spelled.filter(|word| !word.text.is_empty()).collect()
}

/// Reduces phrases that are repeated three times or more to one.
pub(super) fn without_loops(mut words: Vec<Spelled>) -> Vec<Spelled> {
    for length in 1..=PHRASE {
        let mut at = 0;
        while at + LOOP * length <= words.len() {
            let repeats =
                words[at..].chunks_exact(length).take_while(|phrase| same(phrase, &words[at..at + length]));
            let count = repeats.count();
            if LOOP <= count {
                words.drain(at + length..at + count * length);
            }
            at += 1;
        }
    }
    words
}

fn same(one: &[Spelled], other: &[Spelled]) -> bool {
    let plain = |word: &Spelled| word.text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    one.iter().map(plain).eq(other.iter().map(plain))
}

/// Mean over the words; nothing heard is nothing sure.
pub(super) fn confidence(words: &[Spelled]) -> f32 {
    if words.is_empty() {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a piece has few words")]
    let count = words.len() as f32;
    (words.iter().map(|word| word.confidence.max(1e-6).ln()).sum::<f32>() / count).exp()
}

/// Shares the voiced time of a piece out to its words, by letters. `voiced` in milliseconds, in order.
pub(super) fn timed(words: &[Spelled], voiced: &[Range<u64>]) -> Vec<Word> {
    let letters = |word: &Spelled| word.text.chars().count() as u64 + 1;
    let total: u64 = words.iter().map(letters).sum();
    let length: u64 = voiced.iter().map(|run| run.end - run.start).sum();
    let mut before = 0;
    let mut word = |word: &Spelled| {
        let start = at(voiced, length * before / total.max(1), false);
        before += letters(word);
        let end = at(voiced, length * before / total.max(1), true);
        Word { text: word.text.clone(), start_ms: start, end_ms: end.max(start), confidence: word.confidence }
    };
    words.iter().map(&mut word).collect()
}

/// The instant when `spent` milliseconds of voice are over. At a pause, its beginning or, for what follows, its end.
fn at(voiced: &[Range<u64>], mut spent: u64, ends: bool) -> u64 {
    for run in voiced {
        let length = run.end - run.start;
        if spent < length || (ends && spent == length) {
            return run.start + spent;
        }
        spent -= length;
    }
    voiced.last().map_or(0, |run| run.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(texts: &[(&str, f32)]) -> Vec<HeardToken> {
        let token = |(text, probability): &(&str, f32)| HeardToken {
            number: 0,
            bytes: text.as_bytes().to_vec(),
            probability: *probability,
        };
        texts.iter().map(token).collect()
    }

    fn words(text: &str) -> Vec<Spelled> {
        let word = |text: &str| Spelled { text: text.to_owned(), confidence: 1.0, tokens: 0..0 };
        text.split_whitespace().map(word).collect()
    }

    fn text(words: &[Spelled]) -> String {
        words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn tokens_become_words_with_their_punctuation() {
        let spelled = spell(&tokens(&[(" Burnt", 0.9), (" si", 0.5), ("enna", 0.5), (".", 1.0)]));
        assert_eq!(text(&spelled), "Burnt sienna.");
        assert!((spelled[0].confidence - 0.9).abs() < 1e-4);
        assert!((spelled[1].confidence - 0.63).abs() < 0.01);
        assert_eq!((spelled[0].tokens.clone(), spelled[1].tokens.clone()), (0..1, 1..4));
    }

    #[test]
    fn parts_of_a_character_are_joined() {
        let halves = vec![
            HeardToken { number: 0, bytes: b" caf\xC3".to_vec(), probability: 1.0 },
            HeardToken { number: 0, bytes: vec![0xA9], probability: 1.0 },
        ];
        assert_eq!(text(&spell(&halves)), "café");
    }

    #[test]
    fn loops_are_cut_and_emphasis_stays() {
        let cut = |said: &str| text(&without_loops(words(said)));
        assert_eq!(cut("very very good"), "very very good");
        assert_eq!(cut("so so so so good"), "so good");
        assert_eq!(cut("I mix. I mix. I mix. I mix. the gesso"), "I mix. the gesso");
        assert_eq!(cut("a b c a b c a b c a b"), "a b c a b");
        assert_eq!(cut("first glaze, second glaze, third glaze"), "first glaze, second glaze, third glaze");
    }

    #[test]
    fn times_skip_the_pauses() {
        let shared = timed(&words("aaaa bbbb"), &[1_000..2_000, 5_000..6_000]);
        let times: Vec<_> = shared.iter().map(|word| (word.start_ms, word.end_ms)).collect();
        assert_eq!(times, [(1_000, 2_000), (5_000, 6_000)]);
    }

    #[test]
    fn nothing_heard_is_nothing_sure() {
        assert!(confidence(&[]).abs() < f32::EPSILON);
        assert!(timed(&[], &[]).is_empty());
    }
}
