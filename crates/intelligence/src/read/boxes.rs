//! From a map of how likely each point is writing to slanted boxes around the lines.

use super::quad::Quad;

/// Points at least this likely belong to writing.
const LIKELY: f32 = 0.3;
/// A box whose points are less likely on average is a pattern, not writing.
const CERTAIN: f32 = 0.5;
/// The map marks the core of a line; its letters reach further out, by this share of area over outline.
const GROWTH: f32 = 1.6;
/// Boxes with a shorter side are dirt.
const SHORTEST: f32 = 3.0;
/// Patches with fewer points are dirt too.
const FEWEST_POINTS: usize = 6;
/// A picture with more lines is noise.
const MOST_BOXES: usize = 1000;

/// A map of likelihoods, row by row.
pub(super) struct Map<'a> {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) likely: &'a [f32],
}

impl Map<'_> {
    /// The share of the map that is writing.
    pub(super) fn share(&self) -> f32 {
        let found = self.likely.iter().filter(|value| **value >= LIKELY).count();
        found as f32 / self.likely.len().max(1) as f32
    }

    /// A box for each patch of writing, in points of the map.
    pub(super) fn boxes(&self) -> Vec<Quad> {
        let mut seen = vec![false; self.likely.len()];
        let mut boxes = Vec::new();
        for start in 0..self.likely.len() {
            if seen[start] || self.likely[start] < LIKELY {
                continue;
            }
            let patch = self.patch(start, &mut seen);
            if patch.count >= FEWEST_POINTS && patch.sum / patch.count as f32 >= CERTAIN {
                boxes.extend(enclose(patch.outline));
            }
            if boxes.len() == MOST_BOXES {
                break;
            }
        }
        boxes
    }

    /// Floods the patch around a point.
    fn patch(&self, start: usize, seen: &mut [bool]) -> Patch {
        let mut patch = Patch::default();
        let mut waiting = vec![start];
        seen[start] = true;
        while let Some(at) = waiting.pop() {
            patch.count += 1;
            patch.sum += self.likely[at];
            let (x, y) = (at % self.width, at / self.width);
            let mut inside = 0;
            for next_y in y.saturating_sub(1)..=(y + 1).min(self.height - 1) {
                for next_x in x.saturating_sub(1)..=(x + 1).min(self.width - 1) {
                    let next = next_y * self.width + next_x;
                    if self.likely[next] < LIKELY {
                        continue;
                    }
                    inside += 1;
                    if !seen[next] {
                        seen[next] = true;
                        waiting.push(next);
                    }
                }
            }
            // All nine, itself included: a point in the middle can't be a corner of anything.
            if inside < 9 {
                patch.outline.push([x as f32, y as f32]);
            }
        }
        patch
    }
}

#[derive(Default)]
struct Patch {
    count: usize,
    sum: f32,
    /// Its points that touch something else.
    outline: Vec<[f32; 2]>,
}

/// The smallest box around the points, grown to the full height of the letters.
fn enclose(outline: Vec<[f32; 2]>) -> Option<Quad> {
    let rectangle = smallest_rectangle(&hull(outline))?;
    let (along, across) = (rectangle.half_along, rectangle.half_across);
    if 2.0 * along.min(across) < SHORTEST {
        return None;
    }
    let growth = (4.0 * along * across) * GROWTH / (4.0 * (along + across));
    Some(rectangle.grown(growth))
}

#[derive(Clone, Copy)]
struct Rectangle {
    centre: [f32; 2],
    /// Of length one.
    direction: [f32; 2],
    half_along: f32,
    half_across: f32,
}

impl Rectangle {
    /// Its corners after growing on all sides, starting where level writing would.
    fn grown(self, by: f32) -> Quad {
        let (mut along, mut across) = (self.half_along + by, self.half_across + by);
        let mut direction = self.direction;
        // The direction nearest to level, from left to right.
        if direction[0].abs() < direction[1].abs() {
            (direction, along, across) = ([-direction[1], direction[0]], across, along);
        }
        if direction[0] < 0.0 {
            direction = [-direction[0], -direction[1]];
        }
        let down = [-direction[1], direction[0]];
        let corner = |a: f32, b: f32| {
            [0, 1].map(|axis| self.centre[axis] + a * along * direction[axis] + b * across * down[axis])
        };
        Quad([corner(-1.0, -1.0), corner(1.0, -1.0), corner(1.0, 1.0), corner(-1.0, 1.0)])
    }
}

