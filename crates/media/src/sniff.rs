//! What a file is, by its first bytes. Names and declared types are never asked: they lie.

use serde::{Deserialize, Serialize};

/// As many bytes as [`sniff`] looks at.
pub const HEAD: usize = 4096;

/// A kind of file that Atelier recognises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the formats' own")]
pub enum FileKind {
    Jpeg,
    Png,
    Webp,
    Gif,
    Tiff,
    Bmp,
    /// Decoded by a program of others alone: [`Heif`](crate::Heif).
    Avif,
    /// As AVIF.
    Heic,
    /// Recognised, never opened, and never to be served as it is: it may carry scripts.
    Svg,
    Pdf,
    /// Plain text in UTF-8, Markdown included.
    Text,
    Wav,
    Flac,
    Mp3,
    /// Ogg with anything but Opus in it.
    Ogg,
    Opus,
    M4a,
    /// `WebM` and Matroska; what browsers record is often sound alone.
    Webm,
    Mp4,
}

/// What can be done with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Looked at.
    Image,
    /// Read.
    Document,
    /// Listened to.
    Audio,
    /// A container that may hold moving pictures, or sound alone.
    Video,
}

impl FileKind {
    /// What can be done with it.
    pub const fn family(self) -> Family {
        match self {
            Self::Jpeg
            | Self::Png
            | Self::Webp
            | Self::Gif
            | Self::Tiff
            | Self::Bmp
            | Self::Avif
            | Self::Heic
            | Self::Svg => Family::Image,
            Self::Pdf | Self::Text => Family::Document,
            Self::Wav | Self::Flac | Self::Mp3 | Self::Ogg | Self::Opus | Self::M4a => Family::Audio,
            Self::Webm | Self::Mp4 => Family::Video,
        }
    }

    /// The media type to store and serve it under.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
            Self::Tiff => "image/tiff",
            Self::Bmp => "image/bmp",
            Self::Avif => "image/avif",
            Self::Heic => "image/heic",
            Self::Svg => "image/svg+xml",
            Self::Pdf => "application/pdf",
            Self::Text => "text/plain; charset=utf-8",
            Self::Wav => "audio/wav",
            Self::Flac => "audio/flac",
            Self::Mp3 => "audio/mpeg",
            Self::Ogg => "audio/ogg",
            Self::Opus => "audio/ogg; codecs=opus",
            Self::M4a => "audio/mp4",
            Self::Webm => "video/webm",
            Self::Mp4 => "video/mp4",
        }
    }

    /// The usual ending of a file's name, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Gif => "gif",
            Self::Tiff => "tif",
            Self::Bmp => "bmp",
            Self::Avif => "avif",
            Self::Heic => "heic",
            Self::Svg => "svg",
            Self::Pdf => "pdf",
            Self::Text => "txt",
            Self::Wav => "wav",
            Self::Flac => "flac",
            Self::Mp3 => "mp3",
            Self::Ogg => "ogg",
            Self::Opus => "opus",
            Self::M4a => "m4a",
            Self::Webm => "webm",
            Self::Mp4 => "mp4",
        }
    }
}

impl std::fmt::Display for FileKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.extension())
    }
}

/// The kind of the file that starts with `bytes`; the first [`HEAD`] bytes are enough.
pub fn sniff(bytes: &[u8]) -> Option<FileKind> {
    let head = &bytes[..bytes.len().min(HEAD)];
    magic(head).or_else(|| container(head)).or_else(|| text(head))
}

fn magic(head: &[u8]) -> Option<FileKind> {
    const MAGIC: &[(&[u8], FileKind)] = &[
        (b"\xff\xd8\xff", FileKind::Jpeg),
        (b"\x89PNG\r\n\x1a\n", FileKind::Png),
        (b"GIF87a", FileKind::Gif),
        (b"GIF89a", FileKind::Gif),
        (b"II*\0", FileKind::Tiff),
        (b"MM\0*", FileKind::Tiff),
        (b"fLaC", FileKind::Flac),
        (b"ID3", FileKind::Mp3),
    ];
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(*kind);
    }
    // Readers accept a PDF header anywhere in the first kilobyte.
    if head[..head.len().min(1024)].windows(5).any(|window| window == b"%PDF-") {
        return Some(FileKind::Pdf);
    }
    // Two letters alone are too little for a bitmap: its reserved field must be empty as well.
    if head.starts_with(b"BM") && head.get(6..10) == Some(&[0; 4]) {
        return Some(FileKind::Bmp);
    }
    // A frame of MPEG audio, layer III, whose bit rate and sample rate are not the forbidden ones.
    let frame = matches!(head, [0xff, second, third, ..]
        if second & 0xe6 == 0xe2 && third >> 4 != 15 && third & 0x0c != 0x0c);
    frame.then_some(FileKind::Mp3)
}

