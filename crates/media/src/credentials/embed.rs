//! Putting content credentials into a file, at the place where the C2PA standard looks for them.

use std::ops::Range;

use super::{PNG, RIFF};
use crate::error::Error;
use crate::segments::{APP0, APP1, APP11, jpeg_segments};
use crate::sniff::{FileKind, sniff};
use crate::{png, riff};

/// Bytes of a box that one segment of JPEG takes, beside its headers: 64 KiB and less, as others do.
const SEGMENT: usize = 64_000;
/// The length and the kind of a box, which each segment repeats.
const BOX_HEADER: usize = 8;

/// A file with content credentials in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embedded {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// What was added to the file, with the headers around the credentials. It depends on how long they are, and
    /// not on what they say.
    pub place: Range<usize>,
}

/// The same file with this manifest store in it, a JUMBF box with its header. No other byte changes, but the length
/// that the header of a WebP states.
///
/// PNG, JPEG and WebP. A file whose parts don't fit together is [`Error::Damaged`], one that has content credentials
/// too; other kinds of files are [`Error::Unsupported`], and a store or file that is too long for the kind is
/// [`Error::TooLarge`].
pub fn embed_credentials(bytes: &[u8], store: &[u8]) -> Result<Embedded, Error> {
    let Part { kind, at, carrier } = part(bytes, store)?;
    let mut out = Vec::with_capacity(bytes.len() + carrier.len());
    out.extend_from_slice(&bytes[..at]);
    out.extend_from_slice(&carrier);
    out.extend_from_slice(&bytes[at..]);
    if kind == FileKind::Webp {
        let stated = at + carrier.len() - 8;
        out[4..8].copy_from_slice(&length(stated)?.to_le_bytes());
    }
    Ok(Embedded { bytes: out, place: at..at + carrier.len() })
}

/// The [`Embedded::place`] of this manifest store, without a copy of the file.
///
/// What [`embed_credentials`] refuses, but for a WebP whose length has no place in its header.
pub fn credentials_place(bytes: &[u8], store: &[u8]) -> Result<Range<usize>, Error> {
    part(bytes, store).map(|Part { at, carrier, .. }| at..at + carrier.len())
}

/// What is put into a file of that kind, and where.
struct Part {
    kind: FileKind,
    at: usize,
    /// The chunk or segments with the store.
    carrier: Vec<u8>,
}

fn part(bytes: &[u8], store: &[u8]) -> Result<Part, Error> {
    let kind = sniff(bytes).ok_or(Error::Unknown)?;
    if super::content_credentials(bytes) {
        return Err(Error::damaged(kind, "it has content credentials"));
    }
    let (at, carrier) = match kind {
        FileKind::Png => png(bytes, store)?,
        FileKind::Jpeg => jpeg(bytes, store)?,
        FileKind::Webp => webp(bytes, store)?,
        other => return Err(Error::Unsupported(other)),
    };
    Ok(Part { kind, at, carrier })
}

fn unfit(kind: FileKind) -> Error {
    Error::damaged(kind, "its parts do not fit together")
}

/// A length in the four bytes that the formats have for it.
fn length(of: usize) -> Result<u32, Error> {
    let too_large =
        Error::TooLarge { what: "bytes of metadata", found: of as u64, limit: u64::from(u32::MAX) };
    u32::try_from(of).map_err(|_| too_large)
}

/// Before the pixels, as the standard of C2PA asks for.
fn png(bytes: &[u8], store: &[u8]) -> Result<(usize, Vec<u8>), Error> {
    let mut part = Vec::with_capacity(store.len() + 12);
    length(store.len())?;
    png::write(&mut part, PNG, store);
    let pixels = png::chunks(bytes).find(|chunk| chunk.name == *b"IDAT");
    Ok((pixels.ok_or_else(|| unfit(FileKind::Png))?.whole.start, part))
}

/// After the headers that have to come first: JFIF's, EXIF and XMP.
fn jpeg(bytes: &[u8], store: &[u8]) -> Result<(usize, Vec<u8>), Error> {
    let segments = jpeg_segments(bytes).ok_or_else(|| unfit(FileKind::Jpeg))?;
    let first = segments.iter().find(|segment| !matches!(segment.marker, APP0 | APP1));
    let at = first.ok_or_else(|| unfit(FileKind::Jpeg))?.whole.start;
    let (header, content) = store.split_at_checked(BOX_HEADER).ok_or_else(|| unfit(FileKind::Jpeg))?;
    let mut part = Vec::with_capacity(store.len() + 1024);
    for (number, piece) in (1_u32..).zip(content.chunks(SEGMENT)) {
        let size = 2 + 2 + 2 + 4 + BOX_HEADER + piece.len();
        part.extend_from_slice(&[0xff, APP11]);
        part.extend_from_slice(&u16::try_from(size).unwrap_or(u16::MAX).to_be_bytes());
        // The sort of box, its number in the file, and the number of the segment.
        part.extend_from_slice(b"JP\x00\x01");
        part.extend_from_slice(&number.to_be_bytes());
        part.extend_from_slice(header);
        part.extend_from_slice(piece);
    }
    Ok((at, part))
}

/// At the end of what the header states.
fn webp(bytes: &[u8], store: &[u8]) -> Result<(usize, Vec<u8>), Error> {
    let damaged = || unfit(FileKind::Webp);
    let body = riff::stated(bytes).ok_or_else(damaged)?;
    // A last chunk that forgot to fill itself up leaves no place for another.
    let is_whole = riff::chunks(body).last().is_some_and(|last| last.whole.end == body.len());
    if !is_whole || body.len() % 2 == 1 {
        return Err(damaged());
    }
    let mut part = Vec::with_capacity(store.len() + 9);
    length(store.len())?;
    riff::write(&mut part, RIFF, store);
    Ok((body.len(), part))
}
