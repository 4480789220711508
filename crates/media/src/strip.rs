//! The same file without the place where it was taken: pixels are not decoded, other metadata stays.
//!
//! Studios are homes. EXIF's block of coordinates is cut out and overwritten with zeros; XMP, text chunks and
//! IPTC blocks that name a place are left out as a whole; so is whatever hangs after the end of the picture,
//! where phones keep second pictures with metadata of their own.

mod heif;
mod riff;
mod tiff;

use crate::contain::contain;
use crate::error::Error;
use crate::limits::Limits;
use crate::png;
use crate::segments::{APP1, APP2, APP13, jpeg_segments};
use crate::sniff::{Family, FileKind, sniff};

const EXIF: &[u8] = b"Exif\0\0";

/// The file without its location.
///
/// GIF and BMP have no room for one and come back as they are. What is no picture, and SVG, is refused as
/// [`Error::Unsupported`]; a HEIC or AVIF file whose parts can't be followed as [`Error::Damaged`].
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
            FileKind::Avif | FileKind::Heic => heif::without_location(bytes),
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
    let mut out = png::SIGNATURE.to_vec();
    for chunk in png::chunks(bytes) {
        let payload = &bytes[chunk.data];
        match &chunk.name {
            b"eXIf" => {
                let mut block = payload.to_vec();
                if tiff::erase_location(&mut block) {
                    png::write(&mut out, *b"eXIf", &block);
                }
            }
            b"tEXt" | b"iTXt" | b"zTXt" if is_foreign_metadata(payload) || names_place(payload) => {}
            _ => out.extend_from_slice(&bytes[chunk.whole]),
        }
        if chunk.name == *b"IEND" {
            return Some(out);
        }
    }
    None
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
    fn places_are_noticed_in_any_block() {
        assert!(names_place(b"<exif:GPSLatitude>52,31N</exif:GPSLatitude>"));
        assert!(names_place(b"8BIM\x04\x04\0\0\0\0\0\x0b\x1c\x02\x5a\0\x06Berlin"));
        assert!(!names_place(b"<dc:title>Harbour</dc:title>"));
    }
}
