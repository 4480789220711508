//! What a whole sentence or line is about: headings (`to do: set stone`), lists, and requests (`a bag of grout, please`).

use super::{Reader, Status, cues};
use crate::tokens::Gap;

impl Reader<'_> {
    /// Under a heading every word is told of as the heading says, until the sentence ends.
    pub(super) fn under_heading(&mut self, at: usize) -> bool {
        self.headed = self.headed && self.tokens[at].gap < Gap::Semi;
        if self.headed {
            self.starts[at] = self.tokens[at].gap >= Gap::Comma;
            self.status.push(self.now);
        }
        self.headed
    }

    /// `a bag of cement grout and a tub of sealer please`: who asks for things lacks them.
    pub(super) fn asked_for(&mut self) {
        for at in 0..self.tokens.len() {
            let ends = self.tokens.get(at + 1).is_none_or(|next| next.gap >= Gap::Stop);
            if self.word(at) != "please" || !ends {
                continue;
            }
            let from = (0..=at).rev().find(|place| self.tokens[*place].gap >= Gap::Stop).unwrap_or(0);
            let told = (from..at).any(|place| {
                cues::resumes(self.word(place)) || matches!(self.word(place), "i" | "remind" | "note" | "log")
            });
            if !told {
                let done = self.status[from..=at].iter_mut().filter(|status| **status == Status::Done);
                done.for_each(|status| *status = Status::ToBuy);
            }
        }
    }

    /// A line of a list: what its heading says, if it says anything (`Shopping`).
    pub(super) fn list_entry(&mut self, at: usize) {
        if !self.tokens[at - 1].bullet
            && self.list.is_none()
            && matches!(self.now, Status::ToBuy | Status::Planned)
        {
            self.list = Some(self.now);
        }
        let status = self.list.unwrap_or(Status::Done);
        self.open(at, status);
    }

    /// Whether somebody does something in the next words.
    pub(super) fn verb_follows(&self, at: usize) -> bool {
        (at + 1..self.tokens.len().min(at + 4)).take_while(|place| self.tokens[*place].gap < Gap::Comma).any(
            |place| {
                let word = self.word(place);
                cues::resumes(word) || matches!(word, "i" | "we") || (word.len() > 4 && word.ends_with("ed"))
            },
        )
    }
}
