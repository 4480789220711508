//! JPEG at a reduced scale: its cosine blocks can be decoded to half, a quarter or an eighth of their size.
//!
//! `jpeg-decoder` can do that; at full size `image`'s decoder is faster and knows more colour models.

use jpeg_decoder::{Decoder, PixelFormat};

use super::{Header, raster};
use crate::error::Error;
use crate::limits::Limits;
use crate::picture::Picture;
use crate::segments;
use crate::sniff::FileKind;

pub(super) fn size(bytes: &[u8]) -> Result<(u32, u32), Error> {
    let mut decoder = Decoder::new(bytes);
    decoder.read_info().map_err(|error| Error::damaged(FileKind::Jpeg, error))?;
    let info = decoder.info().ok_or_else(|| Error::damaged(FileKind::Jpeg, "it has no frame"))?;
    Ok((info.width.into(), info.height.into()))
}

pub(super) fn decode(
    bytes: &[u8],
    header: Header,
    edge: Option<u32>,
    limits: &Limits,
) -> Result<Picture, Error> {
    // Decoders fill what is missing with grey and call it a picture.
    if segments::jpeg_end(bytes).is_none() {
        return Err(Error::damaged(FileKind::Jpeg, "it is cut short"));
    }
    let reduced = edge.filter(|edge| header.width.max(header.height).div_ceil(2) >= *edge);
    if let Some(edge) = reduced
        && let Some(picture) = decode_reduced(bytes, header, edge)?
    {
        return Ok(picture);
    }
    raster::decode(FileKind::Jpeg, bytes, limits)
}

/// `None` for colour models that only the full decoder knows.
fn decode_reduced(bytes: &[u8], header: Header, edge: u32) -> Result<Option<Picture>, Error> {
    let damaged = |error| Error::damaged(FileKind::Jpeg, error);
    let mut decoder = Decoder::new(bytes);
    decoder.read_info().map_err(damaged)?;
    let grey = match decoder.info().map(|info| info.pixel_format) {
        Some(PixelFormat::RGB24) => false,
        Some(PixelFormat::L8) => true,
        _ => return Ok(None),
    };
    let edge = u16::try_from(edge).unwrap_or(u16::MAX);
    // The scale is the smallest at which *either* edge is long enough, so only the longer one is asked for.
    let (width, height) = if header.width >= header.height { (edge, u16::MAX) } else { (u16::MAX, edge) };
    let (width, height) = decoder.scale(width, height).map_err(damaged)?;
    let mut pixels = decoder.decode().map_err(damaged)?;
    if grey {
        pixels = pixels.into_iter().flat_map(|value| [value; 3]).collect();
    }
    let profile = decoder.icc_profile().filter(|profile| raster::is_plain_rgb(profile));
    let picture = Picture::new(width.into(), height.into(), pixels);
    let picture = picture.ok_or_else(|| Error::damaged(FileKind::Jpeg, "pixels are missing"))?;
    Ok(Some(picture.with_profile(profile)))
}
