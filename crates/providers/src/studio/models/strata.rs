//! Ridge behind ridge: far ones pale with air, near ones dark and full of detail.

mod ridge;
mod sky;

use crate::studio::StudioError;
use crate::studio::canvas::Canvas;
use crate::studio::colour::Lab;
use crate::studio::noise::{noise, speck};
use crate::studio::number::{Point, at, mix, step};
use crate::studio::outline::{self, placed};
use crate::studio::scene::Scene;
use crate::studio::words::Subject;

/// Light and air of a landscape.
struct Air {
    high: Lab,
    low: Lab,
    near: Lab,
    light: Lab,
    night: bool,
    /// Height of the eye, in pixels from above.
    horizon: f32,
    sun: Point,
    sun_size: f32,
}

impl Air {
    fn of(scene: &Scene) -> Self {
        let mut dice = scene.dice.other(1);
        let mut tones = scene.palette.colours.clone();
        tones.sort_by(|a, b| a.l.total_cmp(&b.l));
        let of = |share: f32| {
            let index = (share * tones.len() as f32) as usize;
            tones.get(index.min(tones.len().saturating_sub(1))).copied().unwrap_or(scene.palette.ink)
        };
        let night = scene.palette.is_dark();
        let lead = scene.palette.colour(0);
        let darkest = if night { scene.palette.ground } else { scene.palette.ink };
        let sky = if 0.55 < lead.l { lead } else { lead.mix(scene.palette.ground, 0.4) };
        let (high, low, light) = if night {
            let glow = scene.palette.farthest(scene.palette.ground, 1.2);
            (scene.palette.ground.mix(of(0.2), 0.25), glow.mix(scene.palette.ground, 0.3), scene.palette.ink)
        } else {
            let warm = scene.palette.farthest(sky, 0.9);
            let pale = scene.palette.ground.mix(warm, 0.4);
            (
                sky.mix(scene.palette.ground, 0.1),
                Lab { l: pale.l.max(0.84), ..pale },
                scene.palette.ground.mix(warm, 0.25).lighter(0.04),
            )
        };
        Self {
            high,
            low,
            near: darkest.mix(of(0.0), 0.3),
            light,
            night,
            horizon: scene.height * dice.between(0.44, 0.62),
            sun: scene.place(
                dice.pick(&[0.3, 0.36, 0.62, 0.68, 0.5], 0.36) + dice.near() * 0.04,
                dice.between(0.2, 0.36),
            ),
            sun_size: scene.short * dice.between(0.065, 0.13),
        }
    }
}

pub(super) fn paint(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let air = Air::of(scene);
    sky::paint(scene, canvas, &air)?;
    let sea =
        [Subject::Sea, Subject::Wave, Subject::Boat, Subject::Fish].iter().any(|it| scene.reading.names(*it));
    let layers = scene.request.knob("layers") as usize;
    let far = if sea { layers.div_ceil(2) } else { layers };
    for layer in 0..far {
        scene.beat()?;
        let depth =
            if sea { layer as f32 / layers as f32 * 0.5 } else { (layer as f32 + 0.5) / layers as f32 };
        ridge::paint(scene, canvas, &air, (layer, depth), sea);
    }
    if sea {
        water(scene, canvas, &air)?;
        ridge::paint(scene, canvas, &air, (layers, 1.0), false);
    }
    small_things(scene, canvas, &air, sea);
    weather(scene, canvas, &air)
}

