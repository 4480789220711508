//! Finding lines of writing.

use ort::session::Session;
use ort::value::TensorRef;

use super::boxes::Map;
use super::pixels::Pixels;
use super::quad::Quad;
use crate::Error;

/// The long edge that the detector sees when it reads.
const EDGE: u32 = 960;
/// The long edge for a first glance, at a quarter of the work.
const GLANCE_EDGE: u32 = 480;
/// Both sides must be multiples of it.
const STEP: u32 = 32;
/// Of 255. Colours that are nearer to each other are one.
const LEAST_CONTRAST: f32 = 2.0;
/// Means and deviations of the pictures that the detector was trained with: blue, green, red.
const MEAN: [f32; 3] = [0.485, 0.456, 0.406];
const DEVIATION: [f32; 3] = [0.229, 0.224, 0.225];

/// The lines of a picture, in its pixels.
pub(super) fn lines(session: &mut Session, picture: &Pixels<'_>) -> Result<Vec<Quad>, Error> {
    with_map(session, picture, EDGE, |map| {
        let x = picture.width as f32 / map.width as f32;
        let y = picture.height as f32 / map.height as f32;
        map.boxes().iter().map(|found| found.scaled(x, y)).collect()
    })
}

/// The share of the picture that looks like writing.
pub(super) fn share(session: &mut Session, picture: &Pixels<'_>) -> Result<f32, Error> {
    // A method by its name would be of one lifetime only.
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method's name alone does not compile")]
    with_map(session, picture, GLANCE_EDGE, |map| map.share())
}

fn with_map<R>(
    session: &mut Session,
    picture: &Pixels<'_>,
    edge: u32,
    look: impl FnOnce(&Map<'_>) -> R,
) -> Result<R, Error> {
    let (width, height) = fitted(picture.width, picture.height, edge);
    let colours = picture.means(width, height);
    if is_even(&colours) {
        let likely = vec![0.0; colours.len()];
        return Ok(look(&Map { width: width as usize, height: height as usize, likely: &likely }));
    }
    let planes = planes(&colours);
    let input = TensorRef::from_array_view(([1, 3, height as usize, width as usize], planes.as_slice()))?;
    let outputs = session.run(ort::inputs![input])?;
    let (_, likely) = outputs[0].try_extract_tensor::<f32>()?;
    let map = Map { width: width as usize, height: height as usize, likely };
    if likely.len() != map.width * map.height {
        return Err(Error::Runtime("the detector's map has another size than its picture".to_owned()));
    }
    Ok(look(&map))
}

/// The size nearest to the picture's shape whose long edge is at most `edge`. Small pictures grow to whole steps.
fn fitted(width: u32, height: u32, edge: u32) -> (u32, u32) {
    let long = width.max(height).max(1);
    let target = long.min(edge);
    let side = |length: u32| {
        let exact = u64::from(length) * u64::from(target) / u64::from(long);
        let exact = u32::try_from(exact).unwrap_or(edge);
        ((exact + STEP / 2) / STEP).max(1) * STEP
    };
    (side(width), side(height))
}

/// Whether nothing stands out, so that nothing can be written there. The detector, which was never trained with
/// such a picture, is sure of writing in a sixth of it.
fn is_even(colours: &[[f32; 3]]) -> bool {
    let Some(first) = colours.first() else { return true };
    colours.iter().all(|colour| colour.iter().zip(first).all(|(a, b)| (a - b).abs() < LEAST_CONTRAST))
}

fn planes(colours: &[[f32; 3]]) -> Vec<f32> {
    let mut planes = Vec::with_capacity(3 * colours.len());
    for channel in 0..3 {
        let plane = colours.iter().map(|rgb| (rgb[2 - channel] / 255.0 - MEAN[channel]) / DEVIATION[channel]);
        planes.extend(plane);
    }
    planes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_whole_steps_within_the_edge() {
        assert_eq!(fitted(4000, 3000, 960), (960, 736));
        assert_eq!(fitted(100, 10, 960), (96, 32));
        assert_eq!(fitted(1, 60_000, 960), (32, 960));
    }
}
