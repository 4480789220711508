//! Out of the bin, for good: the rows first, then the files. What a crash leaves in between is files without a
//! row, which housekeeping finds.

use std::collections::BTreeSet;

use atelier_base::{Grant, ProductId, Scope};
use atelier_blobs::ASSETS;
use atelier_sql::{Row, Sql};
use serde_json::Value;

use super::{check_number, list_of};
use crate::permissions::PurgeProduct;
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, State};

/// Deletes products for good that lie in the bin, with their files; others are passed over. Returns how many went.
///
/// # Errors
/// [`Error::Invalid`] for more than [`super::MOST_IDS`], and those of the stores. When it is the files' store that
/// fails, the products are gone all the same, and housekeeping takes the files.
pub async fn purge(state: &State, grant: Grant<PurgeProduct>, ids: Vec<ProductId>) -> Result<usize, Error> {
    check_number(&ids)?;
    let scope = grant.scope();
    let condition = Sql::new(" AND id IN ").push(list_of(&ids));
    let (gone, files) = delete_rows(state, scope, condition).await?;
    if gone.is_empty() {
        return Ok(0);
    }
    state.tell(grant.tenant(), FactoryChange::many(FactoryChangeKind::Deleted, FactoryEntity::Product));
    let target = gone.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    state.record(grant, "product.purge", target).await?;
    remove_files(state, scope, &files).await?;
    Ok(gone.len())
}

/// Deletes the rows of products in the bin that meet the condition; returns them, and the files that nobody needs now.
pub(crate) async fn delete_rows(
    state: &State,
    scope: Scope,
    condition: Sql,
) -> Result<(Vec<ProductId>, Vec<String>), Error> {
    let mut transaction = state.db.begin().await?;
    let sql = Sql::new("DELETE FROM products WHERE tenant_id = :tenant AND deleted_at IS NOT NULL")
        .push(condition)
        .push(" RETURNING id, file_path, file_hash, thumbnail_paths");
    let rows = transaction.fetch_all(scope, sql).await?;
    let (mut gone, mut files) = (Vec::with_capacity(rows.len()), BTreeSet::new());
    let mut hashes = Vec::new();
    for row in &rows {
        gone.push(ProductId::from_uuid(row.get("id")?));
        files.extend(files_of(row)?);
        hashes.extend(row.find::<String>("file_hash")?);
    }
    // The same file in another project may lie under the same name.
    for hashes in hashes.chunks(500) {
        let marks = vec!["?"; hashes.len()].join(", ");
        let sql = Sql::new(format!(
            "SELECT file_path, thumbnail_paths FROM products WHERE tenant_id = :tenant AND file_hash IN ({marks})"
        ));
        let sql = hashes.iter().fold(sql, |sql, hash| sql.bind(hash.as_str()));
        for row in transaction.fetch_all(scope, sql).await? {
            for file in files_of(&row)? {
                files.remove(&file);
            }
        }
    }
    transaction.commit().await?;
    Ok((gone, files.into_iter().collect()))
}

/// The objects of a row with `file_path` and `thumbnail_paths`.
///
/// # Errors
/// [`atelier_sql::Error::Unreadable`].
pub(crate) fn files_of(row: &Row) -> Result<Vec<String>, Error> {
    let mut files = vec![row.get::<String>("file_path")?];
    let copies = row.find::<Value>("thumbnail_paths")?.unwrap_or_default();
    let copies = copies.as_object().into_iter().flat_map(serde_json::Map::values);
    files.extend(copies.filter_map(Value::as_str).map(str::to_owned));
    Ok(files)
}

/// Removes objects; those that are gone are no error.
pub(crate) async fn remove_files(state: &State, scope: Scope, files: &[String]) -> Result<(), Error> {
    for file in files {
        state.blobs.delete(scope, &ASSETS, &file.parse()?).await?;
    }
    Ok(())
}
