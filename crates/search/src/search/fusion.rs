//! From two measures, words and meaning, to one order; and what fits at all.
//!
//! How much of the query's words a record has and how near its meaning is are both between 0 and 1 and
//! are weighed against each other as they are; ranks would forget by how far the best is ahead. The constants
//! were chosen on the judged queries of the journal's gold set, so that nonsense finds nothing.

use std::cmp::Ordering;

use super::eligible::Eligible;
use super::meaning::Nearness;
use super::words::Words;
use crate::error::Error;
use crate::schema::columns;

/// What the words count; the rest is meaning.
const WORDS: f32 = 0.4;
/// Nothing fits a query unless a record has so much of its words, rare ones counting more,
const ENOUGH_WORDS: f32 = 0.46;
/// or is so near in meaning.
const ENOUGH_MEANING: f32 = 0.41;
/// Against the best, what is worse does not fit.
const WORST: f32 = 0.3;
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

pub(super) fn fuse(
    eligible: &[Eligible<'_>],
    words: &[Words],
    nearness: &Nearness,
) -> Result<Vec<Candidate>, Error> {
    let mut candidates = Vec::new();
    let mut most_words: f32 = 0.0;
    for (segment, (eligible, words)) in eligible.iter().zip(words).enumerate() {
        let at = eligible.segment.reader.fast_fields().i64(columns::AT)?;
        let with_words = eligible.allowed.iter().filter(|record| words.scores[*record as usize] > 0.0);
        let near = nearness.nearest.iter().filter(|near| near.0 == segment).map(|near| near.1);
        let near = near.filter(|record| words.scores[*record as usize] <= 0.0);
        for record in with_words.chain(near) {
            let (by_words, similarity) = (words.scores[record as usize], nearness.of(segment, record));
            most_words = most_words.max(words.coverage[record as usize]);
            let score = match similarity {
                Some(similarity) if words.matches.is_empty() => similarity,
                Some(similarity) => WORDS * by_words + (1.0 - WORDS) * similarity.max(0.0),
                None => by_words,
            };
            let similarity = similarity.filter(|similarity| *similarity >= NOTABLE || by_words <= 0.0);
            let at = at.first(record).unwrap_or_default();
            candidates.push(Candidate { segment, record, score, at, similarity });
        }
    }
    let nearest = nearness.nearest.first().map_or(0.0, |near| near.2);
    if most_words < ENOUGH_WORDS && nearest < ENOUGH_MEANING {
        return Ok(Vec::new());
    }
    let best = candidates.iter().map(|candidate| candidate.score).fold(0.0, f32::max);
    candidates.retain(|candidate| candidate.score >= WORST * best);
    Ok(candidates)
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
fn better(a: &Candidate, b: &Candidate) -> Ordering {
    let order = b.score.total_cmp(&a.score).then(b.at.cmp(&a.at));
    order.then((a.segment, a.record).cmp(&(b.segment, b.record)))
}
