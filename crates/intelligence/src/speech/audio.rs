//! A recording as 16 kHz mono samples, whatever it was, a little at a time.
//!
//! [`Audio::open`] reads the container once without decoding, which tells how long the recording
//! really is (headers lie) and refuses what is too long before any work is spent on it.
//! Decoding then goes block by block, so an hour takes no more memory than a minute.

mod container;
mod opus;
mod program;
mod resample;
mod source;

use std::path::PathBuf;
use std::time::Duration;

use super::error::Error;
use container::Container;
use program::Program;
use resample::Resampler;
pub use source::Source;

/// Samples in a second, of everything that comes out of here.
pub(crate) const RATE: u32 = 16_000;

/// What may be decoded, and by what.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Longer recordings are refused.
    pub longest: Duration,
    /// The program `ffmpeg`, for codings that are not known here.
    pub ffmpeg: Option<PathBuf>,
}

/// A recording that is being decoded.
pub struct Audio {
    decoder: Decoder,
    duration: Option<Duration>,
    complete: bool,
    limit: Duration,
    samples: u64,
}

enum Decoder {
    Container { container: Box<Container>, resampler: Resampler },
    Program(Program),
}

impl Audio {
    /// Reads the recording's container from end to end; no sound is decoded yet.
    pub fn open(source: &Source, limits: &Limits) -> Result<Self, Error> {
        if source.is_empty()? {
            return Err(Error::Empty);
        }
        let (decoder, duration, complete) = match Self::built_in(source, limits.longest) {
            Ok(opened) => opened,
            Err(refusal @ (Error::NotAudio(_) | Error::Unsupported(_))) => match &limits.ffmpeg {
                Some(ffmpeg) => {
                    (Decoder::Program(Program::start(ffmpeg, source, limits.longest)?), None, true)
                }
                None => return Err(refusal),
            },
            Err(error) => return Err(error),
        };
        Ok(Self { decoder, duration, complete, limit: limits.longest, samples: 0 })
    }

    fn built_in(source: &Source, limit: Duration) -> Result<(Decoder, Option<Duration>, bool), Error> {
        let extent = Container::open(source)?.measure();
        if extent.duration > limit {
            return Err(Error::TooLong { lasts: extent.duration, limit });
        }
        let container = Box::new(Container::open(source)?);
        let decoder = Decoder::Container { container, resampler: Resampler::default() };
        Ok((decoder, Some(extent.duration), extent.complete))
    }

    /// How long the recording is; not known of one that a program decodes.
    pub fn duration(&self) -> Option<Duration> {
        self.duration
    }

    /// Whether all is there that the file announces. Final only when there are no more blocks.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// The next samples, or none at the end. What can't be decoded on the way is left out, and the recording is then
    /// not complete; one without any sound that can be decoded is an error.
    pub fn next_block(&mut self) -> Result<Option<Vec<f32>>, Error> {
        let block = match &mut self.decoder {
            Decoder::Program(program) => program.next_block()?,
            Decoder::Container { container, resampler } => {
                if let Some((rate, mono)) = container.next_block()? {
                    Some(resampler.push(rate, &mono))
                } else {
                    self.complete &= container.is_intact();
                    Some(resampler.finish()).filter(|rest| !rest.is_empty())
                }
            }
        };
        match &block {
            Some(block) => self.samples += block.len() as u64,
            None if self.samples == 0 => return Err(Error::Truncated),
            None => {}
        }
        let lasts = Duration::from_millis(self.samples * 1_000 / u64::from(RATE));
        // A second of grace: padding and resampling are not the recording's fault.
        if lasts > self.limit + Duration::from_secs(1) {
            return Err(Error::TooLong { lasts, limit: self.limit });
        }
        Ok(block)
    }
}
