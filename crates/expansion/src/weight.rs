//! Weights before options, `2.5::cat`, and draws that heed them.

use crate::ast::{ONE, Weight};
use crate::decimal::Decimal;
use crate::error::Fault;
use crate::random::{Chance, Shuffle};

const MOST: i128 = 1_000_000 * ONE as i128;

/// The weight before `::`; nothing when there is no number.
pub(crate) fn parse(text: &str) -> Option<Result<Weight, Fault>> {
    let number = Decimal::parse(text.trim())?;
    let millionths = number.millionths().filter(|millionths| (1..=MOST).contains(millionths));
    let weight = millionths.and_then(|millionths| Weight::try_from(millionths).ok());
    Some(weight.ok_or_else(|| Fault::BadWeight(text.trim().to_owned())))
}

/// The same weights with their greatest common divisor taken out, so that equal weights are ones.
pub(crate) fn reduce(weights: &[Weight]) -> Vec<Weight> {
    let divisor = weights.iter().copied().fold(0, gcd).max(1);
    weights.iter().map(|weight| weight / divisor).collect()
}

fn gcd(left: u64, right: u64) -> u64 {
    if right == 0 { left } else { gcd(right, left % right) }
}

/// `count` different places of a list, the heavier the likelier, in the order of the list.
///
/// It is the shuffle of [`Shuffle`] whose steps weigh what is left, so equal weights draw the same as none.
pub(crate) fn sample(chance: Chance, weights: &[Weight], count: usize) -> Vec<usize> {
    let weights = reduce(weights);
    let mut places: Vec<usize> = if weights.iter().all(|weight| *weight == 1) {
        let drawn = Shuffle::new(chance, weights.len() as u128).take(count);
        drawn.filter_map(|place| usize::try_from(place).ok()).collect()
    } else {
        heavy_sample(chance, weights, count)
    };
    places.sort_unstable();
    places
}

fn heavy_sample(mut chance: Chance, mut weights: Vec<Weight>, count: usize) -> Vec<usize> {
    let mut sums = Sums::new(&weights);
    let mut places: Vec<usize> = (0..weights.len()).collect();
    let mut drawn = Vec::new();
    for step in 0..count.min(places.len()) {
        let gone = sums.before(step);
        let ticket = chance.below(u128::from(sums.before(places.len()) - gone).max(1));
        let at = sums.find(gone + Weight::try_from(ticket).unwrap_or(0)).min(places.len() - 1);
        if at != step {
            sums.change(step, weights[step], weights[at]);
            sums.change(at, weights[at], weights[step]);
            weights.swap(step, at);
            places.swap(step, at);
        }
        drawn.push(places[step]);
    }
    drawn
}

/// Sums of weights that can be changed and searched in logarithmic time (Fenwick 1994).
struct Sums(Vec<Weight>);

impl Sums {
    fn new(weights: &[Weight]) -> Self {
        let mut sums = Self(vec![0; weights.len() + 1]);
        for (at, weight) in weights.iter().enumerate() {
            sums.change(at, 0, *weight);
        }
        sums
    }

    fn change(&mut self, at: usize, from: Weight, to: Weight) {
        let mut node = at + 1;
        while node < self.0.len() {
            self.0[node] = self.0[node].wrapping_sub(from).wrapping_add(to);
            node += node & node.wrapping_neg();
        }
    }

    /// The sum of all before `at`.
    fn before(&self, at: usize) -> Weight {
        let (mut node, mut sum) = (at, 0);
        while 0 < node {
            sum += self.0[node];
            node &= node - 1;
        }
        sum
    }

    /// Where the sum passes `ticket`.
    fn find(&self, mut ticket: Weight) -> usize {
        let mut node = 0;
        for bit in (0..usize::BITS).rev().map(|shift| 1_usize << shift) {
            let next = node | bit;
            if next < self.0.len() && self.0[next] <= ticket {
                ticket -= self.0[next];
                node = next;
            }
        }
        node
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_exact_and_bounded() {
        assert_eq!(parse("0.5").unwrap().unwrap(), 500_000);
        assert_eq!(parse(" 2 ").unwrap().unwrap(), 2_000_000);
        assert!(parse("cat").is_none());
        for text in ["0", "-1", "1000001", "0.0000001"] {
            assert!(parse(text).unwrap().is_err(), "{text}");
        }
    }

    #[test]
    fn equal_weights_draw_as_none() {
        for count in [1, 3, 9, 10, 20] {
            let light = sample(Chance::new(9), &[ONE; 10], count);
            assert_eq!(light, sample(Chance::new(9), &[3 * ONE; 10], count));
            let mut heavy = heavy_sample(Chance::new(9), vec![1; 10], count);
            heavy.sort_unstable();
            assert_eq!(light, heavy);
        }
    }

    #[test]
    fn heavier_comes_more_often() {
        let first = |seed| sample(Chance::new(seed), &[9 * ONE, ONE], 1) == [0];
        let times = (0..1000).filter(|seed| first(*seed)).count();
        assert!((850..950).contains(&times), "{times}");
        assert_eq!(sample(Chance::new(1), &[9 * ONE, ONE, 5 * ONE], 3), [0, 1, 2]);
    }
}
