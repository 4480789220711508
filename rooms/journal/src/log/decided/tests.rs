use atelier_base::{Date, LogId, ProjectId, Randomness, Timestamp, UserId};
use proptest::prelude::*;

use super::super::facts::{MaterialUse, MinutesFact, ProjectAlternative};
use super::super::guess::{Read, filed, read_again};
use super::*;

fn now() -> Timestamp {
    Timestamp::from_millis(1_795_251_600_000)
}

fn project(seed: u64) -> ProjectId {
    ProjectId::generate(now(), &Randomness::seeded(seed))
}

fn material(name: &str) -> MaterialFact {
    let spans = vec![FactSpan { start: 0, end: 1, text: name.into(), start_ms: None, end_ms: None }];
    let (term, canonical) = (name.to_owned(), name.to_lowercase());
    let source = FactSource::Rules;
    MaterialFact {
        term,
        canonical,
        r#use: MaterialUse::Used,
        confidence: 0.95,
        source,
        spans,
        decided: false,
    }
}

fn technique(name: &str) -> TechniqueFact {
    let (name, source) = (name.to_owned(), FactSource::Rules);
    TechniqueFact { name, confidence: 0.95, source, spans: Vec::new(), decided: false }
}

fn guess(of: u64, minutes: Option<u32>, materials: &[&str], techniques: &[&str]) -> Extracted {
    let (source, spans) = (FactSource::Rules, Vec::new());
    Extracted {
        extractor: "rules-1".into(),
        at: now(),
        project: ProjectFact {
            project_id: Some(project(of)),
            title: None,
            confidence: 0.95,
            source,
            spans: Vec::new(),
            alternatives: Vec::<ProjectAlternative>::new(),
        },
        minutes: minutes.map(|minutes| MinutesFact { minutes, confidence: 0.95, source, spans }),
        materials: materials.iter().map(|name| material(name)).collect(),
        techniques: techniques.iter().map(|name| technique(name)).collect(),
        day: Some(Date::of(now()).plus_days(-1)),
    }
}

fn log(facts: Extracted) -> Log {
    let randomness = Randomness::seeded(9);
    let (id, by) = (LogId::generate(now(), &randomness), UserId::generate(now(), &randomness));
    filed(Log::blank(id, by, now(), Date::of(now()), None), facts)
}

fn again(log: &Log, guess: Extracted) -> Read {
    read_again(log, guess, Date::of(now()))
}

#[test]
fn what_nobody_decided_follows_the_better_guess() {
    let before = log(guess(1, Some(75), &["ultramarine", "wax"], &["glazing"]));
    let read = again(&before, guess(2, Some(90), &["ultramarine"], &[]));
    assert_eq!((read.log.project_id, read.log.time_spent_minutes), (Some(project(2)), Some(90)));
    assert_eq!((read.log.materials.len(), read.log.techniques.len()), (1, 0));
    assert_eq!(read.guess, None, "all of it was taken over");
}

#[test]
fn words_keep_the_second_at_which_they_were_said() {
    let mut before = log(guess(1, None, &["ultramarine", "wax"], &[]));
    for span in before.extracted.as_mut().expect("facts").spans_mut() {
        (span.start_ms, span.end_ms) = (Some(1_200), Some(1_900));
    }
    let facts = again(&before, guess(1, None, &["ultramarine", "gesso"], &[])).log.extracted.expect("facts");
    let times: Vec<_> = facts.materials.iter().map(|fact| fact.spans[0].start_ms).collect();
    assert_eq!(times, [Some(1_200), None], "other words at the same place were not heard there");
}

#[test]
fn a_day_that_was_only_guessed_goes_with_the_guess() {
    let before = log(guess(1, None, &[], &[]));
    assert_eq!(before.day, Date::of(now()).plus_days(-1));
    let silent = || Extracted { day: None, ..guess(1, None, &[], &[]) };
    assert_eq!(again(&before, silent()).log.day, Date::of(now()));
    let mut set = Log { day: Date::of(now()).plus_days(-9), ..before };
    set.decided.decide(Part::Day);
    assert_eq!(again(&set, guess(1, None, &[], &[])).log.day, set.day);
    assert_eq!(again(&set, silent()).log.day, set.day);
}

#[test]
fn that_there_is_nothing_is_decided_as_well() {
    let mut before = log(guess(1, None, &[], &[]));
    before.project_id = None;
    for part in [Part::Project, Part::Minutes, Part::Materials, Part::Techniques] {
        before.decided.decide(part);
    }
    let read = again(&before, guess(1, Some(75), &["ultramarine"], &["glazing"]));
    assert_eq!((read.log.project_id, read.log.time_spent_minutes), (None, None));
    assert_eq!((read.log.materials.len(), read.log.techniques.len()), (0, 0));
    let guessed = read.guess.expect("kept");
    assert_eq!(guessed.minutes.map(|fact| fact.minutes), Some(75), "the guess is not forgotten");
}

