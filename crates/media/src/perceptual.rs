//! A fingerprint of what a picture looks like: copies, crops of a few pixels and re-compressions come out near.

use std::f32::consts::PI;

use serde::{Deserialize, Serialize};

use crate::picture::Picture;
use crate::thumbnail::resize;

/// Pixels across of the grey picture that is transformed.
const SIDE: usize = 32;
/// Frequencies kept in each direction.
const KEPT: usize = 8;

/// 64 bits: for each low frequency, whether it is stronger than the median (`pHash`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PerceptualHash(pub u64);

impl PerceptualHash {
    /// Bits that differ, 0 to 64. Up to 6 is the same picture in practice; from 12 on it is another one.
    pub const fn distance(self, other: Self) -> u32 {
        (self.0 ^ other.0).count_ones()
    }
}

impl std::fmt::Display for PerceptualHash {
    /// Sixteen hexadecimal digits.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// The fingerprint of a picture.
pub fn perceptual_hash(picture: &Picture) -> PerceptualHash {
    let side = u32::try_from(SIDE).unwrap_or(u32::MAX);
    let grey: Vec<f32> = resize(picture, side, side).rgb().chunks_exact(3).map(luma).collect();
    let strengths = low_frequencies(&grey);
    // The first is the mean brightness, which says nothing about shape.
    let mut sorted: Vec<f32> = strengths[1..].to_vec();
    sorted.sort_by(f32::total_cmp);
    let median = sorted[sorted.len() / 2];
    let bit = |hash: u64, strength: &f32| hash << 1 | u64::from(*strength > median);
    PerceptualHash(strengths.iter().fold(0, bit))
}

fn luma(pixel: &[u8]) -> f32 {
    0.299 * f32::from(pixel[0]) + 0.587 * f32::from(pixel[1]) + 0.114 * f32::from(pixel[2])
}

/// The corner of the cosine transform, row by row.
fn low_frequencies(grey: &[f32]) -> Vec<f32> {
    #[expect(clippy::cast_precision_loss, reason = "small whole numbers")]
    let cosine =
        |at: usize, frequency: usize| (PI * (2 * at + 1) as f32 * frequency as f32 / (2 * SIDE) as f32).cos();
    let table: Vec<Vec<f32>> =
        (0..KEPT).map(|frequency| (0..SIDE).map(|at| cosine(at, frequency)).collect()).collect();
    let dot = |a: &[f32], b: &[f32]| -> f32 { a.iter().zip(b).map(|(a, b)| a * b).sum() };
    let rows: Vec<Vec<f32>> =
        table.iter().map(|wave| grey.chunks_exact(SIDE).map(|row| dot(row, wave)).collect()).collect();
    let mut strengths = Vec::with_capacity(KEPT * KEPT);
    for vertical in &table {
        strengths.extend(rows.iter().map(|across| dot(across, vertical)));
    }
    strengths
}

#[cfg(test)]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "colours within their range"
)]
mod tests {
    use super::*;
    use crate::{Limits, decode, encode};

    fn blobs(seed: u32, width: u32, height: u32) -> Picture {
        // No symmetry, or half of the frequencies are zero and their bits are chance.
        let wave = |x: f32, y: f32| {
            let phase = seed as f32;
            let slow = (x * 7.3 + phase).sin() + (y * 5.1 + x * 3.7 * phase).sin();
            let fast = (x * x * 19.0 - y * 14.0 + phase).cos() + (y * y * 23.0 + x * 11.0 * phase).sin();
            ((slow + fast) * 30.0 + 128.0) as u8
        };
        let pixels = (0..width * height).flat_map(|at| {
            let value = wave((at % width) as f32 / width as f32, (at / width) as f32 / height as f32);
            [value, value / 2, 255 - value]
        });
        Picture::new(width, height, pixels.collect()).unwrap()
    }

    #[test]
    fn copies_are_near_and_other_pictures_far() {
        let picture = blobs(1, 320, 240);
        let hash = perceptual_hash(&picture);
        let recompressed = decode(&encode(&picture), &Limits::DEFAULT).unwrap();
        let smaller = resize(&picture, 100, 75);
        assert!(hash.distance(perceptual_hash(&recompressed)) <= 4);
        assert!(hash.distance(perceptual_hash(&smaller)) <= 4);
        assert!(hash.distance(perceptual_hash(&blobs(3, 320, 240))) >= 12);
    }

    #[test]
    fn text_has_sixteen_digits() {
        assert_eq!(PerceptualHash(0xab).to_string(), "00000000000000ab");
    }
}
