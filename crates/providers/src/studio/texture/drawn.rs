//! Dry media: what sticks to the teeth of the paper, line by line.

use crate::studio::StudioError;
use crate::studio::canvas::Canvas;
use crate::studio::colour::Lab;
use crate::studio::noise::{fractal, noise, speck};
use crate::studio::number::{at, mix, sin, step};
use crate::studio::scene::Scene;

/// The sheet and what draws on it: dark on light, whatever the palette's ground is.
fn sheet(scene: &Scene) -> (Lab, Lab) {
    let (ground, ink) = (scene.palette.ground, scene.palette.ink);
    if scene.palette.is_dark() { (ink, ground) } else { (ground, ink) }
}

/// Tone by tone in ink: wet edges, and dry grain in the half tones. Colours stay as a thin tint.
pub(super) fn ink(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let (paper, dark) = sheet(scene);
    let soft = canvas.softened((scene.unit / 120.0).max(1.0) as usize);
    let seed = scene.noise_seed(980);
    let (tooth, wash) = (scene.size(2.8).max(1.3), scene.size(120.0));
    let width = canvas.width;
    canvas.shade(scene.pulse, |x, y, pixel| {
        let around = soft[y as usize * width + x as usize];
        let tone = ((0.93 - pixel.l) / 0.75).clamp(0.0, 1.0);
        let grain = noise(x / tooth, y / tooth, seed) + (speck(x as i32, y as i32, seed) - 0.5) * 0.4;
        let flow = fractal(x / wash, y / wash, 3, seed ^ 1) * 0.12;
        let line = step(0.02, 0.11, (around - pixel.l).abs()) * 0.3;
        let load = (tone * tone * 0.75 + tone * 0.2 + flow * tone + line).clamp(0.0, 1.0);
        let dry = step(load - 0.34, load + 0.3, 0.5 + grain * 0.42);
        let tint = paper.mix(Lab { l: paper.l - tone * 0.22, ..*pixel }, 0.6);
        *pixel = tint.mix(dark, (load * 0.6 + (1.0 - dry) * load * 0.55).min(0.97)).lighter(grain * 0.008);
    })
}

/// Smudged dark and deep grain, almost without colour.
pub(super) fn charcoal(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let (paper, dark) = sheet(scene);
    let soft = canvas.softened((scene.unit / 70.0).max(1.0) as usize);
    let seed = scene.noise_seed(981);
    let (tooth, drag) = (scene.size(2.6).max(1.2), scene.size(26.0).max(3.0));
    let width = canvas.width;
    canvas.shade(scene.pulse, |x, y, pixel| {
        let around = soft[y as usize * width + x as usize];
        let edge = step(0.01, 0.12, (around - pixel.l).abs()) * 0.35;
        let tone = ((0.9 - mix(pixel.l, around, 0.45)) / 0.7).clamp(0.0, 1.0);
        let p = at(x, y).turned(0.11);
        let stroke = noise(p.x / drag, p.y / tooth * 0.55, seed ^ 2) * 0.5;
        let grain = noise(x / tooth, y / tooth, seed) * 0.75 + (speck(x as i32, y as i32, seed) - 0.5) * 0.7;
        let held = step(-0.45, 0.65, tone * 1.5 - 0.75 + edge + (grain + stroke) * 0.5);
        let smudge = tone * 0.34;
        let mark = dark.mix(Lab { l: dark.l + 0.05, ..*pixel }, 0.14);
        *pixel = paper
            .strength(0.8)
            .mix(mark, (held * 0.78 + smudge).min(0.95) * (0.12 + tone * 0.9 + edge).min(1.0));
    })
}

