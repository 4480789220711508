//! What is painted on: pixels in `OKLab`, so that colours mix as the eye expects.

use super::colour::Lab;
use super::number::{Point, at};
use super::raster::Coverage;
use super::{Pulse, StudioError};

/// Pixels by rows from the upper left.
#[derive(Clone, Debug)]
pub(super) struct Canvas {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) pixels: Vec<Lab>,
}

impl Canvas {
    pub(super) fn new(width: usize, height: usize, ground: Lab) -> Self {
        Self { width, height, pixels: vec![ground; width * height] }
    }

    /// The colour nearest to a place, which may lie outside.
    pub(super) fn near(&self, x: f32, y: f32) -> Lab {
        let column = (x.max(0.0) as usize).min(self.width - 1);
        let row = (y.max(0.0) as usize).min(self.height - 1);
        self.pixels[row * self.width + column]
    }

    /// The colour at a place between pixels.
    pub(super) fn between(&self, x: f32, y: f32) -> Lab {
        let x = (x - 0.5).clamp(0.0, (self.width - 1) as f32);
        let y = (y - 0.5).clamp(0.0, (self.height - 1) as f32);
        let (column, row) = (x as usize, y as usize);
        let (right, below) = ((column + 1).min(self.width - 1), (row + 1).min(self.height - 1));
        let (u, v) = (x - column as f32, y - row as f32);
        let upper = self.pixels[row * self.width + column].mix(self.pixels[row * self.width + right], u);
        let lower = self.pixels[below * self.width + column].mix(self.pixels[below * self.width + right], u);
        upper.mix(lower, v)
    }

    /// Lays a colour over a pixel.
    pub(super) fn blend(&mut self, column: usize, row: usize, colour: Lab, share: f32) {
        let pixel = &mut self.pixels[row * self.width + column];
        *pixel = pixel.mix(colour, share);
    }

    /// Visits every pixel with the place of its middle; stops when nobody waits any more.
    pub(super) fn shade(
        &mut self,
        pulse: &Pulse,
        mut paint: impl FnMut(f32, f32, &mut Lab),
    ) -> Result<(), StudioError> {
        for (row, pixels) in self.pixels.chunks_exact_mut(self.width).enumerate() {
            if row % 16 == 0 {
                pulse.beat()?;
            }
            let y = row as f32 + 0.5;
            for (column, pixel) in pixels.iter_mut().enumerate() {
                paint(column as f32 + 0.5, y, pixel);
            }
        }
        Ok(())
    }

    /// Fills contours; the colour and its share come from the place.
    pub(super) fn fill_with(
        &mut self,
        contours: &[Vec<Point>],
        mut paint: impl FnMut(f32, f32) -> (Lab, f32),
    ) {
        if let Some(coverage) = Coverage::of(contours, self.width, self.height) {
            coverage.each(|column, row, covered| {
                let (colour, share) = paint(column as f32 + 0.5, row as f32 + 0.5);
                self.blend(column, row, colour, share * covered);
            });
        }
    }

    /// Fills contours with one colour.
    pub(super) fn fill(&mut self, contours: &[Vec<Point>], colour: Lab, share: f32) {
        self.fill_with(contours, |_, _| (colour, share));
    }

    /// Visits the pixels of a disc with place, distance from its middle, and how much of the pixel lies inside.
    pub(super) fn disc(
        &mut self,
        middle: Point,
        radius: f32,
        mut paint: impl FnMut(&mut Lab, Point, f32, f32),
    ) {
        let reach = radius + 1.0;
        let first = (middle.y - reach).max(0.0) as usize;
        let last = ((middle.y + reach).max(0.0) as usize + 1).min(self.height);
        let left = (middle.x - reach).max(0.0) as usize;
        let right = ((middle.x + reach).max(0.0) as usize + 1).min(self.width);
        for row in first..last {
            for column in left..right {
                let place = at(column as f32 + 0.5, row as f32 + 0.5);
                let distance = place.minus(middle).length();
                let inside = (radius - distance + 0.5).clamp(0.0, 1.0);
                if 0.0 < inside {
                    paint(&mut self.pixels[row * self.width + column], place, distance, inside);
                }
            }
        }
    }

