//! How well and how cheaply speech is heard: word errors, art terms before and after repair, processor time, memory.
//!
//! `--json` prints one object and nothing else. `--minutes 60` sets the length of the long recording (0 leaves it
//! out), `--tiny` asks the small model, `--weighed` lists what the repair weighed in the notes that may be tuned with.
//! `--voice piper` and `--set new` leave the other voices and the other notes out. What is not installed is left out
//! and named.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark speaks through both")]

mod clips;
mod process;
mod scorer;
mod terms;
mod voices;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use atelier_base::Clock;
use atelier_extraction::{HeardWord, Lexicon, Repaired, Weighed, repair_weighed};
use atelier_intelligence::Models;
use atelier_intelligence::speech::{
    Limits, Local, Size, Source, Suggestion, Transcriber, Transcript, Vocabulary, Word,
};
use serde_json::{Value, json};

use clips::{Clip, Sentence};
use scorer::Score;
use terms::Terms;

type Outcome<T> = Result<T, Box<dyn Error>>;

struct Options {
    json: bool,
    minutes: usize,
    weighed: bool,
    /// The only voice, or all.
    voice: Option<String>,
    /// The only set of notes, or all.
    set: Option<String>,
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
    let lexicon = Arc::new(Lexicon::new(&[], &clips::titles()?));
    let ear = Ear { transcriber, lexicon, titles: clips::titles()?, options };
    let mut report = json!({ "load": process::load(), "human": human(&ear, clips::human(&folder)).await? });
    let wanted = |voice: &&str| ear.options.voice.as_deref().is_none_or(|only| only == *voice);
    for voice in voices::VOICES.into_iter().filter(wanted) {
        report[voice] = synthetic(&ear, voice, scratch.path()).await?;
    }
    if ear.options.minutes > 0 {
        report["long"] = long(&ear, &folder, scratch.path()).await?;
    }
    println!(
        "{}",
        if ear.options.json { report.to_string() } else { serde_json::to_string_pretty(&report)? }
    );
    Ok(())
}

/// Who listens, and knows what a studio speaks of: the gazetteer and the titles of its projects.
struct Ear {
    transcriber: Transcriber,
    lexicon: Arc<Lexicon>,
    titles: Vec<String>,
    options: Options,
}

impl Ear {
    async fn hear(&self, source: Source) -> Outcome<(Transcript, Repaired)> {
        let lexicon = Arc::clone(&self.lexicon);
        let suggest = move |words: &[Word]| {
            let heard = words.iter().map(|word| HeardWord { text: &word.text, confidence: word.confidence });
            let suggested = lexicon.suggest(&heard.collect::<Vec<_>>()).into_iter();
            suggested.map(|one| Suggestion { words: one.words, text: one.text }).collect()
        };
        let vocabulary = Vocabulary::of(self.titles.clone()).suggesting(suggest);
        let transcript = self.transcriber.transcribe(source, &vocabulary, |_| {}).await?;
        let weighed: Vec<_> = transcript.alternatives().into_iter().map(weighed).collect();
        let repaired = repair_weighed(&transcript.text, &self.lexicon, &weighed);
        Ok((transcript, repaired))
    }
}

fn weighed(
    (bytes, confidence, one): (std::ops::Range<usize>, f32, &atelier_intelligence::speech::Alternative),
) -> Weighed {
    Weighed { bytes, text: one.text.clone(), gain: one.gain, confidence }
}

fn options() -> Outcome<Options> {
    let mut options =
        Options { json: false, minutes: 60, weighed: false, voice: None, set: None, size: Size::Base };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--json" => options.json = true,
            "--voice" => options.voice = arguments.next(),
            "--set" => options.set = arguments.next(),
            "--weighed" => options.weighed = true,
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

async fn human(ear: &Ear, clips: Vec<Clip>) -> Outcome<Value> {
    let (mut score, mut after, mut changes) = (Score::default(), Score::default(), Vec::new());
    let (mut failures, mut millis) = (Vec::new(), 0);
    let count = clips.len();
    let before = process::cpu_seconds();
    for clip in clips {
        let (transcript, repaired) = ear.hear(clip.source).await?;
        millis += transcript.duration_ms;
        let one = Score::of(&clip.said, &transcript.text);
        score.add(one);
        after.add(Score::of(&clip.said, &repaired.text));
        changes.extend(repaired.edits.iter().map(|edit| format!("{} -> {}", edit.from, edit.to)));
        if !ear.options.json {
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
        "repaired_wer_percent": after.percent(), "false_repairs": changes.len(), "repairs": changes,
        "cpu_seconds_per_second": process::share(before, millis), "failures": failures,
    }))
}

