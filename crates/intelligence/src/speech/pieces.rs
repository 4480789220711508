//! Cutting sound at its pauses: silence is dropped, speech comes out in pieces of about 7 seconds.
//!
//! Loudness is judged against the recording itself: the quiet tenth of the last half minute is its
//! noise, and speech is what stands out of it. A steady hum therefore is no speech, however loud.

mod loudness;

use std::ops::Range;

use super::audio::RATE;
use loudness::{FRAME, Voiced};

/// Samples in a millisecond.
const MILLI: usize = (RATE / 1_000) as usize;
/// How much is looked at to tell speech from noise.
const WINDOW: usize = 30_000 * MILLI;
/// A piece that is this long ends at the next pause.
const ENOUGH: usize = 7_000 * MILLI;
/// A piece that would become too long ends at its widest gap, not before this.
const LEAST: usize = 4_000 * MILLI;
/// No piece is longer; memory and the recogniser's imagination grow with its length.
const LONGEST: usize = 12_000 * MILLI;
/// What is a pause between sentences, or between words when need be.
const PAUSE: usize = 350 * MILLI;
/// A pause that ends a piece of any length.
const LONG_PAUSE: usize = 1_200 * MILLI;
/// Sound around what was judged to be speech: consonants are quiet.
const MARGIN: usize = 400 * MILLI;

/// A piece of speech.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Speech {
    /// Samples from the beginning of the recording.
    pub(super) start: u64,
    pub(super) samples: Vec<f32>,
    /// Where in `samples` somebody speaks, in order and apart.
    pub(super) voiced: Vec<Range<usize>>,
}

/// Takes sound in blocks of any size and gives pieces out.
#[derive(Default)]
pub(super) struct Cutter {
    buffer: Vec<f32>,
    /// Samples of the recording before the buffer.
    origin: u64,
    /// How loud the last of them were.
    history: Vec<f32>,
}

impl Cutter {
    pub(super) fn push(&mut self, block: &[f32]) {
        self.buffer.extend_from_slice(block);
    }

    /// The next piece; with `ended`, also the last ones. `None` asks for more sound.
    pub(super) fn next_piece(&mut self, ended: bool) -> Option<Speech> {
        while !self.buffer.is_empty() && (ended || WINDOW <= self.buffer.len()) {
            let window = self.buffer.len().min(WINDOW);
            let voiced = Voiced::find(&self.buffer[..window], &self.history);
            let Some(Span { from, to, next }) = span(&voiced, window) else {
                // Speech may begin at the very end, too short to be seen yet.
                let last = ended && window == self.buffer.len();
                self.discard(if last { window } else { window - LONG_PAUSE }, &voiced);
                continue;
            };
            let start = from.saturating_sub(MARGIN);
            let end = (to + MARGIN).min(next);
            let samples = self.buffer[start..end].to_vec();
            let inside = voiced.runs().filter(|run| from <= run.start && run.start < to);
            let runs = inside.map(|run| run.start - start..run.end.min(to) - start).collect();
            let piece = Speech { start: self.origin + start as u64, samples, voiced: runs };
            // The pause stays: the next piece begins in it.
            self.discard(to.max(FRAME), &voiced);
            return Some(piece);
        }
        None
    }

    fn discard(&mut self, count: usize, voiced: &Voiced) {
        self.history.extend(voiced.levels().take(count / FRAME));
        self.history.drain(..self.history.len().saturating_sub(WINDOW / FRAME));
        self.buffer.drain(..count.min(self.buffer.len()));
        self.origin += count as u64;
    }
}

/// A piece to be: from its first speech to its last, and where the next speech begins.
struct Span {
    from: usize,
    to: usize,
    next: usize,
}

