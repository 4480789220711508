//! Versions: every one is a file of its own, the current one has two names.

use std::path::PathBuf;

use atelier_base::Timestamp;

use super::{Directory, Place, open};
use crate::disk::{absent, blocking, remove_file};
use crate::{Error, Version};

/// Names of versions: 16 hexadecimal digits that grow.
const DIGITS: usize = 16;

impl Directory {
    /// A name that sorts after all versions so far, also when the clock went back. The caller holds the
    /// name of the object.
    pub(super) fn next_version(&self, place: &Place, now: Timestamp) -> Result<String, Error> {
        let last = self.names_of_versions(place)?.pop();
        let last = last.and_then(|name| u64::from_str_radix(&name, 16).ok()).unwrap_or(0);
        let by_time = u64::try_from(now.as_millis()).unwrap_or(0) << 16;
        Ok(format!("{:016x}", by_time.max(last.saturating_add(1))))
    }

    pub(super) fn path_of_version(&self, place: &Place, version: &str) -> Result<PathBuf, Error> {
        if !is_name(version) {
            return Err(Error::NotFound);
        }
        Ok(self.versions_of(place).join(version))
    }

    /// The versions, the last first.
    pub(crate) async fn versions(&self, place: Place) -> Result<Vec<Version>, Error> {
        let this = self.clone();
        blocking(move || {
            let current = open(&this.path(&place))?.and_then(|opened| opened.info.version);
            let mut versions = Vec::new();
            for id in this.names_of_versions(&place)?.into_iter().rev() {
                if let Some(opened) = open(&this.path_of_version(&place, &id)?)? {
                    let (size, modified) = (opened.info.size, opened.info.modified);
                    versions.push(Version { current: current.as_ref() == Some(&id), id, size, modified });
                }
            }
            Ok(versions)
        })
        .await
    }

    /// Removes the object and all its versions.
    pub(crate) async fn purge(&self, place: Place) -> Result<(), Error> {
        let this = self.clone();
        blocking(move || {
            this.delete_now(&place, |_| true)?;
            let _held = this.hold(&place);
            let folder = this.versions_of(&place);
            for name in this.names_of_versions(&place)? {
                remove_file(&folder.join(name))?;
            }
            this.tidy(&folder.join("any"))
        })
        .await
    }

    fn names_of_versions(&self, place: &Place) -> Result<Vec<String>, Error> {
        let folder = self.versions_of(place);
        let failed = || Error::of_file("list", &folder);
        let entries = absent(std::fs::read_dir(&folder)).map_err(failed())?;
        let mut names = Vec::new();
        for entry in entries.into_iter().flatten() {
            let name = entry.map_err(failed())?.file_name();
            names.extend(name.to_str().filter(|name| is_name(name)).map(str::to_owned));
        }
        names.sort_unstable();
        Ok(names)
    }
}

fn is_name(text: &str) -> bool {
    text.len() == DIGITS && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}
