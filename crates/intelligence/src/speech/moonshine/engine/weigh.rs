//! Listening again: how likely other words are than those that were written.
//!
//! The decoder reads a whole line at once, several lines beside each other, and tells of each token how likely it was
//! to come next. Only the tokens up to shortly after the changed words are compared, what follows hardly depends on them.

use std::borrow::Cow;
use std::ops::Range;

use ort::session::SessionInputValue;
use ort::value::{Tensor, TensorRef};

use super::{BEGIN, END, Engine, Heard, lacks, mask};
use crate::error::Error;

/// Lines that are read at once: the decoder's answers to each take some megabytes.
const TOGETHER: usize = 3;
/// Tokens after the changed words that are compared too.
const AFTER: usize = 3;

/// Words in the place of some tokens.
pub(in crate::speech::moonshine) struct Exchange {
    pub(in crate::speech::moonshine) tokens: Range<usize>,
    pub(in crate::speech::moonshine) text: String,
}

impl Engine {
    /// How much likelier each exchange is than what was heard, as a natural logarithm. `samples` is how many were heard.
    pub(in crate::speech::moonshine) fn weigh(
        &mut self,
        heard: &Heard,
        exchanges: &[Exchange],
        samples: usize,
    ) -> Result<Vec<f32>, Error> {
        let logs: Vec<f32> = heard.tokens.iter().map(|token| token.probability.max(1e-9).ln()).collect();
        let mut gains = Vec::with_capacity(exchanges.len());
        for few in exchanges.chunks(TOGETHER) {
            let lines: Vec<_> = few.iter().map(|exchange| self.line(heard, exchange)).collect();
            let likely = self.likelihoods(heard, &lines, samples)?;
            for (exchange, likely) in few.iter().zip(likely) {
                let end = (exchange.tokens.end + AFTER).min(logs.len());
                gains.push(likely - logs[..end].iter().sum::<f32>());
            }
        }
        Ok(gains)
    }

    /// The line with the exchanged words, up to shortly after them. Its first token is the beginning's.
    fn line(&self, heard: &Heard, exchange: &Exchange) -> Vec<usize> {
        let Range { start, end } = exchange.tokens;
        let number = |token: &super::HeardToken| token.number;
        let begins = heard.tokens.get(start).is_some_and(|token| token.bytes.starts_with(b" "));
        let last = (end + AFTER).min(heard.tokens.len());
        let mut line = vec![BEGIN];
        line.extend(heard.tokens[..start].iter().map(number));
        line.extend(self.tokens.encode(&exchange.text, begins));
        line.extend(heard.tokens[end..last].iter().map(number));
        line
    }

    /// The logarithm of how likely each line is.
    fn likelihoods(
        &mut self,
        heard: &Heard,
        lines: &[Vec<usize>],
        samples: usize,
    ) -> Result<Vec<f32>, Error> {
        let count = lines.len();
        let longest = lines.iter().map(Vec::len).max().unwrap_or_default().max(2) - 1;
        let mut numbers = Vec::with_capacity(count * longest);
        for line in lines {
            let padded = line.iter().copied().chain(std::iter::repeat(END)).take(longest);
            numbers.extend(padded.map(|token| i64::try_from(token).unwrap_or_default()));
        }
        let (shape, state) = heard.states.try_extract_tensor::<f32>()?;
        let size =
            |axis: usize| shape.get(axis).and_then(|size| usize::try_from(*size).ok()).unwrap_or_default();
        let states = state.repeat(count);
        let states = TensorRef::from_array_view(([count, size(1), size(2)], states.as_slice()))?;
        let caches = self.caches.iter().map(|cache| cache.empty(count)).collect::<Result<Vec<_>, _>>()?;
        let mut inputs: Vec<(Cow<'_, str>, SessionInputValue<'_>)> = vec![
            ("input_ids".into(), Tensor::from_array(([count, longest], numbers))?.into()),
            ("encoder_hidden_states".into(), states.into()),
            ("use_cache_branch".into(), Tensor::from_array(([1_usize], vec![false]))?.into()),
        ];
        if self.masked {
            inputs.push(("encoder_attention_mask".into(), mask(count, samples)?.into()));
        }
        inputs.extend(self.caches.iter().zip(&caches).map(|(cache, value)| (cache.name(), value.into())));
        let outputs = self.decoder.run(inputs)?;
        let logits = outputs.get("logits").ok_or_else(|| lacks("logits"))?;
        let logits = logits.try_extract_tensor::<f32>()?.1;
        let width = logits.len() / (count * longest);
        let rows: Vec<_> = logits.chunks_exact(width.max(1)).collect();
        let likely = |(at, line): (usize, &Vec<usize>)| {
            let steps = line.iter().skip(1).zip(&rows[at * longest..]);
            steps.map(|(token, row)| logarithm(row, *token)).sum()
        };
        Ok(lines.iter().enumerate().map(likely).collect())
    }
}

/// Of the probability of one token among all.
fn logarithm(logits: &[f32], token: usize) -> f32 {
    let highest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sum: f32 = logits.iter().map(|logit| (logit - highest).exp()).sum();
    logits.get(token).map_or(f32::NEG_INFINITY, |logit| logit - highest - sum.ln())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_of_shares() {
        let logits = [1.0, 3.0, 1.0];
        let sum: f32 = (0..3).map(|token| logarithm(&logits, token).exp()).sum();
        assert!((sum - 1.0).abs() < 1e-6);
        assert!(logarithm(&logits, 9).is_infinite());
    }
}
