//! PNG, WebP, GIF, TIFF and BMP through `image`, and the JPEG files that need a full decode.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader};

use crate::error::Error;
use crate::limits::Limits;
use crate::picture::Picture;
use crate::sniff::FileKind;

/// Larger profiles are tables for printing, not descriptions of a screen.
const LARGEST_PROFILE: usize = 64 << 10;

pub(super) fn size(kind: FileKind, bytes: &[u8]) -> Result<(u32, u32), Error> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format(kind)?);
    // Decoders may take this much to find out the size, so that a header can't ask for more.
    reader.limits(image_limits(16 << 20));
    reader.into_dimensions().map_err(|error| refusal(kind, &error))
}

pub(super) fn decode(kind: FileKind, bytes: &[u8], limits: &Limits) -> Result<Picture, Error> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format(kind)?);
    // Sixteen bits in four channels are the widest pixels.
    reader.limits(image_limits(limits.pixels.saturating_mul(8)));
    let mut decoder = reader.into_decoder().map_err(|error| refusal(kind, &error))?;
    let profile = decoder.icc_profile().ok().flatten().filter(|profile| is_plain_rgb(profile));
    let image = DynamicImage::from_decoder(decoder).map_err(|error| refusal(kind, &error))?;
    let (width, height) = (image.width(), image.height());
    let rgb = if image.color().has_alpha() {
        on_white(image.into_rgba8().into_raw())
    } else {
        image.into_rgb8().into_raw()
    };
    let picture =
        Picture::new(width, height, rgb).ok_or_else(|| Error::damaged(kind, "pixels are missing"))?;
    Ok(picture.with_profile(profile))
}

/// Whether a profile is short and speaks of red, green and blue: only then is it worth passing on.
pub(super) fn is_plain_rgb(profile: &[u8]) -> bool {
    profile.len() <= LARGEST_PROFILE && profile.get(16..20) == Some(b"RGB ")
}

/// Composes in place, four bytes a pixel becoming three.
fn on_white(mut rgba: Vec<u8>) -> Vec<u8> {
    let pixels = rgba.len() / 4;
    for pixel in 0..pixels {
        let alpha = u32::from(rgba[4 * pixel + 3]);
        for channel in 0..3 {
            let value = u32::from(rgba[4 * pixel + channel]);
            let mixed = (value * alpha + 255 * (255 - alpha) + 127) / 255;
            rgba[3 * pixel + channel] = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
    }
    rgba.truncate(3 * pixels);
    rgba
}

fn format(kind: FileKind) -> Result<ImageFormat, Error> {
    Ok(match kind {
        FileKind::Jpeg => ImageFormat::Jpeg,
        FileKind::Png => ImageFormat::Png,
        FileKind::Webp => ImageFormat::WebP,
        FileKind::Gif => ImageFormat::Gif,
        FileKind::Tiff => ImageFormat::Tiff,
        FileKind::Bmp => ImageFormat::Bmp,
        other => return Err(Error::Unsupported(other)),
    })
}

fn image_limits(allocation: u64) -> image::Limits {
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(allocation);
    limits
}

fn refusal(kind: FileKind, error: &image::ImageError) -> Error {
    match error {
        image::ImageError::Unsupported(_) => Error::Unsupported(kind),
        other => Error::damaged(kind, other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transparency_lies_on_white() {
        let rgba = vec![255, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 128];
        assert_eq!(on_white(rgba), [255, 0, 0, 255, 255, 255, 127, 127, 127]);
    }

    #[test]
    fn only_short_rgb_profiles_are_passed_on() {
        let mut profile = vec![0; 128];
        profile[16..20].copy_from_slice(b"CMYK");
        assert!(!is_plain_rgb(&profile));
        profile[16..20].copy_from_slice(b"RGB ");
        assert!(is_plain_rgb(&profile));
        profile.resize(LARGEST_PROFILE + 1, 0);
        assert!(!is_plain_rgb(&profile));
    }
}
