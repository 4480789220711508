//! Outlines of simple shapes, each about a unit circle around the origin with y downward.

use super::dice::Dice;
use super::number::{Point, at, cos, power, sin};
use super::words::Subject;

/// Closed lines; one that turns the other way than its surrounding one is a hole.
pub(super) type Contours = Vec<Vec<Point>>;

/// A curve through so many places, from 0 to 1.
fn curve(count: usize, place: impl Fn(f32) -> Point) -> Vec<Point> {
    (0..count).map(|step| place(step as f32 / count as f32)).collect()
}

/// Points by angle in turns and distance.
pub(super) fn polar(count: usize, distance: impl Fn(f32) -> f32) -> Vec<Point> {
    curve(count, |t| at(0.0, 0.0).toward(t, distance(t)))
}

/// A regular polygon with a corner on top.
pub(super) fn polygon(corners: usize) -> Vec<Point> {
    curve(corners.max(3), |t| at(0.0, 0.0).toward(t - 0.25, 1.0))
}

pub(super) fn circle() -> Vec<Point> {
    polar(72, |_| 1.0)
}

/// A star with such an inner radius.
pub(super) fn star(points: usize, inner: f32) -> Vec<Point> {
    (0..points * 2)
        .map(|corner| {
            let turn = corner as f32 / (points * 2) as f32 - 0.25;
            at(0.0, 0.0).toward(turn, if corner % 2 == 0 { 1.0 } else { inner })
        })
        .collect()
}

/// A rectangle by its middle, half its width and half its height.
pub(super) fn rectangle(middle: Point, wide: f32, tall: f32) -> Vec<Point> {
    [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]
        .map(|(x, y)| middle.plus(at(x * wide, y * tall)))
        .to_vec()
}

/// Two arcs that meet in points left and right; `fullness` is the half height.
pub(super) fn lens(fullness: f32, blunt: f32) -> Vec<Point> {
    let edge = |t: f32| fullness * power(sin(t * 0.5), blunt);
    let mut upper: Vec<Point> =
        (0..24).map(|i| i as f32 / 24.0).map(|t| at(t * 2.0 - 1.0, -edge(t))).collect();
    upper.extend((0..24).map(|i| 1.0 - i as f32 / 24.0).map(|t| at(t * 2.0 - 1.0, edge(t))));
    upper
}

fn heart() -> Vec<Point> {
    curve(64, |t| {
        let s = sin(t);
        let y = 13.0 * cos(t) - 5.0 * cos(2.0 * t) - 2.0 * cos(3.0 * t) - cos(4.0 * t);
        at(s * s * s, -(y + 2.5) / 16.0)
    })
}

fn crescent() -> Vec<Point> {
    let mut outer: Vec<Point> =
        (0..=40).map(|i| at(0.0, 0.0).toward(0.08 + i as f32 / 40.0 * 0.84, 1.0)).collect();
    let (tip, reach) = (at(0.0, 0.0).toward(0.08, 1.0), 0.78);
    let middle = at(tip.x - (reach * reach - tip.y * tip.y).max(0.0).sqrt(), 0.0);
    let spread = super::number::angle(tip.y, tip.x - middle.x);
    outer.extend(
        (0..=32).map(|i| middle.toward(1.0 - spread - (1.0 - 2.0 * spread) * i as f32 / 32.0, reach)),
    );
    outer
}

fn sun(dice: &mut Dice) -> Contours {
    let rays = 12 + dice.below(3) * 2;
    let mut all = vec![polar(64, |_| 0.56)];
    for ray in 0..rays {
        let turn = ray as f32 / rays as f32;
        let half = 0.16 / rays as f32;
        let reach = if ray % 2 == 0 { 1.0 } else { 0.84 };
        let origin = at(0.0, 0.0);
        all.push(vec![
            origin.toward(turn - half * 2.0, 0.66),
            origin.toward(turn, reach),
            origin.toward(turn + half * 2.0, 0.66),
        ]);
    }
    all
}

fn mountain(dice: &mut Dice) -> Contours {
    let mut line = vec![at(-1.15, 0.75)];
    for (x, y) in [(-0.72, -0.05), (-0.45, 0.16), (0.02, -0.85), (0.3, -0.3), (0.48, -0.44), (1.15, 0.75)] {
        line.push(at(x + dice.near() * 0.05, if y < 0.7 { y + dice.near() * 0.06 } else { y }));
    }
    vec![line]
}

