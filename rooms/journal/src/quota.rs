//! How many bytes of files a tenant may keep in the journal.
//!
//! A counter, `USAGE#files`, changes in the transaction of what adds or removes a file, under the condition
//! that the quota allows it: no two uploads slip past it together. Without a quota it only counts.

use atelier_base::{Scope, TenantId};
use atelier_tables::{Cond, Error as StoreError, Update, Write};

use crate::tables::{ARTISSIST, key};
use crate::{Error, State};

const SORT: &str = "USAGE#files";
const BYTES: &str = "bytes";

/// The write that counts so many bytes more. It fails when they are more than the tenant may keep.
pub(crate) fn take(state: &State, tenant: TenantId, bytes: u64) -> Write {
    let update = Update::new().add(BYTES, bytes);
    let write = Write::upsert(&ARTISSIST, key(tenant, SORT), update);
    match (state.limits.quota_bytes, state.limits.quota_bytes.checked_sub(bytes)) {
        (0, _) => write,
        (_, Some(room)) => write.when(Cond::missing(BYTES).or(Cond::le(BYTES, room))),
        // More than everything: a condition that no item fulfils.
        (_, None) => write.when(Cond::missing("PK").and(Cond::exists("PK"))),
    }
}

/// The write that counts so many bytes less.
pub(crate) fn give_back(tenant: TenantId, bytes: u64) -> Write {
    let less = i64::try_from(bytes).unwrap_or(i64::MAX).saturating_neg();
    Write::upsert(&ARTISSIST, key(tenant, SORT), Update::new().add(BYTES, less))
}

/// Refuses what would only fill up a full quota, before any bytes are sent.
pub(crate) async fn check(state: &State, scope: Scope, tenant: TenantId) -> Result<(), Error> {
    let quota = state.limits.quota_bytes;
    if quota == 0 {
        return Ok(());
    }
    let usage = state.tables.get(scope, &ARTISSIST, &key(tenant, SORT)).await?;
    let bytes = usage.and_then(|item| item.get(BYTES)?.as_u64()).unwrap_or(0);
    if bytes < quota { Ok(()) } else { Err(Error::QuotaReached { quota }) }
}

/// What a failed transaction means whose write at `position` is of [`take`].
pub(crate) fn refused(state: &State, error: StoreError, position: usize) -> Error {
    match error {
        StoreError::ConditionFailed { position: failed, .. } if failed == position => {
            Error::QuotaReached { quota: state.limits.quota_bytes }
        }
        other => other.into(),
    }
}
