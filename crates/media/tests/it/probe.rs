//! Sizes and lengths from headers that are put together here.

use atelier_media::{Error, FileKind, Limits, Probe, probe};
use image::ImageFormat;
use proptest::prelude::*;

use crate::files::{FORMATS, exif, jpeg_with, picture};

fn probed(file: &[u8]) -> Probe {
    probe(file, &Limits::DEFAULT).unwrap_or_else(|error| panic!("{error}"))
}

fn boxed(name: [u8; 4], content: &[u8]) -> Vec<u8> {
    [&(content.len() as u32 + 8).to_be_bytes(), name.as_slice(), content].concat()
}

fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_be_bytes()).collect()
}

/// A film of 640 by 360, 12.5 seconds long, with a track of sound before the pictures.
fn mp4(is_turned: bool) -> Vec<u8> {
    let header = [numbers(&[0, 0, 0, 600, 7_500]), vec![0; 80]].concat();
    let matrix = if is_turned {
        [0, 1 << 16, 0, u32::MAX << 16, 0, 0, 0, 0, 1 << 30]
    } else {
        [1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30]
    };
    let track = |handler: &[u8; 4], width: u32, height: u32| {
        let start = [0; 10];
        let shown = [numbers(&start), numbers(&matrix), numbers(&[width << 16, height << 16])].concat();
        let media = boxed(*b"hdlr", &[&[0; 8], handler.as_slice(), &[0; 13]].concat());
        boxed(*b"trak", &[boxed(*b"tkhd", &shown), boxed(*b"mdia", &media)].concat())
    };
    let movie = [boxed(*b"mvhd", &header), track(b"soun", 0, 0), track(b"vide", 640, 360)].concat();
    [boxed(*b"ftyp", b"isom\0\0\0\0mp41"), boxed(*b"mdat", &[7; 50]), boxed(*b"moov", &movie)].concat()
}

fn element(id: &[u8], content: &[u8]) -> Vec<u8> {
    [id, &[0x10 | (content.len() >> 24) as u8], &(content.len() as u32).to_be_bytes()[1..], content].concat()
}

fn webm(has_duration: bool) -> Vec<u8> {
    let duration = if has_duration { element(b"\x44\x89", &12_500_f64.to_be_bytes()) } else { Vec::new() };
    let info =
        element(b"\x15\x49\xa9\x66", &[element(b"\x2a\xd7\xb1", &[0x0f, 0x42, 0x40]), duration].concat());
    let video = element(b"\xe0", &[element(b"\xb0", &[2, 0x80]), element(b"\xba", &[1, 0x68])].concat());
    let tracks = element(b"\x16\x54\xae\x6b", &[element(b"\xae", &[]), element(b"\xae", &video)].concat());
    let head = element(b"\x1a\x45\xdf\xa3", &element(b"\x42\x82", b"webm"));
    // The segment's length is not known, as in what browsers record.
    [head, b"\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff".to_vec(), info, tracks].concat()
}

fn wav() -> Vec<u8> {
    let mut file =
        b"RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0".to_vec();
    file.extend(b"data\xff\xff\xff\x7f");
    file.extend(vec![0; 24_000]);
    file
}

fn flac() -> Vec<u8> {
    let packed = 48_000_u64 << 44 | 1 << 41 | 15 << 36 | 0x1_1940;
    [b"fLaC\x80\0\0\x22".as_slice(), &[0; 10], &packed.to_be_bytes(), &[0; 16]].concat()
}

/// A frame of 128 thousand bits a second at 44.1 kHz, behind a tag of 20 bytes.
fn mp3(contents: &[u8]) -> Vec<u8> {
    let mut file = b"ID3\x04\0\0\0\0\0\x14".to_vec();
    file.extend([0; 20]);
    file.extend(b"\xff\xfb\x90\x00");
    file.extend([0; 32]);
    file.extend(contents);
    file.resize(30 + 16_000, 0);
    file
}

