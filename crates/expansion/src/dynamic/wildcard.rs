//! `__name__`, `__~name__`, `__folder/*__`, `__name(x=1)__`.

use super::{Reader, Stop};
use crate::ast::{Sequence, Wildcard};
use crate::scan::Scanner;

impl Reader<'_, '_> {
    /// Steps over a wildcard, or stays where it is when the underscores close nothing.
    pub(super) fn wildcard(&mut self) -> Option<Wildcard> {
        let start = self.scanner.at;
        let found = self.attempt_wildcard(start);
        if found.is_none() {
            self.scanner.at = start;
        }
        found
    }

    fn attempt_wildcard(&mut self, start: usize) -> Option<Wildcard> {
        self.scanner.take("__");
        let sampler = self.sampler();
        let mut glob = String::new();
        while !self.scanner.looks_at("__") {
            match self.scanner.peek().filter(|next| !"({}$#|\n".contains(*next)) {
                Some(next) => glob.push(next),
                None => break,
            }
            self.scanner.next();
        }
        let mut spec = (self.scanner.at, self.scanner.at);
        if self.scanner.take("(") {
            spec.0 = self.scanner.at;
            self.scanner.take_while(|next| next != ')');
            spec.1 = self.scanner.at;
            self.scanner.take(")");
        }
        let glob = glob.trim().to_owned();
        if !self.scanner.take("__") || glob.is_empty() {
            return None;
        }
        let bindings = self.bindings(&self.scanner.part(spec.0, spec.1));
        Some(Wildcard { at: self.scanner.place(start, self.scanner.at), glob, sampler, bindings })
    }

    fn bindings(&mut self, spec: &Scanner<'_>) -> Vec<(String, Sequence)> {
        let mut bindings = Vec::new();
        for pair in spec.split(',') {
            let sides = pair.split('=');
            let Some(name) = sides.first().map(Scanner::trimmed).filter(|name| 0 < name.end()) else {
                continue;
            };
            let value = pair.part(pair.end().min(sides[0].end() + 1), pair.end()).trimmed();
            let mut reader = Reader { scanner: value, report: self.report, depth: self.depth + 1 };
            let nodes = if reader.depth < super::DEEPEST { reader.sequence(Stop::End) } else { Vec::new() };
            bindings.push((name.text(0, name.end()), nodes));
        }
        bindings
    }
}
