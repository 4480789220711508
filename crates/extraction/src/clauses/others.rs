//! What others did, what is still to come, and what is told of like what stands beside it.

use super::{Reader, Status, cues};
use crate::tokens::{Gap, has_word};

impl Reader<'_> {
    /// `she used gouache`, `my teacher said`: what others do is only spoken of.
    pub(super) fn speaks_of_others(&mut self, at: usize) -> bool {
        const DEEDS: &str = "\
            go went said says say swears uses use likes prefers reckons thinks wants works had brought gave did";
        let (word, before) = (self.word(at), self.before(at));
        let fresh = at == 0
            || self.tokens[at].gap >= Gap::Dash
            || matches!(before, "and" | "but" | "because" | "so" | "that" | "what");
        let named = fresh
            && (crate::mentions::is_name(word) || self.has_been(at))
            && (self.tokens[at].capital || cues::resumes(self.word(at + 1)));
        if self.known_by_deed(at) {
            self.open(at, Status::Aside);
            self.status.push(Status::Aside);
            return true;
        }
        let label = named && self.tokens.get(at + 1).is_some_and(|next| next.gap == Gap::Comma) && at > 0;
        if label {
            self.open(at, Status::Aside);
            self.status.push(Status::Aside);
            return true;
        }
        let pronoun = (matches!(word, "she" | "he" | "they") && fresh)
            || (matches!(word, "shes" | "hes" | "theyre")
                && fresh
                && matches!(
                    self.word(at + 1),
                    "using" | "doing" | "making" | "trying" | "working" | "got" | "into"
                ))
            || named;
        // `Karigar did the polishing`: a name that no list knows.
        let stranger = self.tokens[at].gap == Gap::Stop
            && self.tokens[at].capital
            && self.word(at + 1) == "did"
            && self.word(at + 2) == "the"
            && !matches!(
                word,
                "i" | "we" | "today" | "yesterday" | "also" | "just" | "only" | "finally" | "then"
            );
        let kin = self.is_kin(at, fresh);
        let of_kin = is_kin_word(self.word(at + 1));
        let next = self.word(self.past_the_place(at + 1 + usize::from(of_kin)));
        let deed = (next.len() > 4 && next.ends_with("ed"))
            || cues::resumes(next)
            || matches!(word, "shes" | "hes" | "theyre")
            || self.has_been(at)
            || has_word(DEEDS, next);
        if !(pronoun || kin || stranger)
            || !deed
            || (pronoun && matches!(next, "went" | "came" | "set" | "need" | "needed"))
        {
            return false;
        }
        self.open(at, Status::Aside);
        self.status.push(Status::Aside);
        true
    }

    /// `my sister`, `Mrs Patel's class`, `Students`: somebody else, whatever their name.
    fn is_kin(&self, at: usize, fresh: bool) -> bool {
        let (word, before) = (self.word(at), self.before(at));
        let several = fresh && matches!(word, "students" | "kids" | "volunteers" | "helpers" | "lads");
        let owned = at.checked_sub(1).is_some_and(|place| {
            let owner = &self.tokens[place];
            owner.is_possessive()
        });
        several
            || (owned || matches!(before, "my" | "the" | "a" | "our" | "her" | "his")) && is_kin_word(word)
    }

    /// `Jim from upstairs sanded`: where somebody comes from stands before what they did.
    fn past_the_place(&self, at: usize) -> usize {
        const LONGEST: usize = 5;
        if !matches!(self.word(at), "from" | "at" | "in" | "next") {
            return at;
        }
        (at + 1..self.tokens.len().min(at + LONGEST))
            .take_while(|place| self.tokens[*place].gap <= Gap::Space)
            .find(|place| {
                let word = self.word(*place);
                cues::resumes(word) || word.len() > 4 && word.ends_with("ed")
            })
            .unwrap_or(at)
    }

    /// `Marie's been beading`.
    fn has_been(&self, at: usize) -> bool {
        let here = &self.tokens[at];
        let contracted = here.is_contracted();
        contracted
            && here.word.strip_suffix('s').is_some_and(crate::mentions::is_name)
            && matches!(self.word(at + 1), "been" | "doing" | "making" | "using" | "done" | "got")
    }

    /// `Anni Albers used cellophane`, `Ewan swears by it`: a capital inside a sentence and a deed of somebody else's.
    fn known_by_deed(&self, at: usize) -> bool {
        const HABITS: &str =
            "uses prefers swears reckons recommends likes loves hates thinks says wants makes works";
        let (here, next) = (&self.tokens[at], self.word(at + 1));
        let near = self.tokens.get(at + 1).is_some_and(|token| token.gap <= Gap::Space);
        let habit = has_word(HABITS, next);
        let inside = here.gap < Gap::Stop && at > 0 && next == "used";
        let stuff = crate::gazetteer::lookup(&here.word).is_some();
        let place = matches!(self.word(at + 1), "at" | "from")
            && matches!(self.word(at + 3), "wants" | "says" | "prefers");
        here.capital
            && here.word.len() > 2
            && !stuff
            && ((near && (habit || inside)) || (place && crate::mentions::is_name(&here.word)))
            && !matches!(
                here.word.as_str(),
                "it" | "this" | "that" | "what" | "which" | "still" | "today" | "also" | "just"
            )
    }

    /// `plaster jacket Monday.`: a bare weekday after a thing is still to come, and so is its clause.
    pub(super) fn next_weekday(&mut self, at: usize) -> bool {
        const TOLD: &str = "\
            hours hour minutes mins hrs min on last since this by until till of next h hr m work worked was and to";
        let day = matches!(
            self.word(at),
            "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
                | "tmrw"
                | "tmr"
        );
        let ends = self.tokens.get(at + 1).is_none_or(|next| next.gap >= Gap::Semi);
        let before = self.before(at);
        let other =
            before.is_empty() || before.starts_with(|c: char| c.is_ascii_digit()) || has_word(TOLD, before);
        if !day || !ends || other || self.tokens[at].gap >= Gap::Comma || self.now != Status::Done {
            return false;
        }
        let mut from = at;
        while from > 0
            && self.tokens[from].gap < Gap::Comma
            && !matches!(self.word(from - 1), "then" | "but")
            && (self.word(from - 1) != "and" || !self.told_before(from - 1))
        {
            from -= 1;
        }
        if (from..at).any(|place| cues::resumes(self.word(place))) {
            return false;
        }
        for status in &mut self.status[from..at] {
            *status = Status::Planned;
        }
        self.starts[from] = true;
        self.status.push(Status::Planned);
        true
    }

    /// Whether the same part of the sentence tells of a deed before this word.
    fn told_before(&self, at: usize) -> bool {
        (0..at).rev().take_while(|place| self.tokens[place + 1].gap < Gap::Comma).any(|place| {
            let word = self.word(place);
            cues::resumes(word) || word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"))
        })
    }

    /// `silver sheet arrived, borax cone too`: what ends with `too` is told of like what stands before.
    pub(super) fn likewise(&mut self) {
        for at in 1..self.tokens.len() {
            let ends = self.tokens.get(at + 1).is_none_or(|next| next.gap >= Gap::Stop);
            let also = self.word(at) == "too" || (self.word(at) == "well" && self.before(at) == "as");
            if !also || !ends {
                continue;
            }
            let Some(from) = (at.saturating_sub(6)..at)
                .rev()
                .find(|place| self.tokens[*place].gap >= Gap::Comma && *place > 0)
            else {
                continue;
            };
            if self.tokens[from].gap < Gap::Stop
                && self.status[from] == Status::Done
                && !(from..at).any(|place| cues::resumes(self.word(place)))
            {
                let clause = (from.saturating_sub(8)..from).rev();
                let status = clause
                    .map(|place| self.status[place])
                    .find(|status| *status != Status::Done)
                    .unwrap_or(Status::Done);
                self.status[from..=at].fill(status);
            }
        }
    }

    /// `tyvek, foam board and a stack of card delivered`: a list of things is told of as one.
    pub(super) fn list_start(&self, start: usize, at: usize) -> usize {
        const MOST: usize = 30;
        let joined = (start..at).any(|place| self.word(place) == "and");
        let mut from = start;
        while joined && from > 0 && self.tokens[from].gap == Gap::Comma && at - from < MOST {
            let Some(before) = (0..from).rev().find(|place| self.tokens[*place].gap >= Gap::Comma) else {
                break;
            };
            let told = from - before > 6
                || (before..from).any(|place| {
                    let word = self.word(place);
                    cues::resumes(word)
                        || word.ends_with("ing")
                        || (word.len() > 4 && word.ends_with("ed"))
                        || self.status[place] != Status::Done
                        || matches!(word, "i" | "we" | "on" | "over" | "with" | "in" | "to" | "for" | "then")
                });
            if told {
                break;
            }
            from = before;
        }
        from
    }
}

/// Whether the word says what somebody is to the artist or to the work.
fn is_kin_word(word: &str) -> bool {
    const KIN: &str = "\
        caretaker technician electrician joiner plumber framer printer foundry farmer supplier vicar curator \
        boss mentor flatmate volunteers volunteer helpers helper lads mother father aunt uncle cousin niece \
        nephew teacher student students friend buddy neighbour neighbor neighbors neighbours boy girl \
        colleague assistant intern apprentice mum mom dad sister brother daughter son husband wife partner \
        tutor client customer gallery class group kids someone somebody";
    has_word(KIN, word)
}
