//! What kind of time a length was, by the noun that it measures and the verb that governs it: `a two hour drive`,
//! `the class was three hours`, `an hour shopping for frames`, `the glue takes 24 hours`, `usually it takes me three`.

use super::around::Around;
use crate::gazetteer::{self, Kind};
use crate::tokens::{Gap, has_word};

/// Occasions that make nothing of one's own.
const OCCASIONS: &str = "\
    drive drives journey trip commute flight train bus ferry walk ride meeting meetings call calls class classes course lesson lessons \
    lecture lectures talk talks seminar webinar tutorial tutorials crit opening view show exhibition fair market party \
    film movie programme episode podcast video videos audiobook documentary appointment interview visit delivery queue \
    wait nap lie rest chat conversation phonecall zoom demo demonstration photoshoot shoot fitting consultation hangout \
    funeral wedding service inspection stocktake inventory paperwork admin correspondence email emails invoicing";

/// Those of them in which nobody works on a piece; in a class people do.
const OUTSIDE: &str = "\
    drive drives journey commute flight meeting meetings call calls lecture lectures seminar webinar appointment \
    interview delivery queue nap chat conversation phonecall funeral inspection stocktake inventory paperwork admin \
    correspondence email emails invoicing";

/// Doings beside the work.
const ERRANDS: &str = "\
    shopping driving emailing invoicing tidying hoovering sweeping mopping decluttering queuing queueing waiting \
    looking searching hunting chatting talking gossiping arguing negotiating teaching demonstrating answering replying \
    browsing scrolling reading watching listening ordering shipping posting delivering \
    travelling traveling commuting phoning ringing texting messaging \
    scheduling budgeting pricing uploading staring procrastinating faffing napping \
    sleeping eating cycling walking collecting moving unloading";

/// What the thing does by itself, whoever looks on.
const HAPPENS: &str = "\
    dry dries dried drying cure cures cured curing soak soaks soaked soaking expose exposed exposure exposures fire \
    fired fires firing firings simmer simmered simmering steep steeped steeping bake baked baking rest rested resting \
    cool cooled cooling harden hardened prove proved freeze froze frozen ferment fermented bisque render renders \
    rendered rendering upload download rinse anneal annealer kiln oven furnace dishwasher dehydrator programme cycle \
    soaks ramp hold overnight set sets bath developer fixer vat acid ferric pickle steamer autoclave vacuum printer";

