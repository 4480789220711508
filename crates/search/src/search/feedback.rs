//! What else belongs to the best hit: records that share its rare words.
//!
//! A query finds the quilt by what it is; the days on which its blocks were pieced say neither quilt nor bed, but
//! they are about the same striped shirting. So the rare words of the best record are looked for as well, those of
//! its materials above all, and count less than what was typed. Of what was found by the query, what is about the
//! same as the best record comes before what is not.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use super::eligible::Eligible;
use super::fusion::{Balance, Candidate, better};
use super::meaning::Nearness;
use super::words::{Finder, rarity_of, saturated, weighed};
use crate::document::{Document, Part, Vector};
use crate::error::Error;
use crate::schema::columns;
use crate::store::Probe;
use crate::text::{fold, is_stop_word, terms, tokens};

/// So many words of the best record are looked for.
const MOST: usize = 10;
/// So many are weighed before these are chosen: the beginning of a long text says what it is about.
const WEIGHED: usize = 32;
/// A word that more records have says nothing of one of them.
const RARE: f32 = 2.5;
/// And in a large studio, so many are too many: parts of records, not records.
const MOST_SHARING: usize = 600;
/// A material tells more of a work than other words.
const MATERIAL: f32 = 4.0;
/// What all these words together count, against the score of the best record.
const SHARE: f32 = 0.8;

/// What it counts to be about the same, against the score of the best record,
const ALIKE: f32 = 0.8;
/// from this similarity on: any two notes of a studio are as near.
const UNLIKE: f32 = 0.2;
/// So many of the candidates are compared, the best of them: nobody reads on to the others.
const COMPARED: usize = 500;
/// So many passages of the best record are compared: the beginning of a long text says what it is about.
const PASSAGES: usize = 2;

/// A word of the best record, and who else has it.
pub(super) struct Shared {
    /// As it stands there.
    pub(super) said: String,
    /// What it counts among these words.
    weight: f32,
    /// By segment, in order of records: what it counts in each.
    found: Vec<Vec<(u32, f32)>>,
}

impl Shared {
    /// What the word counts in a record.
    pub(super) fn in_record(&self, segment: usize, record: u32) -> Option<f32> {
        let found = self.found.get(segment)?;
        let at = found.binary_search_by_key(&record, |found| found.0).ok()?;
        Some(self.weight * found[at].1)
    }
}

/// The rare words of a record that others of the tenant have, too.
pub(super) fn shared(
    finder: Finder<'_>,
    eligible: &[Eligible<'_>],
    best: &Document,
) -> Result<Vec<Shared>, Error> {
    let all: usize = eligible.iter().map(|eligible| eligible.present.count()).sum();
    let mut known = Vec::new();
    for (term, Word { said, sum, material }) in words_of(best) {
        let Some(found) = who_has(finder, eligible, &term)? else { continue };
        let with = found.iter().map(Vec::len).sum();
        let rarity = rarity_of(with, all);
        if with > 1 && rarity >= RARE {
            let weight = saturated(sum) * rarity * if material { MATERIAL } else { 1.0 };
            known.push(Shared { said, weight, found });
        }
    }
    known.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.said.cmp(&b.said)));
    known.truncate(MOST);
    let whole: f32 = known.iter().map(|word| word.weight).sum();
    for word in &mut known {
        word.weight /= whole;
    }
    Ok(known)
}

/// Records of a segment with what a word counts there, in their order.
type Counted = Vec<(u32, f32)>;

/// Who has a word, by segment in order of records, and what it counts there; none if too many have it.
fn who_has(
    finder: Finder<'_>,
    eligible: &[Eligible<'_>],
    word: &String,
) -> Result<Option<Vec<Counted>>, Error> {
    let (mut all, mut visits) = (Vec::with_capacity(eligible.len()), 0);
    for eligible in eligible {
        let mut found = Counted::new();
        let too_many = finder.each_weighed(eligible, std::slice::from_ref(word), |record, _, value| {
            visits += 1;
            found.push((record, value));
            if visits > MOST_SHARING { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        if too_many.is_break() {
            return Ok(None);
        }
        found.sort_by_key(|found| found.0);
        // One of several parts after the other: together they are the record's.
        found.dedup_by(|next, former| {
            let same = next.0 == former.0;
            former.1 += if same { next.1 } else { 0.0 };
            same
        });
        all.push(found.into_iter().map(|(record, sum)| (record, saturated(sum))).collect());
    }
    Ok(Some(all))
}

struct Word {
    said: String,
    sum: f32,
    material: bool,
}

/// The words of a record by their terms, in the order in which they first stand there.
fn words_of(document: &Document) -> Vec<(String, Word)> {
    let of_materials: HashSet<String> = document.materials.iter().flat_map(|name| terms(name)).collect();
    let mut words: Vec<(String, Word)> = Vec::new();
    for part in Part::ALL.into_iter().filter(|part| *part != Part::Ocr) {
        let text = document.text(part);
        let tokens = tokens(&text);
        let length = u32::try_from(tokens.len()).unwrap_or(u32::MAX);
        for token in tokens {
            let said = &text[token.offset_from..token.offset_to];
            let known = words.iter().position(|(term, _)| *term == token.text);
            if known.is_none() && (words.len() == WEIGHED || is_stop_word(&fold(said))) {
                continue;
            }
            let value = weighed(part, length, 1.0);
            if let Some(at) = known {
                words[at].1.sum += value;
            } else {
                let material = of_materials.contains(&token.text);
                words.push((token.text, Word { said: said.to_owned(), sum: value, material }));
            }
        }
    }
    words
}

/// Adds what the words count to those who have them, and those who were no candidates.
pub(super) fn apply(
    eligible: &[Eligible<'_>],
    (nearness, balance): (&Nearness, Balance),
    shared: &[Shared],
    best: f32,
    candidates: &mut Vec<Candidate>,
) -> Result<(), Error> {
    for (segment, eligible) in eligible.iter().enumerate() {
        let mut values: HashMap<u32, f32> = HashMap::new();
        for term in shared {
            for (record, value) in &term.found[segment] {
                *values.entry(*record).or_default() += SHARE * best * term.weight * value;
            }
        }
        for candidate in candidates.iter_mut().filter(|candidate| candidate.segment == segment) {
            candidate.score += values.remove(&candidate.record).unwrap_or_default();
        }
        let at = eligible.segment.reader.fast_fields().i64(columns::AT)?;
        let others = values.into_iter().filter(|(record, _)| eligible.allowed.contains(*record));
        candidates.extend(others.map(|(record, value)| {
            let similarity = nearness.of(segment, record);
            let score = value + similarity.map_or(0.0, |similarity| balance.by_meaning(similarity));
            Candidate { segment, record, score, at: at.first(record).unwrap_or_default(), similarity: None }
        }));
    }
    Ok(())
}

/// Adds to the candidates what it counts that they are about the same as the best record, whose places these are.
pub(super) fn liken(eligible: &[Eligible<'_>], best: &[Vector], score: f32, candidates: &mut [Candidate]) {
    let probes: Vec<_> = best.iter().take(PASSAGES).map(Probe::new).collect();
    let compared = candidates.len().min(COMPARED);
    if compared < candidates.len() {
        candidates.select_nth_unstable_by(compared, better);
    }
    for candidate in &mut candidates[..compared] {
        let rows = &eligible[candidate.segment].segment.rows;
        let similarities = probes.iter().filter_map(|probe| rows.nearest(candidate.record, probe));
        let similarity = similarities.fold(UNLIKE, f32::max);
        candidate.score += ALIKE * score * (similarity - UNLIKE);
    }
}
