//! Where a cue is something else: `out` in `carved out`, `order` in `in order`, `left` in `left panel`.

use super::cues::{Cue, Reach};
use super::{Reader, Status, number_like};
use crate::gazetteer::Kind;
use crate::tokens::{Gap, has_word};

impl Reader<'_> {
    /// A few cues are something else in some places.
    #[expect(clippy::too_many_lines, clippy::match_same_arms, reason = "a table of exceptions, word by word")]
    pub(super) fn counts(&self, at: usize, cue: Cue) -> bool {
        let next = self.word(at + cue.length);
        let word = self.word(at);
        let before = self.before(at);
        let fresh = at == 0 || self.tokens[at].gap >= Gap::Dash;
        if cue.status == Status::Negated
            && matches!(
                next,
                "know"
                    | "remember"
                    | "stop"
                    | "notice"
                    | "mind"
                    | "look"
                    | "think"
                    | "realise"
                    | "realize"
                    | "count"
                    | "long"
            )
        {
            return false;
        }
        // `I want to log an hour`, `must be ninety minutes`: a report and a guess, no plan.
        if cue.status == Status::Planned
            && (matches!(next, "log" | "record" | "report")
                || next == "be" && self.begins_a_length(at + cue.length + 1))
        {
            return false;
        }
        match word {
            "next" if cue.length == 1 => {
                fresh || self.tokens.get(at + 1).is_none_or(|after| after.gap >= Gap::Comma)
            }
            "plan" | "shopping" | "supplies" if cue.length == 1 => fresh,
            "low" if cue.length == 1 => {
                fresh && self.tokens.get(at + 1).is_some_and(|after| after.gap == Gap::Comma)
            }
            "maybe" | "perhaps" => !number_like(next) && !matches!(next, "about" | "around"),
            // `I should think two hours`: a guess, no plan.
            "would" | "id" | "lets" | "should" if guesses(next) => false,
            // `cold wax I must order` lacks what stands before, `and I must order scrim` what follows.
            "i" if cue.reach == Reach::Back && cue.status == Status::ToBuy => {
                self.ends_here(at + cue.length)
                    || has_word("for before from soon tomorrow again by in this next asap now and", next)
            }
            "reached" => matches!(before, "nearly" | "almost"),
            "left" if cue.length == 1 => self.little_left(at),
            "gone" if cue.length == 1 => {
                self.ends_here(at + 1)
                    && crate::gazetteer::lookup(before).is_some_and(|(entry, _)| entry.kind == Kind::Material)
            }
            "from" | "off" if cue.reach == Reach::Back => !self.told_here(at),
            // `five lids out of the buff stoneware`.
            "out" if self.word(at + 1) == "of" => {
                fresh
                    || matches!(
                        before,
                        "ran"
                            | "run"
                            | "running"
                            | "runs"
                            | "are"
                            | "am"
                            | "im"
                            | "were"
                            | "was"
                            | "is"
                            | "nearly"
                            | "almost"
                            | "all"
                            | "completely"
                            | "totally"
                            | "fresh"
                            | "clean"
                            | "right"
                            | "now"
                            | "still"
                            | "just"
                            | "also"
                            | "and"
                            | "but"
                            | "shop"
                            | "store"
                            | "theyre"
                            | "weve"
                            | "so"
                            | "get"
                            | "getting"
                            | "clear"
                    )
            }
            "to" if self.word(at + 1) == "get" => {
                !matches!(
                    before,
                    "managed"
                        | "trying"
                        | "tried"
                        | "struggled"
                        | "able"
                        | "enough"
                        | "time"
                        | "just"
                        | "only"
                ) && (cue.reach != Reach::Back || self.ends_here(at + cue.length) || fresh)
            }
            "left" | "leave" => {
                cue.length == 2
                    && !matches!(
                        next,
                        "studio"
                            | "panel"
                            | "piece"
                            | "left"
                            | "right"
                            | "rest"
                            | "house"
                            | "edge"
                            | "edges"
                            | "kiln"
                            | "plate"
                            | "work"
                            | "painting"
                    )
            }
            "wanted" if cue.length == 1 => matches!(next, "the" | "some" | "a" | "more"),
            "to" if cue.reach == Reach::Back && cue.length > 2 => true,
            "said" | "hate" | "explained" => before != "as" && self.word(at + 1) != "i",
            "to" if cue.reach == Reach::Back => {
                fresh || self.tokens.get(at + cue.length).is_none_or(|token| token.gap >= Gap::Comma)
            }
            // `no 6 brush`, `no wait`.
            "no" => {
                !next.starts_with(|c: char| c.is_ascii_digit())
                    && !matches!(
                        next,
                        "wait"
                            | "longer"
                            | "idea"
                            | "problem"
                            | "a"
                            | "an"
                            | "it"
                            | "actually"
                            | "make"
                            | "sorry"
                            | "that"
                            | "i"
                    )
            }
            "not" => {
                const NO_DENIAL: &str = "only just bad too quite sure counting including even exactly";
                let compares = matches!(next, "more" | "less" | "much") && self.word(at + 2) == "than";
                !(compares || has_word(NO_DENIAL, next))
            }
            "minus" => !next.starts_with(|c: char| c.is_ascii_digit()),
            "order" | "buy" | "purchase" => !matches!(
                before,
                "shant"
                    | "wont"
                    | "never"
                    | "not"
                    | "dont"
                    | "the"
                    | "in"
                    | "an"
                    | "my"
                    | "last"
                    | "this"
                    | "a"
                    | "of"
                    | "second"
                    | "new"
            ),
            "will" | "may" | "might" => !matches!(before, "the" | "in" | "on" | "last" | "of" | "free"),
            "out"
                if number_like(next)
                    || next == "a"
                    || next == "the" && self.word(at + cue.length + 1) == "way" =>
            {
                false
            }
            // `On Saturday four hours carving`: a day that is over, unless something is said to come.
            "on" if cue.status == Status::Planned && cue.length == 2 && fresh && !self.says_to_come(at) => {
                false
            }
            // `no more bole needed`.
            "needed" | "required" => !(1..=4).any(|back| at >= back && self.word(at - back) == "no"),
            // `arrived at half seven`, `glazed it on Monday`.
            "arrived" => !matches!(next, "at" | "by" | "about" | "around" | "early" | "late" | "just"),
            "on" if cue.length == 2 && cue.reach == Reach::Clause && self.told_here(at) => false,
            "add" | "bring" => fresh,
            "like" | "better" if next == "a" && before == "looks" => true,
            "out" => !matches!(
                before,
                "came"
                    | "carved"
                    | "made"
                    | "cut"
                    | "come"
                    | "coming"
                    | "taken"
                    | "built"
                    | "popped"
                    | "peeled"
                    | "took"
                    | "get"
                    | "got"
                    | "pulled"
                    | "formed"
                    | "shaped"
                    | "torn"
                    | "sculpted"
                    | "lifted"
                    | "wiped"
                    | "bent"
            ),
            "get" => {
                (matches!(before, "" | "and" | "to" | "must" | "also") || self.tokens[at].gap >= Gap::Comma)
                    && cue.length == 1
                    && !matches!(
                        next,
                        "it" | "the"
                            | "to"
                            | "back"
                            | "on"
                            | "into"
                            | "off"
                            | "a"
                            | "this"
                            | "that"
                            | "in"
                            | "going"
                    )
                    || cue.length > 1
            }
            "forgot"
                if matches!(self.word(at + 2), "log" | "note" | "write" | "say" | "record" | "mention") =>
            {
                false
            }
            "ill" if next == "be" || next == "keep" || next == "just" => false,
            "delivered" => before != "i" && !matches!(self.word(at + 1), "the" | "a" | "my" | "it" | "them"),
            "later" | "starts" => {
                word != "later" || !before.starts_with("hour") && !before.starts_with("min")
            }
            "ordered" => !matches!(before, "was" | "well"),
            "cost" | "costs" | "planned" => before != "as" && !self.begins_a_length(at + cue.length),
            "need" | "needs" | "want"
                if matches!(before, "didnt" | "dont" | "doesnt" | "wont" | "not" | "didn") =>
            {
                false
            }
            "need" if cue.length == 1 => !matches!(next, "to" | "it" | "that" | "not") && before != "no",
            "want" if cue.length == 1 => !matches!(next, "to" | "it" | "that" | "the"),
            "need" | "needs" | "want" => true,
            "like" => !matches!(before, "would" | "id" | "i" | "feels"),
            "id" | "well" | "ill" => before != "the",
            "must" | "could" => !matches!(next, "say" | "only") && (next != "have" || word != "must"),
            "if" => before != "as" && before != "see",
            "called" => {
                matches!(
                    before,
                    "" | "i"
                        | "we"
                        | "and"
                        | "then"
                        | "client"
                        | "gallery"
                        | "he"
                        | "she"
                        | "they"
                        | "just"
                        | "also"
                        | "again"
                ) && !matches!(next, "it" | "that")
            }
            "saved" | "saving" => !matches!(next, "time" | "me"),
            "saw" | "train" | "bus" | "quote" | "bank" => before != "the" || word != "saw",
            "never" => next != "ending",
            // `undoing what I did on Sunday`.
            "on" if cue.status == Status::Planned => before != "did" && before != "made" && before != "began",
            "once" => next != "more",
            "application" | "applications" => {
                !matches!(before, "second" | "first" | "paint" | "glaze" | "wax")
            }
            _ => true,
        }
    }

    /// Whether the words before end a part of the sentence.
    fn ends_here(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|next| next.gap >= Gap::Comma)
    }

    /// `only a dribble of turps left`, `one tube of ochre left`.
    fn little_left(&self, at: usize) -> bool {
        const LITTLE: &str =
            "only just one two half bit dribble scrap scraps drop drops smear end few little barely hardly";
        let before = (0..at).rev().take(7).take_while(|place| self.tokens[place + 1].gap < Gap::Comma);
        self.ends_here(at + 1) && before.into_iter().any(|place| has_word(LITTLE, self.word(place)))
    }

    /// Whether the same part of the sentence tells of something done.
    fn told_here(&self, at: usize) -> bool {
        let before = (0..at).rev().take_while(|place| self.tokens[place + 1].gap < Gap::Comma);
        let after = (at + 1..self.tokens.len()).take_while(|place| self.tokens[*place].gap < Gap::Comma);
        before.chain(after).any(|place| {
            let word = self.word(place);
            super::cues::resumes(word) || matches!(word, "was" | "were" | "had")
        })
    }

    /// Whether the sentence goes on with what is still to come.
    fn says_to_come(&self, at: usize) -> bool {
        (at..self.tokens.len()).take_while(|place| *place == at || self.tokens[*place].gap < Gap::Semi).any(
            |place| {
                matches!(
                    self.word(place),
                    "will"
                        | "ill"
                        | "well"
                        | "going"
                        | "want"
                        | "need"
                        | "hope"
                        | "plan"
                        | "can"
                        | "must"
                        | "should"
                        | "be"
                        | "gonna"
                )
            },
        )
    }

    /// `no cold wax left`: a lack, not a denial.
    pub(super) fn lacking(&self, at: usize, cue: Cue) -> Status {
        // `saving the lapis for the robe`.
        let kept = matches!(self.word(at), "saving" | "saved" | "keeping" | "kept")
            && cue.status == Status::Negated
            && (at + 1..self.tokens.len().min(at + 7))
                .take_while(|place| self.tokens[*place].gap < Gap::Comma)
                .any(|place| self.word(place) == "for");
        if kept {
            return Status::Planned;
        }
        // `needs another bolt of black maul`.
        let container = matches!(self.word(at), "need" | "needs")
            && cue.status == Status::Planned
            && (at + 1..at + 4).any(|place| {
                const HOLDS: &str = "bolt tube tubes sheet sheets bag bags roll rolls tin tins tub bottle bottles pot jar reel skein \
                    skeins ball balls pack packs packet box litre gallon kilo metre metres yard yards spool ream";
                has_word(HOLDS, self.word(place)) && self.word(place + 1) == "of"
            });
        if container {
            return Status::ToBuy;
        }
        let denied =
            matches!(self.word(at), "no" | "not" | "hardly" | "barely" | "isnt" | "wasnt" | "dont" | "didnt");
        let reach = at + cue.length..self.tokens.len().min(at + cue.length + 5);
        // `no more bole needed`.
        let unneeded = self.word(at) == "no"
            && reach
                .clone()
                .take_while(|place| self.tokens[*place].gap < Gap::Comma)
                .any(|place| matches!(self.word(place), "needed" | "required" | "necessary"));
        if unneeded {
            return Status::Negated;
        }
        let left = reach.clone().take_while(|place| self.tokens[*place].gap < Gap::Comma).any(|place| {
            self.word(place) == "left"
                || self.word(place) == "anywhere" && self.word(place + 1) != "near"
                || (self.word(place) == "in"
                    && (matches!(self.word(place + 1), "stock")
                        || matches!(
                            self.word(place + 2),
                            "house" | "studio" | "shop" | "drawer" | "cupboard" | "workshop" | "place"
                        )))
                || (self.word(place) == "at" && self.word(place + 1) == "all")
        });
        if denied && left { Status::ToBuy } else { cue.status }
    }
}

fn guesses(word: &str) -> bool {
    matches!(word, "say" | "think" | "guess" | "reckon" | "figure" | "imagine" | "estimate" | "judge")
}
