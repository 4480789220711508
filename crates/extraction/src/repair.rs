//! Mends a transcript where the recogniser heard an art term as something else: `gasso`, `Luna cut`.
//!
//! The raw transcript is never lost: every change is an [`Edit`] that says what was heard, what was put there and why.

mod english;
mod sound;

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::context::OwnTerm;
use crate::facts::Span;
use crate::gazetteer::{self, Class};
use crate::tokens::{Gap, Token, folded, tokens};

/// One change to a transcript.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// What the recogniser wrote.
    pub from: String,
    /// What stands there now.
    pub to: String,
    /// Where it stood in the raw transcript.
    pub raw: Span,
    /// Where the new words stand in the mended one.
    pub mended: Span,
    /// How alike they sound and look, 0 to 1.
    pub score: f32,
    /// `own_term` or `gazetteer`.
    pub reason: String,
}

/// A mended transcript, with its changes in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Repaired {
    /// The mended words.
    pub text: String,
    /// The changes.
    pub edits: Vec<Edit>,
}

impl Repaired {
    /// The byte of the raw transcript for a byte of the mended one; inside a change, where the change begins.
    pub fn to_raw(&self, mended: usize) -> usize {
        map(mended, self.edits.iter().map(|edit| (edit.mended, edit.raw)))
    }

    /// The byte of the mended transcript for a byte of the raw one; inside a change, where the change begins.
    pub fn to_mended(&self, raw: usize) -> usize {
        map(raw, self.edits.iter().map(|edit| (edit.raw, edit.mended)))
    }
}

fn map(at: usize, edits: impl Iterator<Item = (Span, Span)>) -> usize {
    let mut mapped = at;
    for (here, there) in edits {
        if at < here.start {
            break;
        }
        mapped = if at < here.end { there.start } else { there.end + (at - here.end) };
    }
    mapped
}

/// The terms that a transcript may have meant.
pub struct Lexicon {
    terms: Vec<Term>,
    /// Places in `terms` by key.
    by_key: HashMap<String, Vec<usize>>,
    /// Words that are right as they are.
    known: HashSet<String>,
}

struct Term {
    text: String,
    letters: String,
    own: bool,
    weight: f32,
}

impl Lexicon {
    /// The gazetteer and the tenant's own words; `names` (project titles, clients) are right as they are, and are terms too.
    pub fn new(own: &[OwnTerm], names: &[String]) -> Self {
        let mut lexicon = Self { terms: Vec::new(), by_key: HashMap::new(), known: HashSet::new() };
        for term in own {
            lexicon.add(&term.term, true, 0.03);
        }
        for name in names {
            lexicon.add(name, true, 0.02);
        }
        for (form, _, class) in gazetteer::forms() {
            lexicon.known.extend(form.split(' ').map(str::to_owned));
            match class {
                Class::Everyday => lexicon.add(form, false, 0.02),
                Class::Usual => lexicon.add(form, false, 0.0),
                Class::Rare | Class::Ambiguous => {}
            }
        }
        lexicon
    }

    fn add(&mut self, text: &str, own: bool, weight: f32) {
        /// Shorter terms sound like too much.
        const SHORTEST: usize = 5;
        let form = folded(text);
        self.known.extend(form.split(' ').map(str::to_owned));
        let letters: String = form.chars().filter(char::is_ascii_lowercase).collect();
        if letters.len() < SHORTEST || form.chars().any(|c| !c.is_ascii_lowercase() && c != ' ') {
            return;
        }
        let key = sound::key(&letters);
        let text = if own { text.to_owned() } else { form };
        self.by_key.entry(key).or_default().push(self.terms.len());
        self.terms.push(Term { text, letters, own, weight });
    }

    /// The likeliest term for what was heard.
    fn likeliest(&self, heard: &[Token]) -> Option<(f32, &Term)> {
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

/// Mends a transcript. Words that are listed, everyday or the tenant's own stay as they are,
/// unless two or three of them together sound exactly like a term.
pub fn repair(transcript: &str, lexicon: &Lexicon) -> Repaired {
    let words = tokens(transcript);
    let mut repaired = Repaired { text: String::with_capacity(transcript.len()), edits: Vec::new() };
    let mut copied = 0;
    let mut chars = 0;
    let mut at = 0;
    while at < words.len() {
        let Some((length, score, term)) = misheard(&words[at..], lexicon) else {
            at += 1;
            continue;
        };
        let (first, last) = (&words[at], &words[at + length - 1]);
        let kept = &transcript[copied..first.start];
        repaired.text.push_str(kept);
        chars += kept.chars().count();
        let (start, char_start) = (repaired.text.len(), chars);
        repaired.text.push_str(&term.text);
        chars += term.text.chars().count();
        repaired.edits.push(Edit {
            from: transcript[first.start..last.end].to_owned(),
            to: term.text.clone(),
            raw: Span {
                start: first.start,
                end: last.end,
                char_start: first.char_start,
                char_end: last.char_end,
            },
            mended: Span { start, end: repaired.text.len(), char_start, char_end: chars },
            score: score.min(1.0),
            reason: if term.own { "own_term" } else { "gazetteer" }.to_owned(),
        });
        copied = last.end;
        at += length;
    }
    repaired.text.push_str(&transcript[copied..]);
    repaired
}

/// The best change that begins with the first word: how many words, how alike, what was meant.
fn misheard<'a>(words: &[Token], lexicon: &'a Lexicon) -> Option<(usize, f32, &'a Term)> {
    const LONGEST: usize = 3;
    let mut best: Option<(usize, f32, &Term)> = None;
    for length in 1..=LONGEST.min(words.len()) {
        let heard = &words[..length];
        if heard.iter().skip(1).any(|token| token.gap > Gap::Space) {
            break;
        }
        if !may_be_wrong(heard, lexicon) {
            continue;
        }
        if let Some((score, term)) = lexicon.likeliest(heard)
            && folded(&term.text) != spoken(heard)
            && best.is_none_or(|(_, other, _)| score > other)
        {
            best = Some((length, score, term));
        }
    }
    best
}

fn spoken(heard: &[Token]) -> String {
    heard.iter().map(|token| token.word.as_str()).collect::<Vec<_>>().join(" ")
}

/// Known words and glue are not touched; everyday words only where they stand together.
fn may_be_wrong(heard: &[Token], lexicon: &Lexicon) -> bool {
    let form = spoken(heard);
    let listed = |words: &str| gazetteer::lookup(words).is_some() || lexicon.known.contains(words);
    if listed(&form) || heard.iter().any(|token| english::is_glue(&token.word)) {
        return false;
    }
    match heard {
        [word] => !english::is_everyday(&word.word),
        several => several.iter().any(|token| !listed(&token.word)),
    }
}
