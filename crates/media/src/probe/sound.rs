//! WAV and FLAC, whose headers tell the length.

use super::{Found, ratio};

pub(super) fn wav(bytes: &[u8]) -> Found {
    Found { size: None, seconds: wav_seconds(bytes) }
}

fn wav_seconds(bytes: &[u8]) -> Option<f64> {
    let mut format = None;
    // A recording that was not finished promises more than there is, so that chunks are read one by one.
    let mut at = 12;
    loop {
        let name = bytes.get(at..at + 4)?;
        let length = u32::from_le_bytes(*bytes.get(at + 4..)?.first_chunk()?) as usize;
        let start = at + 8;
        match name {
            b"fmt " => format = bytes.get(start + 8..).and_then(|rest| rest.first_chunk()),
            b"data" => {
                let there = length.min(bytes.len() - start);
                return ratio(there as u64, u32::from_le_bytes(*format?).into());
            }
            _ => {}
        }
        at = start.checked_add(length)?.checked_add(length % 2)?;
    }
}

pub(super) fn flac(bytes: &[u8]) -> Found {
    Found { size: None, seconds: flac_seconds(bytes) }
}

/// The first block, after its header of four bytes: 20 bits of rate, 3 of channels, 5 of depth, 36 of samples.
fn flac_seconds(bytes: &[u8]) -> Option<f64> {
    let packed = u64::from_be_bytes(*bytes.get(4 + 4 + 10..)?.first_chunk()?);
    ratio(packed & 0xf_ffff_ffff, packed >> 44)
}
