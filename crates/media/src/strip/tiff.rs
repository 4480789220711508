//! Cutting the coordinates out of an EXIF block (which is a TIFF file) without moving anything else.

/// The entry that points to the coordinates.
const GPS: u16 = 0x8825;
const XMP: u16 = 0x02bc;
const IPTC: u16 = 0x83bb;
const ENTRY: usize = 12;
/// Directories in one file: pages of a TIFF, hardly ever more.
const MOST_DIRECTORIES: usize = 1000;

/// Removes every pointer to coordinates and zeroes what it pointed to, and so with XMP and IPTC blocks that
/// name a place. Offsets stay valid, since nothing changes its position. `false` when the directories can't
/// be followed: then nothing is known of what the block holds.
pub(super) fn erase_location(block: &mut [u8]) -> bool {
    let Some(mut file) = Tiff::new(block) else { return false };
    file.erase().is_some()
}

struct Tiff<'a> {
    bytes: &'a mut [u8],
    little: bool,
}

#[derive(Clone, Copy)]
struct Entry {
    at: usize,
    tag: u16,
    /// Bytes of its value.
    length: usize,
    /// Where the value starts.
    value: usize,
}

impl<'a> Tiff<'a> {
    fn new(bytes: &'a mut [u8]) -> Option<Self> {
        let little = match bytes.get(..4)? {
            b"II*\0" => true,
            b"MM\0*" => false,
            _ => return None,
        };
        Some(Self { bytes, little })
    }

    fn erase(&mut self) -> Option<()> {
        let mut next = self.long(4)?;
        for _ in 0..MOST_DIRECTORIES {
            if next == 0 {
                return Some(());
            }
            next = self.erase_in(next)?;
        }
        None
    }

    /// Cleans one directory, and says where the next one is.
    fn erase_in(&mut self, directory: usize) -> Option<usize> {
        let mut kept = 0;
        let count = usize::from(self.short(directory)?);
        let end = directory.checked_add(2 + count * ENTRY)?;
        let next = self.long(end)?;
        for index in 0..count {
            let entry = self.entry(directory + 2 + index * ENTRY)?;
            if self.is_place(entry)? {
                continue;
            }
            let to = directory + 2 + kept * ENTRY;
            self.bytes.copy_within(entry.at..entry.at + ENTRY, to);
            kept += 1;
        }
        // The link to the next directory follows the last entry, wherever that is now.
        let new_end = directory + 2 + kept * ENTRY;
        self.bytes.copy_within(end..end + 4, new_end);
        self.bytes.get_mut(new_end + 4..end + 4)?.fill(0);
        let kept = u16::try_from(kept).ok()?;
        let kept = if self.little { kept.to_le_bytes() } else { kept.to_be_bytes() };
        self.bytes.get_mut(directory..directory + 2)?.copy_from_slice(&kept);
        Some(next)
    }

    /// Whether the entry tells of a place; if so, what it points to is zeroed.
    fn is_place(&mut self, entry: Entry) -> Option<bool> {
        match entry.tag {
            GPS => self.erase_coordinates(self.long(entry.value)?)?,
            XMP | IPTC => {
                let value = entry.value..entry.value.checked_add(entry.length)?;
                if !super::names_place(self.bytes.get(value.clone())?) {
                    return Some(false);
                }
                self.bytes.get_mut(value)?.fill(0);
            }
            _ => return Some(false),
        }
        Some(true)
    }

    fn erase_coordinates(&mut self, directory: usize) -> Option<()> {
        let count = usize::from(self.short(directory)?);
        for index in 0..count {
            let entry = self.entry(directory + 2 + index * ENTRY)?;
            self.bytes.get_mut(entry.value..entry.value.checked_add(entry.length)?)?.fill(0);
        }
        // With the link after the last entry, where the block reaches that far.
        let end = (directory + 2 + count * ENTRY + 4).min(self.bytes.len());
        self.bytes.get_mut(directory..end)?.fill(0);
        Some(())
    }

    fn entry(&self, at: usize) -> Option<Entry> {
        let tag = self.short(at)?;
        let unit = match self.short(at + 2)? {
            1 | 2 | 6 | 7 => 1,
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            5 | 10 | 12 => 8,
            // Readers skip values of unknown types, so they are worth nothing here either.
            _ => 0,
        };
        let length = self.long(at + 4)?.checked_mul(unit)?;
        let value = if length <= 4 { at + 8 } else { self.long(at + 8)? };
        Some(Entry { at, tag, length, value })
    }

    fn short(&self, at: usize) -> Option<u16> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn long(&self, at: usize) -> Option<usize> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) } as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One directory with a width, a pointer to coordinates and a height; the coordinates hold one rational.
    fn block() -> Vec<u8> {
        let mut block = b"II*\0\x08\0\0\0\x03\0".to_vec();
        let mut entry = |tag: u16, kind: u16, count: u32, value: u32| {
            block.extend(tag.to_le_bytes());
            block.extend(kind.to_le_bytes());
            block.extend(count.to_le_bytes());
            block.extend(value.to_le_bytes());
        };
        entry(0x0100, 4, 1, 640);
        entry(GPS, 4, 1, 50);
        entry(0x0101, 4, 1, 480);
        block.extend([0; 4]);
        assert_eq!(block.len(), 50);
        block.extend(b"\x01\0\x02\0\x05\0\x01\0\0\0\x44\0\0\0\0\0\0\0");
        block.extend(b"LATITUDE");
        block
    }

    #[test]
    fn coordinates_are_gone_and_the_rest_stays() {
        let mut block = block();
        assert!(erase_location(&mut block));
        assert!(!block.windows(8).any(|window| window == b"LATITUDE"));
        assert_eq!(&block[8..10], b"\x02\0");
        let heights = &block[22..34];
        assert_eq!(heights, b"\x01\x01\x04\0\x01\0\0\0\xe0\x01\0\0");
        assert!(block[34..].iter().all(|byte| *byte == 0));
    }

    #[test]
    fn block_that_cannot_be_followed_is_refused() {
        let whole = block();
        for length in 0..whole.len() {
            assert!(!erase_location(&mut whole[..length].to_vec()), "cut at {length}");
        }
        let mut circle = whole;
        circle[46] = 8;
        assert!(!erase_location(&mut circle));
    }
}
