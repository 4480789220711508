//! The sky: a gradient, the sun or the moon with their glow, stars, long clouds.

use super::Air;
use crate::studio::StudioError;
use crate::studio::canvas::Canvas;
use crate::studio::colour::Lab;
use crate::studio::noise::fractal;
use crate::studio::number::{at, mix, step};
use crate::studio::outline;
use crate::studio::scene::Scene;
use crate::studio::words::Subject;

pub(super) fn paint(scene: &Scene, canvas: &mut Canvas, air: &Air) -> Result<(), StudioError> {
    let mut dice = scene.dice.other(5);
    let named = |subject| scene.reading.names(subject);
    let cloudy = if named(Subject::Cloud) || named(Subject::Rain) { 0.85 } else { dice.between(0.1, 0.5) };
    let seed = dice.whole();
    let (wide, thin) = (scene.unit * 0.42, scene.unit * 0.085);
    let middle_tone = air.high.mix(air.low, 0.5).mix(scene.palette.colour(1), 0.12);
    let white = air.low.mix(air.light, 0.55);
    canvas.shade(scene.pulse, |x, y, pixel| {
        let down = y / air.horizon;
        let base = if down < 0.6 {
            air.high.mix(middle_tone, step(0.0, 0.6, down))
        } else {
            middle_tone.mix(air.low, step(0.6, 1.05, down))
        };
        let away = at(x, y).minus(air.sun).length() / scene.unit;
        let glow = 0.5 / (1.0 + away * away * 34.0);
        let base = base.mix(air.light, glow);
        if air.horizon * 1.15 < y {
            *pixel = base;
            return;
        }
        let veil = fractal(x / wide, y / thin / (0.55 + down), 4, seed);
        *pixel = base.mix(white, step(0.55 - cloudy * 0.6, 1.1, veil) * cloudy);
    })?;
    if air.night || named(Subject::Star) {
        stars(scene, canvas, air);
    }
    body(scene, canvas, air);
    Ok(())
}

fn stars(scene: &Scene, canvas: &mut Canvas, air: &Air) {
    let mut dice = scene.dice.other(6);
    let count = if scene.reading.names(Subject::Star) { 420.0 } else { 170.0_f32 };
    for _ in 0..count.min(scene.unit) as u32 {
        let middle = scene.place(dice.unit(), dice.unit());
        let bright = dice.unit();
        if middle.y < air.horizon {
            let size = scene.size(mix(0.7, 2.6, bright * bright * bright)).max(0.45);
            let fade = 1.0 - step(0.4, 1.0, middle.y / air.horizon);
            canvas.disc(middle, size, |pixel, _, _, inside| {
                *pixel = pixel.mix(air.light, inside * fade * (0.35 + bright * 0.6));
            });
        }
    }
}

/// The warmest colour that stands off the sky; where all are darker, the sky's own light.
fn sunlight(scene: &Scene, sky: Lab) -> Lab {
    let warm = scene.palette.farthest(sky, 2.0);
    let bright = Lab { l: warm.l.max(0.66), ..warm };
    let is_warm = 0.05 < bright.chroma() && -bright.a < bright.b * 0.25 && -0.03 < bright.b;
    if is_warm && 0.12 < bright.distance(sky) { bright } else { Lab { l: 0.965, ..sky.strength(0.4) } }
}

/// The disc of the sun, or the moon when it is named or night.
fn body(scene: &Scene, canvas: &mut Canvas, air: &Air) {
    let moon = scene.reading.names(Subject::Moon);
    let here = canvas.near(air.sun.x, air.sun.y);
    let colour = if moon || air.night { air.light } else { sunlight(scene, here) };
    if moon && let Some(contours) = outline::of(Subject::Moon, &mut scene.dice.other(7)) {
        canvas.fill(&outline::placed(&contours, air.sun, air.sun_size * 1.1, 0.0), colour, 1.0);
        return;
    }
    canvas.disc(air.sun, air.sun_size, |pixel, p, _, inside| {
        let low = step(-1.0, 1.0, (p.y - air.sun.y) / air.sun_size) * 0.22;
        *pixel = pixel.mix(colour.mix(air.low, low), inside);
    });
}
