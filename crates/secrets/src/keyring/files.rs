//! The two files, readable by their owner only, replaced whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;

use atelier_base::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::{Error, Secret};

/// The master keys.
pub(super) const MASTER_FILE: &str = "master.json";
/// The data keys that they wrap.
pub(super) const WRAPPED_FILE: &str = "data-keys.json";

/// `master.json`: one key, or two while a rotation is under way. The newest comes first.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(super) struct Masters {
    pub keys: Vec<MasterKey>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct MasterKey {
    pub name: String,
    pub version: u32,
    pub key: Secret,
    pub made_at: Timestamp,
}

/// `data-keys.json`. The first one seals.
#[derive(Serialize, Deserialize)]
pub(super) struct Wrapped {
    pub keys: Vec<WrappedKey>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WrappedKey {
    pub id: String,
    pub master: String,
    pub wrapped: String,
    pub made_at: Timestamp,
}

pub(super) fn fault(directory: &Path, name: &str, reason: &dyn std::fmt::Display) -> Error {
    Error::KeyFile { path: directory.join(name), reason: reason.to_string() }
}

/// The file, if it is there. One that others may read is refused: it is a secret no longer.
pub(super) fn read<T: DeserializeOwned>(directory: &Path, name: &str) -> Result<Option<T>, Error> {
    let path = directory.join(name);
    let mut file = match File::open(&path) {
        Ok(file) => file,
        Err(missing) if missing.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(fault(directory, name, &error)),
    };
    let mode = file.metadata().map_err(|error| fault(directory, name, &error))?.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(Error::KeyFileExposed { path, mode });
    }
    let mut text = Zeroizing::new(String::new());
    std::io::Read::read_to_string(&mut file, &mut text).map_err(|error| fault(directory, name, &error))?;
    serde_json::from_str(&text)
        .map(Some)
        // What serde says could quote a key.
        .map_err(|_| fault(directory, name, &"it is not what this version writes"))
}

/// Writes the file if it is not there; returns what is there then, which may be another process's.
pub(super) fn create<T: Serialize + DeserializeOwned>(
    directory: &Path,
    name: &str,
    value: &T,
) -> Result<T, Error> {
    let created = fs::DirBuilder::new().recursive(true).mode(0o700).create(directory);
    created.map_err(|error| fault(directory, name, &error))?;
    let fresh = write_beside(directory, name, value)?;
    let linked = fs::hard_link(&fresh, directory.join(name));
    fs::remove_file(&fresh).map_err(|error| fault(directory, name, &error))?;
    match linked {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(fault(directory, name, &error)),
        _ => sync(directory, name)?,
    }
    read(directory, name)?.ok_or_else(|| fault(directory, name, &"it went away"))
}

/// Puts the value in the place of the file.
pub(super) fn replace<T: Serialize>(directory: &Path, name: &str, value: &T) -> Result<(), Error> {
    let fresh = write_beside(directory, name, value)?;
    fs::rename(&fresh, directory.join(name)).map_err(|error| fault(directory, name, &error))?;
    sync(directory, name)
}

/// Takes the file away, if it is there.
pub(super) fn remove(directory: &Path, name: &str) -> Result<(), Error> {
    match fs::remove_file(directory.join(name)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(fault(directory, name, &error)),
        _ => sync(directory, name),
    }
}

fn write_beside<T: Serialize>(directory: &Path, name: &str, value: &T) -> Result<std::path::PathBuf, Error> {
    let fresh = directory.join(format!("{name}.{}", std::process::id()));
    // What an interrupted run left must not lend its mode to the new file.
    let _ = fs::remove_file(&fresh);
    let text =
        Zeroizing::new(serde_json::to_string_pretty(value).map_err(|error| fault(directory, name, &error))?);
    let written =
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(&fresh).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
    written.map_err(|error| fault(directory, name, &error))?;
    Ok(fresh)
}

/// A name is on disk when its directory is.
fn sync(directory: &Path, name: &str) -> Result<(), Error> {
    let synced = File::open(directory).and_then(|directory| directory.sync_all());
    synced.map_err(|error| fault(directory, name, &error))
}
