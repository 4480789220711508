//! What sentences tell of: work, headings, requests, days on which nothing was made.

use atelier_extraction::{Candidate, Context, Facts, Use, extract};
use jiff::civil::date;

use crate::notes::project;

fn read(note: &str) -> Facts {
    extract(note, &Context::on(date(2026, 5, 14)))
}

fn minutes(note: &str) -> Option<u32> {
    read(note).minutes.map(|fact| fact.value)
}

fn uses(note: &str, usage: Use) -> Vec<String> {
    let facts = read(note);
    let of = facts.materials.into_iter().filter(|fact| fact.value.usage == usage);
    of.map(|fact| fact.value.term).collect()
}

fn techniques(note: &str) -> Vec<String> {
    read(note).techniques.into_iter().map(|fact| fact.value.term).collect()
}

#[test]
fn a_day_without_work_uses_nothing() {
    for note in [
        "Humped a sack of porcelain into the shed, 2 hours. Nothing made.",
        "Clay delivery, two hours. No studio today.",
        "An hour of sorting porcelain. I didn't throw anything.",
        "Three hours with the plumber and a bag of plaster. No glass touched.",
    ] {
        assert_eq!((minutes(note), uses(note, Use::Used)), (None, Vec::new()), "{note}");
    }
    let worked = "No drawing for a week but two hours of glazing with ultramarine. Nothing on the other one.";
    assert_eq!((minutes(worked), uses(worked, Use::Used).len()), (Some(120), 1));
}

#[test]
fn headings_and_requests_reach_to_the_end_of_the_sentence() {
    let note = "Soldered the bezel with hard solder.\nTo do: set the stone, oxidise with liver of sulphur";
    assert_eq!(uses(note, Use::Used), ["hard solder"]);
    assert_eq!(uses(note, Use::Planned), ["liver of sulphur"]);
    assert_eq!(uses("a bag of cement grout and a roll of masking tape please", Use::ToBuy).len(), 2);
    assert_eq!(uses("Next, I glazed the rims with celadon.", Use::Used), ["celadon"]);
}

#[test]
fn a_denial_in_two_words_is_one_in_one() {
    for (note, usage) in [
        ("the kozo has not come", Use::ToBuy),
        ("the kozo hasn't come", Use::ToBuy),
        ("I did not use the gold leaf", Use::NotUsed),
        ("I didn't use the gold leaf", Use::NotUsed),
        ("beeswax polish will be the finish", Use::Planned),
        ("a touch of Chinese white would have saved it", Use::NotUsed),
    ] {
        assert_eq!(uses(note, usage).len(), 1, "{note}");
        assert!(uses(note, Use::Used).is_empty(), "{note}");
    }
}

#[test]
fn verbs_of_handiwork_tell_of_techniques_where_they_are_verbs() {
    assert_eq!(techniques("Nibbled the tiles, then degreased the plate."), ["nibbled", "degreased"]);
    assert_eq!(techniques("an hour hemming the left side"), ["hemming"]);
    assert!(techniques("the nibbled edge is nice, and it warped").is_empty());
    assert!(techniques("tomorrow I'll nibble the tiles").is_empty());
}

#[test]
fn time_at_the_place_of_work_holds_what_was_told_within() {
    assert_eq!(minutes("Bites of 10 min and 15 min. In the studio from 10 to 12.10."), Some(130));
    assert_eq!(minutes("Kiln Shelf Vessels: 9:30–12:45. Turned six lids."), Some(195));
    assert_eq!(minutes("Poured the cups, drained at 6 mins, 50 mins in all"), Some(50));
    assert_eq!(minutes("from half eight to half one with a half hour for sandwiches"), Some(270));
}

#[test]
fn an_hour_is_no_title() {
    let mut context = Context::on(date(2026, 5, 14));
    let project = |id: &str, title: &str| Candidate {
        id: id.to_owned(),
        title: title.to_owned(),
        ..Candidate::default()
    };
    context.projects = vec![project("p1", "Blue Hour"), project("p2", "Salt Jugs")];
    let of = |note: &str| extract(note, &context).project.map(|fact| fact.value.id);
    assert_eq!(of("an hour and a half scraping a board"), None);
    assert_eq!(of("printed the Blue Hour, two hours").as_deref(), Some("p1"));
    assert_eq!(of("an hour on the salt jugs").as_deref(), Some("p2"));
}

