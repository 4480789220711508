//! How much memory the compressed parts of a PDF would take, found out without taking it.
//!
//! The PDF reader unpacks a part as a whole, and a few kilobytes can unpack to gigabytes. So every part is
//! unpacked here first, into a small buffer that is thrown away: by every method that multiplies, since which one
//! the reader will choose may be written where nobody looks before it reads.

use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};

use super::{ascii, lzw};
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
    let mut sum = 0;
    for picture in pictures(bytes) {
        sum += unpacked(picture, 1, limit)?;
    }
    // `endstream` is followed by `endobj`, never by packed data; unpacking it fails at once.
    for data in after(bytes, b"stream") {
        let data = data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n"));
        sum += data.map_or(Ok(0), |data| unpacked(data, MOST_LAYERS, limit))?;
        if sum > PARTS * limit {
            return Err(too_large(sum, PARTS * limit));
        }
    }
    Ok(())
}

/// What follows each of these words.
fn after<'a>(bytes: &'a [u8], word: &'static [u8]) -> impl Iterator<Item = &'a [u8]> {
    let mut at = 0;
    std::iter::from_fn(move || {
        at += find(&bytes[at..], word)? + word.len();
        Some(&bytes[at..])
    })
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

/// Bytes that the data unpacks to, or that it takes to see that it does not: the most of any method and layer.
fn unpacked(data: &[u8], layers: usize, limit: u64) -> Result<u64, Error> {
    let mut most = if has_header(data) {
        inflated(ZlibDecoder::new(data), layers, limit)?
    } else {
        inflated(DeflateDecoder::new(data), layers, limit)?
    };
    for early in [true, false] {
        let done = lzw::unpack(data, early, limit, if layers > 1 { LONGEST_LAYER } else { 0 });
        within(done.total, limit)?;
        most = most.max(done.total).max(done.read as u64).max(inside(&done.head, layers, limit)?);
    }
    if layers > 1 {
        // Letters make data longer, never shorter; but what they stand for may be packed.
        for inner in [ascii::hex(data, LONGEST_LAYER), ascii::base85(data, LONGEST_LAYER)] {
            most = most.max(inner.len() as u64).max(inside(&inner, layers, limit)?);
        }
    }
    Ok(most)
}

/// The same of what was packed in other data, and of small pictures in the drawing that it may be.
fn inside(data: &[u8], layers: usize, limit: u64) -> Result<u64, Error> {
    // What begins with a few letters at most, before it makes no sense, is nothing.
    if layers < 2 || data.len() < SHORTEST {
        return Ok(0);
    }
    let mut most = unpacked(data, layers - 1, limit)?;
    for picture in pictures(data) {
        most = most.max(unpacked(picture, 1, limit)?);
    }
    Ok(most)
}

/// The data of small pictures that stand in a drawing.
fn pictures(data: &[u8]) -> impl Iterator<Item = &[u8]> {
    let spaced = after(data, b"ID").filter_map(|rest| rest.split_first());
    spaced.filter(|(space, _)| space.is_ascii_whitespace()).map(|(_, rest)| rest)
}

/// Less than that unpacks to nothing that matters.
const SHORTEST: usize = 64;

fn has_header(data: &[u8]) -> bool {
    matches!(data, [method, flags, ..]
        if method & 0x0f == 8 && (u16::from(*method) << 8 | u16::from(*flags)).is_multiple_of(31))
}

fn inflated(mut unpacker: impl Read, layers: usize, limit: u64) -> Result<u64, Error> {
    let mut buffer = [0; 16 << 10];
    let mut total = 0;
    let mut inner = Vec::new();
    // Damaged data ends here as it ends in the reader.
    while let Ok(read @ 1..) = unpacker.read(&mut buffer) {
        if layers > 1 && inner.len() < LONGEST_LAYER {
            inner.extend_from_slice(&buffer[..read]);
        }
        total += read as u64;
        within(total, limit)?;
    }
    Ok(total.max(inside(&inner, layers, limit)?))
}

fn within(found: u64, limit: u64) -> Result<(), Error> {
    if found <= limit { Ok(()) } else { Err(too_large(found, limit)) }
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
    fn bombs_of_other_methods_and_in_drawings_are_refused() {
        let zeros = vec![0; 200_000];
        let (lzw, flate) = (lzw::tests::pack(&zeros), pack(&zeros));
        let letters = |data: &[u8]| {
            data.iter().flat_map(|byte| format!("{byte:02x} ").into_bytes()).collect::<Vec<_>>()
        };
        let drawing = |data: &[u8]| [b"q BI /W 9 /H 9 /F /LZW ID ".as_slice(), data, b" EI Q"].concat();
        for packed in [
            lzw.clone(),
            pack(&lzw),
            lzw::tests::pack(&flate),
            letters(&lzw),
            letters(&flate),
            pack(&drawing(&lzw)),
            pack(&drawing(&flate)),
            drawing(&lzw),
        ] {
            let verdict = check(&part(&packed), LIMIT);
            assert!(matches!(verdict, Err(Error::TooLarge { limit: LIMIT, .. })), "{verdict:?}");
        }
        let honest = lzw::tests::pack(&vec![0; 90_000]);
        assert_eq!(check(&part(&honest), LIMIT), Ok(()));
        assert_eq!(check(&part(&pack(&drawing(&honest))), LIMIT), Ok(()));
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
