//! Axes that must not choose the same value of a lookup: how many ways there are, without trying them.

use std::collections::HashMap;
use std::sync::Arc;

use crate::error::Fault;
use crate::plan::Axis;

/// With options that neither are the same nor lie within each other, the work doubles with each axis.
const MOST_TANGLED: usize = 10;

/// Axes that share lookups, directly or through others.
#[derive(Debug)]
pub(crate) struct Group {
    /// Their places in the batch, ascending.
    pub(crate) members: Vec<usize>,
    pub(crate) kind: Kind,
}

#[derive(Debug)]
pub(crate) enum Kind {
    /// Every member has the same values, and no two may have the same: choosing is arranging.
    Uniform {
        size: usize,
    },
    Mixed(Mixed),
}

#[derive(Debug)]
pub(crate) struct Mixed {
    /// For each member and value the key that only one member may take; none for values that may repeat.
    pub(crate) keys: Vec<Vec<Option<u32>>>,
    /// For each member its keys as a set.
    sets: Vec<Bits>,
    /// For each member how many of its values may repeat.
    free: Vec<u128>,
    /// For each member and value what tells which members have its key: of equal ones the ways are the same.
    classes: Vec<Vec<u32>>,
    /// The sets lie within each other, in this order of members.
    chain: Option<Vec<usize>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    fn new(size: usize) -> Self {
        Self(vec![0; size.div_ceil(64)])
    }

    pub(crate) fn insert(&mut self, bit: u32) {
        self.0[bit as usize / 64] |= 1 << (bit % 64);
    }

    fn contains(&self, bit: u32) -> bool {
        self.0[bit as usize / 64] & 1 << (bit % 64) != 0
    }

    fn without(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(own, other)| own & !other).collect())
    }

    fn and(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(own, other)| own & other).collect())
    }

    fn count(&self) -> u128 {
        self.0.iter().map(|word| u128::from(word.count_ones())).sum()
    }
}

/// The groups among the axes of a batch. Axes in none are free.
pub(crate) fn groups(axes: &[Axis]) -> Result<Vec<Group>, Fault> {
    let mut users: HashMap<&Arc<str>, Vec<usize>> = HashMap::new();
    for (at, axis) in axes.iter().enumerate() {
        for key in axis.keys.iter().flatten() {
            let users = users.entry(key).or_default();
            if users.last() != Some(&at) {
                users.push(at);
            }
        }
    }
    users.retain(|_, users| 1 < users.len());
    // Each axis names the first of its group, as far as it is known.
    let mut first: Vec<usize> = (0..axes.len()).collect();
    for users in users.values() {
        let joined: Vec<usize> = users.iter().map(|user| first[*user]).collect();
        let least = joined.iter().copied().min().unwrap_or(0);
        first.iter_mut().filter(|group| joined.contains(group)).for_each(|group| *group = least);
    }
    let mut groups = Vec::new();
    for least in 0..axes.len() {
        let members: Vec<usize> = (0..axes.len()).filter(|at| first[*at] == least).collect();
        if 1 < members.len() {
            let kind = kind(axes, &members, &users)?;
            groups.push(Group { members, kind });
        }
    }
    Ok(groups)
}

fn kind(axes: &[Axis], members: &[usize], shared: &HashMap<&Arc<str>, Vec<usize>>) -> Result<Kind, Fault> {
    let mut numbers: HashMap<(&Arc<str>, &str), u32> = HashMap::new();
    let mut keys = Vec::new();
    for member in members {
        let Axis { values, keys: names, .. } = &axes[*member];
        let mut own = Vec::with_capacity(values.len());
        for (value, key) in values.iter().zip(names) {
            let key = key.as_ref().filter(|key| shared.contains_key(key));
            let text = value.alternatives().next();
            own.push(key.zip(text).map(|(key, text)| {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                *numbers.entry((key, text)).or_insert(next)
            }));
        }
        keys.push(own);
    }
    let same = keys.iter().all(|own| own == &keys[0] && own.iter().all(Option::is_some));
    if same {
        return Ok(Kind::Uniform { size: keys[0].len() });
    }
    Mixed::new(keys, numbers.len()).map(Kind::Mixed)
}

impl Mixed {
    fn new(keys: Vec<Vec<Option<u32>>>, size: usize) -> Result<Self, Fault> {
        let mut sets = Vec::new();
        let mut free = Vec::new();
        for own in &keys {
            let mut set = Bits::new(size);
            own.iter().flatten().for_each(|key| set.insert(*key));
            sets.push(set);
            free.push(own.iter().filter(|key| key.is_none()).count() as u128);
        }
        let mut order: Vec<usize> = (0..sets.len()).collect();
        order.sort_by_key(|member| sets[*member].count());
        let within = |pair: &[usize]| sets[pair[0]].and(&sets[pair[1]]) == sets[pair[0]];
        let chain = order.windows(2).all(within).then_some(order);
        if chain.is_none() && MOST_TANGLED < keys.len() {
            return Err(Fault::TooTangled(keys.len()));
        }
        let mut numbers: HashMap<Vec<bool>, u32> = HashMap::new();
        let mut class = |key: &Option<u32>| {
            let holders = sets.iter().map(|set| key.is_some_and(|key| set.contains(key))).collect();
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *numbers.entry(holders).or_insert(next)
        };
        let classes = keys.iter().map(|own| own.iter().map(&mut class).collect()).collect();
        Ok(Self { keys, sets, free, classes, chain })
    }

