//! One ridge: a line from noise, filled down to the bottom, with what grows or stands on it.

use super::Air;
use crate::studio::canvas::Canvas;
use crate::studio::colour::Lab;
use crate::studio::dice::Dice;
use crate::studio::noise::{crests, fractal};
use crate::studio::number::{Point, at, mix, step};
use crate::studio::outline;
use crate::studio::scene::Scene;
use crate::studio::words::Subject;

/// Paints a ridge; `depth` runs from 0 for the farthest to 1 for the nearest. One that `stands` in water ends there.
pub(super) fn paint(
    scene: &Scene,
    canvas: &mut Canvas,
    air: &Air,
    (layer, depth): (usize, f32),
    stands: bool,
) {
    let mut dice = scene.dice.other(100 + layer as u64);
    let line = line(scene, air, depth, stands, dice.whole());
    let mist = scene.request.knob("mist");
    let tint = scene.palette.colour(layer + 1).mix(scene.palette.colour(0), 0.3);
    let body = air.near.mix(tint, mix(0.75, 0.25, depth));
    let colour = air.low.mix(body, mix(mix(0.55, 0.2, mist), 1.0, depth * depth.sqrt()));
    if scene.reading.names(Subject::City) {
        roofs(scene, canvas, air, &line, (depth, colour), &mut dice);
    } else if 0.3 < depth && scene.reading.names(Subject::Tree) {
        trees(scene, canvas, &line, (depth, colour), &mut dice);
    }
    if scene.reading.names(Subject::House) && 0.55 < depth && depth < 0.95 {
        houses(scene, canvas, air, &line, (depth, colour), &mut dice);
    }
    ground(scene, canvas, air, &line, (depth, colour), dice.whole());
}

/// The height of the ridge for each column, in pixels from above.
fn line(scene: &Scene, air: &Air, depth: f32, stands: bool, seed: u32) -> Vec<f32> {
    let steep = scene.reading.names(Subject::Mountain);
    let base = if stands {
        air.horizon - scene.height * 0.015
    } else {
        mix(air.horizon, scene.height * 1.02, depth * depth.sqrt())
    };
    let swing = scene.unit * if steep { mix(0.27, 0.11, depth) } else { mix(0.1, 0.13, depth) };
    let swing = swing.min(scene.height * 0.3) * if stands { 0.6 } else { 1.0 };
    let scale = mix(if steep { 2.4 } else { 2.9 }, 1.5, depth) / scene.unit;
    let octaves = if scene.unit < 200.0 { 4 } else { 6 };
    let shift = depth * 31.7;
    (0..canvas_columns(scene))
        .map(|column| {
            let x = (column as f32 + 0.5) * scale + shift;
            let rise = if steep && depth < 0.8 {
                let massif = fractal(x * 0.5, shift, 2, seed ^ 3) * 0.35;
                crests(x, shift, octaves, seed) * 1.25 - 0.45 + massif
            } else {
                fractal(x, shift, octaves.min(5), seed) * 0.55 + 0.2
            };
            base - rise * swing
        })
        .collect()
}

fn canvas_columns(scene: &Scene) -> usize {
    scene.width as usize
}

/// Fills below the line: darkest at its edge, lost in air towards its foot, with snow on high crests.
fn ground(
    scene: &Scene,
    canvas: &mut Canvas,
    air: &Air,
    line: &[f32],
    (depth, colour): (f32, Lab),
    seed: u32,
) {
    let mist = scene.request.knob("mist") * (1.0 - depth * 0.75);
    let reach = scene.unit * mix(0.15, 0.34, depth);
    let patch = scene.unit * mix(0.014, 0.05, depth);
    let snowy = scene.reading.names(Subject::Snow) || scene.reading.names(Subject::Mountain) && depth < 0.75;
    let snow = Lab { l: 0.95, ..air.light.strength(0.25) };
    // Over a few columns: the slope of one would draw streaks.
    let span = (scene.unit * 0.012).max(1.0) as usize;
    for (column, &top) in line.iter().enumerate() {
        let x = column as f32 + 0.5;
        let first = top.max(0.0) as usize;
        let (left, right) = (column.saturating_sub(span), (column + span).min(line.len() - 1));
        let slope = (line[right] - line[left]) / (right - left).max(1) as f32;
        let lit = if air.sun.x < x { -slope } else { slope }.clamp(-1.5, 1.5) * 0.016;
        for row in first..canvas.height {
            let y = row as f32 + 0.5;
            let cover = (y - top + 0.5).clamp(0.0, 1.0);
            let below = (y - top) / reach;
            let texture = if below < 1.6 {
                fractal((x + y * 0.35) / patch, (y * 1.7 - x * 0.3) / patch, 2, seed) * 0.02 * (0.3 + depth)
            } else {
                0.0
            };
            let mut tone = colour
                .mix(air.low, step(0.0, 1.3, below) * mist * 0.85)
                .lighter(texture + lit * (1.0 - below.min(1.0)));
            if snowy && below < 0.6 {
                let rock = fractal((x + y * 0.5) / patch * 0.6, (y - x * 0.4) / patch * 0.6, 3, seed ^ 8);
                let limit = scene.unit * (0.03 + rock * 0.03);
                let height = air.horizon - y;
                let cap = step(-0.01, 0.05, height / scene.unit - limit / scene.unit - 0.02)
                    * step(0.4, 0.14, below + rock * 0.22);
                tone = tone.mix(snow.mix(air.low, mist * 0.5), cap * 0.85);
            }
            canvas.blend(column, row, tone, cover);
        }
    }
}

