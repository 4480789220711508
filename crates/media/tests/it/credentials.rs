//! Content credentials go into a file without moving anything else.

use atelier_media::{Error, FileKind, Limits, content_credentials, decode, embed_credentials};
use image::ImageFormat;

use crate::files::picture;

/// A manifest store, as far as finding it goes, with so many bytes more.
fn store(more: usize) -> Vec<u8> {
    let description = b"\0\0\0\x22jumdc2pa\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71\x03c2pa\0\0\0\0\0\0";
    let length = 8 + description.len() + more;
    [&(length as u32).to_be_bytes(), b"jumb".as_slice(), description, &vec![7; more]].concat()
}

fn files() -> [Vec<u8>; 3] {
    [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP].map(|format| picture(format, 64, 32))
}

#[test]
fn credentials_are_found_and_the_picture_is_the_same() {
    for file in files() {
        // The longer one takes several segments of JPEG.
        for more in [0, 1, 200_000] {
            let embedded = embed_credentials(&file, &store(more)).expect("a file");
            assert!(content_credentials(&embedded.bytes));
            let seen = |bytes: &[u8]| decode(bytes, &Limits::DEFAULT).expect("a picture");
            assert_eq!(seen(&embedded.bytes), seen(&file));
            let mut rest = embedded.bytes.clone();
            rest.drain(embedded.place.clone());
            // The header of a WebP states its length.
            assert_eq!(rest.len(), file.len());
            assert_eq!(rest[8..], file[8..]);
        }
    }
}

#[test]
fn the_place_depends_on_the_length_alone() {
    for file in files() {
        let one = embed_credentials(&file, &store(70_000)).expect("a file");
        let mut other = store(70_000);
        other.iter_mut().skip(60).for_each(|byte| *byte = 0xff);
        assert_eq!(embed_credentials(&file, &other).expect("a file").place, one.place);
    }
}

#[test]
fn what_takes_none_is_refused() {
    for file in files() {
        let vouched = embed_credentials(&file, &store(9)).expect("a file").bytes;
        assert!(matches!(embed_credentials(&vouched, &store(9)), Err(Error::Damaged { .. })));
        for length in 12..file.len() {
            // The pixels may be cut short; then it is for a decoder to say so.
            embed_credentials(&file[..length], &store(9)).map(|_| ()).unwrap_or_default();
        }
    }
    let film = embed_credentials(&picture(ImageFormat::Gif, 8, 8), &store(9));
    assert_eq!(film, Err(Error::Unsupported(FileKind::Gif)));
    assert_eq!(embed_credentials(b"", &store(9)), Err(Error::Unknown));
}
