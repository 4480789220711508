//! A set of records of a segment.

/// One bit a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// None of so many records.
    pub(super) fn none(records: u32) -> Self {
        Self(vec![0; records.div_ceil(64) as usize])
    }

    pub(super) fn insert(&mut self, record: u32) {
        if let Some(word) = self.0.get_mut((record / 64) as usize) {
            *word |= 1 << (record % 64);
        }
    }

    pub(super) fn remove(&mut self, record: u32) {
        if let Some(word) = self.0.get_mut((record / 64) as usize) {
            *word &= !(1 << (record % 64));
        }
    }

    pub(super) fn contains(&self, record: u32) -> bool {
        self.0.get((record / 64) as usize).is_some_and(|word| word >> (record % 64) & 1 == 1)
    }

    /// Keeps what the other has, too.
    pub(super) fn keep(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= other);
    }

    pub(super) fn clear(&mut self) {
        self.0.fill(0);
    }

    pub(super) fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// In order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> {
        (0_u32..).step_by(64).zip(&self.0).flat_map(|(base, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros();
                left &= left.wrapping_sub(1);
                (bit < 64).then_some(base + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn behaves_as_a_set(
            a in prop::collection::btree_set(0_u32..300, 0..80),
            b in prop::collection::btree_set(0_u32..300, 0..80),
        ) {
            let bits = |set: &BTreeSet<u32>| {
                let mut bits = Bits::none(300);
                for record in set {
                    bits.insert(*record);
                }
                bits
            };
            let (mut both, other) = (bits(&a), bits(&b));
            prop_assert_eq!(both.count(), a.len());
            prop_assert!((0..300).all(|record| both.contains(record) == a.contains(&record)));
            both.keep(&other);
            prop_assert_eq!(both.iter().collect::<Vec<_>>(), a.intersection(&b).copied().collect::<Vec<_>>());
            let mut less = bits(&a);
            for record in &b {
                less.remove(*record);
            }
            prop_assert_eq!(less.iter().collect::<BTreeSet<_>>(), a.difference(&b).copied().collect());
        }
    }
}
