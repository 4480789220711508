//! HEIC and AVIF, the pictures of phones. No decoder for them is built in: a program of libheif's, `heif-convert`, makes
//! a JPEG or PNG of them where somebody installed it.
//!
//! It gets a folder of its own that goes afterwards, no environment, no network where the kernel lets us take it away,
//! and so much memory, time and disk; what the header claims is held against [`Limits`] before it is run. It turns
//! the picture as the file's own instructions say, so what a camera noted besides about how it was held is not applied
//! a second time.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::boxes::{boxes, find};
use crate::contain::contain;
use crate::decode::{Header, header, stored};
use crate::error::Error;
use crate::limits::Limits;
use crate::picture::Picture;
use crate::sniff::{FileKind, sniff};

/// Kilobytes of memory, seconds of a processor, blocks of 512 bytes of a file, and seconds in all.
const LIMITED: &str = "ulimit -v 3145728; ulimit -t 60; ulimit -f 1048576; ulimit -c 0
if unshare -rn true 2>/dev/null; then exec unshare -rn timeout -k 5 120 \"$@\"; fi
exec timeout -k 5 120 \"$@\"";

/// The program at a path. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heif {
    program: PathBuf,
}

impl Heif {
    /// The Debian package that has the program.
    pub const PACKAGE: &'static str = "libheif-examples";

    /// Not run yet, so it may turn out to be missing.
    pub fn at(program: impl Into<PathBuf>) -> Self {
        Self { program: program.into() }
    }

    /// The whole picture, upright. Blocks for about a processor second; [`Error::Unsupported`] is for every other
    /// kind of file.
    pub fn decode(&self, bytes: &[u8], limits: &Limits) -> Result<Picture, Error> {
        limits.check_bytes(bytes)?;
        let kind = sniff(bytes).ok_or(Error::Unknown)?;
        let target = match kind {
            FileKind::Heic => "picture.jpg",
            // Often with transparency, which JPEG does not have.
            FileKind::Avif => "picture.png",
            other => return Err(Error::Unsupported(other)),
        };
        for (width, height) in contain(kind, || sizes(bytes).ok_or_else(|| cut_short(kind)))? {
            limits.check_size(width, height)?;
        }
        let converted = self.convert(bytes, kind, target)?;
        let found: Header = header(&converted, limits)?;
        stored(&converted, found, None, limits)
    }

    fn convert(&self, bytes: &[u8], kind: FileKind, target: &str) -> Result<Vec<u8>, Error> {
        let failed = |error: std::io::Error| self.failed(error);
        let folder = tempfile::tempdir().map_err(failed)?;
        let source = format!("picture.{}", kind.extension());
        std::fs::write(folder.path().join(&source), bytes).map_err(failed)?;
        let mut command = Command::new("/bin/sh");
        command.args(["-c", LIMITED, "sh"]).arg(&self.program).args(["-q", "95", &source, target]);
        command.env_clear().env("PATH", "/usr/local/bin:/usr/bin:/bin").current_dir(folder.path());
        let output = command.stdin(Stdio::null()).stdout(Stdio::null()).output().map_err(failed)?;
        match output.status.code() {
            // The shell's words for a program that is not there or may not be run.
            Some(126 | 127) => return Err(self.failed("it can't be run")),
            Some(0) => {}
            _ => {
                let said = String::from_utf8_lossy(&output.stderr);
                let said = said.lines().next().unwrap_or_default().trim().chars().take(200);
                return Err(Error::damaged(kind, format!("{}: {}", output.status, said.collect::<String>())));
            }
        }
        // A file of several pictures becomes several files; the first is the one to show.
        let (stem, ending) = target.split_once('.').unwrap_or((target, ""));
        let read = |name: &str| std::fs::read(folder.path().join(name));
        read(target)
            .or_else(|_| read(&format!("{stem}-1.{ending}")))
            .map_err(|_| Error::damaged(kind, "heif-convert made no picture of it"))
    }

    fn failed(&self, reason: impl std::fmt::Display) -> Error {
        Error::Program { program: self.name(), reason: reason.to_string() }
    }

    fn name(&self) -> String {
        self.program.file_name().unwrap_or(self.program.as_os_str()).to_string_lossy().into_owned()
    }

    /// Where the program is.
    pub fn program(&self) -> &Path {
        &self.program
    }
}

fn cut_short(kind: FileKind) -> Error {
    Error::damaged(kind, "it says nowhere how large it is")
}

/// The sizes of the pictures in the file, as it claims; none when it claims nothing.
fn sizes(bytes: &[u8]) -> Option<Vec<(u32, u32)>> {
    // A full box: four bytes of version and flags come before its content.
    let properties = find(find(find(bytes, *b"meta")?.get(4..)?, *b"iprp")?, *b"ipco")?;
    let number = |data: &[u8], at: usize| Some(u32::from_be_bytes(*data.get(at..)?.first_chunk()?));
    let sizes = boxes(properties).filter(|part| part.name == *b"ispe").filter_map(|part| {
        let data = &properties[part.data];
        Some((number(data, 4)?, number(data, 8)?))
    });
    Some(sizes.collect::<Vec<_>>()).filter(|sizes| !sizes.is_empty())
}