#[test]
fn nearness_of_meaning_speaks_where_no_name_does() {
    let mut context = Context::on(date(2026, 5, 14));
    let project = |id: &str, title: &str, similarity: Option<f32>| Candidate {
        id: id.to_owned(),
        title: title.to_owned(),
        similarity,
        ..Candidate::default()
    };
    let note = "Two hours on the face of the old keeper, grained the stone first.";
    let mut guess = |near: Option<f32>, far: Option<f32>| {
        context.projects =
            vec![project("p1", "Trinity Twelve", near), project("p2", "Allotment Diaries", far)];
        let facts = extract(note, &context);
        let all = facts.project.iter().chain(&facts.alternatives);
        all.filter(|fact| fact.value.id == "p1").map(|fact| fact.confidence).sum::<f32>()
    };
    let (without, with) = (guess(None, None), guess(Some(0.6), Some(0.1)));
    assert!(without < with, "{without} {with}");
}

#[test]
fn a_thing_that_stands_first_is_told_of_by_what_follows() {
    for (note, usage, term) in [
        ("Printed four. Copper ordered for the last plate", Use::ToBuy, "copper"),
        ("Turned two legs. Seagrass for the seats arrives next month", Use::ToBuy, "seagrass"),
        ("Coated two. The blue streaky I set aside", Use::NotUsed, "blue streaky"),
        ("Threw six. Wadding for the kiln I'll mix later", Use::Planned, "wadding"),
        ("Lettered forty. Cotton paper is down to ten sheets", Use::ToBuy, "cotton paper"),
        ("Burnished it. Tripoli and rouge on the mops tmrw", Use::Planned, "tripoli"),
        ("Gilded the rim. No more bole needed", Use::NotUsed, "bole"),
        ("Packed it with foil before any wax goes on", Use::Planned, "wax"),
    ] {
        assert!(uses(note, usage).contains(&term.to_owned()), "{note}: {:?}", uses(note, usage));
        assert!(!uses(note, Use::Used).contains(&term.to_owned()), "{note}");
    }
    assert_eq!(uses("Rigger brush is finished, need a new one. Used stand oil", Use::ToBuy), [""; 0]);
}

#[test]
fn others_use_their_own_things() {
    for note in [
        "An hour of carving. The caretaker primed the wall with gesso",
        "An hour of carving. Jim from upstairs sanded three, he used gesso",
        "An hour of carving. Mrs Patel's class did handprints in gesso",
        "An hour of carving. Marie's been painting with gesso",
    ] {
        assert!(uses(note, Use::Used).is_empty(), "{note}");
    }
    let mine = "Jean pieced her own top from batiks while I hand quilted mine with silk thread";
    assert_eq!(uses(mine, Use::Used), ["silk thread"]);
}

#[test]
fn deeds_are_told_in_the_past_and_things_do_not_tell_them() {
    assert_eq!(techniques("chain-pieced four patches"), ["chain-pieced"]);
    assert!(techniques("patched yesterday's casts").iter().all(|told| told != "casts"));
    assert!(techniques("the ivory tissue tore").is_empty());
    assert!(techniques("the card turned out too stiff").is_empty());
    assert_eq!(uses("twenty minutes, ink wash on the rocks", Use::Used), ["ink"]);
}

#[test]
fn craft_tells_of_a_project_that_is_not_named() {
    let mut context = Context::on(date(2026, 5, 14));
    context.projects = vec![
        project("binding", "Collected Poems", "A fine binding in goatskin, six copies"),
        project("jars", "Kiln Shelf Vessels", "Thrown stoneware jars with lids"),
    ];
    let facts = extract("pared the leather and sewed the endbands, an hour twenty", &context);
    let guess = facts.project.expect("a project");
    assert_eq!(guess.value.id, "binding");
    assert!(guess.evidence.iter().any(|reason| reason == "trade"));
    assert!(extract("an hour and twenty of tidying", &context).project.is_none());
}
