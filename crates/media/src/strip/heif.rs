//! HEIC and AVIF: metadata are items of the `meta` box, whose bytes lie elsewhere in the file. They are overwritten in
//! place, so that nothing else moves.

use std::ops::Range;

use super::{names_place, tiff};
use crate::boxes::{boxes, find};

/// The file without its location; none when its parts can't be understood.
pub(super) fn without_location(bytes: &[u8]) -> Option<Vec<u8>> {
    // A film in the file has metadata of its own, which nobody looks into here.
    if find(bytes, *b"moov").is_some() {
        return None;
    }
    let whole = boxes(bytes).find(|part| part.name == *b"meta")?.data;
    // A full box: four bytes of version and flags come before its content.
    let start = whole.start + 4;
    let meta = bytes.get(start..whole.end)?;
    let data = boxes(meta).find(|part| part.name == *b"idat").map(|part| start + part.data.start);
    let places = places(find(meta, *b"iloc")?, data)?;
    let mut file = bytes.to_vec();
    for item in items(find(meta, *b"iinf")?)? {
        let Some((_, place)) = places.iter().find(|(id, _)| *id == item.id) else { continue };
        // Metadata in pieces, or where it can't be reached, may say anything.
        let block = file.get_mut(place.clone()?)?;
        match item.kind {
            Kind::Exif => exif(block),
            Kind::Packed => block.fill(0),
            Kind::Text if names_place(block) => block.fill(b' '),
            Kind::Text => {}
        }
    }
    Some(file)
}

/// An item begins with the distance to the block proper. One that can't be understood goes.
fn exif(item: &mut [u8]) {
    let distance = item.first_chunk().map_or(0, |bytes| u32::from_be_bytes(*bytes) as usize);
    let block = item.get_mut(4_usize.saturating_add(distance)..).unwrap_or_default();
    if !tiff::erase_location(block) {
        item.fill(0);
    }
}

enum Kind {
    Exif,
    /// XMP and the like.
    Text,
    /// The same, compressed.
    Packed,
}

struct Metadata {
    id: u32,
    kind: Kind,
}

/// The items that are metadata.
fn items(table: &[u8]) -> Option<Vec<Metadata>> {
    let mut table = Bytes(table);
    let version = table.number(4)? >> 24;
    table.number(if version == 0 { 2 } else { 4 })?;
    let mut found = Vec::new();
    for part in boxes(table.0).filter(|part| part.name == *b"infe") {
        note_metadata(&table.0[part.data], &mut found)?;
    }
    Some(found)
}

/// Notes an item that is metadata. Nothing at all is known of one that names no kind, as early versions do.
fn note_metadata(entry: &[u8], found: &mut Vec<Metadata>) -> Option<()> {
    let mut entry = Bytes(entry);
    let id = match entry.number(4)? >> 24 {
        2 => entry.number(2)?,
        3 => entry.number(4)?,
        _ => return None,
    };
    entry.number(2)?;
    let kind = match &entry.name()? {
        b"Exif" => Kind::Exif,
        b"mime" => {
            let mut texts = entry.0.split(|byte| *byte == 0).skip(2);
            let packed = texts.next().is_some_and(|encoding| !encoding.is_empty());
            if packed { Kind::Packed } else { Kind::Text }
        }
        _ => return Some(()),
    };
    found.push(Metadata { id: u32::try_from(id).ok()?, kind });
    Some(())
}

/// Where the bytes of each item are; none of one that lies in pieces or in another file.
fn places(table: &[u8], data: Option<usize>) -> Option<Vec<(u32, Option<Range<usize>>)>> {
    let mut table = Bytes(table);
    let version = table.number(4)? >> 24;
    let sizes = table.number(2)?;
    let size = |shift: u32| usize::try_from(sizes >> shift & 15).unwrap_or(0);
    let (offset, length, base, index) = (size(12), size(8), size(4), size(0));
    let wide = if version < 2 { 2 } else { 4 };
    let mut places = Vec::new();
    for _ in 0..table.number(wide)? {
        let id = u32::try_from(table.number(wide)?).ok()?;
        let method = if version == 0 { 0 } else { table.number(2)? & 15 };
        let elsewhere = table.number(2)? != 0;
        let from = table.number(base)?;
        let pieces = table.number(2)?;
        let mut place = None;
        for _ in 0..pieces {
            table.number(if version == 0 { 0 } else { index })?;
            let at = usize::try_from(from.checked_add(table.number(offset)?)?).ok()?;
            let length = usize::try_from(table.number(length)?).ok()?;
            let start = match method {
                0 => Some(at),
                1 => data.and_then(|data| data.checked_add(at)),
                _ => None,
            };
            place = start.and_then(|start| Some(start..start.checked_add(length)?));
        }
        places.push((id, place.filter(|_| pieces == 1 && !elsewhere)));
    }
    Some(places)
}

/// Bytes that are read from the front.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    /// A number of so many bytes, at most eight; of none it is 0.
    fn number(&mut self, bytes: usize) -> Option<u64> {
        let (head, rest) = self.0.split_at_checked(bytes)?;
        self.0 = rest;
        Some(head.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    fn name(&mut self) -> Option<[u8; 4]> {
        let (name, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*name)
    }
}
