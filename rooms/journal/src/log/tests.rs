use atelier_base::Randomness;

use super::guess::{Read, Reading, filed, steps};
use super::history::RevisionKind;
use super::learn::{of_confirmation, of_correction, of_rejection};
use super::store::{self, writes};
use super::*;
use crate::settings::JournalSettings;

fn now() -> Timestamp {
    Timestamp::from_millis(1_795_251_600_000)
}

fn project(seed: u64) -> ProjectId {
    ProjectId::generate(now(), &Randomness::seeded(seed))
}

fn span(text: &str) -> FactSpan {
    FactSpan { start: 0, end: 1, text: text.into(), start_ms: None, end_ms: None }
}

fn material(name: &str, r#use: MaterialUse, confidence: f64) -> MaterialFact {
    let spans = vec![span(name)];
    let (term, canonical) = (name.to_owned(), name.to_owned());
    MaterialFact { term, canonical, r#use, confidence, source: FactSource::Rules, spans, decided: false }
}

fn facts(project_id: Option<ProjectId>, confidence: f64) -> Extracted {
    Extracted {
        extractor: "rules-1".into(),
        at: now(),
        project: ProjectFact {
            project_id,
            title: Some("Harbor Triptych".into()),
            confidence,
            source: FactSource::Rules,
            spans: vec![span("harbor triptych")],
            alternatives: Vec::new(),
        },
        minutes: Some(MinutesFact {
            minutes: 75,
            confidence: 0.97,
            source: FactSource::Rules,
            spans: Vec::new(),
        }),
        materials: vec![
            material("ultramarine", MaterialUse::Used, 0.96),
            material("cold wax", MaterialUse::ToBuy, 0.94),
            material("Ultramarine", MaterialUse::Used, 0.95),
        ],
        techniques: vec![TechniqueFact {
            name: "glazing".into(),
            confidence: 0.92,
            source: FactSource::Rules,
            spans: vec![span("glaze")],
            decided: false,
        }],
        day: None,
    }
}

fn blank() -> Log {
    let randomness = Randomness::seeded(9);
    let day = Date::of(now());
    Log::blank(LogId::generate(now(), &randomness), UserId::generate(now(), &randomness), now(), day, None)
}

fn reading() -> Reading {
    Reading { kind: RevisionKind::Extracted, by: None, now: now() }
}

fn tenant() -> atelier_base::TenantId {
    atelier_base::TenantId::Personal(UserId::generate(now(), &Randomness::seeded(3)))
}

#[test]
fn what_counts_follows_from_the_facts() {
    let log = filed(blank(), facts(Some(project(1)), 0.93));
    assert_eq!(log.materials, ["ultramarine"], "each once, and only what was used");
    assert_eq!(log.to_buy, ["cold wax"]);
    assert_eq!((log.techniques[0].as_str(), log.time_spent_minutes), ("glazing", Some(75)));
    assert!((log.confidence - 0.92).abs() < 1e-9, "the least sure fact decides");
}

#[test]
fn only_a_likely_project_is_filed_under() {
    for (confidence, expected) in [(0.93, Some(project(1))), (0.5, Some(project(1))), (0.49, None)] {
        assert_eq!(filed(blank(), facts(Some(project(1)), confidence)).project_id, expected, "{confidence}");
    }
}

#[test]
fn a_log_is_confirmed_by_itself_only_when_every_fact_is_sure() {
    use AttributionStatus::{Confirmed, Pending};
    let settings = JournalSettings::default();
    let kinds = |facts| {
        let steps = steps(Read::whole(filed(blank(), facts)), &settings, reading());
        steps.into_iter().map(|step| step.after.attribution_status).collect::<Vec<_>>()
    };
    assert_eq!(kinds(facts(Some(project(1)), 0.95)), [Pending, Confirmed]);
    assert_eq!(kinds(facts(Some(project(1)), 0.89)), [Pending], "the project is not sure");
    assert_eq!(kinds(facts(None, 0.95)), [Pending], "there is no project");
    let mut unsure = facts(Some(project(1)), 0.95);
    unsure.materials[1].confidence = 0.7;
    assert_eq!(kinds(unsure), [Pending], "a material is not sure");
}

#[test]
fn a_rejected_log_is_in_the_inbox_and_remembers_what_it_is_not() {
    let log = filed(blank(), facts(Some(project(1)), 0.93)).rejected(now());
    assert_eq!((log.project_id, log.attribution_status), (None, AttributionStatus::Rejected));
    assert_eq!(log.rejected_projects, [project(1)]);
    assert_eq!(log.rejected(now()).rejected_projects.len(), 1, "once");
}

#[test]
fn confirmations_and_corrections_teach() {
    let log = filed(blank(), facts(Some(project(1)), 0.93));
    let taught = of_confirmation(&log);
    let terms: Vec<_> =
        taught.iter().map(|lesson| (lesson.kind, lesson.term.as_str(), lesson.right)).collect();
    let expected = [
        ("material", "cold wax", true),
        ("technique", "glaze", true),
        ("project", "harbor triptych", true),
        ("material", "ultramarine", true),
    ];
    assert_eq!(terms, expected);
    let wrong = of_rejection(&log);
    assert_eq!((wrong.len(), wrong[0].kind, wrong[0].right), (1, "project", false));
    let mut corrected = facts(Some(project(1)), 0.93);
    corrected.materials.retain(|fact| fact.canonical != "cold wax");
    corrected.materials.push(material("wax medium", MaterialUse::Used, 1.0));
    let taught = of_correction(&log, &filed(blank(), corrected));
    let terms: Vec<_> = taught.iter().map(|lesson| (lesson.term.as_str(), lesson.right)).collect();
    assert_eq!(terms, [("cold wax", false), ("wax medium", true)]);
}

#[test]
fn a_move_is_two_writes_of_the_log_and_its_rows_follow() {
    let settings = JournalSettings::default();
    let read = filed(blank(), facts(Some(project(1)), 0.7));
    let (made, first) =
        writes(tenant(), None, steps(Read::whole(read), &settings, reading())).expect("writes");
    assert_eq!((made.version, made.revisions, made.undo_at), (1, 1, None));
    assert_eq!(first.len(), 3, "the log, its revision and a row by material");
    let step = store::Step {
        after: Log { project_id: Some(project(2)), ..made.clone() },
        kind: RevisionKind::Moved,
        by: None,
        note: "moved".into(),
        undoable: true,
        guess: None,
    };
    let (moved, second) = writes(tenant(), Some(&made), vec![step]).expect("writes");
    assert_eq!((moved.version, moved.revisions, moved.undo_at), (2, 2, Some(2)));
    assert_eq!(second.len(), 4, "gone there, made here, a revision, the row by material");
}

#[test]
fn a_new_log_is_held_to_its_limits() {
    let check = |raw_text: String, tags: Vec<&str>| {
        let tags = Some(tags.into_iter().map(str::to_owned).collect());
        NewLog { raw_text, tags, ..NewLog::default() }.checked()
    };
    assert!(matches!(check(" \n".into(), vec![]), Err(Error::Invalid(_))));
    assert!(matches!(check("x".repeat(text::LONGEST + 1), vec![]), Err(Error::NoteTooLarge { .. })));
    assert!(check("x".repeat(text::LONGEST), vec![]).is_ok());
    let tidy = check("glazed".into(), vec![" sky ", "Sky", "sea"]).expect("valid");
    assert_eq!(tidy.tags, Some(vec!["sky".to_owned(), "sea".to_owned()]));
    assert!(matches!(check("glazed".into(), vec![""]), Err(Error::Invalid(_))));
}
