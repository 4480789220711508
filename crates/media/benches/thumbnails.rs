//! Processor time for the copies that a gallery needs, beside Pillow's and libvips' on the same files.
//!
//! `cargo bench -p atelier-media -- [--json] [--quick] [--python PATH]`: with a Python that has `pillow` and
//! `pyvips` the ratios are measured in the same run. `--quick` leaves out the pictures of cameras. `preview` does more than the peers: metadata, colours,
//! placeholder and fingerprint. `copies` is decoding, three sizes and encoding, as theirs.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "colours within their range"
)]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use atelier_media::{EDGES, Limits, Picture, decode_reduced, encode, preview, thumbnails};
use serde_json::{Value, json};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const GALLERY: &[u32] = EDGES.split_at(1).1;

#[expect(clippy::print_stdout, reason = "its result")]
fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().collect();
    let python =
        arguments.iter().position(|argument| argument == "--python").and_then(|at| arguments.get(at + 1));
    let folder = tempfile::tempdir()?;
    let mut rows = Vec::new();
    for (name, width, height, rounds) in [
        ("1024.jpg", 1024, 1024, 60),
        ("1024.png", 1024, 1024, 40),
        ("2048.png", 2048, 2048, 15),
        ("12mp.jpg", 4000, 3000, 10),
        ("12mp.png", 4000, 3000, 5),
    ] {
        if name.starts_with("12mp") && arguments.iter().any(|argument| argument == "--quick") {
            continue;
        }
        let path = folder.path().join(name);
        write(&path, width, height)?;
        rows.push(measure(&path, name, rounds, python)?);
    }
    if arguments.iter().any(|argument| argument == "--json") {
        println!("{}", json!({ "bench": "thumbnails", "rows": rows }));
        return Ok(());
    }
    for row in rows {
        println!("{row}");
    }
    Ok(())
}

fn measure(path: &Path, name: &str, rounds: u32, python: Option<&String>) -> Outcome<Value> {
    let file = std::fs::read(path)?;
    let limits = Limits::DEFAULT;
    let whole = milliseconds(rounds, || preview(&file, GALLERY, &limits).map(|_| ()))?;
    let copies = milliseconds(rounds, || {
        decode_reduced(&file, GALLERY[0], &limits).map(|picture| drop(thumbnails(&picture, GALLERY)))
    })?;
    let mut row = json!({
        "file": name, "kilobytes": file.len() / 1024, "preview_ms": whole, "copies_ms": copies,
        "pictures_per_second": (10_000.0 / copies).round() / 10.0,
    });
    if let Some(python) = python {
        for (engine, found) in peers(python, path, rounds)? {
            row[format!("{engine}_ms")] = found.into();
            row[format!("{engine}_pictures_per_second")] = ((10_000.0 / found).round() / 10.0).into();
            row[format!("times_{engine}")] = ((found / copies * 100.0).round() / 100.0).into();
        }
    }
    Ok(row)
}

/// The fewest milliseconds of this thread's processor time that a round took.
fn milliseconds<E: Error + 'static>(rounds: u32, mut work: impl FnMut() -> Result<(), E>) -> Outcome<f64> {
    let mut best = f64::MAX;
    for _ in 0..rounds {
        let start = processor_time()?;
        work()?;
        best = best.min((processor_time()? - start) / 1e6);
    }
    Ok((best * 10.0).round() / 10.0)
}

/// Nanoseconds that this thread has run on a processor, by the kernel's own account.
fn processor_time() -> Outcome<f64> {
    let account = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    Ok(account.split_whitespace().next().ok_or("an empty account")?.parse()?)
}

fn peers(python: &str, path: &Path, rounds: u32) -> Outcome<Vec<(String, f64)>> {
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benches/thumbnails.py");
    let output = Command::new(python).arg(script).arg(path).arg(rounds.to_string()).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    let found: Vec<(String, f64)> = serde_json::from_slice(&output.stdout)?;
    Ok(found)
}

/// Soft shapes with grain on them, so that the codecs have honest work.
fn write(path: &Path, width: u32, height: u32) -> Outcome {
    let mut state = 1_u32;
    let mut rgb = Vec::with_capacity(3 * width as usize * height as usize);
    for at in 0..width * height {
        let (x, y) = ((at % width) as f32 / width as f32, (at / width) as f32 / height as f32);
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = f32::from((state >> 24) as u8) / 16.0;
        let shape = (x * 23.0).sin() * (y * 17.0 + x * 5.0).cos() * 80.0;
        rgb.extend(
            [110.0 + shape + grain, 100.0 + shape * x + grain, 140.0 - shape * y + grain].map(|v| v as u8),
        );
    }
    let picture = Picture::new(width, height, rgb).ok_or("a size")?;
    if path.extension().is_some_and(|extension| extension == "jpg") {
        std::fs::write(path, encode(&picture))?;
    } else {
        image::save_buffer(path, picture.rgb(), width, height, image::ColorType::Rgb8)?;
    }
    Ok(())
}
