//! What a person changes of a log: what they say is right, and they are the source of it.

use atelier_base::{Date, Grant, InvalidInput, LogId, Patch, Timestamp};

use super::change::{Commit, by_person, commit};
use super::decided::{Decided, Part};
use super::history::RevisionKind;
use super::text::Utf16;
use super::{
    AttributionStatus, Extracted, FactSource, FactSpan, Log, LogPatch, MOST_MATERIALS, MOST_TAGS,
    MOST_TECHNIQUES, MaterialFact, MaterialInput, MinutesFact, ProjectFact, TechniqueFact, learn, store,
    text, tidy_words,
};
use crate::permissions::EditLog;
use crate::{Error, Outcome, State, record, settings};

/// Changes a log that is at `version`. Another project means a move, in one transaction.
pub async fn edit(
    state: &State,
    grant: Grant<EditLog>,
    id: LogId,
    version: u32,
    patch: LogPatch,
) -> Result<Outcome<Log>, Error> {
    let (scope, tenant, now) = (grant.scope(), grant.tenant(), state.clock.now());
    let log = store::fetch(state, scope, tenant, id).await?;
    if log.version != version {
        return Ok(Outcome::Conflict(Box::new(log)));
    }
    let title = match patch.project_id {
        Patch::Value(project) => Some(record::open(state, grant, project).await?.title),
        _ => None,
    };
    let words = match &patch.raw_text {
        Patch::Value(words) => words.clone(),
        _ => store::whole_text(state, scope, &log).await?,
    };
    let reworded = matches!(patch.raw_text, Patch::Value(_));
    let made_on = settings::get(state, scope, tenant).await?.day_of(log.created_at);
    let mut after = patched(log.clone(), patch, &words, (title, made_on), now)?;
    if reworded {
        after = store::with_text(state, scope, after, words).await?;
    }
    let moved = log.project_id != after.project_id;
    let (kind, note) = if moved { (RevisionKind::Moved, "moved") } else { (RevisionKind::Edited, "edited") };
    let lessons = learn::of_correction(&log, &after);
    let step = by_person(after, grant, kind, note);
    commit(state, grant, Commit { action: "log.edit", before: &log, steps: vec![step], lessons }).await
}

/// The log after the patch, or everything that is wrong with it. Pure.
fn patched(
    mut log: Log,
    patch: LogPatch,
    words: &str,
    (title, made_on): (Option<String>, Date),
    now: Timestamp,
) -> Result<Log, Error> {
    if text::LONGEST < words.len() {
        return Err(Error::NoteTooLarge { size: words.len(), limit: text::LONGEST });
    }
    let mut faults = InvalidInput::default();
    let empty = !patch.raw_text.is_absent() && words.trim().is_empty() || patch.raw_text == Patch::Null;
    faults.note(empty, "rawText", "required", "is required");
    let mut facts = log.extracted.take().unwrap_or_else(|| nothing(now));
    if !patch.raw_text.is_absent() {
        relocate(&mut facts, words);
        log.decided.decide(Part::Words);
        log.decided.reword();
    }
    let lists = (patch.materials, patch.techniques);
    name_lists((&mut facts, &mut log.decided), lists, words, &mut faults);
    name_minutes((&mut facts, &mut log.decided), &patch.time_spent_minutes, &mut faults);
    if !patch.project_id.is_absent() {
        log.decided.decide(Part::Project);
        log.project_id = patch.project_id.apply(log.project_id);
        name_project(&mut facts, &log, title);
        if log.project_id.is_some() && log.attribution_status == AttributionStatus::Rejected {
            log.attribution_status = AttributionStatus::Pending;
        }
    }
    if let Some(tags) = some(patch.tags) {
        log.tags = tidy_words(&mut faults, "tags", tags, MOST_TAGS, 40);
    }
    faults.finish()?;
    if !patch.day.is_absent() {
        log.decided.decide(Part::Day);
    }
    let day = match patch.day {
        Patch::Absent => log.day,
        Patch::Null => made_on,
        Patch::Value(day) => day,
    };
    Ok(Log { day, updated_at: now, ..log.with_facts(facts) })
}

