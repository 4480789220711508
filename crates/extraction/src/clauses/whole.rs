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

    /// `We're out of turps. And cad red.`: what begins like that and tells of no deed goes on with what was said.
    pub(super) fn goes_on(&self, at: usize) -> Option<Status> {
        const LONGEST: usize = 8;
        let last = *self.status.last()?;
        let goes_on = matches!(self.word(at), "and" | "also" | "plus" | "or" | "nor")
            && matches!(last, Status::ToBuy | Status::Planned | Status::Negated | Status::Aside);
        let end = (at + 1..self.tokens.len()).find(|place| self.tokens[*place].gap >= Gap::Stop);
        let end = end.unwrap_or(self.tokens.len());
        let tells = (at..end).any(|place| {
            let word = self.word(place);
            cues::resumes(word)
                || matches!(word, "i" | "we" | "is" | "was" | "were" | "are")
                || (word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing")))
                || self.begins_a_length(place)
        });
        (goes_on && !tells && end - at <= LONGEST).then_some(last)
    }

    /// `Maybe shellac on top?`, `Encaustic for the sky?`: who asks has not done it.
    pub(super) fn asked(&mut self) {
        for at in 0..self.tokens.len() {
            if !self.tokens[at].asked {
                continue;
            }
            let from = (0..=at).rev().find(|place| self.tokens[*place].gap >= Gap::Stop).unwrap_or(0);
            let told = (from..=at).any(|place| {
                let word = self.word(place);
                cues::resumes(word)
                    || (word.len() > 4 && word.ends_with("ed"))
                    || self.begins_a_length(place)
                    || matches!(word, "eh" | "right" | "huh")
            });
            if !told {
                let done = self.status[from..=at].iter_mut().filter(|status| **status == Status::Done);
                done.for_each(|status| *status = Status::Aside);
            }
        }
    }

    /// `Cadmium red is £24 a tube`: what has a price is only spoken of.
    pub(super) fn priced(&mut self) {
        for at in 0..self.tokens.len() {
            if !self.tokens[at].priced {
                continue;
            }
            let from = (0..=at).rev().find(|place| self.tokens[*place].gap >= Gap::Comma).unwrap_or(0);
            let to = (at + 1..self.tokens.len()).find(|place| self.tokens[*place].gap >= Gap::Comma);
            let to = to.unwrap_or(self.tokens.len());
            let told = (from..to).any(|place| {
                let word = self.word(place);
                cues::resumes(word) && !matches!(word, "spent" | "got" | "went" | "just" | "only" | "finally")
            });
            if !told {
                let done = self.status[from..to].iter_mut().filter(|status| **status == Status::Done);
                done.for_each(|status| *status = Status::Aside);
            }
        }
    }

    /// Whether a material stands here.
    pub(super) fn names_a_material(&self, at: usize) -> bool {
        let known = crate::gazetteer::lookup(self.word(at));
        known.is_some_and(|(entry, _)| entry.kind == crate::gazetteer::Kind::Material)
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

#[cfg(test)]
mod tests {
    use crate::{Context, Use, extract};

    fn uses(note: &str) -> Vec<(String, Use)> {
        let facts = extract(note, &Context::on(jiff::civil::date(2026, 3, 18)));
        facts.materials.into_iter().map(|fact| (fact.value.term, fact.value.usage)).collect()
    }

    #[test]
    fn fragments_questions_and_prices_are_no_deeds() {
        for (note, term, wanted) in [
            ("We're out of turps. And cad red.", "cad red", Use::ToBuy),
            ("Sanded the panel. Maybe encaustic for the sky?", "encaustic", Use::Planned),
            ("Cadmium red is £24 a tube now", "cadmium red", Use::Mentioned),
            ("only a dribble of turps left", "turps", Use::ToBuy),
            ("last year I used acrylics for these", "acrylics", Use::Mentioned),
            ("gold leaf next", "gold leaf", Use::Planned),
        ] {
            assert!(uses(note).contains(&(term.to_owned(), wanted)), "{note}: {:?}", uses(note));
        }
    }
}
