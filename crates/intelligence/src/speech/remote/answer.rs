//! What a service says, as a transcript.

use std::time::Duration;

use serde::Deserialize;

use crate::speech::transcript::{ModelId, Piece, Transcript, Word};

/// `verbose_json`. Services leave parts of it out, so only the text is asked for.
#[derive(Debug, Deserialize)]
pub(super) struct Answer {
    text: String,
    #[serde(default)]
    language: Option<String>,
    /// Seconds.
    #[serde(default)]
    duration: Option<f64>,
    #[serde(default)]
    segments: Vec<Segment>,
    #[serde(default)]
    words: Vec<TimedWord>,
}

#[derive(Debug, Deserialize)]
struct Segment {
    start: f64,
    end: f64,
    text: String,
    /// Mean natural logarithm of the tokens' probabilities.
    #[serde(default)]
    avg_logprob: Option<f64>,
}

#[derive(Debug, Deserialize)]
struct TimedWord {
    start: f64,
    end: f64,
}

impl Answer {
    pub(super) fn transcript(self, model: ModelId, measured: Option<Duration>, complete: bool) -> Transcript {
        let measured = measured.and_then(|length| u64::try_from(length.as_millis()).ok());
        let said = self.duration.map(millis);
        let last = self.segments.last().map(|segment| millis(segment.end));
        let duration_ms = measured.or(said).or(last).unwrap_or_default();
        let mut segments = self.segments;
        if segments.is_empty() && !self.text.trim().is_empty() {
            let end = Duration::from_millis(duration_ms).as_secs_f64();
            segments.push(Segment { start: 0.0, end, text: self.text.clone(), avg_logprob: None });
        }
        let pieces: Vec<_> = segments.iter().map(|segment| piece(segment, &self.words)).collect();
        let speech_ms = pieces.iter().map(|piece| piece.end_ms - piece.start_ms).sum();
        let text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let language = self.language.map_or_else(|| "und".to_owned(), |name| tag(&name));
        Transcript { text, pieces, model, language, duration_ms, speech_ms, complete }
    }
}

/// A segment and its words. Their times are the service's where it told one for each, else they are shared out by letters.
fn piece(segment: &Segment, timed: &[TimedWord]) -> Piece {
    let (start_ms, end_ms) = (millis(segment.start), millis(segment.end).max(millis(segment.start)));
    #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
    let confidence = segment.avg_logprob.map_or(1.0, |mean| mean.exp().clamp(0.0, 1.0) as f32);
    let texts: Vec<&str> = segment.text.split_whitespace().collect();
    let middle = |word: &&TimedWord| f64::midpoint(word.start, word.end);
    let inside = |word: &&TimedWord| segment.start <= middle(word) && middle(word) < segment.end;
    let timed: Vec<_> = timed.iter().filter(inside).collect();
    let letters: u64 = texts.iter().map(|text| text.chars().count() as u64 + 1).sum();
    let mut before = 0;
    let words = texts.iter().enumerate().map(|(index, text)| {
        let share = |letters_before: u64| start_ms + (end_ms - start_ms) * letters_before / letters.max(1);
        let after = before + text.chars().count() as u64 + 1;
        let (start, end) = match timed.get(index).filter(|_| timed.len() == texts.len()) {
            Some(word) => (millis(word.start), millis(word.end).max(millis(word.start))),
            None => (share(before), share(after)),
        };
        before = after;
        Word { text: (*text).to_owned(), start_ms: start, end_ms: end, confidence }
    });
    let words = words.collect();
    Piece { start_ms, end_ms, text: texts.join(" "), words, confidence, alternatives: Vec::new() }
}

/// A time that is not one counts as none.
fn millis(seconds: f64) -> u64 {
    Duration::try_from_secs_f64(seconds).map_or(0, |time| u64::try_from(time.as_millis()).unwrap_or(0))
}

/// Whisper says `english` where others say `en`.
fn tag(name: &str) -> String {
    if name.eq_ignore_ascii_case("english") { "en".to_owned() } else { name.to_lowercase() }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Outcome = Result<(), serde_json::Error>;

    fn model() -> ModelId {
        ModelId { name: "whisper-1".to_owned(), sha256: String::new() }
    }

    #[test]
    fn text_alone_is_one_piece_of_the_whole_length() -> Outcome {
        let answer: Answer = serde_json::from_str(r#"{"text": " Two coats. "}"#)?;
        let transcript = answer.transcript(model(), Some(Duration::from_secs(3)), true);
        assert_eq!((transcript.text.as_str(), transcript.duration_ms), ("Two coats.", 3_000));
        assert_eq!(transcript.pieces.len(), 1);
        let words: Vec<_> =
            transcript.pieces[0].words.iter().map(|word| (word.start_ms, word.end_ms)).collect();
        assert_eq!(words, [(0, 1_090), (1_090, 3_000)]);
        Ok(())
    }

    #[test]
    fn times_of_words_are_taken_where_there_is_one_for_each() -> Outcome {
        let answer: Answer = serde_json::from_str(
            r#"{"text": "Two coats. Dry.", "language": "english", "duration": 4.5,
                "segments": [{"start": 0.5, "end": 2.0, "text": " Two coats.", "avg_logprob": -0.105},
                             {"start": 3.0, "end": 4.0, "text": " Dry."}],
                "words": [{"word": "Two", "start": 0.5, "end": 0.9}, {"word": "coats", "start": 1.0, "end": 1.8}]}"#,
        )?;
        let transcript = answer.transcript(model(), None, true);
        assert_eq!((transcript.language.as_str(), transcript.duration_ms), ("en", 4_500));
        let [first, second] = transcript.pieces.as_slice() else { panic!("{transcript:?}") };
        assert_eq!((first.words[1].start_ms, first.words[1].end_ms), (1_000, 1_800));
        assert!((first.confidence - 0.9).abs() < 0.01);
        assert_eq!((second.words[0].start_ms, second.words[0].end_ms), (3_000, 4_000));
        Ok(())
    }

    #[test]
    fn nonsense_times_do_no_harm() -> Outcome {
        let answer: Answer = serde_json::from_str(
            r#"{"text": "x", "segments": [{"start": -1, "end": 1e300, "text": "x", "avg_logprob": 9.0}]}"#,
        )?;
        let piece = &answer.transcript(model(), None, true).pieces[0];
        assert_eq!((piece.start_ms, piece.end_ms), (0, 0));
        assert!(piece.confidence <= 1.0);
        Ok(())
    }
}