/// All materials and all techniques, as a person names them.
fn name_lists(
    (facts, decided): (&mut Extracted, &mut Decided),
    (materials, techniques): (Patch<Vec<MaterialInput>>, Patch<Vec<String>>),
    words: &str,
    faults: &mut InvalidInput,
) {
    let found = Finder::of(words);
    if let Some(materials) = some(materials) {
        let named = materials.iter().map(|input| input.term.trim().to_owned()).collect();
        tidy_words(faults, "materials", named, MOST_MATERIALS, 80);
        let named: Vec<_> = materials.iter().map(|input| found.material(input, &facts.materials)).collect();
        decided.list_materials(&facts.materials, &named);
        facts.materials = named;
    }
    if let Some(techniques) = some(techniques) {
        let names = tidy_words(faults, "techniques", techniques, MOST_TECHNIQUES, 80);
        let listed: Vec<_> = names.into_iter().map(|name| found.technique(name, &facts.techniques)).collect();
        decided.list_techniques(&facts.techniques, &listed);
        facts.techniques = listed;
    }
}

/// The time, as a person says; where the note says something of it stays.
fn name_minutes(
    (facts, decided): (&mut Extracted, &mut Decided),
    patch: &Patch<u32>,
    faults: &mut InvalidInput,
) {
    if !patch.is_absent() {
        decided.decide(Part::Minutes);
    }
    match *patch {
        Patch::Absent => {}
        Patch::Null => facts.minutes = None,
        Patch::Value(minutes) => {
            faults.note(10_080 < minutes, "timeSpentMinutes", "out_of_range", "may be 10080 at most, a week");
            let spans = facts.minutes.take().map(|fact| fact.spans).unwrap_or_default();
            facts.minutes = Some(MinutesFact { minutes, confidence: 1.0, source: FactSource::Person, spans });
        }
    }
}

/// The project under which a person files the log.
fn name_project(facts: &mut Extracted, log: &Log, title: Option<String>) {
    let ProjectFact { project_id, spans, alternatives, .. } = &mut facts.project;
    if *project_id != log.project_id {
        // Words that were taken for another project are no words for this one.
        spans.clear();
    }
    let (spans, alternatives) = (std::mem::take(spans), std::mem::take(alternatives));
    let (project_id, source) = (log.project_id, FactSource::Person);
    facts.project = ProjectFact { project_id, title, confidence: 1.0, source, spans, alternatives };
}

/// The value of a list after a patch: null is the empty one. None when it was not mentioned.
fn some<T>(patch: Patch<Vec<T>>) -> Option<Vec<T>> {
    match patch {
        Patch::Absent => None,
        Patch::Null => Some(Vec::new()),
        Patch::Value(list) => Some(list),
    }
}

/// Facts before anything was understood.
fn nothing(now: Timestamp) -> Extracted {
    Extracted {
        extractor: "person".into(),
        at: now,
        project: ProjectFact {
            project_id: None,
            title: None,
            confidence: 0.0,
            source: FactSource::Person,
            spans: Vec::new(),
            alternatives: Vec::new(),
        },
        minutes: None,
        materials: Vec::new(),
        techniques: Vec::new(),
        day: None,
    }
}

/// Puts the spans of facts where their words stand in a new text. Words that are gone are no proof any more.
pub(super) fn relocate(facts: &mut Extracted, words: &str) {
    let found = Finder::of(words);
    let spans = facts.materials.iter_mut().map(|fact| &mut fact.spans);
    let spans = spans.chain(facts.techniques.iter_mut().map(|fact| &mut fact.spans));
    let spans = spans.chain(facts.minutes.iter_mut().map(|fact| &mut fact.spans));
    for spans in spans.chain(std::iter::once(&mut facts.project.spans)) {
        *spans = spans.drain(..).filter_map(|span| found.span(&span.text)).collect();
    }
}

/// Finds words in a text.
struct Finder<'a> {
    words: &'a str,
    units: Utf16<'a>,
}

