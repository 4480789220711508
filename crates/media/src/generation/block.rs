//! An EXIF block (which is a TIFF file): reading the tags that generators use, and setting two of them
//! without moving anything else.

use std::ops::Range;

/// Points to the directory with the camera's tags.
const CAMERA: u16 = 0x8769;
const ENTRY: usize = 12;
/// The type of values whose meaning is their own.
const UNDEFINED: u16 = 7;
const LONG: u16 = 4;
/// A first directory with an empty one for the camera; big-endian, as most writers do it.
const EMPTY: &[u8] = b"MM\0*\0\0\0\x08\0\x01\x87\x69\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0\0\0\0\0\0\0";

/// A tag and where its value lies.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Where the entry itself starts.
    at: usize,
    /// Which.
    pub(super) tag: u16,
    /// The bytes of its value; an empty range when it points outside of the block.
    pub(super) value: Range<usize>,
}

/// A block that is read.
#[derive(Clone, Copy)]
pub(super) struct Block<'a> {
    bytes: &'a [u8],
    /// Whether low bytes come first.
    pub(super) little: bool,
}

impl<'a> Block<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Option<Self> {
        let little = match bytes.get(..4)? {
            b"II*\0" => true,
            b"MM\0*" => false,
            _ => return None,
        };
        Some(Self { bytes, little })
    }

    /// The tags of the first directory and of the camera's, in that order.
    pub(super) fn entries(self) -> Vec<Entry> {
        let Some(first) = self.long(4).and_then(|at| self.directory(at)) else { return Vec::new() };
        let camera = first.iter().find(|entry| entry.tag == CAMERA);
        let camera = camera.and_then(|entry| self.directory(self.long(entry.value.start)?));
        first.into_iter().chain(camera.unwrap_or_default()).collect()
    }

    pub(super) fn value(self, entry: &Entry) -> &'a [u8] {
        self.bytes.get(entry.value.clone()).unwrap_or_default()
    }

    fn directory(self, at: usize) -> Option<Vec<Entry>> {
        let count = usize::from(self.short(at)?);
        // The link to the next directory is part of each.
        self.bytes.get(at..end_of(at, count)?)?;
        (0..count).map(|index| self.entry(at + 2 + index * ENTRY)).collect()
    }

    fn entry(self, at: usize) -> Option<Entry> {
        let unit = match self.short(at + 2)? {
            1 | 2 | 6 | 7 => 1,
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            5 | 10 | 12 => 8,
            _ => 0,
        };
        let length = self.long(at + 4)?.checked_mul(unit)?;
        let start = if length <= 4 { at + 8 } else { self.long(at + 8)? };
        let end = start.checked_add(length).filter(|end| *end <= self.bytes.len());
        Some(Entry { at, tag: self.short(at)?, value: end.map_or(0..0, |end| start..end) })
    }

    fn short(self, at: usize) -> Option<u16> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn long(self, at: usize) -> Option<usize> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) } as usize)
    }
}

fn end_of(at: usize, count: usize) -> Option<usize> {
    at.checked_add(2 + count * ENTRY + 4)
}

/// The block with these values among the camera's tags, instead of earlier ones of the same tags.
///
/// Everything else keeps its bytes and its place, since maker's notes point by position: what is new goes to
/// the end, and what it replaces is zeroed, or cut off where it was the end already. `None` when the
/// directories can't be followed.
pub(super) fn with_values(block: Option<&[u8]>, values: &[(u16, &[u8])]) -> Option<Vec<u8>> {
    let mut editor = Editor::new(block.unwrap_or(EMPTY))?;
    let kept = editor.take_camera(values)?;
    editor.append_camera(kept, values)?;
    Some(editor.bytes)
}

struct Editor {
    bytes: Vec<u8>,
    little: bool,
}

/// What stays of a directory: its entries, and the link that follows them.
struct Kept {
    entries: Vec<[u8; ENTRY]>,
    link: [u8; 4],
}

impl Editor {
    fn new(bytes: &[u8]) -> Option<Self> {
        let block = Block::new(bytes)?;
        Some(Self { bytes: bytes.to_vec(), little: block.little })
    }

