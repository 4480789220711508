//! `meta:sample:5` and its like, in the prompt's text.

use crate::ast::{Command, Scope};
use crate::scan::{Scanner, is_name_part};

const SCOPES: &[(&str, Scope)] =
    &[("meta:", Scope::Order), ("pipeline:", Scope::Order), ("batch:", Scope::Batch)];

/// Steps over a command that begins here, or stays where it is.
pub(super) fn read(scanner: &mut Scanner<'_>) -> Option<Command> {
    let start = scanner.at;
    let command = attempt(scanner, start);
    if command.is_none() {
        scanner.at = start;
    }
    command
}

fn attempt(scanner: &mut Scanner<'_>, start: usize) -> Option<Command> {
    let scope = SCOPES.iter().find(|(name, _)| scanner.take(name)).map(|(_, scope)| *scope)?;
    scanner.peek().filter(|next| next.is_alphabetic())?;
    let key = scanner.take_while(is_name_part);
    if !scanner.take(":") {
        return None;
    }
    let value = if scanner.take("\"") {
        let quoted = scanner.take_while(|next| next != '"');
        scanner.take("\"");
        quoted
    } else {
        bare(scanner)
    };
    Some(Command { at: scanner.place(start, scanner.at), scope, key, value })
}

/// Up to a blank or to what divides prompts.
fn bare(scanner: &mut Scanner<'_>) -> String {
    let mut value = String::new();
    while !scanner.looks_at("||") && !scanner.looks_at("(&)") {
        match scanner.peek().filter(|next| !next.is_whitespace()) {
            Some(next) => value.push(next),
            None => break,
        }
        scanner.next();
    }
    value
}
