//! Lists: keys in the order of their bytes, read from folders as far as they are needed.

use std::path::Path;

use atelier_base::{Cursor, Edge, Page, TenantId};

use super::layout::part_of;
use super::{Directory, Place, open};
use crate::disk::{absent, blocking};
use crate::{Bucket, Entry, Error};

/// Which keys are asked for.
struct Wanted<'a> {
    prefix: &'a str,
    /// Keys up to this one were on pages before.
    after: &'a str,
    limit: usize,
}

impl Directory {
    /// Keys that begin with `prefix` and follow `after`.
    pub(crate) async fn list(
        &self,
        bucket: &'static Bucket,
        tenant: TenantId,
        prefix: String,
        after: String,
        limit: usize,
    ) -> Result<Page<Entry>, Error> {
        let this = self.clone();
        blocking(move || {
            // One more than asked for tells whether another page follows.
            let wanted = Wanted { prefix: &prefix, after: &after, limit: limit + 1 };
            let (mut keys, folder) = (Vec::new(), this.folder_of(bucket, tenant));
            walk(&folder, "", &wanted, &mut keys)?;
            let has_next = limit < keys.len();
            keys.truncate(limit);
            let entries = keys.into_iter().map(|key| this.entry(bucket, tenant, &key));
            let edges = entries.filter_map(Result::transpose).collect::<Result<_, _>>()?;
            Ok(Page { edges, has_next })
        })
        .await
    }

    /// None for one that was deleted in the meantime.
    fn entry(
        &self,
        bucket: &'static Bucket,
        tenant: TenantId,
        key: &str,
    ) -> Result<Option<Edge<Entry>>, Error> {
        let place = Place { bucket, tenant, key: key.parse()? };
        let path = self.path(&place);
        let (size, modified) = match open(&path) {
            Ok(Some(opened)) => (opened.info.size, opened.info.modified),
            Ok(None) => return Ok(None),
            // A damaged object is listed, so that it can be found and deleted.
            Err(Error::Corrupt { .. }) => (0, atelier_base::Timestamp::from_millis(0)),
            Err(error) => return Err(error),
        };
        let cursor = Cursor::from_bytes(key.as_bytes().to_vec());
        Ok(Some(Edge { node: Entry { key: place.key, size, modified }, cursor }))
    }
}

/// Gathers keys of a folder that stands for `above`. A folder's part ends with a slash, so sorting the
/// parts as text sorts whole keys.
fn walk(folder: &Path, above: &str, wanted: &Wanted<'_>, keys: &mut Vec<String>) -> Result<(), Error> {
    let failed = || Error::of_file("list", folder);
    let Some(entries) = absent(std::fs::read_dir(folder)).map_err(failed())? else { return Ok(()) };
    let mut parts = Vec::new();
    for entry in entries {
        let entry = entry.map_err(failed())?;
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        let is_folder = entry.file_type().map_err(failed())?.is_dir();
        let Some(part) = part_of(name, is_folder) else { continue };
        let key = format!("{above}{part}");
        let begins = key.starts_with(wanted.prefix) || (is_folder && wanted.prefix.starts_with(&key));
        let follows = wanted.after < key.as_str() || (is_folder && wanted.after.starts_with(&key));
        if begins && follows {
            parts.push((key, entry.path(), is_folder));
        }
    }
    parts.sort_unstable();
    for (key, path, is_folder) in parts {
        if wanted.limit <= keys.len() {
            break;
        }
        if is_folder {
            walk(&path, &key, wanted, keys)?;
        } else {
            keys.push(key);
        }
    }
    Ok(())
}
