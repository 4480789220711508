//! Whether a note says that nothing was made: `no bench time`, `Nothing made.`, `I did not letter anything`.

use crate::tokens::{Gap, Token, has_word};

/// Whether the note says that no work was done; what it names is then only spoken of.
pub(crate) fn declared_idle(tokens: &[Token]) -> bool {
    let note = Note { tokens };
    (0..tokens.len()).any(|at| note.no_place(at) || note.nothing(at) || note.did_not(at))
}

struct Note<'a> {
    tokens: &'a [Token],
}

impl Note<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.word.as_str())
    }

    /// Whether a sentence ends before this word, `today` and its like left out; an exception takes it all back.
    fn ends(&self, at: usize) -> bool {
        const WHEN: &str = "today yesterday tonight at all this week whatever again";
        let mut end = at;
        while has_word(WHEN, self.word(end)) {
            end += 1;
        }
        self.tokens.get(end).is_none_or(|next| next.gap >= Gap::Semi)
            && !matches!(self.word(end), "but" | "except" | "only" | "apart" | "just" | "instead")
    }

    /// Whether a sentence begins here; the subject may stand before.
    fn begins(&self, at: usize) -> bool {
        let fresh = |at: usize| self.tokens.get(at).is_some_and(|token| token.gap >= Gap::Stop);
        let subject = |back: usize| {
            at.checked_sub(back).is_some_and(|from| {
                fresh(from)
                    && (from..at).all(|place| matches!(self.word(place), "i" | "we" | "so" | "and" | "today"))
            })
        };
        fresh(at) || subject(1) || subject(2)
    }

    /// `no studio`, `no bench time`, `no painting today`, `no glass touched`.
    fn no_place(&self, at: usize) -> bool {
        if !matches!(self.word(at), "no" | "zero") {
            return false;
        }
        let place = |word: &str| {
            matches!(
                word,
                "studio"
                    | "bench"
                    | "easel"
                    | "wheel"
                    | "press"
                    | "loom"
                    | "making"
                    | "fab"
                    | "art"
                    | "workshop"
            )
        };
        let named = |at: usize| at + usize::from(matches!(self.word(at), "time" | "work" | "session"));
        let where_ =
            place(self.word(at + 1)) && self.ends(named(at + 2)) && self.tokens[at].gap >= Gap::Comma
                || place(self.word(at + 1)) && named(at + 2) > at + 2 && self.ends(named(at + 2));
        let deed = self.word(at + 1).ends_with("ing")
            && self.word(at + 1).len() > 5
            && self.word(at + 2) == "today"
            && self.ends(at + 2)
            && self.tokens[at].gap >= Gap::Stop;
        let touched = matches!(self.word(at + 2), "touched" | "made") && self.ends(at + 3) && self.begins(at);
        where_ || deed || touched
    }

    /// `nothing made`, `made nothing`, `nowt on the bench`.
    fn nothing(&self, at: usize) -> bool {
        if !matches!(self.word(at), "nothing" | "nowt" | "nix" | "zilch") {
            return false;
        }
        let before = at.checked_sub(1).map_or("", |at| self.word(at));
        let fresh = self.tokens[at].gap >= Gap::Stop || matches!(before, "and" | "so" | "today");
        let done = matches!(self.word(at + 1), "made" | "done" | "drawn" | "painted" | "logged")
            && self.ends(at + 2)
            || self.word(at + 1) == "on"
                && self.word(at + 2) == "the"
                && self.word(at + 3) == "bench"
                && self.ends(at + 4);
        let mine =
            matches!(before, "made" | "did" | "painted" | "drew") && self.ends(at + 1) && self.begins(at - 1);
        fresh && done || mine
    }

    /// Whether an errand follows a length: `two hours of emails`.
    fn errand(&self, at: usize) -> bool {
        let skip = usize::from(matches!(self.word(at), "of" | "on" | "at" | "for"));
        matches!(
            self.word(at + skip),
            "emails" | "email" | "admin" | "paperwork" | "driving" | "calls" | "meetings"
        )
    }

    /// `Didn't weave.`, `I did not letter anything.`
    fn did_not(&self, at: usize) -> bool {
        let verb = match (self.word(at), self.word(at + 1)) {
            ("didnt" | "havent", _) => at + 1,
            ("did" | "have", "not") => at + 2,
            _ => return false,
        };
        let plain = self.word(verb).len() > 2
            && !matches!(self.word(verb), "use" | "bother" | "work" | "happen" | "stop" | "mind");
        let object = matches!(self.word(verb + 1), "anything" | "owt" | "much" | "any");
        // `An hour lapping. Didn't sandblast.`: what else was not done says nothing of the hour.
        let after_work =
            || crate::duration::pieces(&self.tokens[..at]).iter().any(|piece| !self.errand(piece.to));
        plain && (object || self.begins(at) && !after_work()) && self.ends(verb + 1 + usize::from(object))
    }
}
