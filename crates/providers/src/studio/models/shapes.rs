//! Cut paper: pieces on a ground, in one of three arrangements.

use crate::studio::StudioError;
use crate::studio::canvas::Canvas;
use crate::studio::colour::Lab;
use crate::studio::dice::Dice;
use crate::studio::number::{Point, at, cos, mix, sin};
use crate::studio::outline::{self, Contours, circle, lens, placed, polar, polygon, rectangle, star};
use crate::studio::scene::Scene;

/// A piece before it is cut: where, how large, turned how far.
#[derive(Clone, Copy)]
struct Spot {
    middle: Point,
    size: f32,
    turns: f32,
}

pub(super) fn paint(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let mut dice = scene.dice.other(1);
    let named = scene.subjects().next().is_some();
    match dice.below(if named { 2 } else { 3 }) {
        0 => scatter(scene, canvas, &mut dice),
        1 => tiles(scene, canvas, &mut dice),
        _ => layers(scene, canvas, &mut dice),
    }
}

/// A shape: one that the prompt names, or one of the picture's own family.
fn shape(scene: &Scene, family: usize, dice: &mut Dice) -> Contours {
    let named: Vec<_> = scene.subjects().collect();
    if !named.is_empty() && dice.chance(0.85) {
        let subject = named[dice.below(named.len())];
        if let Some(outline) = outline::of(subject, dice) {
            return outline;
        }
    }
    let half = |line: Vec<Point>| line.into_iter().map(|p| at(p.x, p.y.max(0.0))).collect::<Vec<_>>();
    let ring = || vec![circle(), polar(64, |_| 0.55).into_iter().rev().collect()];
    let families: [[Contours; 4]; 4] = [
        [vec![circle()], vec![half(circle())], ring(), vec![circle()]],
        [
            vec![polygon(3)],
            vec![rectangle(at(0.0, 0.0), 0.8, 0.8)],
            vec![circle()],
            vec![rectangle(at(0.0, 0.0), 1.0, 0.22)],
        ],
        [vec![leafy(dice)], vec![lens(0.5, 0.8)], vec![pebble(dice)], vec![pebble(dice)]],
        [vec![star(8, 0.6)], vec![circle()], vec![half(circle())], vec![polygon(6)]],
    ];
    families[family % 4][dice.below(4)].clone()
}

/// A frond such as scissors make from memory.
fn leafy(dice: &mut Dice) -> Vec<Point> {
    let lobes = (4 + dice.below(4)) as f32;
    polar(120, |t| 0.62 + 0.36 * sin(t * lobes) * (0.75 + 0.25 * cos(t)))
}

fn pebble(dice: &mut Dice) -> Vec<Point> {
    let (a, b, phase) = (dice.between(0.05, 0.2), dice.between(0.03, 0.1), dice.unit());
    polar(72, |t| 0.82 + a * sin(t * 2.0 + phase) + b * sin(t * 3.0 + phase * 2.0))
}

fn cut(scene: &Scene, canvas: &mut Canvas, contours: &[Vec<Point>], size: f32, colour: Lab) {
    let shadow = scene.request.knob("shadow");
    let dark = Lab { l: scene.palette.ground.l * 0.35, ..scene.palette.ground };
    let throw = (size * 0.05).min(scene.size(7.0)) * shadow * 2.2;
    if 0.4 < throw {
        for (share, far) in [(0.09, 1.5), (0.11, 1.0), (0.14, 0.5)] {
            let moved = placed(contours, at(throw * far * 0.6, throw * far), 1.0, 0.0);
            canvas.fill(&moved, dark, share);
        }
    }
    canvas.fill(contours, colour, 1.0);
}

/// Pieces side by side, from large to small, none on another.
fn scatter(scene: &Scene, canvas: &mut Canvas, dice: &mut Dice) -> Result<(), StudioError> {
    let count = scene.amount(scene.request.knob("shapes")).max(1.0);
    let family = dice.below(4);
    let upright = scene.subjects().next().is_some() || dice.chance(0.4);
    let margin = scene.short * 0.07;
    let largest = (scene.unit * 0.76 / count.sqrt()).min(scene.short * 0.34).max(scene.short * 0.05);
    let mut spots: Vec<Spot> = Vec::new();
    for piece in 0..count as usize {
        scene.beat()?;
        let wanted = largest * mix(1.0, 0.22, piece as f32 / count) * dice.between(0.8, 1.15);
        for attempt in 0..40_u16 {
            let size = wanted * (1.0 - f32::from(attempt) * 0.018);
            let edge = margin + size;
            let middle = at(
                dice.between(edge.min(scene.width * 0.5), (scene.width - edge).max(scene.width * 0.5)),
                dice.between(edge.min(scene.height * 0.5), (scene.height - edge).max(scene.height * 0.5)),
            );
            if spots.iter().all(|spot| (spot.size + size) * 1.04 < spot.middle.minus(middle).length()) {
                spots.push(Spot {
                    middle,
                    size,
                    turns: if upright { dice.near() * 0.04 } else { dice.unit() },
                });
                break;
            }
        }
    }
    for spot in spots {
        let contours = placed(&shape(scene, family, dice), spot.middle, spot.size, spot.turns);
        let colour = scene.palette.any(dice).lighter(dice.near() * 0.02);
        cut(scene, canvas, &contours, spot.size, colour);
        if dice.chance(0.3) && scene.subjects().next().is_none() {
            let inner = placed(&[circle()], spot.middle, spot.size * 0.32, 0.0);
            let other = if dice.chance(0.3) { scene.palette.ink } else { scene.palette.any(dice) };
            canvas.fill(&inner, other, 1.0);
        }
    }
    Ok(())
}

