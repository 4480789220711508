//! What craft words tell of: a note about sewing and paring is about a binding, whatever the project is called.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::stem;

/// How much a text has to do with each trade.
pub(super) type Leaning = Vec<f32>;

/// The trades of each word, and how many trades there are.
static TRADES: LazyLock<(HashMap<String, Vec<usize>>, usize)> = LazyLock::new(|| {
    let mut words: HashMap<String, Vec<usize>> = HashMap::new();
    let lists = include_str!("../../data/trades.txt").lines().filter_map(|line| line.split_once(':'));
    let mut count = 0;
    for (trade, (name, told)) in lists.enumerate() {
        for word in name.split_whitespace().chain(told.split_whitespace()) {
            let known = words.entry(stem(&crate::tokens::folded(word))).or_default();
            if known.last() != Some(&trade) {
                known.push(trade);
            }
        }
        count = trade + 1;
    }
    (words, count)
});

/// The leaning of weighed words, and how much they weigh: a word of many trades says little of each.
pub(super) fn leaning<'a>(words: impl Iterator<Item = (&'a str, f32)>) -> (Leaning, f32) {
    let (known, count) = &*TRADES;
    let mut leaning = vec![0.0; *count];
    let mut told = 0.0;
    for (word, weight) in words {
        let Some(trades) = known.get(word) else { continue };
        let share = weight / f32::from(u8::try_from(trades.len()).unwrap_or(u8::MAX));
        told += share;
        for trade in trades {
            leaning[*trade] += share;
        }
    }
    (leaning, told)
}

/// How near two leanings are, 0 to 1.
pub(super) fn likeness(one: &Leaning, other: &Leaning) -> f32 {
    let dot = |left: &Leaning, right: &Leaning| left.iter().zip(right).map(|(a, b)| a * b).sum::<f32>();
    let size = (dot(one, one) * dot(other, other)).sqrt();
    if size > 0.0 { dot(one, other) / size } else { 0.0 }
}
