//! Ink on wet and dry paper: pools with a dark rim, strokes that run dry, splashes.

use crate::studio::StudioError;
use crate::studio::canvas::Canvas;
use crate::studio::colour::Lab;
use crate::studio::dice::Dice;
use crate::studio::noise::{fractal, noise};
use crate::studio::number::{Point, at, cos, mix, sin, step};
use crate::studio::outline::{band, polar};
use crate::studio::scene::Scene;

/// The movement of the arm that the whole picture follows.
struct Gesture {
    start: Point,
    reach: Point,
    bow: Point,
    curl: f32,
}

impl Gesture {
    fn of(scene: &Scene, dice: &mut Dice) -> Self {
        let heading = dice.pick(&[0.03, 0.1, -0.1, 0.2, 0.46, -0.2], 0.1) + dice.near() * 0.03;
        let reach = at(cos(heading) * scene.width * 0.66, sin(heading) * scene.height * 0.66);
        let start = scene.middle().minus(reach.times(0.5));
        let bow = at(-reach.y, reach.x).times(dice.between(-0.42, 0.42));
        Self { start, reach, bow, curl: dice.between(0.5, 1.2) }
    }

    fn at(&self, t: f32) -> Point {
        self.start.plus(self.reach.times(t)).plus(self.bow.times(sin(t * 0.5 * self.curl + 0.02)))
    }
}

pub(super) fn paint(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let mut dice = scene.dice.other(1);
    paper(scene, canvas)?;
    let gesture = Gesture::of(scene, &mut dice);
    let count = scene.amount(scene.request.knob("blots")).max(1.0);
    for blot in 0..count as usize {
        scene.beat()?;
        let share = blot as f32 / count;
        let middle = gesture.at(dice.between(0.02, 0.98));
        let aside = at(dice.near(), dice.near()).times(scene.short * 0.2);
        let size = scene.short * mix(0.27, 0.05, share.sqrt()) * dice.between(0.7, 1.2);
        let colour = pigment(scene, blot, &mut dice);
        pool(scene, canvas, (middle.plus(aside), size), (colour, dice.between(0.5, 0.85)), dice.whole());
    }
    for stroke in 0..=dice.below(3) {
        scene.beat()?;
        let colour = if stroke == 0 { scene.palette.ink } else { scene.palette.any(&mut dice) };
        dry_stroke(scene, canvas, &gesture, colour, &mut dice);
    }
    figure(scene, canvas, &mut dice);
    splashes(scene, canvas, &gesture, &mut dice);
    Ok(())
}

fn pigment(scene: &Scene, blot: usize, dice: &mut Dice) -> Lab {
    match blot % 3 {
        1 => scene.palette.colour(1),
        2 if dice.chance(0.6) => scene.palette.ink.mix(scene.palette.colour(2), 0.35),
        2 => scene.palette.any(dice),
        _ => scene.palette.colour(0),
    }
}

fn paper(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let seed = scene.noise_seed(20);
    let (tooth, stain) = (scene.size(3.2).max(1.3), scene.size(420.0));
    canvas.shade(scene.pulse, |x, y, pixel| {
        let grain = noise(x / tooth, y / tooth, seed) * 0.012;
        let cloud = noise(x / stain, y / stain, seed ^ 1) * 0.018;
        *pixel = pixel.lighter(grain + cloud);
    })
}

/// A wet blot: the water carries pigment to its rim and lets it settle in the hollows of the paper.
fn pool(
    scene: &Scene,
    canvas: &mut Canvas,
    (middle, size): (Point, f32),
    (colour, depth): (Lab, f32),
    seed: u32,
) {
    let tooth = scene.size(4.0).max(1.3);
    let scale = 1.5 / size;
    canvas.disc(middle, size * 1.7, |pixel, p, distance, _| {
        let away = distance / size;
        // Far inside no bulge of the rim can reach.
        let rough = fractal(p.x * scale, p.y * scale, 4, seed) * 0.42;
        let wet = 1.0 - away + rough;
        if 0.0 < wet {
            let cover = step(0.0, 2.2 / size + 0.012, wet);
            let rim = 0.42 * (1.0 - step(0.0, 0.075, wet)) + 0.16 * (1.0 - step(0.0, 0.4, wet));
            let flow = fractal(p.x * scale * 0.8 + 9.0, p.y * scale * 0.8, 2, seed ^ 0x4d) * 0.3;
            let settled = noise(p.x / tooth, p.y / tooth, seed ^ 5) * 0.05;
            let share = (depth * (0.62 + flow) + rim + settled).clamp(0.06, 0.96) * cover;
            *pixel = pixel.mix(colour, share);
        }
    });
}

