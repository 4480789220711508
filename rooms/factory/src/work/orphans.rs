//! Files that no row names: a crash between writing a file and its row leaves one.

use std::collections::BTreeSet;
use std::time::Duration;

use atelier_base::{PageRequest, ProductId, Scope};
use atelier_blobs::{ASSETS, ObjectKey};
use atelier_sql::Sql;
use uuid::Uuid;

use crate::{Error, State};

/// Younger files may still get their row, as a rule.
pub const SETTLED: Duration = Duration::from_hours(1);

/// What a sweep found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Orphans {
    /// Their keys.
    pub keys: Vec<ObjectKey>,
    /// Their bytes together.
    pub bytes: u64,
}

/// Finds files of products in the scope that no row names and that are at least that old; unless it is a dry
/// run, removes them.
///
/// # Errors
/// Those of the stores; what was removed before is gone.
pub async fn sweep_orphans(
    state: &State,
    scope: Scope,
    age: Duration,
    is_dry_run: bool,
) -> Result<Orphans, Error> {
    let settled = state.clock.now().before(age);
    let mut orphans = Orphans::default();
    let mut request = PageRequest::first(PageRequest::MAX);
    loop {
        let page = state.blobs.list(scope, &ASSETS, "products/", request.clone()).await?;
        let files: Vec<_> = page.edges.iter().map(|edge| &edge.node).collect();
        let named: BTreeSet<Uuid> = files.iter().filter_map(|entry| product_of(&entry.key)).collect();
        let known = known(state, scope, &named).await?;
        for entry in files {
            let is_named = product_of(&entry.key).is_none_or(|product| known.contains(&product));
            if is_named || settled < entry.modified {
                continue;
            }
            if !is_dry_run {
                state.blobs.delete(scope, &ASSETS, &entry.key).await?;
            }
            orphans.bytes += entry.size;
            orphans.keys.push(entry.key.clone());
        }
        match page.end() {
            Some(end) if page.has_next => request.after = Some(end.clone()),
            _ => return Ok(orphans),
        }
    }
}

/// The product in a file's name; what is named otherwise is not ours to judge.
fn product_of(key: &ObjectKey) -> Option<Uuid> {
    let name = key.as_str().rsplit('/').next()?;
    // `prod_<id>_<hash>.<ending>`
    let (prefix, rest) = name.split_once('_')?;
    let (id, _) = rest.split_once('_')?;
    format!("{prefix}_{id}").parse::<ProductId>().ok().map(ProductId::uuid)
}

async fn known(state: &State, scope: Scope, named: &BTreeSet<Uuid>) -> Result<BTreeSet<Uuid>, Error> {
    if named.is_empty() {
        return Ok(BTreeSet::new());
    }
    let marks = vec!["?"; named.len()].join(", ");
    let sql = Sql::new(format!("SELECT id FROM products WHERE tenant_id = :tenant AND id IN ({marks})"));
    let sql = named.iter().fold(sql, |sql, id| sql.bind(*id));
    let rows = state.db.fetch_all(scope, sql).await?;
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_tell_their_product() {
        let of = |text: &str| product_of(&text.parse().expect("a key")).map(ProductId::from_uuid);
        let id = ProductId::from_uuid(Uuid::from_u128(7));
        assert_eq!(of(&format!("products/unfiled/2026/11/{id}_0123.png")), Some(id));
        assert_eq!(of(&format!("products/unfiled/2026/11/{id}_0123_small.jpg")), Some(id));
        assert_eq!(of("products/notes.txt"), None);
    }
}
