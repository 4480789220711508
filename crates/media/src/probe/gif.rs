//! The pauses of an animation.

use super::ratio;

/// The time that one round takes; `None` for a single picture.
pub(super) fn seconds(bytes: &[u8]) -> Option<f64> {
    let flags = *bytes.get(10)?;
    let mut at = 13 + table(flags);
    let (mut hundredths, mut pictures) = (0_u64, 0_u64);
    loop {
        match bytes.get(at) {
            Some(0x21) => {
                if bytes.get(at + 1) == Some(&0xf9) {
                    let pause = bytes.get(at + 4..).and_then(|rest| rest.first_chunk());
                    hundredths += pause.map_or(0, |pause| u64::from(u16::from_le_bytes(*pause)));
                }
                at = past_blocks(bytes, at + 2)?;
            }
            Some(0x2c) => {
                pictures += 1;
                let flags = *bytes.get(at + 9)?;
                // The descriptor, its colours, and a byte for the width of codes.
                at = past_blocks(bytes, at + 10 + table(flags) + 1)?;
            }
            // The end, wherever it is.
            _ => break,
        }
    }
    ratio(hundredths, 100).filter(|_| pictures > 1)
}

/// Bytes of a table of colours.
fn table(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

fn past_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}
