//! A place in a picture that need not be level.

use serde::{Deserialize, Serialize};

/// Four corners in pixels: where the writing starts above, ends above, ends below, starts below.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quad(pub [[f32; 2]; 4]);

impl Quad {
    /// A level rectangle.
    pub fn level(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self([[left, top], [right, top], [right, bottom], [left, bottom]])
    }

    /// The part of it between two fractions of its way from start to end.
    pub fn between(&self, from: f32, to: f32) -> Self {
        let [start_above, end_above, end_below, start_below] = self.0;
        Self([
            mix(start_above, end_above, from),
            mix(start_above, end_above, to),
            mix(start_below, end_below, to),
            mix(start_below, end_below, from),
        ])
    }

    /// Left, top, right and bottom of the level rectangle around it.
    pub fn bounds(&self) -> [f32; 4] {
        let fold = |axis: usize, pick: fn(f32, f32) -> f32, start: f32| {
            self.0.iter().map(|corner| corner[axis]).fold(start, pick)
        };
        let (low, high) = (f32::INFINITY, f32::NEG_INFINITY);
        [fold(0, f32::min, low), fold(1, f32::min, low), fold(0, f32::max, high), fold(1, f32::max, high)]
    }

    /// Length of the writing, in pixels.
    pub fn width(&self) -> f32 {
        distance(self.0[0], self.0[1])
    }

    /// Height of the writing, in pixels.
    pub fn height(&self) -> f32 {
        distance(self.0[0], self.0[3])
    }

    /// In other pixels.
    pub(super) fn scaled(&self, x: f32, y: f32) -> Self {
        Self(self.0.map(|corner| [corner[0] * x, corner[1] * y]))
    }

    /// The same corners a quarter further: for writing that stands on its end.
    pub(super) fn turned(&self) -> Self {
        let [a, b, c, d] = self.0;
        Self([b, c, d, a])
    }
}

fn mix(a: [f32; 2], b: [f32; 2], part: f32) -> [f32; 2] {
    [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]
}

fn distance(a: [f32; 2], b: [f32; 2]) -> f32 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "small whole numbers are exact")]
    fn part_of_a_slanted_place_is_slanted() {
        let place = Quad([[0.0, 0.0], [10.0, 10.0], [8.0, 12.0], [-2.0, 2.0]]);
        assert_eq!(place.between(0.5, 1.0), Quad([[5.0, 5.0], [10.0, 10.0], [8.0, 12.0], [3.0, 7.0]]));
        assert_eq!(place.bounds(), [-2.0, 0.0, 10.0, 12.0]);
    }
}
