//! The words in a picture, and where they stand.
//!
//! PP-OCRv6 finds lines and reads them, one thread a picture. Where its files are missing, Tesseract can
//! stand in, if somebody installed it: it reads print and hardly any handwriting. Which of them read a
//! picture is in its [`Reading`], so that it can be read again when a better reader has come.
//! Reading takes about a second; [`Reader::glance`] tells in a fraction of it whether there is anything to read.

#![expect(clippy::cast_precision_loss, reason = "pixels and columns are counted in thousands")]

mod boxes;
mod crop;
mod ctc;
mod detect;
mod error;
mod order;
mod paddle;
mod pixels;
mod quad;
mod recognise;
mod tesseract;

use std::path::PathBuf;

use atelier_base::Clock;
use serde::{Deserialize, Serialize};

use crate::models::{Feature, Models};
pub use error::{Error, codes};
pub use paddle::PaddleOcr;
pub use pixels::Pixels;
pub use quad::Quad;
pub use tesseract::Tesseract;

/// A word with its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Word {
    /// Without white space.
    pub text: String,
    /// In pixels of the picture.
    pub place: Quad,
    /// 0 to 1: the mean over its letters.
    pub confidence: f32,
}

/// A line of writing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// In pixels of the picture.
    pub place: Quad,
    /// 0 to 1: the mean over its letters.
    pub confidence: f32,
    /// From its start to its end, at least one.
    pub words: Vec<Word>,
}

impl Line {
    /// Its words with single spaces.
    pub fn text(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|word| word.text.as_str()).collect();
        words.join(" ")
    }
}

/// What was read in a picture.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// From top to bottom, and within a row from left to right.
    pub lines: Vec<Line>,
    /// Which reader it was: `pp-ocrv6-small`, `tesseract`.
    pub reader: String,
}

impl Reading {
    /// All lines, one a line.
    pub fn text(&self) -> String {
        let lines: Vec<String> = self.lines.iter().map(Line::text).collect();
        lines.join("\n")
    }
}

/// Something that reads.
#[derive(Debug)]
pub enum Reader {
    /// The models.
    PaddleOcr(PaddleOcr),
    /// The external program.
    Tesseract(Tesseract),
}

impl Reader {
    /// The models when they are all there, or else the program if one is named. Fails with the names of the
    /// missing files.
    pub fn choose(models: &Models, program: Option<PathBuf>, clock: Clock) -> Result<Self, Error> {
        match (models.require(Feature::Read), program) {
            (Ok(()), _) => Ok(Self::PaddleOcr(PaddleOcr::new(models.clone(), clock))),
            (Err(_), Some(program)) => Ok(Self::Tesseract(Tesseract::at(program))),
            (Err(missing), None) => Err(missing.into()),
        }
    }

    /// Reads everything. Blocks for about a processor second.
    pub fn read(&self, picture: &Pixels<'_>) -> Result<Reading, Error> {
        match self {
            Self::PaddleOcr(paddle) => paddle.read(picture),
            Self::Tesseract(tesseract) => tesseract.read(picture),
        }
    }

    /// How much of the picture looks like writing, 0 to 1; zero means that reading would find nothing large
    /// enough. Tesseract can't tell without reading, so it answers `None`.
    pub fn glance(&self, picture: &Pixels<'_>) -> Result<Option<f32>, Error> {
        match self {
            Self::PaddleOcr(paddle) => paddle.glance(picture).map(Some),
            Self::Tesseract(_) => Ok(None),
        }
    }

    /// Frees models that nobody used for some minutes. To be called every now and then.
    pub fn cool(&self) {
        if let Self::PaddleOcr(paddle) = self {
            paddle.cool();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reader_is_chosen_by_what_is_there() {
        let nowhere = Models::at("/nowhere");
        let clock = || Clock::fixed(atelier_base::Timestamp::from_millis(0));
        let refusal = Reader::choose(&nowhere, None, clock());
        assert!(
            matches!(&refusal, Err(Error::Model(crate::Error::Missing { feature: Feature::Read, .. }))),
            "{refusal:?}"
        );
        let chosen = Reader::choose(&nowhere, Some("/usr/bin/tesseract".into()), clock());
        assert!(matches!(chosen, Ok(Reader::Tesseract(_))), "{chosen:?}");
    }
}
