//! Prints: few flat colours cut in lino, dots of two inks, large pixels.

use super::inks::{nearest, separated, spread};
use crate::studio::StudioError;
use crate::studio::canvas::Canvas;
use crate::studio::colour::Lab;
use crate::studio::noise::{noise, speck};
use crate::studio::number::{at, step};
use crate::studio::scene::Scene;

/// Ground, ink and a few of the colours between them.
fn inks(scene: &Scene, count: usize) -> Vec<Lab> {
    let mut inks = vec![scene.palette.ground, scene.palette.ink];
    inks.extend(scene.palette.colours.iter().take(count));
    inks
}

/// Four inks, gouge marks in the open ground, and ink that misses the hollows of the paper.
pub(super) fn linocut(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let printed = spread(separated(canvas, 4, scene.palette.ground), 1.35);
    let inks: Vec<Lab> = printed.iter().map(|it| it.0).collect();
    let below = canvas.clone();
    let seed = scene.noise_seed(960);
    let (wobble, tooth, gouge) =
        (scene.size(14.0).max(2.0), scene.size(2.4).max(1.2), scene.size(5.5).max(1.8));
    let ground = scene.palette.ground;
    let border = scene.short * 0.03;
    canvas.shade(scene.pulse, |x, y, pixel| {
        let (u, v) = (noise(x / wobble, y / wobble, seed), noise(x / wobble, y / wobble, seed ^ 1));
        let from = (x + u * wobble * 0.14, y + v * wobble * 0.14);
        let taken = below.between(from.0, from.1);
        let found = nearest(&inks, taken);
        let ink = printed.iter().find(|it| it.0 == found).map_or(found, |it| it.1);
        // The gouge leaves short cuts where the picture is undecided between two inks.
        let doubt = step(0.035, 0.1, taken.distance(found));
        let cut = noise(x / (gouge * 4.0) + v, y / gouge + u * 0.8, seed ^ 2);
        let cut = step(0.1, 0.22, cut) * doubt * 0.7;
        let hollow = step(0.34, 0.62, noise(x / tooth, y / tooth, seed ^ 3)) * 0.4;
        let edge = x.min(y).min(scene.width - x).min(scene.height - y) + u * scene.size(2.0);
        let inside = (edge - border + 0.5).clamp(0.0, 1.0);
        *pixel = ground.mix(ink.mix(ground, hollow.max(cut)), inside);
    })
}

/// Two screens of dots at an angle, slightly out of register.
pub(super) fn halftone(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let inks = inks(scene, 4);
    let below = canvas.clone();
    let pitch = scene.size(8.5).max(3.0);
    let seed = scene.noise_seed(970);
    let (dark, light) = if scene.palette.is_dark() {
        (scene.palette.ground, scene.palette.ink)
    } else {
        (scene.palette.ink, scene.palette.ground)
    };
    let slip = scene.size(1.8);
    canvas.shade(scene.pulse, |x, y, pixel| {
        let flat = nearest(&inks, below.between(x - slip, y + slip));
        let p = at(x, y).turned(0.0417).times(1.0 / pitch);
        let (u, v) = (p.x - p.x.floor() - 0.5, p.y - p.y.floor() - 0.5);
        let tone = below.between(x, y).l;
        let shade = ((0.62 - tone) * 0.95).clamp(0.0, 0.55);
        let soft = 0.7 / pitch;
        let dot = step(soft, -soft, (u * u + v * v).sqrt() - shade.sqrt() * 0.62);
        let gleam = step(soft, -soft, (u * u + v * v).sqrt() - ((tone - 0.78).max(0.0) * 0.9).sqrt() * 0.8);
        let grain = (speck(x as i32, y as i32, seed) - 0.5) * 0.02;
        *pixel = flat.mix(dark, dot * 0.8).mix(light, gleam * 0.7).lighter(grain);
    })
}

/// The picture on a coarse grid, in fourteen colours, with an ordered dither.
pub(super) fn pixels(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    const ORDER: [[f32; 4]; 4] =
        [[0.0, 8.0, 2.0, 10.0], [12.0, 4.0, 14.0, 6.0], [3.0, 11.0, 1.0, 9.0], [15.0, 7.0, 13.0, 5.0]];
    let side = (scene.unit / 96.0).floor().max(2.0) as usize;
    let inks = separated(canvas, 14, scene.palette.ground);
    for top in (0..canvas.height).step_by(side) {
        scene.beat()?;
        for left in (0..canvas.width).step_by(side) {
            let (right, bottom) = ((left + side).min(canvas.width), (top + side).min(canvas.height));
            let mut sum = Lab::default();
            for row in top..bottom {
                for pixel in &canvas.pixels[row * canvas.width + left..row * canvas.width + right] {
                    sum = Lab { l: sum.l + pixel.l, a: sum.a + pixel.a, b: sum.b + pixel.b };
                }
            }
            let share = 1.0 / ((right - left) * (bottom - top)) as f32;
            let dither = (ORDER[(top / side) % 4][(left / side) % 4] / 15.0 - 0.5) * 0.045;
            let mean = Lab { l: sum.l * share + dither, a: sum.a * share, b: sum.b * share };
            let ink = nearest(&inks, mean);
            for row in top..bottom {
                canvas.pixels[row * canvas.width + left..row * canvas.width + right].fill(ink);
            }
        }
    }
    Ok(())
}
