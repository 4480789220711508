//! Copies of the embedded store, and the way back to a moment.
//!
//! A backup is a whole, consistent copy of the database file, made beside a running server: SQLite gives the
//! copy one snapshot and writers go on. With the change log switched on, the copy also holds what happened
//! before it, so that a copy and a later one (or the damaged store's own file) give any moment between them:
//! the older copy, brought forward by the newer one's log.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use atelier_base::{Clock, Timestamp};

use crate::embedded::{self, Options, Reach};
use crate::{Error, Table, Tables};

/// What a copy holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The file.
    pub path: PathBuf,
    /// The last change in its log; 0 when it has none.
    pub sequence: u64,
    /// When that was; the beginning of time when it has none.
    pub at: Timestamp,
    /// When the copy was made.
    pub made_at: Timestamp,
    /// Its size in bytes.
    pub bytes: u64,
}

/// Copies the store of a data directory to a new file, whether a server runs on it or not.
///
/// The copy is checked and on disk when this returns; a copy that was broken off is never under the final
/// name. It blocks the calling thread: seconds for a gigabyte.
///
/// # Errors
/// [`Error::Unavailable`] when there is no store, the target exists, or it can't be written;
/// [`Error::Full`]; [`Error::Corrupt`] when the copy does not hold together.
pub fn back_up(directory: &Path, target: &Path, clock: &Clock) -> Result<Backup, Error> {
    let source = directory.join(Options::FILE);
    let failed = io_failed("back up", target);
    if target.exists() {
        return Err(unavailable("back up", format!("{} is there already", target.display())));
    }
    let part = target.with_extension("part");
    // Left by a copy that was broken off.
    match fs::remove_file(&part) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
        _ => {}
    }
    // Password hashes lie in it: a copy is its owner's alone.
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(&part).map_err(&failed)?;
    let outcome = embedded::copy(&source, &part, clock.now()).and_then(|()| look_into(&part));
    let backup = match outcome {
        Ok(backup) => backup,
        Err(error) => {
            // What is left of it is of no use; the error is what matters.
            let _ = fs::remove_file(&part);
            return Err(error);
        }
    };
    File::open(&part).and_then(|file| file.sync_all()).map_err(&failed)?;
    fs::rename(&part, target).map_err(&failed)?;
    sync_directory(target).map_err(&failed)?;
    Ok(Backup { path: target.into(), ..backup })
}

/// What a copy holds, after a look at whether it holds together.
///
/// # Errors
/// [`Error::Corrupt`] when it doesn't, [`Error::Unavailable`] when it can't be read.
pub fn look_into(path: &Path) -> Result<Backup, Error> {
    let Reach { sequence, at, until } = embedded::inspect(path)?;
    let bytes = fs::metadata(path).map_err(io_failed("read the copy", path))?.len();
    Ok(Backup { path: path.into(), sequence, at, made_at: until, bytes })
}

/// How far a restore goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// To the copy as it is.
    Copy,
    /// To the end of the first log that follows the copy.
    Latest,
    /// To this instant, changes of that very millisecond included.
    At(Timestamp),
}

/// Makes a data directory of a copy, as the store was at the moment.
///
/// For a moment after the copy, `logs` must hold a later copy or the store's own file: the first whose log
/// reaches from the copy to the moment is used. Returns when the last change that is in it was made.
///
/// # Errors
/// [`Error::Unavailable`] when the directory has a store already, the moment lies before the copy, or no log
/// reaches that far; [`Error::Corrupt`] for a damaged copy. The directory is then left without a store.
pub async fn restore(
    copy: &Path,
    directory: &Path,
    moment: Moment,
    logs: &[PathBuf],
    tables: &[&'static Table],
) -> Result<Timestamp, Error> {
    let target = directory.join(Options::FILE);
    if target.exists() {
        let reason = format!("{} is there already: restore into an empty directory", target.display());
        return Err(unavailable("restore", reason));
    }
    let base = embedded::inspect(copy)?;
    let log = choose_log(base, moment, logs)?;
    // Brought forward beside its place, so that what is broken off never looks like a store.
    let work = directory.join("restore.part");
    match fs::remove_dir_all(&work) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(io_failed("restore", &work)(error));
        }
        _ => {}
    }
    fs::create_dir_all(&work).map_err(io_failed("make the data directory", &work))?;
    let part = work.join(Options::FILE);
    fs::copy(copy, &part).map_err(io_failed("restore", &part))?;
    let mut reached = base.at;
    if let Some(log) = log {
        let end = if let Moment::At(at) = moment { at } else { Timestamp::from_millis(i64::MAX) };
        reached = bring_forward(base, &log, &work, end, tables).await?;
    }
    File::open(&part).and_then(|file| file.sync_all()).map_err(io_failed("restore", &part))?;
    fs::rename(&part, &target).map_err(io_failed("restore", &target))?;
    fs::remove_dir_all(&work).map_err(io_failed("restore", &work))?;
    sync_directory(&target).map_err(io_failed("restore", &target))?;
    Ok(reached)
}

/// The log that brings the copy to the moment; none when the copy is the moment.
fn choose_log(base: Reach, moment: Moment, logs: &[PathBuf]) -> Result<Option<PathBuf>, Error> {
    match moment {
        Moment::Copy => return Ok(None),
        Moment::At(at) if at < base.at => {
            let reason = format!("the copy is of {}: take an older one for {at}", base.at);
            return Err(unavailable("restore", reason));
        }
        Moment::At(at) if at <= base.until => return Ok(None),
        Moment::At(_) | Moment::Latest => {}
    }
    let mut reasons = Vec::new();
    for log in logs {
        match (embedded::follows(log, base)?, moment) {
            (Ok(reach), Moment::At(at)) if reach.until < at => {
                reasons.push(format!("{} ends at {}", log.display(), reach.until));
            }
            (Ok(_), _) => return Ok(Some(log.clone())),
            (Err(reason), _) => reasons.push(format!("{}: {reason}", log.display())),
        }
    }
    if logs.is_empty() {
        reasons.push("none was named: a later copy, or the file of the store itself".into());
    }
    Err(unavailable("restore", format!("no log reaches that far ({})", reasons.join("; "))))
}

/// Changes that are replayed at once.
const STEP: usize = 500;

async fn bring_forward(
    base: Reach,
    log: &Path,
    directory: &Path,
    end: Timestamp,
    tables: &[&'static Table],
) -> Result<Timestamp, Error> {
    let store = Tables::open(&Options::at(directory), tables)?;
    let (mut sequence, mut reached) = (base.sequence, base.at);
    loop {
        let changes = store.read_log(log, sequence, STEP)?;
        let read = changes.len();
        let within: Vec<_> = changes.into_iter().take_while(|change| change.at <= end).collect();
        let done = within.len() < STEP;
        if let Some(last) = within.last() {
            (sequence, reached) = (last.position.number()?, last.at);
        }
        tracing::debug!(read, replayed = within.len(), "brought the copy forward");
        store.replay(within).await?;
        if done {
            break;
        }
    }
    store.close().await?;
    Ok(reached)
}

fn sync_directory(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), |parent| {
        let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
        File::open(parent)?.sync_all()
    })
}

fn unavailable(operation: &'static str, reason: String) -> Error {
    Error::Unavailable { operation, reason }
}

fn io_failed<'a>(operation: &'static str, path: &'a Path) -> impl Fn(io::Error) -> Error + 'a {
    move |error| match error.kind() {
        io::ErrorKind::StorageFull => Error::Full,
        _ => unavailable(operation, format!("{}: {error}", path.display())),
    }
}
