//! Which terms stand above and below others, and how each is spelt: cobalt blue is a pigment, and a
//! hardground is a hard ground.

use std::collections::{BTreeMap, HashMap};

use crate::text::terms;

/// Broader terms are followed so far up and narrower ones so far down.
const STEPS: usize = 3;
/// What a narrower term counts, step by step down.
const NARROWER: [f32; STEPS] = [0.6, 0.5, 0.35];
/// What a broader term counts, step by step up.
const BROADER: [f32; STEPS - 1] = [0.35, 0.2];
/// What another spelling counts.
const SPELLING: f32 = 0.9;
/// A bound for terms of which everything is a kind; the largest group of the gazetteer has fewer.
const MOST_RELATED: usize = 1_000;

/// Terms, their spellings, and what is broader and narrower. Given to each query by its caller: a tenant's own
/// terms can be in it.
#[derive(Clone, Debug, Default)]
pub struct Thesaurus {
    terms: Vec<Entry>,
    /// By the stems of each spelling: the same words may be spellings of several terms.
    by_words: HashMap<Vec<String>, Vec<usize>>,
    longest: usize,
}

#[derive(Clone, Debug)]
struct Entry {
    /// Each as it was given and as it is looked up, the name of the term first.
    spellings: Vec<(String, Vec<String>)>,
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

    /// With more spellings, as pairs of one and its term: `("hardground", "hard ground")`.
    pub fn with_spellings<'a>(mut self, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        for (spelling, name) in pairs {
            let words = terms(spelling);
            let Some(term) = self.entry(name).filter(|_| !words.is_empty()) else { continue };
            if self.terms[term].spellings.iter().all(|known| known.1 != words) {
                self.longest = self.longest.max(words.len());
                self.by_words.entry(words.clone()).or_default().push(term);
                self.terms[term].spellings.push((spelling.to_owned(), words));
            }
        }
        self
    }

    /// The term of that name, which is made if it is new.
    fn entry(&mut self, said: &str) -> Option<usize> {
        let words = terms(said);
        if words.is_empty() {
            return None;
        }
        self.longest = self.longest.max(words.len());
        let same = self.by_words.entry(words.clone()).or_default();
        let named = same.iter().copied().find(|term| self.terms[*term].spellings[0].1 == words);
        Some(named.unwrap_or_else(|| {
            same.push(self.terms.len());
            let spellings = vec![(said.to_owned(), words)];
            self.terms.push(Entry { spellings, broader: Vec::new(), narrower: Vec::new() });
            self.terms.len() - 1
        }))
    }

    /// Every term that the words begin with: how many words, and what is related to it. The longest first.
    pub(crate) fn beginning(&self, words: &[String]) -> Vec<(usize, Vec<Related>)> {
        let longest = self.longest.min(words.len());
        let found = (1..=longest).rev().filter_map(|length| {
            let terms = self.by_words.get(&words[..length])?;
            Some((length, self.related(&words[..length], terms)))
        });
        found.collect()
    }

    /// What stands near any of the terms, each once with its largest weight.
    fn related(&self, words: &[String], terms: &[usize]) -> Vec<Related> {
        let mut weights: BTreeMap<usize, f32> = BTreeMap::new();
        let mut add = |term: usize, weight: f32| {
            let known = weights.entry(term).or_default();
            *known = known.max(weight);
        };
        for term in terms {
            add(*term, SPELLING);
            self.walk(*term, &NARROWER, |entry| &entry.narrower, &mut add);
            self.walk(*term, &BROADER, |entry| &entry.broader, &mut add);
        }
        let mut related: Vec<Related> = Vec::new();
        for (term, weight) in weights {
            for (said, spelt) in self.terms[term].spellings.iter().filter(|spelling| spelling.1 != words) {
                related.push(Related { said: said.clone(), words: spelt.clone(), weight });
            }
        }
        related.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        related.truncate(MOST_RELATED);
        related
    }

    fn walk(
        &self,
        from: usize,
        weights: &[f32],
        next: impl Fn(&Entry) -> &Vec<usize>,
        visit: &mut impl FnMut(usize, f32),
    ) {
        let (mut seen, mut reached) = (vec![from], vec![from]);
        for weight in weights {
            let beyond = reached.iter().flat_map(|term| next(&self.terms[*term])).copied();
            let mut beyond: Vec<_> = beyond.filter(|term| !seen.contains(term)).collect();
            beyond.sort_unstable();
            beyond.dedup();
            for term in &beyond {
                visit(*term, *weight);
            }
            seen.extend(&beyond);
            reached = beyond;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(thesaurus: &Thesaurus, text: &str) -> Vec<String> {
        let found = thesaurus.beginning(&terms(text)).into_iter().next();
        found.map_or_else(Vec::new, |(_, related)| related.into_iter().map(|related| related.said).collect())
    }

    #[test]
    fn both_directions_are_followed_and_the_longest_term_comes_first() {
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
    fn spellings_stand_for_each_other() {
        let thesaurus = Thesaurus::from_pairs([("hard ground", "ground")]).with_spellings([
            ("hardground", "hard ground"),
            ("hard ground", "hard ground"),
            ("", "ground"),
        ]);
        assert_eq!(names(&thesaurus, "hardground"), ["hard ground", "ground"]);
        assert_eq!(names(&thesaurus, "ground"), ["hard ground", "hardground"]);
    }

    #[test]
    fn circles_end() {
        let thesaurus = Thesaurus::from_pairs([("a1", "b1"), ("b1", "a1"), ("c1", "c1"), ("", "x")]);
        assert_eq!(names(&thesaurus, "a1"), ["b1"]);
        assert_eq!(names(&thesaurus, "c1"), [""; 0]);
    }
}
