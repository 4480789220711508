//! Mends a transcript where the recogniser heard an art term as something else: `gasso`, `Luna cut`.
//!
//! The raw transcript is never lost: every change is an [`Edit`] that says what was heard, what was put there and why.

pub(crate) mod english;
mod lexicon;
mod phones;
mod sound;
mod suggest;
mod weighed;

use serde::{Deserialize, Serialize};

use crate::facts::Span;
use crate::gazetteer;
use crate::tokens::{Gap, Token, folded, tokens};
pub use lexicon::Lexicon;
use lexicon::Term;
pub use suggest::{HeardWord, Suggested};
pub use weighed::{Weighed, repair_weighed};

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

/// Mends a transcript by its letters alone, where nobody can listen again. Words that are listed, everyday or the
/// tenant's own stay as they are, unless two or three of them together sound exactly like a term.
pub fn repair(transcript: &str, lexicon: &Lexicon) -> Repaired {
    let words = tokens(transcript);
    let mut mending = Mending::of(transcript);
    let mut at = 0;
    while at < words.len() {
        let Some((length, score, term)) = misheard(&words[at..], lexicon) else {
            at += 1;
            continue;
        };
        mending.exchange(&words[at], &words[at + length - 1], term, score);
        at += length;
    }
    mending.done()
}

/// A transcript on its way to be mended, from left to right.
struct Mending<'a> {
    raw: &'a str,
    /// Bytes of `raw` that are done.
    copied: usize,
    chars: usize,
    repaired: Repaired,
}

impl<'a> Mending<'a> {
    fn of(raw: &'a str) -> Self {
        let repaired = Repaired { text: String::with_capacity(raw.len()), edits: Vec::new() };
        Self { raw, copied: 0, chars: 0, repaired }
    }

    /// Puts a term in the place of the words from `first` to `last`.
    fn exchange(&mut self, first: &Token, last: &Token, term: &Term, score: f32) {
        let kept = &self.raw[self.copied..first.start];
        let text = &mut self.repaired.text;
        text.push_str(kept);
        self.chars += kept.chars().count();
        let (start, char_start) = (text.len(), self.chars);
        text.push_str(&term.text);
        self.chars += term.text.chars().count();
        let raw =
            Span { start: first.start, end: last.end, char_start: first.char_start, char_end: last.char_end };
        self.repaired.edits.push(Edit {
            from: self.raw[first.start..last.end].to_owned(),
            to: term.text.clone(),
            raw,
            mended: Span { start, end: text.len(), char_start, char_end: self.chars },
            score: score.min(1.0),
            reason: term.reason(),
        });
        self.copied = last.end;
    }

    fn done(mut self) -> Repaired {
        self.repaired.text.push_str(&self.raw[self.copied..]);
        self.repaired
    }
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
