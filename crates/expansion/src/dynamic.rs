//! The `dynamicprompts` syntax: braces choose, `__name__` looks up, `${x=...}` remembers.
//!
//! Made from what version 0.31 of that library reads. It differs where that one fails: `$`, `%` and `#` are
//! plain unless `{` follows or a line begins, a backslash escapes, a missing wildcard is refused.

mod choice;
mod variable;
mod wildcard;

use crate::ast::{Batch, Document, Node, Sampler, Sequence};
use crate::error::Fault;
use crate::position::Field;
use crate::report::Report;
use crate::scan::Scanner;

/// The most levels of nesting, in every syntax.
pub(crate) const DEEPEST: usize = 64;

const ESCAPABLE: &str = "{}|$%#_\\";

/// Reads a prompt. What is wrong is reported; the tree then holds what could be read.
pub(crate) fn parse(text: &str, field: &Field, report: &mut Report) -> Document {
    let nodes = parse_value(text, field, report);
    Document { batches: vec![Batch { subprompts: vec![nodes], commands: Vec::new() }] }
}

/// Reads a value of a lookup, which may hold the whole syntax.
pub(crate) fn parse_value(text: &str, field: &Field, report: &mut Report) -> Sequence {
    let chars: Vec<char> = text.chars().collect();
    let mut reader = Reader { scanner: Scanner::new(&chars, field), report, depth: 0 };
    reader.sequence(Stop::End)
}

/// What ends a sequence, besides the end of the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    End,
    Brace,
    BarOrBrace,
    DollarsOrBrace,
}

struct Reader<'t, 'r> {
    scanner: Scanner<'t>,
    report: &'r mut Report,
    depth: usize,
}

impl Reader<'_, '_> {
    fn sequence(&mut self, stop: Stop) -> Sequence {
        let mut nodes = Vec::new();
        while let Some(next) = self.scanner.peek() {
            let ends = match stop {
                Stop::End => false,
                Stop::Brace => next == '}',
                Stop::BarOrBrace => next == '}' || next == '|',
                Stop::DollarsOrBrace => next == '}' || self.scanner.looks_at("$$"),
            };
            if ends {
                break;
            }
            self.node(next, &mut nodes);
        }
        nodes
    }

    fn node(&mut self, next: char, nodes: &mut Sequence) {
        let start = self.scanner.at;
        if self.scanner.looks_at("__")
            && let Some(found) = self.wildcard()
        {
            nodes.push(Node::Wildcard(found));
            return;
        }
        let nested = next == '{' || self.scanner.looks_at("${") || self.scanner.looks_at("%{");
        if nested && self.depth == DEEPEST {
            self.report.refuse(Fault::NestedTooDeep, Some(&self.scanner.place(start, start + 1)));
            // Nothing that follows can be understood.
            self.scanner.at = self.scanner.end();
            return;
        }
        self.depth += 1;
        let read = match next {
            '{' => self.choice(nodes),
            '$' if nested => self.variable(nodes),
            '%' if nested => self.wrap(nodes),
            _ => false,
        };
        self.depth -= 1;
        if !read {
            self.scanner.at = start;
            self.plain(next, nodes);
        }
    }

    fn plain(&mut self, next: char, nodes: &mut Sequence) {
        let start = self.scanner.at;
        let begins_line = self.scanner.before().is_none_or(|before| before == '\n');
        self.scanner.next();
        match next {
            '#' if begins_line => {
                self.scanner.take_while(|next| next != '\n');
                self.scanner.take("\n");
                return;
            }
            '\\' => {
                if let Some(kept) = self.scanner.peek().filter(|next| ESCAPABLE.contains(*next)) {
                    self.scanner.next();
                    push(nodes, kept);
                    return;
                }
            }
            '}' => {
                self.report.refuse(Fault::UnopenedToken, Some(&self.scanner.place(start, start + 1)));
                return;
            }
            _ => {}
        }
        push(nodes, next);
    }

    fn sampler(&mut self) -> Sampler {
        let sampler = match self.scanner.peek() {
            Some('~') => Sampler::Random,
            Some('@') => Sampler::Cycle,
            Some('!') => Sampler::Every,
            _ => return Sampler::Every,
        };
        self.scanner.next();
        sampler
    }

    /// Steps over the brace that ends what began at `start`.
    fn close(&mut self, start: usize) {
        if !self.scanner.take("}") {
            self.report.refuse(Fault::UnclosedToken, Some(&self.scanner.place(start, self.scanner.at)));
        }
    }

    fn blanks(&mut self) {
        self.scanner.take_while(char::is_whitespace);
    }
}

fn push(nodes: &mut Sequence, next: char) {
    if let Some(Node::Text(text)) = nodes.last_mut() {
        text.push(next);
    } else {
        nodes.push(Node::Text(next.into()));
    }
}
