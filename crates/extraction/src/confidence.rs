//! How sure each fact is: features of its evidence through a logistic curve, bent by hand towards what the gold notes showed.

use crate::facts::Use;
use crate::gazetteer::Class;
use crate::mentions::{Match, Mention};

/// Raw confidences and what they are worth, drawn by hand from the reliability that `cargo xtask bench extraction -- --fit`
/// prints for the notes to tune with, and lower, by what the rules lost on notes that they first met; no fit in the statistical
/// sense. Between two rows the line between them holds.
pub(crate) struct Curve(&'static [(f32, f32)]);

impl Curve {
    /// The calibrated confidence of a raw one.
    pub(crate) fn at(&self, raw: f32) -> f32 {
        let raw = raw.clamp(0.0, 1.0);
        let mut below = (0.0, 0.0);
        for &(x, y) in self.0 {
            if raw <= x {
                let width = (x - below.0).max(f32::EPSILON);
                return below.1 + (y - below.1) * (raw - below.0) / width;
            }
            below = (x, y);
        }
        below.1
    }
}

/// Materials.
pub(crate) const MATERIAL: Curve = Curve(&[(0.7, 0.45), (0.85, 0.64), (0.91, 0.8), (0.95, 0.9), (1.0, 0.96)]);
/// Techniques.
pub(crate) const TECHNIQUE: Curve = Curve(&[(0.75, 0.64), (0.85, 0.76), (0.94, 0.86), (1.0, 0.95)]);
/// Projects.
pub(crate) const PROJECT: Curve =
    Curve(&[(0.5, 0.65), (0.8, 0.8), (0.95, 0.88), (0.98, 0.905), (0.99, 0.96), (1.0, 0.99)]);

/// The raw confidence of a material, technique or colour.
pub(crate) fn of_mention(mention: &Mention) -> f32 {
    let matched = match mention.matched {
        Match::Own => 3.0,
        Match::Listed(Class::Everyday) => 2.6,
        Match::Listed(Class::Usual) => 2.1,
        Match::Listed(Class::Rare) => 0.9,
        Match::Listed(Class::Ambiguous) => 1.2,
        Match::Phrase => 1.4,
        Match::Framed | Match::Told => 0.8,
    };
    let usage = match mention.usage {
        Use::Used => 0.1,
        Use::ToBuy => 0.4,
        Use::Planned | Use::NotUsed => -0.3,
        Use::Mentioned => -0.6,
    };
    let words = if mention.to - mention.from > 1 { 0.3 } else { 0.0 };
    logistic(matched + usage + words)
}

/// The raw confidence of a sum of pieces of time.
pub(crate) fn of_minutes(pieces: usize, skipped: usize) -> f32 {
    match (pieces, skipped) {
        (1, 0) => 0.92,
        (_, 0) => 0.87,
        (1, _) => 0.8,
        _ => 0.75,
    }
}

fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}