impl Around<'_> {
    /// Time at something that made nothing, or of something that needs nobody.
    pub(super) fn made_elsewhere(&self) -> bool {
        self.measures_an_occasion()
            || self.told_of_an_occasion()
            || self.spent_on_errands()
            || self.takes_by_itself()
            || self.still_to_go()
            || self.wished_for()
            || self.as_a_habit()
            || self.of_a_machine()
            || self.names_a_kind()
    }

    /// How many words before belong to the same part of the sentence.
    pub(super) fn reach_back(&self) -> usize {
        let part = |back: &usize| {
            let Some(at) = self.piece.from.checked_sub(*back) else { return false };
            self.tokens[at + 1].gap < Gap::Dash
                && !matches!(
                    self.before(*back),
                    "" | "then" | "but" | "and" | "so" | "plus" | "while" | "before" | "after"
                )
        };
        (1..=12).take_while(part).count()
    }

    /// Whether I am said to have done it, right here.
    fn mine_here(&self) -> bool {
        (1..=self.reach_back()).any(|back| {
            matches!(self.before(back), "i" | "we" | "ive" | "id" | "my" | "me" | "spent" | "worked")
        })
    }

    /// `a two hour drive`, `an hour's lesson`, `a three hour class`.
    fn measures_an_occasion(&self) -> bool {
        let near = self.tokens.get(self.piece.to).is_some_and(|next| next.gap <= Gap::Space);
        let long = matches!(
            self.after(0),
            "long" | "of" | "s" | "phone" | "zoom" | "team" | "client" | "dog" | "train" | "car"
        );
        near && !self.piece.range
            && (has_word(OCCASIONS, self.after(0)) || long && has_word(OCCASIONS, self.after(1)))
            && !(self.after(0) == "rest" || self.after(1) == "rest")
    }

    /// `the class was three hours`, `the opening is from 6 to 8`, `third lesson of the course, 2 hours`.
    fn told_of_an_occasion(&self) -> bool {
        let opening = self.tokens[self.piece.from].gap >= Gap::Comma;
        let is = matches!(
            self.before(1),
            "was"
                | "is"
                | "lasted"
                | "took"
                | "ran"
                | "takes"
                | "lasts"
                | "for"
                | "from"
                | "goes"
                | "went"
                | "about"
        );
        let reach = self.reach_back();
        let deed = (1..=reach).any(|back| {
            let word = self.before(back);
            crate::clauses::tells_of_work(word)
                || word.len() > 5
                    && word.ends_with("ing")
                    && !has_word(ERRANDS, word)
                    && !has_word(OCCASIONS, word)
        });
        if self.mine_here() || deed {
            return false;
        }
        if opening {
            return self.after_an_occasion();
        }
        let head = |back: usize| {
            back == 2 || has_word("with at for in on about to of by from was is", self.before(back - 1))
        };
        is && (2..=reach).any(|back| {
            head(back)
                && has_word(OCCASIONS, self.before(back))
                && !has_word("rest view show", self.before(back))
        })
    }

    /// `Third lesson of the course, 2 hours`: the length stands alone behind what took it.
    fn after_an_occasion(&self) -> bool {
        let alone = self.tokens.get(self.piece.to).is_none_or(|next| next.gap >= Gap::Comma);
        let Some(last) = self.piece.from.checked_sub(1).filter(|_| alone) else { return false };
        if self.tokens[self.piece.from].gap != Gap::Comma {
            return false;
        }
        let from = (0..=last).rev().find(|at| self.tokens[*at].gap >= Gap::Comma).unwrap_or(0);
        let words = || self.tokens[from..=last].iter().map(|token| token.word.as_str());
        // `Feedback call after, thirty minutes`.
        let closes = |word: &str| word == "after" && self.before(1) == "after";
        let deed = words().any(|word| {
            crate::clauses::tells_of_work(word)
                || matches!(word, "i" | "we" | "after" | "before") && !closes(word)
                || word.len() > 5 && word.ends_with("ing") && !has_word(OCCASIONS, word)
        });
        let head = |at: usize| {
            at == last
                || has_word("with at for in on about to of by from and after", &self.tokens[at + 1].word)
        };
        !deed
            && (from..=last).any(|at| {
                let word = self.tokens[at].word.as_str();
                head(at) && has_word(OUTSIDE, word)
            })
    }

    /// `an hour shopping for frames`, `forty minutes looking for the spokeshave`.
    fn spent_on_errands(&self) -> bool {
        let skip = usize::from(matches!(self.after(0), "of" | "on" | "just" | "was" | "spent" | "went"));
        let near = self.near_after()
            && self.tokens.get(self.piece.to + skip).is_some_and(|next| next.gap <= Gap::Space);
        // `spun the rest for 45 minutes watching telly`: it went on beside the work.
        let beside = has_word("watching listening chatting talking", self.after(skip))
            && (1..=self.reach_back()).any(|back| crate::clauses::tells_of_work(self.before(back)));
        // `studio tidy 1h`.
        if self.before(1) == "tidy" && self.tokens[self.piece.from].gap <= Gap::Space {
            return true;
        }
        near && !beside
            && has_word(ERRANDS, self.after(skip))
            && !matches!(self.after(skip + 1), "at" | "on" | "in")
                | matches!(self.after(skip), "driving" | "walking")
    }

    /// `the glue takes 24 hours`, `resin cures in 3 hours`, `exposed this morning 7 min`: no doer is named.
    fn takes_by_itself(&self) -> bool {
        if self.piece.range {
            return false;
        }
        let reach = self.reach_back();
        let subject = (1..=reach).map(|back| self.before(back)).collect::<Vec<_>>();
        let mine = self.mine_here() || self.after(0) == "me";
        let stuff = |word: &&str| {
            gazetteer::lookup(word).is_some_and(|(entry, _)| entry.kind == Kind::Material)
                || has_word(HAPPENS, word)
        };
        let needs = matches!(self.before(1), "takes" | "needs" | "wants" | "requires" | "lasts")
            && !mine
            && !matches!(self.before(2), "it" | "which" | "that" | "this");
        let took = matches!(
            self.before(1),
            "took" | "was" | "ran" | "runs" | "in" | "for" | "lasted" | "going" | "on" | "about"
        ) && !mine
            && !subject.iter().any(|word| crate::clauses::tells_of_work(word) && !has_word(HAPPENS, word))
            && subject.iter().skip(1).any(stuff)
            && subject.iter().skip(1).any(|word| has_word(HAPPENS, word));
        // `let it sit for ten minutes`, `left it to dry for three hours`: who let it is no matter.
        let let_be = (2..=reach).any(|back| {
            matches!(self.before(back), "let" | "leave" | "leaving" | "letting")
                || matches!(self.before(back), "left" | "waited")
                    && matches!(self.before(back - 1), "it" | "them" | "that" | "to" | "for" | "this" | "the" | "in")
                    && !matches!(self.before(back - 1), "the" if !(2..back).any(|near| has_word(HAPPENS, self.before(near))))
        });
        let told = !mine
            && subject.iter().take(6).any(|word| {
                matches!(
                    *word,
                    "exposed"
                        | "soaked"
                        | "fired"
                        | "cured"
                        | "dried"
                        | "simmered"
                        | "steeped"
                        | "baked"
                        | "rested"
                        | "cooled"
                        | "proved"
                )
            })
            && self.piece.minutes != 0
            && !subject.iter().any(|word| word.ends_with("ing") && !has_word(HAPPENS, word));
        // `the dye pot was going 90 minutes`.
        let went = self.before(1) == "going" && matches!(self.before(2), "was" | "were" | "is") && !mine;
        // `Drying time an hour in between`.
        let drying = self.before(1) == "time" && has_word(HAPPENS, self.before(2));
        // `it went off in three minutes flat`.
        let set =
            (self.before(1), self.before(2)) == ("in", "off") && has_word("went goes going", self.before(3));
        needs || took || let_be || told || went || drying || set
    }

    /// `another two hours to finish`, `about two hours to go`, `need an hour more`.
    fn still_to_go(&self) -> bool {
        let more =
            matches!(self.before(1), "another" | "more") || self.tokens[self.piece.from].word == "another";
        let ahead = self.after(0) == "to"
            && (matches!(self.after(1), "go" | "spare" | "come")
                && (self.after(2).is_empty()
                    || has_word("and but on yet still with after before or", self.after(2)))
                || more && matches!(self.after(1), "finish" | "do"))
            || matches!((self.after(0), self.after(1)), ("of" | "more", "it" | "work") if self.after(2) == "left");
        let filler = |back: &usize| {
            matches!(
                self.before(*back),
                "another"
                    | "about"
                    | "at"
                    | "least"
                    | "a"
                    | "good"
                    | "more"
                    | "maybe"
                    | "probably"
                    | "full"
                    | "it"
                    | "only"
            )
        };
        let skip = (1..=4).take_while(filler).count();
        let needed = matches!(self.before(skip + 1), "need" | "needs" | "requires" | "wants" | "wanted");
        let would =
            matches!(self.after(0), "would" | "should" | "will" | "might" | "ought") && self.near_after();
        // `it'll be about nine hours`.
        let coming = (1..=4).any(|back| {
            self.before(back) == "be" && has_word("itll theyll thatll will", self.before(back + 1))
        });
        would || ahead && !self.some_before(4, &["took", "spent"]) || needed || coming
    }

    /// `wanted two hours, got one`.
    fn wished_for(&self) -> bool {
        let skip = usize::from(matches!(self.before(1), "for" | "on" | "about" | "my"));
        matches!(
            self.before(skip + 1),
            "wanted"
                | "hoped"
                | "expected"
                | "planned"
                | "aimed"
                | "intended"
                | "promised"
                | "estimated"
                | "reckoned"
                | "budgeted"
                | "allowed"
        ) && !self.piece.range
    }

    /// `usually it takes me three hours`, `last time it took two`.
    fn as_a_habit(&self) -> bool {
        (1..=self.reach_back()).any(|back| {
            matches!(self.before(back), "usually" | "normally" | "typically" | "generally" | "ordinarily")
                || self.before(back + 1) == "last" && matches!(self.before(back), "time" | "year" | "month")
                || self.before(back) == "used" && self.before(back - 1) == "to" && back > 1
        })
    }

    /// `20 minutes of machine time`, `four hours of render time`.
    fn of_a_machine(&self) -> bool {
        self.after(0) == "of"
            && (self.after(2) == "time" || self.after(2) == "waiting")
            && matches!(
                self.after(1),
                "machine"
                    | "kiln"
                    | "render"
                    | "drying"
                    | "print"
                    | "printer"
                    | "cutting"
                    | "laser"
                    | "cooling"
                    | "waiting"
                    | "travel"
                    | "driving"
                    | "curing"
            )
            || matches!(
                self.after(0),
                "kiln" | "machine" | "drying" | "render" | "curing" | "travel" | "exposure"
            ) && self.after(1) == "time"
    }

    /// `the 2-hour epoxy`: how fast it sets, not how long I worked.
    fn names_a_kind(&self) -> bool {
        let unit = &self.tokens[self.piece.to - 1];
        let glued = unit.gap == Gap::Glued && matches!(unit.word.as_str(), "hour" | "minute" | "min" | "hr");
        glued
            && self.near_after()
            && gazetteer::lookup(self.after(0)).is_some_and(|(entry, _)| entry.kind == Kind::Material)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Context, extract};

    fn minutes(note: &str) -> Option<u32> {
        extract(note, &Context::on(jiff::civil::date(2026, 3, 18))).minutes.map(|fact| fact.value)
    }

    #[test]
    fn what_made_nothing_does_not_count() {
        for (note, wanted) in [
            ("an hour painting after a two hour drive", Some(60)),
            ("the class was three hours", None),
            ("spent an hour shopping for frames", None),
            ("an hour on the frame, the glue takes 24 hours", Some(60)),
            ("painted for an hour and left it to dry for three hours", Some(60)),
            ("an hour painting, need another two hours to finish", Some(60)),
            ("wanted two hours, got one", Some(60)),
            ("an hour. usually it takes me three hours", Some(60)),
            ("20 minutes of machine time, an hour sanding", Some(60)),
            ("ordered the 2-hour epoxy", None),
            ("Glazed the cups, an hour and twenty, the kiln's on now it'll be about nine hours", Some(80)),
            ("Folded poppies, three hours, so ten minutes a flower", Some(180)),
            ("Painted for an hour. The alginate went off in three minutes flat", Some(60)),
            ("two and a half hours in, there's about another hour to go with the orange", Some(150)),
            ("studio tidy 1h. sharpened gouges", None),
        ] {
            assert_eq!(minutes(note), wanted, "{note}");
        }
    }

    #[test]
    fn what_was_made_counts_beside_it() {
        for (note, wanted) in [
            ("an hour sketching on the train", 60),
            ("dentist this morning, then an hour on the foreground", 60),
            ("started 9, stopped for coffee twenty minutes, finished quarter to one", 205),
            ("the glazing took an hour", 60),
            ("two hours at the vat not counting the beating", 120),
            ("spun for 45 minutes watching telly", 45),
            ("two hours weaving whilst waiting for the kiln", 120),
            ("waited for the kiln and wove for two hours", 120),
            ("nine to twelve, stopped half an hour for the phone, weaving", 150),
            ("bent four slats after an hour in the box (not counting that), turned legs for two hours", 120),
            ("quilted while the potatoes boiled, fifty minutes", 50),
            ("an hour on the lid, no wait, an hour and a half", 90),
            ("On Saturday four hours carving the rail", 240),
            ("must be ninety minutes of quilting", 90),
            ("not more than an hour of weaving", 60),
            ("An hour of lapping. Didn't sandblast.", 60),
            ("school run from eight, back at ten till eleven, carved the ear", 60),
            ("Two sessions of forty on the curtains", 80),
            ("Fettled the seams, an hour and ten in all. Then cobalt bands for half an hour.", 100),
            ("carving four hours of it minus a long chat so call it three and a half the letters", 210),
            ("Twenty minutes on the cliff, then another quarter of an hour in the car with a dip pen", 35),
            ("an hour and a quarter yesterday and the same again this morning, weaving", 150),
            (
                "sewed the text block took an hour thirty five then rounded it that's another twenty five and glued it",
                120,
            ),
            ("basted the top 65 min, then 40 hand quilting", 105),
            ("Forty minutes before breakfast and forty again after, cutting petals", 80),
            ("Three hours all but ten minutes, gilding the frame", 170),
            ("weaving from ten till twenty to one with a coffee in the middle say fifteen minutes", 145),
            ("base coats 10:00-13:30 (lunch 30)", 180),
            ("carved it about two and a half hours and I'll wax it next time", 150),
            ("painted an hour and then it sat half an hour but I don't count that", 60),
            ("Folded twelve. 1 hr 20, then 20 minutes photographing them, which is admin really", 80),
            ("handles forty five no call it forty minutes and then I fettled the pot another half hour", 70),
            ("Painted from half ten till half twelve, but half an hour of that was a delivery", 90),
        ] {
            assert_eq!(minutes(note), Some(wanted), "{note}");
        }
    }
}
