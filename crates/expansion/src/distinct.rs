//! Whether no two items can be equal, found out from the templates without making an item.
//!
//! A template is read from left to right: where no value with the text after it begins another such, the text
//! tells which value it was. What can't be shown this way is not wrong; it is compared item by item.

use std::collections::{HashMap, HashSet};

use crate::part::Part;
use crate::plan::{Axis, Piece, Template};
use crate::value::Value;

const BLANKS: [char; 2] = [' ', '\t'];

/// More pairs of sub-prompts than this are not compared.
const MOST_TEMPLATES: usize = 64;

pub(crate) fn proven(parts: &[Part]) -> bool {
    let mut texts = Vec::new();
    for part in parts {
        for stream in 0..part.space.streams() {
            texts.push((&part.batch.prompts[stream], part.negative(stream)));
        }
    }
    let apart = |one: &(&Template, &Template), other: &(&Template, &Template)| {
        disjoint(one.0, other.0) || disjoint(one.1, other.1)
    };
    texts.len() <= MOST_TEMPLATES
        && texts.iter().enumerate().all(|(at, one)| texts[at + 1..].iter().all(|other| apart(one, other)))
        && parts.iter().all(is_one_to_one)
}

fn is_one_to_one(part: &Part) -> bool {
    let settings = part.parameters.iter().all(|axis| {
        let mut seen = HashSet::new();
        axis.values.iter().flat_map(Value::alternatives).all(|value| seen.insert(value))
    });
    let told = |stream: usize| {
        let axes = &part.batch.axes;
        let texts = [&part.batch.prompts[stream], part.negative(stream)];
        let mut known = HashSet::new();
        // What one text tells may be what the other needs.
        for template in [texts[0], texts[1], texts[0]] {
            read(template, axes, &mut known);
        }
        (0..axes.len()).all(|axis| !part.space.names(stream, axis) || known.contains(&axis))
    };
    settings && (0..part.space.streams()).all(told)
}

/// Adds the axes that a text tells, when it tells all of them.
fn read(template: &Template, all: &[Axis], known: &mut HashSet<usize>) {
    let mut told = known.clone();
    for (at, piece) in template.pieces.iter().enumerate() {
        match piece {
            Piece::Text(_) => {}
            // Its draws depend on the item, not on the axis alone.
            Piece::First(axis) if matches!(all[*axis].values.first(), Some(Value::Fixed(_))) => {}
            Piece::First(_) => return,
            Piece::Axis(axis) => {
                if !told.contains(axis) && !is_told(&template.pieces, at, all, &all[*axis]) {
                    return;
                }
                told.insert(*axis);
            }
        }
    }
    *known = told;
}

/// Whether the text from this piece on tells the value of its axis.
fn is_told(pieces: &[Piece], at: usize, all: &[Axis], axis: &Axis) -> bool {
    let mut after = String::new();
    let mut next = None;
    for piece in &pieces[at + 1..] {
        if let Piece::Text(text) = piece {
            after.push_str(text);
        } else {
            next = Some(piece);
            break;
        }
    }
    // Blanks before an empty value may go.
    let may_be_empty = |piece: &Piece| match piece {
        Piece::Text(_) => false,
        Piece::Axis(axis) | Piece::First(axis) => {
            all[*axis].values.iter().flat_map(Value::alternatives).any(String::is_empty)
        }
    };
    if next.is_some_and(may_be_empty) {
        after.truncate(after.trim_end().len());
    }
    let mut owners: HashMap<&str, usize> = HashMap::new();
    for (option, value) in axis.values.iter().enumerate() {
        for text in value.alternatives() {
            if *owners.entry(text).or_insert(option) != option {
                return false;
            }
        }
    }
    let mut short = after.as_str();
    if owners.contains_key("") {
        // A gap: what happens to the blanks beside it is known where plain text or the start is before it.
        let blank = match at.checked_sub(1).map(|before| &pieces[before]) {
            None => true,
            Some(Piece::Text(text)) if !text.trim().is_empty() => text.ends_with(char::is_whitespace),
            Some(_) => return false,
        };
        if next.is_none() && after.trim().is_empty() {
            return true;
        }
        if blank && (!after.starts_with(BLANKS) || after.trim().is_empty()) {
            return false;
        }
        if blank {
            short = after.trim_start_matches(BLANKS);
        }
    } else if next.is_none() {
        return true;
    }
    let mut texts: Vec<String> = owners
        .keys()
        .map(|text| if text.is_empty() { short.to_owned() } else { format!("{text}{after}") })
        .collect();
    texts.sort_unstable();
    texts.windows(2).all(|pair| !pair[1].starts_with(&pair[0]))
}

/// Whether two templates never give the same text, by how they begin or end.
fn disjoint(one: &Template, other: &Template) -> bool {
    if let ([], []) | ([Piece::Text(_)], [Piece::Text(_)]) = (one.pieces.as_slice(), other.pieces.as_slice())
    {
        return one.pieces != other.pieces;
    }
    let text = |piece: Option<&Piece>| match piece {
        Some(Piece::Text(text)) => text.trim().to_owned(),
        _ => String::new(),
    };
    let starts = [text(one.pieces.first()), text(other.pieces.first())];
    let ends = [text(one.pieces.last()), text(other.pieces.last())];
    let differ = |ends: &[String; 2], within: fn(&str, &str) -> bool| {
        !within(&ends[0], &ends[1]) && !within(&ends[1], &ends[0])
    };
    differ(&starts, |one, other| one.starts_with(other)) || differ(&ends, |one, other| one.ends_with(other))
}
