//! What happens in a search.
//!
//! The text is parsed into things that are asked for; the records that the tenant and the filters allow are
//! marked; each is scored by its words and, if the query has a vector, by its nearest vector. Both become one
//! score, to which is added what a record shares with the best one; what is far below the best does not fit. What
//! fits is put in order once more by how like the best it is, and only the records of the page are read.

mod bits;
mod eligible;
mod facets;
mod feedback;
mod fusion;
mod highlight;
mod hits;
mod meaning;
mod near;
mod words;

use atelier_base::TenantId;

use crate::error::Error;
use crate::query::{HybridQuery, parse};
use crate::results::Results;
use crate::schema::{Fields, columns};
use crate::store::View;
use eligible::Eligible;
use fusion::Candidate;
use words::Finder;

/// The best so many can be reached by paging.
const REACH: usize = 1_000;

pub(crate) fn search(
    view: &View,
    fields: &Fields,
    tenant: TenantId,
    query: &HybridQuery,
) -> Result<Results, Error> {
    let mut wanted = parse(&query.text, query.thesaurus.as_deref());
    if !wanted.nothing && wanted.groups.is_empty() && wanted.excluded.is_empty() {
        return Ok(Results::default());
    }
    let mut eligible = Eligible::all(view, fields, tenant, &query.filters)?;
    near::keep_known(&mut wanted, fields, &eligible)?;
    near::add_near(&mut wanted, query.typing, fields, &eligible)?;
    let finder = Finder { view, fields };
    let words = words::score(finder, &wanted, &mut eligible)?;
    let near = meaning::compare(fields, query.vector.as_deref(), &eligible)?;
    let everything = wanted.groups.is_empty() && query.vector.is_none();
    let mut candidates;
    let mut shared = Vec::new();
    if everything {
        candidates = newest(&eligible)?;
    } else {
        let (found, balance) = fusion::fuse(&eligible, &wanted, &words, &near)?;
        candidates = found;
        if let Some(best) = fusion::best(&candidates) {
            let stored = eligible[best.segment].segment.stored(best.record)?;
            let by_words = !wanted.groups.is_empty();
            if by_words {
                shared = feedback::shared(finder, &eligible, &fields.record(&stored)?)?;
                feedback::apply(&eligible, (&near, balance), &shared, best.score, &mut candidates)?;
            }
            fusion::cut(&mut candidates, best.score);
            if by_words && query.vector.is_some() {
                feedback::liken(&eligible, &fields.vectors(&stored), best.score, &mut candidates);
            }
        }
    }
    let total = candidates.len();
    let facets = facets::count(&eligible, &candidates)?;
    fusion::best_first(&mut candidates, REACH);
    let page = candidates.iter().skip(query.page.offset).take(query.page.size);
    let reader =
        hits::Reader { fields, wanted: &wanted, eligible: &eligible, words: &words, shared: &shared };
    let hits = page.map(|candidate| reader.hit(candidate)).collect::<Result<_, _>>()?;
    Ok(Results { hits, total, facets })
}

/// Everything that is allowed; the order is by time alone.
fn newest(eligible: &[Eligible<'_>]) -> Result<Vec<Candidate>, Error> {
    let mut candidates = Vec::new();
    for (segment, eligible) in eligible.iter().enumerate() {
        let at = eligible.segment.reader.fast_fields().i64(columns::AT)?;
        let candidate = |record| Candidate {
            segment,
            record,
            score: 0.0,
            at: at.first(record).unwrap_or_default(),
            similarity: None,
        };
        candidates.extend(eligible.allowed.iter().map(candidate));
    }
    Ok(candidates)
}
