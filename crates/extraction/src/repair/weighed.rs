//! Mending by what the recogniser says when it listens again.

use std::ops::Range;

use super::lexicon::{Lexicon, Rank, Term};
use super::phones::Phones;
use super::{Mending, Repaired, english};
use crate::tokens::{Token, tokens};

/// A term that was weighed against what was heard.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighed {
    /// Bytes of the transcript.
    pub bytes: Range<usize>,
    /// The term, as it was suggested.
    pub text: String,
    /// How much likelier the recogniser finds it than the words that it wrote, as a natural logarithm.
    pub gain: f32,
    /// How sure it was of the least sure of those words, 0 to 1.
    pub confidence: f32,
}

/// Mends a transcript where a term fits the sound about as well as what was written. A recogniser writes rare words
/// reluctantly, so the term may fit a little worse; how much is a matter of how usual it is, and of what was written.
pub fn repair_weighed(transcript: &str, lexicon: &Lexicon, weighed: &[Weighed]) -> Repaired {
    let words = tokens(transcript);
    let mut changes: Vec<_> = weighed.iter().filter_map(|one| Change::of(one, &words, lexicon)).collect();
    changes.sort_by(|one, other| other.surplus.total_cmp(&one.surplus));
    let mut taken: Vec<Change<'_>> = Vec::new();
    for change in changes {
        let apart = |other: &Change<'_>| {
            change.words.end <= other.words.start || other.words.end <= change.words.start
        };
        if taken.iter().all(apart) {
            taken.push(change);
        }
    }
    taken.sort_by_key(|change| change.words.start);
    let mut mending = Mending::of(transcript);
    for change in taken {
        let heard = &words[change.words.clone()];
        if let [first, .., last] | [first @ last] = heard {
            mending.exchange(first, last, change.term, change.likeness);
        }
    }
    mending.done()
}

/// A change that may be made.
struct Change<'a> {
    words: Range<usize>,
    term: &'a Term,
    likeness: f32,
    /// By how much it fits better than it must.
    surplus: f32,
}

impl<'a> Change<'a> {
    fn of(weighed: &Weighed, words: &[Token], lexicon: &'a Lexicon) -> Option<Self> {
        let from = words.iter().position(|word| weighed.bytes.start <= word.start)?;
        let count = words[from..].iter().take_while(|word| word.end <= weighed.bytes.end).count();
        let heard = words.get(from..from + count).filter(|heard| !heard.is_empty())?;
        let form = heard.iter().map(|word| word.word.as_str()).collect::<Vec<_>>().join(" ");
        let term =
            lexicon.terms.iter().filter(|term| term.text == weighed.text).max_by_key(|term| term.rank)?;
        if term.form == form {
            return None;
        }
        let likeness = term.phones.likeness(&Phones::of(&form), 0.0);
        let surplus = weighed.gain + allowance(term.rank, likeness, heard, weighed.confidence);
        (surplus > 0.0).then_some(Self { words: from..from + count, term, likeness, surplus })
    }
}

/// How much worse than the written words a term may fit the sound.
fn allowance(rank: Rank, likeness: f32, heard: &[Token], confidence: f32) -> f32 {
    let usual = match rank {
        Rank::Own => 10.0,
        Rank::Everyday => 9.0,
        Rank::Usual => 4.5,
        Rank::Rare => 2.0,
    };
    let plain = heard.iter().all(|word| english::is_everyday(&word.word));
    // Everyday words that were heard surely were most likely said.
    let trust = if plain { 5.0 * confidence } else { 0.0 };
    // Sound hardly tells `bowl` from `bole`: then the plain word was said.
    let same = if plain && heard.len() == 1 && likeness > 0.9 { 6.0 } else { 0.0 };
    usual + 10.0 * (likeness - 0.8) - trust - same
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(raw: &str, weighed: &[(&str, &str, f32)]) -> Repaired {
        let lexicon = Lexicon::new(&[], &["Harbor Triptych".to_owned()]);
        let one = |(from, to, gain): &(&str, &str, f32)| {
            let start = raw.find(from).unwrap();
            Weighed { bytes: start..start + from.len(), text: (*to).to_owned(), gain: *gain, confidence: 0.5 }
        };
        repair_weighed(raw, &lexicon, &weighed.iter().map(one).collect::<Vec<_>>())
    }

    #[test]
    fn what_fits_the_sound_is_put_in_and_what_does_not_is_left_out() {
        let raw = "The cell light and glaze, and the resident plate.";
        let weighed = [("cell light and", "celadon", -2.1), ("resident", "mezzotint", -40.0)];
        let repaired = mended(raw, &weighed);
        assert_eq!(repaired.text, "The celadon glaze, and the resident plate.");
        assert_eq!(repaired.edits.len(), 1);
        assert_eq!(
            (repaired.edits[0].from.as_str(), repaired.edits[0].reason.as_str()),
            ("cell light and", "gazetteer")
        );
        assert_eq!(repaired.to_raw(repaired.edits[0].mended.end), raw.find(" glaze").unwrap());
    }

    #[test]
    fn plain_word_that_sounds_the_same_stays() {
        assert_eq!(mended("I threw six bowls.", &[("bowls.", "boles", -5.0)]).text, "I threw six bowls.");
    }

    #[test]
    fn best_of_changes_to_the_same_words_is_made() {
        let weighed = [("gas", "gesso", -6.0), ("gas so", "gesso", -0.5), ("so,", "soot", -5.0)];
        assert_eq!(mended("Two coats of gas so, dry.", &weighed).text, "Two coats of gesso, dry.");
    }

    #[test]
    fn own_words_are_believed_sooner_and_spelt_as_they_are() {
        let heard = "Worked on the harbour trip tick.";
        let repaired = mended(heard, &[("harbour trip tick.", "Harbor Triptych", -8.0)]);
        assert_eq!(repaired.text, "Worked on the Harbor Triptych.");
        assert_eq!(repaired.edits[0].reason, "own_term");
    }

    #[test]
    fn terms_that_nobody_knows_and_places_that_are_not_there_do_no_harm() {
        let none = Weighed { bytes: 90..95, text: "gesso".into(), gain: 5.0, confidence: 0.1 };
        let lexicon = Lexicon::new(&[], &[]);
        assert_eq!(repair_weighed("gasso", &lexicon, &[none]).text, "gasso");
        assert_eq!(mended("some gasso", &[("gasso", "no such term", 5.0)]).text, "some gasso");
    }
}
