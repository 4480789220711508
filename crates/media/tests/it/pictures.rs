use atelier_media::{
    EDGES, Error, FileKind, Limits, Orientation, decode, decode_reduced, exif, preview, sniff,
};

use crate::files::{FORMATS, exif as block, jpeg_with, picture};

#[test]
fn every_format_is_decoded_to_the_same_picture() {
    for format in FORMATS {
        let file = picture(format, 40, 20);
        let decoded = decode(&file, &Limits::DEFAULT).unwrap_or_else(|error| panic!("{format:?}: {error}"));
        assert_eq!((decoded.width(), decoded.height()), (40, 20), "{format:?}");
        let (first, last) = (&decoded.rgb()[..3], &decoded.rgb()[3 * (40 * 20 - 1)..]);
        assert!(first[0] < 30 && last[0] > 220 && last[1] > 220, "{format:?}: {first:?} {last:?}");
    }
}

#[test]
fn reduced_scale_is_never_below_the_edge_because_of_it() {
    let file = picture(image::ImageFormat::Jpeg, 800, 600);
    for (edge, width) in [(100, 100), (101, 200), (400, 400), (401, 800), (1600, 800)] {
        let decoded = decode_reduced(&file, edge, &Limits::DEFAULT).unwrap();
        assert_eq!(decoded.width(), width, "for {edge}");
    }
    let whole = decode(&file, &Limits::DEFAULT).unwrap();
    assert_eq!(whole.width(), 800);
}

#[test]
fn preview_is_upright_and_complete() {
    let file = jpeg_with(&block(6), 2400, 1200);
    let preview = preview(&file, &EDGES, &Limits::DEFAULT).unwrap();
    assert_eq!((preview.width, preview.height), (1200, 2400));
    let sizes: Vec<_> = preview.thumbnails.iter().map(|copy| (copy.width, copy.height)).collect();
    assert_eq!(sizes, [(800, 1600), (400, 800), (200, 400), (75, 150)]);
    // Turned clockwise, the bottom left corner (green grows downwards) comes to the top left.
    let screen = decode(&preview.thumbnails[0].jpeg, &Limits::DEFAULT).unwrap();
    let corner = &screen.rgb()[..3];
    assert!(corner[0] < 16 && corner[1] > 230, "{corner:?}");
    assert!(!preview.placeholder.is_empty() && !preview.colours().is_empty());
    for copy in &preview.thumbnails {
        assert_eq!(sniff(&copy.jpeg), Some(FileKind::Jpeg));
        assert_eq!(exif(&copy.jpeg), None);
    }
}

#[test]
fn metadata_is_read_with_its_types() {
    let found = exif(&jpeg_with(&block(8), 16, 16)).unwrap();
    assert_eq!(found.orientation, Orientation::Anticlockwise);
    assert_eq!(found.camera.as_deref(), Some("FUJIFILM X-T5"));
    assert_eq!(found.lens.as_deref(), Some("XF33mmF1.4 R LM WR"));
    assert_eq!((found.exposure_seconds, found.aperture, found.iso), (Some(0.008), Some(2.8), Some(400)));
    let taken = found.taken_at.as_ref().unwrap();
    assert_eq!((taken.local.as_str(), taken.offset_minutes), ("2026-05-14T10:22:03", Some(120)));
    assert_eq!(taken.instant().unwrap().to_string(), "2026-05-14T08:22:03.000Z");
    let place = found.gps.unwrap();
    assert!((place.latitude - 52.52).abs() < 1e-6 && (place.longitude - 13.405).abs() < 1e-6);
    assert!(found.all.keys().all(|tag| !tag.starts_with("GPS")), "{:?}", found.all);
    assert!(found.all.contains_key("FNumber"));
}

#[test]
fn what_is_known_but_closed_says_so() {
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    assert_eq!(decode(heic, &Limits::DEFAULT), Err(Error::Unsupported(FileKind::Heic)));
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    assert_eq!(decode(svg, &Limits::DEFAULT), Err(Error::Unsupported(FileKind::Svg)));
    assert_eq!(decode(b"\0\0\0", &Limits::DEFAULT), Err(Error::Unknown));
    assert_eq!(decode(b"", &Limits::DEFAULT), Err(Error::Unknown));
}
