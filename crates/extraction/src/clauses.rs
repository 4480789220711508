//! Which words of a note tell of work done, and which of wishes, lacks, other work and things left out.
//!
//! Punctuation helps where there is some. A transcript has none, so cues open and end clauses by themselves.

mod ahead;
mod cues;
mod exceptions;
mod others;
mod starts;
mod whole;

use cues::{Cue, Reach};

use crate::tokens::{Gap, Token, has_word};

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
            list: None,
            cued: 0,
            headed: false,
            past: false,
        };
        reader.read();
        reader.likewise();
        reader.asked_for();
        reader.asked();
        reader.priced();
        reader.told_ahead();
        reader.runs_low();
        let mut clause = Vec::with_capacity(tokens.len());
        let mut count = 0;
        for (at, starts) in reader.starts.iter().enumerate() {
            count += usize::from(*starts && at > 0);
            clause.push(count);
        }
        Self { status: reader.status, clause }
    }
}

/// Whether a word, by itself, tells of work done.
pub(crate) fn tells_of_work(word: &str) -> bool {
    cues::resumes(word)
}

struct Reader<'a> {
    tokens: &'a [Token],
    status: Vec<Status>,
    starts: Vec<bool>,
    now: Status,
    /// The cue reaches over things alone; then what was before goes on.
    things_only: bool,
    before_things: Status,
    /// What the heading of a list says of its lines.
    list: Option<Status>,
    /// Where the last cue stood.
    cued: usize,
    /// A heading (`to do:`) says what the whole sentence is about.
    headed: bool,
    /// What is told was done at another time.
    past: bool,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut at = 0;
        while at < self.tokens.len() {
            if self.under_heading(at) {
                at += 1;
                continue;
            }
            self.boundary(at);
            if self.speaks_of_others(at) || self.next_weekday(at) {
                at += 1;
                continue;
            }
            let Some(cue) = cues::cue(&self.tokens[at..]).filter(|cue| self.counts(at, *cue)) else {
                self.resume(at);
                self.status.push(self.now);
                at += 1;
                continue;
            };
            self.apply(at, cue);
            at += cue.length;
            at += self.repeated(at);
        }
    }

    /// `linseed no not linseed tung oil`: what is denied is the word said before, and nothing more.
    fn repeated(&mut self, at: usize) -> usize {
        let again = self.things_only
            && self.now == Status::Negated
            && at >= 3
            && (2..=4).any(|back| at >= back && self.word(at - back) == self.word(at));
        if !again || at >= self.tokens.len() {
            return 0;
        }
        self.status.push(Status::Negated);
        if at + 1 < self.tokens.len() {
            self.open(at + 1, Status::Done);
        }
        1
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
        if self.tokens[at].bullet && at > 0 {
            self.list_entry(at);
        } else if gap >= Gap::Semi || at == 0 {
            // `French polish? no, just paste wax`: the plan goes on.
            let corrects = self.now == Status::Planned
                && word == "no"
                && self.tokens.get(at + 1).is_some_and(|next| next.gap == Gap::Comma);
            self.list = None;
            let goes_on = self.goes_on(at);
            self.open(at, goes_on.unwrap_or(if corrects { Status::Planned } else { Status::Done }));
        } else if self.now == Status::Aside
            && matches!(word, "i" | "we" | "ive")
            && matches!(self.before(at), "while" | "whilst" | "and" | "as")
        {
            // `Jean pieced her top while I hand quilted`.
            self.open(at, Status::Done);
        } else if self.now == Status::Other
            && word == "back"
            && matches!(self.word(at + 1), "at" | "to" | "on")
        {
            // `the school run, back at ten till eleven`.
            self.open(at, Status::Done);
        } else if self.runs_on(at) || word == "yesterday" || (word == "last" && self.word(at + 1) == "night")
        {
            self.open(at, Status::Done);
        } else if word == "ditto"
            || at >= 2
                && (self.before(at), word) == ("and", "so")
                && matches!(self.word(at + 1), "is" | "are" | "was" | "were")
        {
            // `frog tape is on order and so is bronze yellow`.
            let status = self.status[at - 1 - usize::from(word == "so")];
            self.open(at, status);
        } else if (word == "then" && self.now == Status::Planned
            || word == "plus" && matches!(self.now, Status::ToBuy | Status::Planned))
            && !self.verb_follows(at)
        {
            self.starts[at] = true;
        } else if matches!(
            word,
            "but"
                | "then"
                | "so"
                | "instead"
                | "though"
                | "although"
                | "because"
                | "since"
                | "plus"
                | "otherwise"
                | "anyway"
                | "meanwhile"
        ) {
            let resumes = !matches!(word, "because" | "since" | "although") || self.things_only;
            self.open(at, if resumes { Status::Done } else { self.now });
        } else if gap >= Gap::Dash || matches!(word, "and") {
            self.soft_boundary(at);
        } else if self.things_only && (ends_things(word) || self.another_thing(at)) {
            self.open(at, self.before_things);
        }
    }

    /// Dictation has no marks: what a cue says does not reach over a new length of time, `today`, or many words.
    fn runs_on(&self, at: usize) -> bool {
        const FAR: usize = 5;
        const FARTHEST: usize = 16;
        let today = self.now == Status::Planned && self.word(at) == "today";
        if self.now == Status::Done || !today && at < self.cued + FAR {
            return false;
        }
        let unmarked = self.tokens[self.cued + 1..=at].iter().all(|token| token.gap < Gap::Comma);
        let length = self.begins_a_length(at)
            && !(self.now == Status::Other && self.only_a_duration(at))
            && !matches!(
                self.before(at),
                "for" | "about" | "took" | "of" | "another" | "around" | "was" | "were" | "is" | "lasted"
            );
        unmarked && (length || at > self.cued + FARTHEST) || today
    }

    /// `not crank the buff stoneware`: a second article begins what is not denied.
    fn another_thing(&self, at: usize) -> bool {
        self.now == Status::Negated
            && matches!(self.word(at), "the" | "my" | "some" | "a")
            && at >= 2
            && self.status.get(at - 2).is_some_and(|status| *status == Status::Negated)
            && !matches!(
                self.before(at),
                "of" | "or" | "nor" | "and" | "without" | "no" | "not" | "than" | "for" | "from" | "with"
            )
    }

    fn soft_boundary(&mut self, at: usize) {
        let and = self.word(at) == "and";
        let next = at + usize::from(and);
        let lists = self.lists(next) || (self.now == Status::Aside && !and && self.counts_things(next));
        let ends = match self.now {
            Status::Done => false,
            Status::Other | Status::Aside => !lists && (and || !self.only_a_duration(at)),
            Status::Negated => !and && !matches!(self.word(at), "or" | "nor" | "no" | "not"),
            Status::ToBuy => (self.things_only && !lists) || (!and && self.begins_a_length(next)),
            Status::Planned => self.things_only && !lists,
        };
        if ends {
            self.open(at, if self.things_only { self.before_things } else { Status::Done });
        } else {
            self.starts[at] = self.starts[at] || self.now == Status::Done;
        }
    }

    /// `client call, 40 minutes.`: a duration alone belongs to the clause before it.
    fn only_a_duration(&self, at: usize) -> bool {
        const PARTS: &str = "a an and half quarter quarters three more hour hours hr hrs h min mins minutes minute m of \
            about around roughly nearly almost say total all told in or so each gone";
        let end = (at..self.tokens.len()).find(|next| {
            let word = self.word(*next);
            (*next > at && self.tokens[*next].gap >= Gap::Comma)
                || matches!(word, "then" | "but")
                || !(number_like(word) || has_word(PARTS, word))
        });
        let end = end.unwrap_or(self.tokens.len());
        let told = (end..self.tokens.len())
            .take_while(|place| {
                self.tokens[*place].gap < Gap::Comma && !matches!(self.word(*place), "then" | "but" | "and")
            })
            .any(|place| {
                let word = self.word(place);
                cues::resumes(word)
                    || matches!(word, "on" | "of" | "at" | "i" | "in")
                    || (word.len() > 4 && (word.ends_with("ing") || word.ends_with("ed")))
            });
        end > at && !told
    }

    /// `…, an hour on the lid`.
    fn begins_a_length(&self, at: usize) -> bool {
        number_like(self.word(at))
            && (at..at + 4).any(|place| {
                let word = self.word(place);
                word.starts_with("hour") || word.starts_with("min") || matches!(word, "hr" | "hrs" | "h")
            })
    }

    /// `bought 2 tubes of viridian`: a number that is no length of time.
    fn counts_things(&self, at: usize) -> bool {
        let timed = (at + 1..at + 3).any(|place| {
            let word = self.word(place);
            word.starts_with("hour") || word.starts_with("min") || matches!(word, "h" | "hr" | "hrs" | "m")
        });
        number_like(self.word(at)) && !timed && !self.word(at).contains(':')
    }

    /// Whether a list of things goes on here.
    fn lists(&self, at: usize) -> bool {
        let word = self.word(at);
        let verb = cues::resumes(word)
            || (word.ends_with("ing") && word.len() > 4)
            || matches!(word, "i" | "we" | "it" | "she" | "he" | "they" | "that" | "this" | "spent");
        let number = word.starts_with(|c: char| c.is_ascii_digit())
            || matches!(word, "an" | "half" | "another" | "about")
            || self.begins_a_length(at);
        !verb && !number
    }

    fn open(&mut self, at: usize, status: Status) {
        self.starts[at] = true;
        self.now = status;
        self.things_only = false;
        self.past = false;
    }

    fn apply(&mut self, at: usize, cue: Cue) {
        let cue = Cue { status: self.lacking(at, cue), ..cue };
        // `On order: …` has nothing before it to tell of.
        let begins = at == 0 || self.tokens[at].gap >= Gap::Stop;
        // `twine to get (tarred)`: nothing follows that it could name.
        let ends = self.tokens.get(at + cue.length).is_none_or(|next| next.gap >= Gap::Comma);
        let reach = match cue.reach {
            Reach::Back if begins => Reach::Onwards,
            // `gold leaf next`.
            Reach::Onwards
                if ends
                    && !begins
                    && cue.length == 1
                    && self.word(at) == "next"
                    && !self.names_a_material(at + 1) =>
            {
                Reach::Back
            }
            Reach::Onwards if ends && !begins && cue.status == Status::ToBuy && self.word(at) == "to" => {
                Reach::Back
            }
            Reach::Onwards | Reach::Things if cue.length == 1 && self.passive(at) => Reach::Back,
            reach => reach,
        };
        let cue = Cue { reach, ..cue };
        self.headed = begins
            && matches!(cue.status, Status::ToBuy | Status::Planned)
            && self.tokens.get(at + cue.length).is_some_and(|next| {
                next.gap == Gap::Comma
                    && !matches!(next.word.as_str(), "i" | "we")
                    && (self.word(at) != "next" || !cues::resumes(&next.word))
            });
        let (from, status) = match cue.reach {
            Reach::Onwards | Reach::Things | Reach::Past => (self.fronted(self.subject(at), cue), cue.status),
            Reach::Back | Reach::Clause => (self.list_start(self.clause_start(at, cue), at), cue.status),
        };
        for place in from..at {
            self.status[place] = status;
        }
        self.starts[from] = true;
        let past = self.now;
        self.cued = at;
        match cue.reach {
            Reach::Things => {
                self.before_things = if self.things_only { self.before_things } else { past };
                self.now = status;
                self.things_only = true;
            }
            Reach::Onwards | Reach::Clause | Reach::Past => {
                self.now = status;
                self.things_only = false;
                self.past = cue.reach == Reach::Past;
            }
            Reach::Back => {}
        }
        self.status.extend(std::iter::repeat_n(status, cue.length));
        if cue.reach == Reach::Back {
            self.now = Status::Done;
            self.things_only = false;
        }
    }

    /// Something done is told after a wish: `needed gesso, used the old primer`.
    fn resume(&mut self, at: usize) {
        if self.past || self.now == Status::Done && !self.things_only {
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
                && (self.now != Status::Aside || matches!(before, "i" | "we"))
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
    word.starts_with(|c: char| c.is_ascii_digit()) || has_word(NUMBERS, word)
}

/// Words that end a list of things.
fn ends_things(word: &str) -> bool {
    const ENDS: &str = "\
        for on over in with at to i we while when which this today halfway before after again during by \
        under into onto until as it is was are were using because mid near just only spent";
    has_word(ENDS, word)
}
