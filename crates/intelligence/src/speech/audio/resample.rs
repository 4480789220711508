//! Any sample rate to 16 kHz, by a windowed sinc in polyphase form.

use std::f64::consts::PI;
use std::ops::RangeInclusive;

/// Rates that recordings have; others are mistakes or attacks.
pub(super) const RATES: RangeInclusive<u32> = 4_000..=384_000;

/// Zero crossings of the sinc on each side.
const CROSSINGS: f64 = 16.0;
/// The part of the band that passes, so that the filter is closed where images begin.
const PASS: f64 = 0.92;

/// Converts blocks of one recording. A rate that changes on the way begins anew.
#[derive(Default)]
pub(super) struct Resampler {
    stage: Option<Stage>,
}

struct Stage {
    rate: u32,
    /// Output samples for every `down` input samples.
    up: usize,
    down: usize,
    /// `up` filters of `taps` weights.
    weights: Vec<f32>,
    taps: usize,
    /// Input that is still needed; begins `taps / 2` samples before the next output.
    input: Vec<f32>,
    /// Where the next output lies behind the start of `input`, in parts of `1 / up`.
    phase: usize,
}

impl Resampler {
    /// What can be said of the samples so far.
    pub(super) fn push(&mut self, rate: u32, samples: &[f32]) -> Vec<f32> {
        if rate == super::RATE {
            let mut rest = self.finish();
            rest.extend_from_slice(samples);
            return rest;
        }
        let mut before = Vec::new();
        if self.stage.as_ref().is_some_and(|stage| stage.rate != rate) {
            before = self.finish();
        }
        let stage = self.stage.get_or_insert_with(|| Stage::new(rate));
        stage.input.extend_from_slice(samples);
        before.extend(stage.drain());
        before
    }

    /// The samples that waited for input that will not come.
    pub(super) fn finish(&mut self) -> Vec<f32> {
        let Some(mut stage) = self.stage.take() else {
            return Vec::new();
        };
        stage.input.resize(stage.input.len() + stage.taps / 2, 0.0);
        stage.drain()
    }
}

impl Stage {
    fn new(rate: u32) -> Self {
        let shared = greatest_common_divisor(rate, super::RATE);
        let (up, down) = ((super::RATE / shared) as usize, (rate / shared) as usize);
        // Of the narrower band, in parts of the input's.
        let cutoff = (f64::from(super::RATE) / f64::from(rate)).min(1.0) * PASS;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 32 and 1000")]
        let half = (CROSSINGS / cutoff).ceil() as usize;
        let taps = 2 * half;
        let weights = (0..up).flat_map(|phase| filter(phase, up, half, cutoff)).collect();
        // Silence before the beginning centres the first output on the first sample.
        Self { rate, up, down, weights, taps, input: vec![0.0; half - 1], phase: 0 }
    }

    fn drain(&mut self) -> Vec<f32> {
        let mut output = Vec::with_capacity(self.input.len() * self.up / self.down + 1);
        while self.phase / self.up + self.taps <= self.input.len() {
            let (start, phase) = (self.phase / self.up, self.phase % self.up);
            let window = &self.input[start..start + self.taps];
            let weights = &self.weights[phase * self.taps..(phase + 1) * self.taps];
            output.push(window.iter().zip(weights).map(|(sample, weight)| sample * weight).sum());
            self.phase += self.down;
        }
        let spent = (self.phase / self.up).min(self.input.len());
        self.input.drain(..spent);
        self.phase -= spent * self.up;
        output
    }
}

/// The weights of an output that lies `phase / up` behind the middle of its window.
#[expect(clippy::cast_precision_loss, reason = "small counts")]
#[expect(clippy::cast_possible_truncation, reason = "weights need no more")]
fn filter(phase: usize, up: usize, half: usize, cutoff: f64) -> Vec<f32> {
    let offset = phase as f64 / up as f64;
    let weight = |tap: usize| {
        let distance = tap as f64 - (half - 1) as f64 - offset;
        let across = distance / half as f64;
        // Blackman, zero at both ends.
        let window = 0.42 + 0.5 * (PI * across).cos() + 0.08 * (2.0 * PI * across).cos();
        cutoff * sinc(cutoff * distance) * if across.abs() < 1.0 { window } else { 0.0 }
    };
    let raw: Vec<f64> = (0..2 * half).map(weight).collect();
    // Each phase alone passes a constant unchanged.
    let sum: f64 = raw.iter().sum();
    raw.into_iter().map(|weight| (weight / sum) as f32).collect()
}

fn sinc(x: f64) -> f64 {
    if x.abs() < 1e-9 { 1.0 } else { (PI * x).sin() / (PI * x) }
}

fn greatest_common_divisor(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

#[cfg(test)]
#[expect(clippy::cast_precision_loss, reason = "small counts")]
mod tests {
    use super::*;

    fn tone(rate: u32, frequency: f32, seconds: f32) -> Vec<f32> {
        let count = (0..).take_while(|index| (*index as f32) < seconds * rate as f32);
        count
            .map(|index| (2.0 * std::f32::consts::PI * frequency * index as f32 / rate as f32).sin())
            .collect()
    }

    fn resample(rate: u32, samples: &[f32], block: usize) -> Vec<f32> {
        let mut resampler = Resampler::default();
        let mut output: Vec<f32> =
            samples.chunks(block).flat_map(|block| resampler.push(rate, block)).collect();
        output.extend(resampler.finish());
        output
    }

    #[test]
    fn tone_stays_the_same_tone_at_every_rate() {
        for rate in [8_000, 11_025, 22_050, 44_100, 48_000, 96_000] {
            let output = resample(rate, &tone(rate, 440.0, 0.5), 1_000);
            let expected = tone(16_000, 440.0, 0.5);
            assert!(output.len().abs_diff(expected.len()) <= 2, "{rate}: {}", output.len());
            let middle = 1_000..7_000;
            let worst = output[middle.clone()].iter().zip(&expected[middle]).map(|(a, b)| (a - b).abs());
            let worst = worst.fold(0.0, f32::max);
            assert!(worst < 0.01, "{rate}: off by {worst}");
        }
    }

    #[test]
    fn what_is_too_high_is_silenced_and_not_folded() {
        let output = resample(48_000, &tone(48_000, 12_000.0, 0.5), 480);
        let loudest = output[500..7_500].iter().fold(0.0, |loudest: f32, sample| loudest.max(sample.abs()));
        assert!(loudest < 0.005, "{loudest}");
    }

    #[test]
    fn blocks_make_no_difference() {
        let samples = tone(44_100, 300.0, 0.2);
        assert_eq!(resample(44_100, &samples, 7), resample(44_100, &samples, samples.len()));
    }
}
