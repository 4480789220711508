//! A line cut out of the picture, laid level and brought to the height that the recogniser reads.

use super::pixels::Pixels;
use super::quad::Quad;

/// Rows of a line as the recogniser takes it.
pub(super) const HEIGHT: usize = 48;
/// Columns that the recogniser was trained with at least; shorter lines are filled up.
const LEAST_WIDTH: usize = 160;
/// A longer line is squeezed: nothing that people write is that long.
const MOST_WIDTH: usize = 2400;
/// Finer than this, sampling a large letter gains nothing.
const FINEST: f32 = 4.0;

/// A level line: three planes (blue, green, red) of [`HEIGHT`] rows, -1 to 1.
pub(super) struct Strip {
    pub(super) width: usize,
    /// Columns with picture in them; the rest is filled with zeros.
    pub(super) used: usize,
    pub(super) planes: Vec<f32>,
}

/// Cuts the place out. Writing that stands on its end is laid down.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lengths of a picture")]
pub(super) fn strip(picture: &Pixels<'_>, place: &Quad) -> Strip {
    let height = place.height().max(1.0);
    let used = (place.width() * HEIGHT as f32 / height).round().clamp(8.0, MOST_WIDTH as f32) as usize;
    let width = used.max(LEAST_WIDTH).next_multiple_of(8);
    let mut planes = vec![0.0; 3 * HEIGHT * width];
    // Enough samples to a target pixel that no source pixel is passed over.
    let samples = (height / HEIGHT as f32).clamp(1.0, FINEST).ceil() as usize;
    let [origin, end, _, below] = place.0;
    let (steps_x, steps_y) = ((used * samples) as f32, (HEIGHT * samples) as f32);
    let right = [(end[0] - origin[0]) / steps_x, (end[1] - origin[1]) / steps_x];
    let down = [(below[0] - origin[0]) / steps_y, (below[1] - origin[1]) / steps_y];
    let scale = 1.0 / (samples * samples) as f32;
    for y in 0..HEIGHT {
        for x in 0..used {
            let mut sum = [0.0; 3];
            for fine_y in 0..samples {
                for fine_x in 0..samples {
                    let (a, b) = ((x * samples + fine_x) as f32 + 0.5, (y * samples + fine_y) as f32 + 0.5);
                    let at = [0, 1].map(|axis| origin[axis] + a * right[axis] + b * down[axis] - 0.5);
                    let colour = picture.sample(at[0], at[1]);
                    (0..3).for_each(|channel| sum[channel] += colour[channel]);
                }
            }
            for (channel, total) in sum.into_iter().enumerate() {
                // The recogniser was trained on blue first.
                let at = ((2 - channel) * HEIGHT + y) * width + x;
                planes[at] = total * scale / 127.5 - 1.0;
            }
        }
    }
    Strip { width, used, planes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slanted_place_is_laid_level() {
        // Dark below the diagonal, bright above it.
        let rgb: Vec<u8> =
            (0..100 * 100).flat_map(|at| if at / 100 > at % 100 { [0; 3] } else { [255; 3] }).collect();
        let picture = Pixels::new(100, 100, &rgb).unwrap();
        // Along the diagonal, reaching ten pixels to both sides.
        let place = Quad([[27.0, 13.0], [87.0, 73.0], [73.0, 87.0], [13.0, 27.0]]);
        let strip = strip(&picture, &place);
        let at = |x: usize, y: usize| strip.planes[y * strip.width + x];
        for x in [10, strip.used / 2, strip.used - 10] {
            assert!(at(x, 10) > 0.9 && at(x, 38) < -0.9, "column {x}: {} {}", at(x, 10), at(x, 38));
        }
        assert_eq!(strip.used, 206);
        assert!(strip.planes[strip.used..strip.width].iter().all(|value| *value == 0.0));
    }
}
