//! The order of a collection: positions with gaps, so that a move touches one row, and all of them only when a gap
//! is used up.

use std::collections::BTreeSet;

use atelier_base::{CollectionId, Grant, ProductId, Scope, Timestamp};
use atelier_sql::{Bulk, Row, Sql, Transaction, ValueKind};

use super::Collection;
use super::store::fetch;
use crate::permissions::CurateProduct;
use crate::product::{ids_of, list_of};
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, State};

/// Between two that were filed one after the other.
const GAP: i64 = 1_024;

const FILED: Bulk = Bulk {
    table: "collection_products",
    columns: &[
        ("collection_id", ValueKind::Uuid),
        ("product_id", ValueKind::Uuid),
        ("position", ValueKind::Int),
        ("added_at", ValueKind::Int),
    ],
};

/// Holds a collection that is not in the bin until the transaction ends, so that positions stay what they are.
pub(crate) async fn lock_open(
    transaction: &mut Transaction,
    scope: Scope,
    id: CollectionId,
) -> Result<(), Error> {
    let lock = transaction.dialect().choose("", " FOR UPDATE");
    let sql = Sql::new(format!(
        "SELECT id FROM collections WHERE tenant_id = :tenant AND id = ? AND deleted_at IS NULL{lock}"
    ));
    let found = transaction.fetch_optional(scope, sql.bind(id.uuid())).await?;
    found.map(drop).ok_or_else(|| Error::missing("collection", id))
}

/// Files live products at the end, in that order, or at one position each; those that are there already stay where
/// they are. Returns those that came, sorted by id.
pub(crate) async fn append(
    transaction: &mut Transaction,
    scope: Scope,
    id: CollectionId,
    (products, positions): (&[ProductId], Option<&[i64]>),
    now: Timestamp,
) -> Result<Vec<ProductId>, Error> {
    let sql = Sql::new("SELECT id FROM products WHERE tenant_id = :tenant AND deleted_at IS NULL AND id IN ");
    let live = ids_of(&transaction.fetch_all(scope, sql.push(list_of(products))).await?, "id")?;
    let sql = Sql::new(
        "SELECT product_id FROM collection_products WHERE tenant_id = :tenant AND collection_id = ? \
         AND product_id IN ",
    );
    let sql = sql.bind(id.uuid()).push(list_of(products));
    let mut there = ids_of(&transaction.fetch_all(scope, sql).await?, "product_id")?;
    let new: Vec<(usize, ProductId)> = products
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, one)| live.contains(one) && there.insert(*one))
        .collect();
    let last = last_position(transaction, scope, id).await?;
    let rows = new.iter().zip(1_i64..).map(|((named, product), at)| {
        let had = positions.and_then(|positions| positions.get(*named)).copied();
        let position = had.unwrap_or(last + at * GAP);
        vec![id.uuid().into(), product.uuid().into(), position.into(), now.into()]
    });
    transaction.insert(scope, FILED, rows.collect::<Vec<_>>()).await?;
    Ok(new.into_iter().map(|(_, product)| product).collect::<BTreeSet<_>>().into_iter().collect())
}

async fn last_position(transaction: &mut Transaction, scope: Scope, id: CollectionId) -> Result<i64, Error> {
    let sql = Sql::new(
        "SELECT coalesce(max(position), 0) AS last FROM collection_products \
         WHERE tenant_id = :tenant AND collection_id = ?",
    );
    let row = transaction.fetch_optional(scope, sql.bind(id.uuid())).await?;
    Ok(row.map(|row| row.get("last")).transpose()?.unwrap_or_default())
}

