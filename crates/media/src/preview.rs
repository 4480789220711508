//! All that a gallery shows of a picture, from one decode.

use crate::colour::{Colour, colours};
use crate::decode::{header, stored};
use crate::error::Error;
use crate::exif::{self, Exif};
use crate::limits::Limits;
use crate::perceptual::{PerceptualHash, perceptual_hash};
use crate::picture::Picture;
use crate::sniff::FileKind;
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
    /// Up to six, the most frequent first.
    pub colours: Vec<Colour>,
    /// For finding copies.
    pub hash: PerceptualHash,
}

/// Looks at a picture once: metadata, copies with these long edges (see [`EDGES`](crate::EDGES)), colours,
/// placeholder and fingerprint. Colours and hash are those of the largest copy.
pub fn preview(bytes: &[u8], edges: &[u32], limits: &Limits) -> Result<Preview, Error> {
    let header = header(bytes, limits)?;
    let exif = exif::read(bytes);
    let orientation = exif.as_ref().map(|exif| exif.orientation).unwrap_or_default();
    let largest = edges.iter().copied().max().unwrap_or(LEAST).max(LEAST);
    let picture = stored(bytes, header, Some(largest), limits)?;
    // Turning the small copy instead of the large picture is less work.
    let picture = shrink_owned(picture, largest).upright(orientation);
    let (width, height) = orientation.upright_size(header.width, header.height);
    let small = shrink(&picture, LEAST);
    Ok(Preview {
        kind: header.kind,
        width,
        height,
        exif,
        thumbnails: thumbnails(&picture, edges),
        placeholder: placeholder(&small),
        colours: colours(&small),
        hash: perceptual_hash(&small),
    })
}

/// Enough for colours, placeholder and fingerprint.
const LEAST: u32 = 400;

fn shrink_owned(picture: Picture, edge: u32) -> Picture {
    if picture.long_edge() <= edge { picture } else { shrink(&picture, edge) }
}
