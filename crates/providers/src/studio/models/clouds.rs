//! Veils of noise, each pulled out of place by the one below it (domain warping).

use crate::studio::StudioError;
use crate::studio::canvas::{Canvas, Mask};
use crate::studio::noise::fractal;
use crate::studio::number::{mix, step};
use crate::studio::scene::Scene;
use crate::studio::words::Subject;

/// Two foldings, kept on a grid coarser than the pixels: they are smooth.
struct Folds {
    pitch: f32,
    columns: usize,
    cells: Vec<[f32; 4]>,
}

impl Folds {
    fn of(scene: &Scene, pitch: f32, stretch: (f32, f32)) -> Result<Self, StudioError> {
        let columns = (scene.width / pitch) as usize + 2;
        let rows = (scene.height / pitch) as usize + 2;
        let folding = scene.request.knob("folding");
        let [a, b, c, d] = [1, 2, 3, 4].map(|purpose| scene.noise_seed(purpose));
        let mut cells = Vec::with_capacity(columns * rows);
        for row in 0..rows {
            scene.beat()?;
            for column in 0..columns {
                let x = column as f32 * pitch * stretch.0;
                let y = row as f32 * pitch * stretch.1;
                let (q, r) = (fractal(x, y, 3, a), fractal(x, y, 3, b));
                let (u, v) = (x + q * 1.1 * folding, y + r * 1.1 * folding);
                let (s, t) = (fractal(u, v, 3, c), fractal(u, v, 3, d));
                cells.push([q, r, s, t]);
            }
        }
        Ok(Self { pitch, columns, cells })
    }

    fn at(&self, x: f32, y: f32) -> [f32; 4] {
        let (x, y) = (x / self.pitch, y / self.pitch);
        let (column, row) = (x as usize, y as usize);
        let (u, v) = (x - column as f32, y - row as f32);
        let from = row * self.columns + column;
        let corners = [from, from + 1, from + self.columns, from + self.columns + 1].map(|it| self.cells[it]);
        let [a, b, c, d] = corners;
        std::array::from_fn(|i| mix(mix(a[i], b[i], u), mix(c[i], d[i], u), v))
    }
}

pub(super) fn paint(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let octaves = scene.request.knob("octaves") as u32;
    let folding = scene.request.knob("folding");
    let mut dice = scene.dice.other(9);
    let flat = [Subject::Sea, Subject::Wave, Subject::Stripe].iter().any(|it| scene.reading.names(*it));
    let scale = dice.between(0.9, 1.6) / scene.unit;
    let stretch = if flat { (scale * 0.55, scale * 1.9) } else { (scale, scale * dice.between(0.8, 1.2)) };
    let folds = Folds::of(scene, (scene.unit / 256.0).clamp(2.0, 4.0), stretch)?;
    let mask = scene.silhouette(0.34).map(|outline| Mask::of(&outline, canvas.width, canvas.height));
    let ramp = scene.ramp();
    let seed = scene.noise_seed(5);
    let [first, second, ink] = [scene.palette.colour(0), scene.palette.colour(1), scene.palette.ink];
    let relief = scene.unit * 0.03;
    let mut before = 0.0;
    canvas.shade(scene.pulse, |x, y, pixel| {
        let [q, r, s, t] = folds.at(x, y);
        let f =
            fractal(x * stretch.0 + s * 0.85 * folding, y * stretch.1 + t * 0.85 * folding, octaves, seed);
        let inside = mask.as_ref().map_or(0.0, |mask| mask.at(x, y));
        let height = f * 0.55 + s * 0.4;
        let place = step(-0.7, 0.7, height);
        let place = mix(place, 1.0 - place * 0.75, inside);
        let mut colour = ramp.at(place);
        colour = colour.mix(first, step(0.1, 0.75, q.abs() + t * 0.25) * 0.75);
        colour = colour.mix(second, step(0.25, 0.9, r + s * 0.3) * 0.7);
        colour = colour.mix(ink, step(0.45, 1.15, -height) * 0.45);
        // Lit from the left: a slope that rises is lighter.
        let slope = if x < 1.0 { 0.0 } else { ((height - before) * relief).clamp(-0.07, 0.07) };
        before = height;
        let lit = if 0.5 < inside { 0.05 } else { 0.0 };
        *pixel = colour.lighter(slope + lit);
    })
}
