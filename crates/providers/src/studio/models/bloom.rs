//! Rosettes: rings of petals from the outside in, around a heart of seeds in the golden angle.

use crate::studio::StudioError;
use crate::studio::canvas::Canvas;
use crate::studio::colour::Lab;
use crate::studio::dice::Dice;
use crate::studio::number::{Point, at, mix, power, sin, step};
use crate::studio::outline::{self, band, lens, placed, polar};
use crate::studio::scene::Scene;
use crate::studio::words::Subject;

/// Turns between one seed and the next, so that none ever stands behind another.
const GOLDEN: f32 = 0.381_966_02;

#[derive(Clone, Copy)]
struct Flower {
    middle: Point,
    size: f32,
}

pub(super) fn paint(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let mut dice = scene.dice.other(1);
    let flowers = arranged(scene, &mut dice);
    halo(scene, canvas)?;
    let stems = scene.reading.names(Subject::Flower) || flowers.len() < 8 && dice.chance(0.5);
    for flower in flowers.iter().rev() {
        scene.beat()?;
        if stems {
            stem(scene, canvas, *flower, &mut dice);
        } else {
            leaves(scene, canvas, *flower, &mut dice);
        }
    }
    for flower in flowers.iter().rev() {
        scene.beat()?;
        rosette(scene, canvas, *flower, &mut dice);
    }
    Ok(())
}

/// Places for the flowers: a large one off the middle, the rest where there is room.
fn arranged(scene: &Scene, dice: &mut Dice) -> Vec<Flower> {
    let count = scene.amount(scene.request.knob("flowers")).max(1.0) as usize;
    let single = count == 1;
    let largest = scene.short
        * if single { 0.4 } else { mix(0.31, 0.15, ((count as f32 - 2.0) / 20.0).clamp(0.0, 1.0)) };
    let off = if single { 0.0 } else { 0.1 };
    let first = scene.place(0.5 + dice.near() * off * 1.4, 0.46 + dice.near() * off);
    let mut flowers = vec![Flower { middle: first, size: largest }];
    for _ in 1..count {
        let wanted = largest * dice.between(0.38, 0.8);
        for attempt in 0..60_u16 {
            let size = wanted * (1.0 - f32::from(attempt) * 0.011);
            let edge = size * 0.95 + scene.short * 0.04;
            let middle = at(
                mix(edge.min(scene.width * 0.5), (scene.width - edge).max(scene.width * 0.5), dice.unit()),
                mix(edge.min(scene.height * 0.5), (scene.height - edge).max(scene.height * 0.5), dice.unit()),
            );
            if flowers.iter().all(|it| (it.size + size) * 0.88 < it.middle.minus(middle).length()) {
                flowers.push(Flower { middle, size });
                break;
            }
        }
    }
    flowers.sort_by(|a, b| b.size.total_cmp(&a.size));
    flowers
}

/// The ground is a little lighter behind the flowers than at the edges.
fn halo(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let (middle, reach) = (scene.middle(), scene.unit * 0.7);
    let tint = scene.palette.ground.mix(scene.palette.colour(2), 0.16);
    canvas.shade(scene.pulse, |x, y, pixel| {
        *pixel = pixel.mix(tint, step(0.15, 1.0, at(x, y).minus(middle).length() / reach));
    })
}

/// The green of the palette, or what comes nearest to it.
fn foliage(scene: &Scene) -> Lab {
    let greenness = |colour: &Lab| colour.a - colour.b * 0.3;
    let best = scene.palette.colours.iter().skip(1).min_by(|a, b| greenness(a).total_cmp(&greenness(b)));
    best.copied().unwrap_or(scene.palette.ink).mix(scene.palette.ink, 0.28)
}

fn stem(scene: &Scene, canvas: &mut Canvas, flower: Flower, dice: &mut Dice) {
    let foot = at(mix(scene.width * 0.5, flower.middle.x, 0.45), scene.height * 1.02);
    let bow = dice.near() * scene.short * 0.1;
    let line: Vec<Point> = (0_u8..=40)
        .map(|i| f32::from(i) / 40.0)
        .map(|t| {
            at(
                mix(flower.middle.x, foot.x, t * t * (3.0 - 2.0 * t)) + bow * sin(t * 0.5),
                mix(flower.middle.y, foot.y, t),
            )
        })
        .collect();
    let colour = foliage(scene).lighter(dice.near() * 0.04);
    let half = (flower.size * 0.028).max(0.6);
    canvas.fill(&[band(&line, |t| half * (0.7 + t * 0.6))], colour, 1.0);
    for _ in 0..=dice.below(3) {
        let from = line[12 + dice.below(22)];
        let heading = if dice.chance(0.5) { -0.08 } else { -0.42 } + dice.near() * 0.06;
        blade(
            canvas,
            from,
            (heading, flower.size * dice.between(0.5, 0.9)),
            colour.lighter(dice.near() * 0.05),
        );
    }
}

/// A leaf with its vein, from its stalk in such a direction.
fn blade(canvas: &mut Canvas, from: Point, (heading, length): (f32, f32), colour: Lab) {
    let shape: Vec<Point> = lens(0.34, 0.9);
    let middle = from.toward(heading, length * 0.5);
    canvas.fill(&placed(&[shape], middle, length * 0.5, heading), colour, 1.0);
    let vein = [from, middle, from.toward(heading, length * 0.9)];
    canvas.fill(&[band(&vein, |t| (length * 0.012).max(0.3) * (1.0 - t))], colour.lighter(0.13), 0.8);
}