fn container(head: &[u8]) -> Option<FileKind> {
    let has = |needle: &[u8]| head.windows(needle.len()).any(|window| window == needle);
    match (head.get(..4)?, head.get(8..12)) {
        (b"RIFF", Some(b"WEBP")) => Some(FileKind::Webp),
        (b"RIFF" | b"RF64", Some(b"WAVE")) => Some(FileKind::Wav),
        (b"OggS", _) => Some(if has(b"OpusHead") { FileKind::Opus } else { FileKind::Ogg }),
        (b"\x1a\x45\xdf\xa3", _) if has(b"webm") || has(b"matroska") => Some(FileKind::Webm),
        _ if head.get(4..8) == Some(b"ftyp") => Some(brand(head)),
        _ => None,
    }
}

/// The kind of an ISO base media file, by its major brand and then by the compatible ones.
fn brand(head: &[u8]) -> FileKind {
    let length = head.first_chunk().map_or(0, |length| u32::from_be_bytes(*length) as usize);
    let brands = head.get(8..length.clamp(12, head.len().max(12))).unwrap_or_default();
    let known = brands.chunks_exact(4).find_map(|brand| match brand {
        b"avif" | b"avis" => Some(FileKind::Avif),
        b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" => Some(FileKind::Heic),
        b"M4A " | b"M4B " => Some(FileKind::M4a),
        _ => None,
    });
    // `mif1` alone says a still picture and not how it is coded; most are HEIC.
    let still = matches!(brands.get(..4), Some(b"mif1" | b"msf1"));
    known.unwrap_or(if still { FileKind::Heic } else { FileKind::Mp4 })
}

fn text(head: &[u8]) -> Option<FileKind> {
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        // A character that the end of the head cuts in two is no fault of the file.
        Err(error) if error.error_len().is_none() && head.len() == HEAD => {
            std::str::from_utf8(head.get(..error.valid_up_to())?).ok()?
        }
        Err(_) => return None,
    };
    let text = text.trim_start_matches('\u{feff}');
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    if text.is_empty() || text.contains(is_control) {
        return None;
    }
    Some(if is_svg(text) { FileKind::Svg } else { FileKind::Text })
}

/// Whether the first element is `<svg`, past declaration, comments and document type.
fn is_svg(text: &str) -> bool {
    let mut rest = text.trim_start();
    loop {
        let end = if rest.starts_with("<!--") {
            rest.find("-->").map(|at| at + 3)
        } else if rest.starts_with("<?") || rest.starts_with("<!") {
            rest.find('>').map(|at| at + 1)
        } else {
            return rest.starts_with("<svg");
        };
        match end {
            Some(end) => rest = rest[end..].trim_start(),
            None => return rest.contains("<svg"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_by_their_first_bytes() {
        let cases: &[(&[u8], Option<FileKind>)] = &[
            (b"\xff\xd8\xff\xe0rest", Some(FileKind::Jpeg)),
            (b"RIFF\x10\0\0\0WEBPVP8 ", Some(FileKind::Webp)),
            (b"RIFF\x10\0\0\0WAVEfmt ", Some(FileKind::Wav)),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", Some(FileKind::Avif)),
            (b"\0\0\0\x14ftypmif1\0\0\0\0mif1", Some(FileKind::Heic)),
            (b"\0\0\0\x14ftypM4A \0\0\0\0isom", Some(FileKind::M4a)),
            (b"\0\0\0\x14ftypisom\0\0\0\0mp41", Some(FileKind::Mp4)),
            (b"OggS\0\x02..........................OpusHead", Some(FileKind::Opus)),
            (b"OggS\0\x02..........................\x01vorbis", Some(FileKind::Ogg)),
            (b"\x1a\x45\xdf\xa3....B\x82\x84webm", Some(FileKind::Webm)),
            (b"\xff\xfb\x90\x64....", Some(FileKind::Mp3)),
            (b"junk before\n%PDF-1.7", Some(FileKind::Pdf)),
            (b"BM\x10\0\0\0\0\0\0\0", Some(FileKind::Bmp)),
            (b"BMW is a word", Some(FileKind::Text)),
            ("# Skizzen für März".as_bytes(), Some(FileKind::Text)),
            (b"<?xml version=\"1.0\"?><!-- a --><!DOCTYPE svg><svg>", Some(FileKind::Svg)),
            (b"about <svg", Some(FileKind::Text)),
            (b"\0\x01\x02\x03", None),
            (b"\xff\xff\xff\xff", None),
            (b"", None),
        ];
        for (bytes, kind) in cases {
            assert_eq!(sniff(bytes), *kind, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn character_across_the_edge_of_the_head_is_text() {
        let long = format!("{}é and more", "a".repeat(HEAD - 1));
        assert_eq!(sniff(long.as_bytes()), Some(FileKind::Text));
    }
}
