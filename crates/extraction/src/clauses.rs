//! Which words of a note tell of work done, and which of wishes, lacks, other work and things left out.
//!
//! Punctuation helps where there is some. A transcript has none, so cues open and end clauses by themselves.

mod cues;

use cues::{Cue, Reach};

use crate::tokens::{Gap, Token};

/// What a clause tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Status {
    /// Work that was done.
    Done,
    /// What is lacking.
    ToBuy,
    /// What is meant to be done.
    Planned,
    /// What was not done.
    Negated,
    /// Time that made no art: calls, errands, paperwork.
    Other,
    /// Things that are only spoken of.
    Aside,
}

/// The clauses of a note.
#[derive(Debug)]
pub(crate) struct Clauses {
    /// The status of each word.
    pub(crate) status: Vec<Status>,
    /// The clause that each word belongs to, counted from 0.
    pub(crate) clause: Vec<usize>,
}

impl Clauses {
    /// Cuts the words into clauses.
    pub(crate) fn of(tokens: &[Token]) -> Self {
        let mut reader = Reader {
            tokens,
            status: Vec::with_capacity(tokens.len()),
            starts: vec![false; tokens.len()],
            now: Status::Done,
            things_only: false,
            before_things: Status::Done,
        };
        reader.read();
        let mut clause = Vec::with_capacity(tokens.len());
        let mut count = 0;
        for (at, starts) in reader.starts.iter().enumerate() {
            count += usize::from(*starts && at > 0);
            clause.push(count);
        }
        Self { status: reader.status, clause }
    }
}

