//! What was heard.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// The words of a recording. It is derived: the recording is kept, and a better model may hear it again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Transcript {
    /// The text of all pieces, joined by spaces.
    pub text: String,
    /// In order of time.
    pub pieces: Vec<Piece>,
    /// Who heard it.
    pub model: ModelId,
    /// BCP 47. The local models know English only, and report it.
    pub language: String,
    /// Of the recording.
    pub duration_ms: u64,
    /// Of it, speech.
    pub speech_ms: u64,
    /// Whether the file was whole; if not, this is what could be heard of it.
    pub complete: bool,
}

impl Transcript {
    /// What was weighed against what was heard: the bytes of `text` that each stands against, how sure the least sure
    /// word there was, and the alternative.
    pub fn alternatives(&self) -> Vec<(Range<usize>, f32, &Alternative)> {
        let mut all = Vec::new();
        let mut begins = 0;
        for piece in self.pieces.iter().filter(|piece| !piece.text.is_empty()) {
            let mut places = Vec::with_capacity(piece.words.len());
            let mut at = begins;
            for word in &piece.words {
                places.push(at..at + word.text.len());
                at += word.text.len() + 1;
            }
            for alternative in &piece.alternatives {
                let words = piece.words.get(alternative.words.clone()).unwrap_or_default();
                let least = words.iter().map(|word| word.confidence).fold(1.0, f32::min);
                if let Some([first, .., last] | [first @ last]) = places.get(alternative.words.clone()) {
                    all.push((first.start..last.end, least, alternative));
                }
            }
            begins += piece.text.len() + 1;
        }
        all
    }
}

/// A stretch of speech between two pauses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Piece {
    /// From the beginning of the recording.
    pub start_ms: u64,
    /// From the beginning of the recording.
    pub end_ms: u64,
    /// With punctuation.
    pub text: String,
    /// Their texts, joined by spaces, are `text`.
    pub words: Vec<Word>,
    /// From 0 to 1: how sure the model was, as it judges itself.
    pub confidence: f32,
    /// What the model was asked whether it might have been said instead. A service is not asked.
    #[serde(default)]
    pub alternatives: Vec<Alternative>,
}

/// Other words for some of a piece, weighed against what was heard by listening again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// The words that they would stand for, by their places in the piece.
    pub words: Range<usize>,
    /// Without punctuation.
    pub text: String,
    /// How much likelier they are than what was heard: a natural logarithm, so mostly below 0.
    pub gain: f32,
}

/// A word with the punctuation that follows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Word {
    /// As it is spelled in the piece.
    pub text: String,
    /// From the beginning of the recording. Local models don't tell times within a piece, so there it is interpolated:
    /// the piece's voiced time, shared out by letters.
    pub start_ms: u64,
    /// As `start_ms`.
    pub end_ms: u64,
    /// From 0 to 1.
    pub confidence: f32,
}

/// A model, exactly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModelId {
    /// Such as `moonshine-base`, or the name that a service was asked for.
    pub name: String,
    /// Of the weights; empty for a service, which does not tell.
    pub sha256: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, alternatives: Vec<Alternative>) -> Piece {
        let word = |(at, text): (usize, &str)| Word {
            text: text.to_owned(),
            start_ms: 0,
            end_ms: 0,
            confidence: if at == 1 { 0.4 } else { 0.9 },
        };
        let words = text.split_whitespace().enumerate().map(word).collect();
        Piece { start_ms: 0, end_ms: 0, text: text.to_owned(), words, confidence: 0.9, alternatives }
    }

    #[test]
    fn alternatives_are_found_in_the_whole_text() {
        let instead = |words: Range<usize>| Alternative { words, text: "gesso".into(), gain: -1.0 };
        let pieces = vec![
            piece("Two coats.", vec![instead(0..1)]),
            piece("", vec![instead(0..1)]),
            piece("Of café gas so, dry.", vec![instead(2..4), instead(1..2), instead(4..9)]),
        ];
        let transcript = Transcript {
            text: "Two coats. Of café gas so, dry.".into(),
            pieces,
            model: ModelId { name: "test".into(), sha256: String::new() },
            language: "en".into(),
            duration_ms: 0,
            speech_ms: 0,
            complete: true,
        };
        let found: Vec<_> = transcript
            .alternatives()
            .into_iter()
            .map(|(bytes, least, _)| (transcript.text[bytes].to_owned(), least))
            .collect();
        let expected = [("Two", 0.9), ("gas so,", 0.9), ("café", 0.4)];
        assert_eq!(found, expected.map(|(text, least)| (text.to_owned(), least)));
    }
}
