//! Small files made by the tests themselves.

use std::io::Cursor;

use image::{ImageFormat, RgbaImage};

/// A picture with a slope of colours, in any format that can be written.
pub(crate) fn picture(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let image = RgbaImage::from_fn(width, height, |x, y| {
        image::Rgba([(x * 255 / width) as u8, (y * 255 / height) as u8, 90, 255])
    });
    let mut file = Cursor::new(Vec::new());
    let image = image::DynamicImage::from(image);
    let opaque = image::DynamicImage::from(image.to_rgb8());
    let wanted = if matches!(format, ImageFormat::Jpeg | ImageFormat::Bmp) { opaque } else { image };
    let written = wanted.write_to(&mut file, format);
    assert!(written.is_ok(), "{format:?}: {written:?}");
    file.into_inner()
}

pub(crate) const FORMATS: [ImageFormat; 6] = [
    ImageFormat::Jpeg,
    ImageFormat::Png,
    ImageFormat::WebP,
    ImageFormat::Gif,
    ImageFormat::Tiff,
    ImageFormat::Bmp,
];

/// An EXIF block with orientation, camera, lens, time with offset, exposure and a place in Berlin.
pub(crate) fn exif(orientation: u16) -> Vec<u8> {
    let mut main = Directory::default();
    main.ascii(0x010f, "FUJIFILM");
    main.ascii(0x0110, "X-T5");
    main.short(0x0112, orientation);
    main.ascii(0x0131, "Digital Camera X-T5 Ver2.00");
    let mut camera = Directory::default();
    camera.rational(0x829a, &[(1, 125)]);
    camera.rational(0x829d, &[(28, 10)]);
    camera.short(0x8827, 400);
    camera.ascii(0x9003, "2026:05:14 10:22:03");
    camera.ascii(0x9011, "+02:00");
    camera.rational(0x920a, &[(33, 1)]);
    camera.ascii(0xa434, "XF33mmF1.4 R LM WR");
    let mut place = Directory::default();
    place.ascii(0x0001, "N");
    place.rational(0x0002, &[(52, 1), (31, 1), (1200, 100)]);
    place.ascii(0x0003, "E");
    place.rational(0x0004, &[(13, 1), (24, 1), (1800, 100)]);
    assemble(&main, &camera, &place)
}

/// The degrees, minutes and seconds of [`exif`], as they are stored.
pub(crate) const COORDINATES: [u8; 16] = [52, 0, 0, 0, 1, 0, 0, 0, 31, 0, 0, 0, 1, 0, 0, 0];

/// The two pointers of the main directory, with twelve bytes each.
const POINTERS: usize = 24;

fn assemble(main: &Directory, camera: &Directory, place: &Directory) -> Vec<u8> {
    let camera_at = 8 + main.size() + POINTERS;
    let place_at = camera_at + camera.size();
    let mut pointed = main.clone();
    pointed.long(0x8769, camera_at as u32);
    pointed.long(0x8825, place_at as u32);
    let mut block = b"II*\0\x08\0\0\0".to_vec();
    for (directory, start) in [(&pointed, 8), (camera, camera_at), (place, place_at)] {
        assert_eq!(block.len(), start);
        directory.write(&mut block);
    }
    block
}

#[derive(Clone, Default)]
struct Directory {
    entries: Vec<(u16, u16, u32, Vec<u8>)>,
}

impl Directory {
    fn ascii(&mut self, tag: u16, text: &str) {
        let bytes = [text.as_bytes(), b"\0"].concat();
        self.entries.push((tag, 2, bytes.len() as u32, bytes));
    }

    fn short(&mut self, tag: u16, value: u16) {
        self.entries.push((tag, 3, 1, value.to_le_bytes().to_vec()));
    }

    fn long(&mut self, tag: u16, value: u32) {
        self.entries.push((tag, 4, 1, value.to_le_bytes().to_vec()));
    }

