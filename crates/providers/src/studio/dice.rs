//! Chance that a seed decides: the same seed, the same throws.

/// A source of numbers that look random and follow from a seed (`SplitMix64`).
#[derive(Clone, Debug)]
pub(super) struct Dice {
    state: u64,
}

/// A whole number stirred so that neighbours have nothing in common.
pub(super) const fn stir(value: u64) -> u64 {
    let mut z = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// A number for a text (FNV-1a).
pub(super) fn hash(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

impl Dice {
    pub(super) const fn new(seed: u64) -> Self {
        Self { state: stir(seed) }
    }

    /// Other dice for another purpose, so that a change in one leaves the other alone.
    pub(super) const fn other(&self, purpose: u64) -> Self {
        Self { state: stir(self.state ^ stir(purpose)) }
    }

    pub(super) const fn whole(&mut self) -> u32 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        (stir(self.state) >> 32) as u32
    }

    /// From 0 to just below 1.
    pub(super) fn unit(&mut self) -> f32 {
        (self.whole() >> 8) as f32 / 16_777_216.0
    }

    pub(super) fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }

    /// Around zero, mostly near it, never beyond ±1.
    pub(super) fn near(&mut self) -> f32 {
        (self.unit() + self.unit() + self.unit()) / 1.5 - 1.0
    }

    /// A whole number below the bound; 0 for a bound of 0.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        ((u64::from(self.whole()) * bound as u64) >> 32) as usize
    }

    pub(super) fn chance(&mut self, probability: f32) -> bool {
        self.unit() < probability
    }

    /// One of the choices, or the value given when there is none.
    pub(super) fn pick<T: Copy>(&mut self, choices: &[T], otherwise: T) -> T {
        choices.get(self.below(choices.len())).copied().unwrap_or(otherwise)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_throws_the_same() {
        let throws = |seed| {
            let mut dice = Dice::new(seed);
            [dice.whole(), dice.whole(), dice.whole()]
        };
        assert_eq!(throws(7), throws(7));
        assert_ne!(throws(7), throws(8));
    }

    #[test]
    fn throws_keep_within_their_bounds_and_reach_all_of_them() {
        let mut dice = Dice::new(1);
        let mut seen = [0_u32; 6];
        for _ in 0..600 {
            seen[dice.below(6)] += 1;
            assert!((0.0..1.0).contains(&dice.unit()));
            assert!((-1.0..=1.0).contains(&dice.near()));
            assert!((2.0..3.0).contains(&dice.between(2.0, 3.0)));
        }
        assert!(seen.iter().all(|count| 60 < *count), "{seen:?}");
        assert_eq!(dice.below(0), 0);
        assert_eq!(dice.pick(&[], 4), 4);
    }
}
