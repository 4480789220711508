//! Content credentials (C2PA): whether a file has them, and where new ones go. They are neither checked nor made here.

mod embed;

use crate::segments::{APP11, jpeg_segments};
use crate::sniff::{FileKind, sniff};
use crate::{png, riff};

pub use self::embed::{Embedded, credentials_place, embed_credentials};

/// The chunks that PNG and RIFF have them in.
const PNG: [u8; 4] = *b"caBX";
const RIFF: [u8; 4] = *b"C2PA";
/// The kind of box, and the identifier of C2PA's.
const JUMBF: &[u8] = b"jumb";
const C2PA: [u8; 16] = *b"c2pa\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71";
/// The identifier of the box that MP4, AVIF and HEIC have them in.
const UUID: [u8; 16] = *b"\xd8\xfe\xc3\xd6\x1b\x0e\x48\x3c\x92\x97\x58\x28\x87\x7e\xc4\x81";

/// Whether a file claims to say who or what made it, by the C2PA standard. That the claim is true, or still
/// fits the file, is not looked into. PNG, JPEG, WebP, WAV, MP4, AVIF and HEIC; `false` for any other file.
pub fn content_credentials(bytes: &[u8]) -> bool {
    match sniff(bytes) {
        Some(FileKind::Png) => png::chunks(bytes).any(|chunk| chunk.name == PNG),
        Some(FileKind::Jpeg) => jpeg(bytes),
        Some(FileKind::Webp | FileKind::Wav) => riff::chunks(bytes).any(|chunk| chunk.name == RIFF),
        Some(FileKind::Mp4 | FileKind::M4a | FileKind::Avif | FileKind::Heic) => {
            let mut boxes = crate::boxes::boxes(bytes).filter(|part| part.name == *b"uuid");
            boxes.any(|part| bytes[part.data].starts_with(&UUID))
        }
        _ => false,
    }
}

/// A box is split over segments, and the first tells its kind: `JP`, the numbers of box and packet, then the
/// box with its description inside.
fn jpeg(bytes: &[u8]) -> bool {
    let segments = jpeg_segments(bytes).unwrap_or_default();
    segments.iter().filter(|segment| segment.marker == APP11).any(|segment| {
        let payload = &bytes[segment.payload.clone()];
        payload.starts_with(b"JP") && payload.get(12..16) == Some(JUMBF) && payload.get(24..40) == Some(&C2PA)
    })
}
