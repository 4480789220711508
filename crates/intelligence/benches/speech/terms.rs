//! Which art terms are in a transcript, before its repair and after.

use serde_json::{Value, json};

use super::clips::Sentence;
use super::scorer::{Score, normal};

/// What a transcript is worth beside what was said.
#[derive(Clone, Debug, Default)]
pub(crate) struct Terms {
    score: Score,
    wanted: usize,
    kept: usize,
    /// Terms of the list, or changes of the repair, that nobody said.
    invented: usize,
}

impl Terms {
    /// `list` are the terms of all notes; `changes` is what the repair put in.
    pub(crate) fn add(&mut self, sentence: &Sentence, heard: &str, list: &[String], changes: &[&str]) {
        self.score.add(Score::of(&sentence.text, heard));
        let (said, heard) = (singular(&sentence.text), singular(heard));
        self.wanted += sentence.terms.len();
        self.kept += sentence.terms.iter().filter(|term| contains(&heard, &singular(term))).count();
        let strange = |term: &[String]| contains(&heard, term) && !contains(&said, term);
        let mut invented: Vec<Vec<String>> =
            list.iter().map(String::as_str).chain(changes.iter().copied()).map(singular).collect();
        invented.retain(|term| strange(term));
        invented.sort();
        invented.dedup();
        self.invented += invented.len();
    }

    #[expect(clippy::cast_precision_loss, reason = "few terms")]
    pub(crate) fn report(&self) -> Value {
        let recall = self.kept as f64 / self.wanted.max(1) as f64;
        let precision = self.kept as f64 / (self.kept + self.invented).max(1) as f64;
        let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        json!({
            "wer_percent": self.score.percent(), "terms": self.wanted, "term_recall": recall,
            "term_precision": precision, "term_f1": f1,
        })
    }
}

/// Words as they are compared, one and many alike.
fn singular(text: &str) -> Vec<String> {
    let single = |word: String| match word.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && !stem.ends_with('s') => stem.to_owned(),
        _ => word,
    };
    normal(text).into_iter().map(single).collect()
}

/// Whether a term is there, in one word or in several: `under painting` is `underpainting`.
fn contains(words: &[String], term: &[String]) -> bool {
    let term = term.concat();
    let begins_with_it = |from: usize| {
        let mut rest = term.as_str();
        for word in &words[from..] {
            match rest.strip_prefix(word.as_str()) {
                Some("") => return true,
                Some(more) => rest = more,
                None => return false,
            }
        }
        false
    };
    !term.is_empty() && (0..words.len()).any(begins_with_it)
}