/// Coloured pencil: hatching that follows the tone, the paper between the lines.
pub(super) fn pencil(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let (paper, dark) = sheet(scene);
    let soft = canvas.softened((scene.unit / 140.0).max(1.0) as usize);
    let seed = scene.noise_seed(982);
    let (pitch, tooth) = (scene.size(4.2).max(1.8), scene.size(2.2).max(1.2));
    let bend = scene.size(60.0);
    let width = canvas.width;
    canvas.shade(scene.pulse, |x, y, pixel| {
        let around = soft[y as usize * width + x as usize];
        let tone = ((0.96 - pixel.l) / 0.7).clamp(0.0, 1.0);
        let sway = noise(x / bend, y / bend, seed) * 2.0;
        let hatch = |turns: f32, low: f32| {
            let p = at(x, y).turned(turns);
            let press = noise(p.x / (pitch * 14.0), p.y / pitch, seed ^ 4) * 0.3;
            let wave = sin(p.y / pitch + sway) * 0.5 + 0.5;
            step(0.25, 0.95, wave * 0.75 + press + (tone - low) * 1.15)
        };
        let grain = noise(x / tooth, y / tooth, seed ^ 1) * 0.3;
        let marks =
            (hatch(0.12, 0.28) * step(0.02, 0.25, tone)).max(hatch(-0.09, 0.62) * step(0.4, 0.7, tone));
        let line = step(0.025, 0.11, (around - pixel.l).abs()) * 0.55;
        let lead = pixel.mix(dark, 0.12).lighter(-0.04);
        let body = paper.mix(*pixel, 0.2 + tone * 0.12);
        *pixel = body
            .mix(lead, (marks * (0.72 + grain) * (0.3 + tone * 0.7).min(1.0)).clamp(0.0, 0.95))
            .mix(dark, line * (0.6 + grain));
    })
}

/// Soft chalk: broad strokes on a toothed sheet, colours kept.
pub(super) fn chalk(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let seed = scene.noise_seed(983);
    let below = canvas.clone();
    let ground = scene.palette.ground;
    let (tooth, drag) = (scene.size(3.0).max(1.3), scene.size(40.0).max(4.0));
    canvas.shade(scene.pulse, |x, y, pixel| {
        let rough = (noise(x / tooth, y / tooth, seed), noise(x / tooth, y / tooth, seed ^ 1));
        let taken = below.between(x + rough.0 * tooth * 0.9, y + rough.1 * tooth * 0.9);
        let p = at(x, y).turned(0.09 + noise(x / drag / 5.0, y / drag / 5.0, seed ^ 6) * 0.06);
        let stroke = noise(p.x / drag, p.y / tooth * 0.6, seed ^ 2);
        let bare =
            step(0.28, 0.75, rough.0 * 0.6 + stroke * 0.55 + (speck(x as i32, y as i32, seed) - 0.5) * 0.35);
        let dust = taken.lighter(0.015 + stroke * 0.04);
        *pixel = dust.mix(ground.lighter(if 0.5 < ground.l { -0.05 } else { 0.03 }), bare * 0.55);
    })
}

/// Lines that swell with the dark, crossed in the deepest shadows.
pub(super) fn engraving(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let (paper, dark) = sheet(scene);
    let soft = canvas.softened((scene.unit / 260.0).max(1.0) as usize);
    let seed = scene.noise_seed(984);
    let pitch = scene.size(5.4).max(2.6);
    let bend = scene.unit * 0.45;
    let width = canvas.width;
    canvas.shade(scene.pulse, |x, y, pixel| {
        let tone = ((0.95 - soft[y as usize * width + x as usize]) / 0.78).clamp(0.0, 1.0);
        let sway = noise(x / bend, y / bend, seed) * scene.size(60.0);
        // The surface lifts the lines a little, as if they ran over it.
        let lift = tone * pitch * 1.6;
        let line = |turns: f32, load: f32| {
            let p = at(x, y + sway - lift).turned(turns);
            let wave = sin(p.y / pitch) * 0.5 + 0.5;
            let soft = (1.1 / pitch).min(0.45);
            step(-soft, soft, load - wave)
        };
        let first = line(0.055, tone * 1.05 - 0.04);
        let second = line(-0.12, (tone - 0.42) * 1.25);
        let marks = (first + second).min(1.0);
        let fleck = (speck(x as i32, y as i32, seed) - 0.5) * 0.012;
        let tint = paper.mix(Lab { l: paper.l - 0.05, ..*pixel }, 0.42);
        *pixel = tint.mix(dark.mix(*pixel, 0.1), marks * 0.92).lighter(fleck);
    })
}
