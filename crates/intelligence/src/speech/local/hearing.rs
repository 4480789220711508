//! One recording on its way: its pieces are taken in turn by whoever hears, one thread or several.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::Progress;
use crate::speech::audio::{Audio, Limits, RATE, Source};
use crate::speech::error::Error;
use crate::speech::moonshine::{Bias, Moonshine};
use crate::speech::pieces::{Cutter, Speech};
use crate::speech::transcript::{Piece, Transcript};
use crate::speech::vocabulary::Vocabulary;

/// What is at most so long is heard by workers that are free as well: somebody waits for it. What is longer has
/// one, and one model in memory.
const SHORT: Duration = Duration::from_mins(2);
/// No more of them help: a note of half a minute has about five pieces.
const HELPERS: usize = 3;

/// What hearing takes, whoever does it.
pub(super) struct Hearing {
    pub(super) moonshine: Moonshine,
    pub(super) vocabulary: Vocabulary,
    pub(super) limits: Limits,
    pub(super) workers: Arc<Semaphore>,
    pub(super) cancelled: Arc<AtomicBool>,
}

impl Hearing {
    /// Hears all of it, on this thread and those of free workers.
    pub(super) fn run(
        &self,
        source: &Source,
        progress: impl FnMut(Progress) + Send,
    ) -> Result<Transcript, Error> {
        let audio = Audio::open(source, &self.limits)?;
        let duration = audio.duration();
        let sound =
            Mutex::new(Sound { audio, cutter: Cutter::default(), pieces: 0, samples: 0, over: false });
        let total_ms = duration.map(|total| u64::try_from(total.as_millis()).unwrap_or(u64::MAX));
        let heard = Mutex::new(Heard { progress, total_ms, pieces: BTreeMap::new(), told: 0, speech: 0 });
        let bias = Bias::new(&self.vocabulary.terms);
        std::thread::scope(|scope| {
            let work = || self.hear_pieces(&sound, &heard, &bias);
            let others: Vec<_> = self
                .free_workers(duration)
                .map(|worker| {
                    scope.spawn(move || {
                        let _worker = worker;
                        work()
                    })
                })
                .collect();
            let own = work();
            let gone = |_| Err(Error::Failed("a thread that listened is gone".to_owned()));
            others.into_iter().fold(own, |ended, other| ended.and(other.join().unwrap_or_else(gone)))
        })?;
        let sound = sound.into_inner().unwrap_or_else(PoisonError::into_inner);
        let heard = heard.into_inner().unwrap_or_else(PoisonError::into_inner);
        let pieces: Vec<_> = heard.pieces.into_values().collect();
        let texts: Vec<_> =
            pieces.iter().map(|piece| piece.text.as_str()).filter(|text| !text.is_empty()).collect();
        Ok(Transcript {
            text: texts.join(" "),
            pieces,
            model: self.moonshine.model(),
            language: "en".to_owned(),
            duration_ms: millis(sound.samples),
            speech_ms: millis(heard.speech),
            complete: sound.audio.is_complete(),
        })
    }

    /// The workers that help with a recording of that length.
    fn free_workers(&self, duration: Option<Duration>) -> impl Iterator<Item = OwnedSemaphorePermit> {
        let helpers = if duration.is_some_and(|lasts| lasts <= SHORT) { HELPERS } else { 0 };
        std::iter::from_fn(|| self.workers.clone().try_acquire_owned().ok()).take(helpers)
    }

    /// Takes pieces and hears them until there are no more. Who fails leaves none to the others.
    fn hear_pieces<P: FnMut(Progress)>(
        &self,
        sound: &Mutex<Sound>,
        heard: &Mutex<Heard<P>>,
        bias: &Bias,
    ) -> Result<(), Error> {
        let work = || {
            loop {
                if self.cancelled.load(Ordering::Relaxed) {
                    return Err(Error::Failed("nobody waits for it any more".to_owned()));
                }
                let Some((number, speech)) = lock(sound).next_piece()? else { return Ok(()) };
                let piece = self.moonshine.hear(&speech, bias, &self.vocabulary)?;
                lock(heard).add(number, &speech, piece);
            }
        };
        work().inspect_err(|_| lock(sound).end())
    }
}

/// The recording as it is decoded, which gives its pieces out.
struct Sound {
    audio: Audio,
    cutter: Cutter,
    /// Pieces given out.
    pieces: usize,
    /// Samples decoded.
    samples: u64,
    /// Nothing more is decoded.
    over: bool,
}

impl Sound {
    /// Gives no more pieces out.
    fn end(&mut self) {
        self.cutter = Cutter::default();
        self.over = true;
    }

    /// The next piece and its number, from 0.
    fn next_piece(&mut self) -> Result<Option<(usize, Speech)>, Error> {
        loop {
            if let Some(speech) = self.cutter.next_piece(self.over) {
                self.pieces += 1;
                return Ok(Some((self.pieces - 1, speech)));
            }
            if self.over {
                return Ok(None);
            }
            match self.audio.next_block()? {
                Some(block) => {
                    self.samples += block.len() as u64;
                    self.cutter.push(&block);
                }
                None => self.over = true,
            }
        }
    }
}

/// What was heard so far.
struct Heard<P> {
    progress: P,
    total_ms: Option<u64>,
    /// By number; while several listen, not all in a row.
    pieces: BTreeMap<usize, Piece>,
    /// Pieces that progress was told of, which is in their order.
    told: usize,
    /// Samples with speech in them.
    speech: u64,
}

impl<P: FnMut(Progress)> Heard<P> {
    fn add(&mut self, number: usize, speech: &Speech, piece: Piece) {
        self.speech += speech.voiced.iter().map(|run| run.len() as u64).sum::<u64>();
        self.pieces.insert(number, piece);
        while let Some(piece) = self.pieces.get(&self.told) {
            let progress = Progress { heard_ms: piece.end_ms, total_ms: self.total_ms, piece: piece.clone() };
            (self.progress)(progress);
            self.told += 1;
        }
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

fn millis(samples: u64) -> u64 {
    samples * 1_000 / u64::from(RATE)
}