/// The corners of the convex outline, in order (monotone chain).
fn hull(mut points: Vec<[f32; 2]>) -> Vec<[f32; 2]> {
    points.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
    points.dedup();
    let half = |points: &mut dyn Iterator<Item = &[f32; 2]>| {
        let mut chain: Vec<[f32; 2]> = Vec::new();
        for point in points {
            while let [.., before, last] = chain[..]
                && turn(before, last, *point) <= 0.0
            {
                chain.pop();
            }
            chain.push(*point);
        }
        chain.pop();
        chain
    };
    let mut corners = half(&mut points.iter());
    corners.extend(half(&mut points.iter().rev()));
    corners
}

fn turn(a: [f32; 2], b: [f32; 2], c: [f32; 2]) -> f32 {
    (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/// One side of the smallest rectangle lies on a side of the hull, so each of those is tried.
fn smallest_rectangle(hull: &[[f32; 2]]) -> Option<Rectangle> {
    let sides = hull.iter().zip(hull.iter().cycle().skip(1));
    let rectangles = sides.filter_map(|(a, b)| {
        let (x, y) = (b[0] - a[0], b[1] - a[1]);
        let length = x.hypot(y);
        (length > 0.0).then(|| along(hull, [x / length, y / length]))
    });
    let area = |rectangle: &Rectangle| rectangle.half_along * rectangle.half_across;
    rectangles.min_by(|a, b| area(a).total_cmp(&area(b)))
}

/// The rectangle around the hull with a side in that direction.
fn along(hull: &[[f32; 2]], direction: [f32; 2]) -> Rectangle {
    let down = [-direction[1], direction[0]];
    let extent = |axis: [f32; 2]| {
        let reach = hull.iter().map(|point| point[0] * axis[0] + point[1] * axis[1]);
        reach.fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)))
    };
    let ((left, right), (top, bottom)) = (extent(direction), extent(down));
    let (middle, centre) = (f32::midpoint(left, right), f32::midpoint(top, bottom));
    // Points are the middles of squares, hence the half on every side.
    Rectangle {
        centre: [0, 1].map(|axis| middle * direction[axis] + centre * down[axis] + 0.5),
        direction,
        half_along: (right - left) / 2.0 + 0.5,
        half_across: (bottom - top) / 2.0 + 0.5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(inside: impl Fn(f32, f32) -> bool) -> Vec<f32> {
        let point = |at: usize| if inside((at % 100) as f32, (at / 100) as f32) { 0.9 } else { 0.0 };
        (0..100 * 60).map(point).collect()
    }

    fn boxes(likely: &[f32]) -> Vec<Quad> {
        Map { width: 100, height: 60, likely }.boxes()
    }

    #[test]
    fn level_line_is_enclosed_and_grown() {
        let found = boxes(&drawn(|x, y| (20.0..80.0).contains(&x) && (20.0..30.0).contains(&y)));
        assert_eq!(found.len(), 1);
        let [left, top, right, bottom] = found[0].bounds();
        let growth = 60.0 * 10.0 * GROWTH / 140.0;
        assert!((left - (20.0 - growth)).abs() < 0.01 && (right - (80.0 + growth)).abs() < 0.01, "{found:?}");
        assert!((top - (20.0 - growth)).abs() < 0.01 && (bottom - (30.0 + growth)).abs() < 0.01, "{found:?}");
    }

    #[test]
    fn slanted_line_has_a_slanted_box() {
        let slanted = |x: f32, y: f32| {
            let (along, across) = ((x - 50.0) * 0.8 + (y - 30.0) * 0.6, (y - 30.0) * 0.8 - (x - 50.0) * 0.6);
            along.abs() < 30.0 && across.abs() < 5.0
        };
        let found = boxes(&drawn(slanted));
        assert_eq!(found.len(), 1);
        let [start, end, ..] = found[0].0;
        let angle = (end[1] - start[1]).atan2(end[0] - start[0]).to_degrees();
        assert!((angle - 36.87).abs() < 3.0, "{angle}");
    }

    #[test]
    fn dirt_and_faint_patterns_are_no_lines() {
        assert_eq!(boxes(&drawn(|x, y| x.max(y) < 2.0)), []);
        let faint: Vec<f32> = drawn(|x, _| x < 50.0).iter().map(|value| value * 0.4).collect();
        assert_eq!(boxes(&faint), []);
    }
}
