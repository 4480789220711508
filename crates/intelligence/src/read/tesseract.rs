//! Tesseract as a program, where the models are missing.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::pixels::Pixels;
use super::quad::Quad;
use super::{Error, Line, Reading, Word};

/// A page as a single block of text keeps the columns of receipts together.
const SEGMENTATION: &str = "6";
/// The row type of words in its table.
const WORD: &str = "5";

/// The program at a path.
#[derive(Clone, Debug)]
pub struct Tesseract {
    program: PathBuf,
}

impl Tesseract {
    /// Not run yet, so it may turn out to be missing.
    pub fn at(program: impl Into<PathBuf>) -> Self {
        Self { program: program.into() }
    }

    /// Runs the program, with one thread and the picture on its input.
    pub(super) fn read(&self, picture: &Pixels<'_>) -> Result<Reading, Error> {
        let table = self.run(picture).map_err(|reason| self.failed(&reason))?;
        Ok(Reading { lines: parse(&table), reader: "tesseract".to_owned() })
    }

    fn run(&self, picture: &Pixels<'_>) -> std::io::Result<String> {
        let mut child = command(&self.program).spawn()?;
        let mut input = child.stdin.take();
        // Its answer comes after its input ended, so writing first can't block for good.
        let written = input.as_mut().map_or(Ok(()), |input| {
            write!(input, "P6\n{} {}\n255\n", picture.width, picture.height)?;
            input.write_all(picture.rgb)
        });
        drop(input);
        let output = child.wait_with_output()?;
        if !output.status.success() {
            return Err(std::io::Error::other(output.status.to_string()));
        }
        written?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn failed(&self, reason: &std::io::Error) -> Error {
        Error::Program { path: self.program.clone(), reason: reason.to_string() }
    }
}

fn command(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(["stdin", "stdout", "--psm", SEGMENTATION, "tsv"]).env("OMP_THREAD_LIMIT", "1");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

/// Its table: a row for each page, block, paragraph, line and word, with numbers for those that it is in.
fn parse(table: &str) -> Vec<Line> {
    let mut lines: Vec<(Vec<&str>, Line)> = Vec::new();
    for row in table.lines() {
        let cells: Vec<&str> = row.split('\t').collect();
        let Some(word) = word(&cells) else { continue };
        let number = cells[1..5].to_vec();
        match lines.last_mut() {
            Some((last, line)) if *last == number => line.words.push(word),
            _ => lines.push((number, Line { place: word.place, confidence: 0.0, words: vec![word] })),
        }
    }
    lines.into_iter().map(|(_, line)| summed(line)).collect()
}

fn word(cells: &[&str]) -> Option<Word> {
    let [WORD, _, _, _, _, _, left, top, width, height, confidence, text] = cells else { return None };
    let text = text.trim();
    let [left, top, width, height, confidence] =
        [left, top, width, height, confidence].map(|cell| cell.parse::<f32>().ok());
    let place = Quad::level(left?, top?, left? + width?, top? + height?);
    let word = Word { text: text.to_owned(), place, confidence: (confidence? / 100.0).clamp(0.0, 1.0) };
    (!text.is_empty()).then_some(word)
}

/// Place and confidence of a line from those of its words.
fn summed(mut line: Line) -> Line {
    let around = line
        .words
        .iter()
        .map(|word| word.place.bounds())
        .reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]);
    if let Some([left, top, right, bottom]) = around {
        line.place = Quad::level(left, top, right, bottom);
    }
    let sum: f32 = line.words.iter().map(|word| word.confidence).sum();
    line.confidence = sum / line.words.len().max(1) as f32;
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_line_are_one_line() {
        let table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
            4\t1\t1\t1\t1\t0\t10\t10\t90\t20\t-1\t\n\
            5\t1\t1\t1\t1\t1\t10\t10\t40\t20\t96\tCold\n\
            5\t1\t1\t1\t1\t2\t60\t12\t40\t20\t80\twax\n\
            5\t1\t1\t1\t2\t1\t10\t40\t40\t20\t90\t12.50\n\
            5\t1\t1\t1\t2\t2\t60\t40\t40\t20\t10\t \n";
        let lines = parse(table);
        assert_eq!(lines.iter().map(Line::text).collect::<Vec<_>>(), ["Cold wax", "12.50"]);
        assert_eq!(lines[0].place, Quad::level(10.0, 10.0, 100.0, 32.0));
        assert!((lines[0].confidence - 0.88).abs() < 1e-6);
    }

    #[test]
    fn missing_program_is_named() {
        let rgb = [255; 12];
        let failure = Tesseract::at("/nowhere/tesseract").read(&Pixels::new(2, 2, &rgb).unwrap());
        assert!(matches!(failure, Err(Error::Program { path, .. }) if path.ends_with("tesseract")));
    }
}
