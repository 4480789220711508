//! Whole notes, good and bad.

use atelier_extraction::{Candidate, Context, Facts, Kind, MOST_FACTS, OwnTerm, Rejection, Use, extract};
use jiff::civil::date;

pub(crate) fn project(id: &str, title: &str, description: &str) -> Candidate {
    Candidate {
        id: id.to_owned(),
        title: title.to_owned(),
        description: description.to_owned(),
        ..Candidate::default()
    }
}

fn studio() -> Context {
    let mut context = Context::on(date(2026, 5, 14));
    context.projects = vec![
        project("p1", "Harbor Triptych", "Three linen panels of a harbour at dusk"),
        project("p2", "Kiln Shelf Vessels", "Lidded stoneware jars"),
        project("p3", "Saltmarsh Prints", "Reduction linocuts of wading birds"),
    ];
    context
}

fn uses(facts: &Facts, usage: Use) -> Vec<&str> {
    facts
        .materials
        .iter()
        .filter(|fact| fact.value.usage == usage)
        .map(|fact| fact.value.canonical.as_str())
        .collect()
}

const TRIPTYCH: &str = "Spent an hour and a quarter on the harbor triptych, second glaze of ultramarine over the burnt sienna, ran out of cold wax";

#[test]
fn spoken_note_becomes_facts() {
    let facts = extract(TRIPTYCH, &studio());
    assert_eq!(facts.minutes.as_ref().map(|fact| fact.value), Some(75));
    assert_eq!(uses(&facts, Use::Used), ["ultramarine", "burnt sienna"]);
    assert_eq!(uses(&facts, Use::ToBuy), ["cold wax"]);
    let techniques: Vec<&str> = facts.techniques.iter().map(|fact| fact.value.canonical.as_str()).collect();
    assert_eq!(techniques, ["glazing"]);
    let project = facts.project.expect("a project");
    assert_eq!(project.value.id, "p1");
    assert!(project.confidence > 0.9);
}

#[test]
fn transcript_without_marks_says_the_same() {
    let facts = extract(&TRIPTYCH.replace(',', ""), &studio());
    assert_eq!(facts.minutes.as_ref().map(|fact| fact.value), Some(75));
    assert_eq!(uses(&facts, Use::Used), ["ultramarine", "burnt sienna"]);
    assert_eq!(uses(&facts, Use::ToBuy), ["cold wax"]);
}

#[test]
fn spans_are_the_words() {
    let note = "🎨 Größe, dann: glazed with ultramarine for 20 minutes";
    let facts = extract(note, &studio());
    let span = facts.materials[0].spans[0];
    assert_eq!(&note[span.start..span.end], "ultramarine");
    let by_chars: String = note.chars().skip(span.char_start).take(span.char_end - span.char_start).collect();
    assert_eq!(by_chars, "ultramarine");
}

#[test]
fn nothing_but_done_work_is_used() {
    let traps = [
        "need to order linseed oil and gesso",
        "ran out of cold wax",
        "didn't use the gold leaf",
        "wanted to try cobalt blue",
        "tomorrow I'll varnish with dammar",
        "Need: vermilion, lead white",
        "no cerulean left",
        "the alizarin crimson ran out",
        "going to use viridian next time",
        "skipped the gesso",
        "without masking fluid",
        "buy turpentine",
        "decided against the sap green",
        "almost out of titanium white",
        "must get more kozo",
        "thinking about using rabbit skin glue",
        "the raw umber is running low",
        "I should have used walnut oil",
        "maybe some gold leaf next week",
        "emailed the client about the linen canvas",
        "PVA nearly gone so two bottles on the list",
        "lead putty and whiting both need buying",
        "nitric was spent, new bottle on order",
        "the rabbit skin glue smells off, must get a new bag",
        "kozo, gampi & a stack of mount board delivered",
        "Shopping\n- gum sandarac\n- lamp black gouache",
        "soda ash? no.",
        "white gouache I left in the van",
        "still owe them for the silicon bronze",
        "plaster bandage jacket Monday.",
        "shellac not til it's dry",
        "silver sheet arrived, borax cone too",
        "my teacher used viridian for everything",
        "there is no turpentine in the house",
    ];
    for trap in traps {
        let facts = extract(trap, &studio());
        assert!(!facts.materials.is_empty(), "{trap}");
        assert!(uses(&facts, Use::Used).is_empty(), "{trap}: {:?}", facts.materials);
    }
}

#[test]
fn unused_things_are_not_used() {
    for (note, thing) in [
        ("Two quills cut. Isinglass dissolved but not needed.", "isinglass"),
        ("Walnut oil I did not touch. Drew with charcoal.", "walnut oil"),
        ("Shellac I have considered. Sanded the lid.", "shellac"),
        ("Joined the rails with hide glue, epoxy would have worked faster.", "epoxy"),
        ("Sewed the hem. More calico to be bought.", "calico"),
        ("Soldered the seam. Borax is over.", "borax"),
        ("Primed a board. Need turpentine + a tin of beeswax.", "beeswax"),
        ("Raised the bowl. Cadmium red still in the box.", "cadmium red"),
        ("Fatou did the rubbing with pumice. I drew with graphite.", "pumice"),
    ] {
        let facts = extract(note, &studio());
        assert!(!uses(&facts, Use::Used).contains(&thing), "{note}");
    }
    let facts = extract("Sewed the hem with silk thread + a strip of calico.", &studio());
    assert_eq!(uses(&facts, Use::Used), ["silk thread", "calico"]);
}

