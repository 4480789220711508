//! Objects that go together, such as the pieces of a recording.

use atelier_base::{PageRequest, Scope};
use atelier_blobs::{Blobs, Bucket, Entry, Error};

/// All objects whose keys begin with `prefix`, in order.
pub(crate) async fn below(
    blobs: &Blobs,
    scope: Scope,
    bucket: &'static Bucket,
    prefix: &str,
) -> Result<Vec<Entry>, Error> {
    let (mut entries, mut page) = (Vec::new(), PageRequest::first(PageRequest::MAX));
    loop {
        let found = blobs.list(scope, bucket, prefix, page).await?;
        let (after, has_next) = (found.end().cloned(), found.has_next);
        entries.extend(found.into_nodes());
        if !has_next {
            return Ok(entries);
        }
        page = PageRequest { limit: PageRequest::MAX, after };
    }
}

/// Removes all objects whose keys begin with `prefix`; none is fine.
pub(crate) async fn remove(
    blobs: &Blobs,
    scope: Scope,
    bucket: &'static Bucket,
    prefix: &str,
) -> Result<(), Error> {
    for entry in below(blobs, scope, bucket, prefix).await? {
        blobs.delete(scope, bucket, &entry.key).await?;
    }
    Ok(())
}
