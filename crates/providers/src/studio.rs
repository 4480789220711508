//! The studio: pictures made on this machine from a prompt and a seed, without key, network or model weights.
//!
//! It is arithmetic, not a neural network, and claims no more: words for colours, moods, times and materials choose
//! the palette, words for simple shapes put their outline in where the model suits, words for a medium choose the
//! texture, and every other word moves the composition. The same model and parameters give the same bytes on every
//! machine, so pictures can be asked for again, compared, and used in tests.
//!
//! [`paint`] computes, for up to a quarter of a second and more for large pictures: call it on a bounded pool of
//! threads, never on async ones. It throws no dice of its own: a missing seed is the caller's to draw.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "places on a canvas of at most 2048 pixels, and hashes whose lower bits are wanted"
)]
#![expect(
    clippy::many_single_char_names,
    clippy::similar_names,
    reason = "the names that geometry and colour use"
)]

mod canvas;
mod colour;
mod dice;
mod models;
mod noise;
mod number;
mod outline;
mod palette;
mod raster;
mod request;
mod scene;
mod texture;
mod words;

pub use models::{MODELS, StudioModel};
use request::Request;
use scene::Scene;
use serde_json::{Map, Value};

/// A finished picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Painting {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The file: PNG with three channels of a byte, without metadata.
    pub png: Vec<u8>,
    /// The seed that it was painted from.
    pub seed: u64,
    /// The colours chosen for it, as `#rrggbb`: the ground first, the ink last.
    pub palette: Vec<String>,
}

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum StudioError {
    /// A parameter that the model's schema does not allow, or that is missing.
    #[error("parameter {name}: {reason}")]
    Parameter {
        /// Its name; `model` when there is no such model.
        name: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Nobody waits for it any more.
    #[error("the picture was cancelled")]
    Cancelled,
    /// The file could not be written.
    #[error("the picture could not be encoded: {0}")]
    Encoding(#[from] png::EncodingError),
}

/// Asks now and then whether somebody still waits.
struct Pulse<'a> {
    cancelled: &'a dyn Fn() -> bool,
}

impl std::fmt::Debug for Pulse<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pulse")
    }
}

impl Pulse<'_> {
    fn beat(&self) -> Result<(), StudioError> {
        if (self.cancelled)() { Err(StudioError::Cancelled) } else { Ok(()) }
    }
}

/// Paints a picture. `parameters` are those of the model's [`StudioModel::parameter_schema`]; the seed must be among
/// them. `cancelled` is asked several times a millisecond, and stops the work when it says yes.
pub fn paint(
    model: &str,
    parameters: &Map<String, Value>,
    cancelled: &dyn Fn() -> bool,
) -> Result<Painting, StudioError> {
    let model = StudioModel::find(model).ok_or_else(|| StudioError::Parameter {
        name: "model".to_owned(),
        reason: format!("the studio has no model {model:?}"),
    })?;
    let request = Request::of(model, parameters)?;
    let pulse = Pulse { cancelled };
    let scene = Scene::of(model, &request, &pulse);
    let mut canvas = scene.canvas();
    scene.beat()?;
    (model.paint)(&scene, &mut canvas)?;
    texture::finish(&scene, &mut canvas)?;
    let pixels = bytes(&scene, &canvas)?;
    Ok(Painting {
        width: request.width,
        height: request.height,
        png: encoded(&pixels, request.width, request.height)?,
        seed: request.seed,
        palette: scene.palette.names(),
    })
}

fn bytes(scene: &Scene, canvas: &canvas::Canvas) -> Result<Vec<u8>, StudioError> {
    let mut bytes = Vec::with_capacity(canvas.pixels.len() * 3);
    for row in canvas.pixels.chunks_exact(canvas.width) {
        scene.beat()?;
        if scene.palette.avoids() {
            bytes.extend(row.iter().flat_map(|pixel| scene.palette.without_avoided(*pixel).to_srgb()));
        } else {
            bytes.extend(row.iter().flat_map(|pixel| pixel.to_srgb()));
        }
    }
    Ok(bytes)
}

fn encoded(pixels: &[u8], width: u32, height: u32) -> Result<Vec<u8>, StudioError> {
    let mut file = Vec::with_capacity(pixels.len() / 2);
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()?;
    Ok(file)
}
