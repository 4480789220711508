//! Notes that a program speaks: sentences of the gold set, as many as a recording should be long.

use std::path::Path;
use std::process::{Command, Stdio};

use serde::Deserialize;

/// A sentence and the art terms in it.
#[derive(Clone, Deserialize)]
pub(crate) struct Sentence {
    /// `tuned` ones may be looked at.
    set: String,
    pub(crate) text: String,
    pub(crate) terms: Vec<String>,
}

/// A spoken note: what was said, and the samples as a recorder sends them.
pub(crate) struct Note {
    pub(crate) text: String,
    pub(crate) terms: Vec<String>,
    /// Samples of 16 bits, the lower byte first, one channel.
    pub(crate) samples: Vec<u8>,
    pub(crate) rate: u32,
}

impl Note {
    pub(crate) fn seconds(&self) -> f64 {
        self.samples.len() as f64 / 2.0 / f64::from(self.rate)
    }
}

/// What every note begins with, so that each has facts of every kind.
const OPENING: &str = "Spent an hour and a quarter on the harbor triptych.";
/// How long a note is at least.
const SECONDS: f64 = 29.0;

pub(crate) fn sentences() -> Vec<Sentence> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rooms/journal/gold/spoken.json");
    let gold = std::fs::read(path).expect("the gold set");
    let mut sentences: Vec<Sentence> = serde_json::from_slice(&gold).expect("readable");
    // What goes wrong is shown, so the others are not for us.
    sentences.retain(|sentence| sentence.set == "tuned");
    sentences
}

/// A note of about half a minute; another for each number. None when no program speaks here.
pub(crate) fn note(number: usize, folder: &Path) -> Option<Note> {
    let opening = Sentence { set: String::new(), text: OPENING.to_owned(), terms: Vec::new() };
    let all = sentences();
    let rest = all.iter().cycle().skip(number * 5 % all.len());
    let mut note = Note { text: String::new(), terms: Vec::new(), samples: Vec::new(), rate: 16_000 };
    for sentence in std::iter::once(&opening).chain(rest) {
        let (rate, samples) = spoken(&sentence.text, folder)?;
        note.rate = rate;
        note.samples.extend(samples);
        // People breathe.
        note.samples.resize(note.samples.len() + rate as usize / 4 * 2, 0);
        note.text.push_str(&sentence.text);
        note.text.push(' ');
        note.terms.extend(sentence.terms.clone());
        if SECONDS <= note.seconds() {
            break;
        }
    }
    Some(note)
}

/// Samples a second, and the samples.
fn spoken(text: &str, folder: &Path) -> Option<(u32, Vec<u8>)> {
    let path = folder.join("spoken.wav");
    let by = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(program);
        command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    let file = path.to_str()?;
    let done = by("flite", &["-voice", "slt", "-t", text, "-o", file])
        || by("espeak-ng", &["-v", "en-us", "-s", "150", "-w", file, text]);
    let bytes = std::fs::read(&path).ok()?;
    let rate = u32::from_le_bytes(bytes.get(24..28)?.try_into().ok()?);
    done.then(|| (rate, bytes.get(44..).unwrap_or_default().to_vec()))
}