fn wave() -> Vec<Point> {
    let crest = |t: f32| -0.12 + 0.22 * sin(t * 1.5);
    let mut line: Vec<Point> =
        (0..=48).map(|i| i as f32 / 48.0).map(|t| at(t * 2.4 - 1.2, crest(t) - 0.22)).collect();
    line.extend((0..=48).map(|i| 1.0 - i as f32 / 48.0).map(|t| at(t * 2.4 - 1.2, crest(t) + 0.22)));
    line
}

fn tree(dice: &mut Dice) -> Contours {
    if dice.chance(0.5) {
        let mut line = vec![at(0.0, -1.0)];
        let side =
            [(0.34, -0.42), (0.18, -0.42), (0.52, 0.12), (0.28, 0.12), (0.68, 0.66), (0.1, 0.66), (0.1, 1.0)];
        line.extend(side.map(|(x, y)| at(x, y)));
        line.extend(side.iter().rev().map(|(x, y)| at(-x, *y)));
        return vec![line];
    }
    let phase = dice.unit();
    let crown = polar(60, |t| 0.62 + 0.05 * sin(t * 7.0 + phase) + 0.04 * sin(t * 4.0 + phase * 3.0));
    let trunk = vec![at(-0.07, 0.1), at(0.07, 0.1), at(0.12, 1.0), at(-0.12, 1.0)];
    vec![crown.into_iter().map(|p| p.plus(at(0.0, -0.36))).collect(), trunk]
}

fn city(dice: &mut Dice) -> Contours {
    let mut all = Vec::new();
    let mut x = -1.1;
    while x < 1.0 {
        let wide = dice.between(0.1, 0.2);
        let roof = -0.8 * (1.0 - x * x * 0.6) * dice.between(0.35, 1.0);
        all.push(vec![at(x, roof), at(x + wide, roof), at(x + wide, 0.62), at(x, 0.62)]);
        // Windows are holes: rectangles that turn the other way.
        let floors = ((0.62 - roof) / 0.14) as u32;
        for floor in 0..floors {
            for side in [0.28, 0.72] {
                if dice.chance(0.55) {
                    let pane = at(x + wide * side, roof + 0.1 + floor as f32 * 0.14);
                    all.push(rectangle(pane, wide * 0.13, 0.034).into_iter().rev().collect());
                }
            }
        }
        if dice.chance(0.25) {
            let mast = x + wide * 0.5;
            all.push(vec![
                at(mast - 0.012, roof - 0.2),
                at(mast + 0.012, roof - 0.2),
                at(mast + 0.012, roof),
                at(mast - 0.012, roof),
            ]);
        }
        x += wide;
    }
    all
}

fn flower(dice: &mut Dice) -> Contours {
    let petals = (5 + dice.below(4)) as f32;
    let sharp = dice.between(0.45, 0.8);
    let rim = polar(petals as usize * 16, |t| 0.34 + 0.66 * power(sin(t * petals * 0.5).abs(), sharp));
    let eye = polar(32, |t| 0.16 + 0.0 * t).into_iter().rev().collect();
    vec![rim, eye]
}

fn fish() -> Contours {
    let body = lens(0.42, 0.8).into_iter().map(|p| at(p.x * 0.8 + 0.16, p.y)).collect();
    let tail = vec![at(-0.5, 0.0), at(-1.0, -0.42), at(-0.86, 0.0), at(-1.0, 0.42)];
    let eye = polar(16, |_| 0.055).into_iter().rev().map(|p| p.plus(at(0.62, -0.09))).collect();
    vec![body, tail, eye]
}

/// A gull from afar: two bows that meet.
fn bird() -> Contours {
    let bow = |t: f32| -0.34 * power(sin(t * 0.5), 0.8) + 0.16 * t * t;
    let mut line = Vec::new();
    for i in 0..=24 {
        let t = 1.0 - i as f32 / 24.0;
        line.push(at(-t, bow(t)));
    }
    line.extend((1..=24).map(|i| i as f32 / 24.0).map(|t| at(t, bow(t))));
    let thick = |t: f32| 0.2 * (1.0 - t) * (0.35 + t * 2.2).min(1.0) + 0.015;
    line.extend((0..=24).map(|i| 1.0 - i as f32 / 24.0).map(|t| at(t, bow(t) + thick(t))));
    line.extend((1..=24).map(|i| i as f32 / 24.0).map(|t| at(-t, bow(t) + thick(t))));
    vec![line]
}

fn leaf() -> Contours {
    let blade = lens(0.46, 0.85);
    let vein = vec![at(-0.96, -0.012), at(-0.96, 0.012), at(0.7, 0.006), at(0.7, -0.006)];
    let turned = |line: Vec<Point>| line.into_iter().map(|p| p.turned(-0.125)).collect();
    vec![turned(blade), turned(vein)]
}

