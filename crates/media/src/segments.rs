//! The segments of a JPEG file, as far as finding and replacing metadata needs them.

use std::ops::Range;

/// A marker with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    /// The second byte of the marker.
    pub(crate) marker: u8,
    /// From the first byte of the marker to the end of its payload; for a scan, of its coded data.
    pub(crate) whole: Range<usize>,
    /// The payload alone, without marker and length.
    pub(crate) payload: Range<usize>,
}

const START_OF_SCAN: u8 = 0xda;
const END_OF_IMAGE: u8 = 0xd9;
pub(crate) const APP0: u8 = 0xe0;
pub(crate) const APP1: u8 = 0xe1;
pub(crate) const APP2: u8 = 0xe2;
pub(crate) const APP11: u8 = 0xeb;
pub(crate) const APP13: u8 = 0xed;

/// The segments from the start to the end of the first image, that end included; `None` when they don't
/// fit together or the end is missing.
pub(crate) fn jpeg_segments(bytes: &[u8]) -> Option<Vec<Segment>> {
    let mut segments = Vec::new();
    let mut at = 2;
    if !bytes.starts_with(&[0xff, 0xd8]) {
        return None;
    }
    loop {
        // Markers may be preceded by any number of fill bytes.
        let start = at;
        while *bytes.get(at)? == 0xff && *bytes.get(at + 1)? == 0xff {
            at += 1;
        }
        if bytes[at] != 0xff {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        if marker == END_OF_IMAGE {
            segments.push(Segment { marker, whole: start..at + 2, payload: at + 2..at + 2 });
            return Some(segments);
        }
        let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
        let payload = at + 4..at + 2 + length;
        if length < 2 || payload.end > bytes.len() {
            return None;
        }
        let end = if marker == START_OF_SCAN { end_of_scan(bytes, payload.end)? } else { payload.end };
        segments.push(Segment { marker, whole: start..end, payload });
        at = end;
    }
}

/// Where the first image ends, past its last byte; what follows is not part of it. `None` when it is cut short.
pub(crate) fn jpeg_end(bytes: &[u8]) -> Option<usize> {
    Some(jpeg_segments(bytes)?.last()?.whole.end)
}

/// The next marker that is no restart: in coded data, 0xff is followed by zero.
fn end_of_scan(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += bytes[at..].iter().position(|byte| *byte == 0xff)?;
        match *bytes.get(at + 1)? {
            0 | 0xd0..=0xd7 => at += 2,
            0xff => at += 1,
            _ => return Some(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &[u8] = b"\xff\xd8\xff\xe1\0\x04ab\xff\xda\0\x03cd\xff\0e\xff\xd0f\xff\xd9trailer";

    #[test]
    fn segments_reach_to_the_end_of_the_image() {
        let segments = jpeg_segments(SMALL).unwrap();
        let markers: Vec<u8> = segments.iter().map(|segment| segment.marker).collect();
        assert_eq!(markers, [APP1, START_OF_SCAN, END_OF_IMAGE]);
        assert_eq!(&SMALL[segments[0].payload.clone()], b"ab");
        assert_eq!(&SMALL[jpeg_end(SMALL).unwrap()..], b"trailer");
    }

    #[test]
    fn cut_anywhere_has_no_end() {
        let whole = &SMALL[..SMALL.len() - b"trailer".len()];
        for length in 0..whole.len() {
            assert_eq!(jpeg_end(&whole[..length]), None, "cut at {length}");
        }
    }
}
