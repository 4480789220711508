//! The picture to read, borrowed.

use super::error::Error;

/// Rows from the top, three bytes a pixel (red, green, blue).
#[derive(Clone, Copy)]
pub struct Pixels<'a> {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) rgb: &'a [u8],
}

impl<'a> Pixels<'a> {
    /// Fails when the number of bytes is not three times width times height, or is zero.
    pub fn new(width: u32, height: u32, rgb: &'a [u8]) -> Result<Self, Error> {
        let wanted = 3 * u64::from(width) * u64::from(height);
        if wanted == 0 || rgb.len() as u64 != wanted {
            return Err(Error::Pixels { width, height, bytes: rgb.len() });
        }
        Ok(Self { width, height, rgb })
    }

    pub(super) fn pixel(&self, x: u32, y: u32) -> [f32; 3] {
        let at = 3 * (y as usize * self.width as usize + x as usize);
        [self.rgb[at], self.rgb[at + 1], self.rgb[at + 2]].map(f32::from)
    }

    /// The colour at a point between pixels, 0 to 255 a channel; outside, the nearest pixel's.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to the picture before"
    )]
    pub(super) fn sample(&self, x: f32, y: f32) -> [f32; 3] {
        let x = x.clamp(0.0, (self.width - 1) as f32);
        let y = y.clamp(0.0, (self.height - 1) as f32);
        let (left, top) = (x as u32, y as u32);
        let (right, bottom) = ((left + 1).min(self.width - 1), (top + 1).min(self.height - 1));
        let (part_x, part_y) = (x - left as f32, y - top as f32);
        let above = mix(self.pixel(left, top), self.pixel(right, top), part_x);
        let below = mix(self.pixel(left, bottom), self.pixel(right, bottom), part_x);
        mix(above, below, part_y)
    }

    /// The mean colours of the picture cut into `width` by `height` fields. Meant for smaller sizes; a larger
    /// one repeats pixels.
    pub(super) fn means(&self, width: u32, height: u32) -> Vec<[f32; 3]> {
        let columns: Vec<_> = (0..width).map(|x| span(x, width, self.width)).collect();
        let mut means = Vec::with_capacity(width as usize * height as usize);
        let mut sums = vec![[0_u32; 3]; width as usize];
        for y in 0..height {
            let rows = span(y, height, self.height);
            sums.fill([0; 3]);
            for row in rows.clone() {
                let row = &self.rgb[3 * row * self.width as usize..][..3 * self.width as usize];
                for (sum, columns) in sums.iter_mut().zip(&columns) {
                    for pixel in row[3 * columns.start..3 * columns.end].chunks_exact(3) {
                        (0..3).for_each(|channel| sum[channel] += u32::from(pixel[channel]));
                    }
                }
            }
            for (sum, columns) in sums.iter().zip(&columns) {
                let count = (rows.len() * columns.len()) as f32;
                means.push(sum.map(|sum| sum as f32 / count));
            }
        }
        means
    }
}

/// The source pixels that one field covers, at least one.
#[expect(clippy::cast_possible_truncation, reason = "no more than the length")]
fn span(index: u32, fields: u32, length: u32) -> std::ops::Range<usize> {
    let at = |index: u32| (u64::from(index) * u64::from(length) / u64::from(fields)) as usize;
    at(index)..at(index + 1).max(at(index) + 1)
}

fn mix(a: [f32; 3], b: [f32; 3], part: f32) -> [f32; 3] {
    [0, 1, 2].map(|channel| a[channel] + (b[channel] - a[channel]) * part)
}

impl std::fmt::Debug for Pixels<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pixels({}x{})", self.width, self.height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "means of small whole numbers are exact")]
    fn fields_hold_the_mean_of_their_pixels() {
        let rgb: Vec<u8> = [0, 10, 20, 30, 40, 50].iter().flat_map(|value| [*value; 3]).collect();
        let pixels = Pixels::new(3, 2, &rgb).unwrap();
        let means: Vec<f32> = pixels.means(1, 2).iter().map(|mean| mean[0]).collect();
        assert_eq!(means, [10.0, 40.0]);
        assert_eq!(pixels.means(3, 1)[2], [35.0; 3]);
        assert_eq!(pixels.sample(0.5, 0.5), [20.0; 3]);
        assert_eq!(pixels.sample(-5.0, 9.0), [30.0; 3]);
    }

    #[test]
    fn wrong_number_of_bytes_is_refused() {
        assert!(matches!(Pixels::new(2, 2, &[0; 11]), Err(Error::Pixels { .. })));
        assert!(matches!(Pixels::new(0, 2, &[]), Err(Error::Pixels { .. })));
    }
}
