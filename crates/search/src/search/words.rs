//! How well the words of a query fit each record.
//!
//! BM25 with the parts of a record taken together (BM25F), term by term over the whole segment: the
//! scores of all records are there in the end, so totals and facets are exact. How rare a word is, is
//! counted among the tenant's own records only.

use std::ops::ControlFlow;

use tantivy::query::{EnableScoring, PhraseQuery, Query as _};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet as _, TERMINATED, Term, postings::Postings as _};

use super::bits::Bits;
use super::eligible::Eligible;
use crate::document::Part;
use crate::error::Error;
use crate::query::{Group, How, Wanted};
use crate::schema::Fields;
use crate::store::{Segment, View};

/// How fast more of the same word stops counting.
const SATURATION: f32 = 1.2;
/// How much longer parts count less, from 0 to 1.
const LENGTH: f32 = 0.5;
/// Parts that are longer than so many usual ones count as these: a whole diary is no worse than an essay.
const LONGEST: f32 = 4.0;

/// That a record has what a group asks for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    pub(super) record: u32,
    /// From 0 to 1, with the weight of the alternative.
    value: f32,
    /// Which alternative is best.
    pub(super) alternative: u16,
    /// The parts that have it, a bit each.
    parts: u8,
}

/// What was found, by segment.
pub(super) struct Words {
    /// By group, in order of records.
    pub(super) matches: Vec<Vec<Match>>,
    /// Of each record, from 0 to 1.
    pub(super) scores: Vec<f32>,
    /// How much of the query each record has, from 0 to 1, rare words counting more.
    pub(super) coverage: Vec<f32>,
}

impl Match {
    /// The weightiest part that has it.
    pub(super) fn part(&self) -> Part {
        Part::ALL.into_iter().find(|part| self.parts >> (*part as u8) & 1 == 1).unwrap_or(Part::Body)
    }
}

/// Scores all records, and narrows what is allowed to what the query requires and does not exclude.
pub(super) fn score(
    finder: Finder<'_>,
    wanted: &Wanted,
    eligible: &mut [Eligible<'_>],
) -> Result<Vec<Words>, Error> {
    let mut found: Vec<Vec<Vec<Match>>> = Vec::new();
    for eligible in eligible.iter_mut() {
        let mut scratch = Scratch::new(eligible.segment.reader.max_doc());
        let groups = wanted.groups.iter().map(|group| finder.matches(group, eligible, &mut scratch));
        let groups: Vec<_> = groups.collect::<Result<_, _>>()?;
        for (group, matches) in wanted.groups.iter().zip(&groups) {
            if group.required {
                let mut with = Bits::none(eligible.segment.reader.max_doc());
                for found in matches {
                    with.insert(found.record);
                }
                eligible.allowed.keep(&with);
            }
        }
        for words in &wanted.excluded {
            for part in Part::ALL {
                let allowed = &mut eligible.allowed;
                let each = finder.each(eligible.segment, part, words, |record, _| {
                    allowed.remove(record);
                    ControlFlow::Continue(())
                });
                each.map(drop)?;
            }
        }
        found.push(groups);
    }
    let rarity = rarity(wanted, eligible, &found);
    Ok(found
        .into_iter()
        .zip(eligible)
        .map(|(matches, eligible)| sum(matches, &rarity, wanted, eligible))
        .collect())
}

/// How much each group says.
fn rarity(wanted: &Wanted, eligible: &[Eligible<'_>], found: &[Vec<Vec<Match>>]) -> Vec<f32> {
    let all: usize = eligible.iter().map(|eligible| eligible.present.count()).sum();
    let rarity = |(number, group): (usize, &Group)| {
        let matches = || found.iter().flat_map(|groups| &groups[number]);
        let typed = |found: &&Match| group.alternatives[usize::from(found.alternative)].how == How::Typed;
        let with = match matches().filter(typed).count() {
            0 => matches().count(),
            typed => typed,
        };
        rarity_of(with, all)
    };
    wanted.groups.iter().enumerate().map(rarity).collect()
}

fn sum(matches: Vec<Vec<Match>>, rarity: &[f32], wanted: &Wanted, eligible: &Eligible<'_>) -> Words {
    let records = eligible.segment.reader.max_doc() as usize;
    let (mut scores, mut coverage) = (vec![0.0; records], vec![0.0; records]);
    let whole: f32 = rarity.iter().sum::<f32>().max(f32::MIN_POSITIVE);
    for ((matches, rarity), group) in matches.iter().zip(rarity).zip(&wanted.groups) {
        for found in matches.iter().filter(|found| eligible.allowed.contains(found.record)) {
            let record = found.record as usize;
            scores[record] += rarity / whole * found.value;
            coverage[record] += rarity / whole * group.alternatives[usize::from(found.alternative)].weight;
        }
    }
    Words { matches, scores, coverage }
}

/// What a word counts that stands so often in a part of that length.
pub(super) fn weighed(part: Part, length: u32, times: f32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "lengths are rounded anyway")]
    let length = (length as f32 / part.usual_length()).min(LONGEST);
    part.weight() * times / (1.0 - LENGTH + LENGTH * length)
}