/// A board of squares, each with a quarter, a half or a whole of something.
fn tiles(scene: &Scene, canvas: &mut Canvas, dice: &mut Dice) -> Result<(), StudioError> {
    let count = scene.amount(scene.request.knob("shapes")).max(1.0);
    let margin = scene.short * 0.075;
    let (wide, tall) = (scene.width - margin * 2.0, scene.height - margin * 2.0);
    let columns = ((count * wide / tall).sqrt() + 0.5).max(1.0).min(wide / 3.0).floor();
    let side = wide / columns;
    let rows = (tall / side + 0.2).floor().max(1.0);
    let top = (scene.height - rows * side) * 0.5;
    let family = dice.below(4);
    for row in 0..rows as usize {
        scene.beat()?;
        for column in 0..columns as usize {
            let corner = at(margin + column as f32 * side, top + row as f32 * side);
            let back = if dice.chance(0.3) { scene.palette.ground } else { scene.palette.any(dice) };
            let mut front = scene.palette.any(dice);
            if front.distance(back) < 0.14 {
                front = if dice.chance(0.5) { scene.palette.ink } else { scene.palette.ground };
            }
            if front.distance(back) < 0.14 {
                front = scene.palette.ink;
            }
            let half = side * 0.5;
            let middle = corner.plus(at(half, half));
            canvas.fill(&[rectangle(middle, half + 0.3, half + 0.3)], back, 1.0);
            tile(scene, canvas, (middle, half), front, family, dice);
        }
    }
    Ok(())
}

fn tile(
    scene: &Scene,
    canvas: &mut Canvas,
    (middle, half): (Point, f32),
    front: Lab,
    family: usize,
    dice: &mut Dice,
) {
    let quarter = dice.below(4) as f32 * 0.25;
    if scene.subjects().next().is_some() && dice.chance(0.7) {
        let contours = placed(&shape(scene, family, dice), middle, half * 0.74, 0.0);
        cut(scene, canvas, &contours, half, front);
        return;
    }
    let corner = middle.plus(at(-half, -half).turned(quarter));
    let wedge = |reach: f32| {
        let mut line = vec![corner];
        line.extend((0_u8..=20).map(|i| corner.toward(quarter + f32::from(i) / 80.0, reach)));
        line
    };
    match dice.below(5) {
        0 => canvas.fill(&[wedge(half * 2.0)], front, 1.0),
        1 => {
            canvas.fill(&[wedge(half * 2.0)], front, 1.0);
            canvas.fill(&[wedge(half)], scene.palette.any(dice), 1.0);
        }
        2 => canvas.fill(&placed(&[circle()], middle, half * 0.62, 0.0), front, 1.0),
        3 => {
            let line = [at(-1.0, -1.0), at(1.0, -1.0), at(-1.0, 1.0)]
                .map(|p| middle.plus(p.turned(quarter).times(half)));
            canvas.fill(&[line.to_vec()], front, 1.0);
        }
        _ => {
            let line = (0_u8..=40).map(|i| f32::from(i) / 80.0);
            let from = middle.plus(at(0.0, -half).turned(quarter));
            canvas.fill(&[line.map(|t| from.toward(t + quarter, half)).collect()], front, 1.0);
        }
    }
}

/// Large sheets over each other, some translucent, with small ones set against them.
fn layers(scene: &Scene, canvas: &mut Canvas, dice: &mut Dice) -> Result<(), StudioError> {
    let count = scene.amount(scene.request.knob("shapes")).max(1.0);
    let family = dice.below(4);
    let heading = dice.unit();
    let sway = scene.short * 0.32;
    for piece in 0..count as usize {
        scene.beat()?;
        let share = piece as f32 / count;
        let small = mix(0.34, 0.03, share.sqrt()) * dice.between(0.6, 1.2);
        let size = scene.short * small;
        let along = at(0.0, 0.0).toward(heading, dice.near() * scene.unit * 0.42);
        let middle = scene.middle().plus(along).plus(at(dice.near() * sway, dice.near() * sway));
        let turns = if dice.chance(0.5) { heading } else { heading + 0.25 };
        let contours = placed(&shape(scene, family, dice), middle, size, turns);
        let colour = if dice.chance(0.1) { scene.palette.ink } else { scene.palette.any(dice) };
        if dice.chance(0.45) {
            canvas.fill(&contours, colour, 0.72);
        } else {
            cut(scene, canvas, &contours, size, colour);
        }
    }
    Ok(())
}
