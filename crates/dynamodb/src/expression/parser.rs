//! What all expressions have in common: tokens, limits, paths.

use std::fmt::Display;

use atelier_tables::{Path, Value};

use super::lexer::{Token, tokens};
use super::placeholders::Placeholders;
use super::reserved::is_reserved;
use crate::fault::Fault;

/// Which parameter the expression is, as error texts name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Condition,
    Filter,
    KeyCondition,
    Projection,
    Update,
}

impl Kind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Condition => "ConditionExpression",
            Self::Filter => "FilterExpression",
            Self::KeyCondition => "KeyConditionExpression",
            Self::Projection => "ProjectionExpression",
            Self::Update => "UpdateExpression",
        }
    }
}

/// The longest expression, in bytes.
const MAX_LENGTH: usize = 4_096;
/// The most operators and functions.
const MAX_OPERATORS: usize = 300;
/// Brackets, `NOT`s and functions lie so deep within each other.
const MAX_DEPTH: usize = 64;
/// The highest position of a list in a path is below this.
const MAX_POSITION: usize = 100_000_000;

/// A parser over the tokens of one expression.
pub(super) struct Parser<'t, 'p> {
    kind: Kind,
    tokens: Vec<Token<'t>>,
    at: usize,
    places: &'p mut Placeholders,
    operators: usize,
    depth: usize,
}

impl<'t, 'p> Parser<'t, 'p> {
    pub(super) fn new(kind: Kind, text: &'t str, places: &'p mut Placeholders) -> Result<Self, Fault> {
        let mut parser = Self { kind, tokens: Vec::new(), at: 0, places, operators: 0, depth: 0 };
        if text.len() > MAX_LENGTH {
            let size = text.len();
            return Err(parser.fault(format!(
                "Expression size has exceeded the maximum allowed size; expression size: {size}"
            )));
        }
        match tokens(text) {
            Ok(tokens) if tokens.is_empty() => Err(parser.fault("The expression can not be empty;")),
            Ok(tokens) => {
                parser.tokens = tokens;
                Ok(parser)
            }
            Err(at) => {
                let rest = &text[at..];
                let token = rest.chars().next().map(String::from).unwrap_or_default();
                let from = text.floor_char_boundary(at.saturating_sub(8));
                let near = &text[from..text.floor_char_boundary((at + 9).min(text.len()))];
                Err(parser.fault(format!("Syntax error; token: \"{token}\", near: \"{near}\"")))
            }
        }
    }

    /// The expression is refused for that reason.
    pub(super) fn fault(&self, reason: impl Display) -> Fault {
        Fault::validation(format!("Invalid {}: {reason}", self.kind.name()))
    }

    pub(super) fn peek(&self) -> Option<Token<'t>> {
        self.tokens.get(self.at).copied()
    }

    pub(super) fn peek_second(&self) -> Option<Token<'t>> {
        self.tokens.get(self.at + 1).copied()
    }

    pub(super) fn next(&mut self) -> Option<Token<'t>> {
        let token = self.peek()?;
        self.at += 1;
        Some(token)
    }

    /// Takes the sign if it comes next.
    pub(super) fn takes(&mut self, sign: &str) -> bool {
        let found = matches!(self.peek(), Some(Token::Sign(next)) if next == sign);
        self.at += usize::from(found);
        found
    }

    /// Takes the keyword, in whatever case, if it comes next.
    pub(super) fn takes_word(&mut self, keyword: &str) -> bool {
        let found = matches!(self.peek(), Some(Token::Word(word)) if word.eq_ignore_ascii_case(keyword));
        self.at += usize::from(found);
        found
    }

    pub(super) fn wants(&mut self, sign: &str) -> Result<(), Fault> {
        if self.takes(sign) { Ok(()) } else { Err(self.unexpected()) }
    }

    /// The fault of the token that comes next.
    pub(super) fn unexpected(&self) -> Fault {
        let around = |at: usize| self.tokens.get(at).map_or("", |token| token.text());
        let token = self.peek().map_or("<EOF>", Token::text);
        let near: Vec<_> = [self.at.checked_sub(1).map_or("", around), around(self.at), around(self.at + 1)]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect();
        self.fault(format!("Syntax error; token: \"{token}\", near: \"{}\"", near.join(" ")))
    }

    pub(super) fn end(&self) -> Result<(), Fault> {
        if self.peek().is_none() { Ok(()) } else { Err(self.unexpected()) }
    }

    /// Counts an operator or function.
    pub(super) fn operator(&mut self) -> Result<(), Fault> {
        self.operators += 1;
        if self.operators > MAX_OPERATORS {
            return Err(self.fault(format!(
                "The expression contains too many operators; the maximum number of operators is {MAX_OPERATORS}"
            )));
        }
        Ok(())
    }

    /// Goes one level deeper for what the closure parses.
    pub(super) fn deeper<T>(
        &mut self,
        parse: impl FnOnce(&mut Self) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        if self.depth == MAX_DEPTH {
            return Err(self.fault(format!("The expression nests deeper than {MAX_DEPTH} levels")));
        }
        self.depth += 1;
        let parsed = parse(self);
        self.depth -= 1;
        parsed
    }

    /// A document path.
    pub(super) fn path(&mut self) -> Result<Path, Fault> {
        let mut path = Path::from(self.step()?);
        loop {
            if self.takes(".") {
                let name = self.step()?;
                path = path.name(&name);
            } else if self.takes("[") {
                let Some(Token::Digits(digits)) = self.peek() else { return Err(self.unexpected()) };
                let position = digits.parse().ok().filter(|position| *position < MAX_POSITION);
                let Some(position) = position else {
                    return Err(self
                        .fault(format!("List index is not within the allowable range; index: [{digits}]")));
                };
                self.at += 1;
                self.wants("]")?;
                path = path.at(position);
            } else {
                break;
            }
        }
        let levels = path.steps().len() + 1;
        if levels > Path::MAX_DEPTH {
            return Err(self.fault(format!(
                "The document path has too many nesting elements; nesting levels: {levels}"
            )));
        }
        Ok(path)
    }

    /// One name of a path.
    fn step(&mut self) -> Result<String, Fault> {
        match self.peek() {
            Some(Token::Word(word)) => {
                if is_reserved(word) {
                    return Err(
                        self.fault(format!("Attribute name is a reserved keyword; reserved keyword: {word}"))
                    );
                }
                self.at += 1;
                Ok(word.to_owned())
            }
            Some(Token::Name(placeholder)) => {
                self.at += 1;
                self.places.name(placeholder).ok_or_else(|| {
                    self.fault(format!(
                        "An expression attribute name used in the document path is not defined; attribute name: {placeholder}"
                    ))
                })
            }
            _ => Err(self.unexpected()),
        }
    }

    /// The value behind a placeholder.
    pub(super) fn value(&mut self, placeholder: &str) -> Result<Value, Fault> {
        self.places.value(placeholder).ok_or_else(|| {
            self.fault(format!(
                "An expression attribute value used in expression is not defined; attribute value: {placeholder}"
            ))
        })
    }
}
