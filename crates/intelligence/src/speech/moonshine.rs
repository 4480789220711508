//! The local recogniser: Moonshine, English, on this machine's processor.
//!
//! The large model hears every piece. What it leaves empty, or does not come to an end of, is heard
//! again with a little silence around it, and then by the small model; the surest answer stays.
//! Where words may have been misheard, it is asked how well the suggested ones fit the sound.

mod alternatives;
mod bias;
mod engine;
mod tokens;
mod words;

use std::sync::Arc;
use std::time::Duration;

use atelier_base::Clock;

use super::audio::RATE;
use super::pieces::Speech;
use super::transcript::{ModelId, Piece};
use super::vocabulary::Vocabulary;
use crate::error::Error;
use crate::models::{Feature, Models, model_files};
use crate::runtime::Warm;
pub(super) use bias::Bias;
use engine::{Engine, Heard};
use words::Spelled;

/// Silence around a piece that is heard again: a quarter of a second.
const PADDING: usize = RATE as usize / 4;
/// What is less sure was not said by anybody.
const LEAST: f32 = 0.35;

/// The models of the recogniser, loaded when needed and dropped when idle. Clones share them.
#[derive(Clone)]
pub(super) struct Moonshine {
    shared: Arc<Shared>,
}

struct Shared {
    models: Models,
    size: Size,
    engines: Warm<Engine>,
    second: Warm<Engine>,
}

/// Which of the two models hears first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A quarter of a second of processor time for a second of sound, a third of a gigabyte.
    Base,
    /// A tenth of that, and three times the errors.
    Tiny,
}

impl Size {
    fn folder(self) -> &'static str {
        match self {
            Self::Base => "moonshine-base",
            Self::Tiny => "moonshine-tiny",
        }
    }

    /// What its files are for.
    pub fn feature(self) -> Feature {
        match self {
            Self::Base => Feature::Speech,
            Self::Tiny => Feature::SpeechLight,
        }
    }
}

impl Moonshine {
    pub(super) fn new(models: Models, size: Size, clock: &Clock, keep: Duration) -> Self {
        let warm = || Warm::new(clock.clone(), keep);
        let shared = Shared { models, size, engines: warm(), second: warm() };
        Self { shared: Arc::new(shared) }
    }

    pub(super) fn require(&self) -> Result<(), Error> {
        self.shared.models.require(self.shared.size.feature())
    }

    pub(super) fn model(&self) -> ModelId {
        let folder = self.shared.size.folder();
        let path = format!("{folder}/decoder.ort");
        let decoder = model_files().iter().find(|file| file.path == path);
        let sha256 = decoder.map(|file| file.sha256.clone()).unwrap_or_default();
        ModelId { name: folder.to_owned(), sha256 }
    }

    pub(super) fn cool(&self) {
        self.shared.engines.cool();
        self.shared.second.cool();
    }

    /// The words of a piece; none when nobody can tell what was said. Blocks for about a quarter of its length.
    pub(super) fn hear(&self, speech: &Speech, bias: &Bias, vocabulary: &Vocabulary) -> Result<Piece, Error> {
        let shared = &*self.shared;
        let load = || Engine::load(&shared.models, shared.size.folder());
        shared.engines.with(load, |engine| {
            let quiet = with_quiet(speech);
            let first = Attempt::of(engine.hear(&quiet, bias)?, quiet.len());
            if first.is_sound() {
                return first.weighed(engine, speech, vocabulary);
            }
            let padded = padded(&quiet, PADDING, PADDING);
            let again = Attempt::of(engine.hear(&padded, bias)?, padded.len());
            if again.is_sound() {
                return again.weighed(engine, speech, vocabulary);
            }
            let third = self.second_opinion(&padded, bias)?;
            Ok(piece(speech, &surest([first, again].into_iter().chain(third))))
        })
    }

