//! PDF through `hayro`: letters of every page, pixels of the first.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro::hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::kurbo::{Affine, Rect};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use super::layout::{CutShort, Scribe};
use super::{Document, inflated};
use crate::contain::contain;
use crate::error::Error;
use crate::limits::Limits;
use crate::picture::Picture;
use crate::sniff::FileKind;

/// The long edge of the picture of a page.
const EDGE: f32 = 1600.0;
const LONGEST_TITLE: usize = 300;

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    // What is locked can't be checked for what it unpacks to.
    if is_locked(bytes) {
        return Err(Error::Encrypted);
    }
    inflated::check(bytes, inflated::LARGEST_PART)?;
    let pdf = contain(FileKind::Pdf, || {
        Pdf::new(bytes.to_vec()).map_err(|error| match error {
            LoadPdfError::Decryption(_) => Error::Encrypted,
            LoadPdfError::Invalid => Error::damaged(FileKind::Pdf, "no pages can be found"),
        })
    })?;
    let mut document = Document { title: title(&pdf), pages: pdf.pages().len(), ..Document::default() };
    document.cut_short = document.pages > limits.pages;
    let mut characters = limits.characters;
    for (index, page) in pdf.pages().iter().take(limits.pages).enumerate() {
        let mut scribe = Scribe::new(limits.page_steps, characters);
        let outcome = letters(&pdf, page, &mut scribe);
        characters = characters.saturating_sub(scribe.text.chars().count());
        let whole = outcome == Ok(true);
        document.cut_short |= outcome == Ok(false);
        document.texts.push(scribe.text.trim_end().to_owned());
        if index == 0 && whole && scribe.largest_image <= limits.pixels {
            match contain(FileKind::Pdf, || picture(page)) {
                Ok(picture) => document.picture = Some(picture),
                Err(error) => document.fault = Some(error),
            }
        }
        if let Err(error) = outcome {
            document.fault = Some(error);
        }
        if characters == 0 {
            document.cut_short = true;
            break;
        }
    }
    Ok(document)
}

/// Gathers the text of a page. `false` when it was left before its end; what was gathered stays.
fn letters(pdf: &Pdf, page: &Page<'_>, scribe: &mut Scribe) -> Result<bool, Error> {
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let cache = InterpreterCache::new();
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, width.into(), height.into());
        let settings = InterpreterSettings::default();
        let mut context = Context::new(Affine::IDENTITY, area, &cache, pdf.xref(), settings);
        interpret_page(page, &mut context, scribe);
    }));
    match outcome {
        Ok(()) => Ok(true),
        Err(reason) if reason.is::<CutShort>() => Ok(false),
        Err(_) => Err(Error::damaged(FileKind::Pdf, "the reader gave up on a page")),
    }
}

fn picture(page: &Page<'_>) -> Result<Picture, Error> {
    let damaged = |reason: &str| Error::damaged(FileKind::Pdf, reason);
    let (width, height) = page.render_dimensions();
    let long = width.max(height);
    // Below a pixel in one direction there is nothing to see; beyond is no paper.
    if !(long.is_finite() && width.min(height) * EDGE / long >= 1.0) {
        return Err(damaged("the first page has no size"));
    }
    let scale = EDGE / long;
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let cache = RenderCache::new();
    let pixels = render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &settings);
    let (width, height) = (pixels.width().into(), pixels.height().into());
    // On a white ground, nothing is transparent.
    let rgb = pixels.data_as_u8_slice().chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]]).collect();
    Picture::new(width, height, rgb).ok_or_else(|| damaged("the first page has no pixels"))
}

/// Whether the name `Encrypt` stands in the file, however it is spelled: `#45` is another way to write `E`.
fn is_locked(bytes: &[u8]) -> bool {
    let is_name = |mut rest: &[u8]| {
        b"Encrypt".iter().all(|wanted| {
            let (found, after) = match rest {
                [b'#', high, low, after @ ..] => match (digit(*high), digit(*low)) {
                    (Some(high), Some(low)) => (high << 4 | low, after),
                    _ => return false,
                },
                [found, after @ ..] => (*found, after),
                [] => return false,
            };
            rest = after;
            found == *wanted
        })
    };
    let mut slashes = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    slashes.any(|(at, _)| is_name(&bytes[at + 1..]))
}

fn digit(letter: u8) -> Option<u8> {
    char::from(letter).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

fn title(pdf: &Pdf) -> Option<String> {
    let bytes = pdf.metadata().title.as_deref()?;
    // UTF-16 with its mark, or an encoding of which mostly the letters of ASCII are used.
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> =
                rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    let text: String = text.trim().chars().filter(|c| !c.is_control()).take(LONGEST_TITLE).collect();
    (!text.is_empty()).then_some(text)
}
