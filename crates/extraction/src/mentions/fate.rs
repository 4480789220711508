//! What is said of a thing right behind it: `Finetec will do`, `the iron gall bled`, `lino's too crumbly`.

use super::Mention;
use crate::facts::Use;
use crate::tokens::{Gap, Token, has_word};

/// What became of the thing, if the words behind it say so.
pub(super) fn told_after(tokens: &[Token], mention: &Mention) -> Option<Use> {
    let behind = Behind { tokens, mention };
    behind
        .contracted()
        .or_else(|| behind.somebodys())
        .or_else(|| behind.gave_way())
        .or_else(|| behind.state())
        .or_else(|| behind.verdict())
}

struct Behind<'a> {
    tokens: &'a [Token],
    mention: &'a Mention,
}

impl Behind<'_> {
    /// The word so many places behind, where no mark stands between.
    fn next(&self, on: usize) -> &str {
        let to = self.mention.to;
        let words = self.tokens.get(to..=to + on).unwrap_or_default();
        let near = words.iter().all(|token| token.gap <= Gap::Space);
        words.last().filter(|_| near).map_or("", |token| token.word.as_str())
    }

    fn before(&self, back: usize) -> &str {
        self.mention.from.checked_sub(back).map_or("", |at| self.tokens[at].word.as_str())
    }

    /// `lino's too crumbly`, `CO2's low`: the verb is part of the word.
    fn contracted(&self) -> Option<Use> {
        let last = &self.tokens[self.mention.to - 1];
        let is = last.is_possessive();
        match self.next(0) {
            "too" | "only" if is => Some(Use::Mentioned),
            "low" | "out" | "finished" if is => Some(Use::ToBuy),
            _ => None,
        }
    }

    /// `the white crackle glaze Tom sells`, `the varnish she uses`, `Ruby's offcuts are gorgeous`.
    fn somebodys(&self) -> Option<Use> {
        const HABITS: &str = "sells uses likes makes recommends prefers swears has";
        const STATES: &str = "is are was were looks look has";
        let (first, second) = (self.next(0), self.next(1));
        let somebody = matches!(first, "she" | "he" | "they") || super::is_name(first);
        let whose = self.mention.from.checked_sub(1).is_some_and(|at| {
            let owner = &self.tokens[at];
            owner.is_contracted() && owner.word.strip_suffix('s').is_some_and(super::is_name)
        });
        (somebody && has_word(HABITS, second) || whose && has_word(STATES, first)).then_some(Use::Mentioned)
    }

    /// `silk since the cotton kept snapping`, `walnut ink because the iron gall bled`: what failed gave way to something else.
    fn gave_way(&self) -> Option<Use> {
        const FAILS: &str =
            "kept keeps bled bleeds snapped snaps wouldnt wont doesnt didnt froze clogged clogs";
        let article = matches!(self.before(1), "the" | "my" | "that");
        let reason = self.before(if article { 2 } else { 1 });
        let because = matches!(reason, "because" | "since" | "cos" | "cause");
        (because && has_word(FAILS, self.next(0))).then_some(Use::NotUsed)
    }

    /// `the paper was too damp for it`, `the Arches fogs`: whether it was used after all, nobody says.
    fn state(&self) -> Option<Use> {
        const TELLS: &str = "keeps smells costs lasts reminds fogs bleeds clogs cracks smudges cockles buckles frays snaps curls";
        let (first, second, third) = (self.next(0), self.next(1), self.next(2));
        let waits = second == "waiting" || second == "still" && third == "waiting";
        if matches!(first, "is" | "are") && waits {
            return Some(Use::Planned);
        }
        let is = matches!(first, "is" | "was" | "were" | "are" | "isnt" | "arent");
        let judged = is && (matches!(second, "too" | "so") || third == "stuff") || has_word(TELLS, first);
        (judged && !is_dear(third)).then_some(Use::Mentioned)
    }

    /// `Chinese white would have saved it`, `palladium is a no`, `varnish goes on last`.
    fn verdict(&self) -> Option<Use> {
        let (first, second, third) = (self.next(0), self.next(1), self.next(2));
        let dear = match first {
            "too" => is_dear(second),
            "is" | "are" | "was" | "were" => second == "too" && is_dear(third),
            _ => false,
        };
        if dear {
            return Some(Use::NotUsed);
        }
        Some(match (first, second) {
            ("is" | "was" | "are" | "were", "a") if third == "no" => Use::NotUsed,
            ("turned", "out") if third == "too" => Use::NotUsed,
            ("is" | "was" | "are" | "were", "tempting")
            | ("didnt", "get" | "make" | "come" | "feature")
            | ("never", "got" | "came" | "made")
            | ("would" | "might" | "could", "have")
            | ("wouldve" | "mightve" | "couldve", _)
            | ("wont" | "wouldnt", "do" | "work" | "go" | "stick" | "take") => Use::NotUsed,
            ("is" | "are", "through") | ("came" | "comes" | "come", "from") => Use::Mentioned,
            ("will" | "ll", "do" | "be" | "go" | "follow" | "come" | "have")
            | ("can" | "must", "wait")
            | ("might" | "may" | "could" | "would", "be" | "do" | "work" | "look")
            | ("goes", "on" | "over")
            | ("to", "seal" | "finish" | "follow" | "come") => Use::Planned,
            ("would", verb) if !matches!(verb, "" | "not") => Use::NotUsed,
            _ => return None,
        })
    }
}

fn is_dear(word: &str) -> bool {
    matches!(word, "dear" | "expensive" | "pricey" | "costly")
}

#[cfg(test)]
mod tests {
    use crate::{Context, Use, extract};

    #[test]
    fn what_is_said_of_a_thing_tells_what_became_of_it() {
        for (note, term, wanted) in [
            ("Printed two. Palladium is a no, too warm", "palladium", Use::NotUsed),
            ("An hour of pouring. Gel medium didn't get a look in", "gel medium", Use::NotUsed),
            ("Silk thread since the cotton kept snapping", "cotton", Use::NotUsed),
            ("Used walnut oil. Alkyd would dry faster", "alkyd", Use::NotUsed),
            ("An hour on the base coat. Varnish goes on in the holidays", "varnish", Use::Planned),
            ("Printed on rag. The Arches fogs", "arches", Use::Mentioned),
            ("Glazed the sky. Liquin's low", "liquin's", Use::ToBuy),
            ("Laid a row. Marble came from Carrara", "marble", Use::Mentioned),
        ] {
            let facts = extract(note, &Context::on(jiff::civil::date(2026, 3, 18)));
            let found = facts.materials.iter().find(|fact| fact.value.term == term);
            assert_eq!(found.map(|fact| fact.value.usage), Some(wanted), "{note}");
        }
    }
}
