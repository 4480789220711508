//! An order that was understood: axes with their values, and templates that name axes.

use std::sync::Arc;

use crate::joint::Joint;
use crate::position::At;
use crate::scalar::Scalar;
use crate::value::Value;

/// A token with its values.
#[derive(Debug)]
pub(crate) struct Axis {
    /// Its label, its lookup as it is called, or `token 3`.
    pub(crate) name: String,
    /// Its number in the labels of draws.
    pub(crate) token: usize,
    pub(crate) at: At,
    pub(crate) values: Vec<Value<String>>,
    /// For each value the lookup, as it is called, that does not give it twice.
    pub(crate) keys: Vec<Option<Arc<str>>>,
}

#[derive(Debug)]
pub(crate) struct ParameterAxis {
    pub(crate) name: Arc<str>,
    pub(crate) values: Vec<Value<Scalar>>,
}

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Text(String),
    /// What the axis has.
    Axis(usize),
    /// What the axis has first.
    First(usize),
}

#[derive(Debug, Default)]
pub(crate) struct Template {
    pub(crate) pieces: Vec<Piece>,
    /// Some piece may be empty, so blanks have to be watched.
    pub(crate) gaps: bool,
}

#[derive(Debug, Default)]
pub(crate) struct PlannedBatch {
    pub(crate) axes: Vec<Axis>,
    pub(crate) prompts: Vec<Template>,
    /// One for all prompts, or one for each.
    pub(crate) negatives: Vec<Template>,
}

impl Template {
    /// Cuts blanks off the ends, except of text that is to stay as it is.
    pub(crate) fn new(mut pieces: Vec<Piece>, all: &[&Axis], verbatim: bool) -> Self {
        let empty = |value: &Value<String>| value.alternatives().any(String::is_empty);
        let may_be_empty = |piece: &Piece| match piece {
            Piece::Text(_) => false,
            Piece::Axis(axis) => all[*axis].values.iter().any(empty),
            Piece::First(axis) => all[*axis].values.first().is_none_or(empty),
        };
        let gaps = pieces.iter().any(may_be_empty);
        if !verbatim && !gaps {
            if let Some(Piece::Text(first)) = pieces.first_mut() {
                *first = first.trim_start().to_owned();
            }
            if let Some(Piece::Text(last)) = pieces.last_mut() {
                last.truncate(last.trim_end().len());
            }
        }
        Self { pieces, gaps }
    }

    /// The text, when `value` gives what an axis has, or has first.
    pub(crate) fn render<'v>(&self, value: impl Fn(usize, bool) -> &'v str) -> String {
        if self.gaps {
            let mut joint = Joint::default();
            self.each(&value, |piece| joint.push(piece));
            return joint.finish();
        }
        let mut length = 0;
        self.each(&value, |piece| length += piece.len());
        let mut whole = String::with_capacity(length);
        self.each(&value, |piece| whole.push_str(piece));
        whole
    }

    fn each<'v>(&self, value: &impl Fn(usize, bool) -> &'v str, mut push: impl FnMut(&str)) {
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => push(text),
                Piece::Axis(axis) => push(value(*axis, false)),
                Piece::First(axis) => push(value(*axis, true)),
            }
        }
    }

    /// The axes that decide the text.
    pub(crate) fn axes(&self) -> impl Iterator<Item = usize> {
        self.pieces.iter().filter_map(|piece| if let Piece::Axis(axis) = piece { Some(*axis) } else { None })
    }

    /// Whether the text depends on what is drawn for an item.
    pub(crate) fn is_drawn(&self, all: &[Axis]) -> bool {
        self.pieces.iter().any(|piece| match piece {
            Piece::Text(_) => false,
            Piece::Axis(axis) => all[*axis].values.iter().any(Value::is_drawn),
            Piece::First(axis) => all[*axis].values.first().is_some_and(Value::is_drawn),
        })
    }
}
