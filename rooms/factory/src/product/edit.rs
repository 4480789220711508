//! One product, changed.

use atelier_base::{Grant, Patch, ProductId};
use atelier_sql::Sql;

use super::{Product, ProductPatch, list};
use crate::permissions::CurateProduct;
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, Outcome, State};

/// Changes a product that is at `version`.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Invalid`], and those of the store.
pub async fn update(
    state: &State,
    grant: Grant<CurateProduct>,
    id: ProductId,
    version: u32,
    patch: ProductPatch,
) -> Result<Outcome<Product>, Error> {
    patch.check()?;
    let scope = grant.scope();
    let before = list::fetch(state, scope, id).await?;
    if before.version != version {
        return Ok(Outcome::Conflict(Box::new(before)));
    }
    let rating = match patch.rating {
        Patch::Absent => before.rating,
        Patch::Null => None,
        Patch::Value(rating) => Some(i64::from(rating)),
    };
    let sql = Sql::new(
        "UPDATE products SET liked = ?, rating = ?, notes = ?, updated_at = ?, version = version + 1 \
         WHERE tenant_id = :tenant AND id = ? AND version = ?",
    );
    let sql = sql
        .bind(patch.liked.or_keep(before.liked))
        .bind(rating)
        .bind(patch.notes.or_keep(before.notes))
        .bind(state.clock.now())
        .bind(id.uuid())
        .bind(version);
    let is_done = state.db.execute(scope, sql).await? > 0;
    let after = list::fetch(state, scope, id).await?;
    if !is_done {
        return Ok(Outcome::Conflict(Box::new(after)));
    }
    let change = FactoryChange::of(FactoryChangeKind::Changed, FactoryEntity::Product, id);
    state.tell(grant.tenant(), change.project(after.project_id));
    state.record(grant, "product.edit", id).await?;
    Ok(Outcome::Done(after))
}
