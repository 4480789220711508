//! How many of what fits have which kind, project, material and month.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::str::FromStr;

use atelier_base::Timestamp;
use tantivy::columnar::StrColumn;

use super::eligible::Eligible;
use super::fusion::Candidate;
use crate::error::Error;
use crate::results::{Count, Facets};
use crate::schema::columns;

/// So many materials are listed.
const MOST_MATERIALS: usize = 100;
const DAY: i64 = 24 * 60 * 60 * 1_000;

pub(super) fn count(eligible: &[Eligible<'_>], candidates: &[Candidate]) -> Result<Facets, Error> {
    let mut materials = values(eligible, candidates, columns::MATERIAL)?;
    materials.truncate(MOST_MATERIALS);
    Ok(Facets {
        kinds: values(eligible, candidates, columns::KIND)?,
        projects: values(eligible, candidates, columns::PROJECT)?,
        materials,
        months: months(candidates),
    })
}

fn values<T: FromStr + Ord + Hash>(
    eligible: &[Eligible<'_>],
    candidates: &[Candidate],
    column: &str,
) -> Result<Vec<Count<T>>, Error> {
    let mut counts: HashMap<T, usize> = HashMap::new();
    for (segment, eligible) in eligible.iter().enumerate() {
        let Some(values) = eligible.segment.reader.fast_fields().str(column)? else { continue };
        let records = candidates.iter().filter(|candidate| candidate.segment == segment);
        let (ordinals, of_each): (Vec<_>, Vec<_>) =
            ordinals(&values, records.map(|candidate| candidate.record)).into_iter().unzip();
        let mut of_each = of_each.into_iter();
        // All at once and in order: one pass over the dictionary.
        values.dictionary().sorted_ords_to_term_cb(&ordinals, |text| {
            let count = of_each.next().unwrap_or_default();
            if let Some(value) = std::str::from_utf8(text).ok().and_then(|text| text.parse().ok()) {
                *counts.entry(value).or_default() += count;
            }
        })?;
    }
    let mut counts: Vec<_> = counts.into_iter().map(|(value, count)| Count { value, count }).collect();
    counts.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
    Ok(counts)
}

/// How many of the records have each value of a column.
fn ordinals(values: &StrColumn, records: impl Iterator<Item = u32>) -> Vec<(u64, usize)> {
    let mut counts = vec![0; values.num_terms()];
    let ordinals = values.ords();
    for record in records {
        for ordinal in ordinals.values_for_doc(record) {
            if let Some(count) = usize::try_from(ordinal).ok().and_then(|ordinal| counts.get_mut(ordinal)) {
                *count += 1;
            }
        }
    }
    (0..).zip(counts).filter(|(_, count)| *count > 0).collect()
}

fn months(candidates: &[Candidate]) -> Vec<Count<String>> {
    let mut days: BTreeMap<i64, usize> = BTreeMap::new();
    for candidate in candidates {
        *days.entry(candidate.at.div_euclid(DAY)).or_default() += 1;
    }
    let mut months: BTreeMap<String, usize> = BTreeMap::new();
    for (day, count) in days {
        let text = Timestamp::from_millis(day * DAY).to_string();
        *months.entry(text.chars().take("2026-05".len()).collect()).or_default() += count;
    }
    months.into_iter().map(|(value, count)| Count { value, count }).collect()
}
