//! The `expando` syntax: brackets choose, `||` and `(&)` divide.

mod command;
mod token;

use crate::ast::{Batch, Document, Node, Sequence};
use crate::error::Fault;
use crate::position::Field;
use crate::report::Report;
use crate::scan::Scanner;
use crate::warning::Warning;

/// What a backslash makes plain.
const ESCAPABLE: &str = "[],|:=&(\\";

/// Reads a prompt. What is wrong is reported; the tree then holds what could be read.
pub(crate) fn parse(text: &str, field: &Field, report: &mut Report) -> Document {
    let chars: Vec<char> = text.chars().collect();
    let mut reader =
        Reader { scanner: Scanner::new(&chars, field), report, done: vec![], batch: vec![], nodes: vec![] };
    reader.read();
    Document { batches: reader.done }
}

struct Reader<'t, 'r> {
    scanner: Scanner<'t>,
    report: &'r mut Report,
    done: Vec<Batch>,
    batch: Vec<(Sequence, Vec<crate::ast::Command>)>,
    nodes: Sequence,
}

impl Reader<'_, '_> {
    fn read(&mut self) {
        let mut commands = Vec::new();
        // A command stands at the start of a sub-prompt or after a blank.
        let mut fresh = true;
        while let Some(next) = self.scanner.peek() {
            if self.scanner.take("(&)") {
                self.end_subprompt(&mut commands);
                self.end_batch();
                fresh = true;
                continue;
            }
            if self.scanner.take("||") {
                self.end_subprompt(&mut commands);
                fresh = true;
                continue;
            }
            if fresh || self.scanner.before().is_some_and(char::is_whitespace) {
                fresh = false;
                if let Some(command) = command::read(&mut self.scanner) {
                    commands.push(command);
                    self.nodes.push(Node::Gap);
                    continue;
                }
            }
            self.read_one(next);
        }
        self.end_subprompt(&mut commands);
        self.end_batch();
    }

    fn read_one(&mut self, next: char) {
        let start = self.scanner.at;
        match next {
            '[' => {
                if let Some(node) = token::read(&mut self.scanner, self.report) {
                    self.nodes.push(node);
                }
            }
            ']' => {
                self.scanner.next();
                self.report.refuse(Fault::UnopenedToken, Some(&self.scanner.place(start, start + 1)));
            }
            '\\' => {
                let plain = self.scanner.peek_next().filter(|next| ESCAPABLE.contains(*next));
                self.scanner.next();
                if let Some(plain) = plain {
                    if plain == '(' && !self.scanner.looks_at("(&)") {
                        let place = self.scanner.place(start, start + 2);
                        self.report.warn(Warning::ParenthesisUnescaped, Some(&place));
                    }
                    self.scanner.next();
                }
                push(&mut self.nodes, plain.unwrap_or('\\'));
            }
            _ => {
                self.scanner.next();
                push(&mut self.nodes, next);
            }
        }
    }

    fn end_subprompt(&mut self, commands: &mut Vec<crate::ast::Command>) {
        self.batch.push((std::mem::take(&mut self.nodes), std::mem::take(commands)));
    }

    fn end_batch(&mut self) {
        let mut batch = Batch::default();
        for (nodes, commands) in self.batch.drain(..) {
            batch.subprompts.push(nodes);
            batch.commands.extend(commands);
        }
        self.done.push(batch);
    }
}

fn push(nodes: &mut Sequence, next: char) {
    if let Some(Node::Text(text)) = nodes.last_mut() {
        text.push(next);
    } else {
        nodes.push(Node::Text(next.into()));
    }
}

/// The text without its escapes, and whether it had any. A backslash at the start makes a name plain: `\child`.
pub(crate) fn unescape(text: &str) -> (String, bool) {
    let (mut plain, mut escaped) = (String::with_capacity(text.len()), false);
    let mut chars = text.chars().peekable();
    let mut at_start = true;
    while let Some(next) = chars.next() {
        let follows = |next: &char| ESCAPABLE.contains(*next) || (at_start && next.is_alphabetic());
        if next == '\\'
            && let Some(kept) = chars.next_if(follows)
        {
            escaped = true;
            plain.push(kept);
        } else {
            plain.push(next);
        }
        at_start = false;
    }
    (plain, escaped)
}
