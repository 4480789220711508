//! A value of an axis: fixed, or drawn anew for each item.

use crate::ast::Weight;
use crate::random::Chance;
use crate::weight::reduce;

#[derive(Clone, Debug)]
pub(crate) enum Value<T> {
    Fixed(T),
    Drawn(Draw<T>),
}

#[derive(Clone, Debug)]
pub(crate) struct Draw<T> {
    /// Each with the sum of its weight and of all before it.
    alternatives: Vec<(u128, T)>,
    /// In turn instead of by chance.
    cycle: bool,
}

impl<T> Value<T> {
    /// From at least one alternative.
    pub(crate) fn new(alternatives: Vec<(Weight, T)>, cycle: bool) -> Self {
        let weights: Vec<Weight> = alternatives.iter().map(|(weight, _)| *weight).collect();
        let mut rest = alternatives;
        if rest.len() == 1
            && let Some((_, only)) = rest.pop()
        {
            return Self::Fixed(only);
        }
        let mut sum = 0;
        let summed = reduce(&weights).into_iter().zip(rest).map(|(weight, (_, value))| {
            sum += u128::from(weight);
            (sum, value)
        });
        Self::Drawn(Draw { alternatives: summed.collect(), cycle })
    }

    pub(crate) const fn is_drawn(&self) -> bool {
        matches!(self, Self::Drawn(_))
    }

    /// All that it may be.
    pub(crate) fn alternatives(&self) -> impl Iterator<Item = &T> {
        let (one, several) = match self {
            Self::Fixed(one) => (Some(one), None),
            Self::Drawn(draw) => (None, Some(draw.alternatives.iter().map(|(_, value)| value))),
        };
        one.into_iter().chain(several.into_iter().flatten())
    }

    /// What it is in the item of this number, when `state` is where the chance of its label begins.
    pub(crate) fn of(&self, index: u128, state: impl FnOnce() -> u64) -> (Option<&T>, Option<u64>) {
        match self {
            Self::Fixed(value) => (Some(value), None),
            Self::Drawn(draw) if draw.cycle => {
                let turn = index % draw.alternatives.len().max(1) as u128;
                let turn = usize::try_from(turn).unwrap_or(0);
                (draw.alternatives.get(turn).map(|(_, value)| value), None)
            }
            Self::Drawn(draw) => {
                let state = state();
                let all = draw.alternatives.last().map_or(1, |(sum, _)| *sum);
                let ticket = Chance::new(state).below(all);
                let at = draw.alternatives.partition_point(|(sum, _)| *sum <= ticket);
                (draw.alternatives.get(at).map(|(_, value)| value), Some(state))
            }
        }
    }
}
