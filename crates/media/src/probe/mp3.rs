//! MP3: the first frame may say how many there are; otherwise all are taken to be like it.

use super::{Found, ratio};

/// Thousands of bits a second by the four bits in a frame's header, for the first version and for the others.
const RATES: [[u16; 15]; 2] = [
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];
/// Bytes behind the tag in which the first frame is looked for.
const NEAR: usize = 64 << 10;

struct Frame {
    samples: u64,
    sample_rate: u64,
    bit_rate: u64,
    /// Bytes from the frame's start to where a table of contents would be.
    side: usize,
}

pub(super) fn read(bytes: &[u8]) -> Found {
    Found { size: None, seconds: seconds(bytes) }
}

fn seconds(bytes: &[u8]) -> Option<f64> {
    let start = after_tag(bytes);
    let mut near = start..bytes.len().min(start.saturating_add(NEAR));
    let (at, frame) = near.find_map(|at| Some((at, frame_at(bytes, at)?)))?;
    let said = contents(bytes, at + frame.side).or_else(|| old_contents(bytes, at + 36));
    if let Some(frames) = said {
        return ratio(u64::from(frames) * frame.samples, frame.sample_rate);
    }
    let has_end_tag = bytes.len().checked_sub(128).is_some_and(|at| bytes[at..].starts_with(b"TAG"));
    let end = if has_end_tag { bytes.len() - 128 } else { bytes.len() };
    ratio(8 * end.saturating_sub(at) as u64, frame.bit_rate)
}

/// Where the sound starts behind the tag, whose length has seven bits in each byte.
fn after_tag(bytes: &[u8]) -> usize {
    let Some([b'I', b'D', b'3', _, _, flags, a, b, c, d]) = bytes.first_chunk::<10>() else { return 0 };
    let length = [a, b, c, d].iter().fold(0, |length, byte| length << 7 | usize::from(**byte & 0x7f));
    let footer = if flags & 0x10 == 0 { 0 } else { 10 };
    10 + length + footer
}

fn frame_at(bytes: &[u8], at: usize) -> Option<Frame> {
    let [0xff, second, third, fourth] = *bytes.get(at..)?.first_chunk()? else { return None };
    // Layer III, of a version and with rates that exist.
    if second & 0xe6 != 0xe2 || second & 0x18 == 0x08 {
        return None;
    }
    let is_first = second & 0x18 == 0x18;
    let rates = RATES[usize::from(!is_first)];
    let bit_rate = 1000 * u64::from(*rates.get(usize::from(third >> 4)).filter(|rate| **rate > 0)?);
    let full = *[44_100_u64, 48_000, 32_000].get(usize::from(third >> 2 & 3))?;
    let sample_rate = match second & 0x18 {
        0x18 => full,
        0x10 => full / 2,
        _ => full / 4,
    };
    let is_mono = fourth >> 6 == 3;
    let side = match (is_first, is_mono) {
        (true, false) => 36,
        (false, true) => 13,
        _ => 21,
    };
    Some(Frame { samples: if is_first { 1152 } else { 576 }, sample_rate, bit_rate, side })
}

/// The number of frames by `Xing` or `Info`.
fn contents(bytes: &[u8], at: usize) -> Option<u32> {
    let table = bytes.get(at..)?;
    let is_table = table.starts_with(b"Xing") || table.starts_with(b"Info");
    let has_frames = table.get(7)? & 1 == 1;
    (is_table && has_frames).then(|| number(table, 8)).flatten()
}

/// The same by `VBRI`.
fn old_contents(bytes: &[u8], at: usize) -> Option<u32> {
    let table = bytes.get(at..)?;
    table.starts_with(b"VBRI").then(|| number(table, 14)).flatten()
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}
