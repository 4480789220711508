//! Where generators put their texts: text chunks of PNG, and EXIF in JPEG and WebP (and PNG too).

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::ZlibDecoder;

use super::block::Block;
use super::comment;
use crate::segments::{APP1, jpeg_segments};
use crate::sniff::{FileKind, sniff};
use crate::{png, riff};

/// What EXIF in JPEG starts with; some programs put it before the block in WebP too.
pub(super) const EXIF: &[u8] = b"Exif\0\0";
/// The comment, where the recipe stands.
pub(super) const USER_COMMENT: u16 = 0x9286;
/// A tag of the range that is free for everybody's own use, for Atelier's JSON. Not the maker's note: photos
/// have one already.
pub(super) const PRIVATE: u16 = 0xfea7;
/// The name of Atelier's own text.
pub(super) const ATELIER: &str = "atelier";
/// The comment of JPEG and WebP among the texts.
pub(super) const COMMENT: &str = "UserComment";

/// Bytes of one text, unpacked. Large workflows have some hundreds of thousands.
pub(super) const LONGEST: usize = 2 << 20;
/// Bytes of all texts together.
const LONGEST_ALL: usize = 8 << 20;
/// Texts in one file.
const MOST: usize = 64;

/// Every text by its name; the first of each, and no more than there is room for.
#[derive(Default)]
struct Texts {
    found: BTreeMap<String, String>,
    length: usize,
    /// Whether there was an EXIF block: a second one is not looked at.
    has_exif: bool,
}

impl Texts {
    fn add(&mut self, name: &str, text: String) {
        let length = self.length + name.len() + text.len();
        let fits = text.len() <= LONGEST && length <= LONGEST_ALL && self.found.len() < MOST;
        // Packed EXIF and XMP are not for reading.
        let foreign = name.starts_with("Raw profile type ") || name == "XML:com.adobe.xmp";
        if fits && !foreign && !text.trim().is_empty() && !self.found.contains_key(name) {
            self.length = length;
            self.found.insert(name.to_owned(), text);
        }
    }
}

/// The texts of a PNG, JPEG or WebP file, by their keywords or tags. Empty for any other file.
pub(super) fn texts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut texts = Texts::default();
    match sniff(bytes) {
        Some(FileKind::Png) => read_png(bytes, &mut texts),
        Some(FileKind::Jpeg) => {
            let segments = jpeg_segments(bytes).unwrap_or_default();
            for segment in segments.into_iter().filter(|segment| segment.marker == APP1) {
                if let Some(block) = bytes[segment.payload].strip_prefix(EXIF) {
                    read_exif(block, &mut texts);
                }
            }
        }
        Some(FileKind::Webp) => {
            for chunk in riff::chunks(bytes).filter(|chunk| chunk.name == *b"EXIF") {
                let block = &bytes[chunk.data];
                read_exif(block.strip_prefix(EXIF).unwrap_or(block), &mut texts);
            }
        }
        _ => {}
    }
    texts.found
}

fn read_png(bytes: &[u8], texts: &mut Texts) {
    let mut unpacked = 0;
    for chunk in png::chunks(bytes) {
        let data = &bytes[chunk.data];
        let found = match &chunk.name {
            b"tEXt" => plain(data),
            // Work is limited too, not only what is kept.
            b"zTXt" if unpacked < MOST => {
                unpacked += 1;
                packed(data)
            }
            b"iTXt" if unpacked < MOST => {
                unpacked += 1;
                international(data)
            }
            b"eXIf" => {
                read_exif(data, texts);
                None
            }
            _ => None,
        };
        if let Some((keyword, text)) = found {
            texts.add(&keyword, text);
        }
    }
}

/// Splits a text chunk behind its keyword.
pub(super) fn keyword(data: &[u8]) -> Option<(String, &[u8])> {
    // The standard allows 79 bytes.
    let end = data.iter().take(80).position(|byte| *byte == 0)?;
    Some((latin(&data[..end]), &data[end + 1..]))
}

fn plain(data: &[u8]) -> Option<(String, String)> {
    let (keyword, text) = keyword(data)?;
    (text.len() <= LONGEST).then(|| (keyword, lenient(text)))
}

fn packed(data: &[u8]) -> Option<(String, String)> {
    let (keyword, rest) = keyword(data)?;
    let (0, text) = rest.split_first()? else { return None };
    Some((keyword, lenient(&unpack(text)?)))
}

