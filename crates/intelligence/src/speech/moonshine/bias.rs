//! A little help for words that the recogniser rarely met: titles, names, materials.
//!
//! While the decoder writes, a token that carries on one of the wanted terms gains a little for each letter. It decides
//! between sounds that are nearly alike; it can't make the decoder write what it did not hear.

use super::tokens::Tokens;

/// What a letter of a term is worth, in logits.
const LETTER: f32 = 0.5;
/// No token gains more than this.
const MOST: f32 = 2.0;
/// Tokens that are looked at in each step.
const CANDIDATES: usize = 24;
/// Shorter beginnings of terms are shared by too many words.
const LEAST: usize = 3;
/// Bytes of what was written that a term may lie in.
const TAIL: usize = 64;

/// The terms to favour.
#[derive(Debug, Default)]
pub(in crate::speech) struct Bias {
    /// In lower case, sorted, each with a space at the end: a term that is finished is a whole word.
    terms: Vec<Vec<u8>>,
}

/// What the decoder wrote last, in lower case.
#[derive(Clone, Debug, Default)]
pub(super) struct Written(Vec<u8>);

impl Written {
    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.0.extend(bytes.iter().map(u8::to_ascii_lowercase));
        let spent = self.0.len().saturating_sub(TAIL);
        self.0.drain(..spent);
    }
}

impl Bias {
    pub(in crate::speech) fn new(terms: &[String]) -> Self {
        let clean = |term: &String| {
            let words: Vec<_> = term.split_whitespace().map(str::to_lowercase).collect();
            format!("{} ", words.join(" ")).into_bytes()
        };
        let mut terms: Vec<_> = terms.iter().map(clean).filter(|term| LEAST < term.len()).collect();
        terms.sort();
        terms.dedup();
        Self { terms }
    }

    /// The most likely token, with the gains.
    pub(super) fn choose(&self, logits: &[f32], written: &Written, tokens: &Tokens) -> usize {
        if self.terms.is_empty() {
            return best(logits.iter().copied().enumerate());
        }
        let had = self.matched(&written.0);
        let candidates = highest(logits).into_iter();
        best(candidates.map(|token| (token, logits[token] + self.gain(written, had, &tokens.bytes(token)))))
    }

    fn gain(&self, written: &Written, had: usize, bytes: &[u8]) -> f32 {
        if bytes.is_empty() {
            return 0.0;
        }
        let mut longer = written.clone();
        longer.push(bytes);
        let has = self.matched(&longer.0);
        if has < LEAST || has <= had {
            return 0.0;
        }
        #[expect(clippy::cast_precision_loss, reason = "a term is short")]
        let letters = (has - had).min(bytes.len()) as f32;
        (LETTER * letters).min(MOST)
    }

    /// How many of the last bytes are the beginning of a term, counted from the start of a word.
    fn matched(&self, text: &[u8]) -> usize {
        let starts = (0..text.len()).filter(|at| text[*at] != b' ' && (*at == 0 || text[at - 1] == b' '));
        let matching = starts.filter(|at| self.begins(&text[*at..])).min();
        matching.map_or(0, |at| text.len() - at)
    }

    fn begins(&self, text: &[u8]) -> bool {
        let at = self.terms.partition_point(|term| term.as_slice() < text);
        self.terms.get(at).is_some_and(|term| term.starts_with(text))
    }
}

fn best(scored: impl Iterator<Item = (usize, f32)>) -> usize {
    scored.max_by(|a, b| a.1.total_cmp(&b.1)).map_or(super::tokens::END, |(token, _)| token)
}

/// The tokens with the highest logits, in no order.
fn highest(logits: &[f32]) -> Vec<usize> {
    let mut tokens: Vec<usize> = (0..logits.len()).collect();
    let count = CANDIDATES.min(tokens.len());
    if count < tokens.len() {
        tokens.select_nth_unstable_by(count, |a, b| logits[*b].total_cmp(&logits[*a]));
    }
    tokens.truncate(count);
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bias(terms: &[&str]) -> Bias {
        Bias::new(&terms.iter().map(|term| (*term).to_owned()).collect::<Vec<_>>())
    }

    fn written(text: &str) -> Written {
        let mut written = Written::default();
        written.push(text.as_bytes());
        written
    }

    #[test]
    fn letters_that_carry_a_term_on_gain() {
        let bias = bias(&["Burnt Sienna", "gesso"]);
        let gain = |text: &str, token: &str| {
            let written = written(text);
            bias.gain(&written, bias.matched(&written.0), token.as_bytes())
        };
        assert!(gain(" some", " ges") > 1.0);
        assert!(gain(" some burnt", " sien") > 1.0);
        assert!(gain(" some burnt sien", "na") > 0.9);
        assert!(gain(" some", " guess").abs() < f32::EPSILON);
        assert!(gain(" some", " g").abs() < f32::EPSILON, "too many words begin so");
        assert!(gain(" digest", "so").abs() < f32::EPSILON, "a term begins with a word");
        assert!(gain(" gesso", "n").abs() < f32::EPSILON);
    }

    #[test]
    fn without_terms_the_highest_wins() {
        let tokens = Tokens::default();
        assert_eq!(Bias::default().choose(&[0.1, 0.2, 0.9, 0.3], &Written::default(), &tokens), 2);
        assert_eq!(bias(&["gesso"]).choose(&[0.1, 0.2, 0.3, 0.9], &Written::default(), &tokens), 3);
    }
}
