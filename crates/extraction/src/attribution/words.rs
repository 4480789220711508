//! Words of projects, made comparable with words of notes.

use std::collections::{HashMap, HashSet};

use super::trade::{self, Leaning};
use crate::context::Candidate;
use crate::gazetteer;
use crate::tokens::{Token, tokens};

/// Words that tell nothing about a project.
const SILENT: &[&str] = &[
    "the",
    "a",
    "an",
    "of",
    "in",
    "on",
    "and",
    "for",
    "with",
    "to",
    "at",
    "by",
    "from",
    "my",
    "our",
    "is",
    "its",
    "it",
    "who",
    "into",
    "over",
    "up",
    "as",
    "s",
    "dr",
    "mr",
    "mrs",
    "ms",
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "new",
    "piece",
    "series",
    "study",
    "project",
    "work",
    "untitled",
    "commission",
    "artwork",
    "painting",
    "set",
    "st",
    "saint",
    "family",
    "studio",
    "hand",
    "made",
    "large",
    "small",
    "that",
    "through",
    "built",
    "about",
    "above",
    "each",
    "this",
];

/// A word's plainest form: American, singular, without an ending.
pub(super) fn stem(word: &str) -> String {
    let mut stem = word.to_owned();
    for (british, american) in [("our", "or"), ("ours", "ors"), ("grey", "gray")] {
        if stem.len() > 4 && stem.ends_with(british) {
            stem.truncate(stem.len() - british.len());
            stem.push_str(american);
        }
    }
    if stem.len() > 4 && stem.ends_with("ies") {
        stem.truncate(stem.len() - 3);
        stem.push('y');
    } else if stem.len() > 3 && stem.ends_with('s') && !stem.ends_with("ss") && stem.is_ascii() {
        stem.pop();
    }
    stem
}

/// The telling words of a text, each once.
pub(super) fn telling(text: &str) -> Vec<String> {
    let mut seen = HashSet::new();
    let told = tokens(text).into_iter().filter(|token| !SILENT.contains(&token.word.as_str()));
    told.map(|token| stem(&token.word)).filter(|stem| stem.len() > 1 && seen.insert(stem.clone())).collect()
}

/// A project as its words.
pub(super) struct Words<'a> {
    pub(super) candidate: &'a Candidate,
    pub(super) title: Vec<String>,
    pub(super) client: Vec<String>,
    pub(super) described: Vec<String>,
    /// What its words and its materials say of its trade.
    pub(super) leaning: Leaning,
}

/// All projects, and how much each word tells.
pub(super) struct Shelf<'a> {
    pub(super) projects: Vec<Words<'a>>,
    titles: HashMap<String, usize>,
    texts: HashMap<String, usize>,
}

impl<'a> Shelf<'a> {
    pub(super) fn of(candidates: &'a [Candidate]) -> Self {
        let words = |candidate: &'a Candidate| {
            let title = telling(&candidate.title);
            let described = telling(&candidate.description);
            let used: Vec<String> = candidate.materials.iter().flat_map(|known| telling(known)).collect();
            let told = title.iter().chain(&described).chain(&used).map(|word| (word.as_str(), 1.0));
            let (leaning, _) = trade::leaning(told);
            let client = candidate.client.as_deref().map(telling).unwrap_or_default();
            Words { candidate, title, client, described, leaning }
        };
        let projects: Vec<Words<'a>> = candidates.iter().map(words).collect();
        let mut titles = HashMap::new();
        let mut texts = HashMap::new();
        for project in &projects {
            for word in &project.title {
                *titles.entry(word.clone()).or_insert(0) += 1;
            }
            for word in &project.described {
                *texts.entry(word.clone()).or_insert(0) += 1;
            }
        }
        Self { projects, titles, texts }
    }

    /// How much a word of a title tells, 0 to 1: less when it names a material, and when other titles have it.
    pub(super) fn distinction(&self, word: &str) -> f32 {
        let known = gazetteer::lookup(word).map_or(1.0, |(entry, _)| match entry.kind {
            gazetteer::Kind::Colour => 0.35,
            _ => 0.5,
        });
        let common = if COMMON.contains(&word) { 0.45 } else { 1.0 };
        let shared = self.titles.get(word).copied().unwrap_or(1);
        known * common / if shared > 1 { 1.6 } else { 1.0 }
    }

    /// How much a word of a description tells, 0 to 1.
    pub(super) fn telling_of_text(&self, word: &str) -> f32 {
        if gazetteer::lookup(word).is_some() {
            return 0.15;
        }
        let common = if COMMON.contains(&word) || word.len() < 4 { 0.2 } else { 1.0 };
        common / if self.texts.get(word).copied().unwrap_or(1) > 1 { 1.7 } else { 1.0 }
    }
}

/// Words that stand in many notes, whatever they are about.
const COMMON: &[&str] = &[
    "long", "night", "hand", "year", "day", "blue", "green", "old", "book", "page", "line", "layer", "study",
    "quick", "week", "weather", "black", "white", "red", "gold", "one", "two", "three", "four", "five",
    "six", "forty", "thirty", "twenty", "dozen", "kept", "run", "running", "before", "after", "old", "back",
    "built", "thin", "tall", "large", "row", "above", "copy", "edition", "piece", "home", "street",
    "country", "room", "place", "map", "set", "light", "shirt", "dress", "top", "pot", "cup", "carry",
    "carries", "gone", "like", "read", "reading", "fired", "cut", "cast", "drawn", "painted", "carved",
    "frame", "table", "life", "size", "brush", "work", "made", "sheet", "test", "glass", "paper", "plate",
    "window", "key", "band", "wall", "seat", "seated", "back", "log", "tear", "spread", "summer", "winter",
    "spring", "june",
];

/// Whether a word of the note is a word of a project; long ones may have a slip.
pub(super) fn alike(noted: &str, known: &str) -> bool {
    if noted == known {
        return true;
    }
    let long = known.len() >= 6 && noted.len() >= 5 && noted.as_bytes().first() == known.as_bytes().first();
    long && (noted.len().abs_diff(known.len()) <= 2)
        && (strsim::osa_distance(noted, known) <= 1
            || (known.len() >= 6 && noted.starts_with(known))
            || (noted.len() >= 6 && known.starts_with(noted)))
}

/// Where each distinct word of the note stands first, with how much its place tells.
pub(super) struct Noted {
    pub(super) words: HashMap<String, (f32, usize)>,
}

impl Noted {
    /// So many distinct words are looked at, and no more: a book is not about one project.
    const MOST: usize = 4000;

    pub(super) fn of(note: &[Token], weights: impl Fn(usize) -> f32) -> Self {
        let mut words: HashMap<String, (f32, usize)> = HashMap::new();
        for (at, token) in note.iter().enumerate() {
            if words.len() >= Self::MOST {
                break;
            }
            let weight = weights(at);
            let known = words.entry(stem(&token.word)).or_insert((weight, at));
            if weight > known.0 {
                *known = (weight, at);
            }
        }
        Self { words }
    }

    /// The weight and place of exactly this word.
    pub(super) fn find_exact(&self, known: &str) -> Option<(f32, usize)> {
        self.words.get(known).copied()
    }

    /// The weight and place of the word in the note; long ones may have a slip.
    pub(super) fn find(&self, known: &str) -> Option<(f32, usize)> {
        if let Some(found) = self.words.get(known) {
            return Some(*found);
        }
        let near = self.words.iter().filter(|(noted, _)| alike(noted, known));
        near.map(|(_, found)| *found).max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)))
    }
}
