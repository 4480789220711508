//! Which of a note's durations are work, and what they add up to.

use crate::clauses::{Clauses, Status};
use crate::duration::{Piece, pieces};
use crate::tokens::{Gap, Token};

/// A duration and what it counts as.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Counted {
    pub(crate) piece: Piece,
    pub(crate) as_what: Role,
}

/// What a duration counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Work.
    Work,
    /// A break that is taken off.
    Break,
    /// All of the work; nothing else is added to it.
    Total,
    /// Nothing: drying, driving, wishes, other people.
    Nothing,
}

/// Judges every duration of the note.
pub(crate) fn counted(tokens: &[Token], clauses: &Clauses) -> Vec<Counted> {
    let mut judged: Vec<Counted> = Vec::new();
    for mut piece in pieces(tokens) {
        piece.minutes = piece.minutes.saturating_mul(times_each(tokens, piece));
        let as_what = role(tokens, clauses, &judged, piece);
        if as_what != Role::Nothing
            && corrects(tokens, judged.last(), piece)
            && let Some(last) = judged.last_mut()
        {
            last.as_what = Role::Nothing;
        }
        judged.push(Counted { piece, as_what });
    }
    keep_total(&mut judged);
    judged
}

/// `three sessions, 40 minutes each`, `an hour each on the bowl and the vase`.
fn times_each(tokens: &[Token], piece: Piece) -> u32 {
    const COUNTS: [&str; 7] = ["two", "three", "four", "five", "six", "seven", "eight"];
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word.as_str());
    if !matches!(word(piece.to), "each" | "apiece") {
        return 1;
    }
    let counted = (piece.from.saturating_sub(7)..piece.from).rev().find_map(|at| {
        let spoken = COUNTS.iter().zip(2_u32..).find(|(name, _)| **name == word(at)).map(|(_, count)| count);
        spoken.or_else(|| word(at).parse::<u32>().ok().filter(|count| (2..=12).contains(count)))
    });
    let pair = matches!(word(piece.to + 1), "on" | "for")
        && (piece.to + 2..piece.to + 8).any(|at| word(at) == "and");
    counted.unwrap_or(if pair { 2 } else { 1 })
}

/// The minutes of work, or nothing when no duration counts.
pub(crate) fn total(judged: &[Counted]) -> Option<u32> {
    let of = |role: Role| judged.iter().filter(move |one| one.as_what == role);
    let sum = |role: Role| of(role).map(|one| one.piece.minutes).sum::<u32>();
    if let Some(total) = of(Role::Total).next_back() {
        return Some(total.piece.minutes);
    }
    let minutes = sum(Role::Work).saturating_sub(sum(Role::Break));
    (minutes > 0).then_some(minutes)
}

/// A stated total makes its parts say nothing more.
fn keep_total(judged: &mut [Counted]) {
    if judged.iter().any(|one| one.as_what == Role::Total) {
        for one in judged.iter_mut().filter(|one| one.as_what != Role::Total) {
            one.as_what = Role::Nothing;
        }
    }
}

fn role(tokens: &[Token], clauses: &Clauses, earlier: &[Counted], piece: Piece) -> Role {
    let around = Around { tokens, piece };
    let last = earlier.iter().rev().find(|one| one.as_what == Role::Work);
    if around.is_break() {
        return match last {
            Some(last) if around.taken_off() || last.piece.range => Role::Break,
            _ => Role::Nothing,
        };
    }
    if around.taken_off() {
        return Role::Break;
    }
    if excluded(clauses, piece.from) || around.not_elapsed() || around.by_itself() || around.of_others() {
        return Role::Nothing;
    }
    if around.totals() {
        return Role::Total;
    }
    let repeats = last.is_some_and(|last| around.restates(last.piece));
    if repeats { Role::Nothing } else { Role::Work }
}

/// Whether the clause says that this time made no art. A transcript runs on without marks, so a cue far back says nothing.
fn excluded(clauses: &Clauses, at: usize) -> bool {
    const NEAR: usize = 14;
    let status = clauses.status[at];
    let near = (at.saturating_sub(NEAR)..at).any(|place| clauses.status[place] != status) || at <= NEAR;
    !matches!(status, Status::Done | Status::ToBuy) && near
}

