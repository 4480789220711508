//! What is listened to: recordings of people, where they are installed, and the notes of the gold set.

use std::path::{Path, PathBuf};

use atelier_intelligence::speech::Source;
use serde::Deserialize;

/// A recording and what is said in it.
pub(crate) struct Clip {
    pub(crate) name: String,
    pub(crate) source: Source,
    pub(crate) said: String,
}

/// A note of the gold set.
#[derive(Clone, Deserialize)]
pub(crate) struct Sentence {
    /// `tuned` notes may be looked at; `scored` and `new` ones were not tuned with.
    pub(crate) set: String,
    pub(crate) text: String,
    #[serde(default)]
    pub(crate) terms: Vec<String>,
}

const DEBIAN: &str = "/usr/share/pocketsphinx/test/data";
const COMMANDS: [(&str, &str); 2] =
    [("goforward", "go forward ten meters"), ("something", "go somewhere and do something")];
const BECKETT: &str = "Ever tried. Ever failed. No matter. Try again. Fail again. Fail better.";
const TWO_CITIES: &str = "It was the best of times, it was the worst of times, it was the age of wisdom, \
    it was the age of foolishness, it was the epoch of belief, it was the epoch of incredulity, it was the \
    season of Light, it was the season of Darkness, it was the spring of hope, it was the winter of despair, \
    we had everything before us, we had nothing before us, we were all going direct to Heaven, we were all \
    going direct the other way. In short, the period was so far like the present period, that some of its \
    noisiest authorities insisted on its being received, for good or for evil, in the superlative degree of \
    comparison only.";

/// The recordings of people: Debian's `pocketsphinx-testdata` and the samples among the models.
pub(crate) fn human(models: &Path) -> Vec<Clip> {
    let clip = |name: &str, source, said: &str| Clip { name: name.to_owned(), source, said: said.to_owned() };
    let mut clips = Vec::new();
    let transcription = std::fs::read_to_string(Path::new(DEBIAN).join("librivox/transcription"));
    for line in transcription.unwrap_or_default().lines() {
        let Some((said, file)) = line.trim_end_matches(')').rsplit_once('(') else { continue };
        let said = said.replace("<s>", "").replace("</s>", "");
        let path = Path::new(DEBIAN).join("librivox").join(file).with_extension("wav");
        clips.push(clip(file, Source::File(path), &said));
    }
    for (name, said) in COMMANDS {
        if let Ok(raw) = std::fs::read(Path::new(DEBIAN).join(name).with_extension("raw")) {
            clips.push(clip(name, Source::Bytes(wav(&raw).into()), said));
        }
    }
    for (name, said) in [("beckett", BECKETT), ("two_cities", TWO_CITIES)] {
        let path = models.join("samples").join(name).with_extension("wav");
        if path.is_file() {
            clips.push(clip(name, Source::File(path), said));
        }
    }
    clips
}

/// The notes of the gold set.
pub(crate) fn sentences() -> std::io::Result<Vec<Sentence>> {
    Ok(serde_json::from_str(&gold("spoken.json")?)?)
}

/// The titles of the studio's projects: what its owner would have the recogniser know.
pub(crate) fn titles() -> std::io::Result<Vec<String>> {
    #[derive(Deserialize)]
    struct Project {
        title: String,
    }
    let projects: Vec<Project> = serde_json::from_str(&gold("projects.json")?)?;
    Ok(projects.into_iter().map(|project| project.title).collect())
}

fn gold(name: &str) -> std::io::Result<String> {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rooms/journal/gold").join(name))
}

/// A file of so many minutes: the long sample over and over.
pub(crate) fn long(models: &Path, minutes: usize, folder: &Path) -> Option<PathBuf> {
    let bytes = std::fs::read(models.join("samples/two_cities.wav")).ok()?;
    let rate = u32::from_le_bytes(bytes.get(24..28)?.try_into().ok()?);
    let block = u16::from_le_bytes(bytes.get(32..34)?.try_into().ok()?);
    let wanted = minutes * 60 * rate as usize * usize::from(block);
    let sound = bytes.get(44..)?;
    let mut data: Vec<u8> = Vec::with_capacity(wanted + 44);
    data.extend(&bytes[..44]);
    while data.len() < wanted {
        data.extend(sound);
    }
    let length = u32::try_from(data.len() - 44).ok()?;
    data[4..8].copy_from_slice(&(length + 36).to_le_bytes());
    data[40..44].copy_from_slice(&length.to_le_bytes());
    let path = folder.join("long.wav");
    std::fs::write(&path, data).ok()?;
    Some(path)
}

/// 16 kHz mono samples of 16 bits with the header that says so.
fn wav(raw: &[u8]) -> Vec<u8> {
    let length = u32::try_from(raw.len()).unwrap_or_default();
    let mut bytes = Vec::with_capacity(raw.len() + 44);
    bytes.extend(b"RIFF");
    bytes.extend((length + 36).to_le_bytes());
    bytes.extend(b"WAVEfmt ");
    for (value, size) in [(16_u32, 4), (1, 2), (1, 2), (16_000, 4), (32_000, 4), (2, 2), (16, 2)] {
        bytes.extend(&value.to_le_bytes()[..size]);
    }
    bytes.extend(b"data");
    bytes.extend(length.to_le_bytes());
    bytes.extend(raw);
    bytes
}
