//! From two measures, words and meaning, to one order; and what fits at all.
//!
//! How much of the query's words a record has and how near its meaning is are both between 0 and 1 and
//! are weighed against each other as they are; ranks would forget by how far the best is ahead. How much the words
//! count is for the records to say: where one has all that was typed, a name or a number, the words are what
//! was meant; where none has more than a stray one, they are not the words in which it was written, and only their
//! meaning leads anywhere. Whether
//! anything fits is decided by what speaks for it together: a query in words of the trade may be
//! further from the records than one that could be about anything. The constants were chosen on the first halves of the
//! judged queries in the journal's gold set, and on nonsense that is not in it.

use std::cmp::Ordering;

use super::eligible::Eligible;
use super::meaning::Nearness;
use super::words::Words;
use crate::error::Error;
use crate::query::Wanted;
use crate::schema::columns;

/// What the words count where a record has all of them, and by as much less as the one that has most lacks; the rest
/// is meaning.
const WORDS: f32 = 0.7;
/// Nothing fits a query unless its nearest record, with these, reaches so much:
const ENOUGH: f32 = 0.455;
/// how much of its words, rare ones counting more, one record has,
const COVERAGE: f32 = 0.2;
/// and how many of its words the thesaurus knows.
const TRADE: f32 = 0.1;
/// Whatever they mean, so much of its words is enough.
const ENOUGH_WORDS: f32 = 0.6;
/// Where there are no places to compare, so much is enough.
const ENOUGH_WORDS_ALONE: f32 = 0.46;
/// Against the best, what is worse does not fit.
const WORST: f32 = 0.2;
/// A similarity that is worth telling.
const NOTABLE: f32 = 0.3;

/// A record that fits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) segment: usize,
    pub(super) record: u32,
    pub(super) score: f32,
    /// Milliseconds since 1970.
    pub(super) at: i64,
    /// If it is a reason.
    pub(super) similarity: Option<f32>,
}

/// What counts how much in one search.
#[derive(Clone, Copy, Debug)]
pub(super) struct Balance {
    words: f32,
}

impl Balance {
    /// From how much of the query the record has that has most of it.
    fn of(coverage: f32) -> Self {
        Self { words: WORDS * coverage }
    }

    /// What a similarity counts beside words.
    pub(super) fn by_meaning(self, similarity: f32) -> f32 {
        (1.0 - self.words) * similarity.max(0.0)
    }
}

/// All records that have any of the words or are among the nearest, none if none of them fits; and what counted
/// how much.
pub(super) fn fuse(
    eligible: &[Eligible<'_>],
    wanted: &Wanted,
    words: &[Words],
    nearness: &Nearness,
) -> Result<(Vec<Candidate>, Balance), Error> {
    let mut candidates = Vec::new();
    let coverage = most(eligible, words);
    let balance = Balance::of(coverage);
    for (segment, (eligible, words)) in eligible.iter().zip(words).enumerate() {
        let at = eligible.segment.reader.fast_fields().i64(columns::AT)?;
        let with_words = eligible.allowed.iter().filter(|record| words.scores[*record as usize] > 0.0);
        let near = nearness.nearest.iter().filter(|near| near.0 == segment).map(|near| near.1);
        let near = near.filter(|record| words.scores[*record as usize] <= 0.0);
        for record in with_words.chain(near) {
            let (by_words, similarity) = (words.scores[record as usize], nearness.of(segment, record));
            let score = match similarity {
                Some(similarity) if words.matches.is_empty() => similarity,
                Some(similarity) => balance.words * by_words + balance.by_meaning(similarity),
                None => by_words,
            };
            let similarity = similarity.filter(|similarity| *similarity >= NOTABLE || by_words <= 0.0);
            let at = at.first(record).unwrap_or_default();
            candidates.push(Candidate { segment, record, score, at, similarity });
        }
    }
    if !fits(wanted, coverage, nearness) {
        candidates.clear();
    }
    Ok((candidates, balance))
}

/// How much of the query the record has that has most of it.
fn most(eligible: &[Eligible<'_>], words: &[Words]) -> f32 {
    let of = |(eligible, words): (&Eligible<'_>, &Words)| {
        let each = eligible.allowed.iter().map(|record| words.coverage[record as usize]);
        each.fold(0.0, f32::max)
    };
    eligible.iter().zip(words).map(of).fold(0.0, f32::max)
}

fn fits(wanted: &Wanted, coverage: f32, nearness: &Nearness) -> bool {
    let Some(nearest) = nearness.nearest.first() else { return coverage >= ENOUGH_WORDS_ALONE };
    let evidence = nearest.2 + COVERAGE * coverage + TRADE * wanted.of_the_trade();
    coverage >= ENOUGH_WORDS || evidence >= ENOUGH
}

/// Leaves out what is far below a score.
pub(super) fn cut(candidates: &mut Vec<Candidate>, best: f32) {
    candidates.retain(|candidate| candidate.score >= WORST * best);
}

/// The best of them.
pub(super) fn best(candidates: &[Candidate]) -> Option<Candidate> {
    candidates.iter().min_by(|a, b| better(a, b)).copied()
}

/// Keeps the best so many in order.
pub(super) fn best_first(candidates: &mut Vec<Candidate>, most: usize) {
    if candidates.len() > most {
        candidates.select_nth_unstable_by(most, better);
        candidates.truncate(most);
    }
    candidates.sort_by(better);
}

/// By score; of equals the newest first.
pub(super) fn better(a: &Candidate, b: &Candidate) -> Ordering {
    let order = b.score.total_cmp(&a.score).then(b.at.cmp(&a.at));
    order.then((a.segment, a.record).cmp(&(b.segment, b.record)))
}
