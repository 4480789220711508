//! How much memory the compressed parts of a PDF would take, found out without taking it.
//!
//! The PDF reader unpacks a part as a whole, and a few kilobytes can unpack to gigabytes. So every part is
//! unpacked here first, into a small buffer that is thrown away.

use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};

use crate::error::Error;

/// What one part may unpack to.
pub(super) const LARGEST_PART: u64 = 192 << 20;
/// All parts together may unpack to this many times the limit of one.
const PARTS: u64 = 4;
/// A packed layer inside of another is looked into as far as this.
const LONGEST_LAYER: usize = 16 << 20;
/// Parts may be packed several times over; nobody does so more than twice.
const MOST_LAYERS: usize = 3;

/// Fails when a part would unpack to more than the limit, or all together to several times that.
pub(super) fn check(bytes: &[u8], limit: u64) -> Result<(), Error> {
    const START: &[u8] = b"stream";
    let mut sum = 0;
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], START) {
        at += found + START.len();
        // `endstream` is followed by `endobj`, never by packed data; unpacking it fails at once.
        let data = bytes[at..].strip_prefix(b"\r\n").or_else(|| bytes[at..].strip_prefix(b"\n"));
        sum += data.map_or(Ok(0), |data| unpacked(data, MOST_LAYERS, limit))?;
        if sum > PARTS * limit {
            return Err(too_large(sum, PARTS * limit));
        }
    }
    Ok(())
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    // A jump from one first letter to the next is many times faster than comparing windows.
    let first = *needle.first()?;
    let mut at = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == first)?;
        if bytes[at..].starts_with(needle) {
            return Some(at);
        }
        at += 1;
    }
}

/// Bytes that the data unpacks to, by the largest of its layers; zero for what isn't packed.
fn unpacked(data: &[u8], layers: usize, limit: u64) -> Result<u64, Error> {
    if has_header(data) {
        measure(ZlibDecoder::new(data), layers, limit)
    } else {
        measure(DeflateDecoder::new(data), layers, limit)
    }
}

fn has_header(data: &[u8]) -> bool {
    matches!(data, [method, flags, ..]
        if method & 0x0f == 8 && (u16::from(*method) << 8 | u16::from(*flags)).is_multiple_of(31))
}

fn measure(mut unpacker: impl Read, layers: usize, limit: u64) -> Result<u64, Error> {
    let mut buffer = [0; 16 << 10];
    let mut total = 0;
    let mut inner = Vec::new();
    // Damaged data ends here as it ends in the reader.
    while let Ok(read @ 1..) = unpacker.read(&mut buffer) {
        let packed_again = layers > 1 && (!inner.is_empty() || total == 0 && has_header(&buffer[..read]));
        if packed_again && inner.len() < LONGEST_LAYER {
            inner.extend_from_slice(&buffer[..read]);
        }
        total += read as u64;
        if total > limit {
            return Err(too_large(total, limit));
        }
    }
    let inner = if inner.is_empty() { 0 } else { unpacked(&inner, layers - 1, limit)? };
    Ok(total.max(inner))
}

fn too_large(found: u64, limit: u64) -> Error {
    Error::TooLarge { what: "bytes when unpacked", found, limit }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::*;

    const LIMIT: u64 = 100_000;

    fn pack(data: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(data).unwrap();
        encoder.finish().unwrap()
    }

    fn part(data: &[u8]) -> Vec<u8> {
        [b"<< /Length 9 >>\nstream\r\n", data, b"\nendstream\nendobj"].concat()
    }

    #[test]
    fn honest_parts_pass() {
        assert_eq!(check(&part(&pack(b"0 0 m 9 9 l S")), LIMIT), Ok(()));
        assert_eq!(check(&part(&pack(&pack(&vec![0; 90_000]))), LIMIT), Ok(()));
        assert_eq!(check(&part(b"\xff\xd8\xff\xe0 a photo"), LIMIT), Ok(()));
    }

    #[test]
    fn bombs_are_refused() {
        let bomb = pack(&vec![0; 200_000]);
        // Without the header that the standard asks for, readers unpack it nevertheless.
        for packed in [bomb.clone(), pack(&bomb), bomb[2..].to_vec()] {
            let verdict = check(&part(&packed), LIMIT);
            assert!(matches!(verdict, Err(Error::TooLarge { limit: LIMIT, .. })), "{verdict:?}");
        }
        let many = part(&pack(&vec![0; 90_000])).repeat(5);
        let verdict = check(&many, LIMIT);
        assert!(matches!(verdict, Err(Error::TooLarge { limit: 400_000, .. })), "{verdict:?}");
    }
}