fn leaves(scene: &Scene, canvas: &mut Canvas, flower: Flower, dice: &mut Dice) {
    let colour = foliage(scene);
    let count = 5 + dice.below(5);
    let phase = dice.unit();
    for index in 0..count {
        let heading = phase + index as f32 / count as f32 + dice.near() * 0.03;
        let from = flower.middle.toward(heading, flower.size * 0.5);
        let length = flower.size * dice.between(0.6, 0.85);
        blade(canvas, from, (heading, length), colour.lighter(dice.near() * 0.06));
    }
}

/// A petal that points right from the origin to 1; drawn after what the prompt names.
fn petal(scene: &Scene, dice: &mut Dice) -> Vec<Point> {
    let pointed = scene.reading.names(Subject::Star) || scene.reading.names(Subject::Sun);
    let blunt = if pointed { 1.5 } else { dice.pick(&[0.45, 0.6, 0.8, 1.1], 0.7) };
    let notched = scene.reading.names(Subject::Heart) || !pointed && dice.chance(0.25);
    let heavy = dice.between(0.35, 0.7);
    let edge = |t: f32| power(sin(power(t, 1.0 / (1.0 + heavy)) * 0.5), blunt);
    let tip = |t: f32| if notched && 0.9 < t { 1.0 - (t - 0.9) * 1.1 } else { 1.0 };
    let mut line: Vec<Point> =
        (0_u8..28).map(|i| f32::from(i) / 28.0).map(|t| at(t * tip(t), -edge(t))).collect();
    line.extend((0_u8..28).map(|i| 1.0 - f32::from(i) / 28.0).map(|t| at(t * tip(t), edge(t))));
    line
}

fn rosette(scene: &Scene, canvas: &mut Canvas, flower: Flower, dice: &mut Dice) {
    let shape = petal(scene, dice);
    let petals = (scene.request.knob("petals") * dice.between(0.75, 1.2)).clamp(3.0, 40.0).floor();
    let rings = if flower.size < 9.0 { 2 } else { 3 + dice.below(3) };
    let lead = dice.below(2);
    let phase = dice.unit();
    let wide = (2.9 / petals).min(0.62) * dice.between(0.85, 1.25);
    let shadow = if scene.palette.is_dark() { scene.palette.ground } else { scene.palette.ink };
    for ring in 0..rings {
        let share = ring as f32 / rings as f32;
        let length = flower.size * mix(1.0, 0.34, share);
        let tone = scene.palette.colour(lead + ring / 2);
        for index in 0..petals as u32 {
            let heading = phase + (index as f32 + ring as f32 * 0.5) / petals + dice.near() * 0.006;
            let reach = length * dice.between(0.94, 1.04);
            let line: Vec<Point> = shape
                .iter()
                .map(|p| {
                    at(p.x, p.y * wide * (1.0 + share * 0.25))
                        .times(reach)
                        .turned(heading)
                        .plus(flower.middle)
                })
                .collect();
            let colour = tone.lighter(mix(-0.05, 0.08, share) + dice.near() * 0.025);
            let (deep, pale) = (colour.mix(shadow, 0.38), colour.lighter(0.07));
            let across = at(0.0, 0.0).toward(heading + 0.25, 1.0);
            canvas.fill_with(std::slice::from_ref(&line), |x, y| {
                let from = at(x, y).minus(flower.middle);
                let out = from.length() / reach;
                let side = (from.x * across.x + from.y * across.y) / (reach * wide);
                (deep.mix(pale, step(0.12, 1.0, out)).lighter(-0.06 * step(-0.3, 1.0, side)), 1.0)
            });
            if 22.0 < reach {
                let vein =
                    [flower.middle.toward(heading, reach * 0.3), flower.middle.toward(heading, reach * 0.86)];
                canvas.fill(&[band(&vein, |t| reach * 0.007 * (1.0 - t))], deep, 0.6);
            }
        }
    }
    heart(scene, canvas, flower, dice);
}

fn heart(scene: &Scene, canvas: &mut Canvas, flower: Flower, dice: &mut Dice) {
    let size = flower.size * dice.between(0.2, 0.3);
    let base = scene.palette.ink.mix(scene.palette.colour(3), 0.3);
    canvas.fill(&[polar(48, |_| size).into_iter().map(|p| p.plus(flower.middle)).collect()], base, 1.0);
    let seed = scene.palette.colour(3).lighter(0.06);
    let seed = if seed.distance(base) < 0.15 { scene.palette.ground } else { seed };
    let count = (size * 2.2).clamp(7.0, 170.0);
    for index in 0..count as u32 {
        let share = (index as f32 + 0.5) / count;
        let place = flower.middle.toward(index as f32 * GOLDEN, size * 0.93 * share.sqrt());
        let dot = (size / count.sqrt() * mix(0.5, 0.72, share)).max(0.4);
        let shape =
            if scene.reading.names(Subject::Star) { outline::star(4, 0.4) } else { polar(12, |_| 1.0) };
        canvas.fill(&placed(&[shape], place, dot, 0.0), seed.lighter(-0.14 * (1.0 - share)), 1.0);
    }
}
