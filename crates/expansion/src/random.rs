//! Chance that can be repeated: the same order and seed give the same items, on every machine.
//!
//! A draw has a label. The FNV-1a hash of `{seed}:{label}` is where a `SplitMix64` begins. Nothing here may
//! change: orders that were placed must expand to what their owner saw.

use std::collections::HashMap;
use std::fmt::{self, Write};

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// FNV-1a of 64 bits, fed by `write!`, so that a label needs no string.
struct Fnv(u64);

impl Write for Fnv {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = text.bytes().fold(self.0, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME));
        Ok(())
    }
}

/// Where the numbers of a label begin.
pub(crate) fn derive(seed: u64, label: fmt::Arguments<'_>) -> u64 {
    let mut hash = Fnv(FNV_OFFSET);
    // Hashing never fails, so neither does writing into a hash.
    let _ = write!(hash, "{seed}:{label}");
    hash.0
}

/// `SplitMix64` (Steele, Lea, Flood 2014).
#[derive(Clone)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) const fn new(state: u64) -> Self {
        Self(state)
    }

    pub(crate) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Uniform below `bound`, which is at least 1. What would favour small numbers is drawn again.
    pub(crate) fn below(&mut self, bound: u128) -> u128 {
        let (most, wide) = if bound <= 1 << 64 { (u128::from(u64::MAX), false) } else { (u128::MAX, true) };
        let uneven = (most % bound + 1) % bound;
        loop {
            let mut number = u128::from(self.next());
            if wide {
                number = number << 64 | u128::from(self.next());
            }
            if number <= most - uneven {
                return number % bound;
            }
        }
    }
}

/// Numbers below a size, each once, in random order: a Fisher-Yates shuffle that remembers only what it moved.
pub(crate) struct Shuffle {
    chance: Chance,
    size: u128,
    taken: u128,
    moved: HashMap<u128, u128>,
}

impl Shuffle {
    pub(crate) fn new(chance: Chance, size: u128) -> Self {
        Self { chance, size, taken: 0, moved: HashMap::new() }
    }
}

impl Iterator for Shuffle {
    type Item = u128;

    fn next(&mut self) -> Option<u128> {
        let left = self.size.checked_sub(self.taken).filter(|left| *left > 0)?;
        let at = self.taken + self.chance.below(left);
        let here = self.moved.remove(&self.taken).unwrap_or(self.taken);
        let chosen = if at == self.taken { here } else { self.moved.insert(at, here).unwrap_or(at) };
        self.taken += 1;
        Some(chosen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hash_and_generator_are_the_published_ones() {
        // Noll's vector for "foobar", and the first numbers of SplitMix64 from 1234567.
        let mut hash = Fnv(FNV_OFFSET);
        hash.write_str("foobar").unwrap();
        assert_eq!(hash.0, 0x8594_4171_f739_67e8);
        let mut chance = Chance::new(1_234_567);
        assert_eq!([chance.next(), chance.next()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn shuffle_is_a_permutation() {
        for size in [0, 1, 2, 7, 100] {
            let mut all: Vec<u128> = Shuffle::new(Chance::new(3), size).collect();
            all.sort_unstable();
            assert_eq!(all, (0..size).collect::<Vec<_>>());
        }
    }

    #[test]
    fn wide_bounds_are_reached() {
        let bound = 3_u128 << 100;
        let mut chance = Chance::new(5);
        let drawn: Vec<u128> = (0..64).map(|_| chance.below(bound)).collect();
        assert!(drawn.iter().all(|number| *number < bound));
        assert!(drawn.iter().any(|number| 2 * bound / 3 < *number));
        assert!(drawn.iter().any(|number| *number < bound / 3));
    }
}
