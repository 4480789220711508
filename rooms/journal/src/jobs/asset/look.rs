//! What is in a file. Pure: bytes in, values out; takes up to a few seconds of a processor.

use std::sync::Arc;
use std::time::Duration;

use atelier_intelligence::read::{Pixels, Reader, Reading};
use atelier_intelligence::speech::{Audio, Limits as AudioLimits, Source};
use atelier_media::{
    Colour, EDGES, Error as MediaError, Exif, Limits, Picture, Preview, Thumbnail, colours, decode, document,
    perceptual_hash, placeholder, preview, thumbnails,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;

use crate::asset::{AssetColour, AssetType, OcrWord};

/// Characters of text that the item holds.
const LONGEST_TEXT: usize = 60_000;
/// Longer sounds are refused when they are transcribed; here only their length is asked.
const LONGEST_SOUND: Duration = Duration::from_hours(24);
/// Less of a picture that looks like writing is none.
const WRITING: f32 = 0.000_5;

/// What to look at.
pub(super) struct Task {
    pub(super) bytes: Bytes,
    pub(super) kind: AssetType,
    pub(super) reader: Option<Arc<Reader>>,
}

/// What was seen.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) size: Option<(u32, u32)>,
    pub(super) duration_ms: Option<u64>,
    pub(super) pages: Option<u32>,
    pub(super) thumbhash: Option<String>,
    pub(super) copies: Vec<Thumbnail>,
    pub(super) exif: Option<Exif>,
    pub(super) text: String,
    pub(super) words: Vec<OcrWord>,
    pub(super) read_by: Option<String>,
    pub(super) alt: String,
    pub(super) colours: Vec<AssetColour>,
    pub(super) perceptual_hash: Option<String>,
    pub(super) error: Option<String>,
}

pub(super) fn look(task: &Task) -> Seen {
    if task.bytes.is_empty() {
        return Seen { error: Some("the file is empty".into()), ..Seen::default() };
    }
    match task.kind {
        AssetType::Image => image(task),
        AssetType::Audio => sound(task),
        AssetType::Document => text(task),
    }
}

fn image(task: &Task) -> Seen {
    let Preview { width, height, exif, thumbnails, placeholder, colours, hash, .. } =
        match preview(&task.bytes, &EDGES, &Limits::DEFAULT) {
            Ok(preview) => preview,
            // What the camera noted may be readable all the same.
            Err(error) => {
                return Seen {
                    exif: atelier_media::exif(&task.bytes),
                    error: Some(reason(&error)),
                    ..Seen::default()
                };
            }
        };
    let mut seen = Seen {
        size: Some((width, height)),
        thumbhash: Some(STANDARD.encode(placeholder)),
        copies: thumbnails,
        exif,
        colours: named(colours),
        perceptual_hash: Some(hash.to_string()),
        ..Seen::default()
    };
    read_picture(task, &mut seen);
    seen
}

/// Why nothing was seen, and what can be done about it.
fn reason(error: &MediaError) -> String {
    match error {
        MediaError::Unsupported(kind) => {
            let kind = kind.to_string().to_uppercase();
            format!("{kind} is kept as it is, but not looked into: a copy as JPEG or PNG gets a preview")
        }
        other => other.to_string(),
    }
}

fn sound(task: &Task) -> Seen {
    let limits = AudioLimits { longest: LONGEST_SOUND, ffmpeg: None };
    match Audio::open(&Source::Bytes(task.bytes.clone()), &limits) {
        Ok(audio) => Seen {
            duration_ms: audio.duration().and_then(|length| u64::try_from(length.as_millis()).ok()),
            ..Seen::default()
        },
        Err(error) => Seen { error: Some(error.to_string()), ..Seen::default() },
    }
}

fn text(task: &Task) -> Seen {
    let found = match document(&task.bytes, &Limits::DEFAULT) {
        Ok(found) => found,
        Err(error) => return Seen { error: Some(error.to_string()), ..Seen::default() },
    };
    let mut seen = Seen {
        pages: u32::try_from(found.pages).ok(),
        text: shortened(&found.texts.join("\n\n")),
        error: found.fault.map(|fault| fault.to_string()),
        ..Seen::default()
    };
    if let Some(picture) = found.picture {
        see_page(&picture, &mut seen);
        // A scanned page has no text of its own.
        if seen.text.trim().is_empty() {
            read_picture(task, &mut seen);
        }
    }
    seen
}

