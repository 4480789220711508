//! What was understood of a note: each fact with its words, who says so and how sure that is.

use async_graphql::{Enum, SimpleObject};
use atelier_base::{Date, ProjectId, Timestamp};
use serde::{Deserialize, Serialize};

/// Whether the facts of a log are right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "lowercase")]
pub enum AttributionStatus {
    /// A person said so, or every fact was as sure as the tenant asks for.
    Confirmed,
    /// It waits for a person.
    #[default]
    Pending,
    /// A person said no: it belongs to no project until somebody says to which.
    Rejected,
}

impl AttributionStatus {
    /// The word in the store.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Pending => "pending",
            Self::Rejected => "rejected",
        }
    }
}

/// What the note says of a material.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
pub enum MaterialUse {
    /// It went into the work.
    Used,
    /// It ran out, or is to be ordered.
    ToBuy,
    /// It is meant for later.
    Planned,
    /// The note says that it was not used.
    NotUsed,
    /// It is only spoken of.
    Mentioned,
}

/// Who found a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "lowercase")]
pub enum FactSource {
    /// The rules, which work offline.
    Rules,
    /// A language model; the fact quotes the note.
    Model,
    /// A person, who is right.
    Person,
}

/// The words that a fact was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct FactSpan {
    /// The first of them, in UTF-16 units of `rawText`: what JavaScript slices by.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// The words.
    pub text: String,
    /// Where they are in the recording, if they were spoken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_ms: Option<u32>,
    /// Where they end there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_ms: Option<u32>,
}

/// A material and what became of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct MaterialFact {
    /// As the note has it.
    pub term: String,
    /// The name under which it is counted.
    pub canonical: String,
    /// What the note says of it.
    pub r#use: MaterialUse,
    /// How likely that is right, 0 to 1.
    pub confidence: f64,
    /// Who found it.
    pub source: FactSource,
    /// Where the note says so.
    pub spans: Vec<FactSpan>,
    /// Whether a person agreed to it, whoever found it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[graphql(skip)]
    pub decided: bool,
}

/// A technique.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct TechniqueFact {
    /// Its name: `glazing`.
    pub name: String,
    /// How likely that is right, 0 to 1.
    pub confidence: f64,
    /// Who found it.
    pub source: FactSource,
    /// Where the note says so.
    pub spans: Vec<FactSpan>,
    /// Whether a person agreed to it, whoever found it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[graphql(skip)]
    pub decided: bool,
}

/// The time that was worked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct MinutesFact {
    /// Whole minutes.
    pub minutes: u32,
    /// How likely that is right, 0 to 1.
    pub confidence: f64,
    /// Who found it.
    pub source: FactSource,
    /// Where the note says so.
    pub spans: Vec<FactSpan>,
}

/// The project that a note is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct ProjectFact {
    /// Null when none is likely.
    pub project_id: Option<ProjectId>,
    /// Its title then.
    pub title: Option<String>,
    /// How likely that is right, 0 to 1.
    pub confidence: f64,
    /// Who found it.
    pub source: FactSource,
    /// Where the note says so.
    pub spans: Vec<FactSpan>,
    /// Other projects that it may be about, the likeliest first.
    pub alternatives: Vec<ProjectAlternative>,
}

/// A project that a note may be about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct ProjectAlternative {
    /// Its id.
    pub project_id: ProjectId,
    /// Its title then.
    pub title: String,
    /// How likely it is, 0 to 1.
    pub confidence: f64,
}

/// All that was understood of a note.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct Extracted {
    /// Which extractor, with its version.
    pub extractor: String,
    /// When.
    pub at: Timestamp,
    /// What it is about.
    pub project: ProjectFact,
    /// How long it took; null when the note does not say.
    pub minutes: Option<MinutesFact>,
    /// Materials, in the order of the note.
    pub materials: Vec<MaterialFact>,
    /// Techniques, in the order of the note.
    pub techniques: Vec<TechniqueFact>,
    /// The day that the note names; null when it names none.
    pub day: Option<Date>,
}

impl Extracted {
    /// How sure the least sure of the facts is. A note without a project is not sure of it.
    pub fn confidence(&self) -> f64 {
        let facts = std::iter::once(self.project.confidence)
            .chain(self.minutes.iter().map(|fact| fact.confidence))
            .chain(self.materials.iter().map(|fact| fact.confidence))
            .chain(self.techniques.iter().map(|fact| fact.confidence));
        facts.fold(1.0, f64::min)
    }

    /// Every place that a fact was read from.
    pub(super) fn spans(&self) -> impl Iterator<Item = &FactSpan> {
        let materials = self.materials.iter().flat_map(|fact| &fact.spans);
        let techniques = self.techniques.iter().flat_map(|fact| &fact.spans);
        let minutes = self.minutes.iter().flat_map(|fact| &fact.spans);
        materials.chain(techniques).chain(minutes).chain(&self.project.spans)
    }

    /// The same, to be changed.
    pub(super) fn spans_mut(&mut self) -> impl Iterator<Item = &mut FactSpan> {
        let materials = self.materials.iter_mut().flat_map(|fact| &mut fact.spans);
        let techniques = self.techniques.iter_mut().flat_map(|fact| &mut fact.spans);
        let minutes = self.minutes.iter_mut().flat_map(|fact| &mut fact.spans);
        materials.chain(techniques).chain(minutes).chain(&mut self.project.spans)
    }

    /// Names of materials of that use, each once.
    pub fn materials_of(&self, wanted: MaterialUse) -> Vec<String> {
        let of_use = self.materials.iter().filter(|fact| fact.r#use == wanted);
        each_once(of_use.map(|fact| fact.canonical.clone()))
    }

    /// Names of techniques, each once.
    pub fn technique_names(&self) -> Vec<String> {
        each_once(self.techniques.iter().map(|fact| fact.name.clone()))
    }
}

/// The names without repetitions, in their order.
pub(crate) fn each_once(names: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    names.into_iter().filter(|name| seen.insert(name.to_lowercase())).collect()
}
