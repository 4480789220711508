//! The keys: master keys in one file or in AWS KMS, data keys that they wrap in another file.

mod files;

use std::path::PathBuf;
use std::sync::Arc;

use atelier_base::{Randomness, Timestamp};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use self::files::{MASTER_FILE, MasterKey, Masters, WRAPPED_FILE, Wrapped, WrappedKey};
use crate::cipher::{CipherKey, bind};
use crate::kms::{Kms, KmsOptions};
use crate::{Error, Place, Sealed};

/// The data keys, opened. Cheap to clone; it never shows a key.
#[derive(Clone)]
pub struct Keyring(Arc<Opened>);

struct Opened {
    /// The first one seals; the others still open what they sealed.
    keys: Vec<(String, CipherKey)>,
    status: Status,
    randomness: Randomness,
}

/// Which keys there are, without the keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// The master key that wraps the data keys: name and version, or `kms:` and the key's id.
    pub master: String,
    /// The data key that seals new fields.
    pub sealing: String,
    /// Since when.
    pub sealing_since: Timestamp,
    /// How many data keys there are.
    pub data_keys: usize,
}

/// Where the keys are.
#[derive(Clone, Debug)]
pub struct Source {
    /// The directory of the key files.
    pub directory: PathBuf,
    /// The key of AWS KMS that wraps data keys, instead of one in a file.
    pub kms: Option<KmsOptions>,
}

impl Source {
    /// Key files in that directory.
    pub fn directory(path: impl Into<PathBuf>) -> Self {
        Self { directory: path.into(), kms: None }
    }

    fn kms(&self, now: Timestamp) -> Option<Kms<'_>> {
        self.kms.as_ref().map(|options| Kms::new(options, now))
    }
}

impl Keyring {
    /// Opens the keys. At first use it makes them, readable by their owner only.
    pub fn open(source: &Source, now: Timestamp, randomness: &Randomness) -> Result<Self, Error> {
        let directory = source.directory.as_path();
        let kms = source.kms(now);
        let wrapped = files::read::<Wrapped>(directory, WRAPPED_FILE)?;
        let masters = match (files::read::<Masters>(directory, MASTER_FILE)?, &wrapped) {
            (Some(masters), _) => masters,
            (None, None) if kms.is_none() => {
                files::create(directory, MASTER_FILE, &Masters::first(now, randomness))?
            }
            (None, None) => Masters::default(),
            (None, Some(wrapped)) => match wrapped.local_master() {
                None => Masters::default(),
                Some(master) => {
                    let path = directory.join(MASTER_FILE);
                    return Err(Error::KeyFileMissing { path, master: master.to_owned() });
                }
            },
        };
        let wrapped = if let Some(wrapped) = wrapped {
            wrapped
        } else {
            let custody = Custody::of(kms.as_ref(), &masters)?;
            let first = Wrapped { keys: vec![WrappedKey::generate(&custody, now, randomness)?] };
            files::create(directory, WRAPPED_FILE, &first)?
        };
        Self::unwrap(&masters, kms.as_ref(), &wrapped, randomness)
    }

    /// Another master key, and another data key for new fields. All data keys are wrapped anew; what
    /// they sealed stays where it is, untouched. With KMS, the configured key becomes the master key, and one in a
    /// file goes. The server must be stopped. It may be interrupted at any moment: both files
    /// are replaced whole, and the old master key goes last.
    pub fn rotate(source: &Source, now: Timestamp, randomness: &Randomness) -> Result<Status, Error> {
        let opened = Self::open(source, now, randomness)?;
        let directory = source.directory.as_path();
        let kms = source.kms(now);
        let mut masters = files::read::<Masters>(directory, MASTER_FILE)?.unwrap_or_default();
        if kms.is_none() {
            masters.keys.insert(0, MasterKey::next(&masters, now, randomness));
            files::replace(directory, MASTER_FILE, &masters)?;
        }
        let before = files::read::<Wrapped>(directory, WRAPPED_FILE)?
            .ok_or_else(|| files::fault(directory, WRAPPED_FILE, &"it went away"))?;
        let custody = Custody::of(kms.as_ref(), &masters)?;
        let mut keys = vec![WrappedKey::generate(&custody, now, randomness)?];
        for old in &before.keys {
            let key = opened.key(&old.id)?;
            keys.push(WrappedKey::wrap(&old.id, key, old.made_at, &custody, randomness)?);
        }
        files::replace(directory, WRAPPED_FILE, &Wrapped { keys })?;
        if kms.is_none() {
            masters.keys.truncate(1);
            files::replace(directory, MASTER_FILE, &masters)?;
        } else {
            files::remove(directory, MASTER_FILE)?;
        }
        // Read back what is on disk now: a rotation that nothing can open would be noticed too late.
        Ok(Self::open(source, now, randomness)?.status())
    }

    /// Seals a value for its place.
    pub fn seal<T: Serialize>(&self, value: &T, place: Place<'_>) -> Result<Sealed<T>, Error> {
        let plain = serde_json::to_vec(value).map_err(|_| Error::Unreadable("it can't be written"))?;
        let plain = Zeroizing::new(plain);
        let (id, key) = self.0.keys.first().ok_or(Error::Unreadable("there is no key"))?;
        let body = key.seal(&plain, &place.bound(id), &self.0.randomness)?;
        Ok(Sealed::new(id.clone(), body))
    }