fn see_page(page: &Picture, seen: &mut Seen) {
    seen.size = Some((page.width(), page.height()));
    seen.copies = thumbnails(page, &EDGES);
    seen.thumbhash = Some(STANDARD.encode(placeholder(page)));
    seen.colours = named(colours(page));
    seen.perceptual_hash = Some(perceptual_hash(page).to_string());
}

/// Reads what is written in the largest copy, which is all that a reader can use.
fn read_picture(task: &Task, seen: &mut Seen) {
    let (Some(reader), Some(copy)) = (&task.reader, seen.copies.first()) else { return };
    match read(reader, &copy.jpeg) {
        Ok(Some((reading, width, height))) => {
            seen.text = shortened(&reading.text());
            seen.words = reading
                .lines
                .iter()
                .flat_map(|line| &line.words)
                .map(|word| placed(word, width, height))
                .collect();
            seen.read_by = Some(reading.reader);
        }
        Ok(None) => {}
        // A picture without its words is a picture all the same.
        Err(reason) => tracing::warn!(reason, "a picture could not be read"),
    }
}

fn read(reader: &Reader, jpeg: &[u8]) -> Result<Option<(Reading, u32, u32)>, String> {
    let picture = decode(jpeg, &Limits::DEFAULT).map_err(|error| error.to_string())?;
    let (width, height) = (picture.width(), picture.height());
    let pixels = Pixels::new(width, height, picture.rgb()).map_err(|error| error.to_string())?;
    if reader.glance(&pixels).map_err(|error| error.to_string())?.is_some_and(|part| part < WRITING) {
        return Ok(None);
    }
    let reading = reader.read(&pixels).map_err(|error| error.to_string())?;
    Ok(Some((reading, width, height)))
}

#[expect(clippy::cast_precision_loss, reason = "a picture has fewer pixels across than a float has digits")]
fn placed(word: &atelier_intelligence::read::Word, width: u32, height: u32) -> OcrWord {
    let (width, height) = (width as f32, height as f32);
    let corners = word.place.0.iter().flat_map(|[x, y]| [x / width, y / height]);
    OcrWord {
        text: word.text.clone(),
        confidence: word.confidence,
        r#box: corners.map(|part| part.clamp(0.0, 1.0)).collect(),
    }
}

fn named(colours: Vec<Colour>) -> Vec<AssetColour> {
    colours.into_iter().map(|Colour { hex, name, share }| AssetColour { hex, name, share }).collect()
}

fn shortened(text: &str) -> String {
    text.chars().take(LONGEST_TEXT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(bytes: &'static [u8], kind: AssetType) -> Task {
        Task { bytes: Bytes::from_static(bytes), kind, reader: None }
    }

    #[test]
    fn what_is_no_picture_says_so() {
        let seen = look(&task(b"not a picture at all", AssetType::Image));
        assert!(seen.error.is_some() && seen.copies.is_empty());
        assert_eq!(look(&task(b"", AssetType::Image)).error.as_deref(), Some("the file is empty"));
    }

    #[test]
    fn what_is_kept_and_not_opened_says_so() {
        for (bytes, kind) in [
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".as_slice(), "HEIC is kept"),
            (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf", "AVIF is kept"),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", "SVG is kept"),
        ] {
            let seen = look(&Task { bytes: Bytes::from_static(bytes), kind: AssetType::Image, reader: None });
            assert!(seen.error.as_ref().is_some_and(|error| error.starts_with(kind)), "{:?}", seen.error);
        }
    }

    #[test]
    fn a_text_is_read() {
        let seen = look(&task(b"Two tubes of cobalt blue.\n", AssetType::Document));
        assert_eq!((seen.text.trim(), seen.error), ("Two tubes of cobalt blue.", None));
    }
}