    fn block(&self) -> Block<'_> {
        Block { bytes: &self.bytes, little: self.little }
    }

    /// What stays of the camera's directory. It and the values that are replaced are gone from the block.
    fn take_camera(&mut self, values: &[(u16, &[u8])]) -> Option<Kept> {
        let block = self.block();
        let first_at = block.long(4)?;
        let first = block.directory(first_at)?;
        let Some(pointer) = first.iter().find(|entry| entry.tag == CAMERA) else {
            return Some(Kept { entries: Vec::new(), link: [0; 4] });
        };
        let at = block.long(pointer.value.start)?;
        let entries = block.directory(at)?;
        let end = end_of(at, entries.len())?;
        let link = *self.bytes.get(end - 4..)?.first_chunk()?;
        let (old, kept): (Vec<&Entry>, Vec<&Entry>) =
            entries.iter().partition(|entry| values.iter().any(|(tag, _)| *tag == entry.tag));
        let mut gone: Vec<_> = old.iter().map(|entry| entry.value.clone()).collect();
        gone.push(at..end);
        // Where lengths lie, values overlap, and what is needed stays.
        // Short values stand in the directory itself, which is copied.
        let is_outside = |value: &Range<usize>| value.start < at || end < value.end;
        let others = first.iter().chain(kept.iter().copied()).map(|entry| entry.value.clone());
        let mut needed: Vec<_> = others.filter(is_outside).collect();
        needed.push(first_at..end_of(first_at, first.len())?);
        let overlaps = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        gone.retain(|range| !needed.iter().any(|needed| overlaps(range, needed)));
        let copy = |entry: &Entry| self.bytes.get(entry.at..)?.first_chunk().copied();
        let entries = kept.into_iter().map(copy).collect::<Option<_>>()?;
        self.erase(gone);
        Some(Kept { entries, link })
    }

    /// Zeroes these ranges, and cuts off those that are the end of the block.
    fn erase(&mut self, mut ranges: Vec<Range<usize>>) {
        ranges.sort_by_key(|range| std::cmp::Reverse(range.end));
        for range in ranges {
            if let Some(old) = self.bytes.get_mut(range.clone()) {
                old.fill(0);
            }
            // A filling byte may follow.
            let is_end = range.end <= self.bytes.len() && self.bytes.len() <= range.end + range.end % 2;
            if is_end && !range.is_empty() {
                self.bytes.truncate(range.start);
            }
        }
    }

    /// Writes the camera's directory with its new values, at the very end.
    fn append_camera(&mut self, kept: Kept, values: &[(u16, &[u8])]) -> Option<()> {
        let pointer = self.pointer()?;
        let mut entries = kept.entries;
        for (tag, value) in values {
            entries.push(self.append_value(*tag, value)?);
        }
        let at = self.append_directory(entries, kept.link)?;
        let number = self.number(at)?;
        self.bytes.get_mut(pointer..pointer + 4)?.copy_from_slice(&number);
        Some(())
    }

    /// Where the first directory points to the camera's. One that does not is copied, with a pointer.
    fn pointer(&mut self) -> Option<usize> {
        let find = |block: Block<'_>| {
            let first = block.directory(block.long(4)?)?;
            Some((first.iter().find(|entry| entry.tag == CAMERA).map(|entry| entry.value.start), first))
        };
        let (found, first) = find(self.block())?;
        if found.is_some() {
            return found;
        }
        let copy = |entry: &Entry| self.bytes.get(entry.at..)?.first_chunk().copied();
        let mut entries: Vec<[u8; ENTRY]> = first.iter().map(copy).collect::<Option<_>>()?;
        let end = end_of(self.block().long(4)?, first.len())?;
        let link = *self.bytes.get(end - 4..)?.first_chunk()?;
        entries.push(self.written(CAMERA, LONG, 1, [0; 4])?);
        let at = self.append_directory(entries, link)?;
        let number = self.number(at)?;
        self.bytes[4..8].copy_from_slice(&number);
        find(self.block())?.0
    }

    fn append_value(&mut self, tag: u16, value: &[u8]) -> Option<[u8; ENTRY]> {
        let field = if value.len() <= 4 {
            let mut field = [0; 4];
            field[..value.len()].copy_from_slice(value);
            field
        } else {
            let at = self.end();
            self.bytes.extend_from_slice(value);
            self.number(at)?
        };
        self.written(tag, UNDEFINED, value.len(), field)
    }

    /// Writes a directory, ordered by tag as the standard wants it, and says where.
    fn append_directory(&mut self, mut entries: Vec<[u8; ENTRY]>, link: [u8; 4]) -> Option<usize> {
        let little = self.little;
        let tag = |entry: &[u8; ENTRY]| {
            let tag = [entry[0], entry[1]];
            if little { u16::from_le_bytes(tag) } else { u16::from_be_bytes(tag) }
        };
        entries.sort_by_key(tag);
        let at = self.end();
        let count = u16::try_from(entries.len()).ok()?;
        self.bytes.extend_from_slice(&self.half(count));
        self.bytes.extend(entries.into_iter().flatten());
        self.bytes.extend_from_slice(&link);
        Some(at)
    }

    fn written(&self, tag: u16, kind: u16, count: usize, field: [u8; 4]) -> Option<[u8; ENTRY]> {
        let parts = [&self.half(tag)[..], &self.half(kind), &self.number(count)?, &field].concat();
        parts.try_into().ok()
    }

    /// The end of the block, made even.
    fn end(&mut self) -> usize {
        if self.bytes.len() % 2 == 1 {
            self.bytes.push(0);
        }
        self.bytes.len()
    }

    fn half(&self, number: u16) -> [u8; 2] {
        if self.little { number.to_le_bytes() } else { number.to_be_bytes() }
    }

    fn number(&self, number: usize) -> Option<[u8; 4]> {
        let number = u32::try_from(number).ok()?;
        Some(if self.little { number.to_le_bytes() } else { number.to_be_bytes() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMENT: u16 = 0x9286;
    const PRIVATE: u16 = 0xfea7;

    fn value_of(block: &[u8], tag: u16) -> Option<Vec<u8>> {
        let block = Block::new(block)?;
        let entry = block.entries().into_iter().find(|entry| entry.tag == tag)?;
        Some(block.value(&entry).to_vec())
    }

    #[test]
    fn values_come_back_and_the_block_does_not_grow_when_they_are_set_again() {
        let once = with_values(None, &[(COMMENT, b"a red fox"), (PRIVATE, b"ab")]).unwrap();
        assert_eq!(value_of(&once, COMMENT).unwrap(), b"a red fox");
        assert_eq!(value_of(&once, PRIVATE).unwrap(), b"ab");
        let twice = with_values(Some(&once), &[(COMMENT, b"a red fix"), (PRIVATE, b"cd")]).unwrap();
        assert_eq!(value_of(&twice, COMMENT).unwrap(), b"a red fix");
        assert_eq!(twice.len(), once.len());
        assert!(!twice.windows(3).any(|window| window == b"fox"));
    }

    #[test]
    fn other_tags_keep_their_bytes_in_either_order_of_bytes() {
        let big = b"MM\0*\0\0\0\x08\0\x01\x01\x0f\0\x02\0\0\0\x06\0\0\0\x1a\0\0\0\0Maker\0".to_vec();
        let little = b"II*\0\x08\0\0\0\x01\0\x0f\x01\x02\0\x06\0\0\0\x1a\0\0\0\0\0\0\0Maker\0".to_vec();
        for block in [big, little] {
            let set = with_values(Some(&block), &[(COMMENT, b"comment")]).unwrap();
            assert_eq!(value_of(&set, 0x010f).unwrap(), b"Maker\0");
            assert_eq!(value_of(&set, COMMENT).unwrap(), b"comment");
            assert_eq!(set[8..block.len()], block[8..]);
        }
    }

    #[test]
    fn block_that_cannot_be_followed_is_refused() {
        let whole = with_values(None, &[(COMMENT, b"a red fox")]).unwrap();
        for length in 0..whole.len() {
            assert!(with_values(Some(&whole[..length]), &[(COMMENT, b"b")]).is_none(), "cut at {length}");
        }
    }
}
