//! Bombs are refused by what their headers claim.

use atelier_media::{EDGES, Error, Limits, decode, header, preview};

use crate::files::picture;

/// A PNG header that claims a size, with a row of pixels missing behind it.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut file = picture(image::ImageFormat::Png, 4, 4);
    file[16..20].copy_from_slice(&width.to_be_bytes());
    file[20..24].copy_from_slice(&height.to_be_bytes());
    let checksum = file[12..29].iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    });
    file[29..33].copy_from_slice(&(!checksum).to_be_bytes());
    file
}

#[test]
fn two_hundred_megapixels_are_refused_from_the_header() {
    let refused = Error::TooLarge { what: "pixels", found: 200_000_000, limit: 120_000_000 };
    assert_eq!(decode(&png(20_000, 10_000), &Limits::DEFAULT), Err(refused.clone()));
    assert_eq!(preview(&png(20_000, 10_000), &EDGES, &Limits::DEFAULT).unwrap_err(), refused);
}

#[test]
fn edge_alone_can_be_too_long() {
    let mut gif = picture(image::ImageFormat::Gif, 4, 4);
    gif[6..10].copy_from_slice(&[0x60, 0xea, 0x60, 0xea]);
    let verdict = header(&gif, &Limits::DEFAULT);
    assert!(matches!(verdict, Err(Error::TooLarge { found: 60_000, limit: 30_000, .. })), "{verdict:?}");
    let verdict = header(&png(u32::MAX / 2, 1), &Limits::DEFAULT);
    assert!(matches!(verdict, Err(Error::TooLarge { .. } | Error::Damaged { .. })), "{verdict:?}");
}

#[test]
fn long_files_are_refused_before_they_are_looked_at() {
    let small = Limits { bytes: 10, ..Limits::DEFAULT };
    let refused = Error::TooLarge { what: "bytes", found: 11, limit: 10 };
    assert_eq!(header(&[0; 11], &small), Err(refused.clone()));
    assert_eq!(atelier_media::document(b"hello world", &small).unwrap_err(), refused);
    assert_eq!(atelier_media::without_location(b"hello world", &small), Err(refused));
}
