//! What a picture is made with: the last pass over the finished composition.

mod brush;
mod drawn;
mod inks;
mod lens;
mod printed;
mod wet;

use super::StudioError;
use super::canvas::Canvas;
use super::noise::{noise, speck};
use super::scene::Scene;
use super::words::Medium;

/// Gives the composition the texture that the prompt asks for; a fine paper when it asks for none.
pub(super) fn finish(scene: &Scene, canvas: &mut Canvas) -> Result<(), StudioError> {
    scene.beat()?;
    match scene.reading.medium {
        None => paper(scene, canvas, 0.008),
        Some(Medium::Oil) => brush::oil(scene, canvas),
        Some(Medium::Impressionist) => brush::dabs(scene, canvas),
        Some(Medium::Cubist) => brush::facets(scene, canvas),
        Some(Medium::Watercolour) => wet::watercolour(scene, canvas),
        Some(Medium::Ink) => drawn::ink(scene, canvas),
        Some(Medium::Charcoal) => drawn::charcoal(scene, canvas),
        Some(Medium::Pencil) => drawn::pencil(scene, canvas),
        Some(Medium::Chalk) => drawn::chalk(scene, canvas),
        Some(Medium::Engraving) => drawn::engraving(scene, canvas),
        Some(Medium::Linocut) => printed::linocut(scene, canvas),
        Some(Medium::Print) => printed::halftone(scene, canvas),
        Some(Medium::Pixel) => printed::pixels(scene, canvas),
        Some(Medium::Photograph) => lens::photograph(scene, canvas),
    }
}

/// Grain of a smooth paper: without it, surfaces look like plastic.
fn paper(scene: &Scene, canvas: &mut Canvas, strength: f32) -> Result<(), StudioError> {
    let seed = scene.noise_seed(900);
    let tooth = scene.size(2.6).max(1.4);
    canvas.shade(scene.pulse, |x, y, pixel| {
        let fine = speck(x as i32, y as i32, seed) - 0.5;
        let soft = noise(x / tooth, y / tooth, seed);
        pixel.l += fine * strength + soft * strength;
    })
}
