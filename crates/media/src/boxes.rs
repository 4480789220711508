//! The boxes of ISO base media files (MP4, AVIF, HEIC).

use std::ops::Range;

/// A named part of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// Four letters.
    pub(crate) name: [u8; 4],
    /// Its content alone.
    pub(crate) data: Range<usize>,
}

/// The outermost boxes of these bytes. The last one may be cut short, as it is in the head of a file.
pub(crate) fn boxes(bytes: &[u8]) -> impl Iterator<Item = Part> {
    std::iter::successors(box_at(bytes, 0), |last| box_at(bytes, last.data.end))
}

/// The content of the first box of that name.
pub(crate) fn find(bytes: &[u8], name: [u8; 4]) -> Option<&[u8]> {
    boxes(bytes).find(|part| part.name == name).map(|part| &bytes[part.data])
}

fn box_at(bytes: &[u8], at: usize) -> Option<Part> {
    let short = u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?);
    let name = *bytes.get(at + 4..)?.first_chunk()?;
    let (head, length) = match short {
        // To the end of the file.
        0 => (8, bytes.len() - at),
        1 => (16, usize::try_from(u64::from_be_bytes(*bytes.get(at + 8..)?.first_chunk()?)).ok()?),
        length => (8, length as usize),
    };
    let end = at.checked_add(length)?.min(bytes.len());
    let start = at + head;
    (start <= end).then_some(Part { name, data: start..end })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_of_all_lengths_are_found() {
        let file = b"\0\0\0\x0bftypabc\0\0\0\x01moov\0\0\0\0\0\0\0\x12de\0\0\0\0mdatrest";
        let found: Vec<_> = boxes(file).map(|part| (part.name, &file[part.data])).collect();
        let wanted: [([u8; 4], &[u8]); 3] = [(*b"ftyp", b"abc"), (*b"moov", b"de"), (*b"mdat", b"rest")];
        assert_eq!(found, wanted);
        assert_eq!(boxes(b"\0\0\0\x04ftyp").count(), 0);
        assert_eq!(boxes(b"\0\0\0\x01ftyp\0\0\0\0\0\0\0\x01").count(), 0);
    }
}
