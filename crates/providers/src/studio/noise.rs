//! Noise: numbers that wander smoothly over the plane. Lattice hashes of whole numbers, so the same everywhere.

/// A number for a lattice point.
const fn lattice(x: i32, y: i32, seed: u32) -> u32 {
    let mut h = (x as u32).wrapping_mul(0x85eb_ca6b) ^ (y as u32).wrapping_mul(0xc2b2_ae35) ^ seed;
    h = (h ^ (h >> 15)).wrapping_mul(0x2c1b_3c6d);
    h = (h ^ (h >> 12)).wrapping_mul(0x297a_2d39);
    h ^ (h >> 15)
}

/// White noise of a pixel, from 0 to just below 1.
pub(super) fn speck(x: i32, y: i32, seed: u32) -> f32 {
    (lattice(x, y, seed) >> 8) as f32 / 16_777_216.0
}

/// Two independent numbers of a lattice point, each from 0 to just below 1.
pub(super) fn pair(x: i32, y: i32, seed: u32) -> (f32, f32) {
    let h = lattice(x, y, seed);
    ((h & 0xffff) as f32 / 65_536.0, (h >> 16) as f32 / 65_536.0)
}

/// The whole number at or below. Without SSE 4.1, `floor` would be a call, four times as slow.
fn below(x: f32) -> i32 {
    let whole = x as i32;
    whole.wrapping_sub(i32::from(x < whole as f32))
}

/// The slope at a lattice point in one of eight directions, which are enough for what is summed over octaves.
/// Signs are flipped by their bits: a branch for each of eight cases would be guessed wrong most of the time.
fn slope(hash: u32, x: f32, y: f32) -> f32 {
    let x = f32::from_bits(x.to_bits() ^ ((hash & 2) << 30));
    let y = f32::from_bits(y.to_bits() ^ ((hash & 1) << 31));
    let (long, short) = if hash & 4 == 0 { (x, y) } else { (y, x) };
    long + 0.414 * short
}

/// Gradient noise, about −1 to 1, with one feature for each unit of length.
pub(super) fn noise(x: f32, y: f32, seed: u32) -> f32 {
    let (i, j) = (below(x), below(y));
    let (u, v) = (x - i as f32, y - j as f32);
    let (i1, j1) = (i.wrapping_add(1), j.wrapping_add(1));
    let a = slope(lattice(i, j, seed), u, v);
    let b = slope(lattice(i1, j, seed), u - 1.0, v);
    let c = slope(lattice(i, j1, seed), u, v - 1.0);
    let d = slope(lattice(i1, j1, seed), u - 1.0, v - 1.0);
    let s = u * u * u * (u * (u * 6.0 - 15.0) + 10.0);
    let t = v * v * v * (v * (v * 6.0 - 15.0) + 10.0);
    let (upper, lower) = (a + (b - a) * s, c + (d - c) * s);
    (upper + (lower - upper) * t) * 1.4
}

/// Noise over octaves, each twice as fine and half as strong; about −1 to 1.
pub(super) fn fractal(x: f32, y: f32, octaves: u32, seed: u32) -> f32 {
    let (mut sum, mut strength, mut scale, mut total) = (0.0, 1.0, 1.0, 0.0);
    for octave in 0..octaves {
        // Octaves are shifted, or their lattices would show at the origin.
        let shift = octave as f32 * 17.31;
        sum += noise(x * scale + shift, y * scale - shift, seed.wrapping_add(octave)) * strength;
        total += strength;
        strength *= 0.5;
        scale *= 2.03;
    }
    if total == 0.0 { 0.0 } else { sum / total * 1.4 }
}

/// Noise folded into sharp crests, from 0 to 1.
pub(super) fn crests(x: f32, y: f32, octaves: u32, seed: u32) -> f32 {
    let (mut sum, mut strength, mut scale, mut total) = (0.0, 1.0, 1.0, 0.0);
    for octave in 0..octaves {
        let fold = 1.0 - noise(x * scale, y * scale, seed.wrapping_add(octave)).abs();
        sum += fold * fold * strength;
        total += strength;
        strength *= 0.5;
        scale *= 2.1;
    }
    if total == 0.0 { 0.0 } else { sum / total }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wanders_smoothly_within_bounds() {
        let (mut low, mut high) = (0.0_f32, 0.0_f32);
        for step in -5000..5000_i16 {
            let x = f32::from(step) * 0.013;
            let here = noise(x, x * 0.7, 5);
            let next = noise(x + 0.001, x * 0.7, 5);
            assert!((here - next).abs() < 0.01, "a jump at {x}");
            assert!(fractal(x, -x, 5, 9).abs() < 2.0);
            assert!((0.0..=1.0).contains(&crests(x, 0.3, 4, 1)));
            (low, high) = (low.min(here), high.max(here));
        }
        assert!(-1.5 < low && low < -0.4 && 0.4 < high && high < 1.5, "{low} to {high}");
    }

    #[test]
    fn another_seed_is_other_noise() {
        assert!(0.05 < (noise(3.3, 4.4, 1) - noise(3.3, 4.4, 2)).abs());
        assert!(0.001 < (speck(3, 4, 1) - speck(4, 3, 1)).abs());
    }
}
