//! Putting a recipe into a file. Pixels are not decoded: parts of the file are copied, and a few added.

use super::block::with_values;
use super::carrier::{ATELIER, EXIF, LONGEST, PRIVATE, USER_COMMENT, keyword};
use super::{Written, atelier, comment, infotext};
use crate::error::Error;
use crate::segments::{APP0, APP1, jpeg_segments};
use crate::sniff::{FileKind, sniff};
use crate::{png, riff};

/// Bytes that a segment of JPEG has room for.
const SEGMENT: usize = 0xffff - 2;

/// The same file with this recipe in it, instead of an earlier one of the same kind: the web UI's text for
/// others, and Atelier's own, from which [`read`](super::read) gets back exactly what was written.
///
/// PNG gets two text chunks. JPEG and WebP get two EXIF tags, the comment and one of the range for private
/// use; an EXIF block that is there already keeps all else, and nothing in it moves. A block that can't be
/// followed is not touched: the answer is then [`Error::Damaged`], as for a file whose parts don't fit
/// together. Recipes beyond 2 MiB, and in JPEG beyond 64 KiB with all EXIF, are [`Error::TooLarge`]. Other
/// kinds of files are [`Error::Unsupported`].
///
/// Content credentials stay in the file, but they vouch for its bytes as they were: a checker will say that
/// the file was changed since. Keep the original where that matters.
pub fn write(bytes: &[u8], written: &Written) -> Result<Vec<u8>, Error> {
    let kind = sniff(bytes).ok_or(Error::Unknown)?;
    let texts = Texts { infotext: infotext::write(written), own: atelier::write(written) };
    for text in [&texts.infotext, &texts.own] {
        within(text.len(), LONGEST)?;
    }
    match kind {
        FileKind::Png => png(bytes, &texts),
        FileKind::Jpeg => jpeg(bytes, &texts),
        FileKind::Webp => webp(bytes, &texts),
        other => Err(Error::Unsupported(other)),
    }
}

struct Texts {
    infotext: String,
    own: String,
}

fn within(found: usize, limit: usize) -> Result<(), Error> {
    let too_large = Error::TooLarge { what: "bytes of metadata", found: found as u64, limit: limit as u64 };
    if found <= limit { Ok(()) } else { Err(too_large) }
}

fn unfit(kind: FileKind) -> Error {
    Error::damaged(kind, "its parts do not fit together")
}

fn png(bytes: &[u8], texts: &Texts) -> Result<Vec<u8>, Error> {
    let mut out = png::SIGNATURE.to_vec();
    out.reserve(bytes.len() + texts.infotext.len() + texts.own.len() + 100);
    let mut is_written = false;
    let mut end = None;
    for chunk in png::chunks(bytes) {
        let data = &bytes[chunk.data.clone()];
        let is_text = matches!(&chunk.name, b"tEXt" | b"zTXt" | b"iTXt");
        let is_earlier = keyword(data).is_some_and(|(name, _)| name == "parameters" || name == ATELIER);
        if is_text && is_earlier {
            continue;
        }
        if chunk.name == *b"IDAT" && !is_written {
            is_written = true;
            for (name, text) in [("parameters", &texts.infotext), (ATELIER, &texts.own)] {
                // Not packed, no language, no translated keyword.
                let data = [name.as_bytes(), b"\0\0\0\0\0", text.as_bytes()].concat();
                png::write(&mut out, *b"iTXt", &data);
            }
        }
        end = (chunk.name == *b"IEND").then_some(chunk.whole.end);
        out.extend_from_slice(&bytes[chunk.whole]);
    }
    let end = end.filter(|_| is_written).ok_or_else(|| unfit(FileKind::Png))?;
    // Some programs hang their own things behind the end.
    out.extend_from_slice(&bytes[end..]);
    Ok(out)
}

/// The block with both texts.
fn exif(kind: FileKind, block: Option<&[u8]>, texts: &Texts) -> Result<Vec<u8>, Error> {
    let values =
        [(USER_COMMENT, comment::encode(&texts.infotext)), (PRIVATE, texts.own.clone().into_bytes())];
    let values: Vec<(u16, &[u8])> = values.iter().map(|(tag, value)| (*tag, value.as_slice())).collect();
    with_values(block, &values).ok_or_else(|| Error::damaged(kind, "its metadata can't be followed"))
}

