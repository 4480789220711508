//! What is in a file. Pure: bytes in, values out; takes up to a few seconds of a processor.

use std::sync::Arc;
use std::time::Duration;

use atelier_base::Coded as _;
use atelier_intelligence::read::{Pixels, Reader, Reading};
use atelier_intelligence::speech::{Audio, Limits as AudioLimits, Source};
use atelier_media::{
    Colour, EDGES, Error as MediaError, Exif, FileKind, Heif, Limits, Picture, Preview, Thumbnail, colours,
    decode, document, perceptual_hash, placeholder, preview, preview_heif, sniff, thumbnails,
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
    pub(super) heif: Option<Heif>,
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
    pub(super) fault: Option<Fault>,
}

/// Why something was not seen.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// For people: what can be done about it, too.
    pub(super) message: String,
    pub(super) code: Option<&'static str>,
    /// All is as it should be: it is not for us to see.
    pub(super) locked: bool,
}

impl Fault {
    fn of(error: &MediaError) -> Self {
        let locked = *error == MediaError::Encrypted;
        Self { message: reason(error), code: Some(error.code().name), locked }
    }

    /// One without a place in the catalogue.
    fn said(message: impl Into<String>) -> Self {
        Self { message: message.into(), code: None, locked: false }
    }
}

pub(super) fn look(task: &Task) -> Seen {
    if task.bytes.is_empty() {
        return Seen { fault: Some(Fault::said("the file is empty")), ..Seen::default() };
    }
    match task.kind {
        AssetType::Image => image(task),
        AssetType::Audio => sound(task),
        AssetType::Document => text(task),
    }
}

fn image(task: &Task) -> Seen {
    let previewed = match previewed(task) {
        Ok(preview) => preview,
        // What the camera noted may be readable all the same.
        Err(error) => {
            return Seen {
                exif: atelier_media::exif(&task.bytes),
                fault: Some(Fault::of(&error)),
                ..Seen::default()
            };
        }
    };
    let colours = previewed.colours();
    let Preview { width, height, exif, thumbnails, placeholder, hash, .. } = previewed;
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

/// Pictures of phones need a program of others.
fn previewed(task: &Task) -> Result<Preview, MediaError> {
    match (&task.heif, sniff(&task.bytes)) {
        (Some(heif), Some(FileKind::Heic | FileKind::Avif)) => {
            preview_heif(&task.bytes, &EDGES, &Limits::DEFAULT, heif)
        }
        _ => preview(&task.bytes, &EDGES, &Limits::DEFAULT),
    }
}

/// Why nothing was seen, and what can be done about it.
fn reason(error: &MediaError) -> String {
    match error {
        MediaError::Unsupported(kind @ (FileKind::Heic | FileKind::Avif)) => {
            let kind = kind.to_string().to_uppercase();
            format!(
                "{kind} is kept as it is, but not looked into: that takes the program heif-convert on the server \
                 (Debian's package {}), or a copy as JPEG or PNG",
                Heif::PACKAGE
            )
        }
        MediaError::Encrypted => {
            "locked: no text was read. The file is kept; a copy that is saved without protection is read"
                .into()
        }
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
        Err(error) => {
            let fault = Fault { code: Some(error.code().name), ..Fault::said(error.to_string()) };
            Seen { fault: Some(fault), ..Seen::default() }
        }
    }
}

fn text(task: &Task) -> Seen {
    let found = match document(&task.bytes, &Limits::DEFAULT) {
        Ok(found) => found,
        Err(error) => return Seen { fault: Some(Fault::of(&error)), ..Seen::default() },
    };
    let mut seen = Seen {
        pages: u32::try_from(found.pages).ok(),
        text: shortened(&found.texts.join("\n\n")),
        fault: found.fault.as_ref().map(Fault::of),
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
        Task { bytes: Bytes::from_static(bytes), kind, reader: None, heif: None }
    }

    #[test]
    fn what_is_no_picture_says_so() {
        let seen = look(&task(b"not a picture at all", AssetType::Image));
        assert!(seen.fault.is_some() && seen.copies.is_empty());
        let empty = look(&task(b"", AssetType::Image)).fault;
        assert_eq!(empty, Some(Fault::said("the file is empty")));
    }

    #[test]
    fn what_is_kept_and_not_opened_says_so() {
        for (bytes, kind) in [
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".as_slice(), "HEIC is kept"),
            (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf", "AVIF is kept"),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", "SVG is kept"),
        ] {
            let fault = look(&task(bytes, AssetType::Image)).fault.expect("one");
            assert!(fault.message.starts_with(kind), "{fault:?}");
            assert_eq!(fault.message.contains("libheif-examples"), kind != "SVG is kept");
            assert_eq!(fault.code, Some("file_kind_unsupported"));
        }
    }

    #[test]
    fn a_text_is_read() {
        let seen = look(&task(b"Two tubes of cobalt blue.\n", AssetType::Document));
        assert_eq!((seen.text.trim(), seen.fault), ("Two tubes of cobalt blue.", None));
    }
}
