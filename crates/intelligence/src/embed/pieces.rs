//! Cuts long texts into what the model can read at once.

use std::ops::Range;

/// A piece has so many words at most; with rare words that is what the model reads at once.
const WORDS: usize = 100;
/// The end of a piece is the end of a sentence, if there is one among its last words.
const LOOK_BACK: usize = 40;
/// Neighbouring pieces share so many words, unless a sentence ends between them.
const SHARED: usize = 15;

/// The pieces of a text of about a hundred words each, cut at ends of sentences where there are any. At most
/// `most`: of a longer text the pieces are spread over the whole of it.
pub fn pieces(text: &str, most: usize) -> Vec<&str> {
    let words = words(text);
    let mut cuts = Vec::new();
    let mut begin = 0;
    while begin < words.len() {
        let full = (begin + WORDS).min(words.len());
        let sentence = || (full - LOOK_BACK..full).rev().find(|at| ends_sentence(&text[words[*at].clone()]));
        let end = if full == words.len() { None } else { sentence() };
        let until = end.map_or(full, |last| last + 1);
        cuts.push(words[begin].start..words[until - 1].end);
        begin = if until == words.len() || end.is_some() { until } else { until - SHARED };
    }
    let taken = cuts.len().min(most);
    (0..taken).map(|at| &text[cuts[at * cuts.len() / taken].clone()]).collect()
}

fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut end = 0;
    for word in text.split_whitespace() {
        let begin = end + text[end..].find(word).unwrap_or_default();
        end = begin + word.len();
        words.push(begin..end);
    }
    words
}

fn ends_sentence(word: &str) -> bool {
    word.trim_end_matches(['"', '”', '’', ')']).ends_with(['.', '!', '?', '…', '。', '؟'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_stay_whole() {
        assert_eq!(pieces("  Two words. ", 9), ["Two words."]);
        assert_eq!(pieces(" \n ", 9), [""; 0]);
    }

    #[test]
    fn long_texts_are_cut_at_sentences() {
        let text = "One more thin glaze over the sky tonight. ".repeat(40);
        let pieces = pieces(&text, 99);
        assert!(pieces.iter().all(|piece| piece.ends_with("tonight.") && piece.starts_with("One")));
        assert_eq!(pieces.iter().map(|piece| piece.split(' ').count()).sum::<usize>(), 320);
        assert!(pieces.iter().all(|piece| piece.split(' ').count() <= WORDS));
    }

    #[test]
    fn text_without_sentences_is_cut_with_an_overlap() {
        let text = (0..250).map(|n| format!("w{n} ")).collect::<String>();
        let pieces = pieces(&text, 99);
        let ends: Vec<_> =
            pieces.iter().map(|piece| (piece.split(' ').next(), piece.split(' ').next_back())).collect();
        assert_eq!(ends[..2], [(Some("w0"), Some("w99")), (Some("w85"), Some("w184"))]);
        assert_eq!(ends[2].1, Some("w249"));
    }

    #[test]
    fn few_pieces_are_spread_over_the_whole() {
        let text = (0..1_000).map(|n| format!("w{n}. ")).collect::<String>();
        let pieces = pieces(&text, 2);
        assert!(pieces[0].starts_with("w0.") && pieces[1].starts_with("w500."), "{pieces:?}");
    }
}
