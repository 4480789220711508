//! Between brackets: a label, options with weights and alternatives, a sample; or a back reference.

use super::unescape;
use crate::ast::{Choice, Node, ONE, Opt, Sampler, Sequence, Take, Weight};
use crate::decimal::Range;
use crate::error::Fault;
use crate::position::At;
use crate::report::Report;
use crate::scan::{Scanner, is_name};
use crate::warning::Warning;
use crate::weight;

/// Steps over the token that begins here. Nothing when it is wrong.
pub(super) fn read(scanner: &mut Scanner<'_>, report: &mut Report) -> Option<Node> {
    let start = scanner.at;
    scanner.next();
    let mut nested = None;
    loop {
        match scanner.next() {
            Some('\\') => {
                scanner.next();
            }
            Some('[') => {
                nested.get_or_insert(scanner.at - 1);
            }
            Some(']') => break,
            Some(_) => {}
            None => {
                let place = scanner.place(start, scanner.at);
                report.refuse(Fault::UnclosedToken, Some(&place));
                return None;
            }
        }
    }
    if let Some(inner) = nested {
        report.refuse(Fault::NestedToken, Some(&scanner.place(inner, inner + 1)));
        return None;
    }
    let at = scanner.place(start, scanner.at);
    let mut inside = scanner.part(start + 1, scanner.at - 1);
    if inside.take("=") {
        let name = inside.part(inside.at, inside.end()).trimmed();
        return Some(Node::Back { name: name.text(0, name.end()), at });
    }
    Some(Node::Choice(choice(&inside, at, report)))
}

fn choice(inside: &Scanner<'_>, at: At, report: &mut Report) -> Choice {
    let (inside, take) = sample(inside);
    if take == Take::Sample(0) {
        report.refuse(Fault::BadSample, Some(&at));
    }
    let (label, inside) = label(&inside);
    let parts = inside.split(',');
    if let Take::Sample(count) = take
        && parts.iter().any(has_colon_digits)
    {
        report.warn(Warning::AmbiguousSample(count), Some(&at));
    }
    let mut unused = false;
    let mut options = Vec::new();
    for part in parts {
        let (option, weighted) = option(&part, report);
        unused |= weighted && option.alternatives.len() == 1 && take == Take::All;
        options.push(option);
    }
    if unused {
        report.warn(Warning::WeightUnused, Some(&at));
    }
    Choice { at, label, options, take, sampler: Sampler::Every }
}

/// Takes `:3` off the end.
fn sample<'t>(inside: &Scanner<'t>) -> (Scanner<'t>, Take) {
    let whole = || (inside.part(0, inside.end()), Take::All);
    let text = inside.text(0, inside.end());
    let before = text.trim_end_matches(|next: char| next.is_ascii_digit());
    let digits = &text[before.len()..];
    let Some(options) = before.strip_suffix(':') else { return whole() };
    if options.ends_with(':') {
        // `2::3` is a weight.
        return whole();
    }
    // An odd number of backslashes escapes the colon.
    let backslashes = options.chars().rev().take_while(|next| *next == '\\').count();
    if digits.is_empty() || backslashes % 2 == 1 {
        return whole();
    }
    // More digits than fit are more than there ever are options.
    let count = digits.parse().unwrap_or(u64::MAX);
    (inside.part(0, options.chars().count()), Take::Sample(count))
}

fn label<'t>(inside: &Scanner<'t>) -> (Option<String>, Scanner<'t>) {
    let parts = inside.split('=');
    let name = parts.first().map(Scanner::trimmed);
    let name = name.map(|name| name.text(0, name.end())).filter(|name| 1 < parts.len() && is_name(name));
    let start = if name.is_some() { parts[0].end() + 1 } else { 0 };
    (name, inside.part(start, inside.end()))
}

fn has_colon_digits(part: &Scanner<'_>) -> bool {
    let colons = part.split(':');
    colons.iter().skip(1).any(|after| after.peek().is_some_and(|next| next.is_ascii_digit()))
}

/// An option, and whether a weight is written in it.
fn option(part: &Scanner<'_>, report: &mut Report) -> (Opt, bool) {
    let mut alternatives = Vec::new();
    let mut weighted = false;
    for part in part.split('|') {
        let (weight, body) = weighed(&part, report);
        weighted |= weight.is_some();
        alternatives.push((weight.unwrap_or(ONE), alternative(&body)));
    }
    let weight = alternatives.first().map_or(ONE, |(weight, _)| *weight);
    (Opt { weight, alternatives }, weighted)
}

fn weighed<'t>(part: &Scanner<'t>, report: &mut Report) -> (Option<Weight>, Scanner<'t>) {
    let mut number = part.trimmed();
    let text = number.take_while(|next| next.is_ascii_digit() || next == '.' || next == '-');
    let end = number.at;
    let found = if number.take("::") { weight::parse(&text) } else { None };
    let rest = || number.part(number.at, number.end());
    match found {
        None => (None, part.part(0, part.end())),
        Some(Ok(weight)) => (Some(weight), rest()),
        Some(Err(fault)) => {
            report.refuse(fault, Some(&number.place(0, end)));
            (None, rest())
        }
    }
}

fn alternative(body: &Scanner<'_>) -> Sequence {
    let body = body.trimmed();
    let text = body.text(0, body.end());
    if let Some(range) = Range::parse(&text) {
        return vec![Node::Range(range, body.place(0, body.end()))];
    }
    let (plain, escaped) = unescape(&text);
    vec![if escaped { Node::Text(plain) } else { Node::Word(plain) }]
}
