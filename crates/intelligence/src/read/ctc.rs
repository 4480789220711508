//! From likelihoods of letters, column by column, to words.
//!
//! The recogniser says for each column which letter it sees, or that it sees none. The same letter in
//! neighbouring columns is one letter; only an empty column between them makes it two.

/// Column outputs that mean "no letter here".
const NONE: usize = 0;

/// The letters that the recogniser knows; the first output is no letter, the last one is the space.
pub(super) struct Alphabet(Vec<String>);

/// A word with the columns that it covers.
#[derive(Debug, PartialEq)]
pub(super) struct Seen {
    pub(super) text: String,
    /// The first column and the one after the last.
    pub(super) columns: std::ops::Range<usize>,
    pub(super) confidence: f32,
}

#[derive(Default)]
struct Growing {
    text: String,
    first: usize,
    last: usize,
    sum: f32,
    letters: usize,
}

impl Alphabet {
    /// From the list in the model: a letter a line.
    pub(super) fn parse(list: &str) -> Self {
        let letters = list.split('\n').map(|letter| letter.trim_end_matches('\r').to_owned());
        Self(letters.chain([" ".to_owned()]).collect())
    }

    /// Outputs a column.
    pub(super) fn classes(&self) -> usize {
        self.0.len() + 1
    }

    /// The words in columns of likelihoods.
    pub(super) fn words(&self, likely: &[f32]) -> Vec<Seen> {
        let mut words = Vec::new();
        let mut word = Growing::default();
        let mut before = NONE;
        for (column, classes) in likely.chunks_exact(self.classes()).enumerate() {
            let (class, confidence) = best(classes);
            if class != NONE && class == before {
                word.last = column;
            } else if class != NONE {
                let letter = &self.0[class - 1];
                if letter.trim().is_empty() {
                    words.extend(word.finish());
                    word = Growing::default();
                } else {
                    word.add(letter, column, confidence);
                }
            }
            before = class;
        }
        words.extend(word.finish());
        words
    }
}

impl Growing {
    fn add(&mut self, letter: &str, column: usize, confidence: f32) {
        if self.letters == 0 {
            self.first = column;
        }
        self.text.push_str(letter);
        self.last = column;
        self.sum += confidence;
        self.letters += 1;
    }

    fn finish(self) -> Option<Seen> {
        (self.letters > 0).then(|| Seen {
            text: self.text,
            columns: self.first..self.last + 1,
            confidence: self.sum / self.letters as f32,
        })
    }
}

fn best(classes: &[f32]) -> (usize, f32) {
    let larger = |best: (usize, f32), (class, value): (usize, &f32)| {
        if *value > best.1 { (class, *value) } else { best }
    };
    classes.iter().enumerate().fold((NONE, 0.0), larger)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Columns that see the given outputs with certainty 0.8.
    fn columns(alphabet: &Alphabet, classes: &[usize]) -> Vec<f32> {
        let column = |class: &usize| {
            let mut column = vec![0.0; alphabet.classes()];
            column[*class] = 0.8;
            column
        };
        classes.iter().flat_map(column).collect()
    }

    #[test]
    fn repeated_columns_are_one_letter_and_spaces_part_words() {
        let alphabet = Alphabet::parse("a\nb");
        let words = alphabet.words(&columns(&alphabet, &[0, 1, 1, 0, 1, 2, 3, 3, 0, 2, 0]));
        let words: Vec<_> = words.iter().map(|word| (word.text.as_str(), word.columns.clone())).collect();
        assert_eq!(words, [("aab", 1..6), ("b", 9..10)]);
    }

    #[test]
    fn empty_columns_have_no_words() {
        let alphabet = Alphabet::parse("a");
        assert_eq!(alphabet.words(&columns(&alphabet, &[0, 0, 2, 0])), []);
    }
}
