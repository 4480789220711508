//! The colours that a picture is made of, by name.

mod names;
mod oklab;

use serde::{Deserialize, Serialize};

use crate::picture::Picture;
use crate::thumbnail::shrink;
pub use names::colour_name;
use oklab::Lab;

/// The picture is looked at with this long edge: colours that vanish at that size don't dominate.
const EDGE: u32 = 128;
const MOST: usize = 6;
/// Centres to start from: more than are wanted, since near ones are merged afterwards.
const CENTRES: usize = 10;
const ROUNDS: usize = 12;
/// Below this distance in `OKLab`, two colours have one name for most people.
const ALIKE: f32 = 0.06;
const SMALLEST_SHARE: f32 = 0.02;

/// A colour with its part of the picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Colour {
    /// `#rrggbb`, sRGB.
    pub hex: String,
    /// The nearest colour or pigment that has a name, such as `burnt sienna`.
    pub name: String,
    /// 0 to 1. The shares of a picture add up to at most 1.
    pub share: f32,
}

/// Up to six colours, the most frequent first. The same picture always gives the same colours.
pub fn colours(picture: &Picture) -> Vec<Colour> {
    let small = shrink(picture, EDGE);
    let pixels: Vec<Lab> = small.rgb().chunks_exact(3).map(|p| Lab::from_srgb([p[0], p[1], p[2]])).collect();
    let mut centres = starting_centres(&pixels);
    let mut groups = Vec::new();
    for _ in 0..ROUNDS {
        groups = gather(&pixels, &centres);
        centres = groups.iter().map(Group::centre).collect();
    }
    let mut merged = merge(groups);
    merged.sort_by(|a, b| b.count.total_cmp(&a.count));
    let total: f32 = merged.iter().map(|group| group.count).sum();
    let named = merged.iter().take(MOST).map(|group| {
        let srgb = group.centre().to_srgb();
        let hex = format!("#{:02x}{:02x}{:02x}", srgb[0], srgb[1], srgb[2]);
        Colour { hex, name: colour_name(srgb).to_owned(), share: group.count / total }
    });
    let mut colours: Vec<Colour> = named.collect();
    colours.retain(|colour| colour.share >= SMALLEST_SHARE);
    colours
}

#[derive(Clone, Copy, Default)]
struct Group {
    sum: Lab,
    count: f32,
}

impl Group {
    fn centre(&self) -> Lab {
        self.sum.scaled(1.0 / self.count.max(1.0))
    }
}

/// Starts with the mean, then takes the pixel that is farthest from all taken: no chance involved.
fn starting_centres(pixels: &[Lab]) -> Vec<Lab> {
    let all = gather(pixels, &[Lab::default()]);
    let mut centres: Vec<Lab> = all.iter().map(Group::centre).collect();
    let mut distances = vec![f32::MAX; pixels.len()];
    while centres.len() < CENTRES {
        let Some(latest) = centres.last().copied() else { break };
        let mut farthest = (0.0, latest);
        for (pixel, distance) in pixels.iter().zip(&mut distances) {
            *distance = distance.min(pixel.distance(latest));
            if *distance > farthest.0 {
                farthest = (*distance, *pixel);
            }
        }
        if farthest.0 < ALIKE {
            break;
        }
        centres.push(farthest.1);
    }
    centres
}

/// Every pixel goes to its nearest centre; groups without pixels are dropped.
fn gather(pixels: &[Lab], centres: &[Lab]) -> Vec<Group> {
    let mut groups = vec![Group::default(); centres.len()];
    for pixel in pixels {
        let nearest = |best: (usize, f32), (index, centre): (usize, &Lab)| {
            let distance = pixel.distance(*centre);
            if distance < best.1 { (index, distance) } else { best }
        };
        let (index, _) = centres.iter().enumerate().fold((0, f32::MAX), nearest);
        groups[index].sum = groups[index].sum.plus(*pixel);
        groups[index].count += 1.0;
    }
    groups.retain(|group| group.count > 0.0);
    groups
}

/// Groups that look alike become one.
fn merge(groups: Vec<Group>) -> Vec<Group> {
    let mut merged: Vec<Group> = Vec::new();
    for group in groups {
        match merged.iter_mut().find(|other| other.centre().distance(group.centre()) < ALIKE) {
            Some(other) => {
                *other = Group { sum: other.sum.plus(group.sum), count: other.count + group.count };
            }
            None => merged.push(group),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_paints_come_out_with_their_shares() {
        let (ultramarine, sienna) = ([0x12, 0x0a, 0x8f], [0xe9, 0x74, 0x51]);
        let pixels = (0..400).flat_map(|at| if at % 20 < 15 { ultramarine } else { sienna });
        let found = colours(&Picture::new(20, 20, pixels.collect()).unwrap());
        let found: Vec<_> = found.iter().map(|colour| (colour.name.as_str(), colour.share)).collect();
        assert_eq!(found, [("ultramarine", 0.75), ("burnt sienna", 0.25)]);
    }

    #[test]
    fn one_colour_is_one_colour() {
        let found = colours(&Picture::new(64, 1, vec![255; 192]).unwrap());
        assert_eq!(found, [Colour { hex: "#ffffff".to_owned(), name: "white".to_owned(), share: 1.0 }]);
    }
}
