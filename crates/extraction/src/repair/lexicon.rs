//! What may have been said: the gazetteer, the tenant's own words, names.

use std::collections::{HashMap, HashSet};

use super::phones::Phones;
use super::{english, sound};
use crate::context::OwnTerm;
use crate::gazetteer::{self, Class};
use crate::tokens::{Token, folded};

/// The terms that a transcript may have meant.
pub struct Lexicon {
    pub(super) terms: Vec<Term>,
    /// Places in `terms` by key.
    by_key: HashMap<String, Vec<usize>>,
    /// Words that are right as they are.
    pub(super) known: HashSet<String>,
}

pub(super) struct Term {
    /// As it is written.
    pub(super) text: String,
    /// As it is compared: words with one space between.
    pub(super) form: String,
    letters: String,
    pub(super) phones: Phones,
    pub(super) rank: Rank,
    weight: f32,
}

/// How readily a term is believed to have been said, the readiest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// In a dictionary only.
    Rare,
    /// In many studios.
    Usual,
    /// In every studio.
    Everyday,
    /// In this one.
    Own,
}

impl Term {
    pub(super) fn reason(&self) -> String {
        if self.rank == Rank::Own { "own_term" } else { "gazetteer" }.to_owned()
    }
}

impl Lexicon {
    /// The gazetteer and the tenant's own words; `names` (project titles, clients) are right as they are, and are terms too.
    pub fn new(own: &[OwnTerm], names: &[String]) -> Self {
        let mut lexicon = Self { terms: Vec::new(), by_key: HashMap::new(), known: HashSet::new() };
        for term in own {
            lexicon.add(&term.term, Rank::Own, 0.03);
        }
        for name in names {
            lexicon.add(name, Rank::Own, 0.02);
        }
        for (form, entry, class) in gazetteer::forms() {
            lexicon.known.extend(form.split(' ').map(str::to_owned));
            // `lino cut` is heard like `linocut`, which is how it is written.
            let canonical = folded(entry.canonical);
            if form != canonical && form.replace(' ', "") == canonical.replace(' ', "") {
                continue;
            }
            match class {
                Class::Everyday => lexicon.add(form, Rank::Everyday, 0.02),
                Class::Usual => lexicon.add(form, Rank::Usual, 0.0),
                Class::Rare => lexicon.add(form, Rank::Rare, 0.0),
                Class::Ambiguous => {}
            }
        }
        lexicon
    }

    fn add(&mut self, text: &str, rank: Rank, weight: f32) {
        /// Shorter terms sound like too much, and are found only where the sound is asked.
        const SHORTEST: usize = 5;
        const LEAST: usize = 4;
        let form = folded(text);
        self.known.extend(form.split(' ').map(str::to_owned));
        let letters: String = form.chars().filter(char::is_ascii_lowercase).collect();
        if letters.len() < LEAST || form.chars().any(|c| !c.is_ascii_lowercase() && c != ' ') {
            return;
        }
        if SHORTEST <= letters.len() && rank != Rank::Rare {
            self.by_key.entry(sound::key(&letters)).or_default().push(self.terms.len());
        }
        let phones = Phones::of(&form);
        let text = if rank == Rank::Own { text.to_owned() } else { form.clone() };
        self.terms.push(Term { text, form, letters, phones, rank, weight });
    }

    /// The likeliest term for what was heard.
    pub(super) fn likeliest(&self, heard: &[Token]) -> Option<(f32, &Term)> {
        let letters: String = heard.iter().map(|token| token.word.as_str()).collect();
        let everyday = heard.iter().all(|token| english::is_everyday(&token.word));
        let key = sound::key(&letters);
        let terms = self.by_key.get(&key)?.iter().map(|place| &self.terms[*place]);
        let scored = terms.map(|term| (likeness(&letters, &term.letters) + term.weight, term));
        let best = scored.max_by(|one, other| one.0.total_cmp(&other.0))?;
        // Everyday words must sound alike in many consonants; an unheard-of word in a few.
        let (shortest, least) = if everyday { (4, 0.6) } else { (2, 0.62) };
        (key.len() >= shortest && best.0 >= least).then_some(best)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a ratio")]
fn likeness(one: &str, other: &str) -> f32 {
    strsim::normalized_damerau_levenshtein(one, other) as f32
}
