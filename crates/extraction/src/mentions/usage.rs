//! What became of each material that a note names.

use super::Mention;
use crate::clauses::{Clauses, Status};
use crate::facts::Use;
use crate::gazetteer::Kind;
use crate::tokens::{Gap, Token, has_word};

/// What became of the thing.
pub(super) fn usage(tokens: &[Token], mention: &Mention, clauses: &Clauses) -> Use {
    if asked_and_denied(tokens, mention) {
        return Use::NotUsed;
    }
    let told = match clauses.status[mention.from] {
        Status::Done => Use::Used,
        Status::ToBuy => return Use::ToBuy,
        Status::Planned => return Use::Planned,
        Status::Negated => return Use::NotUsed,
        Status::Other | Status::Aside => return Use::Mentioned,
    };
    if mention.kind == Kind::Material
        && let Some(told) = super::fate::told_after(tokens, mention)
    {
        return told;
    }
    if mention.kind == Kind::Material && (is_place(tokens, mention) || is_subject(tokens, mention)) {
        Use::Mentioned
    } else {
        told
    }
}

/// `soda ash? no, thiox`.
fn asked_and_denied(tokens: &[Token], mention: &Mention) -> bool {
    let no = tokens.get(mention.to).is_some_and(|next| next.gap == Gap::Stop && next.word == "no");
    no && tokens.get(mention.to + 1).is_none_or(|next| next.gap >= Gap::Comma)
}

/// `on the canvas`, `the left panel`: where it happened, not what it took.
fn is_place(tokens: &[Token], mention: &Mention) -> bool {
    let back = |places: usize| mention.from.checked_sub(places).map_or("", |at| tokens[at].word.as_str());
    let ground = mention.broader == "support"
        || matches!(
            mention.canonical.as_str(),
            "linen" | "paper" | "lino" | "copper plate" | "zinc plate" | "glass"
        );
    let article = (1..=3).any(|places| {
        matches!(
            back(places),
            "the"
                | "this"
                | "that"
                | "each"
                | "both"
                | "my"
                | "second"
                | "first"
                | "third"
                | "left"
                | "right"
                | "middle"
        )
    });
    let stretched = (1..=4).any(|places| {
        matches!(
            back(places),
            "stretched"
                | "primed"
                | "cut"
                | "sized"
                | "tore"
                | "laid"
                | "prepped"
                | "prepared"
                | "built"
                | "pulled"
                | "gessoed"
                | "used"
        )
    });
    let bare = mention.to - mention.from <= 1 || mention.broader == "support";
    ground && article && bare && !stretched
}

/// `the paint was still tacky`: a thing that is spoken of, with its state.
fn is_subject(tokens: &[Token], mention: &Mention) -> bool {
    let before = mention.from.checked_sub(1).map_or("", |at| tokens[at].word.as_str());
    let next =
        tokens.get(mention.to).filter(|next| next.gap <= Gap::Space).map_or("", |next| next.word.as_str());
    let generic = matches!(
        mention.canonical.as_str(),
        "paint"
            | "ink"
            | "paper"
            | "clay"
            | "glue"
            | "wood"
            | "fabric"
            | "yarn"
            | "thread"
            | "pigment"
            | "stone"
            | "dye"
            | "varnish"
            | "foam"
            | "glass"
            | "metal"
            | "wire"
            | "leather"
            | "resin"
            | "wax"
            | "plaster"
            | "gel"
            | "resist"
            | "stain"
            | "emulsion"
            | "pitch"
            | "gel medium"
    );
    generic
        && matches!(before, "the" | "this" | "that" | "my" | "")
        && matches!(
            next,
            "is" | "was"
                | "were"
                | "are"
                | "kept"
                | "still"
                | "looks"
                | "looked"
                | "feels"
                | "felt"
                | "has"
                | "had"
                | "smelled"
                | "smells"
                | "s"
                | "dried"
                | "got"
                | "gets"
                | "went"
                | "wont"
                | "wouldnt"
                | "called"
        )
}