    /// Visits the pixels of a turned rectangle, given by its middle, its direction (cosine and sine) and half its
    /// sides, with each one's place from the middle.
    pub(super) fn slab(
        &mut self,
        middle: Point,
        (c, s): (f32, f32),
        (long, wide): (f32, f32),
        mut paint: impl FnMut(&mut Lab, Point),
    ) {
        let tall = long * s.abs() + wide * c.abs();
        let first = (middle.y - tall).max(0.0) as usize;
        let last = ((middle.y + tall).max(0.0) as usize + 1).min(self.height);
        for row in first..last {
            let y = row as f32 + 0.5 - middle.y;
            // Both pairs of sides bound x: |x c + y s| < long and |y c - x s| < wide.
            let (mut low, mut high) = (-long - wide, long + wide);
            if 1e-4 < c.abs() {
                let (one, other) = ((-long - y * s) / c, (long - y * s) / c);
                (low, high) = (low.max(one.min(other)), high.min(one.max(other)));
            }
            if 1e-4 < s.abs() {
                let (one, other) = ((y * c - wide) / s, (y * c + wide) / s);
                (low, high) = (low.max(one.min(other)), high.min(one.max(other)));
            }
            let left = (middle.x + low).max(0.0) as usize;
            let right = ((middle.x + high).max(0.0).ceil() as usize).min(self.width);
            for column in left..right {
                let pixel = &mut self.pixels[row * self.width + column];
                paint(pixel, at(column as f32 + 0.5 - middle.x, y));
            }
        }
    }

    /// The lightness of every pixel, each the mean of a square of such a reach around it.
    pub(super) fn softened(&self, reach: usize) -> Vec<f32> {
        let light: Vec<f32> = self.pixels.iter().map(|pixel| pixel.l).collect();
        let across = mean_of_rows(&light, self.width, reach);
        let turned = transposed(&across, self.width);
        transposed(&mean_of_rows(&turned, self.height, reach), self.height)
    }
}

fn mean_of_rows(values: &[f32], width: usize, reach: usize) -> Vec<f32> {
    let mut means = Vec::with_capacity(values.len());
    for row in values.chunks_exact(width) {
        let at = |place: usize| row[place.clamp(reach, width - 1 + reach) - reach];
        let mut sum: f32 = (0..=2 * reach).map(at).sum();
        for place in 0..width {
            means.push(sum / (2 * reach + 1) as f32);
            sum += at(place + 2 * reach + 1) - at(place);
        }
    }
    means
}

fn transposed(values: &[f32], width: usize) -> Vec<f32> {
    let height = values.len() / width;
    let mut turned = Vec::with_capacity(values.len());
    for column in 0..width {
        turned.extend((0..height).map(|row| values[row * width + column]));
    }
    turned
}

/// Which pixels lie within contours, as shares from 0 to 1.
#[derive(Debug)]
pub(super) struct Mask {
    width: usize,
    height: usize,
    cells: Vec<f32>,
}

impl Mask {
    pub(super) fn of(contours: &[Vec<Point>], width: usize, height: usize) -> Self {
        let mut cells = vec![0.0; width * height];
        if let Some(coverage) = Coverage::of(contours, width, height) {
            coverage.each(|column, row, covered| cells[row * width + column] = covered);
        }
        Self { width, height, cells }
    }

    /// How much of the pixel at a place lies inside; nothing does outside the canvas.
    pub(super) fn at(&self, x: f32, y: f32) -> f32 {
        if x < 0.0 || y < 0.0 {
            return 0.0;
        }
        let (column, row) = (x as usize, y as usize);
        if self.width <= column || self.height <= row { 0.0 } else { self.cells[row * self.width + column] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn softening_keeps_the_mean_and_spreads_a_point() {
        let mut canvas = Canvas::new(9, 7, Lab::default());
        canvas.blend(4, 3, Lab { l: 1.0, ..Lab::default() }, 1.0);
        let soft = canvas.softened(1);
        assert!((soft.iter().sum::<f32>() - 1.0).abs() < 1e-5);
        assert!((soft[3 * 9 + 4] - 1.0 / 9.0).abs() < 1e-6);
        assert!((soft[2 * 9 + 3] - 1.0 / 9.0).abs() < 1e-6);
        assert!(soft[0].abs() < 1e-6);
    }

    #[test]
    fn a_mask_is_empty_outside_the_canvas() {
        let mask = Mask::of(&[vec![at(0.0, 0.0), at(4.0, 0.0), at(4.0, 4.0), at(0.0, 4.0)]], 8, 8);
        assert!((mask.at(2.0, 2.0) - 1.0).abs() < 1e-6);
        assert!(mask.at(6.0, 2.0).abs() < 1e-6);
        assert!(mask.at(-1.0, 2.0).abs() < 1e-6 && mask.at(3.0, 900.0).abs() < 1e-6);
    }
}
