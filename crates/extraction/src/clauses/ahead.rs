//! Fragments that tell of no deed: what comes next (`Silver stain after that.`), runs low (`linen thread v low`) or is
//! left (`six months of film left`).

use super::{Reader, Status, cues, number_like};
use crate::tokens::{Gap, has_word};

impl Reader<'_> {
    /// `Rabbit skin glue on Saturday.`, `Danish oil once the lettering's in.`: after the first sentence, which tells what
    /// was done with or without a verb.
    pub(super) fn told_ahead(&mut self) {
        const LONGEST: usize = 12;
        for (from, to) in self.parts(Gap::Stop).into_iter().skip(1) {
            if to - from <= LONGEST && self.looks_ahead(from, to) && !self.tells(from, to) {
                self.done_becomes(from, to, Status::Planned);
            }
        }
    }

    /// `cotton paper low - reorder`, `only six sheets left`.
    pub(super) fn runs_low(&mut self) {
        const LONGEST: usize = 10;
        for (from, to) in self.parts(Gap::Dash) {
            if to - from > LONGEST || self.tells(from, to) {
                continue;
            }
            if self.word(to - 1) == "low" {
                self.done_becomes(from, to, Status::ToBuy);
            } else if (from + 2..to).any(|at| self.word(at) == "left" && self.counted_before(from, at)) {
                self.done_becomes(from, to, Status::Aside);
            }
        }
    }

    /// Where each part begins and the next one does, parted by marks of at least that weight.
    fn parts(&self, gap: Gap) -> Vec<(usize, usize)> {
        let begins = (1..self.tokens.len()).filter(|at| gap <= self.tokens[*at].gap);
        let begins: Vec<usize> = std::iter::once(0).chain(begins).chain([self.tokens.len()]).collect();
        begins.windows(2).map(|pair| (pair[0], pair[1])).filter(|(from, to)| from < to).collect()
    }

    fn done_becomes(&mut self, from: usize, to: usize, status: Status) {
        let done = self.status[from..to].iter_mut().filter(|status| **status == Status::Done);
        done.for_each(|one| *one = status);
    }

    fn tells(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| {
            let word = self.word(at);
            // `six sheets left` is no deed.
            cues::resumes(word) && word != "left"
                || matches!(word, "i" | "we" | "was" | "were" | "ive")
                || word.len() > 4 && word.ends_with("ed")
                || self.begins_a_length(at)
        })
    }

    fn looks_ahead(&self, from: usize, to: usize) -> bool {
        const DAYS: &str = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun \
            weekend";
        let last = to - 1;
        let day = has_word(DAYS, self.word(last)) || has_word("week month", self.word(last));
        let article = usize::from(has_word("the next", self.before(last)));
        let opener = last.checked_sub(1 + article).filter(|at| from < *at).map_or("", |at| self.word(at));
        let dated = day && (has_word("on for by at", opener) || self.before(last) == "next");
        let then = self.word(last) == "that" && self.before(last) == "after";
        let once = (from + 1..to.min(from + 5))
            .any(|at| self.word(at) == "once" && has_word("the its it theyre that", self.word(at + 1)));
        last > from && (dated || then || once)
    }

    /// `6 sheets left`: a number stands close before.
    fn counted_before(&self, from: usize, at: usize) -> bool {
        (from.max(at.saturating_sub(4))..at).any(|place| number_like(self.word(place)))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Context, Use, extract};

    #[test]
    fn fragments_tell_of_no_deed() {
        for (note, term, wanted) in [
            ("Painted the matt for two hours. Silver stain after that.", "silver stain", Use::Planned),
            (
                "Carved the rail. Rabbit skin glue and then gesso on Saturday.",
                "rabbit skin glue",
                Use::Planned,
            ),
            ("Carved the leaves. Danish oil once the lettering's in.", "danish oil", Use::Planned),
            ("Side 3, border down. Soak more brown willow for Fri.", "brown willow", Use::Planned),
            ("22 envelopes, walnut ink. Cotton paper low - reorder", "cotton paper", Use::ToBuy),
            ("stitched resist 1h20. linen thread v low", "linen thread", Use::ToBuy),
            ("Glazed the cups. cobalt running low, ditto gum arabic", "gum arabic", Use::ToBuy),
            ("Loaded the tins. There's six months of film left in the freezer.", "film", Use::Mentioned),
            ("Lifted the clouds. I'm nearly through my masking fluid.", "masking fluid", Use::ToBuy),
            ("The order won't come and I need to get more scrim", "scrim", Use::ToBuy),
            ("Carved the lid. Cold wax I must order", "cold wax", Use::ToBuy),
            ("Side 3, border down. Laid the gold leaf on Saturday.", "gold leaf", Use::Used),
        ] {
            let facts = extract(note, &Context::on(jiff::civil::date(2026, 3, 18)));
            let found = facts.materials.iter().find(|fact| fact.value.term.eq_ignore_ascii_case(term));
            assert_eq!(found.map(|fact| fact.value.usage), Some(wanted), "{note}");
        }
    }
}
