//! A photograph: softness towards the edges, light that falls off, the grain of film.

use crate::studio::StudioError;
use crate::studio::canvas::Canvas;
use crate::studio::noise::speck;
use crate::studio::number::{at, step};
use crate::studio::scene::Scene;

pub(super) fn photograph(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let soft = canvas.softened((scene.unit / 150.0).max(1.0) as usize);
    let glow = canvas.softened((scene.unit / 30.0).max(2.0) as usize);
    let seed = scene.noise_seed(950);
    let middle = scene.middle();
    let reach = (scene.width * scene.width + scene.height * scene.height).sqrt() * 0.5;
    let width = canvas.width;
    canvas.shade(scene.pulse, |x, y, pixel| {
        let index = y as usize * width + x as usize;
        let away = at(x, y).minus(middle).length() / reach;
        let blur = step(0.25, 1.0, away) * 0.85;
        let bloom = (glow[index] - 0.62).max(0.0) * 0.22;
        let light = pixel.l + (soft[index] - pixel.l) * blur + bloom;
        let fall = 1.0 - 0.5 * step(0.3, 1.1, away);
        // A gentle curve: deeper shadows, highlights that do not clip.
        let curved = light * fall;
        let curved = curved + (curved - 0.5) * (1.0 - curved) * curved * 0.55;
        let coarse = speck(x as i32 / 2, y as i32 / 2, seed) - 0.5;
        let fine = speck(x as i32, y as i32, seed ^ 1) - 0.5;
        *pixel = pixel.strength(0.55 + fall * 0.45);
        pixel.l = curved + (coarse * 0.5 + fine) * 0.035;
    })
}
