//! What is found beyond the words that were typed, and what is not.

use std::sync::Arc;

use atelier_search::{Document, HybridQuery, Reason, Thesaurus, Vector};

use crate::studio::{Studio, direction, ids, log, similar};

/// Records about nothing in particular, so that a word of two of all is a rare one.
fn others() -> Vec<Document> {
    (0..60).map(|n| log(&format!("other{n}"), &format!("swept the floor on day number{n}"))).collect()
}

#[test]
fn what_shares_the_rare_words_of_the_best_hit_is_found() {
    let of_it = |id, body| Document { materials: vec!["striped shirting".to_owned()], ..log(id, body) };
    let studio = Studio::with(&others());
    studio.put(&[of_it("quilt", "a quilt for the large bed"), of_it("blocks", "pieced nine blocks")]);
    let results = studio.ask(&HybridQuery::new("quilt"));
    let words = vec!["shirting".to_owned(), "striped".to_owned()];
    assert_eq!(results.hits[1].why, [Reason::Shared { words }]);
    assert_eq!(ids(results), ["quilt", "blocks"]);
    // What is left out stays out, and so does what is required.
    assert_eq!(studio.ids("quilt -blocks"), ["quilt"]);
    assert_eq!(studio.ids("\"quilt\""), ["quilt"]);
}

#[test]
fn usual_words_of_the_best_hit_bring_nothing() {
    let studio = Studio::with(&others());
    studio.put(&[log("quilt", "a quilt, and swept the floor")]);
    assert_eq!(studio.ids("quilt"), ["quilt"]);
}

#[test]
fn compounds_are_found_by_their_parts() {
    let studio = Studio::with(&[log("book", "sewed the binding of the small book"), log("wax", "cold wax")]);
    assert_eq!(studio.ids("bookbinding"), ["book"]);
    assert_eq!(studio.ids("waxbinder"), [""; 0]);
    // A word that is there is no compound.
    studio.put(&[log("whole", "bookbinding class")]);
    assert_eq!(studio.ids("bookbinding"), ["whole"]);
}

#[test]
fn spellings_of_a_term_are_found() {
    let thesaurus =
        Thesaurus::from_pairs([("hard ground", "ground")]).with_spellings([("hardground", "hard ground")]);
    let studio = Studio::with(&[log("plate", "rolled the hard ground on"), log("tax", "papers")]);
    let query = HybridQuery::new("hardground").thesaurus(Arc::new(thesaurus));
    assert_eq!(ids(studio.ask(&query)), ["plate"]);
}

#[test]
fn words_of_the_trade_need_not_be_as_near() {
    let near = Document { vectors: vec![similar(1, 0.40)], ..log("near", "third veil over the grisaille") };
    let studio = Studio::with(&[near]);
    let thesaurus = Arc::new(Thesaurus::from_pairs([("glazing", "painting"), ("underpainting", "painting")]));
    let ask = |text: &str| {
        let query = HybridQuery::new(text).vector(direction(1)).thesaurus(Arc::clone(&thesaurus));
        ids(studio.ask(&query))
    };
    assert_eq!(ask("glazing an underpainting"), ["near"]);
    assert_eq!(ask("mortgage rates"), [""; 0]);
}

/// A record at that similarity to what is looked for.
fn at(id: &str, body: &str, similarity: f32) -> Document {
    Document { vectors: vec![similar(1, similarity)], ..log(id, body) }
}

#[test]
fn the_words_count_where_a_record_has_them_all_and_the_meaning_where_none_has() {
    let named = at("named", "the lady bound for Ada Quill", 0.35);
    let about = at("about", "sewed her verses into leather", 0.42);
    let studio = Studio::with(&[named, about]);
    let ask = |text: &str| ids(studio.ask(&HybridQuery::new(text).vector(direction(1))));
    assert_eq!(ask("Ada Quill")[0], "named");
    assert_eq!(ask("the lady who bound poems with goatskin")[0], "about");
}

#[test]
fn what_is_about_the_same_as_the_best_hit_comes_before_what_is_not() {
    let of = |id, body, near: Vector| Document { vectors: vec![near], ..log(id, body) };
    // Both are as near to what is looked for; only one of them is near to the best hit.
    let (best, apart) = (similar(1, 0.8), similar(1, 0.7));
    let opposite: Vector = std::array::from_fn(|n| 2.0 * 0.7 * direction(1)[n] - apart[n]);
    let studio = Studio::with(&[
        of("best", "the heron in bronze", best),
        of("other2", "swept the yard", opposite),
        of("same1", "misran at one leg", apart),
    ]);
    let found = ids(studio.ask(&HybridQuery::new("heron").vector(direction(1))));
    assert_eq!(found, ["best", "same1", "other2"]);
}
