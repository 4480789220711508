//! A figure: where it is in the output of which suite, and the goal that it is held against.

use serde_json::Value;

/// What a figure is held against.
#[derive(Clone, Copy)]
pub(super) enum Goal {
    AtLeast(f64),
    AtMost(f64),
    /// It is shown beside the others.
    Told,
}

/// Where a figure is.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// A JSON pointer.
    At(&'static str),
    /// Computed of several.
    Of(fn(&Value) -> Option<f64>),
    /// How many entries a list has.
    Count(&'static str),
}

/// One tile of the page.
pub(super) struct Figure {
    pub(super) part: &'static str,
    pub(super) name: &'static str,
    pub(super) suite: &'static str,
    pub(super) place: Place,
    pub(super) unit: &'static str,
    pub(super) goal: Goal,
    /// Lists of what went wrong.
    pub(super) examples: &'static [&'static str],
}

impl Figure {
    pub(super) fn value(&self, output: &Value) -> Option<f64> {
        match self.place {
            Place::At(pointer) => output.pointer(pointer)?.as_f64(),
            Place::Of(compute) => compute(output),
            Place::Count(pointer) => {
                let count = output.pointer(pointer)?.as_array()?.len();
                u32::try_from(count).ok().map(f64::from)
            }
        }
    }
}

impl Goal {
    /// Whether a value is as good; none without a goal.
    pub(super) fn met(self, value: f64) -> Option<bool> {
        match self {
            Self::AtLeast(least) => Some(least <= value),
            Self::AtMost(most) => Some(value <= most),
            Self::Told => None,
        }
    }
}

pub(super) const fn figure(
    (part, suite): (&'static str, &'static str),
    name: &'static str,
    place: Place,
    unit: &'static str,
    goal: Goal,
    examples: &'static [&'static str],
) -> Figure {
    Figure { part, name, suite, place, unit, goal, examples }
}

#[cfg(test)]
mod tests {
    use super::Goal::{AtLeast, AtMost, Told};

    #[test]
    fn goals_are_met_or_not() {
        assert_eq!(AtLeast(40.0).met(40.0), Some(true));
        assert_eq!(AtLeast(40.0).met(39.9), Some(false));
        assert_eq!(AtMost(10.0).met(10.1), Some(false));
        assert_eq!(Told.met(1.0), None);
    }
}
