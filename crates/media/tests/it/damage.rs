//! Whatever is in a file, the answer is a value: no panic gets out, and nothing runs away.

use atelier_media::{EDGES, Error, Limits, document, exif, header, preview, sniff, without_location};
use proptest::prelude::*;

use crate::files::{FORMATS, exif as block, jpeg_with, pdf, picture, png_with, webp_with};

/// Pages are left at their first step, so that none is drawn: that would take minutes at each byte.
const NO_DRAWING: Limits = Limits { page_steps: 1, ..Limits::DEFAULT };

/// Everything that looks into a file.
fn look(file: &[u8], limits: &Limits) {
    sniff(file);
    exif(file);
    header(file, &Limits::DEFAULT).map(|_| ()).unwrap_or_default();
    preview(file, &EDGES[2..], &Limits::DEFAULT).map(|_| ()).unwrap_or_default();
    without_location(file, &Limits::DEFAULT).map(|_| ()).unwrap_or_default();
    document(file, limits).map(|_| ()).unwrap_or_default();
}

fn samples() -> Vec<Vec<u8>> {
    let mut samples: Vec<_> = FORMATS.iter().map(|format| picture(*format, 9, 7)).collect();
    samples.extend([jpeg_with(&block(6), 9, 7), png_with(*b"eXIf", &block(6)), webp_with(&block(6))]);
    samples.push(pdf(&["BT /F 12 Tf 20 20 Td (a) Tj ET"]));
    samples
}

#[test]
fn files_cut_at_any_byte_are_survived() {
    for sample in samples() {
        for length in 0..sample.len() {
            look(&sample[..length], &NO_DRAWING);
        }
    }
}

#[test]
fn cut_pictures_are_called_damaged() {
    for format in FORMATS {
        let file = picture(format, 64, 64);
        let cut = &file[..file.len() * 2 / 3];
        let verdict = preview(cut, &EDGES, &Limits::DEFAULT);
        assert!(matches!(verdict, Err(Error::Damaged { .. })), "{format:?}: {verdict:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn random_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        look(&bytes, &Limits::DEFAULT);
    }

    #[test]
    fn changed_bytes_are_survived(
        which in 0_usize..10,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut file = samples().swap_remove(which);
        for (place, value) in changes {
            let at = place.index(file.len());
            file[at] = value;
        }
        look(&file, &Limits::DEFAULT);
    }

    #[test]
    fn malformed_metadata_never_fails_a_picture(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let mut metadata = block(1);
        for (place, value) in changes {
            let at = place.index(metadata.len());
            metadata[at] = value;
        }
        let file = jpeg_with(&metadata, 9, 7);
        prop_assert!(preview(&file, &EDGES[3..], &Limits::DEFAULT).is_ok());
        let clean = without_location(&file, &Limits::DEFAULT).unwrap();
        prop_assert_eq!(exif(&clean).and_then(|exif| exif.gps), None);
    }
}