/// Whether this duration takes back the one before: `an hour, no, an hour and a half`.
fn corrects(tokens: &[Token], last: Option<&Counted>, piece: Piece) -> bool {
    let Some(last) = last.filter(|last| piece.from - last.piece.to <= 8) else { return false };
    let between: Vec<&str> =
        tokens[last.piece.to..piece.from].iter().map(|token| token.word.as_str()).collect();
    let pair = |first: &str, second: &str| between.windows(2).any(|two| two == [first, second]);
    let opens = |word: &str| between.first() == Some(&word);
    opens("no")
        || opens("sorry")
        || opens("rather")
        || opens("actually")
        || pair("no", "wait")
        || pair("i", "mean")
        || pair("make", "that")
        || pair("scratch", "that")
        || pair("or", "rather")
        || pair("wait", "no")
        || pair("more", "like")
        || pair("so", "really")
        || between.contains(&"correction")
        || pair("no", "actually")
        || pair("taken", "off")
        || pair("off", "so")
        || (between.contains(&"so") && between.contains(&"off"))
        || pair("no", "sorry")
        || (opens("or") && pair("maybe", "more"))
}

/// The words beside a duration.
struct Around<'a> {
    tokens: &'a [Token],
    piece: Piece,
}

impl Around<'_> {
    /// The word so many places before; nothing beyond the sentence.
    fn before(&self, back: usize) -> &str {
        let Some(at) = self.piece.from.checked_sub(back) else { return "" };
        let inside = self.tokens[at + 1..=self.piece.from].iter().all(|token| token.gap < Gap::Stop);
        if inside { &self.tokens[at].word } else { "" }
    }

    /// The word so many places after, from 0; nothing beyond the sentence.
    fn after(&self, on: usize) -> &str {
        let to = self.piece.to;
        let Some(token) = self.tokens.get(to + on) else { return "" };
        let inside = self.tokens[to..=to + on].iter().all(|token| token.gap < Gap::Stop);
        if inside { &token.word } else { "" }
    }

    fn some_before(&self, reach: usize, words: &[&str]) -> bool {
        (1..=reach).any(|back| words.contains(&self.before(back)))
    }

    fn some_after(&self, reach: usize, words: &[&str]) -> bool {
        (0..reach).any(|on| words.contains(&self.after(on)))
    }

    fn taken_off(&self) -> bool {
        const LESS: &[&str] =
            &["minus", "less", "excluding", "subtract", "subtracting", "deduct", "deducting"];
        self.some_before(2, LESS)
            || (self.some_before(3, &["off"])
                && self.some_before(4, &["took", "take", "taking", "knock", "knocked"]))
            || (self.before(1) == "counting" && self.before(2) == "not")
            || (self.before(1) == "for" && self.before(2) == "except")
            || (self.is_break() && self.some_after(7, &["off", "out", "excluded", "deducted"]))
            || (self.after(0) == "off" && self.some_after(4, &["for", "lunch"]))
    }

    fn is_break(&self) -> bool {
        const BREAKS: &[&str] = &[
            "break",
            "breaks",
            "lunch",
            "tea",
            "coffee",
            "nap",
            "pause",
            "interruption",
            "dinner",
            "breakfast",
            "snack",
            "rest",
            "supper",
            "walk",
        ];
        let near =
            |on: usize| self.tokens[self.piece.to..].iter().take(on + 1).all(|token| token.gap < Gap::Comma);
        let head = |on: usize| BREAKS.contains(&self.after(on)) && near(on);
        head(0)
            || (head(1) && !matches!(self.after(0), "then" | "and" | "before" | "after" | "until"))
            || (head(2) && matches!(self.after(0), "for" | "of" | "off"))
            || (self.before(1) == "of" && self.some_before(2, &["break", "lunch"]))
    }

    /// Prices, moments, rates, ages.
    fn not_elapsed(&self) -> bool {
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
        let number = before.starts_with(|c: char| c.is_ascii_digit())
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
                | "flat"
                | "from"
                | "until"
                | "notice"
                | "deadline"
                | "left"
        ) && !(self.after(0) == "from" && self.after(1) != "now")
            && !(self.after(0) == "later" && self.after(1) == "in");
        let wasted = self.some_after(3, &["looking", "searching", "waiting", "procrastinating", "hunting"])
            || matches!(self.before(1), "waited" | "waiting" | "slept");
        priced || number || moment || wasted
    }

    /// Time that the thing needs by itself.
    #[expect(clippy::too_many_lines, reason = "lists of words, one place to read them")]
    fn by_itself(&self) -> bool {
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
        if self.piece.range {
            return self.some_before(3, &["kiln", "fired", "firing", "annealer", "fires"]);
        }
        let mine = |reach: usize| {
            (1..=reach).any(|back| {
                matches!(self.before(back), "i" | "we" | "worked" | "spent" | "my" | "me" | "another")
            })
        };
        let process = (2..=6).find(|back| PROCESS.contains(&self.before(*back)));
        let left_to = matches!(
            self.before(1),
            "for" | "of" | "about" | "runs" | "took" | "takes" | "ran" | "needs" | "was" | "is" | "full"
        ) && process.is_some_and(|back| !mine(back));
        let told = matches!(self.after(0), "of" | "to" | "for")
            && RESTS.contains(&self.after(1))
            && !(self.after(0) != "to" && matches!(self.after(1), "set" | "fire"));
        let named = RESTS.contains(&self.after(0)) && !matches!(self.after(0), "set" | "fire");
        let in_bath = self.after(0) == "in" && (1..4).any(|on| BATHS.contains(&self.after(on))) && !mine(4);
        left_to || told || named || in_bath
    }

    /// Somebody else's time.
    fn of_others(&self) -> bool {
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
        const ACTS: &[&str] = &[
            "did", "spent", "worked", "put", "took", "takes", "needs", "painted", "does", "runs", "ran",
            "has", "had", "which",
        ];
        let mine = (1..=4).any(|back| matches!(self.before(back), "i" | "we" | "me" | "my"));
        let acts = (2..=6_usize).any(|back| {
            let act =
                (back.saturating_sub(2)..back).any(|near| near > 0 && ACTS.contains(&self.before(near)));
            OTHERS.contains(&self.before(back)) && act
        });
        let took_me = self.after(0) == "me";
        let which_took = self.some_before(2, &["took", "lasted"])
            && self.some_before(3, &["which", "meeting", "call"])
            && self.some_before(12, &["meeting", "call", "which"])
            && self.some_before(3, &["which"])
            && self.some_before(12, &["meeting", "call", "drive", "delivery"]);
        (acts && !mine && !took_me) || which_took
    }

    fn totals(&self) -> bool {
        let after =
            matches!(
                (self.after(0), self.after(1)),
                ("total" | "altogether" | "overall" | "combined", _)
                    | ("in", "total" | "all")
                    | ("all", "told" | "in" | "together" | "up")
            ) || (matches!(self.after(0), "of") && self.after(1) == "work" && self.after(2) == "total");
        let before = matches!(
            self.before(1),
            "total" | "altogether" | "totalling" | "totaling" | "totals" | "totalled" | "totaled"
        ) || matches!(
            (self.before(2), self.before(1)),
            ("total", "of" | "about" | "is" | "was" | "time")
                | ("in", "all")
                | ("all", "told")
                | ("adds" | "up", "to")
                | ("so", "really")
        ) || (self.before(1) == "to" && self.before(2) == "up")
            || matches!(
                (self.before(3), self.before(2), self.before(1)),
                ("all", "in", "all") | ("call", "it", "about")
            )
            || (self.before(1) == "it" && self.before(2) == "call");
        after || before
    }

    /// The same stretch again, or a part of it.
    fn restates(&self, last: Piece) -> bool {
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
