//! The same file without the place where it was taken: pixels are not decoded, other metadata stays.
//!
//! Studios are homes. EXIF's block of coordinates is cut out and overwritten with zeros; XMP, text chunks and
//! IPTC blocks that name a place are left out as a whole; so is whatever hangs after the end of the picture,
//! where phones keep second pictures with metadata of their own.

mod riff;
mod tiff;

use crate::contain::contain;
use crate::error::Error;
use crate::limits::Limits;
use crate::segments::{APP1, APP2, APP13, jpeg_segments};
use crate::sniff::{Family, FileKind, sniff};

const EXIF: &[u8] = b"Exif\0\0";

/// The file without its location.
///
/// GIF and BMP have no room for one and come back as they are. HEIC and AVIF are refused as
/// [`Error::Unsupported`], since nothing is known of what is in them; so is anything but a picture.
pub fn without_location(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, Error> {
    limits.check_bytes(bytes)?;
    let kind = sniff(bytes).ok_or(Error::Unknown)?;
    contain(kind, || {
        let stripped = match kind {
            FileKind::Jpeg => jpeg(bytes),
            FileKind::Png => png(bytes),
            FileKind::Webp => riff::webp(bytes),
            FileKind::Tiff => {
                let mut file = bytes.to_vec();
                tiff::erase_location(&mut file).then_some(file)
            }
            FileKind::Gif | FileKind::Bmp => Some(bytes.to_vec()),
            other => return Err(Error::Unsupported(other)),
        };
        debug_assert_eq!(kind.family(), Family::Image);
        stripped.ok_or_else(|| Error::damaged(kind, "its parts do not fit together"))
    })
}

fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes[..2].to_vec();
    out.reserve(bytes.len());
    for segment in jpeg_segments(bytes)? {
        let payload = &bytes[segment.payload.clone()];
        match segment.marker {
            APP1 if payload.starts_with(EXIF) => {
                let mut block = payload.to_vec();
                // A block that can't be understood may hold anything, so it goes.
                if tiff::erase_location(&mut block[EXIF.len()..]) {
                    out.extend_from_slice(&bytes[segment.whole.start..segment.payload.start]);
                    out.extend_from_slice(&block);
                }
            }
            APP1 | APP13 if names_place(payload) => {}
            // An index of pictures after the end, which are left out.
            APP2 if payload.starts_with(b"MPF\0") => {}
            _ => out.extend_from_slice(&bytes[segment.whole]),
        }
    }
    Some(out)
}

fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.get(..8)?.to_vec();
    let mut at = 8;
    loop {
        let length = u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?) as usize;
        let name = bytes.get(at + 4..at + 8)?;
        let data = at + 8..at.checked_add(length)?.checked_add(8)?;
        let whole = at..data.end.checked_add(4)?;
        let payload = bytes.get(data)?;
        match name {
            b"eXIf" => {
                let mut block = payload.to_vec();
                if tiff::erase_location(&mut block) {
                    chunk(&mut out, *b"eXIf", &block);
                }
            }
            b"tEXt" | b"iTXt" | b"zTXt" if is_foreign_metadata(payload) || names_place(payload) => {}
            _ => out.extend_from_slice(bytes.get(whole.clone())?),
        }
        at = whole.end;
        if name == b"IEND" {
            return Some(out);
        }
    }
}

/// Writes a PNG chunk with its checksum.
fn chunk(out: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    out.extend_from_slice(&u32::try_from(data.len()).unwrap_or(u32::MAX).to_be_bytes());
    let start = out.len();
    out.extend_from_slice(&name);
    out.extend_from_slice(data);
    let checksum = crc(&out[start..]);
    out.extend_from_slice(&checksum.to_be_bytes());
}

/// The checksum of PNG (CRC-32), bit by bit: blocks are short.
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)))
}

/// Text chunks in which programs keep packed EXIF, IPTC or XMP, whose content can't be seen from outside.
fn is_foreign_metadata(text: &[u8]) -> bool {
    text.starts_with(b"Raw profile type ") || (text.starts_with(b"XML:com.adobe.xmp\0\x01"))
}

/// Whether XMP, IPTC or a text chunk speaks of a place. Rather too often than once too little.
fn names_place(block: &[u8]) -> bool {
    const NAMES: [&[u8]; 8] = [
        b"GPS",
        b"photoshop:City",
        b"Location",
        b"CountryName",
        b"photoshop:Country",
        b"geo:lat",
        b"\x1c\x02\x5a",
        b"\x1c\x02\x5c",
    ];
    NAMES.iter().any(|name| block.windows(name.len()).any(|window| window == *name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksum_is_the_one_of_png() {
        // The empty last chunk of every PNG.
        assert_eq!(crc(b"IEND"), 0xae42_6082);
    }

    #[test]
    fn places_are_noticed_in_any_block() {
        assert!(names_place(b"<exif:GPSLatitude>52,31N</exif:GPSLatitude>"));
        assert!(names_place(b"8BIM\x04\x04\0\0\0\0\0\x0b\x1c\x02\x5a\0\x06Berlin"));
        assert!(!names_place(b"<dc:title>Harbour</dc:title>"));
    }
}