/// Water from the horizon down: what is above, broken by ripples, and a path of light below the sun.
fn water(scene: &Scene, canvas: &mut Canvas, air: &Air) -> Result<(), StudioError> {
    let top = air.horizon;
    let blue = scene.palette.coolest();
    let deep = air.near.mix(blue, 0.55);
    let shallow = air.low.mix(blue, 0.55).lighter(-0.04);
    let seed = scene.noise_seed(40);
    let depth = (scene.height - top).max(1.0);
    let mirrored = canvas.clone();
    canvas.shade(scene.pulse, |x, y, pixel| {
        let down = (y - top) / depth;
        if down <= 0.0 {
            return;
        }
        // Ripples lie closer together the farther away they are.
        let scale = scene.unit * (0.006 + down * 0.05);
        let ripple = noise(x / (scale * 5.0), (y - top) / scale * (1.3 - down * 0.5), seed);
        let fine = noise(x / (scale * 1.7), (y - top) / scale * 2.6, seed ^ 1);
        let wave = ripple * 0.65 + fine * 0.35;
        let above = mirrored.near(x + wave * scale * 0.8, top - (y - top) * 0.75 + wave * scale * 2.0);
        let colour = shallow.mix(deep, step(0.0, 1.1, down)).mix(above, 0.42 * (1.0 - down * 0.6));
        let path = 1.0 - ((x - air.sun.x) / (air.sun_size * (0.6 + down * 1.6))).abs();
        let glint = step(-0.05, 0.5, path + wave * 0.9 - 0.55) * (1.0 - down * 0.45);
        *pixel = colour.lighter(wave * 0.045).mix(air.light, glint * 0.72);
    })
}

/// Birds, boats, houses and the like, small and where they would be.
fn small_things(scene: &Scene, canvas: &mut Canvas, air: &Air, sea: bool) {
    let mut dice = scene.dice.other(60);
    for subject in scene.subjects() {
        let (count, low, high, size) = match subject {
            Subject::Bird => (7, 0.12, 0.42, 0.022),
            Subject::Boat => (2, 0.0, 0.0, 0.07),
            Subject::Heart
            | Subject::Star
            | Subject::Diamond
            | Subject::Circle
            | Subject::Triangle
            | Subject::Square
            | Subject::Hexagon
            | Subject::Leaf
            | Subject::Fish
            | Subject::Flower => (1, 0.3, 0.42, 0.12),
            _ => continue,
        };
        for _ in 0..count {
            let Some(contours) = outline::of(subject, &mut dice) else { continue };
            let grown = scene.short * size * dice.between(0.6, 1.25);
            let aside = if count == 1 { 1.0 - air.sun.x / scene.width } else { 0.5 };
            let flock =
                at(aside + dice.near() * if count == 1 { 0.04 } else { 0.3 }, mix(low, high, dice.unit()));
            let middle = if subject == Subject::Boat && sea {
                at(scene.width * flock.x, air.horizon + grown * 0.55 + scene.height * dice.between(0.0, 0.08))
            } else {
                scene.place(flock.x, flock.y.max(0.12))
            };
            let colour = if count == 1 { scene.palette.colour(1).mix(air.light, 0.15) } else { air.near };
            canvas.fill(&placed(&contours, middle, grown, dice.near() * 0.02), colour, 0.95);
        }
    }
}

/// Snow or rain in front of everything.
fn weather(scene: &Scene, canvas: &mut Canvas, air: &Air) -> Result<(), StudioError> {
    let mut dice = scene.dice.other(70);
    let bright = Lab { l: air.light.l.max(0.93), ..air.light.strength(0.4) };
    let count = (scene.unit * 1.1).min(1100.0) as u32;
    if scene.reading.names(Subject::Snow) {
        for index in 0..count {
            let close = speck(index as i32, 3, dice.whole());
            let size = scene.size(mix(1.0, 5.5, close * close * close)).max(0.5);
            let middle = scene.place(dice.unit(), dice.unit());
            canvas.disc(middle, size, |pixel, _, _, inside| *pixel = pixel.mix(bright, inside * 0.8));
        }
    }
    scene.beat()?;
    if scene.reading.names(Subject::Rain) {
        for _ in 0..count {
            let from = scene.place(dice.between(-0.1, 1.1), dice.between(-0.1, 1.0));
            let length = scene.size(dice.between(12.0, 42.0));
            let line = [from, from.toward(0.215, length)];
            canvas.fill(&[outline::band(&line, |_| scene.size(0.7).max(0.35))], bright, 0.3);
        }
    }
    Ok(())
}
