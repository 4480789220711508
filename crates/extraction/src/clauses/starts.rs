//! Where what a cue tells of begins: its subject, its clause, the thing that stands first.

use super::cues::{self, Cue};
use super::{Reader, Status, number_like};
use crate::tokens::{Gap, has_word};

impl Reader<'_> {
    /// Where the subject of a cue begins: `i still need to`.
    pub(super) fn subject(&self, at: usize) -> usize {
        const SUBJECTS: &str = "i we still also just really probably definitely and ive im were \
            am are then now almost nearly completely client he she they";
        let mut from = at;
        while from > 0 && self.tokens[from].gap <= Gap::Space && has_word(SUBJECTS, self.word(from - 1)) {
            from -= 1;
        }
        from
    }

    /// `Gold I do not lay`, `the foil samples I put aside`: the thing stands first in the sentence.
    pub(super) fn fronted(&self, from: usize, cue: Cue) -> usize {
        const LONGEST: usize = 6;
        let mine = matches!(self.word(from), "i" | "we" | "ill" | "id");
        if !matches!(cue.status, Status::Negated | Status::Planned | Status::Aside) || !mine {
            return from;
        }
        let start = (from.saturating_sub(LONGEST)..from).rev().find(|at| self.tokens[*at].gap >= Gap::Stop);
        let thing = |start: &usize| {
            self.names_a_thing(*start, from)
                && (*start + 1..=from).all(|at| self.tokens[at].gap <= Gap::Space)
                && (*start..from).all(|at| {
                    let word = self.word(at);
                    !cues::resumes(word)
                        && !word.ends_with("ing")
                        && !matches!(
                            word,
                            "and" | "but" | "so" | "today" | "yesterday" | "then" | "which" | "what"
                        )
                })
        };
        start.filter(thing).unwrap_or(from)
    }

    /// `copper ordered for the last plate`: the thing stands before what became of it, and nobody who did it.
    pub(super) fn passive(&self, at: usize) -> bool {
        const DONE_WITH: &str = "ordered reordered bought purchased borrowed returned considered rejected abandoned skipped avoided";
        const LONGEST: usize = 5;
        let from = (at.saturating_sub(LONGEST)..at).rev().find(|place| self.tokens[*place].gap >= Gap::Dash);
        has_word(DONE_WITH, self.word(at))
            && self.tokens[at].gap <= Gap::Space
            && at > 0
            && self.names_a_material(at - 1)
            && from.is_some_and(|from| {
                (from..at).all(|place| {
                    let word = self.word(place);
                    !cues::resumes(word)
                        && !matches!(word, "i" | "we" | "have" | "ive" | "with" | "in" | "on")
                })
            })
    }

    /// Where the clause of a cue begins that follows its subject: `the cold wax ran out`.
    pub(super) fn clause_start(&self, at: usize, cue: Cue) -> usize {
        const FARTHEST: usize = 10;
        let mut from = at;
        let mut last_and = None;
        while from > 0 && self.tokens[from].gap < Gap::Comma && at - from < FARTHEST {
            let word = self.word(from - 1);
            if matches!(
                word,
                "but"
                    | "then"
                    | "so"
                    | "because"
                    | "plus"
                    | "while"
                    | "whilst"
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
            ) || (word == "with" && number_like(self.word(from)))
            {
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
        // So far back, what is planned begins with the last `and`.
        last_and.filter(|_| FARTHEST <= at - from && cue.status == Status::Planned).unwrap_or(from)
    }

    /// Whether a material stands between: what is fronted must be a thing.
    fn names_a_thing(&self, from: usize, to: usize) -> bool {
        to - from <= 4 || (from..to).any(|at| self.names_a_material(at))
    }

    /// Without an `and`, the last article begins what ran out.
    fn nearest_thing(&self, from: usize, at: usize) -> usize {
        let article =
            |place: &usize| matches!(self.word(*place), "the" | "my" | "our" | "a" | "this" | "that");
        (from + 1..at).rev().find(article).unwrap_or(at.saturating_sub(2).max(from))
    }
}
