//! The words that were heard, repaired, each with its place and its time.

use atelier_intelligence::speech::Transcript;

use crate::log::Utf16;
use crate::recording::{HeardWord, TranscriptEdit};

/// A change to the words that were heard, at bytes of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fix {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) to: String,
    pub(super) reason: String,
}

/// The words after their repair.
pub(super) struct Repaired {
    pub(super) text: String,
    pub(super) edits: Vec<TranscriptEdit>,
    /// Bytes of `text`.
    pub(super) heard: Vec<HeardWord>,
}

/// Carries fixes out, which are in order and do not overlap; others are left out.
pub(super) fn repaired(transcript: &Transcript, fixes: Vec<Fix>) -> Repaired {
    let raw = transcript.text.as_str();
    let (mut text, mut done, mut kept) = (String::with_capacity(raw.len()), 0, Vec::new());
    for fix in fixes {
        let (Some(before), Some(_)) = (raw.get(done..fix.start), raw.get(fix.start..fix.end)) else {
            continue;
        };
        text.push_str(before);
        text.push_str(&fix.to);
        done = fix.end;
        kept.push(fix);
    }
    text.push_str(raw.get(done..).unwrap_or_default());
    let units = Utf16::of(raw);
    let unit = |byte| u32::try_from(units.at(byte)).unwrap_or(u32::MAX);
    let edit = |fix: &Fix| TranscriptEdit {
        from: raw.get(fix.start..fix.end).unwrap_or_default().to_owned(),
        to: fix.to.clone(),
        start: unit(fix.start),
        end: unit(fix.end),
        reason: fix.reason.clone(),
    };
    let edits = kept.iter().map(edit).collect();
    let words = words(transcript).into_iter();
    let heard = words.map(|word| HeardWord {
        start: moved(word.start, &kept, false),
        end: moved(word.end, &kept, true),
        ..word
    });
    Repaired { heard: heard.collect(), text, edits }
}

/// Where the words stand in the text of the transcript, and when they were said.
fn words(transcript: &Transcript) -> Vec<HeardWord> {
    let (mut words, mut from) = (Vec::new(), 0);
    let millis = |millis: u64| u32::try_from(millis).unwrap_or(u32::MAX);
    for word in transcript.pieces.iter().flat_map(|piece| &piece.words) {
        let Some(found) = transcript.text.get(from..).and_then(|rest| rest.find(&word.text)) else {
            continue;
        };
        let (start, end) = (from + found, from + found + word.text.len());
        words.push(HeardWord { start, end, start_ms: millis(word.start_ms), end_ms: millis(word.end_ms) });
        from = end;
    }
    words
}

/// Where a byte of the raw words is after the fixes. One within a fix moves to its beginning, or to its end.
fn moved(byte: usize, fixes: &[Fix], to_end: bool) -> usize {
    let mut shift = 0_isize;
    for fix in fixes {
        let begin = fix.start.saturating_add_signed(shift);
        if byte <= fix.start && !(to_end && fix.start < byte) {
            break;
        }
        if byte < fix.end || (to_end && byte == fix.end) {
            return if to_end { begin + fix.to.len() } else { begin };
        }
        shift += fix.to.len().cast_signed() - (fix.end - fix.start).cast_signed();
    }
    byte.saturating_add_signed(shift)
}

#[cfg(test)]
mod tests {
    use atelier_intelligence::speech::{ModelId, Piece, Word};

    use super::*;

    fn transcript(text: &str) -> Transcript {
        let word = |(index, text): (usize, &str)| Word {
            text: text.to_owned(),
            start_ms: index as u64 * 1_000,
            end_ms: index as u64 * 1_000 + 900,
            confidence: 0.9,
        };
        let words: Vec<_> = text.split(' ').enumerate().map(word).collect();
        let end_ms = words.last().map_or(0, |word| word.end_ms);
        let piece = Piece {
            start_ms: 0,
            end_ms,
            text: text.to_owned(),
            words,
            confidence: 0.9,
            alternatives: Vec::new(),
        };
        Transcript {
            text: text.to_owned(),
            pieces: vec![piece],
            model: ModelId { name: "test".into(), sha256: String::new() },
            language: "en".into(),
            duration_ms: end_ms,
            speech_ms: end_ms,
            complete: true,
        }
    }

    fn fix(text: &str, from: &str, to: &str) -> Fix {
        let start = text.find(from).expect("there");
        Fix { start, end: start + from.len(), to: to.into(), reason: "sounds like it".into() }
    }

    #[test]
    fn words_keep_their_time_through_a_repair() {
        let raw = "primed with gasso then a Luna cut proof";
        let fixes = vec![fix(raw, "gasso", "gesso"), fix(raw, "Luna cut", "linocut")];
        let done = repaired(&transcript(raw), fixes);
        assert_eq!(done.text, "primed with gesso then a linocut proof");
        let at = |text: &str| {
            let start = done.text.find(text).expect("there");
            let over = done.heard.iter().filter(|word| word.start < start + text.len() && start < word.end);
            let over: Vec<_> = over.collect();
            (over.first().map(|word| word.start_ms), over.last().map(|word| word.end_ms))
        };
        assert_eq!(at("gesso"), (Some(2_000), Some(2_900)));
        assert_eq!(at("linocut"), (Some(5_000), Some(6_900)));
        assert_eq!(at("proof"), (Some(7_000), Some(7_900)));
        assert_eq!(done.edits[1].from, "Luna cut");
        assert_eq!((done.edits[0].start, done.edits[0].end), (12, 17));
    }

    #[test]
    fn fixes_that_overlap_are_left_out() {
        let raw = "one two three";
        let fixes = vec![fix(raw, "one two", "1 2"), fix(raw, "two three", "2 3")];
        assert_eq!(repaired(&transcript(raw), fixes).text, "1 2 three");
    }
}
