//! What a bucket's rules do in a directory: objects that are old enough go.

use std::time::Duration;

use atelier_base::{TenantId, Timestamp};

use super::{Directory, Place};
use crate::disk::{absent, blocking};
use crate::{Bucket, Error, Fate, ObjectInfo};

/// Objects that are looked at between two looks at the folder.
const AT_ONCE: usize = 200;

impl Directory {
    /// Deletes what has expired in a bucket; how many objects that were.
    pub(crate) async fn expire(&self, bucket: &'static Bucket, now: Timestamp) -> Result<u64, Error> {
        let days =
            bucket.lifecycle.iter().filter(|rule| rule.fate == Fate::Expire).map(|rule| rule.after_days);
        let Some(days) = days.min() else { return Ok(0) };
        let age = Duration::from_hours(24).saturating_mul(days);
        let mut expired = 0;
        for tenant in self.tenants(bucket).await? {
            let mut after = String::new();
            loop {
                let page = self.list(bucket, tenant, String::new(), after, AT_ONCE).await?;
                after = page.edges.last().map(|edge| edge.node.key.to_string()).unwrap_or_default();
                let old = page.edges.into_iter().filter(|edge| is_old(edge.node.modified, age, now));
                for edge in old {
                    let (this, place) = (self.clone(), Place { bucket, tenant, key: edge.node.key });
                    // One that was written anew since the list was read stays, and so does a damaged one,
                    // whose age nobody knows.
                    let goes = move |info: Option<&ObjectInfo>| {
                        info.is_some_and(|info| is_old(info.modified, age, now))
                    };
                    let gone = blocking(move || this.delete_now(&place, goes));
                    expired += u64::from(gone.await?);
                }
                if !page.has_next {
                    break;
                }
            }
        }
        Ok(expired)
    }

    /// Who has objects in a bucket.
    async fn tenants(&self, bucket: &'static Bucket) -> Result<Vec<TenantId>, Error> {
        let folder = self.0.root.join("objects").join(bucket.folder());
        blocking(move || {
            let failed = || Error::of_file("list", &folder);
            let mut tenants = Vec::new();
            for entry in absent(std::fs::read_dir(&folder)).map_err(failed())?.into_iter().flatten() {
                let name = entry.map_err(failed())?.file_name();
                tenants.extend(name.to_str().and_then(|name| name.parse::<TenantId>().ok()));
            }
            Ok(tenants)
        })
        .await
    }
}

fn is_old(modified: Timestamp, age: Duration, now: Timestamp) -> bool {
    modified.after(age) <= now
}
