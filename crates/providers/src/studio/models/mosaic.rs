//! Panes of glass between lead: the regions nearest to scattered points (Voronoi).

use crate::studio::StudioError;
use crate::studio::canvas::{Canvas, Mask};
use crate::studio::colour::Lab;
use crate::studio::noise::{fractal, noise, pair, speck};
use crate::studio::number::{Point, at, mix, step};
use crate::studio::outline::band;
use crate::studio::scene::Scene;

/// Points of the panes on a jittered grid with a border of one.
struct Panes {
    side: f32,
    columns: usize,
    all: Vec<Pane>,
}

#[derive(Clone, Copy)]
struct Pane {
    middle: Point,
    outer: Lab,
    inner: Lab,
}

impl Panes {
    fn of(scene: &Scene) -> Self {
        let count = scene.amount(scene.request.knob("cells")).min(scene.unit * scene.unit / 20.0);
        let side = scene.unit / count.sqrt();
        let (columns, rows) = ((scene.width / side) as usize + 3, (scene.height / side) as usize + 3);
        let seed = scene.noise_seed(1);
        let all = (0..rows * columns)
            .map(|index| {
                let (column, row) = (index % columns, index / columns);
                let (u, v) = pair(column as i32, row as i32, seed);
                let middle = at(column as f32 - 1.0 + mix(0.1, 0.9, u), row as f32 - 1.0 + mix(0.1, 0.9, v))
                    .times(side);
                let chance = speck(column as i32, row as i32, seed ^ 0x51);
                Pane { middle, outer: outer(scene, middle, chance), inner: inner(scene, chance) }
            })
            .collect();
        Self { side, columns, all }
    }

    /// The pane at a place, and how far away its nearest border is.
    fn at(&self, p: Point) -> (&Pane, f32) {
        let from = (p.y / self.side) as usize * self.columns + (p.x / self.side) as usize;
        let around =
            (0..3).flat_map(|row| &self.all[from + row * self.columns..from + row * self.columns + 3]);
        let mut nearest = (&self.all[from], f32::MAX);
        for pane in around.clone() {
            let (x, y) = (pane.middle.x - p.x, pane.middle.y - p.y);
            if x * x + y * y < nearest.1 {
                nearest = (pane, x * x + y * y);
            }
        }
        let own = nearest.0.middle;
        let mut border = f32::MAX;
        for pane in around {
            let across = pane.middle.minus(own);
            let square = across.x * across.x + across.y * across.y;
            if 0.0 < square {
                let half = pane.middle.plus(own).times(0.5).minus(p);
                border = border.min((half.x * across.x + half.y * across.y) / square.sqrt());
            }
        }
        (nearest.0, border)
    }
}

/// Around the shape: colours lie in fields, with a stray pane here and there.
fn outer(scene: &Scene, middle: Point, chance: f32) -> Lab {
    let (x, y) = (middle.x / scene.unit * 1.5, middle.y / scene.unit * 1.5);
    let field = fractal(x, y, 2, scene.noise_seed(2)) * 0.5 + 0.5;
    let count = scene.palette.colours.len() as f32;
    let skip = if scene.subjects().next().is_some() { 1.0 } else { 0.0 };
    let index = skip
        + ((field * 1.3 - 0.15).clamp(0.0, 0.999) + (chance - 0.5) * 0.35).clamp(0.0, 0.999) * (count - skip);
    let colour = if chance < 0.06 { scene.palette.ground } else { scene.palette.colour(index as usize) };
    colour.lighter((chance * 7.0).fract() * 0.12 - 0.06)
}

fn inner(scene: &Scene, chance: f32) -> Lab {
    let colour = scene.palette.colour(0).lighter(0.06 + (chance - 0.5) * 0.14);
    if chance < 0.2 { colour.mix(scene.palette.ground, 0.25) } else { colour }
}

pub(super) fn paint(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let panes = Panes::of(scene);
    let outline = scene.silhouette(0.37);
    let mask = outline.as_ref().map(|outline| Mask::of(outline, canvas.width, canvas.height));
    let lead = (panes.side * mix(0.0, 0.11, scene.request.knob("lead"))).min(scene.size(9.0));
    let dark = if scene.palette.is_dark() { scene.palette.ground.lighter(-0.06) } else { scene.palette.ink };
    let (streaks, seed) = (scene.size(9.0), scene.noise_seed(4));
    let light = scene.place(0.32, 0.22);
    let reach = 0.9 / scene.unit;
    let frame = scene.short * 0.03;
    canvas.shade(scene.pulse, |x, y, pixel| {
        let p = at(x, y);
        let (pane, border) = panes.at(p);
        let inside = mask.as_ref().map_or(0.0, |mask| mask.at(x, y));
        let glass = pane.outer.mix(pane.inner, inside);
        let streak = noise(x / streaks + y / streaks * 0.3, y / streaks * 0.22, seed) * 0.03;
        let bulge = step(0.0, panes.side * 0.34, border) * 0.07 - 0.04;
        let glow = 0.05 - p.minus(light).length() * reach * 0.09;
        let edge = x.min(y).min(scene.width - x).min(scene.height - y) - frame;
        let cover = (lead * 0.5 - border + 0.5).clamp(0.0, 1.0).max((0.5 - edge).clamp(0.0, 1.0));
        *pixel = glass
            .lighter(streak + bulge + glow)
            .mix(dark, if lead < 0.05 && 0.5 < edge { 0.0 } else { cover });
    })?;
    for line in outline.into_iter().flatten() {
        let mut closed = line;
        closed.extend_from_within(..2.min(closed.len()));
        let half = lead.max(1.0) * 0.62;
        canvas.fill(&[band(&closed, |_| half)], dark, 1.0);
    }
    Ok(())
}
