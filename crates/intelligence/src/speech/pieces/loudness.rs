//! Which frames of a stretch of sound are loud enough to be speech.

use std::ops::Range;

use crate::speech::audio::RATE;

/// Samples of a frame: 20 ms.
pub(super) const FRAME: usize = RATE as usize / 50;

/// Quieter is silence, whatever the rest is (dB below full scale).
const SILENCE: f32 = -58.0;
/// Speech swells and falls more than this between its loud and its quiet frames; noise does not (dB).
const SWING: f32 = 9.0;
/// Gaps between sounds that are filled (frames).
const GAP: usize = 10;
/// A sound that is shorter is a click, and one that is alone and shorter is no word (frames).
const CLICK: usize = 2;
const WORD: usize = 6;

/// Frames with speech in them.
pub(super) struct Voiced {
    levels: Vec<f32>,
    frames: Vec<bool>,
}

impl Voiced {
    /// `history` is how loud it was before: a short rest can't tell its noise from its speech by itself.
    pub(super) fn find(sound: &[f32], history: &[f32]) -> Self {
        let levels: Vec<f32> = sound.chunks(FRAME).map(level).collect();
        let mut sorted = [history, &levels].concat();
        sorted.sort_by(f32::total_cmp);
        let at = |percent: usize| sorted.get(sorted.len() * percent / 100).copied().unwrap_or(SILENCE);
        let (quiet, loud) = (at(10).max(SILENCE - SWING), at(99));
        if loud < SILENCE || loud - quiet < SWING {
            return Self { frames: vec![false; levels.len()], levels };
        }
        let threshold = (quiet + (0.35 * (loud - quiet)).clamp(4.0, 12.0)).max(SILENCE);
        let mut frames: Vec<bool> = levels.iter().map(|level| threshold <= *level).collect();
        flip(&mut frames, true, CLICK);
        flip(&mut frames, false, GAP);
        flip(&mut frames, true, WORD);
        Self { levels, frames }
    }

    /// How loud the frames are.
    pub(super) fn levels(&self) -> impl Iterator<Item = f32> {
        self.levels.iter().copied()
    }

    /// Samples with speech in them, run by run.
    pub(super) fn runs(&self) -> impl Iterator<Item = Range<usize>> {
        let mut at = 0;
        let frames = &self.frames;
        std::iter::from_fn(move || {
            let start = at + frames.get(at..)?.iter().position(|voiced| *voiced)?;
            at = frames[start..]
                .iter()
                .position(|voiced| !voiced)
                .map_or(frames.len(), |length| start + length);
            Some(start * FRAME..at * FRAME)
        })
    }

    /// The start of the quietest frame of a stretch of samples.
    pub(super) fn quietest(&self, within: Range<usize>) -> usize {
        let frames = within.start / FRAME..(within.end / FRAME).min(self.levels.len());
        let quietest = frames.min_by(|a, b| self.levels[*a].total_cmp(&self.levels[*b]));
        quietest.map_or(within.end, |frame| frame * FRAME)
    }
}

/// Turns runs of `value` that are shorter than `shortest` into their surroundings.
fn flip(frames: &mut [bool], value: bool, shortest: usize) {
    for run in frames.chunk_by_mut(|a, b| a == b) {
        if run[0] == value && run.len() < shortest {
            run.fill(!value);
        }
    }
}

/// Decibels below full scale, of what is left when rumble is taken away.
#[expect(clippy::cast_precision_loss, reason = "a frame is short")]
fn level(frame: &[f32]) -> f32 {
    let steps = frame.windows(2).map(|pair| (pair[1] - 0.95 * pair[0]).powi(2));
    let power = steps.sum::<f32>() / frame.len() as f32;
    10.0 * power.max(1e-12).log10()
}
