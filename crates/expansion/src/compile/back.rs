//! Back references: `[=color]` is what the nearest token before it has, else the first value of the next.

use super::{Compiler, Draft, Loose, joined};
use crate::error::Fault;
use crate::plan::{Axis, Piece, Template};
use crate::position::At;
use crate::request::Syntax;
use crate::warning::Warning;

impl Compiler<'_> {
    pub(super) fn bind(&mut self, templates: Vec<Vec<Loose>>, drafts: &[Draft]) -> Vec<Template> {
        let axes: Vec<&Axis> = drafts.iter().map(|draft| &draft.axis).collect();
        let mut bound = Vec::new();
        for pieces in templates {
            let mut whole = Vec::new();
            for piece in pieces {
                match piece {
                    Loose::Gap => whole.push(None),
                    Loose::Piece(piece) => whole.push(Some(piece)),
                    Loose::Back { name, at, before } => {
                        whole.extend(self.find(&name, &at, before, drafts).map(Some));
                    }
                }
            }
            bound.push(Template::new(joined(whole), &axes, self.syntax == Syntax::Plain));
        }
        bound
    }

    fn find(&mut self, name: &str, at: &At, before: usize, drafts: &[Draft]) -> Option<Piece> {
        let called = |draft: &Draft| draft.names.iter().any(|known| known == name);
        if let Some(axis) = drafts[..before].iter().rposition(called) {
            return Some(Piece::Axis(axis));
        }
        let Some(after) = drafts[before..].iter().position(called) else {
            self.report.refuse(Fault::UnknownBackref(name.to_owned()), Some(at));
            return None;
        };
        self.report.warn(Warning::BackrefBeforeDefinition(name.to_owned()), Some(at));
        Some(Piece::First(before + after))
    }
}
