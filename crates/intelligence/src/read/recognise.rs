//! Reading a line.

use ort::session::Session;
use ort::value::TensorRef;

use super::crop::{HEIGHT, strip};
use super::ctc::{Alphabet, Seen};
use super::pixels::Pixels;
use super::quad::Quad;
use super::{Line, Word};
use crate::Error;

/// A line this unsure is a pattern that looks like letters.
const LEAST_CONFIDENCE: f32 = 0.5;
/// Writing taller than this many times its length stands on its end.
const UPENDED: f32 = 1.5;

/// Reads the line in that place; `None` when there is none after all.
pub(super) fn line(
    session: &mut Session,
    alphabet: &Alphabet,
    picture: &Pixels<'_>,
    place: &Quad,
) -> Result<Option<Line>, Error> {
    let place = if place.height() > UPENDED * place.width() { place.turned() } else { *place };
    let strip = strip(picture, &place);
    let input = TensorRef::from_array_view(([1, 3, HEIGHT, strip.width], strip.planes.as_slice()))?;
    let outputs = session.run(ort::inputs![input])?;
    let (_, likely) = outputs[0].try_extract_tensor::<f32>()?;
    if likely.is_empty() || likely.len() % alphabet.classes() != 0 {
        return Err(Error::Runtime("the recogniser knows other letters than its list".to_owned()));
    }
    let columns = likely.len() / alphabet.classes();
    let used = columns as f32 * strip.used as f32 / strip.width as f32;
    Ok(assemble(&place, &alphabet.words(likely), used))
}

/// Words get the part of the place that their columns cover.
fn assemble(place: &Quad, seen: &[Seen], columns: f32) -> Option<Line> {
    let letters = |word: &Seen| word.text.chars().count() as f32;
    let total: f32 = seen.iter().map(letters).sum();
    let confidence = seen.iter().map(|word| word.confidence * letters(word)).sum::<f32>() / total;
    if seen.is_empty() || confidence < LEAST_CONFIDENCE {
        return None;
    }
    let words = seen.iter().map(|word| {
        // A letter fires in its middle, half a letter from where it starts.
        let half = 0.5 * word.columns.len() as f32 / letters(word);
        let part = |column: f32| (column / columns).clamp(0.0, 1.0);
        let (from, to) = (word.columns.start as f32 - half, word.columns.end as f32 + half);
        Word {
            text: word.text.clone(),
            place: place.between(part(from), part(to)),
            confidence: word.confidence,
        }
    });
    Some(Line { place: *place, confidence, words: words.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_where_their_columns_are() {
        let seen = |text: &str, columns, confidence| Seen { text: text.to_owned(), columns, confidence };
        let place = Quad::level(0.0, 0.0, 200.0, 20.0);
        let line = assemble(&place, &[seen("ab", 1..5, 1.0), seen("c", 10..11, 0.4)], 20.0).unwrap();
        assert_eq!(line.text(), "ab c");
        assert!((line.confidence - 0.8).abs() < 1e-6);
        let ends = |word: usize| {
            let [left, _, right, _] = line.words[word].place.bounds();
            [left.round(), right.round()]
        };
        assert_eq!((ends(0), ends(1)), ([0.0, 60.0], [95.0, 115.0]));
        assert_eq!(assemble(&place, &[seen("x", 0..1, 0.3)], 20.0), None);
        assert_eq!(assemble(&place, &[], 20.0), None);
    }
}
