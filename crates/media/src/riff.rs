//! The chunks of a RIFF file (WebP, WAV), as far as finding and replacing metadata needs them.

use std::ops::Range;

/// A named part of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chunk {
    /// Four letters, a blank for each that is missing.
    pub(crate) name: [u8; 4],
    /// With name, length and the byte that fills it up to an even length.
    pub(crate) whole: Range<usize>,
    /// Its content alone.
    pub(crate) data: Range<usize>,
}

/// The part of a file that its header states, the twelve bytes of the header included; `None` when the file
/// is shorter than that.
pub(crate) fn stated(bytes: &[u8]) -> Option<&[u8]> {
    let stated = u32::from_le_bytes(*bytes.get(4..)?.first_chunk()?) as usize;
    bytes.get(..stated.checked_add(8)?)
}

/// The chunks after the header, as far as they make sense.
pub(crate) fn chunks(bytes: &[u8]) -> impl Iterator<Item = Chunk> {
    let start = bytes.starts_with(b"RIFF").then_some(12);
    std::iter::successors(start.and_then(|at| chunk_at(bytes, at)), |last| chunk_at(bytes, last.whole.end))
}

fn chunk_at(bytes: &[u8], at: usize) -> Option<Chunk> {
    let name = *bytes.get(at..)?.first_chunk()?;
    let length = u32::from_le_bytes(*bytes.get(at + 4..)?.first_chunk()?) as usize;
    let data = at + 8..at.checked_add(length)?.checked_add(8)?;
    // The last filling byte is sometimes forgotten.
    let end = (data.end + length % 2).min(bytes.len());
    (data.end <= bytes.len()).then_some(Chunk { name, whole: at..end, data })
}

/// Writes a chunk, filled up to an even length.
pub(crate) fn write(out: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    out.extend_from_slice(&name);
    out.extend_from_slice(&u32::try_from(data.len()).unwrap_or(u32::MAX).to_le_bytes());
    out.extend_from_slice(data);
    if data.len() % 2 == 1 {
        out.push(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_even_and_the_last_may_forget_it() {
        let mut file = b"RIFF\x18\0\0\0WEBP".to_vec();
        write(&mut file, *b"EXIF", b"abc");
        write(&mut file, *b"XMP ", b"d");
        let names = |file: &[u8]| chunks(file).map(|chunk| chunk.name).collect::<Vec<_>>();
        assert_eq!(names(&file), [*b"EXIF", *b"XMP "]);
        file.pop();
        assert_eq!(names(&file), [*b"EXIF", *b"XMP "]);
        file.pop();
        assert_eq!(names(&file), [*b"EXIF"]);
    }
}
