//! WebP: chunks of a RIFF file.

use super::{names_place, tiff};

/// The bits of the `VP8X` header that promise EXIF and XMP.
const HAS_EXIF: u8 = 0x08;
const HAS_XMP: u8 = 0x04;

pub(super) fn webp(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.get(..12)?.to_vec();
    let stated = u32::from_le_bytes(*bytes.get(4..)?.first_chunk()?) as usize;
    // What lies after the stated end is no part of the picture, and stays behind.
    let body = bytes.get(..stated.checked_add(8)?)?;
    let mut at = 12;
    let mut left_out = 0;
    let mut flags_at = None;
    while at < body.len() {
        let name = body.get(at..at + 4)?;
        let length = u32::from_le_bytes(*body.get(at + 4..)?.first_chunk()?) as usize;
        let data = at + 8..at.checked_add(length)?.checked_add(8)?;
        let payload = body.get(data.clone())?;
        // Chunks have an even length; the last filling byte is sometimes forgotten.
        let end = (data.end + length % 2).min(body.len());
        match name {
            b"EXIF" => match exif(payload) {
                Some(block) => {
                    out.extend_from_slice(&body[at..at + 8]);
                    out.extend_from_slice(&block);
                    out.extend_from_slice(&body[data.end..end]);
                }
                None => left_out |= HAS_EXIF,
            },
            b"XMP " if names_place(payload) => left_out |= HAS_XMP,
            _ => {
                if name == b"VP8X" {
                    flags_at = Some(out.len() + 8);
                }
                out.extend_from_slice(&body[at..end]);
            }
        }
        at = end;
    }
    if let Some(flags) = flags_at.and_then(|at| out.get_mut(at)) {
        *flags &= !left_out;
    }
    let size = u32::try_from(out.len() - 8).ok()?;
    out[4..8].copy_from_slice(&size.to_le_bytes());
    Some(out)
}

/// The block without its location; some programs put JPEG's prefix before it.
fn exif(payload: &[u8]) -> Option<Vec<u8>> {
    let mut block = payload.to_vec();
    let start = if block.starts_with(super::EXIF) { super::EXIF.len() } else { 0 };
    tiff::erase_location(&mut block[start..]).then_some(block)
}
