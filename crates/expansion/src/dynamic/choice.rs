//! `{2$$ and $$a|3::b}`, and `%{wrapper ... $$inner}`.

use super::{Reader, Stop};
use crate::ast::{Choice, Node, ONE, Opt, Sampler, Sequence, Take, Weight};
use crate::error::Fault;
use crate::warning::Warning;
use crate::weight;

impl Reader<'_, '_> {
    pub(super) fn choice(&mut self, nodes: &mut Sequence) -> bool {
        let start = self.scanner.at;
        self.scanner.next();
        self.blanks();
        let sampler = self.sampler();
        let bounds = self.bounds();
        self.blanks();
        let mut options = Vec::new();
        let mut weighted = false;
        loop {
            let weight = self.weight();
            weighted |= weight.is_some();
            let body = self.sequence(Stop::BarOrBrace);
            options.push(Opt { weight: weight.unwrap_or(ONE), alternatives: vec![(ONE, body)] });
            if !self.scanner.take("|") {
                break;
            }
        }
        self.close(start);
        let at = self.scanner.place(start, self.scanner.at);
        if weighted && sampler != Sampler::Random {
            self.report.warn(Warning::WeightUnused, Some(&at));
        }
        let take = match bounds {
            None => Take::All,
            Some((least, most, separator)) => Take::Pick { least, most, separator },
        };
        nodes.push(Node::Choice(Choice { at, label: None, options, take, sampler }));
        true
    }

    /// `2$$`, `1-2$$`, `-2$$`, `2-$$`, each with a separator and another `$$` or without.
    fn bounds(&mut self) -> Option<(usize, usize, String)> {
        let start = self.scanner.at;
        let found = self.attempt_bounds();
        if found.is_none() {
            self.scanner.at = start;
        }
        found
    }

    fn attempt_bounds(&mut self) -> Option<(usize, usize, String)> {
        let lower = self.scanner.take_while(|next| next.is_ascii_digit());
        let ranged = self.scanner.take("-");
        let upper = self.scanner.take_while(|next| next.is_ascii_digit());
        if lower.is_empty() && upper.is_empty() || !self.scanner.take("$$") {
            return None;
        }
        let number = |digits: &str, otherwise| digits.parse().unwrap_or(otherwise);
        let least = number(&lower, if lower.is_empty() { 1 } else { usize::MAX });
        let most = if ranged { number(&upper, usize::MAX) } else { least };
        let before = self.scanner.at;
        let separator = self.scanner.take_while(|next| !"${}".contains(next));
        if self.scanner.take("$$") && !separator.is_empty() {
            return Some((least, most, separator));
        }
        self.scanner.at = before;
        Some((least, most, ",".into()))
    }

    fn weight(&mut self) -> Option<Weight> {
        let start = self.scanner.at;
        self.blanks();
        let number = self.scanner.at;
        let text = self.scanner.take_while(|next| next.is_ascii_digit() || next == '.');
        let end = self.scanner.at;
        let found = if self.scanner.take("::") { weight::parse(&text) } else { None };
        match found {
            Some(Ok(weight)) => Some(weight),
            Some(Err(fault)) => {
                self.report.refuse(fault, Some(&self.scanner.place(number, end)));
                None
            }
            None => {
                self.scanner.at = start;
                None
            }
        }
    }

    pub(super) fn wrap(&mut self, nodes: &mut Sequence) -> bool {
        let start = self.scanner.at;
        self.scanner.take("%{");
        self.blanks();
        let wrapper = self.sequence(Stop::DollarsOrBrace);
        if !self.scanner.take("$$") {
            self.close(start);
            self.report.refuse(Fault::BadWrap, Some(&self.scanner.place(start, self.scanner.at)));
            return true;
        }
        self.blanks();
        let inner = self.sequence(Stop::Brace);
        self.close(start);
        match wrapped(wrapper, inner) {
            Some(whole) => nodes.extend(whole),
            None => self.report.refuse(Fault::BadWrap, Some(&self.scanner.place(start, self.scanner.at))),
        }
        true
    }
}

/// The wrapper with the inner prompt in place of its first ellipsis.
fn wrapped(wrapper: Sequence, inner: Sequence) -> Option<Sequence> {
    let mut inner = Some(inner);
    let mut whole = Vec::new();
    for node in wrapper {
        let Node::Text(text) = &node else {
            whole.push(node);
            continue;
        };
        let ellipsis = ["...", "…"].iter().find_map(|ellipsis| text.split_once(ellipsis));
        if let Some((before, after)) = ellipsis
            && let Some(inner) = inner.take()
        {
            whole.push(Node::Text(before.into()));
            whole.extend(inner);
            whole.push(Node::Text(after.into()));
        } else {
            whole.push(node);
        }
    }
    inner.is_none().then_some(whole)
}