fn jpeg(bytes: &[u8], texts: &Texts) -> Result<Vec<u8>, Error> {
    let segments = jpeg_segments(bytes).ok_or_else(|| unfit(FileKind::Jpeg))?;
    let is_exif = |index: &usize| {
        let segment = &segments[*index];
        segment.marker == APP1 && bytes[segment.payload.clone()].starts_with(EXIF)
    };
    let old = (0..segments.len()).find(is_exif);
    let block = old.map(|index| &bytes[segments[index].payload.clone()][EXIF.len()..]);
    let block = exif(FileKind::Jpeg, block, texts)?;
    let length = EXIF.len() + block.len();
    within(length, SEGMENT)?;
    // EXIF comes first, or right after JFIF's header where there is one.
    let first = segments.first().filter(|segment| segment.marker == APP0);
    let place = old.map(|index| segments[index].whole.clone());
    let place = place.unwrap_or_else(|| first.map_or(2..2, |segment| segment.whole.end..segment.whole.end));
    let mut out = bytes[..place.start].to_vec();
    out.reserve(bytes.len() - place.start + length + 4);
    out.extend_from_slice(&[0xff, APP1]);
    out.extend_from_slice(&u16::try_from(length + 2).unwrap_or(u16::MAX).to_be_bytes());
    out.extend_from_slice(EXIF);
    out.extend_from_slice(&block);
    out.extend_from_slice(&bytes[place.end..]);
    Ok(out)
}

/// The bits of the `VP8X` header.
const HAS_EXIF: u8 = 0x08;
const HAS_ALPHA: u8 = 0x10;

fn webp(bytes: &[u8], texts: &Texts) -> Result<Vec<u8>, Error> {
    let damaged = || unfit(FileKind::Webp);
    let body = riff::stated(bytes).ok_or_else(damaged)?;
    let chunks: Vec<riff::Chunk> = riff::chunks(body).collect();
    if chunks.last().is_none_or(|last| last.whole.end != body.len()) {
        return Err(damaged());
    }
    let old = chunks.iter().find(|chunk| chunk.name == *b"EXIF").map(|chunk| &body[chunk.data.clone()]);
    let block = exif(FileKind::Webp, old.map(|old| old.strip_prefix(EXIF).unwrap_or(old)), texts)?;
    let mut out = body[..12].to_vec();
    out.reserve(body.len() + block.len() + 32);
    if chunks.iter().all(|chunk| chunk.name != *b"VP8X") {
        let header = chunks.iter().find_map(|chunk| extended(chunk.name, &body[chunk.data.clone()]));
        riff::write(&mut out, *b"VP8X", &header.ok_or_else(damaged)?);
    }
    let mut is_written = false;
    for chunk in &chunks {
        let is_after = chunk.name == *b"XMP " && !is_written;
        if chunk.name == *b"EXIF" || is_after {
            if !is_written {
                riff::write(&mut out, *b"EXIF", &block);
            }
            is_written = true;
        }
        let data = &body[chunk.data.clone()];
        match &chunk.name {
            b"EXIF" => {}
            b"VP8X" => {
                let mut header = data.to_vec();
                *header.first_mut().ok_or_else(damaged)? |= HAS_EXIF;
                riff::write(&mut out, *b"VP8X", &header);
            }
            name => riff::write(&mut out, *name, data),
        }
    }
    if !is_written {
        riff::write(&mut out, *b"EXIF", &block);
    }
    let size = u32::try_from(out.len() - 8).map_err(|_| damaged())?;
    out[4..8].copy_from_slice(&size.to_le_bytes());
    out.extend_from_slice(&bytes[body.len()..]);
    Ok(out)
}

/// The header that a file of one picture has to get: what it has besides, and its size less one, in 24 bits.
fn extended(name: [u8; 4], data: &[u8]) -> Option<[u8; 10]> {
    let (alpha, width, height) = match &name {
        b"VP8L" => {
            let packed = u32::from_le_bytes(*data.strip_prefix(&[0x2f])?.first_chunk()?);
            (packed >> 28 & 1 == 1, packed & 0x3fff, packed >> 14 & 0x3fff)
        }
        b"VP8 " => {
            // Three bytes of the frame, three that are always the same, two for each edge.
            let [.., 0x9d, 0x01, 0x2a, w0, w1, h0, h1] = data.first_chunk::<10>()? else { return None };
            let edge =
                |low: u8, high: u8| (u32::from(u16::from_le_bytes([low, high])) & 0x3fff).checked_sub(1);
            (false, edge(*w0, *w1)?, edge(*h0, *h1)?)
        }
        _ => return None,
    };
    let flags = HAS_EXIF | if alpha { HAS_ALPHA } else { 0 };
    let [w0, w1, w2, _] = width.to_le_bytes();
    let [h0, h1, h2, _] = height.to_le_bytes();
    Some([flags, 0, 0, 0, w0, w1, w2, h0, h1, h2])
}
