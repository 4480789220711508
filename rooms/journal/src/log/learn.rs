//! What a confirmation, a rejection and a correction teach.

use std::collections::BTreeMap;

use super::{Extracted, Log};
use crate::terms::{Lesson, normal};

/// Lessons in one transaction, beside the writes of the log itself.
const MOST: usize = 25;

/// The words of a confirmed log mean what they were taken for.
pub(super) fn of_confirmation(log: &Log) -> Vec<Lesson> {
    let Some(facts) = &log.extracted else { return Vec::new() };
    let project = log.project_id.map(|project| project.to_string());
    let named = project.map(|project| words_of_project(facts, &project, true)).unwrap_or_default();
    once_each(named.into_iter().chain(words(facts, true)))
}

/// The words that stood for the project of a rejected log do not stand for it. Its other facts may be right.
pub(super) fn of_rejection(log: &Log) -> Vec<Lesson> {
    let Some(facts) = &log.extracted else { return Vec::new() };
    let Some(project) = facts.project.project_id else { return Vec::new() };
    once_each(words_of_project(facts, &project.to_string(), false))
}

/// What a person took out was wrong, and what they put in is a word of theirs.
pub(super) fn of_correction(before: &Log, after: &Log) -> Vec<Lesson> {
    let facts =
        |log: &Log, right| log.extracted.as_ref().map(|facts| words(facts, right)).unwrap_or_default();
    let (old, new) = (facts(before, false), facts(after, true));
    let same = |one: &Lesson, other: &Lesson| one.kind == other.kind && one.canonical == other.canonical;
    let gone = old.iter().filter(|lesson| !new.iter().any(|other| same(lesson, other)));
    let added = new.iter().filter(|lesson| !old.iter().any(|other| same(lesson, other)));
    once_each(gone.chain(added).cloned())
}

fn words(facts: &Extracted, right: bool) -> Vec<Lesson> {
    let materials = facts.materials.iter().map(|fact| ("material", &fact.term, &fact.canonical));
    let techniques = facts.techniques.iter().map(|fact| {
        let said = fact.spans.first().map_or(&fact.name, |span| &span.text);
        ("technique", said, &fact.name)
    });
    let lesson = |(kind, term, canonical): (&'static str, &String, &String)| {
        Some(Lesson { kind, term: normal(term)?, canonical: canonical.clone(), right })
    };
    materials.chain(techniques).filter_map(lesson).collect()
}

fn words_of_project(facts: &Extracted, project: &str, right: bool) -> Vec<Lesson> {
    let said = facts.project.spans.iter().filter_map(|span| normal(&span.text));
    said.map(|term| Lesson { kind: "project", term, canonical: project.to_owned(), right }).collect()
}

/// One lesson a term: a transaction writes an item once.
fn once_each(lessons: impl IntoIterator<Item = Lesson>) -> Vec<Lesson> {
    let mut by_term = BTreeMap::new();
    for lesson in lessons {
        by_term.entry(lesson.term.clone()).or_insert(lesson);
    }
    by_term.into_values().take(MOST).collect()
}
