//! PP-OCRv6 small: one model finds lines, one reads them.

use std::time::Duration;

use atelier_base::Clock;
use ort::session::Session;

use super::ctc::Alphabet;
use super::pixels::Pixels;
use super::{Error, Reading, detect, order, recognise};
use crate::models::Models;
use crate::runtime::{Runtime, Warm};

const NAME: &str = "pp-ocrv6-small";
/// The key under which the recogniser carries its letters.
const LETTERS: &str = "character";
/// Loading takes half a second, so models stay for the next picture.
const KEEP: Duration = Duration::from_mins(5);

/// A reader of print and of most handwriting. Models are loaded with the first picture.
#[derive(Debug)]
pub struct PaddleOcr {
    models: Models,
    engines: Warm<Engine>,
}

struct Engine {
    detector: Session,
    recogniser: Session,
    alphabet: Alphabet,
}

impl PaddleOcr {
    /// The clock is for dropping models that are idle.
    pub fn new(models: Models, clock: Clock) -> Self {
        Self { models, engines: Warm::new(clock, KEEP) }
    }

    pub(super) fn read(&self, picture: &Pixels<'_>) -> Result<Reading, Error> {
        self.engines.with(|| Engine::load(&self.models), |engine| engine.read(picture))
    }

    pub(super) fn glance(&self, picture: &Pixels<'_>) -> Result<f32, Error> {
        self.engines
            .with(|| Engine::load(&self.models), |engine| Ok(detect::share(&mut engine.detector, picture)?))
    }

    pub(super) fn cool(&self) {
        self.engines.cool();
    }
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(NAME)
    }
}

impl Engine {
    fn load(models: &Models) -> Result<Self, Error> {
        let runtime = Runtime::load(models)?;
        let detector = runtime.session(&models.file("pp-ocr/detect.onnx")?)?;
        let recogniser = runtime.session(&models.file("pp-ocr/recognise.onnx")?)?;
        let letters = recogniser.metadata().map_err(crate::Error::from)?.custom(LETTERS);
        let missing = || crate::Error::Runtime("the recogniser carries no list of letters".to_owned());
        let alphabet = Alphabet::parse(&letters.ok_or_else(missing)?);
        Ok(Self { detector, recogniser, alphabet })
    }

    fn read(&mut self, picture: &Pixels<'_>) -> Result<Reading, Error> {
        let mut lines = Vec::new();
        for place in detect::lines(&mut self.detector, picture)? {
            lines.extend(recognise::line(&mut self.recogniser, &self.alphabet, picture, &place)?);
        }
        Ok(Reading { lines: order::arrange(lines), reader: NAME.to_owned() })
    }
}