struct Reader<'a> {
    tokens: &'a [Token],
    status: Vec<Status>,
    starts: Vec<bool>,
    now: Status,
    /// The cue reaches over things alone; then what was before goes on.
    things_only: bool,
    before_things: Status,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut at = 0;
        while at < self.tokens.len() {
            self.boundary(at);
            let Some(cue) = cues::cue(&self.tokens[at..]).filter(|cue| self.counts(at, *cue)) else {
                self.resume(at);
                self.status.push(self.now);
                at += 1;
                continue;
            };
            self.apply(at, cue);
            at += cue.length;
        }
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.word.as_str())
    }

    fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// A new sentence tells of work again; so does `then`, and a comma where the cue named things.
    fn boundary(&mut self, at: usize) {
        let gap = self.tokens[at].gap;
        let word = self.word(at);
        if gap >= Gap::Semi || at == 0 {
            self.open(at, Status::Done);
        } else if matches!(
            word,
            "but" | "then" | "so" | "instead" | "though" | "although" | "because" | "since" | "plus"
        ) {
            let resumes = !matches!(word, "because" | "since" | "although") || self.things_only;
            self.open(at, if resumes { Status::Done } else { self.now });
        } else if gap >= Gap::Dash || matches!(word, "and") {
            self.soft_boundary(at);
        } else if self.things_only && ends_things(word) {
            self.open(at, self.before_things);
        }
    }

    fn soft_boundary(&mut self, at: usize) {
        let and = self.word(at) == "and";
        let next = at + usize::from(and);
        let lists = self.lists(next);
        let ends = match self.now {
            Status::Done => false,
            Status::Other | Status::Aside => !lists && (and || !self.only_a_duration(at)),
            Status::Negated => !and && !matches!(self.word(at), "or" | "nor" | "no" | "not"),
            Status::ToBuy | Status::Planned => self.things_only && !lists,
        };
        if ends {
            self.open(at, if self.things_only { self.before_things } else { Status::Done });
        } else {
            self.starts[at] = self.starts[at] || self.now == Status::Done;
        }
    }

    /// `client call, 40 minutes.`: a duration alone belongs to the clause before it.
    fn only_a_duration(&self, at: usize) -> bool {
        let end = (at + 1..self.tokens.len().min(at + 6)).find(|next| {
            self.tokens[*next].gap >= Gap::Comma || ["and", "then", "but"].contains(&self.word(*next))
        });
        end.is_some() || self.tokens.len() <= at + 5
    }

    /// Whether a list of things goes on here.
    fn lists(&self, at: usize) -> bool {
        let word = self.word(at);
        let verb = cues::resumes(word)
            || (word.ends_with("ing") && word.len() > 4)
            || matches!(word, "i" | "we" | "it" | "she" | "he" | "they" | "that" | "this" | "spent");
        let number = word.starts_with(|c: char| c.is_ascii_digit())
            || matches!(word, "an" | "half" | "another" | "about");
        !verb && !number
    }

    fn open(&mut self, at: usize, status: Status) {
        self.starts[at] = true;
        self.now = status;
        self.things_only = false;
    }

    /// A few cues are something else in some places.
    #[expect(clippy::too_many_lines, clippy::match_same_arms, reason = "a table of exceptions, word by word")]
    fn counts(&self, at: usize, cue: Cue) -> bool {
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
        match word {
            "next" | "plan" | "shopping" | "supplies" if cue.length == 1 => fresh,
            "maybe" | "perhaps" => !number_like(next) && !matches!(next, "about" | "around"),
            "would" | "id" | "lets" if next == "say" => false,
            "reached" => matches!(before, "nearly" | "almost"),
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
            "to" if cue.reach == Reach::Back => {
                fresh || self.tokens.get(at + cue.length).is_none_or(|token| token.gap >= Gap::Semi)
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
                !matches!(next, "only" | "just" | "bad" | "too" | "quite" | "sure" | "counting" | "including")
            }
            "minus" => !next.starts_with(|c: char| c.is_ascii_digit()),
            "order" | "buy" | "purchase" => !matches!(
                before,
                "the" | "in" | "an" | "my" | "last" | "this" | "a" | "of" | "second" | "new"
            ),
            "will" | "may" | "might" => !matches!(before, "the" | "in" | "on" | "last" | "of" | "free"),
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
            "later" | "starts" => {
                word != "later" || !before.starts_with("hour") && !before.starts_with("min")
            }
            "ordered" => !matches!(before, "was" | "well"),
            "cost" | "costs" | "planned" => before != "as",
            "need" if cue.length == 1 => !matches!(next, "to" | "it" | "that" | "not") && before != "no",
            "want" if cue.length == 1 => !matches!(next, "to" | "it" | "that" | "the"),
            "need" | "needs" | "want" => true,
            "like" => !matches!(before, "would" | "id" | "i" | "feels"),
            "id" | "well" | "ill" => before != "the",
            "must" | "could" => next != "say",
            "if" => before != "as" && before != "see",
            "called" => {
                !matches!(before, "piece" | "painting" | "one" | "series" | "work" | "is" | "its")
                    && !matches!(next, "it" | "that" | "the")
            }
            "saved" | "saving" => !matches!(next, "time" | "me"),
            "saw" | "train" | "bus" | "quote" | "bank" => before != "the" || word != "saw",
            "never" => next != "ending",
            "once" => next != "more",
            "application" | "applications" => {
                !matches!(before, "second" | "first" | "paint" | "glaze" | "wax")
            }
            _ => true,
        }
    }

    /// `no cold wax left`: a lack, not a denial.
    fn lacking(&self, at: usize, cue: Cue) -> Status {
        let denied =
            matches!(self.word(at), "no" | "not" | "hardly" | "barely" | "isnt" | "wasnt" | "dont" | "didnt");
        let reach = at + cue.length..self.tokens.len().min(at + cue.length + 5);
        let left = reach
            .clone()
            .take_while(|place| self.tokens[*place].gap < Gap::Comma)
            .any(|place| self.word(place) == "left");
        if denied && left { Status::ToBuy } else { cue.status }
    }

    fn apply(&mut self, at: usize, cue: Cue) {
        let cue = Cue { status: self.lacking(at, cue), ..cue };
        let (from, status) = match cue.reach {
            Reach::Onwards | Reach::Things => (self.subject(at), cue.status),
            Reach::Back | Reach::Clause => (self.clause_start(at, cue), cue.status),
        };
        for place in from..at {
            self.status[place] = status;
        }
        self.starts[from] = true;
        let past = self.now;
        match cue.reach {
            Reach::Things => {
                self.before_things = if self.things_only { self.before_things } else { past };
                self.now = status;
                self.things_only = true;
            }
            Reach::Onwards | Reach::Clause => {
                self.now = status;
                self.things_only = false;
            }
            Reach::Back => {}
        }
        self.status.extend(std::iter::repeat_n(status, cue.length));
        if cue.reach == Reach::Back {
            self.now = Status::Done;
            self.things_only = false;
        }
    }

    /// Where the subject of a cue begins: `i still need to`.
    fn subject(&self, at: usize) -> usize {
        const SUBJECTS: &str = "i we still also just really probably definitely and ive im were \
            am are then now almost nearly completely client he she they";
        let mut from = at;
        while from > 0
            && self.tokens[from].gap <= Gap::Space
            && SUBJECTS.split(' ').any(|subject| subject == self.word(from - 1))
        {
            from -= 1;
        }
        from
    }

    /// Where the clause of a cue begins that follows its subject: `the cold wax ran out`.
    fn clause_start(&self, at: usize, cue: Cue) -> usize {
        let mut from = at;
        let mut last_and = None;
        while from > 0 && self.tokens[from].gap < Gap::Comma {
            let word = self.word(from - 1);
            if matches!(
                word,
                "but"
                    | "then"
                    | "so"
                    | "because"
                    | "plus"
                    | "while"
                    | "though"
                    | "since"
                    | "which"
                    | "before"
                    | "after"
                    | "until"
                    | "less"
                    | "minus"
                    | "during"
                    | "following"
                    | "instead"
            ) {
                break;
            }
            if word == "and" {
                last_and = last_and.or(Some(from));
                if cue.status == Status::Other {
                    break;
                }
            }
            let tells = cues::resumes(word)
                && !matches!(
                    word,
                    "spent"
                        | "went"
                        | "did"
                        | "put"
                        | "took"
                        | "set"
                        | "just"
                        | "only"
                        | "got"
                        | "kept"
                        | "made"
                        | "finally"
                );
            if tells {
                return match cue.status {
                    // What was done stays done; the cue takes what is nearest.
                    Status::Other | Status::Planned => last_and.unwrap_or(at),
                    _ => last_and.unwrap_or_else(|| self.nearest_thing(from, at)),
                };
            }
            from -= 1;
        }
        from
    }

    /// Without an `and`, the last article begins what ran out.
    fn nearest_thing(&self, from: usize, at: usize) -> usize {
        let article =
            |place: &usize| matches!(self.word(*place), "the" | "my" | "our" | "a" | "this" | "that");
        (from + 1..at).rev().find(article).unwrap_or(at.saturating_sub(2).max(from))
    }

    /// Something done is told after a wish: `needed gesso, used the old primer`.
    fn resume(&mut self, at: usize) {
        if self.now == Status::Done && !self.things_only {
            return;
        }
        let word = self.word(at);
        let before = self.before(at);
        let fresh = at > 0
            && (self.tokens[at].gap >= Gap::Dash
                || matches!(before, "and" | "i" | "we" | "then" | "but" | "so" | "just"));
        let named = matches!(before, "i" | "we" | "then" | "but" | "so");
        let thing = matches!(
            self.word(at + 1),
            "the"
                | "a"
                | "an"
                | "my"
                | "it"
                | "all"
                | "both"
                | "two"
                | "three"
                | "some"
                | "with"
                | "in"
                | "on"
        );
        let own_clause = self.now != Status::Negated || named || self.tokens[at].gap >= Gap::Comma;
        let tells = (cues::resumes(word) && fresh && own_clause)
            || (cues::resumes_weakly(word) && fresh && (named || thing) && own_clause);
        let spent = matches!(word, "spent" | "worked")
            || (self.now != Status::Negated
                && word == "used"
                && before != "be"
                && before != "get"
                && before != "the");
        if tells || spent {
            self.open(at, Status::Done);
        }
    }
}

/// The beginning of a number or a length.
fn number_like(word: &str) -> bool {
    const NUMBERS: &str = "\
        an half two three four five six ten fifteen twenty thirty forty fifty ninety seventy sixty one \
        hour";
    word.starts_with(|c: char| c.is_ascii_digit()) || NUMBERS.split(' ').any(|number| number == word)
}

/// Words that end a list of things.
fn ends_things(word: &str) -> bool {
    const ENDS: &str = "\
        for on over in with at to i we while when which this today halfway before after again during by \
        under into onto until as it is was are were using because mid near just only spent";
    ENDS.split(' ').any(|end| end == word)
}
