//! Which terms stand above and below others: cobalt blue is a blue pigment is a paint.

use std::collections::HashMap;

use crate::text::terms;

/// Broader terms are followed so far up and narrower ones so far down.
const STEPS: usize = 3;
/// A general term has hundreds of narrower ones: so many of them are looked for, the nearest first.
const MOST_RELATED: usize = 24;

/// Terms and what is broader and narrower. Given to each query by its caller: a tenant's own terms can be in it.
#[derive(Clone, Debug, Default)]
pub struct Thesaurus {
    terms: Vec<Entry>,
    by_words: HashMap<Vec<String>, usize>,
    longest: usize,
}

#[derive(Clone, Debug)]
struct Entry {
    said: String,
    words: Vec<String>,
    broader: Vec<usize>,
    narrower: Vec<usize>,
}

/// A term that stands near another.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Related {
    /// As it was given.
    pub(crate) said: String,
    /// Its stems.
    pub(crate) words: Vec<String>,
    /// Below 1, the less the further away; what is narrower is nearer than what is broader.
    pub(crate) weight: f32,
}

impl Thesaurus {
    /// From pairs of a term and one that is broader: `("cobalt blue", "blue pigment")`.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut thesaurus = Self::default();
        for (narrow, broad) in pairs {
            let (Some(narrow), Some(broad)) = (thesaurus.entry(narrow), thesaurus.entry(broad)) else {
                continue;
            };
            if narrow != broad && !thesaurus.terms[narrow].broader.contains(&broad) {
                thesaurus.terms[narrow].broader.push(broad);
                thesaurus.terms[broad].narrower.push(narrow);
            }
        }
        thesaurus
    }

    fn entry(&mut self, said: &str) -> Option<usize> {
        let words = terms(said);
        if words.is_empty() {
            return None;
        }
        self.longest = self.longest.max(words.len());
        let next = self.terms.len();
        let at = *self.by_words.entry(words.clone()).or_insert(next);
        if at == next {
            let said = said.to_owned();
            self.terms.push(Entry { said, words, broader: Vec::new(), narrower: Vec::new() });
        }
        Some(at)
    }

    /// The longest term that the words begin with: how many words, and what is related to it.
    pub(crate) fn begin_of(&self, words: &[String]) -> Option<(usize, Vec<Related>)> {
        let longest = self.longest.min(words.len());
        let found =
            (1..=longest).rev().find_map(|length| Some((length, *self.by_words.get(&words[..length])?)));
        found.map(|(length, term)| (length, self.related(term)))
    }

    fn related(&self, term: usize) -> Vec<Related> {
        let mut related = Vec::new();
        let mut seen = vec![term];
        let mut reached = vec![term];
        for step in 0..STEPS {
            let narrower = reached.iter().flat_map(|term| &self.terms[*term].narrower).copied();
            reached = narrower.filter(|term| !seen.contains(term)).collect();
            reached.dedup();
            seen.extend(&reached);
            self.relate(&reached, [0.7, 0.5, 0.35][step], &mut related);
        }
        let mut reached = vec![term];
        for step in 0..STEPS - 1 {
            let broader = reached.iter().flat_map(|term| &self.terms[*term].broader).copied();
            reached = broader.filter(|term| !seen.contains(term)).collect();
            reached.dedup();
            seen.extend(&reached);
            self.relate(&reached, [0.35, 0.2][step], &mut related);
        }
        related
    }

    fn relate(&self, terms: &[usize], weight: f32, related: &mut Vec<Related>) {
        let room = MOST_RELATED.saturating_sub(related.len());
        related.extend(terms.iter().take(room).map(|term| {
            let Entry { said, words, .. } = &self.terms[*term];
            Related { said: said.clone(), words: words.clone(), weight }
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(thesaurus: &Thesaurus, text: &str) -> Vec<String> {
        let found = thesaurus.begin_of(&terms(text));
        found.map_or_else(Vec::new, |(_, related)| related.into_iter().map(|related| related.said).collect())
    }

    #[test]
    fn both_directions_are_followed_and_the_longest_term_wins() {
        let pairs = [
            ("cobalt blue", "blue pigment"),
            ("ultramarine", "blue pigment"),
            ("blue pigment", "paint"),
            ("blue", "colour"),
        ];
        let thesaurus = Thesaurus::from_pairs(pairs);
        assert_eq!(names(&thesaurus, "cobalt blue glaze"), ["blue pigment", "paint"]);
        assert_eq!(names(&thesaurus, "paints"), ["blue pigment", "cobalt blue", "ultramarine"]);
        assert_eq!(names(&thesaurus, "blue"), ["colour"]);
        assert_eq!(names(&thesaurus, "red"), [""; 0]);
    }

    #[test]
    fn circles_end() {
        let thesaurus = Thesaurus::from_pairs([("a1", "b1"), ("b1", "a1"), ("c1", "c1"), ("", "x")]);
        assert_eq!(names(&thesaurus, "a1"), ["b1"]);
        assert_eq!(names(&thesaurus, "c1"), [""; 0]);
    }
}
