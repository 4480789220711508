//! Whether a word that names a material is a verb where it stands: `I'll varnish it`, `helped sand the boards`.

use super::Mention;
use crate::gazetteer::Class;
use crate::tokens::{Token, has_word};

/// After these a bare word is a verb.
const AUXILIARIES: &str = "ill lets cant didnt dont wont couldnt doesnt help helped";
/// After these it is one as often.
const DOERS: &str = "to i we you will they it not";
/// What verbs are followed by.
const OBJECTS: &str =
    "the it them my a an all out up over down off these those this that both in on together";
/// Before `to`, so that a thing follows it.
const CHANGES: &str =
    "switched switch changed moved went back down over close next added stuck glued reverted upgraded";

/// Whether the single word of the mention is a verb between the words that stand before and after it.
pub(super) fn is_one(tokens: &[Token], mention: &Mention, class: Class, before: &str, after: &str) -> bool {
    if has_word(AUXILIARIES, before) {
        return true;
    }
    let further = mention.from.checked_sub(2).map_or("", |at| tokens[at].word.as_str());
    // `switched to ochre`, `freezer paper, not card`.
    let thing = before == "to" && has_word(CHANGES, further)
        || before == "not" && after.is_empty() && class != Class::Rare;
    has_word(DOERS, before)
        && !thing
        && (has_word(OBJECTS, after) || before == "to" || class == Class::Ambiguous)
}
