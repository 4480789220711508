//! MP4 and M4A: the boxes under `moov`.

use super::{Found, ratio};
use crate::boxes::{boxes, find};

pub(super) fn read(bytes: &[u8]) -> Found {
    let Some(movie) = find(bytes, *b"moov") else { return Found::default() };
    let mut tracks = boxes(movie).filter(|part| part.name == *b"trak").map(|part| &movie[part.data]);
    let seconds = find(movie, *b"mvhd").and_then(duration);
    // Films that are streamed have their length in another place.
    let fragments = || {
        let extends = find(find(movie, *b"mvex")?, *b"mehd")?;
        let (_, scale) = times(find(movie, *b"mvhd")?)?;
        let length = if extends.first()? == &1 { long(extends, 4)? } else { short(extends, 4)?.into() };
        ratio(length, scale)
    };
    Found { size: tracks.find_map(size), seconds: seconds.or_else(fragments) }
}

/// Length and units a second of a movie's header.
fn times(header: &[u8]) -> Option<(u64, u64)> {
    // Version 1 has times of eight bytes.
    if *header.first()? == 1 {
        Some((long(header, 24)?, short(header, 20)?.into()))
    } else {
        let length = short(header, 16)?;
        // All ones say that it is not known.
        Some((if length == u32::MAX { 0 } else { length.into() }, short(header, 12)?.into()))
    }
}

fn duration(header: &[u8]) -> Option<f64> {
    let (length, scale) = times(header)?;
    ratio(length, scale).filter(|seconds| *seconds > 0.0)
}

/// The size that a track of pictures is shown at, turned as its matrix says.
fn size(track: &[u8]) -> Option<(u32, u32)> {
    let handler = find(find(track, *b"mdia")?, *b"hdlr")?;
    if handler.get(8..12)? != b"vide" {
        return None;
    }
    let header = find(track, *b"tkhd")?;
    // After times, layer and volume: nine numbers of a matrix, then the edges with 16 bits of fraction.
    let matrix = if *header.first()? == 1 { 52 } else { 40 };
    let (width, height) = (short(header, matrix + 36)? >> 16, short(header, matrix + 40)? >> 16);
    let is_turned = short(header, matrix)? == 0 && short(header, matrix + 4)? != 0;
    Some(if is_turned { (height, width) } else { (width, height) })
}

fn short(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}
