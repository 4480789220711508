//! Photos of twelve megapixels, each of its own: scenes with grain, and sheets of paper with writing.

use std::fmt::Write as _;

use atelier_media::{Limits, Picture, document, encode, resize};

const WIDTH: u32 = 4_000;
const HEIGHT: u32 = 3_000;
/// Makes files of about three megabytes.
const GRAIN: u8 = 31;
/// Letters in a line of a sheet.
const LINE: usize = 44;
/// Lines of a sheet.
const LINES: usize = 9;

/// A photo that was made, and what is written in it.
pub(crate) struct Photo {
    pub(crate) jpeg: Vec<u8>,
    pub(crate) text: String,
}

/// So many scenes; others from each seed.
pub(crate) fn scenes(count: u32, seed: u32) -> Vec<Photo> {
    made(count, |number| Photo { jpeg: encode(&scene(seed + number)), text: String::new() })
}

/// So many photographed sheets with sentences of the gold set.
pub(crate) fn sheets(count: u32, seed: u32) -> Vec<Photo> {
    let sentences = crate::speech::sentences();
    made(count, |number| sheet(seed + number, &sentences))
}

/// Makes them on all cores.
fn made(count: u32, make: impl Fn(u32) -> Photo + Sync) -> Vec<Photo> {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let numbers: Vec<u32> = (0..count).collect();
    let share = numbers.len().div_ceil(threads).max(1);
    std::thread::scope(|scope| {
        let make = &make;
        let work = |share: &[u32]| share.iter().map(|number| make(*number)).collect::<Vec<_>>();
        let threads: Vec<_> = numbers.chunks(share).map(|share| scope.spawn(move || work(share))).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("photos")).collect()
    })
}

/// Soft shapes whose places and colours are of the seed.
fn scene(seed: u32) -> Picture {
    let mut grain = Grain::new(seed);
    let phase = f64::from(seed) * 0.7;
    let wave = |count: u32, turns: f64| -> Vec<i32> {
        let angle = |at: u32| (f64::from(at) / f64::from(count) * turns + phase).sin();
        (0..count).map(|at| rounded(angle(at) * 100.0)).collect()
    };
    let (across, down) = (wave(WIDTH, 23.0), wave(HEIGHT, 17.0));
    let mut rgb = Vec::with_capacity(3 * WIDTH as usize * HEIGHT as usize);
    for y in &down {
        for x in &across {
            let (shape, noise) = (x * y / 150, grain.next());
            rgb.extend([110 + shape + noise, 100 + shape / 2 + noise, 140 - shape + noise].map(byte));
        }
    }
    Picture::new(WIDTH, HEIGHT, rgb).expect("a size")
}

/// A sheet of paper under an uneven light.
fn sheet(seed: u32, sentences: &[crate::speech::Sentence]) -> Photo {
    let from = seed as usize * 4 % sentences.len().max(1);
    let said = sentences.iter().cycle().skip(from).take(4).map(|sentence| sentence.text.as_str());
    let text = said.collect::<Vec<_>>().join(" ");
    let lines = lines(&text);
    let page = document(&pdf(&lines), &Limits::DEFAULT).expect("a page").picture.expect("its picture");
    let mut grain = Grain::new(seed);
    let mut rgb = resize(&page, WIDTH, HEIGHT).into_rgb();
    for (at, pixel) in rgb.chunks_exact_mut(3).enumerate() {
        let shade = i32::try_from(at % WIDTH as usize / 100).unwrap_or(0) + grain.next();
        for part in pixel {
            *part = byte(i32::from(*part) - 20 - shade);
        }
    }
    Photo { jpeg: encode(&Picture::new(WIDTH, HEIGHT, rgb).expect("a size")), text: lines.join(" ") }
}

fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.len() + word.len() < LINE => *line = format!("{line} {word}"),
            _ => lines.push(word.to_owned()),
        }
    }
    lines.truncate(LINES);
    lines
}

/// A page that is as wide as four to three, in Helvetica.
fn pdf(lines: &[String]) -> Vec<u8> {
    let escaped = |line: &String| line.replace(['(', ')', '\\'], "");
    let shown: String = lines.iter().map(|line| format!("({}) Tj T*\n", escaped(line))).collect();
    let content = format!("BT /F1 17 Tf 28 TL 24 262 Td\n{shown}ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        write!(file, "{} 0 obj\n{object}\nendobj\n", at + 1).expect("memory");
    }
    let table = file.len();
    write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).expect("memory");
    file.extend(places.iter().map(|place| format!("{place:010} 00000 n \n")));
    write!(file, "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF", objects.len() + 1)
        .expect("memory");
    file.into_bytes()
}

/// Noise as a sensor has it.
struct Grain(u32);

impl Grain {
    fn new(seed: u32) -> Self {
        Self(seed.wrapping_mul(2_654_435_761) | 1)
    }

    fn next(&mut self) -> i32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        i32::from((self.0 >> 24) as u8 % GRAIN)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a hundred at most")]
fn rounded(value: f64) -> i32 {
    value.round() as i32
}

#[expect(clippy::cast_sign_loss, reason = "clamped to a byte")]
fn byte(value: i32) -> u8 {
    value.clamp(0, 255) as u8
}

/// Megabytes of a photo, in the mean.
pub(crate) fn megabytes(photos: &[Photo]) -> f64 {
    let bytes: usize = photos.iter().map(|photo| photo.jpeg.len()).sum();
    crate::figures::rounded(bytes as f64 / photos.len().max(1) as f64 / 1e6)
}
