//! Small abstract studies, painted stroke by stroke: a sky, a ground, and what stands out of them.
//!
//! All of it is whole numbers, and a seed makes the same picture everywhere.

use atelier_media::Picture;

/// Red, green and blue.
pub(super) type Paint = [u8; 3];

/// What is painted.
pub(super) struct Study {
    pub(super) name: &'static str,
    pub(super) seed: u32,
    pub(super) size: (u32, u32),
    /// Where the sky ends, in percent from above.
    pub(super) horizon: u32,
    /// From above down.
    pub(super) sky: &'static [Paint],
    /// From the horizon down.
    pub(super) ground: &'static [Paint],
    /// What stands out: its paint, how many strokes, and whether they stand or lie.
    pub(super) accents: &'static [(Paint, u32, Lie)],
}

/// How strokes of an accent lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lie {
    /// Masts, stems and cranes.
    Upright,
    /// Reflections and cracks.
    Flat,
    /// Lamps, stains and seed heads.
    Round,
}

/// Strokes of sky and ground for each thousand pixels.
const DENSE: u32 = 4;

/// Whole numbers that look like chance.
struct Dice(u32);

impl Dice {
    /// Below `limit`, which is no zero.
    fn below(&mut self, limit: u32) -> u32 {
        // Xorshift, by Marsaglia; the upper bits are the better ones.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        (self.0 >> 8) % limit.max(1)
    }

    fn between(&mut self, least: u32, most: u32) -> u32 {
        least + self.below(most - least + 1)
    }
}

/// Where a stroke lies: its middle, half its width and height, and how much of what is below it covers, to 255.
struct Stroke {
    x: u32,
    y: u32,
    wide: u32,
    high: u32,
    cover: u32,
}

struct Canvas {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
}

impl Canvas {
    /// Lays paint on, the more the nearer to the middle, in an ellipse.
    fn stroke(&mut self, stroke: &Stroke, paint: Paint) {
        let Stroke { x, y, wide, high, cover } = *stroke;
        let (top, bottom) = (y.saturating_sub(high), (y + high).min(self.height));
        for row in top..bottom {
            let off = row.abs_diff(y);
            let half = wide * (high * high - (off * off).min(high * high)) / (high * high).max(1);
            let (left, right) = (x.saturating_sub(half), (x + half).min(self.width));
            for column in left..right {
                self.blend(row * self.width + column, cover, paint);
            }
        }
    }

    fn blend(&mut self, pixel: u32, cover: u32, paint: Paint) {
        let at = usize::try_from(pixel).unwrap_or(usize::MAX).saturating_mul(3);
        let Some(below) = self.rgb.get_mut(at..at.saturating_add(3)) else { return };
        for (below, paint) in below.iter_mut().zip(paint) {
            let mixed = (u32::from(*below) * (255 - cover) + u32::from(paint) * cover) / 255;
            *below = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
    }
}

/// Paints a study.
pub(super) fn paint(study: &Study) -> Option<Picture> {
    let (width, height) = study.size;
    let first = study.sky.first().copied().unwrap_or([128; 3]);
    let pixels = usize::try_from(width * height).ok()?;
    let mut canvas = Canvas { width, height, rgb: first.repeat(pixels) };
    let mut dice = Dice(study.seed.max(1));
    let horizon = height * study.horizon / 100;
    for _ in 0..width * height / 1_000 * DENSE {
        let y = dice.below(height);
        let paint = if y < horizon {
            of(study.sky, y, horizon, &mut dice)
        } else {
            of(study.ground, y - horizon, height - horizon, &mut dice)
        };
        let (wide, high) = (dice.between(width / 24, width / 7), dice.between(3, height / 48 + 3));
        let stroke = Stroke { x: dice.below(width), y, wide, high, cover: dice.between(60, 190) };
        canvas.stroke(&stroke, paint);
    }
    for (paint, count, lie) in study.accents {
        accent(&mut canvas, &mut dice, horizon, (*paint, *count, *lie));
    }
    Picture::new(width, height, canvas.rgb)
}

/// The paint for a place of a part that is so high: the nearest one, now and then its neighbour, never quite the same.
fn of(paints: &[Paint], y: u32, high: u32, dice: &mut Dice) -> Paint {
    let count = u32::try_from(paints.len()).unwrap_or(1).max(1);
    let place = (y * count / high.max(1) + dice.below(3)).saturating_sub(1).min(count - 1);
    let paint = usize::try_from(place).ok().and_then(|place| paints.get(place)).copied().unwrap_or([128; 3]);
    let shift = dice.between(0, 22);
    paint.map(|part| u8::try_from((u32::from(part) + shift).saturating_sub(11).min(255)).unwrap_or(u8::MAX))
}

fn accent(canvas: &mut Canvas, dice: &mut Dice, horizon: u32, (paint, count, lie): (Paint, u32, Lie)) {
    let (width, height) = (canvas.width, canvas.height);
    for _ in 0..count {
        let x = dice.between(width / 8, width * 7 / 8);
        let (y, wide, high) = match lie {
            Lie::Upright => (horizon.saturating_sub(dice.below(height / 6)), dice.between(2, 5), height / 5),
            Lie::Flat => (dice.between(horizon, height), dice.between(width / 20, width / 9), 2),
            Lie::Round => {
                let size = dice.between(height / 60, height / 26);
                (dice.between(horizon * 2 / 3, height * 9 / 10), size, size)
            }
        };
        canvas.stroke(&Stroke { x, y, wide, high, cover: dice.between(120, 235) }, paint);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STUDY: Study = Study {
        name: "test",
        seed: 7,
        size: (60, 40),
        horizon: 50,
        sky: &[[200, 210, 220]],
        ground: &[[18, 10, 143]],
        accents: &[([255, 120, 0], 3, Lie::Round)],
    };

    #[test]
    fn a_seed_is_one_picture_and_its_sky_is_above() {
        let picture = paint(&STUDY).expect("painted");
        assert_eq!((picture.width(), picture.height()), (60, 40));
        assert_eq!(picture.rgb(), paint(&STUDY).expect("painted").rgb());
        assert_ne!(picture.rgb(), paint(&Study { seed: 8, ..STUDY }).expect("painted").rgb());
        let red =
            |row: usize| picture.rgb()[row * 180..][..180].chunks(3).map(|p| u32::from(p[0])).sum::<u32>();
        assert!(red(38) < red(2), "{} {}", red(38), red(2));
    }
}
