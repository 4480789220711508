//! Chance that is the same each time, and prompts whose words are as rare and as common as those of a language.

/// Words that there are.
const WORDS: usize = 2_000;

/// Splitmix64.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Below a number.
    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap_or_default()
    }

    /// One of these.
    pub(super) fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// True so many times in a thousand.
    pub(super) fn in_thousand(&mut self, times: usize) -> bool {
        self.below(1_000) < times
    }
}

/// Words by how common they are: the first twice as common as the second, three times as the third.
pub(super) struct Language {
    until: Vec<u64>,
}

impl Language {
    pub(super) fn new() -> Self {
        let mut sum = 0;
        let until = (1..=WORDS as u64).map(|rank| {
            sum += (1 << 40) / rank;
            sum
        });
        Self { until: until.collect() }
    }

    fn word(&self, dice: &mut Dice) -> usize {
        let end = self.until.last().copied().unwrap_or(1);
        let place = dice.next() % end;
        self.until.partition_point(|until| *until <= place)
    }

    /// Twenty words; the fourth is a rare one in every two thousandth.
    pub(super) fn prompt(&self, dice: &mut Dice) -> String {
        let mut words: Vec<String> = (0..20).map(|_| word(self.word(dice))).collect();
        if dice.below(2_000) == 0 {
            RARE.clone_into(&mut words[3]);
        }
        words.join(" ")
    }
}

/// On one product of two thousand.
pub(super) const RARE: &str = "unicornium";

/// The word of that rank, from 0.
pub(super) fn word(rank: usize) -> String {
    format!("w{rank:04}")
}
