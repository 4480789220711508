//! From the extractor's facts to those of a log: offsets as pages count them, times where words were spoken.

use atelier_base::Timestamp;
use atelier_extraction::{Context, Fact, Facts, ProjectGuess, Source, Span, Use, extract};

use super::Question;
use crate::log::facts::{
    Extracted, FactSource, FactSpan, MaterialFact, MaterialUse, MinutesFact, ProjectAlternative, ProjectFact,
    TechniqueFact,
};
use crate::log::text::Utf16;
use crate::recording::HeardWord;

/// Places of one fact that are kept; a word that a long note repeats a thousand times needs no thousand proofs.
const SPANS: usize = 8;
/// Facts of a sort that are kept. More of them than a person would read are no facts.
const FACTS: usize = 100;

/// Reads a note. Takes the processor well below a millisecond for a note of usual length.
pub(super) fn read(question: &Question, context: &Context, at: Timestamp) -> Extracted {
    of(extract(&question.text, context), question, context, at)
}

/// The facts of a note as a log has them.
pub(super) fn of(facts: Facts, question: &Question, context: &Context, at: Timestamp) -> Extracted {
    let places = Places { text: &question.text, units: Utf16::of(&question.text), heard: &question.heard };
    let materials = facts.materials.iter().take(FACTS).map(|fact| MaterialFact {
        term: fact.value.term.clone(),
        canonical: fact.value.canonical.clone(),
        r#use: use_of(fact.value.usage),
        confidence: rounded(fact.confidence),
        source: source_of(fact.source),
        spans: places.of(&fact.spans),
        decided: false,
    });
    let techniques = facts.techniques.iter().take(FACTS).map(|fact| TechniqueFact {
        name: fact.value.canonical.clone(),
        confidence: rounded(fact.confidence),
        source: source_of(fact.source),
        spans: places.of(&fact.spans),
        decided: false,
    });
    let minutes = facts.minutes.as_ref().map(|fact| MinutesFact {
        minutes: fact.value,
        confidence: rounded(fact.confidence),
        source: source_of(fact.source),
        spans: places.of(&fact.spans),
    });
    Extracted {
        at,
        minutes,
        materials: materials.collect(),
        techniques: techniques.collect(),
        project: project(question, context, &places, facts.project.as_ref(), &facts.alternatives),
        day: facts.day.map(|fact| fact.value.into()),
        extractor: facts.version,
    }
}

fn project(
    question: &Question,
    context: &Context,
    places: &Places<'_>,
    guess: Option<&Fact<ProjectGuess>>,
    others: &[Fact<ProjectGuess>],
) -> ProjectFact {
    let alternative = |fact: &Fact<ProjectGuess>| {
        let (title, confidence) = (fact.value.title.clone(), rounded(fact.confidence));
        fact.value.id.parse().ok().map(|project_id| ProjectAlternative { project_id, title, confidence })
    };
    let alternatives = others.iter().filter_map(alternative).take(5).collect();
    let spans = guess.map(|fact| places.of(&fact.spans)).unwrap_or_default();
    let Some(chosen) = question.chosen else {
        return ProjectFact {
            project_id: guess.and_then(|fact| fact.value.id.parse().ok()),
            title: guess.map(|fact| fact.value.title.clone()),
            confidence: guess.map_or(0.0, |fact| rounded(fact.confidence)),
            source: guess.map_or(FactSource::Rules, |fact| source_of(fact.source)),
            spans,
            alternatives,
        };
    };
    let id = chosen.to_string();
    let title = context.projects.iter().find(|candidate| candidate.id == id);
    // The words that were taken for another project say nothing about the one that a person named.
    let spans = if guess.is_some_and(|fact| fact.value.id == id) { spans } else { Vec::new() };
    ProjectFact {
        project_id: Some(chosen),
        title: title.map(|candidate| candidate.title.clone()),
        confidence: 1.0,
        source: FactSource::Person,
        spans,
        alternatives,
    }
}

/// Three decimals say all that there is to say.
fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence.clamp(0.0, 1.0)) * 1_000.0).round() / 1_000.0
}

fn source_of(source: Source) -> FactSource {
    match source {
        Source::Rules => FactSource::Rules,
        Source::Model => FactSource::Model,
        Source::Person => FactSource::Person,
    }
}

fn use_of(usage: Use) -> MaterialUse {
    match usage {
        Use::Used => MaterialUse::Used,
        Use::ToBuy => MaterialUse::ToBuy,
        Use::Planned => MaterialUse::Planned,
        Use::NotUsed => MaterialUse::NotUsed,
        Use::Mentioned => MaterialUse::Mentioned,
    }
}

/// Places in the text.
struct Places<'a> {
    text: &'a str,
    units: Utf16<'a>,
    heard: &'a [HeardWord],
}

impl Places<'_> {
    fn of(&self, spans: &[Span]) -> Vec<FactSpan> {
        spans.iter().take(SPANS).filter_map(|span| self.place(span)).collect()
    }

    fn place(&self, span: &Span) -> Option<FactSpan> {
        let text = self.text.get(span.start..span.end)?.to_owned();
        let unit = |byte| u32::try_from(self.units.at(byte)).unwrap_or(u32::MAX);
        // Words are in order, so those that touch the span lie side by side.
        let first = self.heard.partition_point(|word| word.end <= span.start);
        let over = self.heard.get(first..).unwrap_or_default();
        let over = over.get(..over.partition_point(|word| word.start < span.end)).unwrap_or_default();
        let (start, end) = (unit(span.start), unit(span.end));
        let start_ms = over.first().map(|word| word.start_ms);
        Some(FactSpan { start, end, text, start_ms, end_ms: over.last().map(|word| word.end_ms) })
    }
}
