//! What may stand for a word besides itself: words that begin with it while it is typed, words like one that is
//! mistyped, and the parts of a compound.

use std::collections::BTreeMap;

use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet as _, TERMINATED, Term};

use super::eligible::Eligible;
use crate::document::Part;
use crate::error::Error;
use crate::query::{Alternative, How, Wanted};
use crate::schema::Fields;
use crate::text::{fold, terms};

/// Shorter words are too like each other.
const SHORTEST: usize = 4;
/// From this length on, two letters may be wrong.
const LONG: usize = 8;
/// So many like words are taken, the nearest first.
const MOST: usize = 12;
/// So many related terms are enough: a studio that uses fifty pigments has more paint than anybody looks through.
const MOST_RELATED: usize = 48;
/// Shorter parts of a compound stand in too many words.
const SHORTEST_PART: usize = 3;
/// What one part of a compound counts.
const PART_OF_IT: f32 = 0.5;

/// Keeps of the related terms the nearest that the tenant has.
pub(super) fn keep_known(
    wanted: &mut Wanted,
    fields: &Fields,
    eligible: &[Eligible<'_>],
) -> Result<(), Error> {
    for group in &mut wanted.groups {
        let mut kept = Vec::new();
        for alternative in std::mem::take(&mut group.alternatives) {
            let mut known = alternative.how == How::Typed || kept.len() <= MOST_RELATED;
            if known && alternative.how != How::Typed {
                for word in &alternative.words {
                    known = known && is_known(word, fields, eligible)?;
                }
            }
            if known {
                kept.push(alternative);
            }
        }
        group.alternatives = kept;
    }
    Ok(())
}

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
        let said = fold(&group.said);
        let mut near = BTreeMap::new();
        if typing && at == last {
            gather(&said, &said, fields, eligible, &mut near, |_, _| Some(0.8))?;
        }
        let length = said.chars().count();
        let allowed = 1 + usize::from(length >= LONG);
        // A rare word of the trade is no slip.
        let unknown = near.is_empty() && group.alternatives.len() == 1 && length >= SHORTEST;
        if unknown && !is_known(word, fields, eligible)? {
            let first = &word[..word.chars().next().map_or(0, char::len_utf8)];
            gather(word, first, fields, eligible, &mut near, |word, other| {
                Some(if slips(word, &said, other, allowed)? <= 1 { 0.7 } else { 0.5 })
            })?;
        }
        near.remove(word);
        let parts = if near.is_empty() { compound(&said, fields, eligible)? } else { None };
        let mut near: Vec<_> = near.into_iter().collect();
        near.sort_by(|a, b| b.1.total_cmp(&a.1));
        let like = |(word, weight)| Alternative { words: vec![word], weight, how: How::Near };
        group.alternatives.extend(near.into_iter().take(MOST).map(like));
        group.alternatives.extend(parts.into_iter().flatten().map(|part| like((part, PART_OF_IT))));
    }
    Ok(())
}

/// The two words that an unknown word is made of, if the tenant has both: "bookbinding" is "book" and "binding".
fn compound(word: &str, fields: &Fields, eligible: &[Eligible<'_>]) -> Result<Option<[String; 2]>, Error> {
    let stems = terms(word);
    let [whole] = stems.as_slice() else { return Ok(None) };
    if word.len() <= 2 * SHORTEST_PART || is_known(whole, fields, eligible)? {
        return Ok(None);
    }
    let mut cuts: Vec<usize> = (SHORTEST_PART..=word.len() - SHORTEST_PART).collect();
    // The most even cut is the likeliest.
    cuts.sort_by_key(|cut| cut.abs_diff(word.len() - cut));
    for cut in cuts.into_iter().filter(|cut| word.is_char_boundary(*cut)) {
        let (mut first, mut second) = (terms(&word[..cut]), terms(&word[cut..]));
        let (Some(first), Some(second)) = (first.pop(), second.pop()) else { continue };
        if is_known(&first, fields, eligible)? && is_known(&second, fields, eligible)? {
            return Ok(Some([first, second]));
        }
    }
    Ok(None)
}

/// Whether a record of the tenant has the word.
fn is_known(word: &str, fields: &Fields, eligible: &[Eligible<'_>]) -> Result<bool, Error> {
    for eligible in eligible.iter().filter(|eligible| eligible.segment.vocabulary.has(word)) {
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

/// How many letters are wrong between a term of the index and a word, as it was typed or as it is looked up: a slip may
/// make it lose another ending than the right word loses, and "whitby" is looked up as "whitbi", "whitbey" is not.
fn slips(word: &str, said: &str, term: &str, allowed: usize) -> Option<usize> {
    let looked_up = distance(word, term, allowed);
    let typed = if said == word { None } else { distance(said, term, allowed) };
    let with_y = term.strip_suffix('i').and_then(|begin| distance(said, &format!("{begin}y"), allowed));
    [looked_up, typed, with_y].into_iter().flatten().min()
}

/// How many letters are wrong, missing, too many or swapped; none if more than allowed.
fn distance(a: &str, b: &str, allowed: usize) -> Option<usize> {
    // A letter has at most four bytes: most words are told apart by their length, without a look at their letters.
    if a.len() > b.len() + 4 * allowed || b.len() > a.len() + 4 * allowed {
        return None;
    }
    if a.is_ascii() && b.is_ascii() {
        return distance_of(a.as_bytes(), b.as_bytes(), allowed);
    }
    distance_of(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>(), allowed)
}

fn distance_of<T: PartialEq + Copy>(a: &[T], b: &[T], allowed: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > allowed {
        return None;
    }
    let (mut before, mut row, mut next) = (Vec::new(), (0..=b.len()).collect::<Vec<usize>>(), Vec::new());
    for (i, x) in a.iter().enumerate() {
        next.clear();
        next.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let mut least = (row[j] + usize::from(x != y)).min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                least = least.min(before[j - 1] + 1);
            }
            next.push(least);
        }
        // The oldest row is written over next.
        std::mem::swap(&mut before, &mut row);
        std::mem::swap(&mut row, &mut next);
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

    #[test]
    fn slips_are_counted_in_the_word_as_it_was_typed_too() {
        assert_eq!(slips("whitbey", "whitbey", "whitbi", 1), Some(1));
        assert_eq!(slips("encost", "encostic", "encaust", 2), Some(2));
        assert_eq!(slips("gasso", "gasso", "gesso", 1), Some(1));
        assert_eq!(slips("sail", "sail", "sku", 1), None);
    }
}
