//! Smaller copies of a picture, and the few bytes to show until they have come.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use jpeg_encoder::{ColorType, Encoder};

use crate::picture::Picture;

/// Long edges, largest first: a whole screen, and the three sizes of a gallery.
pub const EDGES: [u32; 4] = [1600, 800, 400, 150];

/// JPEG quality, 1 to 100: at these sizes, more can't be told apart by eye.
const QUALITY: u8 = 82;
/// The placeholder keeps seven waves each way at most: more pixels than these say nothing to it, and cost time.
const PLACEHOLDER_EDGE: u32 = 32;

/// A smaller copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thumbnail {
    /// The long edge that was asked for; a picture that is smaller anyhow keeps its own size.
    pub edge: u32,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// A whole JPEG file, without metadata other than the colour profile.
    pub jpeg: Vec<u8>,
}

/// Copies with these long edges, in the same order. Never larger than the picture.
pub fn thumbnails(picture: &Picture, edges: &[u32]) -> Vec<Thumbnail> {
    // From large to small, each from the one before: far less work, and no visible loss.
    let mut order: Vec<usize> = (0..edges.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(edges[*index]));
    let mut made: Vec<(usize, Thumbnail)> = Vec::with_capacity(edges.len());
    let mut source = None;
    for index in order {
        let edge = edges[index].max(1);
        // A picture that is smaller anyhow was encoded before.
        if let Some((_, last)) = made.last().filter(|(_, last)| last.width.max(last.height) <= edge) {
            let same = Thumbnail { edge, ..last.clone() };
            made.push((index, same));
            continue;
        }
        let smaller = shrink(source.as_ref().unwrap_or(picture), edge);
        let picture = source.insert(smaller);
        let (width, height) = (picture.width(), picture.height());
        made.push((index, Thumbnail { edge, width, height, jpeg: encode(picture) }));
    }
    made.sort_by_key(|(index, _)| *index);
    made.into_iter().map(|(_, thumbnail)| thumbnail).collect()
}

/// The picture with a long edge of at most `edge`, resampled with a wide kernel.
pub fn shrink(picture: &Picture, edge: u32) -> Picture {
    let long = picture.long_edge();
    if long <= edge {
        return picture.clone();
    }
    let scaled = |length: u32| {
        let exact = (u64::from(length) * u64::from(edge) + u64::from(long / 2)) / u64::from(long);
        u32::try_from(exact).unwrap_or(edge).max(1)
    };
    resize(picture, scaled(picture.width()), scaled(picture.height()))
}

/// The picture at exactly that size.
pub fn resize(picture: &Picture, width: u32, height: u32) -> Picture {
    let mut target = Image::new(width.max(1), height.max(1), PixelType::U8x3);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    let resized = ImageRef::new(picture.width(), picture.height(), picture.rgb(), PixelType::U8x3)
        .ok()
        .and_then(|source| Resizer::new().resize(&source, &mut target, &options).ok());
    debug_assert!(resized.is_some(), "a picture has as many bytes as its size says");
    let (width, height) = (target.width(), target.height());
    let copy = Picture::new(width, height, target.into_vec());
    let profile = picture.profile().map(<[u8]>::to_vec);
    copy.map_or_else(|| picture.clone(), |copy| copy.with_profile(profile))
}

/// The picture as a JPEG file.
pub fn encode(picture: &Picture) -> Vec<u8> {
    let mut jpeg = Vec::new();
    let mut encoder = Encoder::new(&mut jpeg, QUALITY);
    if let Some(profile) = picture.profile() {
        // A profile that does not fit leaves a picture whose colours are a little off.
        encoder.add_icc_profile(profile).unwrap_or_default();
    }
    // The format ends at 65 535 pixels.
    let fits = shrink_to_format(picture);
    let picture = fits.as_ref().unwrap_or(picture);
    let size = (u16::try_from(picture.width()), u16::try_from(picture.height()));
    if let (Ok(width), Ok(height)) = size {
        let outcome = encoder.encode(picture.rgb(), width, height, ColorType::Rgb);
        debug_assert!(outcome.is_ok(), "memory takes all that is written");
    }
    jpeg
}

fn shrink_to_format(picture: &Picture) -> Option<Picture> {
    let most = u32::from(u16::MAX);
    (picture.long_edge() > most).then(|| shrink(picture, most))
}

/// About 25 bytes that unfold into a blurred impression of the picture (`ThumbHash`).
pub fn placeholder(picture: &Picture) -> Vec<u8> {
    let small = shrink(picture, PLACEHOLDER_EDGE);
    let rgba: Vec<u8> = small.rgb().chunks_exact(3).flat_map(|p| [p[0], p[1], p[2], 255]).collect();
    thumbhash::rgba_to_thumb_hash(small.width() as usize, small.height() as usize, &rgba)
}

#[cfg(test)]
#[expect(clippy::cast_possible_truncation, reason = "colours within their range")]
mod tests {
    use super::*;

    fn gradient(width: u32, height: u32) -> Picture {
        let pixel = |at: u32| [(at % width * 255 / width) as u8, (at / width * 255 / height) as u8, 90];
        Picture::new(width, height, (0..width * height).flat_map(pixel).collect()).unwrap()
    }

    #[test]
    fn copies_keep_their_order_and_shape() {
        let copies = thumbnails(&gradient(600, 300), &[100, 400, 1600]);
        let sizes: Vec<_> = copies.iter().map(|copy| (copy.edge, copy.width, copy.height)).collect();
        assert_eq!(sizes, [(100, 100, 50), (400, 400, 200), (1600, 600, 300)]);
        let back = crate::decode(&copies[1].jpeg, &crate::Limits::DEFAULT).unwrap();
        assert_eq!((back.width(), back.height()), (400, 200));
    }

    #[test]
    fn thinnest_picture_keeps_a_pixel() {
        let line = Picture::new(3000, 1, vec![7; 9000]).unwrap();
        let copy = shrink(&line, 150);
        assert_eq!((copy.width(), copy.height()), (150, 1));
    }

    #[test]
    fn placeholder_remembers_shape_and_colour() {
        let hash = placeholder(&gradient(600, 300));
        assert!(hash.len() <= 30, "{} bytes", hash.len());
        let (width, height, rgba) = thumbhash::thumb_hash_to_rgba(&hash).unwrap();
        assert!(width > height);
        let (left, right) = (rgba[0], rgba[4 * (width - 1)]);
        assert!(left < 60 && right > 190, "{left} {right}");
    }
}
