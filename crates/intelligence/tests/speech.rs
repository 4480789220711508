//! Recordings in, words out: every format, every bad input, services, and the real models where they are.

#[path = "speech/bad.rs"]
mod bad;
#[path = "speech/bedrock.rs"]
mod bedrock;
#[path = "speech/formats.rs"]
mod formats;
#[path = "speech/local.rs"]
mod local;
#[path = "speech/remote.rs"]
mod remote;

use std::path::PathBuf;
use std::time::Duration;

use atelier_intelligence::speech::{Audio, Error, Limits, Source};

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// What is said in the recordings of `tests/audio`.
const SAID: &str = "I mixed two pounds of clay this morning";
/// Their length.
const LENGTH: Duration = Duration::from_millis(2_790);

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/audio").join(name)
}

fn bytes(name: &str) -> std::io::Result<Vec<u8>> {
    std::fs::read(path(name))
}

fn limits() -> Limits {
    Limits { longest: Duration::from_hours(1), ffmpeg: None }
}

/// All samples, and whether the recording was whole.
fn decode(source: &Source, limits: &Limits) -> Result<(Vec<f32>, bool), Error> {
    let mut audio = Audio::open(source, limits)?;
    let mut samples = Vec::new();
    while let Some(block) = audio.next_block()? {
        samples.extend(block);
    }
    Ok((samples, audio.is_complete()))
}

/// A wav of 16 kHz mono with a header that claims `claimed` bytes of sound.
fn wav(samples: &[i16], claimed: u32) -> Vec<u8> {
    let mut bytes = b"RIFF".to_vec();
    bytes.extend(claimed.saturating_add(36).to_le_bytes());
    bytes.extend(b"WAVEfmt ");
    for (value, size) in [(16_u32, 4), (1, 2), (1, 2), (16_000, 4), (32_000, 4), (2, 2), (16, 2)] {
        bytes.extend(&value.to_le_bytes()[..size]);
    }
    bytes.extend(b"data");
    bytes.extend(claimed.to_le_bytes());
    bytes.extend(samples.iter().flat_map(|sample| sample.to_le_bytes()));
    bytes
}
