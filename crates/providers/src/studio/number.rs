//! Arithmetic that gives the same answer on every machine.
//!
//! Sums, products, quotients and square roots are the same everywhere; sines and powers of the system's library are
//! not. Those are approximated here, well below what a byte of colour can show.

use std::f32::consts::{FRAC_PI_2, LN_2, PI, TAU};

/// Sine of so many turns.
pub(super) fn sin(turns: f32) -> f32 {
    let turn = turns - (turns + 0.5).floor();
    let folded = if 0.25 < turn {
        0.5 - turn
    } else if turn < -0.25 {
        -0.5 - turn
    } else {
        turn
    };
    let x = folded * TAU;
    let square = x * x;
    x * (1.0 - square / 6.0 * (1.0 - square / 20.0 * (1.0 - square / 42.0 * (1.0 - square / 72.0))))
}

/// Cosine of so many turns.
pub(super) fn cos(turns: f32) -> f32 {
    sin(turns + 0.25)
}

/// Direction of (x, y) in turns, from −½ to ½.
pub(super) fn angle(y: f32, x: f32) -> f32 {
    let (width, height) = (x.abs(), y.abs());
    let longest = width.max(height);
    if longest < 1e-20 {
        return 0.0;
    }
    let ratio = width.min(height) / longest;
    let square = ratio * ratio;
    let mut turn =
        ((-0.046_496_475 * square + 0.159_314_22) * square - 0.327_622_76) * square * ratio + ratio;
    if width < height {
        turn = FRAC_PI_2 - turn;
    }
    if x < 0.0 {
        turn = PI - turn;
    }
    if y < 0.0 {
        turn = -turn;
    }
    turn / TAU
}

/// Two to the power of x.
pub(super) fn exp2(x: f32) -> f32 {
    let x = x.clamp(-60.0, 60.0);
    let whole = x.floor();
    let rest = (x - whole) * LN_2;
    let series = 1.0
        + rest
            * (1.0
                + rest / 2.0
                    * (1.0 + rest / 3.0 * (1.0 + rest / 4.0 * (1.0 + rest / 5.0 * (1.0 + rest / 6.0)))));
    f32::from_bits(((whole as i32 + 127) as u32) << 23) * series
}

/// Logarithm to the base two of a positive number.
fn log2(x: f32) -> f32 {
    let bits = x.to_bits();
    let exponent = (bits >> 23) as i32 - 127;
    let mantissa = f32::from_bits((bits & 0x007f_ffff) | 0x3f80_0000);
    let t = (mantissa - 1.0) / (mantissa + 1.0);
    let square = t * t;
    let series = 1.0
        + square * (1.0 / 3.0 + square * (0.2 + square * (1.0 / 7.0 + square * (1.0 / 9.0 + square / 11.0))));
    exponent as f32 + 2.0 / LN_2 * t * series
}

/// A number to a power; nothing and less than nothing give nothing.
pub(super) fn power(x: f32, exponent: f32) -> f32 {
    if x < 1e-30 { 0.0 } else { exp2(log2(x) * exponent) }
}

/// From `a` to `b` as t goes from 0 to 1.
pub(super) fn mix(a: f32, b: f32, t: f32) -> f32 {
    a + (b - a) * t
}

/// 0 up to `low`, 1 from `high`, and a soft step between.
pub(super) fn step(low: f32, high: f32, x: f32) -> f32 {
    let t = ((x - low) / (high - low)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// A place on the canvas, in pixels from its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Point {
    pub(super) x: f32,
    pub(super) y: f32,
}

/// The point (x, y).
pub(super) const fn at(x: f32, y: f32) -> Point {
    Point { x, y }
}

impl Point {
    /// The point so far away in the direction of so many turns.
    pub(super) fn toward(self, turns: f32, distance: f32) -> Self {
        at(self.x + cos(turns) * distance, self.y + sin(turns) * distance)
    }

    pub(super) fn plus(self, other: Self) -> Self {
        at(self.x + other.x, self.y + other.y)
    }

    pub(super) fn minus(self, other: Self) -> Self {
        at(self.x - other.x, self.y - other.y)
    }

    pub(super) fn times(self, factor: f32) -> Self {
        at(self.x * factor, self.y * factor)
    }

    pub(super) fn turned(self, turns: f32) -> Self {
        let (s, c) = (sin(turns), cos(turns));
        at(self.x * c - self.y * s, self.x * s + self.y * c)
    }

    pub(super) fn length(self) -> f32 {
        (self.x * self.x + self.y * self.y).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_close_to_the_real_functions() {
        for i in -400..400_i16 {
            let x = f32::from(i) / 100.0;
            assert!((sin(x) - (x * TAU).sin()).abs() < 2e-4, "sin {x}");
            assert!((exp2(x) / x.exp2() - 1.0).abs() < 1e-4, "exp2 {x}");
            let y = f32::from(i % 37) / 10.0;
            assert!((angle(y, x) * TAU - y.atan2(x)).abs() < 2e-3 || x < 0.0 && y == 0.0, "angle {y} {x}");
            if 0.0 < x {
                assert!((power(x, 2.4) / x.powf(2.4) - 1.0).abs() < 1e-4, "power {x}");
            }
        }
    }
}