    /// Opens what was sealed for that place.
    pub fn unseal<T: DeserializeOwned>(&self, sealed: &Sealed<T>, place: Place<'_>) -> Result<T, Error> {
        let plain = self.key(sealed.key())?.open(sealed.body(), &place.bound(sealed.key()))?;
        serde_json::from_slice(&plain).map_err(|_| Error::Unreadable("it is of another type"))
    }

    /// Which keys there are.
    pub fn status(&self) -> Status {
        self.0.status.clone()
    }

    fn key(&self, id: &str) -> Result<&CipherKey, Error> {
        let found = self.0.keys.iter().find(|(known, _)| known == id);
        found.map(|(_, key)| key).ok_or(Error::Unreadable("its data key is gone"))
    }

    fn unwrap(
        masters: &Masters,
        kms: Option<&Kms<'_>>,
        wrapped: &Wrapped,
        randomness: &Randomness,
    ) -> Result<Self, Error> {
        let mut keys = Vec::new();
        for data in &wrapped.keys {
            let key = match (data.is_local(), kms) {
                (true, _) => data.unwrap(masters.find(&data.master)?)?,
                (false, Some(kms)) => kms.unwrap(&data.id, &data.wrapped)?,
                (false, None) => {
                    return Err(Error::Kms(format!(
                        "{} wraps data keys, and none is configured",
                        data.master
                    )));
                }
            };
            keys.push((data.id.clone(), key));
        }
        let sealing = wrapped.keys.first().ok_or(Error::Unreadable("there is no data key"))?;
        let status = Status {
            master: sealing.master.clone(),
            sealing: sealing.id.clone(),
            sealing_since: sealing.made_at,
            data_keys: keys.len(),
        };
        Ok(Self(Arc::new(Opened { keys, status, randomness: randomness.clone() })))
    }
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Keyring({})", self.0.status.master)
    }
}

impl MasterKey {
    const NAME: &'static str = "local";

    fn next(masters: &Masters, now: Timestamp, randomness: &Randomness) -> Self {
        let version = masters.keys.iter().map(|key| key.version).max().unwrap_or(0) + 1;
        let key = CipherKey::generate(randomness).text().to_string().into();
        Self { name: Self::NAME.into(), version, key, made_at: now }
    }

    fn id(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }

    fn cipher(&self) -> Result<CipherKey, Error> {
        CipherKey::of_text(self.key.expose()).ok_or(Error::Unreadable("the master key is not valid"))
    }
}

impl Masters {
    fn first(now: Timestamp, randomness: &Randomness) -> Self {
        let none = Self { keys: Vec::new() };
        Self { keys: vec![MasterKey::next(&none, now, randomness)] }
    }

    fn find(&self, id: &str) -> Result<&MasterKey, Error> {
        let found = self.keys.iter().find(|key| key.id() == id);
        found.ok_or(Error::Unreadable("the master key that wraps its data key is gone"))
    }
}

impl Wrapped {
    /// The key file's newest master key that wraps one of them, if any does.
    fn local_master(&self) -> Option<&str> {
        self.keys.iter().find(|key| key.is_local()).map(|key| key.master.as_str())
    }
}

/// What wraps new data keys.
enum Custody<'a> {
    File(&'a MasterKey),
    Kms(&'a Kms<'a>),
}

impl<'a> Custody<'a> {
    fn of(kms: Option<&'a Kms<'a>>, masters: &'a Masters) -> Result<Self, Error> {
        match (kms, masters.keys.first()) {
            (Some(kms), _) => Ok(Self::Kms(kms)),
            (None, Some(master)) => Ok(Self::File(master)),
            (None, None) => Err(Error::Unreadable("there is no master key")),
        }
    }
}

impl WrappedKey {
    fn is_local(&self) -> bool {
        !self.master.starts_with(Kms::PREFIX)
    }

    fn generate(custody: &Custody<'_>, now: Timestamp, randomness: &Randomness) -> Result<Self, Error> {
        let id = format!("k{:016x}", u64::from_be_bytes(randomness.bytes()));
        match custody {
            Custody::File(_) => Self::wrap(&id, &CipherKey::generate(randomness), now, custody, randomness),
            Custody::Kms(kms) => {
                // The service's own randomness: who configures it trusts it more than this machine's.
                let (_, wrapped) = kms.generate(&id)?;
                Ok(Self { id, master: kms.master(), wrapped, made_at: now })
            }
        }
    }

    fn wrap(
        id: &str,
        key: &CipherKey,
        made_at: Timestamp,
        custody: &Custody<'_>,
        randomness: &Randomness,
    ) -> Result<Self, Error> {
        let (master, wrapped) = match custody {
            Custody::Kms(kms) => (kms.master(), kms.wrap(id, key)?),
            Custody::File(master) => {
                let bound = bind(&["data key", id, &master.id()]);
                (master.id(), master.cipher()?.seal(key.bytes(), &bound, randomness)?)
            }
        };
        Ok(Self { id: id.to_owned(), master, wrapped, made_at })
    }

    fn unwrap(&self, master: &MasterKey) -> Result<CipherKey, Error> {
        let bound = bind(&["data key", &self.id, &self.master]);
        let bytes = master.cipher()?.open(&self.wrapped, &bound)?;
        CipherKey::of_bytes(&bytes).ok_or(Error::Unreadable("its data key has the wrong length"))
    }
}

#[cfg(test)]
mod tests;
