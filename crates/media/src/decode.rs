//! From a stranger's bytes to pixels, within [`Limits`].
//!
//! The header is asked first: what claims to be too large is refused before memory is taken for it.
//! Of animations the first picture is decoded. A panic of a decoder is a damaged file.

mod jpeg;
mod raster;

use crate::contain::contain;
use crate::error::Error;
use crate::exif;
use crate::limits::Limits;
use crate::picture::Picture;
use crate::sniff::{Family, FileKind, sniff};

/// What a header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// By its first bytes.
    pub kind: FileKind,
    /// Pixels across as stored, before orientation.
    pub width: u32,
    /// Pixels down as stored.
    pub height: u32,
}

/// Reads the header of a picture, and refuses what the limits do. Decodes no pixel.
pub fn header(bytes: &[u8], limits: &Limits) -> Result<Header, Error> {
    limits.check_bytes(bytes)?;
    let kind = decodable(bytes)?;
    let (width, height) = contain(kind, || match kind {
        FileKind::Jpeg => jpeg::size(bytes),
        _ => raster::size(kind, bytes),
    })?;
    limits.check_size(width, height)?;
    if width == 0 || height == 0 {
        return Err(Error::damaged(kind, "it has no pixels"));
    }
    Ok(Header { kind, width, height })
}

/// The whole picture, upright.
pub fn decode(bytes: &[u8], limits: &Limits) -> Result<Picture, Error> {
    let header = header(bytes, limits)?;
    Ok(stored(bytes, header, None, limits)?.upright(exif::orientation(bytes)))
}

/// The picture, upright, perhaps smaller than stored and never with a longer edge below `edge` because of
/// that: a decoder that can leave out detail is several times as fast.
pub fn decode_reduced(bytes: &[u8], edge: u32, limits: &Limits) -> Result<Picture, Error> {
    let header = header(bytes, limits)?;
    Ok(stored(bytes, header, Some(edge), limits)?.upright(exif::orientation(bytes)))
}

/// Pixels as they are stored; `edge` allows a reduced scale.
pub(crate) fn stored(
    bytes: &[u8],
    header: Header,
    edge: Option<u32>,
    limits: &Limits,
) -> Result<Picture, Error> {
    contain(header.kind, || match header.kind {
        FileKind::Jpeg => jpeg::decode(bytes, header, edge, limits),
        _ => raster::decode(header.kind, bytes, limits),
    })
}

fn decodable(bytes: &[u8]) -> Result<FileKind, Error> {
    let kind = sniff(bytes).ok_or(Error::Unknown)?;
    let closed = matches!(kind, FileKind::Avif | FileKind::Heic | FileKind::Svg);
    if closed || kind.family() != Family::Image { Err(Error::Unsupported(kind)) } else { Ok(kind) }
}
