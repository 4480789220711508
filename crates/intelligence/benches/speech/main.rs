//! How well and how cheaply speech is heard: word errors, processor time, memory.
//!
//! `--json` prints one object and nothing else. `--minutes 60` sets the length of the long recording (0 leaves it
//! out), `--tiny` asks the small model. What is not installed is left out and named.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark speaks through both")]

mod clips;
mod process;
mod scorer;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Duration;

use atelier_base::Clock;
use atelier_intelligence::Models;
use atelier_intelligence::speech::{Limits, Local, Size, Source, Transcriber, Transcript};
use serde_json::{Value, json};

use clips::{Clip, Sentence};
use scorer::Score;

type Outcome<T> = Result<T, Box<dyn Error>>;

struct Options {
    json: bool,
    minutes: usize,
    size: Size,
}

#[tokio::main]
async fn main() -> Outcome<()> {
    let options = options()?;
    let folder = models_folder()?;
    let models = Models::at(&folder);
    models.require(options.size.feature())?;
    let limits = Limits { longest: Duration::from_hours(3), ffmpeg: None };
    let transcriber = Transcriber::Local(Local::new(models, options.size, limits, &Clock::system(), 1));
    let scratch = tempfile::tempdir()?;
    let human = human(&transcriber, clips::human(&folder), options.json).await?;
    let mut report = json!({ "load": process::load(), "human": human });
    for voice in ["flite", "espeak"] {
        report[voice] = synthetic(&transcriber, voice, scratch.path(), options.json).await?;
    }
    if options.minutes > 0 {
        report["long"] = long(&transcriber, &folder, options.minutes, scratch.path()).await?;
    }
    println!("{}", if options.json { report.to_string() } else { serde_json::to_string_pretty(&report)? });
    Ok(())
}

fn options() -> Outcome<Options> {
    let mut options = Options { json: false, minutes: 60, size: Size::Base };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--json" => options.json = true,
            "--tiny" => options.size = Size::Tiny,
            "--minutes" => options.minutes = arguments.next().unwrap_or_default().parse()?,
            // Cargo says that this is a benchmark.
            "--bench" => {}
            other => return Err(format!("unknown argument {other}").into()),
        }
    }
    Ok(options)
}

fn models_folder() -> Outcome<PathBuf> {
    if let Some(folder) = std::env::var_os("ATELIER_MODELS_DIR") {
        return Ok(folder.into());
    }
    let home = std::env::var_os("HOME").ok_or("HOME is not set")?;
    Ok(Path::new(&home).join(".cache/atelier/models"))
}

async fn hear(transcriber: &Transcriber, source: Source, vocabulary: &[String]) -> Outcome<Transcript> {
    Ok(transcriber.transcribe(source, vocabulary, |_| {}).await?)
}

async fn human(transcriber: &Transcriber, clips: Vec<Clip>, quiet: bool) -> Outcome<Value> {
    let (mut score, mut failures, mut millis) = (Score::default(), Vec::new(), 0);
    let count = clips.len();
    let before = process::cpu_seconds();
    for clip in clips {
        let transcript = hear(transcriber, clip.source, &[]).await?;
        millis += transcript.duration_ms;
        let one = Score::of(&clip.said, &transcript.text);
        score.add(one);
        if !quiet {
            eprintln!("{:6.2} %  {}", one.percent(), clip.name);
            for piece in &transcript.pieces {
                let (start, end) = (piece.start_ms, piece.end_ms);
                eprintln!("      {start:6} to {end:6} ms, sure {:.2}: {}", piece.confidence, piece.text);
            }
        }
        if one.wrong > 0 {
            failures.push(json!({ "clip": clip.name, "said": clip.said, "heard": transcript.text }));
        }
    }
    Ok(json!({
        "clips": count, "words": score.words, "wrong": score.wrong, "wer_percent": score.percent(),
        "cpu_seconds_per_second": process::share(before, millis), "failures": failures,
    }))
}

/// Every sentence twice: as it comes, and with all the terms of the set as vocabulary.
async fn synthetic(transcriber: &Transcriber, voice: &str, folder: &Path, quiet: bool) -> Outcome<Value> {
    let sentences = clips::sentences();
    let mut vocabulary: Vec<String> = sentences.iter().flat_map(|one| one.terms.clone()).collect();
    vocabulary.sort();
    vocabulary.dedup();
    let mut totals = [Totals::default(), Totals::default()];
    let mut transcripts = Vec::new();
    for Sentence { text, terms } in sentences {
        let Some(source) = clips::spoken(voice, &text, folder) else {
            return Ok(json!("left out: the voice is not installed"));
        };
        let mut heard = Vec::new();
        for (totals, vocabulary) in totals.iter_mut().zip([&[][..], &vocabulary]) {
            let transcript = hear(transcriber, source.clone(), vocabulary).await?;
            totals.add(&text, &terms, &transcript.text);
            heard.push(transcript.text);
        }
        if !quiet {
            eprintln!("{voice}: {text}\n      plain: {}\n      biased: {}", heard[0], heard[1]);
        }
        transcripts.push(json!({ "said": text, "terms": terms, "plain": heard[0], "biased": heard[1] }));
    }
    if transcripts.is_empty() {
        return Ok(json!("left out: rooms/journal/gold/spoken.json has no sentences"));
    }
    Ok(json!({
        "sentences": transcripts.len(), "plain": totals[0].report(), "biased": totals[1].report(),
        "transcripts": transcripts,
    }))
}

#[derive(Default)]
struct Totals {
    score: Score,
    terms: usize,
    kept: usize,
}

impl Totals {
    fn add(&mut self, said: &str, terms: &[String], heard: &str) {
        self.score.add(Score::of(said, heard));
        self.terms += terms.len();
        let heard = heard.to_lowercase().replace('-', " ");
        self.kept +=
            terms.iter().filter(|term| heard.contains(&term.to_lowercase().replace('-', " "))).count();
    }

    /// The precision of terms is told where they are extracted, which needs the gazetteer.
    #[expect(clippy::cast_precision_loss, reason = "few terms")]
    fn report(&self) -> Value {
        let recall = self.kept as f64 / self.terms.max(1) as f64;
        json!({ "wer_percent": self.score.percent(), "term_recall": recall, "terms": self.terms })
    }
}

/// A long recording: what it costs, and whether anything was heard that nobody said.
async fn long(transcriber: &Transcriber, models: &Path, minutes: usize, folder: &Path) -> Outcome<Value> {
    let Some(path) = clips::long(models, minutes, folder) else {
        return Ok(json!("left out: the samples are not installed"));
    };
    process::forget_peak();
    let before = process::cpu_seconds();
    let transcript = hear(transcriber, Source::File(path), &[]).await?;
    let cpu = process::share(before, transcript.duration_ms);
    let passages = transcript.text.to_lowercase().matches("comparison only").count();
    Ok(json!({
        "minutes": transcript.duration_ms / 60_000, "cpu_seconds_per_second": cpu,
        "peak_megabytes": process::peak_megabytes(), "pieces": transcript.pieces.len(),
        "words": transcript.text.split_whitespace().count(), "passages": passages,
    }))
}
