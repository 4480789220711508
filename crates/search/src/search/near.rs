//! Words like those that were typed: begun ones while typing, and mistyped ones.

use std::collections::BTreeMap;

use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet as _, TERMINATED, Term};

use super::eligible::Eligible;
use crate::document::Part;
use crate::error::Error;
use crate::query::{Alternative, How, Wanted};
use crate::schema::Fields;
use crate::text::fold;

/// Shorter words are too like each other.
const SHORTEST: usize = 4;
/// From this length on, two letters may be wrong.
const LONG: usize = 8;
/// So many like words are taken, the nearest first.
const MOST: usize = 12;

/// Adds words like the last one, if it is still being typed, and like each that the tenant has nowhere.
pub(super) fn add_near(
    wanted: &mut Wanted,
    typing: bool,
    fields: &Fields,
    eligible: &[Eligible<'_>],
) -> Result<(), Error> {
    let last = wanted.groups.len().saturating_sub(1);
    for (at, group) in wanted.groups.iter_mut().enumerate().filter(|(_, group)| !group.required) {
        let [word] = group.alternatives[0].words.as_slice() else { continue };
        let mut near = BTreeMap::new();
        if typing && at == last {
            let begun = fold(&group.said);
            gather(&begun, &begun, fields, eligible, &mut near, |_, _| Some(0.8))?;
        }
        let length = word.chars().count();
        let allowed = 1 + usize::from(length >= LONG);
        if near.is_empty() && length >= SHORTEST && !is_known(word, fields, eligible)? {
            let first = &word[..word.chars().next().map_or(0, char::len_utf8)];
            gather(word, first, fields, eligible, &mut near, |word, other| {
                Some(if distance(word, other, allowed)? == 1 { 0.7 } else { 0.5 })
            })?;
        }
        near.remove(word);
        let mut near: Vec<_> = near.into_iter().collect();
        near.sort_by(|a, b| b.1.total_cmp(&a.1));
        let like = |(word, weight)| Alternative { words: vec![word], weight, how: How::Near };
        group.alternatives.extend(near.into_iter().take(MOST).map(like));
    }
    Ok(())
}

/// Whether a record of the tenant has the word.
fn is_known(word: &str, fields: &Fields, eligible: &[Eligible<'_>]) -> Result<bool, Error> {
    for eligible in eligible {
        for part in Part::ALL {
            if has(eligible, &Term::from_field_text(fields.part(part), word))? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

fn has(eligible: &Eligible<'_>, term: &Term) -> Result<bool, Error> {
    let index = eligible.segment.reader.inverted_index(term.field())?;
    let Some(mut postings) = index.read_postings(term, IndexRecordOption::Basic)? else { return Ok(false) };
    while postings.doc() != TERMINATED {
        if eligible.present.contains(postings.doc()) {
            return Ok(true);
        }
        postings.advance();
    }
    Ok(false)
}

/// The tenant's words that begin with `begin` and get a weight.
fn gather(
    word: &str,
    begin: &str,
    fields: &Fields,
    eligible: &[Eligible<'_>],
    near: &mut BTreeMap<String, f32>,
    weight: impl Fn(&str, &str) -> Option<f32>,
) -> Result<(), Error> {
    for eligible in eligible {
        for part in Part::ALL {
            let index = eligible.segment.reader.inverted_index(fields.part(part))?;
            let mut terms = index.terms().range().ge(begin).into_stream()?;
            while terms.advance() {
                let Ok(other) = std::str::from_utf8(terms.key()) else { continue };
                if !other.starts_with(begin) || near.len() > 8 * MOST {
                    break;
                }
                let Some(weight) = weight(word, other) else { continue };
                if !near.contains_key(other)
                    && has(eligible, &Term::from_field_text(fields.part(part), other))?
                {
                    near.insert(other.to_owned(), weight);
                }
            }
        }
    }
    Ok(())
}

/// How many letters are wrong, missing, too many or swapped; none if more than allowed.
fn distance(a: &str, b: &str, allowed: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > allowed {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut least = (row[j] + usize::from(x != y)).min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                least = least.min(before[j - 1] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().filter(|distance| *distance <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_swaps_as_one() {
        assert_eq!(distance("ultramraine", "ultramarine", 2), Some(1));
        assert_eq!(distance("gesso", "gasso", 1), Some(1));
        assert_eq!(distance("varnish", "varnsh", 1), Some(1));
        assert_eq!(distance("wax", "waxes", 1), None);
        assert_eq!(distance("glaze", "graph", 2), None);
        assert_eq!(distance("", "", 1), Some(0));
    }
}
