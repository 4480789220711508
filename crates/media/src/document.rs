//! Documents: the text of each page, and a picture of the first.
//!
//! PDF is read by `hayro`, which runs no scripts and opens no links; plain text is a document of one page.

mod ascii;
mod inflated;
mod layout;
mod lzw;
mod pdf;

use crate::error::Error;
use crate::limits::Limits;
use crate::picture::Picture;
use crate::sniff::{FileKind, sniff};

/// What could be read of a document.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Its title, when it states one.
    pub title: Option<String>,
    /// Pages in the file; text of those after the limit is left out.
    pub pages: usize,
    /// The text of each page, in the order in which it is drawn. Scanned pages have none.
    pub texts: Vec<String>,
    /// Whether text was left out for its length, or because drawing a page took too many steps.
    pub cut_short: bool,
    /// The first page, with a long edge of 1600 pixels. Plain text has no picture.
    pub picture: Option<Picture>,
    /// What kept the rest from being read. What was read before is in the other fields.
    pub fault: Option<Error>,
}

/// Reads a PDF or plain text. Fails when not even the pages could be counted.
pub fn document(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    limits.check_bytes(bytes)?;
    match sniff(bytes).ok_or(Error::Unknown)? {
        FileKind::Pdf => pdf::read(bytes, limits),
        FileKind::Text => Ok(plain(bytes, limits)),
        other => Err(Error::Unsupported(other)),
    }
}

/// Only the start was looked at before; what is no UTF-8 further on is replaced.
fn plain(bytes: &[u8], limits: &Limits) -> Document {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let end = text.char_indices().nth(limits.characters).map(|(at, _)| at);
    let kept = end.map_or(text, |end| &text[..end]);
    Document { pages: 1, texts: vec![kept.to_owned()], cut_short: end.is_some(), ..Document::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_one_page_and_may_be_cut() {
        let few = Limits { characters: 3, ..Limits::DEFAULT };
        let document = document("\u{feff}öäü, all of it".as_bytes(), &few).unwrap();
        assert_eq!((document.texts, document.cut_short), (vec!["öäü".to_owned()], true));
    }

    #[test]
    fn picture_is_no_document() {
        let refused = document(b"\x89PNG\r\n\x1a\n", &Limits::DEFAULT);
        assert_eq!(refused.unwrap_err(), Error::Unsupported(FileKind::Png));
    }
}
