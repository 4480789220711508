//! Files come out without the place, with the same pixels.

use atelier_media::{Error, FileKind, Limits, Orientation, decode, exif, without_location};
use image::ImageFormat;

use crate::files::{COORDINATES, exif as block, jpeg_with, picture, png_with, webp_with};

fn stripped(file: &[u8]) -> Vec<u8> {
    without_location(file, &Limits::DEFAULT).unwrap_or_else(|error| panic!("{error}"))
}

fn contains(file: &[u8], part: &[u8]) -> bool {
    file.windows(part.len()).any(|window| window == part)
}

#[test]
fn place_goes_and_everything_else_stays() {
    let files = [jpeg_with(&block(6), 64, 32), png_with(*b"eXIf", &block(6)), webp_with(&block(6))];
    for file in files {
        let kind = atelier_media::sniff(&file).unwrap();
        assert!(exif(&file).unwrap().gps.is_some() && contains(&file, &COORDINATES), "{kind}");
        let clean = stripped(&file);
        let left = exif(&clean).unwrap();
        assert_eq!(left.gps, None, "{kind}");
        assert!(!contains(&clean, &COORDINATES), "{kind}");
        assert_eq!(
            (left.camera.as_deref(), left.orientation),
            (Some("FUJIFILM X-T5"), Orientation::Clockwise)
        );
        assert_eq!(decode(&clean, &Limits::DEFAULT), decode(&file, &Limits::DEFAULT), "{kind}");
        assert_eq!(stripped(&clean), clean, "{kind}");
    }
}

#[test]
fn files_without_a_place_come_back_as_they_are() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::Bmp, ImageFormat::Tiff]
    {
        let file = picture(format, 16, 16);
        assert_eq!(stripped(&file), file, "{format:?}");
    }
}

#[test]
fn second_pictures_after_the_end_are_left_behind() {
    let file = jpeg_with(&block(1), 16, 16);
    let doubled = [file.clone(), file.clone()].concat();
    assert_eq!(stripped(&doubled), stripped(&file));
}

#[test]
fn packets_of_other_programs_that_name_a_place_go() {
    let xmp = b"XML:com.adobe.xmp\0\0\0\0\0<exif:GPSLatitude>52,31.2N</exif:GPSLatitude>";
    assert!(!contains(&stripped(&png_with(*b"iTXt", xmp)), b"GPSLatitude"));
    assert!(!contains(&stripped(&png_with(*b"tEXt", b"Raw profile type exif\0 6161")), b"Raw profile"));
    // Generators keep their recipe in such a chunk, and it stays.
    let recipe = png_with(*b"tEXt", b"parameters\0a red fox, Steps: 20");
    assert_eq!(stripped(&recipe), recipe);
}

#[test]
fn metadata_that_cannot_be_followed_goes_as_a_whole() {
    let mut broken = block(1);
    broken.truncate(120);
    let clean = stripped(&jpeg_with(&broken, 16, 16));
    assert_eq!(clean, picture(ImageFormat::Jpeg, 16, 16));
}

#[test]
fn what_cannot_be_checked_is_refused() {
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    let cut = without_location(heic, &Limits::DEFAULT);
    assert!(matches!(cut, Err(Error::Damaged { kind: FileKind::Heic, .. })), "{cut:?}");
}

/// An independent reader finds the same, where it is installed.
#[test]
fn exiftool_agrees() {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("a.jpg", jpeg_with(&block(6), 64, 32)),
        ("b.png", png_with(*b"eXIf", &block(6))),
        ("c.webp", webp_with(&block(6))),
    ];
    for (name, file) in files {
        let ask = |bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            std::process::Command::new("exiftool")
                .args(["-json", "-n", "-a", "-warning", "-all"])
                .arg(path)
                .output()
        };
        let Ok(before) = ask(&file) else {
            println!("left out: exiftool is not installed");
            return;
        };
        let tags = |output: &[u8]| serde_json::from_slice::<serde_json::Value>(output).unwrap()[0].clone();
        let (before, after) = (tags(&before.stdout), tags(&ask(&stripped(&file)).unwrap().stdout));
        assert!((before["GPSLatitude"].as_f64().unwrap() - 52.52).abs() < 1e-6, "{before}");
        let places: Vec<_> = after.as_object().unwrap().keys().filter(|key| key.starts_with("GPS")).collect();
        assert!(places.is_empty(), "{name}: {places:?}");
        assert_eq!(after.get("Warning"), before.get("Warning"), "{name}: {after}");
        for tag in ["Make", "Model", "Orientation", "LensModel", "DateTimeOriginal", "FNumber", "ISO"] {
            assert_eq!(after[tag], before[tag], "{name}: {tag}");
            assert!(!after[tag].is_null(), "{name}: {tag}");
        }
    }
}
