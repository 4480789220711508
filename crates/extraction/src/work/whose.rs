//! Time that was not mine: what a thing needs by itself, and what somebody else did.

use super::around::Around;
use crate::tokens::{Gap, has_word};

/// Who else works in a studio.
const OTHERS: &[&str] = &[
    "assistant",
    "intern",
    "apprentice",
    "helper",
    "she",
    "he",
    "they",
    "framer",
    "foundry",
    "printer",
    "fabricator",
    "student",
    "students",
    "volunteers",
    "colleague",
    "husband",
    "wife",
    "partner",
];
/// What they are said to have done with their time.
const ACTS: &[&str] = &[
    "did", "spent", "worked", "put", "took", "takes", "needs", "painted", "does", "runs", "ran", "has",
    "had", "which",
];

impl Around<'_> {
    /// Time that the thing needs by itself.
    #[expect(clippy::too_many_lines, reason = "lists of words, one place to read them")]
    pub(super) fn by_itself(&self) -> bool {
        const PROCESS: &[&str] = &[
            "dry",
            "dried",
            "drying",
            "dries",
            "cure",
            "cured",
            "curing",
            "cures",
            "soak",
            "soaked",
            "soaking",
            "soaks",
            "exposure",
            "exposures",
            "exposed",
            "expose",
            "firing",
            "fired",
            "fires",
            "annealer",
            "resting",
            "rested",
            "steep",
            "steeped",
            "steeping",
            "simmer",
            "simmered",
            "simmering",
            "steamed",
            "bite",
            "bites",
            "bit",
            "biting",
            "acid",
            "ferric",
            "etched",
            "cool",
            "cooled",
            "cooling",
            "overnight",
            "ramp",
            "wait",
            "oven",
            "bake",
            "baked",
            "boil",
            "boiled",
            "ferment",
            "freeze",
            "timer",
            "dwell",
            "clamped",
            "harden",
            "hardened",
            "hardening",
            "nitric",
            "sit",
            "sat",
            "stand",
            "sets",
            "sun",
            "sunlight",
            "oxidising",
            "oxidizing",
            "airing",
        ];
        const RESTS: &[&str] = &[
            "dry", "drying", "dries", "cure", "curing", "cures", "set", "soak", "soaking", "cool", "cooling",
            "rest", "fire", "firing", "bake", "harden", "bite", "steep", "exposure", "waiting",
        ];
        const BATHS: &[&str] = &[
            "acid",
            "ferric",
            "bath",
            "nitric",
            "mordant",
            "vat",
            "pickle",
            "kiln",
            "oven",
            "dye",
            "water",
            "developer",
            "fixer",
        ];
        let mine = |reach: usize| {
            (1..=reach).any(|back| {
                matches!(self.before(back), "i" | "we" | "worked" | "spent" | "my" | "me" | "another")
            })
        };
        if self.piece.range {
            // `Kiln Shelf: 9 to 12` is a title; `kiln on from 9 to 12` is not.
            return self.tokens[self.piece.from].gap < Gap::Comma
                && self.some_before(3, &["kiln", "fired", "firing", "annealer", "fires"])
                && !mine(8)
                && !self.some_before(8, &["stoking", "stoked", "tending", "salting", "salted"]);
        }
        let told = matches!(self.after(0), "of" | "to" | "for")
            && RESTS.contains(&self.after(1))
            && !(self.after(0) != "to" && matches!(self.after(1), "set" | "fire"))
            && !matches!(self.after(2), "up" | "out" | "off" | "the" | "in");
        let named =
            self.near_after() && RESTS.contains(&self.after(0)) && !matches!(self.after(0), "set" | "fire");
        let in_bath = self.after(0) == "in" && (1..4).any(|on| BATHS.contains(&self.after(on))) && !mine(4);
        let own = (0..6)
            .take_while(|on| {
                self.tokens.get(self.piece.to + on).is_some_and(|next| {
                    next.gap < Gap::Comma && !matches!(next.word.as_str(), "then" | "and" | "plus")
                })
            })
            .count();
        let alone = (0..own).any(|on| {
            matches!(
                (self.after(on), self.after(on + 1)),
                ("by", "itself" | "themselves") | ("on", "its" | "their")
            ) && (matches!(self.after(on), "by") || self.after(on + 2) == "own")
        }) || matches!(
            (self.before(2), self.before(1)),
            ("by", "itself" | "themselves") | ("its" | "their", "own")
        );
        // `runs two hours alone`, `that's its own business`.
        let unwatched = (self.after(0) == "alone"
            && matches!(self.before(1), "runs" | "ran" | "for" | "simmers" | "takes"))
            || (0..6).any(|on| {
                self.after(on) == "own" && matches!(self.after(on + 1), "business" | "thing" | "time")
            });
        let light = self.after(0) == "of"
            && matches!(
                self.after(1),
                "light" | "sun" | "sunlight" | "daylight" | "uv" | "exposure" | "heat"
            );
        // `when it was dry two hours of scraping`.
        let own_deed =
            self.after(0) == "of" && self.after(1).ends_with("ing") && !RESTS.contains(&self.after(1));
        // `no wait, an hour and a half` corrects.
        let corrected = self.before(1) == "wait" && matches!(self.before(2), "no" | "oh" | "");
        let right_after = PROCESS.contains(&self.before(1))
            && !corrected
            && !self.while_it_happened()
            && !mine(5)
            && !own_deed
            && !matches!(self.before(1), "set" | "left" | "fired" | "firing")
            || (matches!(self.before(1), "fired" | "bites" | "bite" | "dips") && !mine(3))
            // `Sanded. Firing ten hours.`
            || self.before(1) == "firing" && self.before(2).is_empty();
        let unattended = self.some_after(
            3,
            &["unattended", "simmering", "boiling", "heating", "steaming", "proving", "timer", "cooling"],
        );
        let unattended = unattended && !(matches!(self.after(0), "by" | "on") && self.after(2) == "timer");
        let kiln = self.some_before(5, &["cone", "kiln", "firing"])
            && !mine(5)
            && self.some_after(3, &["timer", "overnight", "controller", "hold", "soak"])
            || (self.before(1) == "tonight" || self.before(2) == "tonight")
                && self.some_before(6, &["cone", "kiln", "firing"]);
        let runs = matches!(self.before(1), "ran" | "runs" | "took" | "takes" | "on" | "for" | "is" | "was")
            && self.some_before(
                5,
                &["kiln", "annealer", "firing", "dryer", "programme", "timer", "printer", "bisque"],
            )
            && !mine(5)
            && !(1..=5).any(|back| crate::clauses::tells_of_work(self.before(back)));
        let heated = self.heated_alone();
        heated
            || unwatched
            || told
            || named
            || in_bath
            || runs
            || alone
            || light
            || right_after
            || unattended
            || kiln
    }

    /// `quilted whilst the potatoes boiled, fifty minutes`: the work is what was timed.
    fn while_it_happened(&self) -> bool {
        self.tokens[self.piece.from].gap >= Gap::Comma
            && (2..6).any(|back| matches!(self.before(back), "while" | "whilst"))
    }

    /// `Bisque firing is in, nine hours`: a sentence that begins with heat and names no doer.
    fn heated_alone(&self) -> bool {
        const HEAT: &[&str] =
            &["kiln", "kilns", "firing", "bisque", "annealer", "furnace", "oven", "dehydrator", "incubator"];
        let words: Vec<&str> =
            (1..=8).map(|back| self.before(back)).take_while(|word| !word.is_empty()).collect();
        let doer = words.iter().any(|word| {
            matches!(*word, "i" | "we" | "my")
                || crate::clauses::tells_of_work(word)
                || (word.ends_with("ing") && !HEAT.contains(word) && word.len() > 5)
                || (word.ends_with("ed") && word.len() > 4)
        });
        let begins = words.iter().rev().take(3).any(|word| HEAT.contains(word));
        words.len() < 8 && begins && !doer && self.tokens[self.piece.from].gap == Gap::Comma
    }

    /// Somebody else's time.
    pub(super) fn of_others(&self) -> bool {
        let mine = (1..=4).any(|back| matches!(self.before(back), "i" | "we" | "me" | "my"));
        let acts = (2..=6_usize).any(|back| {
            let act =
                (back.saturating_sub(2)..back).any(|near| near > 0 && ACTS.contains(&self.before(near)));
            OTHERS.contains(&self.before(back)) && act
        });
        let took_me = self.after(0) == "me" || self.before(1) == "me";
        let labelled =
            self.tokens[self.piece.from].gap == Gap::Comma && crate::mentions::is_name(self.before(1));
        let told_next = self.tokens.get(self.piece.to).is_some_and(|next| next.gap == Gap::Comma)
            && self.tokens[self.piece.from].gap == Gap::Comma
            && crate::mentions::is_name(self.after(0))
            && (self.after(1).ends_with("ed")
                || matches!(self.after(1), "lit" | "did" | "ran" | "made" | "threw" | "cut"));
        if labelled || told_next {
            return true;
        }
        let which_took = self.some_before(2, &["took", "lasted"])
            && self.some_before(3, &["which", "meeting", "call"])
            && self.some_before(12, &["meeting", "call", "which"])
            && self.some_before(3, &["which"])
            && self.some_before(12, &["meeting", "call", "drive", "delivery"]);
        let not_mine = (0..7).any(|on| {
            matches!(
                (self.after(on), self.after(on + 1)),
                ("not", "me" | "mine" | "my")
                    | ("hers" | "theirs", _)
                    | ("his", "not")
                    | ("his" | "her" | "their", "own")
            )
        });
        if matches!(self.after(0), "mine" | "myself") {
            return false;
        }
        let denied =
            (1..=4).any(|back| self.before(back + 1) == "not" && matches!(self.before(back), "me" | "mine"));
        (acts && !mine && !took_me)
            || which_took
            || not_mine
            || denied
            || self.somebody_else()
            || self.guest()
    }

    /// `Karigar did the polishing`: a name that no list knows begins the sentence.
    fn stranger(&self, from: usize) -> bool {
        const NO_NAMES: &str = "i we then that this it today yesterday just only also still finally really so and well \
            later tonight which what all both first";
        let Some(at) = self.piece.from.checked_sub(from) else { return false };
        let first = &self.tokens[at];
        first.gap == Gap::Stop
            && first.capital
            && !has_word(NO_NAMES, &first.word)
            && matches!(self.before(from - 1), "did" | "held" | "ran" | "came" | "does")
    }

    /// `Sparky here 3 hours`, `had the crowd in for an hour`: somebody came.
    fn guest(&self) -> bool {
        let skip = usize::from(matches!(self.before(1), "for" | "about"));
        let came = match self.before(skip + 1) {
            "in" | "over" | "round" => (skip + 2..skip + 9).any(|back| self.before(back) == "had"),
            "here" => (skip + 2..skip + 5).all(|back| {
                !matches!(self.before(back), "i" | "we" | "was" | "been" | "worked" | "spent" | "sat" | "and")
            }),
            _ => false,
        };
        came && !self.before(skip + 2).is_empty()
    }

    /// `my daughter rolled a second one for`, `Ray ran the torch for`: somebody else began the clause.
    fn somebody_else(&self) -> bool {
        const KIN: &str = "\
            buddy friend friends daughter son kids kid mum mom dad mother father sister brother neighbour neighbor \
            husband wife partner girlfriend boyfriend student students apprentice intern assistant technician \
            colleague studiomate mate teacher tutor carpenter framer founder welder electrician builder cousin aunt \
            uncle nephew niece volunteer volunteers helper she he they";
        let Some(from) = (1..=14).find(|back| {
            let Some(at) = self.piece.from.checked_sub(*back) else { return true };
            self.tokens[at].gap >= Gap::Dash || matches!(self.before(*back), "i" | "we" | "then" | "but" | "")
        }) else {
            return false;
        };
        if matches!(self.before(from), "i" | "we") {
            return false;
        }
        if self.stranger(from) {
            return true;
        }
        let subject = (1..=from).rev().take(5).find(|back| {
            let word = self.before(*back);
            has_word(KIN, word) || crate::mentions::is_name(word)
        });
        subject.is_some_and(|place| {
            let verb = self.before(place - 1);
            let does = (verb.len() > 4 && verb.ends_with("ed"))
                || matches!(
                    verb,
                    "did"
                        | "ran"
                        | "came"
                        | "made"
                        | "threw"
                        | "cut"
                        | "took"
                        | "spent"
                        | "drew"
                        | "held"
                        | "built"
                        | "wove"
                        | "sewed"
                        | "does"
                        | "put"
                        | "kept"
                        | "has"
                        | "had"
                        | "lit"
                );
            let before = self.before(place + 1);
            place > 1
                && does
                && !matches!(verb, "posed" | "modelled")
                && !matches!(before, "for" | "with" | "to" | "of" | "by" | "from")
        })
    }
}