#[test]
fn what_was_taken_out_stays_out_of_other_words_too() {
    let mut before = log(guess(1, None, &["Cold Wax", "ultramarine"], &["glazing"]));
    let facts = before.extracted.as_mut().expect("facts");
    let named = vec![MaterialFact { source: FactSource::Person, ..material("ultramarine") }];
    before.decided.list_materials(&facts.materials, &named);
    facts.materials = named;
    let better = || guess(1, None, &["cold wax", "ultramarine", "gesso"], &["scumbling"]);
    let same = again(&before, better());
    assert_eq!(same.log.materials, ["ultramarine"], "they went through the list of these words");
    assert_eq!(same.log.techniques, ["scumbling"], "nobody said anything about techniques");
    before.decided.reword();
    assert_eq!(again(&before, better()).log.materials, ["ultramarine", "gesso"], "other words add");
    // Named again, it is no longer out.
    before.decided.list_materials(&[], &[material("cold wax")]);
    before.decided.reword();
    assert_eq!(again(&before, better()).log.materials.len(), 3);
}

#[test]
fn a_confirmed_log_stays_confirmed_unless_new_words_add_something() {
    let before = log(guess(1, Some(75), &["ultramarine"], &["glazing"])).agreed().confirmed(now());
    let other = || guess(2, Some(10), &["gesso"], &[]);
    let read = again(&before, other());
    assert_eq!(read.log.attribution_status, AttributionStatus::Confirmed);
    assert!(read.log.counts_like(&before) && read.guess.is_some());
    let mut reworded = before.clone();
    reworded.decided.reword();
    let read = again(&reworded, other());
    assert_eq!(read.log.materials, ["ultramarine", "gesso"]);
    assert_eq!((read.log.project_id, read.log.time_spent_minutes), (Some(project(1)), Some(75)));
    assert_eq!(read.log.attribution_status, AttributionStatus::Pending, "somebody has to look at the gesso");
    // What the server confirmed by itself is no word of a person.
    let by_itself = log(guess(1, Some(75), &["ultramarine"], &["glazing"])).confirmed(now());
    assert_eq!(again(&by_itself, other()).log.time_spent_minutes, Some(10));
}

#[test]
fn a_project_that_somebody_named_and_then_rejected_does_not_come_back() {
    let mut named = log(guess(1, None, &[], &[]));
    named.decided.decide(Part::Project);
    if let Some(facts) = &mut named.extracted {
        facts.project.source = FactSource::Person;
    }
    assert_eq!(named.named_project(), Some(project(1)));
    let rejected = named.rejected(now());
    assert_eq!(rejected.named_project(), None);
    // Even when somebody reads it who does not know.
    let read = again(&rejected, guess(1, None, &[], &[]));
    assert_eq!(read.log.project_id, None);
    let other = again(&rejected, guess(2, None, &[], &[]));
    assert_eq!(other.log.project_id, Some(project(2)));
    assert!(!other.log.is_sure(0.5), "who said no once is asked");
}

#[test]
fn only_so_many_names_are_remembered() {
    let mut decided = Decided::default();
    for round in 0..30 {
        let gone: Vec<_> = (0..10).map(|number| material(&format!("m{round}-{number}"))).collect();
        decided.list_materials(&gone, &[]);
    }
    assert_eq!(decided.no_materials.len(), MOST);
    assert!(decided.no_materials.contains(&"m29-9".to_owned()), "the latest");
}

proptest! {
    /// Whatever is read, and however often: what was taken out never comes back, and what was named stays.
    #[test]
    fn decisions_outlast_every_reading(
        start in prop::collection::btree_set(0_u8..8, 0..6),
        keep in prop::collection::btree_set(0_u8..8, 0..6),
        readings in prop::collection::vec((prop::collection::btree_set(0_u8..8, 0..8), any::<bool>()), 1..6),
    ) {
        let names = |set: &BTreeSet<u8>| set.iter().map(|number| format!("m{number}")).collect::<Vec<_>>();
        let facts = |set: &BTreeSet<u8>| {
            let names = names(set);
            guess(1, None, &names.iter().map(String::as_str).collect::<Vec<_>>(), &[])
        };
        let mut now = log(facts(&start));
        let earlier = now.extracted.take().expect("facts");
        let named: Vec<_> = names(&keep).iter().map(|name| MaterialFact { decided: true, ..material(name) }).collect();
        now.decided.list_materials(&earlier.materials, &named);
        now = now.with_facts(Extracted { materials: named, ..earlier });
        for (read, reworded) in readings {
            if reworded {
                now.decided.reword();
            }
            now = again(&now, facts(&read)).log;
            for name in names(&keep) {
                prop_assert!(now.materials.contains(&name));
            }
            for gone in start.difference(&keep) {
                let name = format!("m{gone}");
                prop_assert!(!now.materials.contains(&name), "it came back: {}", name);
            }
        }
    }
}
