//! A model's answer, and how it is held to the note.

use serde::Deserialize;

use crate::context::{Context, Rejection};
use crate::error::Error;
use crate::facts::{Fact, Facts, MaterialUse, ProjectGuess, Source, Span, Technique, Use};
use crate::gazetteer::Kind;
use crate::rules::MOST_FACTS;

/// No model is believed more than this.
const MOST: f32 = 0.95;
/// What is believed of a fact that comes without a confidence.
const UNSAID: f32 = 0.7;
/// A day and night.
const LONGEST: u32 = 24 * 60;

#[derive(Deserialize)]
pub(super) struct Answer {
    minutes: Option<Minutes>,
    #[serde(default)]
    materials: Vec<Material>,
    #[serde(default)]
    techniques: Vec<Named>,
    project: Option<Project>,
}

#[derive(Deserialize)]
struct Minutes {
    value: u32,
    #[serde(default)]
    quotes: Vec<String>,
}

#[derive(Deserialize)]
struct Material {
    quote: String,
    canonical: Option<String>,
    #[serde(rename = "use")]
    usage: Use,
    confidence: Option<f32>,
}

#[derive(Deserialize)]
struct Named {
    quote: String,
    canonical: Option<String>,
    confidence: Option<f32>,
}

#[derive(Deserialize)]
struct Project {
    id: String,
    #[serde(default)]
    quote: String,
    confidence: Option<f32>,
}

impl Answer {
    /// Reads the object, also where a model wrapped it into a fence or a sentence.
    pub(super) fn read(text: &str) -> Result<Self, Error> {
        let (from, to) = (text.find('{'), text.rfind('}'));
        let object = from.zip(to).and_then(|(from, to)| text.get(from..=to));
        let object = object.ok_or_else(|| Error::Unreadable("it holds no object".to_owned()))?;
        serde_json::from_str(object).map_err(|error| Error::Unreadable(error.to_string()))
    }

    /// The facts whose quotes stand in the note.
    pub(super) fn held_to(self, note: &str, context: &Context, model: &str) -> Facts {
        let mut facts = Facts::nothing(model);
        if let Some(minutes) = self.minutes {
            let spans: Vec<Span> = minutes.quotes.iter().filter_map(|quote| find(note, quote)).collect();
            let all_found = !spans.is_empty() && spans.len() == minutes.quotes.len();
            if all_found && (1..=LONGEST).contains(&minutes.value) {
                facts.minutes = Some(fact(minutes.value, spans, None));
            }
        }
        for material in self.materials.into_iter().take(MOST_FACTS) {
            let Some(span) = find(note, &material.quote) else { continue };
            let (term, canonical) = named(&material.quote, material.canonical);
            if !rejected(context, Kind::Material, &canonical) {
                let value = MaterialUse { term, canonical, usage: material.usage };
                facts.materials.push(fact(value, vec![span], material.confidence));
            }
        }
        for technique in self.techniques.into_iter().take(MOST_FACTS) {
            let Some(span) = find(note, &technique.quote) else { continue };
            let (term, canonical) = named(&technique.quote, technique.canonical);
            if !rejected(context, Kind::Technique, &canonical) {
                facts.techniques.push(fact(Technique { term, canonical }, vec![span], technique.confidence));
            }
        }
        if let Some(project) = self.project {
            facts.project = held_project(note, context, &project);
        }
        facts
    }
}

/// Only a known project, by words of the note.
fn held_project(note: &str, context: &Context, project: &Project) -> Option<Fact<ProjectGuess>> {
    let span = find(note, &project.quote)?;
    let known = context.projects.iter().find(|candidate| candidate.id == project.id)?;
    let ruled_out =
        context.rejected.iter().any(|no| matches!(no, Rejection::Project { id } if *id == known.id));
    let value = ProjectGuess { id: known.id.clone(), title: known.title.clone() };
    (!ruled_out).then(|| fact(value, vec![span], project.confidence))
}

fn rejected(context: &Context, kind: Kind, name: &str) -> bool {
    context
        .rejected
        .iter()
        .any(|no| matches!(no, Rejection::Term { of, canonical } if *of == kind && canonical == name))
}

fn named(quote: &str, canonical: Option<String>) -> (String, String) {
    let term = quote.trim().to_lowercase();
    let canonical = canonical
        .filter(|name| !name.trim().is_empty())
        .map_or_else(|| term.clone(), |name| name.trim().to_lowercase());
    (term, canonical)
}

fn fact<T>(value: T, spans: Vec<Span>, confidence: Option<f32>) -> Fact<T> {
    let confidence =
        confidence.filter(|confidence| confidence.is_finite()).unwrap_or(UNSAID).clamp(0.0, MOST);
    Fact { value, spans, confidence, evidence: vec!["quoted".to_owned()], source: Source::Model }
}

/// Where the note has the quote as whole words, whatever the case of its letters.
fn find(note: &str, quote: &str) -> Option<Span> {
    let quote = quote.trim();
    if quote.is_empty() {
        return None;
    }
    let wanted: Vec<char> = quote.chars().flat_map(char::to_lowercase).collect();
    for (start, first) in note.char_indices() {
        if first.to_lowercase().next() != wanted.first().copied()
            || note[..start].chars().next_back().is_some_and(char::is_alphanumeric)
        {
            continue;
        }
        let mut left = wanted.iter();
        let mut end = start;
        let mut fits = true;
        for c in note[start..].chars() {
            if left.as_slice().is_empty() {
                break;
            }
            fits = c.to_lowercase().all(|lower| left.next() == Some(&lower));
            end += c.len_utf8();
            if !fits {
                break;
            }
        }
        let whole = !note[end..].chars().next().is_some_and(char::is_alphanumeric);
        if fits && whole && left.as_slice().is_empty() {
            return Span::of(note, start, end);
        }
    }
    None
}