fn cloud() -> Contours {
    let puff =
        |x: f32, y: f32, r: f32| polar(40, |_| r).into_iter().map(|p| p.plus(at(x, y))).collect::<Vec<_>>();
    vec![
        puff(-0.5, 0.1, 0.36),
        puff(0.0, -0.14, 0.48),
        puff(0.52, 0.08, 0.38),
        rectangle(at(0.0, 0.27), 0.55, 0.19),
    ]
}

fn house() -> Contours {
    let walls = vec![at(-0.7, -0.05), at(0.0, -0.8), at(0.7, -0.05), at(0.7, 0.8), at(-0.7, 0.8)];
    let door = vec![at(-0.14, 0.8), at(0.14, 0.8), at(0.14, 0.3), at(-0.14, 0.3)];
    vec![walls, door]
}

fn boat() -> Contours {
    let hull = vec![at(-0.9, 0.42), at(0.9, 0.42), at(0.58, 0.8), at(-0.6, 0.8)];
    let main = vec![at(-0.02, -0.95), at(-0.02, 0.32), at(-0.72, 0.32)];
    let jib = vec![at(0.06, -0.75), at(0.62, 0.32), at(0.06, 0.32)];
    vec![hull, main, jib]
}

/// The outline of a thing, or `None` for what has none of its own (rain, snow, the sea).
pub(super) fn of(subject: Subject, dice: &mut Dice) -> Option<Contours> {
    Some(match subject {
        Subject::Bird => bird(),
        Subject::Boat => boat(),
        Subject::Circle => vec![circle()],
        Subject::City => city(dice),
        Subject::Cloud => cloud(),
        Subject::Diamond => vec![vec![at(0.0, -1.0), at(0.66, 0.0), at(0.0, 1.0), at(-0.66, 0.0)]],
        Subject::Fish => fish(),
        Subject::Flower => flower(dice),
        Subject::Heart => vec![heart()],
        Subject::Hexagon => vec![polygon(6)],
        Subject::House => house(),
        Subject::Leaf => leaf(),
        Subject::Moon => vec![crescent().into_iter().map(|p| p.turned(-0.06)).collect()],
        Subject::Mountain => mountain(dice),
        Subject::Square => vec![rectangle(at(0.0, 0.0), 0.82, 0.82)],
        Subject::Star => vec![star(5, 0.42)],
        Subject::Stripe => {
            (0_u8..5).map(|i| rectangle(at(0.0, f32::from(i) * 0.4 - 0.8), 1.0, 0.11)).collect()
        }
        Subject::Sun => sun(dice),
        Subject::Tree => tree(dice),
        Subject::Triangle => vec![polygon(3)],
        Subject::Wave => (0_u8..3)
            .map(|i| wave().into_iter().map(|p| p.plus(at(0.0, f32::from(i) * 0.62 - 0.5))).collect())
            .collect(),
        Subject::Rain | Subject::Sea | Subject::Snow => return None,
    })
}

/// Contours moved to a place, grown and turned.
pub(super) fn placed(contours: &[Vec<Point>], middle: Point, size: f32, turns: f32) -> Contours {
    contours
        .iter()
        .map(|line| line.iter().map(|p| p.turned(turns).times(size).plus(middle)).collect())
        .collect()
}

/// A band along a line, as wide on each side as the width says at that share of its length.
pub(super) fn band(line: &[Point], half: impl Fn(f32) -> f32) -> Vec<Point> {
    let last = line.len().saturating_sub(1);
    let side = |sign: f32, index: usize| {
        let along = line[(index + 1).min(last)].minus(line[index.saturating_sub(1)]);
        let length = along.length().max(1e-6);
        let wide = half(index as f32 / last.max(1) as f32) * sign / length;
        line[index].plus(at(-along.y * wide, along.x * wide))
    };
    (0..line.len())
        .map(|index| side(-1.0, index))
        .chain((0..line.len()).rev().map(|index| side(1.0, index)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlines_stay_about_the_unit_circle() {
        let mut dice = Dice::new(3);
        let all = [
            Subject::Bird,
            Subject::Boat,
            Subject::City,
            Subject::Fish,
            Subject::Flower,
            Subject::Heart,
            Subject::Leaf,
            Subject::Moon,
            Subject::Mountain,
            Subject::Star,
            Subject::Sun,
            Subject::Tree,
            Subject::Wave,
            Subject::Cloud,
        ];
        for subject in all {
            let outline = of(subject, &mut dice).expect("these have an outline");
            let reach = outline.iter().flatten().map(|p| p.length()).fold(0.0, f32::max);
            assert!((0.8..1.7).contains(&reach), "{subject:?}: {reach}");
        }
        assert!(of(Subject::Rain, &mut dice).is_none());
    }
}