fn span(voiced: &Voiced, window: usize) -> Option<Span> {
    let mut runs = voiced.runs();
    let Range { start: from, end: mut to } = runs.next()?;
    let mut next = window;
    // The widest gap so far that a piece might end at.
    let mut widest: Option<(usize, usize)> = None;
    for run in runs {
        let pause = run.start - to;
        if LONG_PAUSE <= pause || (ENOUGH <= to - from && PAUSE <= pause) {
            next = run.start;
            break;
        }
        if LEAST <= to - from && widest.is_none_or(|(end, start)| start - end <= pause) {
            widest = Some((to, run.start));
        }
        to = run.end;
        if LONGEST < to - from {
            break;
        }
    }
    if LONGEST < to - from {
        let quietest = || voiced.quietest(from + LEAST..from + LONGEST);
        (to, next) = widest.unwrap_or_else(|| (quietest(), quietest()));
    }
    Some(Span { from, to: to.min(window), next })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Something that swells and falls like syllables.
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    fn speech(millis: usize, level: f32) -> Vec<f32> {
        let sample = |index: usize| {
            let time = index as f32 / 16_000.0;
            let swell = 0.6 + 0.4 * (time * 25.0).sin();
            level * swell * ((time * 1_300.0).sin() + 0.5 * (time * 3_700.0).sin())
        };
        (0..millis * MILLI).map(sample).collect()
    }

    /// Reproducible noise.
    #[expect(clippy::cast_precision_loss, reason = "sixteen bits")]
    fn noise(millis: usize, level: f32) -> Vec<f32> {
        let mut state = 1_u32;
        let next = |()| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            level * ((state >> 16) as f32 / 32_768.0 - 1.0)
        };
        std::iter::repeat_n((), millis * MILLI).map(next).collect()
    }

    fn cut(sound: &[f32], block: usize) -> Vec<Speech> {
        let mut cutter = Cutter::default();
        let mut pieces = Vec::new();
        for block in sound.chunks(block) {
            cutter.push(block);
            while let Some(piece) = cutter.next_piece(false) {
                pieces.push(piece);
            }
        }
        while let Some(piece) = cutter.next_piece(true) {
            pieces.push(piece);
        }
        pieces
    }

    fn millis(piece: &Speech) -> (u64, u64) {
        let milli = MILLI as u64;
        (piece.start / milli, (piece.start + piece.samples.len() as u64) / milli)
    }

    #[test]
    fn silence_hum_and_noise_are_no_speech() {
        assert_eq!(cut(&vec![0.0; 60_000 * MILLI], 4_096), []);
        assert_eq!(cut(&noise(60_000, 0.3), 4_096), []);
        assert_eq!(cut(&noise(10_000, 0.001), 4_096), []);
    }

    #[test]
    fn speech_is_found_where_it_is() {
        let sound = [noise(3_000, 0.003), speech(2_000, 0.2), noise(3_000, 0.003)].concat();
        let pieces = cut(&sound, 1_000);
        assert_eq!(pieces.len(), 1);
        let (start, end) = millis(&pieces[0]);
        assert!(start.abs_diff(2_600) < 60 && end.abs_diff(5_400) < 120, "{start}..{end}");
        let voiced: usize = pieces[0].voiced.iter().map(Range::len).sum();
        assert!((voiced / MILLI).abs_diff(2_000) < 150, "{}", voiced / MILLI);
    }

    #[test]
    fn pieces_end_at_pauses_and_miss_nothing() {
        let sentence = || [speech(2_600, 0.2), noise(500, 0.002)].concat();
        let sound: Vec<f32> = (0..40).flat_map(|_| sentence()).collect();
        let pieces = cut(&sound, 16_000);
        assert!(pieces.iter().all(|piece| piece.samples.len() <= LONGEST + 2 * MARGIN));
        assert_eq!(pieces.len(), 14, "three sentences make a piece");
        let voiced: usize = pieces.iter().flat_map(|piece| &piece.voiced).map(Range::len).sum();
        assert!((voiced / MILLI).abs_diff(40 * 2_600) < 4_000, "{}", voiced / MILLI);
    }

    #[test]
    fn speech_without_pauses_is_cut_all_the_same() {
        let pieces = cut(&[speech(65_000, 0.2), noise(2_000, 0.002)].concat(), 16_000);
        assert!(pieces.iter().all(|piece| piece.samples.len() <= LONGEST + 2 * MARGIN));
        let covered: usize = pieces.iter().flat_map(|piece| &piece.voiced).map(Range::len).sum();
        assert!((covered / MILLI).abs_diff(65_000) < 1_000, "{}", covered / MILLI);
    }

    #[test]
    fn size_of_the_blocks_makes_no_difference() {
        let sound =
            [noise(1_000, 0.003), speech(9_000, 0.2), noise(900, 0.003), speech(35_000, 0.1)].concat();
        assert_eq!(cut(&sound, 37), cut(&sound, sound.len()));
    }
}