/// What the prompt names, in one wash with an unsteady outline.
fn figure(scene: &Scene, canvas: &mut Canvas, dice: &mut Dice) {
    let Some(outline) = scene.silhouette(0.3) else { return };
    let seed = dice.whole();
    let (scale, reach) = (scene.size(26.0), scene.size(5.0));
    let rough: Vec<Vec<Point>> = outline.iter().map(|line| unsteady(line, scale, reach, seed)).collect();
    let colour = scene.palette.ink.mix(scene.palette.colour(0), 0.3);
    let (flow, tooth) = (scene.size(90.0), scene.size(4.0).max(1.3));
    canvas.fill_with(&rough, |x, y| {
        let pooled =
            fractal(x / flow, y / flow, 3, seed ^ 3) * 0.16 + noise(x / tooth, y / tooth, seed ^ 9) * 0.05;
        (colour, (0.84 + pooled).clamp(0.0, 0.97))
    });
}

/// A contour with points close enough to tremble.
fn unsteady(line: &[Point], scale: f32, reach: f32, seed: u32) -> Vec<Point> {
    let mut trembling = Vec::new();
    for (from, to) in line.iter().zip(line.iter().cycle().skip(1)) {
        let pieces = (to.minus(*from).length() / (scale * 0.2)).ceil().clamp(1.0, 60.0);
        for piece in 0..pieces as u32 {
            let p = from.plus(to.minus(*from).times(piece as f32 / pieces));
            let (x, y) = (p.x / scale, p.y / scale);
            trembling.push(p.plus(at(fractal(x, y, 3, seed), fractal(x, y, 3, seed ^ 1)).times(reach)));
        }
    }
    trembling
}

/// A stroke of many hairs, each of which leaves the paper where it runs dry.
fn dry_stroke(scene: &Scene, canvas: &mut Canvas, gesture: &Gesture, colour: Lab, dice: &mut Dice) {
    let wide = scene.short * dice.between(0.025, 0.075);
    let hairs = (wide / scene.size(1.6).max(0.8)).clamp(5.0, 90.0) as u32;
    let (from, to) = (dice.between(-0.06, 0.35), dice.between(0.62, 1.1));
    let shift = at(dice.near(), dice.near()).times(scene.short * 0.16);
    let seed = dice.whole();
    let steps = 48_u16;
    for hair in 0..hairs {
        let aside = (hair as f32 + 0.5) / hairs as f32 * 2.0 - 1.0;
        let loaded = 0.5 + noise(aside * 5.0, 3.3, seed) * 0.55 - aside * aside * 0.3;
        let late = noise(aside * 6.0, 8.1, seed).abs() * 0.09 + aside * aside * 0.05;
        let mut run: Vec<Point> = Vec::new();
        for index in 0..=steps {
            let t = f32::from(index) / f32::from(steps);
            let here = gesture.at(mix(from, to, t));
            let along = gesture.at(mix(from, to, t) + 0.01).minus(here);
            let length = along.length().max(1e-6);
            let press = wide * (0.3 + 0.7 * sin((t + 0.04) * 0.48).max(0.0).sqrt()) * aside / length;
            let p = here.plus(shift).plus(at(-along.y * press, along.x * press));
            let wet = loaded - t * 0.72 + noise(t * 9.0, aside * 7.0, seed) * 0.34;
            if 0.0 < wet && late < t && index < steps {
                run.push(p);
            } else {
                if 2 < run.len() {
                    let half = (wide / hairs as f32 * 1.25).max(0.45);
                    canvas.fill(&[band(&run, |t| half * (1.0 - t * t * 0.5))], colour, 0.82);
                }
                run.clear();
            }
        }
    }
}

/// Drops, the small ones far more often, thrown along the gesture.
fn splashes(scene: &Scene, canvas: &mut Canvas, gesture: &Gesture, dice: &mut Dice) {
    let count = scene.amount(scene.request.knob("splatter") * 130.0).min(scene.unit * 0.6);
    for _ in 0..count as u32 {
        let small = dice.unit();
        let size = scene.size(mix(1.1, 11.0, small * small * small * small)).max(0.6);
        let spread = mix(0.42, 0.14, small) * scene.short;
        let middle =
            gesture.at(dice.between(0.1, 1.05)).plus(at(dice.near(), dice.near()).times(spread * 1.5));
        let phase = dice.unit();
        let stretch = dice.between(0.0, 0.25);
        let drop = polar(20, |t| size * (1.0 + stretch * sin(t * 2.0 + phase) + 0.08 * sin(t * 5.0 + phase)));
        let colour = if dice.chance(0.6) { scene.palette.ink } else { scene.palette.any(dice) };
        canvas.fill(&[drop.into_iter().map(|p| p.plus(middle)).collect()], colour, dice.between(0.6, 0.95));
    }
}
