//! Ogg: the last page of the first stream says how many samples there are.

use super::{Found, ratio};

const PAGE: &[u8] = b"OggS";

pub(super) fn read(bytes: &[u8]) -> Found {
    Found { size: None, seconds: seconds(bytes) }
}

fn seconds(bytes: &[u8]) -> Option<f64> {
    let stream = bytes.get(14..18)?;
    let segments = usize::from(*bytes.get(26)?);
    let packet = bytes.get(27 + segments..)?;
    let (rate, skipped) = if packet.starts_with(b"OpusHead") {
        // Whatever the source was, samples are counted at this rate.
        (48_000, u16::from_le_bytes(*packet.get(10..)?.first_chunk()?))
    } else if packet.starts_with(b"\x01vorbis") {
        (u32::from_le_bytes(*packet.get(12..)?.first_chunk()?), 0)
    } else if packet.starts_with(b"\x7fFLAC") {
        // Nine bytes of mapping, the mark, the block's header, and ten bytes to the rate.
        let layout = u64::from_be_bytes(*packet.get(9 + 4 + 4 + 10..)?.first_chunk()?);
        (u32::try_from(layout >> 44).ok()?, 0)
    } else {
        return None;
    };
    ratio(last_position(bytes, stream)?.saturating_sub(skipped.into()), rate.into())
}

/// The position at the end of the stream's last page; pages without one say minus one.
fn last_position(bytes: &[u8], stream: &[u8]) -> Option<u64> {
    let mut end = bytes.len();
    loop {
        let at = bytes[..end].windows(PAGE.len()).rposition(|window| window == PAGE)?;
        let page = &bytes[at..];
        if page.get(14..18) == Some(stream)
            && let Some(position) = page.get(6..).and_then(|rest| rest.first_chunk())
            && *position != [0xff; 8]
        {
            return Some(u64::from_le_bytes(*position));
        }
        end = at + PAGE.len() - 1;
    }
}
