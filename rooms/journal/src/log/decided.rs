//! What people decided of a log, which no later reading takes back.
//!
//! A part that a person set is theirs: a project, a day, a time, also that there is none. A list that they went
//! through is theirs as long as the words are the same; other words may add to it, but never what they took out.
//! A person who confirms a log decides all of its facts.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::facts::{Extracted, FactSource, FactSpan, MaterialFact, ProjectFact, TechniqueFact};
use super::{AttributionStatus, Log};

/// A part of a log that a person can decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Part {
    /// What it says. Hearing its recording again changes nothing of it.
    Words,
    /// Where it belongs, also if that is nowhere.
    Project,
    /// The day of the work.
    Day,
    /// The time, also if nobody knows it.
    Minutes,
    /// All materials of the present words.
    Materials,
    /// All techniques of the present words.
    Techniques,
}

impl Part {
    /// The word for people.
    const fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Project => "project",
            Self::Day => "day",
            Self::Minutes => "time",
            Self::Materials => "materials",
            Self::Techniques => "techniques",
        }
    }
}

/// Facts that a person took out are remembered up to so many; the latest.
const MOST: usize = 100;

/// What people decided of a log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Decided {
    /// Parts that are as a person wants them.
    parts: BTreeSet<Part>,
    /// Names of materials that a person took out.
    no_materials: Vec<String>,
    /// Names of techniques that a person took out.
    no_techniques: Vec<String>,
}

impl Decided {
    /// What a person names when they make a log.
    pub(super) fn of(parts: impl IntoIterator<Item = Part>) -> Self {
        Self { parts: parts.into_iter().collect(), ..Self::default() }
    }

    pub(super) fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }

    pub(super) fn decide(&mut self, part: Part) {
        self.parts.insert(part);
    }

    /// That it belongs to a project is open again.
    pub(super) fn reopen_project(&mut self) {
        self.parts.remove(&Part::Project);
    }

    /// The words are others now: nobody went through the lists with them yet.
    pub(super) fn reword(&mut self) {
        self.parts.remove(&Part::Materials);
        self.parts.remove(&Part::Techniques);
    }

    /// A person went through the materials.
    pub(super) fn list_materials(&mut self, before: &[MaterialFact], after: &[MaterialFact]) {
        self.decide(Part::Materials);
        take_out(&mut self.no_materials, before, after);
    }

    /// A person went through the techniques.
    pub(super) fn list_techniques(&mut self, before: &[TechniqueFact], after: &[TechniqueFact]) {
        self.decide(Part::Techniques);
        take_out(&mut self.no_techniques, before, after);
    }

    /// The parts for people, such as `materials, day`; none when nothing was decided.
    pub(super) fn names(&self) -> Option<String> {
        let names: Vec<_> = self.parts.iter().map(|part| part.name()).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }
}

/// A fact of a list.
trait Listed: Clone {
    /// What it is called, and the words that say it, in small letters.
    fn names(&self) -> BTreeSet<String>;
    /// Whether a person said so.
    fn is_decided(&self) -> bool;
}

fn lower<'a>(names: impl Iterator<Item = &'a String>, spans: &'a [FactSpan]) -> BTreeSet<String> {
    names.chain(spans.iter().map(|span| &span.text)).map(|name| name.trim().to_lowercase()).collect()
}

impl Listed for MaterialFact {
    fn names(&self) -> BTreeSet<String> {
        lower([&self.term, &self.canonical].into_iter(), &self.spans)
    }

    fn is_decided(&self) -> bool {
        self.decided || self.source == FactSource::Person
    }
}

impl Listed for TechniqueFact {
    fn names(&self) -> BTreeSet<String> {
        lower(std::iter::once(&self.name), &self.spans)
    }

    fn is_decided(&self) -> bool {
        self.decided || self.source == FactSource::Person
    }
}

/// Remembers the names of what is not in the list any more, and forgets those that are in it again.
fn take_out<F: Listed>(out: &mut Vec<String>, before: &[F], after: &[F]) {
    let there: BTreeSet<String> = after.iter().flat_map(Listed::names).collect();
    out.retain(|name| !there.contains(name));
    let gone = before.iter().flat_map(Listed::names).filter(|name| !there.contains(name));
    let gone: Vec<_> = gone.filter(|name| !out.contains(name)).collect();
    out.extend(gone);
    let spare = out.len().saturating_sub(MOST);
    out.drain(..spare);
}

/// The list after another reading: what people decided of it, and of the guesses those that are neither in it nor
/// were taken out.
fn merged<F: Listed>(mine: &[F], guesses: Vec<F>, out: &[String]) -> Vec<F> {
    let mut list: Vec<F> = mine.iter().filter(|fact| fact.is_decided()).cloned().collect();
    let known: BTreeSet<String> = list.iter().flat_map(Listed::names).collect();
    let is_new = |fact: &F| fact.names().iter().all(|name| !known.contains(name) && !out.contains(name));
    list.extend(guesses.into_iter().filter(is_new));
    list
}

/// What was read, but all that people decided of the log stays as they want it.
pub(super) fn kept(read: Extracted, log: &Log) -> Extracted {
    let Some(mine) = &log.extracted else { return read };
    let decided = &log.decided;
    let mut facts = read;
    if decided.has(Part::Project) || log.named_project().is_some() {
        facts.project = ProjectFact { alternatives: facts.project.alternatives, ..mine.project.clone() };
    }
    let said = mine.minutes.as_ref().is_some_and(|fact| fact.source == FactSource::Person);
    if decided.has(Part::Minutes) || said {
        facts.minutes.clone_from(&mine.minutes);
    }
    facts.materials = if decided.has(Part::Materials) {
        mine.materials.clone()
    } else {
        merged(&mine.materials, facts.materials, &decided.no_materials)
    };
    facts.techniques = if decided.has(Part::Techniques) {
        mine.techniques.clone()
    } else {
        merged(&mine.techniques, facts.techniques, &decided.no_techniques)
    };
    facts
}

impl Log {
    /// The log all of whose facts a person agrees to.
    pub(super) fn agreed(mut self) -> Self {
        for part in [Part::Project, Part::Day, Part::Minutes, Part::Materials, Part::Techniques] {
            self.decided.decide(part);
        }
        if let Some(facts) = &mut self.extracted {
            facts.materials.iter_mut().for_each(|fact| fact.decided = true);
            facts.techniques.iter_mut().for_each(|fact| fact.decided = true);
        }
        self
    }

    /// Whether hearing its recording again must leave it alone: a person wrote its words, said that it is right,
    /// or that it is wrong.
    pub(super) fn is_settled(&self) -> bool {
        let status = self.attribution_status;
        self.decided.has(Part::Words)
            || status == AttributionStatus::Rejected
            || status == AttributionStatus::Confirmed && self.decided.has(Part::Materials)
    }

    /// Whether another reading came to the same: nothing that counts is different.
    pub(super) fn counts_like(&self, other: &Self) -> bool {
        let lists = |log: &Self| (log.materials.clone(), log.to_buy.clone(), log.techniques.clone());
        (self.project_id, self.day, self.time_spent_minutes)
            == (other.project_id, other.day, other.time_spent_minutes)
            && lists(self) == lists(other)
    }
}

#[cfg(test)]
mod tests;