impl<'a> Finder<'a> {
    fn of(words: &'a str) -> Self {
        Self { words, units: Utf16::of(words) }
    }

    /// Where the text says so, whatever the case of its letters.
    fn span(&self, said: &str) -> Option<FactSpan> {
        let exact = self.words.find(said);
        // Small letters have the same length in all but a few scripts; there, only the exact words are found.
        let folded = || {
            let (words, said) = (self.words.to_lowercase(), said.to_lowercase());
            (words.len() == self.words.len()).then(|| words.find(&said)).flatten()
        };
        let from = exact.or_else(folded).filter(|_| !said.is_empty())?;
        let text = self.words.get(from..from + said.len())?;
        let unit = |byte| u32::try_from(self.units.at(byte)).unwrap_or(u32::MAX);
        let (start, end) = (unit(from), unit(from + said.len()));
        Some(FactSpan { start, end, text: text.to_owned(), start_ms: None, end_ms: None })
    }

    fn material(&self, input: &MaterialInput, known: &[MaterialFact]) -> MaterialFact {
        let term = input.term.trim();
        let same = |fact: &&MaterialFact| {
            [&fact.term, &fact.canonical].into_iter().any(|name| name.to_lowercase() == term.to_lowercase())
        };
        let known = known.iter().find(same);
        MaterialFact {
            term: term.to_owned(),
            canonical: known.map_or_else(|| term.to_lowercase(), |fact| fact.canonical.clone()),
            r#use: input.r#use,
            confidence: 1.0,
            source: FactSource::Person,
            spans: known.map_or_else(|| self.span(term).into_iter().collect(), |fact| fact.spans.clone()),
            decided: true,
        }
    }

    fn technique(&self, name: String, known: &[TechniqueFact]) -> TechniqueFact {
        let known = known.iter().find(|fact| fact.name.to_lowercase() == name.to_lowercase());
        let spans = known.map_or_else(|| self.span(&name).into_iter().collect(), |fact| fact.spans.clone());
        TechniqueFact { name, confidence: 1.0, source: FactSource::Person, spans, decided: true }
    }
}

#[cfg(test)]
mod tests {
    use super::super::MaterialUse;
    use super::*;

    #[test]
    fn words_are_found_whatever_the_case_and_counted_as_a_page_counts() {
        let found = Finder::of("🎨 Glazed with Burnt Sienna");
        let span = found.span("burnt sienna").expect("there");
        assert_eq!((span.start, span.end, span.text.as_str()), (15, 27, "Burnt Sienna"));
        assert_eq!(found.span("umber"), None);
        assert_eq!(found.span(""), None);
    }

    #[test]
    fn spans_follow_their_words_into_a_new_text() {
        let span =
            |text: &str| FactSpan { start: 0, end: 3, text: text.into(), start_ms: Some(1), end_ms: None };
        let mut facts = nothing(Timestamp::from_millis(0));
        facts.project.spans = vec![span("harbor")];
        let named = MaterialInput { term: "gesso".into(), r#use: MaterialUse::Used };
        let mut material = Finder::of("gesso").material(&named, &[]);
        material.spans.push(span("ink"));
        facts.materials = vec![material];
        relocate(&mut facts, "then gesso on the harbor");
        assert_eq!((facts.project.spans[0].start, facts.project.spans[0].start_ms), (18, None));
        assert_eq!(facts.materials[0].spans.len(), 1, "the ink is gone from the words");
    }

    #[test]
    fn a_known_material_keeps_its_words_and_its_name() {
        let known = MaterialFact {
            term: "cold wax".into(),
            canonical: "cold wax medium".into(),
            ..Finder::of("some cold wax")
                .material(&MaterialInput { term: "cold wax".into(), r#use: MaterialUse::ToBuy }, &[])
        };
        let input = MaterialInput { term: "Cold wax medium".into(), r#use: MaterialUse::Used };
        let fact = Finder::of("some cold wax").material(&input, &[known]);
        assert_eq!((fact.canonical.as_str(), fact.source), ("cold wax medium", FactSource::Person));
        assert_eq!(fact.spans[0].text, "cold wax");
    }
}
