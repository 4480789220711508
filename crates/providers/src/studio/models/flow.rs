//! Ribbons that follow a current. Each stops before it would touch another, which leaves the ground to breathe.

use crate::studio::StudioError;
use crate::studio::canvas::{Canvas, Mask};
use crate::studio::colour::Lab;
use crate::studio::dice::Dice;
use crate::studio::noise::{fractal, noise};
use crate::studio::number::{Point, angle, at, mix, sin, step};
use crate::studio::outline::band;
use crate::studio::scene::Scene;
use crate::studio::words::Subject;

/// How the current runs.
struct Current {
    heading: f32,
    swing: f32,
    scale: f32,
    seed: u32,
    /// A whirl's middle and how much it takes over.
    whirl: Option<(Point, f32)>,
    waves: f32,
}

impl Current {
    fn of(scene: &Scene) -> Self {
        let mut dice = scene.dice.other(1);
        let turbulence = scene.request.knob("turbulence");
        let round = [Subject::Circle, Subject::Sun, Subject::Moon, Subject::Flower];
        let whirls = round.iter().any(|it| scene.reading.names(*it)) || dice.chance(0.35);
        let wavy = scene.reading.names(Subject::Wave) || scene.reading.names(Subject::Sea);
        let middle = scene.place(dice.between(0.3, 0.7), dice.between(0.3, 0.7));
        Self {
            heading: if wavy { dice.near() * 0.03 } else { dice.unit() },
            swing: turbulence * turbulence * 1.6 + turbulence * 0.35,
            scale: dice.between(0.9, 1.7) / scene.unit,
            seed: dice.whole(),
            whirl: whirls.then(|| (middle, dice.between(0.35, 0.9) * scene.unit)),
            waves: if wavy { 0.13 } else { 0.0 },
        }
    }

    /// Direction at a place, in turns.
    fn at(&self, p: Point) -> f32 {
        let mut turn = self.heading + noise(p.x * self.scale, p.y * self.scale, self.seed) * self.swing;
        turn += self.waves * sin(p.x * self.scale * 2.2 + p.y * self.scale * 0.5);
        if let Some((middle, reach)) = self.whirl {
            let from = p.minus(middle);
            let share = 1.0 - step(0.1, 1.0, from.length() / reach);
            // The short way round, or directions would jump where turns begin again.
            let around = angle(from.y, from.x) + 0.25 - turn;
            turn += (around - (around + 0.5).floor()) * share;
        }
        turn
    }
}

/// Ribbons laid so far, by squares of the canvas.
struct Laid {
    cell: f32,
    columns: usize,
    rows: usize,
    cells: Vec<Vec<(Point, f32, u32)>>,
}

impl Laid {
    fn new(scene: &Scene, cell: f32) -> Self {
        let (columns, rows) = ((scene.width / cell) as usize + 1, (scene.height / cell) as usize + 1);
        Self { cell, columns, rows, cells: vec![Vec::new(); columns * rows] }
    }

    fn square(&self, p: Point) -> (usize, usize) {
        let (column, row) = ((p.x / self.cell).max(0.0) as usize, (p.y / self.cell).max(0.0) as usize);
        (column.min(self.columns - 1), row.min(self.rows - 1))
    }

    fn is_free(&self, p: Point, half: f32, ribbon: u32) -> bool {
        let (column, row) = self.square(p);
        (row.saturating_sub(1)..=(row + 1).min(self.rows - 1)).all(|row| {
            let columns = column.saturating_sub(1)..=(column + 1).min(self.columns - 1);
            columns.flat_map(|column| &self.cells[row * self.columns + column]).all(|&(other, wide, name)| {
                let (x, y, apart) = (p.x - other.x, p.y - other.y, half + wide);
                name == ribbon || apart * apart < x * x + y * y
            })
        })
    }

    fn add(&mut self, line: &[Point], half: f32, ribbon: u32) {
        for p in line {
            let (column, row) = self.square(*p);
            self.cells[row * self.columns + column].push((*p, half, ribbon));
        }
    }
}

