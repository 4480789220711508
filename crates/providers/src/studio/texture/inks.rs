//! The few inks that come nearest to a picture.

use crate::studio::canvas::Canvas;
use crate::studio::colour::Lab;

/// Places along each side at which the picture is asked.
const SAMPLES: usize = 40;

/// The colour of the row that is nearest to the one given.
pub(super) fn nearest(colours: &[Lab], colour: Lab) -> Lab {
    colours.get(place(colours, colour)).copied().unwrap_or(colour)
}

fn place(colours: &[Lab], colour: Lab) -> usize {
    let distance = |it: &Lab| {
        let (l, a, b) = (it.l - colour.l, it.a - colour.a, it.b - colour.b);
        l * l + (a * a + b * b) * 1.4
    };
    let closest = colours.iter().enumerate().min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)));
    closest.map_or(0, |it| it.0)
}

/// So many inks for a picture: far from each other at first, then moved to the middle of what each prints.
pub(super) fn separated(canvas: &Canvas, count: usize, first: Lab) -> Vec<Lab> {
    let at = |place: usize, side: usize| (place * 2 + 1) * side / (SAMPLES * 2);
    let samples: Vec<Lab> = (0..SAMPLES * SAMPLES)
        .map(|index| {
            let (column, row) = (at(index % SAMPLES, canvas.width), at(index / SAMPLES, canvas.height));
            canvas.pixels[row * canvas.width + column]
        })
        .collect();
    let mut inks = vec![first];
    while inks.len() < count {
        let alone = |it: &Lab| nearest(&inks, *it).distance(*it);
        let Some(farthest) = samples.iter().max_by(|a, b| alone(a).total_cmp(&alone(b))) else { break };
        inks.push(*farthest);
    }
    for _ in 0..6 {
        let mut sums = vec![(Lab::default(), 0.0_f32); inks.len()];
        for sample in &samples {
            let (sum, number) = &mut sums[place(&inks, *sample)];
            *sum = Lab { l: sum.l + sample.l, a: sum.a + sample.a, b: sum.b + sample.b };
            *number += 1.0;
        }
        for (ink, (sum, number)) in inks.iter_mut().zip(sums).filter(|it| 0.0 < it.1.1) {
            *ink = Lab { l: sum.l / number, a: sum.a / number, b: sum.b / number };
        }
    }
    inks
}

/// The inks with their lightness spread, so that neighbours can be told apart.
pub(super) fn spread(inks: Vec<Lab>, factor: f32) -> Vec<(Lab, Lab)> {
    let mean = inks.iter().map(|ink| ink.l).sum::<f32>() / inks.len().max(1) as f32;
    let bold = |ink: Lab| Lab { l: (mean + (ink.l - mean) * factor).clamp(0.08, 0.97), ..ink.strength(1.12) };
    inks.into_iter().map(|ink| (ink, bold(ink).shown())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_of_few_colours_is_parted_into_them() {
        let colours = [(0.2, 0.1), (0.5, -0.1), (0.8, 0.0)].map(|(l, a)| Lab { l, a, b: 0.02 });
        let mut canvas = Canvas::new(60, 60, colours[0]);
        for (index, pixel) in canvas.pixels.iter_mut().enumerate() {
            *pixel = colours[index / 20 % 3];
        }
        let inks = separated(&canvas, 3, colours[1]);
        for colour in colours {
            assert!(nearest(&inks, colour).distance(colour) < 1e-4, "{inks:?}");
        }
    }

    #[test]
    fn spreading_keeps_the_order_of_the_inks() {
        let inks = [0.3, 0.5, 0.6].map(|l| Lab { l, ..Lab::default() }).to_vec();
        let bold: Vec<f32> = spread(inks, 1.5).into_iter().map(|it| it.1.l).collect();
        assert!(bold[0] < 0.3 && bold[0] < bold[1] && bold[1] < bold[2] && 0.6 < bold[2]);
    }
}
