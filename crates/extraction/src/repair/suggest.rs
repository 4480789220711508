//! Which terms may have been said where the recogniser was not sure: asked widely, because it listens again.

use std::ops::Range;

use super::english;
use super::lexicon::{Lexicon, Rank, Term};
use super::phones::Phones;
use crate::gazetteer;
use crate::tokens::folded;

/// A word of a transcript.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeardWord<'a> {
    /// With its punctuation.
    pub text: &'a str,
    /// How sure the recogniser was, 0 to 1.
    pub confidence: f32,
}

/// A term that may have been said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested {
    /// The words that were heard instead, by their places.
    pub words: Range<usize>,
    /// The term.
    pub text: String,
}

/// Words that may have been one term.
const LONGEST: usize = 4;
/// Terms that sound less alike are not suggested.
pub(super) const LEAST: f32 = 0.6;
/// Suggestions for the same words.
const EACH: usize = 3;
/// A word of which the recogniser is surer is taken as it is, when it is everyday English.
const SURE: f32 = 0.97;
/// Less sound than this could be anything.
const SHORTEST: f32 = 2.0;

impl Lexicon {
    /// What may have been said instead of some of these words, the likeliest first.
    pub fn suggest(&self, words: &[HeardWord<'_>]) -> Vec<Suggested> {
        let forms: Vec<String> = words.iter().map(|word| folded(word.text)).collect();
        let mut found: Vec<(f32, Suggested)> = Vec::new();
        for start in 0..words.len() {
            for end in start + 1..=(start + LONGEST).min(words.len()) {
                if !self.doubtful(&words[start..end], &forms[start..end]) {
                    continue;
                }
                let alike = self.alike(&forms[start..end].join(" ")).into_iter();
                found.extend(alike.map(|(likeness, term)| {
                    (likeness, Suggested { words: start..end, text: term.text.clone() })
                }));
            }
        }
        found.sort_by(|one, other| other.0.total_cmp(&one.0));
        found.into_iter().map(|(_, suggested)| suggested).collect()
    }

    /// Whether these words may be wrong: without the glue around them they are no term, and one of them is unheard of or
    /// unsure.
    fn doubtful(&self, words: &[HeardWord<'_>], forms: &[String]) -> bool {
        let glue = |form: &String| form.is_empty() || english::is_glue(form);
        let Some(first) = forms.iter().position(|form| !glue(form)) else { return false };
        let last = forms.iter().rposition(|form| !glue(form)).unwrap_or(first);
        let listed = |forms: &[String]| gazetteer::lookup(&forms.join(" ")).is_some();
        if listed(forms) || listed(&forms[first..=last]) {
            return false;
        }
        let odd = |(word, form): (&HeardWord<'_>, &String)| {
            let plain = form.split(' ').all(english::is_everyday);
            word.confidence < SURE || (!plain && !self.known.contains(form.as_str()))
        };
        words.iter().zip(forms).any(odd)
    }

    /// The terms that sound most like some words.
    fn alike(&self, form: &str) -> Vec<(f32, &Term)> {
        let phones = Phones::of(form);
        if phones.weight() < SHORTEST {
            return Vec::new();
        }
        let words: Vec<&str> = form.split(' ').collect();
        // A term that was heard beside another word was heard.
        let heard = |term: &Term| {
            let parts: Vec<&str> = term.form.split(' ').collect();
            words.windows(parts.len()).any(|window| window == parts)
        };
        let scored = self.terms.iter().filter_map(|term| {
            let likeness = term.phones.likeness(&phones, LEAST) - rarity(term.rank);
            (LEAST <= likeness && !heard(term)).then_some((likeness, term))
        });
        let mut best: Vec<_> = scored.collect();
        best.sort_by(|one, other| other.0.total_cmp(&one.0));
        best.dedup_by(|one, other| one.1.text == other.1.text);
        best.truncate(EACH);
        best
    }
}

/// What a term has to sound more alike for being rare.
pub(super) fn rarity(rank: Rank) -> f32 {
    match rank {
        Rank::Own | Rank::Everyday => 0.0,
        Rank::Usual => 0.03,
        Rank::Rare => 0.08,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggested(lexicon: &Lexicon, text: &str, confidence: f32) -> Vec<(String, String)> {
        let words: Vec<&str> = text.split(' ').collect();
        let heard: Vec<_> = words.iter().map(|text| HeardWord { text, confidence }).collect();
        let one = |one: Suggested| (words[one.words].join(" "), one.text);
        lexicon.suggest(&heard).into_iter().map(one).collect()
    }

    #[test]
    fn terms_that_sound_alike_are_suggested() {
        let lexicon = Lexicon::new(&[], &["Harbor Triptych".to_owned()]);
        for (heard, from, to) in [
            ("The cell-light and glaze crawled", "cell-light and", "celadon"),
            ("Tried Alizar and Crimson with", "Alizar and Crimson", "alizarin crimson"),
            ("a little Buridian for", "Buridian", "viridian"),
            ("on the harbour trip tick today", "harbour trip tick", "Harbor Triptych"),
        ] {
            let found = suggested(&lexicon, heard, 0.5);
            assert!(found.contains(&(from.to_owned(), to.to_owned())), "{heard}: {found:?}");
        }
    }

    #[test]
    fn plain_words_that_were_heard_surely_are_left_alone() {
        let lexicon = Lexicon::new(&[], &[]);
        assert_eq!(suggested(&lexicon, "We drove along the coast until the road ended.", 0.99), []);
        assert_eq!(suggested(&lexicon, "two coats of gesso on the panel", 0.99), []);
        let doubtful = suggested(&lexicon, "and burnt sienna with", 0.5);
        assert!(doubtful.iter().all(|(_, to)| to != "burnt sienna"), "{doubtful:?}");
        assert_eq!(suggested(&lexicon, "of the in and", 0.2), []);
    }
}
