//! The outline of a recording, for a picture of it.

/// Gathers peaks while a recording is decoded, without knowing its length and in constant memory.
#[derive(Clone, Debug)]
pub struct Waveform {
    wanted: usize,
    /// Peaks of whole windows; at most four for each that is wanted.
    peaks: Vec<f32>,
    /// Samples to a peak: one at first, doubled whenever there are too many peaks.
    window: usize,
    filled: usize,
    peak: f32,
}

impl Waveform {
    /// An outline of `wanted` peaks, at least one.
    pub fn new(wanted: usize) -> Self {
        Self { wanted: wanted.max(1), peaks: Vec::new(), window: 1, filled: 0, peak: 0.0 }
    }

    /// Takes the next samples of one channel, -1 to 1. What is no number is silence.
    pub fn push(&mut self, samples: &[f32]) {
        for sample in samples {
            let loudness = sample.abs();
            if loudness.is_finite() && loudness > self.peak {
                self.peak = loudness;
            }
            self.filled += 1;
            if self.filled == self.window {
                self.close();
            }
        }
    }

    fn close(&mut self) {
        self.peaks.push(self.peak);
        (self.filled, self.peak) = (0, 0.0);
        if self.peaks.len() == 4 * self.wanted {
            self.peaks = self.peaks.chunks(2).map(loudest).collect();
            self.window *= 2;
        }
    }

    /// As many peaks as were wanted, 0 to 255, or fewer for a recording with fewer samples.
    pub fn finish(mut self) -> Vec<u8> {
        if self.filled > 0 {
            self.close();
        }
        let found = self.peaks.len();
        let wanted = self.wanted.min(found);
        let bounds = |index: usize| index * found / wanted..(index + 1) * found / wanted;
        (0..wanted).map(|index| byte(loudest(&self.peaks[bounds(index)]))).collect()
    }
}

fn loudest(peaks: &[f32]) -> f32 {
    peaks.iter().copied().fold(0.0, f32::max)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=255 before")]
fn byte(peak: f32) -> u8 {
    (peak.clamp(0.0, 1.0) * 255.0).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loud_middle_is_seen_whatever_the_length() {
        for length in [1_000, 16_000, 1_234_567] {
            let mut waveform = Waveform::new(200);
            let middle = length / 2..length / 2 + length / 10;
            let samples: Vec<f32> =
                (0..length).map(|at| if middle.contains(&at) { -0.8 } else { 0.1 }).collect();
            samples.chunks(777).for_each(|chunk| waveform.push(chunk));
            let peaks = waveform.finish();
            assert_eq!(peaks.len(), 200);
            assert_eq!((peaks[0], peaks[110], peaks[199]), (26, 204, 26), "{length} samples");
        }
    }

    #[test]
    fn short_and_broken_recordings_have_what_they_have() {
        assert_eq!(Waveform::new(200).finish(), [0; 0]);
        let mut waveform = Waveform::new(200);
        waveform.push(&[f32::NAN, 2.0, f32::INFINITY]);
        assert_eq!(waveform.finish(), [0, 255, 0]);
    }
}