fn international(data: &[u8]) -> Option<(String, String)> {
    let (keyword, rest) = keyword(data)?;
    let ([is_packed, _method], rest) = rest.split_first_chunk::<2>()?;
    // Language and translated keyword.
    let language = rest.iter().position(|byte| *byte == 0)? + 1;
    let translated = rest[language..].iter().position(|byte| *byte == 0)? + 1;
    let text = &rest[language + translated..];
    if *is_packed == 0 {
        return (text.len() <= LONGEST).then(|| (keyword, String::from_utf8_lossy(text).into_owned()));
    }
    Some((keyword, String::from_utf8_lossy(&unpack(text)?).into_owned()))
}

/// `None` when the text is damaged, or longer than any recipe.
fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    ZlibDecoder::new(packed).take(LONGEST as u64 + 1).read_to_end(&mut text).ok()?;
    (text.len() <= LONGEST).then_some(text)
}

/// The standard says Latin-1, and half of the programs write UTF-8.
fn lenient(text: &[u8]) -> String {
    std::str::from_utf8(text).map_or_else(|_| latin(text), str::to_owned)
}

fn latin(text: &[u8]) -> String {
    text.iter().map(|byte| char::from(*byte)).collect()
}

fn read_exif(bytes: &[u8], texts: &mut Texts) {
    let Some(block) = Block::new(bytes).filter(|_| !texts.has_exif) else { return };
    texts.has_exif = true;
    let mut entries = block.entries();
    // Thousands of entries could all point to one long text. The sort keeps the order of equal tags.
    entries.sort_by_key(|entry| entry.tag);
    entries.dedup_by_key(|entry| entry.tag);
    for entry in entries {
        let value = block.value(&entry);
        if value.len() > LONGEST {
            continue;
        }
        match entry.tag {
            USER_COMMENT => texts.add(COMMENT, comment::decode(value, block.little)),
            PRIVATE => texts.add(ATELIER, String::from_utf8_lossy(value).into_owned()),
            // ComfyUI writes `prompt:{…}` and `workflow:{…}` into whatever tags come first.
            0x010e => tagged("ImageDescription", value, texts),
            0x010f => tagged("Make", value, texts),
            0x0110 => tagged("Model", value, texts),
            0x0131 => tagged("Software", value, texts),
            0x927c if value.len() < 100 => tagged("MakerNote", value, texts),
            _ => {}
        }
    }
}

fn tagged(name: &str, value: &[u8], texts: &mut Texts) {
    let text = lenient(value);
    let text = text.trim_end_matches('\0');
    let split = text.split_once(':').filter(|(_, json)| json.trim_start().starts_with('{'));
    match split {
        Some((name, json)) => texts.add(&name.to_lowercase(), json.to_owned()),
        None => texts.add(name, text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn packed_text(keyword: &str, text: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(text).unwrap();
        [keyword.as_bytes(), b"\0\0", &encoder.finish().unwrap()].concat()
    }

    fn file(chunks: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
        let mut file = png::SIGNATURE.to_vec();
        for (name, data) in chunks {
            png::write(&mut file, *name, data);
        }
        file
    }

    #[test]
    fn three_kinds_of_text_are_read() {
        let texts = texts(&file(&[
            (*b"tEXt", b"Software\0Malerei \xfcber".to_vec()),
            (*b"zTXt", packed_text("parameters", "ein Fuchs, März".as_bytes())),
            (*b"iTXt", "prompt\0\0\0de\0x\0grün".as_bytes().to_vec()),
            (*b"tEXt", b"Software\0another".to_vec()),
            (*b"tEXt", b"no end of the keyword".to_vec()),
        ]));
        let found: Vec<_> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let wanted = [("Software", "Malerei über"), ("parameters", "ein Fuchs, März"), ("prompt", "grün")];
        assert_eq!(found, wanted);
    }

    #[test]
    fn bombs_are_left_packed() {
        let bomb = packed_text("parameters", &vec![b'a'; 20 << 20]);
        assert!(bomb.len() < 100 << 10);
        let mut compressed = b"workflow\0\x01\0\0\0".to_vec();
        compressed.extend_from_slice(&bomb["parameters\0\0".len()..]);
        assert!(texts(&file(&[(*b"zTXt", bomb), (*b"iTXt", compressed)])).is_empty());
    }
}
