//! How much of each pixel an outline covers: signed areas summed along the rows, so edges are smooth for free.

use super::number::{Point, at};

/// Coverage of the pixels in a rectangle around an outline.
#[derive(Debug, Default)]
pub(super) struct Coverage {
    pub(super) left: usize,
    pub(super) top: usize,
    pub(super) width: usize,
    pub(super) height: usize,
    cells: Vec<f32>,
}

impl Coverage {
    /// Of closed contours within a canvas of such a size; a contour that turns the other way cuts a hole.
    pub(super) fn of(contours: &[Vec<Point>], width: usize, height: usize) -> Option<Self> {
        let points = || contours.iter().flatten();
        let low = points().fold(at(f32::MAX, f32::MAX), |low, p| at(low.x.min(p.x), low.y.min(p.y)));
        let high = points().fold(at(f32::MIN, f32::MIN), |high, p| at(high.x.max(p.x), high.y.max(p.y)));
        let (left, top) = (low.x.floor().max(0.0) as usize, low.y.floor().max(0.0) as usize);
        let right = (high.x.ceil().max(0.0) as usize).min(width);
        let bottom = (high.y.ceil().max(0.0) as usize).min(height);
        if right <= left || bottom <= top {
            return None;
        }
        let (wide, tall) = (right - left, bottom - top);
        let mut coverage = Self { left, top, width: wide, height: tall, cells: vec![0.0; (wide + 2) * tall] };
        let corner = at(left as f32, top as f32);
        for contour in contours {
            let next = contour.iter().cycle().skip(1);
            for (from, to) in contour.iter().zip(next) {
                coverage.edge(from.minus(corner), to.minus(corner));
            }
        }
        Some(coverage)
    }

    fn edge(&mut self, from: Point, to: Point) {
        let (sign, upper, lower) = if from.y < to.y { (1.0, from, to) } else { (-1.0, to, from) };
        let rise = lower.y - upper.y;
        if rise < 1e-6 {
            return;
        }
        let slope = (lower.x - upper.x) / rise;
        let first = upper.y.max(0.0) as usize;
        let last = (lower.y.ceil().max(0.0) as usize).min(self.height);
        let limit = self.width as f32;
        for row in first..last {
            let (start, end) = (upper.y.max(row as f32), lower.y.min((row + 1) as f32));
            let enter = (upper.x + (start - upper.y) * slope).clamp(0.0, limit);
            let leave = (upper.x + (end - upper.y) * slope).clamp(0.0, limit);
            let line = row * (self.width + 2);
            self.span(line, enter.min(leave), enter.max(leave), (end - start) * sign);
        }
    }

    /// Spreads the height of an edge over the cells that it crosses between two places of one row.
    fn span(&mut self, line: usize, low: f32, high: f32, height: f32) {
        let (first, last) = (low as usize, high.ceil() as usize);
        if last <= first + 1 {
            let share = (low + high) * 0.5 - first as f32;
            self.cells[line + first] += height * (1.0 - share);
            self.cells[line + first + 1] += height * share;
            return;
        }
        let per = height / (high - low);
        let mut carried = 0.0;
        for cell in first..last {
            let (start, end) = (low.max(cell as f32), high.min((cell + 1) as f32));
            let part = per * (end - start);
            // What lies right of the edge within this cell counts at once, the rest from the next cell on.
            let inside = part * ((cell + 1) as f32 - (start + end) * 0.5);
            self.cells[line + cell] += carried + inside;
            carried = part - inside;
        }
        self.cells[line + last] += carried;
    }

    /// Calls back with place and coverage (0 to 1) of each pixel that is covered at all.
    pub(super) fn each(&self, mut visit: impl FnMut(usize, usize, f32)) {
        for (row, cells) in self.cells.chunks_exact(self.width + 2).enumerate() {
            let mut sum = 0.0;
            for (column, cell) in cells[..self.width].iter().enumerate() {
                sum += cell;
                let covered = sum.abs().min(1.0);
                if 0.004 < covered {
                    visit(self.left + column, self.top + row, covered);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(contours: &[Vec<Point>]) -> f32 {
        let mut sum = 0.0;
        if let Some(coverage) = Coverage::of(contours, 40, 40) {
            coverage.each(|_, _, covered| sum += covered);
        }
        sum
    }

    #[test]
    fn covers_the_area_of_the_outline() {
        let square = vec![at(3.25, 4.5), at(13.25, 4.5), at(13.25, 14.5), at(3.25, 14.5)];
        assert!((area(std::slice::from_ref(&square)) - 100.0).abs() < 0.1);
        let triangle = vec![at(2.0, 2.0), at(32.0, 7.3), at(11.0, 36.0)];
        let exact = ((30.0 * 34.0 - 9.0 * 5.3) / 2.0_f32).abs();
        assert!((area(&[triangle]) - exact).abs() < 0.5);
        let hole = vec![at(5.0, 6.0), at(5.0, 9.0), at(8.0, 9.0), at(8.0, 6.0)];
        assert!((area(&[square, hole]) - 91.0).abs() < 0.1);
    }

    #[test]
    fn what_lies_outside_is_cut_off() {
        let wide = vec![at(-500.0, 10.0), at(900.0, 10.0), at(900.0, 20.0), at(-500.0, 20.0)];
        assert!((area(&[wide]) - 400.0).abs() < 0.5);
        assert!(Coverage::of(&[vec![at(50.0, 50.0), at(60.0, 50.0), at(55.0, 60.0)]], 40, 40).is_none());
        assert!(Coverage::of(&[vec![]], 40, 40).is_none());
    }
}