/// `used the last of the kozo, order more`, `glue smells off, must get a new bag`: the thing before is lacking.
pub(super) fn reorder(tokens: &[Token], mentions: &mut Vec<Mention>) {
    const REST: &str = "\
        a an another new more some two three fresh one it them both that bag bottle bottles tube tubes tin tins pot \
        pots roll jar jars pack box lot supply supplies batch sheet sheets soon tomorrow before next this for again \
        now asap";
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word.as_str());
    for at in 0..tokens.len() {
        let wants = matches!(
            word(at),
            "order" | "buy" | "get" | "need" | "reorder" | "restock" | "replace" | "needs" | "replenish"
        );
        if !wants {
            continue;
        }
        let inside = |place: &usize| tokens.get(*place).is_some_and(|next| next.gap < Gap::Comma);
        let rest: Vec<usize> = (at + 1..at + 6).take_while(inside).collect();
        let bare = rest.iter().all(|place| has_word(REST, word(*place)))
            || rest.first().is_some_and(|first| {
                matches!(word(*first), "more" | "some" | "it" | "another" | "that")
                    && rest.get(1).is_some_and(|place| {
                        matches!(word(*place), "soon" | "tomorrow" | "next" | "this" | "before" | "for")
                    })
            });
        // `6 sheets left, order`.
        let alone = word(at) == "order" && at >= 1 && word(at - 1) == "left" && tokens[at].gap >= Gap::Comma;
        let again = matches!(word(at), "reorder" | "restock" | "replace" | "replenish");
        if !bare || (rest.is_empty() && !again && !alone) {
            continue;
        }
        let both = word(at + 1) == "both";
        // `Rigger brush is finished, need a new one` wants what its own sentence names, not what the one before did.
        let sentence = (0..=at).rev().find(|place| tokens[*place].gap >= Gap::Stop).unwrap_or(0);
        let own_subject = at - sentence > 2;
        let last = mentions.iter().rposition(|mention| {
            mention.to <= at
                && at - mention.to <= 12
                && mention.kind == Kind::Material
                && (mention.from >= sentence || !own_subject)
        });
        let Some(last) = last else { continue };
        for place in (last.saturating_sub(usize::from(both))..=last).rev() {
            want(tokens, mentions, place);
        }
    }
}

/// What was used stays used and is wanted too; what is only spoken of is wanted.
fn want(tokens: &[Token], mentions: &mut Vec<Mention>, place: usize) {
    let thing = mentions[place].clone();
    let state =
        tokens.get(thing.to).filter(|next| next.gap <= Gap::Space).map_or("", |next| next.word.as_str());
    let spoken_of = matches!(
        state,
        "smells"
            | "smelled"
            | "smelt"
            | "is"
            | "was"
            | "are"
            | "were"
            | "has"
            | "had"
            | "looks"
            | "looked"
            | "went"
            | "wont"
            | "nearly"
            | "almost"
            | "ran"
    );
    match thing.usage {
        Use::Used if !spoken_of => mentions.insert(place + 1, Mention { usage: Use::ToBuy, ..thing }),
        Use::Used | Use::Mentioned => mentions[place].usage = Use::ToBuy,
        _ => {}
    }
}

/// `the ink was frozen, so didn't use it`: the thing before was not used.
pub(super) fn disown(tokens: &[Token], mentions: &mut [Mention]) {
    const DENIALS: &str = "\
        didnt use it, didnt use them, didnt use any, did not use it, threw it, threw them, threw that, \
        binned it, binned them, put it away, put it back, put them away, put them back, didnt need it, \
        didnt need them, never used it, never used them, decided against it, didnt touch it, never \
        opened it, left it in the, left them in the, never touched it, gave it a miss, couldnt use it, couldnt use them, didnt end up \
        using, havent used it, not using it, wouldnt use it, left it out, skipped it, left it alone, \
        chucked it, ripped it, ripped them, never opened the, wont use that, wont use it, wont use them, thats going back, wont be using it, wont be using them, wont be \
        using that, didnt open it, hasnt been opened, thought better of it";
    let mut at = 0;
    for place in 0..tokens.len() {
        while at < mentions.len() && mentions[at].to <= place {
            at += 1;
        }
        let denied = matches!(
            tokens[place].word.as_str(),
            "didnt"
                | "did"
                | "threw"
                | "binned"
                | "put"
                | "never"
                | "decided"
                | "gave"
                | "couldnt"
                | "havent"
                | "not"
                | "wouldnt"
                | "left"
                | "skipped"
                | "chucked"
                | "hasnt"
                | "thought"
                | "thats"
                | "ripped"
                | "wont"
        ) && DENIALS.split(", ").any(|phrase| {
            phrase
                .split(' ')
                .enumerate()
                .all(|(step, word)| tokens.get(place + step).is_some_and(|token| token.word == word))
        });
        let near = at.checked_sub(1).filter(|last| denied && place.saturating_sub(mentions[*last].to) <= 14);
        if let Some(last) = near
            && let Some(thing) =
                mentions[..=last].iter_mut().rev().find(|mention| mention.kind == Kind::Material)
            && matches!(thing.usage, Use::Used | Use::Mentioned)
        {
            thing.usage = Use::NotUsed;
        }
    }
}
