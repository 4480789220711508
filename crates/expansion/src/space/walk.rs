//! From choice to choice in order, or straight to the one of a number.

use std::collections::HashMap;

use super::{Space, State};
use crate::group::Kind;

/// A choice of all axes.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// For each axis its value.
    pub(crate) values: Vec<u32>,
    /// Its number among all choices, repeated ones included.
    pub(crate) number: u128,
}

/// Goes through all places that a stream occurs first in.
#[derive(Clone, Debug)]
pub(crate) struct Walk {
    values: Vec<u32>,
    /// Before each axis, and after the last.
    states: Vec<State>,
    numbers: Vec<u128>,
    /// For each axis the choices of all axes up to its value, with the same values before it.
    gone: Vec<u128>,
    begun: bool,
}

impl Walk {
    pub(crate) fn new(space: &Space) -> Self {
        let axes = space.sizes.len();
        Self {
            values: vec![0; axes],
            states: vec![space.start(); axes + 1],
            numbers: vec![0; axes + 1],
            gone: vec![0; axes],
            begun: false,
        }
    }

    /// Goes on; false at the end.
    pub(crate) fn advance(&mut self, space: &Space) -> bool {
        let axes = space.sizes.len();
        if !self.begun {
            self.begun = true;
            return self.fill(space, 0);
        }
        for axis in (0..axes).rev() {
            let next = self.values[axis] + 1;
            if self.settle(space, axis, next) {
                return self.fill(space, axis + 1);
            }
        }
        false
    }

    pub(crate) fn values(&self) -> &[u32] {
        &self.values
    }

    pub(crate) fn number(&self) -> u128 {
        self.numbers.last().copied().unwrap_or(0)
    }

    pub(crate) fn state(&self) -> Option<&State> {
        self.states.last()
    }

    /// Gives the axes from one on their first values.
    fn fill(&mut self, space: &Space, from: usize) -> bool {
        (from..space.sizes.len()).all(|axis| self.settle(space, axis, 0))
    }

    /// Gives an axis its next value at or after `from`.
    fn settle(&mut self, space: &Space, axis: usize, from: u32) -> bool {
        let mut gone = if from == 0 { 0 } else { self.gone[axis] };
        let mut value = from;
        while (value as usize) < space.sizes[axis] && !space.is_hopeless(&self.states[axis], axis, value) {
            if !space.is_taken(axis, value, &self.values) {
                self.values[axis] = value;
                let ways = space.ways_after(None, axis + 1, &State::default(), &self.values);
                let after = (0 < ways).then(|| space.choose(&self.states[axis], axis, value, &self.values));
                if let Some(state) = after.flatten() {
                    self.numbers[axis + 1] = self.numbers[axis] + gone;
                    self.gone[axis] = gone + ways;
                    self.states[axis + 1] = state;
                    return true;
                }
                gone += ways;
            }
            value += 1;
        }
        false
    }
}

impl Space {
    /// The place that holds the first occurrence of this number, and the stream that it is of.
    pub(crate) fn find(&self, mut number: u128) -> Option<(Place, usize)> {
        let axes = self.sizes.len();
        let mut values = vec![0; axes];
        let mut state = self.start();
        let mut whole = 0;
        for axis in 0..axes {
            let (gone, after) = self.descend(axis, &state, &mut values, &mut number)?;
            whole += gone;
            state = after;
        }
        let mut streams = (0..self.streams()).filter(|stream| state.goes_on(*stream));
        let stream = streams.nth(usize::try_from(number).ok()?)?;
        Some((Place { values, number: whole }, stream))
    }

    /// Gives an axis the value under which the number lies, and makes it the number there. Gives how many
    /// choices of all axes lie before.
    fn descend(
        &self,
        axis: usize,
        state: &State,
        chosen: &mut [u32],
        number: &mut u128,
    ) -> Option<(u128, State)> {
        let mut gone = 0;
        let mut known = HashMap::new();
        let mut value = 0;
        while (value as usize) < self.sizes[axis] && !self.is_hopeless(state, axis, value) {
            let mut jump = 1;
            if !self.is_taken(axis, value, chosen) {
                chosen[axis] = value;
                let after = self.choose(state, axis, value, chosen);
                let count = || {
                    let firsts = after.as_ref().map_or(0, |after| self.firsts_after(axis + 1, after, chosen));
                    (firsts, self.ways_after(None, axis + 1, &State::default(), chosen))
                };
                let (firsts, ways) = match self.class(axis, value) {
                    Some(class) => *known.entry(class).or_insert_with(count),
                    None => count(),
                };
                if *number < firsts {
                    return after.map(|after| (gone, after));
                }
                // From the second value on, a free axis has as many below each.
                if self.links[axis].is_none() && 0 < firsts && (0 < value || self.whole) {
                    let left = (self.sizes[axis] - 1) as u128 - u128::from(value);
                    jump = (*number / firsts).min(left).max(1);
                }
                *number -= firsts.checked_mul(jump)?;
                gone += ways.checked_mul(jump)?;
            }
            value += u32::try_from(jump).ok()?;
        }
        None
    }

    /// In a mixed group what the ways below a value depend on, besides what was chosen before.
    fn class(&self, axis: usize, value: u32) -> Option<u32> {
        let (at, place) = self.links[axis]?;
        match &self.groups[at].kind {
            Kind::Uniform { .. } => None,
            Kind::Mixed(mixed) => Some(mixed.class(place, value)),
        }
    }

    fn firsts_after(&self, axis: usize, state: &State, chosen: &[u32]) -> u128 {
        let open = (0..self.streams()).filter(|stream| state.goes_on(*stream));
        open.map(|stream| self.ways_after(Some(stream), axis, state, chosen)).sum()
    }
}
