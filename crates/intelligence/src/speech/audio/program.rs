//! The last resort: `ffmpeg`, for codings that nothing here knows.
//!
//! It gets the bytes through a pipe and may open nothing else, so that a playlist in disguise can't make it read other
//! files or call out.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use super::source::Source;
use crate::speech::error::Error;

/// Bytes of a block: half a second.
const BLOCK: usize = 32_000;

/// A running decoder. Dropping it ends it.
pub(super) struct Program {
    child: Child,
    output: ChildStdout,
    any: bool,
}

impl Program {
    pub(super) fn start(ffmpeg: &Path, source: &Source, limit: Duration) -> Result<Self, Error> {
        let mut command = Command::new(ffmpeg);
        command.env_clear().args(["-nostdin", "-v", "quiet", "-protocol_whitelist", "pipe", "-i", "pipe:0"]);
        // A little more than allowed, so that too long can be told from just right.
        command.arg("-t").arg((limit.as_secs() + 5).to_string());
        command.args(["-vn", "-ac", "1", "-ar", "16000", "-f", "f32le", "pipe:1"]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        match source {
            Source::File(path) => command.stdin(std::fs::File::open(path)?),
            Source::Bytes(_) => command.stdin(Stdio::piped()),
        };
        let mut child = command.spawn()?;
        if let (Source::Bytes(bytes), Some(mut input)) = (source, child.stdin.take()) {
            let bytes = bytes.clone();
            // It ends with the program, which closes the pipe; a refusal to read on is the program's right.
            std::thread::spawn(move || input.write_all(&bytes));
        }
        let output = child.stdout.take().ok_or_else(|| Error::Failed("no pipe from ffmpeg".to_owned()))?;
        Ok(Self { child, output, any: false })
    }

    pub(super) fn next_block(&mut self) -> Result<Option<Vec<f32>>, Error> {
        let mut bytes = Vec::with_capacity(BLOCK);
        (&mut self.output).take(BLOCK as u64).read_to_end(&mut bytes)?;
        let samples: Vec<f32> = bytes
            .as_chunks::<4>()
            .0
            .iter()
            .map(|bytes| {
                Some(f32::from_le_bytes(*bytes)).filter(|sample| sample.is_finite()).unwrap_or_default()
            })
            .collect();
        if !samples.is_empty() {
            self.any = true;
            return Ok(Some(samples));
        }
        if self.any {
            return Ok(None);
        }
        Err(Error::NotAudio("ffmpeg found no sound in it".to_owned()))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It has either ended or is no longer wanted; both calls then have nothing to add.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
