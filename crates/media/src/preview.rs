//! All that a gallery shows of a picture, from one decode.

use crate::colour::{Colour, colours};
use crate::decode::{header, stored};
use crate::error::Error;
use crate::exif::{self, Exif};
use crate::heif::Heif;
use crate::limits::Limits;
use crate::perceptual::{PerceptualHash, perceptual_hash};
use crate::picture::Picture;
use crate::sniff::{FileKind, sniff};
use crate::thumbnail::{Thumbnail, placeholder, shrink, thumbnails};

/// A picture as a gallery knows it.
#[derive(Clone, Debug)]
pub struct Preview {
    /// By its first bytes.
    pub kind: FileKind,
    /// Pixels across, held upright.
    pub width: u32,
    /// Pixels down, held upright.
    pub height: u32,
    /// What the camera noted; `None` when it noted nothing that can be read.
    pub exif: Option<Exif>,
    /// Upright copies, in the order of the edges that were asked for.
    pub thumbnails: Vec<Thumbnail>,
    /// `ThumbHash`, about 25 bytes.
    pub placeholder: Vec<u8>,
    /// For finding copies.
    pub hash: PerceptualHash,
    small: Picture,
}

impl Preview {
    /// Up to six, the most frequent first. They take as long as everything else of a small picture.
    pub fn colours(&self) -> Vec<Colour> {
        colours(&self.small)
    }
}

/// Looks at a picture once: metadata, copies with these long edges (see [`EDGES`](crate::EDGES)),
/// placeholder and fingerprint. Colours and hash are those of the largest copy.
pub fn preview(bytes: &[u8], edges: &[u32], limits: &Limits) -> Result<Preview, Error> {
    let header = header(bytes, limits)?;
    let exif = exif::read(bytes);
    let orientation = exif.as_ref().map(|exif| exif.orientation).unwrap_or_default();
    let largest = edges.iter().copied().max().unwrap_or(LEAST).max(LEAST);
    let picture = stored(bytes, header, Some(largest), limits)?;
    // Turning the small copy instead of the large picture is less work.
    let picture = shrink_owned(picture, largest).upright(orientation);
    let size = orientation.upright_size(header.width, header.height);
    Ok(seen(header.kind, exif, &picture, size, edges))
}

/// The same of a HEIC or AVIF file, with the program that opens them.
pub fn preview_heif(bytes: &[u8], edges: &[u32], limits: &Limits, heif: &Heif) -> Result<Preview, Error> {
    let kind = sniff(bytes).ok_or(Error::Unknown)?;
    let largest = edges.iter().copied().max().unwrap_or(LEAST).max(LEAST);
    let picture = heif.decode(bytes, limits)?;
    let size = (picture.width(), picture.height());
    Ok(seen(kind, exif::read(bytes), &shrink_owned(picture, largest), size, edges))
}

/// What an upright picture shows; `size` is that of the file.
fn seen(
    kind: FileKind,
    exif: Option<Exif>,
    picture: &Picture,
    (width, height): (u32, u32),
    edges: &[u32],
) -> Preview {
    let small = shrink(picture, LEAST);
    Preview {
        kind,
        width,
        height,
        exif,
        thumbnails: thumbnails(picture, edges),
        placeholder: placeholder(&small),
        hash: perceptual_hash(&small),
        small,
    }
}

/// Enough for colours, placeholder and fingerprint.
const LEAST: u32 = 400;

fn shrink_owned(picture: Picture, edge: u32) -> Picture {
    if picture.long_edge() <= edge { picture } else { shrink(&picture, edge) }
}