fn ogg() -> Vec<u8> {
    let page = |position: u64, stream: u8, packet: &[u8]| {
        let mut page = b"OggS\0\0".to_vec();
        page.extend(position.to_le_bytes());
        page.extend([stream, 0, 0, 0]);
        page.extend([0; 8]);
        page.extend([1, packet.len() as u8]);
        page.extend(packet);
        page
    };
    let head = b"OpusHead\x01\x02\x38\x01\x80\xbb\0\0\0\0\0";
    let pages =
        [page(0, 1, head), page(72_312, 1, b"sound"), page(u64::MAX, 1, b"more"), page(9, 2, b"other")];
    pages.concat()
}

fn gif() -> Vec<u8> {
    let single = picture(ImageFormat::Gif, 6, 4);
    assert_eq!(probed(&single).duration_seconds, None);
    // The picture twice, with a pause of 40 hundredths before each.
    let table = 3 << ((single[10] & 7) + 1);
    let start = 13 + if single[10] & 0x80 == 0 { 0 } else { table };
    let picture_at = single[start..].iter().position(|byte| *byte == 0x2c);
    let picture_at = start + picture_at.unwrap_or_else(|| panic!("a picture"));
    let body = &single[picture_at..single.len() - 1];
    let pause = b"\x21\xf9\x04\0\x28\0\0\0";
    [&single[..start], pause, body, pause, body, b"\x3b"].concat()
}

#[test]
fn films_have_size_and_length() {
    let cases = [
        (mp4(false), FileKind::Mp4, (640, 360), Some(12.5)),
        (mp4(true), FileKind::Mp4, (360, 640), Some(12.5)),
        (webm(true), FileKind::Webm, (640, 360), Some(12.5)),
        (webm(false), FileKind::Webm, (640, 360), None),
        (gif(), FileKind::Gif, (6, 4), Some(0.8)),
    ];
    for (file, kind, (width, height), seconds) in cases {
        let found = probed(&file);
        let wanted = Probe {
            kind,
            media_type: kind.media_type(),
            width: Some(width),
            height: Some(height),
            duration_seconds: seconds,
        };
        assert_eq!(found, wanted);
    }
}

#[test]
fn recordings_have_a_length() {
    let cases = [
        (wav(), FileKind::Wav, 1.5),
        (flac(), FileKind::Flac, 1.5),
        (mp3(b""), FileKind::Mp3, 1.0),
        (mp3(b"Xing\0\0\0\x01\0\0\0\x64"), FileKind::Mp3, 100.0 * 1152.0 / 44_100.0),
        (ogg(), FileKind::Opus, 1.5),
    ];
    for (file, kind, seconds) in cases {
        let found = probed(&file);
        let duration = found.duration_seconds.unwrap_or_else(|| panic!("{kind}"));
        assert!((duration - seconds).abs() < 1e-3, "{kind}: {duration}");
        assert_eq!((found.kind, found.width, found.height), (kind, None, None));
    }
}

#[test]
fn still_pictures_have_their_upright_size() {
    for format in FORMATS {
        let found = probed(&picture(format, 9, 7));
        assert_eq!((found.width, found.height, found.duration_seconds), (Some(9), Some(7), None));
    }
    let turned = probed(&jpeg_with(&exif(6), 9, 7));
    assert_eq!((turned.width, turned.height), (Some(7), Some(9)));
    assert_eq!(probe(b"plain words", &Limits::DEFAULT), Err(Error::Unsupported(FileKind::Text)));
    assert_eq!(probe(b"\0\x01", &Limits::DEFAULT), Err(Error::Unknown));
}

fn samples() -> Vec<Vec<u8>> {
    vec![mp4(false), webm(true), gif(), wav(), flac(), mp3(b"VBRI"), ogg()]
}

#[test]
fn files_cut_at_any_byte_are_survived() {
    for sample in samples() {
        for length in 0..sample.len().min(1_000) {
            probe(&sample[..length], &Limits::DEFAULT).map(|_| ()).unwrap_or_default();
        }
    }
}

proptest! {
    #[test]
    fn changed_bytes_are_survived(
        which in 0_usize..7,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut file = samples().swap_remove(which);
        file.truncate(2_000);
        for (place, value) in changes {
            let at = place.index(file.len());
            file[at] = value;
        }
        probe(&file, &Limits::DEFAULT).map(|_| ()).unwrap_or_default();
    }
}