/// Moves a product of a collection before another one, or to the end.
///
/// # Errors
/// [`Error::NotFound`] for the collection, or a product that is not in it; those of the store.
pub async fn move_before(
    state: &State,
    grant: Grant<CurateProduct>,
    id: CollectionId,
    product: ProductId,
    before: Option<ProductId>,
) -> Result<Collection, Error> {
    let scope = grant.scope();
    let mut transaction = state.db.begin().await?;
    lock_open(&mut transaction, scope, id).await?;
    position(&mut transaction, scope, id, product).await?;
    if before != Some(product) {
        let at = if let Some(at) = place(&mut transaction, scope, (id, product), before).await? {
            at
        } else {
            renumber(&mut transaction, scope, id).await?;
            let again = place(&mut transaction, scope, (id, product), before).await?;
            again.ok_or_else(|| Error::Unexpected("a renumbered collection has no gap".to_owned()))?
        };
        write(&mut transaction, scope, id, product, at).await?;
    }
    transaction.commit().await?;
    let change = FactoryChange::of(FactoryChangeKind::Changed, FactoryEntity::Collection, id);
    state.tell(grant.tenant(), change);
    state.record(grant, "collection.arrange", id).await?;
    fetch(state, scope, id).await
}

async fn position(
    transaction: &mut Transaction,
    scope: Scope,
    id: CollectionId,
    product: ProductId,
) -> Result<i64, Error> {
    let sql = Sql::new(
        "SELECT position FROM collection_products WHERE tenant_id = :tenant AND collection_id = ? \
         AND product_id = ?",
    );
    let row = transaction.fetch_optional(scope, sql.bind(id.uuid()).bind(product.uuid())).await?;
    Ok(row.ok_or_else(|| Error::missing("product", product))?.get("position")?)
}

/// A free position before that product; none when there is no gap.
async fn place(
    transaction: &mut Transaction,
    scope: Scope,
    (id, product): (CollectionId, ProductId),
    before: Option<ProductId>,
) -> Result<Option<i64>, Error> {
    let Some(before) = before else {
        return Ok(Some(last_position(transaction, scope, id).await? + GAP));
    };
    let next = position(transaction, scope, id, before).await?;
    // Of those at the same position the id decides, so none may be between this one and the next.
    let sql = Sql::new(
        "SELECT max(position) AS previous FROM collection_products WHERE tenant_id = :tenant \
         AND collection_id = ? AND product_id <> ? AND (position, product_id) < (?, ?)",
    );
    let sql = sql.bind(id.uuid()).bind(product.uuid()).bind(next).bind(before.uuid());
    let row = transaction.fetch_optional(scope, sql).await?;
    let previous = row.map(|row: Row| row.find::<i64>("previous")).transpose()?.flatten();
    Ok(between(previous, next))
}

fn between(previous: Option<i64>, next: i64) -> Option<i64> {
    match previous {
        None => Some(next - GAP),
        Some(previous) => (next - previous > 1).then(|| previous + (next - previous) / 2),
    }
}

async fn renumber(transaction: &mut Transaction, scope: Scope, id: CollectionId) -> Result<(), Error> {
    let sql = Sql::new(format!(
        "UPDATE collection_products SET position = numbered.number * {GAP} FROM (SELECT product_id AS numbered_id, \
         row_number() OVER (ORDER BY position, product_id) AS number FROM collection_products \
         WHERE collection_id = ?) AS numbered WHERE tenant_id = :tenant AND collection_id = ? \
         AND product_id = numbered.numbered_id"
    ));
    transaction.execute(scope, sql.bind(id.uuid()).bind(id.uuid())).await?;
    Ok(())
}

async fn write(
    transaction: &mut Transaction,
    scope: Scope,
    id: CollectionId,
    product: ProductId,
    at: i64,
) -> Result<(), Error> {
    let sql = Sql::new(
        "UPDATE collection_products SET position = ? WHERE tenant_id = :tenant AND collection_id = ? \
         AND product_id = ?",
    );
    transaction.execute(scope, sql.bind(at).bind(id.uuid()).bind(product.uuid())).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_lies_between_its_neighbours_or_is_none() {
        assert_eq!(between(None, 1_024), Some(0));
        assert_eq!(between(Some(0), 1_024), Some(512));
        assert_eq!(between(Some(4), 6), Some(5));
        assert_eq!(between(Some(4), 5), None);
        assert_eq!(between(Some(4), 4), None);
    }
}
