//! What a camera wrote into a picture, read with forbearance.
//!
//! Half of what cameras write is slightly wrong. A tag that makes no sense is left out; nothing in here can
//! make a picture fail. Where it was taken ([`Gps`]) is the artist's home more often than not: show it only
//! when asked, and give files away through [`without_location`](crate::without_location).

mod gps;
mod value;

use std::collections::BTreeMap;
use std::io::Cursor;

use atelier_base::Timestamp;
use exif::{In, Tag};
use serde::{Deserialize, Serialize};

use crate::orient::Orientation;
pub use gps::Gps;

/// What is known of a picture's making.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Exif {
    /// When the shutter opened, or else when the file was first written.
    pub taken_at: Option<TakenAt>,
    /// Maker and model, `FUJIFILM X-T5`.
    pub camera: Option<String>,
    /// The lens' name.
    pub lens: Option<String>,
    /// Seconds.
    pub exposure_seconds: Option<f64>,
    /// The f-number.
    pub aperture: Option<f64>,
    /// ISO speed.
    pub iso: Option<u32>,
    /// Millimetres.
    pub focal_length: Option<f64>,
    /// How the camera was held.
    pub orientation: Orientation,
    /// Where it was taken.
    pub gps: Option<Gps>,
    /// The program that wrote the file.
    pub software: Option<String>,
    /// Whose picture it says it is.
    pub artist: Option<String>,
    /// The maker's caption.
    pub description: Option<String>,
    /// Width that the camera noted; editors forget to change it, so never trust it.
    pub width: Option<u32>,
    /// Height that the camera noted.
    pub height: Option<u32>,
    /// Every readable tag by its name, as text of at most 200 characters, those about the place left out.
    pub all: BTreeMap<String, String>,
}

/// A time on the camera's clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenAt {
    /// What the clock showed, `2026-05-14T10:22:03`.
    pub local: String,
    /// Minutes that the clock was ahead of UTC, when the camera noted it.
    pub offset_minutes: Option<i16>,
}

impl TakenAt {
    /// The instant, when the offset is known.
    pub fn instant(&self) -> Option<Timestamp> {
        let local: jiff::civil::DateTime = self.local.parse().ok()?;
        let offset = jiff::tz::Offset::from_seconds(i32::from(self.offset_minutes?) * 60).ok()?;
        Some(Timestamp::from_millis(offset.to_timestamp(local).ok()?.as_millisecond()))
    }
}

/// Reads the metadata of a JPEG, TIFF, PNG, WebP, HEIC or AVIF file; `None` when it has none that can be read.
pub fn read(bytes: &[u8]) -> Option<Exif> {
    let exif = parse(bytes)?;
    let text = |tag| value::text(&exif, tag);
    let number = |tag| value::number(&exif, tag).filter(|number| *number > 0.0);
    let whole = |tag| value::whole(&exif, tag);
    Some(Exif {
        taken_at: value::taken_at(&exif),
        camera: value::camera(text(Tag::Make), text(Tag::Model)),
        lens: text(Tag::LensModel),
        exposure_seconds: number(Tag::ExposureTime),
        aperture: number(Tag::FNumber),
        iso: whole(Tag::PhotographicSensitivity),
        focal_length: number(Tag::FocalLength),
        orientation: orientation_of(&exif),
        gps: gps::read(&exif),
        software: text(Tag::Software),
        artist: text(Tag::Artist),
        description: text(Tag::ImageDescription),
        width: whole(Tag::PixelXDimension),
        height: whole(Tag::PixelYDimension),
        all: value::all(&exif),
    })
}

/// How the camera was held; [`Orientation::Normal`] when nothing says otherwise.
pub fn orientation(bytes: &[u8]) -> Orientation {
    parse(bytes).map(|exif| orientation_of(&exif)).unwrap_or_default()
}

fn orientation_of(exif: &exif::Exif) -> Orientation {
    value::whole(exif, Tag::Orientation).map(Orientation::from_exif).unwrap_or_default()
}

fn parse(bytes: &[u8]) -> Option<exif::Exif> {
    // A parser that panics knows nothing, which is all there is to say about a malformed block.
    std::panic::catch_unwind(|| {
        let mut reader = exif::Reader::new();
        let read = reader.continue_on_error(true).read_from_container(&mut Cursor::new(bytes));
        read.or_else(|error| error.distill_partial_result(|_| ())).ok()
    })
    .ok()
    .flatten()
}

fn field(exif: &exif::Exif, tag: Tag) -> Option<&exif::Value> {
    Some(&exif.get_field(tag, In::PRIMARY)?.value)
}
