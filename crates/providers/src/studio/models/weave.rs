//! Cloth: warp and weft in a sett of stripes, each thread lit as the little cylinder that it is.

use crate::studio::StudioError;
use crate::studio::canvas::{Canvas, Mask};
use crate::studio::colour::Lab;
use crate::studio::dice::Dice;
use crate::studio::noise::{noise, speck};
use crate::studio::number::{mix, sin};
use crate::studio::scene::Scene;

/// Colours of the threads in their order; the order repeats.
struct Sett {
    threads: Vec<Lab>,
}

impl Sett {
    /// Stripes of unequal width, there and back again, as tartans are.
    fn of(scene: &Scene, dice: &mut Dice) -> Self {
        let stripes = 3 + dice.below(4);
        let mut half: Vec<Lab> = Vec::new();
        for stripe in 0..stripes {
            let colour = match stripe {
                0 => scene.palette.colour(0),
                1 => scene.palette.ground,
                2 if dice.chance(0.4) => scene.palette.ink,
                _ => scene.palette.any(dice),
            };
            let width = dice.pick(&[1, 2, 2, 4, 6, 9, 14], 4) + if stripe == 0 { 8 } else { 0 };
            half.extend(std::iter::repeat_n(colour, width));
        }
        let mut threads = half.clone();
        threads.extend(half.into_iter().rev());
        Self { threads }
    }

    fn at(&self, index: i32) -> Lab {
        self.threads
            .get(index.rem_euclid(self.threads.len().max(1) as i32) as usize)
            .copied()
            .unwrap_or_default()
    }
}

/// Which thread lies on top.
#[derive(Clone, Copy)]
enum Binding {
    Plain,
    Twill,
    Herringbone,
    Lozenge,
}

impl Binding {
    fn warp_on_top(self, column: i32, row: i32) -> bool {
        let fold = |value: i32, period: i32| (value.rem_euclid(period * 2) - period).abs();
        match self {
            Self::Plain => (column + row).rem_euclid(2) == 0,
            Self::Twill => (column + row).rem_euclid(4) < 2,
            Self::Herringbone => (fold(column, 8) + row).rem_euclid(4) < 2,
            Self::Lozenge => (fold(column, 8) + fold(row, 8)).rem_euclid(4) < 2,
        }
    }
}

pub(super) fn paint(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let mut dice = scene.dice.other(1);
    let pitch = (scene.short / scene.request.knob("threads")).max(2.5);
    let wear = scene.request.knob("wear");
    let warp = Sett::of(scene, &mut dice);
    let weft =
        if dice.chance(0.55) { Sett { threads: warp.threads.clone() } } else { Sett::of(scene, &mut dice) };
    let bindings = [Binding::Plain, Binding::Twill, Binding::Herringbone, Binding::Lozenge];
    let binding = dice.pick(&bindings, Binding::Twill);
    let mask = scene.silhouette(0.36).map(|outline| Mask::of(&outline, canvas.width, canvas.height));
    let (seed, slub) = (dice.whole(), dice.whole());
    let offset = warp.threads.len() as i32 / 2;
    let motif = scene.palette.colour(0);
    // Yarn that could hide the motif is woven from the others.
    let plain = scene.palette.ground;
    canvas.shade(scene.pulse, |x, y, pixel| {
        let sway = noise(x / (pitch * 9.0), y / (pitch * 9.0), slub) * pitch * wear * 0.35;
        let (u, v) = ((x + sway) / pitch, (y - sway) / pitch);
        let (column, row) = (u.floor() as i32, v.floor() as i32);
        let (across, along) = (u - u.floor() - 0.5, v - v.floor() - 0.5);
        let figured = mask
            .as_ref()
            .is_some_and(|it| 0.5 < it.at((column as f32 + 0.5) * pitch, (row as f32 + 0.5) * pitch));
        let top = if figured { (column + row).rem_euclid(4) == 0 } else { binding.warp_on_top(column, row) };
        let (mut colour, side, length, thread) = if top {
            (warp.at(column + offset), across, along, column)
        } else {
            (weft.at(row + offset), along, across, row + 7919)
        };
        if let Some(mask) = &mask
            && !figured
            && colour.distance(motif) < 0.1
            && 0.0 <= mask.at(x, y)
        {
            colour = colour.mix(plain, 0.55);
        }
        if figured && !top {
            colour = motif;
        }
        let yarn = speck(thread, i32::from(top), seed) - 0.5;
        let fibre =
            noise(length * 3.0 + side * 9.0 + thread as f32 * 3.7, side * 2.0 + (column + row) as f32, seed);
        let round = 0.055 - side * side * 0.62;
        let dip = 0.03 - length * length * 0.26;
        let sheen = sin(0.25 + side * 0.35) * 0.02;
        let fade = mix(1.0, 0.82, wear);
        *pixel = colour
            .strength(fade)
            .lighter(round + dip + sheen + yarn * 0.05 * wear + fibre * 0.04 * (0.4 + wear));
    })
}
