//! Paint laid on with a brush or a knife: strokes that take their colour from the picture beneath.

use crate::studio::StudioError;
use crate::studio::canvas::Canvas;
use crate::studio::noise::{noise, pair, speck};
use crate::studio::number::{Point, angle, at, cos, mix, sin, step};
use crate::studio::scene::Scene;

/// Hairs of a brush, each with more or less paint.
const HAIRS: usize = 14;

/// A round of strokes of one size.
struct Round {
    length: f32,
    wide: f32,
    pitch: f32,
    /// How much hue and lightness stray from the picture's.
    stray: f32,
    /// Strokes only where the picture has detail.
    detail: bool,
    seed: u32,
}

/// Three rounds, each finer than the last, and the light on the ridges of the paint.
pub(super) fn oil(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let soft = canvas.softened((scene.unit / 90.0).max(1.0) as usize);
    for (index, size) in [44.0, 23.0, 10.0].into_iter().enumerate() {
        let length = scene.size(size).max(3.0);
        let seed = scene.noise_seed(910 + index as u64);
        let round =
            Round { length, wide: length * 0.3, pitch: length * 0.6, stray: 0.018, detail: 0 < index, seed };
        strokes(scene, canvas, &soft, &round)?;
    }
    Ok(())
}

/// Short broken touches, their colours further apart than the eye is from the picture.
pub(super) fn dabs(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let soft = canvas.softened((scene.unit / 60.0).max(1.0) as usize);
    for (index, size) in [26.0, 15.0].into_iter().enumerate() {
        let length = scene.size(size).max(2.6);
        let seed = scene.noise_seed(920 + index as u64);
        let round =
            Round { length, wide: length * 0.42, pitch: length * 0.62, stray: 0.045, detail: false, seed };
        strokes(scene, canvas, &soft, &round)?;
    }
    Ok(())
}

fn strokes(scene: &Scene, canvas: &mut Canvas, soft: &[f32], round: &Round) -> Result<(), StudioError> {
    let below = canvas.clone();
    let (columns, rows) = ((scene.width / round.pitch) as i32 + 2, (scene.height / round.pitch) as i32 + 2);
    let flow = 2.2 / scene.unit;
    let width = canvas.width;
    let light = |x: f32, y: f32| {
        let (column, row) = (x.max(0.0) as usize, y.max(0.0) as usize);
        soft[row.min(canvas.height - 1) * width + column.min(width - 1)]
    };
    let reach = (scene.unit / 80.0).max(1.0);
    let mut laid: Vec<(Point, f32, u32)> = Vec::new();
    for row in -1..rows {
        for column in -1..columns {
            let (u, v) = pair(column, row, round.seed);
            let p = at(column as f32 + u, row as f32 + v).times(round.pitch);
            let (across, down) = (
                light(p.x + reach, p.y) - light(p.x - reach, p.y),
                light(p.x, p.y + reach) - light(p.x, p.y - reach),
            );
            let edge = across.abs() + down.abs();
            if round.detail && edge < 0.035 && u < 0.85 {
                continue;
            }
            // Along an edge where there is one, along a slow current elsewhere.
            let drift = noise(p.x * flow, p.y * flow, round.seed ^ 7) * 0.35 + 0.08;
            let heading = if 0.03 < edge { angle(down, across) + 0.25 } else { drift };
            laid.push((p, heading, speck(column, row, round.seed ^ 3).to_bits()));
        }
    }
    // Painted in rows, strokes would lie like shingles.
    laid.sort_by_key(|stroke| stroke.2.wrapping_mul(0x9e37_79b9));
    for (index, (p, heading, chance)) in laid.into_iter().enumerate() {
        if index % 64 == 0 {
            scene.beat()?;
        }
        stroke(canvas, &below, round, (p, heading), chance);
    }
    Ok(())
}

fn stroke(canvas: &mut Canvas, below: &Canvas, round: &Round, (p, heading): (Point, f32), chance: u32) {
    let unit = |purpose: i32| speck(chance as i32, purpose, round.seed) - 0.5;
    let mut colour = below.near(p.x, p.y).lighter(unit(1) * round.stray * 2.0);
    colour.a += unit(2) * round.stray * 1.6;
    colour.b += unit(3) * round.stray * 1.6;
    let (s, c) = (sin(heading), cos(heading));
    let bow = unit(4) * 0.5;
    let (long, wide) = (round.length * (0.8 + unit(5) * 0.5), round.wide * (0.85 + unit(6) * 0.4));
    let seed = round.seed ^ chance;
    let hairs: [f32; HAIRS] = std::array::from_fn(|hair| speck(hair as i32, 40, seed) * 1.3 - 0.65);
    let edge = (1.2 / wide).max(0.1);
    canvas.slab(p, (c, s), (long, wide * 1.5), |pixel, from| {
        let along = (from.x * c + from.y * s) / long;
        let across = (-from.x * s + from.y * c) / wide + bow * (along * along - 0.3);
        if 1.0 < along.abs() || 1.0 < across.abs() {
            return;
        }
        let lane = (across + 1.6) * (HAIRS - 2) as f32 * 0.31;
        let index = (lane as i32 as usize).min(HAIRS - 2);
        let hair = mix(hairs[index], hairs[index + 1], lane - index as f32) * (1.0 - along * 0.3);
        let end = step(1.0, 0.72, along.abs() + hair * 0.22);
        let side = step(1.0, 1.0 - edge * 2.0, across.abs() + hair * 0.12);
        // A ridge of paint on the upper side of each stroke, a groove on the lower.
        let ridge = hair * 0.028 - across * across * across * 0.03;
        *pixel = pixel.mix(colour.lighter(ridge), end * side * 0.94);
    });
}

/// Planes that break the picture: each shows it shifted, and catches the light in its own way.
pub(super) fn facets(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let below = canvas.clone();
    let side = (scene.unit / 7.0).max(6.0);
    let seed = scene.noise_seed(930);
    canvas.shade(scene.pulse, |x, y, pixel| {
        let (column, row) = ((x / side).floor() as i32, (y / side).floor() as i32);
        let mut best = [(f32::MAX, at(0.0, 0.0), 0, 0); 2];
        for (i, j) in (-1..2).flat_map(|j| (-1..2).map(move |i| (column + i, row + j))) {
            let (u, v) = pair(i, j, seed);
            let middle = at(i as f32 + u, j as f32 + v).times(side);
            let (dx, dy) = (x - middle.x, y - middle.y);
            let far = dx * dx + dy * dy;
            if far < best[0].0 {
                best = [(far, middle, i, j), best[0]];
            } else if far < best[1].0 {
                best[1] = (far, middle, i, j);
            }
        }
        let (near, middle, i, j) = best[0];
        let (u, v) = pair(i, j, seed ^ 9);
        let shift = at(u - 0.5, v - 0.5).times(side * 0.85);
        let from = at(x, y).minus(middle).turned((u - 0.5) * 0.12);
        let colour = below.between(middle.x + from.x + shift.x, middle.y + from.y + shift.y);
        let plane = (from.x * (u - 0.5) + from.y * (v - 0.5)) / side * 0.32;
        let seam = step(side * 1.2, 0.0, best[1].0 - near) * 0.07;
        *pixel = colour.lighter(plane - seam + (u - 0.5) * 0.07);
    })?;
    super::paper(scene, canvas, 0.012)
}
