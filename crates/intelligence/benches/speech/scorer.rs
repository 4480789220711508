//! Word errors, after both sides were brought to one spelling.

/// Words that were wrong, and words that there are.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    pub(crate) wrong: usize,
    pub(crate) words: usize,
}

impl Score {
    /// Substitutions, deletions and insertions.
    pub(crate) fn of(said: &str, heard: &str) -> Self {
        let (said, heard) = (normal(said), normal(heard));
        Self { wrong: distance(&said, &heard), words: said.len() }
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.wrong += other.wrong;
        self.words += other.words;
    }

    /// Percent.
    #[expect(clippy::cast_precision_loss, reason = "few words")]
    pub(crate) fn percent(self) -> f64 {
        100.0 * self.wrong as f64 / self.words.max(1) as f64
    }
}

/// Lower case, without punctuation, numbers and titles as words, hyphens as gaps.
pub(crate) fn normal(text: &str) -> Vec<String> {
    let lower = text.to_lowercase().replace(['-', '\u{2013}', '\u{2014}', '/'], " ");
    let words = lower.split_whitespace().map(|word| word.replace(|c: char| !c.is_alphanumeric(), ""));
    words.filter(|word| !word.is_empty()).flat_map(|word| spelled(&word)).collect()
}

fn spelled(word: &str) -> Vec<String> {
    let plain = match word {
        "mr" => "mister",
        "mrs" => "missis",
        "metres" => "meters",
        "grey" => "gray",
        "colour" => "color",
        "coloured" => "colored",
        "watercolour" => "watercolor",
        "mould" => "mold",
        other => match other.parse::<u32>() {
            Ok(number) => return number_words(number),
            Err(_) => other,
        },
    };
    vec![plain.to_owned()]
}

fn number_words(number: u32) -> Vec<String> {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let rest = |name: &str, unit: u32| {
        let mut words = number_words(number / unit);
        words.push(name.to_owned());
        if !number.is_multiple_of(unit) {
            words.extend(number_words(number % unit));
        }
        words
    };
    match number {
        0..20 => vec![SMALL[number as usize].to_owned()],
        20..100 => {
            let mut words = vec![TENS[number as usize / 10].to_owned()];
            if !number.is_multiple_of(10) {
                words.extend(number_words(number % 10));
            }
            words
        }
        100..1_000 => rest("hundred", 100),
        _ => rest("thousand", 1_000),
    }
}

/// Levenshtein's, over words.
fn distance(one: &[String], other: &[String]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, word) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (column, candidate) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(word != candidate);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[other.len()]
}
