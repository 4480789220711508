//! The chunks of a PNG file, as far as finding and replacing metadata needs them.

use std::ops::Range;

/// What every PNG file starts with.
pub(crate) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A named part of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chunk {
    /// Four letters.
    pub(crate) name: [u8; 4],
    /// From its length to the end of its checksum, which is not looked at.
    pub(crate) whole: Range<usize>,
    /// Its content alone.
    pub(crate) data: Range<usize>,
}

/// The chunks up to `IEND`, that one included; fewer when the file is cut short or makes no sense.
pub(crate) fn chunks(bytes: &[u8]) -> impl Iterator<Item = Chunk> {
    let first = bytes.starts_with(SIGNATURE).then_some(SIGNATURE.len());
    let at = first.and_then(|at| chunk_at(bytes, at));
    std::iter::successors(at, |last| {
        let goes_on = last.name != *b"IEND";
        goes_on.then(|| chunk_at(bytes, last.whole.end)).flatten()
    })
}

fn chunk_at(bytes: &[u8], at: usize) -> Option<Chunk> {
    let length = u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?) as usize;
    let name = *bytes.get(at + 4..)?.first_chunk()?;
    let data = at + 8..at.checked_add(length)?.checked_add(8)?;
    let whole = at..data.end.checked_add(4)?;
    (whole.end <= bytes.len()).then_some(Chunk { name, whole, data })
}

/// Writes a chunk with its checksum.
pub(crate) fn write(out: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    out.extend_from_slice(&u32::try_from(data.len()).unwrap_or(u32::MAX).to_be_bytes());
    let start = out.len();
    out.extend_from_slice(&name);
    out.extend_from_slice(data);
    let mut checksum = flate2::Crc::new();
    checksum.update(&out[start..]);
    out.extend_from_slice(&checksum.sum().to_be_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The empty last chunk of every file, whose checksum is known.
    const END: &[u8] = b"\0\0\0\0IEND\xae\x42\x60\x82";

    #[test]
    fn checksum_is_the_one_of_png() {
        let mut out = Vec::new();
        write(&mut out, *b"IEND", b"");
        assert_eq!(out, END);
    }

    #[test]
    fn chunks_end_with_the_file_and_with_its_sense() {
        let mut file = SIGNATURE.to_vec();
        write(&mut file, *b"tEXt", b"a\0b");
        let first = file.len();
        file.extend_from_slice(END);
        file.extend_from_slice(b"more");
        let found: Vec<_> = chunks(&file).collect();
        assert_eq!(found.len(), 2);
        assert_eq!((&file[found[0].data.clone()], found[1].whole.start), (b"a\0b".as_slice(), first));
        for length in 0..file.len() - b"more".len() {
            assert!(chunks(&file[..length]).all(|chunk| chunk.name == *b"tEXt"), "cut at {length}");
        }
        file[8] = 0xff;
        assert_eq!(chunks(&file).count(), 0);
    }
}