    fn rational(&mut self, tag: u16, values: &[(u32, u32)]) {
        let bytes = values.iter().flat_map(|(a, b)| [a.to_le_bytes(), b.to_le_bytes()].concat()).collect();
        self.entries.push((tag, 5, values.len() as u32, bytes));
    }

    fn size(&self) -> usize {
        let outside = |entry: &(u16, u16, u32, Vec<u8>)| if entry.3.len() > 4 { entry.3.len() } else { 0 };
        2 + 12 * self.entries.len() + 4 + self.entries.iter().map(outside).sum::<usize>()
    }

    fn write(&self, block: &mut Vec<u8>) {
        let mut outside = block.len() + 2 + 12 * self.entries.len() + 4;
        let mut values = Vec::new();
        block.extend((self.entries.len() as u16).to_le_bytes());
        for (tag, kind, count, bytes) in &self.entries {
            block.extend(tag.to_le_bytes());
            block.extend(kind.to_le_bytes());
            block.extend(count.to_le_bytes());
            if bytes.len() > 4 {
                block.extend((outside as u32).to_le_bytes());
                outside += bytes.len();
                values.extend_from_slice(bytes);
            } else {
                block.extend(bytes.iter().copied().chain([0; 4]).take(4));
            }
        }
        block.extend([0; 4]);
        block.extend(values);
    }
}

/// A JPEG file with that block in it, right after its start.
pub(crate) fn jpeg_with(exif: &[u8], width: u32, height: u32) -> Vec<u8> {
    let plain = picture(ImageFormat::Jpeg, width, height);
    let payload = [b"Exif\0\0", exif].concat();
    let mut file = plain[..2].to_vec();
    file.extend([0xff, 0xe1]);
    file.extend((payload.len() as u16 + 2).to_be_bytes());
    file.extend(payload);
    file.extend(&plain[2..]);
    file
}

/// A PNG file with another chunk after its header.
pub(crate) fn png_with(name: [u8; 4], data: &[u8]) -> Vec<u8> {
    let plain = picture(ImageFormat::Png, 8, 8);
    let mut file = plain[..33].to_vec();
    file.extend((data.len() as u32).to_be_bytes());
    file.extend(name);
    file.extend(data);
    let checksum = [name.as_slice(), data].concat().iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    });
    file.extend((!checksum).to_be_bytes());
    file.extend(&plain[33..]);
    file
}

/// An extended WebP file with that block in it.
pub(crate) fn webp_with(exif: &[u8]) -> Vec<u8> {
    let plain = picture(ImageFormat::WebP, 8, 8);
    let chunk = |name: &[u8; 4], data: &[u8]| {
        let mut chunk = [name.as_slice(), &(data.len() as u32).to_le_bytes(), data].concat();
        chunk.extend(vec![0; data.len() % 2]);
        chunk
    };
    let header = chunk(b"VP8X", &[0x08, 0, 0, 0, 7, 0, 0, 7, 0, 0]);
    let body = [b"WEBP".as_slice(), &header, &plain[12..], &chunk(b"EXIF", exif)].concat();
    [b"RIFF".as_slice(), &(body.len() as u32).to_le_bytes(), &body].concat()
}

/// A PDF file of pages with these drawing instructions; `F` is a font.
pub(crate) fn pdf(pages: &[&str]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|index| format!("{} 0 R", 4 + 2 * index)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>"
            .to_owned(),
        format!("<< /Type /Pages /Count {} /Kids [{}] >>", pages.len(), kids.join(" ")),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    for (index, page) in pages.iter().enumerate() {
        let content = 5 + 2 * index;
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents {content} 0 R \
             /Resources << /Font << /F 3 0 R >> >> >>"
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{page}\nendstream", page.len()));
    }
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).into_bytes());
    }
    let start = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for at in offsets {
        file.extend(format!("{at:010} 00000 n \n").into_bytes());
    }
    let size = objects.len() + 1;
    file.extend(format!("trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").into_bytes());
    file
}