fn top(line: &[f32], x: f32) -> f32 {
    line.get(x.max(0.0) as usize).or(line.last()).copied().unwrap_or(0.0)
}

fn trees(scene: &Scene, canvas: &mut Canvas, line: &[f32], (depth, colour): (f32, Lab), dice: &mut Dice) {
    let tall = scene.unit * mix(0.03, 0.2, depth * depth);
    let mut x = -tall * 0.2;
    let pitch = (tall * 0.26).max(1.5);
    while x < scene.width + tall * 0.2 {
        let height = tall * dice.between(0.55, 1.15);
        let foot = at(x, top(line, x) + tall * 0.12);
        if dice.chance(0.86) {
            canvas.fill(&[conifer(foot, height, dice)], colour.lighter(dice.near() * 0.015), 1.0);
        }
        x += pitch * dice.between(0.55, 1.5);
    }
}

/// A conifer by its foot: boughs that hang, each pair longer than the one above.
fn conifer(foot: Point, height: f32, dice: &mut Dice) -> Vec<Point> {
    let boughs = if height < 14.0 { 3_u8 } else { 8 };
    let spread = height * dice.between(0.15, 0.2);
    let mut right = Vec::new();
    for bough in 0..boughs {
        let t = (f32::from(bough) + 1.0) / f32::from(boughs);
        let y = foot.y - height * (1.0 - t * 0.92);
        let reach = spread * t * dice.between(0.8, 1.1);
        right.push(at(reach, y));
        right.push(at(reach * 0.45, y - height * 0.012));
    }
    let mut outline = vec![at(foot.x, foot.y - height)];
    outline.extend(right.iter().map(|p| at(foot.x + p.x, p.y)));
    outline.push(at(foot.x + height * 0.018, foot.y));
    outline.push(at(foot.x - height * 0.018, foot.y));
    outline.extend(right.iter().rev().map(|p| at(foot.x - p.x * dice.between(0.85, 1.1), p.y)));
    outline
}

fn roofs(
    scene: &Scene,
    canvas: &mut Canvas,
    air: &Air,
    line: &[f32],
    (depth, colour): (f32, Lab),
    dice: &mut Dice,
) {
    let tall = scene.unit * mix(0.12, 0.3, depth);
    let mut x = -scene.unit * 0.02;
    let lamp = scene.palette.colour(1).mix(air.light, 0.5).lighter(0.08);
    while x < scene.width {
        let wide = scene.unit * mix(0.024, 0.075, depth) * dice.between(0.6, 1.5);
        let foot = top(line, x + wide * 0.5) + tall * 0.2;
        let chance = dice.unit();
        let height = tall * (0.3 + chance * chance * 0.9);
        let roof = foot - height;
        let tone = colour.lighter(dice.near() * 0.02);
        let walls = vec![at(x, roof), at(x + wide, roof), at(x + wide, scene.height), at(x, scene.height)];
        canvas.fill(&[walls], tone, 1.0);
        if dice.chance(0.18) {
            let mast = at(x + wide * 0.5, roof);
            canvas.fill(
                &[outline::band(&[mast, mast.plus(at(0.0, -height * 0.25))], |_| (wide * 0.03).max(0.4))],
                tone,
                1.0,
            );
        }
        if 7.0 < wide && 0.35 < depth {
            windows(scene, canvas, (at(x, roof), wide, height), lamp, dice);
        }
        x += wide * dice.between(0.9, 1.35);
    }
}

fn windows(
    scene: &Scene,
    canvas: &mut Canvas,
    (corner, wide, tall): (Point, f32, f32),
    lamp: Lab,
    dice: &mut Dice,
) {
    let pitch = scene.size(13.0).max(4.0);
    let (columns, rows) = ((wide / pitch - 0.4) as u32, (tall / pitch / 1.3 - 0.4) as u32);
    let inset = (wide - columns as f32 * pitch) * 0.5;
    let share = if scene.palette.is_dark() { 0.45 } else { 0.22 };
    for row in 0..rows {
        for column in 0..columns {
            if dice.chance(share) {
                let place =
                    corner.plus(at(inset + (column as f32 + 0.5) * pitch, (row as f32 + 0.8) * pitch * 1.3));
                canvas.fill(
                    &[outline::rectangle(place, pitch * 0.24, pitch * 0.34)],
                    lamp,
                    dice.between(0.45, 0.95),
                );
            }
        }
    }
}

fn houses(
    scene: &Scene,
    canvas: &mut Canvas,
    air: &Air,
    line: &[f32],
    (depth, colour): (f32, Lab),
    dice: &mut Dice,
) {
    for _ in 0..2 + dice.below(3) {
        let size = scene.unit * mix(0.02, 0.06, depth);
        let x = dice.between(0.1, 0.9) * scene.width;
        let middle = at(x, top(line, x) - size * 0.55);
        if let Some(contours) = outline::of(Subject::House, dice) {
            canvas.fill(&outline::placed(&contours, middle, size, 0.0), colour.lighter(0.1), 1.0);
            canvas.fill(
                &[outline::rectangle(middle.plus(at(size * 0.4, size * 0.2)), size * 0.13, size * 0.15)],
                air.light,
                0.9,
            );
        }
    }
}
