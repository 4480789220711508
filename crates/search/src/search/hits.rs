//! From a record's number to what is shown of it, and why it is there.

use super::eligible::Eligible;
use super::feedback::Shared;
use super::fusion::Candidate;
use super::highlight::snippets;
use super::words::{Match, Words};
use crate::error::Error;
use crate::query::{How, Wanted};
use crate::results::{Hit, Reason};
use crate::schema::Fields;

/// What is needed to read a hit.
pub(super) struct Reader<'a> {
    pub(super) fields: &'a Fields,
    pub(super) wanted: &'a Wanted,
    pub(super) eligible: &'a [Eligible<'a>],
    pub(super) words: &'a [Words],
    pub(super) shared: &'a [Shared],
}

/// So many words that it shares with the best hit are told.
const TOLD: usize = 3;

impl Reader<'_> {
    pub(super) fn hit(&self, candidate: &Candidate) -> Result<Hit, Error> {
        let stored = self.eligible[candidate.segment].segment.stored(candidate.record)?;
        let document = self.fields.record(&stored)?;
        let matches = self.matches(candidate);
        let words = matches.iter().map(|(group, found)| {
            let alternative = &self.wanted.groups[*group].alternatives[usize::from(found.alternative)];
            alternative.words.as_slice()
        });
        let highlights = snippets(&document, &words.collect::<Vec<_>>());
        let why = self.why(&matches, candidate);
        let (id, kind, title) = (document.id, document.kind, document.title);
        let (project, at, anchor, score) = (document.project, document.at, document.anchor, candidate.score);
        Ok(Hit { id, kind, project, title, at, anchor, score, highlights, why })
    }

    /// What the record has of each group that it has.
    fn matches(&self, candidate: &Candidate) -> Vec<(usize, Match)> {
        let groups = self.words[candidate.segment].matches.iter().enumerate();
        let found = |(group, matches): (usize, &Vec<Match>)| {
            let at = matches.binary_search_by_key(&candidate.record, |found| found.record).ok()?;
            Some((group, matches[at]))
        };
        groups.filter_map(found).collect()
    }

    fn why(&self, matches: &[(usize, Match)], candidate: &Candidate) -> Vec<Reason> {
        let mut why = Vec::new();
        for (group, found) in matches {
            let group = &self.wanted.groups[*group];
            let part = found.part();
            let reason = match &group.alternatives[usize::from(found.alternative)].how {
                How::Typed => Reason::Words { words: vec![group.said.clone()], part },
                How::Near => Reason::Near { word: group.said.clone(), part },
                How::Related { term, via } => Reason::Related { term: term.clone(), via: via.clone(), part },
            };
            join(&mut why, reason);
        }
        if matches.is_empty() {
            let mut shared: Vec<_> = self
                .shared
                .iter()
                .filter_map(|term| Some((term.in_record(candidate.segment, candidate.record)?, &term.said)))
                .collect();
            shared.sort_by(|a, b| b.0.total_cmp(&a.0));
            let words: Vec<_> = shared.into_iter().take(TOLD).map(|(_, said)| said.clone()).collect();
            why.extend((!words.is_empty()).then_some(Reason::Shared { words }));
        }
        why.extend(candidate.similarity.map(|similarity| Reason::Meaning { similarity }));
        why
    }
}

/// Words in one part are one reason, and none is given twice.
fn join(why: &mut Vec<Reason>, reason: Reason) {
    if let Reason::Words { words: more, part } = &reason {
        for former in why.iter_mut() {
            if let Reason::Words { words, part: same } = former
                && same == part
            {
                words.extend(more.iter().cloned());
                return;
            }
        }
    }
    if !why.contains(&reason) {
        why.push(reason);
    }
}