/// From what a word counts in all parts together to its share, below 1.
pub(super) fn saturated(sum: f32) -> f32 {
    sum / (SATURATION + sum)
}

/// How much a word says that so many of all records have: more if fewer do.
#[expect(clippy::cast_precision_loss, reason = "there are fewer than 2^24 records")]
pub(super) fn rarity_of(with: usize, all: usize) -> f32 {
    (1.0 + (all.saturating_sub(with) as f32 + 0.5) / (with as f32 + 0.5)).ln()
}

/// Looks words up in every part of a record.
#[derive(Clone, Copy)]
pub(super) struct Finder<'a> {
    pub(super) view: &'a View,
    pub(super) fields: &'a Fields,
}

/// Memory for one group at a time; all zero between.
struct Scratch {
    sums: Vec<f32>,
    parts: Vec<u8>,
    touched: Bits,
    best: Vec<Match>,
    with: Bits,
}

impl Scratch {
    fn new(records: u32) -> Self {
        let size = records as usize;
        let nothing = Match { record: 0, value: 0.0, alternative: 0, parts: 0 };
        let (touched, with) = (Bits::none(records), Bits::none(records));
        Self { sums: vec![0.0; size], parts: vec![0; size], touched, best: vec![nothing; size], with }
    }

    fn add(&mut self, record: u32, part: Part, value: f32) {
        self.sums[record as usize] += value;
        self.parts[record as usize] |= 1 << part as u8;
        self.touched.insert(record);
    }

    /// Ends an alternative.
    fn settle(&mut self, alternative: usize, weight: f32) {
        for record in self.touched.iter() {
            let at = record as usize;
            let sum = std::mem::take(&mut self.sums[at]);
            let value = weight * saturated(sum);
            let parts = std::mem::take(&mut self.parts[at]);
            if value > self.best[at].value {
                let alternative = u16::try_from(alternative).unwrap_or(u16::MAX);
                self.best[at] = Match { record, value, alternative, parts };
                self.with.insert(record);
            }
        }
        self.touched.clear();
    }

    /// Ends a group.
    fn drain(&mut self) -> Vec<Match> {
        let matches: Vec<_> = self.with.iter().map(|record| self.best[record as usize]).collect();
        for found in &matches {
            self.best[found.record as usize].value = 0.0;
        }
        self.with.clear();
        matches
    }
}

impl Finder<'_> {
    /// The tenant's records that have one of the alternatives, in order.
    fn matches(
        &self,
        group: &Group,
        eligible: &Eligible<'_>,
        scratch: &mut Scratch,
    ) -> Result<Vec<Match>, Error> {
        for (number, alternative) in group.alternatives.iter().enumerate() {
            let each = self.each_weighed(eligible, &alternative.words, |record, part, value| {
                scratch.add(record, part, value);
                ControlFlow::Continue(())
            });
            each.map(drop)?;
            scratch.settle(number, alternative.weight);
        }
        Ok(scratch.drain())
    }

    /// Every record of the tenant that has the words in a row, part by part, and what they count there, until
    /// `visit` has enough.
    pub(super) fn each_weighed(
        &self,
        eligible: &Eligible<'_>,
        words: &[String],
        mut visit: impl FnMut(u32, Part, f32) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, Error> {
        let parts = eligible.segment.vocabulary.parts(words);
        for part in Part::ALL.into_iter().filter(|part| parts >> (*part as u8) & 1 == 1) {
            let lengths = eligible.segment.reader.get_fieldnorms_reader(self.fields.part(part))?;
            let enough = self.each(eligible.segment, part, words, |record, times| {
                if !eligible.present.contains(record) {
                    return ControlFlow::Continue(());
                }
                visit(record, part, weighed(part, lengths.fieldnorm(record), times))
            })?;
            if enough.is_break() {
                return Ok(enough);
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Every record whose part has the words in a row, and how often.
    #[expect(clippy::cast_precision_loss, reason = "frequencies saturate long before")]
    fn each(
        &self,
        segment: &Segment,
        part: Part,
        words: &[String],
        mut visit: impl FnMut(u32, f32) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, Error> {
        let field = self.fields.part(part);
        if let [word] = words {
            let index = segment.reader.inverted_index(field)?;
            let term = Term::from_field_text(field, word);
            let Some(mut postings) = index.read_postings(&term, IndexRecordOption::WithFreqs)? else {
                return Ok(ControlFlow::Continue(()));
            };
            while postings.doc() != TERMINATED {
                if visit(postings.doc(), postings.term_freq() as f32).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
                postings.advance();
            }
            return Ok(ControlFlow::Continue(()));
        }
        let terms = words.iter().map(|word| Term::from_field_text(field, word));
        let phrase = PhraseQuery::new(terms.collect());
        let weight = phrase.weight(EnableScoring::disabled_from_searcher(self.view.searcher()))?;
        let mut scorer = weight.scorer(&segment.reader, 1.0)?;
        while scorer.doc() != TERMINATED {
            if visit(scorer.doc(), 1.0).is_break() {
                return Ok(ControlFlow::Break(()));
            }
            scorer.advance();
        }
        Ok(ControlFlow::Continue(()))
    }
}
