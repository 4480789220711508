//! How large a picture or film is, and how long a recording lasts: from headers, decoding nothing.

mod ebml;
mod gif;
mod mp3;
mod mp4;
mod ogg;
mod sound;

use crate::contain::contain;
use crate::decode;
use crate::error::Error;
use crate::limits::Limits;
use crate::sniff::{Family, FileKind, sniff};

/// What headers say. They may lie: it is for showing, not for trusting.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Probe {
    /// By the first bytes.
    pub kind: FileKind,
    /// The media type to store and serve it under.
    pub media_type: &'static str,
    /// Pixels across as shown; `None` for sound alone.
    pub width: Option<u32>,
    /// Pixels down.
    pub height: Option<u32>,
    /// `None` for still pictures, and where the file does not say, as recordings of browsers often don't.
    pub duration_seconds: Option<f64>,
}

/// What was found behind the kind.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Found {
    size: Option<(u32, u32)>,
    seconds: Option<f64>,
}

/// Looks at the headers of a whole file: pictures that can be decoded, GIF, MP4, M4A, `WebM`, WAV, MP3, FLAC,
/// Ogg and Opus. Of anything that is not in them nothing is said, which is no error;
/// [`Error::Unsupported`] is for documents and for pictures that are not opened here.
pub fn probe(bytes: &[u8], limits: &Limits) -> Result<Probe, Error> {
    limits.check_bytes(bytes)?;
    let kind = sniff(bytes).ok_or(Error::Unknown)?;
    let found = contain(kind, || {
        Ok(match kind {
            FileKind::Mp4 | FileKind::M4a => mp4::read(bytes),
            FileKind::Webm => ebml::read(bytes),
            FileKind::Wav => sound::wav(bytes),
            FileKind::Flac => sound::flac(bytes),
            FileKind::Mp3 => mp3::read(bytes),
            FileKind::Ogg | FileKind::Opus => ogg::read(bytes),
            _ if kind.family() == Family::Image => picture(kind, bytes, limits)?,
            _ => return Err(Error::Unsupported(kind)),
        })
    })?;
    let size = found.size.filter(|(width, height)| *width > 0 && *height > 0);
    Ok(Probe {
        kind,
        media_type: kind.media_type(),
        width: size.map(|(width, _)| width),
        height: size.map(|(_, height)| height),
        duration_seconds: found.seconds.filter(|seconds| seconds.is_finite() && *seconds > 0.0),
    })
}

fn picture(kind: FileKind, bytes: &[u8], limits: &Limits) -> Result<Found, Error> {
    let header = decode::header(bytes, limits)?;
    let upright = crate::exif::orientation(bytes).upright_size(header.width, header.height);
    let seconds = if kind == FileKind::Gif { gif::seconds(bytes) } else { None };
    Ok(Found { size: Some(upright), seconds })
}

#[expect(clippy::cast_precision_loss, reason = "durations of centuries are not exact")]
fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