    /// What the small model hears, when it is there and was not first anyway.
    fn second_opinion(&self, samples: &[f32], bias: &Bias) -> Result<Option<Attempt>, Error> {
        let shared = &*self.shared;
        if shared.size == Size::Tiny || !shared.models.missing(Feature::SpeechLight).is_empty() {
            return Ok(None);
        }
        let load = || Engine::load(&shared.models, Size::Tiny.folder());
        shared.second.with(load, |engine| Ok(Some(Attempt::of(engine.hear(samples, bias)?, samples.len()))))
    }
}

/// What one hearing brought.
struct Attempt {
    words: Vec<Spelled>,
    heard: Heard,
    /// How many were heard.
    samples: usize,
}

impl Attempt {
    fn of(heard: Heard, samples: usize) -> Self {
        Self { words: words::without_loops(words::spell(&heard.tokens)), heard, samples }
    }

    fn is_sound(&self) -> bool {
        self.heard.finished && LEAST <= words::confidence(&self.words)
    }

    /// The piece, and how well what the vocabulary suggests fits its sound.
    fn weighed(self, engine: &mut Engine, speech: &Speech, vocabulary: &Vocabulary) -> Result<Piece, Error> {
        let mut piece = piece(speech, &self.words);
        let (exchanges, mut alternatives) = alternatives::of(&piece, &self.words, vocabulary);
        let gains = engine.weigh(&self.heard, &exchanges, self.samples)?;
        for (alternative, gain) in alternatives.iter_mut().zip(gains) {
            alternative.gain = gain;
        }
        piece.alternatives = alternatives;
        Ok(piece)
    }
}

/// Of attempts that all left something to be desired. Words that no model is sure of are not given out.
fn surest(attempts: impl Iterator<Item = Attempt>) -> Vec<Spelled> {
    let score = |attempt: &Attempt| {
        let confidence = words::confidence(&attempt.words);
        if attempt.heard.finished { confidence } else { confidence / 2.0 }
    };
    let best = attempts.max_by(|a, b| score(a).total_cmp(&score(b)));
    best.map(|attempt| attempt.words).filter(|words| LEAST <= words::confidence(words)).unwrap_or_default()
}

/// A recording that begins or ends within a word costs that word: there is always some quiet around the voice.
fn with_quiet(speech: &Speech) -> Vec<f32> {
    let before = speech.voiced.first().map_or(0, |run| run.start);
    let after =
        speech.voiced.last().map_or(0, |run| speech.samples.len() - run.end.min(speech.samples.len()));
    padded(&speech.samples, PADDING.saturating_sub(before), PADDING.saturating_sub(after))
}

fn padded(samples: &[f32], before: usize, after: usize) -> Vec<f32> {
    let silence = [0.0; PADDING];
    [&silence[..before.min(PADDING)], samples, &silence[..after.min(PADDING)]].concat()
}

/// A piece in which somebody else heard these words. They told neither times nor how sure they are.
pub(super) fn told(speech: &Speech, text: &str) -> Piece {
    let spelled = |text: &str| Spelled { text: text.to_owned(), confidence: 1.0, tokens: 0..0 };
    piece(speech, &words::without_loops(text.split_whitespace().map(spelled).collect()))
}

fn piece(speech: &Speech, words: &[Spelled]) -> Piece {
    let millis = |samples: u64| samples * 1_000 / u64::from(RATE);
    let voiced: Vec<_> = speech
        .voiced
        .iter()
        .map(|run| millis(speech.start + run.start as u64)..millis(speech.start + run.end as u64))
        .collect();
    let confidence = words::confidence(words);
    let words = words::timed(words, &voiced);
    let texts: Vec<_> = words.iter().map(|word| word.text.as_str()).collect();
    Piece {
        start_ms: millis(speech.start),
        end_ms: millis(speech.start + speech.samples.len() as u64),
        text: texts.join(" "),
        words,
        confidence,
        alternatives: Vec::new(),
    }
}
