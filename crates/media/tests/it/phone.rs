//! HEIC and AVIF, with the program that opens them where it is installed, and without.

use std::path::Path;

use atelier_media::{
    EDGES, Error, FileKind, Heif, Limits, Orientation, exif, preview, preview_heif, without_location,
};

/// A picture of 160 by 120 in two colours over white, with a place in EXIF and in XMP, and a camera's note that it was
/// held upright, which the file's own instructions do not follow.
const HEIC: &[u8] = include_bytes!("phone/harbor.heic");
/// The same with an instruction to turn it by a quarter.
const TURNED: &[u8] = include_bytes!("phone/turned.avif");

/// The program, if it is there.
#[expect(clippy::print_stderr, reason = "whoever runs the tests is told what they left out")]
fn program() -> Option<Heif> {
    let program = Path::new("/usr/bin/heif-convert");
    if program.is_file() {
        return Some(Heif::at(program));
    }
    eprintln!("left out: heif-convert is not installed (Debian's package {})", Heif::PACKAGE);
    None
}

#[test]
fn pictures_of_phones_are_opened_and_turned_once() {
    let Some(heif) = program() else { return };
    for (file, kind, size) in [(HEIC, FileKind::Heic, (160, 120)), (TURNED, FileKind::Avif, (120, 160))] {
        let seen =
            preview_heif(file, &EDGES, &Limits::DEFAULT, &heif).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((seen.kind, seen.width, seen.height), (kind, size.0, size.1));
        assert_eq!(seen.thumbnails.len(), EDGES.len());
        let picture = heif.decode(file, &Limits::DEFAULT).unwrap();
        let at = |x: u32, y: u32| {
            let at = 3 * (y * picture.width() + x) as usize;
            [picture.rgb()[at], picture.rgb()[at + 1], picture.rgb()[at + 2]]
        };
        // Blue lies above at the left; held upright, above at the right.
        let (x, y) = if kind == FileKind::Heic { (10, 10) } else { (110, 10) };
        let [red, _, blue] = at(x, y);
        assert!(red < 60 && 160 < blue, "{kind}: {:?}", at(x, y));
    }
    let noted = preview_heif(HEIC, &EDGES, &Limits::DEFAULT, &heif).unwrap().exif.unwrap();
    assert_eq!((noted.camera.as_deref(), noted.orientation), (Some("FUJIFILM X-T5"), Orientation::Clockwise));
    assert!(noted.gps.is_some());
}

#[test]
fn what_is_damaged_or_too_large_is_said() {
    let Some(heif) = program() else { return };
    let cut = &HEIC[..HEIC.len() - 700];
    let damaged = heif.decode(cut, &Limits::DEFAULT).unwrap_err();
    assert!(matches!(damaged, Error::Damaged { kind: FileKind::Heic, .. }), "{damaged}");
    let few = Limits { pixels: 1_000, ..Limits::DEFAULT };
    let refused = heif.decode(HEIC, &few).unwrap_err();
    assert!(matches!(refused, Error::TooLarge { what: "pixels", found: 19_200, .. }), "{refused}");
    assert_eq!(heif.decode(b"\x89PNG\r\n\x1a\n", &few).unwrap_err(), Error::Unsupported(FileKind::Png));
}

#[test]
fn without_the_program_they_are_kept_and_it_is_named() {
    let kept = preview(HEIC, &EDGES, &Limits::DEFAULT).unwrap_err();
    assert_eq!(kept, Error::Unsupported(FileKind::Heic));
    let missing = Heif::at("/nowhere/heif-convert").decode(HEIC, &Limits::DEFAULT).unwrap_err();
    assert!(matches!(&missing, Error::Program { program, .. } if program == "heif-convert"), "{missing}");
}

#[test]
fn a_program_without_end_or_measure_is_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("heif-convert");
    let wasteful = "#!/bin/sh\ndd if=/dev/zero of=\"$4\" bs=1 count=1 seek=2000000000\n";
    std::fs::write(&script, wasteful).unwrap();
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&script, mode).unwrap();
    let stopped = Heif::at(&script).decode(HEIC, &Limits::DEFAULT).unwrap_err();
    assert!(matches!(stopped, Error::Damaged { .. }), "{stopped}");
}

#[test]
fn the_place_goes_and_the_picture_stays() {
    for file in [HEIC, TURNED] {
        assert!(exif(file).unwrap().gps.is_some());
        let clean = without_location(file, &Limits::DEFAULT).unwrap_or_else(|error| panic!("{error}"));
        let left = exif(&clean).unwrap();
        assert_eq!((left.gps, left.camera.as_deref()), (None, Some("FUJIFILM X-T5")));
        assert!(!clean.windows(11).any(|window| window == b"GPSLatitude"));
        assert_eq!(clean.len(), file.len(), "nothing moves");
        assert_eq!(without_location(&clean, &Limits::DEFAULT).as_ref(), Ok(&clean));
        if let Some(heif) = program() {
            assert_eq!(heif.decode(&clean, &Limits::DEFAULT), heif.decode(file, &Limits::DEFAULT));
        }
    }
    let cut = without_location(&HEIC[..60], &Limits::DEFAULT);
    assert!(matches!(cut, Err(Error::Damaged { .. })), "{cut:?}");
}
