//! A text read once from left to right, with positions in characters.

use crate::position::{At, Field};

#[derive(Clone)]
pub(crate) struct Scanner<'t> {
    chars: &'t [char],
    offset: usize,
    pub(crate) at: usize,
    field: &'t Field,
}

impl<'t> Scanner<'t> {
    pub(crate) fn new(chars: &'t [char], field: &'t Field) -> Self {
        Self { chars, offset: 0, at: 0, field }
    }

    /// A scanner of the part between two places of this one, which gives the positions of the whole.
    pub(crate) fn part(&self, start: usize, end: usize) -> Self {
        let chars = self.chars.get(start..end).unwrap_or_default();
        Self { chars, offset: self.offset + start, at: 0, field: self.field }
    }

    pub(crate) fn end(&self) -> usize {
        self.chars.len()
    }

    pub(crate) fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    pub(crate) fn peek_next(&self) -> Option<char> {
        self.chars.get(self.at + 1).copied()
    }

    /// The character before the current one.
    pub(crate) fn before(&self) -> Option<char> {
        self.at.checked_sub(1).and_then(|at| self.chars.get(at)).copied()
    }

    pub(crate) fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += 1;
        Some(next)
    }

    pub(crate) fn looks_at(&self, text: &str) -> bool {
        let rest = self.chars.get(self.at..).unwrap_or_default();
        let mut rest = rest.iter().copied();
        text.chars().all(|wanted| rest.next() == Some(wanted))
    }

    /// Steps over a text that is next.
    pub(crate) fn take(&mut self, text: &str) -> bool {
        let found = self.looks_at(text);
        if found {
            self.at += text.chars().count();
        }
        found
    }

    pub(crate) fn take_while(&mut self, fits: impl Fn(char) -> bool) -> String {
        let mut taken = String::new();
        while let Some(next) = self.peek().filter(|next| fits(*next)) {
            taken.push(next);
            self.at += 1;
        }
        taken
    }

    pub(crate) fn text(&self, start: usize, end: usize) -> String {
        self.chars.get(start..end).unwrap_or_default().iter().collect()
    }

    pub(crate) fn place(&self, start: usize, end: usize) -> At {
        At { field: self.field.clone(), start: self.offset + start, end: self.offset + end.max(start) }
    }

    /// The places where `separator` stands without a backslash, and so the parts between.
    pub(crate) fn split(&self, separator: char) -> Vec<Self> {
        let (mut parts, mut start, mut at) = (Vec::new(), 0, 0);
        while let Some(next) = self.chars.get(at) {
            if *next == '\\' {
                at += 1;
            } else if *next == separator {
                parts.push(self.part(start, at));
                start = at + 1;
            }
            at += 1;
        }
        parts.push(self.part(start, self.end()));
        parts
    }

    /// Without blanks at both ends.
    pub(crate) fn trimmed(&self) -> Self {
        let start = self.chars.iter().take_while(|next| next.is_whitespace()).count();
        let blank = self.chars.iter().rev().take_while(|next| next.is_whitespace()).count();
        self.part(start, self.end().saturating_sub(blank).max(start))
    }
}

/// `letter { letter | digit | "_" | "-" }`
pub(crate) fn is_name(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.all(is_name_part)
}

pub(crate) fn is_name_part(next: char) -> bool {
    next.is_alphanumeric() || next == '_' || next == '-'
}