/// The notes of the gold set, as they were heard and after their repair, for each of its sets.
async fn synthetic(ear: &Ear, voice: &str, folder: &Path) -> Outcome<Value> {
    let sentences = clips::sentences()?;
    let list: Vec<String> = sentences.iter().flat_map(|one| one.terms.clone()).collect();
    let wanted = |one: &Sentence| ear.options.set.as_ref().is_none_or(|only| *only == one.set);
    let sentences: Vec<Sentence> = sentences.into_iter().filter(wanted).collect();
    let texts: Vec<&str> = sentences.iter().map(|one| one.text.as_str()).collect();
    let Some(sources) = voices::speak(voice, &texts, folder) else {
        return Ok(json!("left out: the voice is not installed"));
    };
    let (before, mut millis) = (process::cpu_seconds(), 0);
    let mut sets: BTreeMap<String, [Terms; 2]> = BTreeMap::new();
    let mut transcripts = Vec::new();
    for (sentence, source) in sentences.iter().zip(sources) {
        let (transcript, repaired) = ear.hear(source).await?;
        millis += transcript.duration_ms;
        let changes: Vec<&str> = repaired.edits.iter().map(|edit| edit.to.as_str()).collect();
        for set in [sentence.set.as_str(), "all"] {
            let [raw, mended] = sets.entry(set.to_owned()).or_default();
            raw.add(sentence, &transcript.text, &list, &[]);
            mended.add(sentence, &repaired.text, &list, &changes);
        }
        if sentence.set == "tuned" {
            show(ear, voice, sentence, &transcript, &repaired);
            let heard = (&transcript.text, &repaired.text);
            transcripts.push(json!({ "said": sentence.text, "raw": heard.0, "repaired": heard.1 }));
        }
    }
    let report = |[raw, mended]: [Terms; 2]| json!({ "raw": raw.report(), "repaired": mended.report() });
    let mut all = json!({
        "notes": sentences.len(), "cpu_seconds_per_second": process::share(before, millis),
        "transcripts": transcripts,
    });
    for (set, terms) in sets {
        all[set] = report(terms);
    }
    Ok(all)
}

/// What was made of a note, for whoever tunes.
fn show(ear: &Ear, voice: &str, sentence: &Sentence, transcript: &Transcript, repaired: &Repaired) {
    if ear.options.json {
        return;
    }
    eprintln!("{voice}: {}\n   raw: {}\n mended: {}", sentence.text, transcript.text, repaired.text);
    if !ear.options.weighed {
        return;
    }
    for (bytes, confidence, one) in transcript.alternatives() {
        let from = &transcript.text[bytes];
        eprintln!("      {:7.2} {confidence:.2} {from} -> {}", one.gain, one.text);
    }
}

/// A long recording: what it costs, and whether anything was heard that nobody said.
async fn long(ear: &Ear, models: &Path, folder: &Path) -> Outcome<Value> {
    let Some(path) = clips::long(models, ear.options.minutes, folder) else {
        return Ok(json!("left out: the samples are not installed"));
    };
    process::forget_peak();
    let before = process::cpu_seconds();
    let (transcript, repaired) = ear.hear(Source::File(path)).await?;
    let cpu = process::share(before, transcript.duration_ms);
    let passages = transcript.text.to_lowercase().matches("comparison only").count();
    Ok(json!({
        "minutes": transcript.duration_ms / 60_000, "cpu_seconds_per_second": cpu,
        "peak_megabytes": process::peak_megabytes(), "pieces": transcript.pieces.len(),
        "words": transcript.text.split_whitespace().count(), "passages": passages,
        "false_repairs": repaired.edits.len(),
    }))
}