    pub(crate) fn class(&self, member: usize, value: u32) -> u32 {
        self.classes[member][value as usize]
    }

    /// A set of keys with none in it.
    pub(crate) fn nothing(&self) -> Bits {
        Bits(vec![0; self.sets.first().map_or(0, |set| set.0.len())])
    }

    /// In how many ways the members from `from` on can choose, when the keys in `used` are taken.
    /// Correct as long as the number of ways without any rule fits 128 bits.
    pub(crate) fn ways(&self, from: usize, used: &Bits) -> u128 {
        let left = |member: usize| self.sets[member].without(used);
        if let Some(order) = &self.chain {
            let members = order.iter().copied().filter(|member| from <= *member);
            chain(members.map(|member| (left(member).count(), self.free[member])))
        } else {
            let sets: Vec<Bits> = (from..self.sets.len()).map(left).collect();
            tangle(&sets, &self.free[from..])
        }
    }
}

/// Sets that lie within each other, from the smallest: what the earlier took is missing in the later.
fn chain(members: impl Iterator<Item = (u128, u128)>) -> u128 {
    // In how many ways so many keys were taken.
    let mut ways: Vec<u128> = vec![1];
    for (size, free) in members {
        let mut next = vec![0_u128; ways.len() + 1];
        for (taken, ways) in ways.iter().enumerate() {
            next[taken] = next[taken].wrapping_add(ways.wrapping_mul(free));
            let left = size.saturating_sub(taken as u128);
            next[taken + 1] = next[taken + 1].wrapping_add(ways.wrapping_mul(left));
        }
        ways = next;
    }
    ways.iter().fold(0, |sum, ways| sum.wrapping_add(*ways))
}

/// Inclusion and exclusion over the ways to put members into blocks that choose the same (Möbius inversion on
/// the partition lattice). Sums wrap; the result does not, and so is exact.
fn tangle(sets: &[Bits], free: &[u128]) -> u128 {
    let members = sets.len();
    let mut common: Vec<Option<Bits>> = vec![None; 1 << members];
    let mut blocks = vec![0_u128; 1 << members];
    let mut ways = vec![0_u128; 1 << members];
    ways[0] = 1;
    for mask in 1_usize..1 << members {
        let lowest = mask.trailing_zeros() as usize;
        let rest = mask & (mask - 1);
        let both = common[rest].as_ref().map_or_else(|| sets[lowest].clone(), |rest| rest.and(&sets[lowest]));
        let others = mask.count_ones() - 1;
        let arrangements: u128 = (1..=u128::from(others)).product();
        let block = both.count().wrapping_mul(arrangements);
        let block = if others % 2 == 0 { block } else { block.wrapping_neg() };
        blocks[mask] = if rest == 0 { block.wrapping_add(free[lowest]) } else { block };
        common[mask] = Some(both);
        // The block that holds the lowest member, and the ways of the others.
        let mut with = rest;
        loop {
            let block = with | 1 << lowest;
            ways[mask] = ways[mask].wrapping_add(blocks[block].wrapping_mul(ways[mask & !block]));
            if with == 0 {
                break;
            }
            with = (with - 1) & rest;
        }
    }
    ways[ways.len() - 1]
}

/// `size · (size − 1) · …`, so many factors.
pub(crate) fn falling(size: usize, factors: usize) -> u128 {
    (0..factors).map(|taken| size.saturating_sub(taken) as u128).fold(1, u128::wrapping_mul)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tried(keys: &[Vec<Option<u32>>], used: &mut Vec<u32>) -> u128 {
        let Some((own, rest)) = keys.split_first() else { return 1 };
        let mut ways = 0;
        for key in own {
            if let Some(key) = key {
                if !used.contains(key) {
                    used.push(*key);
                    ways += tried(rest, used);
                    used.pop();
                }
            } else {
                ways += tried(rest, used);
            }
        }
        ways
    }

    fn member() -> impl Strategy<Value = Vec<Option<u32>>> {
        (proptest::collection::btree_set(0_u32..6, 0..5), 0_usize..3).prop_map(|(keys, free)| {
            keys.into_iter().map(Some).chain(std::iter::repeat_n(None, free)).collect()
        })
    }

    proptest! {
        #[test]
        fn ways_are_those_that_trying_finds(keys in proptest::collection::vec(member(), 1..5)) {
            let mixed = Mixed::new(keys.clone(), 6).unwrap();
            prop_assert_eq!(mixed.ways(0, &mixed.nothing()), tried(&keys, &mut Vec::new()));
            let sets: Vec<Bits> = mixed.sets.clone();
            prop_assert_eq!(tangle(&sets, &mixed.free), tried(&keys, &mut Vec::new()));
        }

        #[test]
        fn chains_need_no_exclusion(sizes in proptest::collection::vec((0_u32..5, 0_usize..3), 1..6)) {
            let keys: Vec<Vec<Option<u32>>> = sizes.iter().map(|(size, free)| {
                (0..*size).map(Some).chain(std::iter::repeat_n(None, *free)).collect()
            }).collect();
            let mixed = Mixed::new(keys.clone(), 6).unwrap();
            prop_assert!(mixed.chain.is_some());
            let mut used = mixed.nothing();
            used.insert(0);
            prop_assert_eq!(mixed.ways(0, &used), tried(&keys, &mut vec![0]));
        }
    }
}
