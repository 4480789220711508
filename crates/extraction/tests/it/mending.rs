//! Vocabulary repair: what was misheard is mended, and nothing else.

use atelier_extraction::{Lexicon, repair};

fn lexicon() -> Lexicon {
    Lexicon::new(&[], &["Harbor Triptych".to_owned(), "Osei".to_owned()])
}

#[test]
fn misheard_terms_are_mended() {
    let heard = [
        ("two coats of gasso on the panel", "two coats of gesso on the panel"),
        ("cut the Luna cut block", "cut the linocut block"),
        ("built the clear mature", "built the clay armature"),
        ("thinned with dammer", "thinned with dammar"),
    ];
    for (raw, meant) in heard {
        assert_eq!(repair(raw, &lexicon()).text, meant);
    }
}

#[test]
fn edits_say_what_was_where() {
    let raw = "é: gasso, then dammer";
    let repaired = repair(raw, &lexicon());
    assert_eq!(repaired.edits.len(), 2);
    for edit in &repaired.edits {
        assert_eq!(&raw[edit.raw.start..edit.raw.end], edit.from);
        assert_eq!(&repaired.text[edit.mended.start..edit.mended.end], edit.to);
        assert_eq!(repaired.to_raw(edit.mended.start), edit.raw.start);
        assert_eq!(repaired.to_mended(edit.raw.start), edit.mended.start);
        assert_eq!(repaired.to_raw(edit.mended.end), edit.raw.end);
    }
}

#[test]
fn ordinary_prose_stays() {
    let prose = [
        "It was the kind of morning when nobody wants to get out of bed, and the rain had not stopped since Tuesday.",
        "She walked down to the station, bought a newspaper and waited for the train to the city.",
        "My brother called to say that he will come for dinner on Sunday with the children.",
        "We talked about the price of houses, the weather, and whether the old bridge would be repaired.",
        "He could not remember where he had left his glasses, so he looked in the kitchen and under the sofa.",
        "After lunch they drove along the coast until the road ended, then walked back in the dark.",
        "I have never understood why people enjoy standing in a crowd to listen to music that they can hear at home.",
        "Dr Osei sat still for two hours and told stories about the hospital.",
    ];
    for sentence in prose {
        assert_eq!(repair(sentence, &lexicon()).text, sentence);
    }
}
