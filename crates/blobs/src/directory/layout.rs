//! Where a key is in the directory, and which key a file is.

use std::path::PathBuf;

use atelier_base::TenantId;

use super::Directory;
use crate::{Bucket, ObjectKey};

/// One object of one tenant.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) bucket: &'static Bucket,
    pub(crate) tenant: TenantId,
    pub(crate) key: ObjectKey,
}

/// Ends the name of an object's file, so that `a` can be an object beside the folder of `a/b`.
const END: char = '~';
/// Stands before a letter that is a capital in the key.
const CAPITAL: char = '^';

impl Directory {
    pub(super) fn folder_of(&self, bucket: &Bucket, tenant: TenantId) -> PathBuf {
        self.0.root.join("objects").join(bucket.folder()).join(tenant.to_string())
    }

    pub(super) fn path(&self, place: &Place) -> PathBuf {
        self.folder_of(place.bucket, place.tenant).join(file_name(place.key.as_str()))
    }

    pub(super) fn versions_of(&self, place: &Place) -> PathBuf {
        let folder = self.0.root.join("versions").join(place.bucket.folder());
        folder.join(place.tenant.to_string()).join(file_name(place.key.as_str()))
    }
}

fn file_name(key: &str) -> String {
    let mut name = escape(key);
    name.push(END);
    name
}

/// A key, or a part of one, as file systems take it.
pub(super) fn escape(key: &str) -> String {
    let mut name = String::with_capacity(key.len() + 8);
    for letter in key.chars() {
        if letter.is_ascii_uppercase() {
            name.push(CAPITAL);
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

/// The part of a key that a file or folder stands for; a folder's ends with a slash. None for strays.
pub(super) fn part_of(name: &str, is_folder: bool) -> Option<String> {
    let name = if is_folder { name } else { name.strip_suffix(END)? };
    let mut part = String::with_capacity(name.len() + 1);
    let mut letters = name.chars();
    while let Some(letter) = letters.next() {
        part.push(if letter == CAPITAL { letters.next()?.to_ascii_uppercase() } else { letter });
    }
    if is_folder {
        part.push('/');
    }
    Some(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back_and_ignore_case() {
        for part in ["img001.jpg", "Portrait.JPG", "a+b=c@d,e!(f)"] {
            let name = file_name(part);
            assert_eq!(name, name.to_lowercase());
            assert_eq!(part_of(&name, false).as_deref(), Some(part));
            assert_eq!(part_of(&escape(part), true), Some(format!("{part}/")));
        }
        assert_ne!(file_name("A"), file_name("a"));
        assert_eq!(part_of("stray", false), None);
        // The longest part of nothing but capitals still is a file name.
        assert!(file_name(&"A".repeat(ObjectKey::MAX_PART)).len() <= 255);
    }
}