#[test]
fn names_are_taken_whole() {
    let names = [
        ("glazed with PB29 and PBr7", vec!["pb29", "pbr7"]),
        ("sealed with two coats of unbleached beeswax", vec!["unbleached beeswax"]),
        ("drew in lamp black gouache", vec!["lamp black gouache"]),
        ("an hour with Schmincke masking fluid", vec!["schmincke masking fluid"]),
        ("w/ 240 grit sandpaper", vec!["240 grit sandpaper"]),
        ("linseed no not linseed tung oil on the grain", vec!["tung oil"]),
        ("wove in stripped white willow", vec!["stripped white willow"]),
        ("mixed it with permanent yellow deep", vec!["permanent yellow deep"]),
        ("laid the gold leaf on the rail", vec!["gold leaf"]),
    ];
    for (note, wanted) in names {
        let facts = extract(note, &studio());
        let used = facts.materials.iter().filter(|fact| fact.value.usage == Use::Used);
        assert_eq!(used.map(|fact| fact.value.term.as_str()).collect::<Vec<_>>(), wanted, "{note}");
    }
}

#[test]
fn tools_and_other_words_are_no_materials() {
    for note in [
        "the bone folder snapped",
        "jars 1-6 came out well",
        "came late, shot some frames",
        "the copper pan is hot",
    ] {
        assert!(extract(note, &studio()).materials.is_empty(), "{note}");
    }
}

#[test]
fn other_time_is_not_work() {
    for trap in [
        "40 minutes on the phone with the gallery",
        "the beater ran by itself 30 min",
        "waited for the kiln, 14 hours",
        "six and a half hours of light on the pinhole",
        "my daughter rolled one for 40 min",
        "Tim: 3h planing the seat.",
        "an hour simmering unattended",
        "forty minutes each way in the van",
        "two hours of invoices",
        "plan to paint for three hours tomorrow",
        "left it to dry for two hours",
        "Client call, 40 minutes.",
    ] {
        assert_eq!(extract(trap, &studio()).minutes, None, "{trap}");
    }
}

#[test]
fn day_is_told_from_today() {
    let days = [
        ("two hours yesterday", date(2026, 5, 13)),
        ("last Friday an hour of carving", date(2026, 5, 8)),
        ("did an hour on May 3", date(2026, 5, 3)),
        ("worked an hour two days ago", date(2026, 5, 12)),
    ];
    for (note, wanted) in days {
        assert_eq!(extract(note, &studio()).day.map(|fact| fact.value), Some(wanted), "{note}");
    }
}

#[test]
fn none_is_an_answer() {
    assert_eq!(extract("swept some leaves and had a sandwich", &studio()).project, None);
}

#[test]
fn own_words_are_known_and_rejected_ones_are_not_guessed() {
    let mut context = studio();
    let note = "an hour of glazing with moon milk and gesso";
    context.terms = vec![OwnTerm {
        term: "Moon Milk".to_owned(),
        canonical: "moon milk".to_owned(),
        kind: Kind::Material,
        confirmed: 2,
    }];
    assert_eq!(uses(&extract(note, &context), Use::Used), ["moon milk", "gesso"]);
    context.rejected = vec![
        Rejection::Term { of: Kind::Material, canonical: "gesso".to_owned() },
        Rejection::Project { id: "p1".to_owned() },
    ];
    assert_eq!(uses(&extract(note, &context), Use::Used), ["moon milk"]);
    assert!(
        extract("an hour on the harbor triptych", &context).project.is_none_or(|fact| fact.value.id != "p1")
    );
}

#[test]
fn odd_notes_do_no_harm() {
    for note in [
        "",
        " ",
        "🎨🎨🎨",
        "\u{200f}مرحبا بالعالم",
        "\0\u{1}",
        "…---…",
        "1:1:1:1",
        "½½½",
        "99999999999999999999 hours",
        "from to from to",
        "an an an hour",
    ] {
        let facts = extract(note, &studio());
        assert!(facts.materials.is_empty(), "{note}");
    }
}

#[test]
fn long_note_is_read_whole_and_its_facts_are_bounded() {
    let mut note = "two hours of glazing with ultramarine and a little cold wax. ".repeat(17_000);
    note.push_str("Finished with vermilion.");
    assert!(note.len() > 1_000_000);
    let facts = extract(&note, &studio());
    assert!(facts.work.len() <= MOST_FACTS);
    assert!(facts.materials.iter().any(|fact| fact.value.canonical == "vermilion"));
}

#[test]
fn same_note_same_facts() {
    assert_eq!(extract(TRIPTYCH, &studio()), extract(TRIPTYCH, &studio()));
}
