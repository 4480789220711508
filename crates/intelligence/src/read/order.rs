//! The order in which people read lines.

use super::Line;

/// Lines whose middles are within this share of their height stand beside each other.
const SAME_ROW: f32 = 0.5;

/// Sorts from top to bottom, and within a row from left to right.
pub(super) fn arrange(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|a, b| middle(a).total_cmp(&middle(b)));
    let mut rows: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        match rows.iter_mut().rev().take(3).find(|row| row.iter().any(|other| beside(other, &line))) {
            Some(row) => row.push(line),
            None => rows.push(vec![line]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.place.bounds()[0].total_cmp(&b.place.bounds()[0]));
    }
    rows.into_iter().flatten().collect()
}

fn middle(line: &Line) -> f32 {
    let [_, top, _, bottom] = line.place.bounds();
    f32::midpoint(top, bottom)
}

/// Whether the start of one is level with the end of the other, slants included.
fn beside(left: &Line, right: &Line) -> bool {
    let (first, second) =
        if left.place.bounds()[0] <= right.place.bounds()[0] { (left, right) } else { (right, left) };
    let end = f32::midpoint(first.place.0[1][1], first.place.0[2][1]);
    let start = f32::midpoint(second.place.0[0][1], second.place.0[3][1]);
    let overlap = first.place.bounds()[2] - second.place.bounds()[0];
    let height = first.place.height().min(second.place.height());
    (end - start).abs() < SAME_ROW * height && overlap < height
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Quad, Word};

    fn line(text: &str, left: f32, top: f32) -> Line {
        let place = Quad::level(left, top, left + 100.0, top + 20.0);
        Line { place, confidence: 1.0, words: vec![Word { text: text.to_owned(), place, confidence: 1.0 }] }
    }

    #[test]
    fn rows_come_before_columns() {
        let lines = vec![line("total", 0.0, 64.0), line("9.50", 200.0, 60.0), line("title", 30.0, 0.0)];
        let texts: Vec<String> = arrange(lines).iter().map(Line::text).collect();
        assert_eq!(texts, ["title", "total", "9.50"]);
    }
}
