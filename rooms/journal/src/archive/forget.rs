//! Somebody who goes for good: what is the tenant's stays, and their id gives way to one of nobody's.

use atelier_base::{Scope, TenantId, UserId};
use atelier_blobs::{ASSETS, Error as BlobError};
use atelier_jobs::{Options, enqueue};
use atelier_tables::{Cond, Error as StoreError, Item, Query, Value, Write, from_item};

use super::bundle::{keep, load, pack};
use super::{ArchivedItem, Discard, Part, entry};
use crate::tables::{ARTISSIST, listed};
use crate::{Entity, Error, State};

/// How often it begins anew when the entry changes meanwhile.
const TRIES: usize = 20;

/// The attributes of an item that hold the id of the user at any depth, each with the other id in its place.
pub fn renamed(item: &Item, from: UserId, to: UserId) -> Item {
    let (from, to) = (from.to_string(), to.to_string());
    let changed = |(name, value): (&String, &Value)| {
        let mut value = value.clone();
        rename(&mut value, &from, &to).then(|| (name.clone(), value))
    };
    item.iter().filter_map(changed).collect()
}

fn rename(value: &mut Value, from: &str, to: &str) -> bool {
    match value {
        Value::S(text) if text == from => {
            to.clone_into(text);
            true
        }
        Value::Ss(texts) => {
            let was = texts.remove(from);
            if was {
                texts.insert(to.to_owned());
            }
            was
        }
        Value::L(list) => rename_all(list.iter_mut(), from, to),
        Value::M(map) => rename_all(map.values_mut(), from, to),
        _ => false,
    }
}

/// All of them, not until the first.
fn rename_all<'a>(values: impl Iterator<Item = &'a mut Value>, from: &str, to: &str) -> bool {
    let mut any = false;
    for value in values {
        any |= rename(value, from, to);
    }
    any
}

/// Puts an id in the place of another in everything that a tenant has in cold storage. `also` is written with each
/// entry, for so many items. It may be killed at any moment and called again.
pub async fn forget(
    state: &State,
    tenant: TenantId,
    (from, to): (UserId, UserId),
    also: impl Fn(u64) -> Write,
) -> Result<(), Error> {
    let query = Query::index(&ARTISSIST, "GSI3", listed(tenant, Entity::Archive));
    let mut after = None;
    loop {
        let page = state.tables.query(Scope::tenant(tenant), query.clone().after(after)).await?;
        after = page.end().cloned();
        let has_next = page.has_next;
        for item in page.into_nodes() {
            let found: ArchivedItem = from_item(item)?;
            forget_in(state, tenant, &found.key, (from, to), &also).await?;
        }
        if !has_next {
            return Ok(());
        }
    }
}

async fn forget_in(
    state: &State,
    tenant: TenantId,
    name: &str,
    ids: (UserId, UserId),
    also: &impl Fn(u64) -> Write,
) -> Result<(), Error> {
    let scope = Scope::tenant(tenant);
    for _ in 0..TRIES {
        let Some(found) = entry(state, scope, tenant, name).await? else { return Ok(()) };
        let (mut parts, mut old, mut changed) = (Vec::new(), Vec::new(), 0);
        for part in &found.parts {
            if let Some((next, count)) = rewritten(state, scope, part, ids).await? {
                parts.push(next);
                old.push(part.object.clone());
                changed += count;
            } else {
                parts.push(part.clone());
            }
        }
        if old.is_empty() {
            return Ok(());
        }
        let (bytes, version) = (parts.iter().map(|part| part.bytes).sum(), found.version);
        let next = ArchivedItem { bytes, parts, version: version + 1, ..found };
        let discard = Discard { objects: old.clone(), files: false };
        let writes = vec![
            Write::put(&ARTISSIST, next.item(tenant)?).when(Cond::eq("version", version)),
            enqueue(&state.jobs, scope, &discard, Options::default())?.1,
            also(changed),
        ];
        match state.tables.transact(scope, writes).await {
            Ok(_) => return purge(state, scope, &old).await,
            // It grew, came back or was deleted meanwhile.
            Err(StoreError::ConditionFailed { position: 0, .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Error::Busy)
}

/// The old bytes at once, with whatever versions there are of them; the job is for who is killed before.
async fn purge(state: &State, scope: Scope, objects: &[String]) -> Result<(), Error> {
    for object in objects {
        state.blobs.purge(scope, &ASSETS, &object.parse()?).await?;
    }
    Ok(())
}

/// The bundle without the id, and in how many items it was; none when it was in none.
async fn rewritten(
    state: &State,
    scope: Scope,
    part: &Part,
    (from, to): (UserId, UserId),
) -> Result<Option<(Part, u64)>, Error> {
    let mut items = match load(state, scope, &part.object).await {
        Ok(items) => items,
        Err(Error::Blobs(BlobError::NotFound)) => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut count = 0;
    for item in &mut items {
        let changed = renamed(item, from, to);
        count += u64::from(!changed.is_empty());
        item.extend(changed);
    }
    if count == 0 {
        return Ok(None);
    }
    let packed = tokio::task::spawn_blocking(move || pack(&items)).await.map_err(|_| Error::Busy)??;
    let stem = part.object.trim_end_matches(".zst");
    let object = format!("{stem}-{}.zst", &packed.digest[..12]);
    Ok(Some((keep(state, scope, object, packed).await?, count)))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use atelier_base::{Randomness, Timestamp};

    use super::*;

    #[test]
    fn an_id_is_found_at_any_depth_and_only_as_a_whole() {
        let id = |seed| UserId::generate(Timestamp::from_millis(0), &Randomness::seeded(seed));
        let (from, to) = (id(1), id(2));
        let approval = |by: UserId| Value::M(BTreeMap::from([("decidedBy".to_owned(), Value::text(by))]));
        let item = Item::from([
            ("title".to_owned(), Value::from(format!("by {from}"))),
            ("by".to_owned(), Value::text(from)),
            ("approvals".to_owned(), Value::L(vec![approval(from), approval(to), approval(from)])),
            ("watchers".to_owned(), Value::Ss(BTreeSet::from([from.to_string(), to.to_string()]))),
            ("count".to_owned(), Value::from(3_u64)),
        ]);
        let changed = renamed(&item, from, to);
        assert_eq!(changed.keys().collect::<Vec<_>>(), ["approvals", "by", "watchers"]);
        assert_eq!(changed["by"], Value::text(to));
        assert_eq!(changed["approvals"], Value::L(vec![approval(to); 3]));
        assert_eq!(changed["watchers"], Value::Ss(BTreeSet::from([to.to_string()])));
        assert!(renamed(&changed, from, to).is_empty());
    }
}
