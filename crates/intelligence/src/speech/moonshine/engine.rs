//! The recogniser itself: an encoder over samples, and a decoder that writes one token after the other.
//!
//! The decoder keeps what it computed in caches that are handed back to it at each step: those of the
//! encoder's output come from the first step and stay, those of its own output grow.

mod weigh;

use std::borrow::Cow;

use ort::session::{Session, SessionInputValue};
use ort::value::{DynValue, Tensor, TensorRef, ValueType};

use super::bias::{Bias, Written};
use super::tokens::{BEGIN, END, Tokens};
use crate::error::Error;
use crate::models::Models;
use crate::runtime::Runtime;
use crate::speech::audio::RATE;
pub(super) use weigh::Exchange;

/// Nobody speaks more tokens in ten seconds; what does is a loop.
const TOKENS_IN_TEN_SECONDS: usize = 65;

/// A loaded model.
pub(super) struct Engine {
    encoder: Session,
    decoder: Session,
    tokens: Tokens,
    caches: Vec<Cache>,
    /// The small model wants to be told that all samples count.
    masked: bool,
}

/// One of the decoder's caches.
struct Cache {
    input: String,
    output: String,
    /// Of the encoder's output: stays after the first step.
    fixed: bool,
    heads: usize,
    width: usize,
}

/// What the decoder wrote.
#[derive(Debug)]
pub(super) struct Heard {
    pub(super) tokens: Vec<HeardToken>,
    /// Whether it found an end by itself.
    pub(super) finished: bool,
    /// What the encoder made of the sound.
    states: DynValue,
}

#[derive(Debug)]
pub(super) struct HeardToken {
    pub(super) number: usize,
    /// A space first where a word begins. May be a part of a character.
    pub(super) bytes: Vec<u8>,
    /// From 0 to 1.
    pub(super) probability: f32,
}

impl Engine {
    /// Loads the model of a folder of the list, such as `moonshine-base`.
    pub(super) fn load(models: &Models, folder: &str) -> Result<Self, Error> {
        let runtime = Runtime::load(models)?;
        let file = |name: &str| models.file(&format!("{folder}/{name}"));
        let encoder = runtime.session(&file("encoder.ort")?)?;
        let decoder = runtime.session(&file("decoder.ort")?)?;
        let tokens = Tokens::read(&file("tokenizer.bin")?)?;
        let inputs = decoder.inputs().iter();
        let caches: Vec<_> = inputs.filter_map(|input| Cache::of(input.name(), input.dtype())).collect();
        if caches.is_empty() {
            return Err(Error::Runtime(format!("the decoder of {folder} has no caches")));
        }
        let masked = encoder.inputs().iter().any(|input| input.name() == "attention_mask");
        Ok(Self { encoder, decoder, tokens, caches, masked })
    }

    /// Transcribes samples of a few seconds; memory grows with their number.
    pub(super) fn hear(&mut self, samples: &[f32], bias: &Bias) -> Result<Heard, Error> {
        let states = self.encode(samples)?;
        let mut caches = self.caches.iter().map(|cache| cache.empty(1)).collect::<Result<Vec<_>, _>>()?;
        let most = (samples.len() * TOKENS_IN_TEN_SECONDS / (10 * RATE as usize)).max(4);
        let mut heard = Heard { tokens: Vec::new(), finished: false, states };
        let mut written = Written::default();
        let mut token = BEGIN;
        for step in 0..=most {
            let logits = self.step(token, step == 0, &heard.states, &mut caches, samples.len())?;
            token = bias.choose(&logits, &written, &self.tokens);
            if token == END {
                heard.finished = true;
                break;
            }
            let bytes = self.tokens.bytes(token);
            written.push(&bytes);
            heard.tokens.push(HeardToken { number: token, bytes, probability: probability(&logits, token) });
        }
        Ok(heard)
    }

    fn encode(&mut self, samples: &[f32]) -> Result<DynValue, Error> {
        let sound = TensorRef::from_array_view(([1, samples.len()], samples))?;
        let mut inputs: Vec<(Cow<'_, str>, SessionInputValue<'_>)> =
            vec![("input_values".into(), sound.into())];
        if self.masked {
            inputs.push(("attention_mask".into(), mask(1, samples.len())?.into()));
        }
        let mut outputs = self.encoder.run(inputs)?;
        outputs.remove("last_hidden_state").ok_or_else(|| lacks("last_hidden_state"))
    }

    /// One step of the decoder: how likely each token is to follow, not normalised.
    fn step(
        &mut self,
        token: usize,
        first: bool,
        states: &DynValue,
        caches: &mut [DynValue],
        samples: usize,
    ) -> Result<Vec<f32>, Error> {
        let token = Tensor::from_array(([1_usize, 1], vec![i64::try_from(token).unwrap_or_default()]))?;
        let mut inputs: Vec<(Cow<'_, str>, SessionInputValue<'_>)> = vec![
            ("input_ids".into(), token.into()),
            ("encoder_hidden_states".into(), states.into()),
            ("use_cache_branch".into(), Tensor::from_array(([1_usize], vec![!first]))?.into()),
        ];
        if self.masked {
            inputs.push(("encoder_attention_mask".into(), mask(1, samples)?.into()));
        }
        inputs
            .extend(self.caches.iter().zip(caches.iter()).map(|(cache, value)| (cache.name(), value.into())));
        let mut outputs = self.decoder.run(inputs)?;
        for (cache, value) in self.caches.iter().zip(caches) {
            if first || !cache.fixed {
                *value = outputs.remove(&cache.output).ok_or_else(|| lacks(&cache.output))?;
            }
        }
        let logits = outputs.get("logits").ok_or_else(|| lacks("logits"))?;
        Ok(logits.try_extract_tensor::<f32>()?.1.to_vec())
    }
}

impl Cache {
    /// The cache behind an input of the decoder, if it is one.
    fn of(input: &str, kind: &ValueType) -> Option<Self> {
        let place = input.strip_prefix("past_key_values.")?;
        let ValueType::Tensor { shape, .. } = kind else { return None };
        let size = |axis: usize| usize::try_from(*shape.get(axis)?).ok();
        Some(Self {
            input: input.to_owned(),
            output: format!("present.{place}"),
            fixed: place.contains(".encoder."),
            heads: size(1)?,
            width: size(3)?,
        })
    }

    /// Before the first step there is nothing in it.
    fn empty(&self, lines: usize) -> Result<DynValue, Error> {
        let nothing = Vec::<f32>::new();
        Ok(Tensor::from_array(([lines, self.heads, 0, self.width], nothing))?.into_dyn())
    }

    fn name(&self) -> Cow<'_, str> {
        Cow::from(self.input.as_str())
    }
}

fn mask(lines: usize, samples: usize) -> Result<Tensor<i64>, Error> {
    Ok(Tensor::from_array(([lines, samples], vec![1_i64; lines * samples]))?)
}

fn lacks(output: &str) -> Error {
    Error::Runtime(format!("the model has no output {output}"))
}

/// Of one token among all.
fn probability(logits: &[f32], token: usize) -> f32 {
    let highest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sum: f32 = logits.iter().map(|logit| (logit - highest).exp()).sum();
    logits.get(token).map_or(0.0, |logit| (logit - highest).exp() / sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_are_shares() {
        let logits = [1.0, 3.0, 1.0];
        let sum: f32 = (0..3).map(|token| probability(&logits, token)).sum();
        assert!((sum - 1.0).abs() < 1e-6);
        assert!(probability(&logits, 1) > 0.7);
        assert!(probability(&logits, 9).abs() < f32::EPSILON);
    }
}
