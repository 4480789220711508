//! What changed between two versions, in words.

use super::{Brief, BriefInput, Deliverable};

/// A line of a changelog quotes so many characters.
const QUOTED: usize = 120;
/// A version that changes everything is told in so many lines.
const LINES: usize = 40;

/// The changes that make the version the input, a line each.
pub(super) fn changes(before: Option<&Brief>, after: &BriefInput) -> Vec<String> {
    let empty = (Vec::new(), Vec::new(), String::new());
    let (requirements, deliverables, notes) = before.map_or(empty, |before| {
        (before.requirements.clone(), before.deliverables.clone(), before.notes.clone())
    });
    let mut lines = Vec::new();
    let mut tell = |what: &str, text: &str| lines.push(format!("{what}: {}", quoted(text)));
    for line in without(&after.requirements, &requirements) {
        tell("requirement added", line);
    }
    for line in without(&requirements, &after.requirements) {
        tell("requirement removed", line);
    }
    for one in &after.deliverables {
        match deliverables.iter().find(|old| old.name == one.name) {
            None => tell("deliverable added", &described(one)),
            Some(old) if old != one => {
                tell("deliverable changed", &format!("{} → {}", described(old), described(one)));
            }
            Some(_) => {}
        }
    }
    for one in &deliverables {
        if !after.deliverables.iter().any(|new| new.name == one.name) {
            tell("deliverable removed", &one.name);
        }
    }
    let moved = same_in_other_order(&requirements, &after.requirements);
    if moved {
        lines.push("requirements in another order".to_owned());
    }
    if notes != after.notes.as_deref().unwrap_or_default() {
        lines.push("notes changed".to_owned());
    }
    let more = lines.len().saturating_sub(LINES);
    if more > 0 {
        lines.truncate(LINES);
        lines.push(format!("and {more} more"));
    }
    lines
}

/// Those of the first that the second lacks.
fn without<'a>(lines: &'a [String], others: &'a [String]) -> impl Iterator<Item = &'a String> {
    lines.iter().filter(|line| !others.contains(line))
}

fn same_in_other_order(one: &[String], other: &[String]) -> bool {
    one != other && without(one, other).next().is_none() && without(other, one).next().is_none()
}

fn described(one: &Deliverable) -> String {
    let format = if one.format.is_empty() { String::new() } else { format!(" ({})", one.format) };
    let due = one.due.map(|due| format!(" by {due}")).unwrap_or_default();
    format!("{} × {}{format}{due}", one.quantity, one.name)
}

fn quoted(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
