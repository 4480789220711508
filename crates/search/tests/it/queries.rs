//! Whatever somebody types.

use atelier_search::HybridQuery;

use crate::studio::{Studio, log};

fn studio() -> Studio {
    Studio::with(&[
        log("wax1", "Cold wax medium over the burnt sienna; the harbor triptych dries slowly."),
        log("sea2", "Second glaze of ultramarine. Cold morning, and the wax ran out."),
        log("rtl3", "ציירתי את הים בצבע כחול 🌊 היום"),
        log("cjk4", "油絵の具で海を描いた 🎨"),
    ])
}

#[test]
fn phrases_stand_as_they_are() {
    assert_eq!(studio().ids("\"cold wax\""), ["wax1"]);
    assert_eq!(studio().ids("“burnt sienna” glaze"), ["wax1"]);
    assert_eq!(studio().ids("\"wax cold\""), [""; 0]);
}

#[test]
fn codes_are_found_however_they_are_written() {
    let kiln = Studio::with(&[
        log("tile", "Test tile T-14 crawled at the rim."),
        log("else", "14 brushes and a T square, and tile 41."),
        log("shelf", "Glaze bucket B7 is on the left."),
    ]);
    for (asked, found) in
        [("T-14", "tile"), ("t14", "tile"), ("T-14,", "tile"), ("B7", "shelf"), ("b.7", "shelf")]
    {
        assert_eq!(kiln.ids(asked), [found], "{asked}");
    }
    assert_eq!(kiln.ids("14").len(), 2);
}

#[test]
fn excluded_words_are_not_there() {
    assert_eq!(studio().ids("wax -sienna"), ["sea2"]);
    assert_eq!(studio().ids("wax -\"cold wax\""), ["sea2"]);
    assert_eq!(studio().ids("-wax").len(), 2);
}

#[test]
fn scripts_and_emoji_are_found() {
    assert_eq!(studio().ids("כחול"), ["rtl3"]);
    assert_eq!(studio().ids("🎨"), ["cjk4"]);
    assert_eq!(studio().ids("油絵"), ["cjk4"]);
    assert_eq!(studio().ids("🌊 הים"), ["rtl3"]);
}

#[test]
fn begun_and_mistyped_words_are_found() {
    assert_eq!(studio().ids("ultramraine"), ["sea2"]);
    assert_eq!(studio().ids("triptich"), ["wax1"]);
    let whitby = Studio::with(&[log("fog", "fog at Whitby")]);
    assert_eq!(whitby.ids("Whitbey"), ["fog"]);
    let typing = |text: &str| crate::studio::ids(studio().ask(&HybridQuery::new(text).typing()));
    assert_eq!(typing("harb"), ["wax1"]);
    assert_eq!(typing("wax tript")[0], "wax1");
    assert_eq!(studio().ids("harb"), [""; 0]);
}

#[test]
fn odd_texts_are_answered() {
    let studio = studio();
    for text in ["?!…", "\"", "\"\"", "-", "--", "-\"", "( ) [ ] * ~ ^ :", "\0", "\u{202e}\u{200d}"] {
        let results = studio.ask(&HybridQuery::new(text));
        assert_eq!((results.total, results.hits.len()), (0, 0), "{text:?}");
    }
    // Nothing in a text reaches a field or another tenant.
    assert_eq!(studio.ids("kind:log OR tenant:* AND id:[a TO z]"), [""; 0]);
    assert_eq!(studio.ids("\"triptych harbor"), ["wax1"]);
    assert_eq!(studio.ids(&format!("triptych {}", "triptych ".repeat(2_000))), ["wax1"]);
    let words: Vec<String> = (0..2_000).map(|n| format!("word{n}")).collect();
    assert_eq!(studio.ids(&words.join(" ")), [""; 0]);
}

#[test]
fn record_of_a_megabyte_is_found_to_its_end() {
    let text = format!("{} vermilion", "a long studio diary with many words ".repeat(30_000));
    assert!(text.len() > 1 << 20);
    let studio = Studio::with(&[log("long", &text), log("short", "vermilion")]);
    assert_eq!(studio.ids("vermilion"), ["short", "long"]);
}

#[test]
fn pages_follow_each_other() {
    let records: Vec<_> = (0..30).map(|n| log(&format!("log{n}"), "gesso")).collect();
    let studio = Studio::with(&records);
    let page = |offset| crate::studio::ids(studio.ask(&HybridQuery::new("gesso").page(10, offset)));
    let all: Vec<String> = [0, 10, 20, 30].into_iter().flat_map(page).collect();
    // Equals are in order of time, the newest first.
    let newest: Vec<_> = (0..30).rev().map(|n| format!("log{n}")).collect();
    assert_eq!(all, newest);
    assert_eq!(studio.ask(&HybridQuery::new("gesso").page(0, 0)).total, 30);
}