pub(super) fn paint(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let density = scene.request.knob("density") / 100.0;
    let widest = scene.size(mix(34.0, 13.0, density)).max(2.4);
    let narrowest = scene.size(mix(9.0, 2.2, density)).max(1.1);
    let current = Current::of(scene);
    let mask = scene.silhouette(0.36).map(|outline| Mask::of(&outline, canvas.width, canvas.height));
    let mut laid = Laid::new(scene, widest * 2.4);
    let mut dice = scene.dice.other(2);
    let attempts = scene
        .amount(mix(300.0, 4600.0, density))
        .min(scene.unit * scene.unit / (narrowest * narrowest) / 4.0);
    let margin = scene.short * 0.065;
    let stride = (scene.unit * 0.006).max(1.5);
    for attempt in 0..attempts as u32 {
        if attempt % 32 == 0 {
            scene.beat()?;
        }
        // Wide ribbons first: they find no place later.
        let share = attempt as f32 / attempts;
        let half = mix(widest, narrowest, (share * 2.6).min(1.0).sqrt()) * dice.between(0.35, 0.55);
        let start =
            at(dice.between(margin, scene.width - margin), dice.between(margin, scene.height - margin));
        let inside = mask.as_ref().is_some_and(|mask| 0.5 < mask.at(start.x, start.y));
        let within = |p: Point| {
            margin < p.x
                && p.x < scene.width - margin
                && margin < p.y
                && p.y < scene.height - margin
                && mask.as_ref().is_none_or(|mask| (0.5 < mask.at(p.x, p.y)) == inside)
        };
        let gap = half * 0.32 + narrowest * 0.18;
        let longest = (dice.between(0.2, 1.1) * scene.unit / stride) as usize;
        let turn = if inside { 0.25 } else { 0.0 };
        let mut line = vec![start];
        let mut p = start;
        while line.len() < longest && within(p) && laid.is_free(p, half + gap, attempt) {
            p = p.toward(current.at(p) + turn, stride);
            line.push(p);
        }
        line.pop();
        if half * 4.0 < line.len() as f32 * stride {
            laid.add(&line, half, attempt);
            let colour = colour(scene, start, inside, &mut dice);
            lay(canvas, &line, half, colour, &mut dice);
        }
    }
    Ok(())
}

/// Neighbours tend to share a colour, as if the current had carried it.
fn colour(scene: &Scene, start: Point, inside: bool, dice: &mut Dice) -> Lab {
    if inside {
        return scene.palette.colour(0).lighter(dice.near() * 0.07);
    }
    let skip = usize::from(!scene.subjects().all(|_| false));
    let zone =
        fractal(start.x / scene.unit * 1.6, start.y / scene.unit * 1.6, 2, scene.noise_seed(3)) * 0.5 + 0.5;
    let count = scene.palette.colours.len();
    let index = if dice.chance(0.6) { (zone * count as f32) as usize } else { dice.below(count) };
    let colour = if dice.chance(0.05) { scene.palette.ink } else { scene.palette.colour(index.max(skip)) };
    colour.lighter(dice.near() * 0.035)
}

/// A ribbon with rounded ends, in some cases parted into lengths of two tones.
fn lay(canvas: &mut Canvas, line: &[Point], half: f32, colour: Lab, dice: &mut Dice) {
    let length = line.len() as f32;
    let round = (half / (length * 1.2)).min(0.3);
    let width = |t: f32| {
        let near = t.min(1.0 - t) / round.max(0.004);
        if near < 1.0 { half * (1.0 - (1.0 - near) * (1.0 - near)).max(0.0).sqrt() } else { half }
    };
    canvas.fill(&[band(line, width)], colour, 1.0);
    if 14 < line.len() && dice.chance(0.22) {
        let tone = colour.lighter(if colour.l < 0.6 { 0.1 } else { -0.1 });
        let piece = 3 + dice.below(6);
        let last = line.len() - 3;
        for from in (4..last.saturating_sub(piece)).step_by(piece * 2) {
            canvas.fill(&[band(&line[from..=from + piece], |_| half)], tone, 1.0);
        }
    }
}
