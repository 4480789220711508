//! When the words of a hit were said: where each stretch of speech stands in the text of its log.
//!
//! A transcript is repaired, and people correct it further, so a stretch is looked for near the place where its share
//! of the words would be. It is right within a word or two, which is enough to press play.

use atelier_search::{Hit, Part};
use serde_json::{Value, json};

use crate::recording::{Document as Transcript, TranscriptPiece};

/// So many words around the likely place, a stretch is looked for.
const AROUND: usize = 12;
/// By so many of its first words it is known.
const KNOWN_BY: usize = 3;

/// Pairs of a byte of the text and the millisecond of the sound at which the stretch that begins there was said; null
/// where nothing can be read.
pub(super) fn places(text: &str, transcript: &[u8]) -> Value {
    match serde_json::from_slice::<Transcript>(transcript) {
        Ok(transcript) => json!(aligned(text, &transcript.pieces)),
        Err(error) => {
            tracing::warn!(%error, "a transcript could not be read");
            Value::Null
        }
    }
}

fn aligned(text: &str, pieces: &[TranscriptPiece]) -> Vec<(usize, u32)> {
    let words = words(text);
    let heard: usize = pieces.iter().map(|piece| piece.text.split_whitespace().count()).sum();
    let (mut before, mut begins) = (0, Vec::new());
    for piece in pieces {
        let likely = before * words.len() / heard.max(1);
        let first: Vec<_> = piece.text.split_whitespace().take(KNOWN_BY).map(plain).collect();
        before += piece.text.split_whitespace().count();
        let near = likely.saturating_sub(AROUND)..(likely + AROUND).min(words.len());
        let alike =
            |at: usize| words[at..].iter().zip(&first).filter(|((_, word), heard)| word == *heard).count();
        // The most alike, and of those the nearest.
        let best = near.max_by_key(|at| (alike(*at), usize::MAX - at.abs_diff(likely)));
        begins.extend(best.and_then(|at| words.get(at)).map(|(byte, _)| (*byte, piece.start_ms)));
    }
    begins
}

/// The words with the bytes at which they begin.
fn words(text: &str) -> Vec<(usize, String)> {
    let begin = |word: &str| word.as_ptr().addr() - text.as_ptr().addr();
    text.split_whitespace().map(|word| (begin(word), plain(word))).collect()
}

fn plain(word: &str) -> String {
    word.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The millisecond of the sound at which the words of the hit were said; none for a text that nobody spoke and for a
/// hit without words.
pub(crate) fn start_ms(hit: &Hit) -> Option<u32> {
    let at = hit.highlights.iter().find(|snippet| snippet.part == Part::Body)?.first;
    let begins: Vec<(usize, u32)> = serde_json::from_value(hit.anchor.get("heard")?.clone()).ok()?;
    begins.iter().rev().find(|(byte, _)| *byte <= at).or(begins.first()).map(|(_, millis)| *millis)
}

#[cfg(test)]
mod tests {
    use atelier_base::Timestamp;
    use atelier_search::Snippet;

    use super::*;

    fn pieces(texts: &[&str]) -> Vec<TranscriptPiece> {
        let piece = |(number, text): (u32, &&str)| TranscriptPiece {
            start_ms: number * 5_000,
            end_ms: number * 5_000 + 4_800,
            text: (*text).to_owned(),
            confidence: 0.9,
        };
        (0..).zip(texts).map(piece).collect()
    }

    #[test]
    fn stretches_are_found_in_a_text_that_was_repaired() {
        let heard =
            pieces(&["Primed the panel with gasso.", "Then a Luna cut proof,", "and the kiln is on."]);
        let text = "Primed the large panel with gesso. Then a linocut proof, and the kiln is on.";
        let at = |words: &str| text.find(words).expect("there");
        assert_eq!(aligned(text, &heard), [(0, 0), (at("Then"), 5_000), (at("and the kiln"), 10_000)]);
        assert!(aligned("", &heard).is_empty() && aligned("Something else", &[]).is_empty());
    }

    #[test]
    fn a_hit_plays_from_the_stretch_of_its_words() {
        let snippet = |part, first| Snippet { part, text: String::new(), ranges: Vec::new(), first };
        let hit = |highlights, heard: Value| Hit {
            id: "log:1".to_owned(),
            kind: "transcript".to_owned(),
            project: None,
            title: String::new(),
            at: Timestamp::from_millis(0),
            anchor: json!({ "title": "a", "heard": heard }),
            score: 1.0,
            highlights,
            why: Vec::new(),
        };
        let heard = json!([[0, 300], [40, 5_200]]);
        let body = |first| vec![snippet(Part::Materials, 0), snippet(Part::Body, first)];
        assert_eq!(start_ms(&hit(body(39), heard.clone())), Some(300));
        assert_eq!(start_ms(&hit(body(40), heard.clone())), Some(5_200));
        assert_eq!(start_ms(&hit(vec![snippet(Part::Materials, 0)], heard)), None);
        assert_eq!(start_ms(&hit(body(40), Value::Null)), None);
    }
}
