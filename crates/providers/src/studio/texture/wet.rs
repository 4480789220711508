//! Watercolour: edges that bleed and dry dark, pigment that settles in the paper, a border left white.

use crate::studio::StudioError;
use crate::studio::canvas::Canvas;
use crate::studio::colour::Lab;
use crate::studio::noise::{fractal, noise};
use crate::studio::number::step;
use crate::studio::scene::Scene;

pub(super) fn watercolour(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    let soft = canvas.softened((scene.unit / 110.0).max(1.0) as usize);
    let below = canvas.clone();
    let seed = scene.noise_seed(940);
    let ground = scene.palette.ground;
    let sheet =
        if scene.palette.is_dark() { Lab { l: 0.93, ..ground.strength(0.3) } } else { ground.lighter(0.01) };
    let sheet = scene.palette.without_avoided(sheet);
    let (bleed, reach) = (scene.size(22.0).max(3.0), scene.size(4.2));
    let (tooth, pools) = (scene.size(3.4).max(1.4), scene.size(130.0));
    let border = scene.short * 0.05;
    let bays = scene.size(95.0).max(6.0);
    let width = canvas.width;
    canvas.shade(scene.pulse, |x, y, pixel| {
        let (u, v) = (noise(x / bleed, y / bleed, seed), noise(x / bleed, y / bleed, seed ^ 1));
        let colour = below.between(x + u * reach, y + v * reach);
        let (column, row) = ((x + u * reach).max(0.0) as usize, (y + v * reach).max(0.0) as usize);
        let around = soft[row.min(below.height - 1) * width + column.min(width - 1)];
        // Darker than what is around it and close to it: there the wash dried last.
        let rim = (around - colour.l).clamp(0.0, 0.12) * 0.75;
        let grain = noise(x / tooth, y / tooth, seed ^ 2);
        let pool = fractal(x / pools, y / pools, 3, seed ^ 3);
        let thin = (0.13 + pool * 0.13 + grain * 0.035).clamp(0.0, 0.5);
        let edge = x.min(y).min(scene.width - x).min(scene.height - y);
        // Only near the border is its line worth the trouble.
        let bay =
            if edge < border * 3.0 { fractal(x / bays, y / bays, 4, seed ^ 4) * border * 0.62 } else { 0.0 };
        let wet = step(0.0, scene.size(5.0).max(1.2), edge - border - bay - grain * scene.size(2.0));
        let dried = step(scene.size(9.0).max(2.0), 0.0, (edge - border - bay - scene.size(4.0)).abs()) * 0.05;
        let wash = colour.mix(sheet, thin).lighter(-rim - dried * wet + grain * 0.008);
        *pixel = sheet.lighter(grain * 0.011).mix(wash, wet);
    })
}
