//! The reader on rendered pages, clean and as if photographed: slanted, blurred, shaded, with noise.

#![expect(clippy::cast_precision_loss, reason = "letters on a page")]

use std::path::{Path, PathBuf};

use atelier_base::{Clock, Timestamp};
use atelier_intelligence::Models;
use atelier_intelligence::read::{Pixels, Reader, Reading};
use atelier_media::{Limits, Picture};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

const PAGES: [&str; 6] = ["label", "receipt", "brief", "note", "sketch", "board"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reading")
}

fn clock() -> Clock {
    Clock::fixed(Timestamp::from_millis(0))
}

/// The reader with its models, or why the test is left out.
#[expect(clippy::print_stdout, reason = "who reads the log learns what was left out")]
fn reader() -> Option<Reader> {
    #[expect(clippy::disallowed_methods, reason = "tests are told by the environment where the models are")]
    let folder = std::env::var("ATELIER_MODELS_DIR")
        .or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cache/atelier/models")))
        .unwrap_or_default();
    let reader = Reader::choose(&Models::at(folder), None, clock());
    reader.inspect_err(|missing| println!("left out: {missing}")).ok()
}

fn picture(name: &str) -> Outcome<Picture> {
    Ok(atelier_media::decode(&std::fs::read(folder().join(name))?, &Limits::DEFAULT)?)
}

fn read(reader: &Reader, picture: &Picture) -> Outcome<Reading> {
    Ok(reader.read(&Pixels::new(picture.width(), picture.height(), picture.rgb())?)?)
}

/// Single-letter edits from one text to the other, divided by the length of the wanted one.
fn error_rate(wanted: &str, found: &str) -> f64 {
    let wanted: Vec<char> = wanted.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect();
    let found: Vec<char> = found.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect();
    let mut row: Vec<usize> = (0..=found.len()).collect();
    for (i, a) in wanted.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in found.iter().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[found.len()] as f64 / wanted.len().max(1) as f64
}

#[test]
fn pages_are_read_with_few_wrong_letters() -> Outcome {
    let Some(reader) = reader() else { return Ok(()) };
    let mut rates = Vec::new();
    for page in PAGES {
        let wanted = std::fs::read_to_string(folder().join(format!("{page}.txt")))?;
        for kind in ["clean", "photo"] {
            let reading = read(&reader, &picture(&format!("{page}.{kind}.webp"))?)?;
            let rate = error_rate(&wanted, &reading.text());
            println!("{page}.{kind}: {rate:.3}\n{}", reading.text());
            rates.push(rate);
        }
    }
    let mean = rates.iter().sum::<f64>() / rates.len() as f64;
    println!("mean error rate {mean:.4}");
    assert!(mean <= 0.04, "{mean:.4}: {rates:.3?}");
    Ok(())
}

#[test]
fn words_have_their_places() -> Outcome {
    let Some(reader) = reader() else { return Ok(()) };
    let picture = picture("receipt.clean.webp")?;
    let reading = read(&reader, &picture)?;
    let words: Vec<_> = reading.lines.iter().flat_map(|line| &line.words).collect();
    let place = |text: &str| {
        words.iter().find(|word| word.text == text).map(|word| word.place.bounds()).ok_or("not read")
    };
    // As drawn: sixty pixels from the left, letters of a fixed width of 20.4, lines 52.7 apart.
    let [left, top, right, bottom] = place("TOTAL")?;
    assert!((left - 60.0).abs() < 14.0 && (right - 162.0).abs() < 14.0, "{left} {right}");
    assert!(top > 255.0 && bottom < 330.0, "{top} {bottom}");
    let [left, _, right, _] = place("45.40")?;
    assert!((left - 488.0).abs() < 20.0 && (right - 590.0).abs() < 14.0, "{left} {right}");
    assert!(reading.lines.iter().all(|line| line.confidence > 0.8));
    Ok(())
}

#[test]
fn glance_tells_writing_from_none() -> Outcome {
    let Some(reader) = reader() else { return Ok(()) };
    let blank = Picture::new(640, 480, vec![200; 640 * 480 * 3]).ok_or("a size")?;
    let glance = |picture: &Picture| -> Outcome<Option<f32>> {
        Ok(reader.glance(&Pixels::new(picture.width(), picture.height(), picture.rgb())?)?)
    };
    assert_eq!(glance(&blank)?, Some(0.0));
    assert_eq!(read(&reader, &blank)?.lines, []);
    assert!(glance(&picture("note.photo.webp")?)? > Some(0.02));
    Ok(())
}

#[test]
fn tesseract_reads_clean_print_where_it_is_installed() -> Outcome {
    let program = Path::new("/usr/bin/tesseract");
    if !program.exists() {
        println!("left out: {} is not installed", program.display());
        return Ok(());
    }
    let reader = Reader::choose(&Models::at("/nowhere"), Some(program.to_owned()), clock())?;
    let reading = read(&reader, &picture("brief.clean.webp")?)?;
    let wanted = std::fs::read_to_string(folder().join("brief.txt"))?;
    assert!(error_rate(&wanted, &reading.text()) < 0.05, "{}", reading.text());
    assert_eq!(reading.reader, "tesseract");
    Ok(())
}
