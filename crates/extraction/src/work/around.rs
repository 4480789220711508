//! What the words beside a duration say about it.

use crate::duration::Piece;
use crate::tokens::{Gap, Token, has_word};

/// The words beside a duration.
pub(super) struct Around<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) piece: Piece,
}

impl Around<'_> {
    /// The word so many places before; nothing beyond the sentence.
    pub(super) fn before(&self, back: usize) -> &str {
        let Some(at) = self.piece.from.checked_sub(back) else { return "" };
        let inside = self.tokens[at + 1..=self.piece.from].iter().all(|token| token.gap < Gap::Stop);
        if inside { &self.tokens[at].word } else { "" }
    }

    /// The word so many places after, from 0; nothing beyond the sentence.
    pub(super) fn after(&self, on: usize) -> &str {
        let to = self.piece.to;
        let Some(token) = self.tokens.get(to + on) else { return "" };
        let inside = self.tokens[to..=to + on].iter().all(|token| token.gap < Gap::Stop);
        if inside { &token.word } else { "" }
    }

    pub(super) fn some_before(&self, reach: usize, words: &[&str]) -> bool {
        (1..=reach).any(|back| words.contains(&self.before(back)))
    }

    pub(super) fn some_after(&self, reach: usize, words: &[&str]) -> bool {
        (0..reach).any(|on| words.contains(&self.after(on)))
    }

    pub(super) fn taken_off(&self) -> bool {
        const LESS: &[&str] =
            &["minus", "less", "excluding", "subtract", "subtracting", "deduct", "deducting"];
        let same_clause = (0..7)
            .take_while(|on| self.tokens.get(self.piece.to + on).is_some_and(|next| next.gap < Gap::Comma))
            .count();
        let uncounted = (0..same_clause).any(|on| {
            matches!((self.after(on), self.after(on + 1)), ("not", "counted") | ("dont" | "doesnt", "count"))
                || self.after(on) == "not" && self.after(on + 1) == "counting" && on + 2 >= same_clause
        });
        let with_break = matches!(self.before(1), "incl" | "including" | "inc") && self.is_break();
        let out = self.is_break() && (0..4).any(|on| matches!(self.after(on), "out" | "off"));
        self.some_before(2, LESS)
            || uncounted && !self.sat_there()
            || with_break
            || out
            || (self.some_before(3, &["off"])
                && self.some_before(4, &["took", "take", "taking", "knock", "knocked"]))
            || (self.before(1) == "counting" && self.before(2) == "not")
            || (self.before(1) == "for" && self.before(2) == "except")
            || (self.before(1) == "but" && self.before(2) == "all")
            || (self.is_break() && self.some_after(7, &["off", "out", "excluded", "deducted"]))
            || (self.after(0) == "off" && self.near_after())
            || matches!(self.after(0), "deducted" | "excluded" | "discounted")
            || (self.before(1) == "but"
                && self.of_it()
                && self
                    .some_after(5, &["emails", "email", "phone", "admin", "tidying", "cleaning", "waiting"]))
    }

    /// `then it sat half an hour but I don't count that`: it was never a part of what was counted.
    fn sat_there(&self) -> bool {
        !self.piece.range
            && self.some_before(8, &["sat", "stood", "soaked", "rinsed", "dried", "washed", "steeped"])
            && !self.some_before(8, &["i", "we"])
    }

    pub(super) fn is_break(&self) -> bool {
        let near =
            |on: usize| self.tokens[self.piece.to..].iter().take(on + 1).all(|token| token.gap < Gap::Comma);
        let head = |on: usize| is_break_word(self.after(on)) && near(on);
        head(0)
            || (head(1)
                && !matches!(
                    self.after(0),
                    "then"
                        | "and"
                        | "before"
                        | "after"
                        | "until"
                        | "less"
                        | "minus"
                        | "without"
                        | "with"
                        | "excluding"
                        | "including"
                        | "incl"
                        | "inc"
                        | "plus"
                        | "except"
                ))
            || (head(2) && matches!(self.after(0), "for" | "of" | "off"))
            || self.says_how_long()
            || (self.before(1) == "of" && self.some_before(2, &["break", "lunch"]))
            || (is_break_word(self.before(1))
                && self.before(1) != "walk"
                && self.tokens[self.piece.from].gap <= Gap::Space
                && !matches!(self.tokens[self.piece.from].word.as_str(), "and" | "plus" | "then")
                && !matches!(self.after(0), "on" | "of" | "with"))
    }

    /// `with a coffee in the middle say fifteen minutes`.
    fn says_how_long(&self) -> bool {
        matches!(self.before(1), "say" | "about" | "maybe")
            && (2..8)
                .any(|back| is_break_word(self.before(back)) && has_word("a with for", self.before(back + 1)))
            && !(2..8).any(|back| crate::clauses::tells_of_work(self.before(back)))
    }

    /// Prices, moments, rates, ages.
    pub(super) fn not_elapsed(&self) -> bool {
        let before = self.before(1);
        let priced = matches!(
            before,
            "per"
                | "dollars"
                | "euros"
                | "pounds"
                | "bucks"
                | "quid"
                | "miles"
                | "km"
                | "every"
                | "within"
                | "quoted"
                | "charged"
                | "charge"
        ) || (before == "in" && self.before(2) == "back");
        let priced = priced && !self.piece.range;
        let number = crate::duration::counts(before)
            && self.tokens[self.piece.from].gap <= Gap::Space
            && self.tokens[self.piece.from].word.starts_with('a');
        let moment = matches!(
            self.after(0),
            "ago"
                | "later"
                | "early"
                | "late"
                | "away"
                | "earlier"
                | "old"
                | "from"
                | "until"
                | "notice"
                | "deadline"
                | "left"
        ) && self.near_after()
            && !(self.after(0) == "from" && self.after(1) != "now")
            && !(self.after(0) == "later" && self.after(1) == "in");
        // `weaving whilst waiting for the kiln` is work.
        let beside = (0..3).any(|on| has_word("inc incl including while whilst counting", self.after(on)));
        let idled = !beside
            && self.some_after(3, &["looking", "searching", "waiting", "procrastinating", "hunting"])
            || matches!(self.before(1), "waited" | "waiting" | "slept")
            || self.said_not_to_count();
        // `drained at six minutes`, `five firings of two minutes`.
        let after_so_long =
            before == "at" && !self.piece.range && !matches!(self.after(0), "each" | "a" | "per");
        // `so ten minutes a flower`.
        let rate =
            before == "so" && self.near_after() && matches!(self.after(0), "a" | "an" | "per" | "each");
        let of_each = rate
            || matches!(before, "of" | "about")
                && self.some_before(3, &["firings", "bites", "dips", "exposures", "soaks"])
                && !self.piece.range;
        priced
            || number
            || moment
            || idled
            || after_so_long
            || of_each
            || self.beside_work()
            || self.made_nothing()
    }

    /// `an hour in the box (not counting that)`.
    fn said_not_to_count(&self) -> bool {
        const FAR: usize = 8;
        (0..FAR).any(|on| {
            matches!((self.after(on), self.after(on + 1)), ("not", "counting" | "counted"))
                && matches!(self.after(on + 2), "that" | "this" | "it" | "those" | "")
                && self.tokens.get(self.piece.to + on).is_some_and(|not| not.gap == Gap::Comma)
                && self.tokens.get(self.piece.to + on + 3).is_none_or(|next| next.gap >= Gap::Comma)
        })
    }

    /// A room that was booked, a grade of pencil, letters, the road, and what they say not to count.
    fn beside_work(&self) -> bool {
        let booked = self.before(1) == "for"
            && self.some_before(4, &["booked", "hired", "rented", "reserved", "booking"])
            || self.some_before(1, &["booked", "hired", "rented"]);
        // `4H pencil` is a grade.
        let grade = self.tokens[self.piece.to - 1].word == "h"
            && self.tokens[self.piece.to - 1].capital
            && (matches!(self.after(0), "pencil" | "pencils" | "lead" | "leads" | "graphite" | "clutch")
                || matches!(self.before(1), "a" | "an" | "the" | "my"));
        let writes = (0..3).any(|on| {
            self.after(on) == "to"
                && matches!(
                    self.after(on + 1),
                    "answer" | "reply" | "respond" | "email" | "write" | "phone" | "explain"
                )
        });
        let uncounted = (0..4).any(|on| {
            matches!(
                (self.after(on), self.after(on + 1), self.after(on + 2)),
                ("dont" | "didnt", "count" | "add", "it" | "that" | "this" | "them")
                    | ("i", "wont" | "dont", "count")
                    | ("im" | "am", "not", "counting")
            )
        });
        let road =
            self.after(0) == "on" && self.after(1) == "the" && matches!(self.after(2), "road" | "motorway")
                || (self.after(0) == "there"
                    && !self.some_before(3, &["here"])
                    && matches!(self.after(1), "" | "and" | "but")
                    && !self.some_before(6, &["i", "spent", "worked", "we"]));
        booked || grade || writes || uncounted || road
    }

    /// Waiting, travelling, talking, or nothing at all.
    fn made_nothing(&self) -> bool {
        let waited = (1..=12).find(|back| matches!(self.before(*back), "waited" | "waiting"));
        let idle = waited.is_some_and(|far| {
            (1..far).all(|back| {
                !matches!(self.before(back), "then" | "but" | "so")
                    && !crate::clauses::tells_of_work(self.before(back))
                    && !matches!(self.before(back), "i" | "we")
            })
        });
        let fruitless = (0..6).any(|on| {
            matches!(
                (self.after(on), self.after(on + 1)),
                ("drew" | "did" | "made" | "got" | "achieved" | "painted" | "produced" | "with", "nothing")
            )
        }) && !self.some_before(12, &["i", "we", "worked", "spent"]);
        let travel = matches!(
            (self.after(0), self.after(1)),
            ("each", "way") | ("there", "and") | ("by", "train" | "bus" | "car" | "bike")
        ) || (0..4).any(|on| {
            matches!(
                (self.after(on), self.after(on + 1), self.after(on + 2)),
                ("in" | "on", "the", "van" | "car" | "train" | "bus" | "traffic" | "queue")
            )
        }) && !self.after(0).ends_with("ing")
            && !self.some_before(2, &["did", "worked"])
            && !self.some_after(6, &["with"]);
        // `20 minutes photographing it, which is admin really`.
        let own = |on: &usize| !matches!(self.after(*on), "then" | "and" | "plus");
        let admin = (0..10).take_while(own).any(|on| {
            self.after(on) == "which"
                && matches!(self.after(on + 1), "is" | "was")
                && has_word("admin paperwork faff", self.after(on + 2))
        });
        let talk = self.after(0) == "of"
            && matches!(
                self.after(1),
                "talk"
                    | "talking"
                    | "chat"
                    | "chatting"
                    | "chitchat"
                    | "small"
                    | "gossip"
                    | "theirs"
                    | "his"
                    | "hers"
                    | "faff"
                    | "faffing"
                    | "swearing"
            );
        let talk = talk
            || self.after(0) == "with" && crate::mentions::is_name(self.after(1)) && self.after(2) == "about";
        idle || fruitless || travel || admin || talk
    }

    /// What follows belongs to the same phrase.
    pub(super) fn near_after(&self) -> bool {
        self.tokens.get(self.piece.to).is_some_and(|next| next.gap <= Gap::Space)
    }

    /// Taken from the work by something else: `lost an hour to the phone`, `one hour of it I lose`, `twenty minutes out`.
    pub(super) fn is_lost(&self) -> bool {
        const GONE: &[&str] = &["lost", "lose", "losing", "wasted", "wasting", "missed"];
        const ELSEWHERE: &[&str] = &[
            "phone",
            "call",
            "calls",
            "lunch",
            "emails",
            "email",
            "tea",
            "coffee",
            "waiting",
            "chatting",
            "talking",
            "cleaning",
            "tidying",
            "faffing",
            "faff",
            "admin",
            "break",
            "breaks",
            "invoices",
            "driving",
            "interrupted",
            "delivery",
            "visitor",
            "visitors",
            "courier",
            "interruptions",
            "swearing",
            "washing",
        ];
        let part =
            matches!((self.after(0), self.after(1)), ("of", "it" | "that" | "which" | "those" | "them"));
        let from = if part { 2 } else { 0 };
        let lost = self.some_before(3, GONE)
            || (from..from + 3)
                .take_while(|on| !matches!(self.after(*on), "but" | "and" | "then" | "or"))
                .any(|on| GONE.contains(&self.after(on)));
        let away = part && (2..7).any(|on| ELSEWHERE.contains(&self.after(on)));
        let out = self.near_after()
            && self.after(0) == "out"
            && matches!(
                self.after(1),
                "" | "because" | "for" | "when" | "while" | "with" | "to" | "at" | "as"
            );
        let gone = self.after(0) == "gone"
            && (matches!(self.after(1), "" | "and" | "to")
                || self.after(1) == "on" && (2..6).any(|on| ELSEWHERE.contains(&self.after(on))));
        // `nine to twelve, stopped half an hour for the phone`.
        let stopped = matches!(self.before(1), "stopped" | "paused")
            && matches!(self.after(0), "for" | "to" | "while" | "when")
            && !self.piece.range;
        lost || away || out || gone || stopped
    }

    /// A part of what was told before: `half an hour of it`.
    pub(super) fn of_it(&self) -> bool {
        self.after(0) == "of" && matches!(self.after(1), "it" | "that" | "which" | "those" | "them")
    }

    /// Whether what was lost lies in the stretch that was told before, not between two.
    pub(super) fn inside_range(&self) -> bool {
        self.after(0) != "gone"
    }

    /// `call it 60 of work`, `= five and a half hours of real work`: whatever was told before.
    pub(super) fn says_all(&self) -> bool {
        let called = self.is_called();
        let real = self.after(0) == "of"
            && (matches!(self.after(1), "real" | "actual" | "proper" | "honest")
                && (self.after(2) == "work" || self.after(2).ends_with("ing"))
                || matches!((self.after(1), self.after(2)), ("me", _) | ("my", "own" | "time")))
            && self.piece.from > 0
            && self.tokens[self.piece.from].gap < Gap::Stop;
        // `so I count three hours`.
        let counted = matches!(self.before(1), "count" | "counted") && matches!(self.before(2), "i" | "we");
        let said = self.before(1) == "say" && self.before(2) == "so";
        let own = matches!(self.before(1), "me" | "mine" | "myself") && self.before(2).is_empty();
        called || real || counted || said && !own
    }

    /// `in the darkroom from 7 to 9`, `I was at it an hour forty`: what was told before lies within.
    pub(super) fn holds_the_rest(&self) -> bool {
        let place = |back: usize| {
            matches!(
                self.before(back),
                "studio" | "darkroom" | "workshop" | "bench" | "shed" | "room" | "shop"
            ) && matches!(self.before(back + 1), "the" | "my")
                && matches!(self.before(back + 2), "in" | "at")
                && self.before(back + 3).is_empty()
        };
        self.piece.range && (place(1) || place(2))
            || (self.before(1) == "it" && self.before(2) == "at" && matches!(self.before(3), "was" | "been"))
    }

    pub(super) fn totals(&self) -> bool {
        let after = matches!(
            (self.after(0), self.after(1)),
            ("total" | "altogether" | "overall" | "combined", _)
                | ("in", "total" | "all")
                | ("all", "told" | "in" | "together" | "up")
        ) || (self.after(0) == "of"
            && matches!(self.after(1), "real" | "actual" | "proper" | "honest")
            && self.after(2) == "work")
            || (matches!(self.after(0), "of") && self.after(1) == "work" && self.after(2) == "total");
        let before = matches!(
            self.before(1),
            "total" | "altogether" | "totalling" | "totaling" | "totals" | "totalled" | "totaled"
        ) || matches!(
            (self.before(2), self.before(1)),
            ("total", "of" | "about" | "is" | "was" | "time")
                | ("in", "all")
                | ("all", "in" | "told")
                | ("adds" | "up", "to")
                | ("so", "really")
                | ("whole", "thing" | "lot" | "job")
                | ("actual" | "real", "work" | "time")
        ) || self.before(1) == "about"
            && matches!((self.before(3), self.before(2)), ("whole", "thing" | "lot" | "job"))
            || (self.before(1) == "to" && self.before(2) == "up")
            || matches!(
                (self.before(3), self.before(2), self.before(1)),
                ("all", "in", "all") | ("call", "it", "about")
            )
            || self.is_called();
        after || before
    }

    /// `call it 60`: all of it, unless that takes back what was said right before.
    fn is_called(&self) -> bool {
        self.before(1) == "it"
            && self.before(2) == "call"
            && !matches!(self.before(3), "no" | "sorry" | "actually")
    }

    /// `thirty five minutes, and another thirty, so sixty five minutes`.
    pub(super) fn sums_up(&self, told: u32) -> bool {
        has_word("so thats makes altogether", self.before(1)) && told == self.piece.minutes
    }

    /// The same stretch again, or a part of it.
    pub(super) fn restates(&self, last: Piece) -> bool {
        let near = self.piece.from - last.to <= 6
            && self.tokens[last.to..=self.piece.from].iter().all(|token| token.gap < Gap::Stop);
        let joined = matches!(self.before(1), "and" | "plus" | "another" | "then")
            || self.tokens[self.piece.from].word == "another"
            || self.some_before(3, &["then", "plus", "another"]);
        let same = near && last.minutes == self.piece.minutes && (last.range != self.piece.range || !joined);
        let bracket = near
            && last.minutes == self.piece.minutes
            && self.tokens[self.piece.from].gap == Gap::Comma
            && last.to == self.piece.from;
        let part = matches!(self.before(1), "including" | "counting")
            || (self.before(1) == "which" && self.before(2) == "of")
            || (self.before(1) == "that" && self.before(2) == "of")
            || (self.after(0) == "of" && matches!(self.after(1), "which" | "that" | "it"));
        (same && (last.range || self.piece.range)) || bracket || part
    }
}

/// What a break is spent with.
fn is_break_word(word: &str) -> bool {
    const BREAKS: &str = "\
        break breaks breather lunch tea coffee nap pause interruption dinner breakfast snack rest supper \
        walk kettle elevenses cuppa brew smoke cigarette sandwich sandwiches teas coffees lunches playtime \
        siesta prayers meal";
    has_word(BREAKS, word)
}
